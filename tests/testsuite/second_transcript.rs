//! Times from a second transcript of the same recording.

use std::fs;
use std::path::Path;

use forum_proceedings::alignment::{Alignment, SpokenText};
use serde_json::Value;

use crate::harness::{Case, FORUM};

fn data(case: &Case) -> Value {
    serde_json::from_str(&case.published("data/agi.json")).unwrap()
}

/// Subtitles of the good site's recording as another recogniser writes them.
const OTHER: &str = "1\n00:01:00,000 --> 00:01:03,000\n各位来宾下午好我是主持人陆帆\n\n\
    2\n00:01:03,500 --> 00:01:06,000\n下面有请李华院长致辞\n\n\
    3\n00:01:08,000 --> 00:01:12,000\n尊敬的各位来宾大家好\n\n\
    4\n00:02:00,000 --> 00:02:04,000\n大家好今天非常荣幸\n\n\
    5\n00:02:05,000 --> 00:02:09,000\n我讲一讲大模型的道与术\n\n\
    6\n00:10:00,000 --> 00:10:04,000\n好的各位下午好我们开始讨论\n\n\
    7\n00:10:04,500 --> 00:10:08,000\n第一个问题请乔宇老师\n\n\
    8\n00:10:09,000 --> 00:10:12,000\n谢谢魏所长我觉得数据最要紧\n";

#[test]
fn a_second_transcript_gives_each_passage_its_second_and_none_of_its_words() {
    let case = Case::new("times-from-other").write("content/agi/other.srt", OTHER).replace(
        FORUM,
        "cut:",
        "times: other.srt\ncut:",
    );
    case.built();
    let data = data(&case);
    let starts: Vec<_> = data["talks"].as_array().unwrap().iter().map(|t| &t["start"]).collect();
    assert_eq!(starts, [68, 120, 600]);
    let page = case.published("agi/roundtable/index.html");
    assert!(page.contains("谢谢魏所长。"), "the text is that of the first");
    assert!(!page.contains("陆帆"), "no word is that of the second");
}

/// The good site with a second transcript that has the right words, and with no corrections.
fn heard_better(case: Case) -> Case {
    let other = OTHER.replace(
        "尊敬的各位来宾大家好",
        "尊敬的各位来宾大家好欢迎来到徐汇西岸这些年信通院做了一些工作请大家指正",
    );
    case.write("content/agi/other.srt", other)
        .write("content/agi/corrections.yaml", "[]\n")
        .replace(FORUM, "cut:", "times: other.srt\ncut:")
}

#[test]
fn what_the_second_transcript_hears_otherwise_is_proposed_in_each_form() {
    let case = heard_better(Case::new("terms"));
    let run = |arguments: &[&str]| {
        let ran = case.run(&[&["terms", "--root", "."], arguments].concat());
        ran.exits(0);
        ran.stdout()
    };
    let table = run(&[]);
    assert!(table.contains("新通 → 信通"), "{table}");
    assert!(table.contains("agi:5:"), "the line of the first place: {table}");
    let yaml = run(&["agi", "--format", "yaml"]);
    assert!(yaml.starts_with("# agi/corrections.yaml\n"), "{yaml}");
    assert!(yaml.contains("- {heard: \"新通\", meant: \"信通\"}  # "), "{yaml}");
    let json: Value = serde_json::from_str(&run(&["--format", "json"])).unwrap();
    let term = &json.as_array().unwrap()[0];
    assert_eq!((&term["heard"], &term["meant"]), (&"新通".into(), &"信通".into()));
    assert_eq!((&term["sound"], &term["count"]), (&"same".into(), &1.into()));
    // what is proposed may be pasted, and is proposed no longer
    let case = case.write("content/agi/corrections.yaml", yaml);
    assert_eq!(case.run(&["terms", "--root", "."]).stdout(), "");
    case.built();
}

#[test]
fn terms_without_a_second_transcript_say_what_is_missing_and_a_wrong_forum_is_named() {
    let case = Case::new("terms-none");
    let ran = case.run(&["terms", "--root", "."]);
    assert!(ran.exits(0).stderr().contains("name one with `times` in forum.yaml"));
    let ran = case.run(&["terms", "agy", "--root", "."]);
    assert!(ran.exits(2).stderr().contains("there is no forum `agy`; did you mean `agi`?"));
}

#[test]
fn a_transcript_of_another_recording_gives_no_times() {
    Case::new("times-unlike")
        .write(
            "content/agi/other.srt",
            "1\n00:00:01,000 --> 00:00:03,000\n今天天气很好我们一起去公园散步看花\n",
        )
        .replace(FORUM, "cut:", "times: other.srt\ncut:")
        .built()
        .screen();
}

#[test]
fn a_missing_second_transcript_is_named_by_its_key() {
    Case::new("times-missing")
        .write("content/agi/other.srt", OTHER)
        .replace(FORUM, "cut:", "times: othr.srt\ncut:")
        .refused()
        .screen();
}

/// Pseudo-random numbers (a linear congruential generator), the same in every run.
fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

#[test]
fn with_one_character_in_ten_changed_95_of_100_passages_find_their_second() {
    const PER_SECOND: usize = 5;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("content/2024-07-05-agi/transcript.md")).unwrap();
    let ours = SpokenText::of(&text);
    let (mut theirs, mut true_times, mut state) = (Vec::new(), Vec::new(), 7);
    for (index, &symbol) in ours.symbols().iter().enumerate() {
        // of ten characters one is written otherwise, left out, or heard twice
        let kept = match random(&mut state) % 30 {
            0 => vec!['错'],
            1 => vec![],
            2 => vec![symbol, '多'],
            _ => vec![symbol],
        };
        true_times.extend(kept.iter().map(|_| index / PER_SECOND));
        theirs.extend(kept);
    }
    let alignment = Alignment::of(ours.symbols(), &theirs);
    // cues of three seconds, by which each of our characters is dated
    let mut dated: Vec<(usize, usize)> = Vec::new();
    let mut last = usize::MAX;
    for (index, time) in true_times.iter().enumerate() {
        if time / 3 != last {
            last = time / 3;
            dated.extend(alignment.ours_of(index, 40).map(|at| (at, *time)));
        }
    }
    let passages: Vec<usize> = (0..ours.symbols().len()).step_by(180).collect();
    let near = passages.iter().filter(|&&at| {
        let before = dated.partition_point(|(place, _)| *place <= at);
        dated[..before].last().is_some_and(|(_, time)| (at / PER_SECOND).abs_diff(*time) <= 3)
    });
    let (near, all) = (near.count(), passages.len());
    assert!(near * 100 >= all * 95, "{near} of {all} within 3 s");
}
