//! Where two symbols stand side by side: the postings, in pages.
//!
//! A pair of neighbouring symbols is kept under the groups of both ([`SymbolTable`]), so that everything
//! that sounds alike, or nearly so, lies together: 信通 新通 信同 are three entries of one key. What
//! stands there exactly is one entry, what sounds the same are all of them; one index does for both,
//! and it is as large as one of them would be.
//!
//! Keys are sorted and cut into pages of about [`PAGE`] letters. The first key of each page is in
//! the volume's directory, so a pair is found with one page, whatever the size of the volume.
//!
//! ```text
//! page    = { key }                                 up to its last bit; 0 bits fill it up
//! key     = gamma(g1 - last g1 + 1)                 g1, g2: groups; last: of the key before, 0 at first
//!           gamma(g2 - last g2)  or, where g1 is a new one, gamma(g2 + 1)
//!           gamma(entries) { entry }
//! entry   = gamma(i1 - last i1 + 1)                 i1, i2: numbers within the groups
//!           gamma(i2 - last i2)  or, where i1 is a new one (and in the first), gamma(i2 + 1)
//!           gamma(items) { rice(item - last item - 1, k) }      last item: -1 at first
//! k       = the largest with 3 · items · 2^k ≤ 2 · all items of the volume, or 0
//! ```
//!
//! Codes are those of [`bits`](super::bit_writer).

use rayon::prelude::*;

use super::bit_writer::BitWriter;
use super::symbol_table::{GroupKey, SymbolTable};

/// Letters after which a page is full.
const PAGE: usize = 400;

/// Collects which pairs stand in which items (blocks, or volumes).
#[derive(Default)]
pub struct Postings {
    /// A pair and an item in one number, so that sorting is quick; see [`pack`].
    all: Vec<u64>,
}

/// A page: its first key and its letters.
pub struct PostingsPage {
    /// The groups of its first key.
    pub first: (u16, u16),
    /// The letters.
    pub letters: String,
}

/// The partner of a symbol that stands with no other: after it, or before it if a name begins so.
const NOTHING: GroupKey = (0, 0);

impl Postings {
    /// Two symbols stand side by side in an item.
    pub fn pair(&mut self, one: GroupKey, two: GroupKey, item: usize) {
        self.all.push(pack(one, two, item));
    }

    /// A symbol stands by itself in an item.
    pub fn alone(&mut self, one: GroupKey, item: usize) {
        self.pair(one, NOTHING, item);
    }

    /// A name in an item begins with a symbol.
    pub fn begins(&mut self, one: GroupKey, item: usize) {
        self.pair(NOTHING, one, item);
    }

    /// The pairs of a line of symbols; 儿 may be left out between two others.
    pub fn line(&mut self, symbols: impl Iterator<Item = char>, table: &SymbolTable, item: usize) {
        let known = symbols.filter_map(|symbol| Some((symbol, table.place(symbol)?)));
        let (mut last, mut before_er) = (None, None);
        for (symbol, place) in known {
            if let Some(last) = last {
                self.pair(last, place, item);
            }
            if let Some(before) = before_er {
                self.pair(before, place, item);
            }
            before_er = last.filter(|_| symbol == '儿');
            last = Some(place);
        }
    }

    /// Every pair of symbols that stand in this order, side by side or not.
    pub fn in_order(
        &mut self,
        symbols: impl Iterator<Item = char>,
        table: &SymbolTable,
        item: usize,
    ) {
        let known: Vec<GroupKey> = symbols.filter_map(|symbol| table.place(symbol)).collect();
        for (number, one) in known.iter().enumerate() {
            known[number + 1..].iter().for_each(|two| self.pair(*one, *two, item));
        }
    }

    /// Adds everything again to other postings, so many items as one, from a number on.
    pub fn coarser(&self, by: usize, from: usize, of: &mut Self) {
        let coarse = |posting: u64| {
            let item = usize::try_from(posting & MOST_ITEMS).unwrap_or(0);
            posting & !MOST_ITEMS | pack(NOTHING, NOTHING, from + item / by)
        };
        of.all.extend(self.all.iter().map(|posting| coarse(*posting)));
    }

    /// Everything once, sorted.
    pub fn sort(&mut self) {
        self.all.par_sort_unstable();
        self.all.dedup();
    }

    /// The pages of sorted postings over so many items.
    pub fn pages(&self, items: usize) -> Vec<PostingsPage> {
        let mut pages = Vec::new();
        let mut open: Option<PageWriter> = None;
        for key in self.all.chunk_by(|a, b| a >> 44 == b >> 44) {
            let groups = ((key[0] >> 54) as u16, (key[0] >> 44) as u16 & 0x3ff);
            let mut writer = open.take().unwrap_or_else(|| PageWriter::new(groups, items));
            writer.key(groups, key);
            if writer.bits.len() < PAGE {
                open = Some(writer);
            } else {
                pages.push(writer.finish());
            }
        }
        pages.extend(open.map(PageWriter::finish));
        pages
    }
}

/// Items that can be told apart, less one.
const MOST_ITEMS: u64 = (1 << 20) - 1;

/// Groups in 10 bits each (there are some 300), numbers in 12 bits each, the item in 20.
fn pack(one: GroupKey, two: GroupKey, item: usize) -> u64 {
    let [g1, g2, i1, i2] = [one.0, two.0, one.1, two.1].map(u64::from);
    let item = u64::try_from(item).unwrap_or(MOST_ITEMS).min(MOST_ITEMS);
    g1 << 54 | g2 << 44 | i1 << 32 | i2 << 20 | item
}

/// Writes one page.
struct PageWriter {
    first: (u16, u16),
    last: (u16, u16),
    items: usize,
    bits: BitWriter,
}

impl PageWriter {
    fn new(first: (u16, u16), items: usize) -> Self {
        Self { first, last: (0, 0), items, bits: BitWriter::default() }
    }

    fn key(&mut self, (g1, g2): (u16, u16), postings: &[u64]) {
        self.step((u32::from(self.last.0), u32::from(self.last.1)), (g1.into(), g2.into()));
        self.last = (g1, g2);
        let entries: Vec<_> = postings.chunk_by(|a, b| a >> 20 == b >> 20).collect();
        self.bits.gamma(count(entries.len()));
        // the first entry counts as one with a new i1, whatever it is
        let mut last: Option<(u32, u32)> = None;
        for entry in entries {
            let numbers = ((entry[0] >> 32) as u32 & 0xfff, (entry[0] >> 20) as u32 & 0xfff);
            match last {
                Some(last) => self.step(last, numbers),
                None => {
                    self.bits.gamma(numbers.0 + 1);
                    self.bits.gamma(numbers.1 + 1);
                }
            }
            last = Some(numbers);
            self.items(entry);
        }
    }

    /// From one pair of numbers to the next larger one.
    fn step(&mut self, last: (u32, u32), next: (u32, u32)) {
        self.bits.gamma(next.0 - last.0 + 1);
        let second = if next.0 == last.0 { next.1 - last.1 } else { next.1 + 1 };
        self.bits.gamma(second);
    }

    fn items(&mut self, entry: &[u64]) {
        self.bits.gamma(count(entry.len()));
        let k = rice_parameter(entry.len(), self.items);
        let mut next = 0;
        for posting in entry {
            let item = (posting & MOST_ITEMS) as u32;
            self.bits.rice(item - next, k);
            next = item + 1;
        }
    }

    fn finish(self) -> PostingsPage {
        PostingsPage { first: self.first, letters: self.bits.finish() }
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The width at which gaps between so many of so many items cost least (about ln 2 of the mean gap).
fn rice_parameter(some: usize, all: usize) -> u32 {
    let mut k = 0;
    while (3 * some) << (k + 1) <= 2 * all {
        k += 1;
    }
    k
}
