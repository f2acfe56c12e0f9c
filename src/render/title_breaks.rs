//! Where a title may be broken into lines: preferably after punctuation, else between words.
//!
//! A browser breaks Chinese between any two characters. In a title of a few large characters that
//! splits words, and leaves 长 of 副区长 alone on the last line. So titles of talks and of people,
//! and affiliations, are published as phrases, and each phrase as words.

use std::collections::BTreeMap;

use crate::model::Site;
use crate::text::Segmenter;

/// A title as phrases, each as words; their concatenation is the title.
pub type Phrases = Vec<Vec<String>>;

/// Punctuation that ends a phrase.
const ENDS: [char; 8] = ['：', '，', '；', '！', '？', '·', '—', '、'];
/// Words that must not begin a line, besides punctuation.
const NO_LINE_START: [&str; 7] = ["的", "之", "了", "们", "与", "和", "及"];

/// The phrases of every title of a site.
#[derive(Clone, Debug, Default)]
pub struct TitleBreaks {
    known: BTreeMap<String, Phrases>,
}

impl TitleBreaks {
    /// Segments all titles, names of titles and affiliations of a site once.
    pub fn new(site: &Site, segmenter: &Segmenter) -> Self {
        let forums = || site.forums.iter();
        let titles = forums()
            .map(|forum| &forum.title)
            .chain(forums().flat_map(|f| &f.sessions).map(|session| &session.title))
            .chain(forums().flat_map(|f| &f.talks).map(|talk| &talk.title))
            .chain(site.pages.iter().map(|page| &page.title))
            .chain([&site.config.title]);
        let general = site.speakers.iter().flat_map(|s| [&s.affiliation, &s.title]);
        let spoken = forums().flat_map(|f| &f.talks).flat_map(|talk| &talk.speakers);
        let that_day = spoken.flat_map(|s| [&s.affiliation, &s.title]);
        let titles = titles.chain(general.chain(that_day).flatten());
        let known = titles.map(|title| (title.clone(), segment(title, segmenter))).collect();
        Self { known }
    }

    /// The phrases of a title; a text that is not a title of the site is one phrase of one word.
    pub fn phrases(&self, title: &str) -> Phrases {
        self.known.get(title).cloned().unwrap_or_else(|| vec![vec![title.to_owned()]])
    }
}

fn segment(title: &str, segmenter: &Segmenter) -> Phrases {
    title.split_inclusive(ENDS).map(|phrase| join_unbreakable(segmenter.cut(phrase))).collect()
}

/// Joins words that a line break must not separate: a word that must not begin a line to the one
/// before it, a word of one character (善 of 善智慧) to the one after it. Latin words and numbers
/// stay with the Chinese around them, since the browser adds its spacing between the two only where
/// no element comes between.
fn join_unbreakable(words: Vec<&str>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if belongs(line, word) || is_single(line) => line.push_str(word),
            _ => lines.push(word.to_owned()),
        }
    }
    // a single character at the end has no word after it to join
    if lines.len() > 1 && lines.last().is_some_and(|last| is_single(last)) {
        let last = lines.pop().unwrap_or_default();
        if let Some(line) = lines.last_mut() {
            line.push_str(&last);
        }
    }
    lines
}

fn is_single(line: &str) -> bool {
    line.chars().count() == 1
}

fn belongs(line: &str, word: &str) -> bool {
    const OPENING: [char; 3] = ['《', '（', '“'];
    let (Some(last), Some(first)) = (line.chars().next_back(), word.chars().next()) else {
        return true;
    };
    // no line may begin with a closing mark or end with an opening one
    let closing = !first.is_alphanumeric() && !OPENING.contains(&first);
    let scripts = last.is_ascii_alphanumeric() != first.is_ascii_alphanumeric();
    let mixed = scripts && last.is_alphanumeric() && first.is_alphanumeric();
    OPENING.contains(&last) || closing || mixed || NO_LINE_START.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_after_punctuation_or_between_words() {
        let segmenter = Segmenter::new(["大模型"]);
        let phrases = segment("迈向AGI：《大模型的道与术》发布", &segmenter);
        assert_eq!(phrases, [vec!["迈向AGI："], vec!["《大模型的", "道与术》", "发布"]]);
    }

    #[test]
    fn no_character_is_left_alone() {
        let segmenter = Segmenter::new(["善治理"]);
        assert_eq!(segment("善治理促进善智慧", &segmenter), [vec!["善治理", "促进", "善智慧"]]);
        assert_eq!(
            segment("区委常委、副区长", &segmenter).concat().join("|"),
            "区委|常委、|副区长"
        );
    }
}
