//! A forum: its folder's files checked against each other and against the speakers.

use super::programme::{self, Ground, Parts};
use super::quotes::Quotes;
use super::speakers::People;
use super::{doubts, ids, images, times, unknown, unnamed};
use crate::diagnostics::{Diagnostic, FileId, Sources, Span};
use crate::input::fields::Problems;
use crate::input::raw::{RawAppearance, RawCorrection, RawForum, RawTalk};
use crate::input::yaml::At;
use crate::model::{Appearance, Correction, Forum, Kind, Lock, Session, Talk, Transcript};

/// What was read from a forum's folder.
pub struct Folder {
    /// Name of the folder; where it is shown, the span is that of `forum.yaml`.
    pub id: At<String>,
    /// `forum.yaml`.
    pub forum: RawForum,
    /// The transcript.
    pub transcript: Transcript,
    /// `corrections.yaml`.
    pub corrections: Vec<RawCorrection>,
    /// The file of `corrections.yaml`, where there is one.
    pub corrections_file: Option<FileId>,
    /// `permalinks.lock`.
    pub lock: Lock,
    /// Files in the folder that are not texts, by path relative to it.
    pub files: Vec<String>,
}

/// Checks a forum. Gives nothing where it has errors.
pub fn forum(
    folder: Folder,
    people: &mut People<'_>,
    sources: &Sources,
    problems: &mut Problems,
) -> Option<Forum> {
    let errors = problems.len();
    let raw = &folder.forum;
    let talks: Vec<&RawTalk> = raw.sessions.iter().flat_map(|s| &s.talks).collect();
    check_ids(&folder, &talks, problems);
    if folder.transcript.text.is_empty() {
        problems.push(empty_transcript(folder.transcript.file));
        return None;
    }
    let ground =
        Ground { transcript: &folder.transcript, quotes: Quotes::new(&folder.transcript), sources };
    let ranges = programme::ranges(&talks, &ground, problems);
    let cuts = programme::cuts(raw, &ground, problems);
    if let Some(ranges) = &ranges {
        programme::check_cut_away(&talks, ranges, &cuts, &ground, problems);
        doubts::find(&talks, ranges, &cuts, ground.transcript, problems);
    }
    times::check(&talks, problems);
    let whole = 0..folder.transcript.text.len();
    let hosts = programme::cues(&raw.hosts, "the hosts", &whole, &ground, people, problems);
    let sessions = sessions(raw, people, problems);
    let mut checked = Vec::new();
    let mut cues = Vec::new();
    for (i, (talk, session)) in with_session(raw).enumerate() {
        let range = ranges.as_ref().map(|r| r[i].clone());
        let within = range.clone().unwrap_or(whole.clone());
        let of = format!("talk `{}`", talk.id.value);
        let own = programme::cues(&talk.turns, &of, &within, &ground, people, problems);
        let begins = folder.transcript.moment(within.start);
        let mut talk_checked = checked_talk(talk, session, within, people, problems);
        talk_checked.start = talk_checked.start.or(begins);
        checked.push(talk_checked);
        check_turns(talk, raw, session, people, problems);
        problems.extend(unnamed::find(talk, range.as_ref(), &own, &cuts, ground.transcript));
        cues.push(own);
    }
    let called = called(&raw.called, people, problems);
    let corrections = corrections(&folder.corrections, &talks, problems);
    let images = images::found(&folder, ranges.is_some().then_some(&checked), problems);
    let video = super::video::video(raw.video.as_ref(), &folder.transcript.head, problems);
    ranges?;
    if problems[errors..].iter().any(|p| p.severity == crate::diagnostics::Severity::Error) {
        return None;
    }
    let (cut_ranges, why): (Vec<_>, Vec<_>) =
        cuts.into_iter().map(|cut| (cut.range, cut.why)).unzip();
    let parts = Parts {
        talks: &checked,
        cues: &cues,
        sessions: &sessions,
        hosts: &hosts,
        cuts: &cut_ranges,
    };
    let turns = match programme::turns(&folder.transcript, &parts) {
        Ok(turns) => turns,
        Err(at) => {
            problems.push(not_accounted(&folder.transcript, at));
            return None;
        }
    };
    let head = &folder.transcript.head;
    Some(Forum {
        id: folder.id.value,
        title: folder.forum.title.value.clone(),
        date: folder.forum.date.or(head.date),
        venue: folder.forum.venue.clone(),
        organizer: folder.forum.organizer.clone(),
        video,
        called,
        sessions,
        talks: checked,
        cuts: why,
        turns,
        corrections,
        corrections_file: folder.corrections_file,
        transcript: folder.transcript,
        images,
        lock: folder.lock,
    })
}

fn with_session(raw: &RawForum) -> impl Iterator<Item = (&RawTalk, usize)> {
    raw.sessions.iter().enumerate().flat_map(|(i, s)| s.talks.iter().map(move |t| (t, i)))
}

fn check_ids(folder: &Folder, talks: &[&RawTalk], problems: &mut Problems) {
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
            Diagnostic::error("no-talks", folder.forum.title.span, "this forum has no talks")
                .help("add at least one session with one talk"),
        );
        return;
    }
    for session in sessions.iter().filter(|session| session.talks.is_empty()) {
        let message = format!("session `{}` has no talks", session.id.value);
        problems.push(
            Diagnostic::warning("session-empty", session.id.span, message)
                .help("add `talks:` with its talks, or remove the session"),
        );
    }
}

fn empty_transcript(file: FileId) -> Diagnostic {
    Diagnostic::error("empty-transcript", Span::whole(file), "this transcript has no words")
        .help("put the recogniser's text into it")
}

fn sessions(raw: &RawForum, people: &mut People<'_>, problems: &mut Problems) -> Vec<Session> {
    let mut next = 0;
    let mut sessions = Vec::new();
    for session in &raw.sessions {
        let talks = next..next + session.talks.len();
        next = talks.end;
        sessions.push(Session {
            id: session.id.value.clone(),
            title: session.title.value.clone(),
            chair: session.chair.as_ref().and_then(|id| people.refer(id, problems)),
            talks,
        });
    }
    sessions
}

fn checked_talk(
    raw: &RawTalk,
    session: usize,
    range: std::ops::Range<usize>,
    people: &mut People<'_>,
    problems: &mut Problems,
) -> Talk {
    check_once(&raw.speakers, problems);
    Talk {
        id: raw.id.value.clone(),
        kind: raw.kind.as_ref().map_or(Kind::Talk, |kind| checked_kind(kind, problems)),
        title: raw.title.value.clone(),
        start: raw.start.as_ref().map(|start| start.value.into()),
        span: raw.title.span,
        session,
        speakers: raw.speakers.iter().filter_map(|s| appearance(s, people, problems)).collect(),
        chair: raw.chair.as_ref().and_then(|id| people.refer(id, problems)),
        summary: raw.summary.clone(),
        topics: raw.topics.iter().map(|t| t.value.clone()).collect(),
        called: called(&raw.called, people, problems),
        range,
    }
}

/// Nobody is named twice as a speaker of one talk.
fn check_once(speakers: &[RawAppearance], problems: &mut Problems) {
    for (i, RawAppearance { id, .. }) in speakers.iter().enumerate() {
        if let Some(first) = speakers[..i].iter().find(|s| s.id.value == id.value) {
            let message = format!("`{}` is named twice as a speaker of this talk", id.value);
            problems.push(
                Diagnostic::error("speaker-twice", id.span, message)
                    .label("a second time")
                    .other(first.id.span, "first here")
                    .help("keep one of them"),
            );
        }
    }
}

fn checked_kind(kind: &At<String>, problems: &mut Problems) -> Kind {
    kind.value.parse().unwrap_or_else(|()| {
        let names = Kind::ALL.iter().map(|(name, _)| *name);
        let all = names.clone().collect::<Vec<_>>().join(", ");
        problems.push(unknown(
            "unknown-kind",
            "kind of talk",
            kind,
            names,
            &format!("write one of {all}"),
        ));
        Kind::Talk
    })
}

/// A speaker of a talk; what is not said of the day is as in `speakers.yaml`.
fn appearance(
    raw: &RawAppearance,
    people: &mut People<'_>,
    problems: &mut Problems,
) -> Option<Appearance> {
    let speaker = people.refer(&raw.id, problems)?;
    let general = people.raw(speaker);
    Some(Appearance {
        speaker,
        title: raw.title.clone().or_else(|| general.title.clone()),
        affiliation: raw.affiliation.clone().or_else(|| general.affiliation.clone()),
    })
}

/// Turns are those of the talk's speakers, its chair, the session's chair or a host.
fn check_turns(
    talk: &RawTalk,
    raw: &RawForum,
    session: usize,
    people: &People<'_>,
    problems: &mut Problems,
) {
    let hosts = raw.hosts.iter().map(|h| &h.speaker);
    let known: Vec<&str> = talk
        .speakers
        .iter()
        .map(|s| &s.id)
        .chain(&talk.chair)
        .chain(&raw.sessions[session].chair)
        .chain(hosts)
        .map(|id| id.value.as_str())
        .collect();
    // whoever was meant by an id that names nobody may be the one who speaks
    if talk.speakers.iter().any(|speaker| !people.knows(&speaker.id.value)) {
        return;
    }
    let stranger = |id: &str| people.knows(id) && !known.contains(&id);
    for turn in talk.turns.iter().filter(|t| stranger(&t.speaker.value)) {
        let (who, talk) = (&turn.speaker.value, &talk.id.value);
        let message =
            format!("`{who}` has a turn in talk `{talk}`, but is not one of its speakers");
        problems.push(
            Diagnostic::warning("turn-of-stranger", turn.speaker.span, message)
                .help(format!("add `{who}` to the `speakers` of talk `{talk}`")),
        );
    }
}

fn called(
    raw: &[(At<String>, At<String>)],
    people: &mut People<'_>,
    problems: &mut Problems,
) -> Vec<(String, usize)> {
    let mut called = Vec::new();
    for (form, id) in raw {
        if let Some(speaker) = people.refer(id, problems) {
            called.push((form.value.clone(), speaker));
        }
    }
    called
}

fn corrections(
    raw: &[RawCorrection],
    talks: &[&RawTalk],
    problems: &mut Problems,
) -> Vec<Correction> {
    let mut checked: Vec<Correction> = Vec::new();
    for correction in raw {
        let scope = scope(correction, talks, problems);
        let heard = correction.heard.value.trim();
        let same = |c: &&Correction| c.heard == heard && overlap(&c.scope, &scope);
        if let Some(first) = checked.iter().find(same) {
            let message = format!("`{heard}` is corrected twice in the same talks");
            problems.push(
                Diagnostic::error("duplicate-correction", correction.heard.span, message)
                    .label("a second time")
                    .other(first.span, "first here")
                    .help("keep one of them"),
            );
        }
        checked.push(Correction {
            heard: heard.to_owned(),
            meant: correction.meant.value.trim().to_owned(),
            span: correction.heard.span,
            scope,
        });
    }
    // of two at one place the first holds
    checked.sort_by_key(|correction| correction.scope.is_empty());
    checked
}

/// The talks to which a correction is limited, by their place.
fn scope(raw: &RawCorrection, talks: &[&RawTalk], problems: &mut Problems) -> Vec<usize> {
    let known = || talks.iter().map(|t| t.id.value.as_str());
    let mut scope = Vec::new();
    for id in &raw.scope {
        match known().position(|talk| talk == id.value) {
            Some(talk) => scope.push(talk),
            // without talks that is the problem, and the correction has none of its own
            None if talks.is_empty() => {}
            None => problems.push(unknown(
                "unknown-talk",
                "talk",
                id,
                known(),
                "name a talk of this forum's forum.yaml",
            )),
        }
    }
    scope
}

/// Whether two corrections hold in the same talks: a limited one goes before one that is not.
fn overlap(one: &[usize], two: &[usize]) -> bool {
    (one.is_empty() && two.is_empty()) || one.iter().any(|talk| two.contains(talk))
}

fn not_accounted(transcript: &Transcript, at: usize) -> Diagnostic {
    Diagnostic::error(
        "ledger",
        transcript.span(at..at),
        "internal error: this character belongs to no part, or to two",
    )
    .help("please report this with the forum's files")
}
