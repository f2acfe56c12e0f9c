//! Texts as the index sees them: one symbol for each letter, digit and character that is spoken.
//!
//! ```text
//! width       Ｇ → G, ％ → %, blank → one ASCII blank
//! case        G → g
//! script      雲 → 云                       (data/traditional.txt)
//! decimal     。 or . between two digits → .  and it is spoken (点)
//! spoken      letters, digits, characters, the decimal point; all else is silent
//! ```
//!
//! The browser does the same (`static/search/text.js`); `cases/symbols.json` is run by both.

use std::sync::LazyLock;

use super::format::FIRST_TRADITIONAL;

/// The point of a decimal number, as a symbol.
pub const POINT: char = '.';

/// For each code point from [`FIRST_TRADITIONAL`] its simplified form, or itself. A table, because
/// every character of every text is looked up.
static SIMPLIFIED: LazyLock<Vec<char>> = LazyLock::new(|| {
    let characters: Vec<char> =
        lines(include_str!("data/traditional.txt")).flat_map(str::chars).collect();
    let mut forms: Vec<char> = (FIRST_TRADITIONAL..0xa000).filter_map(char::from_u32).collect();
    for pair in characters.chunks_exact(2) {
        if let Some(form) = forms.get_mut((u32::from(pair[0]) - FIRST_TRADITIONAL) as usize) {
            *form = pair[1];
        }
    }
    forms
});

/// The lines of a data file that say something.
pub fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// Every traditional character with its simplified form, in the order of the characters.
pub fn traditional() -> Vec<(char, char)> {
    let all = (FIRST_TRADITIONAL..).filter_map(char::from_u32).zip(SIMPLIFIED.iter().copied());
    all.filter(|(from, to)| from != to).collect()
}

/// The simplified form of a character; itself where it has none.
pub fn simplified(c: char) -> char {
    let form =
        u32::from(c).checked_sub(FIRST_TRADITIONAL).and_then(|at| SIMPLIFIED.get(at as usize));
    form.copied().unwrap_or(c)
}

/// A spoken symbol and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// The character in its normal form.
    pub is: char,
    /// Byte offset in the text.
    pub at: usize,
    /// Whether it follows the symbol before without anything silent between them.
    pub joined: bool,
}

/// The spoken symbols of a text.
pub fn spoken(text: &str) -> Vec<Symbol> {
    let mut symbols: Vec<Symbol> = Vec::with_capacity(text.len() / 3);
    let mut characters = text.char_indices().map(|(at, c)| (at, normal(c))).peekable();
    let mut before = ' ';
    let mut silent = true;
    while let Some((at, c)) = characters.next() {
        let after = characters.peek().map_or(' ', |(_, c)| *c);
        let is_point = is_point(c) && before.is_ascii_digit() && after.is_ascii_digit();
        if is_point || is_spoken(c) {
            let is = if is_point { POINT } else { c };
            symbols.push(Symbol { is, at, joined: !silent });
            silent = false;
        } else {
            silent = true;
        }
        before = c;
    }
    symbols
}

/// Whether a character in its normal form is spoken.
pub fn is_spoken(c: char) -> bool {
    // nearly all are in this range, and the standard library looks long for them
    ('\u{4e00}'..='\u{9fff}').contains(&c) || c.is_alphanumeric()
}

fn is_point(c: char) -> bool {
    c == '.' || c == '。'
}

/// A character in its normal form.
pub fn normal(c: char) -> char {
    let c = match c {
        // the full-width forms of ASCII stand at a fixed distance from it
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c if c.is_whitespace() => ' ',
        c => c,
    };
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    if u32::from(c) >= FIRST_TRADITIONAL && u32::from(c) < 0xa000 {
        return simplified(c);
    }
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::spoken;

    #[derive(serde::Deserialize)]
    struct Case {
        text: String,
        spoken: String,
    }

    #[test]
    fn what_is_spoken_is_as_the_cases_say() {
        let cases: Vec<Case> = serde_json::from_str(include_str!("cases/symbols.json")).unwrap();
        for case in cases {
            let found: String = spoken(&case.text).iter().map(|s| s.is).collect();
            assert_eq!(found, case.spoken, "{}", case.text);
        }
    }

    #[test]
    fn symbols_know_whether_something_silent_stands_between_them() {
        let joined: Vec<bool> = spoken("是3。5，好 的").iter().map(|s| s.joined).collect();
        assert_eq!(joined, [false, true, true, true, false, false]);
    }
}
