//! By how much a recording is ahead of the times of its transcript.

use std::fmt;
use std::str::FromStr;

use super::{Milliseconds, Seconds};

/// By how much a recording is ahead of the times of its transcript: what the transcript has at 1:00
/// is at 6:12 of a recording with an offset of 312 seconds. It is negative where the recording
/// begins later than the transcript.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecordingOffset {
    /// Milliseconds.
    pub milliseconds: i64,
}

impl RecordingOffset {
    /// A time of the transcript as one of the recording; `None` before the recording begins.
    pub fn apply(self, time: Milliseconds) -> Option<Milliseconds> {
        let moved = i64::try_from(time.0).ok()?.checked_add(self.milliseconds)?;
        u64::try_from(moved).ok().map(Milliseconds)
    }

    /// The offset that a misspelled text probably means: as [`Seconds::guess`], with a sign.
    pub fn guess(text: &str) -> Option<Self> {
        let text = text.trim();
        let (negative, size) = match text.strip_prefix(['-', '−', '－', '–']) {
            Some(size) => (true, size),
            None => (false, text.trim_start_matches(['+', '＋'])),
        };
        let milliseconds = i64::from(Seconds::guess(size)?.0) * 1000;
        Some(Self { milliseconds: if negative { -milliseconds } else { milliseconds } })
    }

    /// As a length of time, whatever the direction: `5:12`.
    pub fn length(self) -> Seconds {
        Milliseconds(self.milliseconds.unsigned_abs()).seconds()
    }
}

impl fmt::Display for RecordingOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (size, sign) = (self.milliseconds.unsigned_abs(), self.milliseconds < 0);
        write!(f, "{}{}", if sign { "-" } else { "" }, size / 1000)?;
        match size % 1000 {
            0 => Ok(()),
            rest => f.write_str(format!(".{rest:03}").trim_end_matches('0')),
        }
    }
}

impl FromStr for RecordingOffset {
    type Err = &'static str;

    /// Reads seconds, also with a decimal point, or a time such as `5:12`, with a sign or without.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WRONG: &str = "an offset is written as seconds (312, -12.5) or as a time (5:12)";
        let (negative, size) = match text.strip_prefix('-') {
            Some(size) => (true, size),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = size.split_once('.').unwrap_or((size, ""));
        if size.ends_with('.')
            || fraction.len() > 3
            || fraction.bytes().any(|b| !b.is_ascii_digit())
        {
            return Err(WRONG);
        }
        let seconds: Seconds = whole.parse().map_err(|_| WRONG)?;
        let fraction: i64 = format!("{fraction:0<3}").parse().map_err(|_| WRONG)?;
        let milliseconds = i64::from(seconds.0) * 1000 + fraction;
        Ok(Self { milliseconds: if negative { -milliseconds } else { milliseconds } })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_is_read_in_seconds_or_as_a_time_and_written_in_seconds() {
        let read = |text: &str| text.parse::<RecordingOffset>().map(|o| o.to_string());
        for (text, seconds) in [
            ("312", "312"),
            ("+312", "312"),
            ("5:12", "312"),
            ("1:00:00", "3600"),
            ("-12.5", "-12.5"),
            ("-0:12", "-12"),
            ("0", "0"),
            ("0.25", "0.25"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(seconds), "{text}");
        }
        for text in ["", "-", "--1", "5 minutes", "1.", "1.2345", "1:75", "99999999999"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_offset_in_another_spelling_is_guessed() {
        let guess = |text| RecordingOffset::guess(text).map(|o| o.to_string()).unwrap_or_default();
        assert_eq!(guess("5分12秒"), "312");
        assert_eq!(guess("−12s"), "-12");
        assert_eq!(guess("＋５：１２"), "312");
        assert_eq!(guess("later"), "");
    }

    #[test]
    fn what_is_before_the_recording_has_no_time_in_it() {
        let offset: RecordingOffset = "-60".parse().unwrap();
        assert_eq!(offset.apply(Milliseconds(59_999)), None);
        assert_eq!(offset.apply(Milliseconds(61_000)), Some(Milliseconds(1000)));
        assert_eq!(offset.apply(Milliseconds(u64::MAX)), None);
    }
}
