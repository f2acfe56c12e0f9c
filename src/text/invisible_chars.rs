//! Invisible characters: what is pasted along with a text and cannot be seen.

/// Whether a character is a Unicode format character without width or shape: soft hyphen,
/// zero-width spaces and joiners, direction marks, byte order mark.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{feff}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
    )
}
