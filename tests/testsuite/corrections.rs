//! Corrections that correct nothing, or too much.

use crate::harness::{CORRECTIONS, Case, FORUM, TRANSCRIPT};

#[test]
fn a_talk_that_is_not_there_is_named_with_the_nearest() {
    Case::new("correction-unknown-talk")
        .replace(CORRECTIONS, "[tao-dacheng]", "[tao-dachen]")
        .refused()
        .screen();
}

#[test]
fn a_correction_of_a_word_to_itself_is_named() {
    Case::new("correction-of-itself")
        .replace(CORRECTIONS, "meant: 信通院", "meant: 新通院")
        .refused()
        .screen();
}

#[test]
fn a_correction_to_nothing_is_named() {
    Case::new("correction-to-nothing")
        .replace(CORRECTIONS, "meant: 信通院", "meant: \"\"")
        .refused()
        .screen();
}

#[test]
fn a_correction_without_what_was_meant_is_named() {
    Case::new("correction-without-meant")
        .replace(CORRECTIONS, ", meant: 信通院", "")
        .refused()
        .screen();
}

#[test]
fn a_correction_that_stands_twice_is_named() {
    Case::new("correction-twice")
        .append(CORRECTIONS, "- {heard: 新通院, meant: 中国信通院}\n")
        .append(CORRECTIONS, "- {heard: 测评, meant: 评估, in: [li-hua, tao-dacheng]}\n")
        .refused()
        .screen();
}

#[test]
fn a_correction_that_changes_nothing_is_a_warning() {
    let case = Case::new("correction-unused");
    case.append(CORRECTIONS, "- {heard: 联营, meant: 联影}\n").built().screen();
}

#[test]
fn a_correction_with_blanks_around_it_is_of_the_word_alone() {
    let case = Case::new("correction-with-blanks").replace(
        CORRECTIONS,
        "heard: 新通院, meant: 信通院",
        "heard: \" 新通院 \", meant: \"信通院 \"",
    );
    case.built();
    let clean = case.published("agi/li-hua/clean.md");
    assert!(clean.contains("这些年信通院做了"), "{clean}");
}

#[test]
fn a_correction_without_what_was_heard_is_named() {
    Case::new("correction-of-blanks")
        .replace(CORRECTIONS, "heard: 新通院", "heard: \" \"")
        .refused()
        .screen();
}

#[test]
fn a_correction_limited_to_a_talk_goes_before_one_for_all() {
    let case = Case::new("correction-limited")
        .append(CORRECTIONS, "- {heard: 新通院, meant: 中国信通院, in: [tao-dacheng]}\n");
    case.built();
    assert!(case.published("agi/li-hua/clean.md").contains("这些年信通院做了"));
    assert!(case.published("agi/tao-dacheng/clean.md").contains("中国信通院也有评测"));
}

#[test]
fn a_correction_that_is_made_in_some_places_only_is_one_warning_with_the_words_it_touches() {
    Case::new("correction-partial")
        .replace(
            TRANSCRIPT,
            "没有数据就没有模型。",
            "没有数据就没有模型。数据中心也要建，数据中心不便宜，数据库要用好。",
        )
        .append(CORRECTIONS, "- {heard: 数据, meant: 数具}\n")
        .built()
        .screen();
}

#[test]
fn a_correction_that_only_touches_longer_words_names_them() {
    Case::new("correction-within")
        .append(CORRECTIONS, "- {heard: 非常荣, meant: 非尝荣}\n")
        .built()
        .screen();
}

#[test]
fn where_the_entry_names_its_talks_a_partial_correction_is_no_warning() {
    let case = Case::new("correction-partial-in-talk")
        .replace(TRANSCRIPT, "没有数据就", "数据中心也要建，没有数据就")
        .append(CORRECTIONS, "- {heard: 数据, meant: 数具, in: [roundtable]}\n");
    let ran = case.run(&["check", "--notes"]);
    ran.exits(0).screen();
}

#[test]
fn each_reason_why_a_correction_changes_nothing_is_told() {
    Case::new("correction-unused-reasons")
        .replace(FORUM, "- qiao-yu: 谢谢魏所长", "- qiao-yu: 我觉得数据最要紧")
        .append(CORRECTIONS, "- {heard: 试一下话筒, meant: 试一下麦克}\n")
        .append(CORRECTIONS, "- {heard: 圆桌到此结束, meant: 圆桌就此结束}\n")
        .append(CORRECTIONS, "- {heard: 圆桌到, meant: 圆桌就}\n")
        .append(CORRECTIONS, "- {heard: 数据, meant: 数具, in: [li-hua, tao-dacheng]}\n")
        .append(CORRECTIONS, "- {heard: 所长。我觉得, meant: 所长，我觉得}\n")
        .append(CORRECTIONS, "- {heard: 可解事, meant: 可解释}\n")
        .append(CORRECTIONS, "- {heard: 再见, meant: 再会, in: [roundtable]}\n")
        .built()
        .screen();
}
