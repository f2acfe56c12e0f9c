//! The stretches of the transcript that are left out of the pages.

use super::quotes::QuoteFinder;
use crate::diagnostics::{Code, Diagnostic, Problems, Span};
use crate::input::raw::{RawForum, RawTalk};
use crate::model::TextRange;

/// A stretch that is left out of the pages.
#[derive(Clone, Debug)]
pub struct PlacedCut {
    /// Its byte range in the text.
    pub range: TextRange,
    /// The span of the quote of its first words.
    pub span: Span,
    /// Why it is left out.
    pub why: String,
}

/// The cuts in the order of the transcript.
pub fn find(raw: &RawForum, quotes: &QuoteFinder<'_>, problems: &mut Problems) -> Vec<PlacedCut> {
    let mut found: Vec<(TextRange, Span, &str)> = Vec::new();
    for cut in &raw.cut {
        let what = |which| format!("the {which} words of a cut");
        let from = quotes.find(&cut.from, &what("first"), problems);
        let to = quotes.find(&cut.to, &what("last"), problems);
        let (Some(from), Some(to)) = (from, to) else { continue };
        let span = cut.from.quote.span;
        if to.end <= from.start {
            problems.push(
                Diagnostic::new(
                    Code::CutInverted,
                    cut.to.quote.span,
                    "a cut ends before it begins",
                )
                .other(span, "it begins here")
                .help("exchange `from` and `to`"),
            );
            continue;
        }
        found.push((from.start.to(to.end), span, &cut.why));
    }
    // in this order, whenever any two cuts overlap, two neighbours do
    found.sort_by_key(|(range, ..)| range.start);
    for pair in found.windows(2) {
        if pair[1].0.start < pair[0].0.end {
            problems.push(
                Diagnostic::new(Code::CutsOverlap, pair[1].1, "this cut begins within another")
                    .other(pair[0].1, "the other begins here")
                    .help("make one cut of them"),
            );
        }
    }
    found
        .into_iter()
        .map(|(range, span, why)| PlacedCut { range, span, why: why.to_owned() })
        .collect()
}

/// Reports talks of which the cuts leave no words, since their pages would be empty.
pub fn check_cut_away(
    talks: &[&RawTalk],
    ranges: &[TextRange],
    cuts: &[PlacedCut],
    quotes: &QuoteFinder<'_>,
    problems: &mut Problems,
) {
    for (talk, range) in talks.iter().zip(ranges) {
        // a cut outside of the talk gives an inverted range, for which `get` has nothing
        let said = |part: TextRange| {
            quotes.transcript.get(part).is_some_and(|kept| !kept.trim().is_empty())
        };
        let (mut at, mut kept) = (range.start, false);
        for PlacedCut { range: cut, .. } in cuts {
            kept |= said(at.to(cut.start.min(range.end)));
            at = at.max(cut.end);
        }
        kept |= said(at.to(range.end));
        if !kept && let Some(from) = &talk.from {
            let message = format!("the cuts leave nothing of talk `{}`", talk.id.value);
            problems.push(
                Diagnostic::new(Code::TalkCutAway, from.quote.span, message)
                    .help("make the cut shorter, or remove the talk"),
            );
        }
    }
}
