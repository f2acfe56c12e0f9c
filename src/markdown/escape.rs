//! Text as Markdown text: whatever it contains, it stays text.

use std::fmt::Write;

/// Characters that Markdown, GitHub's or a math extension could take for markup anywhere.
const SPECIAL: &str = "\\`*_[]<>&~$";
/// As [`SPECIAL`], on a line where a `#` could end a heading or begin one.
const SPECIAL_IN_LINE: &str = "\\`*_[]<>&~$#";

/// Which ends of a text are ends of the line or of the mark that it stands in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    /// Nothing of the line stands before it.
    pub first: bool,
    /// Nothing of the line stands after it.
    pub last: bool,
}

impl Ends {
    /// A text that is all of its line.
    pub(super) const BOTH: Self = Self { first: true, last: true };
}

/// Appends text so that any CommonMark parser gives it back. Blanks at an end of the line and
/// control characters are written as character references, since a parser drops or folds them.
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

/// The text escaped for a line of its own, where a `#` could end a heading or begin one.
pub(super) fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    push_but(&mut out, text, Ends::BOTH, SPECIAL_IN_LINE);
    out
}

/// The text escaped for a paragraph that nothing stands before: it does not begin a list, a
/// heading or a rule.
pub(super) fn paragraph(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    push(&mut out, text, Ends::BOTH);
    let number = out.len() - out.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if number > 0 && out[number..].starts_with(['.', ')']) {
        out.insert(number, '\\');
    } else if out.starts_with(['#', '+', '-', '=']) {
        out.insert(0, '\\');
    }
    out
}
