//! The attributes of an element whose text is written from right to left, wholly or in parts.
//!
//! They are put where a text needs them and nowhere else, so that all other pages stay as they are.
//! An element with `dir` is isolated by the browser: what is around a name in a list is not drawn
//! into its direction. The language is unknown, since a script is used by several: `und` keeps the
//! text from being read out in the language of the page.

use crate::html_escape::push_escaped;
use crate::text::direction::{self, Direction};

/// The attributes of an element with a text, each with a blank before it: `dir` and `lang` where
/// the text needs them, else `lang` with the language that the element would have without, if any.
pub fn attributes(text: &str, lang: Option<&str>) -> String {
    let dir = match direction::of_text(text) {
        Some(Direction::RightToLeft) => return " dir=\"rtl\" lang=\"und\"".to_owned(),
        // the browser goes by the first letter, which is right here
        Some(Direction::Mixed) => " dir=\"auto\"",
        Some(Direction::MixedFromRight) => " dir=\"ltr\"",
        None => "",
    };
    let mut out = dir.to_owned();
    // a template gives an empty one where the page has the language already
    if let Some(lang) = lang.filter(|lang| !lang.is_empty()) {
        out.push_str(" lang=\"");
        push_escaped(&mut out, lang);
        out.push('"');
    }
    out
}

/// Whether a text needs an element of its own among others.
pub fn is_needed(text: &str) -> bool {
    direction::of_text(text).is_some()
}

/// A text as HTML, in an element that isolates it.
pub fn isolated(text: &str) -> String {
    let mut out = format!("<bdi{}>", attributes(text, None));
    push_escaped(&mut out, text);
    out.push_str("</bdi>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_texts_with_such_letters_have_a_direction() {
        assert_eq!(attributes("大模型的道与术", None), "");
        assert_eq!(attributes("大模型的道与术", Some("zh-CN")), " lang=\"zh-CN\"");
        assert_eq!(attributes("الخرائط", Some("zh-CN")), " dir=\"rtl\" lang=\"und\"");
        assert_eq!(attributes("他说 سلام 就走", Some("zh-CN")), " dir=\"auto\" lang=\"zh-CN\"");
        assert_eq!(attributes("سلام 是大家好的意思", None), " dir=\"ltr\"");
    }

    #[test]
    fn an_isolated_text_is_escaped() {
        assert!(is_needed("<سلام>") && !is_needed("a<b & \"c\""));
        assert_eq!(isolated("<سلام>"), "<bdi dir=\"rtl\" lang=\"und\">&lt;سلام&gt;</bdi>");
    }
}
