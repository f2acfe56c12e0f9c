//! `schedule.json`, as <https://c3voc.de/schedule/schema.json> describes it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Day, Event, Schedule, clock, date_time, end_of_day};
use crate::export::uuid;

#[derive(Serialize)]
struct File<'a> {
    generator: Generator,
    schedule: ScheduleData<'a>,
}

#[derive(Serialize)]
struct Generator {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct ScheduleData<'a> {
    version: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    base_url: Option<&'a str>,
    conference: Conference<'a>,
}

#[derive(Serialize)]
struct Conference<'a> {
    acronym: &'a str,
    title: &'a str,
    start: String,
    end: String,
    #[serde(rename = "daysCount")]
    days_count: usize,
    timeslot_duration: String,
    time_zone_name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    rooms: [Room<'a>; 1],
    tracks: Vec<Track<'a>>,
    days: Vec<DayData<'a>>,
}

#[derive(Serialize)]
struct Room<'a> {
    name: &'a str,
    guid: String,
}

#[derive(Serialize)]
struct Track<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct DayData<'a> {
    index: usize,
    date: String,
    day_start: String,
    day_end: String,
    rooms: BTreeMap<&'a str, Vec<EventData<'a>>>,
}

#[derive(Serialize)]
struct EventData<'a> {
    id: u32,
    guid: &'a str,
    date: String,
    start: String,
    duration: String,
    room: &'a str,
    slug: String,
    url: String,
    title: &'a str,
    subtitle: Option<&'a str>,
    track: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    language: &'static str,
    #[serde(rename = "abstract")]
    summary: Option<&'a str>,
    description: &'a str,
    persons: Vec<PersonData<'a>>,
    links: Vec<Link<'a>>,
}

#[derive(Serialize)]
struct PersonData<'a> {
    id: u32,
    guid: String,
    name: &'a str,
}

#[derive(Serialize)]
struct Link<'a> {
    url: String,
    title: &'a str,
}

/// The file.
pub fn write(schedule: &Schedule<'_>) -> Result<Vec<u8>, serde_json::Error> {
    let file = File {
        generator: Generator { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        schedule: ScheduleData {
            version: schedule.of.fingerprint,
            base_url: schedule.of.site.config.base_url.as_deref(),
            conference: conference(schedule),
        },
    };
    let mut bytes = serde_json::to_vec_pretty(&file)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn conference<'a>(schedule: &'a Schedule<'_>) -> Conference<'a> {
    let forum = schedule.of.forum;
    let days = schedule.days.iter().enumerate();
    Conference {
        acronym: &schedule.acronym,
        title: &forum.title,
        start: schedule.first.to_string(),
        end: schedule.last.to_string(),
        days_count: schedule.days.len(),
        timeslot_duration: clock(1),
        time_zone_name: "UTC",
        url: schedule.url(),
        rooms: [Room { name: schedule.room, guid: schedule.room_guid() }],
        tracks: forum.sessions.iter().map(|session| Track { name: &session.title }).collect(),
        days: days.map(|(index, day)| day_data(schedule, index + 1, day)).collect(),
    }
}

fn day_data<'a>(schedule: &'a Schedule<'_>, index: usize, day: &'a Day<'_>) -> DayData<'a> {
    let events = day.events.iter().map(|event| event_data(schedule, day, event)).collect();
    DayData {
        index,
        date: day.date.to_string(),
        day_start: date_time(day.date, 0),
        day_end: end_of_day(day.date),
        rooms: BTreeMap::from([(schedule.room, events)]),
    }
}

fn event_data<'a>(
    schedule: &'a Schedule<'_>,
    day: &Day<'_>,
    event: &'a Event<'_>,
) -> EventData<'a> {
    let (of, talk) = (schedule.of, event.talk);
    let persons = schedule.persons(event).into_iter();
    let links = schedule.recording(event).into_iter();
    EventData {
        id: event.id,
        guid: &event.guid,
        date: date_time(day.date, event.start),
        start: clock(event.start),
        duration: clock(event.duration),
        room: schedule.room,
        slug: format!("{}-{}", schedule.acronym, talk.id),
        // an address must stand here, and without that of the site only an identifier is one
        url: of.talk_url(talk).unwrap_or_else(|| uuid::urn(&uuid::talk(&of.forum.id, &talk.id))),
        title: &talk.title,
        subtitle: None,
        track: &event.session.title,
        kind: talk.kind.name(),
        language: of.language.tag(),
        summary: talk.summary.as_deref(),
        description: &event.description,
        persons: persons.map(|p| PersonData { id: p.id, guid: p.guid, name: p.name }).collect(),
        links: links.map(|(title, url)| Link { url, title }).collect(),
    }
}
