//! Lines of speech in Markdown (`.md`), as in the exports of most recognisers.
//!
//! ```text
//! transcript = [BOM] [front matter] [head] { line }
//! head       = "# " title            the first line that is not blank, if it begins with "# "
//! line       = image | label | [stamp] speech | blank
//! image      = an image and nothing else, as `image_line` says
//! stamp      = "[" clock [ "-->" clock ] "]" [ " " ]
//! label      = voice [ blanks | "_" ] (digits | letter)
//!              (blanks clock | "(" clock ")") [ ":" | "：" ]
//! voice      = "发言人" | "说话人" | "讲话人" | "Speaker" | "SPEAKER"
//! speech     = any other line that is not only blanks
//! ```
//!
//! Stamps are written by Whisper and by exports that give a time each minute. Labels are written by
//! Tongyi Tingwu, Feishu and others, on a line of their own above a speaker's words. Neither is
//! speech: only the time is kept, which holds from the next word on, and a label ends the words
//! before it as the end of a cue does. Front matter describes the file and is skipped.
//!
//! The recogniser's lines are arbitrary: they end in mid-sentence and in mid-number. Therefore the
//! text is the lines of speech joined without their line breaks (LF or CRLF). A space at the start
//! or end of a line separates Latin words (`…这个sing` / ` law呢…`) and stays.

use std::ops::Range;

use crate::front_matter;
use crate::input::transcript::builder::{SpeechBreak, TranscriptBuilder};
use crate::input::transcript::format::TranscriptFormat;
use crate::input::transcript::heading;
use crate::input::transcript::image_line::{NamedImage, images_of_line};
use crate::input::transcript::lines::{TextLine, lines};
use crate::input::transcript::timecode;
use crate::model::{ByteUse, Milliseconds};

/// What recognisers call a speaker whom they can only number.
const VOICES: [&str; 5] = ["发言人", "说话人", "讲话人", "Speaker", "SPEAKER"];

/// Lines of speech.
pub(super) const MARKDOWN: TranscriptFormat = TranscriptFormat {
    name: "lines of speech",
    extensions: &["md", "txt", "markdown"],
    only_transcripts: false,
    // every text may be lines of speech, so that it is read so where no other format is recognised
    recognises: |_| false,
    read,
};

fn read(builder: &mut TranscriptBuilder<'_>) {
    let source = builder.source();
    let body = front_matter::find(source).map_or(0, |(_, body)| body);
    builder.claim(0..body, ByteUse::Metadata);
    let mut begun = false;
    for line in lines(source).filter(|line| line.at >= body && !line.text.trim().is_empty()) {
        // further down, `# ` is what the recogniser wrote, of which nothing may be lost
        if !begun && let Some(title) = line.text.strip_prefix("# ") {
            builder.head(heading::parse(title));
            builder.claim(line.range(), ByteUse::Metadata);
        } else if let Some(images) = images_of_line(line.text) {
            for NamedImage { alt, path, range } in images {
                builder.image(&alt, &path, line.part(range));
            }
        } else if let Some(label) = label(line.text) {
            builder.break_at(SpeechBreak::Cue, line.at);
            builder.time(label.time, line.part(label.time_range));
            builder.voice(Some(label.voice), line.at..line.at + label.voice.len());
            builder.claim(line.range(), ByteUse::Label);
        } else {
            speech(builder, line);
        }
        begun = true;
    }
}

/// Reads a line of speech with its stamp.
fn speech(builder: &mut TranscriptBuilder<'_>, line: TextLine<'_>) {
    let length = match stamp(line.text) {
        Some((length, time)) => {
            builder.time(time, line.part(0..length));
            // the stamp includes the blank after it, so the break must keep Latin words apart
            builder.break_at(SpeechBreak::Line, line.at);
            length
        }
        None => 0,
    };
    builder.speech(line.at + length..line.at + line.text.len());
}

/// The length and the time of the stamp that a line begins with.
fn stamp(line: &str) -> Option<(usize, Milliseconds)> {
    let (inner, rest) = line.strip_prefix('[')?.split_once(']')?;
    let span = timecode::span(inner).map(|(from, _)| from);
    let time = span.or_else(|| timecode::parse(inner))?;
    let rest = rest.strip_prefix(' ').unwrap_or(rest);
    Some((line.len() - rest.len(), time))
}

/// A line that says who speaks from when on, and nothing else.
struct Label<'a> {
    /// The voice, as the line names it.
    voice: &'a str,
    time: Milliseconds,
    /// Where in the line the time is.
    time_range: Range<usize>,
}

fn label(whole: &str) -> Option<Label<'_>> {
    let line = whole.trim();
    let rest = VOICES.iter().find_map(|voice| line.strip_prefix(voice))?;
    let rest = rest.trim_start_matches([' ', '\t', '_']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let letter = usize::from(rest.starts_with(|c: char| c.is_ascii_uppercase()));
    // digits and letter are ASCII, so the slice begins at a character
    let rest = &rest[digits.max(letter)..];
    if digits == 0 && letter == 0 {
        return None;
    }
    let time = rest.trim_end_matches([':', '：']);
    let bracketed = time.trim_start().strip_prefix(['(', '（']);
    let bracketed = bracketed.and_then(|time| time.strip_suffix([')', '）']));
    // without a time, `发言人1` may begin a sentence
    let clock = bracketed.or_else(|| time.strip_prefix([' ', '\t']))?.trim();
    let start = clock.as_ptr() as usize - whole.as_ptr() as usize;
    Some(Label {
        voice: line[..line.len() - rest.len()].trim_end(),
        time: timecode::parse(clock)?,
        time_range: start..start + clock.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::SourceMap;
    use crate::model::text_timestamps::TextTimestamps;
    use crate::model::{TextOffset, TextRange, Transcript, TranscriptHead};

    fn parse(source: &str) -> (SourceMap, Transcript) {
        let mut sources = SourceMap::default();
        let file = sources.add("transcript.md", source);
        let mut builder = TranscriptBuilder::new(file, sources.text(file));
        read(&mut builder);
        let mut transcript = builder.finish(&mut Vec::new());
        transcript.times = TextTimestamps::of(&transcript.found_times).0;
        (sources, transcript)
    }

    /// The text with the time from which each of its pieces is said.
    fn timed(source: &str) -> Vec<(String, Option<u32>)> {
        let text = parse(source).1;
        let pieces = text.text.split_inclusive(' ');
        let at = |piece: &str| piece.as_ptr() as usize - text.text.as_ptr() as usize;
        pieces.map(|p| (p.to_owned(), text.moment(TextOffset(at(p))).map(|m| m.at.0))).collect()
    }

    #[test]
    fn lines_are_joined_without_their_breaks_and_keep_their_blanks() {
        let (_, t) =
            parse("# 甲 - P1 - 乙 - BV1\r\n\r\n用GP4。\r\n\r\n0到sing\r\n\r\n law呢。\r\n");
        assert_eq!(t.text, "用GP4。0到sing law呢。");
    }

    #[test]
    fn every_character_knows_its_place() {
        let (sources, t) = parse("\u{feff}# 甲\n\n你好。\n\n![](img/1.png)\n\n世界\n");
        let at = t.text.find('界').unwrap();
        let place = sources.place(t.file, t.source_offset(TextOffset(at)));
        assert_eq!((place.line, place.column), (7, 2));
        assert_eq!(t.images[0].at, TextOffset("你好。".len()));
        assert_eq!(t.images[0].path, "img/1.png");
    }

    #[test]
    fn a_heading_sign_later_on_is_speech() {
        let (_, t) = parse("你好\n# 世界\n");
        assert_eq!(t.text, "你好# 世界");
        assert_eq!(t.head, TranscriptHead::default());
    }

    #[test]
    fn the_span_of_a_range_does_not_reach_into_the_next_line() {
        let (sources, t) = parse("你好\n\n世界\n");
        let span = t.span(TextRange::new(0.."你好".len()));
        assert_eq!(&sources.text(t.file)[span.range()], "你好");
    }

    #[test]
    fn a_stamp_is_a_time_and_no_speech() {
        assert_eq!(
            timed("说了 \n[00:01:01] 然后呢 \n[01:05.500 --> 01:09.000] 好\n[对吧] 是的\n"),
            [
                ("说了 ".to_owned(), None),
                ("然后呢 ".to_owned(), Some(61)),
                ("好[对吧] ".to_owned(), Some(65)),
                ("是的".to_owned(), Some(65)),
            ]
        );
        assert_eq!(parse("[00:01] use\n[00:09] it在\n[00:11] 这里\n").1.text, "use it在这里");
    }

    #[test]
    fn a_label_is_a_time_and_ends_what_was_said() {
        let source = "---\ntitle: 甲\n---\n发言人1   00:06\n大家好\n\n发言人 2 01:00:08\n你好。\n\
            Speaker_1 01:01:00:\n嗯\n";
        let found = timed(source);
        assert_eq!(found, [("大家好 ".to_owned(), Some(6)), ("你好。嗯".to_owned(), Some(3608))]);
        let others = "SPEAKER_00 00:01\n一\n说话人A 00:09\n二\n发言人1(00:10)\n三\n";
        assert_eq!(
            timed(others),
            [("一 ".to_owned(), Some(1)), ("二 ".to_owned(), Some(9)), ("三".to_owned(), Some(10))]
        );
        assert_eq!(parse("一\r二\r\n三\n").1.text, "一二三");
        assert_eq!(
            parse("2026年05月27日 11:24\n发言人 10:30\n").1.text,
            "2026年05月27日 11:24发言人 10:30"
        );
    }
}
