//! What a template sees of what was found, of citations and of recordings.

use serde::Serialize;

use super::{LinkView, PersonView, TalkLine};
use crate::cite::CitationFormats;

/// What programs read in a page's head.
#[derive(Clone, Debug, Serialize)]
pub struct AboutView {
    /// The kind of page for those who share it: `website`, `article` or `profile`.
    pub kind: &'static str,
    /// More `<meta>` elements.
    pub tags: String,
    /// JSON-LD, such that it can stand in a script element.
    pub ld: Option<String>,
    /// What stands for the page where it is shared.
    pub picture: Option<PictureView>,
}

/// A picture that stands for a page where it is shared.
#[derive(Clone, Debug, Serialize)]
pub struct PictureView {
    /// Its whole address.
    pub url: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What it shows, in words.
    pub alt: String,
}

impl Default for AboutView {
    fn default() -> Self {
        Self { kind: "website", tags: String::new(), ld: None, picture: None }
    }
}

/// A talk that is about the same.
#[derive(Debug, Serialize)]
pub struct RelatedView {
    /// The talk.
    pub talk: TalkLine,
    /// The words that both use.
    pub shared: Vec<String>,
}

/// How a talk is cited.
#[derive(Debug, Serialize)]
pub struct CiteView {
    /// The talk in every format.
    pub formats: CitationFormats,
    /// What is to be said of names that nobody has checked: GB/T 7714 has no place for it.
    pub note: Option<String>,
    /// For the script, as JSON: what to put a passage's address and key in place of, and the same
    /// formats for those who speak in the talk and are not its one author.
    pub data: String,
}

/// Where a talk or a turn can be watched.
#[derive(Clone, Debug, Serialize)]
pub struct WatchView {
    /// The recording's page.
    pub url: String,
    /// When it begins there.
    pub time: Option<String>,
    /// Whether that was reckoned.
    pub about: bool,
    /// What the page may show once a reader asks for it.
    pub player: Option<String>,
    /// Whether that is a page to put in a frame; else it is a file to play.
    pub frame: bool,
}

/// Mentions between two people.
#[derive(Debug, Serialize)]
pub struct MentionsView {
    /// The other one; nothing where nobody knows who speaks.
    pub person: Option<PersonView>,
    /// The places, in order.
    pub places: Vec<PlaceView>,
}

/// A place in the record with the words around it.
#[derive(Debug, Serialize)]
pub struct PlaceView {
    /// The passage.
    pub url: String,
    /// The words before.
    pub before: String,
    /// The words themselves.
    pub words: String,
    /// The words after.
    pub after: String,
}

/// A line of an index.
#[derive(Debug, Serialize)]
pub struct IndexLine {
    /// The entry.
    pub link: LinkView,
    /// How many talks it has.
    pub talks: usize,
}

/// The index of topics or of organisations.
#[derive(Debug, Serialize)]
pub struct IndexView {
    /// One sentence on it.
    pub lead: String,
    /// The entries.
    pub lines: Vec<IndexLine>,
}

/// A topic's or an organisation's page.
#[derive(Debug, Serialize)]
pub struct EntryPage {
    /// Its people.
    pub people: Vec<PersonView>,
    /// Its talks.
    pub talks: Vec<TalkLine>,
}

/// The page of what is there for programs.
#[derive(Debug, Serialize)]
pub struct DataView {
    /// The forums, with their data and citations.
    pub forums: Vec<DataForum>,
    /// The folder of some talk, for examples.
    pub example: String,
    /// The licence.
    pub licence: Option<String>,
    /// The schema.
    pub schema: String,
    /// The tables.
    pub talks: String,
    /// The tables.
    pub speakers: String,
    /// The site in short.
    pub llms: String,
    /// An entry of the record, as it stands in the data.
    pub entry: String,
}

/// A forum's files for programs.
#[derive(Debug, Serialize)]
pub struct DataForum {
    /// The name.
    pub title: String,
    /// The data.
    pub data: String,
    /// The citations.
    pub citations: String,
}
