//! What the program finds by itself, on the real forum; citations, metadata and links to edit.

use std::collections::BTreeSet;
use std::path::Path;

use biblatex::{Bibliography, ChunksExt, DateValue, PermissiveType};
use forum_proceedings::diagnostics::Sources;
use forum_proceedings::findings::Findings;
use forum_proceedings::input::{load, tree};
use forum_proceedings::model::record::Record;
use forum_proceedings::model::{Owner, Site};
use forum_proceedings::reading::{self, Published};
use forum_proceedings::text::Words;
use serde_json::Value;

use crate::site::{Case, FORUM, SITE};

/// The real site, its records, and what is found in them.
fn real() -> (Site, Vec<Record>, Findings) {
    let (mut sources, mut problems) = (Sources::default(), Vec::new());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tree = tree::read(root, &mut sources, &mut problems);
    let site = load::load(&tree, &mut sources, &mut problems).expect("content/ is sound");
    let words = reading::words(&site, Words::dictionary());
    let record = |forum| reading::read(forum, &Published::find(forum), &words).record;
    let records: Vec<Record> = site.forums.iter().map(record).collect();
    let findings = Findings::of(&site, &records, &words);
    (site, records, findings)
}

#[test]
fn mentions_are_those_that_a_reader_marks() {
    let (site, records, findings) = real();
    let marked: Vec<[&str; 4]> = include_str!("../truth/mentions.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect::<Vec<_>>().try_into().expect("four columns"))
        .collect();
    let talks: BTreeSet<&str> = marked.iter().map(|m| m[0]).collect();
    let (forum, record) = (&site.forums[0], &records[0]);
    let mut missing = marked.clone();
    let mut wrong = Vec::new();
    for mention in &findings.mentions[0].found {
        let passage = &record.passages[mention.passage];
        let (Owner::Talk(talk) | Owner::Host(Some(talk))) = forum.turns[passage.turn].owner else {
            continue;
        };
        if !talks.contains(forum.talks[talk].id.as_str()) {
            continue;
        }
        let clean = passage.clean(forum);
        let whom = site.speakers[mention.whom].id.as_str();
        let is = |m: &[&str; 4]| {
            m[1] == passage.id && m[2] == &clean[mention.range.clone()] && m[3] == whom
        };
        match missing.iter().position(is) {
            Some(at) => drop(missing.remove(at)),
            None => wrong.push((passage.id.clone(), clean[mention.range.clone()].to_owned())),
        }
    }
    assert_eq!(wrong, [], "found, and not marked");
    let found = marked.len() - missing.len();
    assert!(found * 100 >= marked.len() * 80, "{found} of {}: {missing:?}", marked.len());
    // two 陈总 spoke
    let chen: Vec<&String> = findings.mentions[0]
        .unsure
        .iter()
        .map(|p| &p.message)
        .filter(|m| m.contains("陈总"))
        .collect();
    assert!(chen.len() >= 10, "{chen:?}");
}

#[test]
fn keywords_are_no_names_no_fillers_and_nothing_that_every_talk_says() {
    let (site, _, findings) = real();
    for talk in findings.keywords.talks() {
        let keywords = findings.keywords.of(talk);
        assert!(keywords.len() <= 10);
        for keyword in keywords {
            let word = keyword.word.as_str();
            assert!(!site.speakers.iter().any(|s| s.spellings().any(|n| n == word)), "{word}");
            assert!(
                !["大家", "谢谢", "问题", "大模型", "人工智能", "我们"].contains(&word),
                "{word}"
            );
        }
    }
    let long = findings.keywords.talks().filter(|t| findings.keywords.of(*t).len() == 10).count();
    assert!(long >= 20, "{long} talks have ten keywords");
}

#[test]
fn a_form_that_two_could_mean_is_settled_for_a_talk() {
    let (mut site, records, findings) = real();
    let speaker = site.speakers.iter().position(|s| s.id == "chen-jisheng").unwrap();
    let mentioned = |f: &Findings| f.mentions(|m| m.whom == speaker).count();
    let before = mentioned(&findings);
    let panel = site.forums[0].talks.iter_mut().find(|t| t.id == "roundtable").unwrap();
    panel.called.push(("陈总".into(), speaker));
    let words = reading::words(&site, Words::dictionary());
    let after = Findings::of(&site, &records, &words);
    assert!(mentioned(&after) >= before + 10, "{before}, then {}", mentioned(&after));
    let unsure =
        |f: &Findings| f.mentions[0].unsure.iter().filter(|p| p.message.contains("陈总")).count();
    assert_eq!(unsure(&after), 1, "the one in another talk is still nobody's");
}

/// The page's JSON-LD, checked by the rules of schema.org for the types and properties in use.
fn ld(html: &str) -> Value {
    all_ld(html).into_iter().next().expect("there is JSON-LD")
}

/// What stands in the head, then what stands beside the turns.
fn all_ld(html: &str) -> Vec<Value> {
    let scripts = html.split("<script type=\"application/ld+json\">").skip(1);
    let json = scripts.map(|rest| rest.split("</script>").next().unwrap());
    json.map(|json| serde_json::from_str(json).expect("it is JSON")).collect()
}

/// For each type its properties, as schema.org defines them for it or what it derives from.
const SCHEMA: [(&str, &[&str]); 8] = [
    (
        "Event",
        &[
            "name",
            "url",
            "startDate",
            "location",
            "organizer",
            "performer",
            "subEvent",
            "inLanguage",
        ],
    ),
    ("Person", &["name", "alternateName", "url", "jobTitle", "affiliation", "sameAs"]),
    ("Organization", &["name"]),
    ("Place", &["name", "address"]),
    (
        "VideoObject",
        &[
            "name",
            "url",
            "description",
            "inLanguage",
            "datePublished",
            "uploadDate",
            "author",
            "publisher",
            "keywords",
            "recordedAt",
            "contentUrl",
            "embedUrl",
            "transcript",
            "hasPart",
            "encoding",
        ],
    ),
    (
        "CreativeWork",
        &[
            "name",
            "url",
            "description",
            "inLanguage",
            "datePublished",
            "author",
            "publisher",
            "keywords",
            "recordedAt",
            "text",
            "hasPart",
            "encoding",
        ],
    ),
    ("HyperTocEntry", &["name", "url", "utterances"]),
    ("MediaObject", &["encodingFormat", "contentUrl"]),
];

fn validate(value: &Value) {
    match value {
        Value::Array(items) => items.iter().for_each(validate),
        Value::Object(object) => {
            let kind = object["@type"].as_str().expect("every node has a type");
            let (_, known) = SCHEMA.iter().find(|(name, _)| *name == kind).expect(kind);
            for (key, value) in object.iter().filter(|(key, _)| !key.starts_with('@')) {
                assert!(known.contains(&key.as_str()), "{kind} has no {key}");
                validate(value);
            }
        }
        Value::String(text) => assert!(!text.is_empty()),
        other => panic!("{other} is neither text nor a node"),
    }
}

#[test]
fn json_ld_is_of_schema_org() {
    let case = Case::new("metadata");
    case.built();
    for page in [
        "agi/index.html",
        "agi/li-hua/index.html",
        "agi/roundtable/index.html",
        "speakers/tao-dacheng/index.html",
    ] {
        for found in all_ld(&case.published(page)) {
            assert_eq!(found["@context"], "https://schema.org", "{page}");
            validate(&found);
        }
    }
    let panel = ld(&case.published("agi/roundtable/index.html"));
    assert_eq!(panel["@type"], "VideoObject");
    assert!(panel["hasPart"].as_array().unwrap().iter().all(|p| p["@type"] == "HyperTocEntry"));
    let html = case.published("agi/roundtable/index.html");
    let parts: Vec<Value> =
        all_ld(&html).split_off(1).iter().map(|part| part["@id"].clone()).collect();
    let named: Vec<Value> =
        panel["hasPart"].as_array().unwrap().iter().map(|part| part["@id"].clone()).collect();
    assert_eq!(parts, named, "each part stands beside its turn, and nothing else does");
    let forum = ld(&case.published("agi/index.html"));
    assert_eq!(forum["subEvent"].as_array().unwrap().len(), 3);
}

#[test]
fn highwire_tags_have_one_author_each_and_nothing_but_the_name() {
    let case = Case::new("metadata");
    case.built();
    let html = case.published("agi/roundtable/index.html");
    let authors: Vec<&str> = html.lines().filter(|l| l.contains("citation_author")).collect();
    assert_eq!(authors.len(), 2, "{authors:?}");
    assert!(html.contains("<meta name=\"citation_author\" content=\"魏凯\">"));
    assert!(html.contains("<meta name=\"citation_publication_date\" content=\"2024/07/05\">"));
    assert!(html.contains("<meta property=\"og:type\" content=\"article\">"));
}

#[test]
fn a_forums_bibtex_is_read_by_biblatex() {
    let case = Case::new("citing");
    case.built();
    let text = case.published("agi/cite.bib");
    let read = Bibliography::parse(&text).expect("biblatex reads it");
    assert_eq!(read.iter().count(), 3);
    for entry in read.iter() {
        assert_eq!(entry.book_title().unwrap().format_verbatim(), "迈向AGI：大模型焕新与产业赋能");
        let PermissiveType::Typed(date) = entry.date().unwrap() else { panic!("no date") };
        let DateValue::At(day) = date.value else { panic!("a range") };
        assert_eq!((day.year, day.month, day.day), (2024, Some(6), Some(4))); // from 0
        let talk = entry.key.trim_end_matches("-20240705");
        assert_eq!(entry.url().unwrap(), format!("https://example.org/forum/agi/{talk}/"));
    }
    let tao = read.get("tao-dacheng-20240705").unwrap();
    let author = &tao.author().unwrap()[0];
    assert_eq!((author.name.as_str(), author.given_name.as_str()), ("陶", "大程"));
}

#[test]
fn gbt_7714_is_as_made_by_hand_from_the_standard() {
    use forum_proceedings::cite::{Author, Words, Work, gbt};
    use forum_proceedings::model::Speaker;
    let words =
        Words { accessed: "引用日期".into(), separator: "、".into(), ..Words::default() };
    let author = |name: &str| {
        let mut given = Sources::default();
        let span = forum_proceedings::diagnostics::Span::whole(given.add("speakers.yaml", ""));
        Author::of(&Speaker {
            id: "x".into(),
            name: name.into(),
            latin: None,
            heard_as: Vec::new(),
            affiliation: None,
            title: None,
            verified: true,
            links: Vec::new(),
            span,
        })
    };
    for line in include_str!("../truth/gbt.tsv").lines().filter(|l| !l.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [names, title, container, venue, organizer, date, url, want] = fields.as_slice() else {
            panic!("{line}")
        };
        let some = |text: &str| (text != "-").then(|| text.to_owned());
        let work = Work {
            key: "x".into(),
            authors: names.split(';').filter(|n| *n != "-").map(author).collect(),
            title: (*title).into(),
            container: (*container).into(),
            organizer: some(organizer),
            venue: some(venue),
            date: some(date).map(|d| d.parse().unwrap()),
            url: some(url),
            chinese: !title.is_ascii(),
        };
        assert_eq!(gbt(&work, &words), *want);
    }
}

#[test]
fn every_passage_leads_to_the_line_where_it_is_corrected() {
    let case = Case::new("editing").replace(
        SITE,
        "title:",
        "edit_url: https://example.org/edit/{path}#L{line}\nreport_url: https://example.org/new?t={title}&b={words}%0A{url}\ntitle:",
    );
    case.built();
    let html = case.published("agi/tao-dacheng/index.html");
    let text = std::fs::read_to_string(case.path("content/agi/forum.yaml")).unwrap();
    let line = text.lines().position(|l| l.contains("title: 大模型的道与术")).unwrap() + 1;
    assert!(
        html.contains(&format!("href=\"https://example.org/edit/content/agi/forum.yaml#L{line}\"")),
        "title"
    );
    assert!(html.contains("https://example.org/edit/content/agi/corrections.yaml#L"));
    assert!(html.contains("https://example.org/new?t=%E5%A4%A7%E6%A8%A1"));
    let speaker = case.published("speakers/tao-dacheng/index.html");
    assert!(speaker.contains("https://example.org/edit/content/speakers.yaml#L"));
}

#[test]
fn a_recording_has_one_place_and_an_address_of_the_right_form() {
    let video = |instead: &str| {
        let case = Case::new("video").replace(
            FORUM,
            "video: {bilibili: BV1iT421k7Bv, part: 31}",
            &format!("video: {instead}"),
        );
        case.run(&["check", "--format", "short"]).stderr()
    };
    assert!(
        video("{youtube: dQw4w9WgXcQ, file: 'https://example.org/a.mp4'}").contains("video-twice")
    );
    assert!(video("{youtube: short}").contains("bad-video"));
    assert!(video("{peertube: 'javascript:alert(1)'}").contains("bad-video"));
    assert!(video("{file: 'https://example.org/a.mp4?x'}").contains("bad-video"));
    assert!(
        !video("{peertube: 'https://tube.example.org/w/abc', player: true}").contains("error[")
    );
}

#[test]
fn the_time_of_a_talk_is_in_its_link_to_the_recording() {
    let case = Case::new("video-start").replace(
        FORUM,
        "    kind: keynote\n",
        "    kind: keynote\n    start: 1:02:03\n",
    );
    case.built();
    let html = case.published("agi/tao-dacheng/index.html");
    assert!(
        html.contains("https://www.bilibili.com/video/BV1iT421k7Bv/?p=31&amp;t=3723"),
        "{html}"
    );
    let case = Case::new("video-start").replace(
        FORUM,
        "    kind: keynote\n",
        "    kind: keynote\n    start: later\n",
    );
    assert!(case.run(&["check", "--format", "short"]).stderr().contains("wrong-value"));
}

#[test]
fn topics_organisations_and_open_data_have_pages() {
    let case = Case::new("catalogue");
    case.built();
    case.run(&["check"]).exits(0);
    assert!(case.published("topics/da-mo-xing/index.html").contains("agi/tao-dacheng/index.html"));
    assert!(!case.published("organisations/index.html").is_empty());
    assert!(case.published("data/index.html").contains("schema.json"));
    assert!(case.published("data/talks.csv").starts_with("forum,date,session,talk,kind"));
    assert!(case.published("llms.txt").contains("agi/tao-dacheng/clean.md"));
}
