//! WebVTT: a file taken apart into cues, as its standard says
//! (<https://www.w3.org/TR/webvtt1/#file-parsing>).
//!
//! ```text
//! file   = [BOM] "WEBVTT" [ blank text ] LF { line } blank { block }
//! block  = cue | note | style | stray
//! cue    = [ name LF ] times LF { line } (blank | before times)
//! note   = "NOTE" [ blank text ] LF { line }
//! style  = ("STYLE" | "REGION") LF { line }
//! stray  = { line }                             any other block without times
//! ```
//!
//! Only an empty line ends a block; a line of blanks does not. A line with an arrow is never
//! text: it begins a cue, with the line above it as the cue's name where that begins the block. A
//! block without times is no speech, and one that is neither a note nor a style is reported.
//!
//! What people write besides is read as well: a header in small letters or below empty lines, a
//! second header where segments of a stream were joined, old region lines, a style sheet with an
//! empty line in it, and a number directly below the words of a cue that follows the last number.

use super::cue::Cue;
use super::messages;
use super::time_line::{self, LineOfTimes};
use crate::input::transcript::builder::TranscriptBuilder;
use crate::input::transcript::cue_text::CueSyntax;
use crate::input::transcript::lines::{TextLine, lines};
use crate::model::ByteUse;

/// Whether a text begins with the header of WebVTT, however it is written.
pub(super) fn has_header(source: &str) -> bool {
    lines(source).find(|line| !bare(line.text).is_empty()).is_some_and(|line| is_header(line.text))
}

/// A line's text without blanks and byte order marks around it.
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}

/// Whether a line is the header of a file.
fn is_header(text: &str) -> bool {
    bare(text).get(..6).is_some_and(|start| start.eq_ignore_ascii_case("WEBVTT"))
}

/// Whether a line is the header of a file that was joined to this one.
fn is_second_header(text: &str) -> bool {
    bare(text) == "WEBVTT"
}

/// Reads the cues of a file that has a header.
pub(super) fn cues(builder: &mut TranscriptBuilder<'_>) -> Vec<Cue> {
    let all: Vec<TextLine<'_>> = lines(builder.source()).collect();
    let mut reader = WebVttReader { builder, all: &all, at: 0, cues: Vec::new(), number: None };
    reader.first_header();
    while reader.at < all.len() {
        reader.block();
    }
    reader.cues
}

struct WebVttReader<'b, 'a> {
    builder: &'b mut TranscriptBuilder<'a>,
    all: &'b [TextLine<'a>],
    /// The index of the next line.
    at: usize,
    cues: Vec<Cue>,
    /// The number that names the last cue.
    number: Option<u64>,
}

impl<'a> WebVttReader<'_, 'a> {
    fn get(&self, at: usize) -> Option<TextLine<'a>> {
        self.all.get(at).copied()
    }

    /// Whether a line is empty or beyond the end, which ends a block.
    fn ends_block(&self, at: usize) -> bool {
        self.get(at).is_none_or(|line| line.text.trim_matches('\u{feff}').is_empty())
    }

    fn times(&self, at: usize) -> Option<LineOfTimes> {
        time_line::read(self.get(at)?.text, CueSyntax::WebVtt, true)
    }

    /// Reads the header of the file.
    fn first_header(&mut self) {
        while self.get(self.at).is_some_and(|line| bare(line.text).is_empty()) {
            self.at += 1;
        }
        let Some(line) = self.get(self.at) else { return };
        let rest = line.text.strip_prefix("WEBVTT");
        let is_exact = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
        if self.at > 0 || !is_exact {
            self.builder.report(&messages::HEADER_FORM, line.range());
        }
        self.header();
        // `WEBVTT大家好`
        let start = line.at + line.text.len() - line.text.trim_start().len() + "WEBVTT".len();
        let rest = line.text.get(start - line.at..).unwrap_or_default();
        if rest.starts_with(char::is_alphanumeric) {
            self.builder.unread(&messages::HEADER_LINE, start..line.at + line.text.len());
        }
    }

    /// Reads a header, from its first line to an empty line or to times.
    fn header(&mut self) {
        if let Some(line) = self.get(self.at) {
            self.builder.claim(line.range(), ByteUse::Metadata);
        }
        self.at += 1;
        let mut is_style = false;
        while !self.ends_block(self.at) && self.times(self.at).is_none() {
            let Some(line) = self.get(self.at) else { return };
            is_style |= line.text.trim_end().eq_ignore_ascii_case("style:");
            self.header_line(line, is_style);
            self.at += 1;
        }
    }

    fn header_line(&mut self, line: TextLine<'_>, is_style: bool) {
        let text = line.text.trim();
        let is_pair = text.contains([':', '=']) || !text.contains(char::is_alphanumeric);
        if !is_pair && !is_style {
            self.builder.unread(&messages::HEADER_LINE, line.range());
            return;
        }
        self.builder.claim(line.range(), ByteUse::Metadata);
        let Some((key, value)) = text.split_once(':') else { return };
        let value = value.trim();
        if key.eq_ignore_ascii_case("language") && !value.is_empty() {
            self.builder.language(value);
        }
        let is_other = ["chapters", "metadata"].iter().any(|kind| value.eq_ignore_ascii_case(kind));
        if key.eq_ignore_ascii_case("kind") && is_other {
            self.builder.report(&messages::NO_SPEECH, line.range());
        }
    }

    /// Reads a block, or passes over an empty line.
    fn block(&mut self) {
        if self.ends_block(self.at) {
            self.at += 1;
        } else if let Some(found) = self.times(self.at) {
            self.cue(found);
        } else if !self.ends_block(self.at + 1)
            && let Some(found) = self.times(self.at + 1)
        {
            self.name();
            self.cue(found);
        } else {
            self.block_without_times();
        }
    }

    /// Reads the name of a cue.
    fn name(&mut self) {
        let Some(line) = self.get(self.at) else { return };
        self.at += 1;
        let name = bare(line.text);
        self.number = name.parse().ok();
        let is_note = first_word(name) == "NOTE" || is_second_header(name);
        if is_note || name.bytes().all(|b| b.is_ascii_graphic()) {
            self.builder.claim(line.range(), ByteUse::Metadata);
        } else {
            self.builder.unread(&messages::CUE_NAME, line.range());
        }
    }

    /// Reads a cue from its times on.
    fn cue(&mut self, found: LineOfTimes) {
        let Some(line) = self.get(self.at) else { return };
        let mut cue = Cue::begin(self.builder, line, found, CueSyntax::WebVtt);
        self.at += 1;
        while !self.ends_block(self.at) && !self.begins_next() {
            let Some(line) = self.get(self.at) else { break };
            if !line.text.trim().is_empty() {
                cue.lines.push(line.range());
            }
            self.at += 1;
        }
        self.cues.push(cue);
    }

    /// Whether a line in a cue begins something else.
    fn begins_next(&self) -> bool {
        let Some(line) = self.get(self.at) else { return true };
        if self.times(self.at).is_some() {
            return true;
        }
        let next_number = self.number.and_then(|number| number.checked_add(1));
        let is_number = next_number.is_some() && bare(line.text).parse().ok() == next_number;
        let follows = || self.get(self.at + 1).is_some_and(|next| begins_header_line(next.text));
        (is_number && self.times(self.at + 1).is_some())
            || (is_second_header(line.text) && (line.text.starts_with('\u{feff}') || follows()))
    }

    /// Reads a block that has no times.
    fn block_without_times(&mut self) {
        let Some(first) = self.get(self.at) else { return };
        let text = bare(first.text);
        if is_second_header(text) {
            return self.header();
        }
        let start = self.at;
        while !self.ends_block(self.at) && (self.at == start || self.times(self.at).is_none()) {
            self.at += 1;
        }
        let block = self.all.get(start..self.at).unwrap_or_default();
        if first_word(text) == "NOTE" {
            self.note(block);
        } else if ["STYLE", "REGION"].contains(&text) {
            let (head, body) = block.split_at(1);
            self.claim(head);
            self.style(body);
            self.rest_of_style(block);
        } else {
            self.stray(block);
        }
    }

    fn claim(&mut self, block: &[TextLine<'_>]) {
        block.iter().for_each(|line| self.builder.claim(line.range(), ByteUse::Metadata));
    }

    /// Reads a note. Below a time it may have the words of a cue whose arrow is gone.
    fn note(&mut self, block: &[TextLine<'_>]) {
        let is_time = |line: &TextLine<'_>| time_line::has_remains(line.text);
        let end = block.iter().position(is_time).map_or(block.len(), |at| at + 1);
        let (note, rest) = block.split_at(end);
        self.claim(note);
        self.stray(rest);
    }

    /// Reads lines of a style sheet or a region. A line that has none of their signs is reported:
    /// an empty line is missing above a cue.
    fn style(&mut self, lines: &[TextLine<'_>]) {
        for line in lines {
            let is_style = line.text.contains(['{', '}', ';', ':', '=', '/', '*', ',']);
            let has_times = time_line::has_remains(line.text);
            if (is_style && !has_times) || !line.text.contains(char::is_alphanumeric) {
                self.builder.claim(line.range(), ByteUse::Metadata);
            } else {
                self.stray(&[*line]);
            }
        }
    }

    /// Reads the part of a style sheet that stands below an empty line in it.
    fn rest_of_style(&mut self, block: &[TextLine<'_>]) {
        let mut open = open_braces(block);
        while open > 0 {
            let blank = (self.at..self.all.len()).take_while(|at| self.ends_block(*at)).count();
            let start = self.at + blank;
            let lines = (start..self.all.len())
                .take_while(|at| !self.ends_block(*at) && self.times(*at).is_none())
                .count();
            let part = self.all.get(start..start + lines).unwrap_or_default();
            let is_css = |line: &TextLine<'_>| line.text.contains(['{', '}', ';']);
            if part.is_empty() || !part.iter().all(is_css) {
                break;
            }
            self.claim(part);
            self.at = start + lines;
            open += open_braces(part);
        }
    }

    /// Reads a block that the standard has no name for.
    fn stray(&mut self, block: &[TextLine<'_>]) {
        for line in block.iter().filter(|line| !bare(line.text).is_empty()) {
            let is_region = line.text.to_ascii_lowercase().starts_with("region:");
            if is_region && line.text.contains('=') {
                self.builder.claim(line.range(), ByteUse::Metadata);
            } else if self.cues.is_empty() {
                self.builder.unread(&messages::BEFORE_CUES, line.range());
            } else {
                self.builder.unread(&messages::BETWEEN_CUES, line.range());
            }
        }
    }
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}

/// Whether a line is one that follows the first of a header, or ends it.
fn begins_header_line(text: &str) -> bool {
    let keys = ["X-TIMESTAMP-MAP", "Kind:", "Language:"];
    text.is_empty() || keys.iter().any(|key| text.starts_with(key))
}

/// How many more braces are opened than closed.
fn open_braces(block: &[TextLine<'_>]) -> i64 {
    let signs = block.iter().flat_map(|line| line.text.bytes());
    signs.fold(0, |open, b| open + i64::from(b == b'{') - i64::from(b == b'}'))
}
