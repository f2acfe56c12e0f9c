//! The ledger: every byte of the text belongs to exactly one talk, to the host, or to a cut.

use crate::model::{CutIndex, IndexVec, TalkIndex, TextOffset, TextOwner, TextRange};
use crate::text::recogniser_tags;

/// A range of the transcript's text with its owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedRange {
    /// The talk, host or cut that it belongs to.
    pub owner: TextOwner,
    /// Bytes of the transcript's text.
    pub range: TextRange,
}

/// Gives every byte of a text an owner. `talks` and `cuts` must each be sorted and must not overlap
/// among themselves; a cut may lie within a talk, across its boundaries, or between talks. What
/// belongs to neither is the host's, except for whitespace: it stays with the range before it,
/// since a host who says nothing would be a turn without words.
pub fn assign_owners(
    text: &str,
    talks: &IndexVec<TalkIndex, TextRange>,
    cuts: &IndexVec<CutIndex, TextRange>,
) -> Vec<OwnedRange> {
    let mut ranges = Vec::new();
    let mut at = TextOffset(0);
    for (index, talk) in talks.enumerated() {
        // this is empty where a talk begins at once; `split_at_cuts` drops empty ranges
        ranges.push(OwnedRange { owner: TextOwner::Host(Some(index)), range: at.to(talk.start) });
        ranges.push(OwnedRange { owner: TextOwner::Talk(index), range: *talk });
        at = talk.end;
    }
    ranges.push(OwnedRange { owner: TextOwner::Host(None), range: at.to(TextOffset(text.len())) });
    merge_whitespace(text, split_at_cuts(ranges, cuts))
}

/// Gives to the cuts what they take of other owners' ranges, which may be divided by that.
fn split_at_cuts(ranges: Vec<OwnedRange>, cuts: &IndexVec<CutIndex, TextRange>) -> Vec<OwnedRange> {
    let mut divided = Vec::new();
    for OwnedRange { owner, range } in ranges {
        let mut at = range.start;
        for (index, cut) in cuts.enumerated() {
            // a cut may begin or end in another owner's range, so each range takes its part of it
            let (start, end) = (cut.start.max(range.start), cut.end.min(range.end));
            if start < end {
                divided.push(OwnedRange { owner, range: at.to(start) });
                divided.push(OwnedRange { owner: TextOwner::Cut(index), range: start.to(end) });
                at = end;
            }
        }
        divided.push(OwnedRange { owner, range: at.to(range.end) });
    }
    divided.retain(|s| !s.range.is_empty());
    divided
}

/// Joins neighbours of one owner, ranges of whitespace to the range before them, and ranges of
/// nothing but a recogniser's signs to the range behind them, whose words they are about.
fn merge_whitespace(text: &str, ranges: Vec<OwnedRange>) -> Vec<OwnedRange> {
    let mut joined: Vec<OwnedRange> = Vec::new();
    let mut signs: Option<TextOffset> = None;
    let last = ranges.len().saturating_sub(1);
    for (index, mut next) in ranges.into_iter().enumerate() {
        next.range.start = signs.take().unwrap_or(next.range.start);
        if index < last && is_signs(&text[next.range.bytes()]) {
            signs = Some(next.range.start);
            continue;
        }
        let is_whitespace = text[next.range.bytes()].trim().is_empty();
        match joined.last_mut() {
            // a cut of whitespace alone joins the range before it, and what follows has
            // that owner again
            Some(last) if is_whitespace || last.owner == next.owner => {
                last.range.end = next.range.end;
            }
            _ => joined.push(next),
        }
    }
    joined
}

/// Whether a text is whitespace, tags of a recogniser and signs that somebody else speaks, with at
/// least one of the latter two.
fn is_signs(text: &str) -> bool {
    let mut rest = text.trim_start();
    if rest.is_empty() {
        return false;
    }
    while !rest.is_empty() {
        let Some(length) = recogniser_tags::sign_length(rest) else { return false };
        rest = rest[length..].trim_start();
    }
    true
}

/// Verifies that the ranges cover the text without a gap or an overlap, so that no word is lost or
/// counted twice.
///
/// # Errors
///
/// The first byte that does not belong to exactly one range.
pub fn verify(text: &str, ranges: &[OwnedRange]) -> Result<(), TextOffset> {
    let mut at = TextOffset(0);
    for OwnedRange { range, .. } in ranges {
        if range.start != at || range.end < at {
            return Err(at.min(range.start));
        }
        at = range.end;
    }
    if at.0 == text.len() { Ok(()) } else { Err(at) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::TypedIndex;

    #[test]
    fn what_belongs_to_no_talk_is_the_hosts() {
        let text = "主持甲的演讲主持乙的演讲结束";
        let c = "主".len();
        let cut = TextRange::new(4 * c..5 * c);
        let (one, two) = (TalkIndex::FIRST, TalkIndex::FIRST.next());
        let talks = [2 * c..6 * c, 8 * c..12 * c].map(TextRange::new).to_vec();
        let found = assign_owners(text, &talks.into(), &vec![cut].into());
        let owners: Vec<_> = found.iter().map(|s| s.owner).collect();
        assert_eq!(
            owners,
            [
                TextOwner::Host(Some(one)),
                TextOwner::Talk(one),
                TextOwner::Cut(CutIndex::FIRST),
                TextOwner::Talk(one),
                TextOwner::Host(Some(two)),
                TextOwner::Talk(two),
                TextOwner::Host(None)
            ]
        );
        assert_eq!(verify(text, &found), Ok(()));
    }

    #[test]
    fn whitespace_between_two_talks_is_not_the_hosts() {
        let found = assign_owners(
            "甲。 乙。",
            &[0..6, 7..13].map(TextRange::new).to_vec().into(),
            &Vec::new().into(),
        );
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].range, TextRange::new(0..7));
    }

    #[test]
    fn signs_before_a_talk_are_the_talks_and_no_words_of_the_host() {
        for text in [">> Good", "<|zh|><|Speech|>好。"] {
            let start = text.len() - text.trim_start_matches(|c| "<>|zhSpec ".contains(c)).len();
            let talks = vec![TextRange::new(start..text.len())];
            let found = assign_owners(text, &talks.into(), &Vec::new().into());
            let owners: Vec<_> = found.iter().map(|s| s.owner).collect();
            assert_eq!(owners, [TextOwner::Talk(TalkIndex::FIRST)], "{text}");
            assert_eq!(verify(text, &found), Ok(()));
        }
    }

    #[test]
    fn a_gap_is_found_by_the_proof() {
        let stretch =
            |range| OwnedRange { owner: TextOwner::Host(None), range: TextRange::new(range) };
        assert_eq!(verify("abcdef", &[stretch(0..2), stretch(3..6)]), Err(TextOffset(2)));
        assert_eq!(verify("abcdef", &[stretch(0..3), stretch(2..6)]), Err(TextOffset(2)));
        assert_eq!(verify("abcdef", &[stretch(0..3)]), Err(TextOffset(3)));
    }

    proptest! {
        #[test]
        fn every_byte_has_one_owner(
            mut points in prop::collection::vec(0usize..60, 0..8),
            mut cuts in prop::collection::vec(0usize..60, 0..8),
        ) {
            let text = "甲 乙。".repeat(12);
            let floor = |at: usize| {
                (0..=at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap()
            };
            let ranges = |points: &mut Vec<usize>| -> Vec<TextRange> {
                points.sort_unstable();
                let pairs = points.chunks_exact(2);
                pairs.map(|p| TextRange::new(floor(p[0])..floor(p[1]))).collect()
            };
            let (talks, cuts) = (ranges(&mut points), ranges(&mut cuts));
            let found = assign_owners(&text, &talks.into(), &cuts.into());
            prop_assert_eq!(verify(&text, &found), Ok(()));
        }
    }
}
