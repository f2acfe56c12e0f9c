//! The nearest place to words that stand nowhere.
//!
//! In two steps, so that a file of broken quotes is answered at once. Where the nearest place ends
//! is found with a column of the distance table in two machine words (G. Myers, A fast bit-vector
//! algorithm for approximate string matching based on dynamic programming, 1999), a step for each
//! character of the text whatever the length of the quote. Where it begins is found in the table
//! itself (P. H. Sellers, The theory and computation of evolutionary distances: pattern
//! recognition, 1980), for the few characters before that end only: the cost of a column is free at
//! the top, so that the match may begin anywhere; each cell carries where its match began.

use std::collections::HashMap;
use std::ops::Range;

/// Longest part of a quote that is compared, in characters; the rest adds nothing but time. The
/// bits of a [`Column`] must be enough for it.
const MOST_CHARS: usize = 120;

/// A bit for each character of the quote.
type Column = u128;

/// A place similar to a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearestMatch {
    /// The place.
    pub range: Range<usize>,
    /// How many characters must be put in, left out or exchanged.
    pub distance: usize,
}

/// The characters of a text, each as a number from 0 on.
pub(super) struct NumberedChars {
    numbers: HashMap<char, u32>,
    text: Vec<u32>,
}

impl NumberedChars {
    pub(super) fn new(text: &str) -> Self {
        let mut numbers = HashMap::new();
        let number = |c| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *numbers.entry(c).or_insert(next)
        };
        let text = text.chars().map(number).collect();
        Self { numbers, text }
    }

    /// Where the first of the places of least distance ends: how many characters stand before.
    fn end(&self, quote: &[char]) -> Option<usize> {
        let mut places: Vec<Column> = vec![0; self.numbers.len()];
        for (row, c) in quote.iter().enumerate() {
            if let Some(number) = self.numbers.get(c) {
                places[*number as usize] |= 1 << row;
            }
        }
        let last: Column = 1 << (quote.len() - 1);
        // where a cell is one more, or one less, than the one above it
        let (mut more, mut less): (Column, Column) = (!0, 0);
        let (mut distance, mut least, mut end) = (quote.len(), quote.len(), None);
        for (at, number) in self.text.iter().enumerate() {
            let equal = places[*number as usize];
            let vertical = equal | less;
            let horizontal = ((equal & more).wrapping_add(more) ^ more) | equal;
            let (mut up, mut down) = (less | !(horizontal | more), more & horizontal);
            distance += usize::from(up & last != 0);
            distance -= usize::from(down & last != 0);
            (up, down) = (up << 1, down << 1);
            (more, less) = (down | !(vertical | up), up & vertical);
            if distance < least {
                (least, end) = (distance, Some(at + 1));
            }
        }
        end.filter(|_| least <= worth(quote))
    }
}

/// The distance up to which a place is similar.
fn worth(quote: &[char]) -> usize {
    quote.len() / 3
}

/// The first of the places of least distance, if it is at most a third of the quote's length.
/// `numbered` is made of `text`.
pub(super) fn search(text: &str, numbered: &NumberedChars, quote: &[char]) -> Option<NearestMatch> {
    let quote = &quote[..quote.len().min(MOST_CHARS)];
    if worth(quote) == 0 {
        return None;
    }
    let end = numbered.end(quote)?;
    // a place is not longer than the quote and what may be put into it
    let around = 2 * quote.len();
    let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
    let (start, end) = (byte(end.saturating_sub(around)), byte(end + around));
    let near = in_table(&text[start..end], quote)?;
    Some(NearestMatch { range: start + near.range.start..start + near.range.end, ..near })
}

/// As [`search`], by the whole table.
fn in_table(text: &str, quote: &[char]) -> Option<NearestMatch> {
    let worth = worth(quote);
    let mut cost: Vec<usize> = (0..=quote.len()).collect();
    let mut began: Vec<usize> = vec![0; quote.len() + 1];
    let mut best: Option<NearestMatch> = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let (mut diagonal, mut diagonal_began) = (cost[0], at);
        began[0] = end;
        for (row, &wanted) in quote.iter().enumerate() {
            let (above, left) = (cost[row], cost[row + 1]);
            let exchange = diagonal + usize::from(wanted != c);
            let (next, from) = if exchange <= left + 1 && exchange <= above + 1 {
                (exchange, diagonal_began)
            } else if left < above {
                (left + 1, began[row + 1])
            } else {
                (above + 1, began[row])
            };
            (diagonal, diagonal_began) = (left, began[row + 1]);
            (cost[row + 1], began[row + 1]) = (next, from);
        }
        let distance = cost[quote.len()];
        let range = began[quote.len()]..end;
        // as near and a character longer: a wrong last character is exchanged, not left out
        let longer = |b: &NearestMatch| {
            b.range.start == range.start && text[b.range.clone()].chars().count() < quote.len()
        };
        let better =
            |b: &NearestMatch| distance < b.distance || (distance == b.distance && longer(b));
        if distance <= worth && best.as_ref().is_none_or(better) {
            best = Some(NearestMatch { range, distance });
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_quick_way_finds_what_the_table_finds(text in "[甲乙丙，]{0,80}", quote in "[甲乙丙，]{1,20}") {
            let quote: Vec<char> = quote.chars().collect();
            let quick = search(&text, &NumberedChars::new(&text), &quote);
            let whole = if worth(&quote) == 0 { None } else { in_table(&text, &quote) };
            prop_assert_eq!(quick, whole);
        }
    }

    #[test]
    fn a_long_quote_is_found_by_its_beginning() {
        let text: String = (0..200).filter_map(|i| char::from_u32(0x4e00 + i)).collect();
        let quote: Vec<char> =
            text.chars().skip(20).map(|c| if c == '\u{4e30}' { '错' } else { c }).collect();
        let near = search(&text, &NumberedChars::new(&text), &quote).unwrap();
        assert_eq!((near.distance, near.range), (1, 60..60 + 3 * MOST_CHARS));
    }
}
