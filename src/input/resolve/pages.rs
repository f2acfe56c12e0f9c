//! The free pages.

use super::ids;
use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::input::raw::RawPage;
use crate::model::FreePage;

/// Checks the free pages. Their ids and those of forums share the top level of the site.
pub fn pages(raw: Vec<RawPage>, forums: &[String], problems: &mut Problems) -> Vec<FreePage> {
    let mut pages = Vec::new();
    for page in raw {
        ids::check_top(&page.id, "the page", problems);
        if forums.contains(&page.id.value) {
            let message = format!("the page `{}` has the name of a forum", page.id.value);
            problems.push(
                Diagnostic::new(Code::DuplicateId, page.id.span, message).help("rename the file"),
            );
        }
        let RawPage { id, title, nav, markdown } = page;
        pages.push(FreePage { id: id.value, title, nav, markdown });
    }
    pages.sort_by(|a, b| a.id.cmp(&b.id));
    pages
}
