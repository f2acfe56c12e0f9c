//! Which recording has which words, and by how much it is ahead of the transcript's times there.
//!
//! The recording of a talk is the nearest that is written: its own, that of its session, that of
//! the forum. So is the offset; a recording that is written without one has none, since that of
//! another recording does not hold for it.
//!
//! Between two talks with different recordings the host speaks, and it is not written in which of
//! the two. If the transcript's times begin anew there, that is where the second recording begins;
//! else it has all words between the two talks, which introduce the second. A talk whose last words
//! are not written has the host's words at its end.

use super::video::{self, KnownBilibili};
use crate::diagnostics::{Problems, Span};
use crate::input::raw::{RawForum, RawRecording};
use crate::model::{
    FoundTime, IndexVec, Recording, RecordingOffset, RecordingPart, RecordingParts, RecordingScope,
    SessionIndex, Talk, TalkIndex, TextOffset, TextRange, Transcript, TypedIndex,
};

/// The recording that holds for something, and how far it is ahead.
#[derive(Clone, Debug)]
pub struct RecordingSetting {
    recording: Option<Recording>,
    /// By how much the recording is ahead of the transcript's times.
    pub offset: RecordingOffset,
    /// Where the offset is written.
    pub offset_span: Option<Span>,
    /// For what the offset or the recording is written.
    pub scope: RecordingScope,
}

/// The settings of all talks.
pub struct RecordingSettings {
    forum: RecordingSetting,
    talks: IndexVec<TalkIndex, RecordingSetting>,
}

/// Words of the transcript for which one setting holds.
pub struct RecordedStretch {
    /// The words.
    pub range: TextRange,
    /// The setting.
    pub setting: RecordingSetting,
}

impl RecordingSettings {
    /// The recordings of a forum, checked.
    pub fn of(raw: &RawForum, transcript: &Transcript, problems: &mut Problems) -> Self {
        let known = KnownBilibili::of_head(&transcript.head);
        let unset = RecordingSetting {
            recording: known.recording(),
            offset: RecordingOffset::default(),
            offset_span: None,
            scope: RecordingScope::Forum,
        };
        let forum = unset.with(&raw.recording, RecordingScope::Forum, &known, problems);
        let known = KnownBilibili::of_recording(forum.recording.as_ref());
        let mut talks = IndexVec::default();
        for (index, session) in raw.sessions.iter().enumerate() {
            let scope = RecordingScope::Session(SessionIndex::new(index));
            let own = forum.with(&session.recording, scope, &known, problems);
            for talk in &session.talks {
                let scope = RecordingScope::Talk(TalkIndex::new(talks.len()));
                talks.push(own.with(&talk.recording, scope, &known, problems));
            }
        }
        Self { forum, talks }
    }

    /// Whether two talks are in one recording.
    pub fn is_one(&self, one: usize, other: usize) -> bool {
        let recording = |talk: usize| self.talks.get(talk).map(|setting| &setting.recording);
        recording(one) == recording(other)
    }

    /// The stretches of a transcript that have one setting each, laid end to end. If the talks were
    /// not all found, there are none unless one setting holds for all.
    pub fn stretches(
        &self,
        talks: Option<&[Talk]>,
        transcript: &Transcript,
    ) -> Vec<RecordedStretch> {
        let is_change = |one: &RecordingSetting, other: &RecordingSetting| {
            // what it was written for makes no difference to the words
            (&one.recording, one.offset) != (&other.recording, other.offset)
        };
        let changes = self.talks.windows(2).any(|pair| match pair {
            [one, other] => is_change(one, other),
            _ => false,
        });
        let talks = match talks {
            Some(talks) => talks,
            None if changes => return Vec::new(),
            None => &[],
        };
        let end = transcript.end();
        let first = self.talks.first().unwrap_or(&self.forum);
        let mut stretches =
            vec![RecordedStretch { range: transcript.whole(), setting: first.clone() }];
        let neighbours = talks.windows(2).zip(self.talks.windows(2));
        for (talks, settings) in neighbours {
            let ([before, after], [one, other]) = (talks, settings) else { continue };
            if !is_change(one, other) {
                continue;
            }
            let restart = restart(&transcript.found_times, before.range, after.range);
            let start = restart.unwrap_or(before.range.end);
            if let Some(last) = stretches.last_mut() {
                last.range.end = start;
            }
            let range = start.to(end);
            stretches.push(RecordedStretch { range, setting: other.clone() });
        }
        stretches
    }
}

impl RecordingSetting {
    /// This setting with what is written for a part of what it holds for.
    fn with(
        &self,
        raw: &RawRecording,
        scope: RecordingScope,
        known: &KnownBilibili,
        problems: &mut Problems,
    ) -> Self {
        let video = raw.video.as_ref();
        if video.is_none() && raw.offset.is_none() {
            return self.clone();
        }
        let recording = match video {
            Some(video) => video::find(video, known, problems),
            None => self.recording.clone(),
        };
        Self {
            recording,
            offset: raw.offset.as_ref().map(|offset| offset.value).unwrap_or_default(),
            offset_span: raw.offset.as_ref().map(|offset| offset.span),
            scope,
        }
    }
}

/// Where the times begin anew between two talks. If the first goes on to the second, because its
/// last words are not written, they may begin anew within it.
fn restart(found: &[FoundTime], before: TextRange, after: TextRange) -> Option<TextOffset> {
    let first = if before.end < after.start { before.end } else { before.start };
    let from = found.partition_point(|time| time.at < first);
    let to = found.partition_point(|time| time.at <= after.start);
    let next = found.get(to.checked_sub(1)?)?.time;
    let pairs = found.get(from.saturating_sub(1)..to)?.windows(2);
    // a time that is wrong by itself is no restart: the second talk would go on after it
    let is_restart = |pair: &&[FoundTime]| match pair {
        [one, other] => other.at >= first && other.time < one.time && next < one.time,
        _ => false,
    };
    Some(pairs.rev().find(is_restart)?.last()?.at)
}

/// The recordings of stretches, without the offsets.
pub fn parts(stretches: Vec<RecordedStretch>) -> RecordingParts {
    let part = |RecordedStretch { range, setting }: RecordedStretch| RecordingPart {
        start: range.start,
        recording: setting.recording,
        scope: setting.scope,
    };
    RecordingParts::new(stretches.into_iter().map(part).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::SourceMap;
    use crate::model::Milliseconds;

    /// Where the second of two talks' recordings begins: the first talk is from 10 to `end`, the
    /// second from 50 on.
    fn restarts(end: usize, times: &[(usize, u64)]) -> Option<usize> {
        let span = Span::whole(SourceMap::default().add("a.srt", ""));
        let found = times.iter().map(|&(at, time)| FoundTime {
            at: TextOffset(at),
            time: Milliseconds(time),
            span,
        });
        let (before, after) = (TextRange::new(10..end), TextRange::new(50..90));
        restart(&found.collect::<Vec<_>>(), before, after).map(|at| at.0)
    }

    #[test]
    fn a_recording_begins_where_times_begin_anew_between_two_talks() {
        assert_eq!(restarts(40, &[(10, 100), (30, 200), (45, 5), (50, 9), (60, 20)]), Some(45));
        assert_eq!(restarts(40, &[(10, 100), (30, 200), (50, 0), (60, 20)]), Some(50));
        // the cue with the first words of the second talk begins with the last of the host's
        assert_eq!(restarts(40, &[(10, 100), (30, 200), (48, 0), (60, 20)]), Some(48));
    }

    #[test]
    fn a_talk_without_last_words_ends_where_times_begin_anew() {
        assert_eq!(restarts(50, &[(10, 100), (30, 200), (45, 5), (50, 9), (60, 20)]), Some(45));
        assert_eq!(restarts(40, &[(10, 100), (30, 200), (35, 5), (50, 9), (60, 20)]), None);
    }

    #[test]
    fn times_that_go_on_and_an_odd_one_are_no_restart() {
        assert_eq!(restarts(50, &[(10, 100), (30, 200), (50, 300)]), None);
        assert_eq!(restarts(50, &[(10, 100), (20, 5), (30, 200), (50, 300)]), None);
        assert_eq!(restarts(50, &[]), None);
    }
}
