//! The text as the rules before have edited it, character by character.
//!
//! A rule sees the clean text so far, but must propose edits of the original. So the view keeps,
//! beside each character, the byte offset that it has in the text. Indexes into the view count
//! characters from 0; offsets and ranges of the text are in bytes.

use std::ops::Range;

use super::{Edit, Rule, Segment, segments};

/// One character of the clean text.
#[derive(Clone, Copy, Debug)]
struct ViewChar {
    /// Byte offset in the text; for a character that an edit put in, the start of that edit.
    offset: usize,
    c: char,
    /// Whether the character is in the text itself. One that an edit put in is not, and no later
    /// rule edits it again.
    original: bool,
}

/// The characters of the clean text so far, each with its offset in the original.
#[derive(Clone, Debug)]
pub(super) struct EditedView<'a> {
    chars: Vec<ViewChar>,
    boundaries: &'a [usize],
}

impl<'a> EditedView<'a> {
    /// The text with the edits applied; they must be sorted and must not overlap.
    /// `boundaries` are the byte offsets between the words of the text, in order.
    pub(super) fn new(text: &str, edits: &[Edit], boundaries: &'a [usize]) -> Self {
        // Chinese characters are three bytes long in UTF-8
        let mut chars = Vec::with_capacity(text.len() / 3);
        let mut add = |text: &str, start: usize, original: bool| {
            chars.extend(text.char_indices().map(|(i, c)| ViewChar {
                offset: start + if original { i } else { 0 },
                c,
                original,
            }));
        };
        for segment in segments(text.len(), edits) {
            match segment {
                Segment::Unchanged(range) => add(&text[range.clone()], range.start, true),
                Segment::Edited(edit) => add(&edit.meant, edit.range.start, false),
            }
        }
        Self { chars, boundaries }
    }

    /// Length in characters.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character at an index; `None` beyond the end.
    pub(super) fn get(&self, i: usize) -> Option<char> {
        self.chars.get(i).map(|char| char.c)
    }

    /// The character before an index; `None` at the start.
    pub(super) fn char_before(&self, i: usize) -> Option<char> {
        i.checked_sub(1).and_then(|i| self.get(i))
    }

    /// Whether the characters from index `i` on are `word`, wherever word boundaries are.
    pub(super) fn matches_at(&self, i: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(k, c)| self.get(i + k) == Some(c))
    }

    /// Whether one of `words` starts at index `i` and is no part of a longer word.
    pub(super) fn has_word_at(&self, i: usize, words: &[&str]) -> bool {
        words
            .iter()
            .any(|word| self.matches_at(i, word) && self.is_whole(i..i + word.chars().count()))
    }

    /// Whether one of `words` ends before index `end` and is no part of a longer word.
    pub(super) fn has_word_before(&self, end: usize, words: &[&str]) -> bool {
        words.iter().any(|word| {
            let start = end.checked_sub(word.chars().count());
            start.is_some_and(|start| self.matches_at(start, word) && self.is_whole(start..end))
        })
    }

    /// Whether both ends of a range of indexes, which must not be empty, are word boundaries.
    fn is_whole(&self, range: Range<usize>) -> bool {
        let (first, last) = (self.chars[range.start], self.chars[range.end - 1]);
        let is_boundary = |offset: usize| self.boundaries.binary_search(&offset).is_ok();
        // what an edit put in was meant as words of their own: its ends are boundaries
        (!first.original || is_boundary(first.offset))
            && (!last.original || is_boundary(last.offset + last.c.len_utf8()))
    }

    /// Whether a word can start at an index: one of the text does, an edit put in the character
    /// there, or the text ends.
    pub(super) fn is_word_start(&self, i: usize) -> bool {
        let starts_word =
            |char: &ViewChar| !char.original || self.boundaries.binary_search(&char.offset).is_ok();
        self.chars.get(i).is_none_or(starts_word)
    }

    /// The first index from `i` on whose character does not satisfy `condition`, or the length.
    pub(super) fn skip_while(&self, mut i: usize, condition: impl Fn(char) -> bool) -> usize {
        while self.get(i).is_some_and(&condition) {
            i += 1;
        }
        i
    }

    /// Backwards from index `i`: the start of the characters before it that satisfy `condition`.
    pub(super) fn skip_back_while(&self, mut i: usize, condition: impl Fn(char) -> bool) -> usize {
        while self.char_before(i).is_some_and(&condition) {
            i -= 1;
        }
        i
    }

    /// The characters of a range of indexes, as text.
    pub(super) fn text(&self, range: Range<usize>) -> String {
        range.filter_map(|i| self.get(i)).collect()
    }

    /// Whether all characters of a range of indexes are in the text itself.
    pub(super) fn is_original(&self, range: Range<usize>) -> bool {
        self.chars[range].iter().all(|char| char.original)
    }

    /// The byte range of the text from the first character of a range of indexes to its last.
    pub(super) fn byte_range(&self, range: Range<usize>) -> Range<usize> {
        let last = self.chars[range.end - 1];
        // a character that an edit put in has no bytes of its own in the text
        let length = if last.original { last.c.len_utf8() } else { 0 };
        self.chars[range.start].offset..last.offset + length
    }

    /// The edits by which a range of indexes reads `meant`.
    ///
    /// Where an earlier edit left something out within the range, the bytes of the range are not
    /// contiguous: there is one edit for each piece, and the first holds `meant`. Characters that
    /// an edit put in stay.
    pub(super) fn edits(&self, range: Range<usize>, meant: &str, rule: Rule) -> Vec<Edit> {
        let mut edits: Vec<Edit> = Vec::new();
        for char in self.chars[range].iter().filter(|char| char.original) {
            let end = char.offset + char.c.len_utf8();
            match edits.last_mut() {
                Some(last) if last.range.end == char.offset => last.range.end = end,
                _ => {
                    // only the first piece has the words, else they would be read once for each
                    // piece
                    let meant = if edits.is_empty() { meant } else { "" };
                    edits.push(Edit::read_as(char.offset..end, meant, rule));
                }
            }
        }
        edits
    }
}

/// Whether a character is punctuation, Chinese or Western: speech pauses there.
pub(super) fn is_pause(c: char) -> bool {
    // brackets and quotation marks too: a sound beside one is not within a clause either
    "，。？！、；：…—,.?!;:（）()《》“”‘’\"".contains(c)
}

/// Whether a character ends a sentence. A Western full stop is not among them: it may be a decimal
/// point, or an abbreviation's.
pub(super) fn is_sentence_end(c: char) -> bool {
    "。？！…?!".contains(c)
}
