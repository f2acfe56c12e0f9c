//! The lines of a file.

use std::ops::Range;

/// A line without its break.
#[derive(Clone, Copy, Debug)]
pub struct TextLine<'a> {
    /// Its offset in the file.
    pub at: usize,
    /// Its text, without the line break.
    pub text: &'a str,
}

impl TextLine<'_> {
    /// Its byte range in the file.
    pub fn range(&self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }

    /// The byte range in the file of a part of its text.
    pub fn part(&self, range: Range<usize>) -> Range<usize> {
        self.at + range.start..self.at + range.end
    }
}

/// Lines without LF, CRLF or CR, and without a BOM at the start.
pub fn lines(source: &str) -> impl Iterator<Item = TextLine<'_>> {
    let bom = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut at = bom;
    // CRLF is two ends with nothing between them
    source[bom..].split_inclusive(['\n', '\r']).filter_map(move |line| {
        let start = at;
        at += line.len();
        let after_return = start > bom && source.as_bytes()[start - 1] == b'\r';
        let text = line.trim_end_matches(['\n', '\r']);
        (!(after_return && line == "\n")).then_some(TextLine { at: start, text })
    })
}
