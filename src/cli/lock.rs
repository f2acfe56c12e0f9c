//! `gen lock`

use std::collections::HashSet;
use std::process::ExitCode;

use forum_proceedings::diagnostics::{Diagnostic, Sources, Span};
use forum_proceedings::input::lock;
use forum_proceedings::{ForumLock, Options, output};

use super::progress::Bar;
use super::report::{Report, counted};
use super::{Common, ERRORS, FAILED};

/// Write down the permalinks that are published, so that they outlive every later change
///
/// Each forum's folder gets a file `permalinks.lock`. Commit it; run this again after every
/// publication. It is the only file in `content/` that this program writes.
#[derive(Debug, clap::Args)]
pub(super) struct Lock {
    #[command(flatten)]
    common: Common,
    /// Write nothing; exit with 1 where a lock is not up to date
    #[arg(long)]
    check: bool,
}

impl Lock {
    pub(super) fn run(&self) -> ExitCode {
        let Common { root, base_url, .. } = &self.common;
        let options = Options { root: root.clone(), base_url: base_url.clone() };
        let bar = Bar::new(self.common.quiet);
        let outcome = forum_proceedings::build(&options, &bar);
        bar.finish();
        let mut report = Report::new(&self.common);
        report.problems(&outcome.problems, &outcome.sources, false);
        let Some(built) = outcome.built else {
            report.say(&format!("{}; nothing was locked", report.counts()));
            return report.finish();
        };
        let mut behind = false;
        for forum in &built.locks {
            report.say(&said(forum));
            if forum.before == forum.now {
                continue;
            }
            behind = true;
            let path = root.join("content").join(&forum.forum).join(lock::NAME);
            if self.check {
                continue;
            }
            if let Err(error) = output::replace(&path, &lock::write(&forum.now)) {
                let mut sources = Sources::default();
                let span = Span::whole(sources.add(path.to_string_lossy(), ""));
                let problem = Diagnostic::error("output-failed", span, error.to_string())
                    .help("look at the permissions and the room on the disk");
                report.problems(&[problem], &sources, true);
                return report.finish_with(FAILED);
            }
        }
        if self.check && behind {
            report.say("run `gen lock` to bring the locks up to date");
            return report.exit(ERRORS);
        }
        report.finish()
    }
}

/// `2024-07-05-agi: 539 permalinks, 12 of them new`
fn said(forum: &ForumLock) -> String {
    let before: HashSet<&str> = forum.before.iter().map(|entry| entry.id.as_str()).collect();
    let new = forum.now.iter().filter(|entry| !before.contains(entry.id.as_str())).count();
    let all = counted(forum.now.len(), "permalink");
    match (forum.before == forum.now, new) {
        (true, _) => format!("{}: {all}, up to date", forum.forum),
        (false, 0) => format!("{}: {all}, none of them new, places updated", forum.forum),
        (false, new) => format!("{}: {all}, {new} of them new", forum.forum),
    }
}
