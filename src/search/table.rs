//! The table: the letters that texts are written in, how symbols sound, and the groups that they form.
//!
//! **Letters.** Chinese in UTF-8 is three bytes a character, of which a compressor sees only the
//! last 800. So texts are written in letters of the site's own: the n-th most frequent letter
//! (a character, and whether a word begins with it) is written as the n-th of [`codes`], one byte
//! for the first 93 and two for nearly all others. That takes a quarter off.
//!
//! **Groups.** The keys of the postings are pairs of groups. All characters of the site whose
//! commonest reading has one [`fold`](readings::fold) are a group (是 时 四 thirty more: `si`), with
//! the digits among them (4 beside 四). A Latin letter is a group by itself; what is left shares one.
//! Within a group the symbols are numbered, the most frequent first.
//!
//! ```text
//! letters     the characters of the letters, the most frequent first
//! flags       for each two bits: whether it is within a word (none begins with it), and whether it
//!             is spoken, so that no browser has to know what is a letter
//! symbols     other symbols, of names and titles
//! syllables   "yi shi …"; the first stands for no reading
//! sounds      for each used symbol that is no ASCII: rice(syllable of its commonest reading, 6)
//!             used: 0 to 9, the point, then what the letters and `symbols` have, in order
//! common      characters that people may type, in order of code points, beside the used ones:
//!             gamma(code point - last one), rice(syllable, 6); the last one is U+4E00 - 1 at first
//! more        "行hang 长zhang …": the other readings of characters that have several
//! ```
//!
//! Groups are numbered from 1: those of syllables in order of their folds, then single letters in
//! order of code points, then all else; 0 stands for "nothing", the partner of a symbol that is a
//! word by itself. A second table (`rare`) has `common` and `more` of level 2 of GB 2312, and
//! `traditional`:
//!
//! ```text
//! traditional   in order of code points: gamma(code point - last one), 16 bits of the simplified one;
//!               the last one is U+3400 - 1 at first
//! ```

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Value, json};

use super::bits::Bits;
use super::blocks::Letter;
use super::readings;
use super::symbols::{self, POINT, lines};

/// Added to a letter, it gives the symbol for "a name's syllable begins with this letter".
const INITIAL: u32 = 0xe000;
/// Symbols that a group can hold; what is beyond shares the last number, and is told apart by the
/// text.
const MOST: usize = 4095;
/// Letters that are put in order of frequency.
const FREQUENT: usize = 300;
/// Lines of `data/common.txt` that are level 1 of the standard: what nearly everything is written in.
const LEVEL_1: usize = 40;

/// Where a symbol stands: its group and its number there.
pub type Key = (u16, u16);

/// The table of a site.
pub struct Table {
    /// By code point, because every symbol of every text is looked up.
    places: Vec<Option<Key>>,
    codes: HashMap<Letter, char>,
    letters: Vec<Letter>,
    extra: String,
    used: Vec<char>,
}

/// The symbol for the initial of a name's syllable.
pub fn initial(letter: char) -> char {
    char::from_u32(u32::from(letter) + INITIAL).unwrap_or(letter)
}

/// The characters that a text is written in: printable ASCII but the quotation mark and the
/// backslash, then what is two bytes long, then the rest.
fn codes() -> impl Iterator<Item = char> {
    let ascii = (' '..='~').filter(|c| !['"', '\\'].contains(c));
    ascii.chain('\u{a1}'..='\u{d7ff}')
}

impl Table {
    /// The table of a site whose letters occur this often, and that has these other symbols.
    pub fn new(letters: &HashMap<Letter, u32>, extra: impl Iterator<Item = char>) -> Self {
        let mut letters: Vec<(Letter, u32)> = letters.iter().map(|(l, n)| (*l, *n)).collect();
        letters.sort_unstable_by_key(|(letter, count)| (std::cmp::Reverse(*count), *letter));
        let mut letters: Vec<Letter> = letters.into_iter().map(|(letter, _)| letter).collect();
        // the rare ones are as long, whatever their order, and this one is told in fewer bytes
        let frequent = FREQUENT.min(letters.len());
        letters[frequent..].sort_unstable();
        let mut seen = BTreeSet::new();
        let mut used: Vec<char> = ('0'..='9').chain([POINT]).collect();
        used.extend(
            letters.iter().map(|(c, _)| symbols::normal(*c)).filter(|c| symbols::is_spoken(*c)),
        );
        used.retain(|symbol| seen.insert(*symbol));
        let extra: BTreeSet<char> = extra.filter(|symbol| !seen.contains(symbol)).collect();
        used.extend(&extra);
        let codes = letters.iter().copied().zip(codes()).collect();
        let extra = extra.into_iter().collect();
        Self { places: places(&used), codes, letters, extra, used }
    }

    /// Where a symbol stands, if the table has it.
    pub fn place(&self, symbol: char) -> Option<Key> {
        self.places.get(symbol as usize).copied().flatten()
    }

    /// A text in the site's letters.
    pub fn write(&self, text: &[Letter]) -> String {
        text.iter().filter_map(|letter| self.codes.get(letter)).collect()
    }

    /// The table as the browser gets it.
    pub fn data(&self) -> Value {
        let syllables = Syllables::new(&self.used);
        let mut flags = Bits::default();
        for (c, begins) in &self.letters {
            flags.bit(!begins);
            flags.bit(symbols::is_spoken(symbols::normal(*c)));
        }
        let mut sounds = Bits::default();
        for symbol in self.used.iter().filter(|symbol| !symbol.is_ascii()) {
            sounds.rice(syllables.number(readings::of(*symbol).first()), SYLLABLE_WIDTH);
        }
        let used: BTreeSet<char> = self.used.iter().copied().collect();
        let common = common(|line| line < LEVEL_1).difference(&used).copied().collect();
        json!({
            "letters": self.letters.iter().map(|(c, _)| *c).collect::<String>(),
            "flags": flags.finish(),
            "symbols": self.extra,
            "syllables": syllables.all.join(" "),
            "sounds": sounds.finish(),
            "common": syllables.sounds_of(&common),
            "more": other_readings(used.iter().chain(&common)),
        })
    }

    /// What a query needs that has a character the table lacks.
    pub fn rare(&self) -> Value {
        let syllables = Syllables::new(&self.used);
        let used: BTreeSet<char> = self.used.iter().copied().collect();
        let common = common(|line| line >= LEVEL_1).difference(&used).copied().collect();
        let mut traditional = Bits::default();
        let mut last = 0x3400 - 1;
        for (from, to) in symbols::traditional() {
            traditional.gamma(u32::from(from) - last);
            traditional.bits(u32::from(to), 16);
            last = u32::from(from);
        }
        json!({
            "common": syllables.sounds_of(&common),
            "more": other_readings(common.iter()),
            "traditional": traditional.finish(),
        })
    }
}

/// The groups of the used symbols, and their numbers in them.
fn places(used: &[char]) -> Vec<Option<Key>> {
    let mut groups: BTreeMap<(u8, String), Vec<char>> = BTreeMap::new();
    for symbol in used {
        let group = match readings::of(*symbol).first() {
            Some(first) => (0, readings::fold(first)),
            None if symbol.is_ascii() || is_initial(*symbol) => (1, symbol.to_string()),
            None => (2, String::new()),
        };
        groups.entry(group).or_default().push(*symbol);
    }
    let most = used.iter().max().map_or(0, |symbol| *symbol as usize);
    let mut places = vec![None; most + 1];
    for (group, symbols) in (1..).zip(groups.values()) {
        for (number, symbol) in symbols.iter().enumerate() {
            let number = u16::try_from(number.min(MOST)).unwrap_or(u16::MAX);
            places[*symbol as usize] = Some((group, number));
        }
    }
    places
}

fn is_initial(symbol: char) -> bool {
    (INITIAL..INITIAL + 0x80).contains(&u32::from(symbol))
}

/// The characters of those lines of `data/common.txt`.
fn common(of: impl Fn(usize) -> bool) -> BTreeSet<char> {
    let all = lines(include_str!("data/common.txt")).enumerate();
    all.filter(|(line, _)| of(*line)).flat_map(|(_, text)| text.chars()).collect()
}

fn other_readings<'a>(symbols: impl Iterator<Item = &'a char>) -> String {
    let several = symbols.filter_map(|c| match readings::of(*c).as_slice() {
        [_, rest @ ..] if !rest.is_empty() && !c.is_ascii() => {
            Some(format!("{c}{}", rest.join(",")))
        }
        _ => None,
    });
    several.collect::<Vec<_>>().join(" ")
}

const SYLLABLE_WIDTH: u32 = 6;
/// The code point before that of the first Chinese character.
const BEFORE_FIRST: u32 = 0x4e00 - 1;

/// All syllables, the one with the most characters first.
struct Syllables {
    all: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl Syllables {
    fn new(used: &[char]) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let mut all = common(|_| true);
        all.extend(used);
        for reading in all.into_iter().flat_map(readings::of) {
            *counts.entry(reading).or_default() += 1;
        }
        let mut all: Vec<_> = counts.into_iter().collect();
        all.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let all: Vec<String> =
            std::iter::once("-".to_owned()).chain(all.into_iter().map(|(s, _)| s)).collect();
        let numbers = (0..).zip(&all).map(|(number, s)| (s.clone(), number)).collect();
        Self { all, numbers }
    }

    fn number(&self, reading: Option<&String>) -> u32 {
        reading.and_then(|reading| self.numbers.get(reading)).copied().unwrap_or(0)
    }

    fn sounds_of(&self, characters: &BTreeSet<char>) -> String {
        let mut bits = Bits::default();
        let mut last = BEFORE_FIRST;
        for c in characters {
            bits.gamma(u32::from(*c) - last);
            bits.rice(self.number(readings::of(*c).first()), SYLLABLE_WIDTH);
            last = u32::from(*c);
        }
        bits.finish()
    }
}
