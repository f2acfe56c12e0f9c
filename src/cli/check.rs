//! `gen check`

use std::process::ExitCode;
use std::time::Instant;

use forum_proceedings::check_site;

use super::Common;
use super::progress::TerminalProgress;
use super::report::Report;

/// Do all but write, follow every link, and report every problem
#[derive(Debug, clap::Args)]
pub(super) struct Check {
    #[command(flatten)]
    common: Common,
    /// Also report what the rules saw and left alone, and what became of each transcript's file
    #[arg(long)]
    notes: bool,
}

impl Check {
    pub(super) fn run(&self) -> ExitCode {
        let begun = Instant::now();
        let bar = TerminalProgress::new(self.common.quiet);
        let check = check_site(&self.common.options(), &bar);
        // before anything is printed, or both would be on one line
        bar.finish();
        let mut report = Report::new(&self.common);
        report.problems(&check.problems, &check.sources, self.notes);
        let Some(totals) = check.totals else {
            report.say(&report.counts());
            return report.finish();
        };
        report.problems(&check.broken_links, &check.sources, true);
        report.totals(&totals, begun.elapsed());
        let noun = if check.links == 1 { "link" } else { "links" };
        let broken = check.broken_links.len();
        report.say(&format!("{} {noun} followed, {broken} broken", check.links));
        for account in check.accounts.iter().filter(|_| self.notes) {
            report.account(account);
        }
        report.finish()
    }
}
