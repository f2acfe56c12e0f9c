//! Figures: inline SVG, drawn at build time.
//!
//! Each figure is an SVG that is stretched to the width of the page and therefore contains only
//! what stretching does not distort: bars, cells and lines. Labels are HTML beside it, so that they
//! keep their size on a phone, can be selected, and are links. Colours are classes, so that a
//! figure follows light and dark mode and needs no inline style. Each figure comes with a table of
//! its numbers.
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

/// Width of a figure's coordinate system.
const WIDTH: usize = 1000;

/// `part / whole` of [`WIDTH`], rounded to tenths: `12.5`.
fn tenths(part: usize, whole: usize) -> String {
    let tenths = (part * WIDTH * 10 + whole / 2) / whole.max(1);
    if tenths.is_multiple_of(10) {
        (tenths / 10).to_string()
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

/// The opening tag of an SVG that stretches to the width of its container. Labels and table say the
/// same in text, so it is hidden from screen readers.
fn open(class: &str, width: usize, height: usize) -> String {
    format!(
        "<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" height=\"{height}\" \
         preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">"
    )
}

/// Appends a rectangle with `[x, y, width, height]` and a tooltip.
fn push_rect(svg: &mut String, class: &str, [x, y, width, height]: [&str; 4], tooltip: &str) {
    let _ = write!(
        svg,
        "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"><title>"
    );
    push_escaped(svg, tooltip);
    svg.push_str("</title></rect>");
}

/// Appends a link around what `drawn` appends. It is skipped by the Tab key and by screen readers,
/// since the labels or the table have the same links as text.
fn push_link(svg: &mut String, url: &str, drawn: impl FnOnce(&mut String)) {
    svg.push_str("<a href=\"");
    push_escaped(svg, url);
    svg.push_str("\" tabindex=\"-1\">");
    drawn(svg);
    svg.push_str("</a>");
}

/// A share as text: `12.5%`.
pub fn percent(part: usize, whole: usize) -> String {
    // half of the divisor is added, so that division of whole numbers rounds instead of cutting off
    let tenths = (part * 2000 + whole) / (2 * whole.max(1));
    format!("{}.{}%", tenths / 10, tenths % 10)
}
