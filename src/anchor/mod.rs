//! Finds the words that an editor quotes in the transcript; quotes mark the boundaries of talks.
//!
//! A quote is compared without whitespace, since the recogniser puts spaces anywhere and YAML folds
//! lines. Everything else must agree to the character. [`find`](QuoteIndex::find) gives every
//! place; [`nearest_match`](QuoteIndex::nearest) the most similar one where there is none.
//! [`ledger`] gives every byte of the text to exactly one part.

pub mod ledger;
mod nearest_match;

use std::ops::Range;
use std::sync::OnceLock;

pub use nearest_match::NearestMatch;

use crate::text::{is_invisible, recogniser_tags};
use nearest_match::NumberedChars;

/// A text in which quotes are found.
pub struct QuoteIndex<'a> {
    text: &'a str,
    /// The text without whitespace and invisible characters.
    compact: String,
    /// The offset in `text` of the character at each byte of `compact`, and then the end of `text`.
    origin: Vec<u32>,
    /// The characters of `compact`; made for the first quote that is not found.
    numbered: OnceLock<NumberedChars>,
}

impl<'a> QuoteIndex<'a> {
    /// Indexes a text of at most 4 GB.
    pub fn new(text: &'a str) -> Self {
        let mut compact = String::with_capacity(text.len());
        let mut origin = Vec::with_capacity(text.len() + 1);
        let mut tag_end = 0;
        for (at, c) in text.char_indices().filter(|(_, c)| !is_ignored(*c)) {
            // what a recogniser wrote about the words is no part of a quote either
            tag_end = tag_end.max(at + recogniser_tags::tag_length(&text[at..]).unwrap_or(0));
            if at < tag_end {
                continue;
            }
            compact.push(c);
            // one entry for each byte, because matches are byte ranges
            origin.extend(std::iter::repeat_n(offset(at), c.len_utf8()));
        }
        origin.push(offset(text.len()));
        Self { text, compact, origin, numbered: OnceLock::new() }
    }

    /// All occurrences of a quote as byte ranges of the text, overlapping ones included.
    pub fn find(&self, quote: &str) -> Vec<Range<usize>> {
        let quote = without_whitespace(quote);
        let mut places = Vec::new();
        let mut from = 0;
        while !quote.is_empty()
            && let Some(at) = self.compact[from..].find(&quote).map(|at| from + at)
        {
            places.push(self.range(at..at + quote.len()));
            // one character on, not behind the match, so that overlapping matches are found
            from = at + self.compact[at..].chars().next().map_or(1, char::len_utf8);
        }
        places
    }

    /// The most similar place, if it is similar enough to be shown.
    pub fn nearest(&self, quote: &str) -> Option<NearestMatch> {
        let quote: Vec<char> = without_whitespace(quote).chars().collect();
        let numbered = self.numbered.get_or_init(|| NumberedChars::new(&self.compact));
        let found = nearest_match::search(&self.compact, numbered, &quote)?;
        Some(NearestMatch { range: self.range(found.range), distance: found.distance })
    }

    /// Converts a byte range of `compact` to one of `text`.
    fn range(&self, compact: Range<usize>) -> Range<usize> {
        let start = self.origin[compact.start] as usize;
        let end = match compact.end {
            end if end > compact.start => {
                // from the last character: `origin[end]` is behind the whitespace that follows
                let last = self.origin[end - 1] as usize;
                last + self.text[last..].chars().next().map_or(0, char::len_utf8)
            }
            _ => start,
        };
        start..end
    }
}

/// A quote without whitespace and invisible characters, as it is compared.
pub fn without_whitespace(quote: &str) -> String {
    let mut tag_end = 0;
    let spoken = quote.char_indices().filter(|(at, c)| {
        tag_end = tag_end.max(at + recogniser_tags::tag_length(&quote[*at..]).unwrap_or(0));
        *at >= tag_end && !is_ignored(*c)
    });
    spoken.map(|(_, c)| c).collect()
}

/// Whether a character is left out of comparisons.
fn is_ignored(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

fn offset(at: usize) -> u32 {
    // files over 64 MB are not read, so every offset fits
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::QuoteIndex;

    #[test]
    fn whitespace_does_not_matter_and_everything_else_does() {
        let text = QuoteIndex::new("这个sing law呢，目前。确实");
        let found = text.find("sing  law 呢，\n目前");
        assert_eq!(found, vec!["这个".len().."这个sing law呢，目前".len()]);
        assert!(text.find("singlaw啊").is_empty());
        assert!(text.find("Sing").is_empty());
        assert_eq!(QuoteIndex::new("要\u{200b}突\u{200c}破").find("要突破").len(), 1);
    }

    #[test]
    fn every_place_is_found_overlapping_ones_too() {
        assert_eq!(QuoteIndex::new("哈哈哈").find("哈哈").len(), 2);
        assert!(QuoteIndex::new("哈").find(" ").is_empty());
    }

    #[test]
    fn the_nearest_place_is_a_character_off() {
        let text = QuoteIndex::new("前面的话。呃，大家好啊，今天非常荣幸哈，有这样的机会");
        let near = text.nearest("呃，大家好呀，今天非常荣幸哈").unwrap();
        assert_eq!(near.distance, 1);
        assert_eq!(&text.text[near.range], "呃，大家好啊，今天非常荣幸哈");
        assert!(text.nearest("完全没有关系的一句话在这里").is_none());
        let near = text.nearest("有这样的机公").unwrap();
        assert_eq!(&text.text[near.range], "有这样的机会");
    }
}
