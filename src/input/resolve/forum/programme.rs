//! The programme of a forum: its sessions and talks, each with its place in the transcript and with
//! who speaks in it when.

use super::boundaries::{self, Cue, Cut, Ground, Parts};
use super::{called, lints, start_times, unattributed};
use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::input::raw::{RawAppearance, RawForum, RawTalk};
use crate::input::resolve::speakers::People;
use crate::input::resolve::unknown;
use crate::input::yaml::At;
use crate::model::{
    Appearance, CutIndex, IndexVec, Session, SessionIndex, Talk, TalkIndex, TalkKind, TextOffset,
    TextRange, Transcript, Turn, TypedIndex,
};

/// A programme, checked as far as it could be read.
pub struct Programme {
    /// The sessions.
    pub sessions: IndexVec<SessionIndex, Session>,
    /// The talks; where not all of them were found, their ranges mean nothing.
    pub talks: IndexVec<TalkIndex, Talk>,
    /// What is left out.
    pub cuts: IndexVec<CutIndex, Cut>,
    /// For each talk, who speaks when.
    cues: IndexVec<TalkIndex, Vec<Cue>>,
    /// Who leads through the programme, from where on.
    hosts: Vec<Cue>,
    /// Whether every talk was found.
    all_found: bool,
}

impl Programme {
    /// The talks, if every one was found in the transcript.
    pub fn placed(&self) -> Option<&[Talk]> {
        self.all_found.then_some(&*self.talks)
    }

    /// The transcript divided into turns.
    ///
    /// # Errors
    ///
    /// As [`boundaries::turns`].
    pub fn turns(&self, transcript: &Transcript) -> Result<Vec<Turn>, TextOffset> {
        let cuts: IndexVec<CutIndex, TextRange> = self.cuts.iter().map(|cut| cut.range).collect();
        let parts = Parts {
            talks: &self.talks,
            cues: &self.cues,
            sessions: &self.sessions,
            hosts: &self.hosts,
            cuts: &cuts,
        };
        boundaries::turns(transcript, &parts)
    }
}

/// Finds the programme in the transcript, and checks who is named in it.
pub fn programme(
    raw: &RawForum,
    ground: &Ground<'_>,
    people: &mut People<'_>,
    problems: &mut Problems,
) -> Programme {
    let raw_talks: Vec<&RawTalk> = raw.sessions.iter().flat_map(|s| &s.talks).collect();
    let ranges = boundaries::ranges(&raw_talks, ground, problems);
    let cuts = boundaries::cuts(raw, ground, problems);
    if let Some(ranges) = &ranges {
        boundaries::check_cut_away(&raw_talks, ranges, &cuts, ground, problems);
        lints::find(&raw_talks, ranges, &cuts, ground.transcript, problems);
    }
    start_times::check(&raw_talks, problems);
    let whole = ground.transcript.whole();
    let hosts = boundaries::cues(&raw.hosts, "the hosts", whole, ground, people, problems);
    let sessions = sessions(raw, people, problems);
    let all_found = ranges.is_some();
    let mut ranges = ranges.into_iter().flatten();
    let (mut talks, mut cues) = (IndexVec::default(), IndexVec::default());
    for (talk, session) in with_session(raw, &sessions) {
        let range = ranges.next();
        let within = range.unwrap_or(whole);
        let of = format!("talk `{}`", talk.id.value);
        let own = boundaries::cues(&talk.turns, &of, within, ground, people, problems);
        let begins = ground.transcript.moment(within.start);
        problems.extend(start_times::elsewhere(talk.start.as_ref(), begins, &of));
        let mut checked = checked_talk(talk, session, within, people, problems);
        checked.start = checked.start.or(begins);
        talks.push(checked);
        check_turns(talk, raw, session, people, problems);
        problems.extend(unattributed::find(talk, range, &own, &cuts, ground.transcript));
        cues.push(own);
    }
    Programme { sessions, talks, cuts: cuts.into(), cues, hosts, all_found }
}

fn with_session<'a>(
    raw: &'a RawForum,
    sessions: &IndexVec<SessionIndex, Session>,
) -> impl Iterator<Item = (&'a RawTalk, SessionIndex)> {
    sessions.indices().zip(&raw.sessions).flat_map(|(i, s)| s.talks.iter().map(move |t| (t, i)))
}

fn sessions(
    raw: &RawForum,
    people: &mut People<'_>,
    problems: &mut Problems,
) -> IndexVec<SessionIndex, Session> {
    let mut next = TalkIndex::FIRST;
    let mut sessions = IndexVec::default();
    for session in &raw.sessions {
        let talks = next..TalkIndex::new(next.get() + session.talks.len());
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
    session: SessionIndex,
    range: TextRange,
    people: &mut People<'_>,
    problems: &mut Problems,
) -> Talk {
    check_once(&raw.speakers, problems);
    Talk {
        id: raw.id.value.clone(),
        kind: raw.kind.as_ref().map_or(TalkKind::Talk, |kind| checked_kind(kind, problems)),
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
                Diagnostic::new(Code::SpeakerTwice, id.span, message)
                    .label("a second time")
                    .other(first.id.span, "first here")
                    .help("keep one of them"),
            );
        }
    }
}

fn checked_kind(kind: &At<String>, problems: &mut Problems) -> TalkKind {
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
    session: SessionIndex,
    people: &People<'_>,
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
            Diagnostic::new(Code::TurnOfStranger, turn.speaker.span, message)
                .help(format!("add `{who}` to the `speakers` of talk `{talk}`")),
        );
    }
}
