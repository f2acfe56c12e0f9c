//! Finds the places of published permalinks in a text that may have changed since.
//!
//! A place is known by its context ([`LockedPermalink`]): up to [`CONTEXT_BEFORE`] letters and
//! digits before it and up to [`CONTEXT_AFTER`] from it on. Every n-gram of the context ([`GRAM`]
//! characters) votes for the place that each of its occurrences in the text points to. Characters
//! that changed only lose votes; characters that were added or removed move some votes by as much.
//! Votes for places within [`NEAR`] characters are counted together, and the place with the most is
//! taken. If two places have about as many, as among words that are repeated, the order of the
//! permalinks decides.
//!
//! With one character in twenty changed, an n-gram of four survives four times in five, so that
//! some 36 of 45 votes remain, against one or two for a place by chance.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::model::{LockedPermalink, SpokenCharIndex, TextOffset, TypedIndex};

/// Characters of context before a place.
pub const CONTEXT_BEFORE: usize = 16;
/// Characters of context from a place on.
pub const CONTEXT_AFTER: usize = 32;
/// Length of an n-gram, in characters.
const GRAM: usize = 4;
/// Votes for places at most this many characters apart are counted together.
const NEAR: usize = 4;
/// N-grams that occur more often than this do not vote: they say nothing about a place.
const MAX_OCCURRENCES: usize = 200;

/// The letters and digits of a text, without punctuation, symbols and whitespace.
pub struct SpokenChars {
    chars: Vec<char>,
    /// The offset of each in the text, and then the length of the text.
    bytes: Vec<usize>,
    /// For each, whether punctuation or the start of the text is before it.
    after_pause: Vec<bool>,
}

impl SpokenChars {
    /// Collects the letters and digits of a text.
    pub fn new(text: &str) -> Self {
        let mut spoken = Self { chars: vec![], bytes: vec![], after_pause: vec![] };
        let mut pause = true;
        for (byte, c) in text.char_indices() {
            if c.is_alphanumeric() {
                spoken.chars.push(c);
                spoken.bytes.push(byte);
                spoken.after_pause.push(pause);
            }
            // whitespace between Latin words is no pause
            pause = if c.is_whitespace() { pause } else { !c.is_alphanumeric() };
        }
        spoken.bytes.push(text.len());
        spoken
    }

    /// The first letter or digit at or after an offset; after the last one, the index of the end.
    pub fn at(&self, byte: TextOffset) -> SpokenCharIndex {
        // without the last entry, which is the length of the text
        let index = self.bytes[..self.chars.len()].partition_point(|&b| b < byte.0);
        SpokenCharIndex::new(index)
    }

    /// The offset of a letter or digit; for the index of the end, the end of the text.
    pub fn byte(&self, index: SpokenCharIndex) -> TextOffset {
        TextOffset(self.bytes[index.get().min(self.chars.len())])
    }

    /// The context of a place: the characters before it, and those from it on.
    pub fn around(&self, index: SpokenCharIndex) -> (String, String) {
        let index = index.get().min(self.chars.len());
        let start = index.saturating_sub(CONTEXT_BEFORE);
        let end = (index + CONTEXT_AFTER).min(self.chars.len());
        (self.chars[start..index].iter().collect(), self.chars[index..end].iter().collect())
    }

    /// The nearest character that begins a clause, at most [`NEAR`] away, since only there can a
    /// passage begin; the character itself if there is none.
    fn snap_to_clause(&self, index: usize) -> usize {
        let near = (0..=NEAR).flat_map(|d| [index.checked_sub(d), Some(index + d)]).flatten();
        let mut starts = near.filter(|&i| self.after_pause.get(i).copied().unwrap_or(false));
        starts.next().unwrap_or(index)
    }
}

/// The character at the place of each locked permalink, if it was found.
pub fn find(locked: &[LockedPermalink], spoken: &SpokenChars) -> Vec<Option<SpokenCharIndex>> {
    if locked.is_empty() {
        return Vec::new();
    }
    let index = NgramIndex::of(&spoken.chars);
    let candidates: Vec<Vec<Candidate>> =
        locked.par_iter().map(|entry| candidates(entry, &index, spoken.chars.len())).collect();
    // first the places that are beyond doubt; they then limit where the others can be
    let mut places: Vec<Option<usize>> = candidates.iter().map(|c| clear_winner(c)).collect();
    keep_increasing(&mut places);
    for number in 0..places.len() {
        if places[number].is_none() {
            // set at once, so that each place that is found limits the next
            places[number] = best_between(&candidates[number], number, &places);
        }
    }
    let exact = |number: usize, place: usize| matches_at(&locked[number], place, spoken);
    let snapped = places.iter().enumerate().map(|(number, place)| {
        // where the words are the same, the place is right even within a clause
        let place = place.map(|p| if exact(number, p) { p } else { spoken.snap_to_clause(p) });
        place.map(SpokenCharIndex::new)
    });
    snapped.collect()
}

/// Whether the characters from a place on are those of the locked permalink.
fn matches_at(entry: &LockedPermalink, place: usize, spoken: &SpokenChars) -> bool {
    let after = entry.after.chars().take(GRAM);
    after.enumerate().all(|(i, c)| spoken.chars.get(place + i) == Some(&c))
}

/// An n-gram as a number: 32 bits for each character.
type Gram = u128;

/// The n-grams of a text, each with the index of its first character.
fn grams(chars: &[char]) -> impl Iterator<Item = (Gram, usize)> + '_ {
    let gram = |run: &[char]| run.iter().fold(0, |gram, &c| gram << 32 | Gram::from(u32::from(c)));
    chars.windows(GRAM).enumerate().map(move |(at, run)| (gram(run), at))
}

/// The n-grams of a text with their positions, sorted.
struct NgramIndex(Vec<(Gram, usize)>);

impl NgramIndex {
    fn of(chars: &[char]) -> Self {
        let mut all: Vec<(Gram, usize)> = grams(chars).collect();
        // sorted pairs instead of a map of lists: less memory, and sorting is parallel
        all.par_sort_unstable();
        Self(all)
    }

    fn places(&self, gram: Gram) -> &[(Gram, usize)] {
        let from = &self.0[self.0.partition_point(|(g, _)| *g < gram)..];
        &from[..from.partition_point(|(g, _)| *g == gram)]
    }
}

/// A place, as an index of a character, with its votes.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    place: usize,
    votes: usize,
}

/// The places that the context of a permalink votes for, the one with the most votes first.
/// `length` is the number of characters in the text.
fn candidates(entry: &LockedPermalink, index: &NgramIndex, length: usize) -> Vec<Candidate> {
    let context: Vec<char> = entry.before.chars().chain(entry.after.chars()).collect();
    let before = entry.before.chars().count();
    let mut votes: HashMap<usize, usize> = HashMap::new();
    for (gram, at) in grams(&context) {
        let found = index.places(gram);
        for &(_, position) in if found.len() > MAX_OCCURRENCES { &[] } else { found } {
            // the n-gram is as far from the place in the text as it is in the context
            let place = (position + before).checked_sub(at);
            // a vote for a place after the end comes from the context before a lost end
            if let Some(place) = place.filter(|&place| place < length) {
                *votes.entry(place).or_default() += 1;
            }
        }
    }
    let all = context.len().saturating_sub(GRAM - 1);
    // fewer votes are chance; at least 1, since the context at an edge of the text may be short
    let enough = (all / 4).max(1);
    let mut places: Vec<(usize, usize)> = votes.into_iter().collect();
    // sorted, so that the order of the hash map does not matter
    places.sort_unstable();
    cluster_votes(&places, enough)
}

/// Counts the votes for neighbouring places together; `places` are sorted. Places with fewer than
/// `enough` votes are left out.
fn cluster_votes(places: &[(usize, usize)], enough: usize) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut start = 0;
    while start < places.len() {
        let mut end = start + 1;
        while end < places.len() && places[end].0 - places[end - 1].0 <= NEAR {
            end += 1;
        }
        let group = &places[start..end];
        let votes = group.iter().map(|(_, votes)| votes).sum();
        // of places with as many votes the first, so that the choice is always the same
        let most = group.iter().max_by_key(|(place, votes)| (*votes, std::cmp::Reverse(*place)));
        if let Some((place, _)) = most.filter(|_| votes >= enough) {
            found.push(Candidate { place: *place, votes });
        }
        start = end;
    }
    found.sort_by_key(|c| (std::cmp::Reverse(c.votes), c.place));
    found
}

/// The place of the best candidate, if it has a third more votes than the second.
fn clear_winner(candidates: &[Candidate]) -> Option<usize> {
    match candidates {
        [only] => Some(only.place),
        // words that are said twice give two places with nearly as many votes
        [best, second, ..] if best.votes * 3 > second.votes * 4 => Some(best.place),
        _ => None,
    }
}

/// Removes places that are out of order, since permalinks keep their order: the longest increasing
/// subsequence is kept.
fn keep_increasing(places: &mut [Option<usize>]) {
    // patience sorting: tails[n] is the entry at the end of the best subsequence of n + 1 entries
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; places.len()];
    for (number, place) in places.iter().enumerate() {
        let Some(place) = place else { continue };
        // equal places are in order: two permalinks can come to the same one
        let length = tails.partition_point(|&t| places[t].is_some_and(|p| p <= *place));
        before[number] = length.checked_sub(1).map(|l| tails[l]);
        match tails.get_mut(length) {
            Some(tail) => *tail = number,
            None => tails.push(number),
        }
    }
    let mut kept = vec![false; places.len()];
    let mut next = tails.last().copied();
    while let Some(number) = next {
        kept[number] = true;
        next = before[number];
    }
    for (place, kept) in places.iter_mut().zip(kept) {
        *place = place.filter(|_| kept);
    }
}

/// The best candidate between the places of the permalinks before and after; one at the same place
/// as either only if there is no other.
fn best_between(
    candidates: &[Candidate],
    number: usize,
    places: &[Option<usize>],
) -> Option<usize> {
    if candidates.is_empty() {
        return None;
    }
    let low = places[..number].iter().rev().find_map(|p| *p);
    let high = places[number + 1..].iter().find_map(|p| *p);
    let after = |place: &usize| low.is_none_or(|low| *place > low);
    let before = |place: &usize| high.is_none_or(|high| *place < high);
    let all = || candidates.iter().map(|c| c.place);
    let at_one = |place: &usize| low == Some(*place) || high == Some(*place);
    all().find(|place| after(place) && before(place)).or_else(|| all().find(at_one))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locked(text: &str, places: &[usize]) -> Vec<LockedPermalink> {
        let spoken = SpokenChars::new(text);
        let entry = |&byte: &usize| {
            let (before, after) = spoken.around(spoken.at(TextOffset(byte)));
            LockedPermalink { id: String::new(), pages: vec![], before, after }
        };
        places.iter().map(entry).collect()
    }

    fn found(locked: &[LockedPermalink], text: &str) -> Vec<Option<usize>> {
        let spoken = SpokenChars::new(text);
        find(locked, &spoken).into_iter().map(|p| p.map(|p| spoken.byte(p).0)).collect()
    }

    #[test]
    fn a_place_is_found_in_the_text_it_was_taken_from() {
        let text = "大家好，今天讲大模型。首先讲幻觉。好，谢谢大家。";
        let places: Vec<usize> =
            ["大家", "首先", "谢谢"].iter().map(|w| text.find(w).unwrap()).collect();
        let all: Vec<Option<usize>> = places.iter().copied().map(Some).collect();
        assert_eq!(found(&locked(text, &places), text), all);
    }

    #[test]
    fn a_place_is_found_where_letters_around_it_changed() {
        let text = "大家好，今天我们来讲大模型的幻觉。首先我想讲一讲幻觉是从哪里来的，又到哪里去。";
        let changed =
            "大家号，今天我们就来讲大模型幻觉。手先我想讲讲一讲幻觉是从哪里来得，又到哪里去。";
        let place = text.find("首先").unwrap();
        let there = changed.find("手先").unwrap();
        assert_eq!(found(&locked(text, &[place]), changed), [Some(there)]);
    }

    #[test]
    fn words_that_are_said_again_are_told_apart_by_their_order() {
        let text = "好的谢谢老师。".repeat(30);
        let length = "好的谢谢老师。".len();
        let places: Vec<usize> = (0..30).map(|i| i * length).collect();
        let found = found(&locked(&text, &places), &text);
        // all are alike, and each is found where it was
        assert_eq!(found, places.iter().copied().map(Some).collect::<Vec<_>>());
    }

    #[test]
    fn a_stretch_that_stands_twice_has_a_place_each() {
        let stretch =
            "大家好今天我们来讲大模型的幻觉首先我想讲一讲幻觉是从哪里来的又到哪里去然后讲怎么办";
        let text = format!("开场白在这里。{stretch}。{stretch}。最后一句在这里。");
        let first = text.find(stretch).unwrap();
        let places = [first, text.rfind(stretch).unwrap()];
        assert_eq!(found(&locked(&text, &places), &text), places.map(Some));
    }

    #[test]
    fn a_place_whose_words_were_cut_off_at_the_end_stops_nothing() {
        let text = "大家好今天我们来讲大模型的幻觉首先我想讲一讲幻觉是从哪里来的好谢谢大家";
        let locked = locked(text, &[text.find("好谢谢").unwrap()]);
        let spoken = SpokenChars::new("大家好今天我们来讲大模型的幻觉首先我想讲一讲幻觉是从哪");
        for place in find(&locked, &spoken).into_iter().flatten() {
            let _ = spoken.around(place);
        }
    }

    #[test]
    fn what_is_gone_is_not_found() {
        let text = "大家好，今天我们来讲大模型的幻觉。首先我想讲一讲幻觉是从哪里来的，又到哪里去。";
        let locked = locked(text, &[0]);
        assert_eq!(found(&locked, "完全是另外一场会议的文字稿，没有一句相同。"), [None]);
    }
}
