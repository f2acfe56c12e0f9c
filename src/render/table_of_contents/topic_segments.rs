//! Divides a long speech into topic segments and finds the keywords that distinguish each.
//!
//! Nobody wrote headings, so none are made up. A segment starts at the passage where the keywords
//! after it are least similar to those before it (M. Hearst, TextTiling, Computational Linguistics
//! 23, 1997; here with the talk's own keywords, and passages instead of sentences), within a
//! minimum and a maximum length.

use std::collections::BTreeMap;

use crate::analysis::keywords::Keyword;

/// Minimum length of a segment in characters.
const MIN_LENGTH: usize = 450;
/// Length in characters after which the best start found so far is taken.
const MAX_LENGTH: usize = 1000;
/// Characters before and after a candidate start that are compared.
const WINDOW: usize = 400;
/// Maximum number of keywords for a segment.
const MAX_KEYWORDS: usize = 3;

/// How often a text uses each keyword, by the keyword's index in the talk's list.
pub type WordCounts = BTreeMap<usize, f64>;

/// A passage reduced to what the comparison needs.
#[derive(Clone, Debug)]
pub struct PassageText {
    /// Length in characters, surrounding whitespace excluded.
    pub length: usize,
    /// How often it uses each keyword.
    pub uses: WordCounts,
}

impl PassageText {
    /// Counts the keywords in a passage's clean text.
    pub fn of(clean: &str, keywords: &[Keyword]) -> Self {
        Self { length: clean.trim().chars().count(), uses: uses(clean, keywords) }
    }
}

#[allow(clippy::cast_precision_loss)] // counts of words
fn uses(text: &str, keywords: &[Keyword]) -> WordCounts {
    let count = |keyword: &Keyword| text.matches(keyword.word.as_str()).count();
    let counts = keywords.iter().map(count).enumerate();
    counts.filter(|(_, n)| *n > 0).map(|(keyword, n)| (keyword, n as f64)).collect()
}

/// All passages of a talk, or of a segment, together.
pub struct SpeechText {
    /// Length in characters.
    length: usize,
    uses: WordCounts,
}

impl SpeechText {
    /// Adds the passages up.
    pub fn of(said: &[PassageText]) -> Self {
        Self { length: said.iter().map(|passage| passage.length).sum(), uses: sum_counts(said) }
    }
}

fn sum_counts<'a>(passages: impl IntoIterator<Item = &'a PassageText>) -> WordCounts {
    let mut all = WordCounts::new();
    for (keyword, n) in passages.into_iter().flat_map(|passage| &passage.uses) {
        *all.entry(*keyword).or_default() += n;
    }
    all
}

/// The indices of the passages with which segments start; the first is 0.
pub fn segment_starts(
    said: &[PassageText],
    whole: &SpeechText,
    keywords: &[Keyword],
) -> Vec<usize> {
    let mut starts = vec![0];
    // characters before the last start
    let mut before = 0;
    loop {
        let last = starts[starts.len() - 1];
        let (mut length, mut best) = (0, None);
        for at in last + 1..said.len() {
            length += said[at - 1].length;
            // the last segment must not be shorter than the others
            let rest = whole.length - before - length;
            if rest < MIN_LENGTH || (length > MAX_LENGTH && best.is_some()) {
                break;
            }
            if length >= MIN_LENGTH {
                let similarity = similarity(&said[..at], &said[at..], keywords);
                if best.is_none_or(|(least, _)| similarity < least) {
                    best = Some((similarity, at));
                }
            }
        }
        let Some((_, at)) = best else { return starts };
        before += said[last..at].iter().map(|passage| passage.length).sum::<usize>();
        starts.push(at);
    }
}

/// Cosine similarity, from 0 to 1, of the weighted keywords of the two windows that meet between
/// `before` and `after`.
fn similarity(before: &[PassageText], after: &[PassageText], keywords: &[Keyword]) -> f64 {
    let (before, after) = (window(before.iter().rev()), window(after.iter()));
    let weight = |(keyword, n): (&usize, &f64)| n * keywords[*keyword].weight;
    let length = |uses: &WordCounts| uses.iter().map(weight).map(|w| w * w).sum::<f64>().sqrt();
    let both = before.iter().filter_map(|(keyword, n)| {
        Some(n * after.get(keyword)? * keywords[*keyword].weight * keywords[*keyword].weight)
    });
    let lengths = length(&before) * length(&after);
    // a window without keywords has length 0, and shares nothing with the other
    if lengths > 0.0 { both.sum::<f64>() / lengths } else { 0.0 }
}

/// The keywords of the passages up to [`WINDOW`] characters.
fn window<'a>(passages: impl Iterator<Item = &'a PassageText>) -> WordCounts {
    let mut length = 0;
    sum_counts(passages.take_while(|passage| {
        let is_within = length < WINDOW;
        length += passage.length;
        is_within
    }))
}

/// The keywords that distinguish a segment from the rest of its talk, the best first: used more
/// than once in it, and more often than in the talk on average.
#[allow(clippy::cast_precision_loss)] // lengths of texts
pub fn distinguishing_keywords<'a>(
    segment: &[PassageText],
    whole: &SpeechText,
    keywords: &'a [Keyword],
) -> Vec<&'a str> {
    let own = SpeechText::of(segment);
    let part = own.length as f64 / whole.length.max(1) as f64;
    let mut words: Vec<(f64, &str)> = Vec::new();
    for (keyword, here) in own.uses {
        let (everywhere, keyword) = (whole.uses[&keyword], &keywords[keyword]);
        // spread evenly, a word would have `part` of its uses here; small differences do not count
        if here < 2.0 || here / everywhere < part * 1.2 {
            continue;
        }
        // a keyword's weight grows with the square root of its uses, which says nothing of rarity
        let rarity = keyword.weight / (keyword.uses.max(1) as f64).sqrt();
        words.push((rarity * here.sqrt() * here / everywhere, &keyword.word));
    }
    words.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let mut chosen: Vec<&str> = Vec::new();
    for (_, word) in words {
        // of 模型 and 大模型 one is enough
        let same = |other: &&str| other.contains(word) || word.contains(*other);
        if chosen.len() < MAX_KEYWORDS && !chosen.iter().any(same) {
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
    fn a_segment_starts_where_the_keywords_change() {
        let keywords = [keyword("幻觉"), keyword("算力")];
        let (first, second) = ("说的是幻觉，", "说的是算力，");
        let said = talk(&[first, first, first, first, second, second, second, second], &keywords);
        let whole = SpeechText::of(&said);
        assert_eq!(segment_starts(&said, &whole, &keywords), [0, 4]);
        assert_eq!(distinguishing_keywords(&said[..4], &whole, &keywords), ["幻觉"]);
        assert_eq!(distinguishing_keywords(&said[4..], &whole, &keywords), ["算力"]);
    }

    #[test]
    fn a_keyword_of_the_whole_talk_distinguishes_no_segment() {
        let keywords = [keyword("模型"), keyword("大模型")];
        let said = talk(&["说的是大模型，"; 12], &keywords);
        let whole = SpeechText::of(&said);
        assert_eq!(distinguishing_keywords(&said[..6], &whole, &keywords), Vec::<&str>::new());
        assert!(segment_starts(&said, &whole, &keywords).len() > 1);
    }
}
