//! What was written, one struct per file, before any reference is checked.

pub mod corrections;
pub mod forum;
pub mod lock;
pub mod pages;
pub mod site;
pub mod speakers;
pub mod strings;

use super::yaml::At;
use crate::diagnostics::{FileId, Span};
use crate::model::{Date, Seconds};

/// `site.yaml`.
#[derive(Clone, Debug)]
pub struct RawSite {
    /// The site's name.
    pub title: String,
    /// Language of the interface.
    pub language: Option<At<String>>,
    /// Address under which the site is published.
    pub base_url: Option<At<String>>,
    /// One sentence about the site.
    pub description: Option<String>,
    /// Under which terms the text may be used.
    pub licence: Option<String>,
    /// Where the sources are edited.
    pub edit_url: Option<At<String>>,
    /// Where mistakes are reported.
    pub report_url: Option<At<String>>,
    /// What pictures for sharing are drawn with.
    pub social_image: Option<RawSocialImage>,
}

/// `social_image` of `site.yaml`.
#[derive(Clone, Debug)]
pub struct RawSocialImage {
    /// The file of the font, from the folder that has `content/` in it.
    pub font: At<String>,
    /// The family of the face that is meant, where the file has several.
    pub family: Option<At<String>>,
}

/// One entry of `speakers.yaml`.
#[derive(Clone, Debug)]
pub struct RawSpeaker {
    /// The id, and part of the URL.
    pub id: At<String>,
    /// The name as it should be written.
    pub name: At<String>,
    /// The name in Latin letters.
    pub latin: Option<String>,
    /// Spellings that the recogniser gave.
    pub heard_as: Vec<At<String>>,
    /// Where the speaker works.
    pub affiliation: Option<String>,
    /// What the speaker is.
    pub title: Option<String>,
    /// Whether somebody has checked the name.
    pub verified: bool,
    /// Links by name.
    pub links: Vec<(At<String>, At<String>)>,
}

/// `<forum>/forum.yaml`.
#[derive(Clone, Debug)]
pub struct RawForum {
    /// The file.
    pub file: FileId,
    /// The forum's name.
    pub title: At<String>,
    /// The day.
    pub date: Option<Date>,
    /// The place.
    pub venue: Option<String>,
    /// Who held it.
    pub organizer: Option<String>,
    /// The recording.
    pub video: Option<RawVideo>,
    /// Name of the transcript's file; where it was not given, the span is the file's.
    pub transcript: At<String>,
    /// Forms of address that hold within this forum: form, speaker id.
    pub called: Vec<(At<String>, At<String>)>,
    /// Who leads through the programme from which words on.
    pub hosts: Vec<RawTurn>,
    /// What is left out of the pages.
    pub cut: Vec<RawCut>,
    /// The sessions, in order.
    pub sessions: Vec<RawSession>,
    /// Whether there is a list of sessions, empty or not.
    pub has_sessions: bool,
}

/// The recording of a forum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawVideo {
    /// Id on Bilibili.
    pub bilibili: Option<At<String>>,
    /// Id on YouTube.
    pub youtube: Option<At<String>>,
    /// Address on a PeerTube site.
    pub peertube: Option<At<String>>,
    /// Address of a file.
    pub file: Option<At<String>>,
    /// Part of the recording on Bilibili, from 1.
    pub part: Option<u32>,
    /// Whether pages may show the player.
    pub player: bool,
    /// Where the entry begins.
    pub span: Span,
}

/// A quote: words that stand in the transcript, told apart by words before where needed.
#[derive(Clone, Debug)]
pub struct RawQuote {
    /// The words.
    pub quote: At<String>,
    /// Words that stand somewhere before them.
    pub after: Option<At<String>>,
}

/// Who speaks from which words on.
#[derive(Clone, Debug)]
pub struct RawTurn {
    /// Id of the speaker.
    pub speaker: At<String>,
    /// The first words.
    pub from: RawQuote,
    /// When the turn begins in the recording.
    pub start: Option<At<Seconds>>,
}

/// A stretch that is left out of the pages.
#[derive(Clone, Debug)]
pub struct RawCut {
    /// The first words.
    pub from: RawQuote,
    /// The last words.
    pub to: RawQuote,
    /// Why.
    pub why: String,
}

/// A session.
#[derive(Clone, Debug)]
pub struct RawSession {
    /// The id.
    pub id: At<String>,
    /// The name.
    pub title: At<String>,
    /// Id of who leads through it.
    pub chair: Option<At<String>>,
    /// The talks, in order.
    pub talks: Vec<RawTalk>,
}

/// A talk.
#[derive(Clone, Debug)]
pub struct RawTalk {
    /// The id, and part of the URL.
    pub id: At<String>,
    /// What kind of segment it is.
    pub kind: Option<At<String>>,
    /// The title.
    pub title: At<String>,
    /// Who speaks.
    pub speakers: Vec<RawAppearance>,
    /// Id of who leads the panel.
    pub chair: Option<At<String>>,
    /// The first words.
    pub from: Option<RawQuote>,
    /// The last words.
    pub to: Option<RawQuote>,
    /// A few sentences on it.
    pub summary: Option<String>,
    /// What it is about.
    pub topics: Vec<At<String>>,
    /// Forms of address that hold within this talk: form, speaker id.
    pub called: Vec<(At<String>, At<String>)>,
    /// When it begins in the recording.
    pub start: Option<At<Seconds>>,
    /// Who speaks when.
    pub turns: Vec<RawTurn>,
    /// Whether all of the turns that are written could be read.
    pub turns_complete: bool,
}

/// A speaker of a talk, with what held on that day.
#[derive(Clone, Debug)]
pub struct RawAppearance {
    /// Id of the speaker.
    pub id: At<String>,
    /// Title on that day, where it differs.
    pub title: Option<String>,
    /// Affiliation on that day, where it differs.
    pub affiliation: Option<String>,
}

/// One entry of `<forum>/corrections.yaml`.
#[derive(Clone, Debug)]
pub struct RawCorrection {
    /// What the recogniser gave.
    pub heard: At<String>,
    /// What was meant.
    pub meant: At<String>,
    /// Ids of the talks to which it is limited; empty for all.
    pub scope: Vec<At<String>>,
}

/// A free page: front matter and Markdown.
#[derive(Clone, Debug)]
pub struct RawPage {
    /// Name of the file without its ending, and the URL.
    pub id: At<String>,
    /// The title.
    pub title: String,
    /// Whether the page stands in the navigation.
    pub nav: bool,
    /// The Markdown after the front matter.
    pub markdown: String,
}
