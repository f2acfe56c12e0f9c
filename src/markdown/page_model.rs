//! The parts of a page.

use serde::{Deserialize, Serialize};

use crate::model::{IndexVec, TalkIndex};
use crate::text::Rule;

/// A page: its front matter, the host's introduction and its blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkdownPage {
    /// The front matter.
    pub meta: PageMeta,
    /// The host's words before the talk.
    pub introduction: Vec<Block>,
    /// The blocks after the introduction.
    pub body: Vec<Block>,
}

/// The pages of a forum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForumMarkdown {
    /// The talks, in order.
    pub talks: IndexVec<TalkIndex, MarkdownPage>,
    /// The hosts' words.
    pub hosts: MarkdownPage,
    /// The whole record.
    pub whole: MarkdownPage,
}

/// The front matter of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageMeta {
    /// Title of the page.
    pub title: String,
    /// The forum's name.
    pub forum: String,
    /// The session's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<String>,
    /// The kind of segment.
    pub kind: String,
    /// The day, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Who speaks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<MetaSpeaker>,
    /// The lines of the transcript that the page is made from: `transcript.md:95-213`.
    pub source: String,
    /// The passages of the page, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passages: Vec<MetaPassage>,
}

/// A speaker in the front matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetaSpeaker {
    /// The speaker's id in `speakers.yaml`.
    pub id: String,
    /// The speaker's name as it should be written.
    pub name: String,
    /// Title on that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Affiliation on that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<String>,
    /// Whether somebody has checked the name.
    pub verified: bool,
}

/// A passage in the front matter: what its text does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetaPassage {
    /// The permalink of the passage.
    pub id: String,
    /// Line of the transcript on which it begins.
    pub line: usize,
    /// The rule of each edit in order, as a letter ([`Rule::letter`]).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub changes: String,
}

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The heading of a section, on pages with the words of several talks.
    Section {
        /// Title of the section.
        title: String,
        /// The address of its page, relative to this one.
        url: String,
    },
    /// The heading of a turn.
    Turn {
        /// Id of the speaker, if known.
        speaker: Option<String>,
        /// The name, or an interface text if the speaker is not known.
        name: String,
    },
    /// A passage of the preceding turn.
    Passage(Passage),
    /// An image of the transcript.
    Image {
        /// Path relative to the page.
        path: String,
        /// Alternative text.
        alt: String,
        /// Whether the image exists.
        there: bool,
    },
}

/// A passage with its edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The permalink, unique within the forum.
    pub id: String,
    /// Former permalinks that lead here now.
    pub formerly: Vec<String>,
    /// Line of the transcript on which it begins.
    pub line: usize,
    /// The text in order, as unedited words and edits.
    pub runs: Vec<TextRun>,
}

/// A part of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextRun {
    /// Words without edits; never empty, never two in a row.
    Same(String),
    /// Words that an edit replaces or removes.
    Changed {
        /// The verbatim words; never empty.
        heard: String,
        /// The replacement; empty if the words are removed.
        meant: String,
        /// The rule that proposed the edit.
        rule: Rule,
    },
}

impl Passage {
    /// The verbatim text.
    pub fn verbatim(&self) -> String {
        let piece = |run: &TextRun| match run {
            TextRun::Same(text) | TextRun::Changed { heard: text, .. } => text.clone(),
        };
        self.runs.iter().map(piece).collect()
    }

    /// The clean text.
    pub fn clean(&self) -> String {
        let piece = |run: &TextRun| match run {
            TextRun::Same(text) | TextRun::Changed { meant: text, .. } => text.clone(),
        };
        self.runs.iter().map(piece).collect()
    }
}

impl MarkdownPage {
    /// All passages, those of the introduction first.
    pub fn passages(&self) -> impl Iterator<Item = &Passage> {
        self.introduction.iter().chain(&self.body).filter_map(|block| match block {
            Block::Passage(passage) => Some(passage),
            _ => None,
        })
    }
}
