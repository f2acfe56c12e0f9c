//! Nouns that any talk may have, and that say nothing about its subject. The list is in
//! `common_words.txt`; anyone can add to it.

use std::collections::HashSet;
use std::sync::LazyLock;

static ORDINARY: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("common_words.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// Whether a word, in lower case, is one of them.
pub(super) fn is_common(word: &str) -> bool {
    ORDINARY.contains(word)
}
