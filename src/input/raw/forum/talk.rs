//! A talk and its speakers.

use super::quote::{self, RawQuote};
use super::turn::{self, RawTurn};
use super::video::{self, RawRecording};
use crate::diagnostics::Problems;
use crate::input::fields::{Fields, non_blank_value};
use crate::input::raw::missing_text::placeholder;
use crate::input::schema::{appearance, talk};
use crate::input::yaml::{Spanned, YamlNode, YamlValue};
use crate::model::{Date, Seconds};

/// The id in the example of a turn, where a talk has neither chair nor speakers.
const SOMEBODY: &str = "wei-kai";

/// An entry of `talks`, with references not yet resolved.
#[derive(Clone, Debug)]
pub struct RawTalk {
    /// The id, and part of the URL.
    pub id: Spanned<String>,
    /// What kind of segment it is.
    pub kind: Option<Spanned<String>>,
    /// Title of the talk.
    pub title: Spanned<String>,
    /// Its day; `None` if not given.
    pub date: Option<Spanned<Date>>,
    /// Who speaks.
    pub speakers: Vec<RawAppearance>,
    /// Id of who leads the panel.
    pub chair: Option<Spanned<String>>,
    /// The first words.
    pub from: Option<RawQuote>,
    /// The last words.
    pub to: Option<RawQuote>,
    /// A few sentences on it.
    pub summary: Option<String>,
    /// What it is about.
    pub topics: Vec<Spanned<String>>,
    /// Forms of address that hold within this talk: form, speaker id.
    pub called: Vec<(Spanned<String>, Spanned<String>)>,
    /// Whose the voices of the transcript are in this talk: voice, speaker id.
    pub voices: Vec<(Spanned<String>, Spanned<String>)>,
    /// When it begins in the recording.
    pub start: Option<Spanned<Seconds>>,
    /// Its own recording.
    pub recording: RawRecording,
    /// Who speaks when.
    pub turns: Vec<RawTurn>,
    /// Whether all of the turns that are written could be read.
    pub turns_complete: bool,
}

/// A speaker of a talk, with title and affiliation on that day.
#[derive(Clone, Debug)]
pub struct RawAppearance {
    /// Id of the speaker.
    pub id: Spanned<String>,
    /// Title on that day, where it differs.
    pub title: Option<String>,
    /// Affiliation on that day, where it differs.
    pub affiliation: Option<String>,
}

/// Reads an entry of `talks`.
pub(super) fn read(node: &YamlNode, problems: &mut Problems) -> Option<RawTalk> {
    let fields = Fields::<talk::Keys>::open(node, problems)?;
    let id = fields.required_text(talk::ID, problems);
    let title = fields.required_line(talk::TITLE, problems);
    let kind = fields.required_text(talk::KIND, problems);
    let from = quote::required(&fields, talk::FROM, problems);
    let speakers = fields.list(talk::SPEAKERS, problems);
    let speakers: Vec<_> = speakers.iter().filter_map(|n| appearance(n, problems)).collect();
    let chair = fields.non_blank_text(talk::CHAIR, problems);
    // between here and `turns_complete` only turns are read, so every new problem is one of theirs
    let found = problems.len();
    let somebody = chair.as_ref().or(speakers.first().map(|speaker| &speaker.id));
    let somebody = somebody.map_or(SOMEBODY, |id| &id.value);
    let turns = turn::read_all(fields.list(talk::TURNS, problems), somebody, problems);
    Some(RawTalk {
        turns_complete: problems.len() == found,
        turns,
        from,
        to: quote::optional(&fields, talk::TO, problems),
        summary: fields.line(talk::ABSTRACT, problems),
        topics: fields.texts(talk::TOPICS, problems),
        called: fields.pairs(talk::CALLED, problems),
        date: fields.parsed(talk::DATE, Date::guess, problems),
        voices: fields.pairs(talk::VOICES, problems),
        recording: video::read_recording(&fields, (talk::VIDEO, talk::OFFSET), problems),
        start: fields.parsed(talk::START, Seconds::guess, problems),
        id: id.unwrap_or_else(|| placeholder(fields.span())),
        title: title.unwrap_or_else(|| placeholder(fields.span())),
        kind,
        speakers,
        chair,
    })
}

/// A speaker of a talk: an id, or `{id, title, affiliation}` with those of that day.
fn appearance(node: &YamlNode, problems: &mut Problems) -> Option<RawAppearance> {
    if let YamlValue::Scalar(_) = &node.value {
        let id = non_blank_value(node, talk::SPEAKERS.spec(), problems)?;
        return Some(RawAppearance { id, title: None, affiliation: None });
    }
    let fields = Fields::<appearance::Keys>::open(node, problems)?;
    let title = fields.line(appearance::TITLE, problems);
    let affiliation = fields.line(appearance::AFFILIATION, problems);
    let id = fields.required_text(appearance::ID, problems)?;
    Some(RawAppearance { id, title, affiliation })
}
