//! The times of a transcript as times of its recordings: those that go forward together are used,
//! the others are reported.

use super::moved_times::OffsetTimes;
use super::recordings::RecordedStretch;
use super::start_times::{self, WrittenStart};
use crate::diagnostics::{Code, Diagnostic, Problems, Span};
use crate::input::raw::{ForumFolder, RawForum};
use crate::input::yaml::Spanned;
use crate::model::text_timestamps::TextTimestamps;
use crate::model::{FoundTime, SecondTranscript, TextOffset, TextRange, Transcript};

/// Below this share of words found again, in percent, two transcripts are hardly of one recording.
const ALIKE: usize = 40;

/// From this share of the text on, in percent, the second transcript has all of it.
const WHOLE: usize = 90;

/// Aligns the second transcript with the first, which takes its times.
pub fn second(folder: &mut ForumFolder, problems: &mut Problems) -> Option<SecondTranscript> {
    let name = folder.forum.times.as_ref()?;
    let transcript = folder.times.take()?;
    let second = SecondTranscript::of(name.value.clone(), transcript, &folder.transcript);
    if second.percent() < ALIKE {
        problems.push(unlike(name, &second));
        return None;
    }
    if second.transcript.found_times.is_empty() {
        problems.push(without_times(name));
        return Some(second);
    }
    let found = second.transcript.found_times.iter();
    let mut times: Vec<FoundTime> = found
        .filter_map(|time| Some(FoundTime { at: second.ours_of(time.at)?, ..*time }))
        .collect();
    // two cues of the other may begin at one place of the first; the earlier is said then
    times.dedup_by_key(|time| time.at);
    problems.extend(partly(name, &second, &folder.transcript));
    folder.transcript.found_times = with_own(times, &second, &folder.transcript);
    Some(second)
}

/// The times of the second transcript, with the first one's own before and behind the words that
/// both have.
fn with_own(
    times: Vec<FoundTime>,
    second: &SecondTranscript,
    first: &Transcript,
) -> Vec<FoundTime> {
    let shared = second.shared();
    let own = first.found_times.iter().filter(|time| !shared.contains(time.at));
    let mut all: Vec<FoundTime> = times.into_iter().chain(own.cloned()).collect();
    all.sort_by_key(|time| time.at);
    all.dedup_by_key(|time| time.at);
    all
}

/// The note that the second transcript covers only a part of the first.
fn partly(
    name: &Spanned<String>,
    second: &SecondTranscript,
    first: &Transcript,
) -> Option<Diagnostic> {
    let shared = second.shared();
    let percent = first[shared].len() * 100 / first.text.len().max(1);
    if percent >= WHOLE {
        return None;
    }
    let message = format!("`{}` has only {percent} % of the transcript", name.value);
    let help = if first.found_times.is_empty() {
        "the rest has no times; name a transcript of the whole recording to have them"
    } else {
        "the rest keeps the times of the transcript itself"
    };
    Some(Diagnostic::new(Code::TimesUnlike, name.span, message).help(help))
}

fn unlike(name: &Spanned<String>, second: &SecondTranscript) -> Diagnostic {
    let message = format!(
        "`{}` has only {} % of its words in common with the transcript, so its times are not used",
        name.value,
        second.percent()
    );
    Diagnostic::new(Code::TimesUnlike, name.span, message)
        .help("name a transcript of the same recording, or remove `times`")
}

fn without_times(name: &Spanned<String>) -> Diagnostic {
    let message = format!("there are no times in `{}`", name.value);
    Diagnostic::new(Code::TimesUnlike, name.span, message)
        .help("name a transcript that has times, such as subtitles")
}

/// The times of the recordings: in each those of the transcript that go forward together, moved by
/// offsets and written starts.
pub fn settle(
    transcript: &Transcript,
    stretches: &[RecordedStretch],
    written: &[WrittenStart],
    (raw, problems): (&RawForum, &mut Problems),
) -> TextTimestamps {
    let mut all = TextTimestamps::default();
    let mut dropped: Vec<&FoundTime> = Vec::new();
    let mut offsets = UsedOffsets::default();
    for stretch in stretches {
        let found = within(&transcript.found_times, |time| time.at, stretch.range);
        let (times, odd) = TextTimestamps::of(found);
        dropped.extend(odd.into_iter().filter_map(|index| found.get(index)));
        let times = OffsetTimes::new(&times, stretch.setting.offset);
        offsets.add(stretch, &times);
        let (moves, unused) = times.moves(within(written, |written| written.at, stretch.range));
        start_times::report_far(&moves, stretch, raw, problems);
        start_times::report_unused(&unused, problems);
        let moved = times.moved(&moves);
        all.push_recording(stretch.range.start, moved);
    }
    offsets.report(problems);
    problems.extend(dropped.first().map(|first| odd_times(first, dropped.len())));
    all
}

/// The items of a sorted list that lie in a range of the text.
fn within<T>(items: &[T], at: impl Fn(&T) -> TextOffset, range: TextRange) -> &[T] {
    let from = items.partition_point(|item| at(item) < range.start);
    let to = items.partition_point(|item| at(item) < range.end);
    items.get(from..to).unwrap_or_default()
}

fn odd_times(first: &FoundTime, count: usize) -> Diagnostic {
    let what = match count {
        1 => "a time of the transcript does not fit to those around it and is".to_owned(),
        _ => format!("{count} times of the transcript do not fit to those around them and are"),
    };
    let clock = first.time.seconds();
    Diagnostic::new(Code::TimesBackwards, first.span, format!("{what} not used"))
        .label(format!("{clock} is earlier or later than the times around it"))
        .help(
            "correct the time, if it is one; where another recording begins, whose times begin \
             anew, give its session or talk a `video` of its own",
        )
}

/// Where offsets are written, and why each has moved nothing so far.
#[derive(Default)]
struct UsedOffsets(Vec<(Span, Option<&'static str>)>);

impl UsedOffsets {
    fn add(&mut self, stretch: &RecordedStretch, times: &OffsetTimes) {
        let Some(span) = stretch.setting.offset_span else { return };
        let why = if times.is_empty() {
            Some("the transcript has no times there")
        } else if times.are_before_recording() {
            Some("all words would be said before the recording begins")
        } else {
            None
        };
        // one of the forum holds for several stretches, and it is enough if it moves one
        match self.0.iter_mut().find(|(known, _)| *known == span) {
            Some((_, known)) => *known = known.and(why),
            None => self.0.push((span, why)),
        }
    }

    fn report(self, problems: &mut Problems) {
        for (span, why) in self.0 {
            let Some(why) = why else { continue };
            problems.push(
                Diagnostic::new(Code::OffsetUnused, span, format!("`offset` moves nothing: {why}"))
                    .help(
                        "write how many seconds later something is said in the recording than \
                         the transcript says, or remove `offset`",
                    ),
            );
        }
    }
}
