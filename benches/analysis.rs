//! What analysis, citations, metadata, figures and open data add to the build of the real site:
//! `cargo bench --bench analysis`.
//!
//! Measures all stages after reading the content, in one process, with these parts and without them
//! in turn: wall time on all cores, and the time of each part by itself on one thread. Without
//! them, nothing is analysed; the pages of people, topics, organisations and data are not rendered;
//! and the templates of all other pages have no metadata in their head, no citation dialog and no
//! figures. The JSON-LD and the citations in the view of a page are made in both cases, so they are
//! measured by themselves and have to be added.

#![allow(clippy::print_stdout, clippy::print_stderr)] // a benchmark prints its measurements

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use rayon::prelude::*;

use forum_proceedings::analysis::keywords::{ForumTerms, Lexicon};
use forum_proceedings::analysis::{Analysis, ForumAnalysis};
use forum_proceedings::cite::{self, Work};
use forum_proceedings::diagnostics::SourceMap;
use forum_proceedings::edit_links::EditLinks;
use forum_proceedings::export::structured_data::{self, LinkedDataContext, TranscriptText};
use forum_proceedings::export::{citations, csv_tables, forum_json, llms_txt};
use forum_proceedings::input::{files::content, load};
use forum_proceedings::markdown::ForumMarkdown;
use forum_proceedings::model::record::Record;
use forum_proceedings::model::{ForumIndex, IndexVec, Language, Owner, Site, TalkIndex};
use forum_proceedings::output::{NullSink, SiteWriter};
use forum_proceedings::passages::{self, LockedPlaces};
use forum_proceedings::pipeline::markdown_stage;
use forum_proceedings::render::assets::Assets;
use forum_proceedings::render::pages::annotations::Annotator;
use forum_proceedings::render::pages::{self, ForumContext, ForumSummary, PageJob, SiteContext};
use forum_proceedings::render::templates::Templates;
use forum_proceedings::render::title_breaks::TitleBreaks;
use forum_proceedings::text::Segmenter;
use forum_proceedings::ui_strings::UiStrings;
use forum_proceedings::{analysis::keywords, analysis::mentions, search};

const RUNS: usize = 41;

/// What only these parts need in the templates: template, text, and what replaces the text in the
/// templates without the parts.
const PARTS: [(&str, &str, &str); 6] = [
    ("base.html", "{{ view.about.tags | safe }}{% if view.about.ld %}", "{% if false %}"),
    ("talk.html", "{{ <cite cite={view.page.cite} /> }}", ""),
    ("talk.html", "{% if view.page.panel %}", "{% if false %}"),
    ("forum.html", "{{ <ribbon ribbon={view.page.ribbon} /> }}", ""),
    ("forum.html", "{% if view.page.words %}", "{% if false %}"),
    ("forum.html", "{% if view.page.mentions %}", "{% if false %}"),
];

/// Folders whose pages are among the parts.
const PAGES: [&str; 4] = ["data/", "organisations/", "speakers/", "topics/"];

/// The site after its content was read.
struct Read {
    site: Site,
    records: IndexVec<ForumIndex, Record>,
    words: Segmenter,
    strings: UiStrings,
    sources: SourceMap,
    shown: String,
    /// With the parts, and without them.
    templates: [Templates; 2],
}

/// Milliseconds of each stage.
#[derive(Clone, Copy, Default)]
struct Stages {
    found: f64,
    views: f64,
    rendered: f64,
    files: f64,
}

/// Selects the time of one stage.
type Stage = fn(Stages) -> f64;

impl Stages {
    fn all(self) -> f64 {
        self.found + self.views + self.rendered + self.files
    }
}

fn main() -> ExitCode {
    let started = Instant::now();
    Segmenter::load_tagging_model();
    let kinds = ms(started);
    let Some(read) = read(Path::new(env!("CARGO_MANIFEST_DIR"))) else {
        eprintln!("content/ cannot be built, or a template has changed: see PARTS");
        return ExitCode::from(2);
    };
    println!("each part by itself, on one thread: median of {RUNS} runs, and the fastest, in ms");
    println!("{:34} {kinds:6.1}          (once)", "tagging model, beside the dictionary");
    parts(&read);
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for run in 0..=RUNS {
        let both = [read.after(true), read.after(false)];
        if run > 0 {
            with.push(both[0]);
            without.push(both[1]);
        }
    }
    println!(
        "\nwall time on {} threads, with the parts and without them, in ms",
        rayon::current_num_threads()
    );
    let of: [(&str, Stage); 5] = [
        ("analysis, Markdown, search index", |s| s.found),
        ("views", |s| s.views),
        ("pages", |s| s.rendered),
        ("files", |s| s.files),
        ("all of these", Stages::all),
    ];
    for (name, of) in of {
        let [with, without] = [&with, &without].map(|runs| spread(runs.iter().map(|s| of(*s))));
        println!(
            "{name:34} {:6.1} {:6.1}   adds {:5.1}   fastest {:6.1} {:6.1}   adds {:5.1}",
            with.0,
            without.0,
            with.0 - without.0,
            with.1,
            without.1,
            with.1 - without.1
        );
    }
    ExitCode::SUCCESS
}

fn read(root: &Path) -> Option<Read> {
    let (mut sources, mut problems) = (SourceMap::default(), Vec::new());
    let tree = content::read(root, &mut sources, &mut problems);
    let site = load::load(&tree, &mut sources, &mut problems)?;
    let words = passages::words(&site, Segmenter::load());
    let record = |forum| passages::read(forum, &LockedPlaces::find(forum), &words).record;
    let records = site.forums.iter().map(record).collect();
    let mut assets = Assets::with_own(Default::default(), Default::default());
    let file = assets.templates.get(&UiStrings::path(Language::Chinese))?;
    let strings = UiStrings::parse(&String::from_utf8_lossy(file)).ok()?;
    let titles = TitleBreaks::new(&site, &words);
    let whole = Templates::new(&assets.templates, &strings, titles.clone()).ok()?;
    for (name, part, by) in PARTS {
        let template = assets.templates.get_mut(name)?;
        let text = String::from_utf8_lossy(template).into_owned();
        if text.matches(part).count() != 1 {
            return None;
        }
        *template = text.replace(part, by).into_bytes();
    }
    let bare = Templates::new(&assets.templates, &strings, titles).ok()?;
    Some(Read {
        site,
        records,
        words,
        strings,
        sources,
        shown: tree.display_path,
        templates: [whole, bare],
    })
}

/// Times each part by itself, on one thread.
fn parts(read: &Read) {
    let Read { site, records, words, strings, .. } = read;
    let forums = || site.forums.iter().zip(records);
    let lexicon = Lexicon::of(site, words);
    let terms = || -> IndexVec<ForumIndex, ForumTerms> {
        let numbered = records.enumerated();
        numbered.map(|(n, record)| ForumTerms::find(site, n, record, words, &lexicon)).collect()
    };
    let all = keywords::weigh(terms().enumerated());
    let cited = pages::citation_words(strings);
    let ground = LinkedDataContext { site, base: "https://example.org/" };
    let said: Vec<IndexVec<TalkIndex, Vec<TranscriptText>>> =
        forums().map(|(forum, record)| said(site, forum, record)).collect();
    one("mentions", || {
        forums()
            .map(|(forum, record)| mentions::find(site, forum, record, words))
            .collect::<Vec<_>>()
    });
    one("keywords", || keywords::weigh(terms().enumerated()));
    one("related talks", || keywords::related(&all));
    one("citations beside pages", || {
        let writer = SiteWriter::new(&NullSink);
        site.forums.iter().for_each(|forum| citations::put(site, forum, &cited, &writer));
    });
    one("citations in pages", || {
        let numbered = site.forums.iter().flat_map(|f| f.talks.indices().map(move |n| (f, n)));
        numbered
            .map(|(f, n)| cite::formats(&Work::published(site, f, n), &cited))
            .collect::<Vec<_>>()
    });
    one("JSON-LD and Highwire of talks", || {
        let talks = site
            .forums
            .iter()
            .zip(&said)
            .flat_map(|(f, said)| f.talks.iter().zip(said).map(move |t| (f, t)));
        let head = |(forum, (talk, said)): (_, (_, &Vec<TranscriptText>))| {
            let turns =
                said.iter().map(|said| structured_data::in_script(&ground.turn(forum, talk, said)));
            let turns: Vec<String> = if said.len() > 1 { turns.collect() } else { Vec::new() };
            (
                turns,
                structured_data::in_script(&ground.talk(forum, talk, said, &[])),
                structured_data::tags(&ground.highwire(forum, talk)),
            )
        };
        talks.map(head).collect::<Vec<_>>()
    });
    one("data, tables, llms.txt", || read.open_data());
}

/// What is said in each talk of a forum, by turns.
fn said(
    site: &Site,
    forum: &forum_proceedings::model::Forum,
    record: &Record,
) -> IndexVec<TalkIndex, Vec<TranscriptText>> {
    let mut said: IndexVec<TalkIndex, Vec<TranscriptText>> =
        forum.talks.iter().map(|_| Vec::new()).collect();
    let mut last = None;
    for passage in &record.passages {
        let Owner::Talk(talk) = forum.turns[passage.turn].owner else { continue };
        if last != Some(passage.turn) {
            let name =
                forum.talks[talk].speakers.first().map(|a| site.speakers[a.speaker].name.clone());
            let (anchor, name) = (passage.id.clone(), name.unwrap_or_default());
            said[talk].push(TranscriptText { anchor, name, text: String::new(), start: None });
        }
        last = Some(passage.turn);
        if let Some(turn) = said[talk].last_mut() {
            turn.text.push_str(&passage.clean(forum));
        }
    }
    said
}

/// Times something on a single thread and says so.
fn one<T: Send>(name: &str, make: impl Fn() -> T + Sync + Send) {
    let Ok(pool) = rayon::ThreadPoolBuilder::new().num_threads(1).build() else { return };
    let runs = (0..RUNS).map(|_| {
        pool.install(|| {
            let started = Instant::now();
            std::hint::black_box(make());
            ms(started)
        })
    });
    let (median, fastest) = spread(runs);
    println!("{name:34} {median:6.1} {fastest:6.1}");
}

impl Read {
    /// Makes the site of what was read, with the parts or without; times each stage.
    fn after(&self, parts: bool) -> Stages {
        let Self { site, records, words, strings, sources, shown, .. } = self;
        let started = Instant::now();
        let borrowed: IndexVec<ForumIndex, &Record> = records.iter().collect();
        let writer = SiteWriter::new(&NullSink);
        let (found, (pages, ())) = rayon::join(
            || if parts { self.analyses() } else { self.none() },
            || {
                rayon::join(
                    || self.pages(),
                    || search::index(site, &borrowed, words, strings, &writer),
                )
            },
        );
        let analysis = Analysis::of(found.enumerated().map(|(n, found)| (n, &found.terms)));
        let found_in = ms(started);
        let started = Instant::now();
        let edit_links = EditLinks { config: &site.config, sources, shown };
        let numbered = records.enumerated().zip(&found);
        let summaries = numbered
            .map(|((n, record), found)| ForumSummary::new(site, n, record, &found.mentions))
            .collect();
        let edits = site.speakers.iter().map(|s| edit_links.place(s.span)).collect();
        let context = SiteContext::new(site, summaries, strings, "0".repeat(12), analysis, edits);
        let forums = records.enumerated().zip(&found).zip(pages);
        let forums: Vec<ForumContext<'_>> = forums
            .map(|(((number, record), found), pages)| {
                let (forum, mentions) = (&site.forums[number], &found.mentions);
                let annotator = Annotator { site, editing: &edit_links };
                ForumContext {
                    summary: &context.forums[number],
                    forum,
                    record,
                    mentions,
                    pages,
                    moved: Vec::new(),
                    annotations: annotator.of(forum, record, mentions),
                    edits: forum.talks.iter().map(|t| edit_links.place(t.span)).collect(),
                }
            })
            .collect();
        let emitted: Vec<_> = forums.iter().map(pages::emitted).collect();
        let jobs = forums.iter().flat_map(|forum| pages::of_forum(&context, forum));
        let jobs: Vec<_> = jobs.chain(pages::of_site(&context, &emitted)).collect();
        let mut prepared: Vec<_> = jobs.into_par_iter().map(PageJob::prepare).collect();
        let views = ms(started);
        let started = Instant::now();
        let is_part = |path: &str| PAGES.iter().any(|folder| path.starts_with(folder));
        prepared.retain(|page| parts || !is_part(&page.path));
        let templates = &self.templates[usize::from(!parts)];
        let html: Vec<_> = prepared.par_iter().map(|page| page.render(templates).is_ok()).collect();
        assert!(html.into_iter().all(|rendered| rendered), "every page is rendered");
        let rendered = ms(started);
        let started = Instant::now();
        if parts {
            self.open_data();
            let words = pages::citation_words(strings);
            site.forums.iter().for_each(|forum| citations::put(site, forum, &words, &writer));
        }
        Stages { found: found_in, views, rendered, files: ms(started) }
    }

    /// What is found in each forum.
    fn analyses(&self) -> IndexVec<ForumIndex, ForumAnalysis> {
        let Self { site, records, words, .. } = self;
        let lexicon = Lexicon::of(site, words);
        let numbered = records.enumerated();
        numbered.map(|(n, record)| ForumAnalysis::of(site, n, record, words, &lexicon)).collect()
    }

    /// Nothing found.
    fn none(&self) -> IndexVec<ForumIndex, ForumAnalysis> {
        self.records.iter().map(|_| ForumAnalysis::default()).collect()
    }

    /// The Markdown pages of each forum, read back.
    fn pages(&self) -> Vec<ForumMarkdown> {
        let Self { site, records, strings, sources, .. } = self;
        let numbered = records.enumerated();
        let pages = numbered.map(|(number, record)| {
            let composed = markdown_stage::compose(site, number, record, strings, sources);
            std::hint::black_box(markdown_stage::files(&composed));
            markdown_stage::read_back(&site.forums[number], &composed, &mut Vec::new())
        });
        let pages: Vec<ForumMarkdown> = pages.flatten().collect();
        assert_eq!(pages.len(), records.len(), "every page is read back");
        pages
    }

    fn open_data(&self) {
        let Self { site, records, strings, sources, .. } = self;
        let writer = SiteWriter::new(&NullSink);
        let mut characters = Vec::new();
        for (number, record) in records.enumerated() {
            let forum = &site.forums[number];
            let data = forum_json::forum(site, forum, record, sources).unwrap_or_default();
            writer.put_bytes(forum.id.as_str(), data);
            let summary = ForumSummary::new(site, number, record, &Default::default());
            characters.push(summary.characters);
        }
        let talks = csv_tables::talks(site, &characters.iter().collect::<Vec<_>>());
        writer.put_bytes("talks", talks.unwrap_or_default());
        writer.put_bytes("speakers", csv_tables::speakers(site).unwrap_or_default());
        writer.put_bytes("llms", llms_txt::llms(site, strings));
    }
}

/// The median and the least.
fn spread(times: impl Iterator<Item = f64>) -> (f64, f64) {
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], times[0])
}

fn ms(started: Instant) -> f64 {
    started.elapsed().as_secs_f64() * 1000.0
}
