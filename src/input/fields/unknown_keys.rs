//! The keys of a mapping against those of the table: unknown ones, each with the one that was
//! likely meant, and those that are written twice.

use super::invisible;
use super::values::report_repeated;
use crate::diagnostics::{Code, Diagnostic, Problems, nearest};
use crate::input::schema::{KeySpec, MappingSpec};
use crate::input::yaml::{Spanned, YamlNode, YamlValue};

/// Reports unknown keys and those that are written twice. Returns the known keys that unknown ones
/// were likely meant to be.
pub(super) fn check(
    entries: &[(Spanned<String>, YamlNode)],
    mapping: &MappingSpec,
    problems: &mut Problems,
) -> Vec<&'static str> {
    report_duplicates(entries, problems);
    let mut misspelt = Vec::new();
    let known = |key: &Spanned<String>| mapping.keys.iter().any(|known| known.name == key.value);
    for (key, _) in entries.iter().filter(|(key, _)| !known(key)) {
        // `title：甲` as a whole resembles no key, so the colon is looked at before the spelling
        let (problem, meant) = unseparated_key(key, mapping.keys)
            .or_else(|| with_invisible_character(key, mapping.keys))
            .unwrap_or_else(|| unknown(key, mapping));
        problems.push(problem);
        misspelt.extend(meant);
    }
    misspelt
}

/// A problem with a key, and the known key that was meant by it.
type Misspelt = (Diagnostic, Option<&'static str>);

fn unknown(key: &Spanned<String>, mapping: &MappingSpec) -> Misspelt {
    let message = format!("{} has no key `{}`", mapping.name, key.value);
    let problem = Diagnostic::new(Code::UnknownKey, key.span, message);
    let names = || mapping.keys.iter().map(|known| known.name);
    match nearest(&key.value, names()) {
        Some(near) => (problem.label(format!("did you mean `{near}`?")).help(near), Some(near)),
        None => {
            let names: Vec<&str> = names().collect();
            (problem.help(format!("the keys are {}", names.join(", "))), None)
        }
    }
}

/// A known key with a character in it that has no width.
fn with_invisible_character(key: &Spanned<String>, known: &[KeySpec]) -> Option<Misspelt> {
    let c = invisible::first(&key.value)?;
    let plain = invisible::without(&key.value);
    let meant = known.iter().find(|known| known.name == plain)?.name;
    let message = format!("the key `{meant}` {}", invisible::describe(c));
    let problem = Diagnostic::new(Code::InvisibleCharacter, key.span, message)
        .help(format!("write `{meant}` anew"));
    Some((problem, Some(meant)))
}

/// A known key and its value, which YAML reads as one text since its colon does not part them.
struct UnseparatedKey {
    key: &'static str,
    /// The first line of the value.
    value: String,
    why: &'static str,
}

impl UnseparatedKey {
    fn find(text: &str, known: &[KeySpec]) -> Option<Self> {
        let text = text.trim();
        let (key, value) = text.split_once([':', '：'])?;
        // only before a known key: a text may well have a colon in it
        let key = known.iter().find(|known| known.name == key)?.name;
        let why = if text[key.len()..].starts_with('：') {
            "the colon after it is a full-width one"
        } else if value.starts_with(|c: char| c.is_whitespace() && !c.is_ascii()) {
            "the blank after its colon is not an ordinary one"
        } else {
            "there is no blank after its colon"
        };
        let value = value.lines().next().unwrap_or_default().trim().to_owned();
        Some(Self { key, value, why })
    }

    fn message(&self) -> String {
        format!("`{}` is no key here: {}", self.key, self.why)
    }
}

fn unseparated_key(key: &Spanned<String>, known: &[KeySpec]) -> Option<Misspelt> {
    let found = UnseparatedKey::find(&key.value, known)?;
    let problem = Diagnostic::new(Code::NotAKey, key.span, found.message())
        .help(format!("write `{}: {}`", found.key, found.value));
    Some((problem, Some(found.key)))
}

/// The problem of a mapping that YAML reads as a text, since the colon of its first line does not
/// part key and value.
pub(super) fn unseparated_line(node: &YamlNode, known: &[KeySpec]) -> Option<Diagnostic> {
    let YamlValue::Scalar(text) = &node.value else { return None };
    let found = UnseparatedKey::find(text, known)?;
    let first = found.value.split_whitespace().next().unwrap_or("…");
    let help = format!("write `{}: {first}`, and each key on a line of its own", found.key);
    Some(Diagnostic::new(Code::NotAKey, node.span, found.message()).help(help))
}

/// Reports every key that is written twice.
pub(super) fn report_duplicates(entries: &[(Spanned<String>, YamlNode)], problems: &mut Problems) {
    let problem = |key: &Spanned<String>| {
        let message = format!("the key `{}` stands twice", key.value);
        Diagnostic::new(Code::DuplicateKey, key.span, message).help("keep one of them")
    };
    report_repeated(entries.iter().map(|(key, _)| key), problem, problems);
}
