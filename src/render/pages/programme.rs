//! Home, forums, sessions, talks, the whole record, free pages.

use super::context::{ForumContext, Head, SiteContext};
use super::{
    PageJob, PreparedPage, analysis, citations, figure_data, head_metadata, moved_permalinks,
};
use crate::markdown::MarkdownPage;
use crate::model::index::within;
use crate::model::{CharCount, FreePage, SessionIndex, TalkIndex, TextOwner, TypedIndex};
use crate::passages;
use crate::render::free_page;
use crate::render::passage_html::{SectionView, sections, turns};
use crate::render::table_of_contents::contents;
use crate::render::views::{
    ChangeLine, CutLine, ForumView, FreeView, HomeView, LedgerLine, LinkView, PlainView,
    SessionView, TalkView, WholeSection, WholeView,
};
use crate::urls;

/// Characters of Chinese that people read in a minute.
/// Source: reading speeds of 255 to 260 characters a minute in X. Brysbaert, How many words do we
/// read per minute? (Journal of Memory and Language 109, 2019).
const CHARACTERS_A_MINUTE: usize = 260;

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
    let line = |key, characters: CharCount| LedgerLine {
        part: word(key),
        characters: characters.get(),
        share: share(characters.get(), ledger.characters.get()),
    };
    let changes = passages::changes(forum_context.record)
        .into_iter()
        .map(|(rule, places)| ChangeLine { rule: word(&format!("rule_{}", rule.name())), places });
    let (mentions, mentioned) = figure_data::mentions(context, forum_context, up);
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
        cuts: cuts(forum_context, up),
        changes: changes.collect(),
        record_url: urls::link(up, &urls::record(&forum_context.forum.id)),
        host_url: has_hosts.then(|| urls::link(up, &urls::host(&forum_context.forum.id))),
        data_url: urls::link(up, &urls::data(&forum_context.forum.id)),
        citations_url: urls::link(up, &urls::citations(&forum_context.forum.id)),
        ribbon: figure_data::ribbon(context, forum_context, up),
        words: figure_data::words(context, forum_context, up),
        mentions,
        mentioned,
    }
}

/// `93.1%`, rounded to a tenth.
fn share(part: usize, whole: usize) -> String {
    let tenths = (part * 2000 + whole) / (2 * whole.max(1));
    format!("{}.{}%", tenths / 10, tenths % 10)
}

fn cuts(forum_context: &ForumContext<'_>, up: &str) -> Vec<CutLine> {
    let turns = forum_context.forum.turns.enumerated();
    let record = urls::record(&forum_context.forum.id);
    turns
        .filter_map(|(number, turn)| {
            let TextOwner::Cut(cut) = turn.owner else { return None };
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
    let mut turns_shown = turns(&page.body, context.rendering(forum_context, up));
    head_metadata::turns(context, forum_context, number, up, &mut turns_shown);
    TalkView {
        talk: context.line(forum_context.summary, number, up),
        topics: context.topics(&talk.topics, up),
        keywords: keywords.iter().map(|word| leads(word, &urls::search(word))).collect(),
        related: analysis::related(context, forum_context, number, up),
        cite: citations::cite(context, forum_context, number),
        watch: citations::watch(forum_context, number),
        panel: figure_data::panel(context, forum_context, number),
        edit: forum_context.edits[number].clone(),
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
        WholeSection { id: format!("part-{}", place + 1), talk, section }
    });
    let name = at.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let view = WholeView {
        forum: context.facts(forum_context.summary, &up),
        lead,
        sections: sections.collect(),
        moved: moved_permalinks::from_page(forum_context, name, &up),
    };
    let whole = name == "record";
    let about = head_metadata::words(context, forum_context, &page.meta.title, &at, whole);
    let view = context.page(&at, head, view).about(about);
    PreparedPage::new(format!("{at}index.html"), template, view)
}

/// The talk that a section leads to.
fn talk_of(forum_context: &ForumContext<'_>, section: &SectionView) -> Option<TalkIndex> {
    let folder = section.url.strip_prefix("../")?.strip_suffix("/index.html")?;
    forum_context.forum.talks.position(|talk| talk.id == folder)
}

/// The free pages.
pub fn free_pages<'a>(context: &'a SiteContext<'_>) -> impl Iterator<Item = PageJob<'a>> {
    context.site.pages.iter().map(move |page| PageJob::new(move || free(context, page)))
}

fn free(context: &SiteContext<'_>, page: &FreePage) -> PreparedPage {
    let at = urls::page(&page.id);
    let title = page.title.clone();
    let head = Head { description: title.clone(), title, trail: Vec::new() };
    let view = FreeView { html: free_page::render(&page.markdown) };
    let about = head_metadata::free_page(context, &page.title, &at);
    let view = context.page(&at, head, view).about(about);
    PreparedPage::new(format!("{at}index.html"), "page.html", view)
}

/// The search page.
pub fn search(context: &SiteContext<'_>) -> PreparedPage {
    let title = context.strings.get("search").to_owned();
    let head = Head { description: title.clone(), title, trail: Vec::new() };
    let page = context.page(urls::SEARCH, head, PlainView {}).about(head_metadata::search(context));
    PreparedPage::new(format!("{}index.html", urls::SEARCH), "search.html", page)
}

/// What the page of what is not there holds, so that it learns where it is.
pub fn here(context: &SiteContext<'_>) -> PreparedPage {
    let title = context.site.config.title.clone();
    let head = Head { description: title.clone(), title, trail: Vec::new() };
    let view = context.page("here.html", head, PlainView {});
    PreparedPage::new("here.html".to_owned(), "here.html", view)
}

/// What is shown where nothing is. A server gives it at any address, so where the site's own is
/// known its links begin at the server's top.
pub fn not_found(context: &SiteContext<'_>) -> PreparedPage {
    let title = context.strings.get("not_found").to_owned();
    let head = Head { description: title.clone(), title, trail: Vec::new() };
    let base = context.site.config.base_url.as_deref();
    let up = base.map_or_else(|| urls::up(""), |base| urls::path_of(base).to_owned());
    let view = context.page_below("404.html", up, head, PlainView {});
    PreparedPage::new("404.html".to_owned(), "404.html", view)
}
