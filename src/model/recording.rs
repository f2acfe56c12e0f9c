//! The recording of a forum: where it is hosted, and the address of a second of it.
//!
//! The four kinds, with the addresses that each host documents for sharing and embedding:
//!
//! | kind | a second of it | its player |
//! | --- | --- | --- |
//! | Bilibili | `/video/<id>/?p=<part>&t=<s>` | `player.bilibili.com/player.html?bvid=…&t=<s>` |
//! | YouTube | `/watch?v=<id>&t=<s>s` | `youtube-nocookie.com/embed/<id>?start=<s>` |
//! | PeerTube | `<address>?start=<s>s` | `/videos/embed/<id>?start=<s>s` |
//! | a file | `<address>#t=<s>` (Media Fragments URI 1.0) | the browser's own |

use std::fmt;
use std::str::FromStr;

/// The video or audio file of a forum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    /// Where it is hosted.
    pub source: RecordingSource,
    /// Whether a page may show the player of the recording's site once a reader asks for it.
    pub player: bool,
}

/// Where a recording is hosted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordingSource {
    /// On Bilibili.
    Bilibili {
        /// The video's id (`BV…`).
        id: String,
        /// The part of the video, from 1.
        part: Option<u32>,
    },
    /// On YouTube: the video's id.
    Youtube(String),
    /// On a PeerTube site: the video's address, `https://…/w/<id>`.
    Peertube(String),
    /// A file at an address.
    File(String),
}

impl Recording {
    /// A recording on Bilibili that pages link to and do not embed.
    pub fn bilibili(id: String, part: Option<u32>) -> Self {
        Self { source: RecordingSource::Bilibili { id, part }, player: false }
    }

    /// The address of its page, at a second of it if one is given.
    pub fn address(&self, start: Option<Seconds>) -> String {
        let at = |sign: &str, unit: &str| {
            start.map(|Seconds(s)| format!("{sign}{s}{unit}")).unwrap_or_default()
        };
        match &self.source {
            RecordingSource::Bilibili { id, part } => {
                let part = part.map(|part| format!("?p={part}")).unwrap_or_default();
                let sign = if part.is_empty() { "?t=" } else { "&t=" };
                format!("https://www.bilibili.com/video/{id}/{part}{}", at(sign, ""))
            }
            RecordingSource::Youtube(id) => {
                format!("https://www.youtube.com/watch?v={id}{}", at("&t=", "s"))
            }
            RecordingSource::Peertube(address) => format!("{address}{}", at("?start=", "s")),
            RecordingSource::File(address) => format!("{address}{}", at("#t=", "")),
        }
    }

    /// The player, if pages may show one: a page for a frame, or a media file.
    pub fn player(&self, start: Option<Seconds>) -> Option<Player> {
        if !self.player {
            return None;
        }
        Some(match self.embed(start) {
            Some(address) => Player { address, frame: true },
            None => Player { address: self.address(Some(start.unwrap_or_default())), frame: false },
        })
    }

    /// The address of the host's player for a frame; a file has none.
    pub fn embed(&self, start: Option<Seconds>) -> Option<String> {
        let Seconds(start) = start.unwrap_or_default();
        Some(match &self.source {
            RecordingSource::Bilibili { id, part } => {
                let part = part.unwrap_or(1);
                format!("https://player.bilibili.com/player.html?bvid={id}&p={part}&t={start}")
            }
            RecordingSource::Youtube(id) => {
                format!("https://www.youtube-nocookie.com/embed/{id}?start={start}")
            }
            RecordingSource::Peertube(address) => {
                let (site, id) = address.rsplit_once('/')?;
                let site = site.trim_end_matches("/w").trim_end_matches("/videos/watch");
                format!("{site}/videos/embed/{id}?start={start}s")
            }
            RecordingSource::File(_) => return None,
        })
    }

    /// The address of its thumbnail, if that can be derived from its id.
    pub fn picture(&self) -> Option<String> {
        match &self.source {
            RecordingSource::Youtube(id) => {
                Some(format!("https://i.ytimg.com/vi/{id}/hqdefault.jpg"))
            }
            RecordingSource::Bilibili { .. }
            | RecordingSource::Peertube(_)
            | RecordingSource::File(_) => None,
        }
    }
}

/// A player that a page loads once the reader asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Player {
    /// Absolute address of the player's page or of the media file.
    pub address: String,
    /// Whether it is a page for a frame; else it is a media file.
    pub frame: bool,
}

/// A time in a recording, written `1:02:03`, `62:03` or `3723`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seconds(pub u32);

/// A time in the recording as a transcript has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Milliseconds(pub u64);

impl Milliseconds {
    /// The second in which it lies; a link to a recording goes to the second.
    pub fn seconds(self) -> Seconds {
        Seconds(u32::try_from(self.0 / 1000).unwrap_or(u32::MAX))
    }
}

impl Seconds {
    /// The time that a misspelled text probably means: full-width characters (`2：50：00`), or
    /// units for hours, minutes and seconds (`2小时50分`, `170m`, `1h02m03s`).
    pub fn guess(text: &str) -> Option<Self> {
        let plain = crate::model::date::half_width(text);
        let plain: String = plain.chars().filter(|c| !c.is_whitespace()).collect();
        plain.parse().ok().or_else(|| Self::in_units(&plain))
    }

    /// Parses numbers with units, each unit smaller than the one before.
    fn in_units(text: &str) -> Option<Self> {
        // longer names first: `m` is also the beginning of `min`
        const UNITS: [(u32, &[&str]); 3] = [
            (3600, &["小时", "时", "hours", "hour", "h"]),
            (60, &["分钟", "分", "minutes", "min", "m", "'", "′"]),
            (1, &["秒钟", "秒", "seconds", "sec", "s", "\"", "″"]),
        ];
        let text = text.to_ascii_lowercase();
        let (mut rest, mut sum, mut last) = (text.as_str(), 0_u32, u32::MAX);
        while !rest.is_empty() {
            let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let number: u32 = rest[..digits].parse().ok()?;
            rest = &rest[digits..];
            let (unit, name) = UNITS.iter().find_map(|(unit, names)| {
                Some((*unit, names.iter().find(|name| rest.starts_with(**name))?))
            })?;
            if unit >= last {
                return None;
            }
            sum = sum.checked_add(number.checked_mul(unit)?)?;
            (rest, last) = (&rest[name.len()..], unit);
        }
        // only an empty text leaves `last` as it was
        (last != u32::MAX).then_some(Self(sum))
    }
}

impl FromStr for Seconds {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WRONG: &str = "a time is written 1:02:03, 62:03 or as a number of seconds";
        let parts: Vec<&str> = text.split(':').collect();
        let number = |part: &&str| {
            // `parse` would accept a plus sign
            let digits = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| part.parse::<u32>().ok()).flatten()
        };
        let numbers: Option<Vec<u32>> = parts.iter().map(number).collect();
        let numbers = numbers.filter(|n| n.len() <= 3).ok_or(WRONG)?;
        if numbers.iter().skip(1).any(|n| *n > 59) {
            return Err("minutes and seconds after a colon go up to 59");
        }
        let sum = |sum: u32, n: &u32| sum.checked_mul(60)?.checked_add(*n);
        numbers.iter().try_fold(0, sum).map(Self).ok_or(WRONG)
    }
}

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hours, minutes, seconds) = (self.0 / 3600, self.0 / 60 % 60, self.0 % 60);
        match hours {
            0 => write!(f, "{minutes}:{seconds:02}"),
            _ => write!(f, "{hours}:{minutes:02}:{seconds:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_however_it_is_written() {
        let seconds = |text: &str| text.parse::<Seconds>().map(|s| s.0);
        assert_eq!(seconds("1:02:03"), Ok(3723));
        assert_eq!(seconds("62:03"), Ok(3723));
        assert_eq!(seconds("3723"), Ok(3723));
        assert!(seconds("1:62").is_err() && seconds("").is_err() && seconds("1:2:3:4").is_err());
        assert!(seconds("-1").is_err() && seconds("99999999:00").is_err());
        assert_eq!(Seconds(3723).to_string(), "1:02:03");
        assert_eq!(Seconds(63).to_string(), "1:03");
    }

    #[test]
    fn a_time_in_another_spelling_is_guessed() {
        let guess = |text| Seconds::guess(text).map(|s| s.to_string()).unwrap_or_default();
        assert_eq!(guess("2：50：00"), "2:50:00");
        assert_eq!(guess("２:５0:00"), "2:50:00");
        assert_eq!(guess("2小时50分"), "2:50:00");
        assert_eq!(guess("170m"), "2:50:00");
        assert_eq!(guess("1h 02m 03s"), "1:02:03");
        assert_eq!(guess("50分钟30秒"), "50:30");
        assert_eq!(guess("50分2小时"), "");
        assert_eq!(guess("下午三点"), "");
        assert_eq!(guess(""), "");
    }

    #[test]
    fn every_kind_of_recording_has_an_address_for_a_second() {
        let at = |source| {
            let video = Recording { source, player: true };
            let player = video.player(Some(Seconds(90))).map(|p| p.address);
            (video.address(Some(Seconds(90))), player.unwrap())
        };
        let id = || "BV1iT421k7Bv".to_owned();
        assert_eq!(
            at(RecordingSource::Bilibili { id: id(), part: Some(31) }),
            (
                "https://www.bilibili.com/video/BV1iT421k7Bv/?p=31&t=90".into(),
                "https://player.bilibili.com/player.html?bvid=BV1iT421k7Bv&p=31&t=90".into()
            )
        );
        assert_eq!(
            at(RecordingSource::Bilibili { id: id(), part: None }).0,
            "https://www.bilibili.com/video/BV1iT421k7Bv/?t=90"
        );
        assert_eq!(
            at(RecordingSource::Youtube("dQw4w9WgXcQ".into())),
            (
                "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=90s".into(),
                "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=90".into()
            )
        );
        assert_eq!(
            at(RecordingSource::Peertube("https://tube.example.org/w/abc".into())),
            (
                "https://tube.example.org/w/abc?start=90s".into(),
                "https://tube.example.org/videos/embed/abc?start=90s".into()
            )
        );
        assert_eq!(
            at(RecordingSource::File("https://example.org/a.mp4".into())).1,
            "https://example.org/a.mp4#t=90"
        );
        assert_eq!(Recording::bilibili(id(), None).player(None), None);
    }
}
