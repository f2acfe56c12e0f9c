//! What is allowed in a programme and likely not meant: a cut over the edge of a talk, and a talk
//! that ends with the host's words.

use std::ops::Range;

use super::programme::Cut;
use crate::diagnostics::Diagnostic;
use crate::input::fields::Problems;
use crate::input::raw::RawTalk;
use crate::model::Transcript;

/// Kinds of talk in which only those who give it speak.
const ALONE: [&str; 3] = ["opening", "keynote", "talk"];
/// Characters at the end of a talk in which the next speaker may be called.
const END: usize = 300;
/// Characters before 有请 that belong to the call.
const CALL: usize = 12;
/// What announces the next one.
const NEXT: [&str; 5] = ["接下来", "下面", "下一位", "掌声", "现在"];

/// Finds both.
pub fn find(
    talks: &[&RawTalk],
    ranges: &[Range<usize>],
    cuts: &[Cut],
    transcript: &Transcript,
    problems: &mut Problems,
) {
    for cut in cuts {
        problems.extend(over_edge(cut, talks, ranges, transcript));
    }
    for (talk, range) in talks.iter().zip(ranges) {
        problems.extend(ends_with_host(talk, range, cuts, transcript));
    }
}

/// A cut that has words of a talk and others in it.
fn over_edge(
    cut: &Cut,
    talks: &[&RawTalk],
    ranges: &[Range<usize>],
    transcript: &Transcript,
) -> Option<Diagnostic> {
    let said = |range: Range<usize>| {
        transcript.text.get(range).is_some_and(|text| text.contains(char::is_alphanumeric))
    };
    let edge = |range: &Range<usize>| {
        [(range.start, "beginning"), (range.end, "end")].into_iter().find(|(at, _)| {
            cut.range.contains(at) && said(cut.range.start..*at) && said(*at..cut.range.end)
        })
    };
    let over = talks.iter().zip(ranges).find_map(|(talk, range)| Some((talk, edge(range)?)));
    let (talk, (at, which)) = over?;
    let message = format!("this cut lies over the {which} of talk `{}`", talk.id.value);
    let first = transcript.text[at..].chars().next().map_or(0, char::len_utf8);
    Some(
        Diagnostic::warning("cut-over-edge", cut.span, message)
            .other(transcript.span(at..at + first), format!("the {which} of the talk"))
            .help("make two cuts of it if both sides are meant, else quote other words"),
    )
}

/// A talk with the call of the next speaker at its end.
fn ends_with_host(
    talk: &RawTalk,
    range: &Range<usize>,
    cuts: &[Cut],
    transcript: &Transcript,
) -> Option<Diagnostic> {
    if !talk.kind.as_ref().is_some_and(|kind| ALONE.contains(&kind.value.as_str())) {
        return None;
    }
    let said = transcript.text.get(range.clone())?;
    let end = said.char_indices().rev().nth(END).map_or(0, |(at, _)| at);
    let calls = said[end..].match_indices("有请").map(|(at, _)| end + at);
    let call = calls.filter_map(|at| Some(called(said, at)?..at + "有请".len())).next()?;
    let call = range.start + call.start..range.start + call.end;
    if cuts.iter().any(|cut| cut.range.contains(&call.start)) {
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
        Diagnostic::warning("host-in-talk", quote.quote.span, message)
            .other(transcript.span(call), "here the next one is called")
            .help(help),
    )
}

/// Where the call begins that has 有请 at a byte, within its sentence.
fn called(said: &str, at: usize) -> Option<usize> {
    let before =
        said[..at].char_indices().rev().take(CALL).take_while(|(_, c)| !"。？！".contains(*c));
    let start = before.last().map_or(at, |(start, _)| start);
    NEXT.iter().filter_map(|next| said[start..at].find(next)).min().map(|next| start + next)
}
