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

/// Subtitles with a line in Chinese and one in English in each cue.
fn bilingual(case: Case, choice: &str) -> Case {
    let lines = [
        ("大家早上好，欢迎来到会场。", "Good morning and welcome."),
        ("今天我们谈三张地图。", "Today we look at three maps."),
        ("第一张是河流。", "The first shows a river."),
        ("谢谢大家。", "Thank you."),
    ];
    let cues = lines
        .iter()
        .enumerate()
        .map(|(n, (zh, en))| format!("{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{zh}\n{en}\n\n"));
    one_talk(case, "大家早上好", "")
        .remove(TRANSCRIPT)
        .write("content/agi/talks.srt", cues.collect::<String>())
        .append(FORUM, &format!("transcript: talks.srt\n{choice}"))
}

#[test]
fn subtitles_in_two_languages_are_told_and_both_are_kept() {
    let case = bilingual(Case::empty("two-languages"), "");
    case.built().screen();
    assert!(texts(&data(&case), "clean").concat().contains("Thank you."));
}

#[test]
fn of_subtitles_in_two_languages_the_chosen_lines_are_published() {
    for (language, first) in [("zh", "大家早上好，"), ("en", "Good morning")] {
        let mut case =
            bilingual(Case::empty("one-language"), &format!("language_lines: {language}\n"));
        if language == "en" {
            case = case.replace(FORUM, "from: 大家早上好", "from: Good morning");
        }
        case.built();
        let text = texts(&data(&case), "verbatim").concat();
        assert!(text.starts_with(first), "{text}");
        assert_eq!(text.contains("Thank you."), language == "en");
        assert_eq!(text.contains("谢谢大家"), language == "zh");
        let repeated = data(&case)["ledger"]["file"]["repeated"].as_u64().unwrap();
        assert!(repeated > 20, "what is left out is in the account: {repeated}");
        let page = case.published("agi/index.html");
        assert!(page.contains("没有发布"), "and on the page of the forum");
    }
}

#[test]
fn cues_of_one_time_are_lines_of_one_for_the_choice_of_a_language() {
    let case = one_talk(Case::empty("languages-in-cues"), "大家早上好", "");
    let cue = |n: usize, words: &str| format!("00:00:0{n},000 --> 00:00:0{n},900\n{words}\n\n");
    let words = ["大家早上好。", "Good morning.", "谢谢大家。", "Thank you."];
    let cues: String = words.iter().enumerate().map(|(n, words)| cue(n / 2, words)).collect();
    let case = case
        .remove(TRANSCRIPT)
        .write("content/agi/talks.srt", cues)
        .append(FORUM, "transcript: talks.srt\nlanguage_lines: zh\n");
    case.built();
    assert_eq!(texts(&data(&case), "verbatim"), ["大家早上好。谢谢大家。"]);
}

#[test]
fn a_language_that_no_line_has_is_named() {
    bilingual(Case::empty("language-not-there"), "language_lines: ja\n").built().screen();
}

#[test]
fn a_language_of_lines_that_is_not_known_is_suggested() {
    bilingual(Case::empty("language-of-lines"), "language_lines: zh-CN\n").refused().screen();
}

#[test]
fn a_recognisers_loop_is_told_with_its_lines_and_still_built() {
    let text = format!("大家早上好，今天谈地图。\n{}谢谢大家。\n", "请订阅频道\n".repeat(30));
    one_talk(Case::empty("loop"), "大家早上好", &text).built().screen();
}

#[test]
fn words_between_rules_are_said_and_only_keys_are_front_matter() {
    let case = one_talk(Case::empty("rules"), "大家早上好", "---\n大家早上好。\n---\n谢谢大家。\n");
    case.built();
    assert!(texts(&data(&case), "verbatim").concat().contains("谢谢大家。"));
    let front = one_talk(Case::empty("front"), "大家早上好", "---\ntitle: 图\n---\n大家早上好。\n");
    front.built();
    assert_eq!(texts(&data(&front), "verbatim"), ["大家早上好。"]);
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
