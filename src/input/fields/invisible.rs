//! Invisible characters: an id that contains one looks the same as another id, but differs.

use crate::text::is_invisible;

/// The first character of a text that has no width and no shape of its own.
pub fn first(text: &str) -> Option<char> {
    text.chars().find(|c| is_invisible(*c))
}

/// The text without them.
pub fn without(text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c)).collect()
}

/// What is wrong with a text that has one in it, as the predicate of a sentence.
pub fn describe(c: char) -> String {
    format!("has an invisible character (U+{:04X}) in it", u32::from(c))
}
