//! YAML as a tree of nodes that know their place.
//!
//! serde-saphyr reads the YAML 1.2 and guards against alias bombs; what it gives is kept as nodes
//! with byte spans, so that a file with ten mistakes yields ten problems and not the first only,
//! and so that a scalar is what was written (`part: 31` as well as `part: "31"`).

mod lints;
mod lookalikes;
mod quoting;
mod repair;
mod syntax_errors;

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::options::DuplicateKeyPolicy;
use serde_saphyr::{Location, Options, Spanned};

use crate::diagnostics::{Code, Diagnostic, FileId, Problems, SourceMap, Span};
pub(super) use lints::COMMAS;
use lookalikes::Sign;
use repair::Slip;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// A node of a YAML file.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// Text, a number or a boolean, as written.
    Scalar(String),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping, in the order written; a key may stand twice.
    Map(Vec<(At<String>, Node)>),
}

impl Value {
    /// What kind of value this is, in words.
    pub fn describe(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Scalar(_) => "text",
            Self::List(_) => "a list",
            Self::Map(_) => "a mapping",
        }
    }
}

/// Reads a file known to `sources`. A file without content is `Value::Null`. What cannot be read
/// is a problem; where all that can be repaired is, there is a node nevertheless, for finding the
/// file's other mistakes.
pub fn parse(file: FileId, sources: &SourceMap, problems: &mut Problems) -> Option<Node> {
    parse_at(file, sources, 0..sources.text(file).len(), problems)
}

/// Reads a part of a file, such as the front matter of a page, as [`parse`] does.
pub fn parse_at(
    file: FileId,
    sources: &SourceMap,
    part: std::ops::Range<usize>,
    problems: &mut Problems,
) -> Option<Node> {
    let text = &sources.text(file)[part.clone()];
    let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let text = &text[bom..];
    let mut place = Placing {
        text,
        read: text,
        file,
        offset: part.start + bom,
        slips: Vec::new(),
        spoilt: Vec::new(),
    };
    if let Some(tab) = lookalikes::indenting_tab(text) {
        problems.push(place.tab(tab));
        return None;
    }
    let signs = lookalikes::find(text);
    if !signs.is_empty() {
        problems.extend(signs.iter().map(|sign| place.sign(sign)));
        return None;
    }
    let read = |text: &str| serde_saphyr::from_str_with_options::<Spanned<Raw>>(text, options());
    let first = read(text);
    place.slips = repair::find(text);
    place.slips.retain(|slip| slip.silent || first.is_err());
    place.spoilt = place.slips.iter().filter_map(|slip| slip.value).collect();
    problems.extend(place.slips.iter().map(|slip| place.slip(slip)));
    let repaired = repair::repaired(text, &place.slips);
    place.read = &repaired;
    let second = if place.slips.is_empty() { first } else { read(&repaired) };
    match second {
        Ok(raw) => {
            let node = place.node(raw);
            lints::find(&node, sources, problems);
            Some(node)
        }
        Err(error) => {
            problems.extend(place.error(&error));
            None
        }
    }
}

fn options() -> Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_nodes: 250_000,
            max_aliases: 1_000,
            max_anchors: 1_000,
        },
        alias_limits: serde_saphyr::alias_limits! { max_total_replayed_events: 20_000 },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        with_snippet: false,
        non_finite_float_policy: serde_saphyr::options::NonFiniteFloatPolicy::AsString,
    }
}

/// Turns the parser's places into spans of the file.
struct Placing<'a> {
    text: &'a str,
    /// The text as the parser has read it, with what was repaired.
    read: &'a str,
    file: FileId,
    offset: usize,
    /// What was repaired before the text was read.
    slips: Vec<Slip>,
    /// Where the values begin that the repairs have spoilt, in order.
    spoilt: Vec<usize>,
}

impl Placing<'_> {
    fn node(&self, raw: Spanned<Raw>) -> Node {
        let (range, mut span) = self.range(raw.referenced);
        if let Some(start) = self.unspoilt(range.start) {
            span = Span::new(self.file, self.offset + start..self.offset + range.end);
        }
        let value = match raw.value {
            Raw::Null => Value::Null,
            Raw::Text(text) => match self.unspoilt(range.start) {
                Some(start) => Value::Scalar(self.text[start..range.end].to_owned()),
                None => Value::Scalar(text),
            },
            Raw::Plain(otherwise) => {
                // a number or boolean: what was written, not what it would be in another spelling
                let (defined, _) = self.range(raw.defined);
                let written = self.text.get(defined).map(str::trim).filter(|w| !w.is_empty());
                Value::Scalar(written.unwrap_or(&otherwise).to_owned())
            }
            Raw::List(items) => Value::List(items.into_iter().map(|i| self.node(i)).collect()),
            Raw::Map(entries) => Value::Map(
                entries.into_iter().map(|(key, node)| (self.key(key), self.node(node))).collect(),
            ),
        };
        Node { value, span }
    }

    /// Where the value begins, of which a repair has spoilt the first character.
    fn unspoilt(&self, start: usize) -> Option<usize> {
        let place = self.spoilt.partition_point(|at| *at <= start).checked_sub(1)?;
        // the repair may have put a blank there
        Some(self.spoilt[place]).filter(|value| start - value < '\u{10ffff}'.len_utf8())
    }

    fn key(&self, key: Spanned<Raw>) -> At<String> {
        let node = self.node(key);
        let value = match node.value {
            Value::Scalar(text) => text,
            Value::Null => "~".to_owned(),
            Value::List(_) | Value::Map(_) => "?".to_owned(),
        };
        At { value, span: node.span }
    }

    fn range(&self, location: Location) -> (std::ops::Range<usize>, Span) {
        let bytes = location.span();
        let start = bytes.byte_offset().map_or(0, to_usize).min(self.text.len());
        let end = start + bytes.byte_len().map_or(0, to_usize);
        let end = end.min(self.text.len()).max(start);
        let mut trimmed = start + self.read.get(start..end).map_or(0, |t| t.trim_end().len());
        // a repair may end within a character of the file
        while !self.text.is_char_boundary(trimmed) {
            trimmed += 1;
        }
        let start = (0..=start).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
        (start..trimmed, Span::new(self.file, self.offset + start..self.offset + trimmed))
    }

    fn sign(&self, sign: &Sign) -> Diagnostic {
        let span =
            Span::new(self.file, self.offset + sign.place.start..self.offset + sign.place.end);
        Diagnostic::new(sign.code, span, sign.message).help(sign.help.as_str())
    }

    fn slip(&self, slip: &Slip) -> Diagnostic {
        let span =
            Span::new(self.file, self.offset + slip.place.start..self.offset + slip.place.end);
        Diagnostic::new(slip.code, span, slip.message.as_str()).help(slip.help.as_str())
    }

    /// The syntax error, unless a slip on the same line says it already.
    fn error(&self, error: &serde_saphyr::Error) -> Option<Diagnostic> {
        let at = error.location().map_or(0, |location| self.byte(location));
        let here = |slip: &Slip| {
            let (one, two) = (slip.place.start.min(at), slip.place.start.max(at));
            !self.text[one..two].contains('\n')
        };
        if self.slips.iter().any(here) {
            return None;
        }
        let next = self.text[at..].chars().next().filter(|c| !c.is_control());
        let end = at + next.map_or(0, char::len_utf8);
        let span = Span::new(self.file, self.offset + at..self.offset + end);
        let (message, help) = syntax_errors::in_words(error, self.text, at);
        Some(Diagnostic::new(Code::YamlSyntax, span, message).help(help))
    }

    /// The byte at a place; the parser gives some by byte and some by line and column only.
    fn byte(&self, place: Location) -> usize {
        if let Some(byte) = place.span().byte_offset().map(to_usize) {
            return byte.min(self.text.len());
        }
        let number = |n: u64| to_usize(n).saturating_sub(1);
        let mut lines = self.text.split_inclusive('\n');
        let before: usize = lines.by_ref().take(number(place.line())).map(str::len).sum();
        let line = lines.next().unwrap_or_default().trim_end_matches(['\r', '\n']);
        let in_line =
            line.char_indices().nth(number(place.column())).map_or(line.len(), |(at, _)| at);
        before + in_line
    }

    fn tab(&self, at: usize) -> Diagnostic {
        let at = self.offset + at;
        Diagnostic::new(
            Code::YamlTab,
            Span::new(self.file, at..at + 1),
            "this line is indented with a tab",
        )
        .label("a tab")
        .help("indent with blanks; YAML does not allow tabs there")
    }
}

fn to_usize(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// What the parser gives, before places are settled.
enum Raw {
    Null,
    Text(String),
    /// A number or boolean, in Rust's spelling.
    Plain(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<Raw>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }
    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }
    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }
    fn visit_bool<E>(self, v: bool) -> Result<Raw, E> {
        Ok(Raw::Plain(v.to_string()))
    }
    fn visit_i64<E>(self, v: i64) -> Result<Raw, E> {
        Ok(Raw::Plain(v.to_string()))
    }
    fn visit_u64<E>(self, v: u64) -> Result<Raw, E> {
        Ok(Raw::Plain(v.to_string()))
    }
    fn visit_f64<E>(self, v: f64) -> Result<Raw, E> {
        Ok(Raw::Plain(v.to_string()))
    }
    fn visit_str<E>(self, v: &str) -> Result<Raw, E> {
        Ok(Raw::Text(v.to_owned()))
    }
    fn visit_string<E>(self, v: String) -> Result<Raw, E> {
        Ok(Raw::Text(v))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Map(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> (SourceMap, Result<Node, Diagnostic>) {
        let mut sources = SourceMap::default();
        let file = sources.add("x.yaml", text);
        let mut problems = Vec::new();
        let node = parse(file, &sources, &mut problems);
        (sources, node.ok_or_else(|| problems.remove(0)))
    }

    fn scalar(text: &str) -> String {
        let (_, node) = parsed(text);
        match node.unwrap().value {
            Value::Map(entries) => match &entries[0].1.value {
                Value::Scalar(text) => text.clone(),
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn scalars_are_what_was_written() {
        assert_eq!(scalar("part: 031"), "031");
        assert_eq!(scalar("part: 1.50"), "1.50");
        assert_eq!(scalar("yes: yes"), "yes");
        assert_eq!(scalar("a: 'it''s'"), "it's");
    }

    #[test]
    fn places_are_bytes_of_the_file() {
        let (sources, node) = parsed("\u{feff}标题: 甲\n列:\n  - 乙丙\n");
        let Value::Map(entries) = node.unwrap().value else { panic!() };
        let span = entries[0].1.span;
        assert_eq!(&sources.text(span.file)[span.range()], "甲");
        let Value::List(items) = &entries[1].1.value else { panic!() };
        assert_eq!(&sources.text(span.file)[items[0].span.range()], "乙丙");
        assert_eq!(&sources.text(span.file)[entries[1].0.span.range()], "列");
    }

    #[test]
    fn an_alias_bomb_is_a_problem_and_not_a_crash() {
        let mut text = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for i in 1..12 {
            let before = format!("*a{}, ", i - 1).repeat(10);
            text += &format!("a{i}: &a{i} [{}]\n", before.trim_end_matches(", "));
        }
        let (_, node) = parsed(&text);
        assert_eq!(node.unwrap_err().code, Code::YamlSyntax);
    }

    #[test]
    fn a_tab_is_named() {
        let (_, node) = parsed("a:\n\tb: c\n");
        let problem = node.unwrap_err();
        assert_eq!((problem.code, problem.span.start), (Code::YamlTab, 3));
    }
}
