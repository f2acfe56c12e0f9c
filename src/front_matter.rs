//! Front matter: YAML between two lines `---` at the top of a Markdown file.

use std::ops::Range;

/// The byte range of the YAML and the offset at which the body begins; none where the file does not
/// begin with a line `---` (after a byte order mark) or a second one is missing.
pub fn find(text: &str) -> Option<(Range<usize>, usize)> {
    // some editors on Windows begin a file with a byte order mark, which is invisible
    let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut at = bom;
    let mut start = None;
    for line in text[bom..].split_inclusive('\n') {
        // blanks at the end and the CR of a CRLF line cannot be seen either
        let fence = line.trim_end() == "---";
        match start {
            None if fence => start = Some(at + line.len()),
            // further down, a line `---` is a thematic break of the text
            None => return None,
            Some(start) if fence => return Some((start..at, at + line.len())),
            Some(_) => {}
        }
        at += line.len();
    }
    None
}
