//! Home, forums, sessions, talks, the whole record, free pages.

use super::build::{Build, Head, Made};
use super::findings::place;
use super::{Waiting, about, citing, drawn, findings, moved};
use crate::markdown::MarkdownPage;
use crate::model::Owner;
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

/// The home page: with one forum its overview, else the list of forums.
pub fn home(build: &Build<'_>) -> Option<Waiting> {
    let config = &build.site.config;
    let head = Head {
        title: String::new(),
        description: config.description.clone().unwrap_or_else(|| config.title.clone()),
        trail: Vec::new(),
    };
    let path = "index.html".to_owned();
    Some(match build.only_forum() {
        Some(only) => {
            let view = forum_view(build, only, &urls::up(""));
            let view = build.page("", head, view).about(about::forum(build, only, &urls::up("")));
            Waiting::new(path, "forum.html", view)
        }
        None => {
            let forums = build.forums().map(|made| build.facts(made, &urls::up(""))).collect();
            let view = build.page("", head, HomeView { forums });
            Waiting::new(path, "home.html", view.about(about::home(build, &urls::up(""))))
        }
    })
}

/// A forum's overview.
pub fn forum(build: &Build<'_>, made: &Made<'_>) -> Waiting {
    let at = urls::forum(&made.forum.id);
    let trail = match build.only_forum() {
        Some(_) => Vec::new(),
        None => vec![(build.strings.get("home").to_owned(), String::new())],
    };
    let title = made.forum.title.clone();
    let head = Head { description: title.clone(), title, trail };
    let view = forum_view(build, made, &urls::up(&at));
    let view = build.page(&at, head, view).about(about::forum(build, made, &urls::up(&at)));
    Waiting::new(format!("{at}index.html"), "forum.html", view)
}

fn forum_view(build: &Build<'_>, made: &Made<'_>, up: &str) -> ForumView {
    let ledger = made.record.ledger;
    let word = |key: &str| build.strings.get(key).to_owned();
    let line = |key, characters| LedgerLine {
        part: word(key),
        characters,
        share: share(characters, ledger.characters),
    };
    let changes = passages::changes(made.record)
        .into_iter()
        .map(|(rule, places)| ChangeLine { rule: word(&format!("rule_{}", rule.name())), places });
    let (mentions, mentioned) = drawn::mentions(build, made, up);
    let has_hosts = made.forum.turns.iter().any(|t| matches!(t.owner, Owner::Host(_)));
    ForumView {
        forum: build.facts(made, up),
        sessions: (0..made.forum.sessions.len())
            .map(|i| session_view(build, made, i, up))
            .collect(),
        ledger: vec![
            line("ledger_talk", ledger.talk),
            line("ledger_host", ledger.host),
            line("ledger_cut", ledger.cut),
        ],
        characters: ledger.characters,
        lost: ledger.lost(),
        cuts: cuts(made, up),
        changes: changes.collect(),
        record_url: urls::link(up, &urls::record(&made.forum.id)),
        host_url: has_hosts.then(|| urls::link(up, &urls::host(&made.forum.id))),
        data_url: urls::link(up, &urls::data(&made.forum.id)),
        citations_url: urls::link(up, &urls::citations(&made.forum.id)),
        ribbon: drawn::ribbon(build, made, up),
        words: drawn::words(build, made, up),
        mentions,
        mentioned,
    }
}

/// `93.1%`, rounded to a tenth.
fn share(part: usize, whole: usize) -> String {
    let tenths = (part * 2000 + whole) / (2 * whole.max(1));
    format!("{}.{}%", tenths / 10, tenths % 10)
}

fn cuts(made: &Made<'_>, up: &str) -> Vec<CutLine> {
    let turns = made.forum.turns.iter().enumerate();
    let record = urls::record(&made.forum.id);
    turns
        .filter_map(|(number, turn)| {
            let Owner::Cut(cut) = turn.owner else { return None };
            let first = made.record.of_turn(number).first()?;
            Some(CutLine {
                why: made.forum.cuts[cut].clone(),
                characters: made.forum.transcript.text[turn.range.clone()].chars().count(),
                url: urls::link(up, &urls::passage(&record, &first.id)),
            })
        })
        .collect()
}

fn session_view(build: &Build<'_>, made: &Made<'_>, number: usize, up: &str) -> SessionView {
    let session = &made.forum.sessions[number];
    SessionView {
        title: session.title.clone(),
        url: urls::link(up, &urls::session(&made.forum.id, &session.id)),
        chair: session.chair.map(|speaker| build.someone(speaker, up)),
        talks: session.talks.clone().map(|talk| build.line(made, talk, up)).collect(),
        forum: LinkView {
            title: made.forum.title.clone(),
            url: build.facts(made, up).url,
            current: false,
        },
    }
}

/// The pages of a forum's sessions.
pub fn sessions(build: &Build<'_>, made: &Made<'_>) -> Vec<Waiting> {
    let page = |number: usize| {
        let session = &made.forum.sessions[number];
        let at = urls::session(&made.forum.id, &session.id);
        let head = Head {
            title: session.title.clone(),
            description: format!("{} · {}", made.forum.title, session.title),
            trail: build.trail(made.forum),
        };
        let view = session_view(build, made, number, &urls::up(&at));
        let about = about::session(build, made, number, &urls::up(&at));
        let view = build.page(&at, head, view).about(about);
        Waiting::new(format!("{at}index.html"), "session.html", view)
    };
    (0..made.forum.sessions.len()).map(page).collect()
}

/// The pages of a forum's talks.
pub fn talks(build: &Build<'_>, made: &Made<'_>) -> Vec<Waiting> {
    (0..made.forum.talks.len()).map(|number| talk(build, made, number)).collect()
}

fn talk(build: &Build<'_>, made: &Made<'_>, number: usize) -> Waiting {
    let talk = &made.forum.talks[number];
    let at = urls::talk(&made.forum.id, &talk.id);
    let up = urls::up(&at);
    let view = talk_view(build, made, number, &up);
    let names: Vec<&str> = view.talk.speakers.iter().map(|s| s.name.as_str()).collect();
    let summary = talk.summary.clone();
    let head = Head {
        title: talk.title.clone(),
        description: summary.unwrap_or_else(|| format!("{} · {}", names.join("、"), talk.title)),
        trail: build.trail(made.forum),
    };
    let view = build.page(&at, head, view).about(about::talk(build, made, number, &up));
    Waiting::new(format!("{at}index.html"), "talk.html", view)
}

fn talk_view(build: &Build<'_>, made: &Made<'_>, number: usize, up: &str) -> TalkView {
    let talk = &made.forum.talks[number];
    let page = &made.talks[number];
    let neighbour = |number: Option<usize>| {
        number.filter(|n| *n < made.forum.talks.len()).map(|n| build.line(made, n, up))
    };
    let leads = |title: &str, address: &str| LinkView {
        title: title.to_owned(),
        url: urls::link(up, address),
        current: false,
    };
    let keywords = findings::keywords(build, made, number);
    let session = &made.forum.sessions[talk.session];
    let mut turns_shown = turns(&page.body, build.shown(made, up));
    about::turns(build, made, number, up, &mut turns_shown);
    TalkView {
        talk: build.line(made, number, up),
        topics: build.topics(&talk.topics, up),
        keywords: keywords.iter().map(|word| leads(word, &urls::search(word))).collect(),
        related: findings::related(build, made, number, up),
        cite: citing::cite(build, made, number),
        watch: citing::watch(made, number),
        panel: drawn::panel(build, made, number),
        edit: made.edits[number].clone(),
        session: leads(&session.title, &urls::session(&made.forum.id, &session.id)),
        forum: build.facts(made, up),
        chair: talk.chair.map(|speaker| build.someone(speaker, up)),
        minutes: made.characters[number].div_ceil(CHARACTERS_A_MINUTE).max(1),
        contents: contents(&page.body, build.findings.keywords.all((place(build, made), number))),
        introduction: turns(&page.introduction, build.shown(made, up)),
        several: turns_shown.len() > 1 || talk.speakers.len() != 1,
        turns: turns_shown,
        lines: lines(&page.meta.source),
        previous: neighbour(number.checked_sub(1)),
        next: neighbour(Some(number + 1)),
        moved: moved::from_page(made, &talk.id, up),
    }
}

/// The lines of `transcript.md:97-209`: `97–209`.
fn lines(source: &str) -> String {
    source.rsplit(':').next().unwrap_or_default().replace('-', "–")
}

/// The page of the hosts' words, where there are any, and of the whole record.
pub fn whole(build: &Build<'_>, made: &Made<'_>) -> Vec<Waiting> {
    let id = &made.forum.id;
    let mut pages = Vec::new();
    if !made.hosts.body.is_empty() {
        pages.push(whole_page(
            build,
            made,
            &made.hosts,
            (urls::host(id), "host_page_lead", "host.html"),
        ));
    }
    pages.push(whole_page(
        build,
        made,
        &made.whole,
        (urls::record(id), "record_lead", "record.html"),
    ));
    pages
}

fn whole_page(
    build: &Build<'_>,
    made: &Made<'_>,
    page: &MarkdownPage,
    (at, lead, template): (String, &'static str, &'static str),
) -> Waiting {
    let lead = build.strings.get(lead).to_owned();
    let up = urls::up(&at);
    let head = Head {
        title: page.meta.title.clone(),
        description: format!("{} · {lead}", made.forum.title),
        trail: build.trail(made.forum),
    };
    let sections = sections(&page.body, build.shown(made, &up));
    let sections = sections.into_iter().enumerate().map(|(place, section)| {
        let talk = talk_of(made, &section).map(|number| build.line(made, number, &up));
        WholeSection { id: format!("part-{}", place + 1), talk, section }
    });
    let name = at.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let view = WholeView {
        forum: build.facts(made, &up),
        lead,
        sections: sections.collect(),
        moved: moved::from_page(made, name, &up),
    };
    let whole = name == "record";
    let about = about::words(build, made, &page.meta.title, &at, whole);
    let view = build.page(&at, head, view).about(about);
    Waiting::new(format!("{at}index.html"), template, view)
}

/// The talk that a section leads to.
fn talk_of(made: &Made<'_>, section: &SectionView) -> Option<usize> {
    let folder = section.url.strip_prefix("../")?.strip_suffix("/index.html")?;
    made.forum.talks.iter().position(|talk| talk.id == folder)
}

/// The free pages.
pub fn free_pages(build: &Build<'_>) -> Vec<Waiting> {
    let page = |page: &crate::model::FreePage| {
        let at = urls::page(&page.id);
        let title = page.title.clone();
        let head = Head { description: title.clone(), title, trail: Vec::new() };
        let view = FreeView { html: free_page::render(&page.markdown) };
        let about = about::plain(build, "WebPage", &page.title, &at);
        let view = build.page(&at, head, view).about(about);
        Waiting::new(format!("{at}index.html"), "page.html", view)
    };
    build.site.pages.iter().map(page).collect()
}

/// The search page.
pub fn search(build: &Build<'_>) -> Waiting {
    let title = build.strings.get("search").to_owned();
    let head = Head { description: title.clone(), title, trail: Vec::new() };
    let about = about::plain(build, "SearchResultsPage", build.strings.get("search"), urls::SEARCH);
    let page = build.page(urls::SEARCH, head, PlainView {}).about(about);
    Waiting::new(format!("{}index.html", urls::SEARCH), "search.html", page)
}

/// What the page of what is not there holds, so that it learns where it is.
pub fn here(build: &Build<'_>) -> Waiting {
    let title = build.site.config.title.clone();
    let head = Head { description: title.clone(), title, trail: Vec::new() };
    let view = build.page("here.html", head, PlainView {});
    Waiting::new("here.html".to_owned(), "here.html", view)
}

/// What is shown where nothing is. A server gives it at any address, so where the site's own is
/// known its links begin at the server's top.
pub fn not_found(build: &Build<'_>) -> Waiting {
    let title = build.strings.get("not_found").to_owned();
    let head = Head { description: title.clone(), title, trail: Vec::new() };
    let base = build.site.config.base_url.as_deref();
    let up = base.map_or_else(|| urls::up(""), |base| urls::path_of(base).to_owned());
    let view = build.page_below("404.html", up, head, PlainView {});
    Waiting::new("404.html".to_owned(), "404.html", view)
}
