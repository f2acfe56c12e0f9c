//! A site's own templates, words and static files.

use forum_proceedings::text::Rule;
use forum_proceedings::ui_strings::UiStrings;

use crate::harness::{Case, TRANSCRIPT};

#[test]
fn the_legend_of_the_compared_reading_has_the_sign_of_every_rule() {
    // blanks are in the legend where some were left out
    let case = Case::new("legend-of-signs").replace(TRANSCRIPT, "一些工作", "一些工 作");
    case.built();
    let page = case.published("agi/tao-dacheng/index.html");
    let strings = UiStrings::parse(include_str!("../../templates/strings/zh-CN.yaml")).unwrap();
    let entry = |rule: &Rule| {
        let word = |kind: &str| strings.get(&format!("{kind}_{}", rule.name())).to_owned();
        format!("<li><b>{}</b> {}</li>", word("sign"), word("why"))
    };
    let legend = page.split("<ul class=\"of-diff signs\">").nth(1).unwrap();
    let legend = legend.split("</ul>").next().unwrap();
    for rule in &Rule::ALL {
        assert!(legend.contains(&entry(rule)), "{}: {legend}", rule.name());
    }
    assert_eq!(legend.matches("<li>").count(), Rule::ALL.len() + 1, "{legend}");
}

#[test]
fn a_template_that_does_not_parse_is_named() {
    let case = Case::new("template-syntax");
    case.write("templates/404.html", "{% if view.title %}\n<p>\n").refused().screen();
}

#[test]
fn a_template_that_asks_for_what_is_not_there_is_named() {
    Case::new("template-unknown")
        .write("templates/404.html", "<h1>{{ view.titel }}</h1>\n")
        .refused()
        .screen();
}

#[test]
fn names_in_templates_that_are_not_there_are_each_named_once() {
    Case::new("template-unknown-names")
        .write("templates/404.html", "<p>{{ view.title | uppercase }}</p>\n")
        .write("templates/page.html", "甲 {{ view.title | datd }}\n")
        .refused()
        .screen();
}

#[test]
fn a_static_file_that_would_replace_a_page_is_named() {
    Case::new("static-in-the-way")
        .write("static/index.html", "<p>own</p>")
        .write("static/agi/img/1.png", "")
        .write("static/own.css", "")
        .refused()
        .screen();
}

#[test]
fn a_template_of_many_pages_is_named_once() {
    let case = Case::new("template-of-many-pages");
    case.write("templates/talk.html", "{{ view.page.talks }}\n").refused().screen();
}

#[test]
fn a_template_that_extends_nothing_is_named() {
    let case = Case::new("template-extends-nothing");
    case.write("templates/404.html", "{% extends \"bas.html\" %}\n").refused().screen();
}

#[test]
fn a_template_that_is_not_utf8_is_named() {
    Case::new("template-not-utf8").write("templates/404.html", b"\xc4\xe3").refused().screen();
}

#[test]
fn words_of_the_interface_that_are_no_yaml_are_named() {
    let case = Case::new("strings-broken");
    case.write("templates/strings/zh-CN.yaml", "home: [首页\n").refused().screen();
}

#[test]
fn words_of_the_interface_of_the_wrong_kind_are_named() {
    let case = Case::new("strings-wrong-kind");
    case.write("templates/strings/zh-CN.yaml", "home: [首页]\n").refused().screen();
}

#[test]
fn own_templates_words_and_files_go_before_the_embedded_ones() {
    let case = Case::new("own-look")
        .write("templates/404.html", "{{ t.not_found }}!")
        .write("templates/strings/zh-CN.yaml", "not_found: 查无此页\n")
        .write("static/style.css", "/* own */")
        .write("static/fonts/own.woff2", "");
    case.built();
    assert_eq!(case.published("404.html"), "查无此页!");
    assert_eq!(case.published("style.css"), "/* own */");
    assert_eq!(case.published("fonts/own.woff2"), "");
}

#[test]
fn a_broken_link_of_a_free_page_is_found_by_check() {
    let case = Case::new("broken-link").append(
        "content/pages/about.md",
        "\n[那里](../nowhere/) [这里](#nowhere) [别处](../没有/#某处)\n",
    );
    case.run(&["check"]).exits(1).screen();
}
