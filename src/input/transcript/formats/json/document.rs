//! The values of a JSON file, each with its place in the file.
//!
//! ```text
//! file    = [BOM] { value }              of several values each is read
//! value   = object | array | string | number | "true" | "false" | "null"
//! object  = "{" [ member { "," member } [ "," ] ] "}"
//! member  = string ":" value
//! array   = "[" [ value { "," value } [ "," ] ] "]"
//! number  = a run of digits, letters, "+", "-" and "."
//! string  = '"' { escape | any character but '"' and "\" } '"'
//! escape  = "\" any character
//! ```
//!
//! The grammar is RFC 8259 with what tools write beside it: Python's `json` writes `NaN` and
//! `Infinity`, whisper.cpp line breaks and tabs within strings, streaming tools one object a line.
//! A file that breaks the grammar has all values up to the place where it does, which is what a
//! file that was cut off needs.
//!
//! serde_json and the crates that give positions (jsonc-parser, json-spanned-value) refuse such
//! files as a whole, recurse as deep as the file nests, and give of a string with escapes only the
//! decoded text, in which no character knows its place any more. Therefore this reader is our own.
//! It takes one pass, no recursion, and 24 bytes for a value.

use std::ops::Range;

/// How many values a file may have. Ten hours of speech with each word's times are two million.
const MAX_VALUES: usize = 6_000_000;

/// Index of a value in its document.
pub(super) type NodeIndex = usize;

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    Array,
    String,
    /// A number, `true`, `false` or `null`, or another bare word.
    Bare,
}

/// A value. Offsets are those of the file, which has at most 64 MB.
#[derive(Clone, Copy, Debug)]
struct Node {
    kind: Kind,
    /// Where the key's text is, without its quotes; an empty range for the element of an array.
    key: (u32, u32),
    /// The whole value, with its quotes or brackets.
    range: (u32, u32),
    /// The index behind all values in this one.
    next: u32,
}

/// The values of a file, each before those in it.
#[derive(Debug)]
pub(super) struct Document<'a> {
    source: &'a str,
    nodes: Vec<Node>,
    /// Where the file stops being JSON, if it does.
    pub damage: Option<usize>,
}

impl<'a> Document<'a> {
    /// Reads a file, up to the place where it is damaged.
    pub fn parse(source: &'a str) -> Self {
        let start = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let document = Self { source, nodes: Vec::new(), damage: None };
        let mut parser = Parser { document, at: start, open: Vec::new() };
        if let Err(Damage(at)) = parser.values() {
            parser.document.damage = Some(at);
            while parser.close(at) {}
        }
        parser.document
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The values that are in no other one.
    pub fn roots(&self) -> impl Iterator<Item = NodeIndex> + '_ {
        self.siblings(0, self.nodes.len())
    }

    /// The values of an object or array, in order; none for another value.
    pub fn children(&self, node: NodeIndex) -> impl Iterator<Item = NodeIndex> + '_ {
        self.siblings(node + 1, self.next(node))
    }

    /// The values from `first` to `end`, but for those within them.
    fn siblings(&self, first: NodeIndex, end: NodeIndex) -> impl Iterator<Item = NodeIndex> + '_ {
        let index = move |at: NodeIndex| (at < end).then_some(at);
        std::iter::successors(index(first), move |at| index(self.next(*at)))
    }

    /// The index behind all values in this one.
    pub fn next(&self, node: NodeIndex) -> NodeIndex {
        self.nodes.get(node).map_or(node + 1, |node| node.next as usize)
    }

    /// What a value is.
    pub fn kind(&self, node: NodeIndex) -> Kind {
        self.nodes.get(node).map_or(Kind::Bare, |node| node.kind)
    }

    /// The range of a value in the file, with its quotes or brackets.
    pub fn range(&self, node: NodeIndex) -> Range<usize> {
        self.nodes.get(node).map_or(0..0, |node| usize_range(node.range))
    }

    /// The range of a value without the quotes of a string.
    pub fn inner(&self, node: NodeIndex) -> Range<usize> {
        let range = self.range(node);
        match self.kind(node) {
            Kind::String => range.start + 1..range.end - 1,
            _ => range,
        }
    }

    /// The text of the file from `inner`, escapes as they are written.
    pub fn written(&self, node: NodeIndex) -> &'a str {
        self.source.get(self.inner(node)).unwrap_or_default()
    }

    /// The range of the key of a value; an empty one for the element of an array.
    pub fn key_range(&self, node: NodeIndex) -> Range<usize> {
        self.nodes.get(node).map_or(0..0, |node| usize_range(node.key))
    }

    /// The key of a value as it is written; nothing for the element of an array.
    pub fn key(&self, node: NodeIndex) -> Option<&'a str> {
        let range = self.key_range(node);
        // the key of a member may be empty, but its range never begins with the file
        (range.start > 0).then(|| self.source.get(range).unwrap_or_default())
    }

    /// The value of a key of an object. Of several the last, as most programs read it.
    pub fn member(&self, node: NodeIndex, key: &str) -> Option<NodeIndex> {
        self.children(node).filter(|child| self.key(*child) == Some(key)).last()
    }

    /// The value at the end of a path: keys, or numbers of elements, with dots between them.
    pub fn at(&self, node: NodeIndex, path: &str) -> Option<NodeIndex> {
        path.split('.').try_fold(node, |node, key| match self.kind(node) {
            Kind::Array => self.children(node).nth(key.parse().ok()?),
            _ => self.member(node, key),
        })
    }

    /// All values at the end of a path of keys with dots between them. Of a list on the way the
    /// elements are followed, and at its end they are given.
    pub fn all(&self, node: NodeIndex, path: &str) -> Vec<NodeIndex> {
        path.split('.').fold(vec![node], |nodes, key| {
            let values = nodes.into_iter().filter_map(|node| self.member(node, key));
            values.flat_map(|value| self.elements(value)).collect()
        })
    }

    /// The elements of a list; any other value by itself.
    pub fn elements(&self, node: NodeIndex) -> Vec<NodeIndex> {
        match self.kind(node) {
            Kind::Array => self.children(node).collect(),
            _ => vec![node],
        }
    }

    /// Whether a value is there and is more than `null`.
    pub fn is_value(&self, node: NodeIndex) -> bool {
        self.kind(node) != Kind::Bare || self.written(node) != "null"
    }
}

fn usize_range((start, end): (u32, u32)) -> Range<usize> {
    start as usize..end as usize
}

/// The offset at which a file is not JSON any more.
struct Damage(usize);

/// What may stand next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Expected {
    /// A value, a key with its value, or the end of what is open.
    Item,
    /// A comma, or the end of what is open.
    Comma,
}

struct Parser<'a> {
    document: Document<'a>,
    at: usize,
    /// The objects and arrays that have not ended, the innermost last.
    open: Vec<NodeIndex>,
}

impl Parser<'_> {
    fn values(&mut self) -> Result<(), Damage> {
        let mut expected = Expected::Item;
        while let Some(byte) = self.peek() {
            let innermost = self.open.last().map(|open| self.document.kind(*open));
            match (byte, innermost) {
                (b'}', Some(Kind::Object)) | (b']', Some(Kind::Array)) => {
                    self.at += 1;
                    self.close(self.at);
                    expected = Expected::Comma;
                }
                (b',', Some(_)) if expected == Expected::Comma => {
                    self.at += 1;
                    expected = Expected::Item;
                }
                // one value after another outside of all is a file of lines
                (_, Some(_)) if expected == Expected::Comma => return Err(Damage(self.at)),
                _ => expected = self.item(innermost == Some(Kind::Object))?,
            }
        }
        if self.open.is_empty() { Ok(()) } else { Err(Damage(self.at)) }
    }

    /// Reads a value with its key, or the beginning of one that has values in it.
    fn item(&mut self, keyed: bool) -> Result<Expected, Damage> {
        let start = self.at;
        let key = if keyed { self.key()? } else { 0..0 };
        let at = self.at;
        match self.peek() {
            Some(b'{') => return self.begin(Kind::Object, key),
            Some(b'[') => return self.begin(Kind::Array, key),
            Some(b'"') => {
                // a key whose value is missing is no markup, because it may be the value of another
                self.string().map_err(|_| Damage(start))?;
                self.add(Kind::String, key, at)?;
            }
            _ => {
                let length = self.rest().bytes().take_while(|b| is_bare(*b)).count();
                if length == 0 {
                    return Err(Damage(start));
                }
                self.at += length;
                self.add(Kind::Bare, key, at)?;
            }
        }
        Ok(Expected::Comma)
    }

    /// Reads a key and the colon after it. Gives the range of the key without its quotes.
    fn key(&mut self) -> Result<Range<usize>, Damage> {
        let start = self.at;
        self.string()?;
        let end = self.at;
        if self.peek() != Some(b':') {
            return Err(Damage(start));
        }
        self.at += 1;
        self.peek();
        Ok(start + 1..end - 1)
    }

    /// Passes over a string with its quotes.
    fn string(&mut self) -> Result<(), Damage> {
        let start = self.at;
        let mut escaped = false;
        if !self.rest().starts_with('"') {
            return Err(Damage(start));
        }
        let end = self.rest().bytes().skip(1).position(|byte| {
            let ends = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            ends
        });
        self.at += end.ok_or(Damage(start))? + 2;
        Ok(())
    }

    fn begin(&mut self, kind: Kind, key: Range<usize>) -> Result<Expected, Damage> {
        let at = self.at;
        self.at += 1;
        let node = self.add(kind, key, at)?;
        self.open.push(node);
        Ok(Expected::Item)
    }

    /// Adds a value that ends here so far.
    fn add(&mut self, kind: Kind, key: Range<usize>, at: usize) -> Result<NodeIndex, Damage> {
        let node = self.document.nodes.len();
        if node == MAX_VALUES {
            return Err(Damage(at));
        }
        let offset = |at: usize| u32::try_from(at).map_err(|_| Damage(at));
        self.document.nodes.push(Node {
            kind,
            key: (offset(key.start)?, offset(key.end)?),
            range: (offset(at)?, offset(self.at)?),
            next: offset(node + 1)?,
        });
        Ok(node)
    }

    /// Ends the innermost object or array, if there is one.
    fn close(&mut self, at: usize) -> bool {
        let Some(node) = self.open.pop() else { return false };
        let next = self.document.nodes.len();
        if let (Some(node), Ok(at), Ok(next)) =
            (self.document.nodes.get_mut(node), u32::try_from(at), u32::try_from(next))
        {
            node.range.1 = at;
            node.next = next;
        }
        true
    }

    /// The next byte that is not whitespace.
    fn peek(&mut self) -> Option<u8> {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
        self.rest().bytes().next()
    }

    fn rest(&self) -> &str {
        self.document.source.get(self.at..).unwrap_or_default()
    }
}

/// Whether a byte may be in a number or in a word such as `null`.
fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+-.".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The values in order, as they are written, and where the damage is.
    fn values(source: &str) -> (Vec<&str>, Option<usize>) {
        let document = Document::parse(source);
        let all = (0..document.len()).map(|node| &source[document.range(node)]);
        (all.collect(), document.damage)
    }

    #[test]
    fn every_value_has_its_place() {
        let source = "\u{feff}{\"a\": [1, NaN, -Infinity,], \"b\": \"\\\"甲\\\\\", \"\": null}\r\n";
        let document = Document::parse(source);
        let root = document.roots().next().unwrap();
        assert_eq!(document.damage, None);
        assert_eq!(document.written(document.member(root, "b").unwrap()), "\\\"甲\\\\");
        let numbers = document.all(root, "a");
        let numbers: Vec<_> = numbers.into_iter().map(|node| document.written(node)).collect();
        assert_eq!(numbers, ["1", "NaN", "-Infinity"]);
        assert_eq!(document.at(root, "a.1").map(|node| document.written(node)), Some("NaN"));
        assert_eq!(document.member(root, ""), Some(document.len() - 1));
        assert_eq!(document.key(root), None);
    }

    #[test]
    fn of_a_key_that_stands_twice_the_last_value_holds() {
        let source = r#"{"a": 1, "a": 2}"#;
        let document = Document::parse(source);
        assert_eq!(document.written(document.at(0, "a").unwrap()), "2");
    }

    #[test]
    fn a_damaged_file_has_the_values_before_the_damage() {
        let cut = r#"[{"text": "甲"}, {"text": "乙"#;
        let (all, damage) = values(cut);
        assert_eq!(all[1..], [r#"{"text": "甲"}"#, "\"甲\"", "{"]);
        // the key is not understood either, because it may be something else's value
        assert_eq!(damage, cut.rfind("\"text"));
        for (wrong, at) in [
            (r#"{"a" "b"}"#, 1),
            (r#"{"a": 1]"#, 7),
            (r#"["a" "b"]"#, 5),
            (r#"["a": 1]"#, 4),
            (r#"{"a"}"#, 1),
            ("[1, ，]", 4),
            ("[", 1),
            ("}", 0),
        ] {
            assert_eq!(Document::parse(wrong).damage, Some(at), "{wrong}");
        }
        assert_eq!(values("").1, None);
        assert_eq!(values("{\"a\":1}\n{\"a\":2}\n").0.len(), 4);
    }

    #[test]
    fn a_file_that_nests_deeply_is_read_without_recursion() {
        let deep = "[".repeat(200_000);
        let document = Document::parse(&deep);
        assert_eq!((document.len(), document.damage), (200_000, Some(200_000)));
    }
}
