//! What is valid YAML and likely means something else than was intended.

use super::node::{YamlNode, YamlValue};
use crate::diagnostics::{Code, Diagnostic, Problems, SourceMap, Span};
use crate::input::schema::{ValueKind, key_names};

/// Chinese commas, which do not separate entries in YAML.
pub(crate) const COMMAS: [char; 2] = ['，', '、'];

/// Warns of a text that a comment cuts off, and of an entry of a list with `，` or `、` in it.
pub(super) fn find(node: &YamlNode, sources: &SourceMap, problems: &mut Problems) {
    check_value(None, node, sources, problems);
}

fn check_value(key: Option<&str>, node: &YamlNode, sources: &SourceMap, problems: &mut Problems) {
    match &node.value {
        YamlValue::Null(_) | YamlValue::Scalar(_) => {}
        YamlValue::List(items) => {
            // entries on lines of their own need no comma, so a comma in them is part of the text
            let in_brackets = written(node, sources).starts_with('[');
            // an id with a comma in it is unknown, which is a problem already
            let of_ids = key.is_some_and(|key| key_names::has_kind(key, ValueKind::is_id_list));
            for item in items {
                problems.extend(entry_with_comma(item, sources).filter(|_| in_brackets && !of_ids));
                check_value(None, item, sources, problems);
            }
        }
        YamlValue::Map(entries) => {
            for (key, node) in entries {
                problems.extend(cut_off(&key.value, node, sources));
                check_value(Some(&key.value), node, sources, problems);
            }
        }
    }
}

fn written<'a>(node: &YamlNode, sources: &'a SourceMap) -> &'a str {
    &sources.text(node.span.file)[node.span.range()]
}

fn is_plain(node: &YamlNode, sources: &SourceMap) -> bool {
    !written(node, sources).starts_with(['"', '\'', '|', '>'])
}

/// `title: a # b`. With two spaces before it, as comments are usually written, it is a comment.
fn cut_off(key: &str, node: &YamlNode, sources: &SourceMap) -> Option<Diagnostic> {
    let YamlValue::Scalar(text) = &node.value else { return None };
    let end = node.span.end;
    let rest = sources.text(node.span.file)[end..].lines().next()?;
    let comment = rest.strip_prefix(" #").filter(|comment| !comment.trim().is_empty())?;
    // after an id or a number a comment is meant; a title or a sentence may go on with `#`
    let is_prose = key_names::has_kind(key, ValueKind::is_exact)
        || text.contains(|c: char| !c.is_ascii() || c == ' ');
    if !is_prose || !is_plain(node, sources) {
        return None;
    }
    let comment = format!("#{}", comment.trim_end());
    let span = Span::new(node.span.file, end + 1..end + 1 + comment.len());
    let message = format!("`{comment}` is a comment here, and no part of the value");
    let whole = format!("{text} {comment}").replace('\\', "\\\\").replace('"', "\\\"");
    Some(Diagnostic::new(Code::CutByComment, span, message).help(format!(
        "put all of it in quotes if it is a part: \"{whole}\"; else put two blanks before the `#`"
    )))
}

/// `[甲，乙]` and `[甲、乙]` have one entry.
fn entry_with_comma(node: &YamlNode, sources: &SourceMap) -> Option<Diagnostic> {
    let YamlValue::Scalar(text) = &node.value else { return None };
    let comma = text.chars().find(|c| COMMAS.contains(c)).filter(|_| is_plain(node, sources))?;
    let comma = if comma == '、' { "`、`" } else { "a full-width comma" };
    let message = format!("`{text}` is one entry with {comma} in it");
    let entries = text.split(COMMAS).map(str::trim).collect::<Vec<_>>().join(", ");
    Some(
        Diagnostic::new(Code::FullWidthComma, node.span, message).milder().help(format!(
            "write [{entries}] if these are several, or put it in quotes if it is one"
        )),
    )
}
