//! Many mistakes in one run, in every format.

use crate::harness::{CORRECTIONS, Case, FORUM, SITE, SPEAKERS};

fn many(case: Case) -> Case {
    case.replace(SITE, "language: zh-CN", "language: fr\nauthor: 某人")
        .replace(SPEAKERS, "https://example.org/tao", "javascript:alert(1)")
        .replace(FORUM, "date: 2024-07-05", "date: 2024-02-30")
        .replace(FORUM, "from: 大家好啊，今天", "from: 大家好呀，今天")
        .replace(FORUM, "- qiao-yu: 谢谢魏所长", "- qiaoyu: 谢谢魏所长")
        .replace(FORUM, "kind: opening", "kind: openning")
        .replace(CORRECTIONS, "[tao-dacheng]", "[tao]")
        .remove("content/agi/img/1.png")
}

#[test]
fn many_mistakes_come_in_one_run_sorted_by_file_and_place() {
    many(Case::new("many")).refused().screen();
}

#[test]
fn many_mistakes_are_a_line_each_in_the_short_format() {
    let case = many(Case::new("many-short"));
    case.refused_with(&["build", "--format", "short"], 1).screen();
}

#[test]
fn many_mistakes_are_data_on_stdout_in_json() {
    let case = many(Case::new("many-json"));
    case.refused_with(&["build", "--format", "json"], 1).screen().data_as("data.jsonl");
}

#[test]
fn many_mistakes_are_annotations_on_stdout_for_github() {
    let case = many(Case::new("many-github"));
    case.refused_with(&["build", "--format", "github"], 1).screen().data_as("data.txt");
}

#[test]
fn quiet_says_the_mistakes_and_nothing_else() {
    many(Case::new("many-quiet")).refused_with(&["build", "-q", "--format", "short"], 1).screen();
}

#[test]
fn quiet_says_nothing_where_all_is_well() {
    let case = Case::new("quiet");
    let ran = case.run(&["build", "--quiet"]);
    assert_eq!((ran.stderr(), ran.stdout()), (String::new(), String::new()));
}

#[test]
fn check_says_the_same_as_build() {
    many(Case::new("many-check")).refused_with(&["check", "--format", "short"], 1).screen();
}

#[test]
fn mistakes_and_a_folder_that_is_not_ours_come_in_one_run() {
    let case = many(Case::new("many-not-ours")).write("public/thesis.txt", "years of work");
    case.refused_with(&["build", "--format", "short"], 2).screen();
}

#[test]
fn an_unknown_option_is_named_with_the_nearest() {
    Case::new("unknown-option").refused_with(&["build", "--output", "x"], 2).screen();
}

#[test]
fn nothing_asked_for_shows_what_can_be_asked() {
    Case::new("no-command").refused_with(&[], 2).screen();
}
