//! What the reader of a format does not understand: one warning for each kind, with how often it
//! stands in the file and where.

use std::borrow::Cow;
use std::ops::Range;

use crate::diagnostics::{Code, Diagnostic, FileId, Problems, Span};

/// How many lines a warning names.
const NAMED_LINES: usize = 12;

/// A kind of thing that a reader does not understand, or reads although it is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadKind {
    /// The code of its warning.
    pub code: Code,
    /// The message for one place: `the times of a cue cannot be read`.
    pub one: Cow<'static, str>,
    /// The message for several, with `{n}` for how many: `the times of {n} cues cannot be read`.
    pub many: Cow<'static, str>,
    /// What to do.
    pub help: Cow<'static, str>,
}

impl UnreadKind {
    /// A kind with texts that are known beforehand.
    pub const fn new(
        code: Code,
        one: &'static str,
        many: &'static str,
        help: &'static str,
    ) -> Self {
        Self { code, one: Cow::Borrowed(one), many: Cow::Borrowed(many), help: Cow::Borrowed(help) }
    }
}

/// Text that stands where the format has no place for any.
pub const NO_PLACE: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "this text is not understood and is left out",
    "{n} pieces of this file are not understood and are left out",
    "the format has no place for it; if it was said, move it to where the words of a cue or line \
     stand",
);

/// The places of each kind, in the order in which the kinds were first found.
#[derive(Debug, Default)]
pub struct UnreadPlaces(Vec<(UnreadKind, Vec<Range<usize>>)>);

impl UnreadPlaces {
    /// Adds a place.
    pub fn add(&mut self, kind: &UnreadKind, range: Range<usize>) {
        match self.0.iter_mut().find(|(known, _)| known == kind) {
            Some((_, places)) => places.push(range),
            None => self.0.push((kind.clone(), vec![range])),
        }
    }

    /// One warning for each kind.
    pub fn report(self, file: FileId, source: &str, problems: &mut Problems) {
        for (kind, places) in self.0 {
            let Some(first) = places.first() else { continue };
            let problem = Diagnostic::new(
                kind.code,
                Span::new(file, first.clone()),
                message(&kind, &places, source),
            );
            let problem = if places.len() > 1 { problem.label("the first") } else { problem };
            problems.push(problem.help(kind.help.clone()));
        }
    }
}

/// The message of a kind with the lines of its places.
fn message(kind: &UnreadKind, places: &[Range<usize>], source: &str) -> String {
    if places.len() == 1 {
        return kind.one.clone().into_owned();
    }
    let lines = line_numbers(places, source);
    let named: Vec<String> = lines.iter().take(NAMED_LINES).map(usize::to_string).collect();
    let more = match lines.len() - named.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let count = kind.many.replace("{n}", &places.len().to_string());
    format!("{count}: lines {}{more}", named.join(", "))
}

/// The numbers of the lines, from 1, on which places begin; each once, in order.
fn line_numbers(places: &[Range<usize>], source: &str) -> Vec<usize> {
    let mut starts: Vec<usize> = places.iter().map(|place| place.start).collect();
    starts.sort_unstable();
    let (mut line, mut at, mut lines) = (1, 0, Vec::new());
    for start in starts {
        // counted from the last place on, so that the file is passed over once
        line += source.as_bytes().get(at..start).map_or(0, breaks);
        at = at.max(start);
        lines.push(line);
    }
    lines.dedup();
    lines
}

/// How many line breaks there are in a part of a file.
fn breaks(part: &[u8]) -> usize {
    part.iter().filter(|byte| **byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::SourceMap;

    #[test]
    fn a_kind_is_reported_once_with_its_lines() {
        let source = "一\n二\n三\n四\n";
        let mut sources = SourceMap::default();
        let file = sources.add("a.srt", source);
        let mut unread = UnreadPlaces::default();
        for at in [4, 0, 12] {
            unread.add(&NO_PLACE, at..at + 3);
        }
        let mut problems = Problems::new();
        unread.report(file, source, &mut problems);
        assert_eq!(problems.len(), 1);
        assert_eq!(
            problems[0].message,
            "3 pieces of this file are not understood and are left out: lines 1, 2, 4"
        );
    }
}
