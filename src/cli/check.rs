//! `gen check`

use std::process::ExitCode;
use std::time::Instant;

use forum_proceedings::Progress;
use forum_proceedings::check::{self, BrokenLink, LinkSink};
use forum_proceedings::diagnostics::{Code, Diagnostic, SourceMap, Span};
use forum_proceedings::input::{files::content, raw::pages};
use forum_proceedings::pipeline::Stage;

use super::Common;
use super::progress::TerminalProgress;
use super::report::Report;

/// Do all but write, follow every link, and report every problem
#[derive(Debug, clap::Args)]
pub(super) struct Check {
    #[command(flatten)]
    common: Common,
    /// Also report what the rules saw and left alone
    #[arg(long)]
    notes: bool,
}

impl Check {
    pub(super) fn run(&self) -> ExitCode {
        let begun = Instant::now();
        let bar = TerminalProgress::new(self.common.quiet);
        let links = LinkSink::default();
        let built = forum_proceedings::build(&self.common.options(), &links, &bar);
        let mut report = Report::new(&self.common);
        report.problems(&built.problems, &built.sources, self.notes);
        let Some(site) = built.site else {
            bar.finish();
            report.say(&report.counts());
            return report.finish();
        };
        bar.begin(Stage::Checking, 0);
        let (links, broken) = links.follow(&site.paths, &site.top);
        bar.finish();
        let mut sources = built.sources;
        let shown = content::display_path(&self.common.root);
        let broken: Vec<Diagnostic> =
            broken.iter().map(|b| problem(b, &shown, &mut sources)).collect();
        report.problems(&broken, &sources, true);
        report.totals(&site.totals, begun.elapsed());
        let noun = if links == 1 { "link" } else { "links" };
        report.say(&format!("{links} {noun} followed, {} broken", broken.len()));
        report.finish()
    }
}

/// The problem of a broken link, at the link itself if a free page contains it.
fn problem(broken: &BrokenLink, shown: &str, sources: &mut SourceMap) -> Diagnostic {
    let BrokenLink { page, link, why } = broken;
    let written = page.strip_suffix("/index.html").map(|id| format!("{shown}/pages/{id}.md"));
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
        check::BrokenLinkReason::NoFile => "leads to a page that is not there",
        check::BrokenLinkReason::NoAnchor => "leads to an anchor that is not on the page",
        check::BrokenLinkReason::Outside => "leads out of the site",
    };
    Diagnostic::new(Code::BrokenLink, span, format!("the link `{link}` {why}")).help(help)
}
