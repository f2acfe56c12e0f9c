//! Taking mappings apart by the table in [`schema`](super::schema): known keys, values of the
//! right kind, and a problem for everything else.

mod examples;
pub mod invisible;
mod problem_subject;
mod unknown_keys;
mod values;

use std::marker::PhantomData;

use crate::diagnostics::{Code, Diagnostic, Problems, Span};
use crate::input::schema::{Key, KeySpec, Mapping, ValueKind};
use crate::input::yaml::{Spanned, YamlNode, YamlValue};

pub use problem_subject::ProblemSubject;
use values::{empty_value, likely_name, non_blank, null_word, one_line};
pub use values::{report_repeated, text, wrong_kind};

/// A mapping whose keys have been checked: `M` says which it has.
pub struct Fields<'a, M> {
    entries: &'a [(Spanned<String>, YamlNode)],
    span: Span,
    /// Known keys for which an unknown one is likely a misspelling.
    misspelt: Vec<&'static str>,
    mapping: PhantomData<M>,
}

impl<'a, M: Mapping> Fields<'a, M> {
    /// Opens a mapping. Anything but a mapping is a problem and gives nothing.
    pub fn open(node: &'a YamlNode, problems: &mut Problems) -> Option<Self> {
        Self::open_as(ProblemSubject::Mapping(&M::SPEC), node, problems)
    }

    /// Opens a mapping; a problem with what is none names the subject.
    fn open_as(
        subject: ProblemSubject<'_>,
        node: &'a YamlNode,
        problems: &mut Problems,
    ) -> Option<Self> {
        let YamlValue::Map(entries) = &node.value else {
            let problem = unknown_keys::unseparated_line(node, M::SPEC.keys);
            problems.push(
                problem
                    .unwrap_or_else(|| wrong_kind(node, subject, "a mapping of keys and values")),
            );
            return None;
        };
        let misspelt = unknown_keys::check(entries, &M::SPEC, problems);
        // the first key marks the place, because a mapping as a whole may be hundreds of lines
        let span = entries.first().map_or(node.span, |(key, _)| key.span);
        Some(Self { entries, span, misspelt, mapping: PhantomData })
    }

    /// Where the mapping begins.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The node of a key, where it is there and not null.
    pub fn node(&self, key: Key<M>) -> Option<&'a YamlNode> {
        self.written(key).filter(|node| !matches!(node.value, YamlValue::Null(_)))
    }

    /// The node of a key, where the key is there.
    fn written(&self, key: Key<M>) -> Option<&'a YamlNode> {
        self.entries.iter().find(|(k, _)| k.value == key.spec().name).map(|(_, node)| node)
    }

    /// Text that may be missing.
    pub fn text(&self, key: Key<M>, problems: &mut Problems) -> Option<Spanned<String>> {
        // a key read by a method for another kind is a fault of the program, at which tests stop
        debug_assert!(key.spec().kind.is_text(), "{:?} is no text", key.spec());
        problems.extend(self.written(key).and_then(|node| likely_name(node, key.spec())));
        text(self.node(key)?, ProblemSubject::Key(key.spec()), problems)
    }

    /// Text that must be there and not be blank.
    pub fn required_text(&self, key: Key<M>, problems: &mut Problems) -> Option<Spanned<String>> {
        debug_assert!(key.spec().required, "{:?} may be missing", key.spec());
        if self.node(key).is_none() {
            self.report_missing(key, problems);
            return None;
        }
        self.non_blank_text(key, problems)
    }

    /// Text that may be missing, but not be blank, such as an id.
    pub fn non_blank_text(&self, key: Key<M>, problems: &mut Problems) -> Option<Spanned<String>> {
        non_blank(self.text(key, problems)?, key.spec(), problems)
    }

    /// Text on one line, each run of whitespace made one space; it may be missing.
    pub fn line(&self, key: Key<M>, problems: &mut Problems) -> Option<String> {
        debug_assert!(key.spec().kind.is_line(), "{:?} is no line", key.spec());
        let line = one_line(&self.text(key, problems)?.value);
        (!line.is_empty()).then_some(line)
    }

    /// Text on one line that may be missing, but not be blank, with its place.
    pub fn non_blank_line(&self, key: Key<M>, problems: &mut Problems) -> Option<Spanned<String>> {
        debug_assert!(key.spec().kind.is_line(), "{:?} is no line", key.spec());
        let Spanned { value, span } = self.non_blank_text(key, problems)?;
        Some(Spanned { value: one_line(&value), span })
    }

    /// Text on one line that must be there and not be blank.
    pub fn required_line(&self, key: Key<M>, problems: &mut Problems) -> Option<Spanned<String>> {
        debug_assert!(key.spec().kind.is_line(), "{:?} is no line", key.spec());
        let Spanned { value, span } = self.required_text(key, problems)?;
        Some(Spanned { value: one_line(&value), span })
    }

    /// Reports that a required key is missing, or has nothing after it. Where it is only misspelt
    /// that is a problem already.
    pub fn report_missing(&self, key: Key<M>, problems: &mut Problems) {
        let name = key.spec().name;
        if self.misspelt.contains(&name) {
            return;
        }
        if let Some((found, node)) = self.entries.iter().find(|(k, _)| k.value == name) {
            problems.push(null_word(node, name).unwrap_or_else(|| empty_value(name, found.span)));
            return;
        }
        let message = format!("{} has no `{name}`", M::SPEC.name);
        problems.push(
            Diagnostic::new(Code::MissingKey, self.span, message)
                .label(format!("`{name}` is missing here"))
                .help(format!("add `{name}: …`")),
        );
    }

    /// `true` or `false`; the default of the table where it is missing or is neither.
    pub fn flag(&self, key: Key<M>, problems: &mut Problems) -> bool {
        debug_assert!(matches!(key.spec().kind, ValueKind::Flag), "{:?} is no flag", key.spec());
        let default = key.spec().default == Some("true");
        let Some(text) = self.text(key, problems) else { return default };
        match text.value.to_ascii_lowercase().as_str() {
            "true" => true,
            "false" => false,
            _ => {
                let name = key.spec().name;
                let message =
                    format!("`{name}` is `{}`, which is neither true nor false", text.value);
                problems.push(
                    Diagnostic::new(Code::WrongValue, text.span, message)
                        .help(format!("write `{name}: true` or `{name}: false`")),
                );
                default
            }
        }
    }

    /// A value that is parsed from its text, such as a date or a number. `guess` says what was
    /// likely meant by a text that cannot be parsed.
    pub fn parsed<T>(
        &self,
        key: Key<M>,
        guess: impl Fn(&str) -> Option<T>,
        problems: &mut Problems,
    ) -> Option<Spanned<T>>
    where
        T: std::str::FromStr + std::fmt::Display,
        T::Err: std::fmt::Display,
    {
        let name = key.spec().name;
        let text = self.text(key, problems)?;
        match text.value.parse() {
            Ok(value) => Some(Spanned { value, span: text.span }),
            Err(why) => {
                let message = format!("`{name}` cannot be read: {why}");
                let problem = Diagnostic::new(Code::WrongValue, text.span, message);
                problems.push(match guess(&text.value) {
                    Some(meant) => problem.help(format!("write `{name}: {meant}`")),
                    None => problem.help(format!("correct the value of `{name}`")),
                });
                None
            }
        }
    }

    /// The mapping that is the value of a key; nothing where the key is missing.
    pub fn mapping<N: Mapping>(
        &self,
        key: Key<M>,
        problems: &mut Problems,
    ) -> Option<Fields<'a, N>> {
        debug_assert!(
            // by title, because a constant has no address of its own to compare
            key.spec().kind.mapping().is_some_and(|spec| spec.title.en == N::SPEC.title.en),
            "{:?} is another mapping",
            key.spec()
        );
        Fields::open_as(ProblemSubject::Value(&N::SPEC, key.spec()), self.node(key)?, problems)
    }

    /// The items of a list; none where the key is missing.
    pub fn list(&self, key: Key<M>, problems: &mut Problems) -> &'a [YamlNode] {
        debug_assert!(key.spec().kind.is_list(), "{:?} is no list", key.spec());
        match self.node(key) {
            None => &[],
            Some(YamlNode { value: YamlValue::List(items), .. }) => items,
            Some(node) => {
                problems.push(wrong_kind(node, ProblemSubject::Key(key.spec()), "a list"));
                &[]
            }
        }
    }

    /// A list of texts, none of them blank; none where the key is missing.
    pub fn texts(&self, key: Key<M>, problems: &mut Problems) -> Vec<Spanned<String>> {
        debug_assert!(key.spec().kind.is_word_list(), "{:?} is no list of texts", key.spec());
        let items = self.list(key, problems).iter();
        items.filter_map(|item| non_blank_value(item, key.spec(), problems)).collect()
    }

    /// The entries of a mapping with free keys and text values.
    pub fn pairs(
        &self,
        key: Key<M>,
        problems: &mut Problems,
    ) -> Vec<(Spanned<String>, Spanned<String>)> {
        debug_assert!(key.spec().kind.is_free_mapping(), "{:?} has keys of its own", key.spec());
        let Some(node) = self.node(key) else { return Vec::new() };
        let YamlValue::Map(entries) = &node.value else {
            let subject = ProblemSubject::Key(key.spec());
            problems.push(wrong_kind(node, subject, "a mapping of keys and values"));
            return Vec::new();
        };
        // free keys are in no table, but may be written twice all the same
        unknown_keys::report_duplicates(entries, problems);
        let entry = |(name, value): &(Spanned<String>, YamlNode)| {
            let value = non_blank_value(value, key.spec(), problems)?;
            Some((non_blank(name.clone(), key.spec(), problems)?, value))
        };
        entries.iter().filter_map(entry).collect()
    }
}

/// The text of an entry of a key's list or mapping, unless it is blank.
pub fn non_blank_value(
    node: &YamlNode,
    key: &KeySpec,
    problems: &mut Problems,
) -> Option<Spanned<String>> {
    non_blank(text(node, ProblemSubject::Key(key), problems)?, key, problems)
}
