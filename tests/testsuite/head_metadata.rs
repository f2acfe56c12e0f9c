//! What the head of every page says to programs, on every page of whole sites.
//!
//! JSON-LD is checked against an excerpt of the vocabulary of schema.org (`truth/schema-org.tsv`):
//! every type and property in use must be in it, every value be of a kind that the property
//! takes. What Google wants of events, recordings and data sets is in
//! `truth/rich-results.tsv`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use forum_proceedings::output::{FileContent, MemorySink};
use forum_proceedings::pipeline::Stage;
use forum_proceedings::{Options, Progress, build};
use serde_json::Value;

use crate::harness::{Case, FORUM, SITE, copy, files};
use crate::social_images::with_pictures;

/// The pages of a site by path.
pub type Pages = BTreeMap<String, String>;

/// Says nothing.
struct Silent;

impl Progress for Silent {
    fn begin(&self, _: Stage, _: usize) {}
    fn step(&self) {}
}

/// Under which address the real site is published in some tests.
const BASE: &str = "https://example.org/forum/";

/// The pages of the project's own `content/`, without an address of their own and with [`BASE`].
static REAL: LazyLock<[Pages; 2]> = LazyLock::new(|| [made(None), made(Some(BASE))]);

fn made(base_url: Option<&str>) -> Pages {
    let options = Options {
        root: Path::new(env!("CARGO_MANIFEST_DIR")).to_owned(),
        base_url: base_url.map(str::to_owned),
    };
    let memory = MemorySink::default();
    build(&options, &memory, &Silent).site.expect("content/ is sound");
    let pages = memory.into_files().into_iter().filter_map(|(path, content)| match content {
        FileContent::Bytes(bytes) if path.ends_with(".html") => {
            Some((path, String::from_utf8(bytes).unwrap()))
        }
        _ => None,
    });
    pages.collect()
}

/// Builds a site and gives its pages.
pub fn pages(case: &Case) -> Pages {
    case.built();
    let all = files(&case.path("public")).into_iter();
    let html = all.filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// The good site with another recording; `null` for none.
fn with_video(video: &str) -> Pages {
    let by = if video == "null" { String::new() } else { format!("video: {video}\n") };
    let case = Case::new("metadata")
        .replace(FORUM, "video: {bilibili: BV1iT421k7Bv, part: 31}\n", &by)
        .replace(FORUM, "    kind: panel\n", "    kind: panel\n    start: 1:02:03\n");
    pages(&case)
}

/// A site with two forums, of which the second says as little as it may.
fn two_forums() -> Pages {
    let case = Case::new("metadata");
    copy(&case.path("content/agi"), &case.path("content/again"));
    fs::rename(case.path("content/again"), case.path("content/bare")).unwrap();
    let case = case
        .replace("content/bare/forum.yaml", "date: 2024-07-05\nvenue: 上海·徐汇西岸\n", "")
        .replace("content/bare/forum.yaml", "organizer: 中国信息通信研究院\n", "")
        .replace(SITE, "description: 一次论坛的实录\nlicence: CC BY 4.0\n", "");
    pages(&case)
}

/// Every site that is looked at.
fn sites() -> Vec<Pages> {
    vec![
        REAL[0].clone(),
        REAL[1].clone(),
        with_video("{bilibili: BV1iT421k7Bv, part: 31}"),
        with_video("{youtube: dQw4w9WgXcQ, player: true}"),
        with_video("{peertube: 'https://tube.example.org/w/abc'}"),
        with_video("{file: 'https://example.org/a.mp4'}"),
        with_video("null"),
        two_forums(),
        pages(&with_pictures(Case::new("metadata"))),
    ]
}

/// The JSON-LD documents of a page: that of the head, then those next to the turns.
pub fn all_ld(html: &str) -> Vec<Value> {
    let scripts = html.split("<script type=\"application/ld+json\">").skip(1);
    let json = scripts.map(|rest| rest.split("</script>").next().unwrap());
    json.map(|json| serde_json::from_str(json).expect("it is JSON")).collect()
}

fn table(text: &str) -> impl Iterator<Item = [&str; 3]> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split('\t').collect::<Vec<_>>().try_into().expect("three columns"))
}

/// The excerpt of the vocabulary.
struct Vocabulary {
    parents: BTreeMap<&'static str, &'static str>,
    members: BTreeMap<&'static str, Vec<&'static str>>,
    takes: BTreeMap<(&'static str, &'static str), Vec<&'static str>>,
}

impl Vocabulary {
    fn new() -> Self {
        let (mut parents, mut members) = (BTreeMap::new(), BTreeMap::new());
        let mut takes = BTreeMap::new();
        for [kind, property, rest] in table(include_str!("../truth/schema-org.tsv")) {
            let words = rest.split(' ').collect();
            match property {
                "-" => drop(parents.insert(kind, rest)),
                "=" => drop(members.insert(kind, words)),
                _ => drop(takes.insert((kind, property), words)),
            }
        }
        Self { parents, members, takes }
    }

    /// A type and all that it derives from.
    fn line(&self, kind: &str) -> Vec<&'static str> {
        let mut line = Vec::new();
        let mut next = self.parents.get_key_value(kind);
        while let Some((kind, parent)) = next {
            line.push(*kind);
            next = self.parents.get_key_value(parent);
        }
        assert!(!line.is_empty(), "schema.org has no {kind}, or the excerpt has not");
        line
    }

    fn check(&self, node: &Value, at: &str) {
        let kind = node["@type"].as_str().unwrap_or_else(|| panic!("{at}: {node} has no type"));
        let line = self.line(kind);
        for (key, value) in node.as_object().unwrap() {
            let at = format!("{at} {kind}.{key}");
            match key.as_str() {
                "@type" => {}
                "@context" => assert_eq!(value, "https://schema.org", "{at}"),
                "@id" => assert!(is_address(value.as_str().unwrap()), "{at}: {value}"),
                key => {
                    let own = line.iter().find_map(|kind| self.takes.get(&(*kind, key)));
                    let takes = own.unwrap_or_else(|| panic!("{at}: there is no such property"));
                    let many = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
                    assert!(!many.is_empty(), "{at} is an empty list");
                    many.iter().for_each(|value| self.check_value(value, takes, &at));
                }
            }
        }
    }

    fn check_value(&self, value: &Value, takes: &[&str], at: &str) {
        let takes_one = |names: &[&str]| names.iter().any(|name| takes.contains(name));
        match value {
            Value::Object(_) => {
                self.check(value, at);
                let line = self.line(value["@type"].as_str().unwrap());
                assert!(takes_one(&line), "{at} takes {takes:?}, not {}", line[0]);
            }
            Value::Bool(_) => assert!(takes_one(&["Boolean"]), "{at} is not yes or no"),
            Value::Number(n) => {
                assert!(n.is_u64() && takes_one(&["Integer", "Number"]), "{at} is no number");
            }
            Value::String(text) => {
                assert!(!text.trim().is_empty(), "{at} is empty");
                let member = || {
                    let known = takes.iter().filter_map(|name| self.members.get(name)).flatten();
                    let named = text.strip_prefix("https://schema.org/");
                    named.is_some_and(|named| known.into_iter().any(|member| *member == named))
                };
                let fits = takes.contains(&"Text")
                    || takes.contains(&"URL") && is_address(text)
                    || takes.contains(&"Date") && is_day(text)
                    || member();
                assert!(fits, "{at} takes {takes:?}, not “{text}”");
            }
            other => panic!("{at}: {other}"),
        }
    }
}

/// Whether a text is a whole address, or one that is relative to the page.
fn is_address(text: &str) -> bool {
    let plain = !text.contains(|c: char| c.is_whitespace() || "<>\"{}|\\^`".contains(c));
    let scheme = text.split(['/', '#', '?']).next().unwrap_or_default();
    plain && (!scheme.contains(':') || ["http:", "https:"].contains(&scheme))
}

fn is_day(text: &str) -> bool {
    text.parse::<forum_proceedings::model::Date>().is_ok() && text.len() == 10
}

/// The type of a page's own node, by its path; nothing where a page has none.
fn expected(path: &str, pages: &Pages) -> Option<&'static [&'static str]> {
    let several = pages["index.html"].contains("class=\"forums\"");
    let parts: Vec<&str> = path.trim_end_matches("index.html").split('/').collect();
    Some(match parts.as_slice() {
        ["404.html" | "here.html"] => return None,
        [""] if several => &["WebSite"],
        [""] | [_, "sessions", _, ""] => &["Event"],
        ["speakers" | "topics" | "organisations", ""] | ["topics", _, ""] => &["CollectionPage"],
        ["speakers", _, ""] => &["Person"],
        ["organisations", _, ""] => &["Organization"],
        ["data", ""] => &["DataCatalog"],
        ["search", ""] => &["SearchResultsPage"],
        [_, "record" | "host", ""] => &["CreativeWork"],
        [page, ""] if pages.keys().any(|p| p.starts_with(&format!("{page}/record/"))) => &["Event"],
        [_, ""] => &["WebPage"],
        [_, _, ""] => &["VideoObject", "CreativeWork"],
        _ => panic!("what kind of page is {path}?"),
    })
}

#[test]
fn json_ld_of_every_page_is_of_schema_org() {
    let vocabulary = Vocabulary::new();
    let mut kinds: BTreeSet<String> = BTreeSet::new();
    for pages in sites() {
        for (path, html) in &pages {
            let found = all_ld(html);
            let Some(expected) = expected(path, &pages) else {
                assert!(found.is_empty(), "{path}");
                continue;
            };
            let own = found.first().unwrap_or_else(|| panic!("{path} has no JSON-LD"));
            let kind = own["@type"].as_str().unwrap();
            assert!(expected.contains(&kind), "{path} is a {kind}, not {expected:?}");
            kinds.insert(kind.to_owned());
            for node in &found {
                assert_eq!(node["@context"], "https://schema.org", "{path}");
                vocabulary.check(node, path);
            }
        }
    }
    assert_eq!(kinds.len(), 10, "{kinds:?}");
}

/// The values at a path of properties: `location.address`.
fn at<'a>(node: &'a Value, path: &str) -> Vec<&'a Value> {
    let mut found = vec![node];
    for key in path.split('.') {
        let below = found.into_iter().flat_map(|node| match &node[key] {
            Value::Null => Vec::new(),
            Value::Array(many) => many.iter().collect(),
            one => vec![one],
        });
        found = below.collect();
    }
    found
}

#[test]
fn what_google_wants_of_events_recordings_and_data_is_there() {
    let wanted: Vec<[&str; 3]> = table(include_str!("../truth/rich-results.tsv")).collect();
    let mut looked_at: BTreeMap<&str, usize> = BTreeMap::new();
    let look = |path: &str, html: &str, node: &Value| {
        let kind = node["@type"].as_str().unwrap();
        for [_, property, how] in wanted.iter().filter(|[own, ..]| *own == kind) {
            let there = property.split('|').any(|one| !at(node, one).is_empty());
            match *how {
                "where: abstract" => {
                    assert_eq!(there, html.contains("class=\"abstract\""), "{path}: {property}");
                }
                how if how.starts_with("never") => assert!(!there, "{path}: {property}"),
                _ => assert!(there, "{path}: {kind} has no {property}"),
            }
        }
    };
    for pages in [REAL[0].clone(), with_video("{file: 'https://example.org/a.mp4'}")] {
        for (path, html) in &pages {
            let Some(own) = all_ld(html).into_iter().next() else { continue };
            look(path, html, &own);
            at(&own, "dataset").into_iter().for_each(|set| look(path, html, set));
            for (kind, ..) in wanted.iter().map(|[kind, ..]| (*kind,)) {
                *looked_at.entry(kind).or_default() += usize::from(own["@type"] == kind);
            }
        }
    }
    assert!(looked_at["VideoObject"] >= 28 && looked_at["Event"] >= 8, "{looked_at:?}");
}

#[test]
fn the_turns_of_a_panel_stand_beside_their_words_and_lead_to_their_seconds() {
    let pages = with_video("{youtube: dQw4w9WgXcQ}");
    let found = all_ld(&pages["agi/roundtable/index.html"]);
    let ids = |nodes: Vec<&Value>| nodes.iter().map(|n| n["@id"].clone()).collect::<Vec<_>>();
    assert_eq!(ids(at(&found[0], "hasPart")), ids(found[1..].iter().collect()));
    assert_eq!(found.len(), 4);
    let second = "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3723s";
    assert_eq!(at(&found[1], "associatedMedia.url"), [second]);
    assert_eq!(at(&found[2], "associatedMedia").len(), 0);
    assert_eq!(
        found[0]["embedUrl"],
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=3723"
    );
    assert_eq!(found[0]["isBasedOn"], second);
    let file = with_video("{file: 'https://example.org/a.mp4'}");
    let found = all_ld(&file["agi/roundtable/index.html"]);
    assert_eq!(found[0]["contentUrl"], "https://example.org/a.mp4#t=3723");
}

/// The Highwire tags of a page, in order.
fn highwire(html: &str) -> Vec<(String, String)> {
    let tags = html.lines().filter_map(|line| line.strip_prefix("<meta name=\"citation_"));
    let tag = |tag: &str| {
        let (name, content) = tag.split_once("\" content=\"").unwrap();
        (name.to_owned(), content.strip_suffix("\">").unwrap().to_owned())
    };
    tags.map(tag).collect()
}

#[test]
fn highwire_tags_of_every_talk_are_as_acl_anthology_has_them() {
    let pages = &REAL[1];
    let data = pages.keys().filter(|path| path.split('/').count() == 3);
    let talks: Vec<&String> = data
        .filter(|path| expected(path, pages) == Some(&["VideoObject", "CreativeWork"]))
        .collect();
    assert_eq!(talks.len(), 25);
    for path in talks {
        let html = &pages[path];
        let tags = highwire(html);
        let of = |name: &str| {
            let own = tags.iter().filter(|(n, _)| n == name);
            own.map(|(_, content)| content.as_str()).collect::<Vec<_>>()
        };
        let order = [
            "title",
            "author",
            "conference_title",
            "publication_date",
            "publisher",
            "fulltext_html_url",
        ];
        let places: Vec<usize> = tags
            .iter()
            .map(|(name, _)| order.iter().position(|o| o == name).expect(name))
            .collect();
        assert!(places.is_sorted(), "{path}: {tags:?}");
        let people = at(&all_ld(html)[0], "author.name").into_iter().cloned().collect::<Vec<_>>();
        assert_eq!(of("author"), people, "{path}: one author a tag, and the name alone");
        assert!(!of("author").iter().any(|name| name.contains(['，', ',', '、', ' ', '（'])));
        assert_eq!(of("title"), at(&all_ld(html)[0], "name"));
        assert_eq!(of("conference_title"), ["迈向AGI：大模型焕新与产业赋能"]);
        assert_eq!(of("publication_date"), ["2024/7/5"]);
        assert_eq!(of("publisher"), ["中国信息通信研究院"]);
        let address = format!("{BASE}{}", path.trim_end_matches("index.html"));
        assert_eq!(of("fulltext_html_url"), [address.as_str()]);
        assert!(html.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{path}");
        assert!(html.contains(&format!("<meta property=\"og:url\" content=\"{address}\">")));
        assert!(html.contains("<meta property=\"og:type\" content=\"article\">"), "{path}");
    }
    let others = pages.iter().filter(|(_, html)| !highwire(html).is_empty()).count();
    assert_eq!(others, 25, "no other page is a paper");
}
