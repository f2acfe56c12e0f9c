//! Views of the analysis (mentions, related talks, topics), of citations and of recordings.

use serde::Serialize;

use super::{LinkView, PersonView, TalkLine};
use crate::cite::CitationFormats;

/// Metadata in the `<head>` of a page, for search engines and social networks.
#[derive(Clone, Debug, Serialize)]
pub struct AboutView {
    /// The `og:type` of the page: `website`, `article` or `profile`.
    pub kind: &'static str,
    /// Further `<meta>` elements, as HTML.
    pub tags: String,
    /// JSON-LD, escaped for a `<script>` element.
    pub ld: Option<String>,
    /// The picture that social networks show.
    pub picture: Option<PictureView>,
}

/// The picture that social networks show for a page.
#[derive(Clone, Debug, Serialize)]
pub struct PictureView {
    /// Absolute address.
    pub url: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Alternative text.
    pub alt: String,
}

impl Default for AboutView {
    fn default() -> Self {
        Self { kind: "website", tags: String::new(), ld: None, picture: None }
    }
}

/// A talk on the same subject as the page's talk.
#[derive(Debug, Serialize)]
pub struct RelatedView {
    /// The talk.
    pub talk: TalkLine,
    /// Keywords that both talks have.
    pub shared: Vec<String>,
}

/// The citations of a talk.
#[derive(Debug, Serialize)]
pub struct CiteView {
    /// The talk in every format.
    pub formats: CitationFormats,
    /// A warning where a name is unverified: GB/T 7714 has no field that could say so.
    pub note: Option<String>,
    /// JSON for the script: the placeholders that it replaces by a passage's address and key, and
    /// the same formats for each speaker who is not the talk's only author.
    pub data: String,
}

/// The point in the recording where a talk, turn or passage begins.
#[derive(Clone, Debug, Serialize)]
pub struct WatchView {
    /// Address of the recording, at that second where the host allows it.
    pub url: String,
    /// The time, as shown: `1:02:03`.
    pub time: Option<String>,
    /// Whether the time is interpolated rather than given.
    pub about: bool,
    /// Address of the player or file that the page embeds on request.
    pub player: Option<String>,
    /// Whether the player is a page for an `<iframe>`; else it is a media file.
    pub frame: bool,
}

/// All mentions of one person by another, for a speaker's page.
#[derive(Debug, Serialize)]
pub struct MentionsView {
    /// The other person; none where the speaker of the words is unknown.
    pub person: Option<PersonView>,
    /// The mentions, in transcript order.
    pub places: Vec<MentionView>,
}

/// A mention with its context.
#[derive(Debug, Serialize)]
pub struct MentionView {
    /// Address of the passage.
    pub url: String,
    /// Text before the mention.
    pub before: String,
    /// The words that name the person.
    pub words: String,
    /// Text after the mention.
    pub after: String,
}

/// An entry in the index of topics or organisations.
#[derive(Debug, Serialize)]
pub struct IndexLine {
    /// Name and address of its page.
    pub link: LinkView,
    /// Number of talks.
    pub talks: usize,
}

/// The index of topics or of organisations.
#[derive(Debug, Serialize)]
pub struct IndexView {
    /// The introductory sentence.
    pub lead: String,
    /// One line for each topic or organisation.
    pub lines: Vec<IndexLine>,
}

/// The page of a topic or an organisation.
#[derive(Debug, Serialize)]
pub struct EntryPage {
    /// People of the organisation; empty for a topic.
    pub people: Vec<PersonView>,
    /// Talks on the topic, or of the organisation's people.
    pub talks: Vec<TalkLine>,
}

/// The page that lists the open data.
#[derive(Debug, Serialize)]
pub struct DataView {
    /// The data and citation files of each forum.
    pub forums: Vec<DataForum>,
    /// The files of each forum that has a date.
    pub dated: Vec<DatedForum>,
    /// The folder of one talk, for the examples.
    pub example: String,
    /// `licence` of `site.yaml`; `None` if not given.
    pub licence: Option<String>,
    /// Address of the JSON Schema.
    pub schema: String,
    /// Address of `talks.csv`.
    pub talks: String,
    /// Address of `speakers.csv`.
    pub speakers: String,
    /// Address of `llms.txt`.
    pub llms: String,
    /// One entry of a record as JSON, as an example.
    pub entry: String,
}

/// The files of a forum that has a date.
#[derive(Debug, Serialize)]
pub struct DatedForum {
    /// The forum's name.
    pub title: String,
    /// Address of its calendar.
    pub calendar: String,
    /// Address of its schedule in XML.
    pub schedule_xml: String,
    /// Address of its schedule in JSON.
    pub schedule_json: String,
    /// Address of its record as a debate.
    pub akoma_ntoso: String,
}

/// The data files of a forum.
#[derive(Debug, Serialize)]
pub struct DataForum {
    /// The forum's name.
    pub title: String,
    /// Address of its JSON file.
    pub data: String,
    /// Address of its book.
    pub book: String,
    /// Address of its BibTeX file.
    pub citations: String,
}
