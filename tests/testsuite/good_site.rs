//! What must work.

use crate::harness::{CORRECTIONS, Case, FORUM, SITE, SPEAKERS, TRANSCRIPT};

#[test]
fn the_good_site_is_built_without_a_word_of_complaint() {
    let case = Case::new("good");
    case.built().screen();
    for page in
        ["index.html", "agi/li-hua/index.html", "agi/li-hua/index.md", "agi/li-hua/clean.md"]
    {
        assert!(!case.published(page).is_empty());
    }
    case.run(&["check"]).exits(0);
}

#[test]
fn windows_line_ends_and_byte_order_marks_change_nothing() {
    let texts = [SITE, SPEAKERS, FORUM, TRANSCRIPT, CORRECTIONS, "content/pages/about.md"];
    let plain = Case::new("good-crlf");
    plain.built();
    let mut windows = Case::new("good-crlf");
    for text in texts {
        windows = windows.change(text, |t| format!("\u{feff}{}", t.replace('\n', "\r\n")).into());
    }
    windows.built();
    for page in ["index.html", "agi/tao-dacheng/index.html", "data/agi.json", "about/index.html"] {
        assert_eq!(plain.published(page), windows.published(page), "{page}");
    }
}

#[test]
fn a_mistake_in_a_file_with_windows_line_ends_has_its_place() {
    Case::new("crlf-mistake")
        .replace(FORUM, "kind: keynote", "kind: keynot")
        .change(FORUM, |t| format!("\u{feff}{}", t.replace('\n', "\r\n")).into())
        .refused()
        .screen();
}

#[test]
fn text_never_becomes_markup() {
    let evil = "<script>alert(1)</script> **粗** [x](javascript:alert(1)) ![](x) ~~y~~ &amp; `z`";
    let case = Case::new("good-markup")
        .replace(TRANSCRIPT, "先说道。", &format!("先说道。{evil}"))
        .replace(FORUM, "title: 大模型的道与术", &format!("title: '{evil}'"))
        .replace(SPEAKERS, "name: 魏凯", &format!("name: '{evil}'"));
    case.built();
    case.run(&["check"]).exits(0);
    for page in [
        "index.html",
        "agi/tao-dacheng/index.html",
        "agi/record/index.html",
        "speakers/wei-kai/index.html",
    ] {
        let html = case.published(page);
        assert!(!html.contains("<script>alert") && !html.contains("href=\"javascript"), "{page}");
        assert!(html.contains("&lt;script&gt;"), "{page}");
    }
}

#[test]
fn two_forums_have_a_home_page_of_their_own() {
    let case = Case::new("good-two-forums");
    crate::harness::copy(&case.path("content/agi"), &case.path("content/agi-2"));
    case.built();
    case.run(&["check"]).exits(0);
    let home = case.published("index.html");
    assert!(
        home.contains("href=\"./agi/index.html\"") && home.contains("href=\"./agi-2/index.html\""),
        "{home}"
    );
}

#[test]
fn an_english_interface_has_no_chinese_words() {
    let case = Case::new("good-english").replace(SITE, "zh-CN", "en");
    case.built();
    let page = case.published("404.html");
    assert!(page.contains("Page not found"), "{page}");
}

#[test]
fn every_address_in_the_data_leads_to_the_words_themselves() {
    let case = Case::new("good-addresses");
    case.built();
    let data: serde_json::Value = serde_json::from_str(&case.published("data/agi.json")).unwrap();
    let mut pages = std::collections::BTreeSet::new();
    for entry in data["record"].as_array().unwrap() {
        let (page, id) = entry["url"].as_str().unwrap().split_once('#').unwrap();
        let html = case.published(&format!("{page}index.html"));
        assert!(html.contains(&format!("id=\"{id}\"")), "{entry}");
        pages.insert((entry["part"].as_str().unwrap(), page.to_owned()));
    }
    for expected in [
        ("cut", "agi/record/"),
        ("host", "agi/host/"),
        ("host", "agi/li-hua/"),
        ("talk", "agi/tao-dacheng/"),
    ] {
        assert!(pages.contains(&(expected.0, expected.1.to_owned())), "{expected:?}: {pages:?}");
    }
}
