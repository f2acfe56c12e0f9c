//! Subtitles: SubRip (`.srt`) and WebVTT (`.vtt`).
//!
//! ```text
//! file    = [BOM] ["WEBVTT" { line }] { blank | block | cue }
//! block   = ("NOTE" | "STYLE" | "REGION") { line } blank        WebVTT only
//! cue     = [ name LF ] clock "-->" clock [ settings ] LF { line } blank
//! name    = digits                                               SubRip; any line in WebVTT
//! ```
//!
//! SubRip has no standard; this is what its own program wrote, and Whisper and FunASR write. WebVTT
//! is the W3C's (<https://www.w3.org/TR/webvtt1/>). In the lines `<…>` is a tag in WebVTT, and in
//! SubRip only where it is one of the few that players know; tags are no speech, and neither is who
//! they say speaks. What stands after an empty line and is no cue still belongs to the cue before:
//! nothing said is lost.
//!
//! The text is the lines of all cues, with a blank where a cue ends, since recognisers that write
//! subtitles give no other punctuation. Each cue's time holds from its first word on.

use super::clock;
use super::lines::{Line, lines};
use super::text::{Break, Builder};
use crate::diagnostics::{Diagnostic, FileId, Span};
use crate::input::fields::Problems;
use crate::model::Transcript;

/// The two kinds of subtitles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `.srt`
    SubRip,
    /// `.vtt`
    WebVtt,
}

/// Tags that players of SubRip know.
const TAGS: [&str; 5] = ["b", "i", "u", "s", "font"];
/// Characters that WebVTT writes by name.
const NAMED: [(&str, &str); 6] =
    [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", "")];

/// Reads subtitles.
pub fn parse(file: FileId, source: &str, kind: Kind, problems: &mut Problems) -> Transcript {
    let all: Vec<Line<'_>> = lines(source).collect();
    // a file says itself what it is, whatever its name
    let header = all.first().is_some_and(|line| line.text.starts_with("WEBVTT"));
    let kind = if header { Kind::WebVtt } else { kind };
    let mut reader = Reader { kind, builder: Builder::new(file), apart: Break::Cue, broken: 0 };
    let mut at = 0;
    if header {
        at = after_block(&all, at);
    }
    let (mut cues, mut first) = (0, None);
    while let Some(line) = all.get(at) {
        let named = all.get(at + 1).filter(|next| reader.is_name(line.text) && is_time(next.text));
        let (time, next) = if named.is_some() { (named, at + 2) } else { (Some(line), at + 1) };
        let time = time.filter(|time| is_time(time.text));
        at = next;
        if let Some(time) = time {
            cues += 1;
            reader.cue(*time, problems);
        } else if kind == Kind::WebVtt && is_block(line.text) {
            at = after_block(&all, at - 1);
        } else {
            first = first.or(Some(*line).filter(|line| !line.text.trim().is_empty()));
            reader.speech(*line);
        }
    }
    if let (0, Some(line)) = (cues, first) {
        problems.push(no_cues(Span::new(file, line.at..line.at + line.text.len())));
    }
    reader.builder.finish(problems)
}

struct Reader {
    kind: Kind,
    builder: Builder,
    /// What parts the next words from those before, and where that stands.
    apart: Break,
    broken: usize,
}

impl Reader {
    fn is_name(&self, text: &str) -> bool {
        let text = text.trim();
        let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        digits || (self.kind == Kind::WebVtt && !text.is_empty() && !is_time(text))
    }

    /// A cue begins.
    fn cue(&mut self, time: Line<'_>, problems: &mut Problems) {
        let span = time.at..time.at + time.text.len();
        self.apart = Break::Cue;
        match clock::span(time.text) {
            Some(from) => self.builder.time(from, span),
            None => {
                let file = self.builder.transcript().file;
                problems.push(bad_time(Span::new(file, span)));
            }
        }
    }

    /// A line that is said, without its tags.
    fn speech(&mut self, line: Line<'_>) {
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
        if !text.is_empty() {
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
    if kind == Kind::SubRip && text.starts_with("{\\") {
        return text.find('}').map(|end| end + 1);
    }
    let inner = text.strip_prefix('<')?;
    let end = inner.find('>')?;
    let name = inner[..end].trim_start_matches('/');
    let name = name.split([' ', '.', '=']).next().unwrap_or_default().to_ascii_lowercase();
    let known = kind == Kind::WebVtt || TAGS.contains(&name.as_str());
    known.then_some(end + 2)
}

/// Whether a line is the times of a cue, rightly written or not.
fn is_time(text: &str) -> bool {
    const ARROWS: [&str; 5] = ["-->", "->", "–>", "—>", "→"];
    let arrow = ARROWS.iter().find_map(|arrow| text.split_once(arrow));
    let digit = |text: &str| text.trim_start().starts_with(|c: char| c.is_ascii_digit());
    digit(text)
        && (text.contains("-->") || arrow.is_some_and(|(from, _)| clock::parse(from).is_some()))
}

fn is_block(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or_default();
    ["NOTE", "STYLE", "REGION"].contains(&word)
}

/// The line after the blank one that ends a block.
fn after_block(lines: &[Line<'_>], from: usize) -> usize {
    let blank = lines[from..].iter().position(|line| line.text.trim().is_empty());
    blank.map_or(lines.len(), |blank| from + blank + 1)
}

fn bad_time(span: Span) -> Diagnostic {
    Diagnostic::warning("bad-time", span, "the times of this cue cannot be read")
        .help("a cue's times are written 00:01:02,345 --> 00:01:04,000; what it says is kept")
}

fn no_cues(span: Span) -> Diagnostic {
    Diagnostic::error("no-cues", span, "there is no cue in these subtitles")
        .label("there are no times above this")
        .help("name a transcript without times `….md`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Sources;

    /// The text with its times at the beginnings of pieces, and the codes of what is wrong.
    fn read(kind: Kind, source: &str) -> (String, Vec<Option<u32>>, Vec<&'static str>) {
        let mut sources = Sources::default();
        let file = sources.add("transcript.srt", source);
        let mut problems = Vec::new();
        let found = parse(file, sources.text(file), kind, &mut problems);
        let starts = std::iter::once(0).chain(found.text.match_indices(' ').map(|(at, _)| at + 1));
        let times = starts.map(|at| found.moment(at).map(|m| m.at.0)).collect();
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
        let source = "1\n00:00:01,0 -> 00:00:02,0\n好\n";
        assert_eq!(read(Kind::SubRip, source), ("好".into(), vec![None], vec!["bad-time"]));
        let source = "WEBVTT\n\n00:01.0 --> 00:02.0\n<v 甲>好\n";
        assert_eq!(read(Kind::SubRip, source).0, "好", "by its first line");
        let source = "1\n00:00:01,0 --> 00:00:02,0\n2024\n\n年的事\n2\n00:00:05,0 --> 0:06\n一\n3\n00:00:07 -> x --> 8\n二\n";
        let (text, times, problems) = read(Kind::SubRip, source);
        assert_eq!(text, "2024年的事 一 二");
        assert_eq!(times[..2], [Some(1), Some(5)]);
        assert_eq!(problems, ["bad-time"]);
        assert_eq!(read(Kind::SubRip, "没有时间\n").2, ["no-cues"]);
        assert_eq!(read(Kind::SubRip, "").2, Vec::<&str>::new());
    }

    #[test]
    fn every_character_knows_its_place() {
        let source =
            "1\n00:00:01,0 --> 00:00:02,0\n你好\n\n2\n00:00:03,0 --> 00:00:04,0\n<i>世界</i>\n";
        let mut sources = Sources::default();
        let file = sources.add("transcript.srt", source);
        let found = parse(file, source, Kind::SubRip, &mut Vec::new());
        let place = |c| sources.place(file, found.source_offset(found.text.find(c).unwrap()));
        assert_eq!((place('好').line, place('好').column), (3, 2));
        assert_eq!((place(' ').line, place(' ').column), (3, 3));
        assert_eq!((place('界').line, place('界').column), (7, 5));
    }
}
