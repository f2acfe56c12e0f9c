//! Times of a transcript: `00:01:02,345`.
//!
//! ```text
//! clock = [[hours ":"] minutes ":"] seconds [("." | ",") fraction]
//! ```
//!
//! At least minutes and seconds are written, both below 60 where something larger stands before
//! them. Of a fraction the first three digits count.

use crate::model::{Milliseconds, Seconds};

/// Reads a text that is a time, with or without whitespace around it.
pub fn parse(text: &str) -> Option<Milliseconds> {
    let text = text.trim();
    // SubRip writes a comma before the fraction, WebVTT a point
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits = !fraction.is_empty() && fraction.bytes().all(|b| b.is_ascii_digit());
    // `Seconds` also accepts a bare number, which in a transcript is a word
    if !digits || !whole.contains(':') {
        return None;
    }
    let Seconds(seconds) = whole.parse().ok()?;
    let digits = fraction.bytes().chain(*b"000").take(3);
    let thousandths = digits.fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'));
    Some(Milliseconds(u64::from(seconds) * 1000 + thousandths))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_to_the_second() {
        let seconds = |text| parse(text).map(|time| time.seconds().0);
        assert_eq!(seconds("00:01:01"), Some(61));
        assert_eq!(seconds(" 01:21:32,999 "), Some(4892));
        assert_eq!(seconds("00:06"), Some(6));
        assert_eq!(seconds("75:06.500"), Some(4506));
        assert_eq!(parse("00:01,5").map(|time| time.0), Some(1500));
        assert_eq!(parse("00:01.0456").map(|time| time.0), Some(1045));
        for wrong in ["61", "1:75", "00:00:61", "00:01:", "0:1,", "-1:00", "1:2:3:4", "00:05.x"] {
            assert_eq!(seconds(wrong), None, "{wrong}");
        }
    }
}
