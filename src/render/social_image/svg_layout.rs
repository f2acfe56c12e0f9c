//! The layout of the picture, as SVG. Coordinates and sizes are in pixels.

use std::fmt::Write;

use super::line_wrapping::{WrappedText, clipped, with_ellipsis};
use super::{MOST_WITH_TITLE, SIZE, SocialCard};
use crate::font::Font;
use crate::html_escape::push_escaped;

const PAPER: &str = "#fdfcf9";
const INK: &str = "#211e1a";
const SOFT: &str = "#5e574c";
const SEAL: &str = "#97281d";
const LINE: &str = "#dcd6ca";

/// Left and right edge of the text.
const LEFT: f32 = 96.0;
const RIGHT: f32 = 1104.0;
const MEASURE: f32 = RIGHT - LEFT;
/// Baseline of the kicker.
const KICKER: f32 = 104.0;
/// Top of the title.
const TOP: f32 = 150.0;
/// Baseline of the last line of speakers.
const PEOPLE: f32 = 494.0;
/// Baseline of the foot.
const FOOT: f32 = 584.0;
/// Line height of the title, as a multiple of its size.
const LEADING: f32 = 1.36;
/// Sizes of the title, the largest first, each with the maximum number of lines.
const TITLE: [(f32, usize); 8] =
    [(104.0, 1), (88.0, 2), (78.0, 2), (70.0, 3), (62.0, 3), (54.0, 3), (48.0, 4), (42.0, 4)];
/// Font weights, where the font is variable.
const PLAIN: u16 = 400;
const BOLD: u16 = 600;
/// With more speakers than this, only names are drawn.
const MOST_PEOPLE: usize = 6;

/// Number of names that can fit in two lines at all; the search for the fitting number starts here.
const MOST_NAMES: usize = 36;

/// The SVG as written so far.
struct Drawing<'a> {
    font: &'a Font,
    svg: String,
}

/// The style of a line of text.
#[derive(Clone, Copy)]
struct Style {
    size: f32,
    weight: u16,
    colour: &'static str,
}

/// Draws the card.
pub(super) fn svg(card: &SocialCard, font: &Font) -> String {
    let mut drawing = Drawing { font, svg: String::new() };
    let (width, height) = SIZE;
    let _ = write!(
        drawing.svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">"
    );
    drawing.background();
    let small = Style { size: 30.0, weight: PLAIN, colour: SEAL };
    drawing.clipped((LEFT, KICKER), small, &card.kicker, MEASURE);
    // speakers stand on fixed lines at the bottom, and the title gets the room that they leave
    let below = drawing.people(card);
    drawing.title(card, below - TOP);
    drawing.foot(card);
    drawing.svg.push_str("</svg>");
    drawing.svg
}

impl Drawing<'_> {
    /// The background, the coloured edge at the left, the line above the foot.
    fn background(&mut self) {
        let (width, height) = (SIZE.0 as f32, SIZE.1 as f32);
        self.block((0.0, 0.0), (width, height), PAPER);
        self.block((0.0, 0.0), (18.0, height), SEAL);
        self.block((LEFT, FOOT - 46.0), (MEASURE, 1.5), LINE);
    }

    fn block(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), colour: &str) {
        let _ = write!(
            self.svg,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{colour}\"/>"
        );
    }

    fn text(&mut self, (x, y): (f32, f32), style: Style, text: &str) {
        let Style { size, weight, colour } = style;
        let _ = write!(
            self.svg,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" \
             fill=\"{colour}\">"
        );
        push_escaped(&mut self.svg, text);
        self.svg.push_str("</text>");
    }

    fn width(&self, style: Style, text: &str) -> f32 {
        self.font.width(text, style.weight) * style.size
    }

    /// Draws a line of text, shortened to at most `most`; gives its width.
    fn clipped(&mut self, at: (f32, f32), style: Style, text: &str, most: f32) -> f32 {
        let text = clipped(text, most, |text| self.width(style, text));
        self.text(at, style, &text);
        self.width(style, &text)
    }

    /// Draws the title as large as it fits into `room`, a height.
    fn title(&mut self, card: &SocialCard, room: f32) {
        let (style, lines) = self.fit_title(card, room);
        for (number, line) in lines.iter().enumerate() {
            let y = TOP + style.size * (0.92 + LEADING * number as f32);
            self.text((LEFT - self.hanging(style, line), y), style, line);
        }
    }

    /// The lines of the title in the largest size that fits; in the smallest size the end is cut.
    fn fit_title(&self, card: &SocialCard, room: f32) -> (Style, Vec<String>) {
        let width = |text: &str| self.font.width(text, BOLD);
        let mut cut = (Style { size: 0.0, weight: BOLD, colour: INK }, Vec::new());
        for (size, count) in TITLE {
            let measure = MEASURE / size;
            let text = WrappedText::new(&card.title, measure, width);
            // a card must have a title, however little room is left
            let most = count.min((room / (size * LEADING)) as usize).max(1);
            let style = Style { size, ..cut.0 };
            if let Some(lines) = text.lines(measure, most) {
                return (style, lines);
            }
            cut = (style, text.filled(measure, most));
        }
        let (style, mut lines) = cut;
        if let Some(last) = lines.pop() {
            lines.push(with_ellipsis(&last, MEASURE, |text| self.width(style, text)));
        }
        (style, lines)
    }

    /// How far a line is shifted to the left so that its ink is aligned with the other lines: the
    /// left half of a full-width opening bracket is empty.
    fn hanging(&self, style: Style, line: &str) -> f32 {
        let opening = line.chars().next().filter(|c| "《〈（「『【“".contains(*c));
        let width = opening.map_or(0.0, |c| self.width(style, c.encode_utf8(&mut [0; 4])));
        // a bracket of a Latin font is narrow and has no empty half
        if width > style.size * 0.9 { width / 2.0 } else { 0.0 }
    }

    /// Draws the speakers; gives the y coordinate above which the title must end.
    fn people(&mut self, card: &SocialCard) -> f32 {
        let people = &card.people;
        let (columns, name, pitch) = match people.len() {
            0 => return PEOPLE,
            1..=MOST_WITH_TITLE => (1, 38.0, 56.0),
            4..=MOST_PEOPLE => (2, 30.0, 48.0),
            _ => return self.many(card),
        };
        let rows = people.len().div_ceil(columns);
        let top = PEOPLE - pitch * (rows - 1) as f32;
        let room = (MEASURE - 32.0 * (columns - 1) as f32) / columns as f32;
        let named = Style { size: name, weight: BOLD, colour: INK };
        let of = Style { size: name * 0.8, weight: PLAIN, colour: SOFT };
        let widest = people.iter().map(|(name, _)| self.width(named, name)).fold(0.0, f32::max);
        // all affiliations begin at one edge; one long name must not leave them without room
        let indent = widest.min(room * 0.5) + name * 0.8;
        for (number, (name, what)) in people.iter().enumerate() {
            let x = LEFT + (room + 32.0) * (number % columns) as f32;
            let y = top + pitch * (number / columns) as f32;
            let most = if what.is_some() { room * 0.5 } else { room };
            self.clipped((x, y), named, name, most);
            if let Some(what) = what {
                self.clipped((x + indent, y), of, what, room - indent);
            }
        }
        self.accent(top - name)
    }

    /// Draws as many names as fit in two lines, and the number of the others.
    fn many(&mut self, card: &SocialCard) -> f32 {
        let style = Style { size: 28.0, weight: PLAIN, colour: INK };
        let names: Vec<&str> = card.people.iter().map(|(name, _)| name.as_str()).collect();
        let most = MEASURE / style.size;
        let width = |text: &str| self.font.width(text, style.weight);
        let mut left = names.len().min(MOST_NAMES);
        let lines = loop {
            let others = card.others.replace("{n}", &(names.len() - left).to_string());
            // each name is one word, so that a line ends between names and never within one
            let named = names[..left].iter().map(|name| format!("{name}　"));
            let phrases = vec![named.chain((left < names.len()).then_some(others)).collect()];
            let text = WrappedText::new(&phrases, most, width);
            match text.lines(most, 2) {
                None if left > 1 => left -= 1,
                lines => break lines.unwrap_or_else(|| text.filled(most, 2)),
            }
        };
        let top = PEOPLE - 46.0 * (lines.len() - 1) as f32;
        for (number, line) in lines.iter().enumerate() {
            self.clipped((LEFT, top + 46.0 * number as f32), style, line, MEASURE);
        }
        self.accent(top - style.size)
    }

    /// Draws the short line above the speakers; gives the y coordinate above which the title must
    /// end.
    fn accent(&mut self, top: f32) -> f32 {
        self.block((LEFT, top - 30.0), (56.0, 4.0), SEAL);
        top - 44.0
    }

    fn foot(&mut self, card: &SocialCard) {
        let style = Style { size: 28.0, weight: PLAIN, colour: SOFT };
        // the date is short and stays whole, so it is measured first and the forum gets the rest
        let day = self.width(style, &card.day);
        self.text((RIGHT - day, FOOT), style, &card.day);
        self.clipped((LEFT, FOOT), style, &card.foot, MEASURE - day - 40.0);
    }
}
