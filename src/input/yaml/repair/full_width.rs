//! Full-width characters, from a Chinese keyboard, in the place of brackets, commas and spaces.

use std::ops::Range;

use super::mistake::YamlMistake;
use crate::diagnostics::Code;
use crate::input::schema::{ValueKind, key_names};

/// A mapping or a list in full-width brackets. `［圆桌］…` may begin a title.
pub(super) fn bracket(key: Option<&str>, written: &str, value: usize) -> Option<YamlMistake> {
    let first = written.chars().next()?;
    let inside = &written[first.len_utf8()..];
    let is_list = key.is_some_and(may_be_list) && written.ends_with(['］', ']']);
    // a value without a key is an entry of a list, and may be a mapping
    let is_map = key.is_none_or(may_be_mapping) && inside.contains([':', '：']);
    // a full-width bracket has three bytes, so two spaces keep all later offsets
    let (open, close) = match first {
        '｛' if is_map => ("{  ", "  }"),
        '［' if is_list => ("[  ", "  ]"),
        _ => return None,
    };
    let (place, end) = (value..value + first.len_utf8(), value + written.len());
    let mut replacements = vec![(place.clone(), open)];
    let last = written.chars().next_back().filter(|c| "｝］".contains(*c));
    replacements.extend(last.map(|c| (end - c.len_utf8()..end, close)));
    // where some colons are ASCII already, a full-width one is part of a value
    if is_map && !inside.contains(": ") {
        let colons = inside.match_indices('：').map(|(at, _)| place.end + at);
        replacements.extend(colons.map(|at| (at..at + '：'.len_utf8(), ":  ")));
    }
    let message = format!("this `{first}` is a full-width bracket");
    let help = format!("write `{}` and `{}`", open.trim(), close.trim());
    Some(YamlMistake {
        code: Code::FullWidthBracket,
        // YAML reads `｛a：b｝` as a plain text, without an error
        silent: true,
        replacements,
        ..YamlMistake::new(place, message, help)
    })
}

/// Whether the value of a key may be a list in brackets.
fn may_be_list(key: &str) -> bool {
    key_names::is_key_that(key, |key| key.kind.is_list() && key.is_inline())
}

/// Whether the value of a key may be a mapping in brackets.
fn may_be_mapping(key: &str) -> bool {
    key_names::has_kind(key, ValueKind::is_mapping)
}

/// A full-width bracket that closes an ordinary one.
pub(super) fn closing(place: Range<usize>, c: char) -> YamlMistake {
    let (sign, blanks) = if c == '｝' { ("}", "  }") } else { ("]", "  ]") };
    let message = format!("this `{c}` is a full-width bracket");
    YamlMistake {
        code: Code::FullWidthBracket,
        replacements: vec![(place.clone(), blanks)],
        ..YamlMistake::new(place, message, format!("write `{sign}`"))
    }
}

/// Whitespace after a colon that is not a space to YAML.
pub(super) fn blank(key: &str, place: Range<usize>, help: String) -> YamlMistake {
    // as many spaces as it has bytes: one for a vertical tab, two for a no-break space, else three
    let (kind, blanks) = match place.len() {
        1 => ("not an ordinary one", " "),
        2 => ("not an ordinary one", "  "),
        _ => ("a full-width one", "   "),
    };
    let message = format!("the blank after the colon of `{key}` is {kind}");
    YamlMistake {
        code: Code::OddBlank,
        replacements: vec![(place.clone(), blanks)],
        ..YamlMistake::new(place, message, help)
    }
}

/// A full-width comma between entries in brackets.
pub(super) fn comma(place: Range<usize>) -> YamlMistake {
    let (message, help) = ("this comma is a full-width one", "write `, ` between entries");
    YamlMistake {
        code: Code::FullWidthComma,
        replacements: vec![(place.clone(), ",  ")],
        ..YamlMistake::new(place, message.into(), help.into())
    }
}
