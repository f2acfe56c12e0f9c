//! The script of a line, by which its language is told.
//!
//! Bilingual subtitles have a line in each language in every cue. Without knowing the words, a
//! line's language is told by its script, which is enough for the pairs that people publish:
//! Chinese, Japanese or Korean beside a language in Latin, Cyrillic or Arabic letters.

use std::fmt;
use std::str::FromStr;

/// A script by which a line's language is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineScript {
    /// Chinese characters without kana.
    Chinese,
    /// Kana, with or without Chinese characters.
    Japanese,
    /// Hangul.
    Korean,
    /// Latin letters.
    Latin,
    /// Cyrillic letters.
    Cyrillic,
    /// Arabic letters.
    Arabic,
}

impl LineScript {
    /// The languages that `language_lines` knows, each with its script.
    pub const LANGUAGES: [(&'static str, Self); 12] = [
        ("zh", Self::Chinese),
        ("ja", Self::Japanese),
        ("ko", Self::Korean),
        ("en", Self::Latin),
        ("fr", Self::Latin),
        ("de", Self::Latin),
        ("es", Self::Latin),
        ("pt", Self::Latin),
        ("it", Self::Latin),
        ("vi", Self::Latin),
        ("ru", Self::Cyrillic),
        ("ar", Self::Arabic),
    ];

    /// What messages call the lines.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chinese => "Chinese",
            Self::Japanese => "Japanese",
            Self::Korean => "Korean",
            Self::Latin => "Latin letters",
            Self::Cyrillic => "Cyrillic letters",
            Self::Arabic => "Arabic letters",
        }
    }

    /// The language that a suggestion names for it.
    pub fn language(self) -> &'static str {
        Self::LANGUAGES.iter().find(|(_, script)| *script == self).map_or("zh", |(name, _)| *name)
    }

    fn of_char(c: char) -> Option<Self> {
        Some(match c {
            '\u{3040}'..='\u{30ff}' => Self::Japanese,
            '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => Self::Chinese,
            '\u{ac00}'..='\u{d7a3}' => Self::Korean,
            '\u{400}'..='\u{52f}' => Self::Cyrillic,
            '\u{600}'..='\u{6ff}' => Self::Arabic,
            c if c.is_alphabetic() && c < '\u{250}' => Self::Latin,
            _ => return None,
        })
    }

    /// The script of a line, where most of it is in one. A Chinese line may have Latin words in it,
    /// so that Chinese characters, kana and Hangul count as much as a word each.
    pub fn of_line(line: &str) -> Option<Self> {
        let mut counts = [0_usize; 6];
        let mut in_word = false;
        for c in line.chars() {
            let script = Self::of_char(c);
            let is_letter = matches!(script, Some(Self::Latin | Self::Cyrillic | Self::Arabic));
            // of a word in letters only the beginning counts
            if let Some(script) = script.filter(|_| !(is_letter && in_word)) {
                counts[script as usize] += 1;
            }
            in_word = is_letter;
        }
        if counts[Self::Japanese as usize] > 0 {
            counts[Self::Japanese as usize] += counts[Self::Chinese as usize];
            counts[Self::Chinese as usize] = 0;
        }
        let all: usize = counts.iter().sum();
        let scripts = Self::LANGUAGES.iter().map(|(_, script)| *script);
        scripts.max_by_key(|script| counts[*script as usize]).filter(|script| {
            let most = counts[*script as usize];
            most > 0 && most * 10 >= all * 6
        })
    }
}

impl FromStr for LineScript {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::LANGUAGES.iter().find(|(name, _)| *name == text);
        found.map(|(_, script)| *script).ok_or_else(|| {
            let names: Vec<&str> = Self::LANGUAGES.iter().map(|(name, _)| *name).collect();
            format!("a language of lines is one of {}", names.join(", "))
        })
    }
}

impl fmt::Display for LineScript {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.language())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_a_line_is_told_by_its_script() {
        for (line, script) in [
            ("大家早上好", Some(LineScript::Chinese)),
            ("我们用 machine learning 做", Some(LineScript::Chinese)),
            ("Good morning everyone, 大家", Some(LineScript::Latin)),
            ("おはようございます皆様", Some(LineScript::Japanese)),
            ("안녕하세요 여러분", Some(LineScript::Korean)),
            ("Доброе утро", Some(LineScript::Cyrillic)),
            ("2024", None),
            ("", None),
        ] {
            assert_eq!(LineScript::of_line(line), script, "{line}");
        }
    }
}
