//! Lists, for each page, the permalinks that it had and no longer has, with links to where their
//! passages are now.
//!
//! A boundary that is moved, a talk that is split, renamed or taken out: the address that somebody
//! cites must still lead to the words. On a page that is still there, its passages that went
//! elsewhere are listed under their old permalinks; for one that is gone, a page with that list
//! takes its place.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::context::{ForumContext, Head, SiteContext};
use super::{PageJob, PreparedPage};
use crate::model::{ForumPage, TalkIndex};
use crate::passages::lock_entries::{self, MovedPermalink};
use crate::render::table_of_contents::beginning;
use crate::render::views::{GoneView, MovedView};
use crate::urls;

/// First words of a passage shown, in characters.
const WORDS: usize = 30;

/// The permalinks that left the page `page` (a talk's id, or `host`) of a forum.
pub fn from_page(forum_context: &ForumContext<'_>, page: &str, up: &str) -> Vec<MovedView> {
    forum_context
        .moved
        .iter()
        .filter(|m| m.from == page)
        .map(|m| view(forum_context, m, up))
        .collect()
}

/// A page for every talk that had permalinks and is gone.
pub fn gone<'a>(
    context: &'a SiteContext<'_>,
    forum_context: &'a ForumContext<'_>,
) -> impl Iterator<Item = PageJob<'a>> {
    let gone = of_gone(forum_context).into_iter();
    gone.map(move |(page, moved)| {
        PageJob::new(move || {
            let at = urls::talk(&forum_context.forum.id, page);
            gone_page(context, forum_context, &at, &moved)
        })
    })
}

/// A page for each that the forum had in a folder of a former name.
pub fn of_former<'a>(
    context: &'a SiteContext<'_>,
    forum_context: &'a ForumContext<'_>,
) -> impl Iterator<Item = PageJob<'a>> {
    let pages = of_former_folders(forum_context).into_iter();
    pages.map(move |(at, moved)| {
        let moved: Vec<MovedPermalink> = moved;
        PageJob::new(move || {
            let moved: Vec<&MovedPermalink> = moved.iter().collect();
            gone_page(context, forum_context, &at, &moved)
        })
    })
}

/// The pages of former folders with their permalinks, by address.
fn of_former_folders(forum_context: &ForumContext<'_>) -> BTreeMap<String, Vec<MovedPermalink>> {
    let mut pages: BTreeMap<String, Vec<MovedPermalink>> = BTreeMap::new();
    if forum_context.former.is_empty() {
        return pages;
    }
    for moved in lock_entries::published(forum_context.forum, forum_context.record) {
        for former in forum_context.former {
            for at in [urls::talk(former, &moved.from), urls::record(former)] {
                let of_page = pages.entry(at).or_default();
                // the whole record has each passage once, whichever pages have it too
                if of_page.last().is_none_or(|last| last.id != moved.id) {
                    of_page.push(moved.clone());
                }
            }
        }
    }
    pages
}

/// The addresses of those pages. They are left out of the site map, because they only redirect.
pub fn gone_addresses(forum_context: &ForumContext<'_>) -> BTreeSet<String> {
    let forum = &forum_context.forum.id;
    let gone = of_gone(forum_context).into_keys().map(|page| urls::talk(forum, page));
    gone.chain(of_former_folders(forum_context).into_keys()).collect()
}

/// The permalinks of the pages that are gone, by page.
fn of_gone<'a>(forum_context: &'a ForumContext<'_>) -> BTreeMap<&'a str, Vec<&'a MovedPermalink>> {
    // the hosts' words have no page where they say nothing, so the page of old permalinks may stand
    // there
    let has_hosts = !forum_context.pages.hosts.body.is_empty();
    let is_there = |page: &str| match page {
        ForumPage::HOST_ID => has_hosts,
        page => forum_context.forum.talks.iter().any(|talk| talk.id == page),
    };
    let mut gone: BTreeMap<&str, Vec<&MovedPermalink>> = BTreeMap::new();
    for moved in forum_context.moved.iter().filter(|m| !is_there(&m.from)) {
        gone.entry(&moved.from).or_default().push(moved);
    }
    gone
}

fn gone_page(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    at: &str,
    moved: &[&MovedPermalink],
) -> PreparedPage {
    let up = urls::up(at);
    let title = context.strings.get("gone").to_owned();
    let head =
        Head { description: title.clone(), title, trail: context.trail(forum_context.forum) };
    let view = GoneView {
        lead: context.strings.get("gone_lead").to_owned(),
        successor: None,
        label: context.strings.get("gone_now").to_owned(),
        now: now(forum_context, moved)
            .into_iter()
            .map(|talk| context.line(forum_context.summary, talk, &up))
            .collect(),
        moved: moved.iter().map(|m| view(forum_context, m, &up)).collect(),
    };
    PreparedPage::new(format!("{at}index.html"), "gone.html", context.page(at, head, view))
}

/// The talks that have what was said on a page that is gone, those with most of it first. Where one
/// has nearly all, as when it was renamed, what went elsewhere is listed by its passages only.
fn now(forum_context: &ForumContext<'_>, moved: &[&MovedPermalink]) -> Vec<TalkIndex> {
    let mut talks: BTreeMap<TalkIndex, usize> = BTreeMap::new();
    for passage in moved.iter().map(|m| &forum_context.record.passages[m.passage]) {
        if let Some(talk) = forum_context.forum.turns[passage.turn].owner.talk() {
            *talks.entry(talk).or_default() += 1;
        }
    }
    let mut talks: Vec<(TalkIndex, usize)> = talks.into_iter().collect();
    // the index decides between equal numbers, so that the order is the programme's
    talks.sort_by_key(|&(talk, passages)| (Reverse(passages), talk));
    let few = |passages: usize| passages * 10 < moved.len();
    talks.into_iter().filter(|&(_, passages)| !few(passages)).map(|(talk, _)| talk).collect()
}

fn view(forum_context: &ForumContext<'_>, moved: &MovedPermalink, up: &str) -> MovedView {
    let passage = &forum_context.record.passages[moved.passage];
    let forum = forum_context.forum;
    let page = urls::owner(forum, forum.turns[passage.turn].owner);
    MovedView {
        id: moved.id.clone(),
        // the passage has an anchor for each of its former permalinks, so the old id leads to it
        url: urls::link(up, &urls::passage(&page, &moved.id)),
        words: beginning(&passage.clean(forum), WORDS),
    }
}
