//! What became of the corrections: those that change nothing, and those that change some places and
//! leave others, each as one problem.

use std::collections::BTreeMap;

use super::unused_corrections;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Correction, Forum, TextRange, Turn};
use crate::text::PartialMatch;

/// Most longer words that a problem names, and most places that it shows.
const MOST_WORDS: usize = 4;
/// Most places that were changed which a problem shows.
const MOST_CHANGED: usize = 3;
/// Characters shown on either side of a place.
const AROUND: usize = 8;

/// A place where a misheard word was left, since it is a part of longer words there.
#[derive(Clone, Debug)]
pub(super) struct LongerWord {
    /// The correction, by its position in the forum's list.
    correction: usize,
    /// The misheard word.
    range: TextRange,
    /// The longer words.
    within: TextRange,
}

impl LongerWord {
    /// What was found in a turn; `corrections` has the position in the forum's list of each
    /// correction that was tried there.
    pub(super) fn of(part: &PartialMatch, turn: &Turn, corrections: &[usize]) -> Self {
        Self {
            correction: corrections[part.correction],
            range: turn.range.part(part.range.clone()),
            within: turn.range.part(part.within.clone()),
        }
    }
}

/// Which places each correction of a forum changed, and which it left.
pub(super) struct CorrectionOutcomes {
    changed: Vec<Vec<TextRange>>,
    left: Vec<Vec<LongerWord>>,
}

impl CorrectionOutcomes {
    /// Nothing as yet, for so many corrections.
    pub(super) fn new(corrections: usize) -> Self {
        Self { changed: vec![Vec::new(); corrections], left: vec![Vec::new(); corrections] }
    }

    /// Adds what became of them in a turn.
    pub(super) fn add(&mut self, changed: Vec<(usize, Vec<TextRange>)>, left: Vec<LongerWord>) {
        for (correction, places) in changed {
            self.changed[correction].extend(places);
        }
        for part in left {
            self.left[part.correction].push(part);
        }
    }

    /// Warns of every correction that is not made wherever the misheard word stands.
    pub(super) fn problems(&self, forum: &Forum) -> Vec<Diagnostic> {
        let all = forum.corrections.iter().zip(&self.changed).zip(&self.left);
        all.filter_map(|((correction, changed), left)| {
            match (changed.as_slice(), left.as_slice()) {
                ([], []) => Some(unused_corrections::problem(correction, forum)),
                ([], left) => Some(only_parts(correction, left, forum)),
                (_, []) => None,
                (changed, left) => Some(partial(correction, changed, left, forum)),
            }
        })
        .collect()
    }
}

fn only_parts(correction: &Correction, left: &[LongerWord], forum: &Forum) -> Diagnostic {
    let problem = unused_corrections::changes_nothing(correction);
    shown(problem, left, forum).help("quote more of the words around it in `heard`, and in `meant`")
}

/// Some places are changed and some left. Where the entry names its talks, somebody has looked at
/// them, and it is no more than a note.
fn partial(
    correction: &Correction,
    changed: &[TextRange],
    left: &[LongerWord],
    forum: &Forum,
) -> Diagnostic {
    let (heard, count) = (&correction.heard, changed.len());
    let places = if count == 1 { "place" } else { "places" };
    let message =
        format!("the correction of `{heard}` changes {count} {places} and leaves {}", left.len());
    let mut problem = Diagnostic::new(Code::CorrectionPartial, correction.span, message);
    let help = if correction.scope.is_empty() {
        "see whether the changed ones are misheard, and name their talks with `in` where \
         not all are; correct longer words with an entry of their own"
    } else {
        problem = problem.milder();
        "add an entry for the longer words if they are misheard too"
    };
    problem = shown(problem, left, forum);
    for (number, place) in changed.iter().take(MOST_CHANGED).enumerate() {
        let label = format!("changed, {} of {count}: {}", number + 1, around(forum, *place));
        problem = problem.other(forum.transcript.span(*place), label);
    }
    problem.help(help)
}

/// The words around a place, with the place itself in brackets.
fn around(forum: &Forum, place: TextRange) -> String {
    let text = &forum.transcript.text;
    let before: Vec<char> = text[..place.start.0].chars().rev().take(AROUND).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text[place.end.0..].chars().take(AROUND).collect();
    format!("…{before}[{}]{after}…", &forum.transcript[place])
}

/// Says of which longer words the misheard one is a part, and shows where each stands first.
fn shown(mut problem: Diagnostic, left: &[LongerWord], forum: &Forum) -> Diagnostic {
    let mut words: BTreeMap<&str, Vec<&LongerWord>> = BTreeMap::new();
    for part in left {
        words.entry(&forum.transcript[part.within]).or_default().push(part);
    }
    let mut words: Vec<(&str, Vec<&LongerWord>)> = words.into_iter().collect();
    words.sort_by_key(|(_, parts)| (std::cmp::Reverse(parts.len()), parts[0].range.start));
    let mut named = Vec::new();
    for (word, parts) in words.iter().take(MOST_WORDS) {
        let times = if parts.len() == 1 { "" } else { &format!(" ({} times)", parts.len()) };
        named.push(format!("`{word}`{times}"));
        problem = problem.other(forum.transcript.span(parts[0].within), "left here");
    }
    let more = match words.len().saturating_sub(MOST_WORDS) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    problem.label(format!("left as a part of {}{more}", named.join(", ")))
}
