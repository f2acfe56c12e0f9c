//! Texts that are written from right to left, and that all others stay as they were.

use crate::harness::{Case, FORUM, SPEAKERS, TRANSCRIPT};

/// The good site with a talk in Arabic, given by somebody with a Hebrew name.
fn site(name: &'static str) -> Case {
    let talk = "\n  - id: maps\n    kind: talk\n    title: \"الخرائط (GPS) 2024!\"\n    \
                speakers: [dan]\n    from: صباح الخير\n    abstract: \"كلمة عن API.\"\n    \
                topics: [خرائط, 大模型]\n";
    Case::new(name)
        .append(TRANSCRIPT, "\n\nصباح الخير، هل ترون API؟ نعم. سنتحدث عن الخرائط أولا.\n")
        .append(SPEAKERS, "- {id: dan, name: דן לוי}\n")
        .append(FORUM, talk)
}

#[test]
fn titles_names_and_passages_run_from_right_to_left() {
    let case = site("right-to-left");
    case.built();
    let page = case.published("agi/maps/index.html");
    for html in [
        "<h1 dir=\"rtl\" lang=\"und\"><bdi dir=\"rtl\" lang=\"und\">الخرائط (GPS) 2024!</bdi></h1>",
        "speakers/dan/index.html\" dir=\"rtl\" lang=\"und\">דן לוי</a>",
        "<div class=\"abstract\" dir=\"rtl\" lang=\"und\">",
        " dir=\"rtl\" lang=\"und\">خرائط</a>",
        "\" dir=\"rtl\" lang=\"und\">صباح الخير، هل ترون API؟",
    ] {
        assert!(page.contains(html), "no {html} in {page}");
    }
    let programme = case.published("index.html");
    assert!(programme.contains("<bdi dir=\"rtl\" lang=\"und\">الخرائط"), "{programme}");
}

#[test]
fn the_markdown_and_pages_without_such_text_have_no_direction() {
    let case = site("right-to-left-elsewhere");
    case.built();
    let markdown = case.published("agi/maps/index.md");
    assert!(markdown.contains("الخرائط") && !markdown.contains("dir="), "{markdown}");
    // the talks before it know nothing of it but the title of the next one
    let other = case.published("agi/tao-dacheng/index.html");
    assert!(!other.contains("dir="), "{other}");
}
