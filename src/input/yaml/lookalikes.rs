//! Characters that look like those of the indentation and are not: full-width and no-break spaces,
//! a full-width dash before an entry, tabs.
//!
//! A copy of the same length cannot repair them, because the lines below would have another
//! indentation. Therefore all of them are reported, and the file is not parsed.

use std::ops::Range;

use crate::diagnostics::Code;
use crate::input::schema::{ValueKind, key_names};

/// A character that YAML reads as something else than it looks like.
pub(super) struct Lookalike {
    pub(super) code: Code,
    pub(super) range: Range<usize>,
    pub(super) message: &'static str,
    pub(super) help: String,
}

/// Finds lookalikes in lines that look like keys and entries. In a block scalar, such as a text
/// with indented paragraphs, they are part of the text.
pub(super) fn find(text: &str) -> Vec<Lookalike> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut block: Option<usize> = None;
    let mut in_list = false;
    for whole in text.split_inclusive('\n') {
        let (start, line) = (at, whole.trim_end());
        at += whole.len();
        let indent = line.len() - line.trim_start_matches(' ').len();
        if line.trim().is_empty() || block.is_some_and(|depth| indent > depth) {
            continue;
        }
        block = begins_block(line).then_some(indent);
        found.extend(space(start, line).or_else(|| dash(start, line, in_list)));
        // a wrong dash keeps the list open, so that each of its entries is reported in one run
        in_list = begins_list(line) || (in_list && line.trim_start().starts_with('－'));
    }
    found
}

fn begins_block(line: &str) -> bool {
    let value = line.rsplit_once(": ").map(|(_, value)| value.trim());
    value.is_some_and(|value| {
        let rest = value.strip_prefix(['|', '>']);
        rest.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || "+-".contains(c)))
    })
}

/// Whether a line is the key of a list, and nothing after it.
fn begins_list(line: &str) -> bool {
    let key = line.trim().trim_start_matches("- ").trim_start().strip_suffix(':');
    key.is_some_and(|key| key_names::has_kind(key, ValueKind::is_list))
}

/// Whitespace before a key or an entry that is not indentation to YAML.
fn space(start: usize, line: &str) -> Option<Lookalike> {
    let content = line.trim_start();
    let indent = &line[..line.len() - content.len()];
    let (first, c) = indent.char_indices().find(|(_, c)| !c.is_ascii())?;
    let end = first + indent[first..].len();
    // a continued text may begin with full-width spaces, as Chinese paragraphs do
    if !(content.starts_with("- ") || content.starts_with('－') || has_key(content)) {
        return None;
    }
    let message = match c {
        '\u{3000}' => "this line is indented with full-width blanks",
        _ => "this line is indented with blanks that are not ordinary ones",
    };
    let help = "indent with ordinary blanks; YAML takes these for a part of the word".to_owned();
    Some(Lookalike { code: Code::OddBlank, range: start + first..start + end, message, help })
}

/// A full-width dash before an entry of a list.
fn dash(start: usize, line: &str, in_list: bool) -> Option<Lookalike> {
    let content = line.trim_start();
    let indent = line.len() - content.len();
    let entry = content.strip_prefix('－')?.trim_start();
    // a sentence may begin with `－`; it is a list's dash only where an entry is expected
    if !(in_list || has_key(entry) || entry.starts_with(['{', '｛'])) {
        return None;
    }
    let range = start + indent..start + indent + '－'.len_utf8();
    let message = "the dash before this entry is a full-width one";
    Some(Lookalike {
        code: Code::FullWidthDash,
        range,
        message,
        help: format!("write `- {entry}`"),
    })
}

/// Whether a line begins with a key of the table and a colon.
fn has_key(content: &str) -> bool {
    let key = content.split([':', '：']).next().unwrap_or_default();
    key.len() < content.len() && key_names::is_key(key.trim())
}

/// The offset of a tab in the indentation, which YAML forbids. The parser's message for it depends
/// on what is around the tab.
pub(super) fn indenting_tab(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        // YAML allows tabs on blank lines and before comments
        let is_blank = line.trim().is_empty() || line.trim_start().starts_with('#');
        if !is_blank && let Some(tab) = line[..indent].find('\t') {
            return Some(at + tab);
        }
        at += line.len();
    }
    None
}
