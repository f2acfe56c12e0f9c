//! The voices that a transcript tells apart.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::Transcript;

/// The note that labels give speakers only a number, so that `turns` must name them.
pub fn unnamed(transcript: &Transcript) -> Option<Diagnostic> {
    let first = transcript.voices.starts.first()?;
    let message = match transcript.voices.starts.len() {
        1 => "a line of the transcript says who speaks by a number".to_owned(),
        count => format!("{count} lines of the transcript say who speaks by a number"),
    };
    let message = format!("{message}, of which only the time is used");
    let note = Diagnostic::new(Code::Voices, first.span, message);
    Some(note.label("the first").help("name who speaks with `turns` in forum.yaml"))
}
