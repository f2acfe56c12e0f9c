//! Two transcripts of one recording, aligned by their words.
//!
//! Two recognisers write most words alike and some otherwise, so that the words of one lead to the
//! same words of the other:
//!
//! 1. `spoken` keeps of each text its letters and digits, in lower case; punctuation and whitespace
//!    are the recogniser's own.
//! 2. Anchors: n-grams that stand once in each text. Of those the longest sequence that rises in
//!    both is kept, so that a chance likeness far away is dropped, and each is extended as far as
//!    the texts agree.
//! 3. Between two anchors the same with shorter n-grams, which are unique within the gap.
//! 4. What is left between is compared symbol by symbol (Myers' algorithm), where it is short.
//!
//! The time is linear in the length of the texts but for the last step, whose gaps are bounded.

mod rising;
mod spoken;

use std::collections::HashMap;

pub use rising::longest_rising;
pub use spoken::SpokenText;

use similar::{Algorithm, DiffOp};

/// The lengths of n-grams, in symbols, one after the other.
const GRAMS: [usize; 3] = [14, 8, 5];
/// A gap of more symbols than this on one side is not compared symbol by symbol.
const LONGEST_GAP: usize = 1200;

/// Symbols that are the same in both texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatchedRun {
    /// Index of the first symbol in our text.
    pub ours: usize,
    /// Index of the first symbol in the other text.
    pub theirs: usize,
    /// How many symbols are the same.
    pub length: usize,
}

/// Which symbols of two texts are the same words.
#[derive(Clone, Debug, Default)]
pub struct Alignment {
    /// Rising in both texts, not overlapping.
    runs: Vec<MatchedRun>,
}

/// A rectangle of two texts that is to be aligned.
#[derive(Clone, Copy)]
struct Gap {
    ours: (usize, usize),
    theirs: (usize, usize),
}

impl Gap {
    fn is_empty(&self) -> bool {
        self.ours.0 >= self.ours.1 || self.theirs.0 >= self.theirs.1
    }
}

impl Alignment {
    /// Aligns two sequences of symbols.
    pub fn of(ours: &[char], theirs: &[char]) -> Self {
        let whole = Gap { ours: (0, ours.len()), theirs: (0, theirs.len()) };
        let mut runs: Vec<MatchedRun> = Vec::new();
        for gram in GRAMS {
            let mut all = Vec::new();
            for (gap, after) in gaps(whole, &runs) {
                all.extend(anchored(ours, theirs, gap, gram));
                all.extend(after);
            }
            runs = all;
        }
        let mut all = Vec::new();
        for (gap, after) in gaps(whole, &runs) {
            all.extend(compared(ours, theirs, gap));
            all.extend(after);
        }
        Self { runs: joined(all) }
    }

    /// The runs, rising in both texts.
    pub fn runs(&self) -> &[MatchedRun] {
        &self.runs
    }

    /// How many symbols are the same in runs of at least `least`: unrelated texts agree in single
    /// symbols, and hardly ever in several.
    pub fn matched(&self, least: usize) -> usize {
        self.runs.iter().map(|run| run.length).filter(|length| *length >= least).sum()
    }

    /// The symbol of our text that corresponds to one of the other: the same symbol or, within a
    /// difference of at most `most` symbols on either side, the one at the same share of it.
    pub fn ours_of(&self, theirs: usize, most: usize) -> Option<usize> {
        let next = self.runs.partition_point(|run| run.theirs <= theirs);
        let before = self.runs[..next].last();
        if let Some(run) = before.filter(|run| theirs < run.theirs + run.length) {
            return Some(run.ours + (theirs - run.theirs));
        }
        let (from_ours, from_theirs) =
            before.map_or((0, 0), |run| (run.ours + run.length, run.theirs + run.length));
        let after = self.runs.get(next)?;
        let (across_ours, across_theirs) = (after.ours - from_ours, after.theirs - from_theirs);
        if across_ours > most || across_theirs > most {
            return None;
        }
        Some(from_ours + (theirs - from_theirs) * across_ours / across_theirs.max(1))
    }
}

/// The rectangles between runs, each with the run that follows it.
fn gaps(whole: Gap, runs: &[MatchedRun]) -> Vec<(Gap, Option<MatchedRun>)> {
    let mut from = (whole.ours.0, whole.theirs.0);
    let mut found = Vec::with_capacity(runs.len() + 1);
    for run in runs {
        let gap = Gap { ours: (from.0, run.ours), theirs: (from.1, run.theirs) };
        found.push((gap, Some(*run)));
        from = (run.ours + run.length, run.theirs + run.length);
    }
    found.push((Gap { ours: (from.0, whole.ours.1), theirs: (from.1, whole.theirs.1) }, None));
    found
}

/// The runs around n-grams that stand once on each side of a gap.
fn anchored(ours: &[char], theirs: &[char], gap: Gap, gram: usize) -> Vec<MatchedRun> {
    if gap.is_empty() {
        return Vec::new();
    }
    let (left, right) = (&ours[gap.ours.0..gap.ours.1], &theirs[gap.theirs.0..gap.theirs.1]);
    let there = unique_grams(right, gram);
    let mut pairs: Vec<(usize, usize)> = unique_grams(left, gram)
        .into_iter()
        .filter_map(|(words, at)| Some((at, *there.get(words)?)))
        .collect();
    pairs.sort_unstable();
    let mut runs: Vec<MatchedRun> = Vec::new();
    let rising = longest_rising(&pairs, |before, after| before.1 < after.1);
    for (at, other) in rising.into_iter().map(|index| pairs[index]) {
        // an anchor within a run that was extended over it says nothing new
        let end =
            runs.last().map_or((0, 0), |run| (run.ours + run.length, run.theirs + run.length));
        if at < end.0 || other < end.1 {
            continue;
        }
        let back = common(left[end.0..at].iter().rev(), right[end.1..other].iter().rev());
        let forward = common(left[at..].iter(), right[other..].iter());
        let run = MatchedRun { ours: at - back, theirs: other - back, length: back + forward };
        runs.push(run);
    }
    for run in &mut runs {
        run.ours += gap.ours.0;
        run.theirs += gap.theirs.0;
    }
    runs
}

/// How many symbols two sequences have in common at their beginnings.
fn common<'a>(one: impl Iterator<Item = &'a char>, other: impl Iterator<Item = &'a char>) -> usize {
    one.zip(other).take_while(|(a, b)| a == b).count()
}

/// The n-grams that stand once in a text, with their places.
fn unique_grams(text: &[char], gram: usize) -> HashMap<&[char], usize> {
    const TWICE: usize = usize::MAX;
    let mut places: HashMap<&[char], usize> = HashMap::new();
    for (at, words) in text.windows(gram).enumerate() {
        places.entry(words).and_modify(|place| *place = TWICE).or_insert(at);
    }
    places.retain(|_, place| *place != TWICE);
    places
}

/// The runs of a short gap, symbol by symbol.
fn compared(ours: &[char], theirs: &[char], gap: Gap) -> Vec<MatchedRun> {
    let (left, right) = (gap.ours.1 - gap.ours.0, gap.theirs.1 - gap.theirs.0);
    if gap.is_empty() || left > LONGEST_GAP || right > LONGEST_GAP {
        return Vec::new();
    }
    let ops = similar::capture_diff(
        Algorithm::Myers,
        ours,
        gap.ours.0..gap.ours.1,
        theirs,
        gap.theirs.0..gap.theirs.1,
    );
    let equal = |op: DiffOp| match op {
        DiffOp::Equal { old_index, new_index, len } => {
            Some(MatchedRun { ours: old_index, theirs: new_index, length: len })
        }
        _ => None,
    };
    ops.into_iter().filter_map(equal).collect()
}

/// Runs with those joined that continue each other.
fn joined(runs: Vec<MatchedRun>) -> Vec<MatchedRun> {
    let mut all: Vec<MatchedRun> = Vec::with_capacity(runs.len());
    for run in runs {
        match all.last_mut() {
            Some(last)
                if last.ours + last.length == run.ours
                    && last.theirs + last.length == run.theirs =>
            {
                last.length += run.length;
            }
            _ => all.push(run),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn aligned(ours: &str, theirs: &str) -> Alignment {
        let symbols = |text: &str| text.chars().collect::<Vec<_>>();
        Alignment::of(&symbols(ours), &symbols(theirs))
    }

    #[test]
    fn what_one_wrote_otherwise_lies_between_what_is_the_same() {
        let found = aligned("我们在长平实验室做研究", "那我们在昌平实验室做的研究");
        let runs: Vec<_> = found.runs().iter().map(|r| (r.ours, r.theirs, r.length)).collect();
        assert_eq!(runs, [(0, 1, 3), (4, 5, 5), (9, 11, 2)]);
        assert_eq!(found.ours_of(5, 10), Some(4));
        assert_eq!(found.ours_of(4, 10), Some(3), "within a difference by its share");
        assert_eq!(found.ours_of(13, 10), None);
    }

    proptest! {
        #[test]
        fn runs_rise_and_are_the_same_on_both_sides(
            ours in "[甲乙丙ab]{0,60}",
            theirs in "[甲乙丙ab]{0,60}",
        ) {
            let (one, other): (Vec<char>, Vec<char>) =
                (ours.chars().collect(), theirs.chars().collect());
            let found = Alignment::of(&one, &other);
            let mut end = (0, 0);
            for run in found.runs() {
                prop_assert!(run.ours >= end.0 && run.theirs >= end.1 && run.length > 0);
                end = (run.ours + run.length, run.theirs + run.length);
                prop_assert_eq!(&one[run.ours..end.0], &other[run.theirs..end.1]);
            }
            for at in 0..other.len() {
                prop_assert!(found.ours_of(at, 100).is_none_or(|at| at < one.len().max(1)));
            }
        }

        #[test]
        fn a_text_is_aligned_with_itself_whole(text in "[甲乙丙丁戊]{0,200}") {
            let symbols: Vec<char> = text.chars().collect();
            prop_assert_eq!(Alignment::of(&symbols, &symbols).matched(1), symbols.len());
        }
    }
}
