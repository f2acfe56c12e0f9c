//! Pictures of an afternoon: inline SVG, made at build time.
//!
//! Each figure is an SVG that stretches over its place, with nothing in it that stretching would
//! spoil: bars, cells and lines. Words stand beside it as HTML, so that they keep their size on a
//! phone, can be selected, and are links. Colours are classes, so that a figure follows the theme
//! and no style stands in the page. Behind each figure is a table of its numbers.
//!
//! | module | figure |
//! | --- | --- |
//! | [`programme_ribbon`] | the programme as one line, each segment as long as its text |
//! | [`heat_map`] | rows against columns, shaded: words against talks, who mentions whom |
//! | [`panel_timeline`] | who spoke when in a panel, and how much |

pub mod heat_map;
pub mod panel_timeline;
pub mod programme_ribbon;

use std::fmt::Write;

use crate::html_escape::push_escaped;

/// The width of a figure's own units.
const WIDTH: usize = 1000;

/// A part of [`WIDTH`] in tenths: `12.5`.
fn tenths(part: usize, whole: usize) -> String {
    let tenths = (part * WIDTH * 10 + whole / 2) / whole.max(1);
    if tenths.is_multiple_of(10) {
        (tenths / 10).to_string()
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

/// The beginning of an SVG that stretches over its place and is `height` units high. What it says
/// stands beside it in words, so it is hidden from those who listen.
fn open(class: &str, width: usize, height: usize) -> String {
    format!(
        "<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" height=\"{height}\" \
         preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">"
    )
}

/// A rectangle, and what it says when pointed at.
fn push_rect(svg: &mut String, class: &str, [x, y, width, height]: [&str; 4], says: &str) {
    let _ = write!(
        svg,
        "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"><title>"
    );
    push_escaped(svg, says);
    svg.push_str("</title></rect>");
}

/// What leads somewhere when it is pointed at. It is hidden from those who listen, and not stopped at
/// by those who type: for them the same links stand in words.
fn push_link(svg: &mut String, url: &str, drawn: impl FnOnce(&mut String)) {
    svg.push_str("<a href=\"");
    push_escaped(svg, url);
    svg.push_str("\" tabindex=\"-1\">");
    drawn(svg);
    svg.push_str("</a>");
}

/// `12.5%`, a part of a whole.
pub fn percent(part: usize, whole: usize) -> String {
    let tenths = (part * 2000 + whole) / (2 * whole.max(1));
    format!("{}.{}%", tenths / 10, tenths % 10)
}
