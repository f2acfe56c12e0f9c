//! The forms by which speakers are named within a forum.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::honorifics::{TITLES, can_address, family_and_given, fits, surname};
use crate::model::{Forum, IndexVec, Site, SpeakerIndex, Talk, TalkIndex};
use crate::text::{Segmenter, name_pinyin};

/// Whom a form refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NameMeaning {
    /// This speaker.
    One(SpeakerIndex),
    /// One of these; which one is not known.
    Several(Vec<SpeakerIndex>),
    /// This speaker, or the ordinary word that it is as well.
    Word(SpeakerIndex),
    /// This speaker, if their surname, which sounds the same, was meant.
    Sound(SpeakerIndex),
}

/// The forms that hold in a forum, by first character, the longest first.
pub(super) struct NameForms {
    by_first: HashMap<char, Vec<(String, NameMeaning)>>,
    /// For each talk, the forms that hold only in it; they take precedence.
    of_talks: IndexVec<TalkIndex, Vec<(String, NameMeaning)>>,
}

impl NameForms {
    /// Collects the names of all speakers of the site, and the forms of address of the forum's
    /// people.
    pub(super) fn of(site: &Site, forum: &Forum, segmenter: &Segmenter) -> Self {
        let mut senses: BTreeMap<String, NameMeaning> = BTreeMap::new();
        // forms of address first, since the forms below are compared with them
        senses.extend(addresses(site, forum));
        for (form, sense) in misheard(site, forum, segmenter) {
            // 副总 (vice president) stays unclear, even if it is a misheard 傅总
            senses.entry(form).or_insert(sense);
        }
        for (form, sense) in spellings(site, segmenter) {
            let sense = match senses.remove(&form) {
                Some(derived) => merged(derived, sense),
                None => sense,
            };
            senses.insert(form, sense);
        }
        for (form, speaker) in &forum.called {
            // the editor may quote a form as it was heard, but mentions are found in the clean text
            for form in corrected(form, forum) {
                senses.insert(form, NameMeaning::One(*speaker));
            }
        }
        // names come last, so that they replace every other sense
        let mut names: BTreeMap<&str, Vec<SpeakerIndex>> = BTreeMap::new();
        for (number, speaker) in site.speakers.enumerated() {
            for name in std::iter::once(&speaker.name).chain(&speaker.latin) {
                names.entry(name).or_default().push(number);
            }
        }
        senses.extend(names.into_iter().map(|(name, whom)| (name.to_owned(), any_of(whom))));
        let own = |talk: &Talk| {
            let forms = talk.called.iter().flat_map(|(form, whom)| {
                corrected(form, forum).into_iter().map(|form| (form, NameMeaning::One(*whom)))
            });
            let mut forms: Vec<_> = forms.collect();
            forms.sort_by_key(|(form, _)| Reverse(form.len()));
            forms
        };
        let of_talks = forum.talks.iter().map(own).collect();
        Self { by_first: by_first(senses), of_talks }
    }

    /// The forms that begin with a character: those of the talk, then the others, each the longest
    /// first.
    pub(super) fn beginning(
        &self,
        first: char,
        talk: Option<TalkIndex>,
    ) -> impl Iterator<Item = &(String, NameMeaning)> {
        let own = talk.map_or(&[][..], |talk| &self.of_talks[talk]);
        let own = own.iter().filter(move |(form, _)| form.starts_with(first));
        own.chain(self.by_first.get(&first).into_iter().flatten())
    }
}

fn by_first(senses: BTreeMap<String, NameMeaning>) -> HashMap<char, Vec<(String, NameMeaning)>> {
    let mut by_first: HashMap<char, Vec<(String, NameMeaning)>> = HashMap::new();
    for (form, sense) in senses {
        // a form of one character would be found everywhere
        if let Some(first) = form.chars().next().filter(|_| form.chars().nth(1).is_some()) {
            by_first.entry(first).or_default().push((form, sense));
        }
    }
    for forms in by_first.values_mut() {
        forms.sort_by_key(|(form, _)| Reverse(form.len()));
    }
    by_first
}

/// The misrecognised spellings of all names; the input stage makes sure that they are unique.
fn spellings(site: &Site, segmenter: &Segmenter) -> Vec<(String, NameMeaning)> {
    let people = site.speakers.enumerated();
    let spellings = people.flat_map(|(n, speaker)| speaker.heard_as.iter().map(move |h| (h, n)));
    let sense = |heard: &str| {
        if segmenter.is_in_dictionary(heard) { NameMeaning::Word } else { NameMeaning::One }
    };
    spellings.map(|(heard, number)| (heard.clone(), sense(heard)(number))).collect()
}

/// The sense of a form of address that is also a misrecognised spelling; if that is another
/// person's, one of both.
fn merged(address: NameMeaning, spelling: NameMeaning) -> NameMeaning {
    let mut whom = match address {
        NameMeaning::One(whom) => vec![whom],
        NameMeaning::Several(whom) => whom,
        NameMeaning::Word(_) | NameMeaning::Sound(_) => return spelling,
    };
    // a form of address is no ordinary word
    let (NameMeaning::One(other) | NameMeaning::Word(other)) = spelling else { return spelling };
    whom.push(other);
    whom.sort_unstable();
    whom.dedup();
    any_of(whom)
}

fn any_of(mut whom: Vec<SpeakerIndex>) -> NameMeaning {
    match whom.as_slice() {
        [only] => NameMeaning::One(*only),
        _ => NameMeaning::Several(std::mem::take(&mut whom)),
    }
}

/// A form, and the forms that corrections make of it.
fn corrected(form: &str, forum: &Forum) -> Vec<String> {
    let mut forms = vec![form.to_owned()];
    for correction in &forum.corrections {
        let meant = form.replace(correction.heard.as_str(), &correction.meant);
        if !forms.contains(&meant) {
            forms.push(meant);
        }
    }
    forms
}

/// Everyone who takes part in the forum, in the order of `speakers.yaml`.
pub fn people(forum: &Forum) -> Vec<SpeakerIndex> {
    let talks = forum.talks.iter();
    let mut people: Vec<SpeakerIndex> =
        forum.turns.iter().filter_map(|turn| turn.speaker).collect();
    people.extend(talks.flat_map(|t| t.speakers.iter().map(|a| a.speaker).chain(t.chair)));
    // chairs may have no turn of their own and are addressed all the same
    people.extend(forum.sessions.iter().filter_map(|s| s.chair));
    let called = forum.called.iter().chain(forum.talks.iter().flat_map(|talk| &talk.called));
    people.extend(called.map(|(_, speaker)| *speaker));
    people.sort_unstable();
    people.dedup();
    people
}

/// Surname with title for each of the forum's people, and what sounds the same. People whose
/// surnames sound the same (杜, 堵) share their forms, since a recogniser cannot tell them apart.
fn addresses(site: &Site, forum: &Forum) -> Vec<(String, NameMeaning)> {
    let mut by_surname: BTreeMap<&str, Vec<SpeakerIndex>> = BTreeMap::new();
    for person in people(forum) {
        if let Some((surname, _)) = family_and_given(&site.speakers[person]) {
            by_surname.entry(surname).or_default().push(person);
        }
    }
    let mut found = Vec::new();
    for surname in by_surname.keys().filter(|surname| can_address(surname)) {
        let sound = name_pinyin::to_pinyin(surname);
        // a recogniser hears no difference, so a surname written right proves nothing
        let alike = by_surname.iter().filter(|(other, _)| name_pinyin::to_pinyin(other) == sound);
        let mut bearers: Vec<SpeakerIndex> =
            alike.flat_map(|(_, bearers)| bearers).copied().collect();
        bearers.sort_unstable();
        for (title, evidence) in TITLES {
            let fits =
                |&person: &SpeakerIndex| fits((title, evidence), titles_of(site, forum, person));
            let fitting: Vec<SpeakerIndex> = bearers.iter().copied().filter(fits).collect();
            if fitting.is_empty() {
                continue;
            }
            let one = (fitting.len() == 1).then(|| fitting[0]);
            found.push((format!("{surname}{title}"), any_of(fitting)));
            // only for one person: of several the sound cannot tell which is meant
            if let (Some(one), true) = (one, SOUND_ALIKE_TITLES.contains(&title)) {
                let others =
                    // many characters sound like a surname, and only those in the text matter
                    characters_before(&forum.transcript.text, title).into_iter().filter(|other| {
                        !by_surname.contains_key(other.as_str())
                            && !NO_SURNAMES.contains(other.as_str())
                            && name_pinyin::to_pinyin(other) == sound
                    });
                found.extend(
                    others.map(|other| (format!("{other}{title}"), NameMeaning::Sound(one))),
                );
            }
        }
    }
    found
}

/// Misheard surname with title, as `heard_as` suggests: if 孙亚男 is 眭亚楠, so is 孙老师. A
/// surname that somebody in the forum has is left out. The misheard given name must sound like the
/// right one, so that only misheard whole names are taken.
fn misheard(site: &Site, forum: &Forum, segmenter: &Segmenter) -> Vec<(String, NameMeaning)> {
    let people = people(forum);
    let own = |person: &SpeakerIndex| family_and_given(&site.speakers[*person]);
    let taken: BTreeSet<&str> = people.iter().filter_map(own).map(|(surname, _)| surname).collect();
    let mut by_form: BTreeMap<String, Vec<SpeakerIndex>> = BTreeMap::new();
    for &person in &people {
        let Some((_, given)) = own(&person) else { continue };
        let heard = site.speakers[person].heard_as.iter().filter_map(|heard| surname(heard));
        let like = heard
            .filter(|(_, heard)| name_pinyin::to_pinyin(heard) == name_pinyin::to_pinyin(given));
        // several misheard spellings may share a surname, which must not be added twice
        let surnames: BTreeSet<&str> = like.map(|(surname, _)| surname).collect();
        for surname in surnames.into_iter().filter(|s| !taken.contains(s) && can_address(s)) {
            let fits = |title: &(&str, &[&str])| fits(*title, titles_of(site, forum, person));
            for (title, _) in TITLES.into_iter().filter(fits) {
                by_form.entry(format!("{surname}{title}")).or_default().push(person);
            }
        }
    }
    let sense = |form: &str, whom: Vec<SpeakerIndex>| match whom.as_slice() {
        [only] if segmenter.is_in_dictionary(form) => NameMeaning::Word(*only),
        _ => any_of(whom),
    };
    by_form.into_iter().map(|(form, whom)| (form.clone(), sense(&form, whom))).collect()
}

/// Titles for which forms that sound the same are looked for.
const SOUND_ALIKE_TITLES: [&str; 4] = ["总", "院士", "教授", "老师"];

/// Characters before a title that are conjunctions, quantifiers and similar words: 我与老师,
/// 其余老师.
const NO_SURNAMES: &str =
    "与于余其及即几既每诸各有由又如向像对为位和令使问请让是把被让给跟同说该此本原都总";

/// The characters that are before a title anywhere in the text.
fn characters_before(text: &str, title: &str) -> BTreeSet<String> {
    let places = text.match_indices(title);
    places.filter_map(|(at, _)| text[..at].chars().next_back()).map(String::from).collect()
}

fn titles_of<'a>(
    site: &'a Site,
    forum: &'a Forum,
    person: SpeakerIndex,
) -> impl Iterator<Item = &'a str> {
    let appearances = forum.talks.iter().flat_map(|talk| &talk.speakers);
    // both, since people may be addressed by what they were on the day or by what they are
    let own = appearances.filter(move |a| a.speaker == person).filter_map(|a| a.title.as_deref());
    own.chain(site.speakers[person].title.as_deref())
}
