//! The types of schema.org that pages are described with, each with the properties that are used.
//!
//! A struct is named after its type, which serde writes as `@type`, and a field after its property.
//! A property without a value is `None`, and left out when the document is made. schema.org's types
//! inherit: [`Work`] has the properties of `CreativeWork` that its subtypes share.

use serde::Serialize;

/// Something that happened: a forum, a session, a talk.
#[derive(Default, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct Event<'a> {
    pub name: &'a str,
    pub url: String,
    pub start_date: Option<String>,
    pub end_date: Option<String>,
    pub event_status: &'static str,
    pub location: Option<Place<'a>>,
    pub organizer: Option<Organization<'a>>,
    pub performer: Option<Vec<Person<'a>>>,
    pub super_event: Option<Box<Event<'a>>>,
    pub sub_event: Option<Vec<Event<'a>>>,
    pub in_language: Option<&'static str>,
    pub image: Option<String>,
}

/// Where an event was.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub struct Place<'a> {
    pub name: &'a str,
    pub address: &'a str,
}

/// Somebody who speaks.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Person<'a> {
    /// `Person`, or `Organization` where a group speaks.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub name: &'a str,
    pub family_name: Option<&'a str>,
    pub given_name: Option<&'a str>,
    pub alternate_name: Option<&'a str>,
    pub url: String,
    pub job_title: Option<&'a str>,
    pub affiliation: Option<Organization<'a>>,
    /// To what a group belongs, which has no affiliation.
    pub member_of: Option<Organization<'a>>,
    pub same_as: Option<Vec<&'a str>>,
}

/// An organisation: where somebody works, who held a forum.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub struct Organization<'a> {
    pub name: &'a str,
    pub url: Option<String>,
    pub employee: Option<Vec<Person<'a>>>,
}

/// The properties of `CreativeWork`, which pages, recordings and data sets are as well.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Work<'a> {
    pub name: &'a str,
    pub url: String,
    pub description: Option<&'a str>,
    pub in_language: Option<&'a str>,
    pub copyright_notice: Option<&'a str>,
    pub date_published: Option<String>,
    pub publisher: Option<Organization<'a>>,
    pub author: Option<Vec<Person<'a>>>,
    pub recorded_at: Option<Event<'a>>,
    pub keywords: Option<String>,
    pub image: Option<String>,
    pub text: Option<&'a str>,
    pub has_part: Option<Vec<Part<'a>>>,
    pub encoding: Option<MediaObject>,
}

/// What a work consists of.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Part<'a> {
    Turn(HyperTocEntry<'a>),
    Work(Box<CreativeWork<'a>>),
}

/// A work of which nothing more is known: a talk that was not recorded, the record of a forum.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub struct CreativeWork<'a> {
    #[serde(flatten)]
    pub work: Work<'a>,
}

/// A talk that was recorded.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct VideoObject<'a> {
    #[serde(flatten)]
    pub work: Work<'a>,
    pub transcript: Option<&'a str>,
    pub upload_date: Option<String>,
    pub thumbnail_url: String,
    pub embed_url: Option<String>,
    pub is_based_on: Option<String>,
    pub content_url: Option<String>,
}

/// A file, or a place in a recording.
#[derive(Default, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct MediaObject {
    pub encoding_format: Option<&'static str>,
    pub content_url: Option<String>,
    pub url: Option<String>,
}

/// A turn of a talk, as an entry of the talk's contents.
#[derive(Default, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct HyperTocEntry<'a> {
    #[serde(rename = "@id")]
    pub id: String,
    pub url: Option<String>,
    pub name: Option<&'a str>,
    pub utterances: Option<&'a str>,
    pub associated_media: Option<MediaObject>,
}

/// A page of its own kind.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub struct WebPage<'a> {
    #[serde(flatten)]
    pub work: Work<'a>,
}

/// The page of the search.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub struct SearchResultsPage<'a> {
    #[serde(flatten)]
    pub work: Work<'a>,
}

/// A page that leads to others.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct CollectionPage<'a> {
    #[serde(flatten)]
    pub work: Work<'a>,
    pub about: Option<DefinedTerm<'a>>,
    pub main_entity: Option<ItemList<'a>>,
}

/// A `DefinedTerm`: a topic, by its name.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub struct DefinedTerm<'a> {
    pub name: &'a str,
}

/// Where an index leads to.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct ItemList<'a> {
    pub number_of_items: usize,
    pub item_list_element: Vec<ListItem<'a>>,
}

/// One entry of an index; positions count from 1.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub struct ListItem<'a> {
    pub position: usize,
    pub name: &'a str,
    pub url: String,
}

/// The whole site.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub struct WebSite<'a> {
    #[serde(flatten)]
    pub work: Work<'a>,
    pub about: Vec<Event<'a>>,
}

/// All data of the site.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub struct DataCatalog<'a> {
    #[serde(flatten)]
    pub work: Work<'a>,
    pub dataset: Vec<Dataset<'a>>,
}

/// The data of a forum, or a table.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct Dataset<'a> {
    #[serde(flatten)]
    pub work: Work<'a>,
    pub is_accessible_for_free: bool,
    pub creator: Option<Organization<'a>>,
    pub distribution: [DataDownload; 1],
}

/// A file of a data set.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct DataDownload {
    pub encoding_format: &'static str,
    pub content_url: String,
}
