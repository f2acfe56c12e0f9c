//! The candidates for keywords: the words of a talk that name something.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::Term;
use super::common_words;
use crate::analysis::mentions::{addressed, family_and_given};
use crate::model::Site;
use crate::text::Segmenter;

/// The words that the editor wrote: topics are always terms, names never are.
pub struct Lexicon {
    topics: HashSet<String>,
    /// The words that the topics are composed of.
    of_topics: HashSet<String>,
    names: HashSet<String>,
    surnames: HashSet<String>,
    /// All affiliations, concatenated.
    affiliations: String,
}

impl Lexicon {
    /// Whether a word is a name or part of one.
    fn is_name(&self, key: &str) -> bool {
        let of_name = |form: &str| self.names.contains(form) || self.surnames.contains(form);
        self.names.contains(key)
            || self.affiliations.contains(key)
            || addressed(key).is_some_and(of_name)
    }
}

impl Lexicon {
    /// What the editor of a site wrote.
    pub fn of(site: &Site, segmenter: &Segmenter) -> Self {
        let talks = site.forums.iter().flat_map(|f| &f.talks);
        let topics: HashSet<String> =
            talks.flat_map(|t| &t.topics).map(|t| t.to_lowercase()).collect();
        let pieces = topics.iter().flat_map(|topic| segmenter.subwords(topic));
        let of_topics = pieces.filter(|w| w.chars().nth(1).is_some()).map(str::to_owned).collect();
        let mut names = HashSet::new();
        for speaker in &site.speakers {
            names.extend(speaker.spellings().map(str::to_lowercase));
            // people are called by their given name, but one of one character is a word as well
            let given = family_and_given(speaker).map(|(_, given)| given);
            names.extend(given.filter(|g| g.chars().count() > 1).map(str::to_owned));
            // the words of a name in Latin letters
            names.extend(
                speaker.latin.iter().flat_map(|l| l.split_whitespace()).map(str::to_lowercase),
            );
        }
        // foreign names are in no list: they become known by the corrections that insert them
        names.extend(people_named(site));
        let called = site.forums.iter().flat_map(|f| {
            f.called.iter().chain(f.talks.iter().flat_map(|t| &t.called)).map(|(form, _)| form)
        });
        names.extend(called.cloned());
        let speakers = site.speakers.iter().filter_map(|s| s.affiliation.as_deref());
        let talks = site.forums.iter().flat_map(|f| &f.talks).flat_map(|t| &t.speakers);
        let of_day = talks.filter_map(|a| a.affiliation.as_deref());
        let affiliations = speakers.chain(of_day).collect::<Vec<_>>().join(" ").to_lowercase();
        let surnames = site.speakers.iter().filter_map(family_and_given);
        let surnames = surnames.map(|(surname, _)| surname.to_owned()).collect();
        Self { topics, of_topics, names, surnames, affiliations }
    }
}

/// Names of people in Latin letters among the corrections: two or three capitalised words.
fn people_named(site: &Site) -> impl Iterator<Item = String> + '_ {
    let meant = site.forums.iter().flat_map(|f| &f.corrections).map(|c| c.meant.as_str());
    let capital = |word: &&str| {
        // the first character is ASCII, so the slice at byte 1 cannot fall within a character
        word.starts_with(|c: char| c.is_ascii_uppercase())
            && word[1..].chars().all(|c| c.is_ascii_lowercase())
    };
    let is_name = move |name: &&str| {
        let words = name.split(' ').count();
        (2..=3).contains(&words)
            && name.is_ascii()
            // McCarthy has a second capital
            && name.split(' ').all(|w| capital(&w) || w.starts_with("Mc"))
    };
    meant.filter(is_name).flat_map(|name| name.split(' ')).map(str::to_lowercase)
}

/// A pair of words must occur at least this often to be joined; a guessed word, too.
const MIN_PAIR_USES: usize = 3;

/// The spellings of a word, and the passages that have it.
#[derive(Default)]
struct TermCount {
    spellings: BTreeMap<String, usize>,
    passages: BTreeSet<usize>,
}

/// A word of a text with its part of speech.
#[derive(Clone, Copy)]
struct Token<'t> {
    word: &'t str,
    /// The part of speech, as a tag of jieba.
    tag: &'t str,
    names: bool,
    begins: bool,
    ends: bool,
}

/// The words of each passage. Each different word is judged once, since that is slow and texts
/// repeat their words.
fn tokens<'t>(
    said: &'t [String],
    segmenter: &'t Segmenter,
    lexicon: &Lexicon,
) -> Vec<Vec<Token<'t>>> {
    let mut known: HashMap<(&str, &str), Token<'t>> = HashMap::new();
    let mut token = |tagged: (&'t str, &'t str)| {
        *known.entry(tagged).or_insert_with(|| {
            let joins = can_join(tagged, lexicon);
            Token {
                word: tagged.0,
                tag: tagged.1,
                names: names_something(tagged, lexicon),
                begins: joins && can_begin(tagged),
                ends: joins && can_end(tagged),
            }
        })
    };
    said.iter()
        .map(|passage| segmenter.tag(passage).into_iter().map(&mut token).collect())
        .collect()
}

/// The terms of a talk by their lower-case form.
pub(super) fn terms(
    said: &[String],
    segmenter: &Segmenter,
    lexicon: &Lexicon,
) -> BTreeMap<String, Term> {
    let cut = tokens(said, segmenter, lexicon);
    let pairs = pairs(&cut);
    let mut counted: BTreeMap<String, TermCount> = BTreeMap::new();
    for (number, passage) in cut.iter().enumerate() {
        for word in passage_terms(passage, &pairs, lexicon) {
            let counted = counted.entry(word.to_lowercase()).or_default();
            counted.passages.insert(number);
            *counted.spellings.entry(word).or_default() += 1;
        }
    }
    // a word that jieba knows nothing of and that hardly occurs is rather a wrong cut
    let guessed: HashSet<&str> =
        cut.iter().flatten().filter(|token| token.tag == "x").map(|token| token.word).collect();
    let term = |(key, TermCount { spellings, passages }): (String, TermCount)| {
        let uses = spellings.values().sum();
        // the key is in lower case, so its own count is that of the uses in lower case
        let small = spellings.get(&key).copied().unwrap_or_default();
        // of spellings that are as frequent the last by code point, so the choice is always the
        // same
        let (word, _) = spellings.into_iter().max_by_key(|(_, n)| *n)?;
        let own = lexicon.topics.contains(&key);
        if guessed.contains(word.as_str()) && uses < MIN_PAIR_USES {
            return None;
        }
        let rarity = rarity(&word, own || segmenter.is_site_word(&word), segmenter);
        let passages = passages.len();
        Some((key, Term { word, uses, small, passages, rarity, own }))
    };
    counted.into_iter().filter_map(term).collect()
}

/// The terms of a passage: phrases, pairs that are one word, and single words.
fn passage_terms(
    passage: &[Token<'_>],
    pairs: &HashSet<(&str, &str)>,
    lexicon: &Lexicon,
) -> Vec<String> {
    let mut passage_terms = Vec::new();
    let mut rest = passage;
    while let [first, after @ ..] = rest {
        // before single words, since the words of a longer run are no terms by themselves
        let english_phrase = english_phrase(rest);
        if english_phrase.len() > 1 {
            passage_terms.extend(as_one_name(english_phrase, lexicon));
            rest = &rest[english_phrase.len()..];
            continue;
        }
        rest = after;
        match after {
            [next, after @ ..] if pairs.contains(&(first.word, next.word)) => {
                // both words are used up, so the second is not counted by itself as well
                passage_terms.push(format!("{}{}", first.word, next.word));
                rest = after;
            }
            _ if first.names => passage_terms.push(first.word.to_owned()),
            _ => {}
        }
    }
    passage_terms
}

/// The logarithm of a word's rarity; the site's own words and words of no dictionary get the
/// highest.
#[allow(clippy::cast_precision_loss)] // counts of words
fn rarity(word: &str, own: bool, segmenter: &Segmenter) -> f64 {
    const LEAST: usize = 100;
    // the corpus is Chinese: it does not tell how rare an English word is
    let frequency = if own || word.is_ascii() || !segmenter.knows(word) {
        LEAST
    } else {
        segmenter.frequency(word).max(LEAST)
    };
    // divided by the highest value, so that a rarity is 1 at most
    (Segmenter::CORPUS_WORDS as f64 / frequency as f64).ln()
        / (Segmenter::CORPUS_WORDS as f64 / LEAST as f64).ln()
}

/// Pairs of neighbours that occur mostly together, so that they are one word.
fn pairs<'t>(cut: &[Vec<Token<'t>>]) -> HashSet<(&'t str, &'t str)> {
    let mut single: HashMap<&str, usize> = HashMap::new();
    let mut both: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for passage in cut {
        for token in passage {
            *single.entry(token.word).or_default() += 1;
        }
        for pair in passage.windows(2) {
            let [first, next] = [pair[0], pair[1]];
            // a word of the site, which has no tag, is complete: one character before it is not
            // part of it
            let telling = first.word.chars().nth(1).is_some() || !next.tag.is_empty();
            if first.begins && next.ends && telling {
                *both.entry((first.word, next.word)).or_default() += 1;
            }
        }
    }
    // a single character is joined if the other word hardly occurs without it: 裸 金属
    let mostly = |(a, b): &(&str, &str), n: usize| match a.chars().nth(1) {
        // the rarer of the two decides, since the other may be frequent by itself as well
        Some(_) => n * 2 >= single[a].min(single[b]),
        None => n * 5 >= single[b] * 4,
    };
    both.into_iter()
        // words that are side by side once or twice may be so by chance
        .filter(|(pair, n)| *n >= MIN_PAIR_USES && mostly(pair, *n))
        .map(|(pair, _)| pair)
        .collect()
}

/// Whether a word may be part of a pair.
fn can_join((word, tag): (&str, &str), lexicon: &Lexicon) -> bool {
    let key = word.to_lowercase();
    let is_han = word.chars().all(|c| ('\u{3400}'..='\u{9fff}').contains(&c));
    is_han
        && !(tag.is_empty() && is_clause(word, lexicon))
        && (tag.is_empty() || tag.starts_with(['n', 'a', 'b', 'j']) || ["vn", "v"].contains(&tag))
        && !common_words::is_common(&key)
        && !lexicon.is_name(&key)
}

/// Whether a part may begin a pair; a single character only if it names something.
fn can_begin((word, tag): (&str, &str)) -> bool {
    word.chars().nth(1).is_some() || tag == "n" || tag == "a" || tag == "ns"
}

/// Whether a part may end a pair: nouns may, verbs may not.
fn can_end((word, tag): (&str, &str)) -> bool {
    // the last word makes a compound what it is: 边缘计算 is a kind of 计算
    (tag.is_empty() || tag.starts_with('n') || tag == "vn") && word.chars().count() > 1
}

/// Characters of which a correction has one if it is part of a sentence and no word.
const FUNCTION_CHARS: &str = "的了是在和就也都来把被为不有这那个我你他们能会要与及加";

/// Whether a word of the site is part of a sentence, or too long for a word.
fn is_clause(word: &str, lexicon: &Lexicon) -> bool {
    let long = word.chars().nth(4).is_some();
    !lexicon.topics.contains(word) && (long || word.contains(|c| FUNCTION_CHARS.contains(c)))
}

/// Whether a word is a number with a unit (`4V`, `30B`) or a level (`L2`). `5G` is a word.
fn is_measure(word: &str) -> bool {
    let level = word.len() == 2 && word.ends_with(|c: char| c.is_ascii_digit());
    level
        || word.starts_with(|c: char| c.is_ascii_digit())
            && !word.ends_with('G')
            && !word.ends_with('D')
}

/// The run of English words and spaces that begins here.
fn english_phrase<'s, 't>(tokens: &'s [Token<'t>]) -> &'s [Token<'t>] {
    let is_english = |at: usize| {
        let word = tokens.get(at).map_or("", |token| token.word);
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphabetic())
    };
    let mut end = usize::from(is_english(0));
    while end > 0 && tokens.get(end).is_some_and(|space| space.word == " ") && is_english(end + 1) {
        // a space and a word
        end += 2;
    }
    &tokens[..end]
}

/// Two or three capitalised English words are one name (Hugging Face). Any other run of English is
/// a quotation or a switch of language, and none of its words is a term.
fn as_one_name(english_phrase: &[Token<'_>], lexicon: &Lexicon) -> Option<String> {
    // every second token is a space
    let words: Vec<&str> = english_phrase.iter().step_by(2).map(|token| token.word).collect();
    let capital = |word: &&str| word.starts_with(|c: char| c.is_ascii_uppercase());
    // the name of a person is no subject
    let person = words.iter().any(|word| lexicon.is_name(&word.to_lowercase()));
    (words.len() <= 3 && words.iter().all(capital) && !person).then(|| words.join(" "))
}

/// Whether a word repeats one part, as recognisers write where they hear music: PetalPetal.
fn is_repetition(key: &str) -> bool {
    let half = key.len() / 2;
    // short halves occur in words (mama); in ASCII the half is no part of a character
    let twice =
        half > 2 && key.len().is_multiple_of(2) && key.is_ascii() && key[..half] == key[half..];
    let again = |(before, piece): (&str, &str)| piece.len() > 2 && before.ends_with(piece);
    twice || key.rsplit_once('-').is_some_and(again)
}

/// Whether a word names something.
fn names_something((word, tag): (&str, &str), lexicon: &Lexicon) -> bool {
    let key = word.to_lowercase();
    if lexicon.topics.contains(&key) {
        return true;
    }
    let letters = word.chars().count();
    let latin = word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let passage_terms = match tag {
        _ if latin => {
            letters > 1 && word.chars().any(|c| c.is_ascii_alphabetic()) && !is_measure(word)
        }
        // the site's own words: what corrections insert, unless it is part of a sentence
        "" => letters > 1 && !is_clause(word, lexicon),
        "vn" | "an" | "j" | "x" => letters > 1,
        // a verb (搜索) only if a topic of the editor has it (搜索与推荐)
        "v" => lexicon.of_topics.contains(&key),
        // nr and the others like it are names of people
        tag => letters > 1 && tag.starts_with('n') && !["nr", "nrt", "nrfg"].contains(&tag),
    };
    passage_terms
        && !is_repetition(&key)
        && !word.contains(|c: char| c.is_whitespace() || !c.is_alphanumeric() && c != '-')
        && !common_words::is_common(&key)
        && !lexicon.is_name(&key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        let set = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect();
        Lexicon {
            topics: set(&["搜索与推荐"]),
            of_topics: set(&["搜索", "推荐"]),
            names: set(&["乔宇", "frank"]),
            surnames: set(&["乔", "魏"]),
            affiliations: String::new(),
        }
    }

    fn found(said: &[&str]) -> Vec<String> {
        let segmenter = Segmenter::new(["乔宇老师", "魏所问", "感知机"]);
        let said: Vec<String> = said.iter().map(|s| (*s).to_owned()).collect();
        terms(&said, &segmenter, &lexicon()).into_values().map(|term| term.word).collect()
    }

    #[test]
    fn a_name_with_a_title_is_a_name_and_no_keyword() {
        let found = found(&["乔宇老师说，魏所问，是感知机。"]);
        assert!(found.contains(&"感知机".to_owned()), "{found:?}");
        assert!(!found.iter().any(|w| w.contains('乔') || w.contains('魏')), "{found:?}");
    }

    #[test]
    fn english_in_a_run_is_one_name_or_none() {
        let found = found(&["来自Hugging Face的，用 to be or not 的 Frank Rosenblatt，还有GPU。"]);
        assert_eq!(found, ["GPU", "Hugging Face"]);
    }

    #[test]
    fn what_is_done_counts_where_topics_are_made_of_it() {
        assert_eq!(found(&["我们搜索，我们奔跑。"]), ["搜索"]);
    }

    #[test]
    fn what_a_recogniser_writes_over_and_over_is_no_word() {
        assert!(
            is_repetition("petalpetal")
                && is_repetition("pedal-pedal")
                && is_repetition("fidgetpedal-pedal")
        );
        assert!(!is_repetition("gpt") && !is_repetition("chatgpt") && !is_repetition("gpt-4"));
    }
}
