//! The transcript, as the recogniser gave it: its text, when its words were said, and by whom.
//!
//! Every format is read in the same way:
//!
//! 1. The bytes of the file are decoded to a text (`decoding`): Word documents, encodings.
//! 2. The text tells its format, whatever the name of the file is: the first of the table in
//!    `formats` that recognises it. A name that says otherwise is reported.
//! 3. The format's reader, a file of its own in `formats` with its grammar, goes through the text
//!    and says of every byte what it is. `builder` puts the transcript together: text, times,
//!    voices, images, and an account of all bytes ([`SourceAccount`](crate::model::SourceAccount)).
//! 4. What is not understood is a warning for each kind (`unread`), and never published.
//!
//! `timecode` and `time_unit` read times, `heading` the head line of a Markdown transcript, `lines`
//! gives lines, `wordless` tells identifiers from words, `cue_text` takes the text of a subtitle
//! apart, and `character_references` decodes what stands for other characters in it.

mod builder;
mod character_references;
mod cue_text;
pub mod decoding;
mod format;
mod formats;
mod heading;
pub mod image_line;
mod line_languages;
mod lines;
mod spaces_between;
#[cfg(test)]
mod test_reading;
mod time_unit;
mod timecode;
mod timed_cues;
mod unread;
mod wordless;

pub use format::TranscriptFormat;

use crate::diagnostics::{Code, Diagnostic, FileId, Problems, Span};
use crate::model::{LineScript, Transcript};
use builder::TranscriptBuilder;
use formats::{FORMATS, LINES_OF_SPEECH};

/// The extension of Word documents, from which a text is taken before its format is told.
const DOCUMENT: &str = "docx";

/// The format that a file's name suggests.
pub fn format_of_name(name: &str) -> Option<&'static TranscriptFormat> {
    let extension = extension(name)?;
    let is_of = |format: &&TranscriptFormat| format.extensions.contains(&extension.as_str());
    // an extension that several formats have is that of lines of speech, such as `.txt`, or else
    // that of the first of them
    let usual = FORMATS.into_iter().find(|format| format.usual_extension() == extension);
    let usual = usual.or_else(|| Some(LINES_OF_SPEECH).filter(is_of));
    usual.or_else(|| FORMATS.into_iter().find(is_of))
}

/// The format of a file. A text that no other format recognises is lines of speech.
fn format_of(name: &str, text: &str) -> &'static TranscriptFormat {
    let recognised = FORMATS.into_iter().find(|format| (format.recognises)(text));
    recognised.or_else(|| format_of_name(name)).unwrap_or(LINES_OF_SPEECH)
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
    let extension = extension(name).unwrap_or_default();
    FORMATS.into_iter().any(|f| f.only_transcripts && f.usual_extension() == extension)
}

/// Reads a transcript.
pub fn read(name: &str, file: FileId, text: &str, problems: &mut Problems) -> Transcript {
    read_lines(&TranscriptSource { name, file, text, chosen: None }, problems)
}

/// The text of a transcript, and which of its lines are wanted.
#[derive(Clone, Copy, Debug)]
pub struct TranscriptSource<'a> {
    /// The name of the file.
    pub name: &'a str,
    /// The file.
    pub file: FileId,
    /// Its text.
    pub text: &'a str,
    /// The script of the lines that are chosen from subtitles in two languages.
    pub chosen: Option<LineScript>,
}

/// Reads a transcript; of cues with lines in several languages only those that are chosen.
pub fn read_lines(source: &TranscriptSource<'_>, problems: &mut Problems) -> Transcript {
    let TranscriptSource { name, file, text, chosen } = *source;
    let format = format_of(name, text);
    problems.extend(wrong_name(name, file, format));
    let mut builder = TranscriptBuilder::new(file, text);
    builder.choose_lines(chosen);
    (format.read)(&mut builder);
    builder.finish(problems)
}

/// The note that a file's name says another format than its text.
fn wrong_name(name: &str, file: FileId, format: &TranscriptFormat) -> Option<Diagnostic> {
    let extension = extension(name).unwrap_or_default();
    // the text of a document may be of any format
    if format.extensions.contains(&extension.as_str()) || extension == DOCUMENT {
        return None;
    }
    let message = format!("`{name}` is {}, and is read so", format.name);
    let note = Diagnostic::new(Code::FormatName, Span::whole(file), message);
    let usual = format.usual_extension();
    Some(note.help(format!("name it `….{usual}`, so that other programs know it as well")))
}

#[cfg(test)]
mod tests {
    use super::{FORMATS, format_of};

    #[test]
    fn a_file_is_of_the_format_that_its_text_says_else_of_that_of_its_name() {
        let of = |name, text| format_of(name, text).usual_extension();
        assert_eq!(of("a.srt", "1\n00:00:01,0 --> 00:00:02,0\n好\n"), "srt");
        assert_eq!(of("a.srt", "\u{feff}WEBVTT\n\n00:01.0 --> 00:02.0\n好\n"), "vtt");
        assert_eq!(of("a.md", "WEBVTT\n\n00:01.0 --> 00:02.0\n好\n"), "vtt");
        assert_eq!(of("a.docx", "好"), "md");
        assert_eq!(of("a.srt", "没有时间\n"), "srt");
    }

    #[test]
    fn no_two_formats_have_the_same_name() {
        let mut names: Vec<_> = FORMATS.iter().map(|format| format.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), FORMATS.len());
    }
}
