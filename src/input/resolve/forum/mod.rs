//! A forum: the files of its folder, checked against each other and against the speakers.

mod boundaries;
mod corrections;
mod cuts;
mod dates;
mod images;
mod lints;
mod loops;
mod moved_times;
mod programme;
mod quotes;
mod recordings;
mod start_times;
mod talks;
mod transcript_lints;
mod transcript_times;
mod turns;
mod video;
mod voices;
mod words_without_speaker;

use quotes::QuoteFinder;
use recordings::RecordingSettings;

use crate::diagnostics::{Code, Diagnostic, FileId, Problems, Severity, SourceMap, Span};
use crate::input::raw::{ForumFolder, RawTalk};
use crate::input::resolve::ids;
use crate::input::resolve::speakers::SpeakerDirectory;
use crate::model::{Forum, TextOffset, Transcript};

/// Checks a forum. Gives nothing where it has errors.
pub fn forum(
    mut folder: ForumFolder,
    directory: &mut SpeakerDirectory<'_>,
    sources: &SourceMap,
    problems: &mut Problems,
) -> Option<Forum> {
    let errors = problems.len();
    images::resolve(&mut folder);
    let second = transcript_times::second(&mut folder, problems);
    let raw = &folder.forum;
    let talks: Vec<&RawTalk> = raw.sessions.iter().flat_map(|s| &s.talks).collect();
    check_ids(&folder, &talks, problems);
    // with an empty text, every quote would be reported as not found
    if folder.transcript.text.is_empty() {
        let file = folder.transcript.file;
        let of_file = |p: &Diagnostic| p.span.file == file && p.severity == Severity::Error;
        // what is wrong with the file may be known more exactly
        if !problems.iter().any(of_file) {
            problems.push(empty_transcript(file));
        }
        return None;
    }
    transcript_lints::find(&folder.transcript, problems);
    loops::find(&folder.transcript, sources, problems);
    let quotes = QuoteFinder::new(&folder.transcript, sources);
    let mut programme = programme::find(raw, &quotes, directory, problems);
    dates::check(raw, problems);
    let called = directory.resolve_called(&raw.called, problems);
    let corrections = corrections::check(&folder.corrections, &talks, problems);
    let images = images::found(&folder, programme.placed(), problems);
    let recordings = RecordingSettings::of(raw, &folder.transcript, problems);
    let stretches = recordings.stretches(programme.placed(), &folder.transcript);
    start_times::check(&talks, |one, other| recordings.is_one(one, other), problems);
    let written = programme.written_starts(raw);
    let times = transcript_times::settle(&folder.transcript, &stretches, &written, (raw, problems));
    programme.placed()?;
    // only problems of this forum count, so that each forum is checked whatever the others have
    if problems[errors..].iter().any(|p| p.severity == Severity::Error) {
        return None;
    }
    programme.set_starts(&folder.transcript, &times);
    let turns = programme
        .turns(&folder.transcript, &times)
        .map_err(|at| problems.push(unaccounted(&folder.transcript, at)))
        .ok()?;
    let dates = dates::of_forum(raw, &folder.transcript.head);
    dates::fill_in(dates, &mut programme);
    programme.report_voices(&turns, problems);
    Some(Forum {
        id: folder.id.value,
        title: folder.forum.title.value.clone(),
        dates,
        venue: folder.forum.venue.clone(),
        organizer: folder.forum.organizer.clone(),
        recordings: recordings::parts(stretches),
        called,
        sessions: programme.sessions,
        talks: programme.talks,
        cuts: programme.cuts.into_iter().map(|cut| cut.why).collect(),
        turns: turns.into(),
        corrections: corrections.into(),
        corrections_file: folder.corrections_file,
        transcript: folder.transcript.with_times(times),
        second,
        images,
        lock: folder.lock,
    })
}

fn check_ids(folder: &ForumFolder, talks: &[&RawTalk], problems: &mut Problems) {
    ids::check_top(&folder.id, "the forum", problems);
    for talk in talks {
        ids::check_in_forum(&talk.id, "the talk", problems);
    }
    ids::check_unique(talks.iter().map(|t| &t.id), "talks", problems);
    let sessions = &folder.forum.sessions;
    for session in sessions {
        ids::check_id(&session.id, "the session", problems);
    }
    ids::check_unique(sessions.iter().map(|s| &s.id), "sessions", problems);
    if talks.is_empty() && folder.forum.has_sessions {
        problems.push(
            Diagnostic::new(Code::NoTalks, folder.forum.title.span, "this forum has no talks")
                .help("add at least one session with one talk"),
        );
        // else each session without talks would be reported as well
        return;
    }
    for session in sessions.iter().filter(|session| session.talks.is_empty()) {
        let message = format!("session `{}` has no talks", session.id.value);
        problems.push(
            Diagnostic::new(Code::SessionEmpty, session.id.span, message)
                .help("add `talks:` with its talks, or remove the session"),
        );
    }
}

fn empty_transcript(file: FileId) -> Diagnostic {
    Diagnostic::new(Code::EmptyTranscript, Span::whole(file), "this transcript has no words")
        .help("put the recogniser's text into it")
}

fn unaccounted(transcript: &Transcript, at: TextOffset) -> Diagnostic {
    Diagnostic::new(
        Code::Ledger,
        transcript.span(at.to(at)),
        "internal error: this character belongs to no part, or to two",
    )
    .help("please report this with the forum's files")
}
