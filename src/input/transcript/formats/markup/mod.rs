//! Transcripts in XML and HTML.
//!
//! | module | format |
//! | --- | --- |
//! | [`ttml`] | Timed Text Markup Language of broadcasters and Apple |
//! | [`podcast_html`] | transcripts of Podcasting 2.0 in HTML |
//! | [`akoma_ntoso`] | debates in Akoma Ntoso |
//!
//! They are read with an HTML tokenizer, which goes on behind any mistake, so that a damaged file
//! loses nothing: `tokens` gives tags and texts with their places.

mod akoma_ntoso;
mod podcast_html;
mod tokens;
mod ttml;
mod ttml_times;

pub(super) use akoma_ntoso::AKOMA_NTOSO;
pub(super) use podcast_html::PODCAST_HTML;
pub(super) use ttml::TTML;

use crate::diagnostics::Code;
use crate::input::transcript::unread::UnreadKind;

/// A sign that begins a tag and is none.
const BROKEN: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "a `<` begins no tag here, and what follows it is left out",
    "{n} signs `<` begin no tag, and what follows them is left out",
    "write a `<` that was said as `&lt;`, and end tags and comments",
);
/// Text outside of the elements that have words.
const OUTSIDE: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "this text is in no element for words and is left out",
    "{n} texts are in no element for words and are left out",
    "put words that were said into a paragraph of the format",
);

/// Whether a text begins, behind declarations and comments, with one of these tags.
fn begins_with_tag(text: &str, names: &[&str]) -> bool {
    let mut tokens = tokens::tokens(text).into_iter();
    tokens.find_map(|token| match token.kind {
        tokens::TokenKind::Start { name, .. } => Some(names.contains(&local(&name))),
        tokens::TokenKind::Text if !text[token.range].trim_matches(is_layout).is_empty() => {
            Some(false)
        }
        _ => None,
    }) == Some(true)
}

/// The name of a tag without its prefix: `tt:p` → `p`.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn is_layout(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}
