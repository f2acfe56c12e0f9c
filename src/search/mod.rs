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
//!                      volumes: [[hash, blocks], …], script: traditional characters of the texts,
//!                      each followed by its simplified form, words: of the interface}
//! search/<hash>/…      a volume (see volume): directory, pages, blocks
//! search/<hash>/t.js   the table; what is rare
//! ```
//!
//! All but `search/index.js` are named by their content. A page of the site loads none of it before
//! somebody searches.
//!
//! # Size
//!
//! A forum of 90,600 characters has some 24,000 different pairs of symbols. Its 156 blocks are 141 KB
//! of text and its 190 pages 101 KB of postings, compressed; the table is 13 KB, and lets characters be
//! typed that nobody said; what is rare is 12 KB, and loads only for characters that need it. A query
//! loads the table once, half a kilobyte a pair and 0.9 KB a block.
//!
//! None of this grows with the site. Postings lie in pages of constant size that are found by their
//! first key; forums are bound in volumes of up to 256 blocks, and where there are several, a volume
//! of `volume::routes` says in which of them a pair stands. `index.js` has ten bytes a
//! volume, that is, for each three or four forums.

mod bits;
mod blocks;
mod catalogue;
mod files;
mod postings;
mod readings;
mod symbols;
mod table;
mod volume;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::json;

use crate::model::Site;
use crate::model::record::Record;
use crate::output::Files;
use crate::strings::Strings;
use crate::text::Words;
use catalogue::Entry;
use table::Table;

/// Of this form of the files; a script that knows another one says so instead of misreading them.
const VERSION: u32 = 1;

/// The files of a site's index.
pub fn index(site: &Site, records: &[Record], words: &Words, strings: &Strings) -> Files {
    let volumes = volume::volumes(site, records, words);
    let entries = catalogue::entries(site);
    let mut letters = HashMap::new();
    for volume in &volumes {
        volume.count(&mut letters);
    }
    let named = entries.iter().flat_map(Entry::texts).flat_map(symbols::spoken).map(|s| s.is);
    let initials = entries.iter().flat_map(|e| e.initials().chars()).map(table::initial);
    let table = Table::new(&letters, named.chain(initials));
    let mut files = Files::new();
    let postings: Vec<_> = volumes.iter().map(|volume| volume.postings(&table)).collect();
    let names: Vec<(String, usize)> = volumes
        .iter()
        .zip(&postings)
        .map(|(volume, postings)| {
            let pages = postings.pages(volume.items());
            (files::add(&mut files, volume.shards(site, &table, &pages)), volume.items())
        })
        .collect();
    let routes = (postings.len() > 1).then(|| files::add(&mut files, volume::routes(&postings)));
    let catalogue = files::add(&mut files, volume::catalogue(&entries, &table));
    let root = json!({
        "version": VERSION,
        "table": files::add(&mut files, vec![("t".to_owned(), table.data())]),
        "rare": files::add(&mut files, vec![("t".to_owned(), table.rare())]),
        "script": own_traditional(site, &entries),
        "catalogue": catalogue,
        "volumes": names,
        "routes": routes,
        "words": words_of(strings),
    });
    files::add_one(&mut files, "index", &root);
    files
}

/// The traditional characters of the site's texts, each followed by its simplified form.
fn own_traditional(site: &Site, entries: &[Entry]) -> String {
    let texts = site.forums.iter().map(|forum| forum.transcript.text.as_str());
    let meant = site.forums.iter().flat_map(|f| &f.corrections).map(|c| c.meant.as_str());
    let named = entries.iter().flat_map(Entry::texts);
    let all = texts.chain(meant).chain(named).flat_map(str::chars);
    let own: BTreeSet<char> = all.filter(|c| symbols::simplified(*c) != *c).collect();
    own.into_iter().flat_map(|from| [from, symbols::simplified(from)]).collect()
}

/// The words of the interface that the results need: those whose key begins with `search_` or `kind_`;
/// what stands on the page beside them is in its HTML.
fn words_of(strings: &Strings) -> BTreeMap<&str, &str> {
    let ours = |key: &str| key.starts_with("search_") || key.starts_with("kind_");
    let all = strings.all().iter().map(|(key, text)| (key.as_str(), text.as_str()));
    all.filter(|(key, _)| ours(key)).collect()
}
