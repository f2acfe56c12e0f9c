//! The lines above the first label or time: a title, a date, keywords, a summary.
//!
//! ```text
//! head   = { line } [ marker ]
//! marker = "文字记录" | "Transcript" | …     what stands above it is no speech
//! ```
//!
//! Without a marker a line is of the head if it is a heading, a date, a link or begins with a key
//! (`关键词:`), or is a short first line without a full stop, as a title is. Of other lines, those
//! that cannot have been said before the first time are not understood, and the rest is said.

use super::names::is_date;
use super::survey::SurveyedLine;

/// Lines that stand between the head of a file and what was said.
const MARKERS: [&str; 13] = [
    "文字记录",
    "文字記錄",
    "转写",
    "转写内容",
    "转写结果",
    "转录",
    "逐字稿",
    "文字稿",
    "正文",
    "Transcript",
    "TRANSCRIPT",
    "Transcription",
    "Meeting Transcript",
];
/// What lines of a head begin with.
const KEYS: [&str; 36] = [
    "关键词",
    "关键字",
    "關鍵詞",
    "Keywords",
    "SUMMARY KEYWORDS",
    "SPEAKERS",
    "时间",
    "日期",
    "时长",
    "地点",
    "主题",
    "标题",
    "会议主题",
    "会议名称",
    "会议时间",
    "录制时间",
    "创建时间",
    "开始时间",
    "结束时间",
    "参会人",
    "参会人员",
    "与会人",
    "与会者",
    "主办",
    "来源",
    "链接",
    "Date",
    "Time",
    "Duration",
    "Title",
    "Topic",
    "Attendees",
    "Participants",
    "Location",
    "Source",
    "Meeting started",
];
/// What tools write below the last words.
const FOOTERS: [&str; 4] =
    ["Transcribed by https://", "Transcription ended", "Meeting ended after", "转写由"];
/// The most lines above the first label or time that are looked at.
const MOST_LINES: usize = 40;
/// The most characters of a title.
const LONGEST_TITLE: usize = 80;
/// More characters in a second than anybody can say.
const FASTEST: u64 = 15;

/// What a line above the first label or time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadLine {
    /// Something that the file says of itself.
    Metadata,
    /// Perhaps the title, by its place.
    Title,
    /// Words that cannot have been said there.
    NotSaid,
    /// Words.
    Said,
}

/// What the lines above the first label or time are.
pub fn head_of(lines: &[SurveyedLine<'_>]) -> Vec<HeadLine> {
    let first = lines.iter().position(SurveyedLine::is_marked);
    // what has more lines is no head but speech before the first label
    let Some(first) = first.filter(|first| *first <= MOST_LINES) else { return Vec::new() };
    let above = &lines[..first];
    let marker = above.iter().rposition(|line| is_marker(line.parts.line.text.trim()));
    let labelled = lines.iter().any(|line| line.is_labelled);
    let mut head = vec![HeadLine::Metadata; marker.map_or(0, |at| at + 1)];
    let (mut key_above, mut titled) = (false, false);
    let below: Vec<&SurveyedLine<'_>> = above[head.len()..].iter().collect();
    for (at, line) in below.iter().enumerate() {
        let words = line.parts.line.text.trim();
        let known = is_known(words) || line.parts.heading > 0;
        // the keywords stand below a key that is alone on its line
        let kind = if known || (key_above && !ends_sentence(words)) {
            HeadLine::Metadata
        } else if labelled && !titled && is_title(words, below.get(at + 1).copied()) {
            titled = true;
            HeadLine::Title
        } else {
            HeadLine::Said
        };
        key_above = known && words.ends_with([':', '：']);
        head.push(kind);
    }
    mark_unsaid(&mut head, above, lines[first].first_second());
    head
}

/// Words that nobody can have said before the first time are not said.
fn mark_unsaid(head: &mut [HeadLine], above: &[SurveyedLine<'_>], second: Option<u64>) {
    let Some(second) = second else { return };
    let said = || head.iter().zip(above).filter(|(kind, _)| **kind == HeadLine::Said);
    let characters: usize = said().map(|(_, line)| line.parts.line.text.chars().count()).sum();
    let possible = usize::try_from(second.saturating_mul(FASTEST)).unwrap_or(usize::MAX);
    if characters > possible {
        for kind in head.iter_mut().filter(|kind| **kind == HeadLine::Said) {
            *kind = HeadLine::NotSaid;
        }
    }
}

/// Whether a line is what a tool writes below the last words.
pub fn is_footer(text: &str) -> bool {
    FOOTERS.iter().any(|footer| text.trim().starts_with(footer))
}

fn is_marker(text: &str) -> bool {
    let text = text.trim_start_matches('#').trim().trim_matches('*');
    MARKERS.contains(&text.trim_end_matches([':', '：']).trim_end())
}

/// Whether a line says of itself that it is no speech.
fn is_known(text: &str) -> bool {
    let key = KEYS.iter().find_map(|key| text.strip_prefix(key));
    let is_key = key.is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.is_empty() || rest.starts_with([':', '：'])
    });
    let short = text.chars().count() <= LONGEST_TITLE && !ends_sentence(text);
    let link = text.contains("](") || text.contains("://");
    is_key || text.starts_with('>') || link || (short && is_date(text))
}

/// Whether a first line is a title: short, and without the marks of a sentence or with a date below
/// it.
fn is_title(text: &str, next: Option<&SurveyedLine<'_>>) -> bool {
    let plain = || !text.contains(['，', ',', '；']);
    let dated = || next.is_some_and(|next| is_known(next.parts.line.text.trim()));
    text.chars().count() <= LONGEST_TITLE
        && !text.contains('。')
        && !ends_sentence(text)
        && !has_clock(text)
        && (plain() || dated())
}

/// Whether a text has a time in it, as a label has that is not known as one.
fn has_clock(text: &str) -> bool {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = text.as_bytes();
    let is_clock = |(at, byte): (usize, &u8)| {
        *byte == b':' && at > 0 && digit(bytes.get(at - 1)) && digit(bytes.get(at + 1))
    };
    bytes.iter().enumerate().any(is_clock)
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['。', '！', '？', '!', '?', '.', '…'])
}
