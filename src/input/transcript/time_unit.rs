//! Times that are numbers without a unit: seconds in some formats, milliseconds in others.

use super::timecode;
use crate::model::Milliseconds;

/// Fewer letters a second are not said by anybody: it is milliseconds that are counted.
const FEWEST_LETTERS: f64 = 0.1;
/// The latest time that is believed: 1,000 hours.
const LATEST: f64 = 3_600_000_000.0;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeUnit {
    /// Seconds, with a fraction or without.
    Seconds,
    /// Thousandths of a second.
    Milliseconds,
}

impl TimeUnit {
    /// What whole numbers count, if so many letters are said in so many of them.
    pub fn of_speech(letters: usize, length: f64) -> Self {
        // five letters a second are usual, which is one in two hundred milliseconds
        if (letters as f64) < length * FEWEST_LETTERS { Self::Milliseconds } else { Self::Seconds }
    }

    /// The time of a number, or of a clock.
    pub fn time(self, written: &str) -> Option<Milliseconds> {
        let written = written.trim();
        let Ok(number) = written.parse::<f64>() else { return timecode::parse(written) };
        let thousandths = match self {
            Self::Seconds => number * 1000.0,
            Self::Milliseconds => number,
        };
        // WhisperX may place the first word a little before the beginning
        let valid = (-1000.0..LATEST).contains(&thousandths);
        valid.then_some(Milliseconds(thousandths.max(0.0).round() as u64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_that_nobody_can_mean_is_none() {
        let time = |text| TimeUnit::Seconds.time(text).map(|time| time.0);
        assert_eq!(time(" 1.0006 "), Some(1001));
        assert_eq!(time("-0.02"), Some(0));
        assert_eq!(time("00:01:02,5"), Some(62_500));
        assert_eq!(TimeUnit::Milliseconds.time("1e3"), Some(Milliseconds(1000)));
        for wrong in ["", "x", "NaN", "Infinity", "-inf", "1e300", "-5", "0x10"] {
            assert_eq!(time(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_unit_is_that_in_which_one_can_speak_so_fast() {
        assert_eq!(TimeUnit::of_speech(17, 3200.0), TimeUnit::Milliseconds);
        assert_eq!(TimeUnit::of_speech(17, 3.0), TimeUnit::Seconds);
        assert_eq!(TimeUnit::of_speech(1, 6.0), TimeUnit::Seconds);
    }
}
