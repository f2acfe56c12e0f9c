//! The pipeline: *read → derive → emit*, from a folder to the files of a site.
//!
//! 1. `read` reads `content/` and checks it, and loads the `theme` and the dictionary: the model
//!    of the site, and every problem with its place.
//! 2. `derive` makes of each forum, one by one, its record, its mentions and the terms of its
//!    talks. It writes what depends on nothing else: the Markdown pages
//!    ([`markdown_stage`]), the data files and the search index. What the pages of other forums and
//!    of the site need of a forum is a small
//!    [`ForumSummary`](crate::render::pages::ForumSummary).
//! 3. `emit` makes the HTML and the book (`books`) of each forum, one by one, from the Markdown
//!    read back, its record and the summaries of all forums; then the site's own pages and feeds
//!    from summaries alone, and the other files (`artifacts`, `social_images`).
//!
//! Files go to a [`Sink`] as they are made, and no stage keeps them. Two things must be known
//! of all forums before the first page: the fingerprint, which every page shows, and the keywords,
//! from which related talks are found.
//!
//! The files are the same bytes whatever the number of threads: a file is made by one thread, and
//! what is made by several is put together in the order of the model.

mod artifacts;
mod books;
mod check_site;
mod derive;
mod emit;
pub mod markdown_stage;
mod read;
mod social_images;
mod terms;
mod theme;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub use check_site::{CheckReport, check_site};
pub use terms::{MisheardTerm, TermsOfForum, TermsReport, terms};

use crate::diagnostics::{Diagnostic, Problems, Severity, SourceMap, sort};
use crate::input::raw::{addresses_lock, permalinks_lock};
use crate::model::{CharCount, LockedAddress, LockedPermalink, SourceAccount};
use crate::output::{NullSink, Sink, SiteWriter};
use crate::urls;

/// Options of a build.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The folder that has `content/`, and perhaps `templates/` and `static/`, in it.
    pub root: PathBuf,
    /// Address under which the site is published; overrides that of `site.yaml`.
    pub base_url: Option<String>,
}

/// Receives progress events.
pub trait Progress: Sync {
    /// A stage begins that has this number of steps.
    fn begin(&self, stage: Stage, steps: usize);
    /// A step is done.
    fn step(&self);
}

/// Ignores all progress.
impl Progress for () {
    fn begin(&self, _: Stage, _: usize) {}
    fn step(&self) {}
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

/// Every problem found by a build, and what it made.
#[derive(Debug)]
pub struct BuildReport {
    /// The problems, sorted by file and place.
    pub problems: Vec<Diagnostic>,
    /// The texts that they point into.
    pub sources: SourceMap,
    /// The site; `None` if there is an error: the files in the sink must be dropped then.
    pub site: Option<BuiltSite>,
}

/// What is known of a site whose files are in the sink.
#[derive(Debug)]
pub struct BuiltSite {
    /// The paths of its files.
    pub paths: BTreeSet<String>,
    /// How much of everything there is.
    pub totals: Totals,
    /// The path under which it is published: `/`, or `/forum/` of `https://example.org/forum/`.
    pub top: String,
    /// The permalinks of each forum, as `gen lock` writes them.
    pub locks: Vec<ForumLock>,
    /// The addresses of the site, as `gen lock` writes them.
    pub addresses: AddressesLock,
    /// What became of each byte of each forum's transcript.
    pub accounts: Vec<TranscriptAccount>,
}

/// What became of each byte of a transcript's file.
#[derive(Clone, Debug)]
pub struct TranscriptAccount {
    /// The path of the file, as messages have it.
    pub path: String,
    /// The use of each byte.
    pub account: SourceAccount,
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

impl ForumLock {
    /// The file that the lock is kept in, where `root` is the folder that has `content/` in it.
    pub fn path(&self, root: &Path) -> PathBuf {
        root.join("content").join(&self.forum).join(permalinks_lock::NAME)
    }

    /// The text of the file, as it should be.
    pub fn text(&self) -> String {
        permalinks_lock::write(&self.now)
    }
}

/// The addresses of a site, to be locked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressesLock {
    /// The lock as it was read.
    pub before: Vec<LockedAddress>,
    /// The lock as it should be.
    pub now: Vec<LockedAddress>,
    /// Published addresses that are gone, and lead to no page that took their place.
    pub lost: Vec<String>,
}

impl AddressesLock {
    /// The file that the lock is kept in, where `root` is the folder that has `content/` in it.
    pub fn path(&self, root: &Path) -> PathBuf {
        root.join("content").join(addresses_lock::NAME)
    }

    /// The text of the file, as it should be.
    pub fn text(&self) -> String {
        addresses_lock::write(&self.now)
    }
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

/// Builds the site of a folder. Its files go to `sink` as they are made; they are a site only where
/// the report has one.
pub fn build(options: &Options, sink: &dyn Sink, progress: &dyn Progress) -> BuildReport {
    let mut sources = SourceMap::default();
    let mut problems = Problems::new();
    let site = run(options, sink, progress, &mut sources, &mut problems);
    sort(&mut problems, &sources);
    let failed = has_error(&problems);
    BuildReport { site: site.filter(|_| !failed), problems, sources }
}

fn run(
    options: &Options,
    sink: &dyn Sink,
    progress: &dyn Progress,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<BuiltSite> {
    progress.begin(Stage::Reading, 0);
    let input = read::read(options, sources, problems)?;
    // where nothing will be published the other problems are found, and nothing is written
    let writer = SiteWriter::new(if has_error(problems) { &NullSink } else { sink });
    // images come first: a picture for sharing that has the path of one is refused, and reported
    artifacts::images(&input.site, &input.tree, &writer);
    let derived = derive::derive(&input, sources, &writer, problems);
    let (totals, locks) = (derived.totals(&input.site), derived.locks());
    let addresses = AddressesLock {
        before: input.site.addresses.entries.clone(),
        now: derived.addresses.locked.clone(),
        lost: derived.addresses.lost().map(str::to_owned).collect(),
    };
    let failures = emit::emit(&input, derived, sources, &writer, progress, problems);
    problems.extend(failures.unwritten.iter().map(|file| file.problem(sources)));
    problems.extend(theme::broken_templates(&failures.templates, &input.assets, sources));
    // static files come last, so that one in the way of any other file is found
    artifacts::static_files(input.assets.statics, &writer, sources, problems);
    let top = input.site.config.base_url.as_deref().map_or("/", urls::path_of).to_owned();
    let accounts = input.site.forums.iter().map(|forum| TranscriptAccount {
        path: sources.path(forum.transcript.file).to_owned(),
        account: forum.transcript.account.clone(),
    });
    let accounts = accounts.collect();
    Some(BuiltSite { paths: writer.into_paths(), totals, top, locks, addresses, accounts })
}

fn has_error(problems: &[Diagnostic]) -> bool {
    problems.iter().any(|problem| problem.severity == Severity::Error)
}
