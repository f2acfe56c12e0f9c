//! The lines of a file.

/// A line without its break.
#[derive(Clone, Copy, Debug)]
pub struct TextLine<'a> {
    /// Its offset in the file.
    pub at: usize,
    /// Its text, without the line break.
    pub text: &'a str,
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
