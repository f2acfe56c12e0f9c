//! Files of every shape, and what is read of them.

use crate::diagnostics::{Code, Problems, SourceMap};
use crate::input::transcript;
use crate::model::{ByteUse, TextOffset, Transcript};

fn parse(name: &str, source: &str) -> (Transcript, Problems) {
    let mut sources = SourceMap::default();
    let file = sources.add(name, source);
    let mut problems = Problems::new();
    let read = transcript::read(name, file, sources.text(file), &mut problems);
    (read, problems)
}

/// The text; before each place where a time or voice begins `{seconds voice}`; what is wrong.
fn read(source: &str) -> (String, Vec<String>) {
    let (read, problems) = parse("t.json", source);
    let mut shown = String::new();
    for (at, c) in read.text.char_indices() {
        let at = TextOffset(at);
        let time = read.found_times.iter().find(|time| time.at == at);
        let voice = read.voices.starts.iter().find(|start| start.at == at);
        if time.is_some() || voice.is_some() {
            let time = time.map(|time| (time.time.0 as f64 / 1000.0).to_string());
            let voice = voice.map(|start| start.voice.map_or("?", |v| &read.voices.names[v]));
            let both = [time.as_deref(), voice].into_iter().flatten();
            shown += &format!("{{{}}}", both.collect::<Vec<_>>().join(" "));
        }
        shown.push(c);
    }
    (shown, problems.into_iter().map(|problem| problem.message).collect())
}

fn reads(source: &str, wanted: &str) {
    assert_eq!(read(source), (wanted.to_owned(), Vec::new()), "{source}");
}

#[test]
fn whisper_is_read_by_segments_and_its_text_is_a_copy() {
    reads(
        r#"{"text": "\u5404\u4f4d\u597d Thank you.\u5f00\u59cb", "segments": [
            {"id": 0, "start": 0.0, "end": 2.0, "text": "\u5404\u4f4d\u597d", "tokens": [1, 2],
            "avg_logprob": NaN},
            {"id": 1, "start": 2.0, "end": 2.0, "text": "", "tokens": []},
            {"id": 2, "start": 2.5, "end": 4, "text": " Thank you."},
            {"id": 3, "start": 12.0, "end": null, "text": "\u5f00\u59cb"}], "language": "zh"}"#,
        "{0}各位好 {2.5}Thank you. {12}开始",
    );
}

#[test]
fn the_language_and_pauses_of_whisper_are_known() {
    let source = r#"{"segments": [{"start": 0, "end": 2.0, "text": "好"}, {"start": 5.5, "end": 6,
            "text": "开始"}], "language": "zh"}"#;
    let (read, _) = parse("t.json", source);
    assert_eq!(read.language.as_deref(), Some("zh"));
    assert_eq!(
        read.pauses.iter().map(|(at, pause)| (at.0, pause.0)).collect::<Vec<_>>(),
        [(4, 3500)]
    );
    assert_eq!(read.account.ranges_of(ByteUse::NotUnderstood).count(), 0);
}

#[test]
fn words_that_differ_from_their_segment_are_reported() {
    let (text, problems) = read(
        r#"[{"start": 0.0, "end": 2.0, "text": "各位好", "words": [{"word": "各"}, {"word": "们"},
            {"word": "好"}]}]"#,
    );
    assert_eq!(text, "{0}各位好");
    assert_eq!(problems.len(), 1, "{problems:?}");
    let (_, problems) =
        read(r#"{"segments": [{"start": 0.0, "text": "各位好"}], "text": "各位好，再见"}"#);
    assert_eq!(problems.len(), 1, "{problems:?}");
}

#[test]
fn a_long_segment_has_the_times_of_its_words() {
    reads(
        r#"{"segments": [{"start": 0.0, "end": 9.0, "text": " One, two three.", "words": [
            {"word": " One,", "start": 0.0, "end": 0.5}, {"word": " two", "start": 4.0, "end": 5.0},
            {"word": " three.", "start": 5.5, "end": 9.0}]}]}"#,
        "{0}One, {4}two three.",
    );
}

#[test]
fn the_words_of_openai_without_marks_give_times_to_its_text() {
    reads(
        r#"{"task": "transcribe", "language": "english", "duration": 8.5,
            "text": "The beach. It's hot.",
            "words": [{"word": "The", "start": 0.25, "end": 0.5}, {"word": "beach", "start": 0.5,
            "end": 1},
            {"word": "It's", "start": 4, "end": 4.5}, {"word": "hot", "start": 4.5, "end": 5}]}"#,
        "{0.25}The beach. {4}It's hot.",
    );
    reads(r#"{"text": "各位好。", "usage": {"type": "tokens"}}"#, "各位好。");
}

#[test]
fn the_voices_of_whisperx_are_those_of_words() {
    reads(
        r#"{"segments": [
            {"start": 0.03, "end": 2.1, "text": "好3张。是", "words": [
                {"word": "好", "start": 0.03, "end": 0.4, "score": 0.6, "speaker": "SPEAKER_00"},
                {"word": "3"}, {"word": "张", "start": 0.9, "end": 1.2, "score": 0.5,
            "speaker": "SPEAKER_00"},
                {"word": "。"}, {"word": "是", "start": 1.5, "end": 1.9, "score": 0.5,
            "speaker": "SPEAKER_01"}],
             "speaker": "SPEAKER_00"},
            {"start": 2.6, "end": 3.0, "text": "嗯。", "words": [{"word": "嗯", "start": 2.6,
            "end": 2.8}, {"word": "。"}]},
            {"start": 3.1, "end": 3.5, "text": "对。", "speaker": "SPEAKER_01"}],
            "word_segments": [{"word": "好", "start": 0.03, "end": 0.4, "speaker": "SPEAKER_00"},
            {"word": "3"},
                {"word": "张"}, {"word": "。"}, {"word": "是"}, {"word": "嗯"}, {"word": "。"},
            {"word": "对"}],
            "language": "zh"}"#,
        "{0.03 SPEAKER_00}好3张。{1.5 SPEAKER_01}是 {2.6 ?}嗯。{3.1 SPEAKER_01}对。",
    );
}

#[test]
fn milliseconds_are_told_by_keys_or_by_how_fast_one_would_speak() {
    reads(
        r#"{"text": "各位好。开始。", "segments": [{"start": 380, "end": 900, "text": "各位好。",
            "speaker": 0},
            {"start": 1900, "end": 2900, "text": "开始。", "speaker": 1}], "file": "f.wav",
            "model": "paraformer", "language": "auto", "audio_duration_s": 6.0,
            "processing_s": 1.2}"#,
        "{0.38 0}各位好。{1.9 1}开始。",
    );
    reads(r#"[{"start": 380, "end": 900, "text": "各位好。"}]"#, "{0.38}各位好。");
    reads(r#"[{"start": 380, "end": 384, "text": "各位好。"}]"#, "{380}各位好。");
}

#[test]
fn chunks_of_transformers_and_lines_of_segments_are_read() {
    reads(
        r#"{"text": " 各位好 开始", "chunks": [{"timestamp": [0.0, 2.5], "text": " 各位好"},
            {"timestamp": [2.5, null], "text": " 开始"}]}"#,
        "{0}各位好 {2.5}开始",
    );
    reads(
        r#"{"text": "好 开始", "speakers": [{"speaker": "A", "text": "好", "timestamp": [0.5, 1.0]},
            {"speaker": "B", "text": "开始", "timestamp": [2.5, 3.0]}],
            "chunks": [{"timestamp": [0.5, 3.0], "text": "好 开始"}]}"#,
        "{0.5 A}好 {2.5 B}开始",
    );
    reads(
        "{\"start\": 0.5, \"text\": \"各位好\"}\r\n{\"start\": 2.5, \"text\": \"开始\"}\r\n",
        "{0.5}各位好 {2.5}开始",
    );
}

#[test]
fn whisper_cpp_is_read_without_its_tokens() {
    let source = r#"{
	"systeminfo": "AVX = 1 | ",
	"model": {"type": "base"},
	"result": {"language": "zh"},
	"transcription": [
		{
			"timestamps": {"from": "00:00:00,000", "to": "00:00:02,440"},
			"offsets": {"from": 0, "to": 2440},
			"text": "第\"一\"张",
			"tokens": [{"text": "[_BEG_]", "id": 1}, {"text": "第", "offsets": {"from": 10}},
				{"text": "FFFD"}, {"text": "张"}, {"text": "[_TT_122]"}],
			"speaker": "?"
		},
		{"offsets": {"from": 2440, "to": 3000}, "text": " All
right", "speaker": "1", "speaker_turn_next": true}
	]
}"#;
    let source = source.replace("FFFD", "\u{fffd}");
    let wanted = "{0}第\"一\"张 {2.44 1}All right";
    reads(&source, wanted);
    reads(&format!("\u{feff}{}", source.replace('\n', "\r\n")), wanted);
}

#[test]
fn funasr_is_read_by_sentences_or_by_the_times_of_characters() {
    reads(
        r#"[{"key": "a", "text": "各位好，开始。", "timestamp": [[380, 560]], "sentence_info": [
            {"text": "各位好，", "start": 380, "end": 900, "timestamp": [[380, 560]], "spk": 0},
            {"sentence": "<|zh|><|NEUTRAL|><|Speech|><|woitn|>开始。", "start": 1900, "end": 2500,
            "spk": 1}]},
            {"key": "b", "text": "<|en|>Good morning"}]"#,
        "{0.38 0}各位好，{1.9 1}开始。Good morning",
    );
    reads(
        r#"[{"key": "a", "text": "好，it's开始",
            "timestamp": [[380, 560], [580, 900], [4000, 4200], [4200, 4400]]}]"#,
        "{0.38}好，it's{4}开始",
    );
    reads(
        r#"[{"key": "a", "text": "好，开始。", "timestamps": [{"token": "好", "start_time": 0.4,
            "end_time": 0.5},
            {"token": "，"}, {"token": "开", "start_time": 4.0, "end_time": 4.2},
            {"token": "始"}]}]"#,
        "{0.4}好，{4}开始。",
    );
}

#[test]
fn bilibili_is_read_with_a_head_and_without_one() {
    let body = r#"[{"from": 0, "to": 2.1, "sid": 1, "location": 2, "content": "各位好\n欢迎",
            "music": 0.0},
        {"from": 2.1, "to": 3, "content": ""}, {"from": "4.5", "to": 6.5, "content": "♪ 音乐 ♪"}]"#;
    let wanted = "{0}各位好欢迎 {4.5}♪ 音乐 ♪";
    reads(body, wanted);
    reads(
        &format!(
            r##"{{"font_color": "#FFFFFF", "type": "AIsubtitle", "lang": "zh", "body": {body}}}"##
        ),
        wanted,
    );
}

#[test]
fn of_podcasts_a_voice_holds_and_words_are_parted_where_their_script_is() {
    reads(
        r#"{"version": "1.0.0", "segments": [
            {"speaker": "甲一", "startTime": 0.5, "endTime": 1, "body": "各位好"},
            {"startTime": 0.5, "body": "欢迎"}, {"speaker": "乙二", "startTime": 6, "endTime": 7,
            "body": "First"},
            {"startTime": 7.25, "endTime": 8.0, "body": "of\n"}, {"startTime": 8,
            "body": "all"}]}"#,
        "{0.5 甲一}各位好{0.5}欢迎 {6 乙二}First {7.25}of {8}all",
    );
}

#[test]
fn youtube_is_read_once_and_without_its_windows() {
    reads(
        r#"{"wireMagic": "pb3", "pens": [{}], "events": [{"tStartMs": 0, "dDurationMs": 11000,
            "id": 1},
            {"tStartMs": "160", "dDurationMs": 4200, "segs": [{"utf8": "good", "acAsrConf": 0},
                {"utf8": " morning", "tOffsetMs": 320}, {"utf8": " all", "tOffsetMs": 3320}]},
            {"tStartMs": 2230, "aAppend": 1, "segs": [{"utf8": "\n"}]},
            {"tStartMs": 4240, "segs": [{"utf8": "[Applause]\nmaps"}]}]}"#,
        "{0.16}good morning{3.48} all {4.24}[Applause] maps",
    );
}

#[test]
fn meeting_services_are_read_by_paragraphs() {
    let paragraphs = r#"[{"ParagraphId": "16", "SpeakerId": "1", "Words": [
        {"Id": 10, "SentenceId": 1, "Start": 380, "End": 900, "Text": "各位"}, {"Start": 900,
            "End": 1500, "Text": "好。"}]},
        {"SpeakerId": "2", "Words": [{"Start": 4200, "End": 5000, "Text": "good"}, {"Start": 5000,
            "End": 5100, "Text": "morning"}]}]"#;
    let wanted = "{0.38 1}各位好。{4.2 2}good morning";
    reads(&format!(r#"{{"Paragraphs": {paragraphs}, "AudioSegments": [[380, 1500]]}}"#), wanted);
    reads(
        &format!(r#"{{"TaskId": "0c", "Transcription": {{"Paragraphs": {paragraphs}}}}}"#),
        wanted,
    );
    for key in ["minutes", "transcripts"] {
        reads(
            &format!(
                r#"{{"more": false, "{key}": {{"paragraphs": [{{"pid": "0", "start_time": 380,
                "speaker_info": {{"userid": "u1", "username": "甲一"}}, "sentences": [
                {{"sid": "0", "words": [{{"start_time": 380, "end_time": 900, "text": "各位"}}]}},
                {{"sid": "1", "words": [{{"start_time": 900, "end_time": 1500,
            "text": "好。"}}]}}]}},
                {{"sentences": [{{"words": [{{"start_time": 1900, "text": "开始。"}}]}}]}}],
                "keywords": ["地图"]}}}}"#
            ),
            "{0.38 甲一}各位好。{1.9 ?}开始。",
        );
    }
    reads(
        r#"{"file_url": "https://example.org/a.wav", "transcripts": [{"channel_id": 0,
            "text": "各位好。开始。",
            "sentences": [{"begin_time": 380, "end_time": 900, "text": "各位好。", "speaker_id": 0,
            "words": [{"begin_time": 380, "end_time": 900, "text": "各位好", "punctuation": "。"}]},
            {"begin_time": 1900, "end_time": 2900, "text": "开始。", "speaker_id": 1}]}]}"#,
        "{0.38 0}各位好。{1.9 1}开始。",
    );
}

#[test]
fn texts_under_unknown_keys_are_reported_once_for_each_key() {
    let (text, problems) = read(
        r#"{"segments": [{"start": 0.0, "text": "好", "note": "各位", "id": "seg_01", "ok": true},
            {"start": 1.0, "text": "开始", "note": "来宾", "extra": {"list": ["下午"]}}],
            "各位": 1}"#,
    );
    assert_eq!(text, "{0}好 {1}开始");
    let wanted = [
        "2 texts under `segments[].note` are not understood and are left out: lines 1, 2",
        "the text under `segments[].extra.list[]` is not understood and is left out",
        "this key has words, is not understood and is left out",
    ];
    assert_eq!(problems, wanted);
}

#[test]
fn odd_times_cost_no_words() {
    let (text, problems) = read(
        r#"[{"start": 1e300, "end": 1, "text": "甲"}, {"start": "x", "text": "乙"}, {"start": -5,
            "text": "丙"},
            {"start": Infinity, "text": "丁"}, {"start": null, "end": [1], "text": "戊"},
            {"start": "00:01:02.5", "text": "己"}]"#,
    );
    assert_eq!(text, "甲 乙 丙 丁 戊 {62.5}己");
    assert_eq!(problems, ["the times of 4 segments cannot be read: lines 1, 3"]);
}

#[test]
fn every_character_knows_its_place_whether_escaped_or_not() {
    let source = r#"[{"start": 1.0, "text": "甲\u4e59 \ud83d\ude00\"丙"}]"#;
    let (read, problems) = parse("t.json", source);
    assert_eq!((read.text.as_str(), problems.len()), ("甲乙 😀\"丙", 0));
    let places: Vec<&str> = read
        .text
        .char_indices()
        .map(|(at, _)| &source[read.source_offset(TextOffset(at))..])
        .collect();
    for (place, wanted) in places.iter().zip(["甲", r"\u4e59", " ", r"\ud83d", r#"\""#, "丙"]) {
        assert!(place.starts_with(wanted), "{place} at {wanted}");
    }
}

#[test]
fn json_is_told_by_its_text_and_never_published_as_it_is() {
    let code = |name, source| {
        let (read, problems) = parse(name, source);
        assert!(!read.text.contains(['{', '"']), "{}", read.text);
        problems.iter().map(|problem| problem.code).collect::<Vec<_>>()
    };
    assert_eq!(code("t.md", r#"[{"from": 1.5, "to": 2, "content": "好"}]"#), [Code::FormatName]);
    assert_eq!(code("t.json", r#"{"results": ["好"]}"#), [Code::JsonShape]);
    assert_eq!(code("t.md", r#"[[0.5, "好"]]"#), [Code::FormatName, Code::JsonShape]);
    assert_eq!(code("t.json", "x{\"text\": \"好\"}"), [Code::NotUnderstood]);
    assert_eq!(code("t.json", "好{\"text\": \"好\"}"), [Code::JsonShape, Code::JsonDamaged]);
    assert_eq!(code("t.json", "[]"), []);
    assert_eq!(code("t.json", ""), []);
}

#[test]
fn a_stamp_or_a_head_in_brackets_is_no_json() {
    for text in ["[00:01] 好", "[Script Info]", "[[A]]好", "{好}", "[", "[0.00s -> 3.20s] 好"] {
        assert!(!super::recognises(text), "{text}");
    }
}

#[test]
fn of_a_file_that_was_cut_off_the_words_before_are_read() {
    let (text, problems) =
        read(r#"{"segments": [{"start": 0.0, "text": "各位好"}, {"start": 1.0, "text": "开"#);
    assert_eq!(text, "{0}各位好");
    assert_eq!(problems, ["the JSON is cut off or damaged here; nothing from here on is read"]);
}
