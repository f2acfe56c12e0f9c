//! What became of the corrections: those that change nothing, and those that change some places and
//! leave others, each as one problem.

use std::collections::BTreeMap;

use crate::diagnostics::Diagnostic;
use crate::model::{Correction, Forum};
use crate::text::Part;

/// Most longer words that a problem names, and most places that it shows.
const MOST_WORDS: usize = 4;

/// How many places each correction of a forum changed, and which it left.
pub(super) struct Corrected {
    hits: Vec<usize>,
    left: Vec<Vec<Part>>,
}

impl Corrected {
    /// Nothing as yet, for so many corrections.
    pub(super) fn new(corrections: usize) -> Self {
        Self { hits: vec![0; corrections], left: vec![Vec::new(); corrections] }
    }

    /// Adds what became of them in a turn.
    pub(super) fn add(&mut self, hits: &[(usize, usize)], left: Vec<Part>) {
        for (correction, count) in hits {
            self.hits[*correction] += count;
        }
        for part in left {
            self.left[part.correction].push(part);
        }
    }

    /// Warns of every correction that is not made wherever the misheard word stands.
    pub(super) fn problems(&self, forum: &Forum) -> Vec<Diagnostic> {
        let all = forum.corrections.iter().zip(&self.hits).zip(&self.left);
        all.filter_map(|((correction, hits), left)| match (*hits, left.as_slice()) {
            (0, left) => Some(unused(correction, left, forum)),
            (_, []) => None,
            (hits, left) => Some(partial(correction, hits, left, forum)),
        })
        .collect()
    }
}

fn unused(correction: &Correction, left: &[Part], forum: &Forum) -> Diagnostic {
    let heard = &correction.heard;
    let message = format!("the correction of `{heard}` changes nothing");
    let problem = Diagnostic::warning("correction-unused", correction.span, message);
    if !left.is_empty() {
        return shown(problem, left, forum)
            .help("quote more of the words around it in `heard`, and in `meant`");
    }
    if forum.transcript.text.contains(heard.as_str()) {
        return problem
            .label("only found in cuts, within longer corrections, or outside its talks")
            .help("name the right talks with `in`, or remove it");
    }
    problem.label("nowhere in the transcript").help("remove it, or correct the spelling")
}

fn partial(correction: &Correction, hits: usize, left: &[Part], forum: &Forum) -> Diagnostic {
    let heard = &correction.heard;
    let places = if hits == 1 { "place" } else { "places" };
    let message =
        format!("the correction of `{heard}` changes {hits} {places} and leaves {}", left.len());
    let problem = Diagnostic::warning("correction-partial", correction.span, message);
    shown(problem, left, forum).help(
        "correct the longer words with an entry of their own where they are misheard too, \
         or name the talks that are meant with `in`",
    )
}

/// Says of which longer words the misheard one is a part, and shows where each stands first.
fn shown(mut problem: Diagnostic, left: &[Part], forum: &Forum) -> Diagnostic {
    let text = &forum.transcript.text;
    let mut words: BTreeMap<&str, Vec<&Part>> = BTreeMap::new();
    for part in left {
        words.entry(&text[part.within.clone()]).or_default().push(part);
    }
    let mut words: Vec<(&str, Vec<&Part>)> = words.into_iter().collect();
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
