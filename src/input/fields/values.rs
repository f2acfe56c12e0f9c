//! What a value is, and the problem where it is of another kind, blank or repeated.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::examples;
use super::problem_subject::ProblemSubject;
use crate::diagnostics::{Code, Diagnostic, Problems, Span};
use crate::input::schema::KeySpec;
use crate::input::yaml::{Spanned, YamlNode, YamlValue};

/// The text of a node; a problem where it is something else.
pub fn text(
    node: &YamlNode,
    subject: ProblemSubject<'_>,
    problems: &mut Problems,
) -> Option<Spanned<String>> {
    match &node.value {
        YamlValue::Scalar(text) => Some(Spanned { value: text.clone(), span: node.span }),
        _ => {
            let null_word = null_word(node, subject.name());
            problems.push(null_word.unwrap_or_else(|| wrong_kind(node, subject, "text")));
            None
        }
    }
}

/// The text, unless it is blank, which is a problem.
pub(super) fn non_blank(
    text: Spanned<String>,
    key: &KeySpec,
    problems: &mut Problems,
) -> Option<Spanned<String>> {
    if !text.value.trim().is_empty() {
        return Some(text);
    }
    problems.push(empty_value(key.name, text.span));
    None
}

/// The problem that a key has nothing after it.
pub(super) fn empty_value(key: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::EmptyValue, span, format!("nothing is written for `{key}`"))
        .help("write a value, or remove the entry")
}

/// The problem that a word which may be meant, such as the name `Null`, is read as nothing.
pub(super) fn null_word(node: &YamlNode, key: &str) -> Option<Diagnostic> {
    let YamlValue::Null(word) = &node.value else { return None };
    let message = format!("YAML reads `{word}` as nothing, so `{key}` has no text here");
    (!word.is_empty()).then(|| {
        Diagnostic::new(Code::EmptyValue, node.span, message)
            .label("no text for YAML")
            .help(format!("write \"{word}\", in quotation marks, if the word itself is meant"))
    })
}

/// The warning that `Null` is read as nothing where the value may be missing. `null` and `~` are
/// what people write for nothing; with a capital letter it is likely a name.
pub(super) fn likely_name(node: &YamlNode, key: &KeySpec) -> Option<Diagnostic> {
    let YamlValue::Null(word) = &node.value else { return None };
    let is_name = !key.required && word.contains(|c: char| c.is_ascii_uppercase());
    null_word(node, key.name).filter(|_| is_name).map(Diagnostic::milder)
}

/// A text with each run of whitespace made one space.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The problem that a node is not of the expected kind, such as `a list`.
pub fn wrong_kind(node: &YamlNode, subject: ProblemSubject<'_>, expected: &str) -> Diagnostic {
    let found = node.value.describe();
    let help = match examples::of(subject, node) {
        Some(example) => format!("write it as `{example}`"),
        None => format!("write {expected} here"),
    };
    // a key is code, `a talk` is not
    let name = subject.name();
    let name = if name.contains(' ') { name.to_owned() } else { format!("`{name}`") };
    Diagnostic::new(Code::WrongKind, node.span, format!("{name} should be {expected}, not {found}"))
        .label(format!("this is {found}"))
        .help(help)
}

/// Reports every text that is equal to an earlier one, with the place of the first.
pub fn report_repeated<'a>(
    texts: impl IntoIterator<Item = &'a Spanned<String>>,
    problem: impl Fn(&Spanned<String>) -> Diagnostic,
    problems: &mut Problems,
) {
    // the map is only looked up: problems come in the order of the texts
    let mut seen: HashMap<&str, Span> = HashMap::new();
    for text in texts {
        match seen.entry(&text.value) {
            Entry::Occupied(first) => problems
                .push(problem(text).label("a second time").other(*first.get(), "first here")),
            Entry::Vacant(vacant) => {
                vacant.insert(text.span);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::SourceMap;

    #[test]
    fn every_repetition_is_told_with_the_first_of_its_kind_however_many_there_are() {
        let file = SourceMap::default().add("a", "");
        // quadratic work would not end
        let text =
            |n: usize| Spanned { value: (n % 400_000).to_string(), span: Span::new(file, n..n) };
        let texts: Vec<Spanned<String>> = (0..400_002).map(text).chain([text(0)]).collect();
        let mut problems = Problems::new();
        let problem =
            |text: &Spanned<String>| Diagnostic::new(Code::DuplicateId, text.span, &*text.value);
        report_repeated(&texts, problem, &mut problems);
        let told: Vec<_> = problems.iter().map(|p| (p.span.start, p.others[0].0.start)).collect();
        assert_eq!(told, [(400_000, 0), (400_001, 1), (0, 0)]);
    }
}
