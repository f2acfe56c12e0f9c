//! The languages of the interface, and which of them a language tag asks for.
//!
//! A tag is one of BCP 47 (RFC 5646): subtags with hyphens between them, the language first, as in
//! `zh-Hant-HK`. Case does not count; the usual one is `zh-Hant-HK`. A tag belongs to the interface
//! with the longest range that it begins with (RFC 4647, basic filtering): `zh-HK` and `zh-Hant-MO`
//! to that of `zh-TW`, `zh-SG` to that of `zh-CN`.
//!
//! A further language is one entry of the table below, and its file in `templates/strings/`.

use crate::text::chinese_script::ChineseScript;
use crate::text::{chinese_script, english_runs};

/// Defines [`Language`] from a table: of each language the tag, further tags that mean exactly that
/// interface, and the ranges of tags to which it is the nearest.
macro_rules! languages {
    ($($(#[$doc:meta])* $name:ident $tag:literal also $also:expr, nearest_to $ranges:expr;)+) => {
        /// Language of the interface; what was said keeps its own.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum Language { $($(#[$doc])* $name,)+ }

        impl Language {
            /// Every language with its tag.
            pub const ALL: [(&'static str, Self); [$($tag),+].len()] =
                [$(($tag, Self::$name)),+];

            /// The language tag (BCP 47).
            pub const fn tag(self) -> &'static str {
                match self { $(Self::$name => $tag,)+ }
            }

            /// Further tags that mean exactly this interface.
            const fn also(self) -> &'static [&'static str] {
                match self { $(Self::$name => &$also,)+ }
            }

            /// The ranges of tags to which this interface is the nearest.
            const fn ranges(self) -> &'static [&'static str] {
                match self { $(Self::$name => &$ranges,)+ }
            }
        }
    };
}

languages! {
    /// Chinese in simplified characters.
    #[default]
    Chinese "zh-CN" also ["zh", "zh-Hans", "zh-Hans-CN"], nearest_to ["zh"];
    /// Chinese in traditional characters, in the words of Taiwan.
    TaiwanChinese "zh-TW" also ["zh-Hant", "zh-Hant-TW"],
        nearest_to ["zh-TW", "zh-Hant", "zh-HK", "zh-MO"];
    /// English, in British spelling.
    English "en" also ["en-GB"], nearest_to ["en"];
}

/// A language as `site.yaml` asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestedLanguage {
    /// The tag, in the usual case and with hyphens.
    pub tag: String,
    /// The interface that is nearest to it.
    pub interface: Language,
}

impl RequestedLanguage {
    /// The request that a tag makes; `None` if it is no language tag, or no interface is near.
    pub fn parse(written: &str) -> Option<Self> {
        let tag = canonical(&written.replace('_', "-"))?;
        let ranges = Language::ALL.iter().flat_map(|(_, language)| {
            language.ranges().iter().map(move |range| (*range, *language))
        });
        let covering = ranges.filter(|(range, _)| begins_with(&tag, range));
        let (_, interface) = covering.max_by_key(|(range, _)| range.len())?;
        Some(Self { tag, interface })
    }

    /// Whether the interface is exactly in the language, not only the nearest to it.
    pub fn is_exact(&self) -> bool {
        self.tag == self.interface.tag() || self.interface.also().contains(&self.tag.as_str())
    }
}

impl Language {
    /// The language that a text is marked with: `Chinese` or `TaiwanChinese` by its characters if
    /// it is Chinese, else `English`. `TaiwanChinese` stands for all traditional characters, and
    /// `beside` is taken for Chinese whose characters do not tell.
    pub fn of_text(text: &str, beside: Self) -> Self {
        if !english_runs::is_chinese(text) {
            return Self::English;
        }
        match (chinese_script::of_text(text), beside) {
            (Some(ChineseScript::Traditional), _) | (None, Self::TaiwanChinese) => {
                Self::TaiwanChinese
            }
            _ => Self::Chinese,
        }
    }
}

/// A language tag in the usual case; `None` if it is not well formed. Grandfathered tags
/// (`i-klingon`) are none.
fn canonical(tag: &str) -> Option<String> {
    let subtags: Vec<&str> = tag.split('-').collect();
    let (language, rest) = subtags.split_first()?;
    let is_language =
        (2..=8).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphabetic());
    let is_subtag =
        |s: &&str| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric());
    if !is_language || !rest.iter().all(is_subtag) || tag.ends_with("-x") {
        return None;
    }
    let mut out = language.to_ascii_lowercase();
    // after a singleton are extensions, whose subtags are no scripts and regions
    let mut in_extension = false;
    for subtag in rest {
        in_extension |= subtag.len() == 1;
        out.push('-');
        out += &match subtag.len() {
            2 if !in_extension => subtag.to_ascii_uppercase(),
            4 if !in_extension && !subtag.starts_with(|c: char| c.is_ascii_digit()) => {
                let (first, others) = subtag.split_at(1);
                first.to_ascii_uppercase() + &others.to_ascii_lowercase()
            }
            _ => subtag.to_ascii_lowercase(),
        };
    }
    Some(out)
}

/// Whether a tag is a range or continues it after a hyphen.
fn begins_with(tag: &str, range: &str) -> bool {
    tag.strip_prefix(range).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(written: &str) -> Option<(String, &'static str, bool)> {
        let asked = RequestedLanguage::parse(written)?;
        let exact = asked.is_exact();
        Some((asked.tag, asked.interface.tag(), exact))
    }

    #[test]
    fn a_tag_asks_for_the_nearest_interface() {
        for (written, tag, interface, exact) in [
            ("zh-CN", "zh-CN", "zh-CN", true),
            ("zh", "zh", "zh-CN", true),
            ("zh-Hans", "zh-Hans", "zh-CN", true),
            ("zh-SG", "zh-SG", "zh-CN", false),
            ("zh-Hans-HK", "zh-Hans-HK", "zh-CN", false),
            ("zh-TW", "zh-TW", "zh-TW", true),
            ("zh-Hant", "zh-Hant", "zh-TW", true),
            ("zh-hant-tw", "zh-Hant-TW", "zh-TW", true),
            ("zh-HK", "zh-HK", "zh-TW", false),
            ("zh-Hant-HK", "zh-Hant-HK", "zh-TW", false),
            ("ZH_tw", "zh-TW", "zh-TW", true),
            ("EN-gb", "en-GB", "en", true),
            ("en-US", "en-US", "en", false),
            ("en-GB-oxendict", "en-GB-oxendict", "en", false),
            ("zh-CN-u-co-pinyin", "zh-CN-u-co-pinyin", "zh-CN", false),
        ] {
            assert_eq!(asked(written), Some((tag.to_owned(), interface, exact)), "{written}");
        }
    }

    #[test]
    fn what_is_no_tag_and_a_language_without_an_interface_are_refused() {
        for written in ["", "-", "fr", "zho", "zhx-TW", "zh-", "中文", "zh TW", "e", "en-x"] {
            assert_eq!(asked(written), None, "{written}");
        }
    }

    #[test]
    fn every_interface_is_what_its_own_tags_ask_for() {
        for (tag, language) in Language::ALL {
            for written in language.also().iter().chain([&tag]) {
                let asked = RequestedLanguage::parse(written).unwrap();
                assert_eq!((asked.interface, asked.is_exact()), (language, true), "{written}");
            }
        }
    }

    #[test]
    fn a_text_is_marked_with_the_script_that_it_is_written_in() {
        use Language::{Chinese, English, TaiwanChinese};
        let of = |text, beside| Language::of_text(text, beside);
        assert_eq!(of("大家早安，歡迎來到會場。", Chinese), TaiwanChinese);
        assert_eq!(of("大家早上好，欢迎来到会场。", TaiwanChinese), Chinese);
        assert_eq!(of("大家早安", TaiwanChinese), TaiwanChinese);
        assert_eq!(of("大家早安", Chinese), Chinese);
        assert_eq!(of("大家早安", English), Chinese);
        assert_eq!(of("good morning", TaiwanChinese), English);
    }
}
