//! Links to the files for other programs that stand beside the pages of a forum and of its talks.

use super::context::SiteContext;
use super::forum_summary::ForumSummary;
use crate::export::{captions, event_days};
use crate::model::Talk;
use crate::render::views::LinkView;
use crate::urls;

/// The files of a forum that there are, for a page at `up` from the top.
pub fn of_forum(context: &SiteContext<'_>, of: &ForumSummary<'_>, up: &str) -> Vec<LinkView> {
    let at = urls::forum(&of.forum.id);
    let mut links = Vec::new();
    if event_days::of_forum(of.forum).is_some() {
        links.push(link(context, "as_calendar", &urls::calendar(&at), up));
        links.push(link(context, "as_schedule_xml", &urls::schedule_xml(&of.forum.id), up));
        links.push(link(context, "as_schedule_json", &urls::schedule_json(&of.forum.id), up));
        links.push(link(context, "as_akoma_ntoso", &urls::akoma_ntoso(&of.forum.id), up));
    }
    links
}

/// The files of a talk that there are, for its own page.
pub fn of_talk(context: &SiteContext<'_>, of: &ForumSummary<'_>, talk: &Talk) -> Vec<LinkView> {
    let mut links = Vec::new();
    if event_days::of_talk(of.forum, talk).is_some() {
        links.push(link(context, "as_calendar", &urls::calendar(""), ""));
    }
    if captions::exist(of.forum, talk) {
        links.push(link(context, "as_captions", &urls::captions(""), ""));
    }
    links
}

fn link(context: &SiteContext<'_>, words: &str, address: &str, up: &str) -> LinkView {
    LinkView {
        title: context.strings.get(words).to_owned(),
        url: urls::link(up, address),
        current: false,
    }
}
