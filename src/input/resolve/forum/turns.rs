//! Who speaks when: where turns begin, and the transcript divided into them.

use super::quotes::QuoteFinder;
use crate::anchor::ledger;
use crate::diagnostics::{Code, Diagnostic, Problems, Span};
use crate::input::raw::RawTurn;
use crate::input::resolve::speakers::SpeakerDirectory;
use crate::input::yaml::Spanned;
use crate::model::text_timestamps::TextTimestamps;
use crate::model::{
    CutIndex, IndexVec, Seconds, Session, SessionIndex, SpeakerIndex, Talk, TalkIndex, TextOffset,
    TextOwner, TextRange, Timestamp, Transcript, Turn,
};

/// Whose a turn is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TurnSpeaker {
    /// A speaker's.
    Named(SpeakerIndex),
    /// Whose the words are where nothing is said: the only speaker's of a talk, or the chair's.
    Usual,
    /// Somebody's who is not named, and who is not the usual speaker.
    Unknown,
}

/// Where a turn begins, and whose it is.
#[derive(Clone, Debug)]
pub struct TurnStart {
    /// The offset of its first byte in the text.
    pub offset: TextOffset,
    /// Who speaks from there on.
    pub speaker: TurnSpeaker,
    /// When the turn begins in the recording, where that was written.
    pub start: Option<Spanned<Seconds>>,
}

impl TurnStart {
    /// The written time, for a transcript without times.
    fn written(&self) -> Option<Timestamp> {
        self.start.as_ref().map(|start| start.value.into())
    }
}

/// Finds where turns begin. They must lie within `range` and be in the order of the transcript;
/// `of` names what they belong to: ``talk `a` ``.
pub fn find_starts(
    turns: &[RawTurn],
    of: &str,
    range: TextRange,
    quotes: &QuoteFinder<'_>,
    directory: &mut SpeakerDirectory<'_>,
    problems: &mut Problems,
) -> Vec<TurnStart> {
    let mut starts: Vec<TurnStart> = Vec::new();
    let mut before: Option<Span> = None;
    for turn in turns {
        let speaker = directory.resolve(&turn.speaker, problems);
        let what = format!("the first words of a turn of {of}");
        let place = quotes.find(&turn.from, &what, problems);
        let (Some(speaker), Some(place)) = (speaker, place) else { continue };
        let span = turn.from.quote.span;
        if !range.contains(place.start) {
            problems.push(
                Diagnostic::new(Code::TurnOutside, span, format!("this turn is not within {of}"))
                    .help("quote words of that talk, or move the turn"),
            );
            continue;
        }
        if let (Some(last), Some(before)) = (starts.last(), before)
            && place.start <= last.offset
        {
            // the wrong turn is dropped, so that those below are compared with the last right one
            let message = "this turn does not come after the one above it";
            problems.push(
                Diagnostic::new(Code::TurnsOutOfOrder, span, message)
                    .other(before, "the one above")
                    .help("put the turns into the order of the transcript"),
            );
            continue;
        }
        let start = turn.start.clone();
        let speaker = TurnSpeaker::Named(speaker);
        starts.push(TurnStart { offset: place.start, speaker, start });
        before = Some(span);
    }
    starts
}

/// A programme with its place in the transcript: all that decides who speaks where.
pub struct PlacedProgramme<'a> {
    /// All talks of the forum, with their ranges.
    pub talks: &'a IndexVec<TalkIndex, Talk>,
    /// For each talk, where its turns begin.
    pub starts: &'a IndexVec<TalkIndex, Vec<TurnStart>>,
    /// The sessions.
    pub sessions: &'a IndexVec<SessionIndex, Session>,
    /// Where each host begins to lead through the programme.
    pub hosts: &'a [TurnStart],
    /// The stretches that are left out of the pages.
    pub cuts: &'a IndexVec<CutIndex, TextRange>,
}

/// Divides the text into turns. `times` are those of the recordings, in which written ones are.
///
/// # Errors
///
/// The offset that belongs to no part, or to two, which is a fault of this program.
pub fn divide(
    transcript: &Transcript,
    times: &TextTimestamps,
    parts: &PlacedProgramme<'_>,
) -> Result<Vec<Turn>, TextOffset> {
    let text = &transcript.text;
    let ranges: IndexVec<TalkIndex, TextRange> = parts.talks.iter().map(|t| t.range).collect();
    let stretches = ledger::assign_owners(text, &ranges, parts.cuts);
    ledger::verify(text, &stretches)?;
    let mut turns = Vec::new();
    for stretch in stretches {
        let owner = stretch.owner;
        let starts: &[TurnStart] = match owner {
            TextOwner::Talk(talk) => &parts.starts[talk],
            TextOwner::Host(_) => parts.hosts,
            // nobody is named for what is cut
            TextOwner::Cut(_) => &[],
        };
        let TextRange { start, end } = stretch.range;
        // a turn that begins with the stretch opens it; those further on divide it
        let first = starts.iter().find(|turn| turn.offset == start).and_then(TurnStart::written);
        let mut begins = first.or_else(|| start_of_talk(owner, start, parts));
        // a cut divides a turn, so that behind it the last speaker goes on
        let mut speaker = match turn_at(starts, start) {
            Some(turn) => speaker_of(turn, owner, parts),
            None => default_speaker(owner, parts),
        };
        let mut at = start;
        let mut push = |speaker, range: TextRange, begins: Option<Timestamp>| {
            let start = times.moment(transcript.word_at(range.start)).or(begins);
            turns.push(Turn { owner, speaker, range, start });
        };
        for turn in starts.iter().filter(|turn| turn.offset > start && turn.offset < end) {
            push(speaker, at.to(turn.offset), begins);
            speaker = speaker_of(turn, owner, parts);
            (at, begins) = (turn.offset, turn.written());
        }
        push(speaker, at.to(end), begins);
    }
    Ok(turns)
}

/// When a talk begins in the recording, for the turn that begins with it.
fn start_of_talk(
    owner: TextOwner,
    start: TextOffset,
    parts: &PlacedProgramme<'_>,
) -> Option<Timestamp> {
    match owner {
        TextOwner::Talk(talk) if parts.talks[talk].range.start == start => parts.talks[talk].start,
        _ => None,
    }
}

/// The last turn that begins at or before an offset.
fn turn_at(starts: &[TurnStart], at: TextOffset) -> Option<&TurnStart> {
    starts[..starts.partition_point(|turn| turn.offset <= at)].last()
}

/// Who speaks in a turn.
fn speaker_of(
    turn: &TurnStart,
    owner: TextOwner,
    parts: &PlacedProgramme<'_>,
) -> Option<SpeakerIndex> {
    match turn.speaker {
        TurnSpeaker::Named(speaker) => Some(speaker),
        TurnSpeaker::Usual => only_speaker(owner, parts),
        TurnSpeaker::Unknown => None,
    }
}

/// Who speaks where there is no turn: the only speaker of a talk, or the chair of the session.
fn default_speaker(owner: TextOwner, parts: &PlacedProgramme<'_>) -> Option<SpeakerIndex> {
    match owner {
        // words before the first turn are nobody's; `words_without_speaker` warns of them
        TextOwner::Talk(talk) if !parts.starts[talk].is_empty() => None,
        _ => only_speaker(owner, parts),
    }
}

/// Who speaks where it is not said: the only speaker of a talk, or the chair of the session.
fn only_speaker(owner: TextOwner, parts: &PlacedProgramme<'_>) -> Option<SpeakerIndex> {
    let chair = |session: Option<&Session>| session.and_then(|s| s.chair);
    match owner {
        TextOwner::Talk(talk) => match parts.talks[talk].speakers.as_slice() {
            [only] => Some(only.speaker),
            _ => None,
        },
        // an introduction belongs to the session of the talk that it introduces
        TextOwner::Host(Some(talk)) => chair(parts.sessions.at(parts.talks[talk].session)),
        TextOwner::Host(None) => chair(parts.sessions.last()),
        TextOwner::Cut(_) => None,
    }
}
