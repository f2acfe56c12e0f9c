//! Paragraphs: a turn's text, divided at sentence ends into pieces of a size that people read.
//!
//! The recogniser's own breaks are arbitrary and not kept. Among all ways to divide the text, the
//! one of least cost is chosen: a paragraph costs little between 120 and 300 characters of what is
//! read, and more the farther it is from that; it costs less where its first sentence opens
//! something (首先, 第二个, 接下来) and more where it hangs on to the one before (因为, 而且). Choosing
//! for the whole turn and not from left to right keeps a change local: the divisions after it fall
//! into place again within a paragraph or two.
//!
//! Where the recogniser gave no sentence ends for long, commas and blanks serve instead. No edit
//! is divided.

use std::ops::Range;

use super::edited_view::{EditedView, is_end, is_pause};
use super::{Edit, Rule};

/// Characters of a paragraph that reads well, from and to.
const GOOD: Range<usize> = 120..300;
/// Characters of the best paragraph.
const BEST: usize = 190;
/// A stretch without a sentence end that is longer than this is divided at commas and blanks.
const ENDLESS: usize = 420;
/// What it is worth to divide where the text was divided before.
const KEPT: f64 = 25.0;
/// No paragraph of several sentences is longer.
const MOST: usize = 900;

/// Words that open something.
const OPENINGS: [&str; 30] = [
    "首先",
    "其次",
    "再次",
    "最后",
    "另外",
    "此外",
    "接下来",
    "下面",
    "下一",
    "总的来说",
    "总之",
    "总结",
    "综上",
    "另一方面",
    "一方面",
    "与此同时",
    "同时",
    "还有一",
    "再有",
    "再看",
    "再一个",
    "回到",
    "那么我们来看",
    "我们来看",
    "今天我",
    "那接下来",
    "那么接下来",
    "那么最后",
    "那么首先",
    "除此之外",
];
/// Words with which a thought often begins.
const BEGINNINGS: [&str; 14] = [
    "那么",
    "那我们",
    "所以",
    "然后",
    "今天",
    "刚才",
    "好，",
    "当然",
    "其实",
    "比如",
    "例如",
    "实际上",
    "事实上",
    "大家",
];
/// Words that hang on to what was said before.
const CONTINUATIONS: [&str; 14] = [
    "因为", "而且", "而", "但", "它", "他", "这", "并", "也", "甚至", "包括", "对吧", "是吧",
    "谢谢",
];

/// Divides a text. The edits must be sorted and must not overlap; an empty text has no paragraph.
/// `kept` are bytes of letters with which paragraphs began that people may have linked to: where
/// the text can still be divided before one, it is, unless it reads badly.
pub fn paragraphs(text: &str, edits: &[Edit], kept: &[usize]) -> Vec<Range<usize>> {
    if text.is_empty() {
        return Vec::new();
    }
    let view = EditedView::new(text, edits, &[]);
    let mut breaks = breaks(&view, text, edits);
    keep(&mut breaks, text, kept);
    let chosen = choose(&breaks, view.len());
    let mut start = 0;
    let ends = chosen.into_iter().chain([text.len()]);
    ends.map(|end| std::mem::replace(&mut start, end)..end).collect()
}

/// A place where the text can be divided.
#[derive(Clone, Copy, Debug)]
struct BreakPoint {
    /// Byte of the text.
    byte: usize,
    /// Characters that are read before it.
    chars: usize,
    /// What dividing here costs, or, below 0, is worth.
    cost: f64,
}

/// Every place after a sentence end, and after commas where sentences do not end.
fn breaks(view: &EditedView, text: &str, edits: &[Edit]) -> Vec<BreakPoint> {
    let mut breaks: Vec<BreakPoint> = Vec::new();
    let speech = next_speech(view);
    let mut i = 0;
    while let Some(next) = next_break(view, i, ends_sentence) {
        let begun = breaks.last().map_or(0, |b| b.chars);
        breaks.extend(within(view, begun, next).filter_map(|(at, cost)| {
            Some(BreakPoint { byte: byte_after(view, at, text, edits)?, chars: at, cost })
        }));
        if let Some(byte) = byte_after(view, next, text, edits) {
            breaks.push(BreakPoint { byte, chars: next, cost: opening(view, speech[next]) });
        }
        i = next;
    }
    let begun = breaks.last().map_or(0, |b| b.chars);
    breaks.extend(within(view, begun, view.len()).filter_map(|(at, cost)| {
        Some(BreakPoint { byte: byte_after(view, at, text, edits)?, chars: at, cost })
    }));
    breaks.retain(|b| b.byte > 0 && b.byte < text.len());
    breaks.dedup_by_key(|b| b.byte);
    breaks
}

/// For every place, and the end, the next one at or after it where something is said.
fn next_speech(view: &EditedView) -> Vec<usize> {
    let mut next = vec![view.len(); view.len() + 1];
    for i in (0..view.len()).rev() {
        let silent = view.get(i).is_none_or(|c| is_pause(c) || c.is_whitespace());
        next[i] = if silent { next[i + 1] } else { i };
    }
    next
}

/// Makes it cheap to divide before the letters that are kept.
fn keep(breaks: &mut [BreakPoint], text: &str, kept: &[usize]) {
    for &letter in kept {
        // of several breaks before a letter, with nothing but pauses between, the last one
        let after = breaks.partition_point(|b| b.byte <= letter);
        let Some(last) = after.checked_sub(1).and_then(|i| breaks.get_mut(i)) else { continue };
        if !text[last.byte..letter].contains(char::is_alphanumeric) {
            last.cost -= KEPT;
        }
    }
}

/// The places with their costs at which an endless sentence can be divided.
fn within(view: &EditedView, from: usize, to: usize) -> impl Iterator<Item = (usize, f64)> {
    let endless = to - from > ENDLESS;
    let cost = |i: usize| match view.get(i) {
        Some(c) if is_pause(c) && !"（(《“‘".contains(c) && !is_in_word(view, i) => Some(3.0),
        Some(c) if c.is_whitespace() => Some(if is_in_word(view, i) { 9.0 } else { 5.0 }),
        _ => None,
    };
    (from..to.saturating_sub(1)).filter(move |_| endless).filter_map(move |i| {
        // a pause is followed by speech, not by another pause
        let goes_on = view.get(i + 1).is_some_and(|c| !is_pause(c) && !c.is_whitespace());
        Some((i + 1, cost(i).filter(|_| goes_on)?))
    })
}

/// Whether a mark stands in a word or a number (`2.5`, `e.g.`, `10:30`), or a blank between two
/// that are written with blanks (`mini CPM`).
fn is_in_word(view: &EditedView, i: usize) -> bool {
    let of_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    view.get(i).is_some_and(|c| c.is_ascii()) && of_word(view.before(i)) && of_word(view.get(i + 1))
}

/// The place after the next character from `i` on that `ends`, and the quotation marks after it.
fn next_break(
    view: &EditedView,
    mut i: usize,
    ends: impl Fn(&EditedView, usize) -> bool,
) -> Option<usize> {
    while i < view.len() {
        if ends(view, i) {
            return Some(view.skip(i + 1, |c| is_end(c) || "”’》）)\"".contains(c)));
        }
        i += 1;
    }
    None
}

/// Whether a sentence ends with the character at `i`; a Western full stop only before a blank.
fn ends_sentence(view: &EditedView, i: usize) -> bool {
    match view.get(i) {
        Some('.') => view.get(i + 1).is_some_and(char::is_whitespace),
        Some(c) => is_end(c),
        None => false,
    }
}

/// The byte at which the text is divided before the character at `i`: after the recogniser's marks
/// that belong to what was said before, but not after music, which belongs to what follows.
fn byte_after(view: &EditedView, i: usize, text: &str, edits: &[Edit]) -> Option<usize> {
    let last = view.bytes(i - 1..i);
    let mut byte = last.end;
    let first = edits.partition_point(|edit| edit.range.start < last.start);
    for edit in &edits[first..] {
        if edit.range.start > byte {
            break;
        }
        let closes = edit.rule == Rule::Mark && !text[edit.range.clone()].starts_with('🎼');
        if edit.range.start < byte || edit.range.start == last.start || closes {
            byte = byte.max(edit.range.end);
        }
    }
    let inside = |edit: &Edit| edit.range.start < byte && byte < edit.range.end;
    (!edits.iter().skip(first.saturating_sub(1)).take(4).any(inside)).then_some(byte)
}

/// What it costs to divide before the sentence whose first letter is at `i`.
fn opening(view: &EditedView, i: usize) -> f64 {
    let begins = |words: &[&str]| words.iter().any(|word| view.reads(i, word));
    if begins(&OPENINGS) || is_ordinal(view, i) {
        -2.5
    } else if begins(&BEGINNINGS) {
        -0.8
    } else if begins(&CONTINUATIONS) {
        0.8
    } else {
        0.0
    }
}

/// 第二个, 那么第三, 那第一
fn is_ordinal(view: &EditedView, i: usize) -> bool {
    ["第", "那第", "那么第", "所以第"].iter().any(|word| {
        let after = i + word.chars().count();
        let number = |c: char| "一二三四五六七八九十".contains(c) || c.is_ascii_digit();
        view.reads(i, word) && view.get(after).is_some_and(number)
    })
}

/// What a paragraph of so many characters costs.
fn length_cost(chars: usize) -> f64 {
    #[allow(clippy::cast_precision_loss)] // a paragraph is not 2^52 characters long
    let away = |a: usize, b: usize| a.abs_diff(b) as f64;
    let from_best = away(chars, BEST) / 110.0;
    let outside = if chars < GOOD.start {
        away(chars, GOOD.start) / 35.0
    } else if chars > GOOD.end {
        away(chars, GOOD.end) / 40.0
    } else {
        0.0
    };
    from_best * from_best + outside * outside
}

/// The bytes of the breaks that make the cheapest division of `all` characters.
fn choose(breaks: &[BreakPoint], all: usize) -> Vec<usize> {
    // cheapest[k]: cost of the text before break k (0: its beginning, last: its end), and the break before
    let chars = |k: usize| match k {
        0 => 0,
        k => breaks.get(k - 1).map_or(all, |b| b.chars),
    };
    let mut cheapest: Vec<(f64, usize)> = vec![(0.0, 0)];
    for k in 1..=breaks.len() + 1 {
        let own = breaks.get(k - 1).map_or(0.0, |b| b.cost);
        let mut best = (f64::INFINITY, k - 1);
        for before in (0..k).rev() {
            let length = chars(k) - chars(before);
            if length > MOST && before + 1 < k {
                break;
            }
            let cost = cheapest[before].0 + length_cost(length) + own;
            if cost < best.0 {
                best = (cost, before);
            }
        }
        cheapest.push(best);
    }
    let mut chosen = Vec::new();
    let mut k = breaks.len() + 1;
    while cheapest[k].1 > 0 {
        k = cheapest[k].1;
        chosen.push(breaks[k - 1].byte);
    }
    chosen.reverse();
    chosen
}

#[cfg(test)]
mod tests {
    use super::super::{Segmenter, read};
    use super::*;

    fn divided(text: &str) -> Vec<String> {
        let edits = read(text, &[], &Segmenter::new([])).edits;
        paragraphs(text, &edits, &[]).into_iter().map(|p| text[p].to_owned()).collect()
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
        let words = Segmenter::new([]);
        let table = include_str!("cases/paragraphs.tsv");
        for case in table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let expected = expanded(case);
            let text = expected.replace('|', "");
            let edits = read(&text, &[], &words).edits;
            let divided: Vec<&str> =
                paragraphs(&text, &edits, &[]).into_iter().map(|p| &text[p]).collect();
            assert_eq!(divided.join("|"), expected, "case: {case}");
        }
    }

    #[test]
    fn a_short_turn_is_one_paragraph() {
        assert_eq!(divided("谢谢大家。我讲完了。").len(), 1);
        assert!(paragraphs("", &[], &[]).is_empty());
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
        let kept: Vec<usize> = [1, 6].iter().map(|n| n * sentence(40).len()).collect();
        let found = paragraphs(&text, &[], &kept);
        assert!(kept.iter().all(|k| found.iter().any(|p| p.start == *k)), "{found:?}");
    }

    #[test]
    fn a_decimal_point_ends_no_sentence() {
        let text = format!("{}模型3。{}", sentence(199), "5".repeat(300));
        assert!(divided(&text).iter().all(|p| !p.ends_with("3。")));
    }
}
