//! What was misheard, read as it was meant.
//!
//! The longest correction at a place holds. A correction does no damage: it is not made where the
//! misheard word is only a part of longer words that the segmenter knows (以建 in 可以|建立, 联营
//! in 联营企业), nor within a longer run of letters or digits (`AI` in `AID`).

use super::{Edit, Left, Rule};

/// A misheard word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// What the recogniser gave; never empty.
    pub heard: String,
    /// What was meant.
    pub meant: String,
}

/// What the corrections make of a text.
pub(super) struct Found {
    pub(super) edits: Vec<Edit>,
    /// For each correction, how many places it changes.
    pub(super) hits: Vec<usize>,
    /// Places where a misheard word is only a part of others.
    pub(super) left: Vec<Left>,
}

/// Finds what is to be corrected. `boundaries` are the byte offsets between the words of the text,
/// cut with the misheard words among the words known.
pub(super) fn find(text: &str, corrections: &[Correction], boundaries: &[usize]) -> Found {
    let mut places: Vec<(usize, usize, usize)> = Vec::new();
    for (number, correction) in corrections.iter().enumerate() {
        let starts = text.match_indices(correction.heard.as_str()).map(|(at, _)| at);
        places.extend(starts.map(|at| (at, correction.heard.len(), number)));
    }
    places.sort_by_key(|&(at, len, number)| (std::cmp::Reverse(len), at, number));
    let mut found = Found { edits: vec![], hits: vec![0; corrections.len()], left: vec![] };
    let mut taken: Vec<(usize, usize)> = Vec::new();
    for (at, len, number) in places {
        let end = at + len;
        if taken.iter().any(|&(start, stop)| start < end && at < stop) {
            continue;
        }
        if is_part(text, at, end, boundaries) {
            found.left.push(Left { range: at..end, why: "it is a part of longer words here" });
            continue;
        }
        taken.push((at, end));
        found.hits[number] += 1;
        let meant = corrections[number].meant.as_str();
        found.edits.push(Edit::read_as(at..end, meant, Rule::Correction));
    }
    found.edits.sort_by_key(|edit| edit.range.start);
    // a place can be left by one correction and taken by another
    found.left.retain(|left| {
        !taken.iter().any(|&(start, stop)| start < left.range.end && left.range.start < stop)
    });
    found.left.dedup();
    found
}

/// Whether a word known to the segmenter, or a run of letters or digits, reaches over an end of
/// the place.
fn is_part(text: &str, start: usize, end: usize, boundaries: &[usize]) -> bool {
    let runs_on = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at..].chars().next();
        matches!((before, after), (Some(b), Some(a))
            if (b.is_ascii_alphabetic() && a.is_ascii_alphabetic())
                || (b.is_ascii_digit() && a.is_ascii_digit()))
    };
    // letters and digits are cut by the segmenter as it likes
    let is_han = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
    let han_at =
        |at: usize| is_han(text[..at].chars().next_back()) && is_han(text[at..].chars().next());
    let inside_word = |at: usize| han_at(at) && boundaries.binary_search(&at).is_err();
    [start, end].into_iter().any(|at| runs_on(at) || inside_word(at))
}

#[cfg(test)]
mod tests {
    use super::super::{Words, apply};
    use super::*;

    fn corrected(text: &str, pairs: &[(&str, &str)]) -> (String, Vec<usize>, usize) {
        let words = Words::new(pairs.iter().map(|(heard, _)| *heard));
        let corrections: Vec<Correction> = pairs
            .iter()
            .map(|(heard, meant)| Correction { heard: (*heard).into(), meant: (*meant).into() })
            .collect();
        let found = find(text, &corrections, &words.boundaries(text));
        (apply(text, &found.edits), found.hits, found.left.len())
    }

    #[test]
    fn the_longest_correction_holds() {
        let pairs = [("云天", "云田"), ("云天立飞", "云天励飞")];
        let (text, hits, _) = corrected("云天立飞和云天。", &pairs);
        assert_eq!(text, "云天励飞和云田。");
        assert_eq!(hits, [1, 1]);
    }

    #[test]
    fn a_part_of_longer_words_is_left_and_reported() {
        let (text, hits, left) = corrected("我们可以建立标准，以建2。0。", &[("以建", "蚁鉴")]);
        assert_eq!(text, "我们可以建立标准，蚁鉴2。0。");
        assert_eq!((hits, left), (vec![1], 1));
    }

    #[test]
    fn letters_and_digits_that_run_on_are_left() {
        let pairs = [("GBT", "GPT"), ("GP4", "GPT4")];
        let (text, ..) = corrected("chaGBT、GBT4、用GP4。0、GP40", &pairs);
        assert_eq!(text, "chaGBT、GPT4、用GPT4。0、GP40");
    }

    #[test]
    fn the_earlier_of_two_equal_corrections_holds() {
        let (text, hits, _) = corrected("联营", &[("联营", "联影"), ("联营", "连影")]);
        assert_eq!((text.as_str(), hits), ("联影", vec![1, 0]));
    }
}
