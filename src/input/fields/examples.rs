//! How a value is written, for problems with one that is of another kind.

use super::problem_subject::ProblemSubject;
use crate::input::schema::{KeySpec, forum};
use crate::input::yaml::{YamlNode, YamlValue};

/// Length of an id on Bilibili.
const BILIBILI_ID: usize = 12;

/// How a value is written, with the words of the file where they can be told apart.
pub(super) fn of(subject: ProblemSubject<'_>, node: &YamlNode) -> Option<String> {
    let text = match &node.value {
        YamlValue::Scalar(text) => text.trim(),
        _ => "",
    };
    match subject {
        ProblemSubject::Mapping(mapping) => mapping.example.map(str::to_owned),
        ProblemSubject::Value(_, key) if key.name == forum::VIDEO.spec().name => {
            bilibili(text).or_else(|| in_table(key))
        }
        ProblemSubject::Key(key) if key.kind.is_word_list() && !text.is_empty() => {
            Some(word_list(key.name, text))
        }
        ProblemSubject::Key(key) | ProblemSubject::Value(_, key) => in_table(key),
        ProblemSubject::Other(_) => None,
    }
}

/// The example of the table, for lists and mappings that can be written on one line.
fn in_table(key: &KeySpec) -> Option<String> {
    let nested = !key.kind.is_text() && key.is_inline();
    nested.then(|| format!("{}: {}", key.name, key.example))
}

/// A list of the words of a text, separated at anything that was typed as a comma.
fn word_list(key: &str, text: &str) -> String {
    let words: Vec<&str> = text.split([',', '，', '、', ';', '；']).map(str::trim).collect();
    format!("{key}: [{}]", words.join(", "))
}

/// A recording with the id and the part that stand in an address on Bilibili, or an id alone.
fn bilibili(text: &str) -> Option<String> {
    // `get`, because twelve bytes may end within a Chinese character
    let id = text.get(text.find("BV")?..)?.get(..BILIBILI_ID)?;
    if !id.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    let part = text.split(['?', '&']).find_map(|pair| pair.strip_prefix("p="));
    let part = part.filter(|p| p.parse().is_ok_and(|p: u32| p > 0));
    let part = part.map(|part| format!(", part: {part}")).unwrap_or_default();
    Some(format!("video: {{bilibili: {id}{part}}}"))
}
