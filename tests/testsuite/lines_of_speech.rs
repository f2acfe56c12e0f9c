//! Transcripts as meeting tools and recognisers export them: lines with times, names and heads.

use crate::harness::{Case, TRANSCRIPT};

#[test]
fn what_may_be_times_names_and_headings_is_published_as_words_and_reported() {
    Case::new("words-like-labels")
        .replace(TRANSCRIPT, "先说道。", "先说道。\n12:30 开始吃饭。\n13:00 结束。\n")
        .replace(TRANSCRIPT, "今天就讲到这里", "\n办法：再想想。\n## 最后\n今天就讲到这里")
        .run(&["check", "--notes", "--root", "."])
        .exits(0)
        .screen();
}

#[test]
fn a_title_above_the_first_label_is_no_speech_and_is_noted() {
    let case = Case::new("title-line").change(TRANSCRIPT, |text| {
        let (_, speech) = text.split_once('\n').unwrap();
        format!("徐汇论坛\n2024年7月5日 9:30\n\n陆凡 00:00\n{}", speech.trim_start()).into_bytes()
    });
    case.run(&["check", "--notes", "--root", "."]).exits(0).screen();
}
