//! The lines of a file.

/// A line without its break.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The byte of the file with which it begins.
    pub at: usize,
    /// What stands on it.
    pub text: &'a str,
}

/// Lines without LF or CRLF, and without a BOM at the start.
pub fn lines(source: &str) -> impl Iterator<Item = Line<'_>> {
    let bom = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut at = bom;
    source[bom..].split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        let line = line.strip_suffix('\n').unwrap_or(line);
        Line { at: start, text: line.strip_suffix('\r').unwrap_or(line) }
    })
}
