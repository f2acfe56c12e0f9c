//! The model: the site as plain data, with every reference checked.
//!
//! [`Site`] and [`Forum`] come from the input stage; a [`Record`](record::Record) is a forum's text
//! divided into passages, with the edits that the text rules propose.
//!
//! Numbers that cross a module boundary have a type that says what they count, so that two that are
//! easily taken for one another cannot be:
//!
//! - An index type for each list ([`ForumIndex`], [`SpeakerIndex`], [`SessionIndex`],
//!   [`TalkIndex`], [`TurnIndex`], [`CutIndex`], [`CorrectionIndex`], [`PassageIndex`]): the
//!   position of an item. The list is an [`IndexVec`], which takes no other index. A [`TalkRef`] is
//!   a forum and its talk.
//! - [`TextOffset`], [`TextRange`]: bytes of a transcript's text.
//! - [`CleanRange`]: bytes of a passage's clean text.
//! - `usize`, `Range<usize>`: bytes of the one `&str` that a function has at hand. The range of an
//!   [`Edit`](crate::text::Edit) counts in the text that its rule was given, and in a passage in
//!   its verbatim text.
//! - [`SpokenCharIndex`]: a letter or digit of a transcript; nothing else is counted.
//! - [`CharCount`]: a length in characters.
//! - [`Seconds`], [`Timestamp`]: a time in the recording, and one that may be an estimate;
//!   [`Milliseconds`]: as a transcript's file has it.
//!
//! Within one function, plain numbers are fine.

mod address_lock;
mod char_count;
mod date;
mod date_range;
pub mod index;
mod language;
mod line_script;
mod permalink_lock;
pub mod record;
pub mod recording;
mod recording_offset;
mod recording_parts;
mod second_transcript;
pub mod source_account;
mod talk_kind;
mod text_owner;
mod text_range;
pub mod text_timestamps;
pub mod text_voices;
mod transcript;

use std::ops::Range;

use crate::diagnostics::{FileId, Span};
use crate::font::Font;
use crate::text::personal_names;

pub use address_lock::{AddressLock, LockedAddress};
pub use char_count::CharCount;
pub use date::Date;
pub use date_range::DateRange;
pub use index::{
    CorrectionIndex, CutIndex, ForumIndex, IndexVec, PassageIndex, SessionIndex, SpeakerIndex,
    SpokenCharIndex, TalkIndex, TurnIndex, TypedIndex,
};
pub use language::{Language, RequestedLanguage};
pub use line_script::LineScript;
pub use permalink_lock::{LockedPermalink, PermalinkLock};
pub use recording::{Milliseconds, Recording, Seconds};
pub use recording_offset::RecordingOffset;
pub use recording_parts::{RecordingPart, RecordingParts, RecordingScope};
pub use second_transcript::SecondTranscript;
pub use source_account::{ByteUse, SourceAccount};
pub use talk_kind::TalkKind;
pub use text_owner::{ForumPage, TextOwner};
pub use text_range::{CleanRange, TextOffset, TextRange};
pub use text_timestamps::{FoundTime, Timestamp};
pub use transcript::{Transcript, TranscriptHead, TranscriptImage};

/// Everything that the site's files say.
#[derive(Clone, Debug)]
pub struct Site {
    /// The settings of `site.yaml`.
    pub config: SiteConfig,
    /// Everyone who speaks, in the order of `speakers.yaml`.
    pub speakers: IndexVec<SpeakerIndex, Speaker>,
    /// The forums, the latest first.
    pub forums: IndexVec<ForumIndex, Forum>,
    /// The free pages, by id.
    pub pages: Vec<FreePage>,
    /// The published addresses.
    pub addresses: AddressLock,
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

/// The settings of `site.yaml`.
#[derive(Clone, Debug, Default)]
pub struct SiteConfig {
    /// The site's name.
    pub title: String,
    /// Language of the interface.
    pub language: Language,
    /// The tag of the language that was asked for, which pages are marked with: that of the
    /// interface or, as `zh-HK` is, one to which the interface is the nearest.
    pub language_tag: String,
    /// Address under which the site is published, ending in a slash.
    pub base_url: Option<String>,
    /// One sentence about the site.
    pub description: Option<String>,
    /// The licence of the text.
    pub licence: Option<String>,
    /// Where the sources are edited: an address with the placeholders `{path}` and `{line}`.
    pub edit_url: Option<String>,
    /// Where mistakes are reported: an address with the placeholders `{url}`, `{title}` and
    /// `{words}` for the passage.
    pub report_url: Option<String>,
    /// What social images are drawn with; without it none are drawn.
    pub social_image: Option<SocialImage>,
    /// Where addresses lead that are gone.
    pub moved: Vec<MovedAddress>,
}

/// An address that is gone, and the one that it leads to, as the editor says.
#[derive(Clone, Debug)]
pub struct MovedAddress {
    /// The address that was published.
    pub from: String,
    /// The address of the page that took its place.
    pub to: String,
    /// Where the second is written.
    pub span: Span,
}

/// What social images are drawn with.
#[derive(Clone, Debug)]
pub struct SocialImage {
    /// The parsed font file that `site.yaml` names.
    pub font: Font,
    /// Where `site.yaml` names it.
    pub span: Span,
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
    /// Family and given name as the editor wrote them, both parts of `name` or both of `latin`.
    pub family_and_given: Option<(String, String)>,
    /// Whether the name is never divided: that of an organisation or a group.
    pub literal: bool,
    /// Misrecognised spellings of the name; they are searchable and never shown as a name.
    pub heard_as: Vec<String>,
    /// Where the speaker works.
    pub affiliation: Option<String>,
    /// Title, such as 院士 or CTO.
    pub title: Option<String>,
    /// Whether somebody has checked the name.
    pub verified: bool,
    /// Links by name, `http`, `https` or `mailto` only.
    pub links: Vec<(String, String)>,
    /// Where the name was written.
    pub span: Span,
}

impl Speaker {
    /// Family and given name of `name`: as the editor wrote them, else as they can be told.
    pub fn name_parts(&self) -> Option<(&str, &str)> {
        match &self.family_and_given {
            _ if self.literal => None,
            Some((family, given)) if self.name.contains(family.as_str()) => Some((family, given)),
            _ => personal_names::divide(&self.name, self.latin.as_deref()),
        }
    }

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
    /// Title from the front matter.
    pub title: String,
    /// Whether the navigation has a link to it.
    pub nav: bool,
    /// Its Markdown.
    pub markdown: String,
}

/// A forum: its facts, its programme, its transcript and who speaks when.
#[derive(Clone, Debug)]
pub struct Forum {
    /// Id, the name of its folder, and part of the URL.
    pub id: String,
    /// The forum's name, as `forum.yaml` gives it.
    pub title: String,
    /// The day or days on which it was held; `None` if not given.
    pub dates: Option<DateRange>,
    /// Where it was held; `None` if not given.
    pub venue: Option<String>,
    /// The organisation that held it.
    pub organizer: Option<String>,
    /// The recordings with the words that each has.
    pub recordings: RecordingParts,
    /// Forms of address that name a speaker within this forum.
    pub called: Vec<(String, SpeakerIndex)>,
    /// The sessions, in order.
    pub sessions: IndexVec<SessionIndex, Session>,
    /// The talks, in order, of all sessions.
    pub talks: IndexVec<TalkIndex, Talk>,
    /// The reason for each cut.
    pub cuts: IndexVec<CutIndex, String>,
    /// Who speaks when: every byte of the text is in exactly one turn, in order.
    pub turns: IndexVec<TurnIndex, Turn>,
    /// The corrections of misheard words.
    pub corrections: IndexVec<CorrectionIndex, Correction>,
    /// The file of the corrections, if there is one.
    pub corrections_file: Option<FileId>,
    /// The text of the transcript with its lines, images and timestamps.
    pub transcript: Transcript,
    /// The second transcript of the same recording, where there is one.
    pub second: Option<SecondTranscript>,
    /// Paths of the images that exist, relative to the forum's folder.
    pub images: Vec<String>,
    /// The published permalinks.
    pub lock: PermalinkLock,
}

impl Forum {
    /// The recording that a talk is in.
    pub fn recording_of(&self, talk: &Talk) -> Option<&Recording> {
        self.recordings.at(talk.range.start)
    }
}

/// A talk of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TalkRef {
    /// Index of the forum in [`Site::forums`].
    pub forum: ForumIndex,
    /// The talk within the forum.
    pub talk: TalkIndex,
}

/// A session: consecutive talks under one title.
#[derive(Clone, Debug)]
pub struct Session {
    /// Id, and part of the URL.
    pub id: String,
    /// Name of the session, as `forum.yaml` gives it.
    pub title: String,
    /// Its day or days: where none are written, from those of its talks or of the forum.
    pub dates: Option<DateRange>,
    /// The speaker who leads through it.
    pub chair: Option<SpeakerIndex>,
    /// Indexes of its talks in [`Forum::talks`].
    pub talks: Range<TalkIndex>,
}

/// A segment of the programme.
#[derive(Clone, Debug)]
pub struct Talk {
    /// Id, and part of the URL.
    pub id: String,
    /// What kind of segment it is.
    pub kind: TalkKind,
    /// Title of the talk, as `forum.yaml` gives it.
    pub title: String,
    /// The session that it is part of.
    pub session: SessionIndex,
    /// Its day. Where none is written these are the days of its session or of the forum, and it is
    /// not known on which of them it was held.
    pub dates: Option<DateRange>,
    /// Who speaks.
    pub speakers: Vec<Appearance>,
    /// Who leads the panel.
    pub chair: Option<SpeakerIndex>,
    /// The abstract that the editor wrote; `None` without one.
    pub summary: Option<String>,
    /// The topics that the editor wrote; may be empty.
    pub topics: Vec<String>,
    /// Forms of address that name a speaker within this talk and its introduction.
    pub called: Vec<(String, SpeakerIndex)>,
    /// When it begins in the recording.
    pub start: Option<Timestamp>,
    /// Where `forum.yaml` has the title.
    pub span: Span,
    /// From its first words to its last.
    pub range: TextRange,
}

/// A speaker of a talk, with title and affiliation on that day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appearance {
    /// Index of the speaker in [`Site::speakers`].
    pub speaker: SpeakerIndex,
    /// Title on that day.
    pub title: Option<String>,
    /// Affiliation on that day.
    pub affiliation: Option<String>,
}

/// Somebody's uninterrupted words, or a cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The talk, host or cut that the words belong to.
    pub owner: TextOwner,
    /// Who speaks, where known.
    pub speaker: Option<SpeakerIndex>,
    /// The bytes of the transcript's text that it covers.
    pub range: TextRange,
    /// When it begins in the recording: as `forum.yaml` says, else by the transcript's times.
    pub start: Option<Timestamp>,
}

/// A misheard word.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The words as the recogniser wrote them.
    pub heard: String,
    /// The words that were said.
    pub meant: String,
    /// The talks (and their introductions) to which it is limited; empty for all.
    pub scope: Vec<TalkIndex>,
    /// Where `corrections.yaml` has it.
    pub span: Span,
}

impl Correction {
    /// Whether the correction applies to the words of an owner.
    pub fn holds_in(&self, owner: TextOwner) -> bool {
        match owner.page() {
            ForumPage::Record => false,
            ForumPage::Talk(talk) => self.scope.is_empty() || self.scope.contains(&talk),
            // the words after the last talk belong to no talk, which a limited correction needs
            ForumPage::Host => self.scope.is_empty(),
        }
    }
}
