//! The characters of a JSON string, each with its place in the file.
//!
//! ```text
//! escape = "\" ( '"' | "\" | "/" | "b" | "f" | "n" | "r" | "t" | "u" 4 hex digits )
//! ```
//!
//! Characters beyond the first 65,536 are two `\u` escapes, a surrogate pair. Half a pair and any
//! other escape stand for no character.

use std::ops::Range;

/// A character of a string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StringChar {
    /// Where it stands in the file.
    pub range: Range<usize>,
    /// The character; nothing where an escape stands for none.
    pub c: Option<char>,
    /// Whether it is an escape.
    pub escaped: bool,
}

/// The characters in a range of the file, which is a string without its quotes.
pub(super) fn chars(source: &str, range: Range<usize>) -> impl Iterator<Item = StringChar> + '_ {
    let text = source.get(range.clone()).unwrap_or_default();
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).unwrap_or_default();
        let first = rest.chars().next()?;
        let (length, c) =
            if first == '\\' { escape(rest) } else { (first.len_utf8(), Some(first)) };
        let start = range.start + at;
        at += length;
        Some(StringChar { range: start..start + length, c, escaped: first == '\\' })
    })
}

/// The text that a string stands for.
pub(super) fn decoded(source: &str, range: Range<usize>) -> String {
    chars(source, range).filter_map(|found| found.c).collect()
}

/// The length of the escape that a text begins with, and what it stands for.
fn escape(text: &str) -> (usize, Option<char>) {
    let Some(kind) = text.chars().nth(1) else { return (text.len(), None) };
    let simple = |c| (2, Some(c));
    match kind {
        '"' | '\\' | '/' => simple(kind),
        'b' => simple('\u{8}'),
        'f' => simple('\u{c}'),
        'n' => simple('\n'),
        'r' => simple('\r'),
        't' => simple('\t'),
        'u' => unicode(text),
        // the backslash alone is not understood
        _ => (1, None),
    }
}

/// The length of one or two escapes `\u1234`, and the character.
fn unicode(text: &str) -> (usize, Option<char>) {
    let Some(unit) = hex(text) else { return (2, None) };
    let second = text.get(6..).and_then(hex).filter(|unit| (0xDC00..0xE000).contains(unit));
    match (unit, second) {
        (0xD800..0xDC00, Some(second)) => {
            (12, char::from_u32(0x1_0000 + ((unit - 0xD800) << 10) + (second - 0xDC00)))
        }
        _ => (6, char::from_u32(unit)),
    }
}

/// The number of the escape `\u1234` that a text begins with.
fn hex(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    let digits = Some(digits).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escape_is_the_character_that_it_stands_for() {
        let whole = |text: &str| decoded(text, 0..text.len());
        assert_eq!(whole(r#"甲\u4e59\"\\\/\n\t"#), "甲乙\"\\/\n\t");
        assert_eq!(whole(r"\ud83d\ude00\u00E9"), "😀é");
        assert_eq!(whole(r"a\ud83d"), "a");
        assert_eq!(whole(r"\ude00b"), "b");
        assert_eq!(whole(r"\ud83d\u4e59"), "乙");
        assert_eq!(whole(r"\u+123甲"), "+123甲");
        assert_eq!(whole(r"\x甲\"), "x甲");
        assert_eq!(whole(r"\u12"), "12");
    }

    #[test]
    fn every_character_knows_its_place() {
        let text = r"甲\u4e59\ud83d\ude00丙";
        let places: Vec<_> = chars(text, 0..text.len()).map(|found| found.range).collect();
        assert_eq!(places, [0..3, 3..9, 9..21, 21..24]);
        assert_eq!(
            chars(text, 3..9).next().map(|found| (found.range, found.c)),
            Some((3..9, Some('乙')))
        );
    }
}
