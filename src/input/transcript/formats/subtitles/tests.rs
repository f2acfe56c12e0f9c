//! The cases of `cases.txt`, and those that a table cannot have.

use crate::diagnostics::{Problems, SourceMap};
use crate::input::transcript;
use crate::model::text_timestamps::TextTimestamps;
use crate::model::{ByteUse, TextOffset, Transcript};

/// Reads a text as a file with an extension.
fn parse(extension: &str, source: &str) -> (Transcript, Problems) {
    let mut sources = SourceMap::default();
    let name = format!("transcript.{extension}");
    let file = sources.add(&name, source);
    let mut problems = Problems::new();
    let mut found = transcript::read(&name, file, sources.text(file), &mut problems);
    found.times = TextTimestamps::of(&found.found_times).0;
    (found, problems)
}

/// What is read, a line for each time and voice, and what is reported:
///
/// ```text
/// 1.5 [甲一] words
/// ! code: message
/// ```
fn described(extension: &str, source: &str) -> String {
    let (found, problems) = parse(extension, source);
    let mut starts: Vec<usize> = found.found_times.iter().map(|time| time.at.0).collect();
    starts.extend(found.voices.starts.iter().map(|voice| voice.at.0));
    starts.push(0);
    starts.sort_unstable();
    starts.dedup();
    starts.retain(|start| *start < found.text.len());
    let mut lines = Vec::new();
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(found.text.len());
        let time = found.found_times.iter().find(|time| time.at.0 == *start);
        let time = time.map_or("-".to_owned(), |time| (time.time.0 as f64 / 1000.0).to_string());
        let voice = found.voices.starts.iter().find(|voice| voice.at.0 == *start);
        let voice = voice.map(|v| {
            v.voice.map_or("[?] ".to_owned(), |v| format!("[{}] ", found.voices.names[v]))
        });
        lines.push(format!("{time} {}{}", voice.unwrap_or_default(), &found.text[*start..end]));
    }
    lines.extend(problems.iter().map(|p| format!("! {}: {}", p.code.name(), p.message)));
    let trimmed: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    trimmed.join("\n")
}

#[test]
fn the_cases_of_the_table_hold() {
    let table = include_str!("cases.txt");
    let (mut wrong, mut actual) = (Vec::new(), String::new());
    for case in table.split("\n#### ").skip(1) {
        let (head, rest) = case.split_once('\n').unwrap();
        let (source, expected) = rest.split_once("\n----").unwrap();
        let (extension, _) = head.split_once(' ').unwrap();
        let found = described(extension, source);
        if found != expected.trim() {
            wrong.push(head);
        }
        actual += &format!("\n#### {head}\n{source}\n----\n{found}\n");
    }
    assert!(wrong.is_empty(), "wrong: {wrong:#?}\n{actual}");
}

#[test]
fn line_breaks_and_byte_order_marks_are_no_words() {
    let cues = "1\n00:00:01,000 --> 00:00:03,000\n大家\n早上好\n\n\u{feff}1\n\
        00:10:03,000 --> 00:10:05,000\n今天\u{c}\n";
    for file in [cues.to_owned(), cues.replace('\n', "\r\n"), cues.replace('\n', "\r")] {
        assert_eq!(described("srt", &file), "1 大家早上好\n603 今天", "{file:?}");
        let vtt = format!("\u{feff}WEBVTT\n\n{}", file.replace(",000", ".000"));
        assert_eq!(described("vtt", &vtt), "1 大家早上好\n603 今天", "{vtt:?}");
    }
    assert_eq!(described("srt", ""), "");
    assert_eq!(described("vtt", "WEBVTT"), "");
}

#[test]
fn webvtt_is_known_by_its_first_line_whatever_the_name() {
    let file = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v 甲>好\n";
    let found = described("srt", file);
    assert!(found.starts_with("1 [甲] 好\n! format-name"), "{found}");
}

#[test]
fn every_character_knows_its_place() {
    let source =
        "1\n00:00:01,0 --> 00:00:02,0\n你好\n\n2\n00:00:03,0 --> 00:00:04,0\n<i>世界</i>\n";
    let (found, _) = parse("srt", source);
    let place = |c: char| {
        let at = found.source_offset(TextOffset(found.text.find(c).unwrap()));
        let line = source[..at].matches('\n').count() + 1;
        (line, source[..at].chars().rev().take_while(|c| *c != '\n').count() + 1)
    };
    assert_eq!(place('好'), (3, 2));
    assert_eq!(place(' '), (3, 3));
    assert_eq!(place('界'), (7, 5));
}

#[test]
fn the_account_says_what_each_byte_is() {
    let source = "WEBVTT\n\nNOTE 译者\n\n一\n00:01.000 --> 00:02.000 line:0\n<v 甲>大<i>家</i>\n\n\
        00:02.000 --> 00:03.000\n大家\n好\n\n00:03.000 --> 00:04.000\n好\n再见\n";
    let (found, _) = parse("vtt", source);
    let of = |used| {
        let ranges = found.account.ranges_of(used);
        ranges.map(|range| &source[range.clone()]).collect::<Vec<_>>().join("|")
    };
    assert_eq!(of(ByteUse::Said), "大|家|好|再见");
    assert_eq!(of(ByteUse::Repeated), "大家|好");
    assert_eq!(of(ByteUse::Label), "甲");
    assert_eq!(of(ByteUse::Metadata), "WEBVTT|NOTE 译者| line:0");
    assert_eq!(of(ByteUse::NotUnderstood), "一");
    assert!(of(ByteUse::Time).starts_with("00:01.000 --> 00:02.000|"));
}
