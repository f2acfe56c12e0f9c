//! Views of the index of speakers and of each speaker's page.

use serde::Serialize;

use super::analysis::MentionsView;
use super::{LinkView, PersonView, TalkLine};

/// The index of speakers.
#[derive(Debug, Serialize)]
pub struct SpeakersView {
    /// The speakers, grouped by the initial of their name in pinyin.
    pub initials: Vec<InitialView>,
    /// Number of speakers.
    pub count: usize,
}

/// The speakers under one initial.
#[derive(Debug, Serialize)]
pub struct InitialView {
    /// The initial, an upper-case Latin letter, or `#`.
    pub letter: String,
    /// The speakers in order.
    pub speakers: Vec<SpeakerLine>,
}

/// A speaker in the index.
#[derive(Debug, Serialize)]
pub struct SpeakerLine {
    /// The speaker, as `speakers.yaml` has them.
    pub person: PersonView,
    /// Number of talks.
    pub talks: usize,
}

/// The page of a speaker.
#[derive(Debug, Serialize)]
pub struct SpeakerView {
    /// The speaker, as `speakers.yaml` has them.
    pub person: PersonView,
    /// Links that the editor gave, with their names.
    pub links: Vec<LinkView>,
    /// The talks, with title and affiliation on that day.
    pub talks: Vec<SpokenView>,
    /// Their organisations.
    pub organisations: Vec<LinkView>,
    /// Mentions of them by others, grouped by person.
    pub mentioned: Vec<MentionsView>,
    /// Their mentions of others, grouped by person.
    pub mentions: Vec<MentionsView>,
    /// Address where the name is edited.
    pub edit: Option<String>,
}

/// A talk on a speaker's page.
#[derive(Debug, Serialize)]
pub struct SpokenView {
    /// The talk.
    pub talk: TalkLine,
    /// Their title on that day.
    pub title: Option<String>,
    /// Their affiliation on that day.
    pub affiliation: Option<String>,
    /// Links to their turns, where the talk has several speakers.
    pub turns: Vec<LinkView>,
}
