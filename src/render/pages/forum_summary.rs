//! What the pages of the site, its feeds and the pages of other forums show of a forum.
//!
//! A forum's record and pages are large. They are needed while its own pages are made; everything
//! else is made from these two summaries: one is made before any page ([`ForumSummary`]), the other
//! while the pages of the forum are made ([`EmittedForum`]).

use std::collections::{BTreeMap, BTreeSet};

use super::data_example;
use crate::analysis::mentions::{Mention, Mentions};
use crate::markdown::{Block, MarkdownPage};
use crate::model::record::{LedgerCounts, Record};
use crate::model::{
    CharCount, CleanRange, Forum, ForumIndex, IndexVec, Site, SpeakerIndex, TalkIndex, TalkRef,
    TextOwner,
};
use crate::render::table_of_contents::beginning;
use crate::text::Rule;
use crate::urls;

/// Characters that are quoted before and after a mention.
const AROUND: usize = 16;

/// First words of a turn shown, in characters.
const WORDS: usize = 30;

/// A forum as the pages of the site and of other forums know it.
pub struct ForumSummary<'a> {
    /// Its index in [`Site::forums`].
    pub index: ForumIndex,
    /// The forum.
    pub forum: &'a Forum,
    /// Characters of the clean text of each talk.
    pub characters: IndexVec<TalkIndex, CharCount>,
    /// How much of its text belongs to what.
    pub ledger: LedgerCounts,
    /// How many passages its record has.
    pub passages: usize,
    /// Whether blanks that part no words were left out.
    pub blanks: bool,
    /// Every mention, in the order of the text.
    pub mentions: Vec<MentionQuote>,
    /// An entry of its data file as an example; empty where there is none.
    pub example: String,
}

impl<'a> ForumSummary<'a> {
    /// The summary of the forum with this index.
    pub fn new(site: &'a Site, index: ForumIndex, record: &Record, mentions: &Mentions) -> Self {
        let forum = &site.forums[index];
        let none = |_| CharCount::default();
        let mut characters: IndexVec<TalkIndex, _> = forum.talks.iter().map(none).collect();
        for passage in &record.passages {
            // the host's introduction is on the page of a talk, but is not the talk's own text
            if let TextOwner::Talk(talk) = forum.turns[passage.turn].owner {
                characters[talk] += CharCount::of(&passage.clean(forum));
            }
        }
        let quotes = mentions.found.iter().map(|m| MentionQuote::new(forum, record, m));
        Self {
            index,
            forum,
            characters,
            ledger: record.ledger,
            passages: record.passages.len(),
            blanks: record.passages.iter().flat_map(|p| &p.edits).any(|e| e.rule == Rule::Blank),
            mentions: quotes.collect(),
            example: data_example::find(site, forum, record),
        }
    }

    /// One of its talks among those of the whole site.
    pub fn talk_ref(&self, talk: TalkIndex) -> TalkRef {
        TalkRef { forum: self.index, talk }
    }

    /// Whether the forum has a feed: entries of a feed have the date of the forum.
    pub fn has_feed(&self) -> bool {
        self.forum.dates.is_some() && !self.forum.talks.is_empty()
    }
}

/// A mention with the words around it.
pub struct MentionQuote {
    /// The speaker who is mentioned.
    pub whom: SpeakerIndex,
    /// The speaker who speaks, where known.
    pub by: Option<SpeakerIndex>,
    /// The address of the passage.
    pub address: String,
    /// Words before it.
    pub before: String,
    /// The words that mention somebody.
    pub words: String,
    /// Words after it.
    pub after: String,
}

impl MentionQuote {
    fn new(forum: &Forum, record: &Record, mention: &Mention) -> Self {
        let passage = &record.passages[mention.passage];
        let clean = passage.clean(forum);
        let CleanRange(range) = &mention.range;
        let (before, after) = (&clean[..range.start], &clean[range.end..]);
        // the quote is measured in characters: a byte offset may fall within a Chinese one
        let skipped = before.chars().count().saturating_sub(AROUND);
        let more = if skipped > 0 { "…" } else { "" };
        let tail = if after.chars().count() > AROUND { "…" } else { "" };
        let page = urls::owner(forum, forum.turns[passage.turn].owner);
        Self {
            whom: mention.whom,
            by: mention.by,
            address: urls::passage(&page, &passage.id),
            before: format!("{more}{}", before.chars().skip(skipped).collect::<String>()),
            words: clean[range.clone()].to_owned(),
            after: format!("{}{tail}", after.chars().take(AROUND).collect::<String>()),
        }
    }
}

/// What remains of a forum whose pages are made.
pub struct EmittedForum {
    /// Who has turns in which talk.
    pub turns: SpokenTurns,
    /// Addresses of pages that only lead to where their words are now. No site map has them.
    pub gone: BTreeSet<String>,
}

/// The turns of a forum's talks by talk and the speaker's id.
#[derive(Default)]
pub struct SpokenTurns(BTreeMap<(TalkIndex, String), Vec<SpokenTurn>>);

/// A turn of a known speaker.
pub struct SpokenTurn {
    /// The permalink of its first passage.
    pub passage: String,
    /// Its first words.
    pub words: String,
}

impl SpokenTurns {
    /// The turns in the pages of a forum's talks.
    pub fn of(talks: &IndexVec<TalkIndex, MarkdownPage>) -> Self {
        let mut turns = Self::default();
        for (number, page) in talks.enumerated() {
            turns.add(number, &page.body);
        }
        turns
    }

    /// The turns that a speaker has in a talk.
    pub fn in_talk(&self, talk: TalkIndex, speaker: &str) -> &[SpokenTurn] {
        self.0.get(&(talk, speaker.to_owned())).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, talk: TalkIndex, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            let Block::Turn { speaker: Some(speaker), .. } = block else { continue };
            let first = blocks[at + 1..].iter().find_map(|block| match block {
                Block::Passage(passage) => Some(passage),
                _ => None,
            });
            let Some(passage) = first else { continue };
            let words = beginning(&passage.clean(), WORDS);
            let turn = SpokenTurn { passage: passage.id.clone(), words };
            self.0.entry((talk, speaker.clone())).or_default().push(turn);
        }
    }
}
