//! What was written means: plain data, every reference checked.
//!
//! [`Site`] and [`Forum`] come from the input stage; [`Record`](record::Record) is what the rules
//! of reading make of a forum's text. Speakers are referred to by their place in
//! [`Site::speakers`], talks by their place in [`Forum::talks`].

mod date;
pub mod index;
mod permalink_lock;
pub mod record;
pub mod recording;
mod text_range;
pub mod timestamps;
mod transcript;

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use crate::diagnostics::{FileId, Span};
use crate::font::Font;

pub use date::Date;
pub use index::{
    CutIndex, ForumIndex, IndexVec, PassageIndex, SessionIndex, SpeakerIndex, SpokenCharIndex,
    TalkIndex, TurnIndex, TypedIndex,
};
pub use permalink_lock::{LockedPermalink, PermalinkLock};
pub use recording::{Recording, Seconds};
pub use text_range::{CleanRange, TextOffset, TextRange};
pub use timestamps::Timestamp;
pub use transcript::{Transcript, TranscriptHead, TranscriptImage};

/// Everything that was written, checked.
#[derive(Clone, Debug)]
pub struct Site {
    /// What holds for the site as a whole.
    pub config: SiteConfig,
    /// Everyone who speaks, in the order of `speakers.yaml`.
    pub speakers: IndexVec<SpeakerIndex, Speaker>,
    /// The forums, the latest first.
    pub forums: IndexVec<ForumIndex, Forum>,
    /// The free pages, by id.
    pub pages: Vec<FreePage>,
}

impl Site {
    /// Every talk of the site, forum by forum.
    pub fn talks(&self) -> impl Iterator<Item = TalkRef> {
        let forums = self.forums.enumerated();
        forums.flat_map(|(forum, f)| f.talks.indices().map(move |talk| TalkRef { forum, talk }))
    }

    /// A talk with its forum.
    pub fn talk(&self, TalkRef { forum, talk }: TalkRef) -> (&Forum, &Talk) {
        let forum = &self.forums[forum];
        (forum, &forum.talks[talk])
    }
}

/// `site.yaml`, checked.
#[derive(Clone, Debug, Default)]
pub struct SiteConfig {
    /// The site's name.
    pub title: String,
    /// Language of the interface.
    pub language: Language,
    /// Address under which the site is published, ending in a slash.
    pub base_url: Option<String>,
    /// One sentence about the site.
    pub description: Option<String>,
    /// Under which terms the text may be used.
    pub licence: Option<String>,
    /// Where the sources are edited: an address in which `{path}` and `{line}` stand for the place.
    pub edit_url: Option<String>,
    /// Where mistakes are reported: an address in which `{url}`, `{title}` and `{words}` stand for
    /// the passage.
    pub report_url: Option<String>,
    /// What pictures for sharing are drawn with; without it there are none.
    pub social_image: Option<SocialImage>,
}

/// What pictures for sharing are drawn with.
#[derive(Clone, Debug)]
pub struct SocialImage {
    /// The font.
    pub font: Font,
    /// Where it was named.
    pub span: Span,
}

/// Language of the interface; the speech keeps its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Chinese in simplified characters.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Language {
    /// All of them, by tag.
    pub const ALL: [(&'static str, Self); 2] = [("zh-CN", Self::Chinese), ("en", Self::English)];

    /// The language tag (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }
}

/// Somebody who speaks.
#[derive(Clone, Debug)]
pub struct Speaker {
    /// Id, and part of the URL.
    pub id: String,
    /// The name as it should be written.
    pub name: String,
    /// The name in Latin letters.
    pub latin: Option<String>,
    /// Spellings that the recogniser gave; searchable, never shown as a name.
    pub heard_as: Vec<String>,
    /// Where the speaker works.
    pub affiliation: Option<String>,
    /// What the speaker is.
    pub title: Option<String>,
    /// Whether somebody has checked the name.
    pub verified: bool,
    /// Links by name, `http`, `https` or `mailto` only.
    pub links: Vec<(String, String)>,
    /// Where the name was written.
    pub span: Span,
}

impl Speaker {
    /// All spellings of the name: as it should be, in Latin letters, and as it was heard.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        let given = std::iter::once(&self.name).chain(&self.latin).chain(&self.heard_as);
        given.map(String::as_str)
    }
}

/// A free page.
#[derive(Clone, Debug)]
pub struct FreePage {
    /// Id, and the URL.
    pub id: String,
    /// The title.
    pub title: String,
    /// Whether it stands in the navigation.
    pub nav: bool,
    /// Its Markdown.
    pub markdown: String,
}

/// A forum: what is known of it, its programme, and who speaks when.
#[derive(Clone, Debug)]
pub struct Forum {
    /// Id, the name of its folder, and part of the URL.
    pub id: String,
    /// The name.
    pub title: String,
    /// The day.
    pub date: Option<Date>,
    /// The place.
    pub venue: Option<String>,
    /// Who held it.
    pub organizer: Option<String>,
    /// The recording.
    pub video: Option<Recording>,
    /// Forms of address that hold within this forum: form, speaker.
    pub called: Vec<(String, SpeakerIndex)>,
    /// The sessions, in order.
    pub sessions: IndexVec<SessionIndex, Session>,
    /// The talks, in order, of all sessions.
    pub talks: IndexVec<TalkIndex, Talk>,
    /// Why each cut was made.
    pub cuts: IndexVec<CutIndex, String>,
    /// Who speaks when: every byte of the text is in exactly one turn, in order.
    pub turns: IndexVec<TurnIndex, Turn>,
    /// What was misheard.
    pub corrections: Vec<Correction>,
    /// The file that it was written in, where there is one.
    pub corrections_file: Option<FileId>,
    /// The transcript.
    pub transcript: Transcript,
    /// Paths of the images that are there, relative to the forum's folder.
    pub images: Vec<String>,
    /// The permalinks that were published.
    pub lock: PermalinkLock,
}

/// A talk of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TalkRef {
    /// Its forum.
    pub forum: ForumIndex,
    /// The talk within the forum.
    pub talk: TalkIndex,
}

/// A session: a run of talks.
#[derive(Clone, Debug)]
pub struct Session {
    /// The id.
    pub id: String,
    /// The name.
    pub title: String,
    /// Who leads through it.
    pub chair: Option<SpeakerIndex>,
    /// Its talks.
    pub talks: Range<TalkIndex>,
}

/// A segment of the programme.
#[derive(Clone, Debug)]
pub struct Talk {
    /// Id, and part of the URL.
    pub id: String,
    /// What kind of segment it is.
    pub kind: TalkKind,
    /// The title.
    pub title: String,
    /// The session that it is part of.
    pub session: SessionIndex,
    /// Who speaks.
    pub speakers: Vec<Appearance>,
    /// Who leads the panel.
    pub chair: Option<SpeakerIndex>,
    /// A few sentences on it.
    pub summary: Option<String>,
    /// What it is about.
    pub topics: Vec<String>,
    /// Forms of address that hold within this talk and its introduction: form, speaker.
    pub called: Vec<(String, SpeakerIndex)>,
    /// When it begins in the recording.
    pub start: Option<Timestamp>,
    /// Where the title was written.
    pub span: Span,
    /// From its first words to its last.
    pub range: TextRange,
}

/// A speaker of a talk, with what held on that day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appearance {
    /// The speaker.
    pub speaker: SpeakerIndex,
    /// Title on that day.
    pub title: Option<String>,
    /// Affiliation on that day.
    pub affiliation: Option<String>,
}

/// To whom a stretch of the text belongs. Talks are counted in the order of the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// A talk.
    Talk(TalkIndex),
    /// The host: the introduction of that talk, or the words after the last one.
    Host(Option<TalkIndex>),
    /// A cut.
    Cut(CutIndex),
}

impl Owner {
    /// The page on which the words stand, besides that of the whole record. A host's introduction
    /// stands on the page of its talk.
    pub fn page(self) -> ForumPage {
        match self {
            Self::Talk(talk) | Self::Host(Some(talk)) => ForumPage::Talk(talk),
            Self::Host(None) => ForumPage::Host,
            Self::Cut(_) => ForumPage::Record,
        }
    }

    /// The talk on whose page the words stand.
    pub fn talk(self) -> Option<TalkIndex> {
        match self.page() {
            ForumPage::Talk(talk) => Some(talk),
            ForumPage::Host | ForumPage::Record => None,
        }
    }
}

/// A page of a forum on which words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForumPage {
    /// That of a talk.
    Talk(TalkIndex),
    /// That of the hosts' words.
    Host,
    /// That of the whole record.
    Record,
}

/// Somebody's uninterrupted words, or a cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// To what the words belong.
    pub owner: Owner,
    /// Who speaks, where known.
    pub speaker: Option<SpeakerIndex>,
    /// The words.
    pub range: TextRange,
    /// When it begins in the recording: as was written, else by the transcript's times.
    pub start: Option<Timestamp>,
}

/// A misheard word.
#[derive(Clone, Debug)]
pub struct Correction {
    /// What the recogniser gave.
    pub heard: String,
    /// What was meant.
    pub meant: String,
    /// The talks (and their introductions) to which it is limited; empty for all.
    pub scope: Vec<TalkIndex>,
    /// Where it was written.
    pub span: Span,
}

impl Correction {
    /// Whether the correction holds in what belongs to this owner.
    pub fn holds_in(&self, owner: Owner) -> bool {
        match owner.page() {
            ForumPage::Record => false,
            ForumPage::Talk(talk) => self.scope.is_empty() || self.scope.contains(&talk),
            ForumPage::Host => self.scope.is_empty(),
        }
    }
}

/// What kind of segment a talk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TalkKind {
    /// Opening words.
    Opening,
    /// An invited main talk.
    Keynote,
    /// A talk.
    Talk,
    /// Several people in conversation.
    Panel,
    /// Questions and answers.
    Qa,
    /// Something is made public.
    Launch,
    /// A film is shown.
    Video,
    /// Closing words.
    Closing,
}

impl TalkKind {
    /// All kinds with their names in YAML and data.
    pub const ALL: [(&'static str, Self); 8] = [
        ("opening", Self::Opening),
        ("keynote", Self::Keynote),
        ("talk", Self::Talk),
        ("panel", Self::Panel),
        ("qa", Self::Qa),
        ("launch", Self::Launch),
        ("video", Self::Video),
        ("closing", Self::Closing),
    ];

    /// The name in YAML and data.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("talk", |(name, _)| name)
    }
}

impl fmt::Display for TalkKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for TalkKind {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.iter().find(|(n, _)| *n == name).map(|(_, kind)| *kind).ok_or(())
    }
}
