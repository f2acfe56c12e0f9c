//! A volume: the blocks of a few forums, with their postings and directory.
//!
//! ```text
//! search/<volume>/d.js      the directory
//! search/<volume>/p<n>.js   page n of the postings
//! search/<volume>/b<n>.js   block n
//! ```
//!
//! `<volume>` is a hash of all that is in it. What a script gives (see [`files`](super::shard_scripts)):
//!
//! ```text
//! directory = {pages: [[g1, g2], …]        the first key of each page
//!              items: n                    blocks
//!              forums: [[url, title, date, url of the host's words, url of the record], …]
//!              speakers: [[url, name], …]
//!              talks: [[url, title, kind, forum, [speaker, …], [who else speaks, …]], …]
//!              runs: [[talk, blocks], …]}  whose blocks follow one another
//! block     = [[passage, …], tail]
//! passage   = [id, text]  or, where place or speaker differ from the passage before,
//!             [id, text, place, speaker]   speaker: its number, or -1; at first place 0, speaker -1
//! text, tail: as in blocks, written in the letters of the table
//! ```
//!
//! Where there are several volumes, one more has pages and directory as they have, whose items are
//! stretches of [`ROUTE_BLOCKS`] blocks of all volumes, end to end: the routes, which say what volumes a
//! query is looked for in.
//!
//! In the catalogue's volume a block is a list of entries and the directory has pages and items only.

use std::collections::HashMap;
use std::ops::Range;

use rayon::prelude::*;
use serde_json::{Value, json};

use super::blocks::{self, Block, MarkedChar};
use super::entities::{self, Entity};
use super::format::{ROUTE_BLOCKS, VOLUME_BLOCKS};
use super::postings::{Postings, PostingsPage};
use super::symbol_table::{self, SymbolTable};
use super::symbols;
use crate::model::record::Record;
use crate::model::{Forum, ForumIndex, Site, SpeakerIndex, TalkIndex, TypedIndex};
use crate::text::Segmenter;
use crate::urls;

/// The blocks of a few forums.
pub struct Volume {
    forums: Range<ForumIndex>,
    /// Each with its forum.
    blocks: Vec<(ForumIndex, Block)>,
}

/// The volumes of a site, in the order of its forums. They are filled from the oldest forum on, so
/// that one more forum changes only the newest.
pub fn volumes(site: &Site, records: &[Record], words: &Segmenter) -> Vec<Volume> {
    let mut volumes: Vec<Volume> = Vec::new();
    for ((number, forum), record) in site.forums.enumerated().zip(records).rev() {
        let runs = blocks::runs(forum, record);
        let mut made: Vec<_> = runs
            .into_par_iter()
            .map(|run| (number, blocks::block(run, forum, record, words)))
            .collect();
        match volumes.last_mut() {
            Some(last) if last.blocks.len() + made.len() <= VOLUME_BLOCKS => {
                last.forums.start = number;
                made.append(&mut last.blocks);
                last.blocks = made;
            }
            _ => volumes.push(Volume { forums: number..number.next(), blocks: made }),
        }
    }
    volumes.reverse();
    volumes
}

/// A volume's files: name and what it gives.
pub type Shards = Vec<(String, Value)>;

impl Volume {
    /// How often each letter occurs.
    pub fn letters(&self) -> HashMap<MarkedChar, u32> {
        let mut counts = HashMap::new();
        for (_, block) in &self.blocks {
            let passages = block.passages.iter().flat_map(|passage| &passage.text);
            for letter in passages.chain(&block.tail) {
                *counts.entry(*letter).or_default() += 1;
            }
        }
        counts
    }

    /// How many blocks it has.
    pub fn items(&self) -> usize {
        self.blocks.len()
    }

    /// Its postings, sorted.
    pub fn postings(&self, table: &SymbolTable) -> Postings {
        let mut postings = Postings::default();
        for (item, (_, block)) in self.blocks.iter().enumerate() {
            for reading in &block.readings {
                postings.line(reading.iter().map(|symbol| symbol.is), table, item);
            }
            for symbol in block.alone.iter().filter_map(|symbol| table.place(*symbol)) {
                postings.alone(symbol, item);
            }
        }
        postings.sort();
        postings
    }

    /// Its files.
    pub fn shards(&self, site: &Site, table: &SymbolTable, pages: &[PostingsPage]) -> Shards {
        let names = DirectoryNumbers::new(self.blocks.iter().flat_map(|(forum, block)| {
            let talk = block.talk.map(|talk| &site.forums[*forum].talks[talk]);
            let own = talk.into_iter().flat_map(|t| &t.speakers).map(|a| a.speaker);
            own.chain(block.passages.iter().filter_map(|p| p.speaker))
        }));
        let mut shards = vec![("d".to_owned(), self.directory(site, pages, &names))];
        shards.extend(page_shards(pages));
        shards.extend(self.blocks.iter().enumerate().map(|(number, (_, block))| {
            let mut last = (0, None);
            let passages = block.passages.iter().map(|passage| {
                let (id, text) = (&passage.id, table.write(&passage.text));
                let here = (passage.place as u8, passage.speaker);
                if std::mem::replace(&mut last, here) == here {
                    return json!([id, text]);
                }
                let speaker = here.1.map_or(json!(-1), |s| json!(names.of(s)));
                json!([id, text, here.0, speaker])
            });
            let passages: Vec<Value> = passages.collect();
            (format!("b{number}"), json!([passages, table.write(&block.tail)]))
        }));
        shards
    }

    fn directory(&self, site: &Site, pages: &[PostingsPage], names: &DirectoryNumbers) -> Value {
        let mut talks: Vec<(ForumIndex, Option<TalkIndex>)> = Vec::new();
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for (forum, block) in &self.blocks {
            let here = (*forum, block.talk);
            let number = talks.iter().position(|talk| *talk == here).unwrap_or_else(|| {
                talks.push(here);
                talks.len() - 1
            });
            match runs.last_mut() {
                Some((talk, blocks)) if *talk == number => *blocks += 1,
                _ => runs.push((number, 1)),
            }
        }
        let talks = talks.into_iter().map(|here| self.talk(site, here, names));
        json!({
            "pages": first_keys(pages),
            "items": self.items(),
            "forums": site.forums.slice(self.forums.clone()).iter().map(forum).collect::<Vec<_>>(),
            "speakers": names.all.iter().map(|speaker| {
                let speaker = &site.speakers[*speaker];
                json!([urls::speaker(&speaker.id), speaker.name])
            }).collect::<Vec<_>>(),
            "talks": talks.collect::<Vec<_>>(),
            "runs": runs,
        })
    }

    fn talk(
        &self,
        site: &Site,
        here: (ForumIndex, Option<TalkIndex>),
        names: &DirectoryNumbers,
    ) -> Value {
        let (number, forum) = (here.0.get() - self.forums.start.get(), &site.forums[here.0]);
        let own = self.blocks.iter().filter(|(forum, block)| (*forum, block.talk) == here);
        let heard = own.flat_map(|(_, block)| &block.passages).filter_map(|p| p.speaker);
        let mut others: Vec<usize> = heard.map(|speaker| names.of(speaker)).collect();
        others.sort_unstable();
        others.dedup();
        let Some(talk) = here.1.map(|talk| &forum.talks[talk]) else {
            return json!([urls::host(&forum.id), "", "host", number, [], others]);
        };
        let speakers: Vec<_> = talk.speakers.iter().map(|a| names.of(a.speaker)).collect();
        others.retain(|speaker| !speakers.contains(speaker));
        let url = urls::talk(&forum.id, &talk.id);
        json!([url, talk.title, talk.kind.name(), number, speakers, others])
    }
}

fn forum(forum: &Forum) -> Value {
    let date = forum.date.map(|date| date.to_string()).unwrap_or_default();
    let (host, record) = (urls::host(&forum.id), urls::record(&forum.id));
    json!([urls::forum(&forum.id), forum.title, date, host, record])
}

/// Speakers by their number within a volume.
struct DirectoryNumbers {
    all: Vec<SpeakerIndex>,
}

impl DirectoryNumbers {
    fn new(speakers: impl Iterator<Item = SpeakerIndex>) -> Self {
        let mut all: Vec<SpeakerIndex> = speakers.collect();
        all.sort_unstable();
        all.dedup();
        Self { all }
    }

    fn of(&self, speaker: SpeakerIndex) -> usize {
        self.all.partition_point(|s| *s < speaker)
    }
}

/// The files of a catalogue, and its postings' pages.
pub fn catalogue(entries: &[Entity], table: &SymbolTable) -> Shards {
    let mut postings = Postings::default();
    for (number, entry) in entries.iter().enumerate() {
        let item = number / entities::BLOCK;
        for text in entry.texts() {
            postings.line(symbols::spoken(text).iter().map(|s| s.is), table, item);
        }
        for name in entry.names().map(symbols::spoken) {
            let mut places = name.iter().filter_map(|symbol| table.place(symbol.is)).peekable();
            if let Some(first) = places.peek() {
                postings.begins(*first, item);
            }
            places.for_each(|place| postings.alone(place, item));
        }
        postings.line(entry.initials().chars().map(symbol_table::initial), table, item);
        postings.in_order(entry.short().chars().map(symbols::normal), table, item);
    }
    postings.sort();
    let items = entries.len().div_ceil(entities::BLOCK);
    let pages = postings.pages(items);
    let mut shards = vec![("d".to_owned(), json!({"pages": first_keys(&pages), "items": items}))];
    shards.extend(page_shards(&pages));
    shards.extend(entries.chunks(entities::BLOCK).enumerate().map(|(number, entries)| {
        let entries: Vec<Value> = entries.iter().map(Entity::data).collect();
        (format!("b{number}"), json!(entries))
    }));
    shards
}

/// The files that say in which stretches of the volumes' blocks a pair stands; given are the
/// volumes' postings and how many blocks each has.
pub fn routes(volumes: &[(Postings, usize)]) -> Shards {
    let mut all = Postings::default();
    let mut stretches = 0;
    for (postings, blocks) in volumes {
        postings.coarser(ROUTE_BLOCKS, stretches, &mut all);
        stretches += blocks.div_ceil(ROUTE_BLOCKS);
    }
    all.sort();
    let pages = all.pages(stretches);
    let directory = json!({"pages": first_keys(&pages), "items": stretches});
    let mut shards = vec![("d".to_owned(), directory)];
    shards.extend(page_shards(&pages));
    shards
}

fn page_shards(pages: &[PostingsPage]) -> impl Iterator<Item = (String, Value)> {
    let numbered = pages.iter().enumerate();
    numbered.map(|(number, page)| (format!("p{number}"), json!(page.letters)))
}

fn first_keys(pages: &[PostingsPage]) -> Vec<(u16, u16)> {
    pages.iter().map(|page| page.first).collect()
}
