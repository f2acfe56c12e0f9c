//! Where permalinks lead that stood on a page and stand there no more.
//!
//! A boundary that is moved, a talk that is split, renamed or taken out: the address that somebody
//! cites must still lead to the words. On a page that is still there, its passages that went
//! elsewhere are listed under their old permalinks; for one that is gone, a page with that list
//! takes its place.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::Waiting;
use super::build::{Build, Head, Made};
use crate::passages::lock_entries::MovedPermalink;
use crate::render::table_of_contents::beginning;
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
    of_gone(made).iter().map(|(page, moved)| gone_page(build, made, page, moved)).collect()
}

/// The addresses of those pages. They are not of the site as it is now: no map has them.
pub fn gone_addresses(build: &Build<'_>) -> BTreeSet<String> {
    let of = |made| of_gone(made).into_keys().map(move |page| urls::talk(&made.forum.id, page));
    build.forums().flat_map(of).collect()
}

/// The permalinks of the pages that are gone, by page.
fn of_gone<'a>(made: &'a Made<'_>) -> BTreeMap<&'a str, Vec<&'a MovedPermalink>> {
    let has_hosts = !made.hosts.body.is_empty();
    let is_there = |page: &str| match page {
        "host" => has_hosts,
        page => made.forum.talks.iter().any(|talk| talk.id == page),
    };
    let mut gone: BTreeMap<&str, Vec<&MovedPermalink>> = BTreeMap::new();
    for moved in made.moved.iter().filter(|m| !is_there(&m.from)) {
        gone.entry(&moved.from).or_default().push(moved);
    }
    gone
}

fn gone_page(build: &Build<'_>, made: &Made<'_>, page: &str, moved: &[&MovedPermalink]) -> Waiting {
    let at = urls::talk(&made.forum.id, page);
    let up = urls::up(&at);
    let title = build.strings.get("gone").to_owned();
    let head = Head { description: title.clone(), title, trail: build.trail(made.forum) };
    let view = GoneView {
        now: now(made, moved).into_iter().map(|talk| build.line(made, talk, &up)).collect(),
        moved: moved.iter().map(|m| view(made, m, &up)).collect(),
    };
    Waiting::new(format!("{at}index.html"), "gone.html", build.page(&at, head, view))
}

/// The talks that have what was said on a page that is gone, those with most of it first. Where one
/// has nearly all, as when it was renamed, what went elsewhere is listed by its passages only.
fn now(made: &Made<'_>, moved: &[&MovedPermalink]) -> Vec<usize> {
    let mut talks: BTreeMap<usize, usize> = BTreeMap::new();
    for passage in moved.iter().map(|m| &made.record.passages[m.passage]) {
        if let Some(talk) = made.forum.turns[passage.turn].owner.talk() {
            *talks.entry(talk).or_default() += 1;
        }
    }
    let mut talks: Vec<(usize, usize)> = talks.into_iter().collect();
    talks.sort_by_key(|&(talk, passages)| (Reverse(passages), talk));
    let few = |passages: usize| passages * 10 < moved.len();
    talks.into_iter().filter(|&(_, passages)| !few(passages)).map(|(talk, _)| talk).collect()
}

fn view(made: &Made<'_>, moved: &MovedPermalink, up: &str) -> MovedView {
    let passage = &made.record.passages[moved.passage];
    let forum = made.forum;
    let page = urls::owner(forum, forum.turns[passage.turn].owner);
    MovedView {
        id: moved.id.clone(),
        url: urls::link(up, &urls::passage(&page, &moved.id)),
        words: beginning(&passage.clean(forum), WORDS),
    }
}
