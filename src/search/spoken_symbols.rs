//! Symbols: the normal form of a text, in which the index and the browser compare.
//!
//! A symbol is a character that is spoken: a letter, a digit, a Chinese character or a decimal
//! point. Punctuation and whitespace are silent and have none. What is written differently but is
//! the same is one symbol:
//!
//! ```text
//! width       Ｇ → G, ％ → %, any whitespace → an ASCII space
//! case        G → g
//! script      雲 → 云                       (data/traditional.txt)
//! accents     é → e, й → и, أ → ا; a mark by itself (U+0301) has no symbol and divides nothing
//! letters     ß → ss, æ → ae, ø → o: those that have no accent to leave out (`LETTERS` in text.js)
//! decimal     。 or . between two digits → .  which is spoken (点)
//! spoken      Unicode's letters and numbers, the decimal point; all else is silent
//! ```
//!
//! Accents are the combining marks of `MARKS` in `text.js`: those of Latin, Greek and Cyrillic
//! letters, and the vowel signs of Hebrew and Arabic. Marks of other scripts tell letters apart (か
//! and が are two) and stay. What has the accents that were typed comes before what has not: the
//! browser compares the texts themselves as well.
//!
//! The browser does the same (`static/search/text.js`); `cases/symbols.json` is run by both.

use std::sync::LazyLock;

use unicode_normalization::char::decompose_canonical;

use super::format::{FIRST_TRADITIONAL, LETTERS, MARKS};

/// The point of a decimal number, as a symbol.
pub const POINT: char = '.';

/// The code point after the last character that may have a simplified form.
const AFTER_LAST_TRADITIONAL: u32 = 0xa000;

/// For each code point from [`FIRST_TRADITIONAL`] on its simplified form, or itself. An array and
/// not a map, because every character of every text is looked up.
static SIMPLIFIED: LazyLock<Vec<char>> = LazyLock::new(|| {
    let characters: Vec<char> =
        lines(include_str!("data/traditional.txt")).flat_map(str::chars).collect();
    let mut forms: Vec<char> =
        (FIRST_TRADITIONAL..AFTER_LAST_TRADITIONAL).filter_map(char::from_u32).collect();
    // the table is pairs without separators: a traditional character, then its simplified form
    for pair in characters.chunks_exact(2) {
        if let Some(form) = forms.get_mut((u32::from(pair[0]) - FIRST_TRADITIONAL) as usize) {
            *form = pair[1];
        }
    }
    forms
});

/// The ranges of code points that are accents, first and last.
static ACCENTS: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| {
    let point = |digits| u32::from_str_radix(digits, 16).unwrap_or_default();
    let ranges = MARKS.split(' ').map(|range| range.split_once('-').unwrap_or((range, range)));
    ranges.map(|(first, last)| (point(first), point(last))).collect()
});

/// The lines of a data file without its comments and empty lines.
pub fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// Every traditional character with its simplified form, by code point.
pub fn traditional() -> Vec<(char, char)> {
    let all = (FIRST_TRADITIONAL..).filter_map(char::from_u32).zip(SIMPLIFIED.iter().copied());
    all.filter(|(from, to)| from != to).collect()
}

/// The simplified form of a character; the character itself if it has none.
pub fn simplified(c: char) -> char {
    let form =
        u32::from(c).checked_sub(FIRST_TRADITIONAL).and_then(|at| SIMPLIFIED.get(at as usize));
    form.copied().unwrap_or(c)
}

/// A symbol of a text, and where the text has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpokenSymbol {
    /// The character in its normal form.
    pub char: char,
    /// Byte offset in the text.
    pub offset: usize,
    /// Whether nothing silent is between the symbol before and this one; false for the first.
    pub joined: bool,
}

/// The symbols of a text, in order.
pub fn spoken(text: &str) -> Vec<SpokenSymbol> {
    // Chinese characters are three bytes long in UTF-8
    let mut symbols: Vec<SpokenSymbol> = Vec::with_capacity(text.len() / 3);
    let mut characters = text.char_indices().map(|(offset, c)| (offset, normalize(c))).peekable();
    // as if there were a space at either end: a point there is between no digits
    let mut before = ' ';
    let mut follows_silence = true;
    while let Some((offset, c)) = characters.next() {
        // an accent belongs to the letter before it, and neither speaks nor divides
        if is_accent(c) {
            continue;
        }
        let after = characters.peek().map_or(' ', |(_, c)| *c);
        // 。 as well: the verbatim text has decimal points as the recogniser wrote them
        let is_point = is_stop(c) && before.is_ascii_digit() && after.is_ascii_digit();
        if is_point || is_spoken(c) {
            let of_char = if is_point { [Some(POINT), None] } else { unaccented(c) };
            for char in of_char.into_iter().flatten() {
                symbols.push(SpokenSymbol { char, offset, joined: !follows_silence });
                follows_silence = false;
            }
        } else {
            follows_silence = true;
        }
        before = c;
    }
    symbols
}

/// The symbols of a character by itself: one, two (ß), or none where it is silent.
pub fn symbols_of(c: char) -> impl Iterator<Item = char> {
    let normal = normalize(c);
    let symbols = if is_spoken(normal) { unaccented(normal) } else { [None, None] };
    symbols.into_iter().flatten()
}

/// A spoken character in its normal form without accents: one letter or, for ß, two.
fn unaccented(c: char) -> [Option<char>; 2] {
    // nearly all characters are in these ranges, and none of them has an accent
    if c.is_ascii() || ('\u{3040}'..='\u{9fff}').contains(&c) {
        return [Some(c), None];
    }
    let (mut base, mut only_accents) = (None, true);
    decompose_canonical(c, |part| match base {
        None => base = Some(part),
        Some(_) => only_accents &= is_accent(part),
    });
    // か with a mark that is no accent (が) is a letter of its own
    let letter = base.filter(|_| only_accents).unwrap_or(c);
    // after that: ǽ has an accent, and is two letters
    if let Some(letters) = LETTERS.split(' ').find_map(|entry| entry.strip_prefix(letter)) {
        let mut letters = letters.chars();
        return [letters.next(), letters.next()];
    }
    // the normal form of İ, whose lower case is two characters, is itself
    [Some(letter.to_ascii_lowercase()), None]
}

/// Whether a character is an accent by itself.
fn is_accent(c: char) -> bool {
    let point = u32::from(c);
    // the range of Chinese characters has none
    !c.is_ascii()
        && !('\u{3400}'..='\u{9fff}').contains(&c)
        && ACCENTS.iter().any(|(first, last)| (*first..=*last).contains(&point))
}

/// Whether a character in its normal form is spoken.
pub fn is_spoken(c: char) -> bool {
    // nearly all characters are in this range, and is_alphanumeric is slow for them
    ('\u{4e00}'..='\u{9fff}').contains(&c) || (c.is_alphanumeric() && !is_accent(c))
}

/// Whether a character can be a decimal point, if it is between digits.
fn is_stop(c: char) -> bool {
    c == '.' || c == '。'
}

/// The normal form of a character, without regard to what is beside it.
pub fn normalize(c: char) -> char {
    let c = match c {
        // the full-width forms of ASCII are 0xfee0 code points after it
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c if c.is_whitespace() => ' ',
        c => c,
    };
    // no later step changes another ASCII character, and `to_lowercase` of Unicode is slow
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    if u32::from(c) >= FIRST_TRADITIONAL && u32::from(c) < AFTER_LAST_TRADITIONAL {
        // characters in this range have no case
        return simplified(c);
    }
    let mut lower = c.to_lowercase();
    // a symbol is one character: İ, whose lower case is two, stays
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::{spoken, symbols_of};

    fn chars(text: &str) -> String {
        spoken(text).iter().map(|symbol| symbol.char).collect()
    }

    proptest! {
        #[test]
        fn composed_and_decomposed_letters_have_the_same_symbols(
            text in "[a-zA-Z\u{c0}-\u{17f}\u{386}-\u{3ce}\u{400}-\u{45f}\u{1e00}-\u{1ef9}\
                     中。., 0-9]{0,40}"
        ) {
            let (composed, decomposed) = (text.nfc().to_string(), text.nfd().to_string());
            prop_assert_eq!(chars(&composed), chars(&decomposed));
        }

        #[test]
        fn the_symbols_of_a_text_without_points_are_those_of_its_characters(
            text in "[^.。]{0,40}"
        ) {
            prop_assert_eq!(chars(&text), text.chars().flat_map(symbols_of).collect::<String>());
        }
    }

    #[derive(serde::Deserialize)]
    struct Case {
        text: String,
        spoken: String,
    }

    #[test]
    fn the_symbols_of_the_cases_are_as_given() {
        let cases: Vec<Case> = serde_json::from_str(include_str!("cases/symbols.json")).unwrap();
        for case in cases {
            let found: String = spoken(&case.text).iter().map(|s| s.char).collect();
            assert_eq!(found, case.spoken, "{}", case.text);
        }
    }

    #[test]
    fn symbols_know_whether_something_silent_stands_between_them() {
        let joined: Vec<bool> = spoken("是3。5，好 的").iter().map(|s| s.joined).collect();
        assert_eq!(joined, [false, true, true, true, false, false]);
    }
}
