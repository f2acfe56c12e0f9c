//! Ids: lower-case ASCII letters, digits and single hyphens, since they become addresses.

use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::input::fields::{self, invisible};
use crate::input::yaml::Spanned;

/// Names at the top level of the site that are taken by its own pages.
const TOP: [&str; 13] = [
    "404",
    "assets",
    "data",
    "feed",
    "index",
    "organisations",
    "pages",
    "record",
    "schema",
    "search",
    "sessions",
    "speakers",
    "topics",
];
/// Names in the folder of a forum that are taken by its own pages.
const FORUM: [&str; 7] = ["feed", "host", "img", "index", "record", "sessions", "search"];
/// The longest id, in characters.
const LONGEST: usize = 80;

/// Whether a text may be an id.
fn is_id(text: &str) -> bool {
    // what passes the second test is ASCII, so that bytes are characters
    text.len() <= LONGEST
        && text.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// Checks the form of an id; one that is missing is a problem already. `what` names it in the
/// problem: `the talk`.
pub fn check_id(id: &Spanned<String>, what: &str, problems: &mut Problems) -> bool {
    if is_id(&id.value) || id.value.is_empty() {
        return true;
    }
    // without the code point, the message would show an id that looks right
    if let Some(c) = invisible::first(&id.value) {
        let plain = invisible::without(&id.value);
        let message = format!("the id `{plain}` of {what} {}", invisible::describe(c));
        problems.push(
            Diagnostic::new(Code::BadId, id.span, message).help(format!("write `{plain}` anew")),
        );
        return false;
    }
    let problem = Diagnostic::new(
        Code::BadId,
        id.span,
        format!("the id of {what} is `{}`, which cannot stand in an address", id.value),
    );
    let proper = proper(&id.value);
    problems.push(if proper.is_empty() {
        problem.help("write lower-case letters a-z, digits and single hyphens")
    } else {
        problem.label("only lower-case letters a-z, digits and single hyphens").help(proper)
    });
    false
}

/// Checks an id that names a folder at the top level of the site.
pub fn check_top(id: &Spanned<String>, what: &str, problems: &mut Problems) {
    if check_id(id, what, problems) {
        check_free(id, what, &TOP, problems);
    }
}

/// Checks an id that names a folder within a forum.
pub fn check_in_forum(id: &Spanned<String>, what: &str, problems: &mut Problems) {
    if check_id(id, what, problems) {
        check_free(id, what, &FORUM, problems);
    }
}

fn check_free(id: &Spanned<String>, what: &str, taken: &[&str], problems: &mut Problems) {
    if taken.contains(&id.value.as_str()) {
        problems.push(
            Diagnostic::new(
                Code::ReservedId,
                id.span,
                format!("{what} cannot be called `{}`: a page of the site is", id.value),
            )
            .help(format!("{}-1", id.value)),
        );
    }
}

/// Reports every id that is given twice.
pub fn check_unique<'a>(
    ids: impl IntoIterator<Item = &'a Spanned<String>>,
    what: &str,
    problems: &mut Problems,
) {
    // missing ids are empty placeholders, which are all the same
    let given = ids.into_iter().filter(|id| !id.value.is_empty());
    let problem = |id: &Spanned<String>| {
        let message = format!("the id `{}` is given to two {what}", id.value);
        Diagnostic::new(Code::DuplicateId, id.span, message).help("give one of them another id")
    };
    fields::report_repeated(given, problem, problems);
}

/// A valid id like the text: in lower case, with hyphens for other characters.
fn proper(text: &str) -> String {
    let mapped: String = text
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
        .take(LONGEST)
        .collect();
    mapped.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::{is_id, proper};

    #[test]
    fn only_what_can_stand_in_an_address_is_an_id() {
        for good in ["tao-dacheng", "2024-07-05-agi", "a"] {
            assert!(is_id(good), "{good}");
        }
        for bad in ["", "Tao", "a/b", "a--b", "-a", "陶", "a b", "..", &"a".repeat(81)] {
            assert!(!is_id(bad), "{bad}");
        }
        assert_eq!(proper("Tao/Da Cheng_"), "tao-da-cheng");
    }
}
