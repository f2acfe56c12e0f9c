//! The transcript, as the recogniser gave it: its text, and when what was said was said.
//!
//! | ending | what | where its grammar stands |
//! | --- | --- | --- |
//! | `.md` | lines of speech, with times or without | `formats::markdown` |
//! | `.srt`, `.vtt` | subtitles, cue by cue | `formats::subtitles` |

mod builder;
mod formats;
mod heading;
mod lines;
mod timecode;

use crate::diagnostics::{FileId, Problems};
use crate::model::Transcript;
use formats::{markdown, subtitles};

/// How a transcript is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Lines of speech.
    Plain,
    /// Subtitles.
    Cues(subtitles::Kind),
}

impl Format {
    /// The format of a file, by the ending of its name.
    pub fn of(name: &str) -> Option<Self> {
        match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "md" => Some(Self::Plain),
            "srt" => Some(Self::Cues(subtitles::Kind::SubRip)),
            "vtt" => Some(Self::Cues(subtitles::Kind::WebVtt)),
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
        Format::Plain => markdown::parse(file, source, problems),
        Format::Cues(kind) => subtitles::parse(file, source, kind, problems),
    }
}
