//! The registry of diagnostics: every kind of problem with its name, severity, meaning,
//! explanation and example, as data.
//!
//! Each file beside this one is a table of one topic. An entry there is all that a new code needs:
//! the variant of [`Code`], its name and severity, and its part of `docs/diagnostics.md` are made
//! from it. The variant's name is the printed name in CamelCase. An entry reads
//!
//! ```text
//! QuoteNotFound "quote-not-found" Error {
//!     en: "one line saying what it means, in lower case, without a full stop",
//!     zh: "同样的一行",
//!     text: "Whole sentences: why it matters, and what to do.",
//!     text_zh: "同样的几句，可以先不写",
//!     example: "the file under content/, or nothing for a command",
//!     wrong: "what raises it",
//!     right: "what to write instead",
//! }
//! ```
//!
//! with `Error | Warning` where a code has two severities, the worse first. The tables are joined
//! by passing them from macro to macro, because an enum cannot be declared in parts.
//!
//! # Messages in two languages
//!
//! The texts of the registry are [`TranslatedText`]; a text that is not translated is shown in
//! English. The messages that a problem carries are still written in English where it is found. To
//! have them in two languages, an entry gets templates for its messages, labels and help, with
//! named placeholders (`the {what} of talk {talk} are not in the transcript`), and [`Diagnostic`]
//! keeps the template's key with its values instead of a finished text; `render` fills the template
//! of the language that it is asked for. Nothing else knows the language, since problems are sorted
//! and compared by code, place and values.
//!
//! [`Diagnostic`]: super::Diagnostic

use std::fmt;

use super::Severity;

/// Appends the tables of the topics named in brackets to those after them, then declares all.
macro_rules! collect {
    ([$next:ident $($rest:ident)*] $($topics:tt)*) => { $next! { [$($rest)*] $($topics)* } };
    ([] $($topics:tt)*) => { declare! { $($topics)* } };
}

/// Declares [`Topic`] and [`Code`], and the functions that look their tables up.
macro_rules! declare {
    ($($topic:ident $topic_en:literal $topic_zh:literal {
        $($code:ident $name:literal $severity:ident $(| $milder:ident)? {
            en: $en:literal,
            zh: $zh:literal,
            text: $text:literal,
            $(text_zh: $text_zh:literal,)?
            example: $file:literal,
            wrong: $wrong:literal,
            right: $right:literal,
        })*
    })*) => {
        /// A group of codes in the reference.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Topic {
            $(#[doc = $topic_en] $topic,)*
        }

        impl Topic {
            /// All topics, in the order of the reference.
            pub const ALL: &[Self] = &[$(Self::$topic,)*];

            /// The heading of the topic.
            pub fn title(self) -> TranslatedText {
                match self {
                    $(Self::$topic => TranslatedText { en: $topic_en, zh: Some($topic_zh) },)*
                }
            }
        }

        /// The kind of a problem, such as [`Code::QuoteNotFound`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Code {
            $($(#[doc = $en] $code,)*)*
        }

        impl Code {
            /// All codes, by topic.
            pub const ALL: &[Self] = &[$($(Self::$code,)*)*];

            /// The topic under which the reference lists it.
            pub fn topic(self) -> Topic {
                match self {
                    $($(Self::$code)|* => Topic::$topic,)*
                }
            }

            /// The code's entry in the registry.
            pub fn entry(self) -> &'static Entry {
                match self {
                    $($(Self::$code => &Entry {
                        name: $name,
                        severities: &[Severity::$severity $(, Severity::$milder)?],
                        meaning: TranslatedText { en: $en, zh: Some($zh) },
                        text: TranslatedText { en: $text, zh: optional!($($text_zh)?) },
                        example: Example { file: $file, wrong: $wrong, right: $right },
                    },)*)*
                }
            }
        }
    };
}

macro_rules! optional {
    () => {
        None
    };
    ($value:literal) => {
        Some($value)
    };
}

#[macro_use]
mod corrections;
#[macro_use]
mod files;
#[macro_use]
mod ids;
#[macro_use]
mod output;
#[macro_use]
mod programme;
#[macro_use]
mod quotes;
#[macro_use]
mod site;
#[macro_use]
mod transcript;
#[macro_use]
mod transcript_formats;
#[macro_use]
mod values;
#[macro_use]
mod yaml;

collect! {
    [files yaml values ids quotes programme transcript transcript_formats corrections site output]
}

/// A text in the languages of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TranslatedText {
    /// In English.
    pub en: &'static str,
    /// In Chinese, where it is translated.
    pub zh: Option<&'static str>,
}

/// A language of the registry's texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextLanguage {
    /// English.
    English,
    /// Chinese in simplified characters.
    Chinese,
}

impl TranslatedText {
    /// The text in a language; in English where it is not translated.
    pub fn text(self, language: TextLanguage) -> &'static str {
        match language {
            TextLanguage::English => self.en,
            TextLanguage::Chinese => self.zh.unwrap_or(self.en),
        }
    }
}

/// The registry's entry of a code.
#[derive(Debug)]
pub struct Entry {
    /// The name that is printed, such as `quote-not-found`. It never changes, because people
    /// search for it and programs filter by it.
    pub name: &'static str,
    /// How bad it can be, the worst first. Most codes have one severity.
    pub severities: &'static [Severity],
    /// What it means, in one line: lower case, no full stop.
    pub meaning: TranslatedText,
    /// Why it matters and what to do, in sentences of Markdown.
    pub text: TranslatedText,
    /// An input that raises it.
    pub example: Example,
}

/// An input that raises a code, and the same input corrected.
#[derive(Debug)]
pub struct Example {
    /// Path in `content/` of the file that it is part of; empty for a command line.
    pub file: &'static str,
    /// Lines that raise the code.
    pub wrong: &'static str,
    /// Lines to write instead.
    pub right: &'static str,
}

impl Code {
    /// The code of a name, if there is one.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }

    /// The name that is printed, such as `quote-not-found`.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// How bad it is; where it has two severities, the worse.
    pub fn severity(self) -> Severity {
        // a table without a severity does not compile, so the default is never used
        self.entry().severities.first().copied().unwrap_or(Severity::Error)
    }

    /// How bad it is; where it has two severities, the milder.
    pub fn milder_severity(self) -> Severity {
        self.entry().severities.last().copied().unwrap_or(Severity::Error)
    }

    /// Whether the problem makes an id unusable. References to such an id are not reported
    /// as well, because correcting the id corrects them.
    pub fn invalidates_id(self) -> bool {
        matches!(self, Self::BadId | Self::DuplicateId | Self::ReservedId)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    declare! {
        Manners "Manners" "礼节" {
            TooPolite "too-polite" Warning {
                en: "a host thanks twice",
                zh: "主持人两次致谢",
                text: "Once is enough.",
                text_zh: "一次就够了。",
                example: "agi/forum.yaml",
                wrong: "from: 谢谢谢谢",
                right: "from: 谢谢",
            }
        }
    }

    #[test]
    fn an_entry_is_all_that_a_code_needs() {
        assert_eq!(Code::ALL, [Code::TooPolite]);
        assert_eq!(Code::TooPolite.topic().title().zh, Some("礼节"));
        assert_eq!(Topic::ALL, [Topic::Manners]);
        let entry = Code::TooPolite.entry();
        assert_eq!((entry.name, entry.severities), ("too-polite", [Severity::Warning].as_slice()));
        assert_eq!(entry.text.zh, Some("一次就够了。"));
    }

    #[test]
    fn where_a_code_has_two_severities_the_worse_is_first() {
        for code in super::Code::ALL {
            let severities = code.entry().severities;
            assert!(severities.is_sorted() && (1..=2).contains(&severities.len()), "{code}");
        }
    }
}
