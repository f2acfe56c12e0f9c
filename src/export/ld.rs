//! What search engines and reference managers read in a page's head: JSON-LD and Highwire tags.
//!
//! JSON-LD by schema.org: a forum is an `Event` whose `subEvent`s are its talks; a talk with a
//! recording is a `VideoObject` with its `transcript`, one without a `CreativeWork` with its `text`;
//! where several people speak, its parts are turns, each a `HyperTocEntry` with its `utterances`, which
//! stands beside the turn and not in the head: so near to the same words it takes almost no room when
//! the page is compressed. A speaker is a `Person`. Addresses are whole where the site's own is known, else relative to the page, which
//! JSON-LD resolves.
//!
//! Highwire tags as ACL Anthology's pages have them and Google Scholar documents them: one
//! `citation_author` per author and nothing but the name in it, the date as `2024/07/05`.

use serde_json::{Map, Value, json};

use crate::html::push_escaped;
use crate::model::{Forum, Site, Speaker, Talk};
use crate::urls;

/// The names and values of tags.
pub type Tags = Vec<(&'static str, String)>;

/// What addresses begin with: the site's own, or the way from the page to the top.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The site.
    pub site: &'a Site,
    /// The site's own address, or the way from the page to the top.
    pub base: &'a str,
}

/// A turn of a talk: its permalink, who speaks, and what is read.
pub struct Said {
    /// The permalink on the page.
    pub anchor: String,
    /// The name.
    pub name: String,
    /// What is read.
    pub text: String,
}

impl Ground<'_> {
    fn url(&self, address: &str) -> Value {
        match self.base.contains("//") {
            true => format!("{}{address}", self.base).into(),
            false => urls::link(self.base, address).into(),
        }
    }

    /// A speaker, in short.
    fn person(&self, speaker: usize, title: Option<&str>, affiliation: Option<&str>) -> Value {
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
        put(&mut person, "@context", Some("https://schema.org".into()));
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
        put(&mut event, "@context", Some("https://schema.org".into()));
        let talks: Vec<Value> =
            forum.talks.iter().map(|talk| self.sub_event(forum, talk)).collect();
        put(&mut event, "subEvent", Some(talks.into()));
        put(&mut event, "inLanguage", Some(self.site.config.language.tag().into()));
        Value::Object(event)
    }

    fn event(&self, forum: &Forum) -> Map<String, Value> {
        let mut event = Map::new();
        put(&mut event, "@type", Some("Event".into()));
        put(&mut event, "name", Some(forum.title.as_str().into()));
        put(&mut event, "url", Some(self.url(&urls::forum(&forum.id))));
        put(&mut event, "startDate", forum.date.map(|d| d.to_string().into()));
        put(&mut event, "location", forum.venue.as_deref().map(place));
        put(&mut event, "organizer", forum.organizer.as_deref().map(organisation));
        event
    }

    fn sub_event(&self, forum: &Forum, talk: &Talk) -> Value {
        let mut event = Map::new();
        put(&mut event, "@type", Some("Event".into()));
        put(&mut event, "name", Some(talk.title.as_str().into()));
        put(&mut event, "url", Some(self.url(&urls::talk(&forum.id, &talk.id))));
        put(&mut event, "startDate", forum.date.map(|d| d.to_string().into()));
        put(&mut event, "location", forum.venue.as_deref().map(place));
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
    pub fn talk(&self, forum: &Forum, talk: &Talk, turns: &[Said], keywords: &[&str]) -> Value {
        let mut work = Map::new();
        let video = forum.video.as_ref();
        let address = urls::talk(&forum.id, &talk.id);
        let kind = if video.is_some() { "VideoObject" } else { "CreativeWork" };
        put(&mut work, "@context", Some("https://schema.org".into()));
        put(&mut work, "@type", Some(kind.into()));
        put(&mut work, "name", Some(talk.title.as_str().into()));
        put(&mut work, "url", Some(self.url(&address)));
        put(&mut work, "description", talk.summary.as_deref().map(Value::from));
        put(
            &mut work,
            "inLanguage",
            Some("zh-CN".into())
                .filter(|_| crate::text::foreign::is_chinese(&forum.transcript.text)),
        );
        put(&mut work, "datePublished", forum.date.map(|d| d.to_string().into()));
        put(
            &mut work,
            "uploadDate",
            forum.date.filter(|_| video.is_some()).map(|d| d.to_string().into()),
        );
        put(&mut work, "author", self.speakers(talk));
        put(&mut work, "publisher", forum.organizer.as_deref().map(organisation));
        let words: Vec<&str> =
            talk.topics.iter().map(String::as_str).chain(keywords.iter().copied()).collect();
        put(&mut work, "keywords", (!words.is_empty()).then(|| words.join(", ").into()));
        put(&mut work, "recordedAt", Some(Value::Object(self.event(forum))));
        put(&mut work, "contentUrl", video.map(|v| v.address(talk.start).into()));
        put(
            &mut work,
            "embedUrl",
            video.and_then(|v| v.player(talk.start)).map(|p| p.address.into()),
        );
        match turns {
            [turn] => {
                let said = turn.text.as_str().into();
                put(&mut work, if video.is_some() { "transcript" } else { "text" }, Some(said));
            }
            turns => {
                let part = |turn: &Said| {
                    let place = self.url(&urls::passage(&address, &turn.anchor));
                    json!({ "@type": "HyperTocEntry", "@id": place })
                };
                let parts: Vec<Value> = turns.iter().map(part).collect();
                put(&mut work, "hasPart", Some(parts.into()));
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

    /// A turn of a talk with several, as the part of the talk that it is.
    pub fn turn(&self, forum: &Forum, talk: &Talk, turn: &Said) -> Value {
        let address = urls::talk(&forum.id, &talk.id);
        let place = self.url(&urls::passage(&address, &turn.anchor));
        json!({
            "@context": "https://schema.org",
            "@type": "HyperTocEntry",
            "@id": place,
            "url": place,
            "name": turn.name,
            "utterances": turn.text,
        })
    }

    /// The Highwire tags of a talk.
    pub fn highwire(&self, forum: &Forum, talk: &Talk) -> Tags {
        let mut tags: Tags = vec![("citation_title", talk.title.clone())];
        let names = talk.speakers.iter().map(|a| self.site.speakers[a.speaker].name.clone());
        tags.extend(names.map(|name| ("citation_author", name)));
        if let Some(d) = forum.date {
            let date = format!("{:04}/{:02}/{:02}", d.year, d.month, d.day);
            tags.push(("citation_publication_date", date));
        }
        tags.push(("citation_conference_title", forum.title.clone()));
        tags.extend(forum.organizer.clone().map(|name| ("citation_publisher", name)));
        if self.base.contains("//") {
            let address = urls::talk(&forum.id, &talk.id);
            tags.push(("citation_fulltext_html_url", format!("{}{address}", self.base)));
        }
        tags
    }
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

/// Tags as HTML.
pub fn tags(tags: &Tags) -> String {
    let mut out = String::new();
    for (name, content) in tags {
        out.push_str(&format!("<meta name=\"{name}\" content=\""));
        push_escaped(&mut out, content);
        out.push_str("\">\n");
    }
    out
}
