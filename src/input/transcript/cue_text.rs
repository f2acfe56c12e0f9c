//! The text of a cue taken apart: words, tags, times of words, character references.
//!
//! ```text
//! text      = { words | reference | tag | override | break }
//! tag       = "<" [ "/" ] name { "." class } [ blank annotation ] ">"
//! stamp     = "<" clock ">"                                when the next word is said
//! reference = "&" name ";"                                 as in HTML
//! override  = "{\" { any } "}" | "{" [ "/" ] ("b" | "i" | "u" | "s") "}" | "{y:" … "}"
//! break     = "\N" | "<br>"            "\h" is a space
//! ```
//!
//! WebVTT defines tags and references (<https://www.w3.org/TR/webvtt1/#cue-text-parsing-rules>).
//! There a `<` is never speech, whatever follows. People write it all the same: `a<b`, `<笑>`. So a
//! tag here has an ASCII name and ends before the next `<`; anything else between the signs is
//! speech. Names that WebVTT does not know are no speech either, but are told apart
//! ([`CueToken::UnknownTag`]), since a reader reports what it leaves out. SubRip has borrowed the
//! tags of HTML and the overrides of SubStation Alpha, and many files have them.
//!
//! The functions know nothing of a file: ranges are those of the text that they are given.

use std::ops::Range;

use super::character_references::{self, ReferenceRules};
use super::timecode;
use crate::model::Milliseconds;

/// The longest tag, in bytes. The limit keeps the time linear in a text with many `<` and no `>`.
const LONGEST_TAG: usize = 512;

/// Tags of WebVTT, and those that players of SubRip know.
const TAGS: [&str; 14] =
    ["b", "c", "font", "i", "lang", "rt", "ruby", "s", "span", "strike", "u", "v", "p", "br"];

/// The two kinds of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueSyntax {
    /// SubRip, which has no rules: only what is certainly a tag is one.
    SubRip,
    /// WebVTT, by its standard.
    WebVtt,
}

/// A piece of a cue's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CueToken {
    /// Words, as they stand there.
    Words,
    /// Words that are written otherwise, such as a character reference.
    WordsAs(String),
    /// A tag or another sign that is no word.
    Markup,
    /// A tag whose words are left out because WebVTT has no use for them: `<b 甲一>`.
    Annotated,
    /// A tag that says who speaks: `<v 甲一>`. The range is that of the name, which may be empty.
    Voice(Range<usize>),
    /// The end of a voice's words: `</v>`.
    VoiceEnd,
    /// When the next word is said.
    Stamp(Milliseconds),
    /// The beginning or end of underlined words.
    Underline(bool),
    /// A line break.
    Break,
    /// What stands between `<` and `>` and is no tag of WebVTT: `<bold>`.
    UnknownTag,
    /// A tag without its end.
    OpenTag,
    /// A `<` that begins no tag; it is a word.
    Sign,
}

/// The pieces of a text, each with its range. Together they are the whole text.
pub fn tokens(text: &str, syntax: CueSyntax) -> Vec<(Range<usize>, CueToken)> {
    let mut tokens: Vec<(Range<usize>, CueToken)> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let (length, token) = token(text, at, syntax);
        // a piece is never empty, or the loop would not end
        let end = at + length.max(1);
        match tokens.last_mut() {
            Some((last, CueToken::Words)) if token == CueToken::Words => last.end = end,
            _ => tokens.push((at..end, token)),
        }
        at = end;
    }
    tokens
}

/// The length and kind of the piece at an offset of a text.
fn token(text: &str, at: usize, syntax: CueSyntax) -> (usize, CueToken) {
    let rest = &text[at..];
    let special = match rest.as_bytes().first() {
        Some(b'<') => tag(text, at, syntax),
        Some(b'&') => reference(rest, syntax),
        Some(b'{') => style_override(rest).map(|length| (length, CueToken::Markup)),
        Some(b'\\') => escape(rest),
        Some(b'\n' | b'\r') => Some((1, CueToken::Break)),
        _ => None,
    };
    special.unwrap_or_else(|| {
        let signs = ['<', '&', '{', '\\', '\n', '\r'];
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let words = rest[first..].find(signs).map_or(rest.len(), |end| first + end);
        (words, CueToken::Words)
    })
}

fn reference(rest: &str, syntax: CueSyntax) -> Option<(usize, CueToken)> {
    let rules = match syntax {
        CueSyntax::SubRip => ReferenceRules::WithSemicolon,
        CueSyntax::WebVtt => ReferenceRules::Html,
    };
    let (length, said) = character_references::decode(rest, rules)?;
    // a space that may not be broken is one space as any other; marks of direction are unseen
    let said: String = said
        .chars()
        .filter(|c| !crate::text::is_invisible(*c))
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    Some((length, if said.is_empty() { CueToken::Markup } else { CueToken::WordsAs(said) }))
}

/// The length of the override of SubStation Alpha or MicroDVD that a text begins with.
fn style_override(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('{')?;
    // another brace ends the search, so that the time is linear in a text with many of them
    let is_end = |b: u8| b == b'}' || b == b'{' || b == b'\n';
    let end = 1 + inner.bytes().take(LONGEST_TAG).position(is_end)?;
    let inner = rest.get(1..end).filter(|_| rest.as_bytes()[end] == b'}')?;
    let letter = inner.strip_prefix('/').unwrap_or(inner);
    let is_style = ["b", "i", "u", "s"].contains(&letter) || inner.starts_with("y:");
    (inner.starts_with('\\') || is_style).then_some(end + 1)
}

/// The line break and the space of SubStation Alpha.
fn escape(rest: &str) -> Option<(usize, CueToken)> {
    match rest.as_bytes().get(1..)? {
        [b'N', ..] => Some((2, CueToken::Break)),
        // `\\host` is no space
        [b'h', next, ..] if next.is_ascii_alphanumeric() => None,
        [b'h', ..] => Some((2, CueToken::WordsAs(" ".to_owned()))),
        _ => None,
    }
}

/// What a `<` begins.
fn tag(text: &str, at: usize, syntax: CueSyntax) -> Option<(usize, CueToken)> {
    let rest = &text[at..];
    let inner_end = rest[1..].bytes().take(LONGEST_TAG).position(|b| b == b'<' || b == b'>');
    let closed = inner_end.filter(|end| rest.as_bytes()[end + 1] == b'>');
    let Some(inner) = closed.map(|end| &rest[1..=end]) else {
        return open_tag(text, at, inner_end.is_none(), syntax);
    };
    match closed_tag(inner, syntax) {
        // the name stands behind the `<` of the tag
        Some(CueToken::Voice(name)) => {
            let name = at + 1 + name.start..at + 1 + name.end;
            Some((inner.len() + 2, CueToken::Voice(name)))
        }
        Some(token) => Some((inner.len() + 2, token)),
        None if syntax == CueSyntax::WebVtt => Some((1, CueToken::Sign)),
        None => None,
    }
}

/// A `<` without its `>`: in WebVTT what follows it to the end of the cue is a tag for players,
/// unless it is a comparison such as `a<b`.
fn open_tag(text: &str, at: usize, is_last: bool, syntax: CueSyntax) -> Option<(usize, CueToken)> {
    if syntax == CueSyntax::SubRip {
        return None;
    }
    let rest = &text[at..];
    let name = tag_name(rest[1..].trim_start_matches('/'));
    let compares = text[..at].ends_with(char::is_alphanumeric);
    let is_tag = is_last && !compares && TAGS.contains(&name.to_ascii_lowercase().as_str());
    Some(if is_tag { (rest.len(), CueToken::OpenTag) } else { (1, CueToken::Sign) })
}

/// What stands between `<` and `>`; nothing where it is speech.
fn closed_tag(inner: &str, syntax: CueSyntax) -> Option<CueToken> {
    if timecode::parse(inner).is_some() {
        return timecode::parse(inner).map(CueToken::Stamp);
    }
    let (is_end, body) = match inner.strip_prefix('/') {
        Some(body) => (true, body),
        None => (false, inner),
    };
    let name = tag_name(body);
    let lower = name.to_ascii_lowercase();
    // a tag may close itself: `<br/>`
    let after = &body[name.len()..];
    let after = after.strip_suffix('/').unwrap_or(after);
    let (classes, annotation) = classes_and_annotation(after);
    let is_known = (TAGS.contains(&lower.as_str()) || name.is_empty())
        && (classes.is_empty() || classes.starts_with('.'));
    // in SubRip `<b and c>` is speech; attributes have an equals sign
    let plain = annotation.trim().is_empty() || annotation.contains('=');
    match syntax {
        CueSyntax::SubRip if !is_known || name.is_empty() => None,
        CueSyntax::SubRip if !plain && !["v", "lang"].contains(&lower.as_str()) => None,
        CueSyntax::WebVtt if !is_known || (name.is_empty() && !body.is_empty()) => {
            is_tag_like(inner).then_some(CueToken::UnknownTag)
        }
        _ => Some(known_tag(&lower, is_end, inner, annotation, plain)),
    }
}

/// The piece that a known tag is.
fn known_tag(name: &str, is_end: bool, inner: &str, annotation: &str, plain: bool) -> CueToken {
    match name {
        "v" if is_end => CueToken::VoiceEnd,
        "v" => {
            let trimmed = annotation.trim();
            let at = trimmed.as_ptr() as usize - inner.as_ptr() as usize;
            CueToken::Voice(at..at + trimmed.len())
        }
        "u" => CueToken::Underline(!is_end),
        "br" => CueToken::Break,
        "lang" => CueToken::Markup,
        _ if plain => CueToken::Markup,
        _ => CueToken::Annotated,
    }
}

/// Whether something that WebVTT has no tag for looks like a tag: ASCII without a blank at its
/// start, so that a remark such as `<笑>` and a comparison such as `2 < 3` stay what they are.
fn is_tag_like(inner: &str) -> bool {
    let sensible = inner.bytes().all(|b| b.is_ascii_graphic() || b == b' ');
    sensible && !inner.starts_with(' ')
}

/// The ASCII letters and digits that a tag begins with.
fn tag_name(body: &str) -> &str {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-' || c == ':';
    let end = body.find(|c| !is_letter(c)).unwrap_or(body.len());
    &body[..end]
}

/// What follows a tag's name: `.loud` and `Name` of `<v.loud Name>`.
fn classes_and_annotation(after: &str) -> (&str, &str) {
    after.split_at(after.find(char::is_whitespace).unwrap_or(after.len()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The words of a text, with what is reported between braces.
    fn words(text: &str, syntax: CueSyntax) -> String {
        let pieces = tokens(text, syntax).into_iter().map(|(range, token)| match token {
            CueToken::Words | CueToken::Sign => text[range].to_owned(),
            CueToken::WordsAs(said) => said,
            CueToken::Break => "/".to_owned(),
            CueToken::Voice(name) => format!("[{}]", &text[name]),
            CueToken::UnknownTag | CueToken::OpenTag => "{?}".to_owned(),
            CueToken::Annotated => "{*}".to_owned(),
            _ => String::new(),
        });
        pieces.collect()
    }

    #[test]
    fn tags_of_webvtt_are_no_words() {
        let of = |text| words(text, CueSyntax::WebVtt);
        assert_eq!(of("<v.loud 张 三>大<00:01.500><c.x>家</c></v>"), "[张 三]大家");
        assert_eq!(of("<b 甲一>大家</b><c 会场>好</c>"), "{*}大家{*}好");
        assert_eq!(of("<lang zh>好</lang>&lt;&#x4e2d;&nbsp;&lrm;"), "好<中 ");
        assert_eq!(of("a<b 就 <笑> 好，若a<b而c>d，2 < 3"), "a<b 就 <笑> 好，若a<b而c>d，2 < 3");
        assert_eq!(of("<bold>好</bold><5><>"), "{?}好{?}{?}");
        assert_eq!(of("好<b"), "好<b", "a comparison");
        assert_eq!(of("好 <b.x 人"), "好 {?}");
        assert_eq!(of("一<c\nx>二\n三"), "一{*}二/三");
    }

    #[test]
    fn tags_of_subrip_are_those_that_are_certain() {
        let of = |text| words(text, CueSyntax::SubRip);
        assert_eq!(
            of("{\\an8}<i>模型</i>的a<b，<font color=\"red\">好</font>{是}"),
            "模型的a<b，好{是}"
        );
        assert_eq!(of("一\\N二\\h三<br/>四{b}五{/b}"), "一/二 三/四五");
        assert_eq!(
            of("<b and c>d <bold>x</bold> R&D; AT&amp;T &copy"),
            "<b and c>d <bold>x</bold> R&D; AT&T &copy"
        );
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_whole_text(text in "[a-c<>/&;#.{}\\\\N 甲\n]{0,40}") {
            for syntax in [CueSyntax::SubRip, CueSyntax::WebVtt] {
                let mut at = 0;
                for (range, _) in tokens(&text, syntax) {
                    prop_assert_eq!(range.start, at);
                    prop_assert!(text.get(range.clone()).is_some_and(|piece| !piece.is_empty()));
                    at = range.end;
                }
                prop_assert_eq!(at, text.len());
            }
        }
    }
}
