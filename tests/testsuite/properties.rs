//! What must hold for every input there can be.

mod books;
mod damaged_transcripts;
mod input;
mod pages;
mod publishing;
mod quotes;
mod transcripts;

use proptest::prelude::*;
use proptest::test_runner::Config;

/// So many inputs, and no file written about those that fail: they become cases of their own.
fn config(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}

/// Pieces that mean something to Markdown, YAML, HTML or the text rules.
const TELLING: [&str; 48] = [
    " ",
    "  ",
    "\t",
    "\r",
    "\u{a0}",
    "\u{3000}",
    "\u{2028}",
    "\u{85}",
    "\u{feff}",
    "\u{200b}",
    "~",
    "~~",
    "~~~",
    "<ins>",
    "</ins>",
    "<a id=\"x\"></a>",
    "<script>",
    "<!--",
    "-->",
    "&amp;",
    "&#32;",
    "*",
    "**",
    "_",
    "`",
    "```",
    "\\",
    "[x](y)",
    "![](z)",
    "# ",
    "> ",
    "- ",
    "1. ",
    "---",
    "===",
    "|",
    "$",
    "\u{7f}",
    "\u{1}",
    "https://a.b",
    "呃，",
    "嗯。",
    "🎼",
    "😊，",
    "5。0",
    "一点一点",
    "👩‍👩‍👧",
    "e\u{301}",
];

/// A piece of text without a line break, as a transcript's line is.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[\\p{Han}，。]{1,6}",
        2 => "[a-z0-9 ]{1,6}",
        4 => prop::sample::select(TELLING.as_slice()).prop_map(str::to_owned),
        1 => any::<char>()
            .prop_filter("no line break and no NUL", |c| !['\n', '\0'].contains(c))
            .prop_map(String::from),
    ]
}

/// A line of text that is not empty.
fn line() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 1..6).prop_map(|pieces| pieces.concat())
}
