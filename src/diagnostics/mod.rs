//! Problems as values: what is wrong, at which byte range, and what to do.
//!
//! A stage returns what it could make plus the [`Diagnostic`]s it found; nothing here prints. The
//! texts follow one form: the message is one lower-case sentence without a full stop that names
//! the thing in backticks, the label says what is at the place, the help what to do now.

mod codes;
mod did_you_mean;
mod reference;
mod render;
mod source_map;

pub use codes::{Code, Entry, Example, TextLanguage, Topic, TranslatedText};
pub use did_you_mean::nearest;
pub use reference::{explanation, reference};
pub use render::{Format, render};
pub use source_map::{FileId, LineColumn, SourceMap, Span};

/// How bad a problem is. Errors make the exit status 1; notes are shown on request only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site cannot be built as written.
    Error,
    /// The site is built, but something is likely not as meant.
    Warning,
    /// Something that a rule found and did not change.
    Note,
}

impl Severity {
    /// The word that is printed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    /// The word as the reference of all codes shows it.
    fn title(self) -> TranslatedText {
        let zh = match self {
            Self::Error => "错误",
            Self::Warning => "警告",
            Self::Note => "提示",
        };
        TranslatedText { en: self.name(), zh: Some(zh) }
    }
}

/// The problems found so far. A stage adds its own and goes on, so that one run shows them all.
pub type Problems = Vec<Diagnostic>;

/// One problem.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The kind of problem.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Where; every problem has at least a file.
    pub span: Span,
    /// The text beside the carets; may be empty.
    pub label: String,
    /// Related places, each with its label.
    pub others: Vec<(Span, String)>,
    /// What to do now.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A problem at a place, as bad as its code says; where the code has two severities, the worse.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            span,
            label: String::new(),
            others: Vec::new(),
            help: None,
        }
    }

    /// Takes the milder of the two severities of its code.
    #[must_use]
    pub fn milder(mut self) -> Self {
        self.severity = self.code.milder_severity();
        self
    }

    /// Sets the text beside the carets.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds a related place with its label.
    #[must_use]
    pub fn other(mut self, span: Span, label: impl Into<String>) -> Self {
        self.others.push((span, label.into()));
        self
    }

    /// Sets the help: what to do now.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Sorts problems by file, place and severity, and drops exact repetitions.
pub fn sort(problems: &mut Problems, sources: &SourceMap) {
    problems.sort_by_cached_key(|p| {
        // by path, as people list files; ids follow the order of reading
        let place = (sources.path(p.span.file).to_owned(), p.span.start, p.span.end);
        (place, p.severity, p.code.name(), p.message.clone())
    });
    // two checks may find the same mistake at the same place
    problems.dedup_by(|a, b| a.code == b.code && a.span == b.span && a.message == b.message);
}
