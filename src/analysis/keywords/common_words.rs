//! Words that any talk has: they name something, and say nothing of what the talk is about.
//!
//! One list, in `common_words.txt`, that anyone can add to.

use std::collections::HashSet;
use std::sync::LazyLock;

static ORDINARY: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("common_words.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// Whether any talk may have this word (in lower case).
pub(super) fn is_ordinary(word: &str) -> bool {
    ORDINARY.contains(word)
}
