//! What is computed from the records: mentions of speakers, keywords and related talks.

pub mod keywords;
pub mod mentions;

use std::collections::BTreeMap;

use crate::analysis::keywords::{Keywords, Related};
use crate::analysis::mentions::{Mention, Mentions};
use crate::model::record::Record;
use crate::model::{ForumIndex, IndexVec, Site, TalkRef};
use crate::text::Segmenter;

/// The results for a whole site.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    /// The mentions of speakers in each forum.
    pub mentions: IndexVec<ForumIndex, Mentions>,
    /// The keywords of each talk.
    pub keywords: Keywords,
    /// For each talk, the talks most similar to it.
    pub related: BTreeMap<TalkRef, Vec<Related>>,
}

impl Analysis {
    /// Analyses the records of all forums.
    pub fn of(site: &Site, records: &IndexVec<ForumIndex, Record>, words: &Segmenter) -> Self {
        let forums = site.forums.iter().zip(records);
        let (mentions, keywords) = rayon::join(
            || forums.map(|(forum, record)| mentions::find(site, forum, record, words)).collect(),
            || keywords::find(site, records, words),
        );
        let related = keywords::related(&keywords);
        Self { mentions, keywords, related }
    }

    /// All mentions that satisfy a condition, each with its forum.
    pub fn mentions<'a>(
        &'a self,
        is: impl Fn(&Mention) -> bool + 'a,
    ) -> impl Iterator<Item = (ForumIndex, &'a Mention)> {
        let forums = self.mentions.enumerated();
        let all = forums.flat_map(|(forum, m)| m.found.iter().map(move |mention| (forum, mention)));
        all.filter(move |(_, mention)| is(mention))
    }
}
