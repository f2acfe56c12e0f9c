//! Blanks between Chinese characters that part no words.
//!
//! Chinese is written without blanks. A recogniser that gives no punctuation writes one for a
//! pause, and so does a reader of subtitles where a cue ends; those stay. Two kinds say nothing:
//!
//! - Blanks between single characters, four or more in a row: 欢 迎 来 到. So recognisers write
//!   whose tokens are characters.
//! - A blank within a word, because a cue ended there: 人工智 能. It is one where the text without
//!   it is far more likely, by the frequencies of the dictionary's words, than with it: 图 and 书
//!   are rarer beside each other than 图书, but 大家 and 好 are as likely as 大家好.
//!
//! The other rules read the text without these blanks, so that a word is corrected as one. A
//! misheard word of `corrections.yaml` is found across any blank between its characters.

use std::ops::Range;

use super::{Segmenter, WordReplacement};

/// From this many single characters in a row on, the blanks between them part no words.
const MIN_SINGLES: usize = 4;
/// How many characters beside a blank are looked at.
const CONTEXT: usize = 6;
/// By how much (as a natural logarithm) the text must be likelier without a blank.
const MARGIN: f64 = 3.0;
/// The same where words of several characters stand on both sides, which may well be two words.
const WIDE_MARGIN: f64 = 7.0;

/// A blank with what stands before and after it, up to the next blank.
struct Blank<'a> {
    range: Range<usize>,
    before: &'a str,
    after: &'a str,
}

/// The blanks to leave out, in order.
pub(super) fn find(text: &str, segmenter: &Segmenter) -> Vec<Range<usize>> {
    let all = blanks(text);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(blank) = all.get(from) {
        let singles = singles_from(&all[from..]);
        if singles + 1 >= MIN_SINGLES {
            found.extend(all[from..from + singles].iter().map(|blank| blank.range.clone()));
            from += singles;
        } else {
            if is_within_word(blank, segmenter) {
                found.push(blank.range.clone());
            }
            from += 1;
        }
    }
    found
}

/// The blanks of a text that stand between Chinese characters, or beside marks that follow one.
fn blanks(text: &str) -> Vec<Blank<'_>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_whitespace(), start) {
            (true, Some(from)) => {
                words.push(from..at);
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    words.extend(start.map(|from| from..text.len()));
    let pairs = words.windows(2).map(|pair| Blank {
        range: pair[0].end..pair[1].start,
        before: &text[pair[0].clone()],
        after: &text[pair[1].clone()],
    });
    let is_chinese = |c: char| is_han(c) || is_mark(c);
    pairs.filter(|b| b.before.ends_with(is_chinese) && b.after.starts_with(is_chinese)).collect()
}

/// Whether a character is a Chinese mark.
fn is_mark(c: char) -> bool {
    "，。？！、；：".contains(c)
}

/// How many blanks in a row, from the first on, stand between single characters.
fn singles_from(blanks: &[Blank<'_>]) -> usize {
    let mut count = 0;
    for blank in blanks {
        let follows =
            count == 0 || blanks[count - 1].range.end + blank.before.len() == blank.range.start;
        if !(follows && is_single(blank.before) && is_single(blank.after)) {
            break;
        }
        count += 1;
    }
    count
}

/// Whether a word is one Chinese character, with or without a mark behind it, or only a mark.
fn is_single(word: &str) -> bool {
    let mut chars = word.trim_end_matches(is_mark).chars();
    chars.next().is_none_or(is_han) && chars.next().is_none()
}

/// Whether a blank stands within a word.
fn is_within_word(blank: &Blank<'_>, segmenter: &Segmenter) -> bool {
    if !blank.before.ends_with(is_han) || !blank.after.starts_with(is_han) {
        return false;
    }
    let before = tail(blank.before);
    let after = head(blank.after);
    let joined = format!("{before}{after}");
    if segmenter.boundaries(&joined).contains(&before.len()) {
        return false;
    }
    let parted = likelihood(before, segmenter) + likelihood(after, segmenter);
    let (left, right) = (segmenter.boundaries(before), segmenter.boundaries(after));
    let last = left.iter().rev().nth(1).map_or(before, |at| &before[*at..]);
    let first = right.get(1).map_or(after, |at| &after[..*at]);
    let is_long = |word: &str| word.chars().nth(1).is_some();
    let margin = if is_long(last) && is_long(first) { WIDE_MARGIN } else { MARGIN };
    likelihood(&joined, segmenter) > parted + margin
}

/// The blanks within misheard words, whatever they part otherwise: where the misheard words are
/// looked for, a cue may have ended in them.
pub(super) fn within_corrections(text: &str, corrections: &[WordReplacement]) -> Vec<Range<usize>> {
    let all: Vec<Range<usize>> = blanks(text).into_iter().map(|blank| blank.range).collect();
    if all.is_empty() {
        return all;
    }
    let joined = Joined::new(text, &all);
    let heard = corrections.iter().map(|c| without_blanks(&c.heard));
    let places = heard.filter(|heard| !heard.is_empty()).flat_map(|heard| {
        let found = joined.text.match_indices(&heard).map(|(at, _)| at..at + heard.len());
        found.map(|range| joined.original(&range)).collect::<Vec<_>>()
    });
    let places: Vec<Range<usize>> = places.collect();
    let is_within = |blank: &Range<usize>| {
        places.iter().any(|place| place.start < blank.start && blank.end < place.end)
    };
    all.into_iter().filter(is_within).collect()
}

/// The last Chinese characters of a word.
fn tail(word: &str) -> &str {
    let han = word.char_indices().rev().take(CONTEXT).take_while(|(_, c)| is_han(*c));
    &word[han.last().map_or(word.len(), |(at, _)| at)..]
}

/// The first Chinese characters of a word.
fn head(word: &str) -> &str {
    let han = word.char_indices().take(CONTEXT).take_while(|(_, c)| is_han(*c));
    &word[..han.last().map_or(0, |(at, c)| at + c.len_utf8())]
}

/// The logarithm of how likely a text is as a sequence of words of the dictionary.
fn likelihood(text: &str, segmenter: &Segmenter) -> f64 {
    let ends = segmenter.boundaries(text);
    let words = ends.windows(2).map(|pair| &text[pair[0]..pair[1]]);
    words.map(|word| log_frequency(word, segmenter)).sum()
}

fn log_frequency(word: &str, segmenter: &Segmenter) -> f64 {
    // a character that the dictionary lacks is as rare as a word that occurs once
    let count = if segmenter.knows(word) { segmenter.frequency(word).max(1) } else { 1 };
    #[allow(clippy::cast_precision_loss)] // counts are below 2^52
    let share = count as f64 / Segmenter::CORPUS_WORDS as f64;
    share.ln()
}

/// Whether a character is Chinese.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// A text without some ranges, and where its characters stand in the text.
pub(super) struct Joined {
    /// The text without the ranges.
    pub(super) text: String,
    /// For each range its offset in `text`, and how many bytes were left out up to and with it.
    removed: Vec<(usize, usize)>,
}

impl Joined {
    /// Leaves ranges out, which must be in order.
    pub(super) fn new(text: &str, ranges: &[Range<usize>]) -> Self {
        let mut joined = Self { text: String::with_capacity(text.len()), removed: Vec::new() };
        let (mut from, mut sum) = (0, 0);
        for range in ranges {
            joined.text.push_str(&text[from..range.start]);
            sum += range.len();
            joined.removed.push((joined.text.len(), sum));
            from = range.end;
        }
        joined.text.push_str(&text[from..]);
        joined
    }

    /// The range of the whole text that a range of the joined text, which is not empty, stands for.
    pub(super) fn original(&self, range: &Range<usize>) -> Range<usize> {
        // what was left out before the first byte, and before the byte behind the last
        let before = |at: usize, inclusive: bool| {
            let next = self
                .removed
                .partition_point(|(offset, _)| *offset < at || (inclusive && *offset == at));
            self.removed[..next].last().map_or(0, |(_, sum)| *sum)
        };
        range.start + before(range.start, true)..range.end + before(range.end, false)
    }
}

/// A word without blanks between its Chinese characters.
pub fn without_blanks(word: &str) -> String {
    let mut joined = String::with_capacity(word.len());
    for (at, c) in word.char_indices() {
        let rest = word[at..].trim_start();
        let is_between = c.is_whitespace() && joined.ends_with(is_han) && rest.starts_with(is_han);
        if !is_between {
            joined.push(c);
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_of_the_joined_text_stands_for_one_of_the_whole() {
        let text = "甲 乙丙 丁";
        let joined = Joined::new(text, &[3..4, 10..11]);
        assert_eq!(joined.text, "甲乙丙丁");
        assert_eq!(joined.original(&(0..3)), 0..3);
        assert_eq!(joined.original(&(3..6)), 4..7);
        assert_eq!(joined.original(&(0..6)), 0..7);
        assert_eq!(joined.original(&(6..12)), 7..14);
        assert_eq!(joined.original(&(9..12)), 11..14);
    }

    #[test]
    fn only_blanks_between_chinese_characters_are_taken_out_of_a_word() {
        assert_eq!(without_blanks("谈地 图 law 好"), "谈地图 law 好");
    }
}
