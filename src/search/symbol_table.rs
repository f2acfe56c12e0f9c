//! The table: the letters that texts are written in, how symbols sound, and the groups that they form.
//!
//! **Letters.** Chinese in UTF-8 is three bytes a character, of which a compressor sees only the
//! last 800. So texts are written in letters of the site's own: the n-th letter (a character, and
//! whether a word begins with it) is written as the n-th of [`codes`], one byte for the first 93 and
//! two for nearly all others. That takes a quarter off. The letters of the oldest volume come first,
//! the most frequent before the others; a newer volume adds those that it is the first to have.
//!
//! **Groups.** The keys of the postings are pairs of groups. All characters of the site whose
//! commonest reading has one [`fold`](pronunciation::fold) are a group (是 时 四 thirty more: `si`), with
//! the digits among them (4 beside 四). A Latin letter is a group by itself, and so is the initial of
//! a name's syllable; what is left shares one. Within a group the symbols are numbered in the order
//! of the letters.
//!
//! Letters, groups and numbers only grow at their ends when a forum is added that is newer than all
//! others, so the volumes of the others stay what they are, to the byte.
//!
//! ```text
//! letters     the characters of the letters, in order
//! flags       for each two bits: whether it is within a word (none begins with it), and whether it
//!             is spoken, so that no browser has to know what is a letter
//! symbols     other symbols, of names and titles
//! syllables   "yi shi …", from 1; 0 stands for no reading
//! sounds      for each used symbol that is no ASCII: rice(syllable of its commonest reading, 6)
//!             used: 0 to 9, the point, then what the letters and `symbols` have, in order
//! more        "行hang 长zhang …": the other readings of used symbols that have several
//! ```
//!
//! Groups are numbered from 1: the letters a to z, then as initials, then what shares one, then the
//! folds of the syllables in their order; 0 stands for "nothing", the partner of a symbol that is a
//! word by itself.
//!
//! Of characters that people may type and no text has, a query loads what it needs: shard n of
//! [`RARE_SHARDS`] has those whose code points are n more than a multiple of that.
//!
//! ```text
//! sounds        in order: gamma(multiple - last one), rice(syllable, 6); the last one is that
//!               before U+4E00 at first
//! more          as above
//! traditional   in order: gamma(multiple - last one), 16 bits of the simplified character; the last
//!               one is that before U+3400 at first
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
use super::symbols::{self, POINT, lines};

/// Letters that are put in order of frequency.
const FREQUENT: usize = 300;

/// Where a symbol stands: its group and its number there.
pub type GroupKey = (u16, u16);

/// The table of a site.
pub struct SymbolTable {
    /// By code point, because every symbol of every text is looked up.
    places: Vec<Option<GroupKey>>,
    codes: HashMap<MarkedChar, char>,
    letters: Vec<MarkedChar>,
    extra: String,
    used: Vec<char>,
    syllables: Syllables,
}

/// The symbol for the initial of a name's syllable.
pub fn initial(letter: char) -> char {
    char::from_u32(u32::from(letter) + INITIAL_OFFSET).unwrap_or(letter)
}

/// The characters that a text is written in: printable ASCII but the quotation mark and the
/// backslash, then what is two bytes long, then the rest.
fn codes() -> impl Iterator<Item = char> {
    let ascii = (' '..='~').filter(|c| !['"', '\\'].contains(c));
    ascii.chain('\u{a1}'..='\u{d7ff}')
}

impl SymbolTable {
    /// The table of a site: how often the letters occur in each volume, the oldest first, and what
    /// other symbols it has.
    pub fn new(volumes: &[HashMap<MarkedChar, u32>], extra: impl Iterator<Item = char>) -> Self {
        let mut letters: Vec<MarkedChar> = Vec::new();
        let mut known = HashSet::new();
        for counts in volumes {
            let more = counts.iter().map(|(letter, count)| (*letter, *count));
            letters.extend(in_order(more.filter(|(letter, _)| known.insert(*letter)).collect()));
        }
        let mut seen = BTreeSet::new();
        let mut used: Vec<char> = ('0'..='9').chain([POINT]).collect();
        used.extend(
            letters.iter().map(|(c, _)| symbols::normal(*c)).filter(|c| symbols::is_spoken(*c)),
        );
        used.retain(|symbol| seen.insert(*symbol));
        let extra: BTreeSet<char> = extra.filter(|symbol| !seen.contains(symbol)).collect();
        used.extend(&extra);
        let syllables = Syllables::new(&used);
        let codes = letters.iter().copied().zip(codes()).collect();
        let extra = extra.into_iter().collect();
        Self { places: places(&used, &syllables), codes, letters, extra, used, syllables }
    }

    /// Where a symbol stands, if the table has it.
    pub fn place(&self, symbol: char) -> Option<GroupKey> {
        self.places.get(symbol as usize).copied().flatten()
    }

    /// A text in the site's letters.
    pub fn write(&self, text: &[MarkedChar]) -> String {
        text.iter().filter_map(|letter| self.codes.get(letter)).collect()
    }

    /// The table as the browser gets it.
    pub fn data(&self) -> Value {
        let mut flags = BitWriter::default();
        for (c, begins) in &self.letters {
            flags.bit(!begins);
            flags.bit(symbols::is_spoken(symbols::normal(*c)));
        }
        let mut sounds = BitWriter::default();
        for symbol in self.used.iter().filter(|symbol| !symbol.is_ascii()) {
            sounds.rice(self.syllables.of(*symbol), SYLLABLE_BITS);
        }
        json!({
            "letters": self.letters.iter().map(|(c, _)| *c).collect::<String>(),
            "flags": flags.finish(),
            "symbols": self.extra,
            "syllables": self.syllables.all.join(" "),
            "sounds": sounds.finish(),
            "more": other_readings(self.used.iter()),
        })
    }

    /// The shards of characters that no text has. They are those of every site that has no syllable
    /// of its own.
    pub fn rare(&self) -> Vec<(String, Value)> {
        let shard = |n| (format!("r{n}"), self.rare_shard(n));
        (0..RARE_SHARDS).map(shard).collect()
    }

    fn rare_shard(&self, n: u32) -> Value {
        let ours = |c: &char| u32::from(*c) % RARE_SHARDS == n;
        let common: Vec<char> = common().into_iter().filter(ours).collect();
        let (mut sounds, mut last) = (BitWriter::default(), FIRST_READING / RARE_SHARDS - 1);
        for c in &common {
            sounds.gamma(u32::from(*c) / RARE_SHARDS - last);
            sounds.rice(self.syllables.of(*c), SYLLABLE_BITS);
            last = u32::from(*c) / RARE_SHARDS;
        }
        let (mut traditional, mut last) =
            (BitWriter::default(), FIRST_TRADITIONAL / RARE_SHARDS - 1);
        for (from, to) in symbols::traditional().into_iter().filter(|(from, _)| ours(from)) {
            traditional.gamma(u32::from(from) / RARE_SHARDS - last);
            traditional.bits(u32::from(to), 16);
            last = u32::from(from) / RARE_SHARDS;
        }
        json!({
            "sounds": sounds.finish(),
            "more": other_readings(common.iter()),
            "traditional": traditional.finish(),
        })
    }
}

/// Letters of a volume: the most frequent ones first; the others are as long, whatever their order,
/// and that of the characters is told in fewer bytes.
fn in_order(mut letters: Vec<(MarkedChar, u32)>) -> Vec<MarkedChar> {
    letters.sort_unstable_by_key(|(letter, count)| (Reverse(*count), *letter));
    let mut letters: Vec<MarkedChar> = letters.into_iter().map(|(letter, _)| letter).collect();
    let frequent = FREQUENT.min(letters.len());
    letters[frequent..].sort_unstable();
    letters
}

/// The groups of the used symbols, and their numbers in them.
fn places(used: &[char], syllables: &Syllables) -> Vec<Option<GroupKey>> {
    let letters = 'a'..='z';
    let mut groups: HashMap<String, u16> = HashMap::new();
    let singles = letters.clone().chain(letters.map(initial)).chain([OTHERS]).map(String::from);
    for group in singles.chain(syllables.folds()) {
        let next = u16::try_from(groups.len() + 1).unwrap_or(u16::MAX);
        groups.entry(group).or_insert(next);
    }
    let most = used.iter().max().map_or(0, |symbol| *symbol as usize);
    let mut places = vec![None; most + 1];
    let mut counts = vec![0; groups.len() + 1];
    for symbol in used {
        let name = match pronunciation::of(*symbol).first() {
            Some(first) => format!("-{}", pronunciation::fold(first)),
            None => symbol.to_string(),
        };
        let group = groups.get(&name).or_else(|| groups.get(&OTHERS.to_string()));
        let Some(group) = group.copied() else { continue };
        let number: &mut u16 = &mut counts[usize::from(group)];
        places[*symbol as usize] = Some((group, (*number).min(LAST_IN_GROUP)));
        *number = number.saturating_add(1);
    }
    places
}

/// The characters of `data/gb2312.txt`.
fn common() -> BTreeSet<char> {
    lines(include_str!("data/gb2312.txt")).flat_map(str::chars).collect()
}

fn other_readings<'a>(symbols: impl Iterator<Item = &'a char>) -> String {
    let several = symbols.filter_map(|c| match pronunciation::of(*c).as_slice() {
        [_, rest @ ..] if !rest.is_empty() && !c.is_ascii() => {
            Some(format!("{c}{}", rest.join(",")))
        }
        _ => None,
    });
    several.collect::<Vec<_>>().join(" ")
}

/// Stands for the group of what has none of its own.
const OTHERS: char = '?';

/// All syllables: those of the common characters, the one with the most characters first, and then
/// what the site has besides.
struct Syllables {
    all: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl Syllables {
    fn new(used: &[char]) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for reading in common().into_iter().flat_map(pronunciation::of) {
            *counts.entry(reading).or_default() += 1;
        }
        let mut counted: Vec<_> = counts.into_iter().collect();
        counted.sort_by_key(|(_, count)| Reverse(*count));
        let mut all: Vec<String> = counted.into_iter().map(|(syllable, _)| syllable).collect();
        let mut numbers: HashMap<String, u32> =
            (1..).zip(&all).map(|(n, s)| (s.clone(), n)).collect();
        for reading in used.iter().copied().flat_map(pronunciation::of) {
            let next = u32::try_from(all.len() + 1).unwrap_or(u32::MAX);
            numbers.entry(reading).or_insert_with_key(|reading| {
                all.push(reading.clone());
                next
            });
        }
        Self { all, numbers }
    }

    /// The number of a symbol's commonest reading; 0 where it has none.
    fn of(&self, symbol: char) -> u32 {
        let first = pronunciation::of(symbol).into_iter().next();
        first.and_then(|reading| self.numbers.get(&reading).copied()).unwrap_or(0)
    }

    /// The names of the groups that they make.
    fn folds(&self) -> impl Iterator<Item = String> {
        self.all.iter().map(|syllable| format!("-{}", pronunciation::fold(syllable)))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{MarkedChar, SymbolTable};

    fn letters(text: &str) -> HashMap<MarkedChar, u32> {
        let mut counts = HashMap::new();
        text.chars().for_each(|c| *counts.entry((c, true)).or_default() += 1);
        counts
    }

    #[test]
    fn a_newer_volume_changes_no_letter_and_no_group_of_those_before() {
        let old = "我们说，大模型的幻觉是大模型的问题。GPT4";
        let new = "一个新的论坛，一二三四五，机器人机器人和具身智能，ABC，噫，é";
        let names = || "陶大程".chars();
        let before = SymbolTable::new(&[letters(old)], names());
        let after = SymbolTable::new(&[letters(old), letters(new)], names());
        let text: Vec<MarkedChar> = old.chars().map(|c| (c, true)).collect();
        assert_eq!(before.write(&text), after.write(&text));
        for symbol in old.to_lowercase().chars() {
            assert_eq!(before.place(symbol), after.place(symbol), "{symbol}");
        }
        assert!(after.place('噫').is_some() && after.place('é').is_some());
    }
}
