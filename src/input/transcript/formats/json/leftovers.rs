//! What no reader has asked for: settings, numbers, and texts under keys that nobody knows.

use super::document::{Kind, NodeIndex};
use super::reader::JsonReader;
use crate::diagnostics::Code;
use crate::input::transcript::unread::UnreadKind;
use crate::input::transcript::wordless::has_words;
use crate::model::ByteUse;
use std::ops::Range;

/// How many unknown keys are named.
const NAMED_KEYS: usize = 20;
/// How many keys of a path are shown, and how many characters of each.
const SHOWN: (usize, usize) = (6, 40);

/// Keys of metadata that may be in any language: names of files, lists of keywords.
const PROSE: [&str; 8] =
    ["key", "file", "file_url", "keywords", "errmsg", "model", "params", "systeminfo"];

/// Texts under keys that are not named.
const MORE_KEYS: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "a text under one more unknown key is not understood and is left out",
    "{n} texts under more unknown keys are not understood and are left out",
    HELP,
);
/// A key in which words stand.
const WORDS_AS_KEY: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "this key has words, is not understood and is left out",
    "{n} keys have words, are not understood and are left out",
    HELP,
);
const HELP: &str = "if it was said, let the tool export subtitles (`.srt` or `.vtt`) and name \
    those; if not, nothing need be done";

/// What the values of keys are that a reader need not ask for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct KeyUses {
    /// Keys of times.
    pub times: &'static [&'static str],
    /// Keys of voices.
    pub labels: &'static [&'static str],
    /// Keys of what the file says of itself, with all that is in it.
    pub metadata: &'static [&'static str],
}

impl KeyUses {
    fn of(&self, key: &str) -> Option<ByteUse> {
        let uses = [
            (self.times, ByteUse::Time),
            (self.labels, ByteUse::Label),
            (self.metadata, ByteUse::Metadata),
        ];
        uses.into_iter().find(|(keys, _)| keys.contains(&key)).map(|(_, used)| used)
    }
}

/// Accounts for all values that are not accounted for yet.
pub(super) fn account(reader: &mut JsonReader<'_, '_>, uses: &KeyUses) {
    let mut leftovers = Leftovers { reader, uses, open: Vec::new(), run: None, kinds: Vec::new() };
    for node in 0..leftovers.reader.document.len() {
        leftovers.node(node);
    }
    leftovers.end_run();
}

struct Leftovers<'r, 'b, 'a> {
    reader: &'r mut JsonReader<'b, 'a>,
    uses: &'r KeyUses,
    /// The objects and arrays around a value, with the use of all that is in them.
    open: Vec<(NodeIndex, Option<ByteUse>)>,
    /// Values of one use that follow each other, which are claimed at once.
    run: Option<(Range<usize>, ByteUse)>,
    /// The unknown keys.
    kinds: Vec<(String, UnreadKind)>,
}

impl Leftovers<'_, '_, '_> {
    fn node(&mut self, node: NodeIndex) {
        let document = self.reader.document;
        while self.open.last().is_some_and(|(open, _)| document.next(*open) <= node) {
            self.open.pop();
        }
        let key = document.key(node).unwrap_or_default();
        let outer = self.open.last().and_then(|(_, used)| *used);
        if !key.is_ascii() && key.contains(char::is_alphanumeric) {
            self.end_run();
            self.reader.builder.unread(&WORDS_AS_KEY, document.key_range(node));
        }
        let used = outer.or_else(|| self.uses.of(key));
        let kind = document.kind(node);
        if kind == Kind::Object || kind == Kind::Array {
            self.open.push((node, used));
        } else if self.reader.is_used(node) {
            self.end_run();
        } else if let Some(used) = used.filter(|used| self.is_fit(node, *used)) {
            self.extend_run(document.range(node), used);
        } else if self.says_something(node) {
            self.end_run();
            self.unknown(node);
        } else {
            self.extend_run(document.range(node), ByteUse::Metadata);
        }
    }

    /// Whether a value may be what its key says. Where a part of a file is missing, words can stand
    /// under the key of a time or a setting.
    fn is_fit(&self, node: NodeIndex, used: ByteUse) -> bool {
        let is_prose = |node: NodeIndex| {
            self.reader.document.key(node).is_some_and(|key| PROSE.contains(&key))
        };
        match used {
            ByteUse::Time => !self.says_something(node),
            ByteUse::Metadata if !self.open.iter().any(|(open, _)| is_prose(*open)) => {
                let text = self.reader.text(node).unwrap_or_default();
                is_prose(node) || !text.contains(|c: char| c.is_alphabetic() && !c.is_ascii())
            }
            _ => true,
        }
    }

    /// Whether a value has words, or is none that JSON knows.
    fn says_something(&self, node: NodeIndex) -> bool {
        let written = self.reader.document.written(node);
        match self.reader.document.kind(node) {
            Kind::String => has_words(&self.reader.text(node).unwrap_or_default()),
            // `parse` knows `NaN` and `Infinity` as well
            _ => !["true", "false", "null"].contains(&written) && written.parse::<f64>().is_err(),
        }
    }

    fn extend_run(&mut self, range: Range<usize>, used: ByteUse) {
        match &mut self.run {
            Some((run, of)) if *of == used => run.end = range.end,
            _ => {
                self.end_run();
                self.run = Some((range, used));
            }
        }
    }

    fn end_run(&mut self) {
        if let Some((range, used)) = self.run.take() {
            self.reader.builder.claim(range, used);
        }
    }

    /// Reports the words under a key that nobody knows.
    fn unknown(&mut self, node: NodeIndex) {
        let path = self.path(node);
        let range = self.reader.document.inner(node);
        let known = self.kinds.iter().find(|(known, _)| *known == path).map(|(_, kind)| kind);
        if let Some(kind) = known {
            self.reader.builder.unread(kind, range);
        } else if self.kinds.len() == NAMED_KEYS {
            self.reader.builder.unread(&MORE_KEYS, range);
        } else {
            let kind = UnreadKind {
                code: Code::NotUnderstood,
                one: format!("the text under `{path}` is not understood and is left out").into(),
                many: format!("{{n}} texts under `{path}` are not understood and are left out")
                    .into(),
                help: HELP.into(),
            };
            self.reader.builder.unread(&kind, range);
            self.kinds.push((path, kind));
        }
    }

    /// The keys that lead to a value: `segments[].note`.
    fn path(&self, node: NodeIndex) -> String {
        let hidden = self.open.len().saturating_sub(SHOWN.0);
        let mut path = if hidden > 0 { "…".to_owned() } else { String::new() };
        let shown = self.open.iter().skip(hidden).map(|(node, _)| *node).chain([node]);
        for node in shown {
            if let Some(key) = self.reader.document.key(node) {
                let parted = if path.is_empty() { "" } else { "." };
                path.push_str(parted);
                path.extend(key.chars().filter(|c| !c.is_control()).take(SHOWN.1));
            }
            if self.reader.document.kind(node) == Kind::Array {
                path.push_str("[]");
            }
        }
        path
    }
}
