//! `<forum>/forum.yaml`: the forum, its sessions, talks and turns.
//!
//! ```text
//! forum   = title, [date: days], [venue], [organizer], [video], [offset], [transcript],
//!           [language_lines], [times],
//!           [called], [voices], [hosts], [cut], sessions: { session }
//! session = id, title, [date: days], [video], [offset], [chair], talks: { talk }
//! talk    = id, kind, title, [date: day], [speakers], [chair], from: quote, [to: quote], [start],
//!           [video], [offset], [abstract], [topics], [called], [voices], [turns: { turn }]
//! turn    = { speaker id: quote }         one pair; its quote may have a start
//! quote   = text | { quote, after }
//! video   = { bilibili, [part] } | { youtube } | { peertube } | { file }, each with [player]
//! offset  = [ "-" ] time | seconds        see `model::RecordingOffset`
//! start   = time in the recording, 1:02:03
//! days    = day | day "/" last day        see `model::DateRange`
//! ```
//!
//! `hosts` has the form of `turns` and says who leads through the programme from which words on;
//! without it the host's words are the chair's of the session they introduce.

mod cut;
mod dates;
mod quote;
mod session;
mod talk;
mod turn;
mod video;

pub use cut::RawCut;
pub use quote::RawQuote;
pub use session::RawSession;
pub use talk::{RawAppearance, RawTalk};
pub use turn::RawTurn;
pub use video::{RawRecording, RawVideo};

use crate::diagnostics::{FileId, Problems, Span};
use crate::input::fields::Fields;
use crate::input::raw::missing_text::placeholder;
use crate::input::schema::{forum, session as session_keys};
use crate::input::yaml::{Spanned, YamlNode, YamlValue};
use crate::model::{DateRange, LineScript};

/// `<forum>/forum.yaml`.
#[derive(Clone, Debug)]
pub struct RawForum {
    /// The file that it was read from.
    pub file: FileId,
    /// The forum's name.
    pub title: Spanned<String>,
    /// The day or days on which it was held; `None` if not given.
    pub dates: Option<Spanned<DateRange>>,
    /// Where it was held; `None` if not given.
    pub venue: Option<String>,
    /// Who held it.
    pub organizer: Option<String>,
    /// The recording.
    pub recording: RawRecording,
    /// Name of the transcript's file; where it was not given, the span is the file's.
    pub transcript: Spanned<String>,
    /// The language of the lines that are published of subtitles in two languages.
    pub language_lines: Option<LineScript>,
    /// Name of the file of a second transcript of the same recording, for its times.
    pub times: Option<Spanned<String>>,
    /// Forms of address that hold within this forum: form, speaker id.
    pub called: Vec<(Spanned<String>, Spanned<String>)>,
    /// Who leads through the programme from which words on.
    pub hosts: Vec<RawTurn>,
    /// Whose the voices of the transcript are: voice, speaker id.
    pub voices: Vec<(Spanned<String>, Spanned<String>)>,
    /// What is left out of the pages.
    pub cut: Vec<RawCut>,
    /// The sessions, in order.
    pub sessions: Vec<RawSession>,
    /// Whether there is a list of sessions, empty or not.
    pub has_sessions: bool,
}

/// Reads `forum.yaml`.
pub fn read(node: &YamlNode, file: FileId, problems: &mut Problems) -> Option<RawForum> {
    let fields = Fields::<forum::Keys>::open(node, problems)?;
    // `list` accepts a missing key, but sessions are required
    if fields.node(forum::SESSIONS).is_none() {
        fields.report_missing(forum::SESSIONS, problems);
    }
    let transcript = fields.text(forum::TRANSCRIPT, problems);
    let title = fields.required_line(forum::TITLE, problems);
    let recording = video::read_recording(&fields, (forum::VIDEO, forum::OFFSET), problems);
    let sessions = fields.list(forum::SESSIONS, problems);
    Some(RawForum {
        file,
        dates: dates::read(&fields, forum::DATE, problems),
        venue: fields.line(forum::VENUE, problems),
        organizer: fields.line(forum::ORGANIZER, problems),
        recording,
        transcript: transcript.unwrap_or_else(|| default_transcript(file)),
        language_lines: fields
            .parsed(forum::LANGUAGE_LINES, line_script, problems)
            .map(|script| script.value),
        times: fields.text(forum::TIMES, problems),
        called: fields.pairs(forum::CALLED, problems),
        voices: fields.pairs(forum::VOICES, problems),
        hosts: turn::read_all(fields.list(forum::HOSTS, problems), first_chair(&fields), problems),
        cut: cut::read_all(fields.list(forum::CUT, problems), problems),
        sessions: sessions.iter().filter_map(|node| session::read(node, problems)).collect(),
        has_sessions: matches!(
            fields.node(forum::SESSIONS),
            Some(YamlNode { value: YamlValue::List(_), .. })
        ),
        title: title.unwrap_or_else(|| placeholder(fields.span())),
    })
}

/// The script of the language that a tag such as `zh-CN` means.
fn line_script(text: &str) -> Option<LineScript> {
    text.to_lowercase().split(['-', '_']).next()?.parse().ok()
}

/// The file that is read where `transcript` is missing.
fn default_transcript(file: FileId) -> Spanned<String> {
    let name = forum::TRANSCRIPT.spec().default.unwrap_or_default();
    Spanned { value: name.to_owned(), span: Span::whole(file) }
}

/// The id that an example of a host names: the chair of a session that has one.
fn first_chair<'a>(fields: &Fields<'a, forum::Keys>) -> &'a str {
    const SOMEBODY: &str = "lu-fan";
    let Some(YamlNode { value: YamlValue::List(sessions), .. }) = fields.node(forum::SESSIONS)
    else {
        return SOMEBODY;
    };
    // without `Fields`, because the problems of sessions are reported when these are read
    let mut entries = sessions.iter().filter_map(|session| match &session.value {
        YamlValue::Map(entries) => {
            entries.iter().find(|(key, _)| key.value == session_keys::CHAIR.spec().name)
        }
        _ => None,
    });
    entries
        .find_map(|(_, chair)| match &chair.value {
            YamlValue::Scalar(id) => Some(id.as_str()),
            _ => None,
        })
        .unwrap_or(SOMEBODY)
}
