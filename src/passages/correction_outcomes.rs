//! The outcome of each correction: one problem for each that changes nothing, and for each that
//! changes some places and leaves others.

use std::collections::BTreeMap;

use super::unused_corrections;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Correction, CorrectionIndex, Forum, IndexVec, TextRange, Turn};
use crate::text::PartialMatch;

/// At most this many longer words are named in a problem, each with a place.
const MAX_WORDS: usize = 4;
/// At most this many changed places are shown in a problem.
const MAX_CHANGED: usize = 3;
/// Characters of context on either side of a place.
const CONTEXT: usize = 8;

/// A place where a misheard word was left because it is part of longer words.
#[derive(Clone, Debug)]
pub(super) struct LongerWord {
    /// Index of the correction in the forum.
    correction: CorrectionIndex,
    /// Where the misheard word is in the transcript.
    range: TextRange,
    /// Where the longer words are that it is part of.
    within: TextRange,
}

impl LongerWord {
    /// Converts a match in a turn; `corrections` are those of the forum that were tried on the
    /// turn.
    pub(super) fn of(part: &PartialMatch, turn: &Turn, corrections: &[CorrectionIndex]) -> Self {
        Self {
            correction: corrections[part.correction],
            range: turn.range.part(part.range.clone()),
            within: turn.range.part(part.within.clone()),
        }
    }
}

/// The places that each correction of a forum changed, and those that it left.
pub(super) struct CorrectionOutcomes {
    changed: IndexVec<CorrectionIndex, Vec<TextRange>>,
    left: IndexVec<CorrectionIndex, Vec<LongerWord>>,
}

impl CorrectionOutcomes {
    /// No outcome yet for any of a forum's corrections.
    pub(super) fn new(forum: &Forum) -> Self {
        let corrections = forum.corrections.len();
        Self {
            changed: vec![Vec::new(); corrections].into(),
            left: vec![Vec::new(); corrections].into(),
        }
    }

    /// Adds the outcome in one turn.
    pub(super) fn add(
        &mut self,
        changed: Vec<(CorrectionIndex, Vec<TextRange>)>,
        left: Vec<LongerWord>,
    ) {
        for (correction, places) in changed {
            self.changed[correction].extend(places);
        }
        for part in left {
            self.left[part.correction].push(part);
        }
    }

    /// A problem for every correction that does not change all places of its misheard word.
    pub(super) fn problems(&self, forum: &Forum) -> Vec<Diagnostic> {
        let all = forum.corrections.iter().zip(&self.changed).zip(&self.left);
        all.filter_map(|((correction, changed), left)| {
            match (changed.as_slice(), left.as_slice()) {
                ([], []) => Some(unused_corrections::problem(correction, forum)),
                ([], left) => Some(all_left(correction, left, forum)),
                (_, []) => None,
                (changed, left) => Some(some_left(correction, changed, left, forum)),
            }
        })
        .collect()
    }
}

fn all_left(correction: &Correction, left: &[LongerWord], forum: &Forum) -> Diagnostic {
    let problem = unused_corrections::changes_nothing(correction);
    with_longer_words(problem, left, forum)
        .help("quote more of the words around it in `heard`, and in `meant`")
}

/// The problem of a correction that changes some places and leaves others. If it is limited to
/// talks by `in`, somebody has looked at the places, so it is only a note.
fn some_left(
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
    problem = with_longer_words(problem, left, forum);
    for (number, place) in changed.iter().take(MAX_CHANGED).enumerate() {
        let label = format!("changed, {} of {count}: {}", number + 1, in_context(forum, *place));
        problem = problem.other(forum.transcript.span(*place), label);
    }
    problem.help(help)
}

/// A place in brackets, with the words around it.
fn in_context(forum: &Forum, place: TextRange) -> String {
    let text = &forum.transcript.text;
    // counted backwards from the place, as bytes might fall within a character
    let before: Vec<char> = text[..place.start.0].chars().rev().take(CONTEXT).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text[place.end.0..].chars().take(CONTEXT).collect();
    format!("…{before}[{}]{after}…", &forum.transcript[place])
}

/// Adds to a problem the longer words that the misheard one is part of, and the first place of
/// each.
fn with_longer_words(mut problem: Diagnostic, left: &[LongerWord], forum: &Forum) -> Diagnostic {
    let mut words: BTreeMap<&str, Vec<&LongerWord>> = BTreeMap::new();
    for part in left {
        words.entry(&forum.transcript[part.within]).or_default().push(part);
    }
    let mut words: Vec<(&str, Vec<&LongerWord>)> = words.into_iter().collect();
    // the most frequent first, for which an entry is worth most; `parts` is never empty
    words.sort_by_key(|(_, parts)| (std::cmp::Reverse(parts.len()), parts[0].range.start));
    let mut named = Vec::new();
    for (word, parts) in words.iter().take(MAX_WORDS) {
        let times = if parts.len() == 1 { "" } else { &format!(" ({} times)", parts.len()) };
        named.push(format!("`{word}`{times}"));
        problem = problem.other(forum.transcript.span(parts[0].within), "left here");
    }
    let more = match words.len().saturating_sub(MAX_WORDS) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    problem.label(format!("left as a part of {}{more}", named.join(", ")))
}
