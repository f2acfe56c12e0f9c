//! The calendars of a forum and of its talks, as iCalendar (RFC 5545, with `NAME` of RFC 7986).
//!
//! A record knows on which days a forum was held, and a time only in the recording. So an event
//! takes the whole day, or all days of the forum; no clock time is invented. A forum is one event
//! with its programme as description: somebody who keeps the forum in a calendar wants one entry,
//! not one for each talk. Each talk has a file of its own, whose event names that of the forum as
//! its parent (`RELATED-TO`). Neither makes a day busy (`TRANSP`). Where no day is known there is
//! no calendar.
//!
//! - `UID` is made of the ids that stand in addresses ([`uuid`]), so that it does not change when
//!   the site moves or its address becomes known.
//! - `DTSTAMP` is midnight UTC of the first day, because a build knows no clock; the feeds say the
//!   same of when an entry was updated.
//! - `URL` is there where the address of the site is known.
//! - Who held the forum stands in `CONTACT` and in the description. `ORGANIZER` would be an
//!   address, which nobody has given, of an event to which somebody is invited (3.8.4.3).
//!
//! The `icalendar` crate was looked at: it takes UIDs and time stamps from chance and the clock,
//! for which it brings chrono and uuid, and a file is some fifteen lines.

mod content_lines;

use content_lines::ContentLines;

use super::event_days::{self, EventDays};
use super::forum_export::ForumExport;
use super::uuid;
use crate::model::{Date, Talk};
use crate::urls;

/// What the event of a forum and that of a talk have in their own way.
struct Event<'a> {
    /// Name of what is identified, for [`uuid`].
    name: String,
    /// Name of what it is part of.
    part_of: Option<String>,
    title: &'a str,
    days: EventDays,
    description: Vec<String>,
    topics: &'a [String],
    url: Option<String>,
}

/// The calendar of a forum; none where its day is not known.
pub fn forum(of: &ForumExport<'_>) -> Option<String> {
    let forum = of.forum;
    let event = Event {
        name: uuid::forum(&forum.id),
        part_of: None,
        title: &forum.title,
        days: event_days::of_forum(forum)?,
        description: programme(of),
        topics: &[],
        url: of.absolute(&urls::forum(&forum.id)),
    };
    Some(calendar(of, &event))
}

/// The calendar of a talk; none where its day is not known.
pub fn talk(of: &ForumExport<'_>, talk: &Talk) -> Option<String> {
    let event = Event {
        name: uuid::talk(&of.forum.id, &talk.id),
        part_of: Some(uuid::forum(&of.forum.id)),
        title: &talk.title,
        days: event_days::of_talk(of.forum, talk)?,
        description: about_talk(of, talk),
        topics: &talk.topics,
        url: of.talk_url(talk),
    };
    Some(calendar(of, &event))
}

fn calendar(of: &ForumExport<'_>, event: &Event<'_>) -> String {
    let mut lines = ContentLines::default();
    lines.value("BEGIN", "VCALENDAR");
    lines.value("VERSION", "2.0");
    lines.value("PRODID", "-//forum-proceedings//gen//EN");
    lines.text("NAME", event.title);
    // what programs before RFC 7986 read
    lines.text("X-WR-CALNAME", event.title);
    push_event(&mut lines, of, event);
    lines.value("END", "VCALENDAR");
    lines.into_text()
}

fn push_event(lines: &mut ContentLines, of: &ForumExport<'_>, event: &Event<'_>) {
    let EventDays { first, last } = event.days;
    lines.value("BEGIN", "VEVENT");
    lines.value("UID", &uuid::uuid(&event.name));
    lines.value("DTSTAMP", &format!("{}T000000Z", digits(first)));
    lines.value("DTSTART;VALUE=DATE", &digits(first));
    // the end is the first day that is not part of the event; without it an event has one day
    if let Some(after) = last.next_day() {
        lines.value("DTEND;VALUE=DATE", &digits(after));
    }
    lines.text("SUMMARY", event.title);
    if let Some(venue) = &of.forum.venue {
        lines.text("LOCATION", venue);
    }
    if let Some(organizer) = &of.forum.organizer {
        lines.text("CONTACT", organizer);
    }
    if !event.description.is_empty() {
        lines.text("DESCRIPTION", &event.description.join("\n"));
    }
    if !event.topics.is_empty() {
        lines.texts("CATEGORIES", event.topics);
    }
    if let Some(parent) = &event.part_of {
        lines.value("RELATED-TO", &uuid::uuid(parent));
    }
    if let Some(url) = &event.url {
        lines.value("URL", url);
    }
    lines.value("TRANSP", "TRANSPARENT");
    lines.value("END", "VEVENT");
}

/// The description of a forum: who held it, its sessions and talks, and where the recording is.
fn programme(of: &ForumExport<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(of.forum.organizer.as_deref().map(|name| labelled(of, "organizer", name)));
    for session in &of.forum.sessions {
        lines.push(String::new());
        lines.push(session.title.clone());
        for (_, talk) in of.talks_of(session) {
            let names = of.names(talk);
            lines.push(match names.is_empty() {
                true => format!("· {}", talk.title),
                false => format!("· {}", of.in_brackets(&talk.title, &names)),
            });
        }
    }
    lines.extend(recording(of, None));
    if lines.first().is_some_and(String::is_empty) {
        lines.remove(0);
    }
    lines
}

/// The description of a talk: its forum and session, who speaks, its abstract, and where the
/// recording is.
fn about_talk(of: &ForumExport<'_>, talk: &Talk) -> Vec<String> {
    let session = &of.forum.sessions[talk.session].title;
    let mut lines = vec![format!("{} · {session}", of.forum.title)];
    lines.extend(talk.speakers.iter().map(|appearance| of.name_and_office(appearance)));
    lines.extend(talk.chair.map(|chair| labelled(of, "chair", &of.name(chair))));
    if let Some(summary) = &talk.summary {
        lines.extend([String::new(), summary.clone()]);
    }
    lines.extend(recording(of, Some(talk)));
    lines
}

/// An empty line and where the recording is.
fn recording(of: &ForumExport<'_>, talk: Option<&Talk>) -> Vec<String> {
    let address = of.recording(talk);
    address.map(|url| vec![String::new(), labelled(of, "video", &url)]).unwrap_or_default()
}

fn labelled(of: &ForumExport<'_>, label: &str, words: &str) -> String {
    format!("{}{}{words}", of.strings.get(label), of.strings.get("colon"))
}

/// A date as iCalendar writes it: `20240705`.
fn digits(date: Date) -> String {
    date.to_string().replace('-', "")
}
