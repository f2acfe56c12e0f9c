//! The record: a talk, the hosts' words, the whole, and what is gone.

use serde::Serialize;

use super::analysis::{CiteView, RelatedView, WatchView};
use super::{ForumFacts, LinkView, PersonView, TalkLine};
use crate::render::figures::panel_timeline::PanelView;
use crate::render::passage_html::{SectionView, TurnView};

/// A line of a page's contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EntryView {
    /// Where it leads on the page.
    pub url: String,
    /// Who begins to speak there, where that is what the line is for.
    pub speaker: Option<String>,
    /// The first sentence, or its beginning.
    pub first: String,
    /// Words that tell what follows from the rest, computed.
    pub words: Vec<String>,
}

/// A talk's page.
#[derive(Debug, Serialize)]
pub struct TalkView {
    /// The talk as in a list.
    pub talk: TalkLine,
    /// What it is about.
    pub topics: Vec<LinkView>,
    /// Words that single it out, computed.
    pub keywords: Vec<LinkView>,
    /// Talks that share such words, computed.
    pub related: Vec<RelatedView>,
    /// How it is cited.
    pub cite: CiteView,
    /// Where it can be watched.
    pub watch: Option<WatchView>,
    /// Who spoke when, in a panel.
    pub panel: Option<PanelView>,
    /// Where its title is edited.
    pub edit: Option<String>,
    /// The session.
    pub session: LinkView,
    /// The forum.
    pub forum: ForumFacts,
    /// Who leads the panel.
    pub chair: Option<PersonView>,
    /// About how many minutes it takes to read.
    pub minutes: usize,
    /// The contents, where the page is long.
    pub contents: Vec<EntryView>,
    /// The host's introduction.
    pub introduction: Vec<TurnView>,
    /// The record.
    pub turns: Vec<TurnView>,
    /// Whether to name the speaker of each turn.
    pub several: bool,
    /// Lines of the transcript it is made from: `97–209`.
    pub lines: String,
    /// The talk before.
    pub previous: Option<TalkLine>,
    /// The talk after.
    pub next: Option<TalkLine>,
    /// Permalinks that stood here and lead elsewhere now.
    pub moved: Vec<MovedView>,
}

/// The page of the hosts' words, or of the whole record.
#[derive(Debug, Serialize)]
pub struct WholeView {
    /// The forum.
    pub forum: ForumFacts,
    /// One sentence on what stands here.
    pub lead: String,
    /// The talks, hosts and cuts in order.
    pub sections: Vec<WholeSection>,
    /// Permalinks that stood here and lead elsewhere now.
    pub moved: Vec<MovedView>,
}

/// A permalink that stood on a page and leads elsewhere now.
#[derive(Clone, Debug, Serialize)]
pub struct MovedView {
    /// The permalink.
    pub id: String,
    /// Where it leads, relative to the page.
    pub url: String,
    /// The first words of the passage there.
    pub words: String,
}

/// What stands in the place of a talk that had permalinks and is gone.
#[derive(Debug, Serialize)]
pub struct GoneView {
    /// The talks that have its words now.
    pub now: Vec<TalkLine>,
    /// Its permalinks.
    pub moved: Vec<MovedView>,
}

/// A part of the whole record.
#[derive(Debug, Serialize)]
pub struct WholeSection {
    /// Its id on the page; empty where it has no title.
    pub id: String,
    /// The talk that stands here in full; nothing for a host's words and for a cut.
    pub talk: Option<TalkLine>,
    /// Its title, link and turns.
    pub section: SectionView,
}
