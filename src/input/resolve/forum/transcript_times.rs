//! The times of a transcript: those that go forward together are used, the others are reported.

use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::model::Transcript;
use crate::model::text_timestamps::TextTimestamps;

/// Decides which of the times that were found in the file are used.
pub fn settle(transcript: &mut Transcript, problems: &mut Problems) {
    let (times, dropped) = TextTimestamps::of(&transcript.found_times);
    transcript.times = times;
    let Some(first) = dropped.first().and_then(|&index| transcript.found_times.get(index)) else {
        return;
    };
    let what = match dropped.len() {
        1 => "a time of the transcript does not fit to those around it and is".to_owned(),
        count => format!("{count} times of the transcript do not fit to those around them and are"),
    };
    let clock = first.time.seconds();
    problems.push(
        Diagnostic::new(Code::TimesBackwards, first.span, format!("{what} not used"))
            .label(format!("{clock} is earlier or later than the times around it"))
            .help(
                "correct the time, if it is one; give recordings that begin anew at 0 each a \
                 folder and a forum.yaml of its own",
            ),
    );
}
