//! A mistake in a line of YAML, and how it is repaired.

use std::ops::Range;

use crate::diagnostics::Code;

/// A mistake: where, what is wrong, and what to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YamlMistake {
    /// The kind of problem.
    pub code: Code,
    /// The characters concerned, as a byte range of the text.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to write.
    pub help: String,
    /// Where the value begins whose first characters the repair overwrites.
    pub spoilt_value: Option<usize>,
    /// Whether YAML accepts the line, but reads something else than was meant.
    pub silent: bool,
    /// What is put into the copy of the text, each of the length that it replaces.
    pub replacements: Vec<(Range<usize>, &'static str)>,
}

impl YamlMistake {
    /// A syntax error without repair; what differs is filled in by struct update.
    pub fn new(range: Range<usize>, message: String, help: String) -> Self {
        let (spoilt_value, silent, replacements) = (None, false, Vec::new());
        let code = Code::YamlSyntax;
        Self { code, range, message, help, spoilt_value, silent, replacements }
    }
}
