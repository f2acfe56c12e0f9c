//! Names in citations: family and given name, in whatever order they are written.

use crate::analysis::mentions::surname;
use crate::model::Speaker;
use crate::text::name_pinyin;

/// An author of a citation: a speaker of the talk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The name as it should be written.
    pub name: String,
    /// Family and given name, if they can be told apart.
    pub parts: Option<(String, String)>,
    /// Family and given name in Latin letters, if that is another form of the name.
    pub latin: Option<(String, String)>,
    /// Whether somebody has verified the name.
    pub verified: bool,
}

impl Author {
    /// The name of a speaker.
    pub fn of(speaker: &Speaker) -> Self {
        let name = without_spaces(&speaker.name);
        // a name in Chinese characters is tried first: its family name comes first, without a comma
        let chinese = surname(&name);
        let parts = match chinese {
            Some((family, given)) => Some((family.to_owned(), given.to_owned())),
            None => western(&name),
        };
        let latin = speaker.latin.as_deref().filter(|latin| *latin != speaker.name);
        Self {
            name: speaker.name.clone(),
            parts,
            latin: latin.and_then(|latin| from_pinyin(latin, chinese.map(|(family, _)| family))),
            verified: speaker.verified,
        }
    }

    /// `陶, 大程`, as in BibTeX and RIS; the whole name if its parts cannot be told apart.
    pub(super) fn family_first(&self) -> String {
        match &self.parts {
            Some((family, given)) => format!("{family}, {given}"),
            None => self.name.clone(),
        }
    }

    /// Whether the name is written in Latin letters.
    pub(super) fn is_latin(&self) -> bool {
        self.name.chars().any(|c| c.is_ascii_alphabetic())
    }
}

/// A name; a Chinese one without the spaces that it may be set with: 李 明 is 李明.
fn without_spaces(name: &str) -> String {
    let without_spaces: String = name.split_whitespace().collect();
    // a foreign name keeps its spaces, which are what divides it
    let is_chinese = without_spaces.chars().all(|c| ('\u{3400}'..='\u{9fff}').contains(&c));
    if is_chinese { without_spaces } else { name.to_owned() }
}

/// Particles that begin a family name.
const PARTICLES: [&str; 18] = [
    "van", "von", "de", "der", "den", "di", "da", "du", "la", "le", "los", "las", "del", "della",
    "dos", "das", "ter", "ten",
];

/// Suffixes of names.
const SUFFIXES: [&str; 5] = ["Jr.", "Sr.", "II", "III", "IV"];

/// Family and given name of a name with the family name last (`Yann LeCun`, `Ludwig van Beethoven`)
/// or before a comma (`LeCun, Yann`). A suffix goes with the given name: `King`, `Martin Luther,
/// Jr.`.
fn western(name: &str) -> Option<(String, String)> {
    // `and` separates authors
    if name.split_whitespace().any(|word| word == "and") {
        return None;
    }
    let last = name.rsplit([' ', ',']).next().unwrap_or_default();
    let is_suffix = |suffix: &&&str| suffix.trim_end_matches('.') == last.trim_end_matches('.');
    // this comes before the comma is looked for: that of `King, Jr.` divides no family name from a
    // given one
    if let Some(suffix) = SUFFIXES.iter().find(is_suffix) {
        let rest = name[..name.len() - last.len()].trim_end_matches([' ', ',']);
        return western(rest).map(|(family, given)| (family, format!("{given}, {suffix}")));
    }
    if let Some((family, given)) = name.split_once(',') {
        let (family, given) = (family.trim(), given.trim());
        let both = !family.is_empty() && !given.is_empty();
        return both.then(|| (family.to_owned(), given.to_owned()));
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    // the family name begins at this index; one word alone cannot be divided
    let mut family = words.len().checked_sub(1).filter(|last| *last > 0)?;
    // at least one word is left for the given name
    while family > 1 && PARTICLES.contains(&words[family - 1].to_lowercase().as_str()) {
        family -= 1;
    }
    Some((words[family..].join(" "), words[..family].join(" ")))
}

/// A given name, and the suffix that [`western`] appended.
pub(super) fn without_suffix(given: &str) -> (&str, Option<&str>) {
    match given.rsplit_once(", ") {
        Some((given, suffix)) => (given, Some(suffix)),
        None => (given, None),
    }
}

/// A Chinese name in Latin letters: people write the family name first or last, and its pinyin
/// tells which.
fn from_pinyin(latin: &str, family: Option<&str>) -> Option<(String, String)> {
    let words: Vec<&str> = latin.split_whitespace().collect();
    // a compound surname is one word in Latin letters (`Ouyang`), and two syllables in pinyin
    let sound = family.map(|family| name_pinyin::to_pinyin(family).replace(' ', ""));
    match (words.as_slice(), sound) {
        ([first, rest @ ..], Some(sound)) if !rest.is_empty() && first.to_lowercase() == sound => {
            Some(((*first).to_owned(), rest.join(" ")))
        }
        _ => western(latin),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(family: &str, given: &str) -> Option<(String, String)> {
        Some((family.to_owned(), given.to_owned()))
    }

    #[test]
    fn the_family_name_is_found_wherever_it_stands() {
        assert_eq!(western("Yann LeCun"), pair("LeCun", "Yann"));
        assert_eq!(western("Ludwig van Beethoven"), pair("van Beethoven", "Ludwig"));
        assert_eq!(western("Sutton, Richard S."), pair("Sutton", "Richard S."));
        assert_eq!(western("Plato"), None);
        assert_eq!(western("Maria de los Angeles"), pair("de los Angeles", "Maria"));
        assert_eq!(western("Tom and Jerry"), None);
        assert_eq!(western(","), None);
        assert_eq!(western("Martin Luther King Jr."), pair("King", "Martin Luther, Jr."));
        assert_eq!(western("Peebles, P. Z., Jr."), pair("Peebles", "P. Z., Jr."));
        assert_eq!(western("欧仁·鲍狄埃"), None, "which of them the family's is, nobody can tell");
        assert_eq!(from_pinyin("Dacheng Tao", Some("陶")), pair("Tao", "Dacheng"));
        assert_eq!(from_pinyin("Liao Yunfa", Some("廖")), pair("Liao", "Yunfa"));
        assert_eq!(from_pinyin("Xiang Sean Zhou", Some("周")), pair("Zhou", "Xiang Sean"));
        assert_eq!(from_pinyin("Zeng Yi", Some("曾")), pair("Zeng", "Yi"));
        assert_eq!(from_pinyin("Ouyang Xiu", Some("欧阳")), pair("Ouyang", "Xiu"));
    }

    #[test]
    fn a_space_within_a_chinese_name_divides_nothing() {
        assert_eq!(without_spaces("李 明"), "李明");
        assert_eq!(without_spaces("Yann LeCun"), "Yann LeCun");
    }
}
