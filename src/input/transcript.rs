//! The transcript, as the recogniser gave it: its text, and when what was said was said.
//!
//! | ending | what | where its grammar stands |
//! | --- | --- | --- |
//! | `.md` | lines of speech, with times or without | `plain` |
//! | `.srt`, `.vtt` | subtitles, cue by cue | `cues` |

mod clock;
mod cues;
mod lines;
mod plain;
mod text;

use crate::diagnostics::FileId;
use crate::input::fields::Problems;
use crate::model::Transcript;

/// How a transcript is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Lines of speech.
    Plain,
    /// Subtitles.
    Cues(cues::Kind),
}

impl Format {
    /// The format of a file, by the ending of its name.
    pub fn of(name: &str) -> Option<Self> {
        match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "md" => Some(Self::Plain),
            "srt" => Some(Self::Cues(cues::Kind::SubRip)),
            "vtt" => Some(Self::Cues(cues::Kind::WebVtt)),
            _ => None,
        }
    }
}

/// Whether a name is that of a transcript where nothing else is said.
pub fn is_usual(name: &str) -> bool {
    name.starts_with("transcript.") && Format::of(name).is_some()
}

/// Reads a transcript. Any text gives one; one without words has an empty `text`.
pub fn parse(file: FileId, format: Format, source: &str, problems: &mut Problems) -> Transcript {
    match format {
        Format::Plain => plain::parse(file, source, problems),
        Format::Cues(kind) => cues::parse(file, source, kind, problems),
    }
}
