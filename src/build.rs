//! The pipeline: from a folder to a finished site as a value.

mod files;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::editing::Editing;
use crate::findings::Findings;

use crate::diagnostics::{Diagnostic, Severity, Sources, Span, sort};
use crate::export::fingerprint;
use crate::input::tree;
use crate::input::{fields::Problems, load, resolve, words};
use crate::markdown::compose::{self, Ground};
use crate::markdown::{self, Page};
use crate::model::record::Record;
use crate::model::{Forum, Locked, Site};
use crate::output::{Content, Files};
use crate::reading;
use crate::render::assets::Assets;
use crate::render::pages::{self, Build, Made, beside};
use crate::render::strings::Strings;
use crate::render::templates::{TemplateError, Templates};
use crate::render::titles::Titles;
use crate::search;
use crate::text::Words;
use crate::urls;

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
    pub sources: Sources,
    /// The site; nothing where there is an error.
    pub built: Option<Built>,
}

/// A finished site.
#[derive(Debug)]
pub struct Built {
    /// Its files.
    pub files: Files,
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
    pub before: Vec<Locked>,
    /// The lock as it should be.
    pub now: Vec<Locked>,
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
    pub characters: usize,
}

/// Builds the site of a folder.
pub fn build(options: &Options, progress: &dyn Progress) -> Outcome {
    let mut sources = Sources::default();
    let mut problems = Problems::new();
    let built = make(options, &mut sources, &mut problems, progress);
    sort(&mut problems, &sources);
    let failed = problems.iter().any(|p| p.severity == Severity::Error);
    Outcome { built: built.filter(|_| !failed), problems, sources }
}

fn make(
    options: &Options,
    sources: &mut Sources,
    problems: &mut Problems,
    progress: &dyn Progress,
) -> Option<Built> {
    progress.begin(Stage::Reading, 0);
    let root = &options.root;
    let tree = tree::read(root, sources, problems);
    let assets = assets(root, sources, problems);
    let site = if tree.root.is_dir() { load::load(&tree, sources, problems) } else { None };
    let base = options.base_url.as_deref().map(|url| base_url(url, sources, problems));
    let mut site = site?;
    if let Some(base) = base {
        site.config.base_url = base;
    }
    let strings = strings(&site, &assets, sources, problems)?;
    let words = reading::words(&site);
    let titles = Titles::new(&site, &words);
    let templates = Templates::new(&assets.templates, &strings, titles)
        .map_err(|errors| problems.extend(broken_templates(&errors, &assets, sources)))
        .ok()?;
    let records = records(&site, &words, problems);
    let findings = Findings::of(&site, &records, &words);
    problems.extend(findings.mentions.iter().flat_map(|m| m.unsure.clone()));
    let mut files = Files::new();
    let mut made = made(&site, &records, &strings, sources, &mut files, problems)?;
    let editing = Editing { config: &site.config, sources, shown: &tree.shown };
    beside::put(&site, &findings, &editing, &mut made);
    let edits = site.speakers.iter().map(|s| editing.place(s.span)).collect();
    files::data(&site, &records, &mut files, sources, problems);
    let print = fingerprint::of(&site, &files);
    let build = Build::new(&site, made, &strings, print, &findings, edits);
    let errors = render(&build, &templates, &mut files, progress);
    problems.extend(broken_templates(&errors, &assets, sources));
    files::beside_pages(&site, &records, &strings, &mut files);
    files.extend(search::index(&site, &records, &words, &strings));
    files::map(&site, &pages::gone_addresses(&build), &mut files);
    files::images(&site, &tree, &mut files);
    files::statics(assets.statics, &mut files, sources, problems);
    let top = site.config.base_url.as_deref().map_or("/", urls::path_of).to_owned();
    Some(Built { totals: totals(&site, &records), locks: locks(&site, &records), files, top })
}

fn assets(root: &Path, sources: &mut Sources, problems: &mut Problems) -> Assets {
    let templates = tree::own(root, "templates", sources, problems);
    let templates = tree::read_all(templates, sources, problems);
    let statics = tree::own(root, "static", sources, problems);
    let statics = statics.into_iter().map(|(name, path)| (name, Content::CopyOf(path)));
    Assets::with_own(templates, statics.collect())
}

fn base_url(url: &str, sources: &mut Sources, problems: &mut Problems) -> Option<String> {
    if resolve::is_base(url) {
        return Some(format!("{}/", url.trim_end_matches('/')));
    }
    let span = Span::whole(sources.add("--base-url", ""));
    problems.push(
        Diagnostic::error("bad-url", span, format!("`{url}` is not the address of a site"))
            .help("give one such as https://example.org/forum/"),
    );
    None
}

/// The words of the interface: a site's own file may be older than the program, so what it lacks
/// is as embedded.
fn strings(
    site: &Site,
    assets: &Assets,
    sources: &mut Sources,
    problems: &mut Problems,
) -> Option<Strings> {
    let path = Strings::path(site.config.language);
    let embedded = Assets::with_own(Default::default(), Default::default());
    let given = embedded.templates.get(&path).map(|bytes| String::from_utf8_lossy(bytes));
    let given = Strings::parse(&given.unwrap_or_default())
        .map_err(|message| TemplateError { message, at: Some((path.clone(), 0..0)) })
        .map_err(|error| problems.push(broken_template(&error, &embedded, sources)))
        .ok()?;
    let own = assets.templates.get(&path).filter(|own| embedded.templates.get(&path) != Some(own));
    let Some(own) = own else { return Some(given) };
    let file = sources.add(format!("templates/{path}"), String::from_utf8_lossy(own));
    Some(given.overridden(Strings::new(words::read(file, sources, problems)?)))
}

fn broken_templates(
    errors: &[TemplateError],
    assets: &Assets,
    sources: &mut Sources,
) -> Vec<Diagnostic> {
    errors.iter().map(|error| broken_template(error, assets, sources)).collect()
}

/// What the template engine says, as a problem in the template.
fn broken_template(error: &TemplateError, assets: &Assets, sources: &mut Sources) -> Diagnostic {
    let (path, range) = error.at.clone().unwrap_or_default();
    let shown = if path.is_empty() { "templates".into() } else { format!("templates/{path}") };
    let text = assets.templates.get(&path).map(|bytes| String::from_utf8_lossy(bytes));
    let known = sources.find(&shown);
    let file = known.unwrap_or_else(|| sources.add(shown, text.unwrap_or_default()));
    let (what, more) = error.message.split_once(". ").unwrap_or((&error.message, ""));
    let mut letters = what.trim_end_matches('.').chars();
    let first = letters.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    let message = format!("this template cannot be used: {first}{}", letters.as_str());
    Diagnostic::error("bad-template", Span::new(file, range), message)
        .label(more.trim_end_matches('.').to_lowercase())
        .help("correct the site's own template, or remove it to use the embedded one")
}

fn records(site: &Site, words: &Words, problems: &mut Problems) -> Vec<Record> {
    let read = site.forums.iter().map(|forum| reading::read(forum, words));
    read.map(|read| {
        problems.extend(read.problems);
        read.record
    })
    .collect()
}

/// Writes the Markdown pages into `files` and reads them back; HTML is made of what was read.
fn made<'a>(
    site: &'a Site,
    records: &'a [Record],
    strings: &Strings,
    sources: &Sources,
    files: &mut Files,
    problems: &mut Problems,
) -> Option<Vec<Made<'a>>> {
    let words = compose::Words { unnamed: strings.get("unnamed").to_owned() };
    let mut all = Vec::new();
    for (forum, record) in site.forums.iter().zip(records) {
        let ground = Ground { site, forum, record, sources, words: &words };
        let id = &forum.id;
        let mut composed: Vec<(String, Page)> = (0..forum.talks.len())
            .map(|talk| (urls::talk(id, &forum.talks[talk].id), ground.talk(talk)))
            .collect();
        let word = |key| strings.get(key);
        composed.push((urls::host(id), ground.hosts(word("host_page"), word("closing"))));
        let whole = ground.record(word("record"), word("cut_section"), word("host"));
        composed.push((urls::record(id), whole));
        let written: Vec<Written> = composed.par_iter().map(Written::new).collect();
        let mut pages = Vec::new();
        for ((at, page), written) in composed.iter().zip(written) {
            match written.read {
                Ok(read) => pages.push(read),
                Err(why) => problems.push(unreadable_page(forum.transcript.file, at, &why)),
            }
            if !page.body.is_empty() {
                files.insert(format!("{at}index.md"), Content::Bytes(written.markdown));
                files.insert(format!("{at}clean.md"), Content::Bytes(written.clean));
            }
        }
        let (Some(whole), Some(hosts)) = (pages.pop(), pages.pop()) else { continue };
        let moved = reading::lock::moved(forum, record);
        all.push(Made {
            forum,
            record,
            talks: pages,
            hosts,
            whole,
            moved,
            beside: BTreeMap::new(),
            edits: Vec::new(),
            characters: Vec::new(),
        });
    }
    let complete = all.iter().all(|made| made.talks.len() == made.forum.talks.len());
    (complete && all.len() == site.forums.len()).then_some(all)
}

/// A page as Markdown, and as it is read back.
struct Written {
    markdown: Vec<u8>,
    clean: Vec<u8>,
    read: Result<Page, String>,
}

impl Written {
    fn new((_, page): &(String, Page)) -> Self {
        let markdown = markdown::write(page);
        let read = markdown::read(&markdown).map_err(|error| error.to_string());
        Self { read, clean: markdown::clean(page).into_bytes(), markdown: markdown.into_bytes() }
    }
}

fn unreadable_page(file: crate::diagnostics::FileId, at: &str, why: &str) -> Diagnostic {
    let message = format!("internal error: the page `{at}index.md` cannot be read back: {why}");
    Diagnostic::error("markdown", Span::whole(file), message)
        .help("please report this with the forum's files")
}

/// Renders every page into `files`; gives what is wrong with the templates.
fn render(
    build: &Build<'_>,
    templates: &Templates,
    files: &mut Files,
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
                files.insert(path, Content::Bytes(html.into_bytes()));
            }
            Err(error) => errors.push(error),
        }
    }
    errors
}

fn locks(site: &Site, records: &[Record]) -> Vec<ForumLock> {
    let lock = |(forum, record): (&Forum, &Record)| ForumLock {
        forum: forum.id.clone(),
        before: forum.lock.entries.clone(),
        now: reading::lock::entries(forum, record),
    };
    site.forums.iter().zip(records).map(lock).collect()
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
