//! The example of the data format on the open-data page, taken from a forum's own record.

use serde::Serialize;

use crate::model::record::{Passage, Record};
use crate::model::{Forum, Site, TextOwner};
use crate::text::Rule;
use crate::urls;

/// An entry of the record, as the data file has it.
#[derive(Serialize)]
struct ExampleEntry<'a> {
    id: &'a str,
    url: String,
    part: &'static str,
    talk: &'a str,
    speaker: Option<&'a str>,
    verbatim: &'a str,
    clean: String,
}

/// An entry of a forum's data file: the shortest passage of a talk in which a word was corrected,
/// else that was changed at all.
pub fn find(site: &Site, forum: &Forum, record: &Record) -> String {
    let talk = |passage: &Passage| match forum.turns[passage.turn].owner {
        TextOwner::Talk(talk) => Some(&forum.talks[talk]),
        TextOwner::Host(_) | TextOwner::Cut(_) => None,
    };
    let own = record.passages.iter().filter_map(|p| Some((p, talk(p)?)));
    let changed = own.filter(|(p, _)| !p.edits.is_empty());
    let corrected = |p: &Passage| p.edits.iter().any(|edit| edit.rule == Rule::Correction);
    // `false` sorts before `true`, so a corrected passage goes before a shorter one without
    // correction
    let shortest = changed.min_by_key(|(p, _)| (!corrected(p), p.range.len()));
    let value = shortest.map(|(passage, talk)| ExampleEntry {
        id: &passage.id,
        url: urls::passage(&urls::talk(&forum.id, &talk.id), &passage.id),
        part: "talk",
        talk: &talk.id,
        speaker: forum.turns[passage.turn].speaker.map(|s| site.speakers[s].id.as_str()),
        verbatim: passage.verbatim(forum),
        clean: passage.clean(forum),
    });
    value.and_then(|value| serde_json::to_string_pretty(&value).ok()).unwrap_or_default()
}
