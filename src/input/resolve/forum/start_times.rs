//! The start times that are written for talks and turns, compared with each other and with the
//! times of the transcript.

use super::moved_times::Move;
use super::recordings::RecordedStretch;
use crate::diagnostics::{Code, Diagnostic, Problems, Span};
use crate::input::raw::{RawForum, RawTalk};
use crate::input::yaml::Spanned;
use crate::model::{
    Milliseconds, RecordingOffset, RecordingScope, Seconds, TextOffset, TypedIndex,
};

/// How far a written time may move those of the transcript without a word, in milliseconds.
const FAR: u64 = 60_000;

/// A time in the recording that is written for words of the transcript.
#[derive(Clone, Debug)]
pub struct WrittenStart {
    /// The first of the words.
    pub at: TextOffset,
    /// The time.
    pub time: Seconds,
    /// Where it is written.
    pub span: Span,
    /// What begins with the words: ``talk `a` ``.
    pub of: String,
}

impl WrittenStart {
    /// The start of what begins at an offset.
    pub fn new(at: TextOffset, start: &Spanned<Seconds>, of: &str) -> Self {
        Self { at, time: start.value, span: start.span, of: of.to_owned() }
    }

    /// The time in milliseconds.
    pub fn milliseconds(&self) -> Milliseconds {
        Milliseconds(u64::from(self.time.0) * 1000)
    }

    /// The time in milliseconds, for differences.
    pub fn signed(&self) -> i64 {
        i64::from(self.time.0) * 1000
    }
}

/// Warns of written times that are far from where the transcript has their words, after what stands
/// above has moved its times.
pub fn report_far(
    moves: &[Move<'_>],
    stretch: &RecordedStretch,
    raw: &RawForum,
    problems: &mut Problems,
) {
    for (index, own) in moves.iter().enumerate() {
        if own.expected.0.abs_diff(own.start.milliseconds().0) <= FAR {
            continue;
        }
        let (start, there) = (own.start, own.expected.seconds());
        let message = format!(
            "{} starts at {}, but its first words are said at {there}",
            start.of, start.time
        );
        // where all agree, it is the recording that is ahead
        let throughout = index == 0 && moves.iter().all(|other| other.by.abs_diff(own.by) <= FAR);
        let help = match throughout {
            true => offset_help(own, stretch, raw),
            false => {
                "correct it, if it is wrong; the times from there to the next `start` follow it"
                    .to_owned()
            }
        };
        let moved = RecordingOffset { milliseconds: own.by }.length();
        let problem = Diagnostic::new(Code::StartsElsewhere, start.span, message)
            .label(format!("this moves the times from here on by {moved}"))
            .help(help);
        problems.push(problem);
    }
}

/// Warns of written times that do not go forward with the others, and are not used.
pub fn report_unused(unused: &[(&WrittenStart, Milliseconds)], problems: &mut Problems) {
    problems.extend(unused.iter().map(|(start, there)| {
        let there = there.seconds();
        let (of, time) = (&start.of, start.time);
        let message = format!("{of} starts at {time}, but its first words are said at {there}");
        Diagnostic::new(Code::StartsElsewhere, start.span, message)
            .label("not used, because it does not fit to the times that are written for others")
            .help("correct it, or remove it: the transcript's time is used where none is written")
    }));
}

/// The help that proposes an offset.
fn offset_help(own: &Move<'_>, stretch: &RecordedStretch, raw: &RawForum) -> String {
    // a start is written in whole seconds, so that the nearest second is enough
    let seconds = (stretch.setting.offset.milliseconds + own.by + 500).div_euclid(1000);
    let scope = match stretch.setting.scope {
        RecordingScope::Forum => "for the forum".to_owned(),
        RecordingScope::Session(session) => match raw.sessions.get(session.get()) {
            Some(session) => format!("for session `{}`", session.id.value),
            None => "for its session".to_owned(),
        },
        RecordingScope::Talk(_) => format!("for {}", own.start.of),
    };
    let direction = if seconds < 0 { "behind" } else { "ahead of" };
    format!(
        "if the recording is {direction} the transcript by that much throughout, write \
         `offset: {seconds}` {scope} and remove `start`; else correct it, if it is wrong"
    )
}

/// Warns of every time that is earlier than the one above it. `is_one` tells whether two talks are
/// in one recording; those of different recordings cannot be compared.
pub fn check(talks: &[&RawTalk], is_one: impl Fn(usize, usize) -> bool, problems: &mut Problems) {
    let mut above: Option<(usize, &Spanned<Seconds>)> = None;
    for (index, talk) in talks.iter().enumerate() {
        let own = talk.start.iter().map(|start| (start, format!("talk `{}`", talk.id.value)));
        let turns = talk.turns.iter().filter_map(|turn| {
            let of = format!("a turn of talk `{}`", talk.id.value);
            Some((turn.start.as_ref()?, of))
        });
        for (start, what) in own.chain(turns) {
            let before = above.filter(|(other, _)| is_one(*other, index)).map(|(_, start)| start);
            if let Some(before) = before.filter(|before| start.value < before.value) {
                problems.push(backwards(start, &what, before));
            }
            // compared with the one above even if that is wrong, so one wrong time is reported once
            above = Some((index, start));
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
