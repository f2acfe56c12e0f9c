//! Entities: who and what a site has, to be found by name.
//!
//! Their shards are the *catalogue*. It is indexed like the texts are, with a few entities in each
//! block, so that a query costs no more among ten thousand names than among ten.
//!
//! ```text
//! entity = [kind, url, name, [alias], [misheard], [about], initials]  or, of an organisation,
//!          [kind, url, name, [alias], [misheard], [about], initials, short]
//!   kind      speaker | talk | forum | organisation | topic
//!   alias     other names: in Latin letters
//!   misheard  as the recogniser wrote the name; found, and never shown as a name
//!   about     affiliations and titles of a speaker, topics and speakers of a talk
//!   initials  first letters of the syllables of the name, with its reading as a surname: 曾毅 zy
//!   short     the characters that its short forms consist of, in order: 中信通研院, which has
//!             信通院
//! ```
//!
//! A Chinese name is shortened to the first characters of some of its words, and of longer words to
//! their ends as well: 中国信息通信研究院 is 信通院, 中国科学技术大学 is 中科大. So `short` has
//! every other character of each word.
//!
//! What is indexed of an entity: the pairs of all its texts; each symbol of a name by itself, since
//! one character of a name is enough to find it; the symbol with which a name starts; the pairs of
//! its initials; and all ordered pairs of `short`.

use serde_json::{Value, json};

use crate::model::{Forum, Site, Speaker, SpeakerIndex, TalkIndex};
use crate::text::{Segmenter, name_pinyin};
use crate::topics_and_organisations::{Organisation, Topic, TopicsAndOrganisations};
use crate::urls;

use super::spoken_symbols;

/// Entities in a block of the catalogue.
pub const ENTITIES_IN_BLOCK: usize = 8;

/// Somebody or something that can be found by name. The fields are those of the format.
pub struct Entity {
    kind: &'static str,
    url: String,
    name: String,
    aliases: Vec<String>,
    misheard: Vec<String>,
    about: Vec<String>,
    initials: String,
    short: String,
}

impl Entity {
    /// An entity with a name only.
    fn named(kind: &'static str, url: String, name: &str) -> Self {
        let (aliases, misheard, about) = (Vec::new(), Vec::new(), Vec::new());
        let (initials, short) = (String::new(), String::new());
        Self { kind, url, name: name.to_owned(), aliases, misheard, about, initials, short }
    }

    /// Its name, the aliases, and the name as it was misheard.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.aliases).chain(&self.misheard).map(String::as_str)
    }

    /// All texts by which it is found: its names, and what it is about.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.names().chain(self.about.iter().map(String::as_str))
    }

    /// The first letters of the syllables of its name; empty for talks, forums and topics.
    pub fn initials(&self) -> &str {
        &self.initials
    }

    /// The characters that its short forms consist of, in order; empty if it has none.
    pub fn short(&self) -> &str {
        &self.short
    }

    /// The entity in the format of the catalogue.
    pub fn to_json(&self) -> Value {
        let Self { kind, url, name, aliases, misheard, about, initials, short } = self;
        if short.is_empty() {
            return json!([kind, url, name, aliases, misheard, about, initials]);
        }
        json!([kind, url, name, aliases, misheard, about, initials, short])
    }
}

/// The entities of a site: speakers, organisations, topics, then each forum with its talks.
///
/// The browser reads the first of several blocks that match equally well. Titles have names in
/// them, so those whose name is all that matches come first.
pub fn entities(site: &Site, segmenter: &Segmenter) -> Vec<Entity> {
    let TopicsAndOrganisations { topics, organisations } = TopicsAndOrganisations::of(site);
    let speakers = site.speakers.enumerated().map(|(i, s)| speaker(site, i, s));
    let forums = site.forums.iter().flat_map(|f| {
        let talks = f.talks.indices().map(|talk| self::talk(site, f, talk));
        std::iter::once(forum(f)).chain(talks)
    });
    let organisations = organisations.iter().map(|o| organisation(site, o, segmenter));
    let topics = topics.iter().map(|t| topic(site, t));
    speakers.chain(organisations).chain(topics).chain(forums).collect()
}

fn speaker(site: &Site, index: SpeakerIndex, speaker: &Speaker) -> Entity {
    let talks = site.forums.iter().flat_map(|f| &f.talks).flat_map(|t| &t.speakers);
    let appearances = talks.filter(|a| a.speaker == index);
    // people change their affiliation and title from one forum to the next
    let at_talks = appearances.flat_map(|a| [a.affiliation.clone(), a.title.clone()]);
    let general = [speaker.affiliation.clone(), speaker.title.clone()];
    Entity {
        aliases: speaker.latin.iter().cloned().collect(),
        misheard: speaker.heard_as.clone(),
        about: distinct(general.into_iter().chain(at_talks).flatten()),
        initials: initials(&speaker.name),
        ..Entity::named("speaker", urls::speaker(&speaker.id), &speaker.name)
    }
}

fn talk(site: &Site, forum: &Forum, index: TalkIndex) -> Entity {
    let talk = &forum.talks[index];
    let names = talk.speakers.iter().map(|a| site.speakers[a.speaker].name.clone());
    Entity {
        about: distinct(names.chain(talk.topics.iter().cloned())),
        ..Entity::named("talk", urls::talk(&forum.id, &talk.id), &talk.title)
    }
}

fn forum(forum: &Forum) -> Entity {
    Entity {
        about: distinct(forum.organizer.iter().chain(&forum.venue).cloned()),
        ..Entity::named("forum", urls::forum(&forum.id), &forum.title)
    }
}

fn organisation(site: &Site, organisation: &Organisation, segmenter: &Segmenter) -> Entity {
    let Organisation { id, name, .. } = organisation;
    Entity {
        misheard: misheard(site, name),
        initials: initials(name),
        short: short_form_chars(name, segmenter),
        ..Entity::named("organisation", urls::organisation(id), name)
    }
}

fn topic(site: &Site, topic: &Topic) -> Entity {
    let misheard = misheard(site, &topic.name);
    Entity { misheard, ..Entity::named("topic", urls::topic(&topic.id), &topic.name) }
}

/// How the recogniser wrote a name: what the corrections replace by exactly this name.
fn misheard(site: &Site, name: &str) -> Vec<String> {
    let corrections = site.forums.iter().flat_map(|forum| &forum.corrections);
    // exactly: a correction of a longer phrase says nothing about the name within it
    distinct(corrections.filter(|c| c.meant == name).map(|c| c.heard.clone()))
}

/// The characters that the short forms of a name consist of, in order; empty if the name is short
/// itself, or not Chinese.
fn short_form_chars(name: &str, segmenter: &Segmenter) -> String {
    let Some((last, _)) = name.char_indices().next_back() else { return String::new() };
    // The name is a word of the site, so the segmenter would not divide it. Without its last
    // character it is none; that character is added to the last word.
    let mut boundaries = segmenter.boundaries(&name[..last]);
    if let Some(end) = boundaries.last_mut() {
        *end = name.len();
    }
    let words = boundaries.windows(2).map(|ends| &name[ends[0]..ends[1]]);
    let chars = words.flat_map(|word| word.chars().step_by(2));
    let short: String = chars.filter(|c| spoken_symbols::is_spoken(*c) && !c.is_ascii()).collect();
    // people say names of up to four characters in full, and one character makes no pair
    if name.chars().count() > 4 && short.chars().nth(1).is_some() { short } else { String::new() }
}

/// The first letters of the syllables of a name, without what is no Latin letter.
fn initials(name: &str) -> String {
    let pinyin = name_pinyin::to_pinyin(name);
    let first = pinyin.split(' ').filter_map(|syllable| syllable.chars().next());
    // the group of initials has the letters a to z and nothing else
    first.filter(char::is_ascii_alphabetic).collect()
}

/// The texts without duplicates, in order.
fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    // no set: the lists are short, and the order in which they were written is kept
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
    use super::{initials, short_form_chars};
    use crate::text::Segmenter;

    #[test]
    fn short_forms_are_made_of_the_beginnings_of_words_and_the_end() {
        let names = ["中国信息通信研究院", "中国科学技术大学", "中国科学院自动化研究所"];
        let segmenter = Segmenter::new(names);
        let short = |name: &str| short_form_chars(name, &segmenter);
        let is_short_for = |form: &str, name: &str| {
            let short = short(name);
            let mut chars = short.chars();
            form.chars().all(|c| chars.any(|other| other == c))
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
