//! Character references: `&hellip;`, `&#39;`, `&#x4e2d;`.
//!
//! What a reference stands for is decided by the HTML standard
//! (<https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state>), to which the
//! WebVTT standard refers: all named references, those that may lack their semicolon, and numbers
//! of Windows-1252. An HTML tokenizer decodes them.

use html5gum::{Token, Tokenizer};

/// The longest reference, in bytes: `&CounterClockwiseContourIntegral;` has 33.
const LONGEST: usize = 40;

/// Which references are decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceRules {
    /// Those of the HTML standard, which lets some names lack their semicolon: `AT&amp T`.
    Html,
    /// Only those with a semicolon, in formats where `&` has no function of its own.
    WithSemicolon,
}

/// The length of the reference that a text begins with, and what it stands for. Nothing where the
/// text begins with none.
pub fn decode(text: &str, rules: ReferenceRules) -> Option<(usize, String)> {
    let name = text.strip_prefix('&')?;
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || *b == b'#';
    let length = 1 + name.bytes().take(LONGEST).take_while(is_name).count();
    let closed = text[length..].starts_with(';');
    if length == 1 || (rules == ReferenceRules::WithSemicolon && !closed) {
        return None;
    }
    let length = length + usize::from(closed);
    let reference = &text[..length];
    let decoded = decoded(reference);
    (decoded != reference).then_some((length, decoded))
}

/// A text without tags, as an HTML tokenizer reads it.
fn decoded(text: &str) -> String {
    let mut decoded = String::new();
    for token in Tokenizer::new(text) {
        let Ok(token) = token;
        if let Token::String(part) = token {
            decoded.push_str(&String::from_utf8_lossy(&part));
        }
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_those_of_html() {
        let html = |text| decode(text, ReferenceRules::Html);
        assert_eq!(html("&hellip;好"), Some((8, "…".to_owned())));
        assert_eq!(html("&#39;s"), Some((5, "'".to_owned())));
        assert_eq!(html("&#X4E2D;"), Some((8, "中".to_owned())));
        assert_eq!(html("&#x80;"), Some((6, "€".to_owned())));
        assert_eq!(html("&#0;"), Some((4, "\u{fffd}".to_owned())));
        assert_eq!(html("&amp T"), Some((4, "&".to_owned())), "this one may lack its semicolon");
        assert_eq!(html("&notit;"), Some((7, "¬it;".to_owned())));
        for none in ["& b", "&", "&unknown;", "&hellip", "&中;", "T&D", "&#;"] {
            assert_eq!(html(none), None, "{none}");
        }
    }

    #[test]
    fn where_the_sign_is_plain_a_reference_needs_its_semicolon() {
        let plain = |text| decode(text, ReferenceRules::WithSemicolon);
        assert_eq!(plain("&amp;T"), Some((5, "&".to_owned())));
        assert_eq!(plain("&copy 2024"), None);
        assert_eq!(plain("&D;"), None);
    }
}
