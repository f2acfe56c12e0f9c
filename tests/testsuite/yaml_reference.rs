//! The reference of the YAML files in `docs/` is what the table of keys gives.

use forum_proceedings::diagnostics::TextLanguage;
use forum_proceedings::input::schema::reference;

use crate::snapshot;

#[test]
fn the_reference_in_docs_is_that_of_the_table() {
    snapshot::compare_file("docs/yaml.md", &reference::markdown(TextLanguage::English));
    snapshot::compare_file("docs/yaml.zh-CN.md", &reference::markdown(TextLanguage::Chinese));
}
