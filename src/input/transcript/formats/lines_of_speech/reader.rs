//! Reading the lines: what of each is said, and what is not.

use std::ops::Range;

use super::clock::{self, Stamp, blanks_after};
use super::head::{HeadLine, head_of, is_footer};
use super::joins::Joins;
use super::survey::{Doubt, SurveyedLine, survey};
use crate::diagnostics::Code;
use crate::front_matter;
use crate::input::transcript::builder::{SpeechBreak, TranscriptBuilder};
use crate::input::transcript::heading;
use crate::input::transcript::image_line::{NamedImage, images_of_line};
use crate::input::transcript::lines::{TextLine, lines};
use crate::input::transcript::unread::UnreadKind;
use crate::model::ByteUse;

/// The breaks that word processors have within a paragraph.
const SOFT_BREAKS: [char; 2] = ['\u{b}', '\u{2028}'];

/// Lines that begin with what may be a time.
const TIMES_AS_WORDS: UnreadKind = UnreadKind::new(
    Code::TimesAsWords,
    "a line begins with something like a time, which is published as words",
    "{n} lines begin with something like a time, which is published as words",
    "write times as `[00:01:02]` at the beginning of lines; nothing need be done if they were said",
);
/// Lines that begin with what may be a name.
const NAMES_AS_WORDS: UnreadKind = UnreadKind::new(
    Code::NamesAsWords,
    "a line begins with something like a name, which is published as words",
    "{n} lines begin with something like a name, which is published as words",
    "write speakers as `**name：**` at the beginning of lines; nothing need be done if it was said",
);
/// Lines that begin as headings do.
const HEADINGS_AS_WORDS: UnreadKind = UnreadKind::new(
    Code::HeadingsAsWords,
    "a line begins with `#` as a heading does, and is published as words",
    "{n} lines begin with `#` as headings do, and are published as words",
    "remove the headings from the file, or `cut` them; nothing need be done if they were said",
);
/// The title above the first label.
const TITLE_LINE: UnreadKind = UnreadKind::new(
    Code::TitleLine,
    "the line above the first label is taken for a title and is not published",
    "{n} lines above the first label are taken for titles and are not published",
    "end it with a full stop if it was said",
);
/// Lines that cannot have been said before the first time.
const BEFORE_THE_FIRST_TIME: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "a line above the first time cannot have been said before it, and is left out",
    "{n} lines above the first time cannot have been said before it, and are left out",
    "put what was said below a label or time, and take the rest out",
);

/// Whether what stands between two lines `---` describes the file: keys with values. Other words
/// between rules were said.
fn describes(front: &str) -> bool {
    let is_of_yaml = |line: &str| {
        let key = line.split_once(':').map(|(key, _)| key.trim());
        let is_key = key.is_some_and(|key| {
            !key.is_empty() && key.chars().count() <= 40 && !key.contains(['，', '。', ' '])
        });
        line.trim().is_empty() || line.starts_with([' ', '\t', '#', '-']) || is_key
    };
    front.lines().all(is_of_yaml) && front.contains(':')
}

pub(super) fn read(builder: &mut TranscriptBuilder<'_>) {
    let source = builder.source();
    let front = front_matter::find(source).filter(|(front, _)| describes(&source[front.clone()]));
    let body = front.map_or(0, |(_, body)| body);
    builder.claim(0..body, ByteUse::Metadata);
    let all = lines(source).flat_map(soft_lines);
    let mut all = all.filter(|line| line.at >= body && !line.text.trim().is_empty()).peekable();
    // further down, `# ` is what the recogniser wrote, of which nothing may be lost
    if let Some(first) = all.next_if(|line| line.text.starts_with("# ")) {
        builder.head(heading::parse(&first.text[2..]));
        builder.claim(first.range(), ByteUse::Metadata);
    }
    let (others, texts): (Vec<_>, Vec<_>) = all.partition(|line| is_beside_speech(line.text));
    let lines = survey(texts.into_iter());
    let head = head_of(&lines);
    let joins = Joins::of(&said_of(&lines, &head));
    let has_turns = lines.iter().any(SurveyedLine::is_named_by_heading);
    let mut reader =
        LineReader { builder, joins, has_turns, above: None, voice: None, in_quote: false };
    let mut others = others.into_iter().peekable();
    for (at, line) in lines.iter().enumerate() {
        while let Some(other) = others.next_if(|other| other.at < line.parts.line.at) {
            reader.beside_speech(other);
        }
        match head.get(at) {
            None | Some(HeadLine::Said) => reader.line(line),
            Some(kind) => reader.head_line(line.parts.line.range(), *kind),
        }
    }
    others.for_each(|other| reader.beside_speech(other));
}

/// The parts of a line between soft breaks.
fn soft_lines(line: TextLine<'_>) -> impl Iterator<Item = TextLine<'_>> {
    let mut at = line.at;
    line.text.split_inclusive(SOFT_BREAKS).map(move |text| {
        let start = at;
        at += text.len();
        TextLine { at: start, text: text.trim_end_matches(SOFT_BREAKS) }
    })
}

/// Whether a line has nothing to do with speech, wherever it stands.
fn is_beside_speech(line: &str) -> bool {
    images_of_line(line).is_some() || is_footer(line)
}

/// The words of the lines that are said.
fn said_of<'a>(lines: &[SurveyedLine<'a>], head: &[HeadLine]) -> Vec<&'a str> {
    let said = |at: usize| matches!(head.get(at), None | Some(HeadLine::Said));
    let said = lines.iter().enumerate().filter(|(at, line)| said(*at) && line.has_words());
    said.map(|(_, line)| &line.parts.line.text[line.words()..]).collect()
}

/// The lines as they are read.
struct LineReader<'b, 'a> {
    builder: &'b mut TranscriptBuilder<'a>,
    joins: Joins,
    /// Whether headings name the speakers.
    has_turns: bool,
    /// The words of the last line that has some.
    above: Option<TextLine<'a>>,
    /// Who speaks, and where the file says it.
    voice: Option<(&'a str, Range<usize>)>,
    /// Whether the last words were a quote, which nobody said.
    in_quote: bool,
}

impl<'a> LineReader<'_, 'a> {
    /// Reads a line that is an image or a footer.
    fn beside_speech(&mut self, line: TextLine<'a>) {
        let Some(images) = images_of_line(line.text) else {
            self.builder.claim(line.range(), ByteUse::Metadata);
            return;
        };
        for NamedImage { alt, path, range } in images {
            self.builder.image(&alt, &path, line.part(range));
        }
    }

    fn head_line(&mut self, range: Range<usize>, kind: HeadLine) {
        match kind {
            HeadLine::NotSaid => self.builder.unread(&BEFORE_THE_FIRST_TIME, range),
            HeadLine::Title => {
                self.builder.report(&TITLE_LINE, range.clone());
                self.builder.claim(range, ByteUse::Metadata);
            }
            HeadLine::Metadata | HeadLine::Said => self.builder.claim(range, ByteUse::Metadata),
        }
    }

    /// Reads a line with its time, its label and its words.
    fn line(&mut self, line: &SurveyedLine<'a>) {
        let whole = line.parts.line;
        self.report(line);
        let end = line.is_labelled || line.is_name_line;
        if end {
            self.builder.break_at(SpeechBreak::Cue, self.above.map_or(whole.at, end_of));
        }
        let used = if end { ByteUse::Label } else { ByteUse::Markup };
        self.builder.claim(whole.part(0..line.words()), used);
        let time = line.believed_time();
        if let Some((stamp, at)) = time {
            self.builder.time(stamp.from, whole.part(at..at + stamp.length));
        }
        if let Some(name) = line.believed_name() {
            self.voice = Some((&whole.text[name.clone()], whole.part(name)));
            self.in_quote = true;
        }
        if line.has_words() {
            self.words(whole, line.words());
        }
        if let Some(to) = time.and_then(|(stamp, _)| stamp.to) {
            self.builder.ended(to);
        }
    }

    /// Reads the words of a line from an offset in it.
    fn words(&mut self, line: TextLine<'a>, from: usize) {
        let text = &line.text[from..];
        let sign = quote_sign(text).filter(|_| self.has_turns);
        let from = from + sign.unwrap_or(0);
        if let Some(sign) = sign {
            self.builder.claim(line.part(from - sign..from), ByteUse::Markup);
            self.builder.break_at(SpeechBreak::Cue, self.above.map_or(line.at, end_of));
            self.builder.voice(None, line.at..line.at);
            self.in_quote = true;
        } else if self.in_quote {
            let (voice, range) = self
                .voice
                .clone()
                .map_or((None, line.at..line.at), |(name, range)| (Some(name), range));
            self.builder.voice(voice, range);
            self.in_quote = false;
        }
        let mut at = from;
        while let Some((offset, stamp)) = stamp_within(&line.text[at..]) {
            self.piece(line, at..at + offset);
            at += offset;
            self.builder.time(stamp.from, line.part(at..at + stamp.length));
            at = blanks_after(line.text, at + stamp.length);
        }
        self.piece(line, at..line.text.len());
    }

    /// Reads words without a time within them.
    fn piece(&mut self, line: TextLine<'a>, range: Range<usize>) {
        let text = &line.text[range.clone()];
        if text.trim().is_empty() {
            return;
        }
        if let Some(above) = self.above {
            let same_line = above.at >= line.at;
            let between =
                if same_line { SpeechBreak::Line } else { self.joins.between(above.text, text) };
            self.builder.break_at(between, end_of(above));
        }
        self.builder.speech(line.part(range.clone()));
        self.above = Some(TextLine { at: line.at + range.start, text });
    }

    /// Reports what may be more than words and is published as words.
    fn report(&mut self, line: &SurveyedLine<'a>) {
        let parts = &line.parts;
        let label = parts.label.as_ref();
        let label_time = label.and_then(|label| label.time);
        let Some(doubt) = line.doubt() else { return };
        let (kind, range) = match doubt {
            Doubt::Time => {
                let Some((stamp, at)) = parts.stamp.or(label_time) else { return };
                (&TIMES_AS_WORDS, at..at + stamp.length)
            }
            Doubt::Name => {
                let Some(label) = label else { return };
                (&NAMES_AS_WORDS, label.voice.clone())
            }
            Doubt::Heading => (&HEADINGS_AS_WORDS, 0..parts.after_stamp),
        };
        self.builder.report(kind, parts.line.part(range));
    }
}

/// The first time in square brackets within a text, and where it stands. At the end of a line it is
/// that of the next word as well.
fn stamp_within(text: &str) -> Option<(usize, Stamp)> {
    let mut brackets = text.match_indices(['[', '【']);
    brackets.find_map(|(at, _)| Some((at, clock::stamp(&text[at..])?)))
}

/// Where a line ends.
fn end_of(line: TextLine<'_>) -> usize {
    line.range().end
}

/// The length of the sign and the blanks that a quote in Markdown begins with.
fn quote_sign(text: &str) -> Option<usize> {
    let rest = text.trim_start().strip_prefix('>')?;
    Some(text.len() - rest.trim_start().len())
}
