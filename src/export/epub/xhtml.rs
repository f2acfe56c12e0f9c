//! XHTML documents, and text in them.

use super::Document;
use crate::html_escape::push_xml_escaped;
use crate::model::Language;
use crate::text::english_runs;

/// A document with this body. `kind` is the part of a book that the body is: `frontmatter` or
/// `bodymatter` (EPUB structural semantics).
pub(super) fn document(
    name: &str,
    language: &str,
    title: &str,
    (kind, body): (&str, &str),
) -> Document {
    let (tag, title) = (escaped(language), escaped(title));
    let xhtml = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
 lang="{tag}" xml:lang="{tag}">
<head>
<meta charset="UTF-8"/>
<title>{title}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body epub:type="{kind}">
{body}</body>
</html>
"#
    );
    Document { name: name.to_owned(), xhtml }
}

/// Text for the content of an element or for a quoted attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_xml_escaped(&mut out, text);
    out
}

/// The attributes of an element in a language, within an element in another; nothing where both are
/// the same.
pub(super) fn language(own: &str, outer: &str) -> String {
    if own == outer { String::new() } else { language_attributes(own) }
}

fn language_attributes(tag: &str) -> String {
    let tag = escaped(tag);
    format!(r#" lang="{tag}" xml:lang="{tag}""#)
}

/// Appends what was said. Within Chinese, runs of English are marked as such: a reading system
/// hyphenates and pronounces by the language.
pub(super) fn push_speech(out: &mut String, text: &str, speech: Language) {
    let english = if speech == Language::English { Vec::new() } else { english_runs::find(text) };
    let mut at = 0;
    for range in english {
        push_xml_escaped(out, &text[at..range.start]);
        let marked = language_attributes(Language::English.tag());
        out.push_str(&format!("<span{marked}>{}</span>", escaped(&text[range.clone()])));
        at = range.end;
    }
    push_xml_escaped(out, &text[at..]);
}

/// A link with an address as its text.
pub(super) fn address(url: &str) -> String {
    let url = escaped(url);
    format!(r#"<a class="address" href="{url}">{url}</a>"#)
}
