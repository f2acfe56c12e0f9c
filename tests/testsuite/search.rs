//! The search index that is published: what it has, and what changes in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::harness::{CORRECTIONS, Case, FORUM, SPEAKERS};

/// The shards of a site, by name.
fn shards(out: &Path) -> BTreeMap<String, Value> {
    let mut shards = BTreeMap::new();
    for folder in fs::read_dir(out.join("search")).unwrap().map(|entry| entry.unwrap().path()) {
        if folder.is_dir() {
            for file in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
                let (name, value) = shard(&file);
                shards.insert(name, value);
            }
        }
    }
    shards
}

/// `heard("name",value);`
fn shard(file: &Path) -> (String, Value) {
    let script = fs::read_to_string(file).unwrap();
    let call = script.trim_end().strip_prefix("heard(\"").unwrap().strip_suffix(");").unwrap();
    let (name, value) = call.split_once("\",").unwrap();
    (name.to_owned(), serde_json::from_str(value).unwrap())
}

/// The entries of the catalogue: kind, address, name, and all else.
fn entries(out: &Path) -> Vec<Value> {
    let (_, root) = shard(&out.join("search/index.js"));
    let blocks = format!("{}/b", root["catalogue"].as_str().unwrap());
    let shards = shards(out).into_iter().filter(|(name, _)| name.starts_with(&blocks));
    shards.flat_map(|(_, block)| block.as_array().unwrap().clone()).collect()
}

fn entry<'a>(entries: &'a [Value], kind: &str, name: &str) -> &'a Value {
    let found = entries.iter().find(|entry| entry[0] == kind && entry[2] == name);
    found.unwrap_or_else(|| panic!("no {kind} `{name}` in {entries:#?}"))
}

#[test]
fn speakers_talks_organisations_and_topics_are_found_and_lead_to_their_pages() {
    let case = Case::new("search-entries")
        .append(CORRECTIONS, "- {heard: 幻角, meant: 可解释性}\n")
        .replace(
            "content/agi/transcript.md",
            "大家好啊，今天非常荣幸",
            "大家好啊，今天非常荣幸讲幻角",
        );
    case.built();
    let out = case.path("public");
    let entries = entries(&out);
    for (kind, name) in [
        ("speaker", "乔宇"),
        ("talk", "大模型的道与术"),
        ("forum", "迈向AGI：大模型焕新与产业赋能"),
        ("organisation", "中国信息通信研究院"),
        ("topic", "大模型"),
    ] {
        entry(&entries, kind, name);
    }
    for entry in &entries {
        let url = entry[1].as_str().unwrap();
        assert!(out.join(url).join("index.html").is_file(), "{entry} leads nowhere");
    }
    let institute = entry(&entries, "organisation", "中国信息通信研究院");
    assert_eq!(institute[6], "zgxxtxyjy");
    assert_eq!(institute[7], "中信通研院");
    let topic = entry(&entries, "topic", "可解释性");
    assert_eq!(topic[4], serde_json::json!(["幻角"]), "what it was misheard as");
}

#[test]
fn an_organisation_or_topic_without_a_letter_breaks_nothing() {
    let case = Case::new("search-signs")
        .replace(SPEAKERS, "  affiliation: 南洋理工大学\n", "  affiliation: …\n")
        .replace(FORUM, "topics: [大模型, 可解释性]", "topics: [\"？\", \"🤖\"]");
    case.built();
    let entries = entries(&case.path("public"));
    assert_eq!(entry(&entries, "organisation", "…")[6], "");
    entry(&entries, "topic", "🤖");
}

#[test]
fn a_shard_has_the_name_that_it_calls_itself_by() {
    let case = Case::new("search-names");
    case.built();
    let out = case.path("public/search");
    for name in shards(&case.path("public")).keys() {
        assert!(out.join(format!("{name}.js")).is_file(), "{name}");
    }
}

#[test]
fn a_script_of_ours_is_published_without_its_comments_and_a_changed_one_as_it_is() {
    let ours = include_str!("../../static/search/query.js");
    let changed = "// mine\nlet text = `a\n  b`;\n";
    let case = Case::new("search-scripts")
        .write("static/search/query.js", ours)
        .write("static/search/match.js", changed);
    case.built();
    let published = case.published("search/query.js");
    assert!(ours.starts_with("//") && !published.contains("\n//"), "{published}");
    assert_eq!(published.lines().count(), ours.lines().count());
    assert_eq!(case.published("search/match.js"), changed);
}
