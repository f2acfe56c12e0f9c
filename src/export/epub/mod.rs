//! A forum as a book: EPUB 3, a chapter for each talk, to be read offline.
//!
//! ```text
//! mimetype                    what kind of file this is, as its first bytes
//! META-INF/container.xml      where the package document is
//! EPUB/package.opf            metadata, list of files, reading order      `package`
//! EPUB/title.xhtml            title page, and what is to know of the book `title_page`
//! EPUB/nav.xhtml              contents: sessions with their talks         `contents`
//! EPUB/session-<id>.xhtml     title, chair and programme of a session     `session_page`
//! EPUB/talk-<id>.xhtml        a talk                                      `chapter`
//! EPUB/closing.xhtml          the hosts' words after the last talk        `chapter`
//! EPUB/style.css              `templates/book.css`
//! EPUB/images/<n>.<ending>    the images of the talks                     `images`
//! ```
//!
//! The text is the clean one, from the same pages that HTML is made of, as they were read back from
//! Markdown. A passage has its permalink as the id of its element. Where the address of the site is
//! known, a link leads from each passage to the same passage on the site; else the title page says
//! why there are none.
//!
//! The book is the same bytes for the same content. Nothing in it tells when it was made: the
//! format demands a time of the last change, and gets the forum's day (`package`).
//!
//! Sources: EPUB 3.3 (W3C Recommendation, 2023), with its parts on the package document, on content
//! documents and on the container; MARC relator terms for what a person did.

mod chapter;
mod contents;
mod images;
mod package;
mod session_page;
mod title_page;
mod turns;
mod xhtml;

use std::path::PathBuf;

use images::BookImages;
pub use images::{FIRST_BYTES, ImageFormat};

use crate::markdown::ForumMarkdown;
use crate::model::index::within;
use crate::model::{Appearance, DateRange, Forum, Language, Session, Site, Talk};
use crate::output::{ArchiveEntry, EntryContent};
use crate::ui_strings::UiStrings;
use crate::urls;

/// What a book is made from.
pub struct BookSource<'a> {
    /// For the settings and the names of speakers.
    pub site: &'a Site,
    /// The forum.
    pub forum: &'a Forum,
    /// Its pages, as read back from Markdown.
    pub pages: &'a ForumMarkdown,
    /// Language of what was said.
    pub speech: Language,
    /// Words of the interface.
    pub strings: &'a UiStrings,
    /// The phrases of a title, each as words: lines may end after either, preferably after a
    /// phrase.
    pub phrases: &'a dyn Fn(&str) -> Vec<Vec<String>>,
    /// The style sheet.
    pub style: &'a [u8],
    /// The images of the forum's transcript.
    pub images: &'a [SourceImage],
    /// The fingerprint of the site's content.
    pub fingerprint: &'a str,
}

/// An image of a transcript.
pub struct SourceImage {
    /// Its path, as [`Forum::images`] has it.
    pub path: String,
    /// Where it is on the disk.
    pub file: PathBuf,
    /// What its bytes say it is; nothing where no book may have it.
    pub format: Option<ImageFormat>,
}

/// A document of the book.
struct Document {
    /// Its name without the ending, also its id in the package document.
    name: String,
    xhtml: String,
}

/// The name of the title page.
const TITLE: &str = "title";
/// The name of the contents.
const CONTENTS: &str = "nav";
/// The name of the chapter with the hosts' words after the last talk.
const CLOSING: &str = "closing";

/// The files of a book, in order.
pub fn book(source: &BookSource<'_>) -> Vec<ArchiveEntry> {
    let images = BookImages::of(source);
    let mut documents = vec![title_page::document(source), contents::document(source)];
    for session in &source.forum.sessions {
        documents.push(session_page::document(source, session));
        let talks = within(session.talks.clone());
        documents.extend(talks.map(|number| chapter::talk(source, &images, number)));
    }
    documents.extend(chapter::closing(source, &images));
    let package = package::document(source, &documents, &images);
    let text = |name: &str, text: String| {
        let content = EntryContent::Deflated(text.into_bytes());
        ArchiveEntry { name: name.to_owned(), content }
    };
    let mut entries = vec![
        ArchiveEntry { name: "mimetype".to_owned(), content: EntryContent::Stored(MIME.into()) },
        text("META-INF/container.xml", CONTAINER.to_owned()),
        text("EPUB/package.opf", package),
        text("EPUB/style.css", String::from_utf8_lossy(source.style).into_owned()),
    ];
    let xhtml = |document: Document| text(&format!("EPUB/{}.xhtml", document.name), document.xhtml);
    entries.extend(documents.into_iter().map(xhtml));
    entries.extend(images.entries());
    entries
}

/// The media type of a book.
const MIME: &str = "application/epub+zip";

const CONTAINER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"#;

impl BookSource<'_> {
    /// A text of the interface.
    fn word<'b>(&'b self, key: &'b str) -> &'b str {
        self.strings.get(key)
    }

    /// An address of the site in full, where the site's own is known.
    fn absolute(&self, address: &str) -> Option<String> {
        self.site.config.base_url.as_ref().map(|base| format!("{base}{address}"))
    }

    /// The tag of the language of the interface.
    fn words_tag(&self) -> &str {
        &self.site.config.language_tag
    }

    /// The tag of the language of what was said: that of the interface where both are the same,
    /// since an editor may have written a more special one (`zh-HK`).
    fn speech_tag(&self) -> &str {
        if self.speech == self.site.config.language { self.words_tag() } else { self.speech.tag() }
    }

    /// The language of the interface, as attributes, within text in the language of the speech.
    fn in_words(&self) -> String {
        xhtml::language(self.words_tag(), self.speech_tag())
    }

    /// The language of the speech, as attributes, within text in the language of the interface.
    fn in_speech(&self) -> String {
        xhtml::language(self.speech_tag(), self.words_tag())
    }

    /// The days of a part of a forum that has more than these.
    fn day(&self, dates: Option<DateRange>) -> Option<String> {
        let own = dates.filter(|_| dates != self.forum.dates)?;
        Some(self.strings.date(&own.to_string()))
    }

    /// A title that is set large, with the places where its lines may end.
    fn title(&self, title: &str) -> String {
        let words = |words: Vec<String>| -> Vec<String> {
            words.iter().map(|word| xhtml::escaped(word)).collect()
        };
        let phrases = (self.phrases)(title).into_iter().map(words);
        let marked =
            |words: Vec<String>| format!("<span class=\"phrase\">{}</span>", words.join("<wbr/>"));
        phrases.map(marked).collect()
    }

    /// The names of those who speak in a talk, in a line: of more than three only the first.
    fn names(&self, talk: &Talk) -> String {
        let name = |a: &Appearance| self.site.speakers[a.speaker].name.as_str();
        let names: Vec<&str> = talk.speakers.iter().map(name).collect();
        match names.as_slice() {
            [first, _, _, _, ..] => self.word("and_others").replace("{x}", first),
            names => names.join(self.word("cite_separator")),
        }
    }
}

/// The name of a talk's chapter.
fn chapter_name(talk: &Talk) -> String {
    format!("talk-{}", talk.id)
}

/// The name of a session's page.
fn session_name(session: &Session) -> String {
    format!("session-{}", session.id)
}

/// The address of the page of the site that has a talk.
fn talk_address(source: &BookSource<'_>, talk: &Talk) -> String {
    urls::talk(&source.forum.id, &talk.id)
}
