//! Keywords and related talks; pages say that they are computed.
//!
//! A keyword is a word that a talk uses often, that few other talks of the site use, and that is
//! rare in Chinese at large: its weight is
//!
//! ```text
//! √uses · ln(1 + talks / talks that use it) · ln(corpus / frequency in the corpus)
//! ```
//!
//! and a quarter less if only a single passage has it, as the things of an example do. Of two words
//! of which one is part of the other (边缘, 边缘AI), only the heavier is shown.
//!
//! Words are those of jieba and of the site; neighbours that occur mostly together are one word (云
//! 电脑). Only words that name something are candidates: no names of people, no fillers and none of
//! the words that any talk has. A word must be used at least twice; in a talk shorter than a page
//! only the site's own words and those of the talk's title are candidates.

mod candidate_terms;
mod common_words;
mod related_talks;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::model::record::Record;
use crate::model::{Forum, ForumIndex, IndexVec, Site, TalkIndex, TalkRef, TextOwner, TurnIndex};
use crate::text::Segmenter;

pub use candidate_terms::Lexicon;
use candidate_terms::terms;
pub use related_talks::{Related, related};

/// At most this many keywords of a talk are shown.
const MAX_KEYWORDS: usize = 10;

/// Characters of a page. In a shorter talk counts say little, so only words of the editor are
/// taken.
const PAGE_CHARS: usize = 500;

/// Factor for the weight of a word that only a single passage has.
const SINGLE_PASSAGE_FACTOR: f64 = 0.75;

/// On a site with fewer talks, a word that most of them use may still be a keyword.
const MIN_TALKS: usize = 8;

/// A word that distinguishes a talk from the others of the site.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// The word in its most frequent spelling.
    pub word: String,
    /// How often the talk uses it.
    pub uses: usize,
    /// Its weight, by the formula of the module.
    pub weight: f64,
}

/// The words of every talk on the site.
#[derive(Clone, Debug, Default)]
pub struct Keywords {
    talks: BTreeMap<TalkRef, Vec<Keyword>>,
}

impl Keywords {
    /// The keywords to show for a talk: at most ten, the heaviest first, none part of another.
    pub fn of(&self, talk: TalkRef) -> Vec<&Keyword> {
        let mut chosen: Vec<&Keyword> = Vec::new();
        for next in self.all(talk) {
            let nested = |one: &&Keyword| {
                one.word.contains(next.word.as_str()) || next.word.contains(one.word.as_str())
            };
            if chosen.len() < MAX_KEYWORDS && !chosen.iter().any(nested) {
                chosen.push(next);
            }
        }
        chosen
    }

    /// All weighted words of a talk, the heaviest first.
    pub fn all(&self, talk: TalkRef) -> &[Keyword] {
        self.talks.get(&talk).map_or(&[], Vec::as_slice)
    }

    /// The talks in order.
    pub fn talks(&self) -> impl Iterator<Item = TalkRef> + '_ {
        self.talks.keys().copied()
    }
}

/// The candidate terms of the talks of one forum.
#[derive(Clone, Debug, Default)]
pub struct ForumTerms {
    talks: IndexVec<TalkIndex, BTreeMap<String, Term>>,
}

impl ForumTerms {
    /// Finds those of the forum with this index. Talks are read in parallel.
    pub fn find(
        site: &Site,
        number: ForumIndex,
        record: &Record,
        segmenter: &Segmenter,
        lexicon: &Lexicon,
    ) -> Self {
        let forum = &site.forums[number];
        let of_talk = |talk: TalkIndex| {
            let texts = texts_of(forum, record, talk);
            let mut terms = terms(&texts, segmenter, lexicon);
            if texts.iter().map(|passage| passage.chars().count()).sum::<usize>() < PAGE_CHARS {
                let title = &forum.talks[talk].title;
                terms.retain(|_, term| term.own || title.contains(&term.word));
            }
            terms
        };
        let talks: Vec<TalkIndex> = forum.talks.indices().collect();
        let terms: Vec<_> = talks.into_par_iter().map(of_talk).collect();
        Self { talks: terms.into() }
    }
}

/// Weighs the terms of every talk against those of all others.
pub fn weigh<'a>(forums: impl Iterator<Item = (ForumIndex, &'a ForumTerms)>) -> Keywords {
    let of_forum = |(forum, terms): (ForumIndex, &'a ForumTerms)| {
        terms.talks.enumerated().map(move |(talk, terms)| (TalkRef { forum, talk }, terms))
    };
    let used: Vec<(TalkRef, &BTreeMap<String, Term>)> = forums.flat_map(of_forum).collect();
    // counted over all forums first, since the weight of a word in one talk needs the others
    let mut spread: BTreeMap<&str, usize> = BTreeMap::new();
    for word in used.iter().flat_map(|(_, terms)| terms.keys()) {
        *spread.entry(word).or_default() += 1;
    }
    let lower_case = mostly_lower_case(used.iter().map(|(_, terms)| *terms));
    let weigh = |terms: &BTreeMap<String, Term>| {
        let mut weighed: Vec<Keyword> = terms
            .iter()
            // a topic of the editor is a term however it is written
            .filter(|(key, term)| term.own || !lower_case.contains(key.as_str()))
            .filter(|(key, term)| can_be_keyword(term, spread[key.as_str()], used.len()))
            .map(|(key, term)| Keyword {
                word: term.word.clone(),
                uses: term.uses,
                weight: weight(term, used.len(), spread[key.as_str()]),
            })
            .collect();
        weighed.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.word.cmp(&b.word)));
        weighed
    };
    Keywords { talks: used.iter().map(|(talk, terms)| (*talk, weigh(terms))).collect() }
}

/// A word of a talk.
#[derive(Clone, Debug, Default)]
struct Term {
    /// In its most frequent spelling.
    word: String,
    uses: usize,
    /// Uses in lower case only.
    small: usize,
    /// Number of passages that have it.
    passages: usize,
    /// The logarithm of its rarity in Chinese at large.
    rarity: f64,
    /// Whether the editor wrote it.
    own: bool,
}

/// Whether a word can be a keyword. A word that most talks of a site use cannot, nor can an English
/// word in lower case, which in Chinese speech is mostly a habit of speaking.
fn can_be_keyword(term: &Term, using: usize, talks: usize) -> bool {
    let lower = term.word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    // with few talks on one subject, its main word is in most of them and still tells
    let common = talks >= MIN_TALKS && using * 2 > talks;
    !common && (term.own || (!lower && term.uses > 1))
}

/// English words that are written in lower case at least as often as with a capital (company,
/// Company): the capital is then one at the start of a sentence and not that of a name.
fn mostly_lower_case<'a>(
    used: impl Iterator<Item = &'a BTreeMap<String, Term>>,
) -> BTreeSet<&'a str> {
    let mut small: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (key, term) in used.flatten().filter(|(key, _)| key.is_ascii()) {
        // over all talks, since a single one uses the word too rarely to tell
        let (own, all) = small.entry(key).or_default();
        *own += term.small;
        *all += term.uses;
    }
    small.into_iter().filter(|(_, (own, all))| own * 2 >= *all).map(|(key, _)| key).collect()
}

#[allow(clippy::cast_precision_loss)] // counts of words
fn weight(term: &Term, talks: usize, using: usize) -> f64 {
    let (uses, talks, using) = (term.uses as f64, talks as f64, using as f64);
    let single = if term.passages == 1 && !term.own { SINGLE_PASSAGE_FACTOR } else { 1.0 };
    // the root, since the tenth use says less than the second; 1 is added so that no weight is 0
    single * uses.sqrt() * (1.0 + talks / using).ln() * term.rarity
}

/// The clean text of each passage of a talk, then its title and abstract.
fn texts_of(forum: &Forum, record: &Record, talk: TalkIndex) -> Vec<String> {
    let own = |turn: TurnIndex| forum.turns[turn].owner == TextOwner::Talk(talk);
    let passages = record.passages.iter().filter(|p| own(p.turn)).map(|p| p.clean(forum));
    let talk = &forum.talks[talk];
    // as passages, so that a word of the title counts as used before it is said
    passages.chain([talk.title.clone()]).chain(talk.summary.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_word_and_a_part_of_it_the_heavier_stands_for_both() {
        let keyword = |word: &str| Keyword { word: word.into(), uses: 2, weight: 1.0 };
        let all = ["边缘AI", "智算", "边缘", "智算中心"].map(keyword).to_vec();
        let talk = TalkRef { forum: ForumIndex::FIRST, talk: TalkIndex::FIRST };
        let keywords = Keywords { talks: BTreeMap::from([(talk, all)]) };
        let words: Vec<&str> = keywords.of(talk).iter().map(|k| k.word.as_str()).collect();
        assert_eq!(words, ["边缘AI", "智算"]);
    }

    #[test]
    fn an_english_word_that_is_mostly_written_small_is_a_habit() {
        let term = |small, uses| Term { word: "Company".into(), uses, small, ..Term::default() };
        let used = [
            BTreeMap::from([("company".to_owned(), term(0, 2))]),
            BTreeMap::from([("company".to_owned(), term(3, 3)), ("ray".to_owned(), term(1, 9))]),
        ];
        assert_eq!(mostly_lower_case(used.iter()), BTreeSet::from(["company"]));
    }
}
