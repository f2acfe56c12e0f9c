//! Where a long speech turns to something else, and which words tell its stretches apart.
//!
//! Nobody wrote headings, so none are made up. A stretch begins at the passage where the words of
//! what comes are least like the words of what was (M. Hearst, TextTiling, Computational Linguistics
//! 23, 1997; here with the talk's own keywords, and passages instead of sentences), and is at least
//! and at most so long.

use std::collections::BTreeMap;

use crate::analysis::keywords::Keyword;

/// A stretch has at least as many characters, but for the last.
const SHORTEST: usize = 450;
/// And at most about as many.
const LONGEST: usize = 1000;
/// Characters before and after a place that are compared.
const WINDOW: usize = 400;
/// Words that stand for a stretch.
const MOST: usize = 3;

/// How often a text uses each keyword, by the keyword's place in the list.
pub type WordCounts = BTreeMap<usize, f64>;

/// A passage, for what this is about.
#[derive(Clone, Debug)]
pub struct PassageText {
    /// Its length in characters.
    pub length: usize,
    /// Which keywords it uses.
    pub uses: WordCounts,
}

impl PassageText {
    /// What a passage's clean text uses of a talk's keywords.
    pub fn of(clean: &str, keywords: &[Keyword]) -> Self {
        Self { length: clean.trim().chars().count(), uses: uses(clean, keywords) }
    }
}

#[allow(clippy::cast_precision_loss)] // counts of words
fn uses(text: &str, keywords: &[Keyword]) -> WordCounts {
    let count = |keyword: &Keyword| text.matches(keyword.word.as_str()).count();
    let counts = keywords.iter().map(count).enumerate();
    counts.filter(|(_, n)| *n > 0).map(|(place, n)| (place, n as f64)).collect()
}

/// A talk as a whole.
pub struct SpeechText {
    /// Its length in characters.
    length: usize,
    /// How often it uses each keyword.
    uses: WordCounts,
}

impl SpeechText {
    /// All passages of a talk together.
    pub fn of(said: &[PassageText]) -> Self {
        Self { length: said.iter().map(|passage| passage.length).sum(), uses: together(said) }
    }
}

fn together<'a>(passages: impl IntoIterator<Item = &'a PassageText>) -> WordCounts {
    let mut all = WordCounts::new();
    for (place, n) in passages.into_iter().flat_map(|passage| &passage.uses) {
        *all.entry(*place).or_default() += n;
    }
    all
}

/// The passages with which stretches begin; the first is the first.
pub fn begins(said: &[PassageText], whole: &SpeechText, keywords: &[Keyword]) -> Vec<usize> {
    let mut begins = vec![0];
    let mut before = 0;
    loop {
        let last = begins[begins.len() - 1];
        let (mut length, mut best) = (0, None);
        for at in last + 1..said.len() {
            length += said[at - 1].length;
            let rest = whole.length - before - length;
            if rest < SHORTEST || (length > LONGEST && best.is_some()) {
                break;
            }
            if length >= SHORTEST {
                let like = likeness(&said[..at], &said[at..], keywords);
                if best.is_none_or(|(least, _)| like < least) {
                    best = Some((like, at));
                }
            }
        }
        let Some((_, at)) = best else { return begins };
        before += said[last..at].iter().map(|passage| passage.length).sum::<usize>();
        begins.push(at);
    }
}

/// How like the words before a place are to those after it, from 0 to 1.
fn likeness(before: &[PassageText], after: &[PassageText], keywords: &[Keyword]) -> f64 {
    let (before, after) = (window(before.iter().rev()), window(after.iter()));
    let weight = |(place, n): (&usize, &f64)| n * keywords[*place].weight;
    let length = |uses: &WordCounts| uses.iter().map(weight).map(|w| w * w).sum::<f64>().sqrt();
    let both = before.iter().filter_map(|(place, n)| {
        Some(n * after.get(place)? * keywords[*place].weight * keywords[*place].weight)
    });
    let lengths = length(&before) * length(&after);
    if lengths > 0.0 { both.sum::<f64>() / lengths } else { 0.0 }
}

fn window<'a>(passages: impl Iterator<Item = &'a PassageText>) -> WordCounts {
    let mut length = 0;
    together(passages.take_while(|passage| {
        let is_within = length < WINDOW;
        length += passage.length;
        is_within
    }))
}

/// The words that tell a stretch from the rest of its talk, the most telling first: used more than
/// once in it, and there more than elsewhere.
#[allow(clippy::cast_precision_loss)] // lengths of texts
pub fn telling<'a>(
    stretch: &[PassageText],
    whole: &SpeechText,
    keywords: &'a [Keyword],
) -> Vec<&'a str> {
    let own = SpeechText::of(stretch);
    let part = own.length as f64 / whole.length.max(1) as f64;
    let mut words: Vec<(f64, &str)> = Vec::new();
    for (place, here) in own.uses {
        let (keyword, everywhere) = (&keywords[place], whole.uses[&place]);
        if here < 2.0 || here / everywhere < part * 1.2 {
            continue;
        }
        let rarity = keyword.weight / (keyword.uses.max(1) as f64).sqrt();
        words.push((rarity * here.sqrt() * here / everywhere, &keyword.word));
    }
    words.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let mut chosen: Vec<&str> = Vec::new();
    for (_, word) in words {
        let same = |other: &&str| other.contains(word) || word.contains(*other);
        if chosen.len() < MOST && !chosen.iter().any(same) {
            chosen.push(word);
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keyword(word: &str) -> Keyword {
        Keyword { word: word.to_owned(), uses: 9, weight: 9.0 }
    }

    fn talk(passages: &[&str], keywords: &[Keyword]) -> Vec<PassageText> {
        passages.iter().map(|text| PassageText::of(&text.repeat(25), keywords)).collect()
    }

    #[test]
    fn a_stretch_begins_where_the_words_change() {
        let keywords = [keyword("幻觉"), keyword("算力")];
        let (first, second) = ("说的是幻觉，", "说的是算力，");
        let said = talk(&[first, first, first, first, second, second, second, second], &keywords);
        let whole = SpeechText::of(&said);
        assert_eq!(begins(&said, &whole, &keywords), [0, 4]);
        assert_eq!(telling(&said[..4], &whole, &keywords), ["幻觉"]);
        assert_eq!(telling(&said[4..], &whole, &keywords), ["算力"]);
    }

    #[test]
    fn what_is_said_all_along_tells_no_stretch_apart() {
        let keywords = [keyword("模型"), keyword("大模型")];
        let said = talk(&["说的是大模型，"; 12], &keywords);
        let whole = SpeechText::of(&said);
        assert_eq!(telling(&said[..6], &whole, &keywords), Vec::<&str>::new());
        assert!(begins(&said, &whole, &keywords).len() > 1);
    }
}
