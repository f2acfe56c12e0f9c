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
use forum_proceedings::input::{files::content_folder, load};
use forum_proceedings::markdown::ForumMarkdown;
use forum_proceedings::model::record::Record;
use forum_proceedings::model::{
    Forum, ForumIndex, IndexVec, Language, Site, Talk, TalkIndex, TextOwner,
};
use forum_proceedings::output::{NullSink, SiteWriter};
use forum_proceedings::passages::{self, LockedPlaces};
use forum_proceedings::pipeline::markdown_stage;
use forum_proceedings::render::assets::Assets;
use forum_proceedings::render::pages::annotations::Annotator;
use forum_proceedings::render::pages::{
    self, ForumContext, ForumSummary, PageJob, PreparedPage, SiteContext,
};
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
struct LoadedSite {
    site: Site,
    records: IndexVec<ForumIndex, Record>,
    segmenter: Segmenter,
    strings: UiStrings,
    sources: SourceMap,
    shown: String,
    /// With the parts, and without them.
    templates: [Templates; 2],
}

/// Milliseconds of each stage.
#[derive(Clone, Copy, Default)]
struct Stages {
    analysis: f64,
    views: f64,
    rendered: f64,
    files: f64,
}

/// Selects the time of one stage.
type Stage = fn(Stages) -> f64;

impl Stages {
    fn all(self) -> f64 {
        self.analysis + self.views + self.rendered + self.files
    }
}

fn main() -> ExitCode {
    let started = Instant::now();
    Segmenter::load_tagging_model();
    let tagging_model = ms(started);
    let Some(loaded) = load_site(Path::new(env!("CARGO_MANIFEST_DIR"))) else {
        eprintln!("content/ cannot be built, or a template has changed: see PARTS");
        return ExitCode::from(2);
    };
    println!("each part by itself, on one thread: median of {RUNS} runs, and the fastest, in ms");
    println!("{:34} {tagging_model:6.1}          (once)", "tagging model, beside the dictionary");
    time_parts(&loaded);
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for run in 0..=RUNS {
        let both = [loaded.build(true), loaded.build(false)];
        // the first run fills caches and is not counted
        if run > 0 {
            with.push(both[0]);
            without.push(both[1]);
        }
    }
    println!(
        "\nwall time on {} threads, with the parts and without them, in ms",
        rayon::current_num_threads()
    );
    let stages: [(&str, Stage); 5] = [
        ("analysis, Markdown, search index", |s| s.analysis),
        ("views", |s| s.views),
        ("pages", |s| s.rendered),
        ("files", |s| s.files),
        ("all of these", Stages::all),
    ];
    for (name, stage) in stages {
        let [with, without] =
            [&with, &without].map(|runs| median_and_least(runs.iter().map(|s| stage(*s))));
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

/// Reads `content/`; `None` if it cannot be built, or if a template lacks one of [`PARTS`].
fn load_site(root: &Path) -> Option<LoadedSite> {
    let (mut sources, mut problems) = (SourceMap::default(), Vec::new());
    let tree = content_folder::read(root, &mut sources, &mut problems);
    let site = load::load(&tree, &mut sources, &mut problems)?;
    let segmenter = passages::site_segmenter(&site, Segmenter::load());
    let record =
        |forum| passages::make_record(forum, &LockedPlaces::find(forum), &segmenter).record;
    let records = site.forums.iter().map(record).collect();
    let mut assets = Assets::with_own(Default::default(), Default::default());
    let file = assets.templates.get(&UiStrings::path(Language::Chinese))?;
    let strings = UiStrings::parse(&String::from_utf8_lossy(file)).ok()?;
    let titles = TitleBreaks::new(&site, &segmenter);
    let with_parts = Templates::new(&assets.templates, &strings, titles.clone()).ok()?;
    for (name, part, replacement) in PARTS {
        let template = assets.templates.get_mut(name)?;
        let text = String::from_utf8_lossy(template).into_owned();
        if text.matches(part).count() != 1 {
            return None;
        }
        *template = text.replace(part, replacement).into_bytes();
    }
    let without_parts = Templates::new(&assets.templates, &strings, titles).ok()?;
    Some(LoadedSite {
        site,
        records,
        segmenter,
        strings,
        sources,
        shown: tree.display_path,
        templates: [with_parts, without_parts],
    })
}

/// Times each part by itself, on one thread.
fn time_parts(loaded: &LoadedSite) {
    let LoadedSite { site, records, segmenter, strings, .. } = loaded;
    let forums = || site.forums.iter().zip(records);
    let lexicon = Lexicon::of(site, segmenter);
    let terms = || -> IndexVec<ForumIndex, ForumTerms> {
        let numbered = records.enumerated();
        numbered.map(|(n, record)| ForumTerms::find(site, n, record, segmenter, &lexicon)).collect()
    };
    let terms_of_talks = keywords::weigh(terms().enumerated());
    let cite_strings = pages::citation_strings(strings);
    let linked_data = LinkedDataContext { site, base: "https://example.org/" };
    let turns: Vec<IndexVec<TalkIndex, Vec<TranscriptText>>> =
        forums().map(|(forum, record)| turns_of_talks(site, forum, record)).collect();
    time_part("mentions", || {
        forums()
            .map(|(forum, record)| mentions::find(site, forum, record, segmenter))
            .collect::<Vec<_>>()
    });
    time_part("keywords", || keywords::weigh(terms().enumerated()));
    time_part("related talks", || keywords::related(&terms_of_talks));
    time_part("citations beside pages", || {
        let writer = SiteWriter::new(&NullSink);
        site.forums.iter().for_each(|forum| citations::put(site, forum, &cite_strings, &writer));
    });
    time_part("citations in pages", || {
        let numbered = site.forums.iter().flat_map(|f| f.talks.indices().map(move |n| (f, n)));
        numbered
            .map(|(f, n)| cite::formats(&Work::published(site, f, n), &cite_strings))
            .collect::<Vec<_>>()
    });
    time_part("JSON-LD and Highwire of talks", || {
        let of_forums = site.forums.iter().zip(&turns);
        let talks = of_forums.flat_map(|(f, turns)| f.talks.iter().zip(turns).map(move |t| (f, t)));
        talks
            .map(|(forum, (talk, turns))| head(&linked_data, forum, talk, turns))
            .collect::<Vec<_>>()
    });
    time_part("data, tables, llms.txt", || loaded.open_data());
}

/// What the head of a talk's page has for programs: JSON-LD of its turns and of the talk, and tags.
fn head(
    linked_data: &LinkedDataContext<'_>,
    forum: &Forum,
    talk: &Talk,
    turns: &[TranscriptText],
) -> (Vec<String>, String, String) {
    let of_turn = |turn| structured_data::in_script(&linked_data.turn(forum, talk, turn));
    // a talk of one turn has no JSON-LD of turns
    let of_turns = if turns.len() > 1 { turns.iter().map(of_turn).collect() } else { Vec::new() };
    (
        of_turns,
        structured_data::in_script(&linked_data.talk(forum, talk, turns, &[])),
        structured_data::tags(&linked_data.highwire(forum, talk)),
    )
}

/// The clean text of each turn of each talk of a forum.
fn turns_of_talks(
    site: &Site,
    forum: &Forum,
    record: &Record,
) -> IndexVec<TalkIndex, Vec<TranscriptText>> {
    let mut turns: IndexVec<TalkIndex, Vec<TranscriptText>> =
        forum.talks.iter().map(|_| Vec::new()).collect();
    let mut last = None;
    for passage in &record.passages {
        let TextOwner::Talk(talk) = forum.turns[passage.turn].owner else { continue };
        if last != Some(passage.turn) {
            let name =
                forum.talks[talk].speakers.first().map(|a| site.speakers[a.speaker].name.clone());
            let (anchor, name) = (passage.id.clone(), name.unwrap_or_default());
            turns[talk].push(TranscriptText { anchor, name, text: String::new(), start: None });
        }
        last = Some(passage.turn);
        if let Some(turn) = turns[talk].last_mut() {
            turn.text.push_str(&passage.clean(forum));
        }
    }
    turns
}

/// Prints how long it takes to make something on a single thread: the median of all runs, and the
/// fastest.
fn time_part<T: Send>(name: &str, make: impl Fn() -> T + Sync + Send) {
    let Ok(pool) = rayon::ThreadPoolBuilder::new().num_threads(1).build() else { return };
    let runs = (0..RUNS).map(|_| {
        pool.install(|| {
            let started = Instant::now();
            std::hint::black_box(make());
            ms(started)
        })
    });
    let (median, fastest) = median_and_least(runs);
    println!("{name:34} {median:6.1} {fastest:6.1}");
}

impl LoadedSite {
    /// Builds the site in memory, with the parts or without them; times each stage.
    fn build(&self, parts: bool) -> Stages {
        let writer = SiteWriter::new(&NullSink);
        let started = Instant::now();
        let (analyses, pages) = self.analyse_and_index(parts, &writer);
        let of_forums = analyses.enumerated();
        let site_analysis = Analysis::of(of_forums.map(|(n, analysis)| (n, &analysis.terms)));
        let analysis = ms(started);

        let started = Instant::now();
        let mut prepared = self.prepare_pages(&analyses, site_analysis, pages);
        let views = ms(started);

        let started = Instant::now();
        let is_part = |path: &str| PAGES.iter().any(|folder| path.starts_with(folder));
        prepared.retain(|page| parts || !is_part(&page.path));
        let templates = &self.templates[usize::from(!parts)];
        let html: Vec<_> = prepared.par_iter().map(|page| page.render(templates).is_ok()).collect();
        assert!(html.into_iter().all(|is_rendered| is_rendered), "every page is rendered");
        let rendered = ms(started);

        let started = Instant::now();
        if parts {
            self.open_data();
            let strings = pages::citation_strings(&self.strings);
            let forums = self.site.forums.iter();
            forums.for_each(|forum| citations::put(&self.site, forum, &strings, &writer));
        }
        Stages { analysis, views, rendered, files: ms(started) }
    }

    /// Analysis, Markdown pages and search index, in parallel as in a build.
    fn analyse_and_index(
        &self,
        parts: bool,
        writer: &SiteWriter<'_>,
    ) -> (IndexVec<ForumIndex, ForumAnalysis>, Vec<ForumMarkdown>) {
        let records: IndexVec<ForumIndex, &Record> = self.records.iter().collect();
        let index = || search::index(&self.site, &records, &self.segmenter, &self.strings, writer);
        let (analyses, (pages, ())) = rayon::join(
            || if parts { self.analyses() } else { self.no_analyses() },
            || rayon::join(|| self.pages(), index),
        );
        (analyses, pages)
    }

    /// The views of all pages.
    fn prepare_pages(
        &self,
        analyses: &IndexVec<ForumIndex, ForumAnalysis>,
        site_analysis: Analysis,
        pages: Vec<ForumMarkdown>,
    ) -> Vec<PreparedPage> {
        let Self { site, records, strings, sources, shown, .. } = self;
        let edit_links = EditLinks { config: &site.config, sources, shown };
        let with_analyses = records.enumerated().zip(analyses);
        let summaries = with_analyses
            .map(|((n, record), found)| ForumSummary::new(site, n, record, &found.mentions))
            .collect();
        let edits = site.speakers.iter().map(|s| edit_links.place(s.span)).collect();
        let fingerprint = "0".repeat(12);
        let context = SiteContext::new(site, summaries, strings, fingerprint, site_analysis, edits);
        let with_pages = records.enumerated().zip(analyses).zip(pages);
        let forums = with_pages.map(|(((index, record), analysis), pages)| {
            let (forum, mentions) = (&site.forums[index], &analysis.mentions);
            let annotator = Annotator { site, editing: &edit_links };
            ForumContext {
                summary: &context.forums[index],
                forum,
                former: &[],
                record,
                mentions,
                pages,
                moved: Vec::new(),
                annotations: annotator.of(forum, record, mentions),
                edits: forum.talks.iter().map(|t| edit_links.place(t.span)).collect(),
            }
        });
        let forums: Vec<ForumContext<'_>> = forums.collect();
        let emitted: Vec<_> = forums.iter().map(pages::emitted).collect();
        let jobs = forums.iter().flat_map(|forum| pages::of_forum(&context, forum));
        let jobs: Vec<_> = jobs.chain(pages::of_site(&context, &emitted)).collect();
        jobs.into_par_iter().map(PageJob::prepare).collect()
    }

    /// The analysis of each forum.
    fn analyses(&self) -> IndexVec<ForumIndex, ForumAnalysis> {
        let Self { site, records, segmenter, .. } = self;
        let lexicon = Lexicon::of(site, segmenter);
        let of_forum = |(n, record)| ForumAnalysis::of(site, n, record, segmenter, &lexicon);
        records.enumerated().map(of_forum).collect()
    }

    /// For each forum an analysis that found nothing.
    fn no_analyses(&self) -> IndexVec<ForumIndex, ForumAnalysis> {
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

    /// Makes the data of each forum, the tables and `llms.txt`.
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

/// The median and the least of some times.
fn median_and_least(times: impl Iterator<Item = f64>) -> (f64, f64) {
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], times[0])
}

fn ms(started: Instant) -> f64 {
    started.elapsed().as_secs_f64() * 1000.0
}
