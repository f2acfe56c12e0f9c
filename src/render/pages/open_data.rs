//! The page of what is there for programs: every file, what it holds, under which terms.

use super::context::{Head, SiteContext};
use super::forum_summary::ForumSummary;
use super::{PreparedPage, head_metadata};
use crate::export::event_days;
use crate::export::structured_data::DataFile;
use crate::render::views::analysis::{DataForum, DataView, DatedForum};
use crate::urls;

/// The page that lists the site's data files and gives examples.
pub fn page(context: &SiteContext<'_>) -> PreparedPage {
    let up = urls::up(urls::DATA);
    let forum = |summary: &ForumSummary<'_>| DataForum {
        title: summary.forum.title.clone(),
        data: urls::link(&up, &urls::data(&summary.forum.id)),
        book: urls::link(&up, &urls::book(&summary.forum.id)),
        citations: urls::link(&up, &urls::citations(&summary.forum.id)),
    };
    let first = context.forums.first();
    let example = first.and_then(|summary| {
        // this is the folder itself, to which the page appends the names of files
        Some(format!("{up}{}", urls::talk(&summary.forum.id, &summary.forum.talks.first()?.id)))
    });
    let view = DataView {
        forums: context.forums.iter().map(forum).collect(),
        dated: context.forums.iter().filter_map(|summary| dated(summary, &up)).collect(),
        example: example.unwrap_or_default(),
        licence: context.site.config.licence.clone(),
        schema: urls::link(&up, urls::SCHEMA),
        talks: urls::link(&up, urls::TALKS_TABLE),
        speakers: urls::link(&up, urls::SPEAKERS_TABLE),
        llms: urls::link(&up, urls::LLMS),
        entry: first.map(|summary| summary.example.clone()).unwrap_or_default(),
    };
    let head = Head {
        title: context.strings.get("open_data").to_owned(),
        description: context.strings.get("open_data_lead").to_owned(),
        trail: Vec::new(),
    };
    let page =
        context.page(urls::DATA, head, view).about(head_metadata::data(context, &files(context)));
    PreparedPage::new(format!("{}index.html", urls::DATA), "data.html", page)
}

/// The files of a forum that has a date.
fn dated(summary: &ForumSummary<'_>, up: &str) -> Option<DatedForum> {
    let forum = summary.forum;
    event_days::of_forum(forum)?;
    Some(DatedForum {
        title: forum.title.clone(),
        calendar: urls::link(up, &urls::calendar(&urls::forum(&forum.id))),
        schedule_xml: urls::link(up, &urls::schedule_xml(&forum.id)),
        schedule_json: urls::link(up, &urls::schedule_json(&forum.id)),
        akoma_ntoso: urls::link(up, &urls::akoma_ntoso(&forum.id)),
    })
}

/// Every file, for search engines.
fn files<'a>(context: &'a SiteContext<'_>) -> Vec<DataFile<'a>> {
    let word = |key| context.strings.get(key);
    let forum = |summary: &ForumSummary<'a>| DataFile {
        address: urls::data(&summary.forum.id),
        format: "application/json",
        name: summary.forum.title.clone(),
        description: word("data_of_forum"),
        forum: Some(summary.forum),
    };
    let table = |address: &str, name, description| DataFile {
        address: address.to_owned(),
        format: "text/csv",
        name: word(name).to_owned(),
        description: word(description),
        forum: None,
    };
    let mut files: Vec<DataFile<'a>> = context.forums.iter().map(forum).collect();
    files.push(table(urls::TALKS_TABLE, "talks_table", "data_of_talks"));
    files.push(table(urls::SPEAKERS_TABLE, "speakers_table", "data_of_speakers"));
    files
}
