//! The letters and digits of a text, with their places.

use std::ops::Range;

/// The letters and digits of a text in lower case, without punctuation, symbols and whitespace.
#[derive(Clone, Debug, Default)]
pub struct SpokenText {
    symbols: Vec<char>,
    /// The offset in the text of each, in bytes.
    offsets: Vec<usize>,
    /// The offset behind each.
    ends: Vec<usize>,
}

impl SpokenText {
    /// Collects the letters and digits of a text.
    pub fn of(text: &str) -> Self {
        let spoken = text.char_indices().filter(|(_, c)| c.is_alphanumeric());
        // one symbol for one character, although a few have two in lower case
        let mut found = Self::default();
        for (at, c) in spoken {
            found.symbols.push(c.to_lowercase().next().unwrap_or(c));
            found.offsets.push(at);
            found.ends.push(at + c.len_utf8());
        }
        found
    }

    /// The symbols.
    pub fn symbols(&self) -> &[char] {
        &self.symbols
    }

    /// The index of the first symbol at or after an offset of the text.
    pub fn index_at(&self, offset: usize) -> usize {
        self.offsets.partition_point(|&at| at < offset)
    }

    /// The bytes of the text from one symbol to before another; nothing where there is none.
    pub fn range(&self, from: usize, to: usize) -> Option<Range<usize>> {
        let last = to.checked_sub(1).filter(|last| from <= *last)?;
        Some(*self.offsets.get(from)?..self.ends.get(last).copied()?)
    }

    /// The offset of a symbol in the text; nothing after the last one.
    pub fn offset(&self, index: usize) -> Option<usize> {
        self.offsets.get(index).copied()
    }
}
