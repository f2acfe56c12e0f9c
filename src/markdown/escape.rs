//! Escapes text for Markdown, so that nothing in it becomes markup.

use std::fmt::Write;

/// Characters that can be markup anywhere in CommonMark, in GitHub's Markdown or in math
/// extensions.
// `!` is markup only before `[`, which is escaped; `|` only in a table, which needs two lines
const SPECIAL: &str = "\\`*_[]<>&~$";
/// [`SPECIAL`] and `#`, which can begin or end a heading.
const SPECIAL_IN_LINE: &str = "\\`*_[]<>&~$#";

/// Which ends of a text are at an end of the line, or of the markup around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    /// Whether the text begins the line.
    pub first: bool,
    /// Whether the text ends the line.
    pub last: bool,
}

impl Ends {
    /// A text that is the whole line.
    pub(super) const BOTH: Self = Self { first: true, last: true };
}

/// Appends text so that any CommonMark parser returns it unchanged. Whitespace at an end of the
/// line and control characters are written as character references, since parsers drop or fold
/// them.
pub(super) fn push(out: &mut String, text: &str, ends: Ends) {
    push_but(out, text, ends, SPECIAL);
}

fn push_but(out: &mut String, text: &str, ends: Ends, special: &str) {
    let start = if ends.first { text.len() - text.trim_start().len() } else { 0 };
    let end = if ends.last { text.trim_end().len() } else { text.len() };
    for (at, c) in text.char_indices() {
        let edge = c.is_whitespace() && (at < start || at >= end);
        if special.contains(c) {
            out.push('\\');
            out.push(c);
        } else if edge || c.is_control() || c == '\u{2028}' || c == '\u{2029}' {
            let _ = write!(out, "&#{};", c as u32);
        } else {
            out.push(c);
        }
    }
}

/// Escapes a text that is a whole line, where a `#` could begin or end a heading.
pub(super) fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    push_but(&mut out, text, Ends::BOTH, SPECIAL_IN_LINE);
    out
}

/// Escapes a text that is a whole paragraph, so that it begins no list, heading or thematic break.
pub(super) fn paragraph(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    push(&mut out, text, Ends::BOTH);
    // `1.` and `1)` begin a list; a backslash before a digit would be shown, so it goes before the
    // mark
    let number = out.len() - out.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if number > 0 && out[number..].starts_with(['.', ')']) {
        out.insert(number, '\\');
    // `*`, `_` and `>` begin blocks as well, and are escaped everywhere
    } else if out.starts_with(['#', '+', '-', '=']) {
        out.insert(0, '\\');
    }
    out
}
