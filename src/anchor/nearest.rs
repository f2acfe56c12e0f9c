//! The nearest place to words that stand nowhere.
//!
//! Approximate search by edit distance (P. H. Sellers, The theory and computation of evolutionary
//! distances: pattern recognition, 1980): the cost of a column is free at the top, so that the
//! match may begin anywhere; each cell carries where its match began.

use std::ops::Range;

/// Longest part of a quote that is compared, in characters; the rest adds nothing but time.
const MOST_CHARS: usize = 120;

/// A place similar to a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The place.
    pub range: Range<usize>,
    /// How many characters must be put in, left out or exchanged.
    pub distance: usize,
}

/// The first of the places of least distance, if it is at most a third of the quote's length.
pub(super) fn search(text: &str, quote: &[char]) -> Option<Near> {
    let quote = &quote[..quote.len().min(MOST_CHARS)];
    let worth = quote.len() / 3;
    if worth == 0 {
        return None;
    }
    let mut cost: Vec<usize> = (0..=quote.len()).collect();
    let mut began: Vec<usize> = vec![0; quote.len() + 1];
    let mut best: Option<Near> = None;
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
        let longer = |b: &Near| {
            b.range.start == range.start && text[b.range.clone()].chars().count() < quote.len()
        };
        let better = |b: &Near| distance < b.distance || (distance == b.distance && longer(b));
        if distance <= worth && best.as_ref().is_none_or(better) {
            best = Some(Near { range, distance });
        }
    }
    best
}
