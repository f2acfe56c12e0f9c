//! Corrections: no two of the same words in one talk, and only in talks that exist.

use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::input::raw::{RawCorrection, RawTalk};
use crate::input::resolve::references::unknown;
use crate::model::{Correction, IndexVec, TalkIndex};

/// Checks corrections, and puts those that are limited to talks first.
pub fn check(
    raw: &[RawCorrection],
    talks: &[&RawTalk],
    problems: &mut Problems,
) -> Vec<Correction> {
    let mut checked: Vec<Correction> = Vec::new();
    for correction in raw {
        let scope = scope(correction, talks, problems);
        let heard = correction.heard.value.trim();
        // one with scope and one without do not overlap, because the scoped one is put first
        let same = |c: &&Correction| c.heard == heard && overlap(&c.scope, &scope);
        if let Some(first) = checked.iter().find(same) {
            let message = format!("`{heard}` is corrected twice in the same talks");
            problems.push(
                Diagnostic::new(Code::DuplicateCorrection, correction.heard.span, message)
                    .label("a second time")
                    .other(first.span, "first here")
                    .help("keep one of them"),
            );
        }
        checked.push(Correction {
            heard: heard.to_owned(),
            meant: correction.meant.value.trim().to_owned(),
            span: correction.heard.span,
            scope,
        });
    }
    // of two at one place the first holds
    checked.sort_by_key(|correction| correction.scope.is_empty());
    checked
}

/// The indices of the talks to which a correction is limited.
fn scope(raw: &RawCorrection, talks: &[&RawTalk], problems: &mut Problems) -> Vec<TalkIndex> {
    let ids: IndexVec<TalkIndex, &str> = talks.iter().map(|t| t.id.value.as_str()).collect();
    let mut scope = Vec::new();
    for id in &raw.scope {
        match ids.position(|talk| *talk == id.value) {
            Some(talk) => scope.push(talk),
            // without talks that is the problem, and the correction has none of its own
            None if talks.is_empty() => {}
            None => problems.push(unknown(
                Code::UnknownTalk,
                "talk",
                id,
                ids.iter().copied(),
                "name a talk of this forum's forum.yaml",
            )),
        }
    }
    scope
}

/// Whether two corrections apply in the same talks. A limited one and an unlimited one do not: the
/// limited one is applied first.
fn overlap(one: &[TalkIndex], two: &[TalkIndex]) -> bool {
    (one.is_empty() && two.is_empty()) || one.iter().any(|talk| two.contains(talk))
}
