//! Lines of speech in Markdown or plain text (`.md`, `.txt`), as most recognisers and meeting tools
//! export them.
//!
//! ```text
//! transcript = [BOM] [front matter] [head] { line } [footer]
//! head       = { title | date | keywords | … }            above the first label or time, `head`
//! line       = image | quote | [stamp] [label] [words] | blank
//! image      = an image and nothing else                  `image_line`
//! quote      = ">" words                                  in a file whose headings name speakers
//! stamp      = a time, in brackets or not                 `clock`; in square brackets also
//!                                                         within words
//! label      = a name, with a time or without             `parts`, `names`
//! ```
//!
//! Lines end with LF, CRLF or CR, and with the soft breaks that word processors have within a
//! paragraph (VT, U+2028). Times and labels are no speech. Which lines have one is decided for the
//! file as a whole: `survey` for all, `sequence` for times, `untimed_labels` for names alone. The
//! time and the voice hold from the next word on, and a label ends the words before it as the end
//! of a cue does. `joins` says what stands between lines. Front matter describes the file and is
//! skipped.

mod clock;
mod head;
mod joins;
mod names;
mod parts;
mod reader;
mod sequence;
mod survey;
mod untimed_labels;

#[cfg(test)]
mod tests;

use crate::input::transcript::format::TranscriptFormat;

/// Lines of speech.
pub(super) const LINES_OF_SPEECH: TranscriptFormat = TranscriptFormat {
    name: "lines of speech",
    extensions: &["md", "txt", "markdown", "docx"],
    only_transcripts: false,
    // every text may be lines of speech, so that it is read so where no other format is recognised
    recognises: |_| false,
    read: reader::read,
};
