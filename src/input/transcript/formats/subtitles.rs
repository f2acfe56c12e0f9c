//! Subtitles: SubRip (`.srt`) and WebVTT (`.vtt`).
//!
//! ```text
//! file    = [BOM] ["WEBVTT" { line }] { blank | block | cue }
//! block   = ("NOTE" | "STYLE" | "REGION") { line } blank     WebVTT only; the last two at the top
//! cue     = [ name LF ] clock "-->" clock [ settings ] LF { line } blank
//! name    = digits                        SubRip; in WebVTT ASCII without blanks
//! ```
//!
//! SubRip has no standard; the grammar is that of files from the original program, from Whisper and
//! from FunASR. WebVTT is a standard of the W3C (<https://www.w3.org/TR/webvtt1/>). Tags are not
//! speech, including the names of speakers in them. A file that breaks the grammar loses no speech:
//! text after an empty line that is not a cue belongs to the cue before it, and a cue may begin
//! without an empty line above it.
//!
//! The text is the lines of all cues, with a space where a cue ends, because recognisers that write
//! subtitles give no other punctuation. The time of a cue holds from its first word on.

use std::ops::Range;

use crate::diagnostics::Code;
use crate::input::transcript::builder::{SpeechBreak, TranscriptBuilder};
use crate::input::transcript::format::TranscriptFormat;
use crate::input::transcript::lines::{TextLine, lines};
use crate::input::transcript::timecode;
use crate::input::transcript::unread::UnreadKind;
use crate::model::ByteUse;

/// SubRip.
pub(super) const SUBRIP: TranscriptFormat = TranscriptFormat {
    name: "SubRip subtitles",
    extensions: &["srt"],
    only_transcripts: true,
    recognises: |text| lines(text).any(|line| is_time(line.text)),
    read: |builder| read(builder, Syntax::SubRip),
};

/// WebVTT, which some tools write into files that end in `.srt`.
pub(super) const WEBVTT: TranscriptFormat = TranscriptFormat {
    name: "WebVTT subtitles",
    extensions: &["vtt"],
    only_transcripts: true,
    recognises: has_header,
    read: |builder| read(builder, Syntax::WebVtt),
};

/// Times of a cue that are none.
const BAD_TIME: UnreadKind = UnreadKind::new(
    Code::BadTime,
    "the times of this cue cannot be read",
    "the times of {n} cues cannot be read",
    "a cue's times are written 00:01:02,345 --> 00:01:04,000; what it says is kept",
);
/// Words that no cue has.
const BEFORE_CUES: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "a line above the first cue has no times and is left out",
    "{n} lines above the first cue have no times and are left out",
    "put words that were said below the times of a cue",
);
/// Words in a file that has no times.
const NO_CUES: UnreadKind = UnreadKind::new(
    Code::NoCues,
    "there is no cue in these subtitles",
    "there is no cue in these subtitles",
    "name a transcript without times `….md`",
);

/// The two grammars of subtitles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Syntax {
    SubRip,
    WebVtt,
}

/// Tags of WebVTT and those that players of SubRip know, and whether words may follow the name.
/// Other text between angle brackets is speech.
const TAGS: [(&str, bool); 10] = [
    ("b", false),
    ("c", false),
    ("font", true),
    ("i", false),
    ("lang", true),
    ("rt", false),
    ("ruby", false),
    ("s", false),
    ("u", false),
    ("v", true),
];
/// The longest tag, in bytes.
const LONGEST_TAG: usize = 256;
/// The character references of WebVTT.
const CHARACTER_REFERENCES: [(&str, &str); 6] =
    [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", "")];

/// Whether the first line is the header of WebVTT.
fn has_header(source: &str) -> bool {
    lines(source).next().is_some_and(|line| line.text.starts_with("WEBVTT"))
}

fn read(builder: &mut TranscriptBuilder<'_>, syntax: Syntax) {
    let source = builder.source();
    let all: Vec<TextLine<'_>> = lines(source).collect();
    let has_cues = all.iter().any(|line| is_time(line.text));
    let mut reader = CueReader { syntax, builder, number: 0, cues: 0, first: None };
    let mut at = if has_header(source) { reader.block(&all, 0) } else { 0 };
    // whether the line above belongs to a cue
    let mut within = false;
    while let Some(line) = all.get(at) {
        at += 1;
        let timed = || all.get(at).is_some_and(|next| is_time(next.text));
        if line.text.trim().is_empty() {
            within = false;
        } else if is_time(line.text) {
            reader.cue(*line);
            within = true;
        } else if reader.is_name(line.text, within) && timed() {
            // a name in WebVTT need not be a number; the last number then holds on
            reader.number = line.text.trim().parse().unwrap_or(reader.number);
            reader.builder.claim(line.range(), ByteUse::Metadata);
        } else if !within && reader.begins_block(line.text) {
            at = reader.block(&all, at - 1);
        } else if has_cues && reader.cues == 0 {
            reader.builder.unread(&BEFORE_CUES, line.range());
        } else {
            reader.speech(*line);
        }
    }
    // a file without any speech is reported later, as an empty transcript
    if let (0, Some(line)) = (reader.cues, reader.first) {
        builder.report(&NO_CUES, line);
    }
}

struct CueReader<'b, 'a> {
    syntax: Syntax,
    builder: &'b mut TranscriptBuilder<'a>,
    /// The number of the last cue that has one.
    number: u64,
    /// How many cues there were.
    cues: usize,
    /// The range of the first line of speech.
    first: Option<Range<usize>>,
}

impl CueReader<'_, '_> {
    /// Whether a line above times is the name of the cue. Directly below speech, only the number
    /// that follows the last one is a name, because a line of digits may be speech as well.
    fn is_name(&self, text: &str, within: bool) -> bool {
        let text = text.trim();
        let number: Option<u64> = text.parse().ok();
        match (within, self.syntax) {
            // without `is_some`, a text that is no number would equal the overflow of `checked_add`
            (true, _) => number.is_some() && number == self.number.checked_add(1),
            (false, Syntax::SubRip) => number.is_some(),
            // the standard allows any name; a line with Chinese or whitespace is more likely speech
            (false, Syntax::WebVtt) => text.bytes().all(|b| b.is_ascii_graphic()),
        }
    }

    /// Whether a line begins a block that is not a cue: a note, or a style before the first cue.
    fn begins_block(&self, text: &str) -> bool {
        let word = text.split_whitespace().next().unwrap_or_default();
        // WebVTT has no styles after the first cue, so these words are speech there
        let is_style = self.cues == 0 && ["STYLE", "REGION"].contains(&text.trim());
        self.syntax == Syntax::WebVtt && (word == "NOTE" || is_style)
    }

    /// Reads the line of times that begins a cue.
    fn cue(&mut self, time: TextLine<'_>) {
        self.builder.break_at(SpeechBreak::Cue, time.at);
        self.cues += 1;
        match timecode::span(time.text) {
            Some((from, to)) => {
                self.builder.time(from, time.range());
                self.builder.ended(to);
            }
            // the words of the cue are kept; only their time is unknown
            None => {
                self.builder.report(&BAD_TIME, time.range());
                self.builder.claim(time.range(), ByteUse::NotUnderstood);
            }
        }
    }

    /// Passes over a block that is no cue. Gives the index of the line that ends it.
    fn block(&mut self, lines: &[TextLine<'_>], from: usize) -> usize {
        let end = after_block(lines, from + 1);
        for line in &lines[from..end] {
            self.builder.claim(line.range(), ByteUse::Metadata);
        }
        end
    }

    /// Reads a line of speech, without its tags.
    fn speech(&mut self, line: TextLine<'_>) {
        self.first.get_or_insert(line.range());
        let start = line.text.len() - line.text.trim_start().len();
        let text = line.text.trim();
        let mut at = 0;
        while at < text.len() {
            let source = line.at + start + at;
            let (length, said) = piece(&text[at..], self.syntax);
            let range = source..source + length;
            if said.is_empty() {
                self.builder.claim(range, ByteUse::Markup);
            } else if said.len() == length {
                self.builder.visible_speech(range);
            } else {
                self.builder.speech_as(range, said);
            }
            at += length;
        }
        self.builder.break_at(SpeechBreak::Line, line.at + line.text.len());
    }
}

/// The length of the first piece of a line and the speech in it: none in a tag, the character that
/// is meant in a character reference.
fn piece(text: &str, syntax: Syntax) -> (usize, &str) {
    if let Some(tag) = tag(text, syntax) {
        return (tag, "");
    }
    if syntax == Syntax::WebVtt
        && let Some((name, said)) =
            CHARACTER_REFERENCES.iter().find(|(name, _)| text.starts_with(name))
    {
        return (name.len(), said);
    }
    // a sign at 0 begins no tag here, so it is speech; with an empty piece the loop would not end
    let special = |(at, c): (usize, char)| at > 0 && (c == '<' || c == '{' || c == '&');
    let end = text.char_indices().find(|found| special(*found)).map_or(text.len(), |(at, _)| at);
    (end, &text[..end])
}

/// The length of the tag that a text begins with.
fn tag(text: &str, syntax: Syntax) -> Option<usize> {
    // the limit keeps the time linear in a text with many `<` and no `>`
    let end = |sign: u8| text.bytes().take(LONGEST_TAG).position(|b| b == sign);
    if syntax == Syntax::SubRip && text.starts_with("{\\") {
        return end(b'}').map(|end| end + 1);
    }
    if !text.starts_with('<') {
        return None;
    }
    let end = end(b'>')?;
    let inner = text[1..end].trim_start_matches('/');
    let (name, words) = inner.split_once([' ', '\t']).unwrap_or((inner, ""));
    // in `<c.loud>`, classes follow the name
    let name = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    // `a<b and c>d` is speech, so a tag that takes no words must have none
    let known = |(tag, worded): &(&str, bool)| *tag == name && (*worded || words.is_empty());
    // WebVTT may give a time to each word within a cue: `<00:01.500>`
    let stamp = syntax == Syntax::WebVtt && timecode::parse(inner).is_some();
    (stamp || TAGS.iter().any(known)).then_some(end + 1)
}

/// Whether a line has the times of a cue, well-formed or not: it begins with a time, and an arrow
/// follows.
fn is_time(text: &str) -> bool {
    // wrong arrows count as well, so that such a line is a problem and not published as speech
    const ARROWS: [&str; 5] = ["-->", "->", "–>", "—>", "→"];
    let mut parted = ARROWS.iter().filter_map(|arrow| text.split_once(arrow));
    parted.any(|(from, _)| timecode::parse(from).is_some())
}

/// The index of the blank line that ends a block, or of the times that end it without one.
fn after_block(lines: &[TextLine<'_>], from: usize) -> usize {
    let blank = |line: &TextLine<'_>| line.text.trim().is_empty();
    let ends = lines[from..].iter().position(|line| blank(line) || is_time(line.text));
    ends.map_or(lines.len(), |end| from + end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Problems, SourceMap};
    use crate::model::text_timestamps::TextTimestamps;
    use crate::model::{TextOffset, Transcript};

    fn parse(source: &str, syntax: Syntax, problems: &mut Problems) -> Transcript {
        let mut sources = SourceMap::default();
        let file = sources.add("transcript.srt", source);
        let mut builder = TranscriptBuilder::new(file, sources.text(file));
        super::read(&mut builder, syntax);
        let mut transcript = builder.finish(problems);
        transcript.times = TextTimestamps::of(&transcript.found_times).0;
        transcript
    }

    /// The text with its times at the beginnings of pieces, and the codes of what is wrong.
    fn read(syntax: Syntax, source: &str) -> (String, Vec<Option<u32>>, Vec<Code>) {
        let mut problems = Vec::new();
        let found = parse(source, syntax, &mut problems);
        let starts = std::iter::once(0).chain(found.text.match_indices(' ').map(|(at, _)| at + 1));
        let times = starts.map(|at| found.moment(TextOffset(at)).map(|m| m.at.0)).collect();
        (found.text, times, problems.iter().map(|p| p.code).collect())
    }

    #[test]
    fn cues_are_parted_by_blanks_and_their_lines_only_where_words_need_it() {
        let source = "\u{feff}1\r\n00:00:01,090 --> 00:00:02,944\r\n各位朋友\r\n大家好\r\n\r\n2\r\n\
            00:01:02,950 --> 00:01:04,000\r\n用machine\r\nlearning\r\n\r\n3\r\n\
            00:01:08,000 --> 00:01:09,000\r\n做。\r\n\r\n4\r\n00:01:12,000 --> 00:01:14,000\r\n\
            好\r\n";
        let (text, times, problems) = read(Syntax::SubRip, source);
        assert_eq!(text, "各位朋友大家好 用machine learning 做。好");
        assert_eq!(times, [Some(1), Some(62), Some(62), Some(68)]);
        assert!(problems.is_empty());
    }

    #[test]
    fn tags_are_no_speech_and_other_brackets_are() {
        let source = "00:00:01,0 --> 00:00:02,0\n\
            {\\an8}<i>模型</i>的a<b，<font color=\"red\">好</font>{是}\n";
        assert_eq!(read(Syntax::SubRip, source).0, "模型的a<b，好{是}");
        let source = "WEBVTT - 甲\nKind: captions\n\nNOTE 乙\n丙\n\nSTYLE\n::cue {}\n\nopening\n\
            00:01.000 --> 00:02.000 align:start\n<v 张三>大<00:01.500><c.x>家</c>&lt;好&gt;\n";
        assert_eq!(read(Syntax::WebVtt, source), ("大家<好>".into(), vec![Some(1)], vec![]));
    }

    #[test]
    fn nothing_that_is_said_is_lost_in_a_crooked_file() {
        // a line of digits is said unless it is the number of the next cue
        let source = "1\n00:00:01,0 --> 00:00:02,0\n从\n2024\n00:00:03,0 --> 00:00:04,0\n\
            2024 --> 2025年增长\n";
        assert_eq!(read(Syntax::SubRip, source).0, "从2024 2024 --> 2025年增长");
        let source = "WEBVTT\n00:01.0 --> 00:02.0\n甲\n00:03.0 --> 00:04.0\n乙\n\n丙\n\
            00:05.0 --> 00:06.0\n若a<b而c>d\nNOTE 这是重点\nSTYLE is it\n\nNOTE\n无\n\n";
        assert_eq!(read(Syntax::WebVtt, source).0, "甲 乙丙 若a<b而c>d NOTE 这是重点STYLE is it");
        let source = format!(
            "{0}\n00:00:01,0 --> 00:00:02,0\n甲\n{0}\n00:00:03,0 --> 00:00:04,0\n乙\n",
            u64::MAX
        );
        assert_eq!(read(Syntax::SubRip, &source).0, format!("甲{} 乙", u64::MAX));
        let source = "1\n00:00:01,0 -> 00:00:02,0\n好\n";
        assert_eq!(read(Syntax::SubRip, source), ("好".into(), vec![None], vec![Code::BadTime]));
        let source = "WEBVTT\n\n00:01.0 --> 00:02.0\n<v 甲>好\n";
        assert_eq!(read(Syntax::SubRip, source).0, "好", "by its first line");
        let source = "1\n00:00:01,0 --> 00:00:02,0\n2024\n\n年的事\n2\n00:00:05,0 --> 0:06\n一\n3\n\
            00:00:07 -> x --> 8\n二\n";
        let (text, times, problems) = read(Syntax::SubRip, source);
        assert_eq!(text, "2024年的事 一 二");
        assert_eq!(times[..2], [Some(1), Some(5)]);
        assert_eq!(problems, [Code::BadTime]);
        assert_eq!(read(Syntax::SubRip, "没有时间\n").2, [Code::NoCues]);
        assert_eq!(read(Syntax::SubRip, "").2, Vec::<Code>::new());
    }

    #[test]
    fn every_character_knows_its_place() {
        let source =
            "1\n00:00:01,0 --> 00:00:02,0\n你好\n\n2\n00:00:03,0 --> 00:00:04,0\n<i>世界</i>\n";
        let mut sources = SourceMap::default();
        let file = sources.add("transcript.srt", source);
        let found = parse(source, Syntax::SubRip, &mut Vec::new());
        let place =
            |c| sources.place(file, found.source_offset(TextOffset(found.text.find(c).unwrap())));
        assert_eq!((place('好').line, place('好').column), (3, 2));
        assert_eq!((place(' ').line, place(' ').column), (3, 3));
        assert_eq!((place('界').line, place('界').column), (7, 5));
    }
}
