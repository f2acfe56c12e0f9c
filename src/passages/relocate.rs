//! Finds the places of published permalinks again, in a text that may have changed.
//!
//! A place is known by the letters around it ([`LockedPermalink`]): up to [`BEFORE`] before it and up to
//! [`AFTER`] from it on. In the text, every run of [`GRAM`] letters of that context votes for the
//! place it points to; changed letters only lose votes, letters put in or left out move some of
//! them by as much. The place with the most votes within a few letters is taken. Where two are
//! about as good, as in words that are said again and again, the order of the permalinks decides.
//!
//! With one letter in twenty changed, a run of four survives four times in five, so that of 45
//! votes some 36 remain, against one or two by chance.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::model::{LockedPermalink, SpokenCharIndex, TextOffset, TypedIndex};

/// Letters of context before a place.
pub const BEFORE: usize = 16;
/// Letters of context from a place on.
pub const AFTER: usize = 32;
/// Letters that vote together.
const GRAM: usize = 4;
/// Votes this many letters apart are for one place.
const NEAR: usize = 4;
/// Runs that stand more often than this say nothing about a place.
const COMMON: usize = 200;

/// The letters and digits of a text.
pub struct SpokenChars {
    chars: Vec<char>,
    /// The byte in the text of each, and the text's length at the end.
    bytes: Vec<usize>,
    /// Whether something else stands before each.
    after_pause: Vec<bool>,
}

impl SpokenChars {
    /// The letters of a text.
    pub fn new(text: &str) -> Self {
        let mut letters = Self { chars: vec![], bytes: vec![], after_pause: vec![] };
        let mut pause = true;
        for (byte, c) in text.char_indices() {
            if c.is_alphanumeric() {
                letters.chars.push(c);
                letters.bytes.push(byte);
                letters.after_pause.push(pause);
            }
            // a blank between Latin words is no pause
            pause = if c.is_whitespace() { pause } else { !c.is_alphanumeric() };
        }
        letters.bytes.push(text.len());
        letters
    }

    /// The first letter at or after a byte, by its number; the number of all at the end.
    pub fn at(&self, byte: TextOffset) -> SpokenCharIndex {
        let index = self.bytes[..self.chars.len()].partition_point(|&b| b < byte.0);
        SpokenCharIndex::new(index)
    }

    /// The byte of a letter; the end of the text for the number of all.
    pub fn byte(&self, letter: SpokenCharIndex) -> TextOffset {
        TextOffset(self.bytes[letter.get().min(self.chars.len())])
    }

    /// The context of a place: the letters before it, and from it on.
    pub fn around(&self, letter: SpokenCharIndex) -> (String, String) {
        let letter = letter.get().min(self.chars.len());
        let start = letter.saturating_sub(BEFORE);
        let end = (letter + AFTER).min(self.chars.len());
        (self.chars[start..letter].iter().collect(), self.chars[letter..end].iter().collect())
    }

    /// Where clauses begin is where paragraphs can: the nearest such letter, a few letters away at
    /// most.
    fn snapped(&self, letter: usize) -> usize {
        let near = (0..=NEAR).flat_map(|d| [letter.checked_sub(d), Some(letter + d)]).flatten();
        let mut starts = near.filter(|&l| self.after_pause.get(l).copied().unwrap_or(false));
        starts.next().unwrap_or(letter)
    }
}

/// For each locked permalink the letter at its place, where one was found.
pub fn find(locked: &[LockedPermalink], letters: &SpokenChars) -> Vec<Option<SpokenCharIndex>> {
    if locked.is_empty() {
        return Vec::new();
    }
    let index = TrigramIndex::of(&letters.chars);
    let candidates: Vec<Vec<Candidate>> =
        locked.par_iter().map(|entry| candidates(entry, &index, letters.chars.len())).collect();
    let mut places: Vec<Option<usize>> = candidates.iter().map(|c| clear(c)).collect();
    drop_disorderly(&mut places);
    for number in 0..places.len() {
        if places[number].is_none() {
            places[number] = between(&candidates[number], number, &places);
        }
    }
    let exact = |number: usize, place: usize| stands(&locked[number], place, letters);
    let snapped = places.iter().enumerate().map(|(number, place)| {
        let place = place.map(|p| if exact(number, p) { p } else { letters.snapped(p) });
        place.map(SpokenCharIndex::new)
    });
    snapped.collect()
}

/// Whether the letters from a place on are as they were.
fn stands(entry: &LockedPermalink, place: usize, letters: &SpokenChars) -> bool {
    let after = entry.after.chars().take(GRAM);
    after.enumerate().all(|(i, c)| letters.chars.get(place + i) == Some(&c))
}

/// A run of letters as a number, 32 bits each.
type Gram = u128;

/// The runs of letters, each with the number of its first.
fn grams(chars: &[char]) -> impl Iterator<Item = (Gram, usize)> + '_ {
    let gram = |run: &[char]| run.iter().fold(0, |gram, &c| gram << 32 | Gram::from(u32::from(c)));
    chars.windows(GRAM).enumerate().map(move |(at, run)| (gram(run), at))
}

/// Where each run of letters stands, sorted.
struct TrigramIndex(Vec<(Gram, usize)>);

impl TrigramIndex {
    fn of(chars: &[char]) -> Self {
        let mut all: Vec<(Gram, usize)> = grams(chars).collect();
        all.par_sort_unstable();
        Self(all)
    }

    fn places(&self, gram: Gram) -> &[(Gram, usize)] {
        let from = &self.0[self.0.partition_point(|(g, _)| *g < gram)..];
        &from[..from.partition_point(|(g, _)| *g == gram)]
    }
}

/// A place with its votes.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    place: usize,
    votes: usize,
}

/// The places that a context can mean, the best first.
fn candidates(entry: &LockedPermalink, index: &TrigramIndex, letters: usize) -> Vec<Candidate> {
    let context: Vec<char> = entry.before.chars().chain(entry.after.chars()).collect();
    let before = entry.before.chars().count();
    let mut votes: HashMap<usize, usize> = HashMap::new();
    for (gram, at) in grams(&context) {
        let found = index.places(gram);
        for &(_, position) in if found.len() > COMMON { &[] } else { found } {
            let place = (position + before).checked_sub(at);
            // a place may have lost all the letters from it on, not those it stands among
            if let Some(place) = place.filter(|&place| place < letters) {
                *votes.entry(place).or_default() += 1;
            }
        }
    }
    let all = context.len().saturating_sub(GRAM - 1);
    let enough = (all / 4).max(1);
    let mut places: Vec<(usize, usize)> = votes.into_iter().collect();
    places.sort_unstable();
    gathered(&places, enough)
}

/// Gathers votes that are a few letters apart; `places` are in order.
fn gathered(places: &[(usize, usize)], enough: usize) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut start = 0;
    while start < places.len() {
        let mut end = start + 1;
        while end < places.len() && places[end].0 - places[end - 1].0 <= NEAR {
            end += 1;
        }
        let group = &places[start..end];
        let votes = group.iter().map(|(_, votes)| votes).sum();
        let most = group.iter().max_by_key(|(place, votes)| (*votes, std::cmp::Reverse(*place)));
        if let Some((place, _)) = most.filter(|_| votes >= enough) {
            found.push(Candidate { place: *place, votes });
        }
        start = end;
    }
    found.sort_by_key(|c| (std::cmp::Reverse(c.votes), c.place));
    found
}

/// The best candidate, where none comes near it.
fn clear(candidates: &[Candidate]) -> Option<usize> {
    match candidates {
        [only] => Some(only.place),
        [best, second, ..] if best.votes * 3 > second.votes * 4 => Some(best.place),
        _ => None,
    }
}

/// Forgets places that are not in the order of the permalinks: the longest run that is, stays.
fn drop_disorderly(places: &mut [Option<usize>]) {
    // patience sorting: tails[n] is the entry that ends the best run of n + 1 entries
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; places.len()];
    for (number, place) in places.iter().enumerate() {
        let Some(place) = place else { continue };
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

/// The best candidate between the places of the permalinks before and after, and not at one of
/// them; at one of them where there is no other.
fn between(candidates: &[Candidate], number: usize, places: &[Option<usize>]) -> Option<usize> {
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
        let letters = SpokenChars::new(text);
        let entry = |&byte: &usize| {
            let (before, after) = letters.around(letters.at(TextOffset(byte)));
            LockedPermalink { id: String::new(), pages: vec![], before, after }
        };
        places.iter().map(entry).collect()
    }

    fn found(locked: &[LockedPermalink], text: &str) -> Vec<Option<usize>> {
        let letters = SpokenChars::new(text);
        find(locked, &letters).into_iter().map(|p| p.map(|p| letters.byte(p).0)).collect()
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
        let letters = SpokenChars::new("大家好今天我们来讲大模型的幻觉首先我想讲一讲幻觉是从哪");
        for place in find(&locked, &letters).into_iter().flatten() {
            let _ = letters.around(place);
        }
    }

    #[test]
    fn what_is_gone_is_not_found() {
        let text = "大家好，今天我们来讲大模型的幻觉。首先我想讲一讲幻觉是从哪里来的，又到哪里去。";
        let locked = locked(text, &[0]);
        assert_eq!(found(&locked, "完全是另外一场会议的文字稿，没有一句相同。"), [None]);
    }
}
