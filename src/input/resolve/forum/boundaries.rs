//! The programme: where each talk begins and ends, and who speaks when.

use super::quotes::Quotes;
use super::start_times;
use crate::anchor::ledger;
use crate::diagnostics::{Code, Diagnostic, Problems, SourceMap, Span};
use crate::input::raw::{RawForum, RawQuote, RawTalk, RawTurn};
use crate::input::resolve::speakers::People;
use crate::model::{
    CutIndex, IndexVec, Owner, Session, SessionIndex, SpeakerIndex, Talk, TalkIndex, TextOffset,
    TextRange, Timestamp, Transcript, Turn,
};

/// What the programme is worked out from.
pub struct Ground<'a> {
    /// The transcript.
    pub transcript: &'a Transcript,
    /// Finds quotes in it.
    pub quotes: Quotes<'a>,
    /// For the places in problems.
    pub sources: &'a SourceMap,
}

/// A place in the text with where it was written.
type Placed = (TextRange, Span);

/// Where each talk begins and ends, in the order of the programme; nothing where a quote failed.
pub fn ranges(
    talks: &[&RawTalk],
    ground: &Ground<'_>,
    problems: &mut Problems,
) -> Option<Vec<TextRange>> {
    let mut find = |quote: &Option<RawQuote>, which: &str, talk: &RawTalk| {
        let what = format!("the {which} words of talk `{}`", talk.id.value);
        let quote = quote.as_ref()?;
        let place = ground.quotes.find(quote, &what, ground.sources, problems)?;
        Some((place, quote.quote.span))
    };
    let starts: Vec<Option<Placed>> = talks.iter().map(|t| find(&t.from, "first", t)).collect();
    let ends: Vec<Option<Placed>> = talks.iter().map(|t| find(&t.to, "last", t)).collect();
    let mut ranges = Vec::new();
    for (i, talk) in talks.iter().enumerate() {
        let Some((start, from_span)) = &starts[i] else { continue };
        let end = match (&talk.to, &ends[i]) {
            (Some(_), None) => continue,
            (Some(_), Some((end, to_span))) if end.end <= start.start => {
                problems.push(inverted(talk, *from_span, *to_span));
                continue;
            }
            (Some(_), Some((end, _))) => end.end,
            (None, _) => match starts.get(i + 1) {
                None => ground.transcript.end(),
                Some(None) => continue,
                Some(Some((next, _))) => next.start.max(start.start),
            },
        };
        ranges.push((i, start.start.to(end), *from_span));
    }
    check_order(talks, &ranges, problems);
    (ranges.len() == talks.len()).then(|| ranges.into_iter().map(|(_, range, _)| range).collect())
}

fn inverted(talk: &RawTalk, from: Span, to: Span) -> Diagnostic {
    let message = format!("talk `{}` ends before it begins", talk.id.value);
    Diagnostic::new(Code::TalkInverted, to, message)
        .label("these words come first")
        .other(from, "before these")
        .help("exchange them, or quote other last words")
}

fn check_order(talks: &[&RawTalk], ranges: &[(usize, TextRange, Span)], problems: &mut Problems) {
    for pair in ranges.windows(2) {
        let [(above, first, first_span), (two, second, second_span)] = pair else { continue };
        let (one, two) = (&talks[*above].id.value, &talks[*two].id.value);
        let mut other = (*first_span, "the other begins here");
        let problem = if second.start < first.start {
            let message = format!("talk `{two}` begins before talk `{one}`, which stands above it");
            Diagnostic::new(Code::TalksOutOfOrder, *second_span, message)
                .help("put the talks into the order of the transcript")
        } else if second.start == first.start {
            let message = format!("talk `{two}` begins where talk `{one}` does");
            Diagnostic::new(Code::TalkEmpty, *second_span, message)
                .help("quote the first words of each")
        } else if second.start < first.end {
            // a talk without last words ends where the next begins
            if let Some(to) = &talks[*above].to {
                other = (to.quote.span, "the other ends only here");
            }
            let message = format!("talk `{two}` begins before talk `{one}` has ended");
            Diagnostic::new(Code::TalksOverlap, *second_span, message)
                .help(format!("quote later first words here, or earlier last words of `{one}`"))
        } else {
            continue;
        };
        problems.push(problem.label("begins here").other(other.0, other.1));
    }
}

/// The cuts in the order of the transcript.
pub fn cuts(raw: &RawForum, ground: &Ground<'_>, problems: &mut Problems) -> Vec<Cut> {
    let mut found: Vec<(TextRange, Span, &str)> = Vec::new();
    for cut in &raw.cut {
        let what = |which| format!("the {which} words of a cut");
        let from = ground.quotes.find(&cut.from, &what("first"), ground.sources, problems);
        let to = ground.quotes.find(&cut.to, &what("last"), ground.sources, problems);
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
    found.into_iter().map(|(range, span, why)| Cut { range, span, why: why.to_owned() }).collect()
}

/// A stretch that is left out of the pages.
#[derive(Clone, Debug)]
pub struct Cut {
    /// The stretch.
    pub range: TextRange,
    /// Where its first words are quoted.
    pub span: Span,
    /// Why it is left out.
    pub why: String,
}

/// A talk of which the cuts leave no words would be an empty page.
pub fn check_cut_away(
    talks: &[&RawTalk],
    ranges: &[TextRange],
    cuts: &[Cut],
    ground: &Ground<'_>,
    problems: &mut Problems,
) {
    for (talk, range) in talks.iter().zip(ranges) {
        let said = |part: TextRange| {
            ground.transcript.get(part).is_some_and(|kept| !kept.trim().is_empty())
        };
        let (mut at, mut kept) = (range.start, false);
        for Cut { range: cut, .. } in cuts {
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

/// Who speaks from which byte on.
#[derive(Clone, Copy, Debug)]
pub struct Cue {
    /// First byte.
    pub at: TextOffset,
    /// The speaker.
    pub speaker: SpeakerIndex,
    /// When the turn begins in the recording, where that was written.
    pub start: Option<Timestamp>,
}

/// Resolves turns that must lie within `range` and follow each other. `of` names to whom they
/// belong: ``talk `a` ``.
pub fn cues(
    turns: &[RawTurn],
    of: &str,
    range: TextRange,
    ground: &Ground<'_>,
    people: &mut People<'_>,
    problems: &mut Problems,
) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    let mut before: Option<Span> = None;
    for turn in turns {
        let speaker = people.refer(&turn.speaker, problems);
        let what = format!("the first words of a turn of {of}");
        let place = ground.quotes.find(&turn.from, &what, ground.sources, problems);
        let (Some(speaker), Some(place)) = (speaker, place) else { continue };
        let span = turn.from.quote.span;
        if !range.contains(place.start) {
            problems.push(
                Diagnostic::new(Code::TurnOutside, span, format!("this turn is not within {of}"))
                    .help("quote words of that talk, or move the turn"),
            );
            continue;
        }
        if let (Some(last), Some(before)) = (cues.last(), before)
            && place.start <= last.at
        {
            let message = "this turn does not come after the one above it";
            problems.push(
                Diagnostic::new(Code::TurnsOutOfOrder, span, message)
                    .other(before, "the one above")
                    .help("put the turns into the order of the transcript"),
            );
            continue;
        }
        let said = ground.transcript.moment(place.start);
        problems.extend(start_times::elsewhere(
            turn.start.as_ref(),
            said,
            &format!("a turn of {of}"),
        ));
        let start = turn.start.as_ref().map(|start| start.value.into());
        cues.push(Cue { at: place.start, speaker, start });
        before = Some(span);
    }
    cues
}

/// What the turns are made of.
pub struct Parts<'a> {
    /// The talks.
    pub talks: &'a IndexVec<TalkIndex, Talk>,
    /// For each talk, who speaks when.
    pub cues: &'a IndexVec<TalkIndex, Vec<Cue>>,
    /// The sessions.
    pub sessions: &'a IndexVec<SessionIndex, Session>,
    /// Who leads through the programme, from where on.
    pub hosts: &'a [Cue],
    /// What is left out.
    pub cuts: &'a IndexVec<CutIndex, TextRange>,
}

/// Divides the text into turns.
///
/// # Errors
///
/// The byte that the ledger could not account for, which is a fault of this program.
pub fn turns(transcript: &Transcript, parts: &Parts<'_>) -> Result<Vec<Turn>, TextOffset> {
    let text = &transcript.text;
    let ranges: IndexVec<TalkIndex, TextRange> = parts.talks.iter().map(|t| t.range).collect();
    let stretches = ledger::assign_owners(text, &ranges, parts.cuts);
    ledger::verify(text, &stretches)?;
    let mut turns = Vec::new();
    for stretch in stretches {
        let owner = stretch.owner;
        let cues: &[Cue] = match owner {
            Owner::Talk(talk) => &parts.cues[talk],
            Owner::Host(_) => parts.hosts,
            Owner::Cut(_) => &[],
        };
        let TextRange { start, end } = stretch.range;
        let first = cues.iter().find(|cue| cue.at == start).and_then(|cue| cue.start);
        let mut begins = first.or_else(|| of_talk(owner, start, parts));
        let mut speaker = before(cues, start).or_else(|| alone(owner, parts));
        let mut at = start;
        let mut push = |speaker, range: TextRange, begins: Option<Timestamp>| {
            let start = begins.or_else(|| transcript.moment(range.start));
            turns.push(Turn { owner, speaker, range, start });
        };
        for cue in cues.iter().filter(|cue| cue.at > start && cue.at < end) {
            push(speaker, at.to(cue.at), begins);
            (at, speaker, begins) = (cue.at, Some(cue.speaker), cue.start);
        }
        push(speaker, at.to(end), begins);
    }
    Ok(turns)
}

/// When a talk begins, for the turn that begins with it.
fn of_talk(owner: Owner, start: TextOffset, parts: &Parts<'_>) -> Option<Timestamp> {
    match owner {
        Owner::Talk(talk) if parts.talks[talk].range.start == start => parts.talks[talk].start,
        _ => None,
    }
}

/// The speaker at a byte, by the last cue at or before it.
fn before(cues: &[Cue], at: TextOffset) -> Option<SpeakerIndex> {
    cues[..cues.partition_point(|cue| cue.at <= at)].last().map(|cue| cue.speaker)
}

/// Who speaks where no cue says so: the only speaker of a talk, the chair of the session.
fn alone(owner: Owner, parts: &Parts<'_>) -> Option<SpeakerIndex> {
    let chair = |session: Option<&Session>| session.and_then(|s| s.chair);
    match owner {
        Owner::Talk(talk) => match parts.talks[talk].speakers.as_slice() {
            [only] if parts.cues[talk].is_empty() => Some(only.speaker),
            _ => None,
        },
        Owner::Host(Some(talk)) => chair(parts.sessions.at(parts.talks[talk].session)),
        Owner::Host(None) => chair(parts.sessions.last()),
        Owner::Cut(_) => None,
    }
}
