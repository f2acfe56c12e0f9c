//! Transcripts without punctuation, with blanks in words, and with marks of captions.

use serde_json::Value;

use crate::harness::{Case, FORUM, SITE, SPEAKERS, TRANSCRIPT};

/// A site of one talk that is the whole transcript.
fn one_talk(case: Case, first: &str, transcript: &str) -> Case {
    let forum = format!(
        "title: 地图论坛\ndate: 2024-01-06\nsessions:\n- id: s\n  title: 上午\n  talks:\n  \
         - {{id: maps, kind: talk, title: 地图, speakers: [jia], from: {first}}}\n"
    );
    case.write(SITE, "title: 实录\n")
        .write(SPEAKERS, "- {id: jia, name: 甲一}\n")
        .write(FORUM, forum)
        .write(TRANSCRIPT, transcript)
}

fn data(case: &Case) -> Value {
    serde_json::from_str(&case.published("data/agi.json")).unwrap()
}

/// All passages of one reading.
fn texts(data: &Value, reading: &str) -> Vec<String> {
    let record = data["record"].as_array().unwrap().iter();
    record.map(|entry| entry[reading].as_str().unwrap().to_owned()).collect()
}

#[test]
fn missing_punctuation_is_noted() {
    let text = "大家早上好欢迎来到会场我们慢慢地讲一张图也慢慢地看".repeat(20);
    let case =
        one_talk(Case::empty("no-punctuation"), "各位来宾大家早上好", &format!("各位来宾{text}"));
    case.run(&["check", "--notes", "--root", "."]).exits(0).screen();
}

#[test]
fn marks_that_somebody_else_speaks_are_left_out_of_the_clean_text_and_counted() {
    let case = one_talk(
        Case::empty("speaker-changes"),
        "Good morning",
        ">> Good morning and welcome. >> Thank you. >> First the maps.\n",
    );
    case.run(&["check", "--notes", "--root", "."]).exits(0).screen();
    case.built();
    let data = data(&case);
    assert_eq!(texts(&data, "clean"), ["Good morning and welcome. Thank you. First the maps."]);
    assert!(texts(&data, "verbatim")[0].starts_with(">> Good"));
}

#[test]
fn a_blank_within_a_word_is_no_part_of_it_for_quotes_corrections_and_reading() {
    let case = one_talk(
        Case::empty("blank-within-word"),
        "大家早上好欢迎来到人工智能大会",
        "大家早上好欢迎来到人工智 能大会。今天谈地 图和道路。\n",
    )
    .write("content/agi/corrections.yaml", "- {heard: 谈地图, meant: 讲地图}\n");
    case.built();
    let data = data(&case);
    assert_eq!(texts(&data, "clean"), ["大家早上好欢迎来到人工智能大会。今天讲地图和道路。"]);
    assert_eq!(texts(&data, "verbatim"), ["大家早上好欢迎来到人工智 能大会。今天谈地 图和道路。"]);
    let page = case.published("agi/maps/index.html");
    assert!(page.contains("略去词中的空格"), "the legend explains the sign");
}

#[test]
fn what_a_recogniser_says_of_the_words_is_in_no_quote_and_not_read() {
    let case = one_talk(
        Case::empty("recogniser-tags"),
        "大家早上好。今天谈地图。",
        "<|zh|><|HAPPY|><|Speech|><|withitn|>大家早上好。<|zh|><|BGM|><|woitn|>今天谈地图。\n",
    );
    case.built();
    assert_eq!(texts(&data(&case), "clean"), ["大家早上好。今天谈地图。"]);
}
