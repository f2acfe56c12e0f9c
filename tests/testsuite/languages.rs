//! The language of the interface, and how pages are marked with it.

use forum_proceedings::model::Language;
use forum_proceedings::ui_strings::UiStrings;

use crate::harness::Case;

const SITE: &str = "content/site.yaml";

#[test]
fn every_interface_has_its_own_words_and_marks_its_pages() {
    for (tag, _) in Language::ALL {
        let case = Case::new("language-of-each-interface");
        let case = case.replace(SITE, "language: zh-CN", &format!("language: {tag}"));
        case.built();
        let file = format!("{}/templates/strings/{tag}.yaml", env!("CARGO_MANIFEST_DIR"));
        let strings = UiStrings::parse(&std::fs::read_to_string(file).unwrap()).unwrap();
        for page in ["index.html", "agi/tao-dacheng/index.html", "404.html"] {
            let html = case.published(page);
            assert!(html.starts_with(&format!("<!doctype html>\n<html lang=\"{tag}\"")), "{html}");
            assert!(html.contains(strings.get("settings")), "{tag} {page}");
        }
    }
}

#[test]
fn another_tag_of_a_language_marks_the_pages_and_has_the_nearest_words() {
    for (written, lang, word) in [
        ("zh-Hant", "zh-Hant", "講者"),
        ("zh_TW", "zh-TW", "講者"),
        ("zh", "zh", "讲者"),
        ("zh-SG", "zh-SG", "讲者"),
        ("en-us", "en-US", "Speakers"),
    ] {
        let case = Case::new("language-by-another-tag");
        let case = case.replace(SITE, "language: zh-CN", &format!("language: {written}"));
        case.built();
        let html = case.published("index.html");
        assert!(html.contains(&format!("<html lang=\"{lang}\"")), "{written}: {html}");
        assert!(html.contains(word), "{written}: {html}");
        let data: serde_json::Value =
            serde_json::from_str(&case.published("data/agi.json")).unwrap();
        assert_eq!(data["forum"]["language"], lang);
    }
}

#[test]
fn an_interface_that_is_only_the_nearest_is_said_to_be() {
    let case = Case::new("nearest-language").replace(SITE, "zh-CN", "zh-HK");
    case.run(&["check", "--notes"]).exits(0).screen();
    let own = Case::new("language-of-its-own").replace(SITE, "zh-CN", "zh-Hant");
    assert!(!own.run(&["check", "--notes"]).exits(0).stderr().contains("nearest-language"));
}

#[test]
fn speech_in_other_characters_than_the_interface_is_marked() {
    let page = "agi/tao-dacheng/index.html";
    let taiwan = Case::new("simplified-in-taiwan").replace(SITE, "zh-CN", "zh-TW");
    taiwan.built();
    let html = taiwan.published(page);
    assert!(html.contains("<div class=\"record\" lang=\"zh-CN\">"), "{html}");
    let hong_kong = Case::new("simplified-in-singapore").replace(SITE, "zh-CN", "zh-SG");
    hong_kong.built();
    assert!(!hong_kong.published(page).contains(" lang=\"zh-CN\""));
}
