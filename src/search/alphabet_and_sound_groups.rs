//! The symbol table of a site: the alphabet that its texts are written in, how symbols sound, and
//! the groups that symbols which sound alike form.
//!
//! **Alphabet.** A Chinese character is three bytes long in UTF-8, and a compressor can win little
//! of that back, for each block is compressed by itself and is short. So texts are encoded: each
//! [`MarkedChar`] (a character, and whether a word starts with it) that the site has is an entry of
//! its alphabet, and the n-th entry is written as the n-th of the [`code_chars`]: in one byte for
//! the first 93 entries, in two for nearly all others. That makes shards a quarter smaller. The
//! entries of the oldest volume come first, the most frequent of them before the others; each newer
//! volume appends those that it is the first to have.
//!
//! **Groups.** The keys of the postings are pairs of groups. All symbols of the site whose most
//! common reading has the same [`fold`](pronunciation::fold) form a group: 是, 时, 四 and some
//! thirty more are the group `si`, the digit 4 among them. Each Latin letter is a group by itself,
//! and each initial of a syllable of a name; symbols without any of these share one group. Within a
//! group, symbols are numbered from 0 in the order of the alphabet.
//!
//! When a forum is added that is newer than all others, the alphabet, the groups and their numbers
//! only grow at their ends. So the volumes of the older forums stay the same, byte for byte.
//!
//! The table, shard `t`:
//!
//! ```text
//! letters     the characters of the alphabet, in order
//! flags       two bits for each: whether it is inside a word (no word starts with it), and whether
//!             it is spoken, so that browsers need not agree on what a letter is
//! symbols     more symbols, which only names and titles have
//! syllables   "yi shi …", numbered from 1; 0 stands for no reading
//! sounds      for each used symbol that is not ASCII: rice(syllable of its most common reading, 6)
//!             used: 0 to 9, the point, then the symbols of `letters` and of `symbols`, in order
//! more        "行hang 长zhang …": the other readings of the used symbols that have several
//! ```
//!
//! Groups are numbered from 1: the letters a to z, the initials a to z, the group of the others,
//! then the folds of the syllables in their order. 0 stands for no symbol: see `NO_PARTNER` in
//! [`postings`](super::postings).
//!
//! Rare characters, which people may type though no text has them, are in [`RARE_SHARDS`] shards
//! `r<n>`, of which a query loads those that it needs. Shard n has the characters whose code point
//! divided by [`RARE_SHARDS`] leaves n; the quotient is what is written:
//!
//! ```text
//! sounds        by code point: gamma(quotient - last quotient), rice(syllable, 6); the last
//!               quotient is at first 1 less than that of U+4E00
//! more          as above
//! traditional   by code point: gamma(quotient - last quotient), 16 bits of the simplified
//!               character; the last quotient is at first 1 less than that of U+3400
//! ```

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde_json::{Value, json};

use super::bit_writer::BitWriter;
use super::blocks::MarkedChar;
use super::format::{
    FIRST_READING, FIRST_TRADITIONAL, INITIAL_OFFSET, LAST_IN_GROUP, RARE_SHARDS, SYLLABLE_BITS,
};
use super::pronunciation;
use super::spoken_symbols::{self, POINT, lines};

/// How many entries of a volume are sorted by frequency in the alphabet; see [`by_frequency`].
const FREQUENT: usize = 300;

/// The group of a symbol, from 1, and its number within the group, from 0.
pub type GroupKey = (u16, u16);

/// The alphabet, the groups and the syllables of a site.
pub struct SymbolTable {
    /// By code point: an array and not a map, because every symbol of every text is looked up.
    group_keys: Vec<Option<GroupKey>>,
    alphabet: Vec<MarkedChar>,
    /// The character that stands for each entry of the alphabet.
    codes: HashMap<MarkedChar, char>,
    /// Symbols that names and titles have and the texts have not.
    extra_symbols: String,
    /// All symbols of the site.
    used: Vec<char>,
    syllables: Syllables,
}

/// The symbol that stands for the initial of a syllable in a name; it is not the symbol of the
/// letter.
pub fn initial_symbol(letter: char) -> char {
    char::from_u32(u32::from(letter) + INITIAL_OFFSET).unwrap_or(letter)
}

/// The characters that stand for the entries of the alphabet, shortest in UTF-8 first: printable
/// ASCII without the quotation mark and the backslash, which JSON escapes; then those of two bytes,
/// then those of three.
fn code_chars() -> impl Iterator<Item = char> {
    let ascii = (' '..='~').filter(|c| !['"', '\\'].contains(c));
    // left out: control characters and a space before U+00A1, surrogates after U+D7FF
    ascii.chain('\u{a1}'..='\u{d7ff}')
}

/// The characters of volumes in the order in which they get their codes: those of the oldest volume
/// first, then those that each newer one adds.
#[derive(Default)]
pub struct Alphabet {
    chars: Vec<MarkedChar>,
    known: HashSet<MarkedChar>,
}

impl Alphabet {
    /// Adds the characters of a volume that is newer than all that were added, each with how often
    /// it occurs there.
    pub fn add(&mut self, counts: HashMap<MarkedChar, u32>) {
        let new = counts.into_iter().filter(|(char, _)| self.known.insert(*char));
        // sorted, so that the order of the hash map does not reach the file
        self.chars.extend(by_frequency(new.collect()));
    }
}

impl SymbolTable {
    /// The table of the volumes whose characters are in the alphabet. `extra` are the symbols of
    /// names and titles.
    pub fn new(alphabet: &Alphabet, extra: impl Iterator<Item = char>) -> Self {
        let alphabet = alphabet.chars.clone();
        let mut seen = BTreeSet::new();
        // the point comes by itself: only its neighbours make it spoken, so no entry alone shows it
        let mut used: Vec<char> = ('0'..='9').chain([POINT]).collect();
        used.extend(alphabet.iter().flat_map(|(c, _)| spoken_symbols::symbols_of(*c)));
        // several entries are one symbol: in either case, within a word and at its start
        used.retain(|symbol| seen.insert(*symbol));
        let extra: BTreeSet<char> = extra.filter(|symbol| !seen.contains(symbol)).collect();
        // after those of the texts, so that a new name does not change the number of any of them
        used.extend(&extra);
        let syllables = Syllables::new(&used);
        Self {
            group_keys: group_keys(&used, &syllables),
            codes: alphabet.iter().copied().zip(code_chars()).collect(),
            alphabet,
            extra_symbols: extra.into_iter().collect(),
            used,
            syllables,
        }
    }

    /// The group and number of a symbol; `None` if the site does not have it.
    pub fn group_key(&self, symbol: char) -> Option<GroupKey> {
        self.group_keys.get(symbol as usize).copied().flatten()
    }

    /// A text, encoded: each of its characters must be in the alphabet.
    pub fn encode(&self, text: &[MarkedChar]) -> String {
        text.iter().filter_map(|entry| self.codes.get(entry)).collect()
    }

    /// The shard of the table.
    pub fn to_json(&self) -> Value {
        let mut flags = BitWriter::default();
        for (c, starts_word) in &self.alphabet {
            flags.bit(!starts_word);
            flags.bit(spoken_symbols::is_spoken(spoken_symbols::normalize(*c)));
        }
        let mut sounds = BitWriter::default();
        // the readings of digits and the point are in the scripts, and Latin letters have none
        for symbol in self.used.iter().filter(|symbol| !symbol.is_ascii()) {
            sounds.rice(self.syllables.number_of(*symbol), SYLLABLE_BITS);
        }
        json!({
            "letters": self.alphabet.iter().map(|(c, _)| *c).collect::<String>(),
            "flags": flags.finish(),
            "symbols": self.extra_symbols,
            "syllables": self.syllables.all.join(" "),
            "sounds": sounds.finish(),
            "more": other_readings(self.used.iter()),
        })
    }

    /// The shards of rare characters. All sites have the same, apart from those with a syllable
    /// that no common character has.
    pub fn rare_shards(&self) -> Vec<(String, Value)> {
        (0..RARE_SHARDS).map(|n| (format!("r{n}"), self.rare_shard(n))).collect()
    }

    fn rare_shard(&self, n: u32) -> Value {
        let is_in_shard = |c: &char| u32::from(*c) % RARE_SHARDS == n;
        let common: Vec<char> = common_chars().into_iter().filter(is_in_shard).collect();
        // 1 less, since the first gap may be 0 and gamma codes begin at 1
        let (mut sounds, mut last) = (BitWriter::default(), FIRST_READING / RARE_SHARDS - 1);
        for c in &common {
            let quotient = u32::from(*c) / RARE_SHARDS;
            sounds.gamma(quotient - last);
            sounds.rice(self.syllables.number_of(*c), SYLLABLE_BITS);
            last = quotient;
        }
        let (mut traditional, mut last) =
            (BitWriter::default(), FIRST_TRADITIONAL / RARE_SHARDS - 1);
        let pairs = spoken_symbols::traditional().into_iter();
        for (from, to) in pairs.filter(|(from, _)| is_in_shard(from)) {
            let quotient = u32::from(from) / RARE_SHARDS;
            traditional.gamma(quotient - last);
            // all simplified forms are in the basic plane, which has 16 bits
            traditional.bits(u32::from(to), 16);
            last = quotient;
        }
        json!({
            "sounds": sounds.finish(),
            "more": other_readings(common.iter()),
            "traditional": traditional.finish(),
        })
    }
}

/// The entries that a volume adds to the alphabet: the most frequent ones first, for they get codes
/// of one byte; then the others by code point. Those are all as long, and sorted like this the list
/// of them compresses better.
fn by_frequency(mut counts: Vec<(MarkedChar, u32)>) -> Vec<MarkedChar> {
    counts.sort_unstable_by_key(|(entry, count)| (Reverse(*count), *entry));
    let mut entries: Vec<MarkedChar> = counts.into_iter().map(|(entry, _)| entry).collect();
    let frequent = FREQUENT.min(entries.len());
    entries[frequent..].sort_unstable();
    entries
}

/// By code point, the group and the number of every used symbol.
fn group_keys(used: &[char], syllables: &Syllables) -> Vec<Option<GroupKey>> {
    let groups = group_numbers(syllables);
    let last = used.iter().max().map_or(0, |symbol| *symbol as usize);
    let mut keys = vec![None; last + 1];
    // groups are numbered from 1
    let mut sizes = vec![0; groups.len() + 1];
    for symbol in used {
        // one reading only: with a group for each reading, every pair would be stored several times
        let name = match pronunciation::readings_of(*symbol).first() {
            Some(reading) => fold_group(reading),
            None => symbol.to_string(),
        };
        let group = groups.get(&name).or_else(|| groups.get(OTHERS));
        let Some(group) = group.copied() else { continue };
        let size: &mut u16 = &mut sizes[usize::from(group)];
        // symbols beyond the last number share it; the browser tells them apart in the text
        keys[*symbol as usize] = Some((group, (*size).min(LAST_IN_GROUP)));
        *size = size.saturating_add(1);
    }
    keys
}

/// The names of all groups, with their numbers.
fn group_numbers(syllables: &Syllables) -> HashMap<String, u16> {
    let (letters, initials) = ('a'..='z', ('a'..='z').map(initial_symbol));
    let single = letters.chain(initials).map(String::from).chain([OTHERS.to_owned()]);
    let folds = syllables.all.iter().map(|syllable| fold_group(syllable));
    let mut numbers: HashMap<String, u16> = HashMap::new();
    for name in single.chain(folds) {
        // some 300 groups: they fit in the ten bits that a packed posting has for each
        let next = u16::try_from(numbers.len() + 1).unwrap_or(u16::MAX);
        numbers.entry(name).or_insert(next);
    }
    numbers
}

/// The name of the group of a syllable. With the hyphen it differs from that of a Latin letter.
fn fold_group(syllable: &str) -> String {
    format!("-{}", pronunciation::fold(syllable))
}

/// The characters of `data/gb2312.txt`, which people type.
fn common_chars() -> BTreeSet<char> {
    lines(include_str!("data/gb2312.txt")).flat_map(str::chars).collect()
}

/// The readings of symbols but for the most common of each, in the format of `more`.
fn other_readings<'a>(symbols: impl Iterator<Item = &'a char>) -> String {
    let several = symbols.filter_map(|c| match pronunciation::readings_of(*c).as_slice() {
        [_, rest @ ..] if !rest.is_empty() && !c.is_ascii() => {
            Some(format!("{c}{}", rest.join(",")))
        }
        _ => None,
    });
    several.collect::<Vec<_>>().join(" ")
}

/// The name of the group of symbols that have no other group.
const OTHERS: &str = "?";

/// All syllables: those of the common characters, which are the same for every site, the one with
/// the most characters first; then those that the site has besides.
struct Syllables {
    all: Vec<String>,
    /// From 1.
    numbers: HashMap<String, u32>,
}

impl Syllables {
    fn new(used: &[char]) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        // counted in GB 2312 and not on the site: a new forum must not renumber the syllables
        for reading in common_chars().into_iter().flat_map(pronunciation::readings_of) {
            *counts.entry(reading).or_default() += 1;
        }
        let mut counted: Vec<_> = counts.into_iter().collect();
        // a stable sort: syllables with the same count stay in alphabetical order
        counted.sort_by_key(|(_, count)| Reverse(*count));
        let mut all: Vec<String> = counted.into_iter().map(|(syllable, _)| syllable).collect();
        let mut numbers: HashMap<String, u32> =
            (1..).zip(&all).map(|(n, s)| (s.clone(), n)).collect();
        for reading in used.iter().copied().flat_map(pronunciation::readings_of) {
            let next = u32::try_from(all.len() + 1).unwrap_or(u32::MAX);
            numbers.entry(reading).or_insert_with_key(|reading| {
                all.push(reading.clone());
                next
            });
        }
        Self { all, numbers }
    }

    /// The number of the most common reading of a symbol; 0 if it has none.
    fn number_of(&self, symbol: char) -> u32 {
        let first = pronunciation::readings_of(symbol).into_iter().next();
        first.and_then(|reading| self.numbers.get(&reading).copied()).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{Alphabet, MarkedChar, SymbolTable};

    fn counts(text: &str) -> HashMap<MarkedChar, u32> {
        let mut counts = HashMap::new();
        text.chars().for_each(|c| *counts.entry((c, true)).or_default() += 1);
        counts
    }

    #[test]
    fn a_newer_volume_changes_no_code_and_no_group_of_those_before() {
        let old = "我们说，大模型的幻觉是大模型的问题。GPT4";
        let new = "一个新的论坛，一二三四五，机器人机器人和具身智能，ABC，噫，éœ";
        let names = || "陶大程".chars();
        let mut alphabet = Alphabet::default();
        alphabet.add(counts(old));
        let before = SymbolTable::new(&alphabet, names());
        alphabet.add(counts(new));
        let after = SymbolTable::new(&alphabet, names());
        let text: Vec<MarkedChar> = old.chars().map(|c| (c, true)).collect();
        assert_eq!(before.encode(&text), after.encode(&text));
        for symbol in old.to_lowercase().chars() {
            assert_eq!(before.group_key(symbol), after.group_key(symbol), "{symbol}");
        }
        assert!(after.group_key('噫').is_some() && after.group_key('œ').is_none());
    }
}
