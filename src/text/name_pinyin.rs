//! Names in pinyin: for sorting them, for their initials, and for telling Chinese names in Latin
//! letters from others. Pinyin is toneless here.

use pinyin::{ToPinyin, ToPinyinMulti};

/// Surnames whose characters have other readings as well, each with its reading as a surname.
/// Source: 现代汉语词典 (7th edition), entries marked 姓.
const SURNAMES: [(char, &str); 24] = [
    ('曾', "zeng"),
    ('单', "shan"),
    ('解', "xie"),
    ('仇', "qiu"),
    ('区', "ou"),
    ('查', "zha"),
    ('任', "ren"),
    ('盖', "ge"),
    ('朴', "piao"),
    ('翟', "zhai"),
    ('种', "chong"),
    ('乐', "yue"),
    ('召', "shao"),
    ('繁', "po"),
    ('员', "yun"),
    ('黑', "he"),
    ('缪', "miao"),
    ('宓', "mi"),
    ('折', "she"),
    ('秘', "bi"),
    ('冼', "xian"),
    ('逄', "pang"),
    ('燕', "yan"),
    ('华', "hua"),
];

/// A name in pinyin, with spaces between the syllables: 曾毅 → `zeng yi`.
///
/// The first character has its reading as a surname. Whitespace is dropped; characters without a
/// reading stay, in lower case.
pub fn to_pinyin(name: &str) -> String {
    let mut pinyin = String::new();
    for (i, c) in name.chars().filter(|c| !c.is_whitespace()).enumerate() {
        // only the first character: in a given name the same one has its common reading
        let surname = SURNAMES.iter().find(|(s, _)| i == 0 && *s == c).map(|(_, reading)| *reading);
        match surname.or_else(|| syllable(c)) {
            Some(syllable) if i > 0 => pinyin.extend([" ", syllable]),
            Some(syllable) => pinyin.push_str(syllable),
            None => pinyin.extend(c.to_lowercase()),
        }
    }
    pinyin
}

/// All readings of a character, the commonest first; none for what is no Chinese character.
pub fn readings(c: char) -> Vec<&'static str> {
    let several = c.to_pinyin_multi().into_iter().flatten().map(pinyin::Pinyin::plain);
    let mut readings: Vec<&str> =
        c.to_pinyin().map(pinyin::Pinyin::plain).into_iter().chain(several).collect();
    let mut seen = Vec::new();
    readings.retain(|reading| {
        let is_new = !seen.contains(reading);
        seen.push(*reading);
        is_new
    });
    readings
}

/// The commonest reading of a character; `None` for what is no Chinese character. ü stays ü.
pub fn syllable(c: char) -> Option<&'static str> {
    // some characters have readings in the table of polyphones only
    let first_of_several =
        || c.to_pinyin_multi().and_then(|m| m.into_iter().next()).map(pinyin::Pinyin::plain);
    c.to_pinyin().map(pinyin::Pinyin::plain).or_else(first_of_several)
}

/// The initials of pinyin syllables; the empty one is that of `an` and `er`.
const INITIALS: [&str; 24] = [
    "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh",
    "r", "z", "c", "s", "y", "w",
];

/// The finals of pinyin syllables.
const FINALS: [&str; 34] = [
    "a", "o", "e", "i", "u", "ü", "ai", "ei", "ui", "ao", "ou", "iu", "ie", "ue", "üe", "er", "an",
    "en", "in", "un", "ang", "eng", "ing", "ong", "ia", "iao", "ian", "iang", "iong", "ua", "uo",
    "uai", "uan", "uang",
];

/// Whether a name in Latin letters can be read as pinyin, syllable by syllable: `Jianning`. Words
/// may be separated by spaces, hyphens and apostrophes; an empty name is none.
pub fn is_pinyin(name: &str) -> bool {
    let mut words = name.split([' ', '-', '\'', '’']).filter(|word| !word.is_empty()).peekable();
    // `all` holds of no words at all, so an empty name needs the first check
    words.peek().is_some() && words.all(is_pinyin_word)
}

fn is_pinyin_word(word: &str) -> bool {
    // `LeCun` is not one word in pinyin
    let is_camel_case =
        word.chars().zip(word.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    if is_camel_case {
        return false;
    }
    let word = word.to_lowercase();
    // offsets from which the rest of the word divides into syllables, found from the end
    let mut divisible = vec![word.len()];
    for (offset, _) in word.char_indices().rev() {
        let rest = &word[offset..];
        let after_initial = INITIALS.iter().filter_map(|initial| rest.strip_prefix(initial));
        // every division is tried, since it is ambiguous where a syllable ends: fang-an or fan-gan
        let mut after_syllable =
            after_initial.flat_map(|rest| FINALS.iter().filter_map(|f| rest.strip_prefix(f)));
        if after_syllable.any(|rest| divisible.contains(&(word.len() - rest.len()))) {
            divisible.push(offset);
        }
    }
    divisible.contains(&0)
}

/// The heading under which a name is listed in an index: `A` to `Z`, or `#` for other characters.
pub fn initial(name: &str) -> char {
    match to_pinyin(name).chars().next() {
        // a Greek or Cyrillic letter would be a heading that no reader looks for
        Some(c) if c.is_ascii_alphabetic() => c.to_ascii_uppercase(),
        _ => '#',
    }
}

#[cfg(test)]
mod tests {
    use super::{initial, is_pinyin, to_pinyin};

    #[test]
    fn a_surname_is_read_as_one() {
        assert_eq!(to_pinyin("曾毅"), "zeng yi");
        assert_eq!(to_pinyin("单田芳"), "shan tian fang");
        assert_eq!(to_pinyin("陶大程"), "tao da cheng");
        assert_eq!((initial("任正非"), initial("Yann LeCun"), initial("42")), ('R', 'Y', '#'));
    }

    #[test]
    fn pinyin_is_told_from_other_names() {
        for name in ["Jianning", "Dacheng", "Xi'an", "Zhang", "Xin-Mei", "Lü", "Ouyang", "Er"] {
            assert!(is_pinyin(name), "{name}");
        }
        for name in ["Yann", "LeCun", "Richard S.", "Ludwig", "Y.", "Lovelace", "", "Ph"] {
            assert!(!is_pinyin(name), "{name}");
        }
    }
}
