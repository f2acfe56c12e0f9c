//! The letters and digits of a text, with their places.

/// The letters and digits of a text in lower case, without punctuation, symbols and whitespace.
#[derive(Clone, Debug, Default)]
pub struct SpokenText {
    symbols: Vec<char>,
    /// The offset in the text of each, in bytes.
    offsets: Vec<usize>,
}

impl SpokenText {
    /// Collects the letters and digits of a text.
    pub fn of(text: &str) -> Self {
        let spoken = text.char_indices().filter(|(_, c)| c.is_alphanumeric());
        // one symbol for one character, although a few have two in lower case
        let (offsets, symbols) =
            spoken.map(|(at, c)| (at, c.to_lowercase().next().unwrap_or(c))).unzip();
        Self { symbols, offsets }
    }

    /// The symbols.
    pub fn symbols(&self) -> &[char] {
        &self.symbols
    }

    /// The index of the first symbol at or after an offset of the text.
    pub fn index_at(&self, offset: usize) -> usize {
        self.offsets.partition_point(|&at| at < offset)
    }

    /// The offset of a symbol in the text; nothing after the last one.
    pub fn offset(&self, index: usize) -> Option<usize> {
        self.offsets.get(index).copied()
    }
}
