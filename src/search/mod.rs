//! The search index: files that let the browser search a site without a server.
//!
//! Recognised speech is full of words that sound right and are written wrong. So a query finds
//! every place where its characters are, and also what sounds the same or nearly the same. Both are
//! answered from one set of postings, on a static host and from a folder on the disk. This module
//! writes the index; `static/search/` reads it.
//!
//! # How a text is indexed
//!
//! 1. `blocks` joins passages of a talk into blocks of some 560 characters, which have the clean
//!    and the verbatim text.
//! 2. `spoken_symbols` brings the text into normal form: each letter, digit or Chinese character is
//!    a symbol, without regard to case, width and script; punctuation and whitespace have none.
//! 3. `pronunciation` has the readings of each symbol, and `alphabet_and_sound_groups` puts symbols
//!    into groups that sound nearly alike.
//! 4. `postings` lists in which blocks each pair of neighbouring symbols is. A key is a pair of
//!    groups, so what sounds alike is stored together.
//! 5. `volume` binds the blocks of a few forums with their postings and a directory.
//! 6. `entities` are the names of people, organisations and topics, and the titles of talks and
//!    forums: indexed in the same way, as the catalogue.
//! 7. `shard_scripts` makes each part a file. `bit_writer` packs numbers into base64 digits, and
//!    `format` has the constants that the browser shares.
//!
//! # How a query is answered
//!
//! The browser brings the query into the same normal form. The postings of its pairs give the
//! blocks that may contain it; it loads the most promising ones, compares the query with their
//! text, symbol by symbol or sound by sound, ranks the hits and shows them. Blocks that it has not
//! loaded count as "may have more", and are loaded on demand.
//!
//! The pairs give every block that contains a query, and the comparison removes all others: so for
//! every substring, all places are found and no wrong ones. Word boundaries by the segmenter, which
//! may be wrong, decide only which hits are whole words, and rank those first.
//!
//! A query of one character is found wherever the character is, too: the pairs that begin with it
//! give the blocks, and those in which it is a word by itself are listed and come first.
//!
//! Writing is compared in three steps: letter by letter (case, width, script and blanks between
//! Chinese characters apart), then without accents, then symbol by symbol.
//!
//! # Files
//!
//! ```text
//! search/index.js         {version, table, rare, catalogue, routes: hashes
//!                          volumes: [[hash, number of blocks], …], the newest first
//!                          script: the traditional characters of the site's texts, each before
//!                                  its simplified form
//!                          words: interface texts that the results need}
//! search/<hash>/…         a volume, the catalogue, or the routes (see `volume`)
//! search/<hash>/t.js      the symbol table
//! search/<hash>/r<n>.js   rare characters, shard n (see `alphabet_and_sound_groups`)
//! ```
//!
//! Folders are named by a hash of their content, so browsers may cache them for ever. No page loads
//! any of these files before somebody searches.
//!
//! # Size
//!
//! A forum of 90,600 characters has some 24,000 different pairs of symbols. Compressed, its 151
//! blocks are 139 KB, its 279 pages of postings 107 KB, and the table 9 KB. Rare characters, which
//! can be typed though nobody said them, are 20 KB in sixteen shards. A query loads the table once,
//! a page of 0.4 KB for each pair, a block of 0.9 KB for each that it verifies, and the rare shards
//! that it needs.
//!
//! What a query loads does not grow with the site. Postings are in pages of constant size, found by
//! their first key. A volume has at most 256 blocks, unless one forum has more. If there are
//! several, the routes tell which of them may have the query, and two of those are searched at
//! first. `index.js` has ten bytes for each volume.
//!
//! When a newer forum is added, the volumes of older forums stay the same, byte for byte, unless
//! the names and topics that come with it move a word boundary in their texts.

mod alphabet_and_sound_groups;
mod bit_writer;
mod blocks;
mod entities;
mod format;
mod postings;
mod pronunciation;
mod shard_scripts;
mod spoken_symbols;
mod volume;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use crate::model::Site;
use crate::model::record::Record;
use crate::output::SiteWriter;
use crate::text::Segmenter;
use crate::ui_strings::UiStrings;
use alphabet_and_sound_groups::{Alphabet, SymbolTable};
use entities::Entity;
use volume::Routes;

/// Writes the files of the index of a site. `records` are those of its forums, in the same order.
pub fn index(
    site: &Site,
    records: &[&Record],
    segmenter: &Segmenter,
    strings: &UiStrings,
    writer: &SiteWriter<'_>,
) {
    let entities = entities::entities(site, segmenter);
    let written = write_volumes(site, records, segmenter, &entities, writer);
    let WrittenVolumes { hashes, routes, table } = written;
    let catalogue = shard_scripts::write_volume(writer, volume::catalogue(&entities, &table));
    let table_shard = vec![("t".to_owned(), table.to_json())];
    let root = json!({
        "version": format::VERSION,
        "table": shard_scripts::write_volume(writer, table_shard),
        "rare": shard_scripts::write_volume(writer, table.rare_shards()),
        "script": traditional_chars(site, &entities),
        "catalogue": catalogue,
        "volumes": hashes,
        "routes": routes,
        "words": result_strings(strings),
    });
    shard_scripts::write_shard(writer, "index", &root);
}

/// What the root of the index says of its volumes.
struct WrittenVolumes {
    /// The hash of each and its number of blocks, the newest first.
    hashes: Vec<(String, usize)>,
    /// The hash of the routes, where there are several volumes.
    routes: Option<String>,
    /// The table of all volumes.
    table: SymbolTable,
}

/// Writes the volumes one by one, the oldest first, so that the blocks of one are in memory at a
/// time. The table of the volumes up to one gives each symbol of that volume the same place that
/// the table of all gives it, since newer volumes only add symbols at the end.
fn write_volumes(
    site: &Site,
    records: &[&Record],
    segmenter: &Segmenter,
    entities: &[Entity],
    writer: &SiteWriter<'_>,
) -> WrittenVolumes {
    let plans = volume::plan(site, records);
    let count = plans.len();
    let mut first_items = Vec::with_capacity(count);
    let mut items = 0;
    for plan in &plans {
        // counted from the newest volume on, before they are written from the oldest on
        first_items.push(items);
        items += plan.blocks.div_ceil(format::ROUTE_BLOCKS);
    }
    let (mut routes, mut hashes) = (Routes::default(), Vec::with_capacity(count));
    let (mut alphabet, mut table) = (Alphabet::default(), None);
    for (plan, first) in plans.into_iter().zip(first_items).rev() {
        let blocks = plan.blocks;
        let volume = plan.make(site, records, segmenter);
        alphabet.add(volume.char_counts());
        let table = &*table.insert(symbol_table(&alphabet, entities));
        let postings = volume.postings(table);
        let shards = volume.shards(site, table, &postings.pages(blocks));
        hashes.push((shard_scripts::write_volume(writer, shards), blocks));
        // with one volume, its own directory tells all that routes would
        if count > 1 {
            routes.add(&postings, first);
        }
    }
    // the root lists the newest volume first, as the routes count their items
    hashes.reverse();
    let routes = (count > 1).then(|| shard_scripts::write_volume(writer, routes.shards(items)));
    let table = table.unwrap_or_else(|| symbol_table(&alphabet, entities));
    WrittenVolumes { hashes, routes, table }
}

/// The symbol table of the volumes whose characters are in the alphabet.
fn symbol_table(alphabet: &Alphabet, entities: &[Entity]) -> SymbolTable {
    let texts = entities.iter().flat_map(Entity::texts);
    // names are in the table even if no text has their symbols, else they could not be found
    let named = texts.flat_map(spoken_symbols::spoken).map(|symbol| symbol.char);
    let initials = entities.iter().flat_map(|entity| entity.initials().chars());
    let extra = named.chain(initials.map(alphabet_and_sound_groups::initial_symbol));
    SymbolTable::new(alphabet, extra)
}

/// The traditional characters of the texts and names of a site, each followed by its simplified
/// form.
fn traditional_chars(site: &Site, entities: &[Entity]) -> String {
    let texts = site.forums.iter().map(|forum| forum.transcript.text.as_str());
    // corrections may bring in characters that no transcript has
    let meant = site.forums.iter().flat_map(|f| &f.corrections).map(|c| c.meant.as_str());
    let named = entities.iter().flat_map(Entity::texts);
    let all = texts.chain(meant).chain(named).flat_map(str::chars);
    // only those of the site: of 2,798 characters it has few, and rare shards have the others
    let traditional: BTreeSet<char> =
        all.filter(|c| spoken_symbols::simplified(*c) != *c).collect();
    traditional.into_iter().flat_map(|from| [from, spoken_symbols::simplified(from)]).collect()
}

/// The interface texts that search results need: those whose key starts with `search_` or `kind_`.
/// What the search page shows apart from the results is in its HTML.
fn result_strings(strings: &UiStrings) -> BTreeMap<&str, &str> {
    // not all texts: every byte of the root is loaded before the first result
    let is_needed = |key: &str| key.starts_with("search_") || key.starts_with("kind_");
    let all = strings.all().iter().map(|(key, text)| (key.as_str(), text.as_str()));
    all.filter(|(key, _)| is_needed(key)).collect()
}
