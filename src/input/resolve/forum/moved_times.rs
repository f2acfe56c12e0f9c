//! The times of a transcript as times of its recording.
//!
//! Two things move them. An `offset` moves all. A `start` is the time in the recording at which
//! somebody looked up when words are said: it moves the times from these words on by as much as it
//! differs from theirs, to the next `start` of the same recording or to its end, because what has
//! made them differ (a trailer, a break that was cut out) holds for what follows as well.
//!
//! Times that would then be later than the next `start`, or that precede a `start` and are later
//! than it, contradict it and are left out, so that times always go forward and no passage begins
//! before its talk does. Times before the beginning of the recording are left out too.

use super::start_times::WrittenStart;
use crate::model::text_timestamps::TextTimestamps;
use crate::model::{FoundTime, Milliseconds, RecordingOffset, TextOffset};

/// The times of one recording, moved by its offset. They may lie before its beginning.
pub struct OffsetTimes(Vec<(TextOffset, i64)>);

/// A written start, and by how much it moves the times from there on.
pub struct Move<'a> {
    /// The written start.
    pub start: &'a WrittenStart,
    /// The time that the words would have without it.
    pub expected: Milliseconds,
    /// By how much the times are moved that follow, in milliseconds.
    pub by: i64,
}

impl OffsetTimes {
    /// Times of a transcript, moved.
    pub fn new(times: &TextTimestamps, offset: RecordingOffset) -> Self {
        let moved = |time: Milliseconds| {
            i64::try_from(time.0).ok().and_then(|time| time.checked_add(offset.milliseconds))
        };
        Self(times.iter().filter_map(|(at, time)| Some((at, moved(time)?))).collect())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether there are some, and all of them lie before the beginning of the recording.
    pub fn are_before_recording(&self) -> bool {
        self.0.last().is_some_and(|(_, last)| *last < 0)
    }

    /// What the written starts move, and those that do not go forward with the others and so move
    /// nothing, each with the time that its words have.
    pub fn moves<'a>(
        &self,
        written: &'a [WrittenStart],
    ) -> (Vec<Move<'a>>, Vec<(&'a WrittenStart, Milliseconds)>) {
        if self.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let found = |start: &WrittenStart| FoundTime {
            at: start.at,
            time: start.milliseconds(),
            span: start.span,
        };
        let unused = TextTimestamps::of(&written.iter().map(found).collect::<Vec<_>>()).1;
        let time = |time: i64| Milliseconds(u64::try_from(time).unwrap_or(0));
        let (mut moves, mut others, mut by) = (Vec::new(), Vec::new(), 0);
        for (index, start) in written.iter().enumerate() {
            let there = self.estimate(start.at);
            if unused.binary_search(&index).is_ok() {
                others.extend(there.map(|there| (start, time(there + by))));
                continue;
            }
            let expected = time(there.map_or(start.signed(), |there| there + by));
            by = there.map_or(by, |there| start.signed() - there);
            moves.push(Move { start, expected, by });
        }
        (moves, others)
    }

    /// The time of a word: interpolated where it has none, and nothing before the first.
    fn estimate(&self, word: TextOffset) -> Option<i64> {
        let next = self.0.partition_point(|(at, _)| *at <= word);
        let (from, last) = *self.0[..next].last()?;
        let Some((to, after)) = self.0.get(next) else { return Some(last) };
        let (said, all) = (from.to(word).len() as i128, from.to(*to).len() as i128);
        let later = i128::from(after - last) * said / all.max(1);
        Some(last + i64::try_from(later).unwrap_or(0))
    }

    /// The times of the recording, in which the written ones stand for their words.
    pub fn moved(&self, moves: &[Move<'_>]) -> Vec<(TextOffset, Milliseconds)> {
        let mut moved = Vec::with_capacity(self.0.len() + moves.len());
        let mut rest = self.0.as_slice();
        let ends = moves.iter().map(Some).chain([None]);
        let stretches = std::iter::once(None).chain(moves.iter().map(Some)).zip(ends);
        for (begin, end) in stretches {
            let (own, after) = match end {
                Some(end) => rest.split_at(rest.partition_point(|(at, _)| *at < end.start.at)),
                None => (rest, &rest[rest.len()..]),
            };
            rest = after;
            moved.extend(begin.map(|begin| (begin.start.at, begin.start.milliseconds())));
            let (least, by) = begin.map_or((0, 0), |begin| (begin.start.signed(), begin.by));
            let most = end.map_or(i64::MAX, |end| end.start.signed());
            moved.extend(own.iter().filter_map(|(at, time)| {
                // the written start stands for the time of its own words
                let is_other = begin.is_none_or(|begin| begin.start.at != *at);
                let time = time.checked_add(by)?;
                let fits = is_other && (least..=most).contains(&time);
                fits.then(|| Some((*at, Milliseconds(u64::try_from(time).ok()?))))?
            }));
        }
        moved
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{SourceMap, Span};
    use crate::model::Seconds;
    use proptest::prelude::*;

    fn span() -> Span {
        Span::whole(SourceMap::default().add("forum.yaml", ""))
    }

    fn times(of: &[(usize, u64)]) -> TextTimestamps {
        let found: Vec<FoundTime> = of
            .iter()
            .map(|&(at, seconds)| FoundTime {
                at: TextOffset(at),
                time: Milliseconds(seconds * 1000),
                span: span(),
            })
            .collect();
        TextTimestamps::of(&found).0
    }

    fn written(of: &[(usize, u32)]) -> Vec<WrittenStart> {
        let start = |&(at, seconds): &(usize, u32)| WrittenStart {
            at: TextOffset(at),
            time: Seconds(seconds),
            span: span(),
            of: "talk `a`".to_owned(),
        };
        of.iter().map(start).collect()
    }

    /// Offsets and seconds.
    fn moved(times: &TextTimestamps, offset: i64, starts: &[(usize, u32)]) -> Vec<(usize, u64)> {
        let times = OffsetTimes::new(times, RecordingOffset { milliseconds: offset * 1000 });
        let written = written(starts);
        let moved = times.moved(&times.moves(&written).0);
        moved.into_iter().map(|(at, time)| (at.0, time.0 / 1000)).collect()
    }

    #[test]
    fn a_written_start_moves_all_times_up_to_the_next_one() {
        let cues = times(&[(0, 0), (10, 10), (20, 20), (30, 30)]);
        assert_eq!(moved(&cues, 0, &[(0, 312)]), [(0, 312), (10, 322), (20, 332), (30, 342)]);
        assert_eq!(
            moved(&cues, 0, &[(10, 110), (30, 140)]),
            [(0, 0), (10, 110), (20, 120), (30, 140)]
        );
        // in the middle of a cue, its time is taken to be in proportion
        assert_eq!(moved(&cues, 0, &[(15, 25)]), [(0, 0), (10, 10), (15, 25), (20, 30), (30, 40)]);
    }

    #[test]
    fn an_offset_moves_all_times_and_a_written_start_is_a_time_of_the_recording() {
        let cues = times(&[(0, 0), (10, 10), (20, 20)]);
        assert_eq!(moved(&cues, 312, &[]), [(0, 312), (10, 322), (20, 332)]);
        assert_eq!(moved(&cues, 312, &[(10, 322)]), [(0, 312), (10, 322), (20, 332)]);
        assert_eq!(moved(&cues, -10, &[]), [(10, 0), (20, 10)]);
    }

    #[test]
    fn times_that_contradict_a_written_start_are_left_out() {
        let cues = times(&[(0, 100), (10, 110), (20, 120), (30, 130)]);
        assert_eq!(moved(&cues, 0, &[(20, 105)]), [(0, 100), (20, 105), (30, 115)]);
        assert_eq!(moved(&cues, 0, &[(0, 200), (20, 205)]), [(0, 200), (20, 205), (30, 215)]);
        // of starts that go backwards the odd one moves nothing
        assert_eq!(
            moved(&cues, 0, &[(0, 100), (10, 5000), (20, 120)]),
            [(0, 100), (10, 110), (20, 120), (30, 130)]
        );
    }

    #[test]
    fn a_start_before_the_first_time_or_without_times_moves_nothing() {
        let cues = times(&[(10, 110)]);
        assert_eq!(moved(&cues, 0, &[(0, 100)]), [(0, 100), (10, 110)]);
        assert_eq!(moved(&times(&[]), 0, &[(0, 100)]), []);
    }

    proptest! {
        #[test]
        fn moved_times_go_forward_from_each_written_start_on(
            cues in prop::collection::btree_map(0_usize..500, 0_u64..5000, 0..40),
            starts in prop::collection::btree_map(0_usize..500, 0_u32..5000, 0..8),
            offset in -3000_i64..3000,
        ) {
            let cues = times(&cues.into_iter().collect::<Vec<_>>());
            let starts: Vec<_> = starts.into_iter().collect();
            let moved = moved(&cues, offset, &starts);
            prop_assert!(moved.is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1), "{moved:?}");
        }
    }
}
