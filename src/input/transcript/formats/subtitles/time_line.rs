//! The line with the times of a cue, as the formats have it and as tools and translators spoil it.
//!
//! ```text
//! line  = clock arrow clock [ settings ] [ words ]
//! clock = [ "-" ] [[hours ":"] minutes ":"] seconds [("." | ",") fraction]
//! arrow = "-->"
//! ```
//!
//! Read as well, since nothing else can be meant: full-width digits and colons, blanks in a clock
//! or in an arrow, other arrows (`--&gt;`, `->`, `→`), points instead of colons, seconds alone
//! (`7.400 --> 12.020`), and two clocks without an arrow. A line that looks like one of times but
//! has a clock that cannot be read is [`LineOfTimes::Spoilt`].

use super::clock::{Clock, Scanner};
use super::cue::{has_settings_alone, is_setting};
use crate::input::transcript::cue_text::CueSyntax;
use crate::input::transcript::timecode;

/// What a line of times is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LineOfTimes {
    /// Two times.
    Read(CueTimes),
    /// It has a time or an arrow, but not two times that can be read.
    Spoilt,
}

/// The times of a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CueTimes {
    pub(super) start: Clock,
    pub(super) end: Clock,
    /// Where in the line what follows the times begins.
    pub(super) rest: usize,
    /// Whether a player of WebVTT reads them.
    pub(super) is_standard: bool,
}

/// Reads a line as one of times. `begins_block` says that it stands where the format has times:
/// below an empty line, or below the number that stands there.
pub(super) fn read(line: &str, syntax: CueSyntax, begins_block: bool) -> Option<LineOfTimes> {
    if let Some(times) = two_times(line, begins_block) {
        return Some(LineOfTimes::Read(times));
    }
    is_spoilt(line, syntax).then_some(LineOfTimes::Spoilt)
}

/// Whether a text has a line of times as its format writes them, by which the format is known.
pub(super) fn is_certain(line: &str) -> bool {
    // wrong arrows count as well: `00:00:01,000 -> 00:00:03,000`
    const ARROWS: [&str; 5] = ["-->", "->", "–>", "—>", "→"];
    let mut parted = ARROWS.iter().filter_map(|arrow| line.split_once(arrow));
    parted.any(|(from, to)| {
        let to = to.split_whitespace().next().unwrap_or_default();
        timecode::parse(from.trim_start_matches('\u{feff}')).is_some()
            && (timecode::parse(to).is_some() || to.contains(':') || to.is_empty())
    })
}

/// Whether a line has what is left of a line of times: a clock, a setting of a cue, or nothing but
/// numbers and colons.
pub(super) fn has_remains(line: &str) -> bool {
    let is_clock = |word: &str| Scanner::new(word).clock().is_some_and(|clock| clock.is_full());
    let has_numbers = line.contains(|c: char| c.is_ascii_digit())
        && line.contains([':', '.'])
        && !line.contains(char::is_alphabetic);
    has_numbers || line.split_whitespace().any(|word| is_clock(word) || is_setting(word))
}

fn two_times(line: &str, begins_block: bool) -> Option<CueTimes> {
    let mut scanner = Scanner::new(line);
    let start = scanner.clock()?;
    let before_arrow = scanner.at();
    let arrow = scanner.arrow();
    if arrow.is_none() {
        scanner.separator();
    }
    let end = scanner.clock()?;
    let between = line.get(before_arrow..end.range.start)?;
    let rest = end.range.end;
    let is_apart = follows_apart(&line[rest..]);
    let is_certain = match arrow {
        // with whole seconds alone it may be said: `2024 --> 2025`
        Some(_) => {
            start.has_colon || end.has_colon || (start.has_fraction && end.has_fraction) || {
                begins_block && line[rest..].trim().is_empty()
            }
        }
        None => {
            let alone = has_settings_alone(&line[rest..]) && between.trim().chars().count() <= 3;
            alone && start.is_full() && end.is_full()
        }
    };
    (is_certain && is_apart).then(|| CueTimes {
        is_standard: between.trim_matches([' ', '\t', '\u{c}']) == "-->"
            && start.is_webvtt(line)
            && end.is_webvtt(line),
        start,
        end,
        rest,
    })
}

/// Whether what follows a clock is not a part of it that cannot be read.
fn follows_apart(rest: &str) -> bool {
    let is_more = |c: char| c.is_ascii_digit() || ":：.,，;-".contains(c);
    !rest.starts_with(is_more)
}

/// Whether a line that cannot be read was one of times.
fn is_spoilt(line: &str, syntax: CueSyntax) -> bool {
    let Some((before, after)) = Scanner::split_at_arrow(line) else { return false };
    if syntax == CueSyntax::WebVtt && line.contains("-->") {
        // the standard has no arrow in words
        return true;
    }
    let has_letter = |text: &str| text.contains(char::is_alphabetic);
    let begins_with_clock = |text: &str| Scanner::new(text).clock().filter(|c| c.has_colon);
    let left = begins_with_clock(before);
    let right = begins_with_clock(after);
    let left_alone = left.as_ref().is_some_and(|clock| {
        clock.is_full() || !has_letter(before.get(clock.range.end..).unwrap_or_default())
    });
    // `0O:00:01,000 --> 00:00:03,000`
    let digits = before.bytes().filter(u8::is_ascii_digit).count();
    let right_alone =
        right.is_some() && (!has_letter(before) || (digits >= 2 && before.len() < 20));
    let bare = line.contains("-->") && !has_letter(line);
    left_alone || right_alone || bare
}
