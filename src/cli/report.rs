//! What is printed: problems, totals; and the exit status that follows from them.

use std::cell::Cell;
use std::io::{ErrorKind, IsTerminal, Write};
use std::process::ExitCode;
use std::time::Duration;

use forum_proceedings::diagnostics::{self, Diagnostic, Format, Severity, SourceMap, Span};
use forum_proceedings::{ByteUse, Totals, TranscriptAccount};

use super::{Common, ERRORS, FAILED};

/// Prints problems as they come, and counts them.
pub(super) struct Report<'a> {
    common: &'a Common,
    errors: usize,
    warnings: usize,
    notes: usize,
    /// Number of notes that were not shown.
    withheld: usize,
    /// Whether some output could not be written.
    write_failed: Cell<bool>,
}

impl<'a> Report<'a> {
    pub(super) fn new(common: &'a Common) -> Self {
        Self {
            common,
            errors: 0,
            warnings: 0,
            notes: 0,
            withheld: 0,
            write_failed: Cell::new(false),
        }
    }

    /// Prints and counts problems; notes are printed only if `notes` is set.
    pub(super) fn problems(&mut self, problems: &[Diagnostic], sources: &SourceMap, notes: bool) {
        let format = Format::from(self.common.format);
        let styled = format == Format::Human && colours();
        for problem in problems {
            let count = match problem.severity {
                Severity::Error => &mut self.errors,
                Severity::Warning => &mut self.warnings,
                Severity::Note => &mut self.notes,
            };
            // withheld notes are counted too, because the totals say how many there are
            *count += 1;
            if problem.severity == Severity::Note && !notes {
                self.withheld += 1;
                continue;
            }
            let text = diagnostics::render(problem, sources, format, styled);
            match format {
                Format::Json | Format::Github => self.write_line(&mut anstream::stdout(), &text),
                Format::Human => self.write_line(&mut anstream::stderr(), &format!("{text}\n")),
                Format::Short => self.write_line(&mut anstream::stderr(), &text),
            }
        }
    }

    /// Prints a problem of a path that has no text in a source map.
    pub(super) fn problem(&mut self, problem: impl FnOnce(Span) -> Diagnostic, path: &str) {
        let mut sources = SourceMap::default();
        let span = Span::whole(sources.add(path, ""));
        self.problems(&[problem(span)], &sources, true);
    }

    /// `1 error, 9 warnings`
    pub(super) fn counts(&self) -> String {
        format!("{}, {}", counted(self.errors, "error"), counted(self.warnings, "warning"))
    }

    /// Prints the totals of the site in one line.
    pub(super) fn totals(&self, totals: &Totals, time: Duration) {
        let Totals { forums, talks, speakers, passages, characters } = *totals;
        let parts = [
            counted(forums, "forum"),
            counted(talks, "talk"),
            counted(speakers, "speaker"),
            counted(passages, "passage"),
            counted(characters.get(), "character"),
            self.counts(),
            counted(self.notes, "note"),
        ];
        let shown = if self.withheld > 0 { " (`gen check --notes` shows them)" } else { "" };
        self.say(&format!("{}{shown} in {:.2} s", parts.join(", "), time.as_secs_f64()));
    }

    /// Prints what became of a transcript's file in one line.
    pub(super) fn account(&self, TranscriptAccount { path, account }: &TranscriptAccount) {
        let uses = ByteUse::ALL.map(|used| (account.characters(used).get(), used));
        let shown = uses.into_iter().filter(|(count, _)| *count > 0);
        let parts: Vec<String> = shown.map(|(n, used)| format!("{n} {}", noun_of(used))).collect();
        let all = counted(account.total().get(), "character");
        self.say(&format!("{path}: {all}: {}", parts.join(", ")));
    }

    /// Prints a line to stderr, except with `--quiet`.
    pub(super) fn say(&self, line: &str) {
        if !self.common.quiet {
            self.write_line(&mut anstream::stderr(), line);
        }
    }

    /// Writes a line. A closed pipe is no failure, because whoever reads has seen enough; every
    /// other error is, and changes the exit status.
    fn write_line(&self, out: &mut impl Write, line: &str) {
        // flushed here, so that a full disk is noticed while it can change the exit status
        let said = writeln!(out, "{line}").and_then(|()| out.flush());
        if said.is_err_and(|error| error.kind() != ErrorKind::BrokenPipe) {
            self.write_failed.set(true);
        }
    }

    /// The exit status of a run that did its work.
    pub(super) fn finish(&self) -> ExitCode {
        self.exit(if self.errors > 0 { ERRORS } else { 0 })
    }

    /// The given exit status, unless some output could not be written.
    pub(super) fn exit(&self, status: u8) -> ExitCode {
        ExitCode::from(if self.write_failed.get() { FAILED } else { status })
    }

    /// The exit status of a run that could not do its work.
    pub(super) fn finish_with(&self, status: u8) -> ExitCode {
        self.say(&format!("{}; nothing was written", self.counts()));
        ExitCode::from(status)
    }
}

/// What characters of a use are called.
fn noun_of(used: ByteUse) -> &'static str {
    match used {
        ByteUse::Said => "said",
        ByteUse::Repeated => "repeated",
        ByteUse::Time => "of times",
        ByteUse::Label => "of speakers' labels",
        ByteUse::Markup => "of markup",
        ByteUse::Metadata => "of metadata",
        ByteUse::NotUnderstood => "not understood",
    }
}

/// Prints a text to stdout. A closed pipe is no failure, because whoever reads has seen enough.
pub(super) fn print(text: &str) -> ExitCode {
    match anstream::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => ExitCode::from(FAILED),
        _ => ExitCode::SUCCESS,
    }
}

/// A number with its noun: `1 talk`, `25 talks`.
pub(super) fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

/// Whether colours are wanted: on a terminal, unless `NO_COLOR` says otherwise.
fn colours() -> bool {
    // of stderr alone, because what goes to stdout is data and never styled
    std::io::stderr().is_terminal()
        && anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never
}
