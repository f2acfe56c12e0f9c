//! The home page, the overview of a forum, and the pages of its sessions.

use super::context::{ForumContext, Head, SiteContext};
use super::{PageJob, PreparedPage, downloads, figure_data, head_metadata};
use crate::model::index::within;
use crate::model::{ByteUse, CharCount, SessionIndex, TextOwner};
use crate::passages;
use crate::render::figures::percent;
use crate::render::views::{
    ChangeLine, CutLine, ForumView, HomeView, LinkView, SessionView, TextShareLine,
};
use crate::text::Rule;
use crate::urls;

/// The home page of a site with one forum: its overview.
pub fn home_of_one(context: &SiteContext<'_>, forum_context: &ForumContext<'_>) -> PreparedPage {
    let up = urls::up("");
    let view = forum_view(context, forum_context, &up);
    let view = context.page("", home_head(context), view);
    let view = view.about(head_metadata::forum(context, forum_context, &up));
    PreparedPage::new("index.html".to_owned(), "forum.html", view)
}

/// The home page of a site with several forums, or none: the list of them.
pub fn home_of_several(context: &SiteContext<'_>) -> PreparedPage {
    let up = urls::up("");
    let forums = context.forums.iter().map(|summary| context.facts(summary, &up)).collect();
    let view = context.page("", home_head(context), HomeView { forums });
    PreparedPage::new(
        "index.html".to_owned(),
        "home.html",
        view.about(head_metadata::home(context, &up)),
    )
}

fn home_head(context: &SiteContext<'_>) -> Head {
    let config = &context.site.config;
    Head {
        title: String::new(),
        description: config.description.clone().unwrap_or_else(|| config.title.clone()),
        trail: Vec::new(),
    }
}

/// A forum's overview.
pub fn forum(context: &SiteContext<'_>, forum_context: &ForumContext<'_>) -> PreparedPage {
    let at = urls::forum(&forum_context.forum.id);
    let trail = match context.only_forum() {
        Some(_) => Vec::new(),
        None => vec![(context.strings.get("home").to_owned(), String::new())],
    };
    let title = forum_context.forum.title.clone();
    let head = Head { description: title.clone(), title, trail };
    let view = forum_view(context, forum_context, &urls::up(&at));
    let view = context.page(&at, head, view).about(head_metadata::forum(
        context,
        forum_context,
        &urls::up(&at),
    ));
    PreparedPage::new(format!("{at}index.html"), "forum.html", view)
}

fn forum_view(context: &SiteContext<'_>, forum_context: &ForumContext<'_>, up: &str) -> ForumView {
    let ledger = forum_context.record.ledger;
    let word = |key: &str| context.strings.get(key).to_owned();
    let line = |key, characters: CharCount| TextShareLine {
        part: word(key),
        characters: characters.get(),
        share: percent(characters.get(), ledger.characters.get()),
    };
    // blanks are left out of the texts of a few recognisers only
    let changes = passages::changes(forum_context.record)
        .into_iter()
        .filter(|(rule, places)| *rule != Rule::Blank || *places > 0)
        .map(|(rule, places)| ChangeLine { rule: word(&format!("rule_{}", rule.name())), places });
    let (mentions, mentioned) = figure_data::mentions(context, forum_context, up);
    // without words of a host there is no page of them to link to
    let has_hosts = forum_context.forum.turns.iter().any(|t| matches!(t.owner, TextOwner::Host(_)));
    ForumView {
        forum: context.facts(forum_context.summary, up),
        sessions: forum_context
            .forum
            .sessions
            .indices()
            .map(|i| session_view(context, forum_context, i, up))
            .collect(),
        ledger: vec![
            line("ledger_talk", ledger.talk),
            line("ledger_host", ledger.host),
            line("ledger_cut", ledger.cut),
        ],
        characters: ledger.characters.get(),
        lost: ledger.lost().get(),
        unpublished: unpublished(context, forum_context),
        cuts: cuts(forum_context, up),
        changes: changes.collect(),
        record_url: urls::link(up, &urls::record(&forum_context.forum.id)),
        host_url: has_hosts.then(|| urls::link(up, &urls::host(&forum_context.forum.id))),
        data_url: urls::link(up, &urls::data(&forum_context.forum.id)),
        book_url: urls::link(up, &urls::book(&forum_context.forum.id)),
        citations_url: urls::link(up, &urls::citations(&forum_context.forum.id)),
        downloads: downloads::of_forum(context, forum_context.summary, up),
        ribbon: figure_data::ribbon(context, forum_context, up),
        words: figure_data::words(context, forum_context, up),
        mentions,
        mentioned,
    }
}

/// The sentence on what of the transcript's file is published nowhere; nothing where that is none.
fn unpublished(context: &SiteContext<'_>, forum_context: &ForumContext<'_>) -> Option<String> {
    let account = &forum_context.forum.transcript.account;
    let repeated = account.characters(ByteUse::Repeated);
    let unread = account.characters(ByteUse::NotUnderstood);
    if repeated.get() + unread.get() == 0 {
        return None;
    }
    let count = |characters: CharCount| context.strings.count("character", characters.get());
    let sentence = context.strings.get("ledger_unpublished");
    let sentence = sentence.replace("{repeated}", &count(repeated));
    Some(sentence.replace("{unread}", &count(unread)))
}

fn cuts(forum_context: &ForumContext<'_>, up: &str) -> Vec<CutLine> {
    let turns = forum_context.forum.turns.enumerated();
    let record = urls::record(&forum_context.forum.id);
    turns
        .filter_map(|(number, turn)| {
            let TextOwner::Cut(cut) = turn.owner else { return None };
            // a cut has no page, so its first passage in the whole record is what can be linked
            let first = forum_context.record.of_turn(number).first()?;
            Some(CutLine {
                why: forum_context.forum.cuts[cut].clone(),
                characters: forum_context.forum.transcript[turn.range].chars().count(),
                url: urls::link(up, &urls::passage(&record, &first.id)),
            })
        })
        .collect()
}

fn session_view(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    number: SessionIndex,
    up: &str,
) -> SessionView {
    let session = &forum_context.forum.sessions[number];
    SessionView {
        title: session.title.clone(),
        url: urls::link(up, &urls::session(&forum_context.forum.id, &session.id)),
        date: session
            .dates
            .filter(|_| forum_context.forum.dates.is_some_and(|dates| dates.day().is_none()))
            .map(|dates| dates.to_string()),
        chair: session.chair.map(|speaker| context.someone(speaker, up)),
        talks: within(session.talks.clone())
            .map(|talk| context.line(forum_context.summary, talk, up))
            .collect(),
        forum: LinkView {
            title: forum_context.forum.title.clone(),
            url: context.facts(forum_context.summary, up).url,
            current: false,
        },
    }
}

/// The pages of a forum's sessions.
pub fn sessions<'a>(
    context: &'a SiteContext<'_>,
    forum_context: &'a ForumContext<'_>,
) -> impl Iterator<Item = PageJob<'a>> {
    let sessions = forum_context.forum.sessions.indices();
    sessions.map(move |number| PageJob::new(move || session(context, forum_context, number)))
}

fn session(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    number: SessionIndex,
) -> PreparedPage {
    let session = &forum_context.forum.sessions[number];
    let at = urls::session(&forum_context.forum.id, &session.id);
    let head = Head {
        title: session.title.clone(),
        description: format!("{} · {}", forum_context.forum.title, session.title),
        trail: context.trail(forum_context.forum),
    };
    let view = session_view(context, forum_context, number, &urls::up(&at));
    let about = head_metadata::session(context, forum_context, number, &urls::up(&at));
    let view = context.page(&at, head, view).about(about);
    PreparedPage::new(format!("{at}index.html"), "session.html", view)
}
