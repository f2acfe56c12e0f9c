//! A session and its talks.

use super::dates;
use super::talk::{self, RawTalk};
use super::video::{self, RawRecording};
use crate::diagnostics::Problems;
use crate::input::fields::Fields;
use crate::input::raw::missing_text::placeholder;
use crate::input::schema::session;
use crate::input::yaml::{Spanned, YamlNode};
use crate::model::DateRange;

/// An entry of `sessions`, with references not yet resolved.
#[derive(Clone, Debug)]
pub struct RawSession {
    /// Id, and part of the URL.
    pub id: Spanned<String>,
    /// Name of the session.
    pub title: Spanned<String>,
    /// Its day or days; `None` if not given.
    pub dates: Option<Spanned<DateRange>>,
    /// Its own recording.
    pub recording: RawRecording,
    /// Id of who leads through it.
    pub chair: Option<Spanned<String>>,
    /// The talks, in order.
    pub talks: Vec<RawTalk>,
}

/// Reads an entry of `sessions`.
pub(super) fn read(node: &YamlNode, problems: &mut Problems) -> Option<RawSession> {
    let fields = Fields::<session::Keys>::open(node, problems)?;
    let id = fields.required_text(session::ID, problems);
    let title = fields.required_line(session::TITLE, problems);
    let chair = fields.non_blank_text(session::CHAIR, problems);
    let dates = dates::read(&fields, session::DATE, problems);
    let recording = video::read_recording(&fields, (session::VIDEO, session::OFFSET), problems);
    let talks = fields.list(session::TALKS, problems);
    let talks = talks.iter().filter_map(|node| talk::read(node, problems)).collect();
    let id = id.unwrap_or_else(|| placeholder(fields.span()));
    let title = title.unwrap_or_else(|| placeholder(fields.span()));
    Some(RawSession { id, title, dates, recording, chair, talks })
}
