//! How a symbol sounds: toneless syllables.
//!
//! ```text
//! Han character    readings of data/polyphones.txt, else its first reading in pinyin-data
//! digit            as it is spoken: 0 ling, 1 yi or yao, 2 er or liang …
//! decimal point    dian
//! anything else    sounds like itself alone
//! ```
//!
//! Syllables that people and recognisers take for one another have one [`fold`]:
//!
//! ```text
//! zh z · ch c · sh s          n l               initials
//! -ng -n                                        finals
//! f h, with or without u                        fang huang hang, fei hui
//! ```
//!
//! The fold is wide, so that it can be a key: what it brings together is looked at more closely in
//! the browser (`near` in `static/search/text.js`), which lets only one step of each kind through.

use std::collections::HashMap;
use std::sync::LazyLock;

use pinyin::ToPinyin;

use super::format::{DIGIT_READINGS, POINT_READING};
use super::symbols::{POINT, lines};

/// Characters with several readings, the commonest first.
static POLYPHONES: LazyLock<HashMap<char, Vec<&str>>> = LazyLock::new(|| {
    lines(include_str!("data/polyphones.txt"))
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some((words.next()?.chars().next()?, words.collect()))
        })
        .collect()
});

/// The readings of a symbol, the commonest first; none where it sounds like itself alone.
pub fn of(symbol: char) -> Vec<String> {
    if let Some(digit) = symbol.to_digit(10) {
        let variants = DIGIT_READINGS.split(' ').nth(digit as usize).unwrap_or_default();
        return variants.split(',').map(str::to_owned).collect();
    }
    if symbol == POINT {
        return vec![POINT_READING.to_owned()];
    }
    let first = symbol.to_pinyin().map(|sound| sound.plain().replace('ü', "v"));
    let mut readings: Vec<String> = POLYPHONES
        .get(&symbol)
        .map(|readings| readings.iter().map(|s| (*s).to_owned()).collect())
        .unwrap_or_default();
    readings.extend(first);
    let mut seen = Vec::with_capacity(readings.len());
    readings.retain(|reading| {
        let new = !seen.contains(reading);
        seen.push(reading.clone());
        new
    });
    readings
}

/// The key that a syllable shares with all that are easily taken for it.
pub fn fold(syllable: &str) -> String {
    let (initial, rest) = split(syllable);
    let initial = match initial {
        "zh" => "z",
        "ch" => "c",
        "sh" => "s",
        "n" => "l",
        "f" => "h",
        other => other,
    };
    let rest = match rest.strip_suffix('g') {
        Some(open) if open.ends_with('n') => open,
        _ => rest,
    };
    let rest = match (initial, rest.strip_prefix('u')) {
        // as they are written short: hui for huei, hun for huen
        ("h", Some("i")) => "ei",
        ("h", Some("n")) => "en",
        ("h", Some(open)) if !open.is_empty() => open,
        _ => rest,
    };
    format!("{initial}{rest}")
}

/// A syllable as its initial and its final.
fn split(syllable: &str) -> (&str, &str) {
    let length = match syllable.as_bytes() {
        [b'z' | b'c' | b's', b'h', ..] => 2,
        [b'a' | b'e' | b'o', ..] | [] => 0,
        // 嗯 may be heard without a vowel
        [_] => 0,
        [b'n' | b'm', b'g'] => 0,
        _ => 1,
    };
    syllable.split_at(length)
}

#[cfg(test)]
mod tests {
    use pinyin::ToPinyin;

    use super::{POLYPHONES, fold, of};

    #[test]
    fn what_is_easily_confused_has_one_fold() {
        let cases: Vec<(Vec<String>, bool)> =
            serde_json::from_str(include_str!("cases/folds.json")).unwrap();
        for (pair, together) in cases {
            assert_eq!(fold(&pair[0]) == fold(&pair[1]), together, "{pair:?}");
        }
    }

    #[test]
    fn readings_begin_with_the_commonest() {
        assert_eq!(of('曾'), ["ceng", "zeng"]);
        assert_eq!(of('女'), ["nv"]);
        assert_eq!(of('行'), ["xing", "hang"]);
        assert_eq!(of('4'), ["si"]);
        assert!(of('g').is_empty());
    }

    #[test]
    fn every_line_of_the_polyphones_says_something() {
        let needless = |(c, readings): &(&char, &Vec<&str>)| {
            let first = c.to_pinyin().map(|s| s.plain().replace('ü', "v"));
            readings.len() < 2 && first.as_deref() == readings.first().copied()
        };
        let needless: String = POLYPHONES.iter().filter(needless).map(|(c, _)| *c).collect();
        assert_eq!(needless, "");
    }
}
