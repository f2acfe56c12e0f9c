//! What is valid in a programme and likely a mistake: a cut across the edge of a talk, a talk whose
//! first or last words are cut, and a talk that ends with words of the host.

use super::cuts::PlacedCut;
use crate::diagnostics::{Code, Diagnostic, Problems, Span};
use crate::input::raw::RawTalk;
use crate::model::{TextRange, Transcript};

/// Kinds of talk in which the host does not speak.
const ALONE: [&str; 3] = ["opening", "keynote", "talk"];
/// How many characters at the end of a talk are searched for a call of the next speaker.
const END: usize = 300;
/// How many characters before 有请 may belong to the call.
const CALL: usize = 12;
/// Phrases with which a host announces the next speaker.
const NEXT: [&str; 5] = ["接下来", "下面", "下一位", "掌声", "现在"];

/// Adds a warning for each.
pub fn find(
    talks: &[&RawTalk],
    ranges: &[TextRange],
    cuts: &[PlacedCut],
    transcript: &Transcript,
    problems: &mut Problems,
) {
    for cut in cuts {
        problems.extend(over_edge(cut, talks, ranges, transcript));
    }
    for (talk, range) in talks.iter().zip(ranges) {
        problems.extend(begins_in_cut(talk, *range, cuts, transcript));
        problems.extend(ends_in_cut(talk, *range, cuts, transcript));
        problems.extend(ends_with_host(talk, *range, cuts, transcript));
    }
}

/// A cut that contains words of a talk and words outside of it.
fn over_edge(
    cut: &PlacedCut,
    talks: &[&RawTalk],
    ranges: &[TextRange],
    transcript: &Transcript,
) -> Option<Diagnostic> {
    let said = |range: TextRange| {
        transcript.get(range).is_some_and(|text| text.contains(char::is_alphanumeric))
    };
    let edge = |range: TextRange| {
        [(range.start, "beginning"), (range.end, "end")].into_iter().find(|(at, _)| {
            // with words on one side only, a cut crosses no edge that matters
            cut.range.contains(*at) && said(cut.range.start.to(*at)) && said(at.to(cut.range.end))
        })
    };
    let over = talks.iter().zip(ranges).find_map(|(talk, range)| Some((talk, edge(*range)?)));
    let (talk, (at, which)) = over?;
    let message = format!("this cut lies over the {which} of talk `{}`", talk.id.value);
    let first = transcript[at.to(transcript.end())].chars().next().map_or(0, char::len_utf8);
    Some(
        Diagnostic::new(Code::CutOverEdge, cut.span, message)
            .other(transcript.span(at.to(at.plus(first))), format!("the {which} of the talk"))
            .help("make two cuts of it if both sides are meant, else quote other words"),
    )
}

/// A talk whose first words are cut by a cut that begins with it.
fn begins_in_cut(
    talk: &RawTalk,
    range: TextRange,
    cuts: &[PlacedCut],
    transcript: &Transcript,
) -> Option<Diagnostic> {
    let from = &talk.from.as_ref()?.quote;
    let said = transcript.get(range)?;
    // the text may have whitespace where the quote has none, so the length is counted in the text
    let end = range.start.plus(length(said.char_indices(), &from.value));
    let cut = cuts.iter().find(|cut| cut.range.start <= range.start && cut.range.end >= end)?;
    // over the edge, with words on both sides, it is a problem already
    let before = &transcript[cut.range.start.to(range.start)];
    if cut.range.end >= range.end || before.contains(char::is_alphanumeric) {
        return None;
    }
    let message = format!("the first words of talk `{}` are cut", talk.id.value);
    Some(in_cut(from.span, message, cut).help("quote in `from` the first words that are kept"))
}

/// A talk whose last words are cut by a cut that ends with it.
fn ends_in_cut(
    talk: &RawTalk,
    range: TextRange,
    cuts: &[PlacedCut],
    transcript: &Transcript,
) -> Option<Diagnostic> {
    let to = &talk.to.as_ref()?.quote;
    let said = transcript.get(range)?;
    let backwards = said.char_indices().rev().map(|(at, c)| (said.len() - at - c.len_utf8(), c));
    let start = range.start.plus(said.len() - length(backwards, &to.value));
    let cut = cuts.iter().find(|cut| cut.range.start <= start && cut.range.end >= range.end)?;
    let after = &transcript[range.end.to(cut.range.end)];
    // over the edge, as above; a talk that is cut as a whole has its own problem
    if cut.range.start <= range.start || after.contains(char::is_alphanumeric) {
        return None;
    }
    let message = format!("the last words of talk `{}` are cut", talk.id.value);
    Some(in_cut(to.span, message, cut).help("quote in `to` the last words that are kept"))
}

fn in_cut(span: Span, message: String, cut: &PlacedCut) -> Diagnostic {
    Diagnostic::new(Code::QuoteInCut, span, message)
        .label("these words are left out of the pages")
        .other(cut.span, "by this cut")
}

/// How many bytes of a text a quote covers that matches at its start; whitespace does not count.
fn length(chars: impl Iterator<Item = (usize, char)>, quote: &str) -> usize {
    let last = quote.chars().filter(|c| !c.is_whitespace()).count().saturating_sub(1);
    let mut letters = chars.filter(|(_, c)| !c.is_whitespace());
    letters.nth(last).map_or(0, |(at, c)| at + c.len_utf8())
}

/// A talk that ends with the call of the next speaker.
fn ends_with_host(
    talk: &RawTalk,
    range: TextRange,
    cuts: &[PlacedCut],
    transcript: &Transcript,
) -> Option<Diagnostic> {
    // in a panel the host speaks all the time
    if !talk.kind.as_ref().is_some_and(|kind| ALONE.contains(&kind.value.as_str())) {
        return None;
    }
    let said = transcript.get(range)?;
    let end = said.char_indices().rev().nth(END).map_or(0, |(at, _)| at);
    let calls = said[end..].match_indices("有请").map(|(at, _)| end + at);
    // 有请 is also said within a talk; only with such a phrase in its sentence is it a call
    let call = calls.filter_map(|at| Some(called(said, at)?..at + "有请".len())).next()?;
    let call = range.part(call);
    // a cut leaves the call out of the talk already
    if cuts.iter().any(|cut| cut.range.contains(call.start)) {
        return None;
    }
    let quote = talk.to.as_ref().or(talk.from.as_ref())?;
    let message = format!("talk `{}` seems to end with the host's words", talk.id.value);
    let help = if talk.to.is_some() {
        "quote last words in `to` that stand before them"
    } else {
        "add `to: …` with the last words of the talk, which stand before them"
    };
    Some(
        Diagnostic::new(Code::HostInTalk, quote.quote.span, message)
            .other(transcript.span(call), "here the next one is called")
            .help(help),
    )
}

/// Where the call begins that has 有请 at an offset: within its sentence.
fn called(said: &str, at: usize) -> Option<usize> {
    let before =
        said[..at].char_indices().rev().take(CALL).take_while(|(_, c)| !"。？！".contains(*c));
    let start = before.last().map_or(at, |(start, _)| start);
    NEXT.iter().filter_map(|next| said[start..at].find(next)).min().map(|next| start + next)
}
