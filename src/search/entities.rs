//! The catalogue: who and what a site has, to be found by name.
//!
//! ```text
//! entry = [kind, url, name, [also], [heard], [about], initials]  or, of an organisation,
//!         [kind, url, name, [also], [heard], [about], initials, short]
//!   kind      speaker | talk | forum | organisation | topic
//!   also      the name otherwise: in Latin letters
//!   heard     as the recogniser wrote it; found, and never shown as a name
//!   about     affiliations and titles of a speaker, topics and speakers of a talk
//!   initials  first letters of the name's syllables, a surname read as one: 曾毅 zy
//!   short     what its short forms are made of, in order: 中信通研院, from which 信通院 is taken
//! ```
//!
//! A Chinese name is shortened by taking the first characters of some of its words, and of longer
//! words their ends as well: 中国信息通信研究院 is 信通院, 中国科学技术大学 is 中科大. So `short` has
//! every other character of each word.
//!
//! Entries are indexed like blocks of text, a few of them a block, so that a catalogue of ten
//! thousand names costs a query no more than one of ten. Beside pairs, each symbol of a name is
//! indexed by itself (one character of a name is enough to find it), which one it begins with, and
//! the pairs of its initials; of what short forms are made of, every pair in order.

use serde_json::{Value, json};

use crate::model::{Forum, Site, Speaker, SpeakerIndex, TalkIndex};
use crate::taxonomy::{Organisation, Taxonomy, Topic};
use crate::text::{Segmenter, name_pinyin};
use crate::urls;

use super::symbols;

/// Entries of a block.
pub const BLOCK: usize = 8;

/// Somebody or something that can be found by name.
pub struct Entity {
    kind: &'static str,
    url: String,
    name: String,
    also: Vec<String>,
    heard: Vec<String>,
    about: Vec<String>,
    initials: String,
    short: String,
}

impl Entity {
    /// What is called so, and has nothing else.
    fn named(kind: &'static str, url: String, name: &str) -> Self {
        let (also, heard, about) = (Vec::new(), Vec::new(), Vec::new());
        let (initials, short) = (String::new(), String::new());
        Self { kind, url, name: name.to_owned(), also, heard, about, initials, short }
    }

    /// All that it is called.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.also).chain(&self.heard).map(String::as_str)
    }

    /// All by which it is found.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.names().chain(self.about.iter().map(String::as_str))
    }

    /// The first letters of the name's syllables.
    pub fn initials(&self) -> &str {
        &self.initials
    }

    /// The characters that its short forms are made of, in order.
    pub fn short(&self) -> &str {
        &self.short
    }

    /// As the browser gets it.
    pub fn data(&self) -> Value {
        let Self { kind, url, name, also, heard, about, initials, short } = self;
        if short.is_empty() {
            return json!([kind, url, name, also, heard, about, initials]);
        }
        json!([kind, url, name, also, heard, about, initials, short])
    }
}

/// The entries of a site: speakers, organisations, topics, then each forum with its talks. Names come
/// before titles, which have names in them: of two blocks that are as good the first is read.
pub fn entries(site: &Site, words: &Segmenter) -> Vec<Entity> {
    let Taxonomy { topics, organisations } = Taxonomy::of(site);
    let speakers = site.speakers.enumerated().map(|(i, s)| speaker(site, i, s));
    let forums = site.forums.iter().flat_map(|f| {
        let talks = f.talks.indices().map(|talk| self::talk(site, f, talk));
        std::iter::once(forum(f)).chain(talks)
    });
    let organisations = organisations.iter().map(|o| organisation(site, o, words));
    let topics = topics.iter().map(|t| topic(site, t));
    speakers.chain(organisations).chain(topics).chain(forums).collect()
}

fn speaker(site: &Site, number: SpeakerIndex, speaker: &Speaker) -> Entity {
    let talks = site.forums.iter().flat_map(|f| &f.talks).flat_map(|t| &t.speakers);
    let days = talks.filter(|a| a.speaker == number);
    let days = days.flat_map(|a| [a.affiliation.clone(), a.title.clone()]);
    let general = [speaker.affiliation.clone(), speaker.title.clone()];
    Entity {
        also: speaker.latin.iter().cloned().collect(),
        heard: speaker.heard_as.clone(),
        about: once_each(general.into_iter().chain(days).flatten()),
        initials: initials(&speaker.name),
        ..Entity::named("speaker", urls::speaker(&speaker.id), &speaker.name)
    }
}

fn talk(site: &Site, forum: &Forum, number: TalkIndex) -> Entity {
    let talk = &forum.talks[number];
    let names = talk.speakers.iter().map(|a| site.speakers[a.speaker].name.clone());
    Entity {
        about: once_each(names.chain(talk.topics.iter().cloned())),
        ..Entity::named("talk", urls::talk(&forum.id, &talk.id), &talk.title)
    }
}

fn forum(forum: &Forum) -> Entity {
    Entity {
        about: once_each(forum.organizer.iter().chain(&forum.venue).cloned()),
        ..Entity::named("forum", urls::forum(&forum.id), &forum.title)
    }
}

fn organisation(site: &Site, organisation: &Organisation, words: &Segmenter) -> Entity {
    let Organisation { id, name, .. } = organisation;
    Entity {
        heard: misheard(site, name),
        initials: initials(name),
        short: short(name, words),
        ..Entity::named("organisation", urls::organisation(id), name)
    }
}

fn topic(site: &Site, topic: &Topic) -> Entity {
    let heard = misheard(site, &topic.name);
    Entity { heard, ..Entity::named("topic", urls::topic(&topic.id), &topic.name) }
}

/// What the recogniser made of a word, by the corrections that mean just this word.
fn misheard(site: &Site, word: &str) -> Vec<String> {
    let corrections = site.forums.iter().flat_map(|forum| &forum.corrections);
    once_each(corrections.filter(|c| c.meant == word).map(|c| c.heard.clone()))
}

/// What the short forms of a name are made of; nothing where the name is short itself.
fn short(name: &str, words: &Segmenter) -> String {
    let Some((last, _)) = name.char_indices().next_back() else { return String::new() };
    // the whole is a word of the site: it is cut without its last character
    let mut bounds = words.boundaries(&name[..last]);
    if let Some(end) = bounds.last_mut() {
        *end = name.len();
    }
    let pieces = bounds.windows(2).map(|piece| &name[piece[0]..piece[1]]);
    let letters = pieces.flat_map(|piece| piece.chars().step_by(2));
    let short: String = letters.filter(|c| symbols::is_spoken(*c) && !c.is_ascii()).collect();
    if name.chars().count() > 4 && short.chars().nth(1).is_some() { short } else { String::new() }
}

fn initials(name: &str) -> String {
    let spelled = name_pinyin::to_pinyin(name);
    let first = spelled.split(' ').filter_map(|syllable| syllable.chars().next());
    first.filter(char::is_ascii_alphabetic).collect()
}

fn once_each(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for text in texts {
        if !all.contains(&text) {
            all.push(text);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{initials, short};
    use crate::text::Segmenter;

    #[test]
    fn short_forms_are_made_of_the_beginnings_of_words_and_the_end() {
        let names = ["中国信息通信研究院", "中国科学技术大学", "中国科学院自动化研究所"];
        let words = Segmenter::new(names);
        let short = |name: &str| short(name, &words);
        let is_short_for = |form: &str, name: &str| {
            let short = short(name);
            let mut letters = short.chars();
            form.chars().all(|c| letters.any(|letter| letter == c))
        };
        assert!(is_short_for("信通院", names[0]), "{}", short(names[0]));
        assert!(is_short_for("中科大", names[1]), "{}", short(names[1]));
        assert!(is_short_for("中科院", names[2]), "{}", short(names[2]));
        assert!(!is_short_for("中学", names[1]), "{}", short(names[1]));
        assert_eq!(["", "…", "华为", "云知声", "松鼠AI", "OpenAI"].map(short), [""; 6]);
    }

    #[test]
    fn initials_are_letters_only() {
        assert_eq!(initials("南洋理工大学"), "nylgdx");
        assert_eq!(initials("曾毅"), "zy");
        assert_eq!(initials("…"), "");
    }
}
