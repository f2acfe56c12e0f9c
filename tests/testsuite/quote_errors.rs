//! Quotes that are not found, or are not where they should be.

use crate::harness::{Case, FORUM, TRANSCRIPT};

#[test]
fn a_quote_with_one_wrong_character_shows_the_nearest_place() {
    Case::new("quote-one-off")
        .replace(FORUM, "from: 大家好啊，今天", "from: 大家好呀，今天")
        .refused()
        .screen();
}

#[test]
fn a_quote_that_stands_nowhere_says_so() {
    Case::new("quote-nowhere")
        .replace(FORUM, "to: 今天就讲到这里，谢谢大家。", "to: 天下没有不散的筵席")
        .refused()
        .screen();
}

#[test]
fn a_quote_that_stands_twice_shows_both_places() {
    Case::new("quote-twice")
        .replace(FORUM, "{quote: 谢谢大家。, after: 请大家指正}", "谢谢大家。")
        .refused()
        .screen();
}

#[test]
fn a_quote_that_stands_often_shows_some_of_the_places() {
    Case::new("quote-often")
        .replace(FORUM, "{quote: 谢谢大家。, after: 请大家指正}", "大家")
        .refused()
        .screen();
}

#[test]
fn words_before_a_quote_that_stand_after_it_are_named() {
    Case::new("quote-not-after")
        .replace(FORUM, "after: 请大家指正", "after: 感谢各位，今天的论坛")
        .refused()
        .screen();
}

#[test]
fn words_before_a_quote_that_stand_nowhere_are_named() {
    Case::new("after-nowhere")
        .replace(FORUM, "after: 请大家指正", "after: 请大家指证")
        .refused()
        .screen();
}

#[test]
fn a_quote_without_words_is_named() {
    Case::new("quote-empty")
        .replace(FORUM, "to: 今天的圆桌到此结束。", "to: \"  \"")
        .refused()
        .screen();
}

#[test]
fn a_quote_across_lines_images_and_blanks_is_found() {
    let case = Case::new("quote-across-lines").replace(
        FORUM,
        "to: 今天就讲到这里，谢谢大家。",
        "to: 大模型的道与术。 先说道。 模型要可信",
    );
    case.built();
    assert!(case.published("agi/tao-dacheng/clean.md").contains("先说道。模型要可信"));
}

#[test]
fn a_quote_over_two_lines_of_the_file_is_shown_by_its_first() {
    Case::new("quote-folded")
        .replace(
            FORUM,
            "to: 今天就讲到这里，谢谢大家。",
            "to: >-\n      今天就讲到那里，\n      谢谢各位。",
        )
        .refused()
        .screen();
}

#[test]
fn a_quote_in_latin_letters_has_its_carets_right() {
    Case::new("quote-latin")
        .append(TRANSCRIPT, "\n\nThe scaling law holds. 完。\n")
        .replace(FORUM, "to: 今天的圆桌到此结束。", "to: \"The scaling lore holds. 完。\"")
        .refused()
        .screen();
}

#[test]
fn quotation_marks_around_a_quote_are_to_be_removed() {
    Case::new("quote-in-marks")
        .replace(FORUM, "from: 大家好啊，今天非常荣幸", "from: “大家好啊，今天非常荣幸”")
        .replace(FORUM, "to: 今天的圆桌到此结束。", "to: 「今天的圆桌到此结束。」")
        .refused()
        .screen();
}

#[test]
fn the_nearest_place_has_no_marks_at_its_ends_that_the_quote_lacks() {
    Case::new("quote-near-marks")
        .replace(FORUM, "from: 大家好啊，今天非常荣幸", "from: “我讲一件大模型的道和术”")
        .replace(FORUM, "to: 今天的圆桌到此结束。", "to: 今天的圆桌到此为止！")
        .refused()
        .screen();
}
