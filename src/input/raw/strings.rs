//! `templates/strings/<language>.yaml` of a site: texts of the interface that it replaces, by key.

use std::collections::BTreeMap;

use crate::diagnostics::{FileId, Problems, SourceMap};
use crate::input::fields::{ProblemSubject, text, wrong_kind};
use crate::input::yaml::{self, YamlValue};

/// Reads the texts by key; an empty file has none. Gives nothing where there is an error.
pub fn read(
    file: FileId,
    sources: &SourceMap,
    problems: &mut Problems,
) -> Option<BTreeMap<String, String>> {
    let found = problems.len();
    let node = yaml::parse(file, sources, problems)?;
    let words = match &node.value {
        YamlValue::Null(_) => BTreeMap::new(),
        YamlValue::Map(entries) => entries
            .iter()
            .filter_map(|(key, node)| {
                Some((
                    key.value.clone(),
                    text(node, ProblemSubject::Other(&key.value), problems)?.value,
                ))
            })
            .collect(),
        _ => {
            let subject = ProblemSubject::Other("the words of the interface");
            problems.push(wrong_kind(&node, subject, "keys and texts"));
            return None;
        }
    };
    (problems.len() == found).then_some(words)
}
