//! What readers of feeds, and browsers that search, get.

use serde::Serialize;

/// A feed.
#[derive(Debug, Serialize)]
pub struct FeedView {
    /// Its name that never changes.
    pub id: String,
    /// When anything in it changed last (RFC 3339).
    pub updated: String,
    /// The page that it is about.
    pub url: String,
    /// Its own address.
    pub own: String,
    /// What is new.
    pub entries: Vec<EntryOfFeed>,
}

/// A talk in a feed.
#[derive(Debug, Serialize)]
pub struct EntryOfFeed {
    /// Its name that never changes.
    pub id: String,
    /// The page.
    pub url: String,
    /// The title.
    pub title: String,
    /// When it changed last (RFC 3339).
    pub updated: String,
    /// Who speaks.
    pub authors: Vec<String>,
    /// A few sentences on it.
    pub summary: Option<String>,
    /// What it is about.
    pub topics: Vec<String>,
}

/// How a browser may search the site.
#[derive(Debug, Serialize)]
pub struct SearchView {
    /// The site's own address, ending in a slash.
    pub base: String,
}
