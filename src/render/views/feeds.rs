//! Views of the Atom feeds and of the OpenSearch description.

use serde::Serialize;

/// An Atom feed (RFC 4287).
#[derive(Debug, Serialize)]
pub struct FeedView {
    /// `atom:id`, which never changes.
    pub id: String,
    /// Time of the latest change of any entry (RFC 3339).
    pub updated: String,
    /// Absolute address of the page that the feed is about.
    pub url: String,
    /// Absolute address of the feed.
    pub own: String,
    /// The talks, as entries of the feed.
    pub entries: Vec<EntryOfFeed>,
}

/// A talk in a feed.
#[derive(Debug, Serialize)]
pub struct EntryOfFeed {
    /// `atom:id`, which never changes.
    pub id: String,
    /// Absolute address of its page.
    pub url: String,
    /// Title of the talk.
    pub title: String,
    /// Time of its latest change (RFC 3339).
    pub updated: String,
    /// Names of its speakers.
    pub authors: Vec<String>,
    /// The abstract that the editor wrote.
    pub summary: Option<String>,
    /// Topics of the talk; may be empty.
    pub topics: Vec<String>,
}

/// The OpenSearch description, by which browsers offer the site's search.
#[derive(Debug, Serialize)]
pub struct SearchView {
    /// `base_url`, ending in a slash.
    pub base: String,
}
