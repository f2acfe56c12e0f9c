//! What a page holds.

use serde::{Deserialize, Serialize};

use crate::model::{IndexVec, TalkIndex};
use crate::text::Rule;

/// A page: what is known of it, the host's introduction, and the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkdownPage {
    /// The front matter.
    pub meta: PageMeta,
    /// The host's words before the talk.
    pub introduction: Vec<Block>,
    /// The record.
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
    /// The title.
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
    /// What stands in it, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passages: Vec<MetaPassage>,
}

/// A speaker in the front matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetaSpeaker {
    /// The id.
    pub id: String,
    /// The name.
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

/// A passage in the front matter: what the text alone does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetaPassage {
    /// The id.
    pub id: String,
    /// Line of the transcript on which it begins.
    pub line: usize,
    /// The rule of each change in order, a letter each ([`Rule::letter`]).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub changes: String,
}

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A part of a page that holds several talks.
    Section {
        /// Its title.
        title: String,
        /// Where it leads, relative to the page.
        url: String,
    },
    /// Somebody begins to speak.
    Turn {
        /// Id of the speaker, where known.
        speaker: Option<String>,
        /// The name, or words for that nobody is named.
        name: String,
    },
    /// A paragraph of somebody's words.
    Passage(Passage),
    /// An image line of the transcript.
    Image {
        /// Path relative to the page.
        path: String,
        /// Alternative text.
        alt: String,
        /// Whether the image is there.
        there: bool,
    },
}

/// A passage with its changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The permalink.
    pub id: String,
    /// Older permalinks that lead here now.
    pub formerly: Vec<String>,
    /// Line of the transcript on which it begins.
    pub line: usize,
    /// The text.
    pub runs: Vec<TextRun>,
}

/// A piece of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextRun {
    /// Words as they were heard; never empty, never two in a row.
    Same(String),
    /// A change.
    Changed {
        /// What was heard; never empty.
        heard: String,
        /// What is read instead; empty where it is left out.
        meant: String,
        /// Why.
        rule: Rule,
    },
}

impl Passage {
    /// What the recogniser gave.
    pub fn verbatim(&self) -> String {
        let piece = |run: &TextRun| match run {
            TextRun::Same(text) | TextRun::Changed { heard: text, .. } => text.clone(),
        };
        self.runs.iter().map(piece).collect()
    }

    /// What is read.
    pub fn clean(&self) -> String {
        let piece = |run: &TextRun| match run {
            TextRun::Same(text) | TextRun::Changed { meant: text, .. } => text.clone(),
        };
        self.runs.iter().map(piece).collect()
    }
}

impl MarkdownPage {
    /// All passages, the introduction's first.
    pub fn passages(&self) -> impl Iterator<Item = &Passage> {
        self.introduction.iter().chain(&self.body).filter_map(|block| match block {
            Block::Passage(passage) => Some(passage),
            _ => None,
        })
    }
}
