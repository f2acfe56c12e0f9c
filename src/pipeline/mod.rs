//! The pipeline: from a folder to a finished site as a value.

mod artifacts;
pub mod markdown_stage;
mod social_images;
mod theme;

use std::panic::resume_unwind;
use std::path::PathBuf;
use std::thread;

use rayon::prelude::*;

use crate::analysis::Analysis;
use crate::diagnostics::{Code, Diagnostic, Problems, Severity, SourceMap, Span, sort};
use crate::edit_links::EditLinks;
use crate::export::fingerprint;
use crate::input::files::content::{self, Tree};
use crate::input::{load, resolve};
use crate::markdown::ForumMarkdown;
use crate::model::record::Record;
use crate::model::{CharCount, Forum, ForumIndex, IndexVec, LockedPermalink, Site};
use crate::output::{FileContent, SiteFiles};
use crate::passages::{self, LockedPlaces};
use crate::render::assets::Assets;
use crate::render::pages::{self, ForumContext, SiteContext, annotations::Annotator};
use crate::render::templates::{TemplateError, Templates};
use crate::render::title_breaks::TitleBreaks;
use crate::search;
use crate::text::Segmenter;
use crate::ui_strings::UiStrings;
use crate::urls;
use theme::broken_templates;

/// What a build is asked for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The folder that has `content/`, and perhaps `templates/` and `static/`, in it.
    pub root: PathBuf,
    /// Address under which the site is published; goes before that of `site.yaml`.
    pub base_url: Option<String>,
}

/// How far the work is.
pub trait Progress: Sync {
    /// A stage of so many steps begins.
    fn begin(&self, stage: Stage, steps: usize);
    /// A step is done.
    fn step(&self);
}

/// A stage of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading `content/`.
    Reading,
    /// Making pages.
    Rendering,
    /// Following links.
    Checking,
    /// Writing files.
    Writing,
}

/// What was made, and every problem found on the way.
#[derive(Debug)]
pub struct Outcome {
    /// The problems, sorted by file and place.
    pub problems: Vec<Diagnostic>,
    /// The texts that they point into.
    pub sources: SourceMap,
    /// The site; nothing where there is an error.
    pub built: Option<Built>,
}

/// A finished site.
#[derive(Debug)]
pub struct Built {
    /// Its files.
    pub files: SiteFiles,
    /// How much of everything there is.
    pub totals: Totals,
    /// The path under which it is published: `/`, or `/forum/` of `https://example.org/forum/`.
    pub top: String,
    /// The permalinks of each forum, as `gen lock` writes them.
    pub locks: Vec<ForumLock>,
}

/// The permalinks of a forum, to be locked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForumLock {
    /// The forum's id.
    pub forum: String,
    /// The lock as it was read.
    pub before: Vec<LockedPermalink>,
    /// The lock as it should be.
    pub now: Vec<LockedPermalink>,
}

/// How much of everything a site has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Forums.
    pub forums: usize,
    /// Talks.
    pub talks: usize,
    /// Speakers.
    pub speakers: usize,
    /// Passages.
    pub passages: usize,
    /// Characters of all transcripts.
    pub characters: CharCount,
}

/// Builds the site of a folder.
pub fn build(options: &Options, progress: &dyn Progress) -> Outcome {
    let mut sources = SourceMap::default();
    let mut problems = Problems::new();
    let built = make(options, &mut sources, &mut problems, progress);
    sort(&mut problems, &sources);
    let failed = problems.iter().any(|p| p.severity == Severity::Error);
    Outcome { built: built.filter(|_| !failed), problems, sources }
}

fn make(
    options: &Options,
    sources: &mut SourceMap,
    problems: &mut Problems,
    progress: &dyn Progress,
) -> Option<Built> {
    progress.begin(Stage::Reading, 0);
    let tree = content::read(&options.root, sources, problems);
    let assets = theme::assets(&options.root, sources, problems);
    // the dictionary takes longer than all the rest of reading; deep YAML needs this thread's stack
    let (loaded, dictionary) = thread::scope(|scope| {
        let dictionary = scope.spawn(Segmenter::load);
        (load(options, &tree, &assets, sources, problems), dictionary.join())
    });
    let Loaded { site, strings, published } = loaded?;
    let words = passages::words(&site, dictionary.unwrap_or_else(|why| resume_unwind(why)));
    let titles = TitleBreaks::new(&site, &words);
    let templates = Templates::new(&assets.templates, &strings, titles.clone())
        .map_err(|errors| problems.extend(broken_templates(&errors, &assets, sources)))
        .ok()?;
    let records = records(&site, &published, &words, problems);
    let (findings, (written, index)) = rayon::join(
        || Analysis::of(&site, &records, &words),
        || {
            rayon::join(
                || markdown_stage::pages(&site, &records, &strings, sources),
                || search::index(&site, &records, &words, &strings),
            )
        },
    );
    problems.extend(findings.mentions.iter().flat_map(|m| m.unsure.clone()));
    problems.extend(written.problems);
    let mut files = written.files;
    let editing = EditLinks { config: &site.config, sources, shown: &tree.shown };
    let made = made(&site, &records, written.pages, &findings, &editing)?;
    let edits = site.speakers.iter().map(|s| editing.place(s.span)).collect();
    artifacts::data(&site, &records, &mut files, sources, problems);
    let print = fingerprint::of(&site, &files);
    let build = SiteContext::new(&site, made, &strings, print, &findings, edits);
    let errors = render(&build, &templates, &mut files, progress);
    problems.extend(broken_templates(&errors, &assets, sources));
    artifacts::citations_and_tables(&site, &records, &strings, &mut files, sources, problems);
    files.extend(index);
    artifacts::map(&site, &pages::gone_addresses(&build), &mut files);
    artifacts::images(&site, &tree, &mut files);
    let ground = social_images::Ground { site: &site, strings: &strings, titles: &titles };
    ground.draw(&mut files, problems);
    artifacts::statics(assets.statics, &mut files, sources, problems);
    let top = site.config.base_url.as_deref().map_or("/", urls::path_of).to_owned();
    let locks = locks(&site, &records, &published);
    Some(Built { totals: totals(&site, &records), locks, files, top })
}

/// What is known before a word is read.
struct Loaded {
    site: Site,
    strings: UiStrings,
    /// By forum.
    published: Vec<LockedPlaces>,
}

fn load(
    options: &Options,
    tree: &Tree,
    assets: &Assets,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Loaded> {
    let site = tree.found.then(|| load::load(tree, sources, problems)).flatten();
    let base = options.base_url.as_deref().map(|url| base_url(url, sources, problems));
    let mut site = site?;
    if let Some(base) = base {
        site.config.base_url = base;
    }
    let strings = theme::strings(&site, assets, sources, problems)?;
    let published = site.forums.iter().map(LockedPlaces::find).collect();
    Segmenter::load_tagging_model();
    Some(Loaded { site, strings, published })
}

fn base_url(url: &str, sources: &mut SourceMap, problems: &mut Problems) -> Option<String> {
    let why = match resolve::base_url(url) {
        Ok(base) => return Some(base),
        Err(why) => why,
    };
    let span = Span::whole(sources.add("--base-url", ""));
    problems.push(
        Diagnostic::new(Code::BadUrl, span, format!("`{url}` is not the address of a site: {why}"))
            .help("give one such as https://example.org/forum/"),
    );
    None
}

fn records(
    site: &Site,
    published: &[LockedPlaces],
    words: &Segmenter,
    problems: &mut Problems,
) -> IndexVec<ForumIndex, Record> {
    let forums = site.forums.iter().zip(published);
    forums
        .map(|(forum, published)| {
            let read = passages::read(forum, published, words);
            problems.extend(read.problems);
            read.record
        })
        .collect()
}

/// Each forum with its pages and what was found; nothing where a page could not be read back.
fn made<'a>(
    site: &'a Site,
    records: &'a [Record],
    pages: Vec<ForumMarkdown>,
    findings: &Analysis,
    editing: &EditLinks<'_>,
) -> Option<IndexVec<ForumIndex, ForumContext<'a>>> {
    let complete = pages.len() == site.forums.len();
    let forums = site.forums.enumerated().zip(records).zip(pages).zip(&findings.mentions);
    let annotator = Annotator { site, editing };
    let made = forums.map(|((((number, forum), record), pages), mentions)| {
        let annotations = annotator.of(forum, record, mentions);
        let edits = forum.talks.iter().map(|talk| editing.place(talk.span)).collect();
        ForumContext::new(number, (forum, record), pages, annotations, edits)
    });
    complete.then(|| made.collect())
}

/// Renders every page into `files`; gives what is wrong with the templates.
fn render(
    build: &SiteContext<'_>,
    templates: &Templates,
    files: &mut SiteFiles,
    progress: &dyn Progress,
) -> Vec<TemplateError> {
    let waiting = pages::all(build);
    progress.begin(Stage::Rendering, waiting.len());
    let rendered: Vec<_> = waiting
        .par_iter()
        .map(|page| {
            let rendered = page.render(templates);
            progress.step();
            rendered
        })
        .collect();
    let mut errors = Vec::new();
    for page in rendered {
        match page {
            Ok((path, html)) => {
                files.insert(path, FileContent::Bytes(html.into_bytes()));
            }
            Err(error) => errors.push(error),
        }
    }
    errors
}

fn locks(site: &Site, records: &[Record], published: &[LockedPlaces]) -> Vec<ForumLock> {
    let forums = site.forums.iter().zip(records).zip(published);
    let lock = |((forum, record), published): ((&Forum, &Record), &LockedPlaces)| ForumLock {
        forum: forum.id.clone(),
        before: forum.lock.entries.clone(),
        now: passages::lock_entries::entries(forum, record, published),
    };
    forums.map(lock).collect()
}

fn totals(site: &Site, records: &[Record]) -> Totals {
    Totals {
        forums: site.forums.len(),
        talks: site.forums.iter().map(|f| f.talks.len()).sum(),
        speakers: site.speakers.len(),
        passages: records.iter().map(|r| r.passages.len()).sum(),
        characters: records.iter().map(|r| r.ledger.characters).sum(),
    }
}
