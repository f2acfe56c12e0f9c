//! The record of a forum: its text in passages, every change to it on record.

use std::ops::Range;

use super::Forum;
use crate::text::{self, Edit};

/// A forum's text, divided into passages.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// The passages in transcript order; laid end to end they are the text.
    pub passages: Vec<Passage>,
    /// How many characters belong to what.
    pub ledger: Ledger,
}

/// A paragraph of somebody's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The permalink: six ASCII characters made from what was said, unique within the forum.
    pub id: String,
    /// The turn, by its place in [`Forum::turns`].
    pub turn: usize,
    /// Byte range of the text.
    pub range: Range<usize>,
    /// What is read otherwise; ranges are within the passage's own text.
    pub edits: Vec<Edit>,
    /// Permalinks that were published and lead here now, since the text or its division changed.
    pub formerly: Vec<String>,
}

impl Passage {
    /// What the recogniser gave, character for character.
    pub fn verbatim<'a>(&self, forum: &'a Forum) -> &'a str {
        &forum.transcript.text[self.range.clone()]
    }

    /// What is read.
    pub fn clean(&self, forum: &Forum) -> String {
        text::apply(self.verbatim(forum), &self.edits)
    }
}

/// Characters (Unicode scalar values, blanks included) of the transcript's text by owner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// All of them.
    pub characters: usize,
    /// In talks.
    pub talk: usize,
    /// The host's.
    pub host: usize,
    /// In cuts.
    pub cut: usize,
}

impl Ledger {
    /// Characters that belong to nothing; always 0, or the build stops.
    pub fn lost(&self) -> usize {
        self.characters - self.talk - self.host - self.cut
    }
}

impl Record {
    /// The passages of a turn.
    pub fn of_turn(&self, turn: usize) -> &[Passage] {
        let start = self.passages.partition_point(|p| p.turn < turn);
        let end = self.passages.partition_point(|p| p.turn <= turn);
        &self.passages[start..end]
    }
}
