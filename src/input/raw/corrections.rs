//! `<forum>/corrections.yaml`: what was misheard, and what was meant.

use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::input::fields::{Fields, ProblemSubject, wrong_kind};
use crate::input::schema::correction;
use crate::input::yaml::{Spanned, YamlNode, YamlValue};

/// One entry of `<forum>/corrections.yaml`.
#[derive(Clone, Debug)]
pub struct RawCorrection {
    /// What the recogniser gave.
    pub heard: Spanned<String>,
    /// What was meant.
    pub meant: Spanned<String>,
    /// Ids of the talks to which it is limited; empty for all.
    pub scope: Vec<Spanned<String>>,
}

/// Reads `corrections.yaml`. An empty file corrects nothing.
pub fn read(node: &YamlNode, problems: &mut Problems) -> Vec<RawCorrection> {
    match &node.value {
        YamlValue::Null(_) => Vec::new(),
        YamlValue::List(items) => {
            items.iter().filter_map(|item| correction(item, problems)).collect()
        }
        _ => {
            let file = ProblemSubject::Other("corrections.yaml");
            problems.push(wrong_kind(node, file, "a list of corrections"));
            Vec::new()
        }
    }
}

fn correction(node: &YamlNode, problems: &mut Problems) -> Option<RawCorrection> {
    let fields = Fields::<correction::Keys>::open(node, problems)?;
    let heard = fields.required_text(correction::HEARD, problems);
    // not `required_text`: a blank `meant` would delete words, which has a code of its own below
    let meant = fields.text(correction::MEANT, problems);
    if fields.node(correction::MEANT).is_none() {
        fields.report_missing(correction::MEANT, problems);
    }
    let scope = fields.texts(correction::IN, problems);
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
