//! What is said to the user: problems, totals, the exit status.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::time::Duration;

use forum_proceedings::Totals;
use forum_proceedings::diagnostics::{self, Diagnostic, Format, Severity, Sources};

use super::{Common, ERRORS};

/// Says things as they come and keeps count of the problems.
pub(super) struct Report<'a> {
    common: &'a Common,
    errors: usize,
    warnings: usize,
    notes: usize,
    /// Notes that were counted and not shown.
    withheld: usize,
}

impl<'a> Report<'a> {
    pub(super) fn new(common: &'a Common) -> Self {
        Self { common, errors: 0, warnings: 0, notes: 0, withheld: 0 }
    }

    /// Writes problems out; notes only where they are asked for, but they are always counted.
    pub(super) fn problems(&mut self, problems: &[Diagnostic], sources: &Sources, notes: bool) {
        let format = Format::from(self.common.format);
        let styled = format == Format::Human && colours();
        for problem in problems {
            let count = match problem.severity {
                Severity::Error => &mut self.errors,
                Severity::Warning => &mut self.warnings,
                Severity::Note => &mut self.notes,
            };
            *count += 1;
            if problem.severity == Severity::Note && !notes {
                self.withheld += 1;
                continue;
            }
            let text = diagnostics::render(problem, sources, format, styled);
            match format {
                Format::Json | Format::Github => say_to(&mut anstream::stdout(), &text),
                Format::Human => say_to(&mut anstream::stderr(), &format!("{text}\n")),
                Format::Short => say_to(&mut anstream::stderr(), &text),
            }
        }
    }

    /// `1 error, 9 warnings`
    pub(super) fn counts(&self) -> String {
        format!("{}, {}", counted(self.errors, "error"), counted(self.warnings, "warning"))
    }

    /// Everything there is, in a line.
    pub(super) fn totals(&self, totals: &Totals, time: Duration) {
        let Totals { forums, talks, speakers, passages, characters } = *totals;
        let parts = [
            counted(forums, "forum"),
            counted(talks, "talk"),
            counted(speakers, "speaker"),
            counted(passages, "passage"),
            counted(characters, "character"),
            self.counts(),
            counted(self.notes, "note"),
        ];
        let shown = if self.withheld > 0 { " (`gen check --notes` shows them)" } else { "" };
        self.say(&format!("{}{shown} in {:.2} s", parts.join(", "), time.as_secs_f64()));
    }

    /// Says a line to whoever watches.
    pub(super) fn say(&self, line: &str) {
        if !self.common.quiet {
            say_to(&mut anstream::stderr(), line);
        }
    }

    /// The exit status.
    pub(super) fn finish(&self) -> ExitCode {
        if self.errors > 0 { ExitCode::from(ERRORS) } else { ExitCode::SUCCESS }
    }

    /// The exit status of a run that could not do its work.
    pub(super) fn finish_with(&self, status: u8) -> ExitCode {
        self.say(&format!("{}; nothing was written", self.counts()));
        ExitCode::from(status)
    }
}

/// A number with its noun: `1 talk`, `25 talks`.
pub(super) fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

/// Whether colours are wanted: on a terminal, unless `NO_COLOR` says otherwise.
fn colours() -> bool {
    std::io::stderr().is_terminal()
        && anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never
}

/// A closed pipe ends the talking, not the work.
fn say_to(out: &mut impl Write, line: &str) {
    let _ = writeln!(out, "{line}");
}
