//! Lyrics: `.lrc`, as players and some recorders write them.
//!
//! ```text
//! line  = { "[" key ":" value "]" } | { stamp } words
//! stamp = "[" minutes ":" seconds [ ("." | ":") fraction ] "]"
//! words = { text | "<" clock ">" }
//! ```
//!
//! Source: <https://en.wikipedia.org/wiki/LRC_(file_format)> and files of players. Several stamps
//! before one text say it several times. A stamp without words ends the words before it. `offset`
//! is in milliseconds; a positive one makes all times earlier. Other keys are no words.

use std::ops::Range;

use crate::diagnostics::Code;
use crate::input::transcript::builder::TranscriptBuilder;
use crate::input::transcript::format::TranscriptFormat;
use crate::input::transcript::lines::{TextLine, lines};
use crate::input::transcript::timecode;
use crate::input::transcript::timed_cues::{self, CuePiece, TimedCue};
use crate::input::transcript::unread::UnreadKind;
use crate::model::{ByteUse, Milliseconds};

/// Lyrics.
pub(super) const LYRICS: TranscriptFormat = TranscriptFormat {
    name: "lyrics (LRC)",
    extensions: &["lrc"],
    only_transcripts: true,
    recognises,
    read,
};

/// The keys that files of lyrics have, by which they are told from other lines with stamps.
const KEYS: [&str; 10] = ["ti", "ar", "al", "au", "by", "re", "ve", "length", "offset", "tool"];

fn recognises(text: &str) -> bool {
    let all = || lines(text).filter(|line| !line.text.trim().is_empty());
    let is_key = |line: &TextLine<'_>| {
        key(line.text.trim()).is_some_and(|(name, _)| KEYS.contains(&name.to_lowercase().as_str()))
    };
    all().take(20).any(|line| is_key(&line)) && all().any(|line| stamp(line.text).is_some())
}

fn read(builder: &mut TranscriptBuilder<'_>) {
    let (mut cues, mut offset) = (Vec::new(), 0);
    for line in lines(builder.source()) {
        if let Some((name, value)) = key(line.text.trim()) {
            if name.eq_ignore_ascii_case("offset") {
                offset = value.trim().parse().unwrap_or(offset);
            }
            builder.claim(line.range(), ByteUse::Metadata);
        } else {
            cues.extend(cues_of(builder, line));
        }
    }
    for cue in &mut cues {
        cue.start = cue.start.map(|start| shifted(start, offset));
    }
    timed_cues::build(builder, cues);
}

/// A time that is earlier by an offset in milliseconds.
fn shifted(time: Milliseconds, offset: i64) -> Milliseconds {
    let by = offset.unsigned_abs();
    Milliseconds(if offset < 0 { time.0.saturating_add(by) } else { time.0.saturating_sub(by) })
}

/// The key and value of a line that is one of them: `[ar:甲]`.
fn key(line: &str) -> Option<(&str, &str)> {
    let inner = line.strip_prefix('[')?.strip_suffix(']')?;
    let (name, value) = inner.split_once(':')?;
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphabetic() || b == b'#');
    is_name.then_some((name, value))
}

/// The length and time of the stamp that a text begins with.
fn stamp(text: &str) -> Option<(usize, Milliseconds)> {
    let end = text.strip_prefix('[')?.find(']')? + 1;
    Some((end + 1, clock(&text[1..end])?))
}

const BAD_TIME: UnreadKind = UnreadKind::new(
    Code::BadTime,
    "this stamp is no time",
    "{n} stamps are no times",
    "a stamp is written [01:02.34]; what is sung or said behind it is kept",
);

/// The length of a stamp that a text begins with and that is no time: digits and signs of times in
/// brackets.
fn spoilt_stamp(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('[')?.split_once(']')?.0;
    let is_of_time = |c: char| c.is_ascii_digit() || ":.Oo".contains(c);
    let is_stamp = inner.contains([':', '.']) && inner.chars().all(is_of_time);
    is_stamp.then_some(inner.len() + 2)
}

/// `mm:ss.xx`, `mm:ss` or `mm:ss:xx`.
fn clock(text: &str) -> Option<Milliseconds> {
    match text.rsplit_once(':') {
        Some((rest, hundredths)) if rest.contains(':') => {
            timecode::parse(&format!("{rest}.{hundredths}"))
        }
        _ => timecode::parse(text),
    }
}

/// The cues of a line: one for each of its stamps.
fn cues_of(builder: &mut TranscriptBuilder<'_>, line: TextLine<'_>) -> Vec<TimedCue> {
    let (mut at, mut stamps) = (0, Vec::new());
    while let Some((length, time)) = stamp(&line.text[at..]) {
        stamps.push((Some(time), line.part(at..at + length)));
        at += length;
    }
    for (_, range) in &stamps {
        builder.claim(range.clone(), ByteUse::Time);
    }
    if let Some(length) = spoilt_stamp(&line.text[at..]) {
        builder.unread(&BAD_TIME, line.part(at..at + length));
        at += length;
    }
    if stamps.is_empty() {
        stamps.push((None, line.at..line.at));
    }
    let pieces = pieces(builder, line.part(at..line.text.len()));
    let cue =
        |(start, time)| TimedCue { start, time, pieces: pieces.clone(), ..TimedCue::default() };
    stamps.into_iter().map(cue).collect()
}

/// The words of a line without the times of single words.
fn pieces(builder: &mut TranscriptBuilder<'_>, range: Range<usize>) -> Vec<CuePiece> {
    let source = builder.source();
    let (mut at, mut pieces) = (range.start, Vec::new());
    while at < range.end {
        let rest = &source[at..range.end];
        let timed = rest.strip_prefix('<').and_then(|inner| inner.split_once('>'));
        if let Some((inner, _)) = timed.filter(|(inner, _)| clock(inner).is_some()) {
            builder.claim(at..at + inner.len() + 2, ByteUse::Time);
            at += inner.len() + 2;
            continue;
        }
        let next = rest.char_indices().skip(1).find(|(_, c)| *c == '<');
        let length = next.map_or(rest.len(), |(at, _)| at);
        pieces.push(CuePiece::Said(at..at + length));
        at += length;
    }
    let is_blank = |piece: &CuePiece| match piece {
        CuePiece::Said(range) => source[range.clone()].trim().is_empty(),
        _ => false,
    };
    if pieces.iter().all(is_blank) { Vec::new() } else { pieces }
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Code;
    use crate::input::transcript::test_reading::{codes, timed};

    #[test]
    fn a_text_with_several_stamps_is_said_several_times() {
        let source = "[ti:图]\n[offset:-500]\n[00:00.34]一\n[00:06.55][01:10:20]二\n[00:04.06]\n\
            [00:08.90]<00:08.90>三 <00:09.60>四\n[75:03.500]五\n";
        assert_eq!(
            timed("a.lrc", source),
            [(840, "一"), (7050, "二"), (9400, "三 四"), (70_700, "二"), (4_504_000, "五")]
                .map(|(at, said)| (Some(at), None, said.to_owned()))
        );
        assert!(codes("a.lrc", source).is_empty());
        let spoilt = source.replace("[00:00.34]", "[00:60.O0]");
        assert_eq!(codes("a.lrc", &spoilt), [Code::BadTime]);
    }
}
