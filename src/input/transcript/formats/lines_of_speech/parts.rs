//! What a single line may begin with: a heading sign, a time, a label. Whether it is that is
//! decided for the file as a whole (`survey`).
//!
//! ```text
//! line   = ["#"… " "] [stamp] [label] words
//! label  = name blanks times [":"]                         甲一 00:00:03
//!        | name "(" times ")" [":"] words                  甲一(00:00:03): words
//!        | "[" name "]" ( blanks times | ":" words )       [甲一] 00:00:03
//!        | name ":" words                                  甲一：words
//!        | "**" name [":"] "**" [":"] words                **甲一：** words
//! ```
//!
//! A colon and brackets may be half- or full-width.

use std::ops::Range;

use super::clock::{self, Shape, Stamp, blanks_after, is_blank};
use super::names::{is_name, is_numbered, numbered_voice};
use crate::input::transcript::lines::TextLine;

/// How many bytes of a line are looked at for a label.
const LABEL_BYTES: usize = 160;

/// How a label is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelForm {
    /// A name with a time, and a colon, brackets or the line's end after it.
    Timed,
    /// A name, a time without brackets, and words on the same line.
    TimedBeforeWords,
    /// A name with a colon.
    Colon,
    /// A name in square or black brackets; with a colon, or without.
    Bracketed {
        /// Whether a colon follows.
        colon: bool,
    },
    /// A name in bold.
    Bold,
    /// A heading: with a colon at its end, or without.
    Heading {
        /// Whether it ends in a colon.
        colon: bool,
    },
    /// A numbered voice alone on its line.
    Alone,
}

/// Words that may say who speaks. All offsets count from the line's start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The name.
    pub voice: Range<usize>,
    /// The time, and where it stands.
    pub time: Option<(Stamp, usize)>,
    /// Where what is said begins.
    pub words: usize,
    /// How it is written.
    pub form: LabelForm,
}

/// A line taken apart.
#[derive(Clone, Debug)]
pub struct LineParts<'a> {
    /// The line.
    pub line: TextLine<'a>,
    /// How many `#` it begins with, as a heading does.
    pub heading: usize,
    /// A time at its start, and where it stands.
    pub stamp: Option<(Stamp, usize)>,
    /// Where what follows the time begins.
    pub after_stamp: usize,
    /// Who speaks.
    pub label: Option<Label>,
}

impl<'a> LineParts<'a> {
    /// Takes a line apart.
    pub fn of(line: TextLine<'a>) -> Self {
        let text = line.text;
        let start = text.len() - text.trim_start().len();
        let signs = text[start..].bytes().take_while(|b| *b == b'#').count();
        let is_heading = (1..=6).contains(&signs) && text[start + signs..].starts_with(' ');
        let heading = if is_heading { signs } else { 0 };
        let at = blanks_after(text, start + heading);
        let mut parts = Self { line, heading, stamp: None, after_stamp: at, label: None };
        parts.label = timed_label(text, at);
        if parts.label.is_some() {
            return parts;
        }
        if let Some(stamp) = clock::stamp(&text[at..]) {
            parts.stamp = Some((stamp, at));
            parts.after_stamp = after_separator(text, at + stamp.length, &[":", "：", "- ", "| "]);
        }
        parts.label = untimed_label(text, parts.after_stamp, heading > 0);
        parts
    }

    /// The name of its label.
    pub fn name(&self) -> Option<&'a str> {
        let label = self.label.as_ref()?;
        self.line.text.get(label.voice.clone())
    }

    /// Whether the voice of its label is a number.
    pub fn is_numbered(&self) -> bool {
        self.name().is_some_and(is_numbered)
    }

    /// Whether nothing follows an offset.
    pub fn is_empty_from(&self, at: usize) -> bool {
        self.line.text.get(at..).unwrap_or_default().trim().is_empty()
    }
}

/// A label with a time.
fn timed_label(text: &str, at: usize) -> Option<Label> {
    let (voice, time_at) = match bracketed_name(text, at) {
        Some((voice, end)) => {
            let time_at = blanks_after(text, end);
            (voice, (time_at > end).then_some(time_at)?)
        }
        None => name_before_time(text, at)?,
    };
    let stamp = clock::stamp(&text[time_at..])?;
    let end = after_stars(text, time_at + stamp.length);
    let words = after_separator(text, end, &[":", "：", "|"]);
    let separated = text[end..words].trim().len() > text[end..words].matches('*').count();
    let own = separated || stamp.shape != Shape::Bare || text[words..].trim().is_empty();
    let numbered = is_numbered(&text[voice.clone()]);
    let form = if own || numbered { LabelForm::Timed } else { LabelForm::TimedBeforeWords };
    Some(Label { voice, time: Some((stamp, time_at)), words, form })
}

/// A name and the offset of the time behind it.
fn name_before_time(text: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let near = near(text, at);
    let mut last = None;
    for (offset, c) in near.char_indices() {
        let begins = match c {
            '[' | '(' | '（' | '【' => true,
            '0'..='9' => {
                last.is_some_and(|last: char| !last.is_ascii_alphanumeric() && last != ':')
            }
            _ => false,
        };
        last = Some(c);
        if begins && clock::stamp(&text[at + offset..]).is_some() {
            let voice = trimmed(text, at..at + offset);
            return is_name(&text[voice.clone()]).then_some((voice, at + offset));
        }
    }
    None
}

/// A label without a time.
fn untimed_label(text: &str, at: usize, heading: bool) -> Option<Label> {
    let label = |voice, words, form| Some(Label { voice, time: None, words, form });
    if let Some((voice, end)) = bracketed_name(text, at) {
        let words = after_separator(text, end, &[":", "："]);
        let colon = !text[end..words].trim().is_empty();
        return label(voice, words, LabelForm::Bracketed { colon });
    }
    let end_of_words = text.trim_end().len();
    if let Some((voice, words)) = name_before_colon(text, at) {
        let form = match (heading, words >= end_of_words, text[at..].starts_with("**")) {
            (true, true, _) => LabelForm::Heading { colon: true },
            (_, _, true) => LabelForm::Bold,
            _ => LabelForm::Colon,
        };
        return label(voice, words, form);
    }
    let whole = trimmed(text, at..end_of_words.max(at));
    if heading && whole.len() <= LABEL_BYTES && is_name(&text[whole.clone()]) {
        return label(whole, text.len(), LabelForm::Heading { colon: false });
    }
    if numbered_voice(&text[at..]).is_some_and(|length| at + length == end_of_words) {
        return label(at..end_of_words, text.len(), LabelForm::Alone);
    }
    let bold = text[at..].strip_prefix("**")?;
    let (name, _) = near(bold, 0).split_once("**")?;
    let voice = at + 2..at + 2 + name.len();
    is_name(name).then_some(())?;
    label(voice.clone(), blanks_after(text, voice.end + 2), LabelForm::Bold)
}

/// A name before a colon, and where what is said begins.
fn name_before_colon(text: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let colon = near(text, at).find([':', '：'])? + at;
    let voice = without_addressee(text, trimmed(text, at..colon));
    let sign = text[colon..].chars().next()?;
    let after = after_stars(text, colon + sign.len_utf8());
    // of `https://…` and `Re:start` the colon is within a word
    let within = sign == ':'
        && text[after..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/')
        && after == colon + 1;
    let words = blanks_after(text, after);
    (!within && is_name(&text[voice.clone()])).then_some((voice, words))
}

/// The sender in `From John Smith to Everyone`, as chats of Zoom have it; any other range as it is.
fn without_addressee(text: &str, range: Range<usize>) -> Range<usize> {
    let Some(sender) = text[range.clone()].strip_prefix("From ") else { return range };
    let start = range.end - sender.trim_start().len();
    let end = sender.trim_start().find(" to ").map_or(range.end, |at| start + at);
    trimmed(text, start..end)
}

/// A name in square or black brackets at an offset, and where they end.
fn bracketed_name(text: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let close = match text[at..].chars().next()? {
        '[' => ']',
        '【' => '】',
        _ => return None,
    };
    let open = at + text[at..].chars().next().map_or(0, char::len_utf8);
    let end = open + near(text, open).find(close)?;
    let voice = trimmed(text, open..end);
    is_name(&text[voice.clone()]).then_some((voice, end + close.len_utf8()))
}

/// The part of a text from an offset on in which a label is looked for.
fn near(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let end = (0..=LABEL_BYTES.min(rest.len())).rev().find(|end| rest.is_char_boundary(*end));
    &rest[..end.unwrap_or(0)]
}

/// A range without blanks, stars and separators at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let edge = |c: char| is_blank(c) || "*|,，@:：-–".contains(c);
    let start = part.len() - part.trim_start_matches(|c| is_blank(c) || c == '*').len();
    let end = part.trim_end_matches(edge).len().max(start);
    range.start + start..range.start + end
}

/// The offset after stars that end bold text.
fn after_stars(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    if rest.starts_with("**") { at + 2 } else { at }
}

/// The offset after blanks, one of some signs, stars and blanks again.
fn after_separator(text: &str, at: usize, signs: &[&str]) -> usize {
    let start = blanks_after(text, at);
    let sign = signs.iter().find(|sign| text[start..].starts_with(**sign));
    let end = sign.map_or(start, |sign| start + sign.len());
    blanks_after(text, after_stars(text, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The name, the second, the words and the form of a line's label.
    fn label(text: &str) -> Option<(&str, Option<u64>, &str, LabelForm)> {
        let parts = LineParts::of(TextLine { at: 0, text });
        let label = parts.label?;
        let second = label.time.map(|(stamp, _)| stamp.from.0 / 1000);
        Some((&text[label.voice.clone()], second, &text[label.words..], label.form))
    }

    #[test]
    fn labels_with_a_time_are_taken_apart() {
        use LabelForm::{Timed, TimedBeforeWords};
        let cases = [
            ("甲一 00:00:03.123", ("甲一", 3, "", Timed)),
            ("发言人1   01:02:05", ("发言人1", 3725, "", Timed)),
            ("说话人 2 00:42 ", ("说话人 2", 42, "", Timed)),
            ("Speaker 1 00:00:16.480", ("Speaker 1", 16, "", Timed)),
            ("John Smith  0:12", ("John Smith", 12, "", Timed)),
            ("John Smith 0:12 - 0:15", ("John Smith", 12, "", Timed)),
            ("甲一(00:00:03): 早上好", ("甲一", 3, "早上好", Timed)),
            ("乙二（湖州）(00:00:42): 第一", ("乙二（湖州）", 42, "第一", Timed)),
            ("乙二（00:00:13）：谢谢", ("乙二", 13, "谢谢", Timed)),
            ("发言人1(00:10)", ("发言人1", 10, "", Timed)),
            ("[甲一] 00:00:18", ("甲一", 18, "", Timed)),
            ("[John Smith] 10:23:45", ("John Smith", 37425, "", Timed)),
            ("Speaker 1 [00:12]: hello", ("Speaker 1", 12, "hello", Timed)),
            ("**张三** 00:12", ("张三", 12, "", Timed)),
            ("### 张三（主持人） 00:12", ("张三（主持人）", 12, "", Timed)),
            ("说话人1 00:03大家好", ("说话人1", 3, "大家好", Timed)),
            ("张三 00:12 大家好", ("张三", 12, "大家好", TimedBeforeWords)),
            ("张三: 00:12", ("张三", 12, "", Timed)),
        ];
        for (text, (name, second, words, form)) in cases {
            assert_eq!(label(text), Some((name, Some(second), words, form)), "{text}");
        }
    }

    #[test]
    fn labels_without_a_time_are_taken_apart() {
        use LabelForm::{Alone, Bold, Bracketed, Colon, Heading};
        let cases = [
            ("[SPEAKER_00]: 大家好", ("SPEAKER_00", "大家好", Bracketed { colon: true })),
            ("【甲一】大家好", ("甲一", "大家好", Bracketed { colon: false })),
            ("张三（主持人）：大家好", ("张三（主持人）", "大家好", Colon)),
            ("Speaker 2: hi", ("Speaker 2", "hi", Colon)),
            ("**张三：** 大家好", ("张三", "大家好", Bold)),
            ("**张三**：大家好", ("张三", "大家好", Bold)),
            ("**张三** 大家好", ("张三", "大家好", Bold)),
            ("### 唐鳳：", ("唐鳳", "", Heading { colon: true })),
            ("## 甲一", ("甲一", "", Heading { colon: false })),
            ("发言人1", ("发言人1", "", Alone)),
            ("[00:12] 张三：大家好", ("张三", "大家好", Colon)),
            ("10:23:45 From John Smith to Everyone: hi", ("John Smith", "hi", Colon)),
            ("10:23:45\t From  Jane Doe : hi", ("Jane Doe", "hi", Colon)),
        ];
        for (text, (name, words, form)) in cases {
            assert_eq!(label(text), Some((name, None, words, form)), "{text}");
        }
    }

    #[test]
    fn a_sentence_has_no_label() {
        for text in [
            "我们从 12:30 开始",
            "会议是 9:00",
            "3:2 的比分",
            "2024-01-06 09:30",
            "2026年05月27日 11:24",
            "January 6, 2024 9:30",
            "https://example.org/12:30",
            "第一：看地图",
            "他说：好",
            "[00:12] 大家好",
            "",
        ] {
            assert_eq!(label(text), None, "{text}");
        }
    }
}
