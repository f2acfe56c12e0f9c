//! The programme of a forum as a schedule, in the format that pentabarf began and that frab,
//! pretalx and the programs of c3voc read: `schedule.xml` (`xml`) and `schedule.json` (`json`).
//!
//! A schedule tells visitors when to be where, so the format wants of each event a day, a time of
//! day with its zone, a duration and a room. Of a forum that is on record the day is known, the
//! order of its talks, and perhaps when each begins in the recording. What is written is this:
//!
//! - Where the recording's time is known of all talks of a day, and goes forward, an event begins
//!   at that time, counted from 00:00, and lasts until its last words: a program that shows the
//!   schedule shows the order and the lengths as they were. Else all begin at 00:00 and last 00:00,
//!   in the order of the programme. In either case `description` of each event says that this is
//!   not the time of day.
//! - A talk of which only the days of the forum are known stands on the first, and says so there.
//! - The zone is UTC: nobody has given one, and so the day is the same on every machine.
//! - The forum is in one room, its venue; where that is not known, the name of the room says so.
//! - `version` is the fingerprint of the content.
//!
//! Ids are made of those that stand in addresses ([`uuid`]), so that they stay. A forum without a
//! day has no schedule. Where the address of the site is not known, the addresses of pages are left
//! out; the one that `schedule.json` must have, `url` of an event, is its identifier then,
//! `urn:uuid:…`, and no address that leads nowhere.
//!
//! Sources: <https://c3voc.de/wiki/schedule>, and `validator/` of its repository, voc/schedule.

mod json;
mod xml;

use std::collections::{BTreeMap, BTreeSet};

use super::event_days::{self, EventDays};
use super::forum_export::ForumExport;
use super::uuid;
use crate::model::{Date, Seconds, Session, Talk};
use crate::urls;

/// The fewest characters of an acronym.
const SHORTEST_ACRONYM: usize = 4;

/// A schedule, of which both files are written.
pub struct Schedule<'a> {
    of: &'a ForumExport<'a>,
    /// A name for programs: lower-case letters, digits and `_`.
    acronym: String,
    /// Name of the only room.
    room: &'a str,
    first: Date,
    last: Date,
    days: Vec<Day<'a>>,
}

/// The talks of a day.
struct Day<'a> {
    date: Date,
    events: Vec<Event<'a>>,
}

/// A talk in the schedule.
struct Event<'a> {
    id: u32,
    guid: String,
    talk: &'a Talk,
    session: &'a Session,
    /// Minutes from the beginning of the recording.
    start: u32,
    /// Minutes.
    duration: u32,
    /// On the meaning of both.
    description: String,
}

/// Somebody who speaks in an event.
struct Person<'a> {
    id: u32,
    guid: String,
    name: &'a str,
}

impl<'a> Schedule<'a> {
    /// The schedule of a forum; none where its day is not known.
    pub fn of(of: &'a ForumExport<'a>) -> Option<Self> {
        let forum = of.forum;
        let days = event_days::of_forum(forum)?;
        let mut by_day: BTreeMap<Date, Vec<&'a Talk>> = BTreeMap::from([(days.first, Vec::new())]);
        for talk in &forum.talks {
            by_day.entry(event_days::of_talk(forum, talk)?.first).or_default().push(talk);
        }
        let mut ids = BTreeSet::new();
        let by_day = by_day.into_iter();
        let no_room = of.strings.get("schedule_no_venue");
        Some(Self {
            of,
            acronym: acronym(&forum.id, days.first),
            room: forum.venue.as_deref().unwrap_or(no_room),
            first: days.first,
            last: days.last,
            days: by_day.map(|(date, talks)| day(of, date, &talks, &mut ids)).collect(),
        })
    }

    /// `schedule.xml`.
    pub fn xml(&self) -> String {
        xml::write(self)
    }

    /// `schedule.json`.
    ///
    /// # Errors
    ///
    /// None that input can cause: every field is text, a number or a list of them.
    pub fn json(&self) -> Result<Vec<u8>, serde_json::Error> {
        json::write(self)
    }

    fn room_guid(&self) -> String {
        uuid::uuid(&format!("room {}", self.of.forum.id))
    }

    fn persons(&self, event: &Event<'a>) -> Vec<Person<'a>> {
        let speakers = event.talk.speakers.iter().map(|a| &self.of.site.speakers[a.speaker]);
        let person = |speaker: &'a crate::model::Speaker| Person {
            id: uuid::number(&uuid::speaker(&speaker.id)),
            guid: uuid::uuid(&uuid::speaker(&speaker.id)),
            name: &speaker.name,
        };
        speakers.map(person).collect()
    }

    /// Where an event can be watched: the title of the link, and its address.
    fn recording(&self, event: &Event<'_>) -> Option<(&'a str, String)> {
        Some((self.of.strings.get("video"), self.of.recording(Some(event.talk))?))
    }

    /// The address of the forum's page, if that of the site is known.
    fn url(&self) -> Option<String> {
        self.of.absolute(&urls::forum(&self.of.forum.id))
    }
}

/// The id of a forum as an acronym, with the year where it is too short for one.
fn acronym(forum: &str, first: Date) -> String {
    let acronym = forum.replace('-', "_");
    if acronym.len() < SHORTEST_ACRONYM {
        return format!("{acronym}_{}", first.year);
    }
    acronym
}

fn day<'a>(
    of: &'a ForumExport<'a>,
    date: Date,
    talks: &[&'a Talk],
    ids: &mut BTreeSet<u32>,
) -> Day<'a> {
    let times = recorded(of, talks);
    let known = if times.is_some() { "schedule_in_recording" } else { "schedule_no_times" };
    let times = times.unwrap_or_else(|| vec![(0, 0); talks.len()]);
    let event = |(talk, (start, duration)): (&&'a Talk, (u32, u32))| {
        let name = uuid::talk(&of.forum.id, &talk.id);
        let mut id = uuid::number(&name);
        // two talks of a forum with one number are rare, and then the second takes the next one
        while !ids.insert(id) {
            id = id % (u32::MAX >> 1) + 1;
        }
        Event {
            id,
            guid: uuid::uuid(&name),
            talk,
            session: &of.forum.sessions[talk.session],
            start,
            duration,
            description: [of.strings.get(known), unknown_day(of, talk)].concat(),
        }
    };
    Day { date, events: talks.iter().zip(times).map(event).collect() }
}

/// A sentence where it is not known on which day a talk was, and it stands on the first.
fn unknown_day<'a>(of: &ForumExport<'a>, talk: &Talk) -> &'a str {
    match event_days::of_talk(of.forum, talk).and_then(EventDays::day) {
        Some(_) => "",
        None => of.strings.get("schedule_no_day"),
    }
}

/// When each talk of a day begins in the recording, and how long it is, in minutes; nothing where
/// that is not known of one, or cannot be a time of one day.
fn recorded(of: &ForumExport<'_>, talks: &[&Talk]) -> Option<Vec<(u32, u32)>> {
    const DAY: u32 = 24 * 60 * 60;
    let starts: Vec<Seconds> =
        talks.iter().map(|talk| talk.start.map(|start| start.at)).collect::<Option<_>>()?;
    let recordings = &of.forum.recordings;
    let is_one = talks.windows(2).all(|pair| match pair {
        [one, other] => recordings.is_one(one.range.start, other.range.start),
        _ => true,
    });
    let forward = is_one && starts.is_sorted() && starts.iter().all(|start| start.0 < DAY);
    let ends = talks.iter().map(|talk| {
        // the words after a talk may be in the next recording
        let is_one = recordings.is_one(talk.range.start, talk.range.end);
        of.forum.transcript.moment(talk.range.end).filter(|_| is_one)
    });
    let minutes = starts.iter().zip(ends).enumerate().map(|(n, (start, end))| {
        let next = starts.get(n + 1).copied();
        // what follows a talk begins when it ends, and the next talk at that time or later
        let end = end.map(|end| end.at).into_iter().chain(next).min().unwrap_or(*start);
        (start.0 / 60, end.0.saturating_sub(start.0).div_ceil(60))
    });
    forward.then(|| minutes.collect())
}

/// Minutes as `hh:mm`.
fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Minutes of a day as a time of it.
fn date_time(date: Date, minutes: u32) -> String {
    format!("{date}T{}:00Z", clock(minutes))
}

/// The last second of a day.
fn end_of_day(date: Date) -> String {
    format!("{date}T23:59:59Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_acronym_is_long_enough_and_has_no_hyphen() {
        let day = "2024-07-05".parse().unwrap();
        assert_eq!(acronym("2024-07-05-agi", day), "2024_07_05_agi");
        assert_eq!(acronym("agi", day), "agi_2024");
    }

    #[test]
    fn minutes_are_written_as_the_format_wants() {
        let day = "2024-07-05".parse().unwrap();
        assert_eq!(clock(0), "00:00");
        assert_eq!(clock(125), "02:05");
        assert_eq!(date_time(day, 61), "2024-07-05T01:01:00Z");
    }
}
