//! When a word is said, as well as that can be told: exactly where the transcript has a time for
//! it, else as an estimate.
//!
//! Between two times words are taken to follow each other evenly, by their number of bytes, as for
//! links to the recording; but links go to the time before a word where the next one is near, which
//! would give several captions one time. Where there is more time than words, the speaker paused
//! after them. After the last time words are taken to be said as fast as
//! those before, or as people speak where that cannot be. An estimate is a whole second: it is not
//! better than that.

use std::ops::RangeInclusive;

use crate::model::{Milliseconds, TextOffset, TextRange, Transcript};

/// Milliseconds that it takes to say a thousand bytes: four to five Chinese characters of three
/// bytes in a second.
const USUAL_PACE: u128 = 75_000;
/// Milliseconds without words that are a pause, where speech may be half as fast as usual.
const PAUSE: u128 = 3000;
/// What else may be: English read out very fast, or one Chinese character a second.
const POSSIBLE_PACES: RangeInclusive<u128> = 25_000..=333_000;

/// The time of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordTime {
    /// Time in the recording.
    pub at: Milliseconds,
    /// Whether it is an estimate, in whole seconds.
    pub about: bool,
}

/// The times of a transcript's words.
#[derive(Debug)]
pub struct WordTimes<'a> {
    transcript: &'a Transcript,
}

/// The times of one recording, which go forward.
#[derive(Clone, Copy)]
struct Known<'a>(&'a [(TextOffset, Milliseconds)]);

impl<'a> WordTimes<'a> {
    /// The times of a transcript.
    pub fn of(transcript: &'a Transcript) -> Self {
        Self { transcript }
    }

    fn known(&self, offset: TextOffset) -> Known<'a> {
        Known(self.transcript.times.of_recording(offset))
    }

    /// The offsets of a part of the text for which there is a time, in order, each with whether the
    /// speaker paused before it: the words since the last time do not fill what is between. Where
    /// the part goes on in another recording, what is there is left out.
    pub fn known_in(&self, range: TextRange) -> impl Iterator<Item = (TextOffset, bool)> {
        let known = self.known(range.start);
        let index = |offset: TextOffset| known.0.partition_point(|(at, _)| *at < offset);
        (index(range.start)..index(range.end))
            .map(move |index| (known.0[index].0, known.pauses(index)))
    }

    /// The time of the first word from an offset on; `None` before the first time.
    pub fn at(&self, offset: TextOffset) -> Option<WordTime> {
        let rest = self.transcript.text.get(offset.0..).unwrap_or_default();
        let offset = offset.plus(rest.len() - rest.trim_start().len());
        self.known(offset).at(offset)
    }
}

impl Known<'_> {
    /// Milliseconds that it takes to say a thousand bytes.
    fn pace(self) -> u128 {
        let pace = match (self.0.first(), self.0.last()) {
            (Some((from, first)), Some((to, last))) if from < to => {
                u128::from(last.0 - first.0) * 1000 / from.to(*to).len() as u128
            }
            _ => USUAL_PACE,
        };
        if POSSIBLE_PACES.contains(&pace) { pace } else { USUAL_PACE }
    }

    fn pauses(self, index: usize) -> bool {
        let Some((from, before)) = index.checked_sub(1).and_then(|last| self.0.get(last)) else {
            return false;
        };
        let (to, after) = self.0[index];
        let words = from.to(to).len() as u128 * USUAL_PACE / 1000;
        u128::from(after.0 - before.0) > words * 2 + PAUSE
    }

    fn at(self, offset: TextOffset) -> Option<WordTime> {
        let next = self.0.partition_point(|(at, _)| *at <= offset);
        let (from, before) = *self.0[..next].last()?;
        if from == offset {
            return Some(WordTime { at: before, about: false });
        }
        let said = from.to(offset).len() as u128;
        let later = match self.0.get(next) {
            // before a pause words follow each other as fast as usual
            Some(_) if self.pauses(next) => said * USUAL_PACE / 1000,
            Some((to, after)) => {
                u128::from(after.0 - before.0) * said / (from.to(*to).len() as u128).max(1)
            }
            None => said * self.pace() / 1000,
        };
        let at = before.0.saturating_add(u64::try_from(later).unwrap_or(u64::MAX));
        Some(WordTime { at: Milliseconds(at / 1000 * 1000), about: true })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{SourceMap, Span};
    use crate::model::TranscriptHead;
    use crate::model::text_timestamps::{FoundTime, TextTimestamps};

    fn transcript(text: &str, times: &[(usize, u64)]) -> Transcript {
        let file = SourceMap::default().add("transcript.srt", text);
        let mut transcript = Transcript::new(file, TranscriptHead::default());
        transcript.push_line(0, text);
        let found: Vec<FoundTime> = times
            .iter()
            .map(|&(at, time)| FoundTime {
                at: TextOffset(at),
                time: Milliseconds(time),
                span: Span::whole(file),
            })
            .collect();
        transcript.times = TextTimestamps::of(&found).0;
        transcript
    }

    #[test]
    fn a_known_time_is_kept_to_the_millisecond_and_others_are_whole_seconds() {
        let transcript =
            transcript(&"一".repeat(100), &[(30, 10_250), (90, 14_250), (120, 90_000)]);
        let times = WordTimes::of(&transcript);
        let at = |character: usize| {
            times.at(TextOffset(character * 3)).map(|time| (time.at.0, time.about))
        };
        assert_eq!(at(9), None);
        assert_eq!(at(10), Some((10_250, false)));
        assert_eq!(at(20), Some((12_000, true)));
        assert_eq!(at(30), Some((14_250, false)));
        assert_eq!(at(40), Some((90_000, false)));
        // 90 bytes in 79.75 s are too slow for speech, so 10 characters take 2.25 s
        assert_eq!(at(50), Some((92_000, true)));
    }
}
