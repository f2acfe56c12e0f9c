//! Words: jieba's segmentation, with the words that a site knows.
//!
//! jieba's own dictionary has neither the names of people nor the terms of a trade: it cuts 大模型
//! into 大 and 模型, and 信通院 into 信通 and 院. So the names, topics and corrections of a site go
//! into it first. It is for telling where one word ends and the next begins; nothing that must be
//! found is left to it.

use std::collections::HashSet;

use jieba_rs::Jieba;

/// A segmenter with a site's own words.
#[cfg_attr(test, derive(Clone))]
pub struct Segmenter {
    jieba: Jieba,
    /// The site's words.
    own: HashSet<String>,
    /// Those of them that the dictionary had before.
    ordinary: HashSet<String>,
}

impl Segmenter {
    /// Words in the corpus from which jieba's dictionary has its frequencies.
    pub const CORPUS: usize = 60_101_967;

    /// Loads the dictionary.
    ///
    /// It takes about a tenth of a second, so do it once, beside other work.
    pub fn dictionary() -> Self {
        Self { jieba: Jieba::new(), own: HashSet::new(), ordinary: HashSet::new() }
    }

    /// Loads what kinds of words are guessed with, for [`Segmenter::tagged`], which else does so when
    /// it is first needed.
    pub fn load_kinds() {
        Jieba::empty().tag("词", true);
    }

    /// Adds words, so that each is cut as one where jieba would have cut it up; blanks within them
    /// separate words of their own.
    #[must_use]
    pub fn with<'a>(mut self, own: impl IntoIterator<Item = &'a str>) -> Self {
        for word in own.into_iter().flat_map(str::split_whitespace) {
            if word.chars().nth(1).is_some() {
                if self.jieba.has_word(word) && !self.own.contains(word) {
                    self.ordinary.insert(word.to_owned());
                }
                self.own.insert(word.to_owned());
                // the frequency at which the word as a whole wins over its parts
                self.jieba.add_word(word, None, None);
            }
        }
        self
    }

    /// Loads the dictionary and adds words.
    #[cfg(test)]
    pub(crate) fn new<'a>(own: impl IntoIterator<Item = &'a str>) -> Self {
        Self::dictionary().with(own)
    }

    /// The words of a text, punctuation and blanks included; laid end to end they are the text.
    pub fn cut<'t>(&self, text: &'t str) -> Vec<&'t str> {
        self.jieba.cut(text, true).into_iter().map(|token| token.word).collect()
    }

    /// The words that one of the site's own is put together of: 搜索, 与 and 推荐 of 搜索与推荐.
    pub fn parts<'t>(&self, word: &'t str) -> Vec<&'t str> {
        let whole = |parts: &[&str]| matches!(parts, [only] if *only == word);
        let parts: Vec<&str> =
            self.jieba.cut_for_search(word, false).into_iter().map(|token| token.word).collect();
        if whole(&parts) { parts } else { parts.into_iter().filter(|part| *part != word).collect() }
    }

    /// Byte offsets at which a word of the text ends and another begins, both ends included.
    /// Only words that the dictionary or the site has are held together; none is guessed.
    pub fn boundaries(&self, text: &str) -> Vec<usize> {
        let mut at = 0;
        let ends = self.jieba.cut(text, false).into_iter().map(|token| {
            at += token.word.len();
            at
        });
        std::iter::once(0).chain(ends).collect()
    }

    /// The words of a text, each with its part of speech as jieba's dictionary has it (`n`, `v`,
    /// `eng` …; empty for the site's own, `x` for what is guessed); end to end they are the text.
    pub fn tagged<'t>(&'t self, text: &'t str) -> Vec<(&'t str, &'t str)> {
        self.jieba.tag(text, true).into_iter().map(|tag| (tag.word, tag.tag)).collect()
    }

    /// How often the dictionary's corpus of [`Segmenter::CORPUS`] words has a word.
    pub fn frequency(&self, word: &str) -> usize {
        self.jieba.suggest_freq(word)
    }

    /// Whether a word of the site is one that the dictionary has as well.
    pub fn is_ordinary(&self, word: &str) -> bool {
        self.ordinary.contains(word)
    }

    /// Whether the site has this word.
    pub fn is_own(&self, word: &str) -> bool {
        self.own.contains(word)
    }

    /// Whether the dictionary or the site has this word.
    pub fn has(&self, word: &str) -> bool {
        self.jieba.has_word(word)
    }
}

#[cfg(test)]
mod tests {
    use super::Segmenter;

    #[test]
    fn the_sites_own_words_are_cut_as_one() {
        let words = Segmenter::new(["大模型", "信通院"]);
        assert_eq!(words.cut("中国信通院的大模型。"), ["中国", "信通院", "的", "大模型", "。"]);
        assert_eq!(words.boundaries("大模型好"), [0, 9, 12]);
        assert!(words.has("信通院") && !words.has("信通院的"));
        assert!(words.is_own("信通院") && !words.is_ordinary("信通院"));
    }
}
