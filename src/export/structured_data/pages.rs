//! JSON-LD of indexes, topics, organisations, the record, the data page and plain pages.

use serde_json::Value;

use super::schema_org::{
    CollectionPage, CreativeWork, DataCatalog, DataDownload, Dataset, DefinedTerm, ItemList,
    ListItem, Organization, Part, SearchResultsPage, WebPage, WebSite, Work,
};
use super::{LinkedDataContext, document, organization, some};
use crate::model::{Forum, ForumIndex, SpeakerIndex, TalkRef};
use crate::topics_and_organisations::Organisation;
use crate::urls;

/// An index page.
pub struct Collection<'a> {
    /// Address of the page within the site.
    pub address: &'a str,
    /// Title of the page.
    pub name: &'a str,
    /// The names and addresses of its entries.
    pub entries: Vec<(&'a str, String)>,
}

/// A file for programs.
pub struct DataFile<'a> {
    /// Address of the file within the site.
    pub address: String,
    /// Its media type, such as `text/csv`.
    pub format: &'static str,
    /// Name of the data set.
    pub name: String,
    /// What it holds.
    pub description: &'a str,
    /// The forum that it holds, where it is one.
    pub forum: Option<&'a Forum>,
}

impl LinkedDataContext<'_> {
    fn page<'b>(&'b self, name: &'b str, address: &str) -> Work<'b> {
        Work {
            name,
            url: self.url(address),
            in_language: Some(self.site.config.language_tag.as_str()),
            ..Work::default()
        }
    }

    /// A free page.
    pub fn free_page(&self, name: &str, address: &str) -> Value {
        document(WebPage { work: self.page(name, address) })
    }

    /// The page of the search.
    pub fn search(&self, name: &str) -> Value {
        document(SearchResultsPage { work: self.page(name, urls::SEARCH) })
    }

    /// The home page of a site with several forums.
    pub fn home(&self) -> Value {
        let config = &self.site.config;
        let work = Work {
            description: config.description.as_deref(),
            copyright_notice: config.licence.as_deref(),
            ..self.page(&config.title, "")
        };
        let forums = self.site.forums.iter().map(|forum| self.event(forum));
        document(WebSite { work, about: forums.collect() })
    }

    /// A `CollectionPage` with the entries as an `ItemList`, numbered from 1.
    pub fn index(&self, collection: &Collection<'_>) -> Value {
        let entry = |(index, (name, address))| {
            let (name, address): (&str, &String) = (name, address);
            ListItem { position: index + 1, name, url: self.url(address) }
        };
        let entries = collection.entries.iter().map(|(name, address)| (*name, address));
        let entries: Vec<ListItem<'_>> = entries.enumerate().map(entry).collect();
        document(CollectionPage {
            work: self.page(collection.name, collection.address),
            about: None,
            main_entity: Some(ItemList {
                number_of_items: entries.len(),
                item_list_element: entries,
            }),
        })
    }

    /// The page of a topic.
    pub fn topic(&self, name: &str, address: &str, talks: &[TalkRef]) -> Value {
        let talks = talks.iter().map(|talk| self.talk_in_short(*talk)).collect();
        document(CollectionPage {
            work: Work { has_part: Some(talks), ..self.page(name, address) },
            about: Some(DefinedTerm { name }),
            main_entity: None,
        })
    }

    /// The page of an organisation.
    pub fn organisation(&self, organisation: &Organisation) -> Value {
        let person = |speaker: &SpeakerIndex| {
            let speaker = &self.site.speakers[*speaker];
            // the organisation that lists its people is their affiliation
            self.person(speaker, speaker.title.as_deref(), None)
        };
        document(Organization {
            name: &organisation.name,
            url: Some(self.url(&urls::organisation(&organisation.id))),
            employee: some(organisation.people.iter().map(person).collect()),
        })
    }

    /// A page of a forum's words that is not a talk's: the record, the hosts' words.
    pub fn forum_text_page(
        &self,
        index: ForumIndex,
        name: &str,
        address: &str,
        whole: bool,
    ) -> Value {
        let forum = &self.site.forums[index];
        let part = |talk| self.talk_in_short(TalkRef { forum: index, talk });
        let has_part = whole.then(|| forum.talks.indices().map(part).collect());
        document(CreativeWork { work: Work { has_part, ..self.work(forum, name, address) } })
    }

    fn talk_in_short(&self, talk: TalkRef) -> Part<'_> {
        let (forum, talk) = self.site.talk(talk);
        let work = Work {
            name: &talk.title,
            url: self.url(&urls::talk(&forum.id, &talk.id)),
            author: self.speakers(talk),
            ..Work::default()
        };
        Part::Work(Box::new(CreativeWork { work }))
    }

    /// The page of what is there for programs.
    pub fn data(&self, name: &str, description: &str, files: &[DataFile<'_>]) -> Value {
        document(DataCatalog {
            work: Work { description: Some(description), ..self.page(name, urls::DATA) },
            dataset: files.iter().map(|file| self.dataset(file)).collect(),
        })
    }

    fn dataset<'b>(&'b self, file: &'b DataFile<'_>) -> Dataset<'b> {
        let organizer = file.forum.and_then(|forum| forum.organizer.as_deref());
        Dataset {
            work: Work {
                name: &file.name,
                // a data set has no page of its own
                url: self.url(urls::DATA),
                description: Some(file.description),
                copyright_notice: self.site.config.licence.as_deref(),
                ..Work::default()
            },
            is_accessible_for_free: true,
            creator: organizer.map(organization),
            distribution: [DataDownload {
                encoding_format: file.format,
                content_url: self.url(&file.address),
            }],
        }
    }
}
