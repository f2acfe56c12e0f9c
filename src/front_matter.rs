//! Front matter: YAML between two lines `---` at the top of a Markdown file.

use std::ops::Range;

/// The byte range of the YAML and the offset at which the body begins; none where the file does not
/// begin with a line `---` (after a byte order mark) or a second one is missing.
pub fn find(text: &str) -> Option<(Range<usize>, usize)> {
    let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut at = bom;
    let mut start = None;
    for line in text[bom..].split_inclusive('\n') {
        let fence = line.trim_end() == "---";
        match start {
            None if fence => start = Some(at + line.len()),
            None => return None,
            Some(start) if fence => return Some((start..at, at + line.len())),
            Some(_) => {}
        }
        at += line.len();
    }
    None
}
