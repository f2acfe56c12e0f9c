//! The ledger: every byte of the text belongs to exactly one talk, to the host, or to a cut.

use std::ops::Range;

use crate::model::{CutIndex, IndexVec, Owner, TalkIndex};

/// A stretch of the text with its owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedRange {
    /// To whom it belongs.
    pub owner: Owner,
    /// Byte range of the text.
    pub range: Range<usize>,
}

/// Divides a text. `talks` and `cuts` must each be in order and not overlap among themselves; cuts
/// may lie within talks, across their boundaries, or between them. What belongs to neither is the
/// host's; blanks alone are not, they stay with what stands before them.
pub fn divide(
    text: &str,
    talks: &IndexVec<TalkIndex, Range<usize>>,
    cuts: &IndexVec<CutIndex, Range<usize>>,
) -> Vec<OwnedRange> {
    let mut stretches = Vec::new();
    let mut at = 0;
    for (number, talk) in talks.enumerated() {
        stretches.push(OwnedRange { owner: Owner::Host(Some(number)), range: at..talk.start });
        stretches.push(OwnedRange { owner: Owner::Talk(number), range: talk.clone() });
        at = talk.end;
    }
    stretches.push(OwnedRange { owner: Owner::Host(None), range: at..text.len() });
    let stretches = take_out(stretches, cuts);
    join_blanks(text, stretches)
}

fn take_out(
    stretches: Vec<OwnedRange>,
    cuts: &IndexVec<CutIndex, Range<usize>>,
) -> Vec<OwnedRange> {
    let mut divided = Vec::new();
    for OwnedRange { owner, range } in stretches {
        let mut at = range.start;
        for (number, cut) in cuts.enumerated() {
            let (start, end) = (cut.start.max(range.start), cut.end.min(range.end));
            if start < end {
                divided.push(OwnedRange { owner, range: at..start });
                divided.push(OwnedRange { owner: Owner::Cut(number), range: start..end });
                at = end;
            }
        }
        divided.push(OwnedRange { owner, range: at..range.end });
    }
    divided.retain(|s| !s.range.is_empty());
    divided
}

fn join_blanks(text: &str, stretches: Vec<OwnedRange>) -> Vec<OwnedRange> {
    let mut joined: Vec<OwnedRange> = Vec::new();
    for stretch in stretches {
        match joined.last_mut() {
            Some(last)
                if last.owner == stretch.owner || text[stretch.range.clone()].trim().is_empty() =>
            {
                last.range.end = stretch.range.end;
            }
            _ => joined.push(stretch),
        }
    }
    joined
}

/// The proof that nothing is lost or counted twice.
///
/// # Errors
///
/// The first byte that does not belong to exactly one stretch.
pub fn prove(text: &str, stretches: &[OwnedRange]) -> Result<(), usize> {
    let mut at = 0;
    for stretch in stretches {
        if stretch.range.start != at || stretch.range.end < at {
            return Err(at.min(stretch.range.start));
        }
        at = stretch.range.end;
    }
    if at == text.len() { Ok(()) } else { Err(at) }
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
        let cut = 4 * c..5 * c;
        let (one, two) = (TalkIndex::FIRST, TalkIndex::FIRST.next());
        let talks = vec![2 * c..6 * c, 8 * c..12 * c];
        let found = divide(text, &talks.into(), &vec![cut].into());
        let owners: Vec<_> = found.iter().map(|s| s.owner).collect();
        assert_eq!(
            owners,
            [
                Owner::Host(Some(one)),
                Owner::Talk(one),
                Owner::Cut(CutIndex::FIRST),
                Owner::Talk(one),
                Owner::Host(Some(two)),
                Owner::Talk(two),
                Owner::Host(None)
            ]
        );
        assert_eq!(prove(text, &found), Ok(()));
    }

    #[test]
    fn blanks_between_two_talks_are_not_a_host() {
        let found = divide("甲。 乙。", &vec![0..6, 7..13].into(), &Vec::new().into());
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].range, 0..7);
    }

    #[test]
    fn a_gap_is_found_by_the_proof() {
        let stretch = |range| OwnedRange { owner: Owner::Host(None), range };
        assert_eq!(prove("abcdef", &[stretch(0..2), stretch(3..6)]), Err(2));
        assert_eq!(prove("abcdef", &[stretch(0..3), stretch(2..6)]), Err(2));
        assert_eq!(prove("abcdef", &[stretch(0..3)]), Err(3));
    }

    proptest! {
        #[test]
        fn every_byte_has_one_owner(
            mut points in prop::collection::vec(0usize..60, 0..8),
            mut cuts in prop::collection::vec(0usize..60, 0..8),
        ) {
            let text = "甲 乙。".repeat(12);
            let floor = |at: usize| (0..=at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap();
            let ranges = |points: &mut Vec<usize>| {
                points.sort_unstable();
                points.chunks_exact(2).map(|p| floor(p[0])..floor(p[1])).collect::<Vec<_>>()
            };
            let found = divide(&text, &ranges(&mut points).into(), &ranges(&mut cuts).into());
            prop_assert_eq!(prove(&text, &found), Ok(()));
        }
    }
}
