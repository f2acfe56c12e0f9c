//! The times of a transcript: those that go forward together are used, the others are reported.

use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::input::raw::ForumFolder;
use crate::input::yaml::Spanned;
use crate::model::text_timestamps::TextTimestamps;
use crate::model::{FoundTime, SecondTranscript, Transcript};

/// Below this share of words found again, in percent, two transcripts are hardly of one recording.
const ALIKE: usize = 40;

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
    folder.transcript.found_times = times;
    Some(second)
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
