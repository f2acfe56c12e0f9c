//! Which recording has which words: a forum may have several, such as one for each session.

use super::{Recording, SessionIndex, TalkIndex, TextOffset};

/// For what a recording is written in `forum.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordingScope {
    /// For the forum.
    Forum,
    /// For a session.
    Session(SessionIndex),
    /// For a talk.
    Talk(TalkIndex),
}

/// Words that one recording has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordingPart {
    /// Where they begin; they go on to the next part.
    pub start: TextOffset,
    /// The recording; `None` if there is none of these words.
    pub recording: Option<Recording>,
    /// For what the recording is written.
    pub scope: RecordingScope,
}

/// The recordings of a forum with the words that they have.
#[derive(Clone, Debug, Default)]
pub struct RecordingParts(Vec<RecordingPart>);

impl RecordingParts {
    /// Parts in the order of the text, the first of which begins with it.
    pub fn new(parts: Vec<RecordingPart>) -> Self {
        Self(parts)
    }

    /// The recording that has the words at an offset.
    pub fn at(&self, offset: TextOffset) -> Option<&Recording> {
        let next = self.0.partition_point(|part| part.start <= offset);
        self.0[..next].last()?.recording.as_ref()
    }

    /// Whether two offsets are in one part, so that times at both can be compared.
    pub fn is_one(&self, one: TextOffset, other: TextOffset) -> bool {
        let part = |offset| self.0.partition_point(|part| part.start <= offset);
        part(one) == part(other)
    }

    /// The first recording.
    pub fn first(&self) -> Option<&Recording> {
        self.0.iter().find_map(|part| part.recording.as_ref())
    }

    /// Every recording once, in the order of the text, with what it was written for first.
    pub fn distinct(&self) -> Vec<(&Recording, RecordingScope)> {
        let mut found: Vec<(&Recording, RecordingScope)> = Vec::new();
        for part in &self.0 {
            let Some(recording) = &part.recording else { continue };
            // a forum has few recordings
            if found.iter().all(|(known, _)| *known != recording) {
                found.push((recording, part.scope));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_the_recording_of_their_part() {
        let of = |id: &str| Some(Recording::bilibili(id.to_owned(), None));
        let part = |start, recording| RecordingPart {
            start: TextOffset(start),
            recording,
            scope: RecordingScope::Forum,
        };
        let parts = RecordingParts::new(vec![
            part(0, of("a")),
            part(10, of("b")),
            part(20, None),
            part(30, of("a")),
        ]);
        assert_eq!(parts.at(TextOffset(9)), of("a").as_ref());
        assert_eq!(parts.at(TextOffset(10)), of("b").as_ref());
        assert_eq!(parts.at(TextOffset(25)), None);
        assert_eq!(parts.at(TextOffset(99)), of("a").as_ref());
        assert!(parts.is_one(TextOffset(10), TextOffset(19)));
        assert!(!parts.is_one(TextOffset(0), TextOffset(30)));
        let distinct: Vec<_> = parts.distinct().into_iter().map(|(r, _)| Some(r.clone())).collect();
        assert_eq!(distinct, [of("a"), of("b")]);
        assert_eq!(RecordingParts::default().at(TextOffset(0)), None);
    }
}
