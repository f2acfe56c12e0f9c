//! Values that begin with a character which YAML reserves, or that go on after a closing bracket or
//! quotation mark. Most are meant as plain text.

use std::ops::Range;

use super::mistake::YamlMistake;
use super::yaml_line::YamlLine;
use crate::diagnostics::Code;
use crate::input::yaml::quoting::{describe, quoted, without_comment};

/// Characters with which no plain text can begin, and what YAML uses them for. The first three have
/// no use.
pub(super) const RESERVED: [(char, &str); 8] = [
    ('@', "which YAML keeps for itself"),
    ('`', "which YAML keeps for itself"),
    ('%', "which YAML keeps for itself"),
    ('*', "with which YAML repeats another value"),
    ('&', "with which YAML names a value"),
    ('!', "with which YAML says of what type a value is"),
    ('|', "with which YAML begins a text of several lines"),
    ('>', "with which YAML begins a text of several lines"),
];

impl YamlLine<'_> {
    /// A value that begins with a reserved character.
    pub(super) fn reserved_first(
        &self,
        key: Option<&str>,
        value: usize,
        c: char,
    ) -> Option<YamlMistake> {
        let rest = self.from(value);
        let after = &rest[c.len_utf8()..];
        // `key: - a` begins a list on the line of its key, which YAML refuses
        let item = Some("with which YAML begins an entry of a list");
        let item = item.filter(|_| key.is_some() && c == '-' && after.starts_with(' '));
        let why = RESERVED.iter().find(|(sign, _)| *sign == c).map(|(_, why)| *why).or(item)?;
        let name = after.split_whitespace().next().unwrap_or_default();
        let silent = match c {
            '|' | '>' if self.begins_block() => return None,
            '*' if self.anchors.contains(name) => return None,
            // `&name` may be meant as an anchor; Chinese after `&` is more likely text
            '&' if name.is_ascii() && !name.is_empty() => return None,
            // YAML takes the first word for an anchor or a tag and drops it without an error
            '&' | '!' => true,
            _ => false,
        };
        Some(YamlMistake {
            silent,
            spoilt_value: Some(value),
            replacements: self.as_plain_text(value),
            ..self.reserved(key, value, c, why)
        })
    }

    /// Replacements that make a value plain text: another first character, and no colon with a
    /// space.
    pub(super) fn as_plain_text(&self, value: usize) -> Vec<(Range<usize>, &'static str)> {
        let colons = without_comment(self.from(value)).match_indices(": ");
        let colons = colons.map(|(i, _)| (value + i + 1..value + i + 2, "x"));
        std::iter::once((value..value + 1, "x")).chain(colons).collect()
    }

    pub(super) fn reserved(
        &self,
        key: Option<&str>,
        value: usize,
        c: char,
        why: &str,
    ) -> YamlMistake {
        let sign = if c == '`' { "a backtick".to_owned() } else { format!("`{c}`") };
        let message = format!("{} begins with {sign}, {why}", describe(key));
        let written = without_comment(self.from(value));
        let help = format!("put it in quotes: {}", quoted(key, written));
        YamlMistake {
            code: Code::ReservedSign,
            ..YamlMistake::new(value..value + c.len_utf8(), message, help)
        }
    }

    /// The mistake that a line goes on after the brackets or quotation marks that begin its value.
    pub(super) fn text_after_end(
        &self,
        key: Option<&str>,
        value: usize,
        rest: usize,
    ) -> YamlMistake {
        let c = self.from(value).chars().next().unwrap_or_default();
        let what = if c == '{' || c == '[' { "bracket" } else { "quotation mark" };
        let message = format!("{} goes on after the closing {what}", describe(key));
        let written = without_comment(self.from(value));
        let help = format!("put all of it in quotes: {}", quoted(key, written));
        YamlMistake {
            code: Code::ReservedSign,
            spoilt_value: Some(value),
            replacements: self.as_plain_text(value),
            ..YamlMistake::new(rest..rest + without_comment(self.from(rest)).len(), message, help)
        }
    }
}
