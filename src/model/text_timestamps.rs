//! When each word is said, for transcripts with times.
//!
//! A reader gives the times as it finds them ([`FoundTime`]). Recognisers and editors of subtitles
//! make mistakes, so that a time may be earlier than one before it. [`TextTimestamps::of`] keeps
//! the most times that go forward together, and gives those that do not fit: of two times that
//! disagree, the odd one is dropped, and not all that follow it.

use super::recording::Milliseconds;
use super::{Seconds, TextOffset};
use crate::alignment::longest_rising;
use crate::diagnostics::Span;

/// Times at most this many seconds apart are not interpolated: the first holds for all words up to
/// the second, which is close enough for a link to the recording.
const CLOSE: u64 = 10_000;

/// A time in the recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timestamp {
    /// Seconds since the start of the recording.
    pub at: Seconds,
    /// Whether it is an estimate: interpolated between the times around it, or the last time before
    /// a text without further ones.
    pub about: bool,
}

impl From<Seconds> for Timestamp {
    fn from(at: Seconds) -> Self {
        Self { at, about: false }
    }
}

/// A time that a transcript's file has, whether or not it fits to the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundTime {
    /// Offset of the word that is said then.
    pub at: TextOffset,
    /// The time.
    pub time: Milliseconds,
    /// Where the file has it.
    pub span: Span,
}

/// The times of a transcript's text, sorted by their offsets: each holds from its offset on.
#[derive(Clone, Debug, Default)]
pub struct TextTimestamps {
    times: Vec<(TextOffset, Milliseconds)>,
    /// Where words of another recording begin, whose times begin anew.
    restarts: Vec<TextOffset>,
}

impl TextTimestamps {
    /// The times that go forward together, and the indexes of those that do not fit. `found` must
    /// be in the order of the text, with one time for an offset.
    pub fn of(found: &[FoundTime]) -> (Self, Vec<usize>) {
        let kept = longest_rising(found, |before, after| before.time <= after.time);
        let mut is_kept = vec![false; found.len()];
        for &index in &kept {
            is_kept[index] = true;
        }
        let times = kept.iter().map(|&index| (found[index].at, found[index].time));
        let dropped = (0..found.len()).filter(|&index| !is_kept[index]);
        (Self { times: times.collect(), restarts: Vec::new() }, dropped.collect())
    }

    /// Adds the times of another recording, whose words begin at an offset after all so far.
    pub fn push_recording(&mut self, start: TextOffset, times: Vec<(TextOffset, Milliseconds)>) {
        self.restarts.push(start);
        self.times.extend(times);
    }

    /// The times with their offsets, in the order of the text. Within the words of a recording
    /// they go forward.
    pub fn iter(&self) -> impl Iterator<Item = (TextOffset, Milliseconds)> {
        self.times.iter().copied()
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.times.is_empty()
    }

    /// The times of the recording that has the word at an offset.
    pub fn of_recording(&self, byte: TextOffset) -> &[(TextOffset, Milliseconds)] {
        let next = self.restarts.partition_point(|start| *start <= byte);
        let place = |start: &TextOffset| self.times.partition_point(|(at, _)| at < start);
        let from = self.restarts[..next].last().map_or(0, place);
        &self.times[from..self.restarts.get(next).map_or(self.times.len(), place)]
    }

    /// When the word at an offset is said: the time before it or, if the next time is far off, a
    /// time interpolated between both by the number of bytes. Before the first time of a recording
    /// nothing is known; after the last, that time is an estimate.
    pub fn moment(&self, byte: TextOffset) -> Option<Timestamp> {
        let times = self.of_recording(byte);
        let next = times.partition_point(|(at, _)| *at <= byte);
        let (from, last) = *times[..next].last()?;
        if from == byte {
            return Some(last.seconds().into());
        }
        let Some((to, after)) = times.get(next) else {
            return Some(Timestamp { at: last.seconds(), about: true });
        };
        let between = after.0 - last.0;
        if between <= CLOSE {
            return Some(last.seconds().into());
        }
        // in 128 bits, because milliseconds times bytes may exceed 64
        let (said, all) = (from.to(byte).len() as u128, from.to(*to).len() as u128);
        let later = u64::try_from(u128::from(between) * said / all.max(1)).unwrap_or(0);
        Some(Timestamp { at: Milliseconds(last.0 + later).seconds(), about: true })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::SourceMap;

    fn times(of: &[(usize, u64)]) -> (TextTimestamps, Vec<usize>) {
        let span = Span::whole(SourceMap::default().add("a.srt", ""));
        let found = of.iter().map(|&(character, seconds)| FoundTime {
            at: TextOffset(character * 3),
            time: Milliseconds(seconds * 1000),
            span,
        });
        TextTimestamps::of(&found.collect::<Vec<_>>())
    }

    fn moment(times: &TextTimestamps, character: usize) -> Option<(u32, bool)> {
        times.moment(TextOffset(character * 3)).map(|m| (m.at.0, m.about))
    }

    #[test]
    fn a_time_far_from_the_next_is_reckoned_by_what_is_said_between() {
        let (times, dropped) = times(&[(1, 60), (5, 100), (7, 104)]);
        assert!(dropped.is_empty());
        assert_eq!(moment(&times, 0), None);
        assert_eq!(moment(&times, 1), Some((60, false)));
        assert_eq!(moment(&times, 2), Some((70, true)));
        assert_eq!(moment(&times, 4), Some((90, true)));
        assert_eq!(moment(&times, 6), Some((100, false)));
        assert_eq!(moment(&times, 9), Some((104, true)));
        assert_eq!(moment(&TextTimestamps::default(), 3), None);
    }

    #[test]
    fn of_times_that_disagree_the_odd_one_is_dropped_and_not_all_after_it() {
        assert_eq!(times(&[(0, 1), (1, 4), (2, 36_000), (3, 9), (4, 12)]).1, [2]);
        assert_eq!(times(&[(0, 5), (1, 4), (2, 6)]).1, [0]);
        assert_eq!(times(&[(0, 50), (1, 60), (2, 1), (3, 70), (4, 70)]).1, [2]);
        let (kept, dropped) = times(&[(0, 5), (1, 9), (2, 9)]);
        assert!(dropped.is_empty());
        assert_eq!(moment(&kept, 2), Some((9, false)));
    }

    #[test]
    fn times_of_another_recording_begin_anew_and_nothing_is_reckoned_between_the_two() {
        let mut all = TextTimestamps::default();
        let recording = |of: &[(usize, u64)]| times(of).0.iter().collect::<Vec<_>>();
        all.push_recording(TextOffset(0), recording(&[(0, 50), (2, 90)]));
        all.push_recording(TextOffset(12), recording(&[(5, 0), (7, 40)]));
        assert_eq!(moment(&all, 1), Some((70, true)));
        assert_eq!(moment(&all, 3), Some((90, true)));
        assert_eq!(moment(&all, 4), None);
        assert_eq!(moment(&all, 5), Some((0, false)));
        assert_eq!(moment(&all, 6), Some((20, true)));
    }
}
