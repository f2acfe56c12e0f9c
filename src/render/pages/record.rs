//! The page of the whole record, and that of the hosts' words.

use super::context::{ForumContext, Head, SiteContext};
use super::{PageJob, PreparedPage, head_metadata, moved_permalinks};
use crate::markdown::MarkdownPage;
use crate::model::TalkIndex;
use crate::render::passage_html::{SectionView, sections};
use crate::render::views::{WholeRecordView, WholeSection};
use crate::urls;

/// The page of the hosts' words, where there are any, and of the whole record.
pub fn whole<'a>(
    context: &'a SiteContext<'_>,
    forum_context: &'a ForumContext<'_>,
) -> impl Iterator<Item = PageJob<'a>> {
    let id = &forum_context.forum.id;
    let hosts = &forum_context.pages.hosts;
    let hosts =
        (!hosts.body.is_empty()).then(|| (hosts, (urls::host(id), "host_page_lead", "host.html")));
    let record = (&forum_context.pages.whole, (urls::record(id), "record_lead", "record.html"));
    hosts.into_iter().chain([record]).map(move |(page, kind)| {
        PageJob::new(move || whole_page(context, forum_context, page, kind))
    })
}

fn whole_page(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    page: &MarkdownPage,
    (at, lead, template): (String, &'static str, &'static str),
) -> PreparedPage {
    let lead = context.strings.get(lead).to_owned();
    let up = urls::up(&at);
    let head = Head {
        title: page.meta.title.clone(),
        description: format!("{} · {lead}", forum_context.forum.title),
        trail: context.trail(forum_context.forum),
    };
    let sections = sections(&page.body, context.rendering(forum_context, &up));
    let sections = sections.into_iter().enumerate().map(|(place, section)| {
        let talk = talk_of(forum_context, &section)
            .map(|number| context.line(forum_context.summary, number, &up));
        let of_forum = || forum_context.forum.dates.map(|dates| dates.to_string());
        let date = talk.as_ref().map_or_else(of_forum, |talk| talk.date.clone());
        WholeSection { id: format!("part-{}", place + 1), talk, date, section }
    });
    let name = at.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let view = WholeRecordView {
        forum: context.facts(forum_context.summary, &up),
        lead,
        sections: sections.collect(),
        moved: moved_permalinks::from_page(forum_context, name, &up),
    };
    let whole = name == "record";
    let about =
        head_metadata::forum_text_page(context, forum_context, &page.meta.title, &at, whole);
    let view = context.page(&at, head, view).about(about);
    PreparedPage::new(format!("{at}index.html"), template, view)
}

/// The talk that a section leads to.
fn talk_of(forum_context: &ForumContext<'_>, section: &SectionView) -> Option<TalkIndex> {
    // `sections` has put the file into the address, which is only a folder in the Markdown
    let folder = section.url.strip_prefix("../")?.strip_suffix("/index.html")?;
    forum_context.forum.talks.position(|talk| talk.id == folder)
}
