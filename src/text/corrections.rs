//! Corrections: misheard words, read as they were meant.
//!
//! - Of corrections that overlap, the longest is made; of those as long, the one that starts first;
//!   of those with the same misheard word, the one that comes first in the list.
//! - A correction is not made where the misheard word is only a part of longer words that the
//!   segmenter knows (以建 in 可以|建立, 联营 in 联营企业), or of a longer run of Latin letters or
//!   digits (`AI` in `AID`). Such a place is reported as a [`PartialMatch`], unless another
//!   correction changes it.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::{Edit, Rule, Skipped};

/// A misheard word, and what was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordReplacement {
    /// The word as the recogniser wrote it; never empty.
    pub heard: String,
    /// The word as it was meant.
    pub meant: String,
}

/// Where the corrections apply in a text, and where they do not.
pub(super) struct CorrectionMatches {
    /// Sorted, not overlapping.
    pub(super) edits: Vec<Edit>,
    /// For each correction, the byte ranges that it changes.
    pub(super) corrected: Vec<Vec<Range<usize>>>,
    /// Places where a misheard word is only a part of longer words, sorted.
    pub(super) partial: Vec<PartialMatch>,
}

/// A place where a misheard word is only a part of longer words, so that it is not corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartialMatch {
    /// Index of the correction that is not made there.
    pub correction: usize,
    /// Byte range of the misheard word.
    pub range: Range<usize>,
    /// Byte range of the longer words, which includes `range`.
    pub within: Range<usize>,
}

impl PartialMatch {
    /// The place as one that was skipped, with the reason.
    pub(super) fn to_skipped(&self) -> Skipped {
        Skipped { range: self.range.clone(), reason: "it is a part of longer words here" }
    }
}

/// Finds the misheard words. `boundaries` are the byte offsets between the words of the text,
/// sorted, by a segmenter that knows the misheard words.
pub(super) fn find(
    text: &str,
    corrections: &[WordReplacement],
    boundaries: &[usize],
) -> CorrectionMatches {
    let mut edits = Vec::new();
    let mut corrected = vec![Vec::new(); corrections.len()];
    let mut partial = Vec::new();
    let mut changed = DisjointRanges::default();
    for (range, index) in occurrences(text, corrections) {
        // places come in order of precedence, so what has been changed there already wins
        if changed.overlaps(&range) {
            continue;
        }
        let within = longer_words(text, &range, boundaries);
        if within != range {
            partial.push(PartialMatch { correction: index, range, within });
            continue;
        }
        corrected[index].push(range.clone());
        edits.push(Edit::read_as(range.clone(), &corrections[index].meant, Rule::Correction));
        // partial matches are not inserted: a shorter correction may still be right there
        changed.insert(range);
    }
    edits.sort_by_key(|edit| edit.range.start);
    // a place that one correction skips can be changed by a shorter one, which comes after it
    partial.retain(|skipped| !changed.overlaps(&skipped.range));
    partial.sort_by_key(|skipped| (skipped.range.start, skipped.range.end, skipped.correction));
    // entries with the same misheard word would report the same place twice
    partial.dedup_by(|next, skipped| next.range == skipped.range);
    CorrectionMatches { edits, corrected, partial }
}

/// Every place of every misheard word, with the index of its correction; those that take precedence
/// come first.
fn occurrences(text: &str, corrections: &[WordReplacement]) -> Vec<(Range<usize>, usize)> {
    let mut found: Vec<(Range<usize>, usize)> = Vec::new();
    for (index, correction) in corrections.iter().enumerate() {
        let matches = text.match_indices(correction.heard.as_str());
        found.extend(matches.map(|(start, heard)| (start..start + heard.len(), index)));
    }
    found.sort_by_key(|(range, index)| (Reverse(range.len()), range.start, *index));
    found
}

/// Ranges that do not overlap: from the start of each to its end.
#[derive(Default)]
struct DisjointRanges(BTreeMap<usize, usize>);

impl DisjointRanges {
    fn insert(&mut self, range: Range<usize>) {
        self.0.insert(range.start, range.end);
    }

    fn overlaps(&self, range: &Range<usize>) -> bool {
        // since they are disjoint, of those that start before its end only the last can reach into
        // it
        let last = self.0.range(..range.end).next_back();
        last.is_some_and(|(_, end)| *end > range.start)
    }
}

/// The range, extended by the rest of the words that reach over its ends: words known to the
/// segmenter, or a run of Latin letters or of digits.
fn longer_words(text: &str, range: &Range<usize>, boundaries: &[usize]) -> Range<usize> {
    let is_within_word = |offset: usize| {
        let before = text[..offset].chars().next_back();
        let after = text[offset..].chars().next();
        let (Some(before), Some(after)) = (before, after) else { return false };
        // a run of letters, or of digits, is one word, wherever the segmenter divides it
        (before.is_ascii_alphabetic() && after.is_ascii_alphabetic())
            || (before.is_ascii_digit() && after.is_ascii_digit())
            // between Latin and Chinese characters there always is a boundary
            || (!before.is_ascii()
                && !after.is_ascii()
                && boundaries.binary_search(&offset).is_err())
    };
    let Range { mut start, mut end } = range.clone();
    while is_within_word(start) {
        // the default is never used: `is_within_word` has seen a character there
        start -= text[..start].chars().next_back().map_or(1, char::len_utf8);
    }
    while is_within_word(end) {
        end += text[end..].chars().next().map_or(1, char::len_utf8);
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::super::{Segmenter, apply, propose_edits};
    use super::*;

    fn replacements(pairs: &[(&str, &str)]) -> Vec<WordReplacement> {
        let replacement = |(heard, meant): &(&str, &str)| WordReplacement {
            heard: (*heard).into(),
            meant: (*meant).into(),
        };
        pairs.iter().map(replacement).collect()
    }

    fn corrected(text: &str, pairs: &[(&str, &str)]) -> (String, Vec<usize>, usize) {
        let segmenter = Segmenter::new(pairs.iter().map(|(heard, _)| *heard));
        let corrections = replacements(pairs);
        let found = find(text, &corrections, &segmenter.boundaries(text));
        (
            apply(text, &found.edits),
            found.corrected.iter().map(Vec::len).collect(),
            found.partial.len(),
        )
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
        let corrections = replacements(&pairs);
        let segmenter = dictionary.clone().with_words(pairs.iter().map(|(heard, _)| *heard));
        let turn_edits = propose_edits(heard, &corrections, &segmenter);
        let left: Vec<&str> =
            turn_edits.partial_matches.iter().map(|part| &heard[part.within.clone()]).collect();
        assert_eq!(apply(heard, &turn_edits.edits), meant, "case: {line}");
        assert_eq!(left.join("|"), longer, "longer words of case: {line}");
    }

    #[test]
    fn the_cases_of_corrections_hold() {
        let table = include_str!("cases/corrections.tsv");
        let dictionary = Segmenter::load();
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
        let segmenter = Segmenter::new(pairs.map(|(heard, _)| heard));
        let corrections = pairs
            .map(|(heard, meant)| WordReplacement { heard: heard.into(), meant: meant.into() });
        let found = find(text, &corrections, &segmenter.boundaries(text));
        let within: Vec<_> =
            found.partial.iter().map(|p| (p.correction, &text[p.within.clone()])).collect();
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
