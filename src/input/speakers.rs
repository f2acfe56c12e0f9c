//! `speakers.yaml`: everyone who speaks, once, for all forums.
//!
//! ```yaml
//! - id: tao-dacheng                  # required: lower-case ASCII, digits, hyphens
//!   name: 陶大程                      # required
//!   latin: Dacheng Tao
//!   heard_as: [陶大成, 陶源士]         # spellings that the recogniser gave
//!   affiliation: 南洋理工大学
//!   title: 杰出教授
//!   verified: true                   # true where missing; false shows 待核实
//!   links: {homepage: "https://…"}
//! ```

use super::fields::{Fields, Problems, wrong_kind};
use super::raw::RawSpeaker;
use super::yaml::{Node, Value};

const KEYS: [&str; 8] =
    ["id", "name", "latin", "heard_as", "affiliation", "title", "verified", "links"];

/// Reads `speakers.yaml`. An empty file has nobody in it.
pub fn read(node: &Node, problems: &mut Problems) -> Vec<RawSpeaker> {
    match &node.value {
        Value::Null => Vec::new(),
        Value::List(items) => items.iter().filter_map(|item| speaker(item, problems)).collect(),
        _ => {
            problems.push(wrong_kind(node, "speakers.yaml", "a list of speakers"));
            Vec::new()
        }
    }
}

fn speaker(node: &Node, problems: &mut Problems) -> Option<RawSpeaker> {
    let fields = Fields::open(node, "a speaker", &KEYS, problems)?;
    let id = fields.required("id", problems);
    let name = fields.required_line("name", problems);
    let rest = RawSpeaker {
        latin: fields.line("latin", problems),
        heard_as: fields.texts("heard_as", problems),
        affiliation: fields.line("affiliation", problems),
        title: fields.line("title", problems),
        verified: fields.flag("verified", problems).unwrap_or(true),
        links: fields.pairs("links", problems),
        id: id?,
        name: name?,
    };
    Some(rest)
}
