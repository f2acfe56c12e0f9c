//! Whatever becomes of a transcript's file, no word of it is lost in silence.
//!
//! `DAMAGES=10000 cargo test --test testsuite damaged` tries as many damages.

use forum_proceedings::diagnostics::{Problems, SourceMap};
use forum_proceedings::input::transcript;
use forum_proceedings::model::{ByteUse, Transcript};
use proptest::prelude::*;

use super::{config, line};

/// Files of JSON shapes and of tables, without Chinese in what is no speech.
const FILES: [(&str, &str); 9] = [
    (
        "whisper.json",
        r#"{"text": "\u5404\u4f4d\u597d Thank you.", "segments": [
{"id": 0, "start": 0.0, "end": 2.0, "text": "\u5404\u4f4d\u597d", "tokens": [1, 2],
"avg_logprob": NaN},
{"id": 1, "start": 2.5, "end": 4.0, "text": " Thank you."}], "language": "zh"}"#,
    ),
    (
        "whisperx.json",
        r#"{"segments": [{"start": 0.03, "end": 2.1, "text": "好三张。",
"words": [{"word": "好", "start": 0.03,
"end": 0.4, "score": 0.6, "speaker": "SPEAKER_00"}, {"word": "三"}, {"word": "张",
"speaker": "SPEAKER_01"},
{"word": "。"}], "speaker": "SPEAKER_00"}, {"start": 2.6, "text": "嗯，开始。"}],
"word_segments": [{"word": "好"}, {"word": "三"}, {"word": "张"}, {"word": "。"}],
"language": "zh"}"#,
    ),
    (
        "whisper-cpp.json",
        "{\n\t\"result\": {\"language\": \"zh\"},\n\t\
         \"transcription\": [\n\t\t{\"offsets\": {\"from\": 0, \
         \"to\": 2440}, \"text\": \"各位\\\"来宾\\\"\", \"tokens\": [{\"text\": \"[_BEG_]\"}, \
         {\"text\": \"各位\"}, \
         {\"text\": \"来宾\"}]},\n\t\t{\"offsets\": {\"from\": 2440}, \
         \"text\": \"下午好\"}\n\t]\n}",
    ),
    (
        "funasr.json",
        r#"[{"text": "各位好，开始。", "timestamp": [[380, 560]],
"sentence_info": [{"text": "各位好，",
"start": 380, "end": 900, "spk": 0}, {"text": "开始。", "start": 1900, "end": 2500, "spk": 1}]}]"#,
    ),
    (
        "bilibili.json",
        r#"{"type":"AIsubtitle","lang":"zh",
"body":[{"from":0.3,"to":2.1,"content":"各位来宾下午好"},
{"from":2.1,"to":4,"sid":2,"content":"今天谈地图"}]}"#,
    ),
    (
        "youtube.json3",
        r#"{"wireMagic": "pb3", "events": [{"tStartMs": 0, "id": 1}, {"tStartMs": 160,
"dDurationMs": 4200,
"segs": [{"utf8": "各位来宾"}, {"utf8": "下午好", "tOffsetMs": 320}]}, {"tStartMs": 2230,
"segs": [{"utf8": "开始\n了"}]}]}"#,
    ),
    (
        "tingwu.json",
        r#"{"Transcription": {"Paragraphs": [{"ParagraphId": "16", "SpeakerId": "1",
"Words": [{"Start": 380,
"End": 900, "Text": "各位"}, {"Start": 900, "Text": "下午好。"}]}], "AudioSegments": [[380,
1500]]}}"#,
    ),
    ("whisper.tsv", "start\tend\ttext\n0\t3200\t各位来宾 下午好\n3200\t6840\t今天谈地图\n"),
    ("whisper-cpp.csv", "start,end,text\n0,2440,\"各位来宾\"\n2440,5980,\"今天\"\"谈\"\"地图\"\n"),
];

fn read(name: &str, source: &str) -> (Transcript, Problems) {
    let mut sources = SourceMap::default();
    let file = sources.add(name, source);
    let mut problems = Problems::new();
    let read = transcript::read(name, file, source, &mut problems);
    (read, problems)
}

/// Every byte is accounted for once, what was said is in the text, and what is not understood is
/// reported.
fn is_accounted_for(name: &str, source: &str) -> (Transcript, Problems) {
    let (read, problems) = read(name, source);
    let mut at = 0;
    for (range, _) in read.account.ranges() {
        assert_eq!(range.start, at, "{source}");
        at = range.end;
    }
    assert_eq!(at, source.len(), "{source}");
    let lost = read.account.ranges_of(ByteUse::NotUnderstood).next();
    assert!(lost.is_none() || !problems.is_empty(), "{source}");
    (read, problems)
}

/// Every Chinese character is said, or is a copy, a voice, or not understood and reported.
fn loses_no_word(name: &str, source: &str) {
    let (read, _) = is_accounted_for(name, source);
    for (range, used) in read.account.ranges() {
        for c in source[range.clone()].chars().filter(|c| ('\u{4e00}'..'\u{a000}').contains(c)) {
            match used {
                ByteUse::Said => assert!(read.text.contains(c), "{c} in {source}"),
                ByteUse::Repeated | ByteUse::Label | ByteUse::NotUnderstood => {}
                _ => panic!("{c} is {used:?} in {source}"),
            }
        }
    }
}

fn damages() -> u32 {
    std::env::var("DAMAGES").ok().and_then(|count| count.parse().ok()).unwrap_or(256)
}

proptest! {
    #![proptest_config(config(damages()))]

    #[test]
    fn of_a_damaged_file_no_word_is_lost_in_silence(
        which in 0..FILES.len(),
        at in any::<prop::sample::Index>(),
        count in 0..40usize,
        by in prop_oneof![
            Just(String::new()), "[\\[\\]{}\",:\\\\ 0-9.\t\n甲]{1,3}".boxed(), line().boxed(),
        ],
    ) {
        let (name, whole) = FILES[which];
        let chars: Vec<char> = whole.chars().collect();
        let at = at.index(chars.len());
        let end = (at + count).min(chars.len());
        let (before, after) = (&chars[..at], &chars[end..]);
        let text = |part: &[char]| part.iter().collect::<String>();
        let damaged = format!("{}{by}{}", text(before), text(after));
        loses_no_word(name, &damaged);
    }

    #[test]
    fn the_account_of_any_json_covers_the_file(
        text in "[\\[{]( ?[\\[\\]{}:,]| ?\"(text|start|segments|word|甲|\\\\u4e00|\\\\)\"|1){0,24}",
    ) {
        is_accounted_for("t.json", &text);
    }
}

#[test]
fn a_large_hostile_file_is_read_in_time_and_without_overflow() {
    for piece in [
        "[",
        "{\"a\":",
        "\"",
        "{\"text\":\"\\u4e00\"},",
        "[1,",
        "\\",
        "0\t1\t\"好\n",
        "{\"甲\":[\"乙\",",
    ] {
        for head in ["[", "{\"segments\":[", "start,end,text\n"] {
            is_accounted_for("t.json", &format!("{head}{}", piece.repeat(100_000)));
        }
    }
}
