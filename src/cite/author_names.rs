//! Names in citations: family and given name, in whatever order they are written.

use crate::model::Speaker;
use crate::text::personal_names::{self, is_collective, is_east_asian};

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
        let latin = speaker.latin.as_deref().filter(|latin| *latin != speaker.name);
        let parts = name_parts(speaker);
        let family = parts.as_ref().map(|(family, _)| family.as_str());
        Self {
            name: speaker.name.clone(),
            latin: latin.and_then(|latin| latin_parts(speaker, latin, family)),
            parts,
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

/// Family and given name of a speaker's name.
fn name_parts(speaker: &Speaker) -> Option<(String, String)> {
    let owned = |(family, given): (&str, &str)| (family.to_owned(), given.to_owned());
    if let Some(parts) = speaker.name_parts() {
        return Some(owned(parts));
    }
    let name = &speaker.name;
    if speaker.literal {
        return None;
    }
    if !is_east_asian(name) {
        return western(name);
    }
    // 李 小 明, set with blanks between all characters
    let joined: String = name.split_whitespace().collect();
    let spaced = joined.len() < name.len();
    let parts = personal_names::divide(&joined, speaker.latin.as_deref());
    parts.filter(|_| spaced).map(owned)
}

/// Family and given name in Latin letters, of a name whose family name is known or is not.
fn latin_parts(speaker: &Speaker, latin: &str, family: Option<&str>) -> Option<(String, String)> {
    if speaker.literal || is_collective(&speaker.name) {
        return None;
    }
    match &speaker.family_and_given {
        Some(parts) if latin.contains(&parts.0) => Some(parts.clone()),
        _ => by_reading(latin, family),
    }
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
    // `and` separates authors; City Data Office is none
    if is_collective(name) || name.split_whitespace().any(|word| word == "and") {
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

/// A name of Chinese characters in Latin letters: people write the family name first or last, and
/// how it is read tells which.
fn by_reading(latin: &str, family: Option<&str>) -> Option<(String, String)> {
    let words: Vec<&str> = latin.split_whitespace().collect();
    let is_family = |word: &str| family.is_some_and(|f| personal_names::is_reading(word, f));
    match words.as_slice() {
        // a compound surname is one word in Latin letters (`Ouyang`), and two syllables in pinyin
        [first, rest @ ..] if !rest.is_empty() && !latin.contains(',') && is_family(first) => {
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
        assert_eq!(by_reading("Dacheng Tao", Some("陶")), pair("Tao", "Dacheng"));
        assert_eq!(by_reading("Liao Yunfa", Some("廖")), pair("Liao", "Yunfa"));
        assert_eq!(by_reading("Xiang Sean Zhou", Some("周")), pair("Zhou", "Xiang Sean"));
        assert_eq!(by_reading("Zeng Yi", Some("曾")), pair("Zeng", "Yi"));
        assert_eq!(by_reading("Ouyang Xiu", Some("欧阳")), pair("Ouyang", "Xiu"));
    }

    fn speaker(name: &str, latin: Option<&str>) -> Speaker {
        let file = crate::diagnostics::SourceMap::default().add("speakers.yaml", "");
        Speaker {
            id: "x".to_owned(),
            name: name.to_owned(),
            latin: latin.map(str::to_owned),
            family_and_given: None,
            literal: false,
            heard_as: Vec::new(),
            affiliation: None,
            title: None,
            verified: true,
            links: Vec::new(),
            span: crate::diagnostics::Span::whole(file),
        }
    }

    #[test]
    fn a_name_of_another_script_is_divided_with_its_latin_form() {
        let author = Author::of(&speaker("山田太郎", Some("Yamada Taro")));
        assert_eq!(author.parts, pair("山田", "太郎"));
        assert_eq!(author.latin, pair("Yamada", "Taro"));
        assert_eq!(Author::of(&speaker("李 小 明", None)).parts, pair("李", "小明"));
        assert_eq!(Author::of(&speaker("𠮷 明", None)).parts, pair("𠮷", "明"));
        let group = Author::of(&speaker("城市数据", Some("City Data")));
        assert_eq!((group.parts, group.latin), (None, None));
        assert_eq!(Author::of(&speaker("杨立昆 Yann", None)).parts, None);
    }

    #[test]
    fn what_the_editor_wrote_outranks_what_is_guessed() {
        let mut given = speaker("高桥凉", Some("Ryo Takahashi"));
        given.family_and_given = Some(("高".to_owned(), "桥凉".to_owned()));
        assert_eq!(Author::of(&given).parts, pair("高", "桥凉"));
        given.family_and_given = Some(("Takahashi".to_owned(), "Ryo".to_owned()));
        assert_eq!(Author::of(&given).latin, pair("Takahashi", "Ryo"));
        assert_eq!(Author::of(&given).parts, pair("高桥", "凉"));
        given.literal = true;
        let literal = Author::of(&given);
        assert_eq!((literal.parts, literal.latin), (None, None));
    }
}
