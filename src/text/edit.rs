//! An edit: one recorded difference between what the recogniser gave and what is read.

use std::ops::Range;

/// Which rule made an [`Edit`]. The letter is the one used in the front matter of a talk's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// A misheard word, from `corrections.yaml`.
    Correction,
    /// A decimal point heard as a full stop: `5。0` for `5.0`.
    Decimal,
    /// A recogniser's mark for sound or feeling: 🎼 👏 😀 😊 ….
    Mark,
    /// A filler that carries nothing: 呃, free-standing 啊 嗯 呢.
    Filler,
    /// An immediate repetition that carries nothing: 我我我, 这个这个.
    Repetition,
}

impl Rule {
    /// All rules in the order in which they are carried out: each sees what those before it leave.
    pub const ALL: [Self; 5] =
        [Self::Correction, Self::Decimal, Self::Mark, Self::Filler, Self::Repetition];

    /// The rule's name in data and in `gen check`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Correction => "correction",
            Self::Decimal => "decimal",
            Self::Mark => "mark",
            Self::Filler => "filler",
            Self::Repetition => "repetition",
        }
    }

    /// One ASCII letter that stands for the rule where space is short.
    pub fn letter(self) -> char {
        match self {
            Self::Correction => 'c',
            Self::Decimal => 'd',
            Self::Mark => 'm',
            Self::Filler => 'f',
            Self::Repetition => 'r',
        }
    }

    /// The rule that [`Rule::letter`] gave this letter.
    pub fn from_letter(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.letter() == letter)
    }
}

/// One recorded difference: the words in `range` are read as `meant`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edit {
    /// Byte range in the text that the rule was given; never empty.
    pub range: Range<usize>,
    /// What is read there instead; empty where the words are left out.
    pub meant: String,
    /// Why.
    pub rule: Rule,
}

impl Edit {
    /// An edit that leaves the words in `range` out.
    pub fn leave_out(range: Range<usize>, rule: Rule) -> Self {
        Self { range, meant: String::new(), rule }
    }

    /// An edit that reads the words in `range` as `meant`.
    pub fn read_as(range: Range<usize>, meant: impl Into<String>, rule: Rule) -> Self {
        Self { range, meant: meant.into(), rule }
    }
}

/// The clean text: `text` with all `edits` carried out. They must be sorted and must not overlap.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        clean.push_str(&text[at..edit.range.start]);
        clean.push_str(&edit.meant);
        at = edit.range.end;
    }
    clean.push_str(&text[at..]);
    clean
}
