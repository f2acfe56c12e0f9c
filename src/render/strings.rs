//! The words of the interface, one file per language: `templates/strings/<language>.yaml`.
//!
//! A mapping of keys to texts. A count has the forms `<key>_one` and `<key>_other` where the
//! language tells them apart, else `<key>_other` alone; `{n}` in it stands for the number. A date is
//! put together by `date_form`, with the twelve words of `months`.

use std::collections::BTreeMap;

use crate::model::{Date, Language};

/// The words of one language by key.
#[derive(Clone, Debug, Default)]
pub struct Strings {
    words: BTreeMap<String, String>,
}

impl Strings {
    /// The file of a language.
    pub fn path(language: Language) -> String {
        format!("strings/{}.yaml", language.tag())
    }

    /// Reads an embedded file of words.
    ///
    /// # Errors
    ///
    /// What is wrong with the YAML.
    pub fn parse(yaml: &str) -> Result<Self, String> {
        let words = serde_saphyr::from_str(yaml).map_err(|error| error.to_string())?;
        Ok(Self { words })
    }

    /// Words that were read already.
    pub fn new(words: BTreeMap<String, String>) -> Self {
        Self { words }
    }

    /// These words, each replaced by the other's of the same key.
    #[must_use]
    pub fn overridden(mut self, own: Self) -> Self {
        self.words.extend(own.words);
        self
    }

    /// The words for a key; the key itself where there are none, which a test rules out.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.get(key).map_or(key, String::as_str)
    }

    /// A count in words: `3 场`.
    pub fn count(&self, of: &str, n: usize) -> String {
        let one = self.words.get(&format!("{of}_one")).filter(|_| n == 1);
        let words = one.or_else(|| self.words.get(&format!("{of}_other")));
        words.map_or(of, String::as_str).replace("{n}", &grouped(n))
    }

    /// A day in words: `2024-07-05` is `2024年7月5日`. What is no day stays as it is.
    pub fn date(&self, iso: &str) -> String {
        let Ok(date) = iso.parse::<Date>() else { return iso.to_owned() };
        let month = self.get("months").split(' ').nth(usize::from(date.month) - 1);
        self.get("date_form")
            .replace("{y}", &date.year.to_string())
            .replace("{m}", month.unwrap_or_default())
            .replace("{d}", &date.day.to_string())
    }

    /// All words, for templates.
    pub fn all(&self) -> &BTreeMap<String, String> {
        &self.words
    }
}

/// A number with its thousands apart: `93,141`.
pub fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embedded(language: Language) -> Strings {
        let assets = crate::render::assets::Assets::with_own(BTreeMap::new(), BTreeMap::new());
        let file = &assets.templates[&Strings::path(language)];
        Strings::parse(std::str::from_utf8(file).unwrap()).unwrap()
    }

    #[test]
    fn no_language_lacks_a_word_that_another_has() {
        let forms = |s: &Strings| {
            s.words.keys().filter(|k| !k.ends_with("_one")).cloned().collect::<Vec<_>>()
        };
        assert_eq!(forms(&embedded(Language::Chinese)), forms(&embedded(Language::English)));
    }

    #[test]
    fn counts_agree_with_their_nouns() {
        let english = embedded(Language::English);
        assert_eq!(english.count("talk", 1), "1 talk");
        assert_eq!(english.count("talk", 25), "25 talks");
        assert_eq!(embedded(Language::Chinese).count("character", 93141), "93,141 字");
    }

    #[test]
    fn dates_are_written_as_the_language_writes_them() {
        assert_eq!(embedded(Language::Chinese).date("2024-07-05"), "2024年7月5日");
        assert_eq!(embedded(Language::English).date("2024-07-05"), "5 July 2024");
        assert_eq!(embedded(Language::English).date("soon"), "soon");
    }
}
