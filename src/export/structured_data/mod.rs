//! What search engines and reference managers read in a page's head: JSON-LD and Highwire tags.
//!
//! JSON-LD by schema.org. Every kind of page has its own:
//!
//! | page | type |
//! | --- | --- |
//! | forum, session | `Event`, whose `subEvent`s are its talks |
//! | talk | `VideoObject` with its `transcript`, `CreativeWork` with its `text` where nothing was recorded |
//! | speaker, organisation | `Person`, `Organization` |
//! | record, hosts' words | `CreativeWork`, whose parts are the talks |
//! | home of several forums | `WebSite` about them |
//! | open data | `DataCatalog` with a `Dataset` for each forum and table |
//! | topic, the indexes, search, free pages | `CollectionPage`, `SearchResultsPage`, `WebPage` |
//!
//! Where several people speak, a talk's parts are turns, each a `HyperTocEntry` with its `utterances`,
//! which stands beside the turn and not in the head: so near to the same words it takes almost no room
//! when the page is compressed. Addresses are whole where the site's own is known, else relative to
//! the page, which JSON-LD resolves. The tests hold every page against an excerpt of the vocabulary.

mod highwire;
mod pages;

use serde_json::{Map, Value, json};

use crate::model::{
    Forum, Language, Recording, SessionIndex, Site, Speaker, SpeakerIndex, Talk, Timestamp,
};
use crate::text::english_runs::is_chinese;
use crate::urls;

pub use highwire::{Tags, tags};
pub use pages::{Collection, File};

/// The vocabulary.
const CONTEXT: &str = "https://schema.org";

/// What addresses begin with: the site's own, or the way from the page to the top.
#[derive(Clone, Copy)]
pub struct LinkedDataContext<'a> {
    /// The site.
    pub site: &'a Site,
    /// The site's own address, or the way from the page to the top.
    pub base: &'a str,
}

/// A turn of a talk: its permalink, who speaks, and what is read.
pub struct TranscriptText {
    /// The permalink on the page.
    pub anchor: String,
    /// The name.
    pub name: String,
    /// What is read.
    pub text: String,
    /// When it begins in the recording.
    pub start: Option<Timestamp>,
}

impl LinkedDataContext<'_> {
    fn url(&self, address: &str) -> Value {
        match self.base.contains("//") {
            true => format!("{}{address}", self.base).into(),
            false => urls::link(self.base, address).into(),
        }
    }

    /// The picture of a forum or a talk, where the site has them drawn.
    fn picture(&self, page: &str) -> Option<Value> {
        self.site.config.social_image.as_ref().map(|_| self.url(&urls::social(page)))
    }

    /// A speaker, in short.
    fn person(
        &self,
        speaker: SpeakerIndex,
        title: Option<&str>,
        affiliation: Option<&str>,
    ) -> Value {
        let speaker = &self.site.speakers[speaker];
        let mut person = self.named(speaker);
        put(&mut person, "jobTitle", title.map(Value::from));
        put(&mut person, "affiliation", affiliation.map(organisation));
        Value::Object(person)
    }

    fn named(&self, speaker: &Speaker) -> Map<String, Value> {
        let mut person = Map::new();
        put(&mut person, "@type", Some("Person".into()));
        put(&mut person, "name", Some(speaker.name.as_str().into()));
        put(&mut person, "alternateName", speaker.latin.as_deref().map(Value::from));
        put(&mut person, "url", Some(self.url(&urls::speaker(&speaker.id))));
        person
    }

    /// The page of a speaker.
    pub fn speaker(&self, speaker: &Speaker) -> Value {
        let mut person = self.named(speaker);
        put(&mut person, "@context", Some(CONTEXT.into()));
        put(&mut person, "jobTitle", speaker.title.as_deref().map(Value::from));
        put(&mut person, "affiliation", speaker.affiliation.as_deref().map(organisation));
        let links = speaker.links.iter().map(|(_, url)| url.as_str());
        let same: Vec<&str> = links.filter(|url| url.starts_with("http")).collect();
        put(&mut person, "sameAs", (!same.is_empty()).then(|| same.into()));
        Value::Object(person)
    }

    /// The page of a forum.
    pub fn forum(&self, forum: &Forum) -> Value {
        let mut event = self.event(forum);
        self.put_programme(&mut event, forum, &forum.talks);
        Value::Object(event)
    }

    /// The page of a session.
    pub fn session(&self, forum: &Forum, number: SessionIndex) -> Value {
        let session = &forum.sessions[number];
        let mut event = self.event(forum);
        let whole = Value::Object(self.event(forum));
        put(&mut event, "name", Some(session.title.as_str().into()));
        put(&mut event, "url", Some(self.url(&urls::session(&forum.id, &session.id))));
        put(&mut event, "superEvent", Some(whole));
        self.put_programme(&mut event, forum, forum.talks.slice(session.talks.clone()));
        Value::Object(event)
    }

    /// What an event of a page has beside what every event has.
    fn put_programme(&self, event: &mut Map<String, Value>, forum: &Forum, talks: &[Talk]) {
        put(event, "@context", Some(CONTEXT.into()));
        let talks: Vec<Value> = talks.iter().map(|talk| self.sub_event(forum, talk)).collect();
        put(event, "subEvent", Some(talks.into()));
        put(event, "inLanguage", language(forum));
        let own = self.picture(&urls::forum(&forum.id));
        put(event, "image", Some(own.unwrap_or_else(|| self.url(PICTURE))));
    }

    fn event(&self, forum: &Forum) -> Map<String, Value> {
        let mut event = self.happening(forum, &forum.title, &urls::forum(&forum.id));
        put(&mut event, "organizer", forum.organizer.as_deref().map(organisation));
        event
    }

    /// What every event has.
    fn happening(&self, forum: &Forum, name: &str, address: &str) -> Map<String, Value> {
        let mut event = Map::new();
        let day = forum.date.map(|date| Value::from(date.to_string()));
        put(&mut event, "@type", Some("Event".into()));
        put(&mut event, "name", Some(name.into()));
        put(&mut event, "url", Some(self.url(address)));
        put(&mut event, "startDate", day.clone());
        put(&mut event, "endDate", day);
        put(&mut event, "eventStatus", Some("https://schema.org/EventScheduled".into()));
        put(&mut event, "location", forum.venue.as_deref().map(place));
        event
    }

    fn sub_event(&self, forum: &Forum, talk: &Talk) -> Value {
        let mut event = self.happening(forum, &talk.title, &urls::talk(&forum.id, &talk.id));
        put(&mut event, "performer", self.speakers(talk));
        Value::Object(event)
    }

    fn speakers(&self, talk: &Talk) -> Option<Value> {
        let person = |a: &crate::model::Appearance| {
            self.person(a.speaker, a.title.as_deref(), a.affiliation.as_deref())
        };
        let people: Vec<Value> = talk.speakers.iter().map(person).collect();
        (!people.is_empty()).then(|| people.into())
    }

    /// The page of a talk.
    pub fn talk(
        &self,
        forum: &Forum,
        talk: &Talk,
        turns: &[TranscriptText],
        keywords: &[&str],
    ) -> Value {
        let video = forum.video.as_ref();
        let address = urls::talk(&forum.id, &talk.id);
        let mut work = self.work(forum, &talk.title, &address);
        let words: Vec<&str> =
            talk.topics.iter().map(String::as_str).chain(keywords.iter().copied()).collect();
        put(&mut work, "description", talk.summary.as_deref().map(Value::from));
        put(&mut work, "author", self.speakers(talk));
        put(&mut work, "image", self.picture(&address));
        put(&mut work, "keywords", (!words.is_empty()).then(|| words.join(", ").into()));
        if let Some(video) = video {
            self.put_recording(&mut work, video, forum, talk);
        }
        match turns {
            [turn] => {
                let name = if video.is_some() { "transcript" } else { "text" };
                put(&mut work, name, Some(turn.text.as_str().into()));
            }
            turns => {
                let part = |turn: &TranscriptText| {
                    let place = self.url(&urls::passage(&address, &turn.anchor));
                    json!({ "@type": "HyperTocEntry", "@id": place })
                };
                let parts: Vec<Value> = turns.iter().map(part).collect();
                put(&mut work, "hasPart", (!parts.is_empty()).then(|| parts.into()));
            }
        }
        let markdown = json!({
            "@type": "MediaObject",
            "encodingFormat": "text/markdown",
            "contentUrl": self.url(&format!("{address}index.md")),
        });
        put(&mut work, "encoding", Some(markdown));
        Value::Object(work)
    }

    /// What was made of a forum's words, and stands on a page of its own.
    fn work(&self, forum: &Forum, name: &str, address: &str) -> Map<String, Value> {
        let mut work = Map::new();
        put(&mut work, "@context", Some(CONTEXT.into()));
        put(&mut work, "@type", Some("CreativeWork".into()));
        put(&mut work, "name", Some(name.into()));
        put(&mut work, "url", Some(self.url(address)));
        put(&mut work, "inLanguage", language(forum));
        put(&mut work, "datePublished", forum.date.map(|d| d.to_string().into()));
        put(&mut work, "publisher", forum.organizer.as_deref().map(organisation));
        put(&mut work, "recordedAt", Some(Value::Object(self.event(forum))));
        work
    }

    /// Makes a recording of a work. Where the bytes are is known of a file only; else where the
    /// player is, and the page that the words were taken from.
    fn put_recording(
        &self,
        work: &mut Map<String, Value>,
        video: &Recording,
        forum: &Forum,
        talk: &Talk,
    ) {
        let address = Value::from(video.address(talk.start.map(|start| start.at)));
        let own = || self.picture(&urls::talk(&forum.id, &talk.id));
        let picture = video.picture().map(Value::from).or_else(own);
        let picture = picture.unwrap_or_else(|| self.url(PICTURE));
        put(work, "@type", Some("VideoObject".into()));
        put(work, "uploadDate", forum.date.map(|d| d.to_string().into()));
        put(work, "thumbnailUrl", Some(picture));
        match video.embed(talk.start.map(|start| start.at)) {
            Some(player) => {
                put(work, "embedUrl", Some(player.into()));
                put(work, "isBasedOn", Some(address));
            }
            None => put(work, "contentUrl", Some(address)),
        }
    }

    /// A turn of a talk with several, as the part of the talk that it is.
    pub fn turn(&self, forum: &Forum, talk: &Talk, turn: &TranscriptText) -> Value {
        let address = urls::talk(&forum.id, &talk.id);
        let place = self.url(&urls::passage(&address, &turn.anchor));
        let mut entry = Map::new();
        put(&mut entry, "@context", Some(CONTEXT.into()));
        put(&mut entry, "@type", Some("HyperTocEntry".into()));
        put(&mut entry, "@id", Some(place.clone()));
        put(&mut entry, "url", Some(place));
        put(&mut entry, "name", Some(turn.name.as_str().into()));
        put(&mut entry, "utterances", Some(turn.text.as_str().into()));
        let second = forum.video.as_ref().zip(turn.start);
        let second = second.map(
            |(video, start)| json!({ "@type": "MediaObject", "url": video.address(Some(start.at)) }),
        );
        put(&mut entry, "associatedMedia", second);
        Value::Object(entry)
    }
}

/// What stands for a site where there is no other picture.
const PICTURE: &str = "icon-512.png";

/// The language of what was said.
fn language(forum: &Forum) -> Option<Value> {
    is_chinese(&forum.transcript.text).then(|| Language::Chinese.tag().into())
}

fn organisation(name: &str) -> Value {
    json!({ "@type": "Organization", "name": name })
}

fn place(name: &str) -> Value {
    json!({ "@type": "Place", "name": name, "address": name })
}

fn put(object: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        object.insert(key.to_owned(), value);
    }
}

/// JSON that can stand in a `<script>`: nothing in it ends the element or begins a comment.
pub fn in_script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}
