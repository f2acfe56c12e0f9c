//! `gen lock`

use std::collections::HashSet;
use std::path::Path;
use std::process::ExitCode;

use forum_proceedings::diagnostics::{Code, Diagnostic};
use forum_proceedings::output::{self, NullSink};
use forum_proceedings::{AddressesLock, ForumLock};

use super::progress::TerminalProgress;
use super::report::{Report, counted};
use super::{Common, ERRORS, FAILED};

/// Write down the permalinks that are published, so that they outlive every later change
///
/// Each forum's folder gets a file `permalinks.lock`, and `content/` a file `addresses.lock`.
/// Commit them; run this again after every publication. No other file in `content/` is written by
/// `lock`.
#[derive(Debug, clap::Args)]
pub(super) struct Lock {
    #[command(flatten)]
    common: Common,
    /// Write nothing; exit with 1 where a lock is not up to date or a published address is gone
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
        let addresses = &site.addresses;
        let addresses_behind = usize::from(addresses.before != addresses.now);
        let behind = behind.count() + addresses_behind;
        if self.check {
            site.locks.iter().for_each(|forum| report.say(&summary(forum)));
            report.say(&of_addresses(addresses));
            for lost in &addresses.lost {
                report.say(&format!("{lost} is gone and leads to no page that took its place"));
            }
            if behind > 0 {
                report.say("run `gen lock` to bring the locks up to date");
            }
            if behind > 0 || !addresses.lost.is_empty() {
                return report.exit(ERRORS);
            }
            return report.finish();
        }
        let failed = site.locks.iter().filter(|forum| !self.write(forum, &mut report)).count();
        let failed = failed + usize::from(!self.write_addresses(addresses, &mut report));
        // only locks that are behind are written, so those that failed are among them
        match behind - failed {
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
        let text = (forum.before != forum.now).then(|| forum.text());
        self.put(&forum.path(&self.common.root), text, &summary(forum), report)
    }

    /// Writes the lock of addresses and reports it; false if that failed.
    fn write_addresses(&self, addresses: &AddressesLock, report: &mut Report<'_>) -> bool {
        let text = (addresses.before != addresses.now).then(|| addresses.text());
        self.put(&addresses.path(&self.common.root), text, &of_addresses(addresses), report)
    }

    /// Writes a text, if there is one, and reports it with the summary; false if that failed.
    fn put(
        &self,
        path: &Path,
        text: Option<String>,
        summary: &str,
        report: &mut Report<'_>,
    ) -> bool {
        let written = text.map_or(Ok(()), |text| output::replace(path, &text));
        match &written {
            Ok(()) => report.say(summary),
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

/// `addresses: 42, 3 of them new`
fn of_addresses(addresses: &AddressesLock) -> String {
    let before: HashSet<&str> = addresses.before.iter().map(|e| e.address.as_str()).collect();
    let new = addresses.now.iter().filter(|e| !before.contains(e.address.as_str())).count();
    let all = addresses.now.len();
    match (addresses.before == addresses.now, new) {
        (true, _) => format!("addresses: {all}, up to date"),
        (false, 0) => format!("addresses: {all}, none of them new, names or talks updated"),
        (false, new) => format!("addresses: {all}, {new} of them new"),
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
