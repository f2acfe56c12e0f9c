//! Times as tools write them beside words, by themselves and in brackets.
//!
//! ```text
//! stamp   = bracket moment [ range moment ] bracket | moment [ range moment ]
//! moment  = [digits ":"] digits ":" 2 digits [ ("." | "," | ":") fraction ]
//!         | digits [ "." fraction ] "s"
//! range   = "-->" | "->" | "→" | "–" | "—" | "-" | "~" | "～" | "至"      with or without blanks
//! bracket = "[" "]" | "(" ")" | "（" "）" | "【" "】"
//! ```
//!
//! In brackets and with an arrow the `s` of seconds may be missing (`[0.00 --> 3.20]`). What stands
//! after a fourth colon is a fraction: thousandths where it has three digits (`00:00:12:120`), and
//! else frames, which are less than a second and are left out.

use crate::model::Milliseconds;

/// Signs between the two times of a range, the longer before those that they begin with.
const RANGE_SIGNS: [&str; 9] = ["-->", "->", "→", "–", "—", "-", "~", "～", "至"];
/// The brackets around a time.
const BRACKETS: [(char, char, Shape); 4] = [
    ('[', ']', Shape::Square),
    ('【', '】', Shape::Square),
    ('(', ')', Shape::Round),
    ('（', '）', Shape::Round),
];

/// How a time stands on its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// In brackets that recognised speech does not have: always a time.
    Square,
    /// In round brackets.
    Round,
    /// Without brackets, so that it may be words.
    Bare,
}

/// A time that a text begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The time, or the first of two.
    pub from: Milliseconds,
    /// The second of two.
    pub to: Option<Milliseconds>,
    /// How it is written.
    pub shape: Shape,
    /// How many bytes it has, with its brackets.
    pub length: usize,
}

/// The time that a text begins with.
pub fn stamp(text: &str) -> Option<Stamp> {
    let first = text.chars().next()?;
    let bracket = BRACKETS.iter().find(|(open, ..)| *open == first);
    let Some(&(open, close, shape)) = bracket else {
        return times(text, false).map(|(from, to, length)| Stamp {
            from,
            to,
            shape: Shape::Bare,
            length,
        });
    };
    let inner = blanks_after(text, open.len_utf8());
    let (from, to, length) = times(&text[inner..], true)?;
    let end = blanks_after(text, inner + length);
    let length = end + close.len_utf8();
    text[end..].starts_with(close).then_some(Stamp { from, to, shape, length })
}

/// One time or two, and their length.
fn times(text: &str, bracketed: bool) -> Option<(Milliseconds, Option<Milliseconds>, usize)> {
    // outside of brackets `5s` may be words
    let first = if bracketed { moment(text) } else { clock(text) };
    // without the letter of seconds a number is a time only before an arrow
    let plain = || plain_seconds(text).filter(|_| bracketed);
    let (from, length) = first.or_else(plain)?;
    let sign_at = blanks_after(text, length);
    let rest = &text[sign_at..];
    let second = RANGE_SIGNS.iter().find_map(|sign| {
        let to_at = blanks_after(text, sign_at + rest.strip_prefix(sign).map(|_| sign.len())?);
        let (to, length) = match first {
            Some(_) => moment(&text[to_at..])?,
            None if sign.len() > 1 => plain_seconds(&text[to_at..])?,
            None => return None,
        };
        (to >= from).then_some((to, to_at + length))
    });
    match second {
        Some((to, length)) => Some((from, Some(to), length)),
        None => first.map(|_| (from, None, length)),
    }
}

/// A clock, or seconds with their letter.
fn moment(text: &str) -> Option<(Milliseconds, usize)> {
    clock(text).or_else(|| {
        let (time, length) = plain_seconds(text)?;
        let rest = text[length..].strip_prefix('s')?;
        ends_here(rest).then_some((time, length + 1))
    })
}

/// `1:02:03.500`.
fn clock(text: &str) -> Option<(Milliseconds, usize)> {
    let whole = text.bytes().take_while(|b| b.is_ascii_digit() || *b == b':').count();
    // of `00:12:` the last colon belongs to what follows
    let whole = text[..whole].trim_end_matches(':');
    let parts: Vec<&str> = whole.split(':').take(5).collect();
    let (first, others) = parts.split_first()?;
    let last_may_be_long = |at: usize, part: &&str| part.len() == 2 || (at == 2 && part.len() == 3);
    let written_so = !first.is_empty()
        && first.len() <= 3
        && (1..=3).contains(&others.len())
        && others.iter().enumerate().all(|(at, part)| last_may_be_long(at, part));
    if !written_so {
        return None;
    }
    let mut numbers = parts.iter().filter_map(|part| part.parse::<u64>().ok());
    let (a, b) = (numbers.next()?, numbers.next()?);
    let (seconds, least) = match numbers.next() {
        Some(c) => ((a * 60 + b) * 60 + c, b.max(c)),
        None => (a * 60 + b, b),
    };
    if least >= 60 {
        return None;
    }
    let (thousandths, length) = match others.get(2) {
        Some(part) => (if part.len() == 3 { part.parse().ok()? } else { 0 }, whole.len()),
        None => fraction(text, whole.len()),
    };
    ends_here(&text[length..]).then_some((Milliseconds(seconds * 1000 + thousandths), length))
}

/// `3.20`.
fn plain_seconds(text: &str) -> Option<(Milliseconds, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    // nine digits are thirty years
    let seconds: u64 = text[..digits].parse().ok().filter(|_| digits < 9)?;
    let (thousandths, length) = fraction(text, digits);
    Some((Milliseconds(seconds * 1000 + thousandths), length))
}

/// The thousandths that follow at an offset, and where they end.
fn fraction(text: &str, at: usize) -> (u64, usize) {
    let rest = text[at..].strip_prefix(['.', ',']).unwrap_or_default();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return (0, at);
    }
    let three = rest[..digits].bytes().chain(*b"000").take(3);
    (three.fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0')), at + 1 + digits)
}

/// Whether a number may end before a text: `12:30pm` is no time of a recording.
fn ends_here(rest: &str) -> bool {
    !rest.starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// The offset after the blanks that stand at an offset.
pub fn blanks_after(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    text.len() - rest.trim_start_matches(is_blank).len()
}

/// Whether a character is a blank within a line.
pub fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{3000}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_in_every_shape() {
        let cases = [
            ("0:00", 0, Shape::Bare, 4),
            ("0:05\t今天", 5_000, Shape::Bare, 4),
            ("75:06 好", 4_506_000, Shape::Bare, 5),
            ("00:00:20 第二", 20_000, Shape::Bare, 8),
            ("1:02:03.5好", 3_723_500, Shape::Bare, 9),
            ("00:00:03,123", 3_123, Shape::Bare, 12),
            ("(0:12) 好", 12_000, Shape::Round, 6),
            ("（ 00:12 ）好", 12_000, Shape::Round, 13),
            ("【00:00:31】第三", 31_000, Shape::Square, 14),
            ("[00:00:12:120] 二", 12_120, Shape::Square, 14),
            ("[00:00:12:10] 二", 12_000, Shape::Square, 13),
            ("[0.00s -> 3.20s] 早", 0, Shape::Square, 16),
            ("[3.2 --> 4.7] 早", 3_200, Shape::Square, 13),
            ("[9.90s]早", 9_900, Shape::Square, 7),
            ("[01:05.500 --> 01:09.000] 好", 65_500, Shape::Square, 25),
            ("[00:00:15 - 00:00:19] 谢", 15_000, Shape::Square, 21),
            ("00:00:15–00:00:19 谢", 15_000, Shape::Bare, 19),
            ("00:15: 好", 15_000, Shape::Bare, 5),
        ];
        for (text, from, shape, length) in cases {
            let found = stamp(text).map(|s| (s.from.0, s.shape, s.length));
            assert_eq!(found, Some((from, shape, length)), "{text}");
        }
    }

    #[test]
    fn a_number_that_is_said_is_no_time() {
        for text in [
            "3:2 的比分",
            "12:30pm",
            "12:75",
            "1:75:00",
            "[对吧]",
            "[1]",
            "[2024]",
            "[3-4]",
            "3.5 倍",
            "5s后",
            "2024:01",
            "00:00:00:0000",
            "1:2:3:4",
            "99999999999s",
            "[00:12",
            "",
        ] {
            assert_eq!(stamp(text), None, "{text}");
        }
    }
}
