//! Speakers: their index, and a page each.

use serde::Serialize;

use super::analysis::MentionsView;
use super::{LinkView, PersonView, TalkLine};

/// The index of speakers.
#[derive(Debug, Serialize)]
pub struct SpeakersView {
    /// The speakers by initial.
    pub initials: Vec<InitialView>,
    /// How many there are.
    pub count: usize,
}

/// The speakers of one initial.
#[derive(Debug, Serialize)]
pub struct InitialView {
    /// The letter.
    pub letter: String,
    /// The speakers.
    pub speakers: Vec<SpeakerLine>,
}

/// A speaker in the index.
#[derive(Debug, Serialize)]
pub struct SpeakerLine {
    /// The speaker.
    pub person: PersonView,
    /// How many talks.
    pub talks: usize,
}

/// A speaker's page.
#[derive(Debug, Serialize)]
pub struct SpeakerView {
    /// The speaker.
    pub person: PersonView,
    /// Links by name.
    pub links: Vec<LinkView>,
    /// The talks, with title and affiliation on that day.
    pub talks: Vec<SpokenView>,
    /// Their organisations.
    pub organisations: Vec<LinkView>,
    /// Who speaks of them.
    pub mentioned: Vec<MentionsView>,
    /// Of whom they speak.
    pub mentions: Vec<MentionsView>,
    /// Where the name is edited.
    pub edit: Option<String>,
}

/// A talk in which somebody speaks.
#[derive(Debug, Serialize)]
pub struct SpokenView {
    /// The talk.
    pub talk: TalkLine,
    /// Title on that day.
    pub title: Option<String>,
    /// Affiliation on that day.
    pub affiliation: Option<String>,
    /// The turns in it, where there are several speakers.
    pub turns: Vec<LinkView>,
}
