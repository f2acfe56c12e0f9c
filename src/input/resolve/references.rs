//! References by id.

use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::input::fields::invisible;
use crate::input::yaml::{COMMAS, Spanned};

/// The problem that an id is unknown, with the id that was likely meant.
pub(super) fn unknown<'a>(
    code: Code,
    what: &str,
    id: &Spanned<String>,
    known: impl IntoIterator<Item = &'a str>,
    where_to_add: &str,
) -> Diagnostic {
    // first, because such an id looks the same as the known one
    if let Some(c) = invisible::first(&id.value) {
        let plain = invisible::without(&id.value);
        let message = format!("`{plain}` {}, and names no {what}", invisible::describe(c));
        return Diagnostic::new(code, id.span, message).help(format!("write `{plain}` anew"));
    }
    // next, because a list joined by Chinese commas is no misspelling of one id
    if id.value.contains(COMMAS) {
        let message = format!("`{}` names no {what}: between two ids stands `, `", id.value);
        let ids: Vec<&str> = id.value.split(COMMAS).map(str::trim).collect();
        return Diagnostic::new(code, id.span, message).help(format!("write `{}`", ids.join(", ")));
    }
    let message = format!("there is no {what} `{}`", id.value);
    let problem = Diagnostic::new(code, id.span, message);
    match nearest(&id.value, known) {
        Some(near) => problem.label(format!("did you mean `{near}`?")).help(near),
        None => problem.help(where_to_add),
    }
}
