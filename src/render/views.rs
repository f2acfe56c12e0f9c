//! Views: the values that templates are rendered with, as `view` in the template.
//!
//! A view holds texts, numbers, addresses and lists of them, ready to print. Addresses are relative
//! to the page, so that no template has to build one. An optional field is `None` where the page
//! has no such thing, and the template then leaves it out.

pub mod analysis;
mod feeds;
mod speakers;
mod talk_and_record;

use serde::Serialize;

use super::figures::heat_map::HeatMapView;
use super::figures::programme_ribbon::RibbonView;
use analysis::AboutView;
pub use feeds::{EntryOfFeed, FeedView, SearchView};
pub use speakers::{InitialView, SpeakerLine, SpeakerView, SpeakersView, SpokenView};
pub use talk_and_record::{
    EntryView, GoneView, MovedView, SuccessorView, TalkView, WholeRecordView, WholeSection,
};

/// What every page has, around the view of its kind.
#[derive(Debug, Serialize)]
pub struct PageView<T: Serialize> {
    /// What header and footer show.
    pub site: SiteView,
    /// Title of the page; empty on the home page, whose title is the site's.
    pub title: String,
    /// One sentence for `<meta name="description">`.
    pub description: String,
    /// Relative path from the page to the root of the site: `../../`.
    pub up: String,
    /// Absolute address of the page, where `base_url` is set.
    pub canonical: Option<String>,
    /// Breadcrumbs: the pages above this one, the home page first.
    pub trail: Vec<LinkView>,
    /// Metadata for search engines and social networks.
    pub about: AboutView,
    /// The view of this kind of page.
    pub page: T,
}

impl<T: Serialize> PageView<T> {
    /// Sets the metadata.
    #[must_use]
    pub fn about(self, about: AboutView) -> Self {
        Self { about, ..self }
    }
}

/// The site, as header and footer of every page show it.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// Title of the site.
    pub title: String,
    /// Language tag of the interface.
    pub language: String,
    /// `description` of `site.yaml`.
    pub description: Option<String>,
    /// `licence` of `site.yaml`.
    pub licence: Option<String>,
    /// Links of the main navigation.
    pub nav: Vec<LinkView>,
    /// Address of the home page.
    pub home: String,
    /// Language tag of the speech, where it differs from that of the interface.
    pub speech: Option<&'static str>,
    /// The recording of each forum that has one.
    pub videos: Vec<LinkView>,
    /// The data file of each forum.
    pub data: Vec<LinkView>,
    /// Address of the Atom feed, where any forum has a date.
    pub feed: Option<String>,
    /// Address of the OpenSearch description, where `base_url` is set.
    pub opensearch: Option<String>,
    /// The fingerprint of the content, in hexadecimal digits.
    pub fingerprint: String,
    /// Address of the index of topics, where there are any.
    pub topics: Option<String>,
    /// Address of the index of organisations, where there are any.
    pub organisations: Option<String>,
    /// Address of the open-data page.
    pub open_data: String,
}

/// A link with its text.
#[derive(Clone, Debug, Serialize)]
pub struct LinkView {
    /// Text of the link.
    pub title: String,
    /// Address, relative to the page.
    pub url: String,
    /// Whether it leads to the page that shows it (`aria-current`).
    pub current: bool,
}

/// A person, as named on a page.
#[derive(Clone, Debug, Serialize)]
pub struct PersonView {
    /// The name as it should be written.
    pub name: String,
    /// The name in Latin letters.
    pub latin: Option<String>,
    /// Their title; in a talk, the one on that day.
    pub title: Option<String>,
    /// Their affiliation; in a talk, the one on that day.
    pub affiliation: Option<String>,
    /// Whether somebody has checked the name.
    pub verified: bool,
    /// Address of their page.
    pub url: String,
}

/// A talk, as an entry of a list.
#[derive(Clone, Debug, Serialize)]
pub struct TalkLine {
    /// Number in the programme, from 1.
    pub number: usize,
    /// Title of the talk.
    pub title: String,
    /// Address of its page.
    pub url: String,
    /// Name of the kind in the interface language.
    pub kind: String,
    /// Its speakers, in the order of `forum.yaml`.
    pub speakers: Vec<PersonView>,
    /// Length of the clean text in characters.
    pub characters: usize,
    /// The abstract that the editor wrote.
    pub summary: Option<String>,
    /// Title of the forum.
    pub forum: String,
    /// Its day or days, ISO 8601.
    pub date: Option<String>,
    /// The same, where it has not all days of its session.
    pub day: Option<String>,
}

/// A session with its talks.
#[derive(Debug, Serialize)]
pub struct SessionView {
    /// Title of the session.
    pub title: String,
    /// Address of its page.
    pub url: String,
    /// Its day or days, ISO 8601, if its forum has several.
    pub date: Option<String>,
    /// Who chairs it.
    pub chair: Option<PersonView>,
    /// Its talks, in order.
    pub talks: Vec<TalkLine>,
    /// Link to the forum that it belongs to.
    pub forum: LinkView,
}

/// The facts about a forum that head its pages and lists.
#[derive(Clone, Debug, Serialize)]
pub struct ForumFacts {
    /// Title of the forum.
    pub title: String,
    /// Address of its overview.
    pub url: String,
    /// The day or days of the forum, ISO 8601.
    pub date: Option<String>,
    /// Venue.
    pub venue: Option<String>,
    /// Organizer.
    pub organizer: Option<String>,
    /// Links to the recordings; of several, each is named by what it is of.
    pub videos: Vec<LinkView>,
    /// Number of talks.
    pub talks: usize,
    /// Number of people who speak.
    pub speakers: usize,
    /// Length of the transcript in characters.
    pub characters: usize,
    /// Address of its Atom feed, where it has a date.
    pub feed: Option<String>,
    /// Whether blanks that part no words were left out.
    pub blanks: bool,
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
    /// Facts about the forum.
    pub forum: ForumFacts,
    /// Sessions with their talks, in order.
    pub sessions: Vec<SessionView>,
    /// The ledger, a line per kind of owner.
    pub ledger: Vec<TextShareLine>,
    /// Characters of the whole transcript.
    pub characters: usize,
    /// Characters without an owner; always 0 in a published site.
    pub lost: usize,
    /// What of the transcript's file is repeated or not understood, and so not published.
    pub unpublished: Option<String>,
    /// The cuts, with their reasons.
    pub cuts: Vec<CutLine>,
    /// Edits of the clean text, counted by rule.
    pub changes: Vec<ChangeLine>,
    /// Address of the page with the whole record.
    pub record_url: String,
    /// Address of the page with the hosts' words; none where they say nothing.
    pub host_url: Option<String>,
    /// Address of the data file.
    pub data_url: String,
    /// Address of the book.
    pub book_url: String,
    /// Address of the BibTeX file of all talks.
    pub citations_url: String,
    /// The files for other programs.
    pub downloads: Vec<LinkView>,
    /// The programme ribbon.
    pub ribbon: RibbonView,
    /// Keywords against talks; none where there are too few of either.
    pub words: Option<HeatMapView>,
    /// Who mentions whom; none where nobody is mentioned.
    pub mentions: Option<HeatMapView>,
    /// Number of people mentioned, those included that the figure leaves out.
    pub mentioned: usize,
}

/// A line of the ledger.
#[derive(Debug, Serialize)]
pub struct TextShareLine {
    /// Name of the kind of owner.
    pub part: String,
    /// Number of characters.
    pub characters: usize,
    /// Share of the transcript: `93.1%`.
    pub share: String,
}

/// A cut: text left out of the talks' pages.
#[derive(Debug, Serialize)]
pub struct CutLine {
    /// The editor's reason.
    pub why: String,
    /// Length in characters.
    pub characters: usize,
    /// Address of it in the whole record.
    pub url: String,
}

/// The edits of one rule.
#[derive(Debug, Serialize)]
pub struct ChangeLine {
    /// Name of the rule in the interface language.
    pub rule: String,
    /// Number of edits.
    pub places: usize,
}

/// A free page, written by the editor.
#[derive(Debug, Serialize)]
pub struct FreeView {
    /// Its Markdown as HTML.
    pub html: String,
}

/// A page that needs no more than [`PageView`].
#[derive(Debug, Serialize)]
pub struct PlainView {}
