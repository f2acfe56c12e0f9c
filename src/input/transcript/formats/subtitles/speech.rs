//! The words of cues, given to the builder.

use std::ops::Range;

use super::cue::Cue;
use super::cue_words::{LineTokens, lines};
use super::messages;
use super::name_labels::{NameLabels, label};
use crate::input::transcript::builder::{SpeechBreak, TranscriptBuilder};
use crate::input::transcript::cue_text::{self, CueSyntax, CueToken};
use crate::input::transcript::unread::UnreadKind;
use crate::model::{ByteUse, Milliseconds};

/// Says what is said in cues, one after the other.
pub(super) struct CueSpeech<'b, 'a> {
    builder: &'b mut TranscriptBuilder<'a>,
    syntax: CueSyntax,
    names: NameLabels,
    name_note: Option<UnreadKind>,
    /// Whether a tag says who speaks, until its end or that of the cue.
    has_tag_voice: bool,
    /// Whether the cue has had words.
    has_words: bool,
}

impl<'b, 'a> CueSpeech<'b, 'a> {
    pub(super) fn new(
        builder: &'b mut TranscriptBuilder<'a>,
        syntax: CueSyntax,
        names: NameLabels,
    ) -> Self {
        let name_note = names.note();
        Self { builder, syntax, names, name_note, has_tag_voice: false, has_words: false }
    }

    /// Reads a cue of which the first lines with words are repeated.
    pub(super) fn cue(&mut self, cue: &Cue, repeated: usize) {
        self.builder.break_at(SpeechBreak::Cue, cue.at);
        if let Some((time, range)) = &cue.start {
            self.builder.time(*time, range.clone());
        }
        self.has_words = false;
        if self.syntax == CueSyntax::WebVtt && is_data(cue, self.builder.source()) {
            let ends = cue.lines.first().zip(cue.lines.last());
            let range = ends.map_or(0..0, |(first, last)| first.start..last.end);
            self.builder.unread(&messages::DATA_CUE, range);
            return;
        }
        let mut left = repeated;
        let lines = lines(cue, self.builder.source(), self.syntax);
        self.voice_of_cue(cue, &lines);
        for line in &lines {
            let has_words = line.iter().any(|(range, token)| is_said(range, token));
            let is_repeated = has_words && left > 0;
            left -= usize::from(is_repeated);
            if is_repeated {
                self.repeated_line(line);
            } else {
                self.line(line, cue);
            }
            let end = line.last().map_or(cue.at, |(range, _)| range.end);
            self.builder.break_at(SpeechBreak::Line, end);
        }
        if let Some(end) = cue.end {
            self.builder.ended(end);
        }
    }

    /// Says that nobody is known to speak, where a cue does not go on with the last one's voice.
    fn voice_of_cue(&mut self, cue: &Cue, lines: &[LineTokens]) {
        let has_words = lines.iter().flatten().any(|(range, token)| is_said(range, token));
        if self.has_tag_voice || (self.names.is_per_cue && has_words) {
            self.builder.voice(None, cue.at..cue.at);
        }
        self.has_tag_voice = false;
    }

    /// Reads a line that is in the text already.
    fn repeated_line(&mut self, line: &LineTokens) {
        let shown = || line.iter().filter(|(_, token)| *token != CueToken::Break);
        let Some(((first, _), (last, _))) = shown().next().zip(shown().next_back()) else { return };
        let range = first.start..last.end;
        self.builder.report(&messages::REPEATED, range.clone());
        self.builder.claim(range, ByteUse::Repeated);
        for (range, token) in line {
            match token {
                CueToken::Voice(name) => self.tag_voice(range.clone(), name.clone()),
                CueToken::VoiceEnd => self.end_tag_voice(range.clone()),
                _ => {}
            }
        }
    }

    fn line(&mut self, line: &LineTokens, cue: &Cue) {
        let mut is_start = true;
        for (range, token) in line {
            let mut range = range.clone();
            if is_start && *token == CueToken::Words {
                range = self.after_name(range);
            }
            is_start &= !is_said(&range, token);
            self.token(range, token, cue);
        }
    }

    /// Reads the name that a line begins with, where it is certainly one. Gives the rest.
    fn after_name(&mut self, range: Range<usize>) -> Range<usize> {
        let text = self.builder.source().get(range.clone()).unwrap_or_default();
        let Some(label) = label(text) else { return range };
        let whole = range.start..range.start + label.end;
        if self.names.is_voice(label.name) {
            let name = range.start + label.name_range.start..range.start + label.name_range.end;
            self.builder.break_at(SpeechBreak::Cue, range.start);
            self.builder.voice(Some(label.name), name);
            self.builder.claim(whole.clone(), ByteUse::Label);
            return whole.end..range.end;
        }
        if let Some(note) = &self.name_note {
            self.builder.report(note, whole);
        }
        range
    }

    /// Reads a piece of a line.
    fn token(&mut self, range: Range<usize>, token: &CueToken, cue: &Cue) {
        match token {
            CueToken::Words => self.words(range),
            CueToken::Sign => {
                self.builder.report(&messages::SIGN_SAID, range.clone());
                self.words(range);
            }
            CueToken::WordsAs(said) => {
                self.has_words = true;
                self.builder.speech_as(range, said);
            }
            CueToken::Stamp(time) => self.stamp(*time, range, cue),
            CueToken::Voice(name) => self.tag_voice(range, name.clone()),
            CueToken::VoiceEnd => self.end_tag_voice(range),
            CueToken::UnknownTag => self.builder.unread(&messages::UNKNOWN_TAG, range),
            CueToken::OpenTag => self.builder.unread(&messages::OPEN_TAG, range),
            CueToken::Annotated => {
                self.builder.report(&messages::TAG_WORDS, range.clone());
                self.builder.claim(range, ByteUse::Markup);
            }
            CueToken::Markup | CueToken::Underline(_) | CueToken::Break => {
                self.builder.claim(range, ByteUse::Markup);
            }
        }
    }

    fn words(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            self.has_words = true;
            self.builder.visible_speech(range);
        }
    }

    /// Reads the time of a word.
    fn stamp(&mut self, time: Milliseconds, range: Range<usize>, cue: &Cue) {
        let is_in_cue = cue.start.as_ref().is_some_and(|(start, _)| *start <= time)
            && cue.end.is_none_or(|end| time <= end);
        if !is_in_cue {
            self.builder.claim(range, ByteUse::Time);
            return;
        }
        if self.has_words {
            // the word before has ended, so that no pause is seen within the cue
            self.builder.ended(time);
        }
        self.builder.time(time, range);
    }

    fn tag_voice(&mut self, range: Range<usize>, name: Range<usize>) {
        let text = self.builder.source().get(name.clone()).unwrap_or_default();
        self.builder.break_at(SpeechBreak::Cue, range.start);
        self.builder.voice(Some(&plain_name(text)), name);
        self.builder.claim(range, ByteUse::Markup);
        self.has_tag_voice = true;
    }

    fn end_tag_voice(&mut self, range: Range<usize>) {
        if self.has_tag_voice {
            self.builder.voice(None, range.end..range.end);
        }
        self.builder.claim(range, ByteUse::Markup);
        self.has_tag_voice = false;
    }
}

/// Whether a piece of a line has words.
fn is_said(range: &Range<usize>, token: &CueToken) -> bool {
    match token {
        CueToken::Words => !range.is_empty(),
        CueToken::WordsAs(_) | CueToken::Sign => true,
        _ => false,
    }
}

/// A name in a tag, without line breaks and character references.
fn plain_name(text: &str) -> String {
    let pieces = cue_text::tokens(text, CueSyntax::WebVtt).into_iter();
    let plain: String = pieces
        .map(|(range, token)| match token {
            CueToken::WordsAs(said) => said,
            CueToken::Break => " ".to_owned(),
            _ => text[range].to_owned(),
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a cue has data for a program, as tracks of metadata do.
fn is_data(cue: &Cue, source: &str) -> bool {
    let ends = cue.lines.first().zip(cue.lines.last());
    let text = ends.and_then(|(first, last)| source.get(first.start..last.end));
    text.is_some_and(|text| {
        let text = text.trim();
        text.starts_with(['{', '['])
            && text.contains('{')
            && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
    })
}
