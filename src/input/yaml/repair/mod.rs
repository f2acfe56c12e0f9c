//! Mistakes in YAML that have one likely meaning: full-width characters as syntax, a colon without
//! a space, and texts that begin with a character that YAML reserves.
//!
//! They are found line by line. Each is repaired in a copy of the text that has the same length, so
//! that the rest of the file can be parsed, and its mistakes reported, in the same run.

mod brackets;
mod colons;
mod full_width;
mod mistake;
mod reserved_characters;
mod yaml_line;

use std::collections::HashSet;

use super::quoting::without_comment;
pub use mistake::YamlMistake;
use yaml_line::YamlLine;

/// Finds the mistakes of a text, in order.
pub(super) fn find(text: &str) -> Vec<YamlMistake> {
    let mut mistakes = Vec::new();
    // `*name` is an alias only where the file has a `&name`; else it is text
    let anchors: HashSet<&str> =
        text.split_whitespace().filter_map(|word| word.strip_prefix('&')).collect();
    let mut at = 0;
    // lines that are indented deeper than this belong to a block scalar
    let mut block: Option<usize> = None;
    for whole in text.split_inclusive('\n') {
        let line =
            YamlLine { text, start: at, end: at + whole.trim_end().len(), anchors: &anchors };
        at += whole.len();
        let indent = whole.len() - whole.trim_start_matches(' ').len();
        if block.is_some_and(|depth| indent > depth || line.start >= line.end) {
            continue;
        }
        block = line.begins_block().then_some(indent);
        mistakes.extend(in_line(line));
    }
    mistakes
}

/// The mistakes of a line: of its key, else of its value.
fn in_line(line: YamlLine<'_>) -> Vec<YamlMistake> {
    let at = line.content();
    if line.from(at).is_empty() || line.from(at).starts_with('#') {
        return Vec::new();
    }
    // with a wrong colon, where the value begins is a guess, so the value is not checked
    if let Some(mistake) = line.key_mistake(at, false) {
        return vec![mistake];
    }
    let (key, value) = line.value();
    let Some(first) = line.from(value).chars().next() else { return Vec::new() };
    if let Some(mistake) = full_width::bracket(key, without_comment(line.from(value)), value) {
        return vec![mistake];
    }
    let rest = match first {
        '{' | '[' => line.after_brackets(value),
        '"' | '\'' => line.after_quotes(value, first),
        _ => {
            let mistake = line.reserved_first(key, value, first);
            return mistake.or_else(|| line.colon_in_value(key?, value)).into_iter().collect();
        }
    };
    match rest {
        Some(rest) => vec![line.text_after_end(key, value, rest)],
        None if first == '{' || first == '[' => line.in_brackets(value),
        None => Vec::new(),
    }
}

/// The text with all mistakes repaired, which has the same length.
pub(super) fn repaired(text: &str, mistakes: &[YamlMistake]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (range, by) in mistakes.iter().flat_map(|mistake| &mistake.replacements) {
        bytes[range.clone()].copy_from_slice(by.as_bytes());
    }
    // replacements are ASCII in place of whole characters, so this is always UTF-8
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}
