//! The captions of a talk, as WebVTT (W3C, <https://www.w3.org/TR/webvtt1/>): what the page of the
//! talk shows, the host's introduction included, with the times of the recording.
//!
//! ```text
//! WEBVTT
//!
//! NOTE
//! title, forum, day, recording, and what the times are
//!
//! k3x9ab-2~
//! 00:01:05.000 --> 00:01:09.000
//! <v Name>words
//! ```
//!
//! - The words are the clean text, all of it, in pieces that can be read (`pieces`).
//! - A cue begins when its first word is said (`word_times`), and lasts until the next word
//!   after it is said; not longer than twice what it takes to read it, since nobody knows when a
//!   speaker paused. Pieces that begin in one moment are one cue, so that cues never overlap.
//! - The identifier is the permalink of the passage, with a number from its second cue on, and `~`
//!   where the time is an estimate.
//! - `<v …>` names who speaks, where that is known.
//! - What is said before the first time of the transcript has none, and is left out. A talk of
//!   which no time is known has no captions.

mod pieces;
mod word_times;

use std::ops::Range;

use pieces::{TimedPlace, columns, divide};
use word_times::WordTimes;

use super::event_days;
use super::forum_export::ForumExport;
use crate::model::record::Passage;
use crate::model::{
    CleanRange, Forum, IndexVec, Milliseconds, Talk, TalkIndex, TextOffset, TextOwner, TurnIndex,
};
use crate::text::{Segment, segments};

/// The shortest time of a cue.
const SHORTEST: u64 = 1000;
/// The longest time of a cue: so much, and so much more for each column.
const LONGEST: u64 = 2000;
const LONGEST_PER_COLUMN: u64 = 250;

/// Whether there are captions of a talk.
pub fn exist(forum: &Forum, talk: &Talk) -> bool {
    let known = forum.transcript.times.of_recording(talk.range.start);
    known.first().is_some_and(|(at, _)| *at < talk.range.end)
}

/// A forum of whose talks captions are made.
pub struct ForumCaptions<'a> {
    of: &'a ForumExport<'a>,
    times: WordTimes<'a>,
    /// The turns of each talk and of its introduction.
    turns: IndexVec<TalkIndex, Vec<TurnIndex>>,
}

/// A caption.
struct Cue<'a> {
    id: String,
    start: Milliseconds,
    /// When what follows is said.
    until: Option<Milliseconds>,
    lines: Vec<Line<'a>>,
}

/// Words of one passage in a cue.
struct Line<'a> {
    voice: Option<&'a str>,
    passage: &'a str,
    words: String,
}

impl<'a> ForumCaptions<'a> {
    /// The captions of a forum.
    pub fn of(of: &'a ForumExport<'a>) -> Self {
        let mut turns: IndexVec<TalkIndex, Vec<TurnIndex>> =
            vec![Vec::new(); of.forum.talks.len()].into();
        for (number, turn) in of.forum.turns.enumerated() {
            if let TextOwner::Talk(talk) | TextOwner::Host(Some(talk)) = turn.owner {
                turns[talk].push(number);
            }
        }
        Self { of, times: WordTimes::of(&of.forum.transcript), turns }
    }

    /// The captions of a talk; none where no time of it is known.
    pub fn talk(&self, number: TalkIndex) -> Option<String> {
        let talk = &self.of.forum.talks[number];
        if !exist(self.of.forum, talk) {
            return None;
        }
        let recordings = &self.of.forum.recordings;
        let mut cues = Vec::new();
        for turn in &self.turns[number] {
            for passage in self.of.record.of_turn(*turn) {
                // an introduction may be in the recording before
                if !recordings.is_one(passage.range.start, talk.range.start) {
                    continue;
                }
                self.push_passage(&mut cues, *turn, passage);
            }
        }
        let mut out = format!("WEBVTT\n\nNOTE\n{}", self.note(talk));
        let ends: Vec<Milliseconds> = cues.iter().zip(next_starts(&cues)).map(end).collect();
        for (cue, end) in cues.iter().zip(ends) {
            out.push_str(&written(cue, end));
        }
        Some(out)
    }

    /// The lines of the comment at the top.
    fn note(&self, talk: &Talk) -> String {
        let of = self.of;
        let day = event_days::of_talk(of.forum, talk).map(|days| days.to_string());
        let recording = of.forum.recording_of(talk).map(|recording| recording.address(None));
        let page = of.talk_url(talk);
        let about = of.strings.get("captions_note");
        let lines = [Some(&talk.title), Some(&of.forum.title), day.as_ref(), recording.as_ref()];
        let lines = lines.into_iter().chain([page.as_ref()]).flatten().map(String::as_str);
        lines.chain([about]).map(|line| comment(line) + "\n").collect()
    }

    fn push_passage(&self, cues: &mut Vec<Cue<'a>>, turn: TurnIndex, passage: &'a Passage) {
        let forum = self.of.forum;
        let clean = passage.clean(forum);
        let timed = self.timed_in_clean(passage);
        let speaker = forum.turns[turn].speaker;
        let voice = speaker.map(|speaker| self.of.site.speakers[speaker].name.as_str());
        for (index, piece) in divide(&clean, &timed).into_iter().enumerate() {
            let said = passage.verbatim_range(&CleanRange(piece.clone()));
            let Some(start) = self.times.at(said.start) else { continue };
            let until = self.until(said.end);
            let words = Piece { clean: &clean, range: piece };
            match cues.last_mut() {
                Some(last) if start.at <= last.start => {
                    last.until = until;
                    push_words(&mut last.lines, voice, &passage.id, &words);
                }
                _ => {
                    let mut lines = Vec::new();
                    push_words(&mut lines, voice, &passage.id, &words);
                    let id = identifier(&passage.id, index, start.about);
                    cues.push(Cue { id, start: start.at, until, lines });
                }
            }
        }
    }

    /// When what follows an offset is said; nothing at the end of the text.
    fn until(&self, end: TextOffset) -> Option<Milliseconds> {
        let transcript = &self.of.forum.transcript;
        let follows = !transcript.text.get(end.0..)?.trim().is_empty()
            && self.of.forum.recordings.is_one(TextOffset(end.0.saturating_sub(1)), end);
        follows.then(|| self.times.at(end)).flatten().map(|time| time.at)
    }

    /// The places in a passage's clean text of the words whose time is known.
    fn timed_in_clean(&self, passage: &Passage) -> Vec<TimedPlace> {
        let verbatim = passage.range;
        let known = self.times.known_in(verbatim);
        let known = known.map(|(at, after_pause)| (verbatim.start.to(at).len(), after_pause));
        let mut known = known.peekable();
        let (mut timed, mut heard, mut clean) = (Vec::new(), 0, 0);
        for segment in segments(verbatim.len(), &passage.edits) {
            let (length, becomes) = match &segment {
                Segment::Unchanged(range) => (range.len(), range.len()),
                Segment::Edited(edit) => (edit.range.len(), edit.meant.len()),
            };
            let is_unchanged = matches!(segment, Segment::Unchanged(_));
            while let Some((at, after_pause)) = known.next_if(|(at, _)| *at < heard + length) {
                let at = if is_unchanged { clean + (at - heard) } else { clean };
                timed.push(TimedPlace { at, after_pause });
            }
            (heard, clean) = (heard + length, clean + becomes);
        }
        timed
    }
}

/// A part of a passage's clean text.
struct Piece<'a> {
    clean: &'a str,
    range: Range<usize>,
}

/// Adds a piece to the lines of a cue: to the last where that is of the same passage.
fn push_words<'a>(
    lines: &mut Vec<Line<'a>>,
    voice: Option<&'a str>,
    passage: &'a str,
    piece: &Piece<'_>,
) {
    let words = &piece.clean[piece.range.clone()];
    match lines.last_mut() {
        Some(last) if last.passage == passage => {
            let blank = piece.clean[..piece.range.start].ends_with(char::is_whitespace);
            last.words.extend(blank.then_some(' '));
            last.words.push_str(words);
        }
        _ => lines.push(Line { voice, passage, words: words.to_owned() }),
    }
}

fn identifier(passage: &str, index: usize, about: bool) -> String {
    let number = if index > 0 { format!("-{}", index + 1) } else { String::new() };
    format!("{passage}{number}{}", if about { "~" } else { "" })
}

/// When the cue after each begins; nothing for the last.
fn next_starts(cues: &[Cue<'_>]) -> impl Iterator<Item = Option<Milliseconds>> {
    cues.iter().skip(1).map(|cue| Some(cue.start)).chain([None])
}

/// When a cue ends, where the next one begins at `next`.
fn end((cue, next): (&Cue<'_>, Option<Milliseconds>)) -> Milliseconds {
    let width: usize = cue.lines.iter().map(|line| columns(&line.words)).sum();
    let longest = LONGEST + LONGEST_PER_COLUMN * width as u64;
    let until = cue.until.map_or(longest, |until| until.0.saturating_sub(cue.start.0));
    let lasts = until.clamp(SHORTEST, longest.max(SHORTEST));
    // cues begin one after the other, so that this one keeps some time
    let most = next.map_or(u64::MAX, |next| next.0.saturating_sub(cue.start.0));
    Milliseconds(cue.start.0.saturating_add(lasts.min(most)))
}

/// A cue in the file, an empty line before it.
fn written(cue: &Cue<'_>, end: Milliseconds) -> String {
    let voices: Vec<String> = cue.lines.iter().map(|line| voiced(line, cue.lines.len())).collect();
    let (start, end) = (clock(cue.start), clock(end));
    format!("\n{}\n{start} --> {end}\n{}\n", cue.id, voices.join("\n"))
}

/// A line with whoever speaks. Where there are several, each voice must be closed.
fn voiced(line: &Line<'_>, of: usize) -> String {
    let words = escaped(&line.words);
    match line.voice.map(escaped) {
        Some(voice) if of > 1 => format!("<v {voice}>{words}</v>"),
        Some(voice) => format!("<v {voice}>{words}"),
        None => words,
    }
}

/// A text of a cue, or a name in its tag: in one line, without the signs of tags and times.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\0' => out.push('\u{fffd}'),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A line of a comment, which must not have an arrow or an empty line in it.
fn comment(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace("-->", "→").replace('\0', "\u{fffd}")
}

/// A time in a cue: `01:02:03.004`.
fn clock(time: Milliseconds) -> String {
    let (seconds, milliseconds) = (time.0 / 1000, time.0 % 1000);
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    format!("{hours:02}:{minutes:02}:{:02}.{milliseconds:03}", seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_said_is_a_tag_or_an_arrow() {
        assert_eq!(escaped("a <b> --> c & d\ne"), "a &lt;b&gt; --&gt; c &amp; d e");
        assert_eq!(comment("a\n\nb --> c"), "a b → c");
    }

    #[test]
    fn times_have_hours_and_milliseconds() {
        assert_eq!(clock(Milliseconds(0)), "00:00:00.000");
        assert_eq!(clock(Milliseconds(3_723_004)), "01:02:03.004");
        assert_eq!(clock(Milliseconds(360_000_000)), "100:00:00.000");
    }

    #[test]
    fn a_cue_ends_when_the_next_word_is_said_or_it_has_been_read() {
        let cue = |until| Cue {
            id: String::new(),
            start: Milliseconds(10_000),
            until: Some(Milliseconds(until)),
            lines: vec![Line { voice: None, passage: "", words: "一".repeat(20) }],
        };
        let ends = |until, next: Option<u64>| end((&cue(until), next.map(Milliseconds))).0;
        assert_eq!(ends(14_000, Some(14_000)), 14_000);
        assert_eq!(ends(14_000, Some(60_000)), 14_000);
        assert_eq!(ends(60_000, Some(60_000)), 22_000);
        assert_eq!(ends(10_000, Some(10_400)), 10_400);
        assert_eq!(ends(10_000, None), 11_000);
    }
}
