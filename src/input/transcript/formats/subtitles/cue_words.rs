//! The lines of a cue, and the words in them.

use std::ops::Range;

use super::cue::Cue;
use crate::input::transcript::cue_text::{self, CueSyntax, CueToken};
use crate::model::Milliseconds;
use crate::text::is_invisible;

/// A line of a cue: its pieces, with their ranges in the file.
pub(super) type LineTokens = Vec<(Range<usize>, CueToken)>;

/// What stands in a line of a cue, to compare it with others.
#[derive(Debug, Default)]
pub(super) struct LineWords {
    /// The words, with single blanks between them.
    pub(super) words: String,
    /// Whether words in it have times of their own.
    pub(super) is_stamped: bool,
    /// The underlined words: how many characters that are no blanks stand before their beginning
    /// and before their end.
    pub(super) underlined: Option<Range<usize>>,
}

/// The lines of a cue that have words.
#[derive(Debug)]
pub(super) struct CueWords {
    pub(super) lines: Vec<LineWords>,
    pub(super) start: Option<Milliseconds>,
    pub(super) end: Option<Milliseconds>,
}

impl CueWords {
    pub(super) fn of(cue: &Cue, source: &str, syntax: CueSyntax) -> Self {
        let lines = lines(cue, source, syntax);
        let words = lines.iter().map(|line| line_words(line, source));
        Self {
            lines: words.filter(|line| !line.words.is_empty()).collect(),
            start: cue.start.as_ref().map(|(time, _)| *time),
            end: cue.end,
        }
    }
}

/// The lines of a cue. Tags may go over the end of a line.
pub(super) fn lines(cue: &Cue, source: &str, syntax: CueSyntax) -> Vec<LineTokens> {
    let mut lines = Vec::new();
    for part in parts(cue, source) {
        let text = source.get(part.clone()).unwrap_or_default();
        let mut line: LineTokens = Vec::new();
        for (range, token) in cue_text::tokens(text, syntax) {
            let ends = token == CueToken::Break;
            let token = match token {
                CueToken::Voice(name) => {
                    CueToken::Voice(part.start + name.start..part.start + name.end)
                }
                token => token,
            };
            line.push((part.start + range.start..part.start + range.end, token));
            if ends {
                lines.push(std::mem::take(&mut line));
            }
        }
        lines.push(line);
    }
    lines.iter_mut().for_each(|line| trim(line, source));
    lines
}

/// The lines of a cue that stand one directly below the other, put together.
fn parts(cue: &Cue, source: &str) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for line in &cue.lines {
        let between = |last: &Range<usize>| source.get(last.end..line.start);
        let is_break = |text: &str| text.chars().all(|c| c == '\n' || c == '\r');
        match parts.last_mut() {
            Some(last) if between(last).is_some_and(is_break) => last.end = line.end,
            _ => parts.push(line.clone()),
        }
    }
    parts
}

/// Leaves out blanks at the beginning and the end of a line.
fn trim(line: &mut LineTokens, source: &str) {
    for (range, token) in line.iter_mut() {
        let said = source.get(range.clone()).unwrap_or_default();
        if trimmed(token, || range.start += said.len() - said.trim_start().len(), said) {
            break;
        }
    }
    for (range, token) in line.iter_mut().rev() {
        let said = source.get(range.clone()).unwrap_or_default();
        if trimmed(token, || range.end -= said.len() - said.trim_end().len(), said) {
            break;
        }
    }
}

/// Trims a piece. Says whether it has words.
fn trimmed(token: &mut CueToken, trim: impl FnOnce(), said: &str) -> bool {
    match token {
        CueToken::Words => {
            trim();
            !said.trim().is_empty()
        }
        CueToken::WordsAs(said) if said.trim().is_empty() => {
            *token = CueToken::Markup;
            false
        }
        CueToken::WordsAs(_) | CueToken::Sign => true,
        _ => false,
    }
}

fn line_words(line: &LineTokens, source: &str) -> LineWords {
    let mut found = LineWords::default();
    let (mut words, mut length) = (String::new(), 0);
    for (range, token) in line {
        let said = match token {
            CueToken::Words | CueToken::Sign => source.get(range.clone()).unwrap_or_default(),
            CueToken::WordsAs(said) => said,
            CueToken::Stamp(_) => {
                found.is_stamped = true;
                continue;
            }
            CueToken::Underline(begins) => {
                underline(&mut found.underlined, *begins, length);
                continue;
            }
            _ => continue,
        };
        words.push_str(said);
        length += said.chars().filter(|c| !c.is_whitespace()).count();
    }
    words.retain(|c| !is_invisible(c));
    found.words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    found
}

fn underline(underlined: &mut Option<Range<usize>>, begins: bool, length: usize) {
    match underlined {
        None if begins => *underlined = Some(length..usize::MAX),
        Some(range) if !begins && range.end == usize::MAX => range.end = length,
        _ => {}
    }
}
