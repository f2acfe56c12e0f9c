//! The catalogue: who and what a site has, to be found by name.
//!
//! ```text
//! entry = [kind, url, name, [also], [heard], [about], initials]
//!   kind      speaker | talk | forum
//!   also      the name otherwise: in Latin letters
//!   heard     as the recogniser wrote it; found, and never shown as a name
//!   about     affiliations and titles of a speaker, topics and speakers of a talk
//!   initials  first letters of the name's syllables, a surname read as one: 曾毅 zy
//! ```
//!
//! Entries are indexed like blocks of text, a few of them a block, so that a catalogue of ten
//! thousand names costs a query no more than one of ten. Beside pairs, each symbol of a name is
//! indexed by itself (one character of a name is enough to find it) and the pairs of its initials.

use serde_json::{Value, json};

use crate::model::{Forum, Site, Speaker};
use crate::text::sounds;
use crate::urls;

/// Entries of a block.
pub const BLOCK: usize = 12;

/// Somebody or something that can be found by name.
pub struct Entry {
    kind: &'static str,
    url: String,
    name: String,
    also: Vec<String>,
    heard: Vec<String>,
    about: Vec<String>,
    initials: String,
}

impl Entry {
    /// All that it is called.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.also).chain(&self.heard).map(String::as_str)
    }

    /// All by which it is found.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.names().chain(self.about.iter().map(String::as_str))
    }

    /// The first letters of the name's syllables.
    pub fn initials(&self) -> &str {
        &self.initials
    }

    /// As the browser gets it.
    pub fn data(&self) -> Value {
        let Self { kind, url, name, also, heard, about, initials } = self;
        json!([kind, url, name, also, heard, about, initials])
    }
}

/// The entries of a site: speakers, then each forum with its talks.
pub fn entries(site: &Site) -> Vec<Entry> {
    let speakers = site.speakers.iter().enumerate().map(|(i, s)| speaker(site, i, s));
    let forums = site.forums.iter().flat_map(|f| {
        let talks = (0..f.talks.len()).map(|talk| self::talk(site, f, talk));
        std::iter::once(forum(f)).chain(talks)
    });
    speakers.chain(forums).collect()
}

fn speaker(site: &Site, number: usize, speaker: &Speaker) -> Entry {
    let talks = site.forums.iter().flat_map(|f| &f.talks).flat_map(|t| &t.speakers);
    let days = talks.filter(|a| a.speaker == number);
    let days = days.flat_map(|a| [a.affiliation.clone(), a.title.clone()]);
    let general = [speaker.affiliation.clone(), speaker.title.clone()];
    Entry {
        kind: "speaker",
        url: urls::speaker(&speaker.id),
        name: speaker.name.clone(),
        also: speaker.latin.iter().cloned().collect(),
        heard: speaker.heard_as.clone(),
        about: once_each(general.into_iter().chain(days).flatten()),
        initials: initials(&speaker.name),
    }
}

fn talk(site: &Site, forum: &Forum, number: usize) -> Entry {
    let talk = &forum.talks[number];
    let names = talk.speakers.iter().map(|a| site.speakers[a.speaker].name.clone());
    Entry {
        kind: "talk",
        url: urls::talk(&forum.id, &talk.id),
        name: talk.title.clone(),
        also: Vec::new(),
        heard: Vec::new(),
        about: once_each(names.chain(talk.topics.iter().cloned())),
        initials: String::new(),
    }
}

fn forum(forum: &Forum) -> Entry {
    Entry {
        kind: "forum",
        url: urls::forum(&forum.id),
        name: forum.title.clone(),
        also: Vec::new(),
        heard: Vec::new(),
        about: once_each(forum.organizer.iter().chain(&forum.venue).cloned()),
        initials: String::new(),
    }
}

fn initials(name: &str) -> String {
    let spelled = sounds::spelled(name);
    let first = spelled.split(' ').filter_map(|syllable| syllable.chars().next());
    first.filter(char::is_ascii_alphabetic).collect()
}

fn once_each(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for text in texts {
        if !all.contains(&text) {
            all.push(text);
        }
    }
    all
}
