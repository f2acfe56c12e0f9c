//! A programme that cannot be.

use crate::harness::{Case, FORUM};

#[test]
fn talks_that_overlap_are_named() {
    Case::new("talks-overlap")
        .replace(FORUM, "{quote: 谢谢大家。, after: 请大家指正}", "先说道。")
        .refused()
        .screen();
}

#[test]
fn talks_in_the_wrong_order_are_named() {
    Case::new("talks-out-of-order")
        .replace(FORUM, "from: 尊敬的各位来宾，大家好", "from: 再次感谢各位")
        .replace(FORUM, "    to: {quote: 谢谢大家。, after: 请大家指正}\n", "")
        .refused()
        .screen();
}

#[test]
fn a_talk_that_ends_before_it_begins_is_named() {
    Case::new("talk-inverted")
        .replace(FORUM, "to: 今天就讲到这里，谢谢大家。", "to: 下面请陶大成教授")
        .refused()
        .screen();
}

#[test]
fn two_talks_that_begin_at_the_same_words_are_named() {
    Case::new("talk-empty")
        .replace(FORUM, "    to: {quote: 谢谢大家。, after: 请大家指正}\n", "")
        .replace(FORUM, "from: 尊敬的各位来宾，大家好", "from: 大家好啊，今天非常荣幸")
        .refused()
        .screen();
}

#[test]
fn a_talk_of_which_the_cuts_leave_nothing_is_named() {
    Case::new("talk-cut-away")
        .replace(
            FORUM,
            "{from: 喂喂，试一下, to: 一下话筒。, why: 试音}",
            "{from: 尊敬的各位来宾, to: 请大家指正。谢谢大家。, why: 试音}",
        )
        .refused()
        .screen();
}

#[test]
fn a_turn_outside_its_talk_is_named() {
    Case::new("turn-outside")
        .replace(FORUM, "- qiao-yu: 谢谢魏所长", "- qiao-yu: 再次感谢各位")
        .refused()
        .screen();
}

#[test]
fn turns_in_the_wrong_order_are_named() {
    Case::new("turns-out-of-order")
        .replace(FORUM, "    - qiao-yu: 谢谢魏所长\n", "")
        .append(FORUM, "    - qiao-yu: 谢谢魏所长\n")
        .refused()
        .screen();
}

#[test]
fn hosts_in_the_wrong_order_are_named() {
    Case::new("hosts-out-of-order")
        .replace(
            FORUM,
            "sessions:",
            "hosts:\n- wei-kai: 感谢李院长的致辞\n- lu-fan: 各位来宾下午好\nsessions:",
        )
        .refused()
        .screen();
}

#[test]
fn a_panel_without_turns_is_a_warning() {
    let case = Case::new("panel-without-turns");
    case.change(FORUM, |forum| forum.split("    turns:").next().unwrap().into()).built().screen();
}

#[test]
fn cuts_that_overlap_are_named() {
    Case::new("cuts-overlap")
        .replace(FORUM, "sessions:", "- {from: 话筒。好的, to: 好的，, why: 也是}\nsessions:")
        .replace(FORUM, "to: 一下话筒。", "to: 一下话筒。好")
        .refused()
        .screen();
}

#[test]
fn a_cut_that_ends_before_it_begins_is_named() {
    Case::new("cut-inverted")
        .replace(FORUM, "to: 一下话筒。", "to: 下面是圆桌。")
        .refused()
        .screen();
}

#[test]
fn ids_that_stand_twice_are_named() {
    Case::new("duplicate-ids")
        .replace(FORUM, "  - id: roundtable", "  - id: li-hua")
        .replace(FORUM, "- id: discussion", "- id: opening")
        .refused()
        .screen();
}

#[test]
fn ids_that_the_site_needs_itself_are_named() {
    Case::new("reserved-ids")
        .replace(FORUM, "  - id: roundtable", "  - id: record")
        .rename("content/agi", "content/speakers")
        .refused()
        .screen();
}

#[test]
fn an_id_that_is_empty_is_named() {
    Case::new("empty-id").replace(FORUM, "  - id: roundtable", "  - id: \"\"").refused().screen();
}

#[test]
fn a_forum_without_talks_is_named() {
    let case = Case::new("forum-without-talks");
    case.change(FORUM, |forum| {
        [forum.split("sessions:").next().unwrap(), "sessions: []\n"].concat().into()
    })
    .refused()
    .screen();
}

#[test]
fn a_session_without_talks_is_a_warning() {
    let case = Case::new("session-without-talks");
    case.append(FORUM, "- id: break\n  title: 茶歇\n").built().screen();
}

#[test]
fn a_cut_over_the_edge_of_a_talk_is_a_warning() {
    let case = Case::new("cut-over-edge");
    let cut = "- {from: 谢谢陶院士, to: 我们开始讨论。, why: 过渡}\n";
    let cuts = "- {from: 喂喂，试一下, to: 一下话筒。, why: 试音}\n";
    case.replace(FORUM, cuts, cut).built().screen();
}

#[test]
fn a_talk_that_ends_with_the_call_of_the_next_speaker_is_a_warning() {
    let case = Case::new("host-in-talk")
        .replace(FORUM, "    to: {quote: 谢谢大家。, after: 请大家指正}\n", "")
        .replace("content/agi/transcript.md", "下面请陶大成教授", "下面有请陶大成教授");
    case.built().screen();
}

#[test]
fn a_time_before_the_one_above_it_is_a_warning_with_both_places() {
    let case = Case::new("starts-backwards")
        .replace(FORUM, "    kind: opening", "    kind: opening\n    start: 10:00")
        .replace(FORUM, "    kind: keynote", "    kind: keynote\n    start: 5:00")
        .replace(FORUM, "    kind: panel", "    kind: panel\n    start: 20:00")
        .replace(FORUM, "qiao-yu: 谢谢魏所长", "qiao-yu: {quote: 谢谢魏所长, start: 2:10}");
    case.built().screen();
}

#[test]
fn a_talk_of_two_without_turns_is_a_warning_whatever_its_kind() {
    let case = Case::new("talk-without-turns").replace(FORUM, "[li-hua]", "[li-hua, lu-fan]");
    case.built().screen();
}

#[test]
fn words_before_the_first_turn_are_a_warning() {
    let case = Case::new("late-first-turn").replace(
        FORUM,
        "    - wei-kai: 各位下午好，我们开始讨论\n",
        "",
    );
    case.built().screen();
}

#[test]
fn a_talk_whose_first_or_last_words_are_cut_is_a_warning() {
    let cuts = "why: 试音}\n- {from: 大家好啊，今天, to: 非常荣幸，, why: 客套}\n\
        - {from: 今天的圆桌, to: 圆桌到此结束。, why: 客套}";
    let case = Case::new("quote-in-cut").replace(FORUM, "why: 试音}", cuts);
    case.built().screen();
}
