//! A line of YAML, and where its key and its value are.

use std::collections::HashSet;

/// A line of the text, without its line break.
#[derive(Clone, Copy)]
pub(super) struct YamlLine<'a> {
    pub(super) text: &'a str,
    /// The offsets of its first byte and of the byte after its last one in the text.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The anchors that the file defines.
    pub(super) anchors: &'a HashSet<&'a str>,
}

impl YamlLine<'_> {
    /// The line from an offset of the text on.
    pub(super) fn from(&self, at: usize) -> &str {
        &self.text[at..self.end]
    }

    /// The offset of the key or entry, after the indentation and the dashes of lists.
    pub(super) fn content(&self) -> usize {
        let mut at = self.start;
        loop {
            let rest = self.from(at);
            let indent = rest.len() - rest.trim_start().len();
            at += indent;
            match self.from(at).strip_prefix("- ") {
                Some(_) => at += 2,
                None => return at,
            }
        }
    }

    /// The key of the line, if it has one, and the offset of its value.
    pub(super) fn value(&self) -> (Option<&str>, usize) {
        let at = self.content();
        let rest = self.from(at);
        // no key of the table has one of these in it, so the search ends before the value
        let length = rest.find([':', ' ', '"', '\'', '{', '[', '#', '｛']).unwrap_or(rest.len());
        // to YAML, a colon without a space after it is part of a text
        match rest[length..].strip_prefix(": ") {
            Some(value) if length > 0 => {
                let spaces = value.len() - value.trim_start().len();
                (Some(&rest[..length]), at + length + 2 + spaces)
            }
            _ => (None, at),
        }
    }

    /// Whether a block scalar begins, a text of several lines, which are not checked.
    pub(super) fn begins_block(&self) -> bool {
        let (_, value) = self.value();
        let value = self.from(value);
        let header = |c: char| c.is_ascii_digit() || "+-".contains(c);
        let rest = value.strip_prefix(['|', '>']).map(|rest| rest.trim_start_matches(header));
        rest.is_some_and(|rest| rest.is_empty() || rest.trim_start().starts_with('#'))
    }
}
