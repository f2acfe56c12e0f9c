//! When each word is said, for transcripts with times.

use super::{Seconds, TextOffset};

/// Times at most this many seconds apart are not interpolated: the first holds for all words up to
/// the second, which is close enough for a link to the recording.
const CLOSE: u32 = 10;

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

/// The times of a transcript's text, sorted: each holds from its offset on.
#[derive(Clone, Debug, Default)]
pub struct TextTimestamps(Vec<(TextOffset, Seconds)>);

impl TextTimestamps {
    /// Adds a time that holds from an offset on.
    ///
    /// # Errors
    ///
    /// The last time, if the new one is earlier; it is not added then.
    pub fn push(&mut self, byte: TextOffset, time: Seconds) -> Result<(), Seconds> {
        match self.0.last_mut() {
            Some((_, last)) if time < *last => return Err(*last),
            // nothing is said between the two, so the later time replaces the earlier
            Some(last) if last.0 == byte => *last = (byte, time),
            _ => self.0.push((byte, time)),
        }
        Ok(())
    }

    /// When the word at an offset is said: the time before it or, if the next time is far off, a
    /// time interpolated between both by the number of bytes. Before the first time nothing is
    /// known; after the last, that time is an estimate.
    pub fn moment(&self, byte: TextOffset) -> Option<Timestamp> {
        let next = self.0.partition_point(|(at, _)| *at <= byte);
        let (from, last) = *self.0[..next].last()?;
        if from == byte {
            return Some(last.into());
        }
        let Some((to, after)) = self.0.get(next) else {
            return Some(Timestamp { at: last, about: true });
        };
        let seconds = after.0 - last.0;
        if seconds <= CLOSE {
            return Some(last.into());
        }
        // in 64 bits, because seconds times bytes may exceed 32
        let (said, all) = (from.to(byte).len() as u64, from.to(*to).len() as u64);
        let later = u32::try_from(u64::from(seconds) * said / all.max(1)).unwrap_or(0);
        Some(Timestamp { at: Seconds(last.0 + later), about: true })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(times: &TextTimestamps, character: usize) -> Option<(u32, bool)> {
        times.moment(TextOffset(character * 3)).map(|m| (m.at.0, m.about))
    }

    #[test]
    fn a_time_far_from_the_next_is_reckoned_by_what_is_said_between() {
        let mut times = TextTimestamps::default();
        for (character, seconds) in [(1, 60), (5, 100), (7, 104)] {
            times.push(TextOffset(character * 3), Seconds(seconds)).unwrap();
        }
        assert_eq!(moment(&times, 0), None);
        assert_eq!(moment(&times, 1), Some((60, false)));
        assert_eq!(moment(&times, 2), Some((70, true)));
        assert_eq!(moment(&times, 4), Some((90, true)));
        assert_eq!(moment(&times, 6), Some((100, false)));
        assert_eq!(moment(&times, 9), Some((104, true)));
        assert_eq!(moment(&TextTimestamps::default(), 3), None);
    }

    #[test]
    fn time_does_not_go_backwards_and_a_time_without_words_holds_for_nothing() {
        let mut times = TextTimestamps::default();
        times.push(TextOffset(0), Seconds(5)).unwrap();
        assert_eq!(times.push(TextOffset(3), Seconds(4)), Err(Seconds(5)));
        times.push(TextOffset(3), Seconds(6)).unwrap();
        times.push(TextOffset(3), Seconds(9)).unwrap();
        assert_eq!(moment(&times, 1), Some((9, false)));
    }
}
