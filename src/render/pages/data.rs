//! The page of what is there for programs: every file, what it holds, under which terms.

use serde::Serialize;

use super::context::{ForumContext, Head, SiteContext};
use super::{PageJob, about};
use crate::export::structured_data::File;
use crate::model::record::Passage;
use crate::model::{Owner, Site};
use crate::render::views::analysis::{DataForum, DataView};
use crate::text::Rule;
use crate::urls;

/// The page.
pub fn page(context: &SiteContext<'_>) -> PageJob {
    let up = urls::up(urls::DATA);
    let forum = |forum_context: &ForumContext<'_>| DataForum {
        title: forum_context.forum.title.clone(),
        data: urls::link(&up, &urls::data(&forum_context.forum.id)),
        citations: urls::link(&up, &urls::citations(&forum_context.forum.id)),
    };
    let first = context.forums.first();
    let example = first.and_then(|forum_context| {
        Some(format!(
            "{up}{}",
            urls::talk(&forum_context.forum.id, &forum_context.forum.talks.first()?.id)
        ))
    });
    let view = DataView {
        forums: context.forums().map(forum).collect(),
        example: example.unwrap_or_default(),
        licence: context.site.config.licence.clone(),
        schema: urls::link(&up, urls::SCHEMA),
        talks: urls::link(&up, urls::TALKS_TABLE),
        speakers: urls::link(&up, urls::SPEAKERS_TABLE),
        llms: urls::link(&up, urls::LLMS),
        entry: first.map(|forum_context| entry(context.site, forum_context)).unwrap_or_default(),
    };
    let head = Head {
        title: context.strings.get("open_data").to_owned(),
        description: context.strings.get("open_data_lead").to_owned(),
        trail: Vec::new(),
    };
    let page = context.page(urls::DATA, head, view).about(about::data(context, &files(context)));
    PageJob::new(format!("{}index.html", urls::DATA), "data.html", page)
}

/// Every file, for search engines.
fn files<'a>(context: &'a SiteContext<'_>) -> Vec<File<'a>> {
    let word = |key| context.strings.get(key);
    let forum = |forum_context: &ForumContext<'a>| File {
        address: urls::data(&forum_context.forum.id),
        format: "application/json",
        name: forum_context.forum.title.clone(),
        description: word("data_of_forum"),
        forum: Some(forum_context.forum),
    };
    let table = |address: &str, name, description| File {
        address: address.to_owned(),
        format: "text/csv",
        name: word(name).to_owned(),
        description: word(description),
        forum: None,
    };
    let mut files: Vec<File<'a>> = context.forums().map(forum).collect();
    files.push(table(urls::TALKS_TABLE, "talks_table", "data_of_talks"));
    files.push(table(urls::SPEAKERS_TABLE, "speakers_table", "data_of_speakers"));
    files
}

/// An entry of the record, as the data file has it.
#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    url: String,
    part: &'static str,
    talk: &'a str,
    speaker: Option<&'a str>,
    verbatim: &'a str,
    clean: String,
}

/// The shortest passage of a talk in which a word was corrected, else that was changed at all.
fn entry(site: &Site, forum_context: &ForumContext<'_>) -> String {
    let forum = forum_context.forum;
    let talk = |passage: &Passage| match forum.turns[passage.turn].owner {
        Owner::Talk(talk) => Some(&forum.talks[talk]),
        Owner::Host(_) | Owner::Cut(_) => None,
    };
    let own = forum_context.record.passages.iter().filter_map(|p| Some((p, talk(p)?)));
    let changed = own.filter(|(p, _)| !p.edits.is_empty());
    let corrected = |p: &Passage| p.edits.iter().any(|edit| edit.rule == Rule::Correction);
    let shortest = changed.min_by_key(|(p, _)| (!corrected(p), p.range.len()));
    let value = shortest.map(|(passage, talk)| Entry {
        id: &passage.id,
        url: urls::passage(&urls::talk(&forum.id, &talk.id), &passage.id),
        part: "talk",
        talk: &talk.id,
        speaker: forum.turns[passage.turn].speaker.map(|s| site.speakers[s].id.as_str()),
        verbatim: passage.verbatim(forum),
        clean: passage.clean(forum),
    });
    value.and_then(|value| serde_json::to_string_pretty(&value).ok()).unwrap_or_default()
}
