//! Slips of the hand that YAML reads otherwise than they were meant, or not at all: signs of the
//! Chinese keyboard as syntax, a colon without a blank, and texts that begin with a sign that YAML
//! keeps for itself.
//!
//! They are found line by line. Each is repaired in a copy of the text of the same length, so that
//! the rest of the file can be read, and its mistakes reported, in the same run.

mod full_width;

use std::collections::HashSet;
use std::ops::Range;

use super::quoting::{named, quoted, without_comment};
use crate::diagnostics::Code;
use crate::input::schema::names;

/// A slip: where, what is wrong, and what to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slip {
    pub(super) code: Code,
    /// The signs concerned.
    pub(super) place: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
    /// Where the value begins that the repair spoils.
    pub(super) value: Option<usize>,
    /// Whether YAML reads the line without complaint, and something else in it.
    pub(super) silent: bool,
    /// What stands in the copy instead, byte for byte.
    repairs: Vec<(Range<usize>, &'static str)>,
}

/// Signs with which no text can begin, and what YAML keeps them for.
const RESERVED: [(char, &str); 8] = [
    ('@', "which YAML keeps for itself"),
    ('`', "which YAML keeps for itself"),
    ('%', "which YAML keeps for itself"),
    ('*', "with which YAML repeats another value"),
    ('&', "with which YAML names a value"),
    ('!', "with which YAML says of what type a value is"),
    ('|', "with which YAML begins a text of several lines"),
    ('>', "with which YAML begins a text of several lines"),
];

/// Most characters of a key.
const LONGEST_KEY: usize = 64;

/// Finds the slips of a text, in order.
pub(super) fn find(text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    let names: HashSet<&str> =
        text.split_whitespace().filter_map(|word| word.strip_prefix('&')).collect();
    let mut at = 0;
    // lines indented deeper than this belong to a text of several lines
    let mut block: Option<usize> = None;
    for whole in text.split_inclusive('\n') {
        let line = Line { text, start: at, end: at + whole.trim_end().len(), names: &names };
        at += whole.len();
        let indent = whole.len() - whole.trim_start_matches(' ').len();
        if block.is_some_and(|depth| indent > depth || line.start >= line.end) {
            continue;
        }
        block = line.begins_block().then_some(indent);
        slips.extend(line.slips());
    }
    slips
}

/// The text with all slips repaired, of the same length.
pub(super) fn repaired(text: &str, slips: &[Slip]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (place, by) in slips.iter().flat_map(|slip| &slip.repairs) {
        bytes[place.clone()].copy_from_slice(by.as_bytes());
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// A line of the text, without its break.
#[derive(Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    /// Names that the file gives to values.
    names: &'a HashSet<&'a str>,
}

impl Line<'_> {
    fn from(&self, at: usize) -> &str {
        &self.text[at..self.end]
    }

    /// Where the line's key, or item, begins.
    fn content(&self) -> usize {
        let mut at = self.start;
        loop {
            let rest = self.from(at);
            let blank = rest.len() - rest.trim_start().len();
            at += blank;
            match self.from(at).strip_prefix("- ") {
                Some(_) => at += 2,
                None => return at,
            }
        }
    }

    /// The key of the line, if it has one, and where its value begins.
    fn value(&self) -> (Option<&str>, usize) {
        let at = self.content();
        let rest = self.from(at);
        let length = rest.find([':', ' ', '"', '\'', '{', '[', '#', '｛']).unwrap_or(rest.len());
        match rest[length..].strip_prefix(": ") {
            Some(value) if length > 0 => {
                let blank = value.len() - value.trim_start().len();
                (Some(&rest[..length]), at + length + 2 + blank)
            }
            _ => (None, at),
        }
    }

    fn begins_block(&self) -> bool {
        let (_, value) = self.value();
        let value = self.from(value);
        let header = |c: char| c.is_ascii_digit() || "+-".contains(c);
        let rest = value.strip_prefix(['|', '>']).map(|rest| rest.trim_start_matches(header));
        rest.is_some_and(|rest| rest.is_empty() || rest.trim_start().starts_with('#'))
    }

    fn slips(&self) -> Vec<Slip> {
        let at = self.content();
        if self.from(at).is_empty() || self.from(at).starts_with('#') {
            return Vec::new();
        }
        if let Some(slip) = self.key_slip(at, false) {
            return vec![slip];
        }
        let (key, value) = self.value();
        let Some(first) = self.from(value).chars().next() else { return Vec::new() };
        if let Some(slip) = full_width::bracket(key, without_comment(self.from(value)), value) {
            return vec![slip];
        }
        let rest = match first {
            '{' | '[' => self.after_brackets(value),
            '"' | '\'' => self.after_quotes(value, first),
            _ => {
                let slip = self.begun_with(key, value, first);
                return slip.or_else(|| self.colon(key?, value)).into_iter().collect();
            }
        };
        match rest {
            Some(rest) => vec![self.goes_on(key, value, rest)],
            None if first == '{' || first == '[' => self.in_brackets(value),
            None => Vec::new(),
        }
    }

    /// A key with a full-width colon, or without a blank after its colon.
    fn key_slip(&self, at: usize, in_brackets: bool) -> Option<Slip> {
        let rest = self.from(at);
        let ends =
            |c: char| [':', '：', ' ', ',', '，', '[', '{', '}', ']', '"', '\'', '#'].contains(&c);
        let (length, _) = rest.char_indices().take(LONGEST_KEY).find(|(_, c)| ends(*c))?;
        let (key, after) = rest.split_at(length);
        let sign = after.chars().next().filter(|c| length > 0 && ":：".contains(*c))?;
        let value = &after[sign.len_utf8()..];
        let ends = if in_brackets { value.find([',', '，', '}', ']']) } else { None };
        let said = value[..ends.unwrap_or(value.len())].trim();
        let ascii = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c);
        let is_name = |word: &str| !word.is_empty() && word.chars().all(ascii);
        // `陶院士：tao-dacheng`, but not a sentence with a colon in it
        let form = !key.is_ascii() && is_name(said);
        let place = at + length..at + length + sign.len_utf8();
        let help = format!("write `{key}: {said}`");
        if sign == '：' && (is_name(key) || form) {
            let message = format!("the colon after `{key}` is a full-width one");
            return Some(Slip {
                code: Code::FullWidthColon,
                repairs: vec![(place.clone(), ":  ")],
                ..Slip::new(place, message, help)
            });
        }
        let first = value.chars().next()?;
        let glued = sign == ':' && !first.is_ascii_whitespace() && first != '/';
        if !(glued && (is_name(key) && (!first.is_ascii() || names::is_key(key)) || form)) {
            return None;
        }
        let begins = place.end..place.end + first.len_utf8();
        if first.is_whitespace() {
            return Some(full_width::blank(key, begins, help));
        }
        let blank = [" ", " x", " xx", " xxx"].get(first.len_utf8() - 1)?;
        let message = format!("there is no blank after the colon of `{key}`");
        Some(Slip {
            code: Code::NoBlankAfterColon,
            value: Some(begins.start),
            repairs: vec![(begins, blank)],
            ..Slip::new(place, message, help)
        })
    }

    /// A value that begins with a sign that YAML keeps for itself.
    fn begun_with(&self, key: Option<&str>, value: usize, c: char) -> Option<Slip> {
        let rest = self.from(value);
        let after = &rest[c.len_utf8()..];
        let item = Some("with which YAML begins an entry of a list");
        let item = item.filter(|_| key.is_some() && c == '-' && after.starts_with(' '));
        let why = RESERVED.iter().find(|(sign, _)| *sign == c).map(|(_, why)| *why).or(item)?;
        let name = after.split_whitespace().next().unwrap_or_default();
        let silent = match c {
            '|' | '>' if self.begins_block() => return None,
            '*' if self.names.contains(name) => return None,
            '&' if name.is_ascii() && !name.is_empty() => return None,
            '&' | '!' => true,
            _ => false,
        };
        Some(Slip {
            silent,
            value: Some(value),
            repairs: self.made_plain(value),
            ..self.reserved(key, value, c, why)
        })
    }

    /// What makes a value a text: another first sign, and no colon with a blank.
    fn made_plain(&self, value: usize) -> Vec<(Range<usize>, &'static str)> {
        let colons = without_comment(self.from(value)).match_indices(": ");
        let colons = colons.map(|(i, _)| (value + i + 1..value + i + 2, "x"));
        std::iter::once((value..value + 1, "x")).chain(colons).collect()
    }

    fn reserved(&self, key: Option<&str>, value: usize, c: char, why: &str) -> Slip {
        let sign = if c == '`' { "a backtick".to_owned() } else { format!("`{c}`") };
        let message = format!("{} begins with {sign}, {why}", named(key));
        let written = without_comment(self.from(value));
        let help = format!("put it in quotes: {}", quoted(key, written));
        Slip { code: Code::ReservedSign, ..Slip::new(value..value + c.len_utf8(), message, help) }
    }

    /// Where the line goes on after the brackets or quotation marks that begin a value.
    fn goes_on(&self, key: Option<&str>, value: usize, rest: usize) -> Slip {
        let c = self.from(value).chars().next().unwrap_or_default();
        let what = if c == '{' || c == '[' { "bracket" } else { "quotation mark" };
        let message = format!("{} goes on after the closing {what}", named(key));
        let written = without_comment(self.from(value));
        let help = format!("put all of it in quotes: {}", quoted(key, written));
        Slip {
            code: Code::ReservedSign,
            value: Some(value),
            repairs: self.made_plain(value),
            ..Slip::new(rest..rest + without_comment(self.from(rest)).len(), message, help)
        }
    }

    /// A colon and a blank within a value.
    fn colon(&self, key: &str, value: usize) -> Option<Slip> {
        let written = without_comment(self.from(value));
        let first = value + written.find(": ")?;
        let message = format!("the value of `{key}` has a colon and a blank in it");
        let help = format!("put it in quotes: {}", quoted(Some(key), written));
        Some(Slip {
            code: Code::ColonInValue,
            value: Some(value),
            repairs: self.made_plain(value).split_off(1),
            ..Slip::new(first..first + 1, message, help)
        })
    }

    /// Where text stands after brackets that are closed on the line, if any does.
    fn after_brackets(&self, value: usize) -> Option<usize> {
        let mut depth = 0;
        for (i, c) in self.from(value).char_indices() {
            match c {
                '[' | '{' => depth += 1,
                ']' | '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return self.text_at(value + i + 1);
            }
        }
        None
    }

    /// Where text stands after quotation marks that are closed on the line, if any does.
    fn after_quotes(&self, value: usize, quote: char) -> Option<usize> {
        let mut chars = self.from(value).char_indices().skip(1).peekable();
        while let Some((i, c)) = chars.next() {
            let escapes = c == '\\' && quote == '"';
            let doubled =
                c == quote && quote == '\'' && chars.peek().is_some_and(|(_, d)| *d == quote);
            if escapes || doubled {
                chars.next();
            } else if c == quote {
                return self.text_at(value + i + 1);
            }
        }
        None
    }

    /// The place of what stands at `at` or after blanks, unless it is a comment or another key's
    /// colon.
    fn text_at(&self, at: usize) -> Option<usize> {
        let rest = self.from(at);
        let text = rest.trim_start();
        let none = text.is_empty() || text.starts_with(['#', ':', ',', ']', '}']);
        (!none).then(|| at + rest.len() - text.len())
    }

    /// The slips within brackets: of keys, of commas, and signs that begin a value.
    fn in_brackets(&self, value: usize) -> Vec<Slip> {
        let mut slips = Vec::new();
        let mut quote: Option<char> = None;
        let mut begins = false;
        for (i, c) in self.from(value).char_indices() {
            let at = value + i;
            if let Some(open) = quote {
                quote = quote.filter(|_| c != open);
                continue;
            }
            if begins && !c.is_whitespace() {
                begins = false;
                slips.extend(self.key_slip(at, true));
                if let Some((_, why)) = RESERVED[..3].iter().find(|(sign, _)| *sign == c) {
                    slips.push(Slip {
                        value: Some(at),
                        repairs: vec![(at..at + 1, "x")],
                        ..self.reserved(None, at, c, why)
                    });
                }
            }
            match c {
                '"' | '\'' => quote = Some(c),
                '{' | '[' | ',' => begins = true,
                '｝' | '］' if without_comment(self.from(at)).len() == c.len_utf8() => {
                    slips.push(full_width::closing(at..at + c.len_utf8(), c));
                }
                '，' if self.is_key_after(at + c.len_utf8()) => {
                    begins = true;
                    slips.push(full_width::comma(at..at + c.len_utf8()));
                }
                _ => {}
            }
        }
        slips
    }

    /// Whether a key stands after a comma.
    fn is_key_after(&self, at: usize) -> bool {
        let rest = self.from(at).trim_start();
        rest.split_once([':', '：']).is_some_and(|(key, _)| names::is_key(key))
    }
}

impl Slip {
    fn new(place: Range<usize>, message: String, help: String) -> Self {
        let (value, silent, repairs) = (None, false, Vec::new());
        Self { code: Code::YamlSyntax, place, message, help, value, silent, repairs }
    }
}
