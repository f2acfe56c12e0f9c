//! What a format of transcripts must have.

use crate::diagnostics::{FileId, Problems};
use crate::model::Transcript;

/// A format of transcripts.
#[derive(Debug)]
pub struct TranscriptFormat {
    /// Extensions of its files, in lower case. The first is its own; files with any of the others
    /// are of this format only where [`recognises`](Self::recognises) says so.
    pub extensions: &'static [&'static str],
    /// Whether every file with its own extension is a transcript, whatever its name.
    pub only_transcripts: bool,
    /// Whether a text is of this format.
    pub recognises: fn(&str) -> bool,
    /// Reads a text. Any text gives a transcript; one without words has an empty `text`.
    pub parse: fn(FileId, &str, &mut Problems) -> Transcript,
}

impl TranscriptFormat {
    /// The extension of its files.
    pub fn own_extension(&self) -> &'static str {
        self.extensions[0]
    }
}

impl PartialEq for TranscriptFormat {
    fn eq(&self, other: &Self) -> bool {
        self.own_extension() == other.own_extension()
    }
}
