//! Which talks are about the same.

use std::collections::BTreeMap;

use super::Keywords;
use crate::model::TalkRef;

/// A talk that is about the same as another.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// The talk.
    pub talk: TalkRef,
    /// The words that both use, the most telling first.
    pub shared: Vec<String>,
    /// How much they share, from 0 to 1.
    pub likeness: f64,
}

/// Talks that are shown as related.
const MOST: usize = 4;
/// Words that are shown as shared.
const SHARED: usize = 5;
/// Fewer shared words are chance.
const LEAST_SHARED: usize = 2;
/// Less likeness is chance.
const LEAST: f64 = 0.05;

/// For each talk those most like it, by the angle between their words' weights.
pub fn related(keywords: &Keywords) -> BTreeMap<TalkRef, Vec<Related>> {
    let vectors: BTreeMap<TalkRef, BTreeMap<&str, f64>> = keywords
        .talks()
        .map(|talk| {
            let words = keywords.all(talk).iter();
            (talk, words.map(|k| (k.word.as_str(), k.weight)).collect())
        })
        .collect();
    let length = |v: &BTreeMap<&str, f64>| v.values().map(|w| w * w).sum::<f64>().sqrt();
    let mut found = BTreeMap::new();
    for (&talk, own) in &vectors {
        let mut like: Vec<Related> = Vec::new();
        for (&other, theirs) in vectors.iter().filter(|(other, _)| **other != talk) {
            let mut shared: Vec<(&str, f64)> = own
                .iter()
                .filter_map(|(word, weight)| Some((*word, weight * theirs.get(word)?)))
                .collect();
            let product: f64 = shared.iter().map(|(_, product)| product).sum();
            let likeness = product / (length(own) * length(theirs)).max(f64::MIN_POSITIVE);
            if shared.len() < LEAST_SHARED || likeness < LEAST {
                continue;
            }
            shared.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
            let shared = shared.into_iter().take(SHARED).map(|(word, _)| word.to_owned()).collect();
            like.push(Related { talk: other, shared, likeness });
        }
        like.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then_with(|| a.talk.cmp(&b.talk)));
        like.truncate(MOST);
        found.insert(talk, like);
    }
    found
}
