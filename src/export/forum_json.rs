//! `data/<forum>.json`, the public data format.
//!
//! Its schema is `data/schema.json` (JSON Schema 2020-12), published beside it. Within version 1
//! keys are only added; a change that could break a program makes version 2. `record` is in the
//! order of the transcript: its `verbatim` texts, concatenated, are the transcript without its head
//! line, image lines and line breaks. Addresses are relative to the site's top.

use serde::Serialize;

use crate::diagnostics::SourceMap;
use crate::model::record::{Passage, Record};
use crate::model::recording::RecordingSource;
use crate::model::{
    ByteUse, CharCount, DateRange, Forum, Recording, Site, SourceAccount, SpeakerIndex, TextOffset,
    TextOwner, Timestamp,
};
use crate::urls;

/// Version of the format.
const SCHEMA: u32 = 1;

/// The schema of the format.
pub const JSON_SCHEMA: &str = include_str!("forum.schema.json");

#[derive(Serialize)]
struct Data<'a> {
    schema: u32,
    forum: ForumData<'a>,
    sessions: Vec<SessionData<'a>>,
    talks: Vec<TalkData<'a>>,
    speakers: Vec<SpeakerData<'a>>,
    record: Vec<RecordEntry<'a>>,
    ledger: LedgerData,
}

#[derive(Serialize)]
struct ForumData<'a> {
    id: &'a str,
    title: &'a str,
    url: String,
    #[serde(flatten)]
    dates: DatesData,
    venue: Option<&'a str>,
    organizer: Option<&'a str>,
    video: Option<VideoData<'a>>,
    language: &'a str,
    licence: Option<&'a str>,
}

#[derive(Serialize)]
struct VideoData<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    bilibili: Option<&'a str>,
    part: Option<u32>,
    url: String,
}

#[derive(Serialize)]
struct SessionData<'a> {
    id: &'a str,
    title: &'a str,
    url: String,
    #[serde(flatten)]
    dates: DatesData,
    chair: Option<&'a str>,
    talks: Vec<&'a str>,
}

#[derive(Serialize)]
struct TalkData<'a> {
    id: &'a str,
    kind: &'static str,
    title: &'a str,
    session: &'a str,
    #[serde(flatten)]
    dates: DatesData,
    speakers: Vec<AppearanceData<'a>>,
    chair: Option<&'a str>,
    #[serde(rename = "abstract")]
    summary: Option<&'a str>,
    topics: &'a [String],
    #[serde(flatten)]
    start: TalkStartData,
    #[serde(skip_serializing_if = "Option::is_none")]
    video: Option<VideoData<'a>>,
    url: String,
}

/// A day, or the first and the last of several.
#[derive(Serialize)]
struct DatesData {
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_date: Option<String>,
}

impl From<Option<DateRange>> for DatesData {
    fn from(dates: Option<DateRange>) -> Self {
        Self {
            date: dates.map(|dates| dates.first.to_string()),
            last_date: dates.filter(|d| d.day().is_none()).map(|dates| dates.last.to_string()),
        }
    }
}

/// A second of the recording, where that is known.
#[derive(Default, Serialize)]
struct TalkStartData {
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<u32>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    start_estimated: bool,
}

impl From<Option<Timestamp>> for TalkStartData {
    fn from(moment: Option<Timestamp>) -> Self {
        Self {
            start: moment.map(|moment| moment.at.0),
            start_estimated: moment.is_some_and(|moment| moment.about),
        }
    }
}

#[derive(Serialize)]
struct AppearanceData<'a> {
    id: &'a str,
    name: &'a str,
    title: Option<&'a str>,
    affiliation: Option<&'a str>,
}

#[derive(Serialize)]
struct SpeakerData<'a> {
    id: &'a str,
    name: &'a str,
    latin: Option<&'a str>,
    heard_as: &'a [String],
    title: Option<&'a str>,
    affiliation: Option<&'a str>,
    verified: bool,
    url: String,
}

#[derive(Serialize)]
struct RecordEntry<'a> {
    id: &'a str,
    url: String,
    part: &'static str,
    talk: Option<&'a str>,
    speaker: Option<&'a str>,
    line: usize,
    #[serde(flatten)]
    start: TalkStartData,
    #[serde(skip_serializing_if = "Option::is_none")]
    video: Option<String>,
    verbatim: &'a str,
    clean: String,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    formerly: &'a [String],
}

#[derive(Serialize)]
struct LedgerData {
    characters: CharCount,
    talk: CharCount,
    host: CharCount,
    cut: CharCount,
    file: FileLedger,
}

/// What became of each character of the transcript's file.
#[derive(Serialize)]
struct FileLedger {
    characters: CharCount,
    said: CharCount,
    repeated: CharCount,
    times: CharCount,
    labels: CharCount,
    markup: CharCount,
    metadata: CharCount,
    not_understood: CharCount,
}

impl FileLedger {
    fn of(account: &SourceAccount) -> Self {
        Self {
            characters: account.total(),
            said: account.characters(ByteUse::Said),
            repeated: account.characters(ByteUse::Repeated),
            times: account.characters(ByteUse::Time),
            labels: account.characters(ByteUse::Label),
            markup: account.characters(ByteUse::Markup),
            metadata: account.characters(ByteUse::Metadata),
            not_understood: account.characters(ByteUse::NotUnderstood),
        }
    }
}

/// The data of a forum as JSON, with a line for each key.
///
/// # Errors
///
/// None that input can cause: every field is text, a number or a list of them.
pub fn forum(
    site: &Site,
    forum: &Forum,
    record: &Record,
    sources: &SourceMap,
) -> Result<Vec<u8>, serde_json::Error> {
    let data = Data {
        schema: SCHEMA,
        forum: forum_data(site, forum),
        sessions: sessions(site, forum),
        talks: talks(site, forum),
        speakers: speakers(site, forum),
        record: record
            .passages
            .iter()
            .map(|p| ForumJsonContext { site, forum, record, sources }.entry(p))
            .collect(),
        ledger: LedgerData {
            characters: record.ledger.characters,
            talk: record.ledger.talk,
            host: record.ledger.host,
            cut: record.ledger.cut,
            file: FileLedger::of(&forum.transcript.account),
        },
    };
    let mut bytes = serde_json::to_vec_pretty(&data)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn forum_data<'a>(site: &'a Site, forum: &'a Forum) -> ForumData<'a> {
    ForumData {
        id: &forum.id,
        title: &forum.title,
        url: urls::forum(&forum.id),
        dates: forum.dates.into(),
        venue: forum.venue.as_deref(),
        organizer: forum.organizer.as_deref(),
        video: forum.recordings.first().map(video_data),
        language: &site.config.language_tag,
        licence: site.config.licence.as_deref(),
    }
}

/// The recording that has the words at an offset, where it is not that of the forum.
fn other_recording(forum: &Forum, at: TextOffset) -> Option<&Recording> {
    forum.recordings.at(at).filter(|recording| Some(*recording) != forum.recordings.first())
}

fn video_data(video: &Recording) -> VideoData<'_> {
    let (bilibili, part) = match &video.source {
        RecordingSource::Bilibili { id, part } => (Some(id.as_str()), *part),
        _ => (None, None),
    };
    VideoData { bilibili, part, url: video.address(None) }
}

fn sessions<'a>(site: &'a Site, forum: &'a Forum) -> Vec<SessionData<'a>> {
    let session = |session: &'a crate::model::Session| SessionData {
        id: &session.id,
        title: &session.title,
        url: urls::session(&forum.id, &session.id),
        dates: session.dates.into(),
        chair: session.chair.map(|s| site.speakers[s].id.as_str()),
        talks: forum.talks.slice(session.talks.clone()).iter().map(|t| t.id.as_str()).collect(),
    };
    forum.sessions.iter().map(session).collect()
}

fn talks<'a>(site: &'a Site, forum: &'a Forum) -> Vec<TalkData<'a>> {
    let appearance = |a: &'a crate::model::Appearance| AppearanceData {
        id: &site.speakers[a.speaker].id,
        name: &site.speakers[a.speaker].name,
        title: a.title.as_deref(),
        affiliation: a.affiliation.as_deref(),
    };
    let talk = |talk: &'a crate::model::Talk| TalkData {
        id: &talk.id,
        kind: talk.kind.name(),
        title: &talk.title,
        session: &forum.sessions[talk.session].id,
        dates: talk.dates.into(),
        speakers: talk.speakers.iter().map(appearance).collect(),
        chair: talk.chair.map(|s| site.speakers[s].id.as_str()),
        summary: talk.summary.as_deref(),
        topics: &talk.topics,
        start: talk.start.into(),
        video: other_recording(forum, talk.range.start).map(video_data),
        url: urls::talk(&forum.id, &talk.id),
    };
    forum.talks.iter().map(talk).collect()
}

/// Everyone who speaks in the forum, in the order of `speakers.yaml`.
fn speakers<'a>(site: &'a Site, forum: &'a Forum) -> Vec<SpeakerData<'a>> {
    let speaks = |number: SpeakerIndex| {
        forum.turns.iter().any(|t| t.speaker == Some(number))
            || forum
                .talks
                .iter()
                .any(|t| t.chair == Some(number) || t.speakers.iter().any(|a| a.speaker == number))
            || forum.sessions.iter().any(|s| s.chair == Some(number))
            || forum.called.iter().any(|(_, speaker)| *speaker == number)
    };
    let own = site.speakers.enumerated().filter(|(number, _)| speaks(*number));
    own.map(|(_, speaker)| SpeakerData {
        id: &speaker.id,
        name: &speaker.name,
        latin: speaker.latin.as_deref(),
        heard_as: &speaker.heard_as,
        title: speaker.title.as_deref(),
        affiliation: speaker.affiliation.as_deref(),
        verified: speaker.verified,
        url: urls::speaker(&speaker.id),
    })
    .collect()
}

/// What an entry of the record is made from.
#[derive(Clone, Copy)]
struct ForumJsonContext<'a> {
    site: &'a Site,
    forum: &'a Forum,
    record: &'a Record,
    sources: &'a SourceMap,
}

impl<'a> ForumJsonContext<'a> {
    fn entry(self, passage: &'a Passage) -> RecordEntry<'a> {
        let Self { site, forum, record, sources } = self;
        let turn = &forum.turns[passage.turn];
        let part = match turn.owner {
            TextOwner::Talk(_) => "talk",
            TextOwner::Host(_) => "host",
            TextOwner::Cut(_) => "cut",
        };
        RecordEntry {
            id: &passage.id,
            url: urls::passage(&urls::owner(forum, turn.owner), &passage.id),
            part,
            talk: turn.owner.talk().map(|talk| forum.talks[talk].id.as_str()),
            speaker: turn.speaker.map(|s| site.speakers[s].id.as_str()),
            line: forum.transcript.line_number(passage.range.start, sources),
            start: record.moment(forum, passage).into(),
            video: other_recording(forum, passage.range.start)
                .map(|recording| recording.address(None)),
            verbatim: passage.verbatim(forum),
            clean: passage.clean(forum),
            formerly: &passage.formerly,
        }
    }
}
