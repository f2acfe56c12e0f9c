//! YAML as a tree of nodes with spans.
//!
//! serde-saphyr parses YAML 1.2 and guards against alias bombs. Its result is kept as nodes with
//! byte spans, so that a file with ten mistakes gives ten problems and not only the first, and so
//! that a scalar is what was written (`part: 31` as well as `part: "31"`).

mod lints;
mod lookalikes;
mod node;
mod parser;
mod quoting;
mod repair;
mod spans;
mod syntax_errors;

use crate::diagnostics::{FileId, Problems, SourceMap};
pub(super) use lints::COMMAS;
pub use node::{Spanned, YamlNode, YamlValue};
use spans::SpanMapper;

/// Parses a file of `sources`. A file without content is `YamlValue::Null`. What is not valid YAML
/// is a problem; where every mistake can be repaired there is a node nevertheless, so that the
/// other mistakes of the file are found in the same run.
pub fn parse(file: FileId, sources: &SourceMap, problems: &mut Problems) -> Option<YamlNode> {
    parse_at(file, sources, 0..sources.text(file).len(), problems)
}

/// Parses a part of a file, such as the front matter of a page, as [`parse`] does.
pub fn parse_at(
    file: FileId,
    sources: &SourceMap,
    part: std::ops::Range<usize>,
    problems: &mut Problems,
) -> Option<YamlNode> {
    let text = &sources.text(file)[part.clone()];
    let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let text = &text[bom..];
    let offset = part.start + bom;
    let (mistakes, spoilt_values) = (Vec::new(), Vec::new());
    let mut spans = SpanMapper { text, parsed: text, file, offset, mistakes, spoilt_values };
    if let Some(tab) = lookalikes::indenting_tab(text) {
        problems.push(spans.tab(tab));
        return None;
    }
    let lookalikes = lookalikes::find(text);
    if !lookalikes.is_empty() {
        problems.extend(lookalikes.iter().map(|found| spans.lookalike(found)));
        return None;
    }
    let as_written = parser::parse(text);
    spans.mistakes = repair::find(text);
    // a line that looks wrong may be valid after all, as within a text of several lines: only where
    // the parser fails, or reads something else than was meant, is it a mistake
    spans.mistakes.retain(|mistake| mistake.silent || as_written.is_err());
    spans.spoilt_values = spans.mistakes.iter().filter_map(|found| found.spoilt_value).collect();
    problems.extend(spans.mistakes.iter().map(|mistake| spans.mistake(mistake)));
    let repaired = repair::repaired(text, &spans.mistakes);
    spans.parsed = &repaired;
    let parsed = if spans.mistakes.is_empty() { as_written } else { parser::parse(&repaired) };
    match parsed {
        Ok(value) => {
            let node = spans.node(value);
            lints::find(&node, sources, problems);
            Some(node)
        }
        Err(error) => {
            problems.extend(spans.syntax_error(&error));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Code, Diagnostic};

    fn parsed(text: &str) -> (SourceMap, Result<YamlNode, Diagnostic>) {
        let mut sources = SourceMap::default();
        let file = sources.add("x.yaml", text);
        let mut problems = Vec::new();
        let node = parse(file, &sources, &mut problems);
        (sources, node.ok_or_else(|| problems.remove(0)))
    }

    fn scalar(text: &str) -> String {
        let (_, node) = parsed(text);
        match node.unwrap().value {
            YamlValue::Map(entries) => match &entries[0].1.value {
                YamlValue::Scalar(text) => text.clone(),
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
        let YamlValue::Map(entries) = node.unwrap().value else { panic!() };
        let span = entries[0].1.span;
        assert_eq!(&sources.text(span.file)[span.range()], "甲");
        let YamlValue::List(items) = &entries[1].1.value else { panic!() };
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
