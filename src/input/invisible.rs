//! Characters that nobody sees: an id with one in it looks like another id, and is not.

/// The first character of a text that has no width and no shape of its own.
pub(super) fn first(text: &str) -> Option<char> {
    text.chars().find(|c| is_invisible(*c))
}

/// The text without them.
pub(super) fn without(text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c)).collect()
}

/// What is wrong with a text that has one in it, to be said of the thing it is.
pub(super) fn named(c: char) -> String {
    format!("has an invisible character (U+{:04X}) in it", u32::from(c))
}

/// Format characters of Unicode that are pasted along unseen.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}
