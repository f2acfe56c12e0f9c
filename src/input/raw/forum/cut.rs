//! The stretches that are left out of the pages.

use super::quote::{self, RawQuote};
use crate::diagnostics::Problems;
use crate::input::fields::Fields;
use crate::input::schema::cut;
use crate::input::yaml::YamlNode;

/// A stretch that is left out of the pages.
#[derive(Clone, Debug)]
pub struct RawCut {
    /// The first words.
    pub from: RawQuote,
    /// The last words.
    pub to: RawQuote,
    /// Why.
    pub why: String,
}

/// Reads the entries of `cut`.
pub(super) fn read_all(items: &[YamlNode], problems: &mut Problems) -> Vec<RawCut> {
    items.iter().filter_map(|node| read(node, problems)).collect()
}

fn read(node: &YamlNode, problems: &mut Problems) -> Option<RawCut> {
    let fields = Fields::<cut::Keys>::open(node, problems)?;
    let from = quote::required(&fields, cut::FROM, problems);
    let to = quote::required(&fields, cut::TO, problems);
    let why = fields.required_line(cut::WHY, problems);
    Some(RawCut { from: from?, to: to?, why: why.map_or_else(String::new, |why| why.value) })
}
