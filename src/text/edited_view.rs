//! The text as the rules so far leave it.

use std::ops::Range;

use super::{Edit, Rule, Segment, segments};

/// A character that is read.
#[derive(Clone, Copy, Debug)]
struct ViewSegment {
    /// Byte offset in the text; of what an edit put in, the edit's.
    at: usize,
    c: char,
    /// Whether it stands in the text; what an edit put in does not, and is not edited again.
    own: bool,
}

/// The characters that are read, each with its place in the text.
#[derive(Clone, Debug)]
pub(super) struct EditedView<'a> {
    seen: Vec<ViewSegment>,
    boundaries: &'a [usize],
}

impl<'a> EditedView<'a> {
    /// The text with the edits carried out; they must be sorted and must not overlap.
    /// `boundaries` are the byte offsets between the words of the text, in order.
    pub(super) fn new(text: &str, edits: &[Edit], boundaries: &'a [usize]) -> Self {
        let mut seen = Vec::with_capacity(text.len() / 3);
        let mut add = |text: &str, offset: usize, own: bool| {
            let chars = text.char_indices();
            seen.extend(chars.map(|(i, c)| ViewSegment {
                at: offset + if own { i } else { 0 },
                c,
                own,
            }));
        };
        for segment in segments(text.len(), edits) {
            match segment {
                Segment::Unchanged(range) => add(&text[range.clone()], range.start, true),
                Segment::Edited(edit) => add(&edit.meant, edit.range.start, false),
            }
        }
        Self { seen, boundaries }
    }

    /// How many characters are read.
    pub(super) fn len(&self) -> usize {
        self.seen.len()
    }

    /// The character at a place, if there is one.
    pub(super) fn get(&self, i: usize) -> Option<char> {
        self.seen.get(i).map(|seen| seen.c)
    }

    /// The character before a place, if there is one.
    pub(super) fn before(&self, i: usize) -> Option<char> {
        i.checked_sub(1).and_then(|i| self.get(i))
    }

    /// Whether `word` is read from `i` on.
    pub(super) fn reads(&self, i: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(k, c)| self.get(i + k) == Some(c))
    }

    /// Which of some words stands at `i`, as a word or words of its own.
    pub(super) fn begins_with(&self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.reads(i, word) && self.is_whole(i..i + word.chars().count()))
    }

    /// Whether one of some words stands before `end`, as a word or words of its own.
    pub(super) fn ends_with(&self, end: usize, words: &[&str]) -> bool {
        words.iter().any(|word| {
            let start = end.checked_sub(word.chars().count());
            start.is_some_and(|start| self.reads(start, word) && self.is_whole(start..end))
        })
    }

    /// Whether a range neither begins nor ends within a word of the text. What an edit put in is
    /// whole by itself.
    fn is_whole(&self, range: Range<usize>) -> bool {
        let (first, last) = (self.seen[range.start], self.seen[range.end - 1]);
        let is_boundary = |at: usize| self.boundaries.binary_search(&at).is_ok();
        (!first.own || is_boundary(first.at))
            && (!last.own || is_boundary(last.at + last.c.len_utf8()))
    }

    /// Whether a word can begin at a place: one begins in the text there, an edit put in what
    /// stands there, or the text ends.
    pub(super) fn is_boundary(&self, i: usize) -> bool {
        let begins =
            |seen: &ViewSegment| !seen.own || self.boundaries.binary_search(&seen.at).is_ok();
        self.seen.get(i).is_none_or(begins)
    }

    /// The place after the last character from `i` on for which `is` holds.
    pub(super) fn skip(&self, mut i: usize, is: impl Fn(char) -> bool) -> usize {
        while self.get(i).is_some_and(&is) {
            i += 1;
        }
        i
    }

    /// Whether all characters of a range stand in the text.
    pub(super) fn is_own(&self, range: Range<usize>) -> bool {
        self.seen[range].iter().all(|seen| seen.own)
    }

    /// From the first byte of a range to its last.
    pub(super) fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let last = self.seen[range.end - 1];
        self.seen[range.start].at..last.at + if last.own { last.c.len_utf8() } else { 0 }
    }

    /// The edits that read a range as `meant`. Where something was left out in between, there is
    /// an edit for each piece; the first holds what is meant. What is not in the text stays.
    pub(super) fn edits(&self, range: Range<usize>, meant: &str, rule: Rule) -> Vec<Edit> {
        let mut edits: Vec<Edit> = Vec::new();
        for seen in self.seen[range].iter().filter(|seen| seen.own) {
            let end = seen.at + seen.c.len_utf8();
            match edits.last_mut() {
                Some(last) if last.range.end == seen.at => last.range.end = end,
                _ => {
                    let meant = if edits.is_empty() { meant } else { "" };
                    edits.push(Edit::read_as(seen.at..end, meant, rule));
                }
            }
        }
        edits
    }
}

/// Whether speech pauses at a character: punctuation, Chinese or Western.
pub(super) fn is_pause(c: char) -> bool {
    "，。？！、；：…—,.?!;:（）()《》“”‘’\"".contains(c)
}

/// Whether a sentence ends with a character. A Western full stop may as well be a decimal point or
/// an abbreviation's.
pub(super) fn is_end(c: char) -> bool {
    "。？！…?!".contains(c)
}
