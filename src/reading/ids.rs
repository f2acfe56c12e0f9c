//! Permalinks made from what was said.
//!
//! An id is made of the first letters and digits of the passage as the recogniser gave them, so
//! that it does not change when a correction, a rule or the numbering does. Six characters: a
//! letter, a digit, then four of either, without those that are easily mistaken for each other
//! (`i` `l` `o` `0` `1`); a letter and a digit first, so that an id is never a word and can stand
//! in a CSS selector.

use std::collections::HashSet;

use sha2::{Digest, Sha256};

use crate::model::record::Passage;

const LETTERS: &[u8; 23] = b"abcdefghjkmnpqrstuvwxyz";
const DIGITS: &[u8; 8] = b"23456789";
const BOTH: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// Characters an id is made from, at first; where two passages begin alike, twice as many.
const FIRST: usize = 16;
/// Beyond this many, passages that begin alike are told apart by their order.
const MOST: usize = 256;

/// Gives every passage an id that no other has.
pub fn give(text: &str, passages: &mut [Passage]) {
    let mut taken = HashSet::with_capacity(passages.len());
    for passage in passages {
        // only letters and digits of the text from the passage on, so that a passage's length,
        // which the paragraph rules may change, does not matter
        let said = &text[passage.range.start..];
        let mut id = String::new();
        let mut length = FIRST;
        let mut order = 0;
        while id.is_empty() || !taken.insert(id.clone()) {
            id = spell(said, length, order);
            match length {
                MOST => order += 1,
                _ => length *= 2,
            }
        }
        passage.id = id;
    }
}

fn spell(said: &str, length: usize, order: u32) -> String {
    let key: String = said.chars().filter(|c| c.is_alphanumeric()).take(length).collect();
    let mut hash = Sha256::new();
    hash.update(key.as_bytes());
    if order > 0 {
        hash.update(order.to_le_bytes());
    }
    let digest = hash.finalize();
    let mut rest = digest.iter().take(8).fold(0u64, |n, byte| n << 8 | u64::from(*byte));
    let mut pick = |from: &[u8]| {
        let count = from.len() as u64;
        let letter = from[usize::try_from(rest % count).unwrap_or(0)];
        rest /= count;
        char::from(letter)
    };
    let mut id = String::with_capacity(6);
    id.push(pick(LETTERS));
    id.push(pick(DIGITS));
    id.extend((0..4).map(|_| pick(BOTH)));
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passages(ranges: &[std::ops::Range<usize>]) -> Vec<Passage> {
        let passage = |range: &std::ops::Range<usize>| Passage {
            id: String::new(),
            turn: 0,
            range: range.clone(),
            edits: Vec::new(),
        };
        ranges.iter().map(passage).collect()
    }

    #[test]
    fn passages_that_begin_alike_have_different_ids() {
        let text = "谢谢大家。".repeat(40);
        let c = "谢谢大家。".len();
        let mut found = passages(&(0..40).map(|i| i * c..(i + 1) * c).collect::<Vec<_>>());
        give(&text, &mut found);
        let ids: HashSet<_> = found.iter().map(|p| p.id.clone()).collect();
        assert_eq!(ids.len(), 40);
        assert!(ids.iter().all(|id| id.len() == 6 && id.is_ascii()));
    }

    #[test]
    fn an_id_does_not_depend_on_where_a_passage_ends_or_on_punctuation() {
        let (one, two) = (
            "呃大家好我是主持人，今天我们来讲大模型。",
            "呃，大家好我是主持人。今天我们来讲大模型。",
        );
        let (whole, part) = (0..one.len(), 0..30);
        let mut a = passages(std::slice::from_ref(&whole));
        let mut b = passages(std::slice::from_ref(&part));
        give(one, &mut a);
        give(two, &mut b);
        assert_eq!(a[0].id, b[0].id);
    }
}
