//! Building the text of a transcript from what the reader of a format finds in the file.
//!
//! A reader goes through the file from its start to its end and says of every byte what it is:
//! [`speech`](TranscriptBuilder::speech), [`time`](TranscriptBuilder::time),
//! [`voice`](TranscriptBuilder::voice), markup and metadata
//! ([`claim`](TranscriptBuilder::claim)), or not understood
//! ([`unread`](TranscriptBuilder::unread)). Bytes that it does not mention and that are not
//! whitespace are not understood, and are reported: so nothing in a file is dropped in silence.

use std::ops::Range;

use super::line_languages::{BilingualCues, two_languages, without_language};
use super::spaces_between::needs_space;
use super::unread::{NO_PLACE, UnreadKind, UnreadPlaces};
use crate::diagnostics::{Code, Diagnostic, FileId, Problems, Span};
use crate::model::{
    ByteUse, FoundTime, LineScript, Milliseconds, SourceAccount, Transcript, TranscriptHead,
    TranscriptImage,
};
use crate::text::is_invisible;

/// What the file has between two pieces of speech, the weaker first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SpeechBreak {
    /// Nothing of meaning: the pieces are joined.
    None,
    /// A line break that the layout required. Words of a script that is written with spaces get
    /// one.
    Line,
    /// The end of a cue or of a speaker's words. It is written as a space, as recognisers without
    /// punctuation do, unless there is a punctuation mark.
    Cue,
}

/// A pause of at least this length is kept.
const PAUSE: Milliseconds = Milliseconds(700);

/// A time that holds from the next word on.
struct PendingTime {
    time: Milliseconds,
    span: Span,
    /// When its words end, where that is known before they are.
    end: Option<Milliseconds>,
}

/// What a reader finds, in order. Where the lines of one language are chosen, the events of a cue
/// wait until all its lines are known.
enum Event {
    Speech { range: Range<usize>, said: String },
    Break(SpeechBreak, usize),
    Time(PendingTime),
    Ended(Milliseconds),
    Voice(Option<String>, Span),
    Image(TranscriptImage),
}

/// Builds a transcript, piece by piece. Every byte of the text knows its offset in the file.
pub struct TranscriptBuilder<'a> {
    source: &'a str,
    transcript: Transcript,
    claims: Vec<(Range<usize>, ByteUse)>,
    unread: UnreadPlaces,
    pending_time: Option<PendingTime>,
    /// The voice of the next word, where it changes.
    pending_voice: Option<(Option<String>, Span)>,
    /// What separates the next word from the last, and its offset in the file.
    pending_break: (SpeechBreak, usize),
    /// When the last cue ended.
    last_end: Option<Milliseconds>,
    /// The first invisible character that was left out, and how many were.
    invisible: Option<(Span, usize)>,
    /// The script of the lines that are chosen from subtitles in two languages.
    chosen: Option<LineScript>,
    /// The events of a cue that is not complete, where lines are chosen.
    waiting: Vec<Event>,
    bilingual: BilingualCues,
    /// The time of the cue whose lines are being read.
    cue_time: Option<Milliseconds>,
    /// Where in `waiting` the next cue begins, unless it turns out to have the same time: two cues
    /// of one time are lines of one.
    cue_end: Option<usize>,
}

impl<'a> TranscriptBuilder<'a> {
    /// A transcript without words.
    pub fn new(file: FileId, source: &'a str) -> Self {
        Self {
            source,
            transcript: Transcript::new(file, TranscriptHead::default()),
            claims: Vec::new(),
            unread: UnreadPlaces::default(),
            pending_time: None,
            pending_voice: None,
            pending_break: (SpeechBreak::None, 0),
            last_end: None,
            invisible: None,
            chosen: None,
            waiting: Vec::new(),
            bilingual: BilingualCues::default(),
            cue_time: None,
            cue_end: None,
        }
    }

    /// Of cues that have lines in several languages, only those in this script are said.
    pub fn choose_lines(&mut self, script: Option<LineScript>) {
        self.chosen = script;
    }

    /// The text of the file.
    pub fn source(&self) -> &'a str {
        self.source
    }

    /// What was said so far.
    pub fn text(&self) -> &str {
        &self.transcript.text
    }

    /// The file.
    pub fn file(&self) -> FileId {
        self.transcript.file
    }

    /// Whether nothing has been said so far.
    pub fn is_empty(&self) -> bool {
        let is_speech = |event: &Event| matches!(event, Event::Speech { .. });
        self.transcript.text.is_empty() && !self.waiting.iter().any(is_speech)
    }

    /// Says what a byte range of the file is, where it is neither speech nor one of what has a
    /// function of its own.
    pub fn claim(&mut self, range: Range<usize>, used: ByteUse) {
        if !range.is_empty() {
            self.claims.push((range, used));
        }
    }

    /// What the first line of the file says.
    pub fn head(&mut self, head: TranscriptHead) {
        self.transcript.head = head;
    }

    /// The language that the file names.
    pub fn language(&mut self, language: &str) {
        self.transcript.language = Some(language.to_owned());
    }

    /// The next word is said at this time, which stands in a range of the file.
    pub fn time(&mut self, time: Milliseconds, range: Range<usize>) {
        let span = self.span(range.clone());
        self.settle_cue(Some(time));
        self.event(Event::Time(PendingTime { time, span, end: None }));
        self.claim(range, ByteUse::Time);
    }

    /// The words so far have ended at this time, from which pauses are known.
    pub fn ended(&mut self, time: Milliseconds) {
        self.event(Event::Ended(time));
    }

    /// From the next word on this voice speaks; nothing where the file does not say who does. The
    /// range names the voice, or is the empty one where it would.
    pub fn voice(&mut self, name: Option<&str>, range: Range<usize>) {
        let name = name.map(str::trim).filter(|name| !name.is_empty());
        let span = self.span(range.clone());
        self.event(Event::Voice(name.map(str::to_owned), span));
        self.claim(range, ByteUse::Label);
    }

    /// There is a break at an offset of the file, before the next word. Of several the strongest
    /// holds, at the place of the first.
    pub fn break_at(&mut self, kind: SpeechBreak, offset: usize) {
        if kind == SpeechBreak::Cue {
            self.cue_end.get_or_insert(self.waiting.len());
        }
        self.event(Event::Break(kind, offset));
    }

    /// An image stands before the next word.
    pub fn image(&mut self, alt: &str, path: &str, range: Range<usize>) {
        let image = TranscriptImage {
            at: self.transcript.end(),
            path: path.to_owned(),
            alt: alt.to_owned(),
            span: self.span(range.clone()),
        };
        self.event(Event::Image(image));
        self.claim(range, ByteUse::Markup);
    }

    /// A range of the file is not understood: it is reported, and not published.
    pub fn unread(&mut self, kind: &UnreadKind, range: Range<usize>) {
        self.unread.add(kind, range.clone());
        self.claim(range, ByteUse::NotUnderstood);
    }

    /// A range of the file, which is claimed otherwise, is to be reported.
    pub fn report(&mut self, kind: &UnreadKind, range: Range<usize>) {
        self.unread.add(kind, range);
    }

    /// A range of the file was said, as it stands there.
    pub fn speech(&mut self, range: Range<usize>) {
        let said = self.source.get(range.clone()).unwrap_or_default();
        self.event(Event::Speech { range, said: said.to_owned() });
    }

    /// A range of the file was said, but for invisible characters, which some tools put into
    /// subtitles as a watermark: a search for a word would not find it with one of them inside.
    pub fn visible_speech(&mut self, range: Range<usize>) {
        let said = self.source.get(range.clone()).unwrap_or_default();
        let (mut start, mut before) = (range.start, None);
        for (at, c) in said.char_indices() {
            if is_invisible(c) && !joins_letters(c, before) {
                let mark = range.start + at..range.start + at + c.len_utf8();
                self.speech(start..mark.start);
                let span = self.span(mark.start..mark.start);
                self.invisible.get_or_insert((span, 0)).1 += 1;
                start = mark.end;
                self.claim(mark, ByteUse::Markup);
            }
            before = Some(c);
        }
        self.speech(start..range.end);
    }

    /// A range of the file stands for words that are written otherwise, such as an escape.
    pub fn speech_as(&mut self, range: Range<usize>, said: &str) {
        self.event(Event::Speech { range, said: said.to_owned() });
    }

    /// Decides whether the cue that seemed to end has ended: not where the next one has its time.
    fn settle_cue(&mut self, time: Option<Milliseconds>) {
        let is_same = time.is_some() && time == self.cue_time;
        match self.cue_end.take() {
            Some(end) if !is_same => {
                self.flush(end);
                self.bilingual.end_cue();
                self.cue_time = time;
            }
            Some(_) => self.bilingual.end_line(),
            None => self.cue_time = self.cue_time.or(time),
        }
    }

    /// Carries an event out, or keeps it until the cue is complete.
    fn event(&mut self, event: Event) {
        if matches!(event, Event::Speech { .. }) && self.cue_end.is_some() {
            self.settle_cue(None);
        }
        if self.chosen.is_some() {
            self.waiting.push(event);
        } else {
            self.carry_out(event);
        }
    }

    fn carry_out(&mut self, event: Event) {
        match event {
            Event::Speech { range, said } => {
                self.bilingual.words(&said);
                self.push(range.start, &said);
                self.claim(range, ByteUse::Said);
            }
            Event::Break(kind, offset) => {
                if kind == SpeechBreak::Line {
                    self.bilingual.end_line();
                }
                let (pending, first) = self.pending_break;
                let offset = if pending == SpeechBreak::None { offset } else { first };
                self.pending_break = (pending.max(kind), offset);
            }
            Event::Time(time) => self.pending_time = Some(time),
            Event::Ended(time) => match &mut self.pending_time {
                // the words of the time before have ended long ago, and these are still to come
                Some(pending) => pending.end = Some(time),
                None => self.last_end = Some(time),
            },
            Event::Voice(name, span) => self.pending_voice = Some((name, span)),
            Event::Image(mut image) => {
                image.at = self.transcript.end();
                self.transcript.images.push(image);
            }
        }
    }

    /// Carries out the waiting events of a cue, whose lines are all known. Lines in another script
    /// than the chosen one are left out where the cue has one in that: they say the same again.
    fn flush(&mut self, end: usize) {
        let Some(chosen) = self.chosen else { return };
        let rest = self.waiting.split_off(end.min(self.waiting.len()));
        let events = std::mem::replace(&mut self.waiting, rest);
        let (mut line, mut lines) = (0, vec![String::new()]);
        for event in &events {
            match event {
                Event::Speech { said, .. } => lines[line].push_str(said),
                Event::Break(..) => {
                    line += 1;
                    lines.push(String::new());
                }
                _ => {}
            }
        }
        let scripts: Vec<_> = lines.iter().map(|line| LineScript::of_line(line)).collect();
        let has_chosen = scripts.contains(&Some(chosen));
        let mut line = 0;
        for event in events {
            line += usize::from(matches!(event, Event::Break(..)));
            match event {
                Event::Speech { range, .. }
                    if has_chosen && scripts[line].is_some_and(|script| script != chosen) =>
                {
                    self.claim(range, ByteUse::Repeated);
                }
                event => self.carry_out(event),
            }
        }
    }

    /// Adds speech that begins at an offset of the file.
    fn push(&mut self, offset: usize, speech: &str) {
        // an empty piece must not take the pending time, which belongs to the next word
        if speech.is_empty() {
            return;
        }
        let (between, break_offset) =
            std::mem::replace(&mut self.pending_break, (SpeechBreak::None, 0));
        // the space is added before the time, so that the time holds from the word itself
        if needs_space(&self.transcript.text, speech, between) {
            self.transcript.joins.push(self.transcript.end());
            self.transcript.push_line(break_offset, " ");
        }
        self.settle_time();
        if let Some((voice, span)) = self.pending_voice.take() {
            self.transcript.voices.push(self.transcript.end(), voice.as_deref(), span);
        }
        self.transcript.push_line(offset, speech);
    }

    /// Gives the pending time to the word that is added next.
    fn settle_time(&mut self) {
        let Some(PendingTime { time, span, end }) = self.pending_time.take() else { return };
        let at = self.transcript.end();
        let pause = self.last_end.and_then(|end| time.0.checked_sub(end.0)).map(Milliseconds);
        if let Some(pause) = pause.filter(|pause| *pause >= PAUSE) {
            self.transcript.pauses.push((at, pause));
        }
        self.last_end = end.or(self.last_end);
        let found = &mut self.transcript.found_times;
        // nothing is said between the two, so the later time replaces the earlier
        if found.last().is_some_and(|last| last.at == at) {
            found.pop();
        }
        found.push(FoundTime { at, time, span });
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.transcript.file, range)
    }

    /// The transcript. Adds the problems of what was not understood.
    pub fn finish(mut self, problems: &mut Problems) -> Transcript {
        self.flush(usize::MAX);
        self.bilingual.end_cue();
        problems.extend(self.bilingual.told().map(|told| two_languages(self.file(), told)));
        let missing = self.chosen.filter(|script| !self.bilingual.has_seen(*script));
        problems.extend(missing.map(|script| without_language(self.file(), script)));
        let Self { source, mut transcript, claims, mut unread, invisible, .. } = self;
        let (account, unclaimed) = SourceAccount::of(source, claims);
        for range in unclaimed {
            unread.add(&NO_PLACE, range);
        }
        transcript.account = account;
        unread.report(transcript.file, source, problems);
        problems.extend(invisible.map(|(span, count)| invisible_note(span, count)));
        transcript
    }
}

/// Whether an invisible character belongs to the letters before it: joiners are written in Persian,
/// Arabic and the scripts of India, and in emoji of several people.
fn joins_letters(c: char, before: Option<char>) -> bool {
    let is_joiner = matches!(c, '\u{200c}' | '\u{200d}');
    is_joiner
        && before.is_some_and(|before| {
            matches!(before, '\u{600}'..='\u{dff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
        })
}

fn invisible_note(span: Span, count: usize) -> Diagnostic {
    let what = match count {
        1 => "a character that nobody sees is".to_owned(),
        _ => format!("{count} characters that nobody sees are"),
    };
    Diagnostic::new(Code::Unseen, span, format!("{what} left out of these subtitles"))
        .label("the first")
        .help("nothing need be done; such marks are no speech")
}
