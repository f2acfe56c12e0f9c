//! `gen build`

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use forum_proceedings::diagnostics::{Code, Diagnostic, Span};
use forum_proceedings::output::{self, NullSink, PublishError, PublishReport, Sink, Staging};
use forum_proceedings::{Progress, Stage};

use super::progress::TerminalProgress;
use super::report::Report;
use super::{Common, FAILED};

/// Build the site from `content/`
#[derive(Debug, clap::Args)]
pub(super) struct Build {
    #[command(flatten)]
    common: Common,
    /// The folder to write to [default: `public` in the root]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Build {
    pub(super) fn run(&self) -> ExitCode {
        let begun = Instant::now();
        let out = self.out.clone().unwrap_or_else(|| self.common.out());
        let made_from =
            ["content", "templates", "static"].map(|folder| self.common.root.join(folder));
        let may_write = output::check(&out, &made_from);
        let bar = TerminalProgress::new(self.common.quiet);
        let staging = Staging::new(&out);
        // where nothing may be written, all problems are reported nevertheless
        let sink: &dyn Sink = if may_write.is_ok() { &staging } else { &NullSink };
        let built = forum_proceedings::build(&self.common.options(), sink, &bar);
        let mut report = Report::new(&self.common);
        report.problems(&built.problems, &built.sources, false);
        if let Err(error) = may_write {
            bar.finish();
            report.failure(&error_of(&error), &out.to_string_lossy());
            return report.finish_with(FAILED);
        }
        let Some(site) = built.site else {
            bar.finish();
            report.say(&format!("{}; nothing was written", report.counts()));
            return report.finish();
        };
        bar.begin(Stage::Writing, 0);
        let published = staging.publish(&site.paths);
        bar.finish();
        match published {
            Err(error) => {
                report.failure(&error_of(&error), &out.to_string_lossy());
                return report.finish_with(FAILED);
            }
            Ok(PublishReport { left: Some(error) }) => {
                report.problem(left_behind(&error), &out.to_string_lossy());
            }
            Ok(PublishReport { left: None }) => {}
        }
        report.totals(&site.totals, begun.elapsed());
        report.say(&format!("written to {}", out.display()));
        report.finish()
    }
}

/// The problem that kept the site from being written: code, message and help.
fn error_of(error: &PublishError) -> (Code, String, &'static str) {
    let (code, help) = match error {
        PublishError::NotOurs(_) => (
            Code::OutputNotOurs,
            "name an empty or new folder with `--out`, or empty this one yourself",
        ),
        PublishError::NotAFolder(_) => (Code::OutputNotAFolder, "name a folder with `--out`"),
        PublishError::HoldsContent(_) => {
            (Code::OutputHoldsContent, "name another folder with `--out`")
        }
        PublishError::InContent(_) => (Code::OutputInContent, "name another folder with `--out`"),
        PublishError::InTheWay(_) => (Code::OutputInTheWay, "move it, or rename the page"),
        PublishError::Collision(..) => (
            Code::OutputCollision,
            "rename the file in `static` or the image that has the page's name",
        ),
        PublishError::Mounted(_) => (Code::OutputMounted, "name a folder in it with `--out`"),
        PublishError::Busy(_) => (Code::OutputBusy, "wait for the other run to end"),
        PublishError::Io { .. } => (
            Code::OutputFailed,
            "look at the permissions and the room on the disk; \
             the site that was there before still is",
        ),
    };
    (code, error.to_string(), help)
}

/// The warning that the earlier site could not be removed after the new one was published.
fn left_behind(error: &PublishError) -> impl FnOnce(Span) -> Diagnostic {
    let message =
        format!("the site is published; what was there before cannot be removed: {error}");
    move |span| {
        Diagnostic::new(Code::OutputLeftBehind, span, message)
            .help("remove it yourself, or the next build will stop at it")
    }
}

impl Report<'_> {
    fn failure(&mut self, (code, message, help): &(Code, String, &'static str), path: &str) {
        self.problem(|span| Diagnostic::new(*code, span, message.as_str()).help(*help), path);
    }
}
