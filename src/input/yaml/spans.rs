//! From what the parser gives to nodes with spans of the file, and to problems with them.

use std::ops::Range;

use serde_saphyr::{Location, Spanned as Parsed};

use super::lookalikes::Lookalike;
use super::node::{Spanned, YamlNode, YamlValue};
use super::parser::ParsedValue;
use super::repair::YamlMistake;
use super::syntax_errors;
use crate::diagnostics::{Code, Diagnostic, FileId, Span};

/// Turns the parser's locations into spans of the file.
pub(super) struct SpanMapper<'a> {
    /// The text as it is in the file.
    pub(super) text: &'a str,
    /// The text as the parser has read it, with repairs.
    pub(super) parsed: &'a str,
    pub(super) file: FileId,
    /// The offset of the text in the file.
    pub(super) offset: usize,
    /// What was repaired before the text was parsed.
    pub(super) mistakes: Vec<YamlMistake>,
    /// Where values begin that repairs have overwritten, in order.
    pub(super) spoilt_values: Vec<usize>,
}

/// The most bytes that a repair overwrites at the beginning of a value: those of one character.
const LONGEST_CHARACTER: usize = '\u{10ffff}'.len_utf8();

impl SpanMapper<'_> {
    /// The node of a parsed value.
    pub(super) fn node(&self, raw: Parsed<ParsedValue>) -> YamlNode {
        let (range, mut span) = self.range(raw.referenced);
        if let Some(start) = self.true_start(range.start) {
            span = self.span(&(start..range.end));
        }
        let value = match raw.value {
            ParsedValue::Null => YamlValue::Null(self.null_word(raw.defined)),
            // the parser has read the `x` of the repair, so the value is taken from the file
            ParsedValue::Text(text) => match self.true_start(range.start) {
                Some(start) => YamlValue::Scalar(self.text[start..range.end].to_owned()),
                None => YamlValue::Scalar(text),
            },
            ParsedValue::Plain(parsed) => {
                // `1.50` and `031` stay what they are
                // `defined`, because where an alias stands the file has only `*name`
                let (defined, _) = self.range(raw.defined);
                let written = self.text.get(defined).map(str::trim).filter(|w| !w.is_empty());
                YamlValue::Scalar(written.unwrap_or(&parsed).to_owned())
            }
            ParsedValue::List(items) => {
                YamlValue::List(items.into_iter().map(|i| self.node(i)).collect())
            }
            ParsedValue::Map(entries) => YamlValue::Map(
                entries.into_iter().map(|(key, node)| (self.key(key), self.node(node))).collect(),
            ),
        };
        YamlNode { value, span }
    }

    /// The true start of a value whose first character a repair has overwritten. The parser may
    /// find the start later, because the repair may have put a space there.
    fn true_start(&self, start: usize) -> Option<usize> {
        let before = self.spoilt_values.partition_point(|value| *value <= start);
        let value = self.spoilt_values[before.checked_sub(1)?];
        (start - value < LONGEST_CHARACTER).then_some(value)
    }

    fn key(&self, key: Parsed<ParsedValue>) -> Spanned<String> {
        let node = self.node(key);
        let value = match node.value {
            YamlValue::Scalar(text) => text,
            // `- null: …` in `turns` names a speaker
            YamlValue::Null(word) if !word.is_empty() => word,
            YamlValue::Null(_) => "~".to_owned(),
            YamlValue::List(_) | YamlValue::Map(_) => "?".to_owned(),
        };
        Spanned { value, span: node.span }
    }

    /// The word that is written for nothing, if there is one.
    fn null_word(&self, place: Location) -> String {
        let (range, _) = self.range(place);
        let word = self.text.get(range).unwrap_or_default();
        let is_null = word == "~" || word.eq_ignore_ascii_case("null");
        if is_null { word.to_owned() } else { String::new() }
    }

    /// The byte range of a location, without whitespace at its end, and its span.
    fn range(&self, location: Location) -> (Range<usize>, Span) {
        let bytes = location.span();
        let start = bytes.byte_offset().map_or(0, to_usize).min(self.text.len());
        let end = start + bytes.byte_len().map_or(0, to_usize);
        let end = end.min(self.text.len()).max(start);
        let mut trimmed = start + self.parsed.get(start..end).map_or(0, |t| t.trim_end().len());
        // a repair may end within a character of the file
        while !self.text.is_char_boundary(trimmed) {
            trimmed += 1;
        }
        let start = (0..=start).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
        (start..trimmed, self.span(&(start..trimmed)))
    }

    /// The problem of a lookalike.
    pub(super) fn lookalike(&self, found: &Lookalike) -> Diagnostic {
        let span = self.span(&found.range);
        Diagnostic::new(found.code, span, found.message).help(found.help.as_str())
    }

    /// The problem of a mistake that was repaired.
    pub(super) fn mistake(&self, found: &YamlMistake) -> Diagnostic {
        let span = self.span(&found.range);
        Diagnostic::new(found.code, span, found.message.as_str()).help(found.help.as_str())
    }

    /// The span of a byte range of the text.
    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, self.offset + range.start..self.offset + range.end)
    }

    /// The problem of a syntax error, unless a mistake on the same line explains it already.
    pub(super) fn syntax_error(&self, error: &serde_saphyr::Error) -> Option<Diagnostic> {
        let at = error.location().map_or(0, |location| self.byte_offset(location));
        let on_line = |mistake: &YamlMistake| {
            let start = mistake.range.start;
            !self.text[start.min(at)..start.max(at)].contains('\n')
        };
        if self.mistakes.iter().any(on_line) {
            return None;
        }
        // carets below a line break would mark nothing
        let next = self.text[at..].chars().next().filter(|c| !c.is_control());
        let end = at + next.map_or(0, char::len_utf8);
        let span = self.span(&(at..end));
        let (message, help) = syntax_errors::explain(error, self.text, at);
        Some(Diagnostic::new(Code::YamlSyntax, span, message).help(help))
    }

    /// The offset of a location; the parser gives some by byte and some by line and column only.
    fn byte_offset(&self, location: Location) -> usize {
        if let Some(byte) = location.span().byte_offset().map(to_usize) {
            return byte.min(self.text.len());
        }
        // lines and columns count from 1
        let number = |n: u64| to_usize(n).saturating_sub(1);
        let mut lines = self.text.split_inclusive('\n');
        let before: usize = lines.by_ref().take(number(location.line())).map(str::len).sum();
        let line = lines.next().unwrap_or_default().trim_end_matches(['\r', '\n']);
        let in_line =
            line.char_indices().nth(number(location.column())).map_or(line.len(), |(at, _)| at);
        before + in_line
    }

    /// The problem of a tab in the indentation.
    pub(super) fn tab(&self, at: usize) -> Diagnostic {
        let span = self.span(&(at..at + 1));
        Diagnostic::new(Code::YamlTab, span, "this line is indented with a tab")
            .label("a tab")
            .help("indent with blanks; YAML does not allow tabs there")
    }
}

fn to_usize(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}
