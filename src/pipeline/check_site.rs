//! A build that keeps no file and follows every link, for `gen check`.

use super::{Options, Progress, Stage, Totals, TranscriptAccount, build};
use crate::check::{BrokenLink, BrokenLinkReason, LinkSink};
use crate::diagnostics::{Code, Diagnostic, SourceMap, Span};
use crate::input::files::content_folder;
use crate::input::raw::pages;

/// What [`check_site`] found.
#[derive(Debug)]
pub struct CheckReport {
    /// The problems of the build, sorted by file and place.
    pub problems: Vec<Diagnostic>,
    /// The broken links, sorted by page; none where there is no site to follow links in.
    pub broken_links: Vec<Diagnostic>,
    /// The texts that both point into.
    pub sources: SourceMap,
    /// How many links were followed.
    pub links: usize,
    /// How much of everything there is; nothing where there is an error.
    pub totals: Option<Totals>,
    /// What became of each byte of each transcript; none where there is an error.
    pub accounts: Vec<TranscriptAccount>,
}

/// Builds the site of a folder, keeps none of its files, and follows every link within it.
pub fn check_site(options: &Options, progress: &dyn Progress) -> CheckReport {
    let sink = LinkSink::default();
    let report = build(options, &sink, progress);
    let (problems, mut sources) = (report.problems, report.sources);
    let Some(site) = report.site else {
        return CheckReport {
            problems,
            broken_links: Vec::new(),
            sources,
            links: 0,
            totals: None,
            accounts: Vec::new(),
        };
    };
    progress.begin(Stage::Checking, 0);
    let (links, broken) = sink.follow(&site.paths, &site.top);
    let shown = content_folder::display_path(&options.root);
    let broken_links = broken.iter().map(|link| problem(link, &shown, &mut sources)).collect();
    let (totals, accounts) = (Some(site.totals), site.accounts);
    CheckReport { problems, broken_links, sources, links, totals, accounts }
}

/// The problem of a broken link, at the link itself if a free page contains it.
fn problem(broken: &BrokenLink, shown: &str, sources: &mut SourceMap) -> Diagnostic {
    let BrokenLink { page, link, why } = broken;
    let written = page.strip_suffix("/index.html").map(|id| format!("{shown}/pages/{id}.md"));
    // a page that is made from a template has no such source, and is shown by its own path
    let written = written.and_then(|path| sources.find(&path));
    let place = written.and_then(|file| Some((file, pages::place(sources.text(file), link)?)));
    let (span, help) = match place {
        Some((file, range)) => (Span::new(file, range), "correct the address, or remove the link"),
        None => (
            Span::whole(sources.add(page.as_str(), "")),
            "correct the link in the free page or template that it comes from",
        ),
    };
    let why = match why {
        BrokenLinkReason::NoFile => "leads to a page that is not there",
        BrokenLinkReason::NoAnchor => "leads to an anchor that is not on the page",
        BrokenLinkReason::Outside => "leads out of the site",
    };
    Diagnostic::new(Code::BrokenLink, span, format!("the link `{link}` {why}")).help(help)
}
