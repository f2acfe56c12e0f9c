//! What the readers of all JSON formats have in common: taking times, voices and words from values,
//! each of which is then accounted for.

use std::ops::Range;

use super::document::{Document, Kind, NodeIndex};
use super::letters::{Letters, letters};
use super::strings::{self, StringChar};
use crate::diagnostics::Code;
use crate::input::transcript::builder::TranscriptBuilder;
use crate::input::transcript::time_unit::TimeUnit;
use crate::input::transcript::unread::UnreadKind;
use crate::model::{ByteUse, Milliseconds};

/// Times of a segment that are none.
const BAD_TIME: UnreadKind = UnreadKind::new(
    Code::BadTime,
    "the time of this segment cannot be read",
    "the times of {n} segments cannot be read",
    "a time is a number that is not negative; what the segment says is kept",
);
/// A copy of what was said that has other words.
const OTHER_WORDS: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "the copy of what was said has other words here, which are left out",
    "the copy of what was said has other words in {n} places, which are left out",
    "the words of the segments are published; if the copy is right, correct the segment",
);
/// How many letters of a copy are compared at once, so that one wrong letter spoils no more.
const COMPARED: usize = 16;

/// What holds from a place within words on.
#[derive(Debug, Default)]
pub(super) struct Mark {
    /// The offset in the file.
    pub at: usize,
    /// When the words before it ended.
    pub ended: Option<Milliseconds>,
    /// When the words begin.
    pub time: Option<(Milliseconds, Range<usize>)>,
    /// Who says them; nothing within where nobody knows.
    pub voice: Option<(Option<String>, Range<usize>)>,
}

/// Reads a document into a transcript.
pub(super) struct JsonReader<'b, 'a> {
    pub builder: &'b mut TranscriptBuilder<'a>,
    pub document: &'b Document<'a>,
    /// Of each value, whether it is accounted for.
    used: Vec<bool>,
}

impl<'b, 'a> JsonReader<'b, 'a> {
    pub fn new(builder: &'b mut TranscriptBuilder<'a>, document: &'b Document<'a>) -> Self {
        let used = vec![false; document.len()];
        Self { builder, document, used }
    }

    /// Whether a value is accounted for.
    pub fn is_used(&self, node: NodeIndex) -> bool {
        self.used.get(node).copied().unwrap_or_default()
    }

    pub fn mark_used(&mut self, node: NodeIndex) {
        if let Some(used) = self.used.get_mut(node) {
            *used = true;
        }
    }

    /// The characters of a string.
    pub fn chars(&self, node: NodeIndex) -> impl Iterator<Item = StringChar> + use<'a> {
        strings::chars(self.builder.source(), self.document.inner(node))
    }

    /// The text that a string or number stands for; nothing for `null` and what is no scalar.
    pub fn text(&self, node: NodeIndex) -> Option<String> {
        match self.document.kind(node) {
            Kind::String => {
                Some(strings::decoded(self.builder.source(), self.document.inner(node)))
            }
            Kind::Bare if self.document.is_value(node) => {
                Some(self.document.written(node).to_owned())
            }
            _ => None,
        }
    }

    /// The time of a value. Numbers may stand in strings, and strings may be clocks.
    pub fn time(&self, node: NodeIndex, unit: TimeUnit) -> Option<Milliseconds> {
        let is_scalar = matches!(self.document.kind(node), Kind::Bare | Kind::String);
        unit.time(self.document.written(node)).filter(|_| is_scalar)
    }

    /// The time and place of a value, which is reported if it is there and no time.
    pub fn begins(
        &mut self,
        node: Option<NodeIndex>,
        unit: TimeUnit,
    ) -> Option<(Milliseconds, Range<usize>)> {
        let node = node.filter(|node| self.document.is_value(*node))?;
        let time = self.time(node, unit);
        let range = self.document.range(node);
        self.mark_used(node);
        if time.is_none() {
            self.builder.report(&BAD_TIME, range.clone());
            self.builder.claim(range.clone(), ByteUse::NotUnderstood);
        }
        Some((time?, range))
    }

    /// The voice that a value names, and where: nothing within where nobody is named.
    pub fn voice(&mut self, node: NodeIndex) -> (Option<String>, Range<usize>) {
        let name = self.text(node).filter(|name| !["", "?"].contains(&name.trim()));
        (name, self.document.range(node))
    }

    /// What holds from the next word on.
    pub fn set(&mut self, mark: Mark) {
        if let Some(end) = mark.ended {
            self.builder.ended(end);
        }
        if let Some((time, range)) = mark.time {
            self.builder.time(time, range);
        }
        if let Some((name, range)) = mark.voice {
            self.builder.voice(name.as_deref(), range);
        }
    }

    /// Accounts for a value as a whole, with all in it.
    pub fn claim(&mut self, node: NodeIndex, used: ByteUse) {
        for within in node..self.document.next(node) {
            self.mark_used(within);
        }
        self.builder.claim(self.document.range(node), used);
    }

    /// Accounts for a string that has words of a text again, and reports those that the text has
    /// not. Gives the offset at which the text has its first words.
    pub fn repeated(&mut self, node: NodeIndex, text: &mut Letters) -> Option<usize> {
        if self.document.kind(node) != Kind::String || self.is_used(node) {
            return None;
        }
        self.mark_used(node);
        self.builder.claim(self.document.range(node), ByteUse::Repeated);
        let is_letter = |found: &StringChar| found.c.is_some_and(char::is_alphanumeric);
        let mut copy = self.chars(node).filter(is_letter);
        let (mut first, mut other) = (None, Vec::new());
        loop {
            let piece: Vec<StringChar> = copy.by_ref().take(COMPARED).collect();
            if piece.is_empty() {
                break;
            }
            match text.find(&letters(piece.iter().filter_map(|found| found.c))) {
                Some(at) => first = first.or(Some(at)),
                None => other.push(piece),
            }
        }
        for range in joined(&other) {
            self.builder.unread(&OTHER_WORDS, range);
        }
        first
    }

    /// Accounts for strings that have the words of a text again.
    pub fn repeated_in(&mut self, nodes: &[NodeIndex], said: &str) {
        let mut text = Letters::of(said.char_indices());
        for node in nodes {
            self.repeated(*node, &mut text);
        }
    }

    /// The language of the file is the text of a value.
    pub fn language(&mut self, node: Option<NodeIndex>) {
        let language = node.and_then(|node| self.text(node));
        if let Some(language) = language.filter(|language| language != "auto") {
            self.builder.language(&language);
        }
    }
}

/// The ranges of pieces; those that follow each other are one.
fn joined(pieces: &[Vec<StringChar>]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for piece in pieces {
        let (Some(first), Some(last)) = (piece.first(), piece.last()) else { continue };
        match ranges.last_mut() {
            Some(range) if range.end == first.range.start => range.end = last.range.end,
            _ => ranges.push(first.range.start..last.range.end),
        }
    }
    ranges
}
