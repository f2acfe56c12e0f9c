//! A talk: its kind, who speaks in it, and whose turns it has.

use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::input::raw::{RawAppearance, RawForum, RawTalk};
use crate::input::resolve::references::unknown;
use crate::input::resolve::speakers::SpeakerDirectory;
use crate::input::yaml::Spanned;
use crate::model::{Appearance, SessionIndex, Talk, TalkKind, TextRange, TypedIndex};

/// A talk whose references are checked. `range` is its place in the transcript.
pub(super) fn resolve(
    raw: &RawTalk,
    session: SessionIndex,
    range: TextRange,
    directory: &mut SpeakerDirectory<'_>,
    problems: &mut Problems,
) -> Talk {
    check_named_once(&raw.speakers, problems);
    Talk {
        id: raw.id.value.clone(),
        kind: raw.kind.as_ref().map_or(TalkKind::Talk, |text| kind(text, problems)),
        title: raw.title.value.clone(),
        start: raw.start.as_ref().map(|start| start.value.into()),
        span: raw.title.span,
        session,
        dates: raw.date.as_ref().map(|date| date.value.into()),
        speakers: raw.speakers.iter().filter_map(|s| appearance(s, directory, problems)).collect(),
        chair: raw.chair.as_ref().and_then(|id| directory.resolve(id, problems)),
        summary: raw.summary.clone(),
        topics: raw.topics.iter().map(|t| t.value.clone()).collect(),
        called: directory.resolve_called(&raw.called, problems),
        range,
    }
}

/// Reports speakers that are named twice in one talk.
fn check_named_once(speakers: &[RawAppearance], problems: &mut Problems) {
    for (i, RawAppearance { id, .. }) in speakers.iter().enumerate() {
        if let Some(first) = speakers[..i].iter().find(|s| s.id.value == id.value) {
            let message = format!("`{}` is named twice as a speaker of this talk", id.value);
            problems.push(
                Diagnostic::new(Code::SpeakerTwice, id.span, message)
                    .label("a second time")
                    .other(first.id.span, "first here")
                    .help("keep one of them"),
            );
        }
    }
}

fn kind(kind: &Spanned<String>, problems: &mut Problems) -> TalkKind {
    kind.value.parse().unwrap_or_else(|()| {
        let names = TalkKind::ALL.iter().map(|(name, _)| *name);
        let all = names.clone().collect::<Vec<_>>().join(", ");
        problems.push(unknown(
            Code::UnknownKind,
            "kind of talk",
            kind,
            names,
            &format!("write one of {all}"),
        ));
        TalkKind::Talk
    })
}

/// A speaker of a talk. What was not written for the day is as in `speakers.yaml`.
fn appearance(
    raw: &RawAppearance,
    directory: &mut SpeakerDirectory<'_>,
    problems: &mut Problems,
) -> Option<Appearance> {
    let speaker = directory.resolve(&raw.id, problems)?;
    let general = directory.raw(speaker);
    Some(Appearance {
        speaker,
        title: raw.title.clone().or_else(|| general.title.clone()),
        affiliation: raw.affiliation.clone().or_else(|| general.affiliation.clone()),
    })
}

/// Warns of turns of somebody who is neither a speaker of the talk, nor its chair, nor the chair of
/// the session, nor a host.
pub(super) fn check_turns(
    talk: &RawTalk,
    raw: &RawForum,
    session: SessionIndex,
    directory: &SpeakerDirectory<'_>,
    problems: &mut Problems,
) {
    let hosts = raw.hosts.iter().map(|h| &h.speaker);
    let known: Vec<&str> = talk
        .speakers
        .iter()
        .map(|s| &s.id)
        .chain(&talk.chair)
        .chain(&raw.sessions[session.get()].chair)
        .chain(hosts)
        .map(|id| id.value.as_str())
        .collect();
    // an unknown id may have been meant for the speaker of the turn
    if talk.speakers.iter().any(|speaker| !directory.knows(&speaker.id.value)) {
        return;
    }
    // an unknown id is a problem already
    let is_other = |id: &str| directory.knows(id) && !known.contains(&id);
    for turn in talk.turns.iter().filter(|t| is_other(&t.speaker.value)) {
        let (who, talk) = (&turn.speaker.value, &talk.id.value);
        let message =
            format!("`{who}` has a turn in talk `{talk}`, but is not one of its speakers");
        problems.push(
            Diagnostic::new(Code::TurnOfStranger, turn.speaker.span, message)
                .help(format!("add `{who}` to the `speakers` of talk `{talk}`")),
        );
    }
}
