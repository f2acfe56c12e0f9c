//! Taking mappings apart: known keys, right kinds, and a problem for everything else.

mod examples;
pub mod invisible;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::diagnostics::{Code, Diagnostic, Problems, Span, nearest};
use crate::input::yaml::{At, Node, Value};

/// A mapping whose keys have been checked.
pub struct Fields<'a> {
    entries: &'a [(At<String>, Node)],
    what: &'static str,
    span: Span,
    /// Known keys that some unknown one is likely meant to be.
    misspelt: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// Opens a mapping that may have the `known` keys. `what` names it in problems: `a talk`.
    /// Anything but a mapping is a problem and gives nothing.
    pub fn open(
        node: &'a Node,
        what: &'static str,
        known: &[&'static str],
        problems: &mut Problems,
    ) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            let problem = glued_line(node, known);
            let problem =
                problem.unwrap_or_else(|| wrong_kind(node, what, "a mapping of keys and values"));
            problems.push(problem);
            return None;
        };
        let misspelt = check_keys(entries, what, known, problems);
        let span = entries.first().map_or(node.span, |(key, _)| key.span);
        Some(Self { entries, what, span, misspelt })
    }

    /// Where the mapping begins.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The node of a key, where it is there and not null.
    pub fn node(&self, key: &str) -> Option<&'a Node> {
        let entry = self.entries.iter().find(|(k, _)| k.value == key)?;
        (!matches!(entry.1.value, Value::Null)).then_some(&entry.1)
    }

    /// Text that may be missing.
    pub fn text(&self, key: &str, problems: &mut Problems) -> Option<At<String>> {
        text(self.node(key)?, key, problems)
    }

    /// Text that must be there and not be blank.
    pub fn required(&self, key: &str, problems: &mut Problems) -> Option<At<String>> {
        let Some(node) = self.node(key) else {
            self.missing(key, problems);
            return None;
        };
        filled(text(node, key, problems)?, key, problems)
    }

    /// Text that may be missing, but not be blank, such as an id.
    pub fn named(&self, key: &str, problems: &mut Problems) -> Option<At<String>> {
        filled(self.text(key, problems)?, key, problems)
    }

    /// Text on one line, every run of blanks and line breaks made one blank; it may be missing.
    pub fn line(&self, key: &str, problems: &mut Problems) -> Option<String> {
        let line = one_line(&self.text(key, problems)?.value);
        (!line.is_empty()).then_some(line)
    }

    /// Text on one line that must be there and not be blank.
    pub fn required_line(&self, key: &str, problems: &mut Problems) -> Option<At<String>> {
        let At { value, span } = self.required(key, problems)?;
        Some(At { value: one_line(&value), span })
    }

    /// Reports that a required key is missing, or has nothing after it. Where it is only misspelt
    /// that is a problem already.
    pub fn missing(&self, key: &str, problems: &mut Problems) {
        let what = self.what;
        if self.misspelt.contains(&key) {
            return;
        }
        if let Some((found, _)) = self.entries.iter().find(|(k, _)| k.value == key) {
            problems.push(empty(key, found.span));
            return;
        }
        problems.push(
            Diagnostic::new(Code::MissingKey, self.span, format!("{what} has no `{key}`"))
                .label(format!("`{key}` is missing here"))
                .help(format!("add `{key}: …`")),
        );
    }

    /// `true` or `false`, where there.
    pub fn flag(&self, key: &str, problems: &mut Problems) -> Option<bool> {
        let text = self.text(key, problems)?;
        match text.value.to_ascii_lowercase().as_str() {
            "true" => Some(true),
            "false" => Some(false),
            _ => {
                problems.push(
                    Diagnostic::new(
                        Code::WrongValue,
                        text.span,
                        format!("`{key}` is `{}`, which is neither true nor false", text.value),
                    )
                    .help(format!("write `{key}: true` or `{key}: false`")),
                );
                None
            }
        }
    }

    /// A value that is read from its text, such as a date or a number.
    pub fn parsed<T>(&self, key: &str, problems: &mut Problems) -> Option<At<T>>
    where
        T: std::str::FromStr + std::fmt::Display,
        T::Err: std::fmt::Display,
    {
        self.parsed_or(key, |_| None, problems)
    }

    /// As [`Fields::parsed`]; `guess` says what was likely meant by a text that cannot be read.
    pub fn parsed_or<T>(
        &self,
        key: &str,
        guess: impl Fn(&str) -> Option<T>,
        problems: &mut Problems,
    ) -> Option<At<T>>
    where
        T: std::str::FromStr + std::fmt::Display,
        T::Err: std::fmt::Display,
    {
        let text = self.text(key, problems)?;
        match text.value.parse() {
            Ok(value) => Some(At { value, span: text.span }),
            Err(why) => {
                let message = format!("`{key}` cannot be read: {why}");
                let problem = Diagnostic::new(Code::WrongValue, text.span, message);
                problems.push(match guess(&text.value) {
                    Some(meant) => problem.help(format!("write `{key}: {meant}`")),
                    None => problem.help(format!("correct the value of `{key}`")),
                });
                None
            }
        }
    }

    /// The items of a list; none where the key is missing.
    pub fn list(&self, key: &str, problems: &mut Problems) -> &'a [Node] {
        match self.node(key) {
            None => &[],
            Some(Node { value: Value::List(items), .. }) => items,
            Some(node) => {
                problems.push(wrong_kind(node, key, "a list"));
                &[]
            }
        }
    }

    /// A list of texts, none of them blank; none where the key is missing.
    pub fn texts(&self, key: &str, problems: &mut Problems) -> Vec<At<String>> {
        let items = self.list(key, problems).iter();
        items.filter_map(|item| filled(text(item, key, problems)?, key, problems)).collect()
    }

    /// The entries of a mapping with free keys and text values.
    pub fn pairs(&self, key: &str, problems: &mut Problems) -> Vec<(At<String>, At<String>)> {
        let Some(node) = self.node(key) else { return Vec::new() };
        let Value::Map(entries) = &node.value else {
            problems.push(wrong_kind(node, key, "a mapping of keys and values"));
            return Vec::new();
        };
        twice(entries, problems);
        let entry = |(k, v): &(At<String>, Node)| {
            let value = filled(text(v, key, problems)?, key, problems)?;
            Some((filled(k.clone(), key, problems)?, value))
        };
        entries.iter().filter_map(entry).collect()
    }
}

/// The text, unless it is blank, which is a problem.
pub fn filled(text: At<String>, key: &str, problems: &mut Problems) -> Option<At<String>> {
    if !text.value.trim().is_empty() {
        return Some(text);
    }
    problems.push(empty(key, text.span));
    None
}

fn empty(key: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::EmptyValue, span, format!("nothing is written for `{key}`"))
        .help("write a value, or remove the entry")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of a node; a problem where it is something else.
pub fn text(node: &Node, what: &str, problems: &mut Problems) -> Option<At<String>> {
    match &node.value {
        Value::Scalar(text) => Some(At { value: text.clone(), span: node.span }),
        _ => {
            problems.push(wrong_kind(node, what, "text"));
            None
        }
    }
}

/// The problem that a node is not of the kind it should be.
pub fn wrong_kind(node: &Node, what: &str, expected: &str) -> Diagnostic {
    let found = node.value.describe();
    let help = match examples::of(what, node) {
        Some(example) => format!("write it as `{example}`"),
        None => format!("write {expected} here"),
    };
    let what = if what.contains(' ') { what.to_owned() } else { format!("`{what}`") };
    Diagnostic::new(Code::WrongKind, node.span, format!("{what} should be {expected}, not {found}"))
        .label(format!("this is {found}"))
        .help(help)
}

/// A text that is a key and a value, with a full-width colon between them or without a blank:
/// which known key, what it is told, and what is wrong.
fn glued(text: &str, known: &[&'static str]) -> Option<(&'static str, String, &'static str)> {
    let text = text.trim();
    let (key, said) = text.split_once([':', '：'])?;
    let key = known.iter().find(|known| **known == key)?;
    let why = if text[key.len()..].starts_with('：') {
        "the colon after it is a full-width one"
    } else if said.starts_with(|c: char| c.is_whitespace() && !c.is_ascii()) {
        "the blank after its colon is not an ordinary one"
    } else {
        "there is no blank after its colon"
    };
    Some((key, said.lines().next().unwrap_or_default().trim().to_owned(), why))
}

/// The problem of a mapping whose first line is a text to YAML, since its colon is none.
fn glued_line(node: &Node, known: &[&'static str]) -> Option<Diagnostic> {
    let Value::Scalar(text) = &node.value else { return None };
    let (key, said, why) = glued(text, known)?;
    let said = said.split_whitespace().next().unwrap_or("…");
    Some(
        Diagnostic::new(Code::NotAKey, node.span, format!("`{key}` is no key here: {why}"))
            .help(format!("write `{key}: {said}`, and each key on a line of its own")),
    )
}

fn check_keys(
    entries: &[(At<String>, Node)],
    what: &str,
    known: &[&'static str],
    problems: &mut Problems,
) -> Vec<&'static str> {
    twice(entries, problems);
    let mut misspelt = Vec::new();
    for (key, _) in entries.iter().filter(|(key, _)| !known.contains(&key.value.as_str())) {
        if let Some((meant, said, why)) = glued(&key.value, known) {
            let message = format!("`{meant}` is no key here: {why}");
            problems.push(
                Diagnostic::new(Code::NotAKey, key.span, message)
                    .help(format!("write `{meant}: {said}`")),
            );
            misspelt.push(meant);
            continue;
        }
        if let Some((meant, c)) = unseen(&key.value, known) {
            let message = format!("the key `{meant}` {}", invisible::named(c));
            let help = format!("write `{meant}` anew");
            problems.push(Diagnostic::new(Code::InvisibleCharacter, key.span, message).help(help));
            misspelt.push(meant);
            continue;
        }
        let problem = Diagnostic::new(
            Code::UnknownKey,
            key.span,
            format!("{what} has no key `{}`", key.value),
        );
        problems.push(match nearest(&key.value, known.iter().copied()) {
            Some(near) => {
                misspelt.push(near);
                problem.label(format!("did you mean `{near}`?")).help(near)
            }
            None => problem.help(format!("the keys are {}", known.join(", "))),
        });
    }
    misspelt
}

/// The known key that a text is but for a character that nobody sees, and that character.
fn unseen(text: &str, known: &[&'static str]) -> Option<(&'static str, char)> {
    let c = invisible::first(text)?;
    let plain = invisible::without(text);
    known.iter().find(|known| **known == plain).map(|known| (*known, c))
}

fn twice(entries: &[(At<String>, Node)], problems: &mut Problems) {
    let problem = |key: &At<String>| {
        let message = format!("the key `{}` stands twice", key.value);
        Diagnostic::new(Code::DuplicateKey, key.span, message).help("keep one of them")
    };
    repeated(entries.iter().map(|(key, _)| key), problem, problems);
}

/// Tells of every text that stands among those before it already, with the place of the first.
pub fn repeated<'a>(
    texts: impl IntoIterator<Item = &'a At<String>>,
    problem: impl Fn(&At<String>) -> Diagnostic,
    problems: &mut Problems,
) {
    let mut seen: HashMap<&str, Span> = HashMap::new();
    for text in texts {
        match seen.entry(&text.value) {
            Entry::Occupied(first) => problems
                .push(problem(text).label("a second time").other(*first.get(), "first here")),
            Entry::Vacant(place) => {
                place.insert(text.span);
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
        let text = |n: usize| At { value: (n % 400_000).to_string(), span: Span::new(file, n..n) };
        let texts: Vec<At<String>> = (0..400_002).map(text).chain([text(0)]).collect();
        let mut problems = Problems::new();
        repeated(
            &texts,
            |text| Diagnostic::new(Code::DuplicateId, text.span, &*text.value),
            &mut problems,
        );
        let told: Vec<_> = problems.iter().map(|p| (p.span.start, p.others[0].0.start)).collect();
        assert_eq!(told, [(400_000, 0), (400_001, 1), (0, 0)]);
    }
}
