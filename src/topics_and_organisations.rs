//! Topics and organisations of a site, each with an id that can stand in an address.
//!
//! The editor writes them as plain words, so the id is made from the word: pinyin, letters and
//! digits in lower case, with hyphens. If two words sound the same, the one in the older forum gets
//! the plain id and the other a number, so that no published address changes when a forum is added.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Site, SpeakerIndex, TalkRef};
use crate::text::name_pinyin;

/// Longest id, in characters.
const MAX_LENGTH: usize = 60;

/// Topics and organisations, by name.
#[derive(Clone, Debug, Default)]
pub struct TopicsAndOrganisations {
    /// The topics, sorted by name.
    pub topics: Vec<Topic>,
    /// The organisations, sorted by name.
    pub organisations: Vec<Organisation>,
}

/// A topic of talks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The id, and part of the URL.
    pub id: String,
    /// The name as the editor wrote it, unique among the topics.
    pub name: String,
    /// The talks, in order.
    pub talks: Vec<TalkRef>,
}

/// An organisation: the affiliation of speakers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// The id, and part of the URL.
    pub id: String,
    /// The name as the editor wrote it, unique among the organisations.
    pub name: String,
    /// Its people, in the order of `speakers.yaml`.
    pub people: Vec<SpeakerIndex>,
    /// The talks that have it as the affiliation of a speaker, in order.
    pub talks: Vec<TalkRef>,
}

impl TopicsAndOrganisations {
    /// The topics and organisations of a site.
    pub fn of(site: &Site) -> Self {
        Self { topics: topics(site), organisations: organisations(site) }
    }

    /// The topic of this name.
    pub fn topic(&self, name: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.name == name)
    }

    /// The organisation of this name.
    pub fn organisation(&self, name: &str) -> Option<&Organisation> {
        self.organisations.iter().find(|organisation| organisation.name == name)
    }
}

/// The talks of a site, those of the oldest forum first, which have the first claim to an id.
fn talks(site: &Site) -> impl Iterator<Item = TalkRef> + '_ {
    let forums = site.forums.enumerated().rev();
    forums.flat_map(|(forum, f)| f.talks.indices().map(move |talk| TalkRef { forum, talk }))
}

fn topics(site: &Site) -> Vec<Topic> {
    let mut ids = Ids::default();
    let mut found: BTreeMap<String, Topic> = BTreeMap::new();
    for talk in talks(site) {
        for name in &site.talk(talk).1.topics {
            let topic = found.entry(name.clone()).or_insert_with(|| Topic {
                id: ids.assign(name),
                name: name.clone(),
                talks: Vec::new(),
            });
            if !topic.talks.contains(&talk) {
                topic.talks.push(talk);
            }
        }
    }
    let mut topics: Vec<Topic> = found.into_values().collect();
    // as a reader looks them up, by sound; the name decides between words that sound the same
    topics.sort_by_cached_key(|t| (name_pinyin::to_pinyin(&t.name), t.name.clone()));
    // they were found from the oldest forum on, while pages list the newest first
    topics.iter_mut().for_each(|topic| topic.talks.sort_unstable());
    topics
}

fn organisations(site: &Site) -> Vec<Organisation> {
    let mut ids = Ids::default();
    let mut found: BTreeMap<String, Organisation> = BTreeMap::new();
    let mut add = |name: &str, person: SpeakerIndex, talk: Option<TalkRef>| {
        let organisation = found.entry(name.to_owned()).or_insert_with(|| Organisation {
            id: ids.assign(name),
            name: name.to_owned(),
            people: Vec::new(),
            talks: Vec::new(),
        });
        organisation.people.push(person);
        organisation.talks.extend(talk);
    };
    for talk in talks(site) {
        for appearance in &site.talk(talk).1.speakers {
            if let Some(name) = &appearance.affiliation {
                add(name, appearance.speaker, Some(talk));
            }
        }
    }
    // last, so that an affiliation without talks takes no id from one that has them
    for (number, speaker) in site.speakers.enumerated() {
        if let Some(name) = &speaker.affiliation {
            add(name, number, None);
        }
    }
    let mut organisations: Vec<Organisation> = found.into_values().collect();
    for organisation in &mut organisations {
        organisation.people.sort_unstable();
        organisation.people.dedup();
        organisation.talks.sort_unstable();
        organisation.talks.dedup();
    }
    organisations.sort_by_cached_key(|o| (name_pinyin::to_pinyin(&o.name), o.name.clone()));
    organisations
}

/// The ids in use.
#[derive(Default)]
struct Ids {
    given: BTreeSet<String>,
}

impl Ids {
    fn assign(&mut self, name: &str) -> String {
        let plain = slug(name);
        let mut id = plain.clone();
        let mut number = 1;
        // a number may be taken too, where a name ends with it
        while !self.given.insert(id.clone()) {
            number += 1;
            id = format!("{plain}-{number}");
        }
        id
    }
}

/// Makes an id from a name: `ke-jie-shi-xing` from `可解释性`, `ai-shou-ji` from `AI手机`.
fn slug(name: &str) -> String {
    let mut spelled = String::new();
    let mut latin = false;
    for c in name.chars() {
        let is_latin = c.is_ascii_alphanumeric();
        // a Latin word stays one part, and every Chinese syllable is one
        if !(latin && is_latin) {
            spelled.push('-');
        }
        latin = is_latin;
        match is_latin {
            true => spelled.push(c.to_ascii_lowercase()),
            false => spelled.push_str(&name_pinyin::syllable(c).unwrap_or("-").replace('ü', "v")),
        }
    }
    let kept = spelled.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' });
    let kept: String = kept.collect();
    let mut id = String::new();
    for part in kept.split('-').filter(|part| !part.is_empty()) {
        // a name is cut between syllables; at the limit there is no room for the hyphen
        if id.len() + part.len() >= MAX_LENGTH {
            break;
        }
        id.push_str(if id.is_empty() { "" } else { "-" });
        id.push_str(part);
    }
    // an id is the name of a folder, so it cannot be empty
    if id.is_empty() { "x".to_owned() } else { id }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_word_in_ascii() {
        assert_eq!(slug("可解释性"), "ke-jie-shi-xing");
        assert_eq!(slug("AI手机"), "ai-shou-ji");
        assert_eq!(slug("九章云极DataCanvas"), "jiu-zhang-yun-ji-datacanvas");
        assert_eq!(slug("规模定律"), "gui-mo-ding-lv", "ü has no letter of its own in ASCII");
        assert_eq!(slug("…"), "x");
        assert!(slug(&"长".repeat(99)).len() <= MAX_LENGTH);
    }

    #[test]
    fn words_that_sound_the_same_have_different_ids() {
        let mut ids = Ids::default();
        let given: Vec<String> =
            ["数智", "数值", "术智"].iter().map(|name| ids.assign(name)).collect();
        assert_eq!(given, ["shu-zhi", "shu-zhi-2", "shu-zhi-3"]);
    }
}
