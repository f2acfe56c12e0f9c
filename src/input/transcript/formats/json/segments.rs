//! Segments: objects that each have words with their time and voice, which is what most formats
//! are lists of. Which keys they have is all that tells the formats apart.

use super::document::{Kind, NodeIndex};
use super::letters::Letters;
use super::reader::{JsonReader, Mark};
use super::words::Layout;
use crate::input::transcript::builder::SpeechBreak;
use crate::input::transcript::time_unit::TimeUnit;
use crate::model::Milliseconds;

/// From how long ago on a time within a segment is worth having.
const TIME_STEP: Milliseconds = Milliseconds(3000);

/// The keys of segments, each a path with dots. Where several are named, the first that is there
/// counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct SegmentKeys {
    /// What is said.
    pub text: &'static [&'static str],
    /// When it begins.
    pub begin: &'static [&'static str],
    /// When it ends.
    pub end: &'static [&'static str],
    /// Who says it.
    pub voice: &'static [&'static str],
    /// Whether a segment without a voice has that of the one before it.
    pub voice_holds: bool,
    /// The list of its words, which have the same keys for times and voices.
    pub words: &'static [&'static str],
    /// The text of a word.
    pub word: &'static [&'static str],
    /// What separates segments of one voice.
    pub separator: SpeechBreak,
    /// What a line break within a segment is.
    pub line: SpeechBreak,
}

impl SegmentKeys {
    /// The keys of Whisper, which others have taken over.
    pub const WHISPER: Self = Self {
        text: &["text"],
        begin: &["start", "timestamp.0"],
        end: &["end", "timestamp.1"],
        voice: &["speaker"],
        voice_holds: false,
        words: &["words"],
        word: &["word", "text"],
        separator: SpeechBreak::Cue,
        line: SpeechBreak::Line,
    };
}

/// Reads the segments of a list.
pub(super) fn read(
    reader: &mut JsonReader<'_, '_>,
    segments: &[NodeIndex],
    keys: &SegmentKeys,
    unit: TimeUnit,
) {
    let voice_of = |node: NodeIndex| first(reader, node, keys.voice);
    let has_voice = |segment: &NodeIndex| {
        voice_of(*segment).is_some()
            || words(reader, *segment, keys).iter().any(|word| voice_of(*word).is_some())
    };
    let voiced = segments.iter().any(has_voice);
    let mut reading = Segments { reader, keys, unit, voiced, last_voice: None };
    for segment in segments {
        reading.segment(*segment);
    }
}

/// The value of the first of some paths that leads to one, unless it is `null`.
pub(super) fn first(
    reader: &JsonReader<'_, '_>,
    node: NodeIndex,
    keys: &[&str],
) -> Option<NodeIndex> {
    let mut values = keys.iter().filter_map(|key| reader.document.at(node, key));
    values.find(|value| reader.document.is_value(*value))
}

fn words(reader: &JsonReader<'_, '_>, segment: NodeIndex, keys: &SegmentKeys) -> Vec<NodeIndex> {
    let lists = keys.words.iter().map(|path| reader.document.all(segment, path));
    let has_words =
        |list: &Vec<NodeIndex>| list.iter().any(|w| first(reader, *w, keys.word).is_some());
    lists.into_iter().find(has_words).unwrap_or_default()
}

struct Segments<'r, 'b, 'a> {
    reader: &'r mut JsonReader<'b, 'a>,
    keys: &'r SegmentKeys,
    unit: TimeUnit,
    /// Whether the file says who speaks.
    voiced: bool,
    /// The voice of the last words.
    last_voice: Option<String>,
}

impl Segments<'_, '_, '_> {
    fn segment(&mut self, segment: NodeIndex) {
        let words = words(self.reader, segment, self.keys);
        let text = first(self.reader, segment, self.keys.text);
        let text = text.filter(|text| self.is_speech(*text));
        if text.is_none() && words.is_empty() {
            return;
        }
        let begin = first(self.reader, segment, self.keys.begin);
        let time = self.reader.begins(begin, self.unit);
        let mut start = Mark { time, ..Mark::default() };
        if self.voiced {
            start.voice = self.first_voice(segment, &words);
        }
        let last_end = match text {
            Some(text) => self.text_with_words(text, start, &words),
            None => self.words_alone(start, &words),
        };
        let end = first(self.reader, segment, self.keys.end);
        let end = end.and_then(|end| self.reader.time(end, self.unit));
        if let Some(end) = end.or(last_end) {
            self.reader.builder.ended(end);
        }
    }

    fn is_speech(&self, text: NodeIndex) -> bool {
        self.reader.document.kind(text) == Kind::String
            && self.reader.chars(text).any(|found| found.c.is_none_or(|c| !c.is_whitespace()))
    }

    /// The voice with which a segment begins. Of words and segment the words know better.
    fn first_voice(
        &mut self,
        segment: NodeIndex,
        words: &[NodeIndex],
    ) -> Option<(Option<String>, std::ops::Range<usize>)> {
        let of_words = words.iter().find_map(|word| first(self.reader, *word, self.keys.voice));
        match of_words.or_else(|| first(self.reader, segment, self.keys.voice)) {
            Some(voice) => Some(self.reader.voice(voice)),
            None if self.keys.voice_holds => None,
            None => {
                let at = self.reader.document.range(segment).start;
                Some((None, at..at))
            }
        }
    }

    /// Separates a segment from the words before it, and begins it.
    fn begin(&mut self, start: Mark, at: usize) {
        let changes = start.voice.as_ref().is_some_and(|(voice, _)| *voice != self.last_voice);
        let separator = if changes { SpeechBreak::Cue } else { self.keys.separator };
        self.reader.builder.break_at(separator, at);
        if let Some((voice, _)) = &start.voice {
            self.last_voice.clone_from(voice);
        }
        self.reader.set(start);
    }

    /// Says the text of a segment; its words, which are the same, give times and voices. Gives the
    /// end of the last word.
    fn text_with_words(
        &mut self,
        text: NodeIndex,
        start: Mark,
        words: &[NodeIndex],
    ) -> Option<Milliseconds> {
        let time = start.time.as_ref().map(|(time, _)| *time);
        self.begin(start, self.reader.document.inner(text).start);
        let chars = self.reader.chars(text);
        let mut of_text =
            Letters::of(chars.filter_map(|found| Some((found.range.start, found.c?))));
        let mut marks = WordMarks { marks: Vec::new(), last_time: time, last_end: None };
        for word in words {
            let Some(said) = first(self.reader, *word, self.keys.word) else { continue };
            let at = self.reader.repeated(said, &mut of_text);
            self.mark(*word, at, &mut marks);
        }
        self.reader.say_with(text, self.layout(), marks.marks);
        marks.last_end
    }

    /// Says words of which there is no text. Gives the end of the last one.
    fn words_alone(&mut self, start: Mark, words: &[NodeIndex]) -> Option<Milliseconds> {
        let time = start.time.as_ref().map(|(time, _)| *time);
        let at = words.first().map_or(0, |word| self.reader.document.range(*word).start);
        self.begin(start, at);
        let of = |word: &NodeIndex| first(self.reader, *word, self.keys.word);
        let said: Vec<(NodeIndex, NodeIndex)> =
            words.iter().filter_map(|word| Some((*word, of(word)?))).collect();
        // words that carry their blanks need none between them
        let blank =
            |(_, said): &(_, NodeIndex)| self.reader.document.written(*said).starts_with(' ');
        let spaced = said.iter().any(blank);
        let mut marks = WordMarks { marks: Vec::new(), last_time: time, last_end: None };
        for (index, (word, said)) in said.into_iter().enumerate() {
            let at = self.reader.document.inner(said).start;
            if index > 0 && !spaced {
                self.reader.builder.break_at(SpeechBreak::Line, at);
            }
            self.mark(word, Some(at), &mut marks);
            let layout = Layout { trimmed: index == 0 || !spaced, ..self.layout() };
            self.reader.say_with(said, layout, std::mem::take(&mut marks.marks));
        }
        marks.last_end
    }

    fn layout(&self) -> Layout {
        Layout { line: self.keys.line, trimmed: true }
    }

    /// What a word at an offset says of time and voice, where it says something new.
    fn mark(&mut self, word: NodeIndex, at: Option<usize>, marks: &mut WordMarks) {
        let at = at.filter(|at| marks.marks.last().is_none_or(|last| last.at <= *at));
        let begin = first(self.reader, word, self.keys.begin);
        let end = first(self.reader, word, self.keys.end);
        let time_of = |node: Option<NodeIndex>| self.reader.time(node?, self.unit);
        let (time, end) = (time_of(begin), time_of(end));
        let voice = first(self.reader, word, self.keys.voice).map(|node| self.reader.voice(node));
        let voice = voice.filter(|(name, _)| *name != self.last_voice);
        let is_new = |time: &Milliseconds| {
            voice.is_some() || marks.last_time.is_none_or(|last| time.0 >= last.0 + TIME_STEP.0)
        };
        let time = time.filter(is_new);
        if let Some(at) = at.filter(|_| time.is_some() || voice.is_some()) {
            marks.last_time = time.or(marks.last_time);
            if let Some((name, _)) = &voice {
                self.last_voice.clone_from(name);
            }
            let place = begin.map(|node| self.reader.document.range(node));
            // without it the pause would count from the end of the last segment
            let ended = marks.last_end.or(time);
            marks.marks.push(Mark { at, ended, time: time.zip(place), voice });
        }
        marks.last_end = end.or(marks.last_end);
    }
}

/// What the words of a segment say of time and voice.
struct WordMarks {
    marks: Vec<Mark>,
    /// The last time that is known.
    last_time: Option<Milliseconds>,
    /// When the last word ended.
    last_end: Option<Milliseconds>,
}
