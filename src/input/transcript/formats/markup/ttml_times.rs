//! Times of TTML.
//!
//! ```text
//! time   = hours ":" minutes ":" seconds [ "." fraction | ":" frames ] | number unit
//! unit   = "h" | "m" | "s" | "ms" | "f" | "t"
//! ```
//!
//! Source: <https://www.w3.org/TR/ttml2/#timing-value-time-expression>.

use std::collections::BTreeMap;

use crate::input::transcript::timecode;
use crate::model::Milliseconds;

/// How long frames and ticks are.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    frame_rate: f64,
    tick_rate: f64,
}

impl Clock {
    /// The clock that the attributes of `<tt>` say.
    pub fn of(attributes: &BTreeMap<String, String>) -> Self {
        let number = |name: &str| attributes.get(name).and_then(|text| text.parse::<f64>().ok());
        let multiplier = attributes.get("ttp:frameratemultiplier").and_then(|text| {
            let mut parts = text.split([' ', ':']).filter_map(|part| part.parse::<f64>().ok());
            Some(parts.next()? / parts.next()?)
        });
        let said = number("ttp:framerate").filter(|rate| *rate > 0.0);
        let frame_rate = said.unwrap_or(30.0) * multiplier.filter(|m| m.is_normal()).unwrap_or(1.0);
        // without a rate of ticks, a tick is a frame where frames are said, and else a second
        let ticks = number("ttp:tickrate").filter(|rate| *rate > 0.0);
        let tick_rate = ticks.unwrap_or(if said.is_some() { frame_rate } else { 1.0 });
        Self { frame_rate, tick_rate }
    }

    /// Reads a time.
    pub fn parse(&self, text: &str) -> Option<Milliseconds> {
        let text = text.trim();
        if !text.contains(':') {
            return self.in_units(text);
        }
        let mut parts = text.splitn(4, ':');
        let clock = [parts.next()?, parts.next()?, parts.next()?].join(":");
        let time = timecode::parse(&clock)?;
        let Some(frames) = parts.next() else { return Some(time) };
        // sub-frames after a point are shorter than anybody hears
        let frames: f64 = frames.split('.').next()?.parse().ok()?;
        Some(Milliseconds(time.0.saturating_add(milliseconds(frames / self.frame_rate)?)))
    }

    /// `6.1s`, `1500ms`, `95000000t`.
    fn in_units(&self, text: &str) -> Option<Milliseconds> {
        let unit = text.find(|c: char| c.is_ascii_alphabetic())?;
        let number: f64 = text[..unit].parse().ok()?;
        let seconds = match &text[unit..] {
            "h" => number * 3600.0,
            "m" => number * 60.0,
            "s" => number,
            "ms" => number / 1000.0,
            "f" => number / self.frame_rate,
            "t" => number / self.tick_rate,
            _ => return None,
        };
        milliseconds(seconds).map(Milliseconds)
    }
}

/// A number of seconds in milliseconds, where it is one.
fn milliseconds(seconds: f64) -> Option<u64> {
    let is_time = seconds.is_finite() && (0.0..1e9).contains(&seconds);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // checked above
    is_time.then(|| (seconds * 1000.0).round() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_every_unit() {
        let of = |pairs: &[(&str, &str)]| {
            Clock::of(&pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
        };
        let clock = of(&[("ttp:framerate", "25"), ("ttp:tickrate", "10000000")]);
        let parse = |text| clock.parse(text).map(|time| time.0);
        assert_eq!(parse("00:00:00.340"), Some(340));
        assert_eq!(parse("00:00:03:15"), Some(3600));
        assert_eq!(parse("6.1s"), Some(6100));
        assert_eq!(parse("1500ms"), Some(1500));
        assert_eq!(parse("95000000t"), Some(9500));
        assert_eq!(parse("0.5h"), Some(1_800_000));
        for wrong in ["", "s", "-1s", "1x", "00:00", "1e400s", "00:00:aa"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
        let ntsc = of(&[("ttp:framerate", "30"), ("ttp:frameratemultiplier", "1000 1001")]);
        assert_eq!(ntsc.parse("30f").map(|time| time.0), Some(1001));
    }
}
