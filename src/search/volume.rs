//! Volumes: the blocks of a few forums, with their postings and a directory.
//!
//! ```text
//! search/<volume>/d.js      the directory
//! search/<volume>/p<n>.js   page n of the postings
//! search/<volume>/b<n>.js   block n
//! ```
//!
//! `<volume>` is a hash of all that is in it (see [`shard_scripts`](super::shard_scripts)). The
//! content of the shards:
//!
//! ```text
//! directory = {pages: [[g1, g2], …]        the first key of each page
//!              items: n                    number of blocks
//!              forums: [[url, title, date, url of the host's words, url of the record], …]
//!              speakers: [[url, name], …]
//!              talks: [[url, title, kind, forum, [speaker, …], [other speaker, …]], …]
//!                     with a date at the end, where it is not that of the forum
//!              runs: [[talk, number of its consecutive blocks], …]}
//! page      = the base64 digits of postings
//! block     = [[passage, …], tail]
//! passage   = [id, text]  or, if origin or speaker differ from those of the passage before,
//!             [id, text, origin, speaker]   speaker: index, or -1; at first origin 0, speaker -1
//! text, tail: as in blocks, encoded in the alphabet of the symbol table
//! ```
//!
//! A date is a day, or the first and the last with a slash between them. Forums, speakers and
//! talks are referred to by their index in the lists of the directory.
//!
//! If a site has several volumes, it has routes as well, so that a query need not load a directory
//! and pages of each of them. The routes are pages and a directory (`pages`, `items`) whose items
//! are [`ROUTE_BLOCKS`] consecutive blocks, counted through all volumes. They have each symbol of a
//! text by itself, too, with group 0 before it: in a volume, all pairs that a symbol begins are on
//! a few pages, but in the routes they could be on hundreds.
//!
//! The catalogue is a volume whose blocks are lists of entities; its directory has `pages` and
//! `items`.

use std::collections::HashMap;
use std::ops::Range;

use rayon::prelude::*;
use serde_json::{Value, json};

use super::alphabet_and_sound_groups::{self, SymbolTable};
use super::blocks::{self, Block, MarkedChar};
use super::entities::{ENTITIES_IN_BLOCK, Entity};
use super::format::{ROUTE_BLOCKS, VOLUME_BLOCKS};
use super::postings::{Postings, PostingsPage};
use super::spoken_symbols;
use crate::model::index::within;
use crate::model::record::Record;
use crate::model::{Forum, ForumIndex, Site, SpeakerIndex, TalkIndex, TypedIndex};
use crate::text::Segmenter;
use crate::urls;

/// The blocks of a few forums, which are consecutive in the site.
pub struct Volume {
    forums: Range<ForumIndex>,
    /// Each block with its forum, in the order of the forums and of their transcripts.
    blocks: Vec<(ForumIndex, Block)>,
}

/// Which forums a volume will have, before its blocks are made.
pub struct VolumePlan {
    forums: Range<ForumIndex>,
    /// How many blocks it will have.
    pub blocks: usize,
}

/// The volumes of a site, in the order of its forums: the newest first.
///
/// They are filled from the oldest forum on, so that one more forum changes the newest volume only.
pub fn plan(site: &Site, records: &[&Record]) -> Vec<VolumePlan> {
    let mut volumes: Vec<VolumePlan> = Vec::new();
    for ((index, forum), record) in site.forums.enumerated().zip(records).rev() {
        let blocks = blocks::runs(forum, record).len();
        match volumes.last_mut() {
            // a forum is never divided, so one with more blocks has a volume to itself
            Some(last) if last.blocks + blocks <= VOLUME_BLOCKS => {
                // the newest forum is the first of the site, so the range grows towards 0
                last.forums.start = index;
                last.blocks += blocks;
            }
            _ => volumes.push(VolumePlan { forums: index..index.next(), blocks }),
        }
    }
    volumes.reverse();
    volumes
}

impl VolumePlan {
    /// Makes the blocks.
    pub fn make(self, site: &Site, records: &[&Record], segmenter: &Segmenter) -> Volume {
        let mut blocks = Vec::with_capacity(self.blocks);
        for index in within(self.forums.clone()) {
            let (forum, record) = (&site.forums[index], records[index.get()]);
            let runs = blocks::runs(forum, record).into_par_iter();
            let of_forum = runs.map(|run| (index, blocks::block(run, forum, record, segmenter)));
            blocks.extend(of_forum.collect::<Vec<_>>());
        }
        Volume { forums: self.forums, blocks }
    }
}

/// The shards of a volume: the name of each within the volume, and its content.
pub type Shards = Vec<(String, Value)>;

impl Volume {
    /// How often each character occurs in the texts of the volume.
    pub fn char_counts(&self) -> HashMap<MarkedChar, u32> {
        let mut counts = HashMap::new();
        for (_, block) in &self.blocks {
            let passages = block.passages.iter().flat_map(|passage| &passage.text);
            // tails are encoded in the same alphabet, and may have characters that nothing else
            // here has
            for char in passages.chain(&block.tail) {
                *counts.entry(*char).or_default() += 1;
            }
        }
        counts
    }

    /// The postings of its blocks, sorted.
    pub fn postings(&self, table: &SymbolTable) -> Postings {
        let mut postings = Postings::default();
        for (item, (_, block)) in self.blocks.iter().enumerate() {
            for text in &block.symbols {
                postings.add_neighbours(text.iter().map(|symbol| symbol.char), table, item);
            }
            let words = block.one_symbol_words.iter();
            for key in words.filter_map(|symbol| table.group_key(*symbol)) {
                postings.add_single(key, item);
            }
        }
        postings.sort();
        postings
    }

    /// Its shards; `pages` are those of its postings.
    pub fn shards(&self, site: &Site, table: &SymbolTable, pages: &[PostingsPage]) -> Shards {
        let speakers = SpeakerList::new(self.blocks.iter().flat_map(|(forum, block)| {
            let talk = block.talk.map(|talk| &site.forums[*forum].talks[talk]);
            let of_talk = talk.into_iter().flat_map(|t| &t.speakers).map(|a| a.speaker);
            // speakers of the talk too: results name them even if no passage is theirs
            of_talk.chain(block.passages.iter().filter_map(|p| p.speaker))
        }));
        let mut shards = vec![("d".to_owned(), self.directory(site, pages, &speakers))];
        shards.extend(page_shards(pages));
        let blocks = self.blocks.iter().enumerate();
        shards.extend(
            blocks.map(|(n, (_, block))| (format!("b{n}"), block_json(block, table, &speakers))),
        );
        shards
    }

    fn directory(&self, site: &Site, pages: &[PostingsPage], speakers: &SpeakerList) -> Value {
        let mut talks: Vec<BlockTalk> = Vec::new();
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for (forum, block) in &self.blocks {
            let of_block = (*forum, block.talk);
            // a volume has too few talks for a map to be faster
            let index = talks.iter().position(|talk| *talk == of_block).unwrap_or_else(|| {
                talks.push(of_block);
                talks.len() - 1
            });
            match runs.last_mut() {
                // as a count, since the blocks of a talk follow one another
                Some((talk, blocks)) if *talk == index => *blocks += 1,
                _ => runs.push((index, 1)),
            }
        }
        let talks = talks.into_iter().map(|talk| self.talk(site, talk, speakers));
        json!({
            "pages": first_keys(pages),
            "items": self.blocks.len(),
            "forums": site.forums.slice(self.forums.clone()).iter().map(forum).collect::<Vec<_>>(),
            "speakers": speakers.all.iter().map(|speaker| {
                let speaker = &site.speakers[*speaker];
                json!([urls::speaker(&speaker.id), speaker.name])
            }).collect::<Vec<_>>(),
            "talks": talks.collect::<Vec<_>>(),
            "runs": runs,
        })
    }

    /// The entry of the directory for what the blocks of a talk belong to.
    fn talk(&self, site: &Site, of_block: BlockTalk, list: &SpeakerList) -> Value {
        let (forum, talk) = of_block;
        let (number, forum) = (forum.get() - self.forums.start.get(), &site.forums[forum]);
        let blocks = self.blocks.iter().filter(|(forum, block)| (*forum, block.talk) == of_block);
        let speaking = blocks.flat_map(|(_, block)| &block.passages).filter_map(|p| p.speaker);
        let mut others: Vec<usize> = speaking.map(|speaker| list.index_of(speaker)).collect();
        others.sort_unstable();
        others.dedup();
        let Some(talk) = talk.map(|talk| &forum.talks[talk]) else {
            return json!([urls::host(&forum.id), "", "host", number, [], others]);
        };
        let speakers: Vec<_> = talk.speakers.iter().map(|a| list.index_of(a.speaker)).collect();
        // who gives the talk is listed as such already
        others.retain(|speaker| !speakers.contains(speaker));
        let url = urls::talk(&forum.id, &talk.id);
        let mut entry = vec![
            json!(url),
            json!(talk.title),
            json!(talk.kind.name()),
            json!(number),
            json!(speakers),
            json!(others),
        ];
        let own = talk.dates.filter(|_| talk.dates != forum.dates);
        entry.extend(own.map(|dates| json!(dates.to_string())));
        Value::Array(entry)
    }
}

/// The talk of a block with its forum; `None` for the host's words on a page of their own.
type BlockTalk = (ForumIndex, Option<TalkIndex>);

fn block_json(block: &Block, table: &SymbolTable, speakers: &SpeakerList) -> Value {
    let mut last = (0, None);
    let passages = block.passages.iter().map(|passage| {
        let (id, text) = (&passage.id, table.encode(&passage.text));
        let (origin, speaker) = (passage.origin as u8, passage.speaker);
        if std::mem::replace(&mut last, (origin, speaker)) == (origin, speaker) {
            return json!([id, text]);
        }
        let speaker = speaker.map_or(json!(-1), |speaker| json!(speakers.index_of(speaker)));
        json!([id, text, origin, speaker])
    });
    json!([passages.collect::<Vec<Value>>(), table.encode(&block.tail)])
}

fn forum(forum: &Forum) -> Value {
    let date = forum.dates.map(|date| date.to_string()).unwrap_or_default();
    let (host, record) = (urls::host(&forum.id), urls::record(&forum.id));
    json!([urls::forum(&forum.id), forum.title, date, host, record])
}

/// The speakers of a volume, in the order in which its directory lists them.
struct SpeakerList {
    /// Sorted.
    all: Vec<SpeakerIndex>,
}

impl SpeakerList {
    fn new(speakers: impl Iterator<Item = SpeakerIndex>) -> Self {
        let mut all: Vec<SpeakerIndex> = speakers.collect();
        all.sort_unstable();
        all.dedup();
        Self { all }
    }

    /// The index in the list of a speaker, who must be on it.
    fn index_of(&self, speaker: SpeakerIndex) -> usize {
        self.all.partition_point(|s| *s < speaker)
    }
}

/// The shards of the catalogue.
pub fn catalogue(entities: &[Entity], table: &SymbolTable) -> Shards {
    let blocks = entities.chunks(ENTITIES_IN_BLOCK);
    let postings = catalogue_postings(entities, table);
    let pages = postings.pages(blocks.len());
    let mut shards = index_shards(&pages, blocks.len());
    shards.extend(blocks.enumerate().map(|(n, entities)| {
        let entities: Vec<Value> = entities.iter().map(Entity::to_json).collect();
        (format!("b{n}"), json!(entities))
    }));
    shards
}

/// The sorted postings of the catalogue; [`entities`](super::entities) says what is indexed.
fn catalogue_postings(entities: &[Entity], table: &SymbolTable) -> Postings {
    let mut postings = Postings::default();
    for (number, entity) in entities.iter().enumerate() {
        let item = number / ENTITIES_IN_BLOCK;
        for text in entity.texts() {
            postings.add_neighbours(
                spoken_symbols::spoken(text).iter().map(|s| s.char),
                table,
                item,
            );
        }
        for name in entity.names().map(spoken_symbols::spoken) {
            let keys = name.iter().filter_map(|symbol| table.group_key(symbol.char));
            let mut keys = keys.peekable();
            if let Some(first) = keys.peek() {
                // the browser reads names that begin with the query first
                postings.add_name_start(*first, item);
            }
            keys.for_each(|key| postings.add_single(key, item));
        }
        let initials = entity.initials().chars().map(alphabet_and_sound_groups::initial_symbol);
        postings.add_neighbours(initials, table, item);
        let short = entity.short().chars().flat_map(spoken_symbols::symbols_of);
        // a short form skips characters of the name, so its pairs are no neighbours there
        postings.add_ordered_pairs(short, table, item);
    }
    postings.sort();
    postings
}

/// The routes, to which volumes are added in any order.
#[derive(Default)]
pub struct Routes {
    postings: Postings,
}

impl Routes {
    /// Adds the postings of a volume whose first item in the routes is `first`.
    pub fn add(&mut self, volume: &Postings, first: usize) {
        volume.add_coarser_to(&mut self.postings, ROUTE_BLOCKS, first);
        volume.add_symbols_to(&mut self.postings, ROUTE_BLOCKS, first);
    }

    /// Their shards; `items` is the number of all items.
    pub fn shards(mut self, items: usize) -> Shards {
        self.postings.sort();
        index_shards(&self.postings.pages(items), items)
    }
}

/// The shards of postings by themselves: a directory, and the pages.
fn index_shards(pages: &[PostingsPage], items: usize) -> Shards {
    let directory = json!({"pages": first_keys(pages), "items": items});
    let mut shards = vec![("d".to_owned(), directory)];
    shards.extend(page_shards(pages));
    shards
}

fn page_shards(pages: &[PostingsPage]) -> impl Iterator<Item = (String, Value)> {
    pages.iter().enumerate().map(|(n, page)| (format!("p{n}"), json!(page.digits)))
}

fn first_keys(pages: &[PostingsPage]) -> Vec<(u16, u16)> {
    pages.iter().map(|page| page.first).collect()
}
