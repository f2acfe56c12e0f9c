//! Where everything stands on the picture, as SVG.

use std::fmt::Write;

use super::line_wrapping::{WrappedText, clipped, ended};
use super::{MOST_WITH_TITLE, SIZE, SocialCard};
use crate::font::Font;
use crate::html_escape::push_escaped;

const PAPER: &str = "#fdfcf9";
const INK: &str = "#211e1a";
const SOFT: &str = "#5e574c";
const SEAL: &str = "#97281d";
const LINE: &str = "#dcd6ca";

/// Where lines begin and end.
const LEFT: f32 = 96.0;
const RIGHT: f32 = 1104.0;
const MEASURE: f32 = RIGHT - LEFT;
/// The line of the kicker.
const KICKER: f32 = 104.0;
/// Where the title begins.
const TOP: f32 = 150.0;
/// The last line of the people.
const PEOPLE: f32 = 494.0;
/// The line of the foot.
const FOOT: f32 = 584.0;
/// From line to line of the title, as a multiple of its size.
const LEADING: f32 = 1.36;
/// Sizes of the title, the largest first, each with the most lines that look well in it.
const TITLE: [(f32, usize); 8] =
    [(104.0, 1), (88.0, 2), (78.0, 2), (70.0, 3), (62.0, 3), (54.0, 3), (48.0, 4), (42.0, 4)];
/// Weights, where the font has several.
const PLAIN: u16 = 400;
const BOLD: u16 = 600;
/// More people than this are named without what they are.
const MOST_PEOPLE: usize = 6;

/// More names than this have no room in two lines.
const MOST_NAMES: usize = 36;

/// An SVG in the making.
struct Drawing<'a> {
    font: &'a Font,
    svg: String,
}

/// A line of text: where it begins or ends, how large and in which colour.
#[derive(Clone, Copy)]
struct Style {
    size: f32,
    weight: u16,
    colour: &'static str,
}

/// The picture as SVG.
pub(super) fn svg(card: &SocialCard, font: &Font) -> String {
    let mut drawing = Drawing { font, svg: String::new() };
    let (width, height) = SIZE;
    let _ = write!(
        drawing.svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">"
    );
    drawing.ground();
    let small = Style { size: 30.0, weight: PLAIN, colour: SEAL };
    drawing.clipped((LEFT, KICKER), small, &card.kicker, MEASURE);
    let below = drawing.people(card);
    drawing.title(card, below - TOP);
    drawing.foot(card);
    drawing.svg.push_str("</svg>");
    drawing.svg
}

impl Drawing<'_> {
    /// The paper, the edge in the colour of the seal, the line above the foot.
    fn ground(&mut self) {
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
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">"
        );
        push_escaped(&mut self.svg, text);
        self.svg.push_str("</text>");
    }

    fn width(&self, style: Style, text: &str) -> f32 {
        self.font.width(text, style.weight) * style.size
    }

    /// A line of text that is at most so wide; gives how wide it is.
    fn clipped(&mut self, at: (f32, f32), style: Style, text: &str, most: f32) -> f32 {
        let text = clipped(text, most, |text| self.width(style, text));
        self.text(at, style, &text);
        self.width(style, &text)
    }

    /// The title, as large as it can be in the room there is.
    fn title(&mut self, card: &SocialCard, room: f32) {
        let (style, lines) = self.set(card, room);
        for (number, line) in lines.iter().enumerate() {
            let y = TOP + style.size * (0.92 + LEADING * number as f32);
            self.text((LEFT - self.hanging(style, line), y), style, line);
        }
    }

    /// The lines of the title in the largest type in which they have room, in the smallest one cut.
    fn set(&self, card: &SocialCard, room: f32) -> (Style, Vec<String>) {
        let width = |text: &str| self.font.width(text, BOLD);
        let mut cut = (Style { size: 0.0, weight: BOLD, colour: INK }, Vec::new());
        for (size, count) in TITLE {
            let measure = MEASURE / size;
            let text = WrappedText::new(&card.title, measure, width);
            let most = count.min((room / (size * LEADING)) as usize).max(1);
            let style = Style { size, ..cut.0 };
            if let Some(lines) = text.lines(measure, most) {
                return (style, lines);
            }
            cut = (style, text.filled(measure, most));
        }
        let (style, mut lines) = cut;
        if let Some(last) = lines.pop() {
            lines.push(ended(&last, MEASURE, |text| self.width(style, text)));
        }
        (style, lines)
    }

    /// How far a line goes out to the left such that what is seen of it begins where all lines do:
    /// a full-width opening mark has its left half empty.
    fn hanging(&self, style: Style, line: &str) -> f32 {
        let opening = line.chars().next().filter(|c| "《〈（「『【“".contains(*c));
        let width = opening.map_or(0.0, |c| self.width(style, c.encode_utf8(&mut [0; 4])));
        if width > style.size * 0.9 { width / 2.0 } else { 0.0 }
    }

    /// Who speaks; gives the line above which the title must end.
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

    /// The names of many, in one line or two, and how many there is no room for.
    fn many(&mut self, card: &SocialCard) -> f32 {
        let style = Style { size: 28.0, weight: PLAIN, colour: INK };
        let names: Vec<&str> = card.people.iter().map(|(name, _)| name.as_str()).collect();
        let most = MEASURE / style.size;
        let width = |text: &str| self.font.width(text, style.weight);
        let mut left = names.len().min(MOST_NAMES);
        let lines = loop {
            let others = card.others.replace("{n}", &(names.len() - left).to_string());
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

    /// The short line above the people; gives the line above which the title must end.
    fn accent(&mut self, top: f32) -> f32 {
        self.block((LEFT, top - 30.0), (56.0, 4.0), SEAL);
        top - 44.0
    }

    fn foot(&mut self, card: &SocialCard) {
        let style = Style { size: 28.0, weight: PLAIN, colour: SOFT };
        let day = self.width(style, &card.day);
        self.text((RIGHT - day, FOOT), style, &card.day);
        self.clipped((LEFT, FOOT), style, &card.foot, MEASURE - day - 40.0);
    }
}
