//! What is computed from the records: mentions of speakers, keywords and related talks; and from
//! two transcripts of one recording, what the second hears otherwise.
//!
//! Mentions and terms are found forum by forum ([`ForumAnalysis`]). Whether a term is a keyword
//! depends on the talks of all forums ([`Analysis`]).

pub mod heard_otherwise;
pub mod keywords;
pub mod mentions;

use std::collections::BTreeMap;

use crate::analysis::keywords::{ForumTerms, Keywords, Lexicon, Related};
use crate::analysis::mentions::Mentions;
use crate::model::record::Record;
use crate::model::{ForumIndex, Site, TalkRef};
use crate::text::Segmenter;

/// What is found in the record of one forum.
#[derive(Clone, Debug, Default)]
pub struct ForumAnalysis {
    /// The mentions of speakers.
    pub mentions: Mentions,
    /// The terms of its talks.
    pub terms: ForumTerms,
}

impl ForumAnalysis {
    /// Searches the record of the forum with this index.
    pub fn of(
        site: &Site,
        number: ForumIndex,
        record: &Record,
        segmenter: &Segmenter,
        lexicon: &Lexicon,
    ) -> Self {
        // both read the whole record, and neither needs what the other finds
        let (mentions, terms) = rayon::join(
            || mentions::find(site, &site.forums[number], record, segmenter),
            || ForumTerms::find(site, number, record, segmenter, lexicon),
        );
        Self { mentions, terms }
    }
}

/// What is found by comparing all talks of a site.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    /// The keywords of each talk.
    pub keywords: Keywords,
    /// For each talk, the talks most similar to it.
    pub related: BTreeMap<TalkRef, Vec<Related>>,
}

impl Analysis {
    /// Compares the terms of all forums, in the order of the site.
    pub fn of<'a>(forums: impl Iterator<Item = (ForumIndex, &'a ForumTerms)>) -> Self {
        let keywords = keywords::weigh(forums);
        let related = keywords::related(&keywords);
        Self { keywords, related }
    }
}
