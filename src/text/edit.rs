//! An edit: one recorded difference between the verbatim text and the clean text, and how a text
//! with edits is read.

use std::ops::Range;

/// The rule that proposed an [`Edit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// A blank between Chinese characters that parts no words: 欢 迎, 人工智 能.
    Blank,
    /// A misheard word, from `corrections.yaml`.
    Correction,
    /// A decimal point recognised as a full stop: `5。0` for `5.0`.
    Decimal,
    /// A recogniser's mark for a sound or a feeling: 🎼 👏 😀 😊 ….
    Mark,
    /// A sound of hesitation that carries no meaning: 呃, and 啊 嗯 呢 between pauses.
    Filler,
    /// A stammer: 我我我, 这个这个.
    Repetition,
}

impl Rule {
    /// All rules in the order in which they run: each reads the text as those before it edited it.
    pub const ALL: [Self; 6] =
        [Self::Blank, Self::Correction, Self::Decimal, Self::Mark, Self::Filler, Self::Repetition];

    /// The name of the rule: `data-rule` in published pages, and the end of its keys among the
    /// texts of the interface.
    pub fn name(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Correction => "correction",
            Self::Decimal => "decimal",
            Self::Mark => "mark",
            Self::Filler => "filler",
            Self::Repetition => "repetition",
        }
    }

    /// One ASCII letter that stands for the rule in the front matter of a talk's page, where every
    /// edit is listed.
    pub fn letter(self) -> char {
        match self {
            // published pages have these letters, so none may ever stand for another rule
            Self::Blank => 'b',
            Self::Correction => 'c',
            Self::Decimal => 'd',
            Self::Mark => 'm',
            Self::Filler => 'f',
            Self::Repetition => 'r',
        }
    }

    /// The rule with this [`Rule::letter`]; `None` if no rule has it.
    pub fn from_letter(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.letter() == letter)
    }
}

/// One recorded difference: the clean text has `meant` where the verbatim text has `range`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edit {
    /// Byte range in the verbatim text of the turn, or of the passage; never empty.
    pub range: Range<usize>,
    /// The text that is read there instead; empty if the words are left out.
    pub meant: String,
    /// The rule that proposed the edit.
    pub rule: Rule,
}

impl Edit {
    /// The words in `range` are left out.
    pub fn leave_out(range: Range<usize>, rule: Rule) -> Self {
        Self { range, meant: String::new(), rule }
    }

    /// The words in `range` are read as `meant`.
    pub fn read_as(range: Range<usize>, meant: impl Into<String>, rule: Rule) -> Self {
        Self { range, meant: meant.into(), rule }
    }
}

/// A part of a text that edits divide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment<'a> {
    /// Byte range of words that no edit changes; never empty.
    Unchanged(Range<usize>),
    /// Words that an edit changes.
    Edited(&'a Edit),
}

impl Segment<'_> {
    /// The segment as the recogniser gave it; `text` is the text that is divided.
    pub fn verbatim<'t>(&self, text: &'t str) -> &'t str {
        match self {
            Self::Unchanged(range) => &text[range.clone()],
            Self::Edited(edit) => &text[edit.range.clone()],
        }
    }

    /// The segment as it is read; `text` is the text that is divided.
    pub fn clean<'t>(&'t self, text: &'t str) -> &'t str {
        match self {
            Self::Unchanged(range) => &text[range.clone()],
            Self::Edited(edit) => &edit.meant,
        }
    }
}

/// Divides a text of `length` bytes into the words that its edits change and those between them.
/// The edits must be sorted and must not overlap.
pub fn segments(length: usize, edits: &[Edit]) -> impl Iterator<Item = Segment<'_>> {
    let mut at = 0;
    // the None stands for the words after the last edit
    edits.iter().map(Some).chain([None]).flat_map(move |edit| {
        let unchanged = at..edit.map_or(length, |edit| edit.range.start);
        at = edit.map_or(length, |edit| edit.range.end);
        // two edits may touch, and then there are no words between them
        let unchanged = (!unchanged.is_empty()).then_some(Segment::Unchanged(unchanged));
        unchanged.into_iter().chain(edit.map(Segment::Edited))
    })
}

/// The clean text: `text` with all `edits` applied. They must be sorted and must not overlap.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    // most edits leave words out, so the clean text rarely needs more room than this
    let mut clean = String::with_capacity(text.len());
    for segment in segments(text.len(), edits) {
        clean.push_str(segment.clean(text));
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_read_back_from_its_own_letter() {
        for rule in Rule::ALL {
            assert_eq!(Rule::from_letter(rule.letter()), Some(rule));
        }
    }

    #[test]
    fn segments_lie_end_to_end_and_none_without_words_stands_between_edits() {
        let text = "abcdef";
        let edits = [
            Edit::leave_out(0..1, Rule::Filler),
            Edit::read_as(1..2, "B", Rule::Correction),
            Edit::leave_out(4..6, Rule::Repetition),
        ];
        let found: Vec<Segment> = segments(text.len(), &edits).collect();
        let [one, two, three] = &edits;
        let edited = |edit| Segment::Edited(edit);
        assert_eq!(found, [edited(one), edited(two), Segment::Unchanged(2..4), edited(three)]);
        assert_eq!(found.iter().map(|s| s.verbatim(text)).collect::<String>(), text);
        assert_eq!(apply(text, &edits), "Bcd");
        assert_eq!(segments(0, &[]).count(), 0);
    }
}
