//! The page of each talk.

use super::context::{ForumContext, Head, SiteContext};
use super::{
    PageJob, PreparedPage, analysis, citations, downloads, figure_data, head_metadata,
    moved_permalinks, watch_links,
};
use crate::model::{TalkIndex, TypedIndex};
use crate::render::passage_html::turns;
use crate::render::table_of_contents::contents;
use crate::render::views::{LinkView, TalkView};
use crate::urls;

/// Characters of Chinese that people read in a minute.
/// Source: reading speeds of 255 to 260 characters a minute in X. Brysbaert, How many words do we
/// read per minute? (Journal of Memory and Language 109, 2019).
const CHARACTERS_A_MINUTE: usize = 260;

/// The pages of a forum's talks.
pub fn talks<'a>(
    context: &'a SiteContext<'_>,
    forum_context: &'a ForumContext<'_>,
) -> impl Iterator<Item = PageJob<'a>> {
    let talks = forum_context.forum.talks.indices();
    talks.map(move |number| PageJob::new(move || talk(context, forum_context, number)))
}

fn talk(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    number: TalkIndex,
) -> PreparedPage {
    let talk = &forum_context.forum.talks[number];
    let at = urls::talk(&forum_context.forum.id, &talk.id);
    let up = urls::up(&at);
    let view = talk_view(context, forum_context, number, &up);
    let names: Vec<&str> = view.talk.speakers.iter().map(|s| s.name.as_str()).collect();
    let summary = talk.summary.clone();
    let head = Head {
        title: talk.title.clone(),
        // search engines show this text, and an abstract says more than names and title
        description: summary.unwrap_or_else(|| format!("{} · {}", names.join("、"), talk.title)),
        trail: context.trail(forum_context.forum),
    };
    let view = context.page(&at, head, view).about(head_metadata::talk(
        context,
        forum_context,
        number,
        &up,
    ));
    PreparedPage::new(format!("{at}index.html"), "talk.html", view)
}

fn talk_view(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    number: TalkIndex,
    up: &str,
) -> TalkView {
    let talk = &forum_context.forum.talks[number];
    let page = &forum_context.pages.talks[number];
    let neighbour = |number: Option<TalkIndex>| {
        number
            .filter(|n| forum_context.forum.talks.at(*n).is_some())
            .map(|n| context.line(forum_context.summary, n, up))
    };
    let leads = |title: &str, address: &str| LinkView {
        title: title.to_owned(),
        url: urls::link(up, address),
        current: false,
    };
    let keywords = analysis::keywords(context, forum_context, number);
    let session = &forum_context.forum.sessions[talk.session];
    let recording = forum_context.forum.recording_of(talk);
    let mut turns_shown = turns(&page.body, context.rendering(forum_context, up));
    head_metadata::turns(context, forum_context, number, up, &mut turns_shown);
    TalkView {
        talk: context.line(forum_context.summary, number, up),
        topics: context.topics(&talk.topics, up),
        keywords: keywords.iter().map(|word| leads(word, &urls::search(word))).collect(),
        related: analysis::related(context, forum_context, number, up),
        cite: citations::cite(context, forum_context, number),
        watch: recording.map(|recording| watch_links::view(recording, talk.start)),
        watch_words: recording
            .map(|recording| watch_links::link_text(recording, context.strings).to_owned()),
        panel: figure_data::panel(context, forum_context, number),
        edit: forum_context.edits[number].clone(),
        downloads: downloads::of_talk(context, forum_context.summary, talk),
        session: leads(&session.title, &urls::session(&forum_context.forum.id, &session.id)),
        forum: context.facts(forum_context.summary, up),
        chair: talk.chair.map(|speaker| context.someone(speaker, up)),
        minutes: forum_context.summary.characters[number]
            .get()
            .div_ceil(CHARACTERS_A_MINUTE)
            .max(1),
        contents: contents(
            &page.body,
            context.analysis.keywords.all(forum_context.summary.talk_ref(number)),
        ),
        introduction: turns(&page.introduction, context.rendering(forum_context, up)),
        // the name of the one speaker is below the title already
        several: turns_shown.len() > 1 || talk.speakers.len() != 1,
        turns: turns_shown,
        lines: lines(&page.meta.source),
        previous: neighbour(number.previous()),
        next: neighbour(Some(number.next())),
        moved: moved_permalinks::from_page(forum_context, &talk.id, up),
    }
}

/// The lines of `transcript.md:97-209`: `97–209`.
fn lines(source: &str) -> String {
    source.rsplit(':').next().unwrap_or_default().replace('-', "–")
}
