//! What a format of transcripts must have.

use super::builder::TranscriptBuilder;

/// A format of transcripts.
#[derive(Debug)]
pub struct TranscriptFormat {
    /// What it is called, as messages say: `SubRip subtitles`.
    pub name: &'static str,
    /// Extensions of its files, in lower case; the first is the usual one.
    pub extensions: &'static [&'static str],
    /// Whether files with its usual extension are transcripts, whatever their names.
    pub only_transcripts: bool,
    /// Whether a text is of this format. Of the table of formats the first that says so reads it.
    pub recognises: fn(&str) -> bool,
    /// Reads a text. Any text gives a transcript; one without words has an empty text.
    pub read: fn(&mut TranscriptBuilder<'_>),
}

impl TranscriptFormat {
    /// The usual extension of its files.
    pub fn usual_extension(&self) -> &'static str {
        self.extensions[0]
    }
}

impl PartialEq for TranscriptFormat {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
