//! Voices of a transcript that become turns.

use serde_json::Value;

use crate::harness::{Case, FORUM, TRANSCRIPT};

/// The roundtable with a label before each turn, and without quoted turns.
fn labelled(case: Case, voices: &str) -> Case {
    case.replace(TRANSCRIPT, "好的，各位下午好", "好的，\n\n发言人1 00:10:00\n各位下午好")
        .replace(TRANSCRIPT, "谢谢魏所长。", "发言人2 00:11:00\n谢谢魏所长。")
        .replace(TRANSCRIPT, "好，这个回答", "\n\n发言人1 00:12:00\n好，这个回答")
        .replace(TRANSCRIPT, "再次感谢各位", "发言人3 00:13:00\n再次感谢各位")
        .replace(
            FORUM,
            "    turns:\n    - wei-kai: 各位下午好，我们开始讨论\n    - qiao-yu: 谢谢魏所长\n    \
             - wei-kai: 好，这个回答很实在\n",
            "",
        )
        .replace(FORUM, "cut:", &format!("{voices}cut:"))
}

/// Who says the words that a passage begins with.
fn speaker_of(data: &Value, words: &str) -> Option<String> {
    let record = data["record"].as_array().unwrap();
    let says = |entry: &&Value| entry["verbatim"].as_str().unwrap().trim().starts_with(words);
    let entry = record.iter().find(says).unwrap_or_else(|| panic!("no passage begins {words}"));
    entry["speaker"].as_str().map(str::to_owned)
}

fn data(case: &Case) -> Value {
    serde_json::from_str(&case.published("data/agi.json")).unwrap()
}

#[test]
fn voices_that_are_mapped_are_turns() {
    let case = labelled(
        Case::new("voices-mapped"),
        "voices: {发言人 1: wei-kai, SPEAKER_02: qiao-yu, 3: lu-fan}\n",
    );
    case.built().screen();
    let data = data(&case);
    assert_eq!(speaker_of(&data, "各位下午好").as_deref(), Some("wei-kai"));
    assert_eq!(speaker_of(&data, "谢谢魏所长").as_deref(), Some("qiao-yu"));
    assert_eq!(speaker_of(&data, "好，这个回答").as_deref(), Some("wei-kai"));
    assert_eq!(speaker_of(&data, "再次感谢").as_deref(), Some("lu-fan"));
}

#[test]
fn a_quoted_turn_corrects_the_voice_until_the_voice_changes() {
    let case = labelled(Case::new("voices-corrected"), "voices: {1: wei-kai, 2: qiao-yu}\n")
        .replace(
            FORUM,
            "    to: 今天的圆桌到此结束。",
            "    to: 今天的圆桌到此结束。\n    turns:\n    - wei-kai: 谢谢魏所长",
        );
    case.built();
    let data = data(&case);
    assert_eq!(speaker_of(&data, "谢谢魏所长").as_deref(), Some("wei-kai"));
    assert_eq!(speaker_of(&data, "好，这个回答").as_deref(), Some("wei-kai"));
}

#[test]
fn a_voice_that_is_nobodys_is_one_warning_with_its_share_and_its_words_have_no_speaker() {
    let case = labelled(Case::new("voices-unmapped"), "voices: {发言人1: wei-kai}\n");
    case.run(&["check", "--notes", "--root", "."]).exits(0).screen();
    case.built();
    assert_eq!(speaker_of(&data(&case), "谢谢魏所长"), None);
}

#[test]
fn a_voice_is_not_believed_where_its_speaker_has_no_part_or_somebody_else_speaks_alone() {
    let case = labelled(Case::new("voices-doubted"), "voices: {1: wei-kai, 2: tao-dacheng}\n")
        .replace(TRANSCRIPT, "大家好啊，今天", "\n发言人1 00:02:00\n大家好啊，今天");
    case.run(&["check", "--notes", "--root", "."]).exits(0).screen();
    case.built();
    let data = data(&case);
    assert_eq!(speaker_of(&data, "大家好啊").as_deref(), Some("tao-dacheng"));
    assert_eq!(speaker_of(&data, "谢谢魏所长"), None);
}

#[test]
fn another_voice_in_a_talk_of_one_person_whose_voice_is_known_is_not_theirs() {
    let case = Case::new("voices-of-another")
        .replace(TRANSCRIPT, "大家好啊，今天", "\n发言人1 00:02:00\n大家好啊，今天")
        .replace(
            TRANSCRIPT,
            "先说道。",
            "先说道。\n\n发言人2 00:03:00\n请问有论文吗？\n\n发言人1 00:03:09\n有。",
        )
        .replace(FORUM, "cut:", "voices: {发言人1: tao-dacheng}\ncut:");
    case.built();
    let data = data(&case);
    assert_eq!(speaker_of(&data, "请问有论文吗"), None);
    assert_eq!(speaker_of(&data, "有。").as_deref(), Some("tao-dacheng"));
}

#[test]
fn the_voices_of_a_talk_outrank_those_of_the_forum() {
    let case = labelled(Case::new("voices-of-talk"), "voices: {1: wei-kai, 2: lu-fan}\n").replace(
        FORUM,
        "    to: 今天的圆桌到此结束。",
        "    to: 今天的圆桌到此结束。\n    voices: {发言人2: qiao-yu}",
    );
    case.built();
    assert_eq!(speaker_of(&data(&case), "谢谢魏所长").as_deref(), Some("qiao-yu"));
}

#[test]
fn a_voice_of_two_and_one_that_the_transcript_lacks_are_named() {
    labelled(
        Case::new("voices-wrong"),
        "voices: {发言人1: wei-kai, SPEAKER_01: qiao-yu, 发言人9: lu-fan}\n",
    )
    .refused()
    .screen();
}
