//! The ids of permalinks: hashes of what was said.
//!
//! An id is a hash of the first letters and digits of the passage as the recogniser wrote them, so
//! that it does not change when a correction, a rule or the numbering does. It has six characters:
//! a letter, a digit, then four of either, without those that are easily mistaken for each other
//! (`i` `l` `o` `0` `1`). A letter and a digit come first so that an id is never a word and is
//! valid in a CSS selector.
//!
//! A locked permalink keeps its place, whatever id the passage there would get now.

use std::collections::{HashMap, HashSet};

use sha2::{Digest, Sha256};

use super::relocate::SpokenChars;
use crate::model::SpokenCharIndex;
use crate::model::record::Passage;

const LETTERS: &[u8; 23] = b"abcdefghjkmnpqrstuvwxyz";
const DIGITS: &[u8; 8] = b"23456789";
const BOTH: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// Letters and digits that are hashed at first; their number is doubled while the id is taken.
const MIN_KEY: usize = 16;
/// At most this many are hashed; passages that still have the same id are numbered.
const MAX_KEY: usize = 256;

/// Gives every passage a unique id. `locked` are the published permalinks, each with its place;
/// those with a place are in the order of the text.
///
/// A passage that begins at the place of a locked permalink gets its id. A locked permalink at
/// whose place no passage begins leads to the passage that contains the place; one without a place
/// leads to the passage of the permalink before it.
pub fn assign(
    text: &str,
    spoken: &SpokenChars,
    locked: &[(&str, Option<SpokenCharIndex>)],
    all: &mut [Passage],
) {
    let starts: Vec<SpokenCharIndex> = all.iter().map(|p| spoken.at(p.range.start)).collect();
    let mut last = SpokenCharIndex::FIRST;
    for &(id, place) in locked {
        let at = place.unwrap_or(last);
        last = at;
        // a passage without letters has the same start as the next; the character is in the last
        let after = starts.partition_point(|&start| start <= at);
        let Some(passage) = after.checked_sub(1).and_then(|i| all.get_mut(i)) else { continue };
        // two permalinks can come to the same place, and the first keeps the passage
        if place.is_some() && starts[after - 1] == at && passage.id.is_empty() {
            id.clone_into(&mut passage.id);
        } else {
            passage.formerly.push(id.to_owned());
        }
    }
    // ids of lost permalinks are taken too: an old link must not lead to other words
    let mut taken: HashSet<String> = locked.iter().map(|(id, _)| (*id).to_owned()).collect();
    let mut orders = HashMap::new();
    for passage in all.iter_mut().filter(|passage| passage.id.is_empty()) {
        passage.id = unique_id(&text[passage.range.start.0..], &mut taken, &mut orders);
    }
}

/// An id that is not taken, for the passage that `said` begins with. It depends on the text from
/// the passage's start on and not on the passage's length, which the paragraph rules may change.
///
/// `orders` has the next number to try for words that many passages begin with.
fn unique_id(said: &str, taken: &mut HashSet<String>, orders: &mut HashMap<String, u32>) -> String {
    let mut length = MIN_KEY;
    while length < MAX_KEY {
        let id = hashed_id(said, length, 0);
        if taken.insert(id.clone()) {
            return id;
        }
        // doubled, since passages that begin alike often go on alike
        length *= 2;
    }
    let key = said.chars().filter(|c| c.is_alphanumeric()).take(MAX_KEY).collect();
    // remembered, since the last of many equal passages would else try all numbers before it
    let order = orders.entry(key).or_insert(0);
    loop {
        let id = hashed_id(said, MAX_KEY, *order);
        *order += 1;
        if taken.insert(id.clone()) {
            return id;
        }
    }
}

fn hashed_id(said: &str, length: usize, order: u32) -> String {
    let key: String = said.chars().filter(|c| c.is_alphanumeric()).take(length).collect();
    let mut hash = Sha256::new();
    hash.update(key.as_bytes());
    // 0 is not hashed, so that a passage has the same id whether others like it follow or not
    if order > 0 {
        hash.update(order.to_le_bytes());
    }
    let digest = hash.finalize();
    // 64 bits: there are some 2^27 ids, so the remainders below are nearly even
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
    use crate::model::{TextOffset, TextRange, TurnIndex};

    fn passages(ranges: &[std::ops::Range<usize>]) -> Vec<Passage> {
        let passage = |range: &std::ops::Range<usize>| Passage {
            id: String::new(),
            turn: TurnIndex::FIRST,
            range: TextRange::new(range.clone()),
            edits: Vec::new(),
            formerly: Vec::new(),
        };
        ranges.iter().map(passage).collect()
    }

    #[test]
    fn passages_that_begin_alike_have_different_ids() {
        let text = "谢谢大家。".repeat(40);
        let c = "谢谢大家。".len();
        let mut found = passages(&(0..40).map(|i| i * c..(i + 1) * c).collect::<Vec<_>>());
        assign(&text, &SpokenChars::new(&text), &[], &mut found);
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
        assign(one, &SpokenChars::new(one), &[], &mut a);
        assign(two, &SpokenChars::new(two), &[], &mut b);
        assert_eq!(a[0].id, b[0].id);
    }

    #[test]
    fn a_locked_permalink_stays_with_its_place() {
        let text = "大家好。今天讲模型。首先讲幻觉。";
        let spoken = SpokenChars::new(text);
        let at = |word: &str| spoken.at(TextOffset(text.find(word).unwrap()));
        let locked = [
            ("a2aaaa", Some(at("大家"))),
            ("b2aaaa", Some(at("讲模型"))),
            ("c2aaaa", None),
            ("d2aaaa", Some(at("首先"))),
        ];
        let (middle, last) = (text.find("今天").unwrap(), text.find("首先").unwrap());
        let mut found = passages(&[0..middle, middle..last, last..text.len()]);
        assign(text, &spoken, &locked, &mut found);
        assert_eq!((found[0].id.as_str(), found[2].id.as_str()), ("a2aaaa", "d2aaaa"));
        assert_eq!(found[1].formerly, ["b2aaaa", "c2aaaa"]);
        assert!(!["a2aaaa", "b2aaaa", "c2aaaa", "d2aaaa"].contains(&found[1].id.as_str()));
    }
}
