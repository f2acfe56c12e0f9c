//! Cues of formats whose cues need not stand in the order of time.

use std::ops::Range;

use super::builder::{SpeechBreak, TranscriptBuilder};
use crate::model::Milliseconds;

/// Words that are said from a time on, by one voice.
#[derive(Clone, Debug, Default)]
pub struct TimedCue {
    /// When they begin; nothing where the file does not say, or says it wrongly.
    pub start: Option<Milliseconds>,
    /// When they end.
    pub end: Option<Milliseconds>,
    /// Where the file has the time.
    pub time: Range<usize>,
    /// Who speaks, and where the file says so.
    pub voice: Option<(String, Range<usize>)>,
    /// The words.
    pub pieces: Vec<CuePiece>,
}

/// A piece of a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CuePiece {
    /// Words, as they stand in the file.
    Said(Range<usize>),
    /// Words that are written otherwise, such as an escape.
    SaidAs(Range<usize>, String),
    /// The end of a line, at an offset of the file.
    LineEnd(usize),
}

/// Hands cues to a builder in the order of their times. A cue without a time stays behind the one
/// that it follows in the file.
pub fn build(builder: &mut TranscriptBuilder<'_>, cues: Vec<TimedCue>) {
    let has_voices = cues.iter().any(|cue| cue.voice.is_some());
    let mut last = Milliseconds(0);
    let mut timed: Vec<(Milliseconds, TimedCue)> = Vec::with_capacity(cues.len());
    for cue in cues.into_iter().filter(|cue| !cue.pieces.is_empty()) {
        last = cue.start.unwrap_or(last);
        timed.push((last, cue));
    }
    // stable, so that cues of one time keep the order of the file
    timed.sort_by_key(|(time, _)| *time);
    let mut before: Option<(Option<Milliseconds>, bool)> = None;
    for (_, cue) in timed {
        // two cues of one time and voice are lines of one, as in subtitles in two languages
        let now = (cue.start, cue.voice.is_some());
        let is_line = cue.start.is_some() && before == Some(now) && !now.1;
        let kind = if is_line { SpeechBreak::Line } else { SpeechBreak::Cue };
        before = Some(now);
        add(builder, cue, kind, has_voices);
    }
}

fn add(builder: &mut TranscriptBuilder<'_>, cue: TimedCue, kind: SpeechBreak, has_voices: bool) {
    builder.break_at(kind, cue.time.start);
    if let Some(start) = cue.start {
        builder.time(start, cue.time.clone());
    }
    match &cue.voice {
        Some((name, range)) => builder.voice(Some(name), range.clone()),
        None if has_voices => builder.voice(None, cue.time.start..cue.time.start),
        None => {}
    }
    say(builder, cue.pieces);
    if let Some(end) = cue.end {
        builder.ended(end);
    }
}

/// Hands the pieces of words to a builder.
pub fn say(builder: &mut TranscriptBuilder<'_>, pieces: Vec<CuePiece>) {
    for piece in pieces {
        match piece {
            CuePiece::Said(range) => builder.visible_speech(range),
            CuePiece::SaidAs(range, said) => builder.speech_as(range, &said),
            CuePiece::LineEnd(at) => builder.break_at(SpeechBreak::Line, at),
        }
    }
}
