//! Who speaks, for transcripts whose recogniser told voices apart or whose file names speakers.

use super::TextOffset;
use crate::diagnostics::Span;

/// Index of a voice in [`TextVoices::names`].
pub type VoiceIndex = usize;

/// The words from an offset on are of a voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoiceStart {
    /// Offset of the first word.
    pub at: TextOffset,
    /// The voice; nothing where the file does not say who speaks.
    pub voice: Option<VoiceIndex>,
    /// Where the file names it.
    pub span: Span,
}

/// The voices of a transcript's text, each from its first word on.
#[derive(Clone, Debug, Default)]
pub struct TextVoices {
    /// The voices as the file names them: `发言人1`, `SPEAKER_00`, `甲一`; each once, in the order
    /// in which they first speak.
    pub names: Vec<String>,
    /// Where the voice changes, in the order of the text. Neighbours differ in voice.
    pub starts: Vec<VoiceStart>,
}

impl TextVoices {
    /// Says that a voice speaks from an offset on.
    pub fn push(&mut self, at: TextOffset, name: Option<&str>, span: Span) {
        let voice = name.map(|name| self.index_of(name));
        // nothing is said between two voices at one offset, so that the later one holds
        if self.starts.last().is_some_and(|last| last.at == at) {
            self.starts.pop();
        }
        // before the first voice it is not known who speaks either
        if self.starts.last().and_then(|last| last.voice) != voice {
            self.starts.push(VoiceStart { at, voice, span });
        }
    }

    /// The voice of the word at an offset.
    pub fn voice_at(&self, at: TextOffset) -> Option<VoiceIndex> {
        let next = self.starts.partition_point(|start| start.at <= at);
        self.starts[..next].last()?.voice
    }

    fn index_of(&mut self, name: &str) -> VoiceIndex {
        // a forum has a few dozen voices at most, so that a search is fast enough
        self.names.iter().position(|known| known == name).unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        })
    }
}
