//! Postings: in which items each pair of neighbouring symbols is, in pages.
//!
//! An item is what a posting points to: a block of a volume, or, in the routes, a few blocks of any
//! volume. A pair is filed under the groups of its symbols ([`SymbolTable`]), so that all pairs
//! that sound alike or nearly so are together: 信通, 新通 and 信同 are three entries of one key. An
//! exact query reads one entry, a query by sound all of them; so one index answers both, and it is
//! no larger than an index for either.
//!
//! Keys are sorted and divided into pages of about [`PAGE_DIGITS`] base64 digits. The first key of
//! each page is in the directory of the volume, so any pair is found by loading one page, however
//! large the volume is.
//!
//! ```text
//! page    = { key }                   up to its last bit; padded with 0 bits
//! key     = gamma(g1 - last g1 + 1)   g1, g2: groups; last: of the key before, 0 at first
//!           gamma(g2 - last g2)  or, if g1 is not the last g1, gamma(g2 + 1)
//!           gamma(entries) { entry }
//! entry   = gamma(i1 - last i1 + 1)   i1, i2: numbers within the groups; last: of the entry before
//!           gamma(i2 - last i2)  or, in the first entry or if i1 is not the last, gamma(i2 + 1)
//!           gamma(items) { rice(item - last item - 1, k) }      last item: -1 at first
//! k       = the largest with 3 · items · 2^k ≤ 2 · all items of the volume, or 0
//! ```
//!
//! The codes are those of [`bit_writer`](super::bit_writer).

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::alphabet_and_sound_groups::{GroupKey, SymbolTable};
use super::bit_writer::BitWriter;

/// Base64 digits after which a page is full. A query loads about a page for each of its pairs.
const PAGE_DIGITS: usize = 400;

/// A collection of postings: which pairs are in which items.
#[derive(Default)]
pub struct Postings {
    /// Each a pair and an item in one number, as by [`pack`], so that sorting is fast.
    packed: Vec<u64>,
}

/// A page of postings.
pub struct PostingsPage {
    /// The groups of its first key.
    pub first: (u16, u16),
    /// Its keys, in base64 digits.
    pub digits: String,
}

/// Stands for the missing partner of a symbol that is no part of a pair: the second of the pair for
/// a single symbol, the first for the symbol with which a name starts.
const NO_PARTNER: GroupKey = (0, 0);

impl Postings {
    /// Adds a pair of symbols, which are side by side in an item.
    pub fn add_pair(&mut self, one: GroupKey, two: GroupKey, item: usize) {
        self.packed.push(pack(one, two, item));
    }

    /// Adds a symbol that can be found in an item by itself.
    pub fn add_single(&mut self, symbol: GroupKey, item: usize) {
        self.add_pair(symbol, NO_PARTNER, item);
    }

    /// Adds the symbol with which a name in an item starts.
    pub fn add_name_start(&mut self, symbol: GroupKey, item: usize) {
        self.add_pair(NO_PARTNER, symbol, item);
    }

    /// Adds the pairs of neighbours in a row of symbols. 儿 may be left out by the recogniser and
    /// by those who search, so the symbols beside one are neighbours as well.
    pub fn add_neighbours(
        &mut self,
        symbols: impl Iterator<Item = char>,
        table: &SymbolTable,
        item: usize,
    ) {
        let known = symbols.filter_map(|symbol| Some((symbol, table.group_key(symbol)?)));
        let (mut last, mut before_er) = (None, None);
        for (symbol, key) in known {
            if let Some(last) = last {
                self.add_pair(last, key, item);
            }
            if let Some(before) = before_er {
                self.add_pair(before, key, item);
            }
            // for one symbol only: the one after 儿 is a neighbour of the one before it
            before_er = last.filter(|_| symbol == '儿');
            last = Some(key);
        }
    }

    /// Adds every two symbols of a row as a pair, in their order, whether they are neighbours or
    /// not.
    pub fn add_ordered_pairs(
        &mut self,
        symbols: impl Iterator<Item = char>,
        table: &SymbolTable,
        item: usize,
    ) {
        let known: Vec<GroupKey> = symbols.filter_map(|symbol| table.group_key(symbol)).collect();
        for (i, one) in known.iter().enumerate() {
            known[i + 1..].iter().for_each(|two| self.add_pair(*one, *two, item));
        }
    }

    /// Adds all postings to `target` at a coarser resolution: there, each `size` consecutive items
    /// are one, numbered from `first` on.
    pub fn add_coarser_to(&self, target: &mut Self, size: usize, first: usize) {
        let coarser = |posting: u64| {
            let item = usize::try_from(posting & MAX_ITEM).unwrap_or(0);
            // without a partner both keys are 0, so only the item is left of the packed number
            posting & !MAX_ITEM | pack(NO_PARTNER, NO_PARTNER, first + item / size)
        };
        target.packed.extend(self.packed.iter().map(|posting| coarser(*posting)));
    }

    /// Adds every symbol that a pair begins with to `target` by itself, as the start of a name is,
    /// at a coarser resolution as by [`Postings::add_coarser_to`].
    pub fn add_symbols_to(&self, target: &mut Self, size: usize, first: usize) {
        let pairs = self.packed.iter().map(|posting| {
            let symbol = ((posting >> 54) as u16, (posting >> 32) as u16 & 0xfff);
            (symbol, usize::try_from(posting & MAX_ITEM).unwrap_or(0) / size)
        });
        let symbols: BTreeSet<(GroupKey, usize)> =
            pairs.filter(|(symbol, _)| *symbol != NO_PARTNER).collect();
        symbols.iter().for_each(|(symbol, item)| target.add_name_start(*symbol, first + item));
    }

    /// Sorts the postings and drops duplicates.
    pub fn sort(&mut self) {
        // equal postings are the same number, so their order cannot differ between builds
        self.packed.par_sort_unstable();
        self.packed.dedup();
    }

    /// The pages of the postings, which must be sorted. `items` is the number of items that there
    /// are.
    pub fn pages(&self, items: usize) -> Vec<PostingsPage> {
        let mut pages = Vec::new();
        let mut open: Option<PageWriter> = None;
        // above the lowest 44 bits are the two groups, which are the key
        for postings in self.packed.chunk_by(|a, b| a >> 44 == b >> 44) {
            let groups = ((postings[0] >> 54) as u16, (postings[0] >> 44) as u16 & 0x3ff);
            let mut writer = open.take().unwrap_or_else(|| PageWriter::new(groups, items));
            writer.write_key(groups, postings);
            // checked between keys only, so that no key is in two pages
            if writer.bits.len() < PAGE_DIGITS {
                open = Some(writer);
            } else {
                pages.push(writer.finish());
            }
        }
        pages.extend(open.map(PageWriter::finish));
        pages
    }
}

/// The highest number of an item, and the mask of an item in a packed posting.
const MAX_ITEM: u64 = (1 << 20) - 1;

/// A posting as one number, sorted as a page is. From the most significant bit: both groups in 10
/// bits each (there are some 300), both numbers within the groups in 12 bits each, the item in 20.
fn pack(one: GroupKey, two: GroupKey, item: usize) -> u64 {
    let [g1, g2, i1, i2] = [one.0, two.0, one.1, two.1].map(u64::from);
    // the limit is out of reach: 2^20 blocks have some 590 million characters
    let item = u64::try_from(item).unwrap_or(MAX_ITEM).min(MAX_ITEM);
    g1 << 54 | g2 << 44 | i1 << 32 | i2 << 20 | item
}

/// Writes one page.
struct PageWriter {
    first: (u16, u16),
    last: (u16, u16),
    /// Number of items that there are in the volume, not in the page.
    all_items: usize,
    bits: BitWriter,
}

impl PageWriter {
    fn new(first: (u16, u16), all_items: usize) -> Self {
        // from 0, so that a page can be read without the page before it
        Self { first, last: (0, 0), all_items, bits: BitWriter::default() }
    }

    /// Writes a key with its postings, which must be sorted.
    fn write_key(&mut self, (g1, g2): (u16, u16), postings: &[u64]) {
        self.write_step((u32::from(self.last.0), u32::from(self.last.1)), (g1.into(), g2.into()));
        self.last = (g1, g2);
        // above the lowest 20 bits is everything but the item
        let entries: Vec<_> = postings.chunk_by(|a, b| a >> 20 == b >> 20).collect();
        self.bits.gamma(saturating_u32(entries.len()));
        // the first entry counts as one with a new i1, whatever it is
        let mut last: Option<(u32, u32)> = None;
        for entry in entries {
            let numbers = ((entry[0] >> 32) as u32 & 0xfff, (entry[0] >> 20) as u32 & 0xfff);
            match last {
                Some(last) => self.write_step(last, numbers),
                None => {
                    self.bits.gamma(numbers.0 + 1);
                    self.bits.gamma(numbers.1 + 1);
                }
            }
            last = Some(numbers);
            self.write_items(entry);
        }
    }

    /// Writes the difference from one pair of numbers to the next, which must be larger.
    fn write_step(&mut self, last: (u32, u32), next: (u32, u32)) {
        // gamma codes begin at 1, so what may be 0 is written 1 higher
        self.bits.gamma(next.0 - last.0 + 1);
        // with the same first number the second is larger, so this difference is at least 1
        let second = if next.0 == last.0 { next.1 - last.1 } else { next.1 + 1 };
        self.bits.gamma(second);
    }

    /// Writes the items of an entry.
    fn write_items(&mut self, entry: &[u64]) {
        self.bits.gamma(saturating_u32(entry.len()));
        let k = rice_parameter(entry.len(), self.all_items);
        let mut next = 0;
        for posting in entry {
            let item = (posting & MAX_ITEM) as u32;
            // Rice codes begin at 0, which is the next item: the gap needs no 1 added
            self.bits.rice(item - next, k);
            next = item + 1;
        }
    }

    fn finish(self) -> PostingsPage {
        PostingsPage { first: self.first, digits: self.bits.finish() }
    }
}

fn saturating_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The parameter k at which the gaps between `some` of `all` items take the fewest bits: 2^k is
/// about ln 2 times the mean gap.
fn rice_parameter(some: usize, all: usize) -> u32 {
    let mut k = 0;
    // 2/3 stands for ln 2: in whole numbers the browser finds the same k. `some` is never 0, since
    // every entry has an item.
    while (3 * some) << (k + 1) <= 2 * all {
        k += 1;
    }
    k
}
