//! Subtitles: SubRip (`.srt`) and WebVTT (`.vtt`).
//!
//! ```text
//! file    = [BOM] ["WEBVTT" { line }] { blank | block | cue }
//! block   = ("NOTE" | "STYLE" | "REGION") { line } blank        WebVTT only; the last two at the top
//! cue     = [ name LF ] clock "-->" clock [ settings ] LF { line } blank
//! name    = digits                        SubRip; in WebVTT ASCII without blanks
//! ```
//!
//! SubRip has no standard; this is what its own program wrote, and Whisper and FunASR write. WebVTT
//! is the W3C's (<https://www.w3.org/TR/webvtt1/>). Tags are no speech, and neither is who they say
//! speaks. Where a file is not of this form, nothing said is lost: what stands after an empty line and is
//! no cue still belongs to the cue before, and a cue may begin without an empty line above it.
//!
//! The text is the lines of all cues, with a blank where a cue ends, since recognisers that write
//! subtitles give no other punctuation. Each cue's time holds from its first word on.

use crate::diagnostics::{Code, Diagnostic, FileId, Problems, Span};
use crate::input::transcript::builder::{Break, Builder};
use crate::input::transcript::lines::{Line, lines};
use crate::input::transcript::timecode;
use crate::model::Transcript;

/// The two kinds of subtitles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `.srt`
    SubRip,
    /// `.vtt`
    WebVtt,
}

/// Tags, those of WebVTT and those that players of SubRip know, and whether words may follow the
/// name. Whatever else stands between angle brackets is said.
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
/// No tag is longer, in bytes.
const LONGEST_TAG: usize = 256;
/// Characters that WebVTT writes by name.
const NAMED: [(&str, &str); 6] =
    [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", "")];

/// Reads subtitles.
pub fn parse(file: FileId, source: &str, kind: Kind, problems: &mut Problems) -> Transcript {
    let all: Vec<Line<'_>> = lines(source).collect();
    // a file says itself what it is, whatever its name
    let header = all.first().is_some_and(|line| line.text.starts_with("WEBVTT"));
    let kind = if header { Kind::WebVtt } else { kind };
    let mut reader = Reader {
        kind,
        builder: Builder::new(file),
        apart: Break::Cue,
        broken: 0,
        number: 0,
        cues: 0,
        first: None,
    };
    let mut at = if header { after_block(&all, 0) } else { 0 };
    // whether the line before belongs to a cue
    let mut within = false;
    while let Some(line) = all.get(at) {
        at += 1;
        let timed = || all.get(at).is_some_and(|next| is_time(next.text));
        if line.text.trim().is_empty() {
            within = false;
        } else if is_time(line.text) {
            reader.cue(*line, problems);
            within = true;
        } else if reader.is_name(line.text, within) && timed() {
            reader.number = line.text.trim().parse().unwrap_or(reader.number);
        } else if !within && reader.begins_block(line.text) {
            at = after_block(&all, at);
        } else {
            reader.speech(*line);
        }
    }
    if let (0, Some(line)) = (reader.cues, reader.first) {
        problems.push(no_cues(Span::new(file, line.at..line.at + line.text.len())));
    }
    reader.builder.finish(problems)
}

struct Reader<'a> {
    kind: Kind,
    builder: Builder,
    /// What parts the next words from those before, and where that stands.
    apart: Break,
    broken: usize,
    /// The number of the last cue that has one.
    number: u64,
    /// How many cues there were.
    cues: usize,
    /// The first line that is said.
    first: Option<Line<'a>>,
}

impl<'a> Reader<'a> {
    /// Whether a line before times is their name. Directly under what is said, only the number that
    /// comes next is one: a line of digits may as well be said.
    fn is_name(&self, text: &str, within: bool) -> bool {
        let text = text.trim();
        let number: Option<u64> = text.parse().ok();
        match (within, self.kind) {
            (true, _) => number.is_some() && number == self.number.checked_add(1),
            (false, Kind::SubRip) => number.is_some(),
            (false, Kind::WebVtt) => text.bytes().all(|b| b.is_ascii_graphic()),
        }
    }

    /// Whether a line begins a block that is no cue: a note, or before the first cue how cues look.
    fn begins_block(&self, text: &str) -> bool {
        let word = text.split_whitespace().next().unwrap_or_default();
        let looks = self.cues == 0 && ["STYLE", "REGION"].contains(&text.trim());
        self.kind == Kind::WebVtt && (word == "NOTE" || looks)
    }

    /// A cue begins.
    fn cue(&mut self, time: Line<'_>, problems: &mut Problems) {
        let span = time.at..time.at + time.text.len();
        self.apart = Break::Cue;
        self.cues += 1;
        match timecode::span(time.text) {
            Some(from) => self.builder.time(from, span),
            None => {
                let file = self.builder.transcript().file;
                problems.push(bad_time(Span::new(file, span)));
            }
        }
    }

    /// A line that is said, without its tags.
    fn speech(&mut self, line: Line<'a>) {
        self.first = self.first.or(Some(line));
        let start = line.text.len() - line.text.trim_start().len();
        let text = line.text.trim();
        let mut at = 0;
        while at < text.len() {
            let source = line.at + start + at;
            let (length, said) = piece(&text[at..], self.kind);
            if self.builder.push_seen(source, said, self.apart, self.broken) {
                self.apart = Break::None;
            }
            at += length;
        }
        // what is parted from the words before stays so where a line says nothing
        if self.apart == Break::None {
            self.apart = Break::Line;
            self.broken = line.at + line.text.len();
        }
    }
}

/// How long the first piece of a line is, and what is said with it: a tag nothing, a character that
/// is written by name that character.
fn piece(text: &str, kind: Kind) -> (usize, &str) {
    if let Some(tag) = tag(text, kind) {
        return (tag, "");
    }
    if kind == Kind::WebVtt
        && let Some((name, said)) = NAMED.iter().find(|(name, _)| text.starts_with(name))
    {
        return (name.len(), said);
    }
    let special = |(at, c): (usize, char)| at > 0 && (c == '<' || c == '{' || c == '&');
    let end = text.char_indices().find(|found| special(*found)).map_or(text.len(), |(at, _)| at);
    (end, &text[..end])
}

/// The length of the tag that a text begins with.
fn tag(text: &str, kind: Kind) -> Option<usize> {
    let end = |sign: u8| text.bytes().take(LONGEST_TAG).position(|b| b == sign);
    if kind == Kind::SubRip && text.starts_with("{\\") {
        return end(b'}').map(|end| end + 1);
    }
    if !text.starts_with('<') {
        return None;
    }
    let end = end(b'>')?;
    let inner = text[1..end].trim_start_matches('/');
    let (name, words) = inner.split_once([' ', '\t']).unwrap_or((inner, ""));
    let name = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let known = |(tag, worded): &(&str, bool)| *tag == name && (*worded || words.is_empty());
    let stamp = kind == Kind::WebVtt && timecode::parse(inner).is_some();
    (stamp || TAGS.iter().any(known)).then_some(end + 1)
}

/// Whether a line is the times of a cue, rightly written or not: it begins with a time, and an arrow
/// follows.
fn is_time(text: &str) -> bool {
    const ARROWS: [&str; 5] = ["-->", "->", "–>", "—>", "→"];
    let mut parted = ARROWS.iter().filter_map(|arrow| text.split_once(arrow));
    parted.any(|(from, _)| timecode::parse(from).is_some())
}

/// The blank line that ends a block, or the times that end it without one.
fn after_block(lines: &[Line<'_>], from: usize) -> usize {
    let blank = |line: &Line<'_>| line.text.trim().is_empty();
    let ends = lines[from..].iter().position(|line| blank(line) || is_time(line.text));
    ends.map_or(lines.len(), |end| from + end)
}

fn bad_time(span: Span) -> Diagnostic {
    Diagnostic::new(Code::BadTime, span, "the times of this cue cannot be read")
        .help("a cue's times are written 00:01:02,345 --> 00:01:04,000; what it says is kept")
}

fn no_cues(span: Span) -> Diagnostic {
    Diagnostic::new(Code::NoCues, span, "there is no cue in these subtitles")
        .label("there are no times above this")
        .help("name a transcript without times `….md`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::SourceMap;
    use crate::model::TextOffset;

    /// The text with its times at the beginnings of pieces, and the codes of what is wrong.
    fn read(kind: Kind, source: &str) -> (String, Vec<Option<u32>>, Vec<Code>) {
        let mut sources = SourceMap::default();
        let file = sources.add("transcript.srt", source);
        let mut problems = Vec::new();
        let found = parse(file, sources.text(file), kind, &mut problems);
        let starts = std::iter::once(0).chain(found.text.match_indices(' ').map(|(at, _)| at + 1));
        let times = starts.map(|at| found.moment(TextOffset(at)).map(|m| m.at.0)).collect();
        (found.text, times, problems.iter().map(|p| p.code).collect())
    }

    #[test]
    fn cues_are_parted_by_blanks_and_their_lines_only_where_words_need_it() {
        let source = "\u{feff}1\r\n00:00:01,090 --> 00:00:02,944\r\n各位朋友\r\n大家好\r\n\r\n2\r\n00:01:02,950 --> 00:01:04,000\r\n用machine\r\nlearning\r\n\r\n3\r\n00:01:08,000 --> 00:01:09,000\r\n做。\r\n\r\n4\r\n00:01:12,000 --> 00:01:14,000\r\n好\r\n";
        let (text, times, problems) = read(Kind::SubRip, source);
        assert_eq!(text, "各位朋友大家好 用machine learning 做。好");
        assert_eq!(times, [Some(1), Some(62), Some(62), Some(68)]);
        assert!(problems.is_empty());
    }

    #[test]
    fn tags_are_no_speech_and_other_brackets_are() {
        let source = "00:00:01,0 --> 00:00:02,0\n{\\an8}<i>模型</i>的a<b，<font color=\"red\">好</font>{是}\n";
        assert_eq!(read(Kind::SubRip, source).0, "模型的a<b，好{是}");
        let source = "WEBVTT - 甲\nKind: captions\n\nNOTE 乙\n丙\n\nSTYLE\n::cue {}\n\nopening\n00:01.000 --> 00:02.000 align:start\n<v 张三>大<00:01.500><c.x>家</c>&lt;好&gt;\n";
        assert_eq!(read(Kind::WebVtt, source), ("大家<好>".into(), vec![Some(1)], vec![]));
    }

    #[test]
    fn nothing_that_is_said_is_lost_in_a_crooked_file() {
        // a line of digits is said unless it is the number of the next cue
        let source = "1\n00:00:01,0 --> 00:00:02,0\n从\n2024\n00:00:03,0 --> 00:00:04,0\n2024 --> 2025年增长\n";
        assert_eq!(read(Kind::SubRip, source).0, "从2024 2024 --> 2025年增长");
        let source = "WEBVTT\n00:01.0 --> 00:02.0\n甲\n00:03.0 --> 00:04.0\n乙\n\n丙\n00:05.0 --> 00:06.0\n若a<b而c>d\nNOTE 这是重点\nSTYLE is it\n\nNOTE\n无\n\n";
        assert_eq!(read(Kind::WebVtt, source).0, "甲 乙丙 若a<b而c>d NOTE 这是重点STYLE is it");
        let source = format!(
            "{0}\n00:00:01,0 --> 00:00:02,0\n甲\n{0}\n00:00:03,0 --> 00:00:04,0\n乙\n",
            u64::MAX
        );
        assert_eq!(read(Kind::SubRip, &source).0, format!("甲{} 乙", u64::MAX));
        let source = "1\n00:00:01,0 -> 00:00:02,0\n好\n";
        assert_eq!(read(Kind::SubRip, source), ("好".into(), vec![None], vec![Code::BadTime]));
        let source = "WEBVTT\n\n00:01.0 --> 00:02.0\n<v 甲>好\n";
        assert_eq!(read(Kind::SubRip, source).0, "好", "by its first line");
        let source = "1\n00:00:01,0 --> 00:00:02,0\n2024\n\n年的事\n2\n00:00:05,0 --> 0:06\n一\n3\n00:00:07 -> x --> 8\n二\n";
        let (text, times, problems) = read(Kind::SubRip, source);
        assert_eq!(text, "2024年的事 一 二");
        assert_eq!(times[..2], [Some(1), Some(5)]);
        assert_eq!(problems, [Code::BadTime]);
        assert_eq!(read(Kind::SubRip, "没有时间\n").2, [Code::NoCues]);
        assert_eq!(read(Kind::SubRip, "").2, Vec::<Code>::new());
    }

    #[test]
    fn every_character_knows_its_place() {
        let source =
            "1\n00:00:01,0 --> 00:00:02,0\n你好\n\n2\n00:00:03,0 --> 00:00:04,0\n<i>世界</i>\n";
        let mut sources = SourceMap::default();
        let file = sources.add("transcript.srt", source);
        let found = parse(file, source, Kind::SubRip, &mut Vec::new());
        let place =
            |c| sources.place(file, found.source_offset(TextOffset(found.text.find(c).unwrap())));
        assert_eq!((place('好').line, place('好').column), (3, 2));
        assert_eq!((place(' ').line, place(' ').column), (3, 3));
        assert_eq!((place('界').line, place('界').column), (7, 5));
    }
}
