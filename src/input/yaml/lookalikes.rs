//! Signs of the Chinese keyboard that give a line another place than it seems to have: a full-width
//! or no-break blank in the indentation, and a full-width dash before an entry. A tab is another such.
//!
//! They cannot be repaired in a copy of the same length, since what stands below would no longer be
//! indented as far; so they are all named, and the file is read once they are mended.

use std::ops::Range;

use crate::diagnostics::Code;
use crate::input::schema::{Kind, names};

/// A sign that stands where YAML reads another thing than it seems.
pub(super) struct Sign {
    pub(super) code: Code,
    pub(super) place: Range<usize>,
    pub(super) message: &'static str,
    pub(super) help: String,
}

/// Finds them in the lines that look like keys and entries; in a text of several lines, such as
/// one whose paragraphs are indented, they are a part of it.
pub(super) fn find(text: &str) -> Vec<Sign> {
    let mut signs = Vec::new();
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
        signs.extend(blank(start, line).or_else(|| dash(start, line, in_list)));
        in_list = begins_list(line) || (in_list && line.trim_start().starts_with('－'));
    }
    signs
}

fn begins_block(line: &str) -> bool {
    let sign = line.rsplit_once(": ").map(|(_, value)| value.trim());
    sign.is_some_and(|sign| {
        let rest = sign.strip_prefix(['|', '>']);
        rest.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || "+-".contains(c)))
    })
}

/// Whether a line is the key of a list, and nothing after it.
fn begins_list(line: &str) -> bool {
    let key = line.trim().trim_start_matches("- ").trim_start().strip_suffix(':');
    key.is_some_and(|key| names::has_kind(key, Kind::is_list))
}

/// A blank that is none to YAML before a key or an entry.
fn blank(start: usize, line: &str) -> Option<Sign> {
    let content = line.trim_start();
    let indent = &line[..line.len() - content.len()];
    let (first, c) = indent.char_indices().find(|(_, c)| !c.is_ascii())?;
    let end = first + indent[first..].len();
    if !(content.starts_with("- ") || content.starts_with('－') || has_key(content)) {
        return None;
    }
    let message = match c {
        '\u{3000}' => "this line is indented with full-width blanks",
        _ => "this line is indented with blanks that are not ordinary ones",
    };
    let help = "indent with ordinary blanks; YAML takes these for a part of the word".to_owned();
    Some(Sign { code: Code::OddBlank, place: start + first..start + end, message, help })
}

/// A full-width dash before an entry of a list.
fn dash(start: usize, line: &str, in_list: bool) -> Option<Sign> {
    let content = line.trim_start();
    let indent = line.len() - content.len();
    let entry = content.strip_prefix('－')?.trim_start();
    if !(in_list || has_key(entry) || entry.starts_with(['{', '｛'])) {
        return None;
    }
    let place = start + indent..start + indent + '－'.len_utf8();
    let message = "the dash before this entry is a full-width one";
    Some(Sign { code: Code::FullWidthDash, place, message, help: format!("write `- {entry}`") })
}

/// Whether a line begins with a key that people write, and a colon.
fn has_key(content: &str) -> bool {
    let key = content.split([':', '：']).next().unwrap_or_default();
    key.len() < content.len() && names::is_key(key.trim())
}

/// YAML forbids tabs in indentation; the parser's words for it vary with what surrounds the tab.
pub(super) fn indenting_tab(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let blank = line.trim().is_empty() || line.trim_start().starts_with('#');
        if !blank && let Some(tab) = line[..indent].find('\t') {
            return Some(at + tab);
        }
        at += line.len();
    }
    None
}
