//! Break points: the offsets at which a turn's text can be divided, each with its cost.
//!
//! After every sentence there is one. A sentence that does not end for long, because the recogniser
//! wrote no full stops, has more, after its commas and spaces; those cost more than any between
//! sentences.

use crate::text::edited_view::{EditedView, is_pause, is_sentence_end};
use crate::text::{Edit, Rule};

/// A sentence of more characters than this is divided at commas and spaces.
const MAX_SENTENCE: usize = 420;
/// Words that start a new subject.
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
/// Words with which a thought often starts.
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
/// Words that continue what was said before.
const CONTINUATIONS: [&str; 14] = [
    "因为", "而且", "而", "但", "它", "他", "这", "并", "也", "甚至", "包括", "对吧", "是吧",
    "谢谢",
];

/// A place where the text can be divided.
#[derive(Clone, Copy, Debug)]
pub(super) struct BreakPoint {
    /// Byte offset in the text.
    pub(super) offset: usize,
    /// Characters of the clean text before it: its index in the view.
    pub(super) chars: usize,
    /// Added to the cost of a division that has this break; may be negative.
    pub(super) cost: f64,
}

/// The breaks after every sentence, and within sentences that are too long, in order.
pub(super) fn candidate_breaks(view: &EditedView, text: &str, edits: &[Edit]) -> Vec<BreakPoint> {
    let mut breaks: Vec<BreakPoint> = Vec::new();
    // indexes whose byte offset is within an edit are no breaks
    let break_at = |chars: usize, cost: f64| {
        Some(BreakPoint { offset: break_offset(view, chars, text, edits)?, chars, cost })
    };
    // computed once: looking ahead at every break would be quadratic where pauses follow pauses
    let speech = next_speech(view);
    let mut i = 0;
    // `start` is the last break and not `i`, since a sentence end within an edit has given no break
    while let Some(next) = next_sentence(view, i) {
        let start = breaks.last().map_or(0, |b| b.chars);
        let within = breaks_within_sentence(view, start, next);
        breaks.extend(within.filter_map(|(chars, cost)| break_at(chars, cost)));
        breaks.extend(break_at(next, opening_cost(view, speech[next])));
        i = next;
    }
    let start = breaks.last().map_or(0, |b| b.chars);
    let within = breaks_within_sentence(view, start, view.len());
    breaks.extend(within.filter_map(|(chars, cost)| break_at(chars, cost)));
    // a break at either end of the text would make an empty paragraph
    breaks.retain(|b| b.offset > 0 && b.offset < text.len());
    // all characters that an edit put in have the same offset
    breaks.dedup_by_key(|b| b.offset);
    breaks
}

/// For every index of the view, and its length: the first index from there on of a character that
/// is neither punctuation nor whitespace, or the length.
fn next_speech(view: &EditedView) -> Vec<usize> {
    let mut next = vec![view.len(); view.len() + 1];
    for i in (0..view.len()).rev() {
        let is_silent = view.get(i).is_none_or(|c| is_pause(c) || c.is_whitespace());
        next[i] = if is_silent { next[i + 1] } else { i };
    }
    next
}

/// The breaks, as an index and a cost, at commas and spaces between two indexes; none if the
/// distance between them is no longer than a sentence may be.
fn breaks_within_sentence(
    view: &EditedView,
    from: usize,
    to: usize,
) -> impl Iterator<Item = (usize, f64)> {
    let is_too_long = to - from > MAX_SENTENCE;
    let cost = |i: usize| match view.get(i) {
        // no opening bracket or quotation mark: the paragraph before would end with it
        Some(c) if is_pause(c) && !"（(《“‘".contains(c) && !is_in_term(view, i) => Some(3.0),
        // a space is a weaker sign than a comma, and one between two Latin words is the last resort
        Some(c) if c.is_whitespace() => Some(if is_in_term(view, i) { 9.0 } else { 5.0 }),
        _ => None,
    };
    // without the last character: the break after it is that of the sentence
    (from..to.saturating_sub(1)).filter(move |_| is_too_long).filter_map(move |i| {
        // of several pauses in a row, only the last is a break
        let speech_follows = view.get(i + 1).is_some_and(|c| !is_pause(c) && !c.is_whitespace());
        Some((i + 1, cost(i).filter(|_| speech_follows)?))
    })
}

/// Whether the character at `i` is ASCII punctuation in a word or a number (`2.5`, `e.g.`,
/// `10:30`), or a space between two words in Latin letters (`mini CPM`).
fn is_in_term(view: &EditedView, i: usize) -> bool {
    let is_of_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    view.get(i).is_some_and(|c| c.is_ascii())
        && is_of_word(view.char_before(i))
        && is_of_word(view.get(i + 1))
}

/// The index after the first sentence end from `i` on and the quotation marks that follow it.
fn next_sentence(view: &EditedView, i: usize) -> Option<usize> {
    let end = (i..view.len()).find(|&i| ends_sentence(view, i))?;
    // a closing quotation mark belongs to the sentence that it ends
    Some(view.skip_while(end + 1, |c| is_sentence_end(c) || "”’》）)\"".contains(c)))
}

/// Whether the character at `i` ends a sentence; a Western full stop does before whitespace only.
fn ends_sentence(view: &EditedView, i: usize) -> bool {
    match view.get(i) {
        Some('.') => view.get(i + 1).is_some_and(char::is_whitespace),
        Some(c) => is_sentence_end(c),
        None => false,
    }
}

/// The byte offset at which the text is divided before the character at index `i`, or `None` if
/// that would be within an edit. Edits that follow the character before `i` at once belong to its
/// paragraph if they are sound marks of what was said, as applause is; music belongs to the next.
fn break_offset(view: &EditedView, i: usize, text: &str, edits: &[Edit]) -> Option<usize> {
    let last = view.byte_range(i - 1..i);
    let mut offset = last.end;
    let first = edits.partition_point(|edit| edit.range.start < last.start);
    for edit in &edits[first..] {
        if edit.range.start > offset {
            break;
        }
        let closes = edit.rule == Rule::Mark && !text[edit.range.clone()].starts_with('🎼');
        // a character that an edit put in has the start of the edit as its offset, so that edit
        // is before the break
        if edit.range.start < offset || edit.range.start == last.start || closes {
            offset = offset.max(edit.range.end);
        }
    }
    // only the edits near the offset can contain it
    let contains = |edit: &Edit| edit.range.start < offset && offset < edit.range.end;
    (!edits.iter().skip(first.saturating_sub(1)).take(4).any(contains)).then_some(offset)
}

/// The cost of a break before the sentence whose first letter is at index `i`.
fn opening_cost(view: &EditedView, i: usize) -> f64 {
    let starts_with = |words: &[&str]| words.iter().any(|word| view.matches_at(i, word));
    // the strongest first: 那么接下来 opens something, while 那么 by itself is a weaker beginning
    if starts_with(&OPENINGS) || is_ordinal(view, i) {
        -2.5
    } else if starts_with(&BEGINNINGS) {
        -0.8
    } else if starts_with(&CONTINUATIONS) {
        0.8
    } else {
        0.0
    }
}

/// Whether an ordinal starts at `i`: 第二个, 那么第三, 那第一.
fn is_ordinal(view: &EditedView, i: usize) -> bool {
    ["第", "那第", "那么第", "所以第"].iter().any(|word| {
        let after = i + word.chars().count();
        let is_number = |c: char| "一二三四五六七八九十".contains(c) || c.is_ascii_digit();
        view.matches_at(i, word) && view.get(after).is_some_and(is_number)
    })
}
