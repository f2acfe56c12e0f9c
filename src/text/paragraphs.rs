//! Paragraphs: a turn's text, divided at sentence ends into pieces of a readable length.
//!
//! The recogniser's own line breaks are arbitrary and not used. Instead:
//!
//! 1. `breaks` lists the offsets where the text can be divided, each with a cost: after every
//!    sentence; where a sentence does not end for long, after its commas and spaces as well. A
//!    break costs less before a sentence that starts something (首先, 第二个, 接下来) and more
//!    before one that continues the sentence before (因为, 而且). No break is within an edit.
//! 2. `favour` lowers the cost of breaks at which published permalinks start, and a little that of
//!    breaks at which a pause of the recording ended.
//! 3. `cheapest_division` chooses those breaks whose costs, with the `length_cost` of the
//!    paragraphs between them, have the least sum. Lengths of 120 to 300 characters of the clean
//!    text cost little.
//!
//! The sum is taken over the whole turn, not from left to right, so that a change of the text
//! changes the division near it only: within a paragraph or two, the old breaks are the cheapest
//! again.

mod breaks;

use std::ops::Range;

use super::Edit;
use super::edited_view::EditedView;
use breaks::{BreakPoint, candidate_breaks};

/// Lengths in characters of paragraphs that read well.
const GOOD_LENGTH: Range<usize> = 120..300;
/// Length of a paragraph in characters whose cost is 0.
const BEST_LENGTH: usize = 190;
/// Subtracted from the cost of a break at which a published permalink starts. It outweighs whatever
/// a break can cost: less than 15 for the paragraph that it makes too short, and at most 9 by
/// itself.
const PUBLISHED_BONUS: f64 = 25.0;
/// Subtracted from the cost of a break at which a pause ended. It outweighs where a comma is dearer
/// than another, and not what a paragraph of a bad length costs.
const PAUSE_BONUS: f64 = 1.5;
/// A paragraph of more characters than this is one that has no break.
const MAX_LENGTH: usize = 900;

/// Places of a text at which paragraphs are known to begin, or may well. Each is the byte offset of
/// a letter or digit; they may be sorted or not.
#[derive(Clone, Copy, Debug, Default)]
pub struct KnownStarts<'a> {
    /// Paragraphs that people may have linked to: the text is divided before each of them that has
    /// a break point before it.
    pub published: &'a [usize],
    /// Words before which the speaker paused.
    pub after_pauses: &'a [usize],
}

/// Divides a text into paragraphs: byte ranges that laid end to end are the text. An empty text has
/// none.
///
/// The edits must be sorted and must not overlap.
pub fn paragraphs(text: &str, edits: &[Edit], starts: &KnownStarts<'_>) -> Vec<Range<usize>> {
    if text.is_empty() {
        return Vec::new();
    }
    // without word boundaries: paragraphs are decided by characters and never by whole words
    let view = EditedView::new(text, edits, &[]);
    let mut breaks = candidate_breaks(&view, text, edits);
    favour(&mut breaks, text, starts.published, PUBLISHED_BONUS);
    favour(&mut breaks, text, starts.after_pauses, PAUSE_BONUS);
    let chosen = cheapest_division(&breaks, view.len());
    let mut start = 0;
    let ends = chosen.into_iter().chain([text.len()]);
    ends.map(|end| std::mem::replace(&mut start, end)..end).collect()
}

/// Lowers the cost of the break before each of some letters.
fn favour(breaks: &mut [BreakPoint], text: &str, letters: &[usize], bonus: f64) {
    for &letter in letters {
        // of several breaks before a letter, with nothing but pauses between, the last one
        let after = breaks.partition_point(|b| b.offset <= letter);
        let Some(last) = after.checked_sub(1).and_then(|i| breaks.get_mut(i)) else { continue };
        // if words lie between, the letter is within a sentence, and this break is not its own
        if !text[last.offset..letter].contains(char::is_alphanumeric) {
            last.cost -= bonus;
        }
    }
}

/// The cost of a paragraph by its length in characters: 0 for [`BEST_LENGTH`], about 0.4 and 1 at
/// the ends of [`GOOD_LENGTH`], and much more beyond them.
fn length_cost(chars: usize) -> f64 {
    #[allow(clippy::cast_precision_loss)] // a paragraph is not 2^52 characters long
    let distance = |a: usize, b: usize| a.abs_diff(b) as f64;
    let from_best = distance(chars, BEST_LENGTH) / 110.0;
    let outside = if chars < GOOD_LENGTH.start {
        distance(chars, GOOD_LENGTH.start) / 35.0
    } else if chars > GOOD_LENGTH.end {
        distance(chars, GOOD_LENGTH.end) / 40.0
    } else {
        0.0
    };
    // squared, so that one paragraph of a bad length costs more than several that are slightly off
    from_best * from_best + outside * outside
}

/// The byte offsets of the breaks that divide a text of `length` characters at the least cost.
///
/// Dynamic programming: the cheapest division up to a break extends the cheapest division up to one
/// of the breaks before it. Node 0 is the start of the text, node k is break k - 1, and the last
/// node is the end of the text.
fn cheapest_division(breaks: &[BreakPoint], length: usize) -> Vec<usize> {
    let chars = |node: usize| match node {
        0 => 0,
        node => breaks.get(node - 1).map_or(length, |b| b.chars),
    };
    // for each node: the least cost of the text before it, and the node before on that division
    let mut cheapest: Vec<(f64, usize)> = vec![(0.0, 0)];
    for node in 1..=breaks.len() + 1 {
        let break_cost = breaks.get(node - 1).map_or(0.0, |b| b.cost);
        let mut best = (f64::INFINITY, node - 1);
        for previous in (0..node).rev() {
            let paragraph = chars(node) - chars(previous);
            // farther breaks only make it longer; without any break between, it has to be allowed
            if paragraph > MAX_LENGTH && previous + 1 < node {
                break;
            }
            let cost = cheapest[previous].0 + length_cost(paragraph) + break_cost;
            // of equally cheap divisions the one with the nearest break is kept, so the result is
            // always the same
            if cost < best.0 {
                best = (cost, previous);
            }
        }
        cheapest.push(best);
    }
    let mut chosen = Vec::new();
    let mut node = breaks.len() + 1;
    // back from the end of the text; node 0 is its start, where no break is
    while cheapest[node].1 > 0 {
        node = cheapest[node].1;
        chosen.push(breaks[node - 1].offset);
    }
    chosen.reverse();
    chosen
}

#[cfg(test)]
mod tests {
    use super::super::{Segmenter, propose_edits};
    use super::*;

    fn divided(text: &str) -> Vec<String> {
        let edits = propose_edits(text, &[], &Segmenter::new([])).edits;
        paragraphs(text, &edits, &KnownStarts::default())
            .into_iter()
            .map(|p| text[p].to_owned())
            .collect()
    }

    fn sentence(chars: usize) -> String {
        format!("{}。", "说".repeat(chars - 1))
    }

    /// The text of a case: `字×40` as 40 times 字.
    fn expanded(case: &str) -> String {
        let mut pieces = case.split('×');
        let mut text = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let repeated = text.pop().expect("a character to repeat");
            let digits = piece.find(|c: char| !c.is_ascii_digit()).unwrap_or(piece.len());
            let count = piece[..digits].parse().expect("how many times");
            text.extend(std::iter::repeat_n(repeated, count));
            text.push_str(&piece[digits..]);
        }
        text
    }

    #[test]
    fn the_cases_of_paragraphs_hold() {
        let segmenter = Segmenter::new([]);
        let table = include_str!("cases/paragraphs.tsv");
        for case in table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let expected = expanded(case);
            let text = expected.replace('|', "");
            let edits = propose_edits(&text, &[], &segmenter).edits;
            let divided: Vec<&str> = paragraphs(&text, &edits, &KnownStarts::default())
                .into_iter()
                .map(|p| &text[p])
                .collect();
            assert_eq!(divided.join("|"), expected, "case: {case}");
        }
    }

    #[test]
    fn a_short_turn_is_one_paragraph() {
        assert_eq!(divided("谢谢大家。我讲完了。").len(), 1);
        assert!(paragraphs("", &[], &KnownStarts::default()).is_empty());
    }

    #[test]
    fn paragraphs_are_of_a_size_that_people_read() {
        let found = divided(&sentence(40).repeat(50));
        assert!(found.iter().all(|p| (120..=300).contains(&p.chars().count())), "{found:?}");
    }

    #[test]
    fn a_paragraph_begins_where_something_opens() {
        let text =
            format!("{}第二个方面呢{}{}", sentence(40).repeat(4), sentence(40), sentence(60));
        let found = divided(&text);
        assert_eq!(found.len(), 2);
        assert!(found[1].starts_with("第二个"), "{found:?}");
    }

    #[test]
    fn a_mark_of_feeling_stays_with_what_was_said_and_music_goes_with_what_follows() {
        let text = format!("{}😊，🎼接下来{}", sentence(200), sentence(200));
        let found = divided(&text);
        assert!(found[0].ends_with("。😊，") && found[1].starts_with("🎼接下来"), "{found:?}");
    }

    #[test]
    fn speech_without_sentence_ends_is_divided_at_commas() {
        let text = format!("{}，", "说".repeat(39)).repeat(50);
        let found = divided(&text);
        assert!(found.iter().all(|p| p.chars().count() <= 420), "{found:?}");
        assert!(found.iter().all(|p| p.ends_with('，')));
    }

    #[test]
    fn speech_without_sentence_ends_is_not_divided_within_numbers_and_brackets() {
        let text = format!("{}2.5{}（见图", "说".repeat(150), "说".repeat(150)).repeat(8);
        let found = divided(&text);
        assert!(found.iter().all(|p| !p.ends_with(['.', '（'])), "{found:?}");
    }

    #[test]
    fn a_text_is_divided_where_it_was_before() {
        let text = sentence(40).repeat(12);
        let published: Vec<usize> = [1, 6].iter().map(|n| n * sentence(40).len()).collect();
        let starts = KnownStarts { published: &published, ..KnownStarts::default() };
        let found = paragraphs(&text, &[], &starts);
        assert!(published.iter().all(|at| found.iter().any(|p| p.start == *at)), "{found:?}");
    }

    #[test]
    fn a_text_without_punctuation_is_divided_at_pauses() {
        let text = format!("{} ", "说".repeat(29)).repeat(30);
        let pause = 9 * (29 * "说".len() + 1);
        let starts = KnownStarts { after_pauses: &[pause], ..KnownStarts::default() };
        let with = paragraphs(&text, &[], &starts);
        assert!(with.iter().any(|p| p.start == pause), "{with:?}");
        let without = paragraphs(&text, &[], &KnownStarts::default());
        assert!(without.iter().all(|p| p.start != pause), "the pause decides: {without:?}");
    }

    #[test]
    fn a_decimal_point_ends_no_sentence() {
        let text = format!("{}模型3。{}", sentence(199), "5".repeat(300));
        assert!(divided(&text).iter().all(|p| !p.ends_with("3。")));
    }
}
