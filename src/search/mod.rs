//! Search that hears: the index.
//!
//! Recognised speech is full of words that sound right and are written wrong. The index finds any
//! substring exactly, and what sounds the same or nearly the same, with the same postings, on a
//! static host and from a folder.
//!
//! # How a query is answered
//!
//! 1. `symbols` bring query and text into one form: letters, digits and characters, without
//!    case, width, script and what is silent.
//! 2. `readings` say how each sounds, `table` puts those that sound nearly alike into one group.
//! 3. `postings` say in which blocks a pair of symbols stands; a key is a pair of groups, so its
//!    entries are what is written so, and beside it everything that sounds so. The pairs of a query
//!    give the blocks that may have it.
//! 4. `blocks` have the text in both readings. The browser reads the most promising ones, verifies
//!    the query there, character for character or sound for sound, ranks and shows. What it has not
//!    read yet it counts as "may have more", and reads on demand.
//! 5. `catalogue` is the same for names and titles.
//!
//! Pairs and verification make recall and precision 1 for every substring; words (jieba's) decide
//! nothing but which hits are whole words, and where a single character is one.
//!
//! # Files
//!
//! ```text
//! search/index.js      what there is: {version, table, rare, catalogue, routes: names of hashes,
//!                      volumes: [[hash, blocks], …], the newest first, script: traditional characters of the texts,
//!                      each followed by its simplified form, words: of the interface}
//! search/<hash>/…      a volume (see volume): directory, pages, blocks
//! search/<hash>/t.js   the table
//! search/<hash>/r<n>.js   shard n of what is rare
//! ```
//!
//! All but `search/index.js` are named by their content. A page of the site loads none of it before
//! somebody searches.
//!
//! # Size
//!
//! A forum of 90,600 characters has some 24,000 different pairs of symbols. Its 151 blocks are 139 KB
//! of text and its 279 pages 107 KB of postings, compressed; the table is 9 KB. What lets characters
//! be typed that nobody said is 20 KB in sixteen shards, of which a query loads those that it needs.
//! A query loads the table once, 0.4 KB a pair and 0.9 KB a block.
//!
//! None of this grows with the site. Postings lie in pages of constant size that are found by their
//! first key; forums are bound in volumes of up to 256 blocks, and where there are several, a volume
//! of `volume::routes` says where in them a pair stands; two volumes are looked into at first.
//! `index.js` has ten bytes a volume.
//!
//! A volume of older forums stays what it is, byte for byte, when a newer forum is added, unless
//! the names and topics that come with it change where a word of theirs ends.

mod bit_writer;
mod blocks;
mod entities;
mod format;
mod postings;
mod pronunciation;
mod shard_scripts;
mod symbol_table;
mod symbols;
mod volume;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use crate::model::Site;
use crate::model::record::Record;
use crate::output::SiteFiles;
use crate::text::Segmenter;
use crate::ui_strings::UiStrings;
use entities::Entity;
use symbol_table::SymbolTable;
use volume::Volume;

/// The files of a site's index.
pub fn index(site: &Site, records: &[Record], words: &Segmenter, strings: &UiStrings) -> SiteFiles {
    let volumes = volume::volumes(site, records, words);
    let entries = entities::entries(site, words);
    let letters: Vec<_> = volumes.iter().rev().map(Volume::letters).collect();
    let named = entries.iter().flat_map(Entity::texts).flat_map(symbols::spoken).map(|s| s.is);
    let initials = entries.iter().flat_map(|e| e.initials().chars()).map(symbol_table::initial);
    let table = SymbolTable::new(&letters, named.chain(initials));
    let mut files = SiteFiles::new();
    let with_postings = |volume: &Volume| (volume.postings(&table), volume.items());
    let postings: Vec<_> = volumes.iter().map(with_postings).collect();
    let names: Vec<(String, usize)> = volumes
        .iter()
        .zip(&postings)
        .map(|(volume, (postings, blocks))| {
            let pages = postings.pages(*blocks);
            (shard_scripts::add(&mut files, volume.shards(site, &table, &pages)), *blocks)
        })
        .collect();
    let routes =
        (postings.len() > 1).then(|| shard_scripts::add(&mut files, volume::routes(&postings)));
    let catalogue = shard_scripts::add(&mut files, volume::catalogue(&entries, &table));
    let root = json!({
        "version": format::VERSION,
        "table": shard_scripts::add(&mut files, vec![("t".to_owned(), table.data())]),
        "rare": shard_scripts::add(&mut files, table.rare()),
        "script": own_traditional(site, &entries),
        "catalogue": catalogue,
        "volumes": names,
        "routes": routes,
        "words": words_of(strings),
    });
    shard_scripts::add_one(&mut files, "index", &root);
    files
}

/// The traditional characters of the site's texts, each followed by its simplified form.
fn own_traditional(site: &Site, entries: &[Entity]) -> String {
    let texts = site.forums.iter().map(|forum| forum.transcript.text.as_str());
    let meant = site.forums.iter().flat_map(|f| &f.corrections).map(|c| c.meant.as_str());
    let named = entries.iter().flat_map(Entity::texts);
    let all = texts.chain(meant).chain(named).flat_map(str::chars);
    let own: BTreeSet<char> = all.filter(|c| symbols::simplified(*c) != *c).collect();
    own.into_iter().flat_map(|from| [from, symbols::simplified(from)]).collect()
}

/// The words of the interface that the results need: those whose key begins with `search_` or `kind_`;
/// what stands on the page beside them is in its HTML.
fn words_of(strings: &UiStrings) -> BTreeMap<&str, &str> {
    let ours = |key: &str| key.starts_with("search_") || key.starts_with("kind_");
    let all = strings.all().iter().map(|(key, text)| (key.as_str(), text.as_str()));
    all.filter(|(key, _)| ours(key)).collect()
}
