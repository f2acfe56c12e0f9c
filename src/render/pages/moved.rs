//! Where permalinks lead that stood on a page and stand there no more.
//!
//! A boundary that is moved, a talk that is split, renamed or taken out: the address that somebody
//! cites must still lead to the words. On a page that is still there, its passages that went
//! elsewhere are listed under their old permalinks; for one that is gone, a page with that list
//! takes its place.

use std::collections::BTreeMap;

use super::Waiting;
use super::build::{Build, Head, Made};
use crate::reading::lock::Moved;
use crate::render::contents::beginning;
use crate::render::views::{GoneView, MovedView};
use crate::urls;

/// First words of a passage shown, in characters.
const WORDS: usize = 30;

/// The permalinks that left the page `page` (a talk's id, or `host`) of a forum.
pub fn from_page(made: &Made<'_>, page: &str, up: &str) -> Vec<MovedView> {
    made.moved.iter().filter(|m| m.from == page).map(|m| view(made, m, up)).collect()
}

/// A page for every talk that had permalinks and is gone.
pub fn gone(build: &Build<'_>, made: &Made<'_>) -> Vec<Waiting> {
    let has_hosts = !made.hosts.body.is_empty();
    let is_there = |page: &str| match page {
        "host" => has_hosts,
        page => made.forum.talks.iter().any(|talk| talk.id == page),
    };
    let mut gone: BTreeMap<&str, Vec<&Moved>> = BTreeMap::new();
    for moved in made.moved.iter().filter(|m| !is_there(&m.from)) {
        gone.entry(&moved.from).or_default().push(moved);
    }
    gone.iter().map(|(page, moved)| gone_page(build, made, page, moved)).collect()
}

fn gone_page(build: &Build<'_>, made: &Made<'_>, page: &str, moved: &[&Moved]) -> Waiting {
    let at = urls::talk(&made.forum.id, page);
    let up = urls::up(&at);
    let title = build.strings.get("gone").to_owned();
    let head = Head { description: title.clone(), title, trail: build.trail(made.forum) };
    let view = GoneView { moved: moved.iter().map(|m| view(made, m, &up)).collect() };
    Waiting::new(format!("{at}index.html"), "gone.html", build.page(&at, head, view))
}

fn view(made: &Made<'_>, moved: &Moved, up: &str) -> MovedView {
    let passage = &made.record.passages[moved.passage];
    let forum = made.forum;
    let page = super::beside::page(forum, passage);
    MovedView {
        id: moved.id.clone(),
        url: urls::link(up, &urls::passage(&page, &moved.id)),
        words: beginning(&passage.clean(forum), WORDS),
    }
}
