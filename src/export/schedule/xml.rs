//! `schedule.xml`, as <https://c3voc.de/schedule/schema.xsd> describes it.

use super::{Day, Event, Schedule, clock, date_time, end_of_day};
use crate::export::xml::XmlWriter;
use crate::urls;

/// The file.
pub fn write(schedule: &Schedule<'_>) -> String {
    let mut xml = XmlWriter::document("schedule", &[]);
    let program = [("name", env!("CARGO_PKG_NAME")), ("version", env!("CARGO_PKG_VERSION"))];
    xml.empty("generator", &program);
    let forum = &schedule.of.forum.id;
    if let Some(url) = schedule.of.absolute(&urls::schedule_xml(forum)) {
        xml.text("url", &[], &url);
    }
    xml.text("version", &[], schedule.of.fingerprint);
    push_conference(&mut xml, schedule);
    for (index, day) in schedule.days.iter().enumerate() {
        push_day(&mut xml, schedule, index + 1, day);
    }
    xml.finish()
}

fn push_conference(xml: &mut XmlWriter, schedule: &Schedule<'_>) {
    xml.open("conference", &[]);
    let facts = [
        ("title", schedule.of.forum.title.clone()),
        ("acronym", schedule.acronym.clone()),
        ("start", schedule.first.to_string()),
        ("end", schedule.last.to_string()),
        ("days", schedule.days.len().to_string()),
        ("timeslot_duration", clock(1)),
        ("time_zone_name", "UTC".to_owned()),
    ];
    for (name, text) in facts {
        xml.text(name, &[], &text);
    }
    let base = schedule.of.site.config.base_url.clone();
    for (name, url) in [("base_url", base), ("url", schedule.url())] {
        if let Some(url) = url {
            xml.text(name, &[], &url);
        }
    }
    for session in &schedule.of.forum.sessions {
        xml.text("track", &[("name", &session.title)], &session.title);
    }
    xml.close();
}

fn push_day(xml: &mut XmlWriter, schedule: &Schedule<'_>, index: usize, day: &Day<'_>) {
    let (date, index) = (day.date.to_string(), index.to_string());
    let (start, end) = (date_time(day.date, 0), end_of_day(day.date));
    xml.open("day", &[("index", &index), ("date", &date), ("start", &start), ("end", &end)]);
    xml.open("room", &[("name", schedule.room), ("guid", &schedule.room_guid())]);
    for event in &day.events {
        push_event(xml, schedule, day, event);
    }
    xml.close();
    xml.close();
}

fn push_event(xml: &mut XmlWriter, schedule: &Schedule<'_>, day: &Day<'_>, event: &Event<'_>) {
    let Event { talk, session, .. } = event;
    xml.open("event", &[("guid", &event.guid), ("id", &event.id.to_string())]);
    let (date, start) = (date_time(day.date, event.start), clock(event.start));
    let duration = clock(event.duration);
    let facts = [
        ("room", schedule.room),
        ("title", &talk.title),
        ("subtitle", ""),
        ("type", talk.kind.name()),
        ("date", &date),
        ("start", &start),
        ("duration", &duration),
        ("abstract", talk.summary.as_deref().unwrap_or_default()),
        ("track", &session.title),
        ("language", schedule.of.language.tag()),
        ("description", &event.description),
    ];
    for (name, text) in facts {
        xml.text(name, &[], text);
    }
    xml.open("persons", &[]);
    for person in schedule.persons(event) {
        let ids = [("id", &*person.id.to_string()), ("guid", &person.guid)];
        xml.text("person", &ids, person.name);
    }
    xml.close();
    if let Some((title, url)) = schedule.recording(event) {
        xml.open("links", &[]);
        xml.text("link", &[("href", &url)], title);
        xml.close();
    }
    if let Some(url) = schedule.of.talk_url(talk) {
        xml.text("url", &[], &url);
    }
    xml.close();
}
