//! The transcript, as the recogniser gave it: its text, and when its words were said.
//!
//! `formats` has a file for each format, which says its grammar, and the table of them all.
//! `builder` puts the text together from the pieces that a format finds.

mod builder;
mod format;
mod formats;
mod heading;
mod lines;
mod timecode;

pub use format::TranscriptFormat;

use crate::diagnostics::{FileId, Problems};
use crate::model::Transcript;
use formats::FORMATS;

/// The format that a file's name suggests.
pub fn format_of_name(name: &str) -> Option<&'static TranscriptFormat> {
    let extension = extension(name)?;
    FORMATS.into_iter().find(|format| format.own_extension() == extension)
}

/// The format of a file: of those that share its extension the first that recognises the text.
fn format_of(name: &str, text: &str) -> Option<&'static TranscriptFormat> {
    let extension = extension(name)?;
    let shares = |format: &&TranscriptFormat| format.extensions.contains(&extension.as_str());
    let recognised = FORMATS.into_iter().filter(shares).find(|format| (format.recognises)(text));
    // a WebVTT file without its header is recognised by none, and still is one by its name
    recognised.or_else(|| format_of_name(name))
}

/// The extension of a file's name, in lower case.
fn extension(name: &str) -> Option<String> {
    Some(name.rsplit_once('.')?.1.to_ascii_lowercase())
}

/// Whether a name is that of a transcript where `transcript` is missing in `forum.yaml`.
pub fn is_default_name(name: &str) -> bool {
    name.starts_with("transcript.") && format_of_name(name).is_some()
}

/// Whether a file with this extension is a transcript, whatever its name.
pub fn is_always_transcript(name: &str) -> bool {
    format_of_name(name).is_some_and(|format| format.only_transcripts)
}

/// Reads a transcript. Gives nothing where no format has the extension of the name.
pub fn parse(name: &str, file: FileId, text: &str, problems: &mut Problems) -> Option<Transcript> {
    format_of(name, text).map(|format| (format.parse)(file, text, problems))
}

#[cfg(test)]
mod tests {
    use super::{FORMATS, TranscriptFormat, format_of};

    #[test]
    fn a_file_is_of_the_format_that_its_first_line_says_else_of_that_of_its_extension() {
        let of = |name, text| format_of(name, text).map(TranscriptFormat::own_extension);
        assert_eq!(of("a.srt", "1\n00:00:01,0 --> 00:00:02,0\n好\n"), Some("srt"));
        assert_eq!(of("a.srt", "\u{feff}WEBVTT\n\n00:01.0 --> 00:02.0\n好\n"), Some("vtt"));
        assert_eq!(of("a.VTT", "00:01.0 --> 00:02.0\n好\n"), Some("vtt"));
        assert_eq!(of("a.md", "WEBVTT\n"), Some("md"));
        assert_eq!(of("a.docx", ""), None);
    }

    #[test]
    fn no_two_formats_have_the_same_extension_for_their_own() {
        for (i, format) in FORMATS.iter().enumerate() {
            assert!(!FORMATS[..i].contains(format), "{format:?}");
        }
    }
}
