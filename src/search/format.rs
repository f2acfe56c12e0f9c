//! The constants of the index's files that the browser must have as well.
//!
//! They stand once, in the scripts that read the files: `FORMAT` in `static/search/shards.js` and
//! `SPOKEN` in `static/search/text.js`. This module takes them from there when the program is
//! compiled, so that the two sides cannot disagree; a constant that a script lacks does not
//! compile. Each is explained beside its value in the script.

const SHARDS: &str = include_str!("../../static/search/shards.js");
const TEXT: &str = include_str!("../../static/search/text.js");

/// Version of the files.
pub const VERSION: u32 = number("VERSION");
/// The 64 digits of base64.
pub const BASE64_DIGITS: &[u8] = text(SHARDS, "BASE64_DIGITS").as_bytes();
/// In an edit of a text: before what was heard. This and the next two are private-use characters,
/// which no text contains.
pub const EDIT_START: char = character("EDIT_START");
/// Between what was heard and what was meant.
pub const EDIT_MIDDLE: char = character("EDIT_MIDDLE");
/// After what was meant.
pub const EDIT_END: char = character("EDIT_END");
/// Added to the code point of a letter, gives the symbol of a syllable's initial in a name.
pub const INITIAL_OFFSET: u32 = number("INITIAL_OFFSET");
/// The parameter k of the Rice codes of syllables: how many low bits are written as they are.
pub const SYLLABLE_BITS: u32 = number("SYLLABLE_BITS");
/// The highest number of a symbol within its group; all symbols beyond share it.
pub const LAST_IN_GROUP: u16 = number("LAST_IN_GROUP") as u16;
/// Number of shards of rare characters, which people may type though no text has them.
pub const RARE_SHARDS: u32 = number("RARE_SHARDS");
/// The code point from which the gaps in the readings of a rare shard are counted.
pub const FIRST_READING: u32 = number("FIRST_READING");
/// The code point from which the gaps in its traditional characters are counted; the first that may
/// have a simplified form.
pub const FIRST_TRADITIONAL: u32 = number("FIRST_TRADITIONAL");
/// Blocks after which no other forum joins a volume.
pub const VOLUME_BLOCKS: usize = number("VOLUME_BLOCKS") as usize;
/// Consecutive blocks that are one item of the routes. By chance, all pairs of a query are in so
/// few blocks much more rarely than in a volume.
pub const ROUTE_BLOCKS: usize = number("ROUTE_BLOCKS") as usize;
/// Symbols of the tail of a block: the longest query that is found across its end.
pub const TAIL_SYMBOLS: usize = number("TAIL_SYMBOLS") as usize;
/// The place of a passage on its talk's page.
pub const PLACE_TALK: isize = number("PLACE_TALK") as isize;
/// The place of a passage among the host's words on a talk's page.
pub const PLACE_INTRODUCTION: isize = number("PLACE_INTRODUCTION") as isize;
/// The place of a passage on the page of the host's words.
pub const PLACE_HOST: isize = number("PLACE_HOST") as isize;
/// The place of a passage on the page of the whole record.
pub const PLACE_RECORD: isize = number("PLACE_RECORD") as isize;
/// How the digits from 0 to 9 are read, with a space between digits and a comma between variants.
pub const DIGIT_READINGS: &str = text(TEXT, "DIGITS");
/// How a decimal point is read.
pub const POINT_READING: &str = text(TEXT, "POINT");
/// The ranges of code points that are accents, in hexadecimal: `300-36f 640 …`.
pub const MARKS: &str = text(TEXT, "MARKS");
/// Letters that decompose into no accent, each followed by the letters that it is searched as.
pub const LETTERS: &str = text(TEXT, "LETTERS");

/// Byte offset of the value of a constant in a script: after ` NAME: `.
const fn start_of(script: &str, name: &str) -> usize {
    let (script, name) = (script.as_bytes(), name.as_bytes());
    // from 1, since the byte before is read; no script begins with a constant
    let mut at = 1;
    loop {
        assert!(at + name.len() + 2 < script.len(), "the script has no such constant");
        // by hand: a `const fn` can use neither iterators nor the comparison of slices
        let mut same = 0;
        while same < name.len() && script[at + same] == name[same] {
            same += 1;
        }
        let end = at + name.len();
        // with the characters around it, so that a name is not found at the end of a longer one
        let is_key = script[at - 1] == b' ' && script[end] == b':' && script[end + 1] == b' ';
        if same == name.len() && is_key {
            return end + 2;
        }
        at += 1;
    }
}

/// A number of `FORMAT`, decimal or hexadecimal.
const fn number(name: &str) -> u32 {
    let script = SHARDS.as_bytes();
    let mut at = start_of(SHARDS, name);
    let radix = if script[at + 1] == b'x' { 16 } else { 10 };
    if radix == 16 {
        at += 2;
    }
    // without this, an expression would be read as 0 and compile
    assert!((script[at] as char).is_digit(radix), "the constant is not a number");
    let mut number = 0;
    while let Some(digit) = (script[at] as char).to_digit(radix) {
        number = number * radix + digit;
        at += 1;
    }
    number
}

const fn character(name: &str) -> char {
    match char::from_u32(number(name)) {
        Some(character) => character,
        // a test holds that this does not happen
        None => char::REPLACEMENT_CHARACTER,
    }
}

/// A text between quotation marks, without escapes.
const fn text(script: &'static str, name: &str) -> &'static str {
    let start = start_of(script, name);
    let (_, rest) = script.split_at(start + 1);
    let mut end = 0;
    while rest.as_bytes()[end] != b'"' {
        end += 1;
    }
    rest.split_at(end).0
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;

    fn files(folder: &str, extension: &str) -> Vec<(PathBuf, String)> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let ours = paths.filter(|path| path.extension().is_some_and(|e| e == extension));
        ours.map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
    }

    /// A file without the lines that are comments.
    fn code(text: &str) -> String {
        let lines = text.lines().map(str::trim);
        lines.filter(|line| !line.starts_with("//")).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_constants_are_those_of_the_scripts() {
        assert_eq!(BASE64_DIGITS.len(), 64);
        assert_eq!([BASE64_DIGITS[0], BASE64_DIGITS[63]], *b"A/");
        assert_eq!([EDIT_START, EDIT_MIDDLE, EDIT_END], ['\u{e100}', '\u{e101}', '\u{e102}']);
        assert_eq!((LAST_IN_GROUP, FIRST_TRADITIONAL), (0xfff, 0x3400));
        assert_eq!(DIGIT_READINGS.split(' ').count(), 10);
        assert_eq!(POINT_READING, "dian");
    }

    /// Whether a file declares something to be a number.
    fn declares(code: &str, number: u32) -> bool {
        [format!("= {number};"), format!("= {number:#x};")].iter().any(|form| code.contains(form))
    }

    #[test]
    fn no_script_and_no_module_has_a_copy_of_a_constant() {
        let numbers = [LAST_IN_GROUP.into(), INITIAL_OFFSET, FIRST_READING, FIRST_TRADITIONAL];
        let edits = [EDIT_START, EDIT_MIDDLE, EDIT_END].map(u32::from);
        let large = || numbers.into_iter().chain(edits).chain([VOLUME_BLOCKS as u32]);
        // small numbers may stand for something else, in scripts more than here
        let small = [SYLLABLE_BITS, RARE_SHARDS];
        let modules = files("src/search", "rs").into_iter().map(|file| (file, &small[..]));
        let scripts = files("static/search", "js").into_iter().map(|file| (file, &[][..]));
        for ((path, text), more) in modules.chain(scripts) {
            let (name, code) = (path.file_name().unwrap().to_string_lossy(), code(&text));
            if name != "shards.js" && name != "format.rs" {
                assert!(!code.contains("const VERSION"), "{name} has a version of its own");
                assert!(!code.contains("UVWXYZabcdef"), "{name} has digits of its own");
                let copy = large().chain(more.iter().copied()).find(|n| declares(&code, *n));
                assert_eq!(copy, None, "{name} has a number of the format as its own");
            }
            if name != "text.js" && name != "format.rs" {
                let is_copy = code.contains("\"ling") || code.contains("\"dian\"");
                assert!(!is_copy, "{name} has readings of digits of its own");
            }
        }
    }
}
