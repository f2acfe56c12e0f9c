//! When talks and turns begin in the recording: later than what stands above them.

use crate::diagnostics::Diagnostic;
use crate::input::fields::Problems;
use crate::input::raw::RawTalk;
use crate::input::yaml::At;
use crate::model::Seconds;

/// Warns of every time that is before the one above it.
pub fn check(talks: &[&RawTalk], problems: &mut Problems) {
    let mut above: Option<&At<Seconds>> = None;
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
            above = Some(start);
        }
    }
}

fn backwards(start: &At<Seconds>, what: &str, before: &At<Seconds>) -> Diagnostic {
    let (one, two) = (start.value, before.value);
    let message = format!("{what} starts at {one}, before the {two} of what stands above it");
    Diagnostic::warning("starts-backwards", start.span, message)
        .label("earlier than what stands above")
        .other(before.span, "this should not be later")
        .help("correct whichever of the two is wrong; a time is written hours:minutes:seconds")
}
