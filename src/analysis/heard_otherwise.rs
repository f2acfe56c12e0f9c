//! Words that a second transcript of the recording hears otherwise.
//!
//! Where two recognisers write something else that sounds alike, one of them misheard. The words of
//! the difference are widened to whole words on both sides, so that 长 beside 昌 becomes 长平实验室
//! beside 昌平实验室, and are proposed as a correction of the first transcript where the other's
//! words are likelier: words of the site or of the dictionary.
//!
//! Two Chinese words sound the same where their syllables are, without tones; they sound nearly the
//! same where each syllable differs by what recognisers confuse: zh z, ch c, sh s, n l, f h, and
//! -ng -n. Words in letters sound nearly the same where they differ in few letters.

use std::collections::BTreeMap;

use crate::model::{Forum, SecondTranscript, TextOffset, TextRange, Transcript};
use crate::text::{Segmenter, name_pinyin};

/// The longest difference that is looked at, in letters and digits on either side.
const LONGEST: usize = 6;
/// How far a difference is widened to whole words, on either side.
const WIDEST: usize = 6;

/// How alike two words sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SoundLikeness {
    /// Syllable by syllable the same, without tones.
    Same,
    /// The same but for what recognisers confuse.
    Near,
}

/// A word that was probably misheard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardOtherwise {
    /// The words of the transcript.
    pub heard: String,
    /// What the other transcript has in their place.
    pub meant: String,
    /// How alike they sound.
    pub sound: SoundLikeness,
    /// Whether the words that were meant are a name or word of the site.
    pub is_site_word: bool,
    /// Where the transcript has them.
    pub places: Vec<TextRange>,
    /// From 0 to 100.
    pub confidence: u8,
}

/// What the second transcript of a forum hears otherwise, the surest first.
pub fn find(forum: &Forum, segmenter: &Segmenter) -> Vec<HeardOtherwise> {
    let Some(second) = &forum.second else { return Vec::new() };
    let finder = Finder { forum, second, segmenter };
    let mut found: BTreeMap<(String, String), Vec<TextRange>> = BTreeMap::new();
    for pair in second.alignment.runs().windows(2) {
        let ours = (pair[0].ours + pair[0].length, pair[1].ours);
        let theirs = (pair[0].theirs + pair[0].length, pair[1].theirs);
        let room = (pair[0].length, pair[1].length);
        if let Some((words, range)) = finder.difference(ours, theirs, room) {
            found.entry(words).or_default().push(range);
        }
    }
    let judged = found.into_iter().filter_map(|(words, places)| finder.judged(words, places));
    let mut all: Vec<HeardOtherwise> = judged.collect();
    all.sort_by(|one, other| {
        let key = |term: &HeardOtherwise| (term.confidence, term.places.len());
        key(other).cmp(&key(one)).then_with(|| one.heard.cmp(&other.heard))
    });
    all
}

struct Finder<'a> {
    forum: &'a Forum,
    second: &'a SecondTranscript,
    segmenter: &'a Segmenter,
}

impl Finder<'_> {
    /// The words of a difference, ours and theirs, and where ours stand. `room` is how many symbols
    /// before and behind it are the same on both sides.
    fn difference(
        &self,
        ours: (usize, usize),
        theirs: (usize, usize),
        room: (usize, usize),
    ) -> Option<((String, String), TextRange)> {
        let lengths = [ours.1 - ours.0, theirs.1 - theirs.0];
        if lengths.iter().any(|length| *length == 0 || *length > LONGEST) {
            return None;
        }
        let (mine, other) = (&self.forum.transcript, &self.second.transcript);
        let one = self.widening(mine, &self.second.ours, ours);
        let two = self.widening(other, &self.second.theirs, theirs);
        // widened alike on both sides, and no further than the two agree
        let before = one.0.max(two.0).min(room.0);
        let after = one.1.max(two.1).min(room.1);
        let range = self.second.ours.range(ours.0 - before, ours.1 + after)?;
        let there = self.second.theirs.range(theirs.0 - before, theirs.1 + after)?;
        let words = |transcript: &Transcript, range: &std::ops::Range<usize>| {
            transcript.text.get(range.clone()).unwrap_or_default().to_owned()
        };
        let pair = (words(mine, &range), words(other, &there));
        let range = TextOffset(range.start).to(TextOffset(range.end));
        // a mark or a blank within would be the recogniser's and no part of a word
        let is_word = |text: &str| !text.is_empty() && text.chars().all(char::is_alphanumeric);
        (is_word(&pair.0) && is_word(&pair.1)).then_some((pair, range))
    }

    /// By how many symbols a difference is to be widened before and behind it to be whole words.
    fn widening(
        &self,
        transcript: &Transcript,
        spoken: &crate::alignment::SpokenText,
        (from, to): (usize, usize),
    ) -> (usize, usize) {
        let start = from.saturating_sub(2 * WIDEST);
        let Some(context) = spoken.range(start, (to + 2 * WIDEST).min(spoken.symbols().len()))
        else {
            return (0, 0);
        };
        let Some(text) = transcript.text.get(context.clone()) else { return (0, 0) };
        let boundaries = self.segmenter.boundaries(text);
        let is_boundary = |symbol: usize| {
            let at = spoken.offset(symbol).unwrap_or(context.end);
            at.checked_sub(context.start).is_none_or(|at| boundaries.contains(&at))
        };
        let before = (0..=WIDEST).find(|by| from < *by || is_boundary(from - by)).unwrap_or(0);
        let after = (0..=WIDEST).find(|by| is_boundary(to + by)).unwrap_or(0);
        (before.min(from), after)
    }

    /// Whether the other's words are likelier, and how likely.
    fn judged(
        &self,
        (heard, meant): (String, String),
        places: Vec<TextRange>,
    ) -> Option<HeardOtherwise> {
        if self.forum.corrections.iter().any(|c| c.heard == heard) {
            return None;
        }
        let sound = likeness(&heard, &meant)?;
        let known = |word: &str| self.segmenter.knows(word);
        let is_site_word = self.segmenter.is_site_word(&meant);
        if self.segmenter.is_site_word(&heard) || (!known(&meant) && known(&heard)) {
            return None;
        }
        let mut confidence = 40;
        for (holds, more) in [
            (sound == SoundLikeness::Same, 15),
            (is_site_word, 20),
            (known(&meant), 10),
            (!known(&heard), 15),
            (places.len() > 1, 10),
        ] {
            confidence += if holds { more } else { 0 };
        }
        let confidence = confidence.min(95);
        Some(HeardOtherwise { heard, meant, sound, is_site_word, places, confidence })
    }
}

/// How alike two words sound; nothing where they do not.
fn likeness(one: &str, other: &str) -> Option<SoundLikeness> {
    if one == other {
        return None;
    }
    if one.is_ascii() && other.is_ascii() {
        let (one, other) = (one.to_lowercase(), other.to_lowercase());
        let far = strsim::levenshtein(&one, &other);
        let is_near = one.len() >= 4 && far > 0 && far * 3 <= one.len();
        return is_near.then_some(SoundLikeness::Near);
    }
    if one.chars().count() != other.chars().count() {
        return None;
    }
    let pairs = one.chars().zip(other.chars());
    let all: Option<Vec<SoundLikeness>> = pairs.map(|(a, b)| likeness_of_chars(a, b)).collect();
    // the least alike of the syllables decides, which is the greatest here
    all?.into_iter().max()
}

/// How alike two characters sound, by any of their readings.
fn likeness_of_chars(one: char, other: char) -> Option<SoundLikeness> {
    if one == other {
        return Some(SoundLikeness::Same);
    }
    let (ours, theirs) = (name_pinyin::readings(one), name_pinyin::readings(other));
    let any = |alike: &dyn Fn(&str, &str) -> bool| {
        ours.iter().any(|one| theirs.iter().any(|other| alike(one, other)))
    };
    if any(&|one, other| one == other) {
        return Some(SoundLikeness::Same);
    }
    any(&|one, other| folded(one) == folded(other)).then_some(SoundLikeness::Near)
}

/// A syllable without what recognisers confuse.
fn folded(syllable: &str) -> String {
    let initial = match syllable.get(..2) {
        Some(pair @ ("zh" | "ch" | "sh")) => pair[..1].to_owned() + &syllable[2..],
        _ => match syllable.chars().next() {
            Some('l') => format!("n{}", &syllable[1..]),
            Some('h') => format!("f{}", syllable[1..].trim_start_matches('u')),
            Some('f') => format!("f{}", syllable[1..].trim_start_matches('u')),
            _ => syllable.to_owned(),
        },
    };
    initial.strip_suffix('g').unwrap_or(&initial).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_sound_alike_are_told_from_others() {
        assert_eq!(likeness("长平", "昌平"), Some(SoundLikeness::Same));
        assert_eq!(likeness("新通院", "信通院"), Some(SoundLikeness::Same));
        assert_eq!(likeness("陶源士", "陶院士"), Some(SoundLikeness::Same));
        assert_eq!(likeness("联营", "联影"), Some(SoundLikeness::Same));
        assert_eq!(likeness("力场", "林场"), None);
        assert_eq!(likeness("生腾", "昇腾"), Some(SoundLikeness::Same));
        assert_eq!(likeness("参数", "残酥"), Some(SoundLikeness::Near));
        assert_eq!(likeness("Washer", "Warshel"), Some(SoundLikeness::Near));
        assert_eq!(likeness("模型", "地图"), None);
        assert_eq!(likeness("模型", "模型"), None);
    }
}
