//! JSON-LD of the pages that are neither of a forum, a talk nor a speaker.

use serde_json::{Map, Value, json};

use super::{CONTEXT, LinkedDataContext, organisation, put};
use crate::model::{Forum, ForumIndex, SpeakerIndex, TalkRef};
use crate::taxonomy::Organisation;
use crate::urls;

/// A page that leads to others.
pub struct Collection<'a> {
    /// Its address.
    pub address: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Names and addresses of where it leads.
    pub entries: Vec<(&'a str, String)>,
}

/// A file for programs.
pub struct File<'a> {
    /// Its address.
    pub address: String,
    /// Its media type.
    pub format: &'static str,
    /// Its name.
    pub name: String,
    /// What it holds.
    pub description: &'a str,
    /// The forum that it holds, where it is one.
    pub forum: Option<&'a Forum>,
}

impl LinkedDataContext<'_> {
    fn page(&self, kind: &str, name: &str, address: &str) -> Map<String, Value> {
        let mut page = Map::new();
        put(&mut page, "@context", Some(CONTEXT.into()));
        put(&mut page, "@type", Some(kind.into()));
        put(&mut page, "name", Some(name.into()));
        put(&mut page, "url", Some(self.url(address)));
        put(&mut page, "inLanguage", Some(self.site.config.language.tag().into()));
        page
    }

    /// A page of which nothing more is to be said: `WebPage`, `SearchResultsPage`.
    pub fn plain(&self, kind: &str, name: &str, address: &str) -> Value {
        Value::Object(self.page(kind, name, address))
    }

    /// The home page of a site with several forums.
    pub fn home(&self) -> Value {
        let config = &self.site.config;
        let mut site = self.page("WebSite", &config.title, "");
        put(&mut site, "description", config.description.as_deref().map(Value::from));
        put(&mut site, "copyrightNotice", config.licence.as_deref().map(Value::from));
        let forums = self.site.forums.iter().map(|forum| Value::Object(self.event(forum)));
        put(&mut site, "about", Some(forums.collect::<Vec<_>>().into()));
        Value::Object(site)
    }

    /// An index.
    pub fn index(&self, collection: &Collection<'_>) -> Value {
        let mut page = self.page("CollectionPage", collection.name, collection.address);
        let entry = |(place, (name, address)): (usize, &(&str, String))| {
            json!({
                "@type": "ListItem", "position": place + 1, "name": name, "url": self.url(address),
            })
        };
        let entries: Vec<Value> = collection.entries.iter().enumerate().map(entry).collect();
        let list = json!({
            "@type": "ItemList", "numberOfItems": entries.len(), "itemListElement": entries,
        });
        put(&mut page, "mainEntity", Some(list));
        Value::Object(page)
    }

    /// The page of a topic.
    pub fn topic(&self, name: &str, address: &str, talks: &[TalkRef]) -> Value {
        let mut page = self.page("CollectionPage", name, address);
        put(&mut page, "about", Some(json!({ "@type": "DefinedTerm", "name": name })));
        let parts: Vec<Value> = talks.iter().map(|talk| self.talk_in_short(*talk)).collect();
        put(&mut page, "hasPart", Some(parts.into()));
        Value::Object(page)
    }

    /// The page of an organisation.
    pub fn organisation(&self, organisation: &Organisation) -> Value {
        let mut body = Map::new();
        put(&mut body, "@context", Some(CONTEXT.into()));
        put(&mut body, "@type", Some("Organization".into()));
        put(&mut body, "name", Some(organisation.name.as_str().into()));
        let address = urls::organisation(&organisation.id);
        put(&mut body, "url", Some(self.url(&address)));
        let person = |speaker: &SpeakerIndex| {
            let title = self.site.speakers[*speaker].title.as_deref();
            self.person(*speaker, title, None)
        };
        let people: Vec<Value> = organisation.people.iter().map(person).collect();
        put(&mut body, "employee", (!people.is_empty()).then(|| people.into()));
        Value::Object(body)
    }

    /// A page of a forum's words that is not a talk's: the record, the hosts' words.
    pub fn words(&self, place: ForumIndex, name: &str, address: &str, whole: bool) -> Value {
        let forum = &self.site.forums[place];
        let mut work = self.work(forum, name, address);
        if whole {
            let talks = forum
                .talks
                .indices()
                .map(|talk| self.talk_in_short(TalkRef { forum: place, talk }));
            put(&mut work, "hasPart", Some(talks.collect::<Vec<_>>().into()));
        }
        Value::Object(work)
    }

    fn talk_in_short(&self, talk: TalkRef) -> Value {
        let (forum, talk) = self.site.talk(talk);
        let mut work = Map::new();
        put(&mut work, "@type", Some("CreativeWork".into()));
        put(&mut work, "name", Some(talk.title.as_str().into()));
        put(&mut work, "url", Some(self.url(&urls::talk(&forum.id, &talk.id))));
        put(&mut work, "author", self.speakers(talk));
        Value::Object(work)
    }

    /// The page of what is there for programs.
    pub fn data(&self, name: &str, description: &str, files: &[File<'_>]) -> Value {
        let config = &self.site.config;
        let mut page = self.page("DataCatalog", name, urls::DATA);
        put(&mut page, "description", Some(description.into()));
        let set = |file: &File<'_>| {
            let mut set = Map::new();
            put(&mut set, "@type", Some("Dataset".into()));
            put(&mut set, "name", Some(file.name.as_str().into()));
            put(&mut set, "description", Some(file.description.into()));
            put(&mut set, "url", Some(self.url(urls::DATA)));
            put(&mut set, "copyrightNotice", config.licence.as_deref().map(Value::from));
            put(&mut set, "isAccessibleForFree", Some(true.into()));
            let held = file.forum.and_then(|forum| forum.organizer.as_deref());
            put(&mut set, "creator", held.map(organisation));
            let download = json!({
                "@type": "DataDownload",
                "encodingFormat": file.format,
                "contentUrl": self.url(&file.address),
            });
            put(&mut set, "distribution", Some(vec![download].into()));
            Value::Object(set)
        };
        put(&mut page, "dataset", Some(files.iter().map(set).collect::<Vec<_>>().into()));
        Value::Object(page)
    }
}
