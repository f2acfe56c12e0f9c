//! Family and given name of a name in Chinese characters, kana or Hangul, where they can be told.
//!
//! Such a name has no blank between its parts, so that a list of surnames must tell. A name that is
//! cut wrongly is worse than one that is not cut: `None` is given for whatever is not certain, and
//! for what is no person's name (`collective`).
//!
//! The evidence, the strongest first:
//!
//! 1. A blank in the name: 山田 太郎.
//! 2. The name in Latin letters, whose first or last word is how the surname is read: of 高桥凉,
//!    `Ryo Takahashi` says that it is 高桥, and `Gao Qiaoliang` that it is 高.
//! 3. The surname and the length. A Chinese or Korean name is a surname of one character and one or
//!    two more, or a compound surname with one or two more. A Japanese one has two to four
//!    characters after a surname of two or three. What could be either (高桥凉) is left whole, and
//!    so is what is neither.
//!
//! The lists are in `data/`, each with its source.

mod collective;
mod surnames;

use std::ops::RangeInclusive;

pub use collective::is_collective;
use surnames::{Kind, SURNAMES};

use super::name_pinyin;

/// Longer names are not divided: no person is called so.
const MAX_CHARS: usize = 12;

/// Whether a character is a Chinese one, in whatever language; 々 repeats the one before it.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
        || matches!(c, '々' | '〇')
}

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}')
}

fn is_kana(c: char) -> bool {
    is_hiragana(c) || matches!(c, '\u{30a1}'..='\u{30fa}' | 'ー')
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

/// Whether a name is written without blanks between its parts.
pub fn is_east_asian(name: &str) -> bool {
    name.contains(|c| is_han(c) || is_kana(c) || is_hangul(c))
}

/// Family and given name, if they can be told; `latin` is the same name in Latin letters.
pub fn divide<'a>(name: &'a str, latin: Option<&str>) -> Option<(&'a str, &'a str)> {
    if is_collective(name) || name.chars().nth(MAX_CHARS).is_some() {
        return None;
    }
    let mut words = name.split_whitespace();
    if let (Some(family), Some(given), None) = (words.next(), words.next(), words.next()) {
        let short = |word: &str, most| word.chars().count() <= most && word.chars().all(is_letter);
        return (short(family, 4) && short(given, 5)).then_some((family, given));
    }
    if name.is_empty() || !name.chars().all(is_letter) {
        return None;
    }
    let count = match latin.and_then(|latin| by_latin(name, latin)) {
        Some(count) => Some(count),
        None => by_lists(name),
    }?;
    Some(name.split_at(end_of(name, count)))
}

fn is_letter(c: char) -> bool {
    is_han(c) || is_kana(c) || is_hangul(c)
}

/// The byte offset after so many characters.
fn end_of(name: &str, count: usize) -> usize {
    name.chars().take(count).map(char::len_utf8).sum()
}

/// The number of characters that the family name has by the name in Latin letters.
fn by_latin(name: &str, latin: &str) -> Option<usize> {
    let words = latin_words(latin);
    let (first, last) = (words.first()?, words.last()?);
    let two = words.get(..2).map(<[String]>::concat);
    let length = name.chars().count();
    // the longest first: 欧阳 is read `ouyang`, and 欧 is read `ou`
    (1..=4.min(length.saturating_sub(1))).rev().find(|&count| {
        let family = &name[..end_of(name, count)];
        readings(family).iter().any(|reading| {
            let sounds = |word: &String| sounds_alike(word, reading);
            // `Ou Yang Xiu` has the compound surname in two words
            let in_two = count > 1 && words.len() > 2 && two.as_ref().is_some_and(sounds);
            words.len() > 1 && (sounds(first) || sounds(last)) || in_two
        })
    })
}

/// How a surname may be written in Latin letters: as the lists say, and in pinyin.
pub fn readings(family: &str) -> Vec<String> {
    let listed = SURNAMES.readings(family);
    let mut readings: Vec<String> = listed.map(str::to_owned).collect();
    let pinyin = name_pinyin::to_pinyin(family).replace(' ', "");
    readings.push(folded(&pinyin));
    readings
}

/// Whether a word of a name in Latin letters is how its surname is read.
pub fn is_reading(word: &str, family: &str) -> bool {
    let word = folded(word);
    readings(family).iter().any(|reading| sounds_alike(&word, reading))
}

fn latin_words(latin: &str) -> Vec<String> {
    let words = latin.split(|c: char| c.is_whitespace() || c == ',').map(folded);
    words.filter(|word| !word.is_empty()).collect()
}

/// A word in lower case, without accents and hyphens.
fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'ā' | 'á' | 'ǎ' | 'à' | 'â' => out.push('a'),
            'ē' | 'é' | 'ě' | 'è' | 'ê' => out.push('e'),
            'ī' | 'í' | 'ǐ' | 'ì' | 'î' => out.push('i'),
            'ō' | 'ó' | 'ǒ' | 'ò' | 'ô' | 'ŏ' => out.push('o'),
            'ū' | 'ú' | 'ǔ' | 'ù' | 'û' | 'ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' | 'ŭ' => {
                out.push('u');
            }
            c if c.is_alphanumeric() => out.push(c),
            _ => {}
        }
    }
    // 吕 is written Lü, Lv and Lyu
    match out.as_str() {
        "lv" | "lyu" => "lu".to_owned(),
        "nv" | "nyu" => "nu".to_owned(),
        _ => out,
    }
}

/// Whether two words are one, long vowels aside: Sato, Satou, Satoh; Ono, Oono, Ohno.
fn sounds_alike(word: &str, reading: &str) -> bool {
    word == reading || without_length(word) == without_length(reading)
}

fn without_length(word: &str) -> String {
    let mut short: Vec<char> = Vec::new();
    let mut chars = word.chars().peekable();
    while let Some(c) = chars.next() {
        let after_o = short.last() == Some(&'o');
        let long = match c {
            'u' | 'o' => after_o || (c == 'u' && short.last() == Some(&'u')),
            'h' => after_o && chars.peek().is_none_or(|next| !"aeiouy".contains(*next)),
            _ => false,
        };
        // Honma and Homma
        let nasal = c == 'm' && chars.peek().is_some_and(|next| "bmp".contains(*next));
        if !long {
            short.push(if nasal { 'n' } else { c });
        }
    }
    short.into_iter().collect()
}

/// The number of characters that the family name has by the lists and by the length of the name.
fn by_lists(name: &str) -> Option<usize> {
    let length = name.chars().count();
    if name.chars().all(is_hangul) {
        return korean(name, length);
    }
    if !name.starts_with(is_han) {
        return None;
    }
    if name.chars().any(is_kana) {
        return with_kana(name, length);
    }
    chinese(name, length).or_else(|| japanese(name, length))
}

/// The longest surname of a kind that the name begins with, if that leaves so many characters.
fn begins_with(
    name: &str,
    length: usize,
    kind: Kind,
    sizes: RangeInclusive<usize>,
    rest: RangeInclusive<usize>,
) -> Option<usize> {
    sizes.rev().find(|&size| {
        let fits = length.checked_sub(size).is_some_and(|left| rest.contains(&left));
        fits && SURNAMES.has(kind, &name[..end_of(name, size)])
    })
}

/// A Chinese name, or a Korean one in Chinese characters.
fn chinese(name: &str, length: usize) -> Option<usize> {
    let compound = begins_with(name, length, Kind::Compound, 2..=4, 1..=2);
    if compound.is_some() {
        return compound;
    }
    // 石川 may be 石 with a given name, or a Japanese surname; 田中华 may be 田 or 田中
    let is_japanese = |size| SURNAMES.has(Kind::Japanese, &name[..end_of(name, size)]);
    let doubtful = length == 3 && SURNAMES.has(Kind::Doubtful, &name[..end_of(name, 2)]);
    // 欧阳 by itself is a surname
    let compound = length == 2 && SURNAMES.has(Kind::Compound, name);
    let other = compound || is_japanese(2) || doubtful || (length == 3 && is_japanese(3));
    (!other).then(|| begins_with(name, length, Kind::Single, 1..=1, 1..=2)).flatten()
}

/// A Japanese name in Chinese characters.
fn japanese(name: &str, length: usize) -> Option<usize> {
    // 田中华: a Chinese surname that is common, with a given name of two characters
    let common = SURNAMES.has(Kind::Common, &name[..end_of(name, 1)]);
    if length < 3 || (length == 3 && common) {
        return None;
    }
    begins_with(name, length, Kind::Japanese, 2..=3, 1..=3)
}

/// A Japanese name with kana: 高橋みなみ, 山田エミ.
fn with_kana(name: &str, length: usize) -> Option<usize> {
    let kanji = name.chars().take_while(|c| is_han(*c)).count();
    let listed = begins_with(name, length, Kind::Japanese, 2..=4, 1..=5);
    // a surname that no list has is told from the given name by the hiragana
    let given = &name[end_of(name, kanji)..];
    let is_name = given.chars().all(is_hiragana) && !given.contains('の');
    listed.or_else(|| (is_name && (2..=3).contains(&kanji) && length < 8).then_some(kanji))
}

fn korean(name: &str, length: usize) -> Option<usize> {
    let compound = begins_with(name, length, Kind::Hangul, 2..=2, 1..=2);
    compound.or_else(|| begins_with(name, length, Kind::Hangul, 1..=1, 1..=2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(name: &str, latin: &str) -> String {
        let latin = Some(latin).filter(|latin| !latin.is_empty());
        match divide(name, latin) {
            Some((family, given)) => format!("{family}, {given}"),
            None => name.to_owned(),
        }
    }

    #[test]
    fn the_family_name_is_told_where_it_can_be_and_the_name_is_whole_where_it_cannot() {
        let cases = include_str!("cases.tsv").lines().filter(|line| !line.starts_with('#'));
        let (mut count, mut wrong) = (0, Vec::new());
        for line in cases {
            let columns: Vec<&str> = line.split('\t').collect();
            let [name, latin, expected] = columns[..] else { panic!("{line}") };
            let found = parts(name, latin);
            if found != expected {
                wrong.push(format!("{line}: {found}"));
            }
            count += 1;
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(count > 50);
    }

    #[test]
    fn a_divided_name_is_the_name() {
        for name in ["佐々木希", "𠮷田一郎", "남궁민수", "山田　太郎"] {
            let (family, given) = divide(name, None).unwrap();
            assert_eq!(format!("{family}{given}"), name.replace('　', ""));
        }
    }
}
