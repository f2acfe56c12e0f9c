//! What was misheard, read as it was meant.
//!
//! The longest correction at a place holds. A correction does no damage: it is not made where the
//! misheard word is only a part of longer words that the segmenter knows (以建 in 可以|建立, 联营
//! in 联营企业), nor within a longer run of letters or digits (`AI` in `AID`).

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Edit, Rule, Skipped};

/// A misheard word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// What the recogniser gave; never empty.
    pub heard: String,
    /// What was meant.
    pub meant: String,
}

/// What the corrections make of a text.
pub(super) struct CorrectionMatches {
    pub(super) edits: Vec<Edit>,
    /// For each correction, the places it changes.
    pub(super) hits: Vec<Vec<Range<usize>>>,
    /// Places where a misheard word is only a part of others, in order.
    pub(super) left: Vec<PartialMatch>,
}

/// A place where a misheard word is only a part of longer words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartialMatch {
    /// Which correction is not made there.
    pub correction: usize,
    /// The misheard word.
    pub range: Range<usize>,
    /// The longer words.
    pub within: Range<usize>,
}

impl PartialMatch {
    /// The place as something that was left.
    pub(super) fn left(&self) -> Skipped {
        Skipped { range: self.range.clone(), why: "it is a part of longer words here" }
    }
}

/// Finds what is to be corrected. `boundaries` are the byte offsets between the words of the text,
/// cut with the misheard words among the words known.
pub(super) fn find(
    text: &str,
    corrections: &[Correction],
    boundaries: &[usize],
) -> CorrectionMatches {
    let mut places: Vec<(usize, usize, usize)> = Vec::new();
    for (number, correction) in corrections.iter().enumerate() {
        let starts = text.match_indices(correction.heard.as_str()).map(|(at, _)| at);
        places.extend(starts.map(|at| (at, correction.heard.len(), number)));
    }
    places.sort_by_key(|&(at, len, number)| (std::cmp::Reverse(len), at, number));
    let mut found =
        CorrectionMatches { edits: vec![], hits: vec![vec![]; corrections.len()], left: vec![] };
    let mut taken = TakenRanges::default();
    for (at, len, number) in places {
        let range = at..at + len;
        if taken.touches(&range) {
            continue;
        }
        let within = longer_words(text, &range, boundaries);
        if within != range {
            found.left.push(PartialMatch { correction: number, range, within });
            continue;
        }
        found.hits[number].push(range.clone());
        let meant = corrections[number].meant.as_str();
        found.edits.push(Edit::read_as(range.clone(), meant, Rule::Correction));
        taken.take(range);
    }
    found.edits.sort_by_key(|edit| edit.range.start);
    // a place can be left by one correction and taken by another
    found.left.retain(|left| !taken.touches(&left.range));
    found.left.sort_by_key(|left| (left.range.start, left.range.end, left.correction));
    found.left.dedup_by(|next, left| next.range == left.range);
    found
}

/// Ranges that do not overlap.
#[derive(Default)]
struct TakenRanges(BTreeMap<usize, usize>);

impl TakenRanges {
    fn take(&mut self, range: Range<usize>) {
        self.0.insert(range.start, range.end);
    }

    fn touches(&self, range: &Range<usize>) -> bool {
        let last = self.0.range(..range.end).next_back();
        last.is_some_and(|(_, end)| *end > range.start)
    }
}

/// The place, with the rest of the words that reach over an end of it: words known to the
/// segmenter, or a run of letters or digits.
fn longer_words(text: &str, place: &Range<usize>, boundaries: &[usize]) -> Range<usize> {
    let cuts = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at..].chars().next();
        let (Some(before), Some(after)) = (before, after) else { return false };
        // letters and digits are cut by the segmenter as it likes
        (before.is_ascii_alphabetic() && after.is_ascii_alphabetic())
            || (before.is_ascii_digit() && after.is_ascii_digit())
            || (!before.is_ascii() && !after.is_ascii() && boundaries.binary_search(&at).is_err())
    };
    let Range { mut start, mut end } = place.clone();
    while cuts(start) {
        start -= text[..start].chars().next_back().map_or(1, char::len_utf8);
    }
    while cuts(end) {
        end += text[end..].chars().next().map_or(1, char::len_utf8);
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::super::{Segmenter, apply, read};
    use super::*;

    fn corrected(text: &str, pairs: &[(&str, &str)]) -> (String, Vec<usize>, usize) {
        let words = Segmenter::new(pairs.iter().map(|(heard, _)| *heard));
        let corrections: Vec<Correction> = pairs
            .iter()
            .map(|(heard, meant)| Correction { heard: (*heard).into(), meant: (*meant).into() })
            .collect();
        let found = find(text, &corrections, &words.boundaries(text));
        (apply(text, &found.edits), found.hits.iter().map(Vec::len).collect(), found.left.len())
    }

    /// One line of `cases/corrections.tsv`; the file says what its columns are.
    fn check_case(line: &str, dictionary: &Segmenter) {
        let columns: Vec<&str> = line.split('\t').collect();
        let (pairs, heard, meant, longer) = match columns[..] {
            [pairs, heard, meant] => (pairs, heard, meant, ""),
            [pairs, heard, meant, longer] => (pairs, heard, meant, longer),
            _ => panic!("three or four columns: {line}"),
        };
        let pairs: Vec<(&str, &str)> =
            pairs.split('|').map(|pair| pair.split_once('=').expect("heard=meant")).collect();
        let corrections: Vec<Correction> = pairs
            .iter()
            .map(|(heard, meant)| Correction { heard: (*heard).into(), meant: (*meant).into() })
            .collect();
        let words = dictionary.clone().with(pairs.iter().map(|(heard, _)| *heard));
        let reading = read(heard, &corrections, &words);
        let left: Vec<&str> =
            reading.parts.iter().map(|part| &heard[part.within.clone()]).collect();
        assert_eq!(apply(heard, &reading.edits), meant, "case: {line}");
        assert_eq!(left.join("|"), longer, "longer words of case: {line}");
    }

    #[test]
    fn the_cases_of_corrections_hold() {
        let table = include_str!("cases/corrections.tsv");
        let dictionary = Segmenter::dictionary();
        for line in table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            check_case(line, &dictionary);
        }
    }

    #[test]
    fn the_longest_correction_holds() {
        let pairs = [("云天", "云田"), ("云天立飞", "云天励飞")];
        let (text, hits, _) = corrected("云天立飞和云天。", &pairs);
        assert_eq!(text, "云天励飞和云田。");
        assert_eq!(hits, [1, 1]);
    }

    #[test]
    fn a_part_of_longer_words_is_left_and_reported() {
        let (text, hits, left) = corrected("我们可以建立标准，以建2。0。", &[("以建", "蚁鉴")]);
        assert_eq!(text, "我们可以建立标准，蚁鉴2。0。");
        assert_eq!((hits, left), (vec![1], 1));
    }

    #[test]
    fn the_longer_words_are_named() {
        let text = "我们可以建立标准，以建2。0。用了chaGBT";
        let pairs = [("以建", "蚁鉴"), ("GBT", "GPT")];
        let words = Segmenter::new(pairs.map(|(heard, _)| heard));
        let corrections =
            pairs.map(|(heard, meant)| Correction { heard: heard.into(), meant: meant.into() });
        let found = find(text, &corrections, &words.boundaries(text));
        let within: Vec<_> =
            found.left.iter().map(|l| (l.correction, &text[l.within.clone()])).collect();
        assert_eq!(within, [(0, "可以建立"), (1, "chaGBT")]);
    }

    #[test]
    fn letters_and_digits_that_run_on_are_left() {
        let pairs = [("GBT", "GPT"), ("GP4", "GPT4")];
        let (text, ..) = corrected("chaGBT、GBT4、用GP4。0、GP40", &pairs);
        assert_eq!(text, "chaGBT、GPT4、用GPT4。0、GP40");
    }

    #[test]
    fn the_earlier_of_two_equal_corrections_holds() {
        let (text, hits, _) = corrected("联营", &[("联营", "联影"), ("联营", "连影")]);
        assert_eq!((text.as_str(), hits), ("联影", vec![1, 0]));
    }
}
