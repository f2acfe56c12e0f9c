//! Saying the words of a JSON string: its characters as they stand in the file, its escapes as what
//! they stand for.

use std::ops::Range;

use super::document::{Kind, NodeIndex};
use super::reader::{JsonReader, Mark};
use super::strings::{self, StringChar};
use crate::diagnostics::Code;
use crate::input::transcript::builder::SpeechBreak;
use crate::input::transcript::unread::UnreadKind;
use crate::model::ByteUse;
use crate::text::is_invisible;

/// Escapes that stand for no character.
const BAD_ESCAPE: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "this escape stands for no character and is left out",
    "{n} escapes stand for no character and are left out",
    "let the recogniser write the file anew, or write the character itself",
);
/// The longest tag of a recogniser, in bytes.
const LONGEST_TAG: usize = 32;
/// Languages that SenseVoice's tags name.
const LANGUAGES: [&str; 5] = ["zh", "en", "yue", "ja", "ko"];

/// How the words of a string are laid out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    /// What a line break within it is.
    pub line: SpeechBreak,
    /// Whether blanks at its beginning and end are none of it.
    pub trimmed: bool,
}

impl Layout {
    /// Words with line breaks where the layout required them.
    pub const CUE: Self = Self { line: SpeechBreak::Line, trimmed: true };
}

impl JsonReader<'_, '_> {
    /// Says the words of a string.
    pub fn say(&mut self, node: NodeIndex, layout: Layout) {
        self.say_with(node, layout, Vec::new());
    }

    /// Says the words of a string, with what holds from places within it on, in their order.
    pub fn say_with(&mut self, node: NodeIndex, layout: Layout, marks: Vec<Mark>) {
        if self.document.kind(node) != Kind::String {
            return;
        }
        self.mark_used(node);
        let mut range = self.document.inner(node);
        if layout.trimmed {
            range.end = range.start + self.document.written(node).trim_end().len();
        }
        let source = self.builder.source();
        let mut words =
            Words { run: range.start..range.start, edge: layout.trimmed, reader: self, layout };
        let mut marks = marks.into_iter().peekable();
        let mut tag_end = 0;
        for found in strings::chars(source, range) {
            while let Some(mark) = marks.next_if(|mark| mark.at <= found.range.start) {
                words.end_run();
                words.reader.set(mark);
            }
            if found.range.start >= tag_end {
                tag_end = words.add(&found);
            }
        }
        words.end_run();
    }
}

/// Says the characters of a string one by one.
struct Words<'r, 'b, 'a> {
    reader: &'r mut JsonReader<'b, 'a>,
    layout: Layout,
    /// Characters that stand in the file as they were said, and are not yet added.
    run: Range<usize>,
    /// Whether blanks are left out, because no word stands before them on this line.
    edge: bool,
}

impl Words<'_, '_, '_> {
    /// Adds a character. Gives the offset behind the tag that begins with it, if one does.
    fn add(&mut self, found: &StringChar) -> usize {
        let range = found.range.clone();
        let Some(c) = found.c else {
            self.end_run();
            self.reader.builder.unread(&BAD_ESCAPE, range);
            return 0;
        };
        if let Some(tag) = self.tag(found) {
            self.end_run();
            self.reader.builder.claim(tag.clone(), ByteUse::Markup);
            return tag.end;
        }
        if is_line_break(c) {
            self.end_run();
            self.reader.builder.break_at(self.layout.line, range.start);
            self.edge = true;
        } else if !(self.edge && c.is_whitespace()) {
            self.edge = false;
            self.character(found, c);
        }
        0
    }

    fn character(&mut self, found: &StringChar, c: char) {
        let range = found.range.clone();
        if !found.escaped && !c.is_control() {
            if self.run.end != range.start {
                self.end_run();
                self.run = range.start..range.start;
            }
            self.run.end = range.end;
            return;
        }
        self.end_run();
        match c {
            '\t' => self.reader.builder.speech_as(range, " "),
            // it is neither seen nor heard
            c if c.is_control() || is_invisible(c) => {
                self.reader.builder.claim(range, ByteUse::Markup);
            }
            c => self.reader.builder.speech_as(range, c.encode_utf8(&mut [0; 4])),
        }
    }

    /// Adds the characters that stand in the file as they were said.
    fn end_run(&mut self) {
        let end = self.run.end;
        let run = std::mem::replace(&mut self.run, end..end);
        if !run.is_empty() {
            self.reader.builder.visible_speech(run);
        }
    }

    /// The range of the tag that begins with a character: `<|zh|>`, `<|NEUTRAL|>`, as SenseVoice
    /// and Whisper write them.
    fn tag(&mut self, found: &StringChar) -> Option<Range<usize>> {
        if found.c != Some('<') || found.escaped {
            return None;
        }
        let rest = self.reader.builder.source().get(found.range.start..)?.strip_prefix("<|")?;
        let length = rest.bytes().take(LONGEST_TAG).position(|byte| byte == b'|')?;
        let (inner, after) = (rest.get(..length)?, rest.get(length..)?);
        let is_name = |b: u8| b.is_ascii_alphanumeric() || b"_./-".contains(&b);
        if !after.starts_with("|>") || !inner.bytes().all(is_name) {
            return None;
        }
        if LANGUAGES.contains(&inner) {
            self.reader.builder.language(inner);
        }
        Some(found.range.start..found.range.start + length + 4)
    }
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
