//! What stands in for a required text that is missing.

use crate::diagnostics::Span;
use crate::input::yaml::Spanned;

/// The empty text that replaces a required one that is missing. The missing text is a problem
/// already; without the replacement every reference to the entry would be one too.
pub(super) fn placeholder(span: Span) -> Spanned<String> {
    Spanned { value: String::new(), span }
}
