//! The package document: metadata, the list of files, the reading order.
//!
//! **Identifier.** Where the address of the site is known, the address of the book. Else a UUID
//! made from the forum's id and its transcript: neither changes when corrections are made, and no
//! other site has both.
//!
//! **Time of the last change.** The format demands one (`dcterms:modified`), and a build knows no
//! clock: midnight UTC of the forum's first day, or of 1970-01-01 where no day is known. The
//! fingerprint on the title page says which edition a book is.

use std::collections::{BTreeMap, BTreeSet};

use super::images::BookImages;
use super::xhtml::escaped;
use super::{BookSource, CONTENTS, Document};
use crate::export::{event_days, uuid};
use crate::model::SpeakerIndex;
use crate::urls;

/// The name of the style sheet's entry, and of its file.
const STYLE: &str = "style";

pub(super) fn document(
    source: &BookSource<'_>,
    documents: &[Document],
    images: &BookImages<'_>,
) -> String {
    let tag = source.speech_tag();
    let metadata = metadata(source, images);
    let mut files = format!("<item id=\"{STYLE}\" href=\"style.css\" media-type=\"text/css\"/>\n");
    for Document { name, .. } in documents {
        let properties = if name == CONTENTS { " properties=\"nav\"" } else { "" };
        files.push_str(&format!(
            "<item id=\"{name}\" href=\"{name}.xhtml\" \
             media-type=\"application/xhtml+xml\"{properties}/>\n"
        ));
    }
    for (number, image) in images.all.iter().enumerate() {
        let (path, media_type) = (&image.path, &image.media_type);
        files.push_str(&format!(
            "<item id=\"image-{}\" href=\"{path}\" media-type=\"{media_type}\"/>\n",
            number + 1
        ));
    }
    let order = documents.iter().map(|d| format!("<itemref idref=\"{}\"/>\n", d.name));
    let order: String = order.collect();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{tag}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
{metadata}</metadata>
<manifest>
{files}</manifest>
<spine>
{order}</spine>
</package>
"#
    )
}

fn metadata(source: &BookSource<'_>, images: &BookImages<'_>) -> String {
    let (forum, config) = (source.forum, &source.site.config);
    let day = event_days::of_forum(forum).map(|days| days.first.to_string());
    let modified = format!("{}T00:00:00Z", day.as_deref().unwrap_or("1970-01-01"));
    let mut out = format!("<dc:identifier id=\"id\">{}</dc:identifier>\n", escaped(&id(source)));
    let mut element = |name: &str, text: Option<&str>| {
        // an element may not be empty
        if let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) {
            out.push_str(&format!("<dc:{name}>{}</dc:{name}>\n", escaped(text)));
        }
    };
    element("title", Some(&forum.title));
    element("language", Some(source.speech_tag()));
    element("date", day.as_deref());
    element("publisher", forum.organizer.as_deref());
    element("rights", config.licence.as_deref());
    element("source", source.absolute(&urls::forum(&forum.id)).as_deref());
    for topic in topics(source) {
        element("subject", Some(topic));
    }
    out.push_str(&people(source));
    out.push_str(&format!("<meta property=\"dcterms:modified\">{modified}</meta>\n"));
    out.push_str(&accessibility(images));
    out
}

/// The identifier of the book.
fn id(source: &BookSource<'_>) -> String {
    let forum = source.forum;
    if let Some(url) = source.absolute(&urls::book(&forum.id)) {
        return url;
    }
    uuid::urn(&format!("book {}\n{}", forum.id, forum.transcript.text))
}

/// The topics of all talks, each once, in the order of the talks.
fn topics<'a>(source: &BookSource<'a>) -> Vec<&'a str> {
    let mut known = BTreeSet::new();
    let topics = source.forum.talks.iter().flat_map(|talk| &talk.topics);
    topics.map(String::as_str).filter(|topic| known.insert(*topic)).collect()
}

/// What somebody did in the forum, as a MARC relator term.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    /// Speaks.
    Speaker,
    /// Leads through a session or a talk.
    Moderator,
}

/// Those who speak in the programme are the creators, those who lead through it or speak without a
/// talk of their own the contributors.
fn people(source: &BookSource<'_>) -> String {
    let forum = source.forum;
    let speakers = forum.talks.iter().flat_map(|talk| &talk.speakers).map(|a| a.speaker);
    let chairs = forum.sessions.iter().filter_map(|session| session.chair);
    let chairs = chairs.chain(forum.talks.iter().filter_map(|talk| talk.chair));
    let others = forum.turns.iter().filter_map(|turn| turn.speaker);
    let mut people: Vec<(SpeakerIndex, &str, Vec<Role>)> = Vec::new();
    let mut places: BTreeMap<SpeakerIndex, usize> = BTreeMap::new();
    let creators = speakers.map(|s| (s, "creator", Role::Speaker));
    let moderators = chairs.map(|s| (s, "contributor", Role::Moderator));
    let others = others.map(|s| (s, "contributor", Role::Speaker));
    for (speaker, element, role) in creators.chain(moderators).chain(others) {
        let place = *places.entry(speaker).or_insert_with(|| {
            people.push((speaker, element, Vec::new()));
            people.len() - 1
        });
        if !people[place].2.contains(&role) {
            people[place].2.push(role);
        }
    }
    let numbered = people.iter().enumerate();
    numbered
        .map(|(number, (s, element, roles))| person(source, number, (*s, element, roles)))
        .collect()
}

fn person(
    source: &BookSource<'_>,
    number: usize,
    (speaker, element, roles): (SpeakerIndex, &str, &[Role]),
) -> String {
    let (speaker, id) = (&source.site.speakers[speaker], format!("person-{}", number + 1));
    let name = escaped(speaker.name.trim());
    let mut out = format!("<dc:{element} id=\"{id}\">{name}</dc:{element}>\n");
    for role in roles {
        let term = match role {
            Role::Speaker => "spk",
            Role::Moderator => "mod",
        };
        out.push_str(&format!(
            "<meta refines=\"#{id}\" property=\"role\" scheme=\"marc:relators\">{term}</meta>\n"
        ));
    }
    if let Some(latin) = speaker.latin.as_deref().map(str::trim).filter(|l| !l.is_empty()) {
        let latin = escaped(latin);
        out.push_str(&format!(
            "<meta refines=\"#{id}\" property=\"alternate-script\" xml:lang=\"und-Latn\">\
             {latin}</meta>\n"
        ));
    }
    out
}

/// What people with disabilities can expect (EPUB Accessibility 1.1).
fn accessibility(images: &BookImages<'_>) -> String {
    let mut facts = vec![("accessMode", "textual")];
    if !images.all.is_empty() {
        facts.push(("accessMode", "visual"));
    }
    facts.extend([
        ("accessibilityFeature", "readingOrder"),
        ("accessibilityFeature", "structuralNavigation"),
        ("accessibilityFeature", "tableOfContents"),
        ("accessibilityHazard", "none"),
    ]);
    let meta = |(name, value)| format!("<meta property=\"schema:{name}\">{value}</meta>\n");
    facts.into_iter().map(meta).collect()
}
