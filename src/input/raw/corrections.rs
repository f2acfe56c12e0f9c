//! `<forum>/corrections.yaml`: what was misheard, and what was meant.
//!
//! ```yaml
//! - heard: 新通院
//!   meant: 信通院
//! - {heard: 联营, meant: 联影, in: [zhou-xiang]}   # only in these talks
//! ```

use super::RawCorrection;
use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::input::fields::{Fields, wrong_kind};
use crate::input::yaml::{Node, Value};

const KEYS: [&str; 3] = ["heard", "meant", "in"];

/// Reads `corrections.yaml`. An empty file corrects nothing.
pub fn read(node: &Node, problems: &mut Problems) -> Vec<RawCorrection> {
    match &node.value {
        Value::Null => Vec::new(),
        Value::List(items) => items.iter().filter_map(|item| correction(item, problems)).collect(),
        _ => {
            problems.push(wrong_kind(node, "corrections.yaml", "a list of corrections"));
            Vec::new()
        }
    }
}

fn correction(node: &Node, problems: &mut Problems) -> Option<RawCorrection> {
    let fields = Fields::open(node, "a correction", &KEYS, problems)?;
    let heard = fields.required("heard", problems);
    let meant = fields.text("meant", problems);
    if fields.node("meant").is_none() {
        fields.missing("meant", problems);
    }
    let scope = fields.texts("in", problems);
    let (heard, meant) = (heard?, meant?);
    if heard.value == meant.value {
        problems.push(
            Diagnostic::new(
                Code::CorrectionOfNothing,
                meant.span,
                format!("`{}` is corrected to itself", heard.value),
            )
            .help("write what was meant, or remove the entry"),
        );
        return None;
    }
    if meant.value.trim().is_empty() {
        problems.push(
            Diagnostic::new(
                Code::CorrectionDeletes,
                meant.span,
                format!("the correction of `{}` would delete it", heard.value),
            )
            .help("write what was meant; to leave words out, use `cut` in forum.yaml"),
        );
        return None;
    }
    Some(RawCorrection { heard, meant, scope })
}
