//! A second transcript of a forum's recording.

use super::{TextOffset, TextRange, Transcript};
use crate::alignment::{Alignment, MatchedRun, SpokenText};

/// A second transcript of the same recording, aligned with the first by its words. It gives times,
/// and shows where the two hear differently; its text is not published.
#[derive(Clone, Debug)]
pub struct SecondTranscript {
    /// The name of its file, as forum.yaml has it.
    pub name: String,
    /// The transcript.
    pub transcript: Transcript,
    /// The letters and digits of the first transcript.
    pub ours: SpokenText,
    /// The letters and digits of this one.
    pub theirs: SpokenText,
    /// Which of them are the same words.
    pub alignment: Alignment,
}

/// Letters and digits that agree count as words in common from this many in a row.
const RUN: usize = 3;
/// A difference of at most this many letters or digits between two places that are the same does
/// not make a time between them uncertain.
const SHORT: usize = 40;

impl SecondTranscript {
    /// Aligns a transcript with the first.
    pub fn of(name: String, transcript: Transcript, first: &Transcript) -> Self {
        let (ours, theirs) = (SpokenText::of(&first.text), SpokenText::of(&transcript.text));
        let alignment = Alignment::of(ours.symbols(), theirs.symbols());
        Self { name, transcript, ours, theirs, alignment }
    }

    /// The place in the first transcript of the word at an offset of this one.
    pub fn ours_of(&self, theirs: TextOffset) -> Option<TextOffset> {
        let index = self.alignment.ours_of(self.theirs.index_at(theirs.0), SHORT)?;
        self.ours.offset(index).map(TextOffset)
    }

    /// The range of the first transcript from the first to the last words that both have.
    pub fn shared(&self) -> TextRange {
        let runs = self.alignment.runs();
        let long = |run: &&MatchedRun| run.length >= RUN;
        let bounds = runs.iter().find(long).zip(runs.iter().rfind(long));
        let range =
            bounds.and_then(|(first, last)| self.ours.range(first.ours, last.ours + last.length));
        TextRange::new(range.unwrap_or(0..0))
    }

    /// How many percent of the letters and digits of the shorter transcript the other has as well.
    pub fn percent(&self) -> usize {
        let shorter = self.ours.symbols().len().min(self.theirs.symbols().len());
        self.alignment.matched(RUN) * 100 / shorter.max(1)
    }
}
