//! `gen lock`

use std::collections::HashSet;
use std::process::ExitCode;

use forum_proceedings::ForumLock;
use forum_proceedings::diagnostics::{Code, Diagnostic};
use forum_proceedings::output::{self, NullSink};

use super::progress::TerminalProgress;
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
        let bar = TerminalProgress::new(self.common.quiet);
        let built = forum_proceedings::build(&self.common.options(), &NullSink, &bar);
        bar.finish();
        let mut report = Report::new(&self.common);
        report.problems(&built.problems, &built.sources, false);
        let Some(site) = built.site else {
            report.say(&format!("{}; nothing was locked", report.counts()));
            return report.finish();
        };
        let behind = site.locks.iter().filter(|forum| forum.before != forum.now);
        if self.check {
            site.locks.iter().for_each(|forum| report.say(&summary(forum)));
            if behind.count() > 0 {
                report.say("run `gen lock` to bring the locks up to date");
                return report.exit(ERRORS);
            }
            return report.finish();
        }
        let failed = site.locks.iter().filter(|forum| !self.write(forum, &mut report)).count();
        // only locks that are behind are written, so those that failed are among them
        match behind.count() - failed {
            _ if failed == 0 => report.finish(),
            0 => report.finish_with(FAILED),
            written => {
                let locks = counted(written, "lock");
                report.say(&format!("{}; {locks} written, {failed} not", report.counts()));
                report.exit(FAILED)
            }
        }
    }

    /// Writes a forum's lock and reports it; false if that failed.
    fn write(&self, forum: &ForumLock, report: &mut Report<'_>) -> bool {
        let path = forum.path(&self.common.root);
        let put = || output::replace(&path, &forum.text());
        let written = if forum.before == forum.now { Ok(()) } else { put() };
        match &written {
            Ok(()) => report.say(&summary(forum)),
            Err(error) => report.problem(
                |span| {
                    Diagnostic::new(Code::OutputFailed, span, error.to_string())
                        .help("look at the permissions and the room on the disk")
                },
                &path.to_string_lossy(),
            ),
        }
        written.is_ok()
    }
}

/// `2024-07-05-agi: 539 permalinks, 12 of them new`
fn summary(forum: &ForumLock) -> String {
    let before: HashSet<&str> = forum.before.iter().map(|entry| entry.id.as_str()).collect();
    let new = forum.now.iter().filter(|entry| !before.contains(entry.id.as_str())).count();
    let all = counted(forum.now.len(), "permalink");
    match (forum.before == forum.now, new) {
        (true, _) => format!("{}: {all}, up to date", forum.forum),
        // the same permalinks, but the words around some of them have changed
        (false, 0) => format!("{}: {all}, none of them new, places updated", forum.forum),
        (false, new) => format!("{}: {all}, {new} of them new", forum.forum),
    }
}
