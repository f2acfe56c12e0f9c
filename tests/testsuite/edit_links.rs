//! Where a reader corrects or reports a mistake, and the tables that are there for programs.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::harness::{Case, SITE, SPEAKERS, copy};

const EDIT: &str = "https://example.org/edit/";

/// The real forum, with links to edit and to report.
fn real() -> Case {
    let case = Case::empty("editing");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"), &case.path("content"));
    case.append(
        SITE,
        "\nbase_url: https://example.org/forum/\n\
         edit_url: https://example.org/edit/{path}#L{line}\n\
         report_url: https://example.org/new?t={title}&b={words}%0A{url}\n",
    )
}

/// The file and the line (from 1) that a link to edit leads to, with the line's words.
fn line<'a>(case: &Case, link: &'a str) -> (&'a str, usize, String) {
    let (path, number) = link.strip_prefix(EDIT).unwrap().split_once("#L").unwrap();
    let number: usize = number.parse().unwrap();
    let text = fs::read_to_string(case.path(path)).unwrap();
    (path, number, text.lines().nth(number - 1).unwrap().to_owned())
}

/// The addresses of a kind in a piece of HTML.
fn links<'a>(html: &'a str, begin: &str) -> Vec<&'a str> {
    let all = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    all.filter(|url| url.starts_with(begin)).collect()
}

#[test]
fn every_passage_of_the_real_forum_leads_to_the_line_that_an_editor_would_change() {
    let case = real();
    case.built();
    let data: Value = serde_json::from_str(&case.published("data/2024-07-05-agi.json")).unwrap();
    let (mut corrected, mut others) = (0, 0);
    for talk in data["talks"].as_array().unwrap() {
        let html = case.published(&format!("{}index.html", talk["url"].as_str().unwrap()));
        let title = links(html.split("</header>").nth(1).unwrap(), EDIT);
        let title = line(&case, title.first().unwrap());
        assert!(title.0.ends_with("forum.yaml"), "{title:?}");
        assert!(title.2.trim().starts_with("title: "), "{title:?}");
        assert!(title.2.contains(talk["title"].as_str().unwrap()), "{title:?}");
        for passage in html.split("<p class=\"passage").skip(1) {
            let passage = passage.split("</p>").next().unwrap();
            let id = passage.split("id=\"").nth(1).unwrap().split('"').next().unwrap();
            let (path, number, words) = line(&case, links(passage, EDIT)[0]);
            assert!(path.ends_with("/corrections.yaml"), "{path}");
            match passage.split("<del data-rule=\"correction\"").nth(1) {
                Some(del) => {
                    let heard = del.split('>').nth(1).unwrap().split('<').next().unwrap();
                    assert!(words.contains(&format!("heard: {heard}")), "{id}: {words}");
                    corrected += 1;
                }
                None => {
                    let file = fs::read_to_string(case.path(path)).unwrap();
                    assert_eq!(
                        number,
                        file.trim_end().lines().count(),
                        "{id}: the end of the file"
                    );
                    others += 1;
                }
            }
            let report = links(passage, "https://example.org/new?t=");
            assert!(report[0].ends_with(&format!("%23{id}")), "{}", report[0]);
            assert!(report[0].is_ascii() && !report[0].contains([' ', '<', '\'']), "{}", report[0]);
        }
    }
    assert!(corrected > 100 && others > 100, "{corrected} corrected, {others} others");
    for speaker in data["speakers"].as_array().unwrap() {
        let html = case.published(&format!("{}index.html", speaker["url"].as_str().unwrap()));
        let (path, _, words) = line(&case, links(&html, EDIT)[0]);
        assert_eq!(path, SPEAKERS);
        assert!(words.contains(speaker["name"].as_str().unwrap()), "{words}");
    }
}

#[test]
fn where_no_address_is_set_nothing_is_shown() {
    let case = Case::new("editing");
    case.built();
    for page in ["agi/roundtable/index.html", "agi/record/index.html", "speakers/li-hua/index.html"]
    {
        let html = case.published(page);
        assert!(!html.contains("class=\"beside\"") && !html.contains("nofollow"), "{page}");
    }
}

#[test]
fn a_table_is_read_back_as_it_was_written() {
    let title = "=HYPERLINK(\"x\"), 教授";
    let case = Case::new("tables").replace(
        SPEAKERS,
        "  affiliation: 南洋理工大学",
        &format!("  title: '{title}'\n  affiliation: 南洋理工大学"),
    );
    case.built();
    for (path, columns) in [("data/talks.csv", 12), ("data/speakers.csv", 9)] {
        let rows = read(&case.published(path));
        assert!(rows.len() > 3 && rows.iter().all(|row| row.len() == columns), "{path}: {rows:?}");
    }
    let speakers = read(&case.published("data/speakers.csv"));
    let tao = speakers.iter().find(|row| row[0] == "tao-dacheng").unwrap();
    assert_eq!(tao[5], format!("'{title}"), "no spreadsheet takes it for a formula");
    assert_eq!((tao[2].as_str(), tao[3].as_str()), ("Dacheng Tao", "陶大成; 陶源士"));
}

/// The fields of a table, by the grammar of RFC 4180.
fn read(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut chars = csv.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => field.extend(chars.next()),
            '"' => quoted = !quoted,
            c if quoted => field.push(c),
            ',' => row.push(std::mem::take(&mut field)),
            '\r' => {
                assert_eq!(chars.next(), Some('\n'), "lines end in CR LF");
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            '\n' => panic!("a line break outside of quotation marks"),
            c => field.push(c),
        }
    }
    assert!(!quoted && row.is_empty(), "the last line ends");
    rows
}

#[test]
fn a_placeholder_that_nothing_fills_in_is_named_and_is_in_no_link() {
    let edit = "edit_url: https://example.org/edit/{file}#L{lines}\n";
    let report = "report_url: \"https://example.org/new?title={titel}&body=｛url｝\"\n";
    let case = Case::new("unknown-placeholder").append(SITE, edit).append(SITE, report);
    case.refused().screen();
}

#[test]
fn a_line_without_its_file_is_named() {
    let edit = "edit_url: https://example.org/edit/forum.yaml#L{line}\n";
    Case::new("placeholder-without-path").append(SITE, edit).refused().screen();
}
