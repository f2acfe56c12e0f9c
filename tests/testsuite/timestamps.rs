//! Transcripts with times: subtitles, stamps and labels.

use serde_json::Value;

use crate::harness::{Case, FORUM, TRANSCRIPT};

/// Subtitles of what is said at the good site: a cue of three seconds for each of its lines.
fn subtitles(vtt: bool) -> String {
    let lines = [
        "各位来宾下午好，我是主持人陆凡。下面有请李华院长致辞。",
        "尊敬的各位来宾，",
        "大家好 欢迎来到徐汇西岸",
        "这些年新通院做了一些工作，请大家指正。谢谢大家。",
        "感谢李院长的致辞。下面请陶大成教授作主旨演讲。",
        "大家好啊，今天非常荣幸",
        "我讲一讲大模型的道与术。",
        "今天就讲到这里，谢谢大家。谢谢陶院士。下面是圆桌。请魏凯所长主持。\
         喂喂，试一下话筒。好的，",
        "各位下午好，我们开始讨论。第一个问题请乔宇老师。",
        "谢谢魏所长。我觉得数据最要紧，没有数据就没有模型。",
        "好，这个回答很实在。今天的圆桌到此结束。再次感谢各位，今天的论坛到此结束，再见。",
    ];
    let sign = if vtt { '.' } else { ',' };
    let cue = |(number, line): (usize, &&str)| {
        let (from, to) = (3 * number, 3 * number + 2);
        format!("{number}\n00:01:{from:02}{sign}090 --> 00:01:{to:02}{sign}944\n{line}\n\n")
    };
    let cues: String = lines.iter().enumerate().map(cue).collect();
    if vtt { format!("WEBVTT\n\n{cues}") } else { cues }
}

pub fn with_subtitles(case: Case, ending: &str) -> Case {
    case.remove(TRANSCRIPT)
        .write(&format!("content/agi/subtitles.{ending}"), subtitles(ending == "vtt"))
        .replace(FORUM, "cut:", &format!("transcript: subtitles.{ending}\ncut:"))
}

fn data(case: &Case) -> Value {
    serde_json::from_str(&case.published("data/agi.json")).unwrap()
}

/// The seconds at which talks begin.
fn starts(data: &Value) -> Vec<Option<u64>> {
    let talks = data["talks"].as_array().unwrap();
    talks.iter().map(|talk| talk["start"].as_u64()).collect()
}

#[test]
fn quotes_are_found_across_cues_and_talks_begin_at_their_second() {
    for ending in ["srt", "vtt"] {
        let case = with_subtitles(Case::new("subtitles"), ending);
        case.built();
        let data = data(&case);
        assert_eq!(starts(&data), [Some(63), Some(75), Some(84)]);
        let page = case.published("agi/roundtable/index.html");
        assert!(page.contains("BV1iT421k7Bv/?p=31&amp;t=87"), "乔宇 speaks from 1:27 on");
        let page = case.published("agi/li-hua/index.md");
        let line = if ending == "srt" { "subtitles.srt:7-15" } else { "subtitles.vtt:9-17" };
        assert!(
            page.contains("尊敬的各位来宾，大家好 欢迎来到徐汇西岸 这些年") && page.contains(line)
        );
    }
}

#[test]
fn a_written_start_goes_before_the_times_of_the_transcript_and_moves_those_after_it() {
    let case = with_subtitles(Case::new("subtitles"), "srt").replace(
        FORUM,
        "    title: 大模型的道与术",
        "    title: 大模型的道与术\n    start: 1:16",
    );
    case.built();
    assert_eq!(starts(&data(&case)), [Some(63), Some(76), Some(85)]);
}

#[test]
fn a_stamp_a_minute_gives_passages_the_second_that_their_place_makes_likely() {
    let speech = "我们说模型要可信。".repeat(40);
    let case = Case::new("stamped")
        .replace(TRANSCRIPT, "大家好啊，今天非常荣幸", "\n[00:02:00] 大家好啊，今天非常荣幸")
        .replace(TRANSCRIPT, "先说道。", &format!("先说道。{speech}"))
        .replace(TRANSCRIPT, "谢谢陶院士。", "[00:03:00] 谢谢陶院士。");
    case.built();
    let data = data(&case);
    assert_eq!(starts(&data)[1], Some(120));
    let record = data["record"].as_array().unwrap();
    let of_talk = record.iter().filter(|entry| entry["talk"] == "tao-dacheng");
    let told: Vec<_> = of_talk
        .filter(|entry| entry["part"] == "talk")
        .map(|entry| (entry["start"].as_u64().unwrap(), entry["start_estimated"] == true))
        .collect();
    assert_eq!(told[0], (120, false));
    assert!(told.len() > 1, "a talk of several passages");
    assert!(told[1..].iter().all(|(second, about)| (121..180).contains(second) && *about));
    let page = case.published("agi/tao-dacheng/index.html");
    assert!(page.contains("data-label=\"约2:"), "what was reckoned says so");
    assert!(!page.contains("00:02:00"), "a stamp is no speech");
}

#[test]
fn labels_are_no_speech_and_say_where_they_are_in_a_note() {
    let labelled =
        |c: Case| c.replace(TRANSCRIPT, "谢谢陶院士。", "发言人1   00:03:00\n谢谢陶院士。");
    let case = labelled(Case::new("labelled"));
    case.run(&["check", "--notes", "--root", "."]).exits(0).screen();
}

#[test]
fn subtitles_beside_the_forum_are_named_where_the_transcript_is_missing() {
    with_subtitles(Case::new("subtitles-unnamed"), "srt")
        .replace(FORUM, "transcript: subtitles.srt\n", "")
        .refused()
        .screen();
}

#[test]
fn subtitles_without_a_cue_are_refused() {
    with_subtitles(Case::new("no-cues"), "srt")
        .change("content/agi/subtitles.srt", |text| {
            let words = text.lines().filter(|line| !line.contains("-->"));
            words.collect::<Vec<_>>().join("\n").into_bytes()
        })
        .refused()
        .screen();
}

/// The good site with the same words as JSON of Whisper.
fn with_json(case: Case) -> Case {
    case.remove(TRANSCRIPT).write("content/agi/talks.json", json_of(&subtitles(false))).replace(
        FORUM,
        "cut:",
        "transcript: talks.json\ncut:",
    )
}

/// Subtitles as JSON of Whisper, a segment a line.
fn json_of(subtitles: &str) -> String {
    let lines = subtitles.lines().collect::<Vec<_>>();
    let segment = |(number, cue): (usize, &[&str])| {
        let start = 60.09 + 3.0 * number as f64;
        format!(r#"{{"start": {start:.2}, "end": {:.2}, "text": "{}"}}"#, start + 1.9, cue[2])
    };
    let segments: Vec<String> = lines.chunks(4).enumerate().map(segment).collect();
    format!("{{\"segments\": [\n{}\n], \"language\": \"zh\"}}\n", segments.join(",\n"))
}

#[test]
fn quotes_are_found_across_segments_of_json_and_talks_begin_at_their_second() {
    let case = with_json(Case::new("json"));
    case.built();
    assert_eq!(starts(&data(&case)), [Some(63), Some(75), Some(84)]);
    let page = case.published("agi/li-hua/index.md");
    assert!(page.contains("尊敬的各位来宾，大家好 欢迎来到徐汇西岸 这些年"), "{page}");
}

#[test]
fn json_of_no_known_shape_is_refused_and_says_what_is_read() {
    with_json(Case::new("json-shape"))
        .change("content/agi/talks.json", |text| text.replace("text", "said").into_bytes())
        .refused()
        .screen();
}

#[test]
fn json_with_a_missing_comma_or_unknown_texts_is_read_so_far_and_reported() {
    let spoilt = |text: &str| {
        let text = text.replace("63.09,", "63.09, \"note\": \"字幕由工具生成\",");
        let last = text.rfind("},").unwrap();
        format!("{}}} {}", &text[..last], &text[last + 2..]).into_bytes()
    };
    with_json(Case::new("json-damaged"))
        .change("content/agi/talks.json", spoilt)
        .refused()
        .screen();
}

#[test]
fn words_above_the_first_cue_are_reported_and_not_published() {
    let case = with_subtitles(Case::new("before-cues"), "srt")
        .change("content/agi/subtitles.srt", |text| {
            format!("由转写工具生成\n工具版本二\n\n{text}").into_bytes()
        });
    case.built().screen();
}

#[test]
fn times_that_cannot_be_read_or_go_backwards_are_named_and_what_they_say_is_kept() {
    let case = with_subtitles(Case::new("crooked-times"), "srt");
    let crooked = |text: &str| {
        let text = text.replace("00:01:06,090 --> 00:01:08", "00:01:06,090 --> 时间");
        text.replace("00:01:15,090", "00:00:15,090").into_bytes()
    };
    case.change("content/agi/subtitles.srt", crooked).built().screen();
}

#[test]
fn a_written_start_far_from_the_times_of_the_transcript_is_named() {
    with_subtitles(Case::new("start-elsewhere"), "srt")
        .replace(
            FORUM,
            "    title: 大模型的道与术",
            "    title: 大模型的道与术\n    start: 1:15:00",
        )
        .replace(FORUM, "- qiao-yu: 谢谢魏所长", "- qiao-yu: {quote: 谢谢魏所长, start: 0:10}")
        .built()
        .screen();
}

#[test]
fn subtitles_under_the_name_of_markdown_are_read_as_what_they_are() {
    let case = Case::new("subtitles-as-markdown").write(TRANSCRIPT, subtitles(false));
    case.run(&["check", "--notes", "--root", "."]).exits(0).screen();
}

#[test]
fn a_wrong_name_of_subtitles_is_to_be_corrected_where_it_is_written() {
    with_subtitles(Case::new("subtitles-misnamed"), "srt")
        .replace(FORUM, "subtitles.srt", "subtitle.srt")
        .refused()
        .screen();
}

#[test]
fn a_quote_with_the_times_in_it_is_told_to_do_without() {
    with_subtitles(Case::new("quote-with-times"), "srt")
        .replace(
            FORUM,
            "from: 尊敬的各位来宾，大家好",
            "from: 1 00:01:03,090 --> 00:01:05,944 尊敬的各位来宾， \
             2 00:01:06,090 --> 00:01:08,944 大家好",
        )
        .refused()
        .screen();
}

#[test]
fn what_nobody_sees_in_subtitles_is_no_speech() {
    let case = with_subtitles(Case::new("unseen"), "srt")
        .change("content/agi/subtitles.srt", |text| {
            text.replace("这些年", "这\u{200b}\u{200c}些\u{200b}年").into_bytes()
        });
    case.run(&["build", "--format", "short"]).exits(0);
    assert!(case.published("data/agi.json").contains("这些年新通院"));
    assert!(
        case.run(&["check", "--notes", "--format", "short"])
            .stderr()
            .contains("3 characters that nobody sees")
    );
}

#[test]
fn invisible_characters_in_subtitles_are_left_out_and_noted() {
    with_subtitles(Case::new("subtitles-unseen"), "srt")
        .replace("content/agi/subtitles.srt", "各位来宾下午好", "\u{200e}各位来宾下午好")
        .run(&["check", "--notes"])
        .exits(0)
        .screen();
}
