//! Forums of several days: which day each talk has, on its pages and in the files about it.

use serde_json::{Value, json};

use crate::harness::{Case, FORUM, SITE};

/// The good site, held on three days: the first session on the first, one of its talks too; the
/// panel on the last.
fn three_days(case: Case) -> Case {
    case.replace(FORUM, "date: 2024-07-05", "date: 2024-07-04/06")
        .replace(FORUM, "  title: 开幕\n", "  title: 开幕\n  date: 2024-07-04/05\n")
        .replace(FORUM, "    title: 开幕致辞\n", "    title: 开幕致辞\n    date: 2024-07-04\n")
        .replace(FORUM, "    title: 共识与落地\n", "    title: 共识与落地\n    date: 2024-07-06\n")
}

fn json_of(case: &Case, path: &str) -> Value {
    serde_json::from_str(&case.published(path)).unwrap()
}

#[test]
fn each_page_has_the_day_of_its_talk_and_the_forum_has_all() {
    let case = three_days(Case::new("several-days"));
    case.built();
    let page = case.published("agi/index.html");
    assert!(page.contains("<span>2024年7月4日至6日</span>"), "the days of the forum");
    assert!(page.contains("<span>2024年7月4日至5日</span>"), "the days of its first session");
    assert!(page.contains("<time datetime=\"2024-07-06\">2024年7月6日</time>"), "of its second");
    assert!(
        page.contains("<time datetime=\"2024-07-04\">2024年7月4日</time>"),
        "of the first talk"
    );
    assert!(!page.contains("datetime=\"2024-07-04/"), "an interval is no time of HTML");
    for (talk, day) in [
        ("li-hua", "<time datetime=\"2024-07-04\">2024年7月4日</time>"),
        ("tao-dacheng", "<span>2024年7月4日至5日</span>"),
        ("roundtable", "<time datetime=\"2024-07-06\">2024年7月6日</time>"),
    ] {
        assert!(case.published(&format!("agi/{talk}/index.html")).contains(day), "{talk}");
    }
    assert!(case.published("speakers/qiao-yu/index.html").contains("datetime=\"2024-07-06\""));
    assert!(case.published("agi/roundtable/index.md").contains("date: \"2024-07-06\""));
    assert!(case.published("agi/sessions/discussion/index.html").contains("2024年7月6日"));
}

#[test]
fn citations_have_the_day_of_the_talk_and_the_days_of_the_forum() {
    let case = three_days(Case::new("several-days"));
    case.built();
    let bib = case.published("agi/roundtable/cite.bib");
    assert!(bib.contains("  date = {2024-07-06},\n  year = {2024},\n  month = {7},\n  day = {6}"));
    assert!(bib.contains("  eventdate = {2024-07-04/2024-07-06}"));
    assert!(bib.starts_with("@inproceedings{roundtable-20240706,"));
    let bib = case.published("agi/tao-dacheng/cite.bib");
    assert!(bib.contains(
        "  date = {2024-07-04/2024-07-05},\n  year = {2024},\n  month = {7},\n  day = {4}"
    ));
    let csl = json_of(&case, "agi/tao-dacheng/cite.json");
    assert_eq!(csl[0]["issued"]["date-parts"], json!([[2024, 7, 4], [2024, 7, 5]]));
    assert_eq!(csl[0]["event-date"]["date-parts"], json!([[2024, 7, 4], [2024, 7, 6]]));
    assert!(case.published("agi/roundtable/cite.ris").contains("DA  - 2024/07/06"));
    let page = case.published("agi/roundtable/index.html");
    assert!(page.contains("迈向AGI：大模型焕新与产业赋能，2024年7月6日，上海"), "GB/T 7714");
    assert!(page.contains("citation_publication_date\" content=\"2024/7/6\""));
    let page = case.published("agi/tao-dacheng/index.html");
    assert!(page.contains("2024年7月4日至5日，上海"), "GB/T 7714 of a talk on one of two days");
}

#[test]
fn files_for_programs_have_the_day_of_each_talk() {
    let case = three_days(Case::new("several-days"));
    case.built();
    let data = json_of(&case, "data/agi.json");
    let days = |of: &Value| (of["date"].clone(), of["last_date"].clone());
    assert_eq!(days(&data["forum"]), (json!("2024-07-04"), json!("2024-07-06")));
    assert_eq!(days(&data["sessions"][0]), (json!("2024-07-04"), json!("2024-07-05")));
    // all talks of the session have a day, so it has theirs
    assert_eq!(days(&data["sessions"][1]), (json!("2024-07-06"), Value::Null));
    assert_eq!(days(&data["talks"][0]), (json!("2024-07-04"), Value::Null));
    assert_eq!(days(&data["talks"][1]), (json!("2024-07-04"), json!("2024-07-05")));
    let feed = case.published("agi/feed.xml");
    assert!(feed.contains("<updated>2024-07-06T00:00:00Z</updated>\n<link"), "of the feed: {feed}");
    let table = case.published("data/talks.csv");
    assert!(table.contains("agi,2024-07-04/2024-07-05,opening,tao-dacheng,"));
    assert!(table.contains("agi,2024-07-06,discussion,roundtable,"));
    let llms = case.published("llms.txt");
    assert!(llms.contains("## 迈向AGI：大模型焕新与产业赋能 · 2024-07-04/2024-07-06"));
    assert!(llms.contains("[共识与落地 · 魏凯、乔宇（待核实） · 2024-07-06]"), "{llms}");
    let page = case.published("agi/index.html");
    assert!(
        page.contains("\"startDate\":\"2024-07-04\"")
            && page.contains("\"endDate\":\"2024-07-06\"")
    );
}

#[test]
fn an_english_page_writes_several_days_in_english() {
    let case =
        three_days(Case::new("several-days")).replace(SITE, "language: zh-CN", "language: en");
    case.built();
    assert!(case.published("agi/index.html").contains("<span>4–6 July 2024</span>"));
}

#[test]
fn a_day_on_which_the_forum_is_not_is_refused() {
    Case::new("date-outside")
        .replace(FORUM, "    title: 共识与落地\n", "    title: 共识与落地\n    date: 2024-07-06\n")
        .refused()
        .screen();
}

#[test]
fn a_day_before_that_of_what_stands_above_is_noticed() {
    three_days(Case::new("dates-backwards"))
        .replace(FORUM, "  title: 讨论\n", "  title: 讨论\n  date: 2024-07-04/06\n")
        .replace(
            FORUM,
            "    title: 大模型的道与术\n",
            "    title: 大模型的道与术\n    date: 2024-07-05\n",
        )
        .built()
        .screen();
}

#[test]
fn days_in_another_form_are_corrected_in_the_help() {
    let refused = |written: &str| {
        Case::new("dates-in-another-form")
            .replace(FORUM, "date: 2024-07-05", &format!("date: {written}"))
            .refused()
    };
    refused("2024-07-04..06").screen_as("dotted.txt");
    refused("7月4日至6日").screen_as("in-chinese.txt");
    refused("2024-07-06/04").screen_as("reversed.txt");
    refused("[2024-07-04, 2024-07-06]").screen_as("in-a-list.txt");
    refused("2024.7.4-6").screen_as("with-points.txt");
}

#[test]
fn days_of_talks_make_those_of_a_forum_for_which_none_are_written() {
    let case = three_days(Case::new("several-days")).replace(FORUM, "date: 2024-07-04/06\n", "");
    case.built();
    assert!(case.published("agi/index.html").contains("<span>2024年7月4日至6日</span>"));
}
