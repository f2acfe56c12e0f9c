//! How a name sounds: for putting people in order.

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

/// The name in toneless pinyin, a surname read as one, with blanks between the syllables; other
/// letters stay, in lower case.
pub fn spelled(name: &str) -> String {
    let mut out = String::new();
    for (i, c) in name.chars().filter(|c| !c.is_whitespace()).enumerate() {
        let surname = SURNAMES.iter().find(|(s, _)| i == 0 && *s == c).map(|(_, sound)| *sound);
        match surname.or_else(|| syllable(c)) {
            Some(sound) if i > 0 => out.extend([" ", sound]),
            Some(sound) => out.push_str(sound),
            None => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// The commonest reading of a character in toneless pinyin.
pub fn syllable(c: char) -> Option<&'static str> {
    let any = || c.to_pinyin_multi().and_then(|m| m.into_iter().next()).map(pinyin::Pinyin::plain);
    c.to_pinyin().map(pinyin::Pinyin::plain).or_else(any)
}

const INITIALS: [&str; 24] = [
    "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh",
    "r", "z", "c", "s", "y", "w",
];

const FINALS: [&str; 34] = [
    "a", "o", "e", "i", "u", "ü", "ai", "ei", "ui", "ao", "ou", "iu", "ie", "ue", "üe", "er", "an",
    "en", "in", "un", "ang", "eng", "ing", "ong", "ia", "iao", "ian", "iang", "iong", "ua", "uo",
    "uai", "uan", "uang",
];

/// Whether a name in Latin letters can be read as pinyin, syllable by syllable: `Jianning`.
pub fn is_pinyin(name: &str) -> bool {
    let mixed = |word: &str| {
        word.chars().zip(word.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase())
    };
    let whole = |word: &str| {
        if mixed(word) {
            return false;
        }
        let word = word.to_lowercase();
        // from which places on the rest is pinyin, from the end
        let mut ends = vec![word.len()];
        for (at, _) in word.char_indices().rev() {
            let rest = &word[at..];
            let after = INITIALS.iter().filter_map(|initial| rest.strip_prefix(initial));
            let mut finals = after.flat_map(|rest| FINALS.iter().map(|f| rest.strip_prefix(f)));
            if finals.any(|rest| rest.is_some_and(|rest| ends.contains(&(word.len() - rest.len()))))
            {
                ends.push(at);
            }
        }
        ends.contains(&0)
    };
    let mut words = name.split([' ', '-', '\'', '’']).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some() && words.all(whole)
}

/// The letter under which a name stands in an index: `A` to `Z`, or `#`.
pub fn initial(name: &str) -> char {
    match spelled(name).chars().next() {
        Some(c) if c.is_ascii_alphabetic() => c.to_ascii_uppercase(),
        _ => '#',
    }
}

#[cfg(test)]
mod tests {
    use super::{initial, is_pinyin, spelled};

    #[test]
    fn a_surname_is_read_as_one() {
        assert_eq!(spelled("曾毅"), "zeng yi");
        assert_eq!(spelled("单田芳"), "shan tian fang");
        assert_eq!(spelled("陶大程"), "tao da cheng");
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
