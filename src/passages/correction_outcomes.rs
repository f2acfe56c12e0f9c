//! What became of the corrections: those that change nothing, and those that change some places and
//! leave others, each as one problem.

use std::collections::BTreeMap;
use std::ops::Range;

use super::unused_corrections;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Correction, Forum};
use crate::text::PartialMatch;

/// Most longer words that a problem names, and most places that it shows.
const MOST_WORDS: usize = 4;
/// Most places that were changed which a problem shows.
const MOST_CHANGED: usize = 3;
/// Characters shown on either side of a place.
const AROUND: usize = 8;

/// Which places each correction of a forum changed, and which it left.
pub(super) struct CorrectionOutcomes {
    changed: Vec<Vec<Range<usize>>>,
    left: Vec<Vec<PartialMatch>>,
}

impl CorrectionOutcomes {
    /// Nothing as yet, for so many corrections.
    pub(super) fn new(corrections: usize) -> Self {
        Self { changed: vec![Vec::new(); corrections], left: vec![Vec::new(); corrections] }
    }

    /// Adds what became of them in a turn.
    pub(super) fn add(
        &mut self,
        changed: Vec<(usize, Vec<Range<usize>>)>,
        left: Vec<PartialMatch>,
    ) {
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

fn only_parts(correction: &Correction, left: &[PartialMatch], forum: &Forum) -> Diagnostic {
    let problem = unused_corrections::changes_nothing(correction);
    shown(problem, left, forum).help("quote more of the words around it in `heard`, and in `meant`")
}

/// Some places are changed and some left. Where the entry names its talks, somebody has looked at
/// them, and it is no more than a note.
fn partial(
    correction: &Correction,
    changed: &[Range<usize>],
    left: &[PartialMatch],
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
        let label = format!("changed, {} of {count}: {}", number + 1, around(forum, place));
        problem = problem.other(forum.transcript.span(place.clone()), label);
    }
    problem.help(help)
}

/// The words around a place, with the place itself in brackets.
fn around(forum: &Forum, place: &Range<usize>) -> String {
    let text = &forum.transcript.text;
    let before: Vec<char> = text[..place.start].chars().rev().take(AROUND).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text[place.end..].chars().take(AROUND).collect();
    format!("…{before}[{}]{after}…", &text[place.clone()])
}

/// Says of which longer words the misheard one is a part, and shows where each stands first.
fn shown(mut problem: Diagnostic, left: &[PartialMatch], forum: &Forum) -> Diagnostic {
    let text = &forum.transcript.text;
    let mut words: BTreeMap<&str, Vec<&PartialMatch>> = BTreeMap::new();
    for part in left {
        words.entry(&text[part.within.clone()]).or_default().push(part);
    }
    let mut words: Vec<(&str, Vec<&PartialMatch>)> = words.into_iter().collect();
    words.sort_by_key(|(_, parts)| (std::cmp::Reverse(parts.len()), parts[0].range.start));
    let mut named = Vec::new();
    for (word, parts) in words.iter().take(MOST_WORDS) {
        let times = if parts.len() == 1 { "" } else { &format!(" ({} times)", parts.len()) };
        named.push(format!("`{word}`{times}"));
        problem = problem.other(forum.transcript.span(parts[0].within.clone()), "left here");
    }
    let more = match words.len().saturating_sub(MOST_WORDS) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    problem.label(format!("left as a part of {}{more}", named.join(", ")))
}
