//! The most similar place to a quote that is not in the text, by edit distance.
//!
//! It is found in two steps, since a file may have hundreds of quotes that are not found. The end
//! of the match is found with the bit-parallel algorithm of G. Myers (A fast bit-vector algorithm
//! for approximate string matching based on dynamic programming, 1999): a column of the distance
//! table is two machine words, so that each character of the text takes one step whatever the
//! length of the quote. Its start is then found with the whole table (P. H. Sellers, The theory and
//! computation of evolutionary distances: pattern recognition, 1980) for the few characters before
//! that end: the first row costs nothing, so that a match may start anywhere, and each cell has the
//! start of its match.

use std::collections::HashMap;
use std::ops::Range;

/// At most this many characters of a quote are compared; more would add nothing but time. A
/// [`Column`] must have as many bits.
const MOST_CHARS: usize = 120;

/// A column of the distance table: a bit for each character of the quote.
type Column = u128;

/// A place similar to a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearestMatch {
    /// Byte range of the text that was searched.
    pub range: Range<usize>,
    /// The edit distance: characters that must be inserted, deleted or replaced.
    pub distance: usize,
}

/// The characters of a text as small numbers, so that a table can be indexed by them.
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

    /// The end of the first match of the least distance, in characters from the start of the text.
    fn end(&self, quote: &[char]) -> Option<usize> {
        let mut places: Vec<Column> = vec![0; self.numbers.len()];
        for (row, c) in quote.iter().enumerate() {
            if let Some(number) = self.numbers.get(c) {
                places[*number as usize] |= 1 << row;
            }
        }
        // safe: a quote shorter than three characters has no similar places and is not searched
        let last: Column = 1 << (quote.len() - 1);
        // the cells that are one more, and one less, than the cell above
        let (mut more, mut less): (Column, Column) = (!0, 0);
        let (mut distance, mut least, mut end) = (quote.len(), quote.len(), None);
        for (at, number) in self.text.iter().enumerate() {
            // in the paper: Eq, Xv, Xh, Ph, Mh; `more` and `less` are Pv and Mv
            let equal = places[*number as usize];
            let vertical = equal | less;
            let horizontal = ((equal & more).wrapping_add(more) ^ more) | equal;
            let (mut up, mut down) = (less | !(horizontal | more), more & horizontal);
            distance += usize::from(up & last != 0);
            distance -= usize::from(down & last != 0);
            // no 1 is shifted in, because a match may start anywhere without cost
            (up, down) = (up << 1, down << 1);
            (more, less) = (down | !(vertical | up), up & vertical);
            // `<`, so that of equally near places the first is kept
            if distance < least {
                (least, end) = (distance, Some(at + 1));
            }
        }
        end.filter(|_| least <= max_distance(quote))
    }
}

/// The greatest distance at which a place counts as similar.
fn max_distance(quote: &[char]) -> usize {
    quote.len() / 3
}

/// The first match of the least distance, if that is at most a third of the quote's length.
/// `numbered` is made from `text`.
pub(super) fn search(text: &str, numbered: &NumberedChars, quote: &[char]) -> Option<NearestMatch> {
    let quote = &quote[..quote.len().min(MOST_CHARS)];
    if max_distance(quote) == 0 {
        return None;
    }
    let end = numbered.end(quote)?;
    // a match is at most as long as the quote and the characters that may be inserted
    let around = 2 * quote.len();
    let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
    let (start, end) = (byte(end.saturating_sub(around)), byte(end + around));
    let near = search_table(&text[start..end], quote)?;
    Some(NearestMatch { range: start + near.range.start..start + near.range.end, ..near })
}

/// As [`search`], with the whole table.
fn search_table(text: &str, quote: &[char]) -> Option<NearestMatch> {
    let max_distance = max_distance(quote);
    // the column before the text, where every character of the quote is missing
    let mut cost: Vec<usize> = (0..=quote.len()).collect();
    let mut starts: Vec<usize> = vec![0; quote.len() + 1];
    let mut best: Option<NearestMatch> = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let (mut diagonal, mut diagonal_start) = (cost[0], at);
        // in the first row, a match is empty and may begin behind any character
        starts[0] = end;
        for (row, &wanted) in quote.iter().enumerate() {
            let (above, left) = (cost[row], cost[row + 1]);
            let exchange = diagonal + usize::from(wanted != c);
            // an exchange is preferred, so that the match has the length of the quote where it can
            let (next, from) = if exchange <= left + 1 && exchange <= above + 1 {
                (exchange, diagonal_start)
            } else if left < above {
                (left + 1, starts[row + 1])
            } else {
                (above + 1, starts[row])
            };
            (diagonal, diagonal_start) = (left, starts[row + 1]);
            (cost[row + 1], starts[row + 1]) = (next, from);
        }
        let distance = cost[quote.len()];
        let range = starts[quote.len()]..end;
        // of two matches of the same distance the longer one: a wrong last character is replaced
        // instead of deleted
        let longer = |b: &NearestMatch| {
            b.range.start == range.start && text[b.range.clone()].chars().count() < quote.len()
        };
        let better =
            |b: &NearestMatch| distance < b.distance || (distance == b.distance && longer(b));
        if distance <= max_distance && best.as_ref().is_none_or(better) {
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
        fn both_steps_find_what_the_whole_table_finds(
            text in "[甲乙丙，]{0,80}",
            quote in "[甲乙丙，]{1,20}",
        ) {
            let quote: Vec<char> = quote.chars().collect();
            let quick = search(&text, &NumberedChars::new(&text), &quote);
            let whole = if max_distance(&quote) == 0 { None } else { search_table(&text, &quote) };
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
