//! The start times that are written for talks and turns, compared with each other and with the
//! times of the transcript.

use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::input::raw::RawTalk;
use crate::input::yaml::Spanned;
use crate::model::{Seconds, Timestamp};

/// How many seconds a written time may differ from that of the transcript.
const FAR: u32 = 60;

/// A warning where a written time differs much from that of the transcript.
pub fn elsewhere(
    start: Option<&Spanned<Seconds>>,
    there: Option<Timestamp>,
    what: &str,
) -> Option<Diagnostic> {
    let (start, there) = (start?, there?.at);
    if start.value.0.abs_diff(there.0) <= FAR {
        return None;
    }
    let message =
        format!("{what} starts at {}, but its first words are said at {there}", start.value);
    let problem = Diagnostic::new(Code::StartsElsewhere, start.span, message)
        .label("far from the time that the transcript has there")
        .help("correct it, or remove it: the transcript's time is used where none is written");
    Some(problem)
}

/// Warns of every time that is earlier than the one above it.
pub fn check(talks: &[&RawTalk], problems: &mut Problems) {
    let mut above: Option<&Spanned<Seconds>> = None;
    for talk in talks {
        let own = talk.start.iter().map(|start| (start, format!("talk `{}`", talk.id.value)));
        let turns = talk.turns.iter().filter_map(|turn| {
            let of = format!("a turn of talk `{}`", talk.id.value);
            Some((turn.start.as_ref()?, of))
        });
        for (start, what) in own.chain(turns) {
            if let Some(before) = above.filter(|before| start.value < before.value) {
                problems.push(backwards(start, &what, before));
            }
            // compared with the one above even if that is wrong, so one wrong time is reported once
            above = Some(start);
        }
    }
}

fn backwards(start: &Spanned<Seconds>, what: &str, before: &Spanned<Seconds>) -> Diagnostic {
    let (one, two) = (start.value, before.value);
    let message = format!("{what} starts at {one}, before the {two} of what stands above it");
    Diagnostic::new(Code::StartsBackwards, start.span, message)
        .label("earlier than what stands above")
        .other(before.span, "this should not be later")
        .help("correct whichever of the two is wrong; a time is written hours:minutes:seconds")
}
