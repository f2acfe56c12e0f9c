//! Subtitles in two languages: how many cues have lines in both.

use crate::diagnostics::{Code, Diagnostic, FileId, Span};
use crate::model::LineScript;

/// Counts the cues that have lines in two scripts.
#[derive(Debug, Default)]
pub struct BilingualCues {
    line: String,
    scripts: Vec<LineScript>,
    cues: usize,
    bilingual: usize,
    pair: Option<(LineScript, LineScript)>,
    seen: Vec<LineScript>,
}

/// Fewer cues than this may have two languages by chance.
const MIN_CUES: usize = 4;

impl BilingualCues {
    /// Adds words to the line.
    pub fn words(&mut self, words: &str) {
        self.line.push_str(words);
    }

    /// Ends the line.
    pub fn end_line(&mut self) {
        let script = LineScript::of_line(&self.line);
        self.seen.extend(script.filter(|script| !self.seen.contains(script)));
        self.scripts.extend(script);
        self.line.clear();
    }

    /// Ends the cue.
    pub fn end_cue(&mut self) {
        self.end_line();
        let scripts = std::mem::take(&mut self.scripts);
        let Some(first) = scripts.first() else { return };
        self.cues += 1;
        if let Some(other) = scripts.iter().find(|script| *script != first) {
            self.bilingual += 1;
            self.pair.get_or_insert((*first, *other));
        }
    }

    /// Whether a line was in a script.
    pub fn has_seen(&self, script: LineScript) -> bool {
        self.seen.contains(&script)
    }

    /// The message that cues have two languages, and the language to choose; nothing where most
    /// have one.
    pub fn told(&self) -> Option<(String, &'static str)> {
        let (one, other) = self.pair?;
        if self.bilingual < MIN_CUES || self.bilingual * 2 < self.cues {
            return None;
        }
        let (one_name, other_name) = (one.name(), other.name());
        let message = format!(
            "{} of {} cues have lines in two languages ({one_name} and {other_name}), and both are \
             published",
            self.bilingual, self.cues
        );
        Some((message, one.min(other).language()))
    }
}

/// The warning that no line is in the chosen language.
pub fn without_language(file: FileId, script: LineScript) -> Diagnostic {
    let message =
        format!("no line of this transcript is in `{script}`, so every line is published");
    Diagnostic::new(Code::TwoLanguages, Span::whole(file), message)
        .help("correct or remove `language_lines` in forum.yaml")
}

/// The warning that every line is published in both languages.
pub fn two_languages(file: FileId, (message, language): (String, &str)) -> Diagnostic {
    Diagnostic::new(Code::TwoLanguages, Span::whole(file), message).help(format!(
        "write in forum.yaml which lines are to be published: `language_lines: {language}`"
    ))
}
