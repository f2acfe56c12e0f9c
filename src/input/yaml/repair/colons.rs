//! Colons: a full-width one after a key, one without a space after it, and one within a value.

use super::full_width;
use super::mistake::YamlMistake;
use super::yaml_line::YamlLine;
use crate::diagnostics::Code;
use crate::input::schema::key_names;
use crate::input::yaml::quoting::{quoted, without_comment};

/// The longest text that is taken for a key, in characters.
const LONGEST_KEY: usize = 64;

impl YamlLine<'_> {
    /// A key with a full-width colon, or without a space after its colon.
    pub(super) fn key_mistake(&self, at: usize, in_brackets: bool) -> Option<YamlMistake> {
        let rest = self.from(at);
        let ends =
            |c: char| [':', '：', ' ', ',', '，', '[', '{', '}', ']', '"', '\'', '#'].contains(&c);
        let (length, _) = rest.char_indices().take(LONGEST_KEY).find(|(_, c)| ends(*c))?;
        let (key, after) = rest.split_at(length);
        let sign = after.chars().next().filter(|c| length > 0 && ":：".contains(*c))?;
        let value = &after[sign.len_utf8()..];
        let ends = if in_brackets { value.find([',', '，', '}', ']']) } else { None };
        let said = value[..ends.unwrap_or(value.len())].trim();
        let ascii = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c);
        let is_name = |word: &str| !word.is_empty() && word.chars().all(ascii);
        // `陶院士：tao-dacheng`, but not a sentence with a colon in it
        let form = !key.is_ascii() && is_name(said);
        let place = at + length..at + length + sign.len_utf8();
        let help = format!("write `{key}: {said}`");
        if sign == '：' && (is_name(key) || form) {
            let message = format!("the colon after `{key}` is a full-width one");
            return Some(YamlMistake {
                code: Code::FullWidthColon,
                replacements: vec![(place.clone(), ":  ")],
                ..YamlMistake::new(place, message, help)
            });
        }
        let first = value.chars().next()?;
        // in `https://…` the colon belongs to an address
        let glued = sign == ':' && !first.is_ascii_whitespace() && first != '/';
        // `12:30` or `a:b` may be a value; a known key, or Chinese after the colon, makes it a key
        if !(glued && (is_name(key) && (!first.is_ascii() || key_names::is_key(key)) || form)) {
            return None;
        }
        let begins = place.end..place.end + first.len_utf8();
        if first.is_whitespace() {
            return Some(full_width::blank(key, begins, help));
        }
        // the first byte becomes the missing space; `x` fills the other bytes of the character
        let blank = [" ", " x", " xx", " xxx"].get(first.len_utf8() - 1)?;
        let message = format!("there is no blank after the colon of `{key}`");
        Some(YamlMistake {
            code: Code::NoBlankAfterColon,
            spoilt_value: Some(begins.start),
            replacements: vec![(begins, blank)],
            ..YamlMistake::new(place, message, help)
        })
    }

    /// A colon and a space within a value.
    pub(super) fn colon_in_value(&self, key: &str, value: usize) -> Option<YamlMistake> {
        let written = without_comment(self.from(value));
        let first = value + written.find(": ")?;
        let message = format!("the value of `{key}` has a colon and a blank in it");
        let help = format!("put it in quotes: {}", quoted(Some(key), written));
        Some(YamlMistake {
            code: Code::ColonInValue,
            spoilt_value: Some(value),
            // the first character may stay as it is, so only the colons are replaced
            replacements: self.as_plain_text(value).split_off(1),
            ..YamlMistake::new(first..first + 1, message, help)
        })
    }
}
