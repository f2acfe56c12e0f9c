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

use super::RawSpeaker;
use crate::diagnostics::Problems;
use crate::input::fields::{Fields, wrong_kind};
use crate::input::yaml::{At, Node, Value};

const KEYS: [&str; 8] =
    ["id", "name", "latin", "heard_as", "affiliation", "title", "verified", "links"];

/// Reads `speakers.yaml`. An empty file has nobody in it. Nothing stands for a speaker whose id
/// cannot be read, and for all of them where the file is no list.
pub fn read(node: &Node, problems: &mut Problems) -> Vec<Option<RawSpeaker>> {
    match &node.value {
        Value::Null => Vec::new(),
        Value::List(items) => items.iter().map(|item| speaker(item, problems)).collect(),
        _ => {
            problems.push(wrong_kind(node, "speakers.yaml", "a list of speakers"));
            vec![None]
        }
    }
}

fn speaker(node: &Node, problems: &mut Problems) -> Option<RawSpeaker> {
    let fields = Fields::open(node, "a speaker", &KEYS, problems)?;
    let id = fields.required("id", problems);
    let name = fields.required_line("name", problems);
    let speaker = RawSpeaker {
        latin: fields.line("latin", problems),
        heard_as: fields.texts("heard_as", problems),
        affiliation: fields.line("affiliation", problems),
        title: fields.line("title", problems),
        verified: fields.flag("verified", problems).unwrap_or(true),
        links: fields.pairs("links", problems),
        // a missing name is a problem already; who refers to the speaker has made no mistake
        name: name.unwrap_or_else(|| At { value: String::new(), span: fields.span() }),
        id: id?,
    };
    Some(speaker)
}
