//! The voices that a transcript tells apart, as turns of speakers.
//!
//! A voice is somebody's where `voices` says so, of the talk or else of the forum, or where the
//! file names it by a spelling of one speaker's name. Its words are then turns of that speaker,
//! beside the turns that are quoted: where both begin at one place the quote holds, until the voice
//! changes again.
//!
//! Recognisers mistake voices, and join recordings in which the same label is somebody else. So a
//! voice is not believed in a talk
//!
//! - in which its speaker has no part: neither as a speaker or chair of it, nor as the chair of the
//!   session or a host; a talk's own `voices` are always believed;
//! - of which it has more than half, although somebody else is the only speaker.

use super::turns::{TurnSpeaker, TurnStart};
use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::input::raw::{RawForum, RawTalk};
use crate::input::resolve::speakers::SpeakerDirectory;
use crate::input::yaml::Spanned;
use crate::model::text_voices::{VoiceIndex, VoiceStart};
use crate::model::{
    CharCount, Session, SpeakerIndex, Talk, TextOffset, TextOwner, TextRange, Transcript, Turn,
};

/// How many characters of a voice's first words a message shows.
const WORDS: usize = 12;
/// How many voices a message names.
const NAMED: usize = 12;
/// What recognisers call a voice that they can only number, in lower case.
const NUMBERED: [&str; 8] =
    ["发言人", "说话人", "讲话人", "发言者", "speaker", "spk", "voice", "participant"];

/// Whose each voice of a transcript is.
pub struct VoiceSpeakers<'a> {
    transcript: &'a Transcript,
    speakers: Vec<Option<SpeakerIndex>>,
    /// For each voice, the ids of the talks in which it is not believed.
    doubted: Vec<Vec<String>>,
}

/// Who has a part in a talk.
pub struct TalkParts<'a> {
    /// The talk as it was written.
    pub raw: &'a RawTalk,
    /// The talk, with its place.
    pub talk: &'a Talk,
    /// Its session.
    pub session: &'a Session,
    /// Where hosts begin to lead through the programme.
    pub hosts: &'a [TurnStart],
    /// Where its quoted turns begin.
    pub quoted: Vec<TurnStart>,
}

impl<'a> VoiceSpeakers<'a> {
    /// Finds the speakers of a forum's voices.
    pub fn of(
        raw: &RawForum,
        transcript: &'a Transcript,
        directory: &mut SpeakerDirectory<'_>,
        problems: &mut Problems,
    ) -> Self {
        let names = &transcript.voices.names;
        let written = written(&raw.voices, transcript, directory, problems);
        let speaker = |(name, written): (&String, Option<SpeakerIndex>)| {
            written.or_else(|| directory.of_spelling(name))
        };
        let speakers = names.iter().zip(written).map(speaker).collect();
        Self { transcript, speakers, doubted: vec![Vec::new(); names.len()] }
    }

    /// Whether the file says of any words of a range who speaks.
    pub fn are_heard_in(&self, range: TextRange) -> bool {
        self.in_range(range).any(|(_, voice)| voice.is_some())
    }

    /// The turns of a talk: those that were quoted, and those of the voices.
    pub fn in_talk(
        &mut self,
        parts: TalkParts<'_>,
        directory: &mut SpeakerDirectory<'_>,
        problems: &mut Problems,
    ) -> Vec<TurnStart> {
        let own = written(&parts.raw.voices, self.transcript, directory, problems);
        let range = parts.talk.range;
        let shares = self.shares(range);
        let speakers: Vec<Option<SpeakerIndex>> = (0..self.speakers.len())
            .map(|voice| {
                let is_heard = shares[voice] > CharCount::default();
                own[voice].or_else(|| {
                    let speaker = self.speakers[voice].filter(|_| is_heard)?;
                    let believed = is_believed(speaker, shares[voice], &shares, &parts);
                    if !believed {
                        self.doubted[voice].push(parts.talk.id.clone());
                    }
                    believed.then_some(speaker)
                })
            })
            .collect();
        // where the only speaker's own voice is known, another one is somebody else's
        let only = parts.talk.speakers.as_slice();
        let is_told = only.iter().any(|one| speakers.contains(&Some(one.speaker)));
        let others = if is_told { TurnSpeaker::Unknown } else { TurnSpeaker::Usual };
        self.merged(range, &speakers, others, parts.quoted)
    }

    /// The turns of the hosts, quoted and by voices; used for what belongs to no talk.
    pub fn of_hosts(&self, quoted: Vec<TurnStart>, chairs: &[SpeakerIndex]) -> Vec<TurnStart> {
        let is_told = chairs.iter().any(|chair| self.speakers.contains(&Some(*chair)));
        let others = if is_told { TurnSpeaker::Unknown } else { TurnSpeaker::Usual };
        self.merged(self.transcript.whole(), &self.speakers, others, quoted)
    }

    /// Quoted turns and those of the voices in a range, in order. Voices without a speaker are
    /// those of `others`.
    fn merged(
        &self,
        range: TextRange,
        speakers: &[Option<SpeakerIndex>],
        others: TurnSpeaker,
        quoted: Vec<TurnStart>,
    ) -> Vec<TurnStart> {
        let heard: Vec<(TextOffset, Option<VoiceIndex>)> = self.in_range(range).collect();
        let is_named = |(_, voice): &(TextOffset, Option<VoiceIndex>)| {
            voice.is_some_and(|voice| speakers[voice].is_some())
        };
        if !heard.iter().any(is_named) {
            return quoted;
        }
        let mut starts = quoted;
        // words before the first voice are not that voice's, nor nobody's
        let begins_later = heard.first().is_some_and(|(offset, _)| *offset > range.start);
        if begins_later && starts.iter().all(|quoted| quoted.offset > range.start) {
            let usual = TurnSpeaker::Usual;
            starts.push(TurnStart { offset: range.start, speaker: usual, start: None });
        }
        for (offset, voice) in heard {
            // where the file does not say who speaks, the last voice goes on
            let Some(voice) = voice else { continue };
            if starts.iter().all(|quoted| quoted.offset != offset) {
                let speaker = speakers[voice].map_or(others, TurnSpeaker::Named);
                starts.push(TurnStart { offset, speaker, start: None });
            }
        }
        starts.sort_by_key(|start| start.offset);
        starts
    }

    /// The voices of a range, each from its first word in it on.
    fn in_range(&self, range: TextRange) -> impl Iterator<Item = (TextOffset, Option<VoiceIndex>)> {
        let voices = &self.transcript.voices;
        let first = voices.voice_at(range.start).map(|voice| (range.start, Some(voice)));
        let from = voices.starts.partition_point(|start| start.at <= range.start);
        let rest = voices.starts[from..].iter().take_while(move |start| start.at < range.end);
        first.into_iter().chain(rest.map(|VoiceStart { at, voice, .. }| (*at, *voice)))
    }

    /// How many characters of a range each voice has.
    fn shares(&self, range: TextRange) -> Vec<CharCount> {
        let mut shares = vec![CharCount::default(); self.speakers.len()];
        let mut heard = self.in_range(range).peekable();
        while let Some((at, voice)) = heard.next() {
            let end = heard.peek().map_or(range.end, |(next, _)| *next);
            if let Some(voice) = voice {
                shares[voice] += CharCount::of(&self.transcript[at.to(end)]);
            }
        }
        shares
    }

    /// Reports voices that are nobody's, and those that were not believed. `turns` are those that
    /// the forum's text was divided into.
    pub fn report(&self, turns: &[Turn], problems: &mut Problems) {
        let shares = self.shares(self.transcript.whole());
        for (voice, name) in self.transcript.voices.names.iter().enumerate() {
            if self.speakers[voice].is_none() {
                problems.extend(self.nobodys(voice, name, &shares, turns));
            } else if !self.doubted[voice].is_empty() {
                problems.extend(self.not_believed(voice, name, turns));
            }
        }
    }

    /// The problem of a voice that nobody is named for. It is a note where its words have a speaker
    /// all the same, because they are in a quoted turn or in a talk of one person.
    fn nobodys(
        &self,
        voice: VoiceIndex,
        name: &str,
        shares: &[CharCount],
        turns: &[Turn],
    ) -> Option<Diagnostic> {
        let start = self.first_start(voice)?;
        let total = CharCount::of(&self.transcript.text).get().max(1);
        let percent = match shares[voice].get() * 100 / total {
            0 => "less than 1 %".to_owned(),
            percent => format!("{percent} %"),
        };
        let words: String = self.transcript.text[start.at.0..].trim().chars().take(WORDS).collect();
        let message =
            format!("nobody is named for the voice `{name}`, which has {percent} of the words");
        let problem = Diagnostic::new(Code::Voices, start.span, message)
            .label(format!("its first words: {words}…"))
            .help(format!("write whose it is in forum.yaml: `voices: {{{name}: ID}}`"));
        Some(if self.has_speaker(voice, turns) { problem.milder() } else { problem })
    }

    /// Whether all words of a voice have a speaker, or are cut.
    fn has_speaker(&self, voice: VoiceIndex, turns: &[Turn]) -> bool {
        let is_named =
            |turn: &Turn| turn.speaker.is_some() || matches!(turn.owner, TextOwner::Cut(_));
        turns.iter().filter(|turn| !is_named(turn)).all(|turn| {
            let mut heard = self.in_range(turn.range);
            heard.all(|(_, other)| other != Some(voice))
        })
    }

    /// The problem of a voice that is not believed; a note where its words have a speaker all the
    /// same.
    fn not_believed(&self, voice: VoiceIndex, name: &str, turns: &[Turn]) -> Option<Diagnostic> {
        let start = self.first_start(voice)?;
        let talks = self.doubted[voice].iter().map(|id| format!("`{id}`"));
        let talks = talks.collect::<Vec<_>>().join(", ");
        let message = format!(
            "the voice `{name}` is not believed in {talks}: its speaker has no part there, or not \
             the largest"
        );
        let problem = Diagnostic::new(Code::VoiceDoubted, start.span, message).help(
            "add its speaker to the `speakers` of the talk; if somebody else has this voice there, \
             write `voices` in the talk",
        );
        Some(if self.has_speaker(voice, turns) { problem.milder() } else { problem })
    }

    fn first_start(&self, voice: VoiceIndex) -> Option<&VoiceStart> {
        self.transcript.voices.starts.iter().find(|start| start.voice == Some(voice))
    }
}

/// Whether a voice of a speaker is believed in a talk of which it has `share`.
fn is_believed(
    speaker: SpeakerIndex,
    share: CharCount,
    shares: &[CharCount],
    parts: &TalkParts<'_>,
) -> bool {
    let talk = parts.talk;
    let mut speakers = talk.speakers.iter().map(|appearance| appearance.speaker);
    if speakers.any(|other| other == speaker) {
        return true;
    }
    let is_chair = talk.chair == Some(speaker) || parts.session.chair == Some(speaker);
    let is_host = parts.hosts.iter().any(|host| host.speaker == TurnSpeaker::Named(speaker));
    let is_quoted = parts.quoted.iter().any(|turn| turn.speaker == TurnSpeaker::Named(speaker));
    let all: CharCount = shares.iter().copied().sum();
    let is_most = talk.speakers.len() == 1 && share.get() * 2 > all.get();
    (is_chair || is_host || is_quoted) && !is_most
}

/// The speakers of voices that are written in YAML.
fn written(
    voices: &[(Spanned<String>, Spanned<String>)],
    transcript: &Transcript,
    directory: &mut SpeakerDirectory<'_>,
    problems: &mut Problems,
) -> Vec<Option<SpeakerIndex>> {
    let names = &transcript.voices.names;
    let mut speakers: Vec<Option<SpeakerIndex>> = vec![None; names.len()];
    for (label, id) in voices {
        if directory.knows(&label.value) && find_voice(names, &id.value).is_some() {
            problems.push(exchanged(label, id));
            continue;
        }
        let speaker = directory.resolve(id, problems);
        match find_voice(names, &label.value) {
            None => problems.push(unknown_voice(label, names)),
            Some(voice) if speakers[voice].is_some() && speakers[voice] != speaker => {
                problems.push(voice_of_two(label, &names[voice]));
            }
            Some(voice) => speakers[voice] = speaker,
        }
    }
    speakers
}

/// The voice that a label means. The name itself outranks one that is read the same.
fn find_voice(names: &[String], label: &str) -> Option<VoiceIndex> {
    let exact = names.iter().position(|name| *name == label);
    exact.or_else(|| names.iter().position(|name| key_of(name) == key_of(label)))
}

fn exchanged(label: &Spanned<String>, id: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` is a speaker and `{}` a voice", label.value, id.value);
    Diagnostic::new(Code::VoiceUnknown, label.span, message)
        .help(format!("write the voice first: `{}: {}`", id.value, label.value))
}

/// A label as it is compared: `发言人 1`, `SPEAKER_01` and `1` are one.
fn key_of(label: &str) -> String {
    let is_blank = |c: char| c.is_whitespace() || c == '_' || c == '-';
    let plain: String = label.to_lowercase().replace(is_blank, "");
    let number = NUMBERED.iter().find_map(|word| plain.strip_prefix(word)).unwrap_or(&plain);
    match number.parse::<u32>() {
        Ok(number) => number.to_string(),
        Err(_) => plain,
    }
}

fn unknown_voice(label: &Spanned<String>, names: &[String]) -> Diagnostic {
    let message = format!("the transcript has no voice `{}`", label.value);
    let problem = Diagnostic::new(Code::VoiceUnknown, label.span, message);
    if names.is_empty() {
        return problem.help("remove it: the file does not say who speaks");
    }
    let shown: Vec<String> = names.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
    let more = if names.len() > shown.len() { ", …" } else { "" };
    problem.help(format!("its voices are {}{more}", shown.join(", ")))
}

fn voice_of_two(label: &Spanned<String>, name: &str) -> Diagnostic {
    let message = format!("the voice `{name}` is given to two speakers");
    Diagnostic::new(Code::VoiceOfTwo, label.span, message)
        .label("a second time")
        .help("keep one of them; `voices` of a talk can tell whose it is there")
}

#[cfg(test)]
mod tests {
    use super::key_of;

    #[test]
    fn numbered_voices_are_known_however_they_are_written() {
        for label in ["发言人1", "说话人 1", "Speaker 1", "SPEAKER_01", "spk1", "1", "01"] {
            assert_eq!(key_of(label), "1", "{label}");
        }
        assert_ne!(key_of("甲一"), key_of("乙二"));
        assert_ne!(key_of("SPEAKER_10"), key_of("SPEAKER_1"));
    }
}
