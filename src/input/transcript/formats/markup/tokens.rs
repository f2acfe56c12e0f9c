//! The tags and texts of a file in XML or HTML, each with its place.

use std::collections::BTreeMap;
use std::ops::Range;

use html5gum::emitters::default::{DefaultEmitter, Token as HtmlToken};
use html5gum::{HtmlString, Tokenizer};

use crate::input::transcript::character_references::{self, ReferenceRules};
use crate::input::transcript::timed_cues::CuePiece;

/// A tag, a text, or something else.
#[derive(Debug)]
pub struct Token {
    /// Bytes of the file.
    pub range: Range<usize>,
    /// What it is.
    pub kind: TokenKind,
}

/// What a token is.
#[derive(Debug)]
pub enum TokenKind {
    /// A start tag; its name and the names of attributes are in lower case.
    Start {
        /// The name.
        name: String,
        /// Attributes by name.
        attributes: BTreeMap<String, String>,
        /// Whether it ends in `/>`.
        closed: bool,
    },
    /// An end tag, by its name in lower case.
    End(String),
    /// Text, with character references as they are written.
    Text,
    /// A comment, a declaration.
    Other,
    /// A sign that begins a tag or comment and is none, with what the tokenizer took for it.
    Broken,
}

/// The tokens of a text. What lies between two of them is what the tokenizer could not read.
pub fn tokens(source: &str) -> Vec<Token> {
    let emitter = DefaultEmitter::<usize>::new_with_span();
    let mut found = Vec::new();
    for token in Tokenizer::new_with_emitter(source, emitter) {
        let Ok(token) = token;
        found.extend(convert(token, source));
    }
    found
}

fn convert(token: HtmlToken<usize>, source: &str) -> Option<Token> {
    let (span, kind) = match token {
        HtmlToken::StartTag(tag) => {
            let attributes =
                tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
            let kind =
                TokenKind::Start { name: text(&tag.name), attributes, closed: tag.self_closing };
            (tag.span, kind)
        }
        HtmlToken::EndTag(tag) => (tag.span, TokenKind::End(text(&tag.name))),
        HtmlToken::String(words) => (words.span, TokenKind::Text),
        HtmlToken::Comment(comment) => (comment.span, TokenKind::Other),
        HtmlToken::Doctype(doctype) => (doctype.span, TokenKind::Other),
        HtmlToken::Error(_) => return None,
    };
    // places are bytes; one within a character would be a fault of the tokenizer
    let range = span.start..span.end.min(source.len());
    let written = source.get(range.clone())?;
    let kind = if is_broken(written, &kind) { TokenKind::Broken } else { kind };
    Some(Token { range, kind })
}

/// Whether what was taken for a tag or comment is none: it never ends, or has another `<` in it.
fn is_broken(written: &str, kind: &TokenKind) -> bool {
    let inner = written.get(1..).unwrap_or_default();
    match kind {
        TokenKind::Start { .. } | TokenKind::End(_) => {
            let name =
                inner.trim_start_matches('/').split([' ', '\t', '\n', '\r', '>', '/']).next();
            inner.contains('<') || !written.ends_with('>') || !name.is_some_and(str::is_ascii)
        }
        TokenKind::Other => {
            let is_open =
                |begin: &str, end: &str| written.starts_with(begin) && !written.ends_with(end);
            is_open("<!--", "-->") || is_open("<![CDATA[", "]]>") || !written.ends_with('>')
        }
        TokenKind::Text | TokenKind::Broken => false,
    }
}

fn text(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The words of a text token, with references decoded by the rules of the format. Whitespace is
/// one space, or the end of a line where it has one.
pub fn words(source: &str, range: Range<usize>, rules: ReferenceRules) -> Vec<CuePiece> {
    let (mut at, mut pieces) = (range.start, Vec::new());
    while at < range.end {
        let rest = &source[at..range.end];
        let blank = rest.len() - rest.trim_start().len();
        let length = if blank > 0 {
            pieces.push(if rest[..blank].contains(['\n', '\r']) {
                CuePiece::LineEnd(at)
            } else {
                CuePiece::SaidAs(at..at + blank, " ".to_owned())
            });
            blank
        } else if let Some((length, said)) = character_references::decode(rest, rules) {
            pieces.push(CuePiece::SaidAs(at..at + length, said));
            length
        } else {
            let is_end = |(_, c): &(usize, char)| c.is_whitespace() || *c == '&';
            let next = rest.char_indices().skip(1).find(is_end);
            let length = next.map_or(rest.len(), |(at, _)| at);
            pieces.push(CuePiece::Said(at..at + length));
            length
        };
        at += length;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_that_begins_no_tag_is_told_from_tags() {
        for source in ["当x<y时我们</p>", "<!-- 好", "<![CDATA[好"] {
            let found = tokens(source);
            assert!(
                found.iter().any(|t| matches!(t.kind, TokenKind::Broken)),
                "{source}: {found:?}"
            );
        }
        let found = tokens("<p a=\"1\">x < y</p><!-- 好 --><br/>");
        assert!(!found.iter().any(|t| matches!(t.kind, TokenKind::Broken)), "{found:?}");
    }

    #[test]
    fn tokens_know_their_places() {
        let source = "<p a=\"1\">甲&amp;乙</p>";
        let found = tokens(source);
        let places: Vec<&str> = found.iter().map(|t| &source[t.range.clone()]).collect();
        assert_eq!(places, ["<p a=\"1\">", "甲&amp;乙", "</p>"]);
    }
}
