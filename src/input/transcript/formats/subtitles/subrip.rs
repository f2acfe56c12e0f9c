//! SubRip: a file taken apart into cues.
//!
//! ```text
//! file = [BOM] { blank | cue }
//! cue  = [ number LF ] times LF { line } blank
//! ```
//!
//! SubRip has no standard; the grammar is that of files from the original program, from Whisper and
//! from FunASR. A file that breaks it loses no words: text below an empty line that is not a cue
//! belongs to the cue before it, a cue may begin without an empty line above it, and words may
//! stand behind the times.

use super::cue::Cue;
use super::messages;
use super::time_line::{self, LineOfTimes};
use crate::input::transcript::builder::TranscriptBuilder;
use crate::input::transcript::cue_text::CueSyntax;
use crate::input::transcript::lines::{TextLine, lines};
use crate::model::ByteUse;

/// Where a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Above {
    /// Below an empty line, or at the start of the file.
    Blank,
    /// Below a line of a cue.
    Cue,
    /// Below a line that stands below an empty line and is no cue's.
    Stray,
}

/// Reads the cues of a file.
pub(super) fn cues(builder: &mut TranscriptBuilder<'_>) -> Vec<Cue> {
    let all: Vec<TextLine<'_>> = lines(builder.source()).map(without_mark).collect();
    let has_cues = all.iter().enumerate().any(|(at, _)| times(&all, at).is_some());
    let mut reader = SubRipReader {
        builder,
        all: &all,
        has_cues,
        cues: Vec::new(),
        number: 0,
        said_number: None,
        above: Above::Blank,
    };
    for at in 0..all.len() {
        reader.line(at);
    }
    reader.cues
}

/// A line without byte order marks around it, which stand where files were joined.
fn without_mark(line: TextLine<'_>) -> TextLine<'_> {
    let text = line.text.trim_start_matches('\u{feff}');
    TextLine { at: line.at + line.text.len() - text.len(), text }
}

/// The times that a line has.
fn times(all: &[TextLine<'_>], at: usize) -> Option<LineOfTimes> {
    let line = all.get(at)?;
    let is_blank = |line: &TextLine<'_>| line.text.trim().is_empty();
    let above = at.checked_sub(1).and_then(|above| all.get(above));
    let is_number = |line: &&TextLine<'_>| number(line.text).is_some();
    let over = at.checked_sub(2).and_then(|over| all.get(over));
    let begins_block = above.is_none_or(is_blank)
        || (above.as_ref().is_some_and(is_number) && over.is_none_or(is_blank));
    time_line::read(line.text, CueSyntax::SubRip, begins_block)
}

/// The number that a line is.
fn number(text: &str) -> Option<u64> {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').parse().ok()
}

struct SubRipReader<'b, 'a> {
    builder: &'b mut TranscriptBuilder<'a>,
    all: &'b [TextLine<'a>],
    /// Whether the file has any times.
    has_cues: bool,
    cues: Vec<Cue>,
    /// The number of the last cue that has one.
    number: u64,
    /// The last number that was read as words because it did not follow.
    said_number: Option<u64>,
    above: Above,
}

impl SubRipReader<'_, '_> {
    fn line(&mut self, at: usize) {
        let Some(line) = self.all.get(at).copied() else { return };
        if line.text.trim().is_empty() {
            self.above = Above::Blank;
        } else if let Some(found) = times(self.all, at) {
            self.cues.push(Cue::begin(self.builder, line, found, CueSyntax::SubRip));
            self.above = Above::Cue;
        } else if times(self.all, at + 1).is_some() {
            self.above_times(line);
        } else if self.has_cues && self.cues.is_empty() {
            self.builder.unread(&messages::BEFORE_CUES, line.range());
            self.above = Above::Stray;
        } else {
            self.words(at, line);
        }
    }

    /// Reads a line above times, which is the number of the cue or words of the cue before.
    fn above_times(&mut self, line: TextLine<'_>) {
        let number = number(line.text);
        if let Some(number) =
            number.filter(|number| self.above != Above::Cue || self.follows(*number))
        {
            self.number = number;
            self.builder.claim(line.range(), ByteUse::Metadata);
        } else if self.above == Above::Blank {
            self.builder.unread(&messages::CUE_NAME, line.range());
        } else if self.cues.is_empty() {
            self.builder.unread(&messages::BEFORE_CUES, line.range());
        } else {
            if number.is_some() {
                self.said_number = number;
                self.builder.report(&messages::NUMBER_SAID, line.range());
            }
            self.say(line);
        }
    }

    /// Whether a number is the next cue's: it follows the last one, or files were joined here.
    fn follows(&self, number: u64) -> bool {
        let follows = |last: u64| last.checked_add(1) == Some(number);
        follows(self.number)
            || self.said_number.is_some_and(follows)
            || (number == 1 && self.number > 1)
    }

    /// Reads a line that has words, or the number of a cue without times.
    fn words(&mut self, at: usize, line: TextLine<'_>) {
        let has_words_below = self.all.get(at + 1).is_some_and(|next| !next.text.trim().is_empty());
        let number = number(line.text).filter(|number| self.follows(*number));
        match number {
            Some(number) if self.above == Above::Blank && has_words_below && self.has_cues => {
                self.number = number;
                self.builder.unread(&messages::CUE_WITHOUT_TIMES, line.range());
                self.cues.push(Cue { at: line.at, ..Cue::default() });
                self.above = Above::Cue;
            }
            _ => {
                if self.above == Above::Blank && self.has_cues {
                    self.builder.report(&messages::UNTIMED_WORDS, line.range());
                    self.above = Above::Stray;
                }
                self.say(line);
            }
        }
    }

    /// Adds a line to the words of the last cue.
    fn say(&mut self, line: TextLine<'_>) {
        if self.cues.is_empty() {
            self.cues.push(Cue { at: line.at, ..Cue::default() });
        }
        if let Some(cue) = self.cues.last_mut() {
            cue.lines.push(line.range());
        }
    }
}
