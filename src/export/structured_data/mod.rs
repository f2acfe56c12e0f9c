//! What search engines and reference managers read in a page's head: JSON-LD and Highwire tags.
//!
//! JSON-LD by schema.org. Every kind of page has its own:
//!
//! | page | type |
//! | --- | --- |
//! | forum, session | `Event`, whose `subEvent`s are its talks |
//! | talk | `VideoObject` with its `transcript`; not recorded: `CreativeWork` with its `text` |
//! | speaker, organisation | `Person`, or `Organization` where a group speaks; `Organization` |
//! | record, hosts' words | `CreativeWork`, whose parts are the talks |
//! | home of several forums | `WebSite` about them |
//! | open data | `DataCatalog` with a `Dataset` for each forum and table |
//! | topic, the indexes, search, free pages | `CollectionPage`, `SearchResultsPage`, `WebPage` |
//!
//! The types are the structs of `schema_org`. Where several people speak, a talk's parts are turns,
//! each a `HyperTocEntry` with its `utterances`. It is written next to the turn and not in the
//! head: so near to the same words it adds almost nothing to the compressed page. Addresses are
//! absolute where the site's own is known, else relative to the page, which JSON-LD resolves. The
//! tests check every page against an excerpt of the vocabulary.

mod highwire;
mod pages;
mod schema_org;

use serde::Serialize;
use serde_json::{Value, json};

use crate::model::{
    Appearance, DateRange, Forum, Language, Recording, SessionIndex, Site, Speaker, Talk, Timestamp,
};
use crate::urls;
use schema_org::{
    CreativeWork, Event, HyperTocEntry, MediaObject, Organization, Part, Person, Place,
    VideoObject, Work,
};

pub use highwire::{Tags, tags};
pub use pages::{Collection, DataFile};

/// What addresses begin with: the site's own, or the way from the page to the top.
#[derive(Clone, Copy)]
pub struct LinkedDataContext<'a> {
    /// The site.
    pub site: &'a Site,
    /// The site's own address, or the way from the page to the top.
    pub base: &'a str,
}

/// The text of a turn of a talk.
pub struct TranscriptText {
    /// The id of the turn's element on the page.
    pub anchor: String,
    /// The speaker's name.
    pub name: String,
    /// The clean text, one paragraph a line.
    pub text: String,
    /// When it begins in the recording.
    pub start: Option<Timestamp>,
}

impl LinkedDataContext<'_> {
    /// An address of the site as it is written in the document.
    fn url(&self, address: &str) -> String {
        // `//` is in every absolute address, and never in a way to the top such as `../../`
        match self.base.contains("//") {
            true => format!("{}{address}", self.base),
            false => urls::link(self.base, address),
        }
    }

    /// The address of the picture of a forum or a talk, where `social_image` has them drawn.
    fn picture(&self, page: &str) -> Option<String> {
        self.site.config.social_image.as_ref().map(|_| self.url(&urls::social(page)))
    }

    /// A speaker, with what they were and where they worked.
    fn person<'b>(
        &self,
        speaker: &'b Speaker,
        job_title: Option<&'b str>,
        affiliation: Option<&'b str>,
    ) -> Person<'b> {
        let group = speaker.literal;
        let affiliation = affiliation.map(organization);
        let (affiliation, member_of) =
            if group { (None, affiliation) } else { (affiliation, None) };
        // only as the editor wrote them: what is guessed is good enough to sort by
        let parts = speaker.family_and_given.as_ref();
        Person {
            kind: if group { "Organization" } else { "Person" },
            name: &speaker.name,
            family_name: parts.map(|(family, _)| family.as_str()),
            given_name: parts.map(|(_, given)| given.as_str()),
            alternate_name: speaker.latin.as_deref(),
            url: self.url(&urls::speaker(&speaker.id)),
            job_title: job_title.filter(|_| !group),
            affiliation,
            member_of,
            same_as: None,
        }
    }

    /// The page of a speaker.
    pub fn speaker(&self, speaker: &Speaker) -> Value {
        let links = speaker.links.iter().map(|(_, url)| url.as_str());
        // `sameAs` is for pages about the person; an address of mail is none
        let pages: Vec<&str> = links.filter(|url| url.starts_with("http")).collect();
        document(Person {
            same_as: some(pages),
            ..self.person(speaker, speaker.title.as_deref(), speaker.affiliation.as_deref())
        })
    }

    /// The page of a forum.
    pub fn forum(&self, forum: &Forum) -> Value {
        document(self.with_programme(self.event(forum), forum, forum.talks.as_slice()))
    }

    /// The page of a session.
    pub fn session(&self, forum: &Forum, number: SessionIndex) -> Value {
        let session = &forum.sessions[number];
        let event = Event {
            name: &session.title,
            url: self.url(&urls::session(&forum.id, &session.id)),
            super_event: Some(Box::new(self.event(forum))),
            ..self.event_on(session.dates, forum)
        };
        document(self.with_programme(event, forum, forum.talks.slice(session.talks.clone())))
    }

    /// The language of what was said, if it is Chinese.
    fn language(&self, forum: &Forum) -> Option<&'static str> {
        let language = Language::of_text(&forum.transcript.text, self.site.config.language);
        (language != Language::English).then(|| language.tag())
    }

    /// An event that has its own page: with its talks, its language and an image.
    fn with_programme<'b>(
        &'b self,
        event: Event<'b>,
        forum: &'b Forum,
        talks: &'b [Talk],
    ) -> Event<'b> {
        let picture = self.picture(&urls::forum(&forum.id));
        Event {
            sub_event: Some(talks.iter().map(|talk| self.sub_event(forum, talk)).collect()),
            in_language: self.language(forum),
            image: Some(picture.unwrap_or_else(|| self.url(PICTURE))),
            ..event
        }
    }

    fn event<'b>(&self, forum: &'b Forum) -> Event<'b> {
        self.event_on(forum.dates, forum)
    }

    /// A forum, or a part of it that has days of its own.
    fn event_on<'b>(&self, dates: Option<DateRange>, forum: &'b Forum) -> Event<'b> {
        Event {
            name: &forum.title,
            url: self.url(&urls::forum(&forum.id)),
            start_date: dates.map(|dates| dates.first.to_string()),
            end_date: dates.map(|dates| dates.last.to_string()),
            event_status: "https://schema.org/EventScheduled",
            location: forum.venue.as_deref().map(|name| Place { name, address: name }),
            organizer: forum.organizer.as_deref().map(organization),
            ..Event::default()
        }
    }

    fn sub_event<'b>(&'b self, forum: &'b Forum, talk: &'b Talk) -> Event<'b> {
        Event {
            name: &talk.title,
            url: self.url(&urls::talk(&forum.id, &talk.id)),
            performer: self.speakers(talk),
            // the event that contains it names the organizer
            organizer: None,
            ..self.event_on(talk.dates, forum)
        }
    }

    fn speakers<'b>(&'b self, talk: &'b Talk) -> Option<Vec<Person<'b>>> {
        let person = |a: &'b Appearance| {
            let speaker = &self.site.speakers[a.speaker];
            self.person(speaker, a.title.as_deref(), a.affiliation.as_deref())
        };
        some(talk.speakers.iter().map(person).collect())
    }

    /// The page of a talk.
    pub fn talk(
        &self,
        forum: &Forum,
        talk: &Talk,
        turns: &[TranscriptText],
        keywords: &[&str],
    ) -> Value {
        let address = urls::talk(&forum.id, &talk.id);
        let topics = talk.topics.iter().map(String::as_str);
        let words: Vec<&str> = topics.chain(keywords.iter().copied()).collect();
        let entry = |turn: &TranscriptText| {
            let id = self.url(&urls::passage(&address, &turn.anchor));
            Part::Turn(HyperTocEntry { id, ..HyperTocEntry::default() })
        };
        // the words of a single turn are those of the whole talk, which then has no parts
        let (text, parts) = match turns {
            [turn] => (Some(turn.text.as_str()), Vec::new()),
            turns => (None, turns.iter().map(entry).collect()),
        };
        let work = Work {
            description: talk.summary.as_deref(),
            author: self.speakers(talk),
            image: self.picture(&address),
            keywords: some(words).map(|words| words.join(", ")),
            has_part: some(parts),
            encoding: Some(MediaObject {
                encoding_format: Some("text/markdown"),
                content_url: Some(self.url(&format!("{address}index.md"))),
                url: None,
            }),
            date_published: talk.dates.map(|dates| dates.first.to_string()),
            ..self.work(forum, &talk.title, &address)
        };
        match forum.recording_of(talk) {
            Some(video) => document(self.recording(work, text, video, talk)),
            None => document(CreativeWork { work: Work { text, ..work } }),
        }
    }

    /// A page with text from a forum: a talk, the record, the hosts' words.
    fn work<'b>(&self, forum: &'b Forum, name: &'b str, address: &str) -> Work<'b> {
        Work {
            name,
            url: self.url(address),
            in_language: self.language(forum),
            // this is the day of the forum: a build knows no clock, so no day of publication
            date_published: forum.dates.map(|dates| dates.first.to_string()),
            publisher: forum.organizer.as_deref().map(organization),
            recorded_at: Some(self.event(forum)),
            ..Work::default()
        }
    }

    /// A talk with its recording. Where the bytes are is known of a file only; else where the
    /// player is, and the page that the words were taken from.
    fn recording<'b>(
        &self,
        work: Work<'b>,
        transcript: Option<&'b str>,
        video: &Recording,
        talk: &Talk,
    ) -> VideoObject<'b> {
        let start = talk.start.map(|start| start.at);
        // only a file has no player
        let (address, embed_url) = (video.address(start), video.embed(start));
        let (page, file) = match embed_url {
            Some(_) => (Some(address), None),
            None => (None, Some(address)),
        };
        // Google takes no `VideoObject` without `thumbnailUrl`, so the icon is the last resort
        let picture = video.picture().or_else(|| work.image.clone());
        VideoObject {
            transcript,
            upload_date: work.date_published.clone(),
            thumbnail_url: picture.unwrap_or_else(|| self.url(PICTURE)),
            embed_url,
            is_based_on: page,
            content_url: file,
            work,
        }
    }

    /// A turn of a talk with several, as the part of the talk that it is.
    pub fn turn(&self, forum: &Forum, talk: &Talk, turn: &TranscriptText) -> Value {
        let address = urls::talk(&forum.id, &talk.id);
        let place = self.url(&urls::passage(&address, &turn.anchor));
        let second = |(video, start): (&Recording, Timestamp)| MediaObject {
            url: Some(video.address(Some(start.at))),
            ..MediaObject::default()
        };
        document(HyperTocEntry {
            id: place.clone(),
            url: Some(place),
            name: Some(&turn.name),
            utterances: Some(&turn.text),
            associated_media: forum.recording_of(talk).zip(turn.start).map(second),
        })
    }
}

/// The image of a page that has no picture of its own.
const PICTURE: &str = "icon-512.png";

fn organization(name: &str) -> Organization<'_> {
    Organization { name, url: None, employee: None }
}

/// A list, where there is something in it.
fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}

/// The JSON-LD of a page: a node, and the vocabulary that its names are of.
fn document(node: impl Serialize) -> Value {
    #[derive(Serialize)]
    struct Document<T> {
        #[serde(rename = "@context")]
        context: &'static str,
        #[serde(flatten)]
        node: T,
    }
    // nearly every property is optional: this spares an attribute at each field
    let mut document = json!(Document { context: "https://schema.org", node });
    drop_nulls(&mut document);
    document
}

/// Takes out properties without a value: to JSON-LD, `null` means the same as no property.
fn drop_nulls(value: &mut Value) {
    match value {
        Value::Object(properties) => {
            properties.retain(|_, value| !value.is_null());
            properties.values_mut().for_each(drop_nulls);
        }
        Value::Array(values) => values.iter_mut().for_each(drop_nulls),
        _ => {}
    }
}

/// JSON that can stand in a `<script>`: nothing in it ends the element or begins a comment.
pub fn in_script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}
