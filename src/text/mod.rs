//! Reading recognised Chinese speech.
//!
//! Every rule here is a pure function from text to the [`Edit`]s it proposes; none of them changes
//! the text. An edit says where (a byte range), what was meant there instead (empty: nothing) and
//! which rule says so, so that the verbatim text can always be had back exactly, and every change
//! can be counted and shown.
//!
//! [`read`] carries the rules out one after the other, each on the text as the ones before left it
//! (a `EditedView`), so that a filler between two marks is seen beside what will really
//! stand beside it, and no edit reaches into another:
//!
//! 1. `corrections`: what the editor says was misheard;
//! 2. `decimals`: `5。0` → `5.0`;
//! 3. `marks`: 🎼 👏 😀 😊 …;
//! 4. `fillers`: 呃, and 啊 嗯 呢 where they carry nothing;
//! 5. `repetitions`: 我我我, 这个这个.
//!
//! [`paragraphs()`] then divides the text; [`english_runs`] says what in it is English. A rule that is not sure changes nothing; what it saw and
//! left is a [`Skipped`]. Each rule has a table of cases in `cases/`, a line each, which anyone can
//! add to.

mod corrections;
mod decimal_points;
mod edit;
mod edited_view;
pub mod english_runs;
mod fillers;
mod invisible_chars;
pub mod name_pinyin;
mod paragraphs;
mod repetitions;
mod segmenter;
mod sound_marks;

use std::ops::Range;

pub use corrections::{Correction, PartialMatch};
pub use edit::{Edit, Rule, Segment, apply, segments};
pub use invisible_chars::is_invisible;
pub use paragraphs::paragraphs;
pub use segmenter::Segmenter;

use edited_view::EditedView;

/// Something that a rule saw and left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Byte range of the text.
    pub range: Range<usize>,
    /// Why it was left.
    pub why: &'static str,
}

/// What the rules make of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TurnEdits {
    /// The edits, sorted, not overlapping.
    pub edits: Vec<Edit>,
    /// What was seen and left.
    pub notes: Vec<Skipped>,
    /// For each correction, the places it changes.
    pub hits: Vec<Vec<Range<usize>>>,
    /// Places that a correction leaves, which are among the notes as well.
    pub parts: Vec<PartialMatch>,
}

/// Carries the rules out on the uninterrupted words of one speaker.
///
/// Where two corrections of the same length begin at the same place, the earlier one holds.
pub fn read(text: &str, corrections: &[Correction], words: &Segmenter) -> TurnEdits {
    let boundaries = words.boundaries(text);
    let found = corrections::find(text, corrections, &boundaries);
    let mut notes: Vec<Skipped> = found.left.iter().map(PartialMatch::left).collect();
    let mut edits = found.edits;
    let (decimals, left) = decimal_points::find(&EditedView::new(text, &edits, &boundaries));
    notes.extend(left);
    merge(&mut edits, decimals);
    for rule in [sound_marks::find, fillers::find, repetitions::find] {
        let more = rule(&EditedView::new(text, &edits, &boundaries));
        merge(&mut edits, more);
    }
    notes.sort_by_key(|left| left.range.start);
    TurnEdits { edits, notes, hits: found.hits, parts: found.left }
}

fn merge(edits: &mut Vec<Edit>, more: Vec<Edit>) {
    edits.extend(more);
    edits.sort_by_key(|edit| edit.range.start);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Runs a table of cases: what was heard, a tab, what is read. A rule works on the text that
    /// the rules before it leave, so every table is run with all of them.
    fn run(table: &str) {
        let words = Segmenter::new([]);
        for line in table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let (heard, meant) = line.split_once('\t').expect("a tab between heard and meant");
            let reading = read(heard, &[], &words);
            assert_eq!(apply(heard, &reading.edits), meant, "heard: {heard}");
        }
    }

    #[test]
    fn the_cases_of_decimals_hold() {
        run(include_str!("cases/decimal_points.tsv"));
    }

    #[test]
    fn the_cases_of_marks_hold() {
        run(include_str!("cases/sound_marks.tsv"));
    }

    #[test]
    fn the_cases_of_fillers_hold() {
        run(include_str!("cases/fillers.tsv"));
    }

    #[test]
    fn the_cases_of_repetitions_hold() {
        run(include_str!("cases/repetitions.tsv"));
    }

    /// Texts of what the rules look at, closely packed.
    fn speech() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "呃",
            "啊",
            "嗯",
            "呢",
            "我",
            "我们",
            "这个",
            "的",
            "一个",
            "，",
            "。",
            "？",
            "、",
            "🎼",
            "😊",
            "👏",
            "😀",
            "3",
            "。5",
            "1。0",
            "点",
            "GPT",
            " ",
            "好",
            "对",
            "在",
            "那么",
            "大模型",
            "第",
            "年",
            "3。2。一。",
            "说",
            "（",
            "[音乐]",
            "【",
            "掌声",
            "】",
            "（掌声）",
            "\u{fe0f}",
            "a",
            "是",
        ]);
        prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    /// Paragraphs laid end to end are the text, and none ends within an edit.
    fn divides(text: &str, edits: &[Edit], all: &[Range<usize>]) -> Result<(), TestCaseError> {
        let mut end = 0;
        for paragraph in all {
            prop_assert_eq!(paragraph.start, end);
            prop_assert!(paragraph.end > end);
            end = paragraph.end;
            prop_assert!(!edits.iter().any(|e| e.range.start < end && e.range.end > end));
        }
        prop_assert_eq!(end, text.len());
        Ok(())
    }

    proptest! {
        #[test]
        fn no_place_that_was_published_divides_an_edit_or_loses_a_character(
            text in speech(),
            places in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        ) {
            thread_local!(static WORDS: Segmenter = Segmenter::new([]));
            let reading = WORDS.with(|words| read(&text, &[], words));
            let letters: Vec<usize> = text
                .char_indices()
                .filter(|(_, c)| c.is_alphanumeric())
                .map(|(at, _)| at)
                .collect();
            let mut kept: Vec<usize> =
                places.iter().filter(|_| !letters.is_empty()).map(|i| *i.get(&letters)).collect();
            kept.sort_unstable();
            kept.dedup();
            let divided = paragraphs(&text, &reading.edits, &kept);
            divides(&text, &reading.edits, &divided)?;
            // where paragraphs begin, they go on beginning
            let starts: Vec<usize> = divided
                .iter()
                .filter_map(|p| letters.iter().copied().find(|at| p.contains(at)))
                .collect();
            let again = paragraphs(&text, &reading.edits, &starts);
            prop_assert!(again.len() >= divided.len(), "{:?} and then {:?}", divided, again);
        }

        #[test]
        fn edits_are_sorted_within_the_text_and_change_something(text in speech()) {
            thread_local!(static WORDS: Segmenter = Segmenter::new(["大模型"]));
            let fix = [
                Correction { heard: "大模".into(), meant: "大魔".into() },
                Correction { heard: "GPT3".into(), meant: "GPT-3".into() },
            ];
            let reading = WORDS.with(|words| read(&text, &fix, words));
            let mut at = 0;
            for edit in &reading.edits {
                prop_assert!(edit.range.start >= at && edit.range.start < edit.range.end, "{edit:?}");
                prop_assert_ne!(&text[edit.range.clone()], edit.meant.as_str());
                at = edit.range.end;
            }
            prop_assert!(at <= text.len());
            divides(&text, &reading.edits, &paragraphs(&text, &reading.edits, &[]))?;
            prop_assert!(!apply(&text, &reading.edits).contains('呃'));
        }
    }
}
