//! Words of a talk that are attributed to no speaker.

use super::cuts::PlacedCut;
use super::turns::TurnStart;
use crate::diagnostics::{Code, Diagnostic};
use crate::input::raw::RawTalk;
use crate::model::{TextRange, Transcript};

/// How many characters the quote in a suggestion has.
const WORDS: usize = 12;

/// Warns of a talk that has several speakers and no turns, and of one whose first turn begins later
/// than the talk. `range` is that of the talk, where it is known.
pub fn find(
    talk: &RawTalk,
    range: Option<TextRange>,
    starts: &[TurnStart],
    cuts: &[PlacedCut],
    transcript: &Transcript,
) -> Option<Diagnostic> {
    // a turn that could not be read or placed is a problem already
    if !talk.turns_complete {
        return None;
    }
    if talk.turns.is_empty() {
        return (talk.speakers.len() > 1).then(|| {
            let count = range.map(|range| characters(range, cuts, transcript));
            without_turns(talk, count)
        });
    }
    let (range, first) = (range?, starts.first()?);
    // a turn that was not found is a problem already, and may have been the first
    if starts.len() < talk.turns.len() {
        return None;
    }
    let before = range.start.to(first.offset);
    let count = characters(before, cuts, transcript);
    (count > 0).then(|| late(talk, before, count, transcript))
}

fn late(talk: &RawTalk, before: TextRange, count: usize, transcript: &Transcript) -> Diagnostic {
    let turn = &talk.turns[0];
    let everyone = talk.chair.iter().chain(talk.speakers.iter().map(|speaker| &speaker.id));
    // where somebody else can be named, that is more likely who spoke before
    let mut others = everyone.map(|id| id.value.as_str()).filter(|id| *id != turn.speaker.value);
    let who = others.next().unwrap_or(&turn.speaker.value);
    let words: String = transcript[before].trim().chars().take(WORDS).collect();
    let have = if count == 1 { "has" } else { "have" };
    let (id, count) = (&talk.id.value, counted(count));
    let message = format!("the first {count} of talk `{id}` {have} no speaker");
    Diagnostic::new(Code::WordsWithoutSpeaker, turn.from.quote.span, message)
        .label("the first turn begins here")
        .other(transcript.span(before), "nobody is named for these words")
        .help(format!("add a turn above it for whoever speaks there, such as `- {who}: {words}`"))
}

fn without_turns(talk: &RawTalk, count: Option<usize>) -> Diagnostic {
    let message = format!("`{}` has several speakers and no turns", talk.id.value);
    let label = match count {
        Some(count) => format!("nobody is named for its {}", counted(count)),
        None => "nobody is named for what is said".to_owned(),
    };
    let first = &talk.speakers[0].id.value;
    let words = talk.from.as_ref().map_or("…", |from| from.quote.value.trim());
    let words = words.lines().next().unwrap_or("…");
    Diagnostic::new(Code::NoTurns, talk.id.span, message).label(label).help(format!(
        "add `turns:` with the first words of each turn, such as `- {first}: {words}`"
    ))
}

fn counted(count: usize) -> String {
    format!("{count} {}", if count == 1 { "character" } else { "characters" })
}

/// How many characters of a range are in no cut; 0 where only punctuation is left.
fn characters(range: TextRange, cuts: &[PlacedCut], transcript: &Transcript) -> usize {
    let mut kept = String::new();
    let mut at = range.start;
    for PlacedCut { range: cut, .. } in cuts {
        kept += transcript.get(at.to(cut.start.min(range.end))).unwrap_or_default();
        at = at.max(cut.end);
    }
    kept += transcript.get(at.to(range.end)).unwrap_or_default();
    if kept.contains(char::is_alphanumeric) { kept.chars().count() } else { 0 }
}
