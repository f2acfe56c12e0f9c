//! Pronunciation: the readings of a symbol, which are toneless syllables of pinyin.
//!
//! ```text
//! Han character    the readings in data/polyphones.txt, else its first reading in pinyin-data
//! digit            as it is spoken: 0 ling, 1 yi or yao, 2 er or liang …
//! decimal point    dian
//! anything else    none: it matches itself only
//! ```
//!
//! Syllables that people and recognisers confuse have the same [`fold`]:
//!
//! ```text
//! zh z · ch c · sh s          n l               initials
//! -ng -n                                        finals
//! f h, with or without u                        fang huang hang, fei hui
//! ```
//!
//! The fold is coarse, because it is a key of the index: being confused is not transitive, a key
//! has to be. The browser compares more closely (`isNear` in `static/search/text.js`): of each
//! kind, it accepts one difference.

use std::collections::HashMap;
use std::sync::LazyLock;

use pinyin::ToPinyin;

use super::format::{DIGIT_READINGS, POINT_READING};
use super::spoken_symbols::{POINT, lines};

/// Characters with several readings, and those readings, the most common first.
static POLYPHONES: LazyLock<HashMap<char, Vec<&str>>> = LazyLock::new(|| {
    lines(include_str!("data/polyphones.txt"))
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some((words.next()?.chars().next()?, words.collect()))
        })
        .collect()
});

/// The readings of a symbol, the most common first, each once; empty for a symbol that matches
/// itself only, as Latin letters do. ü is written v.
pub fn readings_of(symbol: char) -> Vec<String> {
    if let Some(digit) = symbol.to_digit(10) {
        let variants = DIGIT_READINGS.split(' ').nth(digit as usize).unwrap_or_default();
        return variants.split(',').map(str::to_owned).collect();
    }
    if symbol == POINT {
        return vec![POINT_READING.to_owned()];
    }
    // v is what people type for ü, and it keeps syllables in ASCII
    let first = symbol.to_pinyin().map(|reading| reading.plain().replace('ü', "v"));
    let mut readings: Vec<String> = POLYPHONES
        .get(&symbol)
        .map(|readings| readings.iter().map(|s| (*s).to_owned()).collect())
        .unwrap_or_default();
    // after those of the table, whose first is the most common; the library does not promise that
    readings.extend(first);
    let mut seen = Vec::with_capacity(readings.len());
    readings.retain(|reading| {
        let new = !seen.contains(reading);
        seen.push(reading.clone());
        new
    });
    readings
}

/// The key that a syllable shares with all syllables that are easily confused with it.
pub fn fold(syllable: &str) -> String {
    let (initial, rest) = split(syllable);
    let initial = match initial {
        "zh" => "z",
        "ch" => "c",
        "sh" => "s",
        "n" => "l",
        // many speakers of southern dialects do not tell f from h
        "f" => "h",
        other => other,
    };
    let rest = match rest.strip_suffix('g') {
        Some(without_g) if without_g.ends_with('n') => without_g,
        _ => rest,
    };
    let rest = match (initial, rest.strip_prefix('u')) {
        // pinyin abbreviates them: hui stands for huei, hun for huen
        ("h", Some("i")) => "ei",
        ("h", Some("n")) => "en",
        // hu keeps its u, which is all the vowel that it has
        ("h", Some(without_u)) if !without_u.is_empty() => without_u,
        _ => rest,
    };
    format!("{initial}{rest}")
}

/// Divides a syllable into its initial, which may be empty, and its final.
fn split(syllable: &str) -> (&str, &str) {
    let length = match syllable.as_bytes() {
        [b'z' | b'c' | b's', b'h', ..] => 2,
        [b'a' | b'e' | b'o', ..] | [] => 0,
        // 嗯 may have no vowel: n, ng
        [_] => 0,
        [b'n' | b'm', b'g'] => 0,
        _ => 1,
    };
    syllable.split_at(length)
}

#[cfg(test)]
mod tests {
    use pinyin::ToPinyin;

    use super::{POLYPHONES, fold, readings_of};

    #[test]
    fn syllables_that_are_easily_confused_have_the_same_fold() {
        let cases: Vec<(Vec<String>, bool)> =
            serde_json::from_str(include_str!("cases/syllable_folds.json")).unwrap();
        for (pair, together) in cases {
            assert_eq!(fold(&pair[0]) == fold(&pair[1]), together, "{pair:?}");
        }
    }

    #[test]
    fn the_most_common_reading_comes_first() {
        assert_eq!(readings_of('曾'), ["ceng", "zeng"]);
        assert_eq!(readings_of('女'), ["nv"]);
        assert_eq!(readings_of('行'), ["xing", "hang"]);
        assert_eq!(readings_of('4'), ["si"]);
        assert!(readings_of('g').is_empty());
    }

    #[test]
    fn no_line_of_the_polyphones_says_what_the_library_says_anyway() {
        let needless = |(c, readings): &(&char, &Vec<&str>)| {
            let first = c.to_pinyin().map(|s| s.plain().replace('ü', "v"));
            readings.len() < 2 && first.as_deref() == readings.first().copied()
        };
        let needless: String = POLYPHONES.iter().filter(needless).map(|(c, _)| *c).collect();
        assert_eq!(needless, "");
    }
}
