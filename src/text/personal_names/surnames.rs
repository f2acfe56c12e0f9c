//! The lists of surnames.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What kind of surname it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// Chinese, of one character.
    Single,
    /// Chinese, of one character, and common.
    Common,
    /// Chinese or Korean, of several characters.
    Compound,
    /// A compound one that may as well be a single one with the first character of a given name.
    Doubtful,
    /// Japanese, in Chinese characters.
    Japanese,
    /// Korean, in Hangul.
    Hangul,
}

/// The lists.
pub(super) struct Surnames {
    of_kind: HashSet<(Kind, &'static str)>,
    readings: HashMap<&'static str, Vec<&'static str>>,
}

/// The lists, read once.
pub(super) static SURNAMES: LazyLock<Surnames> = LazyLock::new(Surnames::read);

/// The lines of a list without its comments.
fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

impl Surnames {
    fn read() -> Self {
        let mut lists = Self { of_kind: HashSet::new(), readings: HashMap::new() };
        for line in lines(include_str!("data/chinese_surnames.txt")) {
            let mark = line.split(' ').next().filter(|mark| ["!", "?"].contains(mark));
            for name in line.split(' ').filter(|name| Some(*name) != mark) {
                let kind = match (mark, name.chars().nth(1).is_some()) {
                    (Some("?"), _) => Kind::Doubtful,
                    (_, true) => Kind::Compound,
                    (_, false) => Kind::Single,
                };
                lists.of_kind.insert((kind, name));
                lists
                    .of_kind
                    .extend(mark.filter(|mark| *mark == "!").map(|_| (Kind::Common, name)));
            }
        }
        lists.read_readings(include_str!("data/japanese_surnames.txt"), Some(Kind::Japanese));
        lists.read_readings(include_str!("data/other_spellings.txt"), None);
        for line in lines(include_str!("data/korean_surnames.txt")) {
            lists.of_kind.extend(line.split(' ').map(|name| (Kind::Hangul, name)));
        }
        lists
    }

    /// Lines of forms, a tab, and readings.
    fn read_readings(&mut self, list: &'static str, kind: Option<Kind>) {
        for (forms, readings) in lines(list).filter_map(|line| line.split_once('\t')) {
            for form in forms.split(' ') {
                self.of_kind.extend(kind.map(|kind| (kind, form)));
                self.readings.entry(form).or_default().extend(readings.split(' '));
            }
        }
    }

    /// Whether a surname is in the list of a kind.
    pub(super) fn has(&self, kind: Kind, surname: &str) -> bool {
        // the key of the set has the life of the lists, and is found by an equal one of any life
        self.of_kind.contains(&(kind, surname))
    }

    /// How a surname is read by the lists.
    pub(super) fn readings(&self, surname: &str) -> impl Iterator<Item = &'static str> {
        self.readings.get(surname).into_iter().flatten().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_as_their_heads_say() {
        let count = |kind| SURNAMES.of_kind.iter().filter(|(of, _)| *of == kind).count();
        assert!(count(Kind::Single) > 600 && count(Kind::Common) > 150);
        assert!(count(Kind::Compound) > 100 && count(Kind::Japanese) > 1500);
        let sizes = |kind| SURNAMES.of_kind.iter().filter(move |(of, _)| *of == kind);
        assert!(sizes(Kind::Japanese).all(|(_, name)| (1..=4).contains(&name.chars().count())));
        for (name, readings) in &SURNAMES.readings {
            let is_latin = |reading: &&str| reading.bytes().all(|b| b.is_ascii_lowercase());
            assert!(readings.iter().all(is_latin), "{name}");
        }
    }
}
