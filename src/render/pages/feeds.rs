//! What is new, as Atom (RFC 4287), and how a browser may search the site, as OpenSearch 1.1.
//!
//! A feed lists talks, those of the latest forum first. An entry was updated on the day of
//! the talk, since a build knows no clock; of a talk that may have been on several days, on the
//! first. A forum without a date is in no feed. An id is made from
//! those of the forum and the talk, so that it stays when the site moves. Links are absolute where
//! the site's own address is known, else relative to the feed, which Atom allows; OpenSearch allows
//! only absolute ones and is left out then.

use super::PreparedPage;
use super::context::{Head, SiteContext};
use super::forum_summary::ForumSummary;
use crate::export::uuid;
use crate::model::TalkIndex;
use crate::render::views::{EntryOfFeed, FeedView, SearchView};
use crate::urls;

/// Most entries in a feed.
const MOST: usize = 100;

/// The feed of the site, one for each forum, and the description of the search.
pub fn all(context: &SiteContext<'_>) -> Vec<PreparedPage> {
    let mut pages = Vec::new();
    let all: Vec<&ForumSummary<'_>> = context.forums.iter().collect();
    let title = context.site.config.title.clone();
    pages.extend(feed(context, &all, urls::FEED.to_owned(), title, ""));
    for summary in &all {
        let (id, title) = (&summary.forum.id, summary.forum.title.clone());
        pages.extend(feed(context, &[summary], urls::forum_feed(id), title, &urls::forum(id)));
    }
    pages.extend(search(context));
    pages
}

/// A feed at `at` of what is new on the page `about`; none where nothing in it has a date.
fn feed(
    context: &SiteContext<'_>,
    of: &[&ForumSummary<'_>],
    at: String,
    title: String,
    about: &str,
) -> Option<PreparedPage> {
    let up = urls::up(&at);
    let dated = of.iter().filter(|summary| summary.has_feed());
    let days = dated.clone().flat_map(|summary| summary.forum.talks.iter());
    let updated = days.filter_map(|talk| talk.dates).map(|dates| dates.first).max()?;
    let entries = dated.flat_map(|summary| {
        summary.forum.talks.indices().filter_map(|talk| entry(context, summary, talk, &up))
    });
    let view = FeedView {
        id: uuid::urn(&format!("feed {about}")),
        // Atom wants a time as well (RFC 3339), and midnight UTC is the same on every machine
        updated: format!("{updated}T00:00:00Z"),
        url: address(context, &up, about),
        own: address(context, &up, &at),
        entries: entries.take(MOST).collect(),
    };
    let head = Head { description: title.clone(), title, trail: Vec::new() };
    let page = context.page_below(&at, up, head, view);
    Some(PreparedPage::new(at, "feed.xml", page))
}

fn entry(
    context: &SiteContext<'_>,
    summary: &ForumSummary<'_>,
    talk: TalkIndex,
    up: &str,
) -> Option<EntryOfFeed> {
    let line = context.line(summary, talk, up);
    let talk = &summary.forum.talks[talk];
    let names = line.speakers.into_iter().map(|person| person.name);
    Some(EntryOfFeed {
        id: uuid::urn(&uuid::talk(&summary.forum.id, &talk.id)),
        url: address(context, up, &urls::talk(&summary.forum.id, &talk.id)),
        title: line.title,
        updated: format!("{}T00:00:00Z", talk.dates?.first),
        authors: names.collect(),
        summary: talk.summary.clone(),
        topics: talk.topics.clone(),
    })
}

fn search(context: &SiteContext<'_>) -> Option<PreparedPage> {
    let base = context.site.config.base_url.as_ref()?;
    let view = SearchView { base: base.clone() };
    let title = context.site.config.title.clone();
    let description = context.site.config.description.clone().unwrap_or_else(|| title.clone());
    let head = Head { title, description, trail: Vec::new() };
    let page = context.page(urls::OPENSEARCH, head, view);
    Some(PreparedPage::new(urls::OPENSEARCH.to_owned(), "opensearch.xml", page))
}

/// An address for programs: absolute where the site's own is known.
fn address(context: &SiteContext<'_>, up: &str, at: &str) -> String {
    match &context.site.config.base_url {
        Some(base) => format!("{base}{at}"),
        None => urls::link(up, at),
    }
}
