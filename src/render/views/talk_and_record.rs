//! Views of the pages with the record: a talk, the hosts' words, the whole record, and pages of
//! talks that no longer exist.

use serde::Serialize;

use super::analysis::{CiteView, RelatedView, WatchView};
use super::{ForumFacts, LinkView, PersonView, TalkLine};
use crate::render::figures::panel_timeline::PanelView;
use crate::render::passage_html::{SectionView, TurnView};

/// An entry of a page's table of contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EntryView {
    /// Link to the turn or passage on the page.
    pub url: String,
    /// The speaker, in a list of turns.
    pub speaker: Option<String>,
    /// The first sentence, or its beginning.
    pub first: String,
    /// Computed keywords that distinguish what follows from the rest of the talk.
    pub words: Vec<String>,
}

/// The page of a talk.
#[derive(Debug, Serialize)]
pub struct TalkView {
    /// The talk, as in lists.
    pub talk: TalkLine,
    /// Links to its topics.
    pub topics: Vec<LinkView>,
    /// Computed keywords, as links to searches.
    pub keywords: Vec<LinkView>,
    /// Talks that share keywords with it, computed.
    pub related: Vec<RelatedView>,
    /// Its citation in every format.
    pub cite: CiteView,
    /// Where it begins in the recording.
    pub watch: Option<WatchView>,
    /// The text of that link.
    pub watch_words: Option<String>,
    /// The timeline, for a panel.
    pub panel: Option<PanelView>,
    /// Address where its title is edited.
    pub edit: Option<String>,
    /// The files for other programs beside its page.
    pub downloads: Vec<LinkView>,
    /// Link to its session.
    pub session: LinkView,
    /// Facts about the forum.
    pub forum: ForumFacts,
    /// The chair of the panel.
    pub chair: Option<PersonView>,
    /// Estimated reading time in minutes.
    pub minutes: usize,
    /// Table of contents; empty where the page is short.
    pub contents: Vec<EntryView>,
    /// The host's introduction.
    pub introduction: Vec<TurnView>,
    /// The turns of the talk.
    pub turns: Vec<TurnView>,
    /// Whether there are several speakers, so that each turn is headed by a name.
    pub several: bool,
    /// Lines of the transcript with the talk's text: `97–209`.
    pub lines: String,
    /// The previous talk in the programme.
    pub previous: Option<TalkLine>,
    /// The next talk in the programme.
    pub next: Option<TalkLine>,
    /// Permalinks that used to be on this page and lead elsewhere now.
    pub moved: Vec<MovedView>,
}

/// The page of the hosts' words, or of the whole record.
#[derive(Debug, Serialize)]
pub struct WholeRecordView {
    /// Facts about the forum.
    pub forum: ForumFacts,
    /// The introductory sentence.
    pub lead: String,
    /// Talks, hosts' words and cuts, in transcript order.
    pub sections: Vec<WholeSection>,
    /// Permalinks that used to be on this page and lead elsewhere now.
    pub moved: Vec<MovedView>,
}

/// A permalink that used to be on a page and leads elsewhere now.
#[derive(Clone, Debug, Serialize)]
pub struct MovedView {
    /// The permalink, which the page keeps as an element id.
    pub id: String,
    /// Address that it leads to now, relative to the page.
    pub url: String,
    /// The first words of the passage there.
    pub words: String,
}

/// The page at a published address that no longer exists: that of a talk or of something else.
#[derive(Debug, Serialize)]
pub struct GoneView {
    /// What happened, in a sentence.
    pub lead: String,
    /// The page that took its place, where it was no talk.
    pub successor: Option<SuccessorView>,
    /// The heading above the talks.
    pub label: String,
    /// The talks that have its text now, or were about it.
    pub now: Vec<TalkLine>,
    /// Its published permalinks.
    pub moved: Vec<MovedView>,
}

/// The page that took the place of another.
#[derive(Debug, Serialize)]
pub struct SuccessorView {
    /// The name or title.
    pub title: String,
    /// Its address.
    pub url: String,
}

/// A section of the whole record.
#[derive(Debug, Serialize)]
pub struct WholeSection {
    /// Id of the section on the page; empty where it has no title.
    pub id: String,
    /// The talk, where the section is one; none for a host's words and cuts.
    pub talk: Option<TalkLine>,
    /// Day or days of the talk, else of the forum, ISO 8601.
    pub date: Option<String>,
    /// Title, link and turns of the section.
    pub section: SectionView,
}
