//! Recordings and their times: offsets, written starts, several recordings of one forum.

use serde_json::Value;

use crate::harness::{Case, FORUM, TRANSCRIPT};

/// What is said at the good site, in cues of ten seconds from the first second on, with a time for
/// the first of each session's if they are in recordings of their own.
fn with_cues(case: Case, times: [u64; 4]) -> Case {
    let cues = [
        "各位来宾下午好，我是主持人陆凡。下面有请李华院长致辞。",
        "尊敬的各位来宾，大家好，欢迎来到徐汇西岸。这些年新通院做了一些工作，请大家\
         指正。谢谢大家。",
        "感谢李院长的致辞。下面请陶大成教授作主旨演讲。大家好啊，今天非常荣幸，我讲一讲大模型的\
         道与术。先说道。模型要可信，也要可解释。再说术。训练的办法很多，新通院也有测评。今天就讲到\
         这里，谢谢大家。谢谢陶院士。",
        "下面是圆桌。请魏凯所长主持。喂喂，试一下话筒。好的，各位下午好，我们开始讨论。第一个问题请\
         乔宇老师。谢谢魏所长。我觉得数据最要紧，没有数据就没有模型。好，这个回答很实在。\
         今天的圆桌到此结束。再次感谢各位，今天的论坛到此结束，再见。",
    ];
    let mut srt = String::new();
    for (number, (cue, time)) in cues.iter().zip(times).enumerate() {
        let clock = |second: u64| format!("00:{:02}:{:02},000", second / 60, second % 60);
        let (from, to) = (clock(time), clock(time + 9));
        srt += &format!("{}\n{from} --> {to}\n{cue}\n\n", number + 1);
    }
    case.remove(TRANSCRIPT).write("content/agi/talks.srt", srt).replace(
        FORUM,
        "cut:",
        "transcript: talks.srt\ncut:",
    )
}

fn data(case: &Case) -> Value {
    serde_json::from_str(&case.published("data/agi.json")).unwrap()
}

fn starts(data: &Value) -> Vec<Option<u64>> {
    let talks = data["talks"].as_array().unwrap();
    talks.iter().map(|talk| talk["start"].as_u64()).collect()
}

/// The second of each passage.
fn seconds(data: &Value) -> Vec<Option<u64>> {
    data["record"].as_array().unwrap().iter().map(|entry| entry["start"].as_u64()).collect()
}

#[test]
fn an_offset_moves_every_time_that_is_published() {
    let plain = with_cues(Case::new("offset"), [0, 10, 20, 60]);
    plain.built();
    let moved = with_cues(Case::new("offset"), [0, 10, 20, 60]).replace(
        FORUM,
        "called:",
        "offset: 5:12\ncalled:",
    );
    moved.built();
    let later = |seconds: Vec<Option<u64>>| -> Vec<Option<u64>> {
        seconds.into_iter().map(|second| second.map(|second| second + 312)).collect()
    };
    assert_eq!(starts(&data(&moved)), later(starts(&data(&plain))));
    assert_eq!(seconds(&data(&moved)), later(seconds(&data(&plain))));
    assert!(moved.published("agi/li-hua/index.html").contains("?p=31&amp;t=322"));
}

#[test]
fn words_before_the_recording_begins_lead_nowhere() {
    let case = with_cues(Case::new("offset"), [0, 10, 20, 60]).replace(
        FORUM,
        "called:",
        "offset: -15\ncalled:",
    );
    case.built();
    let seconds = seconds(&data(&case));
    assert_eq!(seconds.first(), Some(&None));
    assert_eq!(seconds.last(), Some(&Some(45)));
}

#[test]
fn no_passage_leads_to_before_the_written_start_of_its_talk() {
    let case = with_cues(Case::new("offset"), [0, 10, 20, 60]).replace(
        FORUM,
        "    title: 大模型的道与术",
        "    title: 大模型的道与术\n    start: 6:00",
    );
    case.built();
    let data = data(&case);
    let record = data["record"].as_array().unwrap();
    let of_talk = record.iter().filter(|entry| entry["talk"] == "tao-dacheng");
    for entry in of_talk.filter(|entry| entry["part"] == "talk") {
        assert!(entry["start"].as_u64() >= Some(360), "{entry}");
    }
    let seconds: Vec<u64> = seconds(&data).into_iter().flatten().collect();
    assert!(seconds.is_sorted(), "{seconds:?}");
}

#[test]
fn several_starts_that_are_late_by_as_much_propose_an_offset() {
    with_cues(Case::new("offset-proposed"), [0, 10, 20, 60])
        .replace(FORUM, "    title: 开幕致辞", "    title: 开幕致辞\n    start: 5:22")
        .replace(FORUM, "    title: 共识与落地", "    title: 共识与落地\n    start: 6:20")
        .built()
        .screen();
}

#[test]
fn an_offset_that_moves_nothing_is_named() {
    Case::new("offset-unused").replace(FORUM, "called:", "offset: 5:12\ncalled:").built().screen();
}

#[test]
fn an_offset_in_another_form_is_corrected_in_the_help() {
    Case::new("offset-wrong")
        .replace(FORUM, "called:", "offset: 5分12秒\ncalled:")
        .refused()
        .screen();
}

#[test]
fn a_talk_that_is_not_found_makes_no_start_of_another_wrong() {
    let case = with_cues(Case::new("offset"), [0, 10, 20, 60])
        .replace(FORUM, "    title: 共识与落地", "    title: 共识与落地\n    start: 1:10")
        .replace(FORUM, "from: 大家好啊，今天非常荣幸", "from: 这句话谁也没有说过");
    let screen = case.run(&["check", "--format", "short"]).stderr().to_owned();
    assert!(screen.contains("quote-not-found"), "{screen}");
    assert!(!screen.contains("starts-elsewhere"), "{screen}");
}

/// The good site with a recording for each session; the times of the second begin anew.
fn two_recordings(name: &'static str) -> Case {
    with_cues(Case::new(name), [0, 10, 20, 3]).replace(
        FORUM,
        "  title: 讨论\n",
        "  title: 讨论\n  video: {youtube: dQw4w9WgXcQ, player: true}\n  offset: 30\n",
    )
}

#[test]
fn each_passage_leads_to_the_recording_of_its_session() {
    let case = two_recordings("two-recordings");
    let built = case.run(&["build", "--format", "short"]).exits(0).stderr().to_owned();
    assert!(!built.contains("times-backwards"), "{built}");
    let first = case.published("agi/tao-dacheng/index.html");
    assert!(first.contains("BV1iT421k7Bv/?p=31&amp;t=") && !first.contains("dQw4w9WgXcQ&amp;t="));
    let second = case.published("agi/roundtable/index.html");
    assert!(second.contains("youtube.com/watch?v=dQw4w9WgXcQ&amp;t=33s"), "3 + 30 seconds");
    assert!(second.contains("youtube-nocookie.com/embed/dQw4w9WgXcQ?start="), "the player");
    assert!(second.contains("\"embedUrl\":\"https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"));
    let page = case.published("agi/index.html");
    assert!(page.contains("录像：迈向AGI：大模型焕新与产业赋能") && page.contains("录像：讨论"));
    let data = data(&case);
    assert!(data["talks"][1].get("video").is_none());
    assert_eq!(data["talks"][2]["video"]["url"], "https://www.youtube.com/watch?v=dQw4w9WgXcQ");
    let captions = case.published("agi/roundtable/captions.vtt");
    assert!(captions.contains("youtube.com/watch?v=dQw4w9WgXcQ"), "{captions}");
    assert!(captions.contains("\n00:00:3"), "from 33 seconds on: {captions}");
    assert!(!captions.contains("陶院士"), "said in the other recording: {captions}");
    for entry in data["record"].as_array().unwrap() {
        // the host's thanks for the first session are in its recording
        let second = entry["talk"] == "roundtable" && entry["part"] == "talk";
        let first = entry["talk"] == "tao-dacheng";
        let video = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
        assert!(!second || entry["video"] == video, "{entry}");
        assert!(!first || entry.get("video").is_none(), "{entry}");
    }
}

#[test]
fn times_that_begin_anew_without_another_recording_are_reported() {
    with_cues(Case::new("times-anew"), [0, 10, 20, 3]).built().screen();
}

#[test]
fn another_part_of_the_video_needs_no_id() {
    let case = with_cues(Case::new("offset"), [0, 10, 20, 3]).replace(
        FORUM,
        "  title: 讨论\n",
        "  title: 讨论\n  video: {part: 32}\n",
    );
    case.built();
    assert!(case.published("agi/roundtable/index.html").contains("BV1iT421k7Bv/?p=32&amp;t="));
}
