//! The rules for recognised Chinese speech: what in a transcript is changed, and where paragraphs
//! start.
//!
//! Every rule is a pure function from a text to the [`Edit`]s that it proposes; none changes the
//! text. An edit is a byte range, the text that is read there instead (empty if the words are left
//! out), and the rule that proposed it. So the verbatim text is never lost, and every change can be
//! counted and shown. A rule that is not sure proposes nothing; a place that it left on purpose may
//! be reported as [`Skipped`].
//!
//! [`propose_edits`] runs the rules on one turn, in this order:
//!
//! 1. `blanks`: those between Chinese characters that part no words: 欢 迎, 人工智 能.
//! 2. `corrections`: misheard words, as the editor lists them: 信同院 → 信通院.
//! 3. `decimal_points`: `5。0` → `5.0`.
//! 4. `sound_marks`: 🎼 👏 😀 😊 `[音乐]` → （音乐）, （掌声）, or nothing; `<|zh|>` and `>>` too.
//! 5. `fillers`: 呃 always, 啊 嗯 呢 where they carry no meaning.
//! 6. `repetitions`: 我我我, 这个这个.
//!
//! Each rule reads the text as the rules before it edited it (`edited_view`): with the sound mark
//! gone, a filler is next to the words that will be its neighbours in the clean text, and no rule
//! edits what an earlier one put in. Then [`paragraphs()`] divides the turn, and [`apply`] gives
//! its clean text.
//!
//! What the rules and others need:
//!
//! - `segmenter` divides text into words, for rules that must not change a part of a word.
//! - [`name_pinyin`] spells names in pinyin, [`english_runs`] finds English within Chinese, and
//!   [`is_invisible`] tells characters that cannot be seen.
//!
//! Each rule, and the paragraphs, have a table of cases in `cases/`, one case a line, which anyone
//! can add to. `CONTRIBUTING.md` says how to add a rule.

mod blanks;
pub mod chinese_script;
mod corrections;
mod decimal_points;
pub mod direction;
mod edit;
mod edited_view;
pub mod english_runs;
mod fillers;
mod invisible_chars;
pub mod name_pinyin;
mod paragraphs;
pub mod personal_names;
pub mod recogniser_tags;
mod repetitions;
mod segmenter;
mod sound_marks;

use std::ops::Range;

pub use blanks::without_blanks;
pub use corrections::{PartialMatch, WordReplacement};
pub use edit::{Edit, Rule, Segment, apply, segments};
pub use invisible_chars::is_invisible;
pub use paragraphs::{KnownStarts, paragraphs};
pub use segmenter::Segmenter;

use blanks::Joined;
use edited_view::EditedView;

/// A place that a rule considered and left as it is, because it was not sure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Byte range of the text.
    pub range: Range<usize>,
    /// Why, as a clause without a full stop.
    pub reason: &'static str,
}

/// What the rules propose for one turn. All ranges are byte ranges of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TurnEdits {
    /// The edits of all rules, sorted, not overlapping.
    pub edits: Vec<Edit>,
    /// The places that rules left as they are, sorted.
    pub skipped: Vec<Skipped>,
    /// For each correction, in the order in which they were given, the places that it changes.
    pub corrected: Vec<Vec<Range<usize>>>,
    /// Where a misheard word is only a part of longer words. Each is in `skipped` as well.
    pub partial_matches: Vec<PartialMatch>,
}

/// Runs all rules on the text of one turn.
///
/// The segmenter must know the misheard words, so that each is cut as one. Of corrections with the
/// same misheard word, the first is made.
pub fn propose_edits(
    text: &str,
    corrections: &[WordReplacement],
    segmenter: &Segmenter,
) -> TurnEdits {
    let blanks = blanks::find(text, segmenter);
    let mut removed = blanks::within_corrections(text, corrections);
    removed.extend(blanks.iter().cloned());
    if removed.is_empty() {
        return edits_of_joined(text, corrections, segmenter);
    }
    removed.sort_by_key(|blank| blank.start);
    removed.dedup();
    let joined = Joined::new(text, &removed);
    let corrections: Vec<_> = corrections.iter().map(as_joined).collect();
    let mut found = edits_of_joined(&joined.text, &corrections, segmenter).of_original(&joined);
    let within = |blank: &Range<usize>| {
        let next = found.edits.partition_point(|edit| edit.range.start <= blank.start);
        found.edits[..next].last().is_some_and(|edit| blank.end <= edit.range.end)
    };
    // a blank within a misheard word is part of its edit
    let left_out: Vec<Edit> = blanks
        .into_iter()
        .filter(|blank| !within(blank))
        .map(|blank| Edit::leave_out(blank, Rule::Blank))
        .collect();
    merge(&mut found.edits, left_out);
    found
}

/// A correction as it is looked for in a text without blanks: so are its misheard words.
fn as_joined(correction: &WordReplacement) -> WordReplacement {
    let heard = without_blanks(&correction.heard);
    WordReplacement { heard, ..correction.clone() }
}

impl TurnEdits {
    /// What was found in a joined text, as ranges of the whole text.
    fn of_original(mut self, joined: &Joined) -> Self {
        let edits = self.edits.iter_mut().map(|edit| &mut edit.range);
        let skipped = self.skipped.iter_mut().map(|skipped| &mut skipped.range);
        let corrected = self.corrected.iter_mut().flatten();
        let partial = self.partial_matches.iter_mut();
        let partial = partial.flat_map(|part| [&mut part.range, &mut part.within]);
        for range in edits.chain(skipped).chain(corrected).chain(partial) {
            *range = joined.original(range);
        }
        self
    }
}

/// Runs the other rules on a text without blanks that part no words.
fn edits_of_joined(
    text: &str,
    corrections: &[WordReplacement],
    segmenter: &Segmenter,
) -> TurnEdits {
    let boundaries = segmenter.boundaries(text);
    // Corrections come first, since the editor's words outrank every rule. They and the boundaries
    // need the verbatim text.
    let matches = corrections::find(text, corrections, &boundaries);
    let mut skipped: Vec<Skipped> = matches.partial.iter().map(PartialMatch::to_skipped).collect();
    let mut edits = matches.edits;
    // not in the loop below, because this rule reports doubtful places too
    let (decimals, doubtful) = decimal_points::find(&EditedView::new(text, &edits, &boundaries));
    skipped.extend(doubtful);
    merge(&mut edits, decimals);
    // stammers come last: with the filler left out, 我呃我 has become 我我
    for rule in [sound_marks::find, fillers::find, repetitions::find] {
        let more = rule(&EditedView::new(text, &edits, &boundaries));
        merge(&mut edits, more);
    }
    skipped.sort_by_key(|skipped| skipped.range.start);
    TurnEdits { edits, skipped, corrected: matches.corrected, partial_matches: matches.partial }
}

/// Adds edits to sorted ones and keeps them sorted.
fn merge(edits: &mut Vec<Edit>, more: Vec<Edit>) {
    edits.extend(more);
    // starts are unique, since no rule edits what an earlier one has edited
    edits.sort_by_key(|edit| edit.range.start);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Runs a table of cases: the recognised text, a tab, the clean text. A rule works on the text
    /// as the rules before it edited it, so every table is run with all rules.
    fn run(table: &str) {
        let segmenter = Segmenter::new([]);
        for line in table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let (heard, meant) = line.split_once('\t').expect("a tab between heard and meant");
            let turn_edits = propose_edits(heard, &[], &segmenter);
            assert_eq!(apply(heard, &turn_edits.edits), meant, "heard: {heard}");
        }
    }

    #[test]
    fn the_cases_of_blanks_hold() {
        run(include_str!("cases/blanks.tsv"));
    }

    #[test]
    fn a_correction_is_made_across_a_blank_within_its_word() {
        let segmenter = Segmenter::new(["谈地图", "讲地图"]);
        let correction =
            |heard: &str| WordReplacement { heard: heard.into(), meant: "讲地图".into() };
        for heard in ["谈地图", "谈地 图"] {
            let text = "今天谈地 图和道路";
            let found = propose_edits(text, &[correction(heard)], &segmenter);
            assert_eq!(apply(text, &found.edits), "今天讲地图和道路", "{heard}");
            assert_eq!(found.edits[0].range, 6..16);
            assert_eq!(found.edits.len(), 1, "the blank is part of the correction");
        }
    }

    #[test]
    fn the_cases_of_decimal_points_hold() {
        run(include_str!("cases/decimal_points.tsv"));
    }

    #[test]
    fn the_cases_of_sound_marks_hold() {
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

    /// Texts that consist of what the rules look at, and little else.
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
            thread_local!(static SEGMENTER: Segmenter = Segmenter::new([]));
            let turn_edits = SEGMENTER.with(|segmenter| propose_edits(&text, &[], segmenter));
            let letters: Vec<usize> = text
                .char_indices()
                .filter(|(_, c)| c.is_alphanumeric())
                .map(|(at, _)| at)
                .collect();
            let mut published: Vec<usize> =
                places.iter().filter(|_| !letters.is_empty()).map(|i| *i.get(&letters)).collect();
            published.sort_unstable();
            published.dedup();
            let known = KnownStarts { published: &published, ..KnownStarts::default() };
            let divided = paragraphs(&text, &turn_edits.edits, &known);
            divides(&text, &turn_edits.edits, &divided)?;
            // a text is divided again where it was divided before
            let starts: Vec<usize> = divided
                .iter()
                .filter_map(|p| letters.iter().copied().find(|at| p.contains(at)))
                .collect();
            let known = KnownStarts { published: &starts, ..KnownStarts::default() };
            let again = paragraphs(&text, &turn_edits.edits, &known);
            prop_assert!(again.len() >= divided.len(), "{:?} and then {:?}", divided, again);
        }

        #[test]
        fn edits_are_sorted_within_the_text_and_change_something(text in speech()) {
            thread_local!(static SEGMENTER: Segmenter = Segmenter::new(["大模型"]));
            let fix = [
                WordReplacement { heard: "大模".into(), meant: "大魔".into() },
                WordReplacement { heard: "GPT3".into(), meant: "GPT-3".into() },
            ];
            let turn_edits = SEGMENTER.with(|segmenter| propose_edits(&text, &fix, segmenter));
            let mut at = 0;
            for edit in &turn_edits.edits {
                let Edit { range, .. } = edit;
                prop_assert!(range.start >= at && range.start < range.end, "{edit:?}");
                prop_assert_ne!(&text[edit.range.clone()], edit.meant.as_str());
                at = edit.range.end;
            }
            prop_assert!(at <= text.len());
            let known = KnownStarts::default();
            divides(&text, &turn_edits.edits, &paragraphs(&text, &turn_edits.edits, &known))?;
            prop_assert!(!apply(&text, &turn_edits.edits).contains('呃'));
        }
    }
}
