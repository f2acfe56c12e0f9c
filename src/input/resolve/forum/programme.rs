//! The programme of a forum: its sessions and talks, each with its place in the transcript and with
//! who speaks in it when.

use super::cuts::{self, PlacedCut};
use super::quotes::QuoteFinder;
use super::start_times::WrittenStart;
use super::turns::{self, PlacedProgramme, TurnStart};
use super::voices::{TalkParts, VoiceSpeakers};
use super::{boundaries, lints, talks, words_without_speaker};
use crate::diagnostics::Problems;
use crate::input::raw::{RawForum, RawTalk};
use crate::input::resolve::speakers::SpeakerDirectory;
use crate::model::text_timestamps::TextTimestamps;
use crate::model::{
    CutIndex, IndexVec, Session, SessionIndex, SpeakerIndex, Talk, TalkIndex, TextOffset,
    TextRange, Transcript, Turn, TypedIndex,
};

/// A programme whose references are checked.
pub struct Programme<'a> {
    /// The sessions, in the order of `forum.yaml`.
    pub sessions: IndexVec<SessionIndex, Session>,
    /// The talks. Where not all of them were found, their ranges are that of the whole transcript.
    pub talks: IndexVec<TalkIndex, Talk>,
    /// The stretches that are left out of the pages.
    pub cuts: IndexVec<CutIndex, PlacedCut>,
    /// For each talk, where its turns begin.
    starts: IndexVec<TalkIndex, Vec<TurnStart>>,
    /// Where each host begins to lead through the programme.
    hosts: Vec<TurnStart>,
    /// Whose each voice of the transcript is.
    voices: VoiceSpeakers<'a>,
    /// Whether every talk was found.
    all_found: bool,
}

impl Programme<'_> {
    /// The talks, if every one was found in the transcript.
    pub fn placed(&self) -> Option<&[Talk]> {
        self.all_found.then_some(&*self.talks)
    }

    /// The times in recordings that are written for words of the transcript, in its order, one for
    /// a place: that of a talk goes before that of the turn that begins with it.
    pub fn written_starts(&self, raw: &RawForum) -> Vec<WrittenStart> {
        let mut written = Vec::new();
        // where a talk was not found, the ranges say nothing
        if !self.all_found {
            return written;
        }
        let raw_talks = raw.sessions.iter().flat_map(|session| &session.talks);
        for ((raw, talk), starts) in raw_talks.zip(&self.talks).zip(&self.starts) {
            let of = format!("talk `{}`", talk.id);
            let start = raw.start.as_ref();
            written.extend(start.map(|start| WrittenStart::new(talk.range.start, start, &of)));
            written.extend(of_turns(starts, &of));
        }
        written.extend(of_turns(&self.hosts, "the hosts"));
        written.sort_by_key(|start| start.at);
        written.dedup_by_key(|start| start.at);
        written
    }

    /// Sets when each talk begins: as the times say, in which written ones are, else as written.
    pub fn set_starts(&mut self, transcript: &Transcript, times: &TextTimestamps) {
        for talk in self.talks.indices() {
            let talk = &mut self.talks[talk];
            talk.start = times.moment(transcript.word_at(talk.range.start)).or(talk.start);
        }
    }

    /// The transcript divided into turns.
    ///
    /// # Errors
    ///
    /// As [`turns::divide`].
    pub fn turns(
        &self,
        transcript: &Transcript,
        times: &TextTimestamps,
    ) -> Result<Vec<Turn>, TextOffset> {
        let cuts: IndexVec<CutIndex, TextRange> = self.cuts.iter().map(|cut| cut.range).collect();
        let placed = PlacedProgramme {
            talks: &self.talks,
            starts: &self.starts,
            sessions: &self.sessions,
            hosts: &self.hosts,
            cuts: &cuts,
        };
        turns::divide(transcript, times, &placed)
    }

    /// Reports voices that are nobody's, and those that were not believed.
    pub fn report_voices(&self, turns: &[Turn], problems: &mut Problems) {
        self.voices.report(turns, problems);
    }
}

/// Finds the programme in the transcript, and checks who is named in it.
pub fn find<'a>(
    raw: &RawForum,
    quotes: &QuoteFinder<'a>,
    directory: &mut SpeakerDirectory<'_>,
    problems: &mut Problems,
) -> Programme<'a> {
    let raw_talks: Vec<&RawTalk> = raw.sessions.iter().flat_map(|s| &s.talks).collect();
    let ranges = boundaries::find(&raw_talks, quotes, problems);
    let cuts = cuts::find(raw, quotes, problems);
    if let Some(ranges) = &ranges {
        cuts::check_cut_away(&raw_talks, ranges, &cuts, quotes, problems);
        lints::find(&raw_talks, ranges, &cuts, quotes.transcript, problems);
    }
    let whole = quotes.transcript.whole();
    let hosts = turns::find_starts(&raw.hosts, "the hosts", whole, quotes, directory, problems);
    let mut voices = VoiceSpeakers::of(raw, quotes.transcript, directory, problems);
    let sessions = sessions(raw, directory, problems);
    let all_found = ranges.is_some();
    let mut ranges = ranges.into_iter().flatten();
    let (mut talks, mut starts) = (IndexVec::default(), IndexVec::default());
    for (talk, session) in with_session(raw, &sessions) {
        let range = ranges.next();
        // a talk without a place is checked against the whole text, so that no mistake waits
        let within = range.unwrap_or(whole);
        let of = format!("talk `{}`", talk.id.value);
        let own = turns::find_starts(&talk.turns, &of, within, quotes, directory, problems);
        let checked = talks::resolve(talk, session, within, directory, problems);
        talks::check_turns(talk, raw, session, directory, problems);
        let parts = TalkParts {
            raw: talk,
            talk: &checked,
            session: &sessions[session],
            hosts: &hosts,
            quoted: own.clone(),
        };
        let all = voices.in_talk(parts, directory, problems);
        // a voice that opens the talk is whose the first words are
        let begins_named =
            all.len() > own.len() && all.first().is_some_and(|turn| turn.offset == within.start);
        // voices that are nobody's are reported by themselves, with how to name them
        let has_voices = own.is_empty() && voices.are_heard_in(within);
        if !begins_named && !has_voices {
            let place = words_without_speaker::find(talk, range, &own, &cuts, quotes.transcript);
            problems.extend(place);
        }
        talks.push(checked);
        starts.push(all);
    }
    let chairs: Vec<SpeakerIndex> = sessions.iter().filter_map(|s| s.chair).collect();
    let hosts = voices.of_hosts(hosts, &chairs);
    Programme { sessions, talks, cuts: cuts.into(), starts, hosts, voices, all_found }
}

fn of_turns<'a>(starts: &'a [TurnStart], of: &str) -> impl Iterator<Item = WrittenStart> + use<'a> {
    let of = format!("a turn of {of}");
    starts
        .iter()
        .filter_map(move |turn| Some(WrittenStart::new(turn.offset, turn.start.as_ref()?, &of)))
}

fn with_session<'a>(
    raw: &'a RawForum,
    sessions: &IndexVec<SessionIndex, Session>,
) -> impl Iterator<Item = (&'a RawTalk, SessionIndex)> {
    sessions.indices().zip(&raw.sessions).flat_map(|(i, s)| s.talks.iter().map(move |t| (t, i)))
}

fn sessions(
    raw: &RawForum,
    directory: &mut SpeakerDirectory<'_>,
    problems: &mut Problems,
) -> IndexVec<SessionIndex, Session> {
    // talks are counted through all sessions, as `Forum::talks` has them
    let mut next = TalkIndex::FIRST;
    let mut sessions = IndexVec::default();
    for session in &raw.sessions {
        let talks = next..TalkIndex::new(next.get() + session.talks.len());
        next = talks.end;
        sessions.push(Session {
            id: session.id.value.clone(),
            title: session.title.value.clone(),
            dates: session.dates.as_ref().map(|dates| dates.value),
            chair: session.chair.as_ref().and_then(|id| directory.resolve(id, problems)),
            talks,
        });
    }
    sessions
}
