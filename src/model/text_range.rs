//! Places in a transcript's text.
//!
//! Offsets into the whole text of a forum and offsets into one passage of it are both bytes, and
//! are easily taken for one another. A [`TextOffset`] is one of the whole text, and only
//! [`Transcript`](super::Transcript) can be indexed by a [`TextRange`]; a `Range<usize>` is one of
//! the `&str` that it is used with. What is found in the clean text of a passage has a
//! [`CleanRange`], from which [`Passage::verbatim_range`](super::record::Passage::verbatim_range)
//! leads back to the transcript.

use std::ops::Range;

/// A byte offset in [`Transcript::text`](super::Transcript::text).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextOffset(pub usize);

impl TextOffset {
    /// The offset that many bytes later.
    pub fn plus(self, bytes: usize) -> Self {
        Self(self.0 + bytes)
    }

    /// The range from here to another offset.
    pub fn to(self, end: Self) -> TextRange {
        TextRange { start: self, end }
    }
}

/// A byte range of [`Transcript::text`](super::Transcript::text).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TextRange {
    /// The first byte.
    pub start: TextOffset,
    /// The byte after the last one.
    pub end: TextOffset,
}

impl TextRange {
    /// A range given in bytes of the whole text.
    pub fn new(bytes: Range<usize>) -> Self {
        Self { start: TextOffset(bytes.start), end: TextOffset(bytes.end) }
    }

    /// The range in bytes of the whole text.
    pub fn bytes(self) -> Range<usize> {
        self.start.0..self.end.0
    }

    /// How many bytes it has.
    pub fn len(self) -> usize {
        self.end.0 - self.start.0
    }

    /// Whether it has no bytes.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether a byte lies in it.
    pub fn contains(self, at: TextOffset) -> bool {
        self.start <= at && at < self.end
    }

    /// A part of it, given in bytes from its start, as a range of the whole text.
    pub fn part(self, bytes: Range<usize>) -> Self {
        self.start.plus(bytes.start).to(self.start.plus(bytes.end))
    }

    /// A range that lies in it, in bytes from its start.
    pub fn local(self, part: Self) -> Range<usize> {
        part.start.0 - self.start.0..part.end.0 - self.start.0
    }
}

/// A byte range of a passage's clean text, [`Passage::clean`](super::record::Passage::clean).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CleanRange(pub Range<usize>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_range_and_its_local_bytes_are_the_same() {
        let range = TextRange::new(10..20);
        assert_eq!(range.part(2..5), TextRange::new(12..15));
        assert_eq!(range.local(range.part(2..5)), 2..5);
        assert!(range.contains(TextOffset(10)) && !range.contains(range.end));
        assert!(range.end.to(range.start).is_empty() && range.len() == 10);
    }
}
