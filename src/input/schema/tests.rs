//! What holds for every key of the table, and that a key need be declared nowhere else.

use super::key_handle::keys;
use super::*;
use crate::diagnostics::{Problems, SourceMap, TextLanguage};
use crate::input::fields::Fields;
use crate::input::yaml;
use crate::model::Language;

/// A mapping with a key that no file has.
pub struct Keys;

keys!(
    TITLE =
        KeySpec::new("title", ValueKind::Name).required().means("the title", "题目").example("甲"),
    NICKNAME =
        KeySpec::new("nickname", ValueKind::Name).means("a nickname", "绰号").example("阿乙"),
);

impl Mapping for Keys {
    const SPEC: MappingSpec = MappingSpec {
        name: "a test",
        title: Bilingual { en: "A test", zh: "测试" },
        example: None,
        keys: ALL,
    };
}

/// What the reader gives for the key, and what it says of the mapping.
fn read(text: &str) -> (Option<String>, Problems) {
    let mut sources = SourceMap::default();
    let file = sources.add("test.yaml", text);
    let mut problems = Problems::new();
    let node = yaml::parse(file, &sources, &mut problems).unwrap();
    let fields = Fields::<Keys>::open(&node, &mut problems).unwrap();
    (fields.line(NICKNAME, &mut problems), problems)
}

#[test]
fn a_key_of_the_table_is_known_to_the_reader_to_suggestions_and_to_the_reference() {
    let (value, problems) = read("title: 甲\nnickname: 乙\n");
    assert_eq!((value.as_deref(), problems.len()), (Some("乙"), 0));
    let (_, problems) = read("title: 甲\nnicknme: 乙\n");
    assert_eq!(problems[0].help.as_deref(), Some("nickname"));
    let (_, problems) = read("title: 甲\n绰号: 乙\n");
    assert_eq!(problems[0].help.as_deref(), Some("the keys are title, nickname"));
    let table = reference::mapping(&Keys::SPEC, TextLanguage::English);
    assert!(table.contains("| `nickname` | name |  | a nickname | `阿乙` |"), "{table}");
    let table = reference::mapping(&Keys::SPEC, TextLanguage::Chinese);
    assert!(table.contains("| `nickname` | 名称 |  | 绰号 | `阿乙` |"), "{table}");
}

/// Every key of every mapping that a file has.
fn all_keys() -> Vec<&'static KeySpec> {
    fn collect(mapping: &'static MappingSpec, keys: &mut Vec<&'static KeySpec>) {
        for key in mapping.keys {
            keys.push(key);
            if let Some(nested) = key.kind.mapping() {
                collect(nested, keys);
            }
        }
    }
    let mut keys = Vec::new();
    FILES.iter().filter_map(YamlFile::mapping).for_each(|mapping| collect(mapping, &mut keys));
    keys
}

#[test]
fn every_key_has_a_meaning_in_both_languages_and_an_example_of_its_form() {
    for key in all_keys() {
        let Bilingual { en, zh } = key.meaning;
        assert!(!en.is_empty() && !zh.is_empty() && !key.example.is_empty(), "{key:?}");
        let Some(pattern) = key.pattern() else { continue };
        let schema = serde_json::json!({"type": "string", "pattern": pattern});
        for value in key.default.into_iter().chain([key.example.trim_matches('"')]) {
            assert!(jsonschema::is_valid(&schema, &value.into()), "{value}: {key:?}");
        }
    }
}

#[test]
fn a_default_is_a_value_that_may_be_written() {
    for key in all_keys().into_iter().filter(|key| key.default.is_some()) {
        let default = key.default.unwrap_or_default();
        match key.kind {
            ValueKind::OneOf(words) => assert!(words.contains(&default), "{key:?}"),
            ValueKind::Flag => assert!(["true", "false"].contains(&default), "{key:?}"),
            _ => assert!(!default.is_empty(), "{key:?}"),
        }
    }
    let language = site::LANGUAGE.spec().default.unwrap_or_default();
    assert_eq!(language, Language::default().tag());
}
