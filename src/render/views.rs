//! What a template sees.
//!
//! Every view is made of texts, numbers, addresses and lists of them. Addresses are relative to the
//! page, so a template never makes one.

pub mod analysis;
mod feeds;
mod people;
mod record;

use serde::Serialize;

use super::figures::heat_map::HeatMapView;
use super::figures::programme_ribbon::RibbonView;
use analysis::AboutView;
pub use feeds::{EntryOfFeed, FeedView, SearchView};
pub use people::{InitialView, SpeakerLine, SpeakerView, SpeakersView, SpokenView};
pub use record::{EntryView, GoneView, MovedView, TalkView, WholeSection, WholeView};

/// A page with what all pages have.
#[derive(Debug, Serialize)]
pub struct PageView<T: Serialize> {
    /// The site.
    pub site: SiteView,
    /// Title of the page; empty on the home page.
    pub title: String,
    /// One sentence on the page.
    pub description: String,
    /// The way back to the top of the site: `../../`.
    pub up: String,
    /// The page's address, where the site's own is known.
    pub canonical: Option<String>,
    /// The way to this page from the home page.
    pub trail: Vec<LinkView>,
    /// What programs read in its head.
    pub about: AboutView,
    /// What this page is about.
    pub page: T,
}

impl<T: Serialize> PageView<T> {
    /// The page with what programs read in its head.
    #[must_use]
    pub fn about(self, about: AboutView) -> Self {
        Self { about, ..self }
    }
}

/// What a page knows of the site.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// The name.
    pub title: String,
    /// Language tag of the interface.
    pub language: String,
    /// One sentence on it.
    pub description: Option<String>,
    /// Under which terms the text may be used.
    pub licence: Option<String>,
    /// The main navigation.
    pub nav: Vec<LinkView>,
    /// The home page.
    pub home: String,
    /// Language tag of what was said, where it is not that of the interface.
    pub speech: Option<&'static str>,
    /// The recordings, by forum.
    pub videos: Vec<LinkView>,
    /// The data files, by forum.
    pub data: Vec<LinkView>,
    /// What is new, where anything has a date.
    pub feed: Option<String>,
    /// The description of the search for browsers, where the site's own address is known.
    pub opensearch: Option<String>,
    /// The first digits of a hash of all that was said and written.
    pub fingerprint: String,
    /// The index of topics, where there are any.
    pub topics: Option<String>,
    /// The index of organisations, where there are any.
    pub organisations: Option<String>,
    /// What is there for programs.
    pub open_data: String,
}

/// A link.
#[derive(Clone, Debug, Serialize)]
pub struct LinkView {
    /// Its text.
    pub title: String,
    /// Its address, relative to the page.
    pub url: String,
    /// Whether it leads to this very page.
    pub current: bool,
}

/// Somebody as they are named on a page.
#[derive(Clone, Debug, Serialize)]
pub struct PersonView {
    /// The name.
    pub name: String,
    /// The name in Latin letters.
    pub latin: Option<String>,
    /// Title on that day.
    pub title: Option<String>,
    /// Affiliation on that day.
    pub affiliation: Option<String>,
    /// Whether somebody has checked the name.
    pub verified: bool,
    /// Their page.
    pub url: String,
}

/// A talk in a list.
#[derive(Clone, Debug, Serialize)]
pub struct TalkLine {
    /// Its place in the programme, from 1.
    pub number: usize,
    /// The title.
    pub title: String,
    /// The page.
    pub url: String,
    /// The kind, in words.
    pub kind: String,
    /// Who speaks.
    pub speakers: Vec<PersonView>,
    /// Its length in characters.
    pub characters: usize,
    /// A few sentences on it.
    pub summary: Option<String>,
    /// The forum's name.
    pub forum: String,
    /// The day.
    pub date: Option<String>,
}

/// A session with its talks.
#[derive(Debug, Serialize)]
pub struct SessionView {
    /// The name.
    pub title: String,
    /// The page.
    pub url: String,
    /// Who leads through it.
    pub chair: Option<PersonView>,
    /// Its talks.
    pub talks: Vec<TalkLine>,
    /// The forum.
    pub forum: LinkView,
}

/// What is known of a forum.
#[derive(Clone, Debug, Serialize)]
pub struct ForumFacts {
    /// The name.
    pub title: String,
    /// The overview.
    pub url: String,
    /// The day.
    pub date: Option<String>,
    /// The place.
    pub venue: Option<String>,
    /// Who held it.
    pub organizer: Option<String>,
    /// The recording.
    pub video: Option<LinkView>,
    /// How many talks.
    pub talks: usize,
    /// How many people speak.
    pub speakers: usize,
    /// Length of the transcript in characters.
    pub characters: usize,
    /// What is new in it, where it has a date.
    pub feed: Option<String>,
}

/// The home page of a site with several forums.
#[derive(Debug, Serialize)]
pub struct HomeView {
    /// The forums, the latest first.
    pub forums: Vec<ForumFacts>,
}

/// A forum's overview.
#[derive(Debug, Serialize)]
pub struct ForumView {
    /// What is known of it.
    pub forum: ForumFacts,
    /// The programme.
    pub sessions: Vec<SessionView>,
    /// The ledger.
    pub ledger: Vec<LedgerLine>,
    /// Characters of the whole text.
    pub characters: usize,
    /// Characters that belong to nothing.
    pub lost: usize,
    /// What is left out of the pages.
    pub cuts: Vec<CutLine>,
    /// What the clean reading changes.
    pub changes: Vec<ChangeLine>,
    /// The whole record.
    pub record_url: String,
    /// The hosts' words; nothing where they say nothing.
    pub host_url: Option<String>,
    /// The data file.
    pub data_url: String,
    /// The citations of all talks.
    pub citations_url: String,
    /// The afternoon as one line.
    pub ribbon: RibbonView,
    /// The most telling words against the talks; nothing where there are too few.
    pub words: Option<HeatMapView>,
    /// Who is spoken of, against who speaks of them; nothing where nobody is.
    pub mentions: Option<HeatMapView>,
    /// How many are spoken of, the left-out ones included.
    pub mentioned: usize,
}

/// A line of the ledger.
#[derive(Debug, Serialize)]
pub struct LedgerLine {
    /// The part, in words.
    pub part: String,
    /// Its characters.
    pub characters: usize,
    /// Its share of the text: `93.1%`.
    pub share: String,
}

/// A cut.
#[derive(Debug, Serialize)]
pub struct CutLine {
    /// Why it was made.
    pub why: String,
    /// Its characters.
    pub characters: usize,
    /// Where it stands in the whole record.
    pub url: String,
}

/// What a rule changes.
#[derive(Debug, Serialize)]
pub struct ChangeLine {
    /// The rule, in words.
    pub rule: String,
    /// In how many places.
    pub places: usize,
}

/// A free page.
#[derive(Debug, Serialize)]
pub struct FreeView {
    /// Its text.
    pub html: String,
}

/// A page that has nothing but its title.
#[derive(Debug, Serialize)]
pub struct PlainView {}
