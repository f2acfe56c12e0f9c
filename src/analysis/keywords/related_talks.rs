//! Related talks: those that share keywords.

use std::collections::BTreeMap;

use super::Keywords;
use crate::model::TalkRef;

/// A talk that is related to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// The other talk.
    pub talk: TalkRef,
    /// The keywords of both, the heaviest first.
    pub shared: Vec<String>,
    /// The cosine similarity of their weights, from 0 to 1.
    pub similarity: f64,
}

/// At most this many related talks are shown.
const MAX_RELATED: usize = 4;
/// At most this many shared words are shown.
const MAX_SHARED: usize = 5;
/// Talks with fewer shared words are not related: such an overlap occurs by chance.
const MIN_SHARED: usize = 2;
/// Talks that are less similar are not related.
const MIN_SIMILARITY: f64 = 0.05;

/// For each talk the most similar ones, by the cosine of the angle between their vectors of
/// weights.
pub fn related(keywords: &Keywords) -> BTreeMap<TalkRef, Vec<Related>> {
    let vectors: BTreeMap<TalkRef, BTreeMap<&str, f64>> = keywords
        .talks()
        .map(|talk| {
            // not only those that are shown: ten words are too few to compare two talks by
            let words = keywords.all(talk).iter();
            (talk, words.map(|k| (k.word.as_str(), k.weight)).collect())
        })
        .collect();
    let length = |v: &BTreeMap<&str, f64>| v.values().map(|w| w * w).sum::<f64>().sqrt();
    let mut found = BTreeMap::new();
    for (&talk, own) in &vectors {
        let mut similar: Vec<Related> = Vec::new();
        for (&other, theirs) in vectors.iter().filter(|(other, _)| **other != talk) {
            let mut shared: Vec<(&str, f64)> = own
                .iter()
                .filter_map(|(word, weight)| Some((*word, weight * theirs.get(word)?)))
                .collect();
            let product: f64 = shared.iter().map(|(_, product)| product).sum();
            // a talk without keywords has length 0, and a division by 0 would give NaN
            let similarity = product / (length(own) * length(theirs)).max(f64::MIN_POSITIVE);
            if shared.len() < MIN_SHARED || similarity < MIN_SIMILARITY {
                continue;
            }
            // of words that weigh the same, the order must not differ between builds
            shared.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
            let shared =
                shared.into_iter().take(MAX_SHARED).map(|(word, _)| word.to_owned()).collect();
            similar.push(Related { talk: other, shared, similarity });
        }
        similar.sort_by(|a, b| {
            b.similarity.total_cmp(&a.similarity).then_with(|| a.talk.cmp(&b.talk))
        });
        similar.truncate(MAX_RELATED);
        found.insert(talk, similar);
    }
    found
}
