//! Corrections that change nothing, and the reasons.

use std::collections::BTreeSet;

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Correction, Forum, TextOwner, TextRange, Turn};

/// The reason why a place of the misheard word is not corrected.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum UnusedReason<'a> {
    /// `in` does not name its talk; `None` for words after the last talk.
    Outside(Option<&'a str>),
    /// It reaches across the end of a turn, of a talk if one is given.
    Edge(Option<&'a str>),
    /// Another correction applies there: the one of these misheard words.
    Taken(&'a str),
    /// It is in a cut.
    Cut,
}

/// The warning that a correction changes nothing, without a reason.
pub(super) fn changes_nothing(correction: &Correction) -> Diagnostic {
    let message = format!("the correction of `{}` changes nothing", correction.heard);
    Diagnostic::new(Code::CorrectionUnused, correction.span, message)
}

/// The warning with the reasons at each place of the misheard word.
pub(super) fn problem(correction: &Correction, forum: &Forum) -> Diagnostic {
    let problem = changes_nothing(correction);
    let (text, Correction { heard, meant, .. }) = (&forum.transcript.text, correction);
    let all: BTreeSet<UnusedReason> = text
        .match_indices(heard.as_str())
        .filter_map(|(at, _)| why(correction, TextRange::new(at..at + heard.len()), forum))
        .collect();
    if !all.is_empty() {
        let reasons: Vec<String> = all.iter().map(|why| why.in_words(heard)).collect();
        let label = format!("stands only {}", reasons.join(", and "));
        return problem.label(label).help(advice(&all, correction));
    }
    // the two keys are easily exchanged, and then the right word is in the text
    if text.contains(meant.as_str()) {
        return problem
            .label(format!("nowhere in the transcript, where `{meant}` is: are they exchanged?"))
            .help(format!("write {{heard: {meant}, meant: {heard}}} if so, else remove it"));
    }
    problem.label("nowhere in the transcript").help("remove it, or correct the spelling")
}

fn why<'a>(
    correction: &Correction,
    place: TextRange,
    forum: &'a Forum,
) -> Option<UnusedReason<'a>> {
    let after = forum.turns.partition_point(|turn| turn.range.start <= place.start);
    let turn: &Turn = forum.turns.get(after.checked_sub(1)?)?;
    let talk = turn.owner.talk().map(|talk| forum.talks[talk].id.as_str());
    // first, since a place in two turns has no single owner
    if turn.range.end < place.end {
        return Some(UnusedReason::Edge(talk));
    }
    if matches!(turn.owner, TextOwner::Cut(_)) {
        return Some(UnusedReason::Cut);
    }
    if !correction.holds_in(turn.owner) {
        return Some(UnusedReason::Outside(talk));
    }
    let said = &forum.transcript[turn.range];
    let place = turn.range.local(place);
    let over = |other: &&Correction| {
        let mut places = said.match_indices(other.heard.as_str());
        // the span tells entries apart, since two can have the same misheard word
        other.span != correction.span
            && other.holds_in(turn.owner)
            && places.any(|(at, heard)| at < place.end && at + heard.len() > place.start)
    };
    // where corrections overlap, the longest applies
    let other = forum.corrections.iter().filter(over).max_by_key(|other| other.heard.len())?;
    Some(UnusedReason::Taken(&other.heard))
}

impl UnusedReason<'_> {
    fn in_words(&self, heard: &str) -> String {
        match self {
            Self::Outside(Some(talk)) => format!("in talk `{talk}`, which `in` does not name"),
            Self::Outside(None) => "after the last talk, where no entry with `in` holds".to_owned(),
            Self::Edge(Some(talk)) => format!("across the end of a turn of talk `{talk}`"),
            Self::Edge(None) => "across the end of a cut or of the last words".to_owned(),
            Self::Taken(other) if *other == heard => {
                "where another entry for it names the talk with `in`".to_owned()
            }
            Self::Taken(other) => format!("within `{other}`, which has an entry of its own"),
            Self::Cut => "in a cut".to_owned(),
        }
    }
}

/// What to do; what makes the correction apply somewhere comes first.
fn advice(all: &BTreeSet<UnusedReason>, correction: &Correction) -> String {
    let talks: Vec<&str> = all
        .iter()
        .filter_map(|why| match why {
            UnusedReason::Outside(talk) => *talk,
            _ => None,
        })
        .collect();
    // a set is sorted by the order of the variants: first comes what can be mended best
    match all.first() {
        Some(UnusedReason::Outside(_)) if talks.is_empty() => {
            "leave `in` out, or remove it".to_owned()
        }
        Some(UnusedReason::Outside(_)) => {
            format!("write `in: [{}]`, or remove it", talks.join(", "))
        }
        Some(UnusedReason::Edge(_)) => {
            format!(
                "correct the part of `{}` on each side by an entry of its own",
                correction.heard
            )
        }
        _ => "remove it".to_owned(),
    }
}
