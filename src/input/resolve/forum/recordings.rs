//! Which recording has which words, and by how much it is ahead of the transcript's times there.
//!
//! The recording of a talk is the nearest that is written: its own, that of its session, that of
//! the forum. So is the offset; a recording that is written without one has none, since that of
//! another recording does not hold for it.
//!
//! Between two talks with different recordings the host speaks, and it is not written in which of
//! the two. If the transcript's times begin anew there, that is where the second recording begins;
//! else it has all words between the two talks, which introduce the second.

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
            let between = before.range.end.to(after.range.start);
            let start = restart(&transcript.found_times, between).unwrap_or(between.start);
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

/// Where the times begin anew between two talks.
fn restart(found: &[FoundTime], between: TextRange) -> Option<TextOffset> {
    let from = found.partition_point(|time| time.at < between.start);
    let within = |time: &&FoundTime| time.at <= between.end;
    let mut before = found[..from].last();
    found[from..].iter().take_while(within).find_map(|time| {
        let earlier = before.is_some_and(|before| time.time < before.time);
        before = Some(time);
        earlier.then_some(time.at)
    })
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
