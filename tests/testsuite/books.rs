//! The book of a forum, opened as reading systems do: as a zip archive of XML documents.
//!
//! What the format demands beyond that, EPUBCheck holds: `tests/outputs/epub`.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use roxmltree::{Document, Node, ParsingOptions};
use serde_json::Value;
use zip::ZipArchive;

use crate::harness::{Case, FORUM, SITE, SPEAKERS, TRANSCRIPT};

/// The files of the published book of the good site's forum, by name.
type Book = BTreeMap<String, Vec<u8>>;

fn opened(case: &Case) -> Book {
    let bytes = std::fs::read(case.path("public/agi/agi.epub")).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = Book::new();
    for number in 0..archive.len() {
        let mut file = archive.by_index(number).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(file.name().unwrap().into_owned(), bytes);
    }
    files
}

/// A text of a book.
#[track_caller]
fn text<'a>(book: &'a Book, name: &str) -> &'a str {
    std::str::from_utf8(&book[name]).unwrap()
}

/// Parses a document, which fails where it is not well-formed.
pub fn parsed(xml: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(xml, options).unwrap_or_else(|error| panic!("{error}\n{xml}"))
}

/// The passages of a document: permalink, words, and where its link leads.
pub fn passages(document: &Document<'_>) -> Vec<(String, String, Option<String>)> {
    let is_passage = |n: &Node<'_, '_>| n.tag_name().name() == "p" && n.has_attribute("id");
    let passage = |p: Node<'_, '_>| {
        let words = p.descendants().filter(Node::is_text).filter_map(|n| n.text()).collect();
        let link = p.descendants().find(|n| n.attribute("class") == Some("permalink"));
        let address = link.and_then(|link| link.attribute("href")).map(str::to_owned);
        (p.attribute("id").unwrap().to_owned(), words, address)
    };
    document.descendants().filter(is_passage).map(passage).collect()
}

/// The passages that the data file has on a page of the site, with their words as they are read.
fn recorded(case: &Case, page: &str) -> Vec<(String, String, String)> {
    let data: Value = serde_json::from_str(&case.published("data/agi.json")).unwrap();
    let entries = data["record"].as_array().unwrap().iter();
    let word = |entry: &Value, key: &str| entry[key].as_str().unwrap().to_owned();
    let read = entries.map(|e| (word(e, "id"), word(e, "clean"), word(e, "url")));
    read.filter(|(_, clean, url)| !clean.trim().is_empty() && url.starts_with(page)).collect()
}

#[test]
fn every_passage_of_a_talk_is_in_its_chapter_and_leads_to_the_same_passage_on_the_site() {
    let case = Case::new("book");
    case.built();
    let book = opened(&case);
    let chapters = [
        ("talk-li-hua", "agi/li-hua/"),
        ("talk-tao-dacheng", "agi/tao-dacheng/"),
        ("talk-roundtable", "agi/roundtable/"),
        ("closing", "agi/host/"),
    ];
    for (chapter, page) in chapters {
        let in_data = recorded(&case, page).into_iter().map(|(id, clean, url)| {
            (id, clean.trim().to_owned(), Some(format!("https://example.org/forum/{url}")))
        });
        let in_book = passages(&parsed(text(&book, &format!("EPUB/{chapter}.xhtml"))));
        assert_eq!(in_book, in_data.collect::<Vec<_>>(), "{chapter}");
        assert!(!in_book.is_empty(), "{chapter}");
    }
}

#[test]
fn an_older_permalink_leads_into_the_passage_that_has_its_words() {
    let around = "的致辞下面请陶大成教授作主旨演讲\t大家好啊今天非常荣幸我讲一讲大模型的道与术";
    let lock: String =
        ["m7eegc", "z9zzzz"].map(|id| format!("{id}\ttao-dacheng\t{around}\n")).concat();
    let case = Case::new("book").write("content/agi/permalinks.lock", lock);
    case.built();
    let book = opened(&case);
    let chapter = text(&book, "EPUB/talk-tao-dacheng.xhtml");
    let passage = "<p id=\"m7eegc\" dir=\"auto\"><span id=\"z9zzzz\"></span>大家好啊";
    assert!(chapter.contains(passage), "{chapter}");
}

#[test]
fn without_the_address_of_the_site_nothing_leads_there_and_the_title_page_says_so() {
    let case = Case::new("book").replace(SITE, "base_url: https://example.org/forum/\n", "");
    case.built();
    let book = opened(&case);
    for (name, bytes) in book.iter().filter(|(name, _)| name.ends_with(".xhtml")) {
        let document = parsed(std::str::from_utf8(bytes).unwrap());
        for link in document.descendants().filter_map(|node| node.attribute("href")) {
            let inside = book.contains_key(&format!("EPUB/{link}"));
            let video = link.starts_with("https://www.bilibili.com/");
            assert!(inside || video, "{name}: {link}");
        }
    }
    assert!(text(&book, "EPUB/title.xhtml").contains("没有通向网站的链接"));
    let package = text(&book, "EPUB/package.opf");
    let id = package.split("<dc:identifier id=\"id\">").nth(1).unwrap();
    assert!(id.starts_with("urn:uuid:"), "{id}");
    // a correction makes another text, and not another book
    let corrected = case
        .replace(SITE, "一次论坛的实录", "又一次论坛的实录")
        .append("content/agi/corrections.yaml", "\n- {heard: 测评, meant: 评测}\n");
    corrected.built();
    assert_eq!(text(&opened(&corrected), "EPUB/package.opf"), package);
}

#[test]
fn the_contents_have_the_sessions_with_their_talks_in_order() {
    let case = Case::new("book");
    case.built();
    let book = opened(&case);
    let nav = parsed(text(&book, "EPUB/nav.xhtml"));
    let toc = nav.descendants().find(|node| node.attribute("id") == Some("toc")).unwrap();
    let depth = |node: Node<'_, '_>| node.ancestors().filter(|a| a.has_tag_name(XHTML_OL)).count();
    let links = toc.descendants().filter(|node| node.has_attribute("href"));
    let entries: Vec<_> = links.map(|a| (depth(a), a.attribute("href").unwrap())).collect();
    assert_eq!(
        entries,
        [
            (1, "title.xhtml"),
            (1, "session-opening.xhtml"),
            (2, "talk-li-hua.xhtml"),
            (2, "talk-tao-dacheng.xhtml"),
            (1, "session-discussion.xhtml"),
            (2, "talk-roundtable.xhtml"),
            (1, "closing.xhtml"),
        ]
    );
    // every entry is a document of the reading order, and the other way
    let package = parsed(text(&book, "EPUB/package.opf"));
    let order: Vec<String> = package
        .descendants()
        .filter_map(|node| Some(format!("{}.xhtml", node.attribute("idref")?)))
        .filter(|name| name != "nav.xhtml")
        .collect();
    assert_eq!(order, entries.iter().map(|(_, name)| *name).collect::<Vec<_>>());
}

const XHTML_OL: (&str, &str) = ("http://www.w3.org/1999/xhtml", "ol");

#[test]
fn only_what_is_an_image_by_its_bytes_is_in_the_book() {
    let image = std::fs::read(crate::harness::cases().join("base/content/agi/img/1.png")).unwrap();
    let written = ["[三张图](img/1.png)", "[](img/no.png)", "[](img/a&b.jpg)", "[](img/x.svg)"];
    let written = written.map(|image| format!("!{image}\n\n")).concat() + "![](img/1.png)";
    let case = Case::new("book")
        .replace(TRANSCRIPT, "![](img/1.png)", &written)
        .write("content/agi/img/no.png", "no image")
        .write("content/agi/img/a&b.jpg", b"\xff\xd8\xff\xe0 and so on")
        .write("content/agi/img/x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    case.built();
    let book = opened(&case);
    let images: Vec<&str> =
        book.keys().filter_map(|name| name.strip_prefix("EPUB/images/")).collect();
    assert_eq!(images, ["1.png", "2.jpeg"]);
    assert_eq!(book["EPUB/images/1.png"], image);
    let chapter = text(&book, "EPUB/talk-tao-dacheng.xhtml");
    assert_eq!(chapter.matches("<img src=\"images/1.png\" alt=\"三张图\"/>").count(), 1);
    assert_eq!(chapter.matches("<img src=\"images/1.png\" alt=\"\"/>").count(), 1);
    // the others are one tap away
    for left_out in ["no.png", "x.svg"] {
        let link = format!("<a href=\"https://example.org/forum/agi/img/{left_out}\">");
        assert!(chapter.contains(&link), "{chapter}");
    }
    assert!(text(&book, "EPUB/package.opf").contains("media-type=\"image/jpeg\""));
}

#[test]
fn a_book_names_who_spoke_where_and_when_and_who_led_through_it() {
    let case = Case::new("book").replace(SPEAKERS, "name: 魏凯", "name: 魏<凯&\"");
    case.built();
    let book = opened(&case);
    let package = text(&book, "EPUB/package.opf");
    for metadata in [
        "<dc:title>迈向AGI：大模型焕新与产业赋能</dc:title>",
        "<dc:language>zh-CN</dc:language>",
        "<dc:date>2024-07-05</dc:date>",
        "<dc:publisher>中国信息通信研究院</dc:publisher>",
        "<dc:rights>CC BY 4.0</dc:rights>",
        "<dc:identifier id=\"id\">https://example.org/forum/agi/agi.epub</dc:identifier>",
        "<meta property=\"dcterms:modified\">2024-07-05T00:00:00Z</meta>",
    ] {
        assert!(package.contains(metadata), "{metadata}\n{package}");
    }
    let package = parsed(package);
    let named = |name: &str| package.descendants().find(|n| n.text() == Some(name)).unwrap();
    for (name, element, terms) in [
        ("陶大程", "creator", vec!["spk"]),
        ("魏<凯&\"", "creator", vec!["spk", "mod"]),
        ("陆凡", "contributor", vec!["mod", "spk"]),
    ] {
        let person = named(name);
        assert_eq!(person.tag_name().name(), element, "{name}");
        let refers = format!("#{}", person.attribute("id").unwrap());
        let roles = package.descendants().filter(|node| {
            node.attribute("refines") == Some(&refers) && node.attribute("property") == Some("role")
        });
        assert_eq!(roles.filter_map(|role| role.text()).collect::<Vec<_>>(), terms, "{name}");
    }
    // the mark of a name that nobody has checked is explained
    assert!(text(&book, "EPUB/talk-roundtable.xhtml").contains(">待核实</span>"));
    assert!(text(&book, "EPUB/title.xhtml").contains("姓名据读音推定，尚未核对"));
    let title = text(&book, "EPUB/title.xhtml");
    for fact in
        ["2024年7月5日", "上海·徐汇西岸", "中国信息通信研究院", "CC BY 4.0", "试音：1 处，9 字"]
    {
        assert!(title.contains(fact), "{fact}\n{title}");
    }
}

#[test]
fn a_forum_without_a_day_has_a_book_as_well() {
    let case = Case::new("book").replace(FORUM, "date: 2024-07-05\n", "").replace(
        TRANSCRIPT,
        "20240705-",
        "",
    );
    case.built();
    let book = opened(&case);
    let package = text(&book, "EPUB/package.opf");
    assert!(package.contains("\"dcterms:modified\">1970-01-01T00:00:00Z<"), "{package}");
    assert!(!package.contains("dc:date"), "{package}");
}

#[test]
fn the_forum_and_the_page_of_open_data_lead_to_the_book() {
    let case = Case::new("book");
    case.built();
    for (page, link) in [
        ("index.html", "./agi/agi.epub"),
        ("agi/index.html", "../agi/agi.epub"),
        ("data/index.html", "../agi/agi.epub"),
    ] {
        assert!(case.published(page).contains(&format!("href=\"{link}\"")), "{page}");
    }
}
