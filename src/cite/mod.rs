//! Citations of talks and passages.
//!
//! A [`Work`] has the facts of a citation; each format has a module that writes it:
//!
//! | module | format | standard |
//! | --- | --- | --- |
//! | `gbt7714` | GB/T 7714—2015 | 4.2 专著中的析出文献, 8.1 责任者 |
//! | `bibtex` | BibTeX, read by biblatex as well | `@inproceedings` |
//! | `ris` | RIS | `CONF` |
//! | `csl_json` | CSL-JSON | CSL 1.0.2, `paper-conference` |
//! | `plain_text` | a line of text | |
//!
//! A talk is cited as a paper in the proceedings of its forum, and a passage by its permalink, with
//! whoever speaks there as its author. GB/T 7714 requires the date of access, which only the reader
//! knows: the citation has a placeholder for it. A name that nobody has verified is cited as it is,
//! with a note.
//!
//! The formats are small and are written here; the tests read them with parsers of others. A
//! citation processor such as hayagriva would add some fifty crates and all its styles to the
//! program in order to fill one pattern.

mod author_names;
mod bibtex;
mod csl_json;
mod gbt7714;
mod plain_text;
mod ris;

use crate::model::{DateRange, Forum, Language, Site, SpeakerIndex, Talk, TalkIndex};
use crate::text::personal_names::is_han;
use crate::urls;

pub use author_names::Author;
pub use bibtex::bibtex;
pub use csl_json::csl;
pub use gbt7714::gbt;
pub use plain_text::plain;
pub use ris::ris;

/// The facts of a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// ASCII, unique on the site: `tao-dacheng-20240705`.
    pub key: String,
    /// The speakers of the talk, in order.
    pub authors: Vec<Author>,
    /// Title of the talk.
    pub title: String,
    /// Title of the forum.
    pub container: String,
    /// The organisation that held the forum.
    pub organizer: Option<String>,
    /// The venue of the forum.
    pub venue: Option<String>,
    /// The day of the talk, or the days on one of which it was; `None` if not known.
    pub dates: Option<DateRange>,
    /// The days of the forum; `None` if it has none.
    pub event_dates: Option<DateRange>,
    /// The address, if the site's own is known.
    pub url: Option<String>,
    /// Whether it is in Chinese.
    pub chinese: bool,
}

impl Work {
    /// A talk. `url` is its page's address.
    pub fn talk(site: &Site, forum: &Forum, number: TalkIndex, url: Option<String>) -> Self {
        let talk = &forum.talks[number];
        let authors = talk.speakers.iter().map(|a| Author::of(&site.speakers[a.speaker]));
        Self {
            key: key(site, forum, talk),
            authors: authors.collect(),
            title: talk.title.clone(),
            container: forum.title.clone(),
            organizer: forum.organizer.clone(),
            venue: forum.venue.clone(),
            dates: talk.dates,
            event_dates: forum.dates,
            url,
            // the language of the words of the citation counts, not that of the talk
            chinese: talk.title.contains(is_han) || forum.title.contains(is_han),
        }
    }

    /// A talk, with its absolute address if the site's own is known.
    pub fn published(site: &Site, forum: &Forum, number: TalkIndex) -> Self {
        let address = urls::talk(&forum.id, &forum.talks[number].id);
        let base = site.config.base_url.as_deref();
        Self::talk(site, forum, number, base.map(|base| format!("{base}{address}")))
    }

    /// The same work with one speaker as its author: somebody who speaks in the talk, or its host.
    #[must_use]
    pub fn by(&self, site: &Site, speaker: SpeakerIndex) -> Self {
        Self { authors: vec![Author::of(&site.speakers[speaker])], ..self.clone() }
    }

    /// A passage of the work. The script of the page does the same with finished citations.
    #[must_use]
    pub fn passage(&self, id: &str) -> Self {
        Self {
            key: format!("{}-{id}", self.key),
            url: self.url.as_ref().map(|url| urls::passage(url, id)),
            ..self.clone()
        }
    }

    /// The city, the first part of the venue: 上海 of 上海·徐汇西岸.
    fn place(&self) -> Option<&str> {
        let venue = self.venue.as_deref()?;
        venue.split(['·', '，', ',', '・']).next().map(str::trim).filter(|place| !place.is_empty())
    }

    /// The names that nobody has verified.
    fn unverified(&self) -> Vec<&str> {
        self.authors.iter().filter(|a| !a.verified).map(|a| a.name.as_str()).collect()
    }

    /// The note on unverified names: `姓名待核实：俞林伟`.
    pub fn note(&self, strings: &CiteStrings) -> Option<String> {
        let names = self.unverified().join(&strings.separator);
        (!names.is_empty()).then(|| strings.unverified.replace("{names}", &names))
    }

    /// The note next to the authors, which does not repeat the name of a single one: `姓名待核实`.
    fn note_next_to_authors(&self, strings: &CiteStrings) -> Option<String> {
        match self.authors.as_slice() {
            [only] if !only.verified => Some(strings.unverified_one.clone()),
            _ => self.note(strings),
        }
    }

    fn language(&self) -> &'static str {
        if self.chinese { Language::Chinese.tag() } else { Language::English.tag() }
    }
}

/// The key of a talk. Its id is unique within a forum only; the day tells forums apart, and where
/// talks of one day have the same id, the id of the forum does.
fn key(site: &Site, forum: &Forum, talk: &Talk) -> String {
    let first = |talk: &Talk| talk.dates.map(|dates| dates.first);
    let day = first(talk).map(|d| format!("-{:04}{:02}{:02}", d.year, d.month, d.day));
    // forums of other days are passed over, so that large sites take no longer
    let meets = |other: &&Forum| match (&other.dates, &forum.dates) {
        (Some(other), Some(own)) => other.first <= own.last && own.first <= other.last,
        (other, own) => other.is_none() && own.is_none(),
    };
    let others = site.forums.iter().filter(|other| other.id != forum.id).filter(meets);
    let mut talks = others.flat_map(|other| &other.talks);
    let is_taken = talks.any(|other| other.id == talk.id && first(other) == first(talk));
    let forum = if is_taken { format!("-{}", forum.id) } else { String::new() };
    format!("{}{}{forum}", talk.id, day.unwrap_or_default())
}

/// Interface texts that citations contain.
#[derive(Clone, Debug, Default)]
pub struct CiteStrings {
    /// The note on unverified names, with the placeholder `{names}`.
    pub unverified: String,
    /// The note next to a single name.
    pub unverified_one: String,
    /// The separator of names.
    pub separator: String,
    /// The placeholder for the date of access.
    pub accessed: String,
}

/// A work in every format.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct CitationFormats {
    /// GB/T 7714—2015.
    pub gbt: String,
    /// A line of text.
    pub plain: String,
    /// BibTeX.
    pub bibtex: String,
    /// RIS.
    pub ris: String,
    /// CSL-JSON.
    pub csl: String,
}

/// Writes a work in every format.
pub fn formats(work: &Work, strings: &CiteStrings) -> CitationFormats {
    CitationFormats {
        gbt: gbt(work, strings),
        plain: plain(work, strings),
        bibtex: bibtex(work, strings),
        ris: ris(work, strings),
        csl: csl(work, strings),
    }
}
