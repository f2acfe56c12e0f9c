//! Division of Chinese text into words: jieba, with the words of a site added.
//!
//! Chinese is written without spaces, so the rules and the search ask a segmenter where words end.
//! jieba's dictionary has neither the names of people nor the terms of a field: it cuts 大模型 into
//! 大 and 模型, and 信通院 into 信通 and 院. So the names, topics and corrections of a site are
//! added to it first. A segmenter makes mistakes; nothing relies on it that must be found in any
//! case.

use std::collections::HashSet;

use jieba_rs::Jieba;

/// jieba's dictionary, and the words that a site adds to it.
#[cfg_attr(test, derive(Clone))]
pub struct Segmenter {
    jieba: Jieba,
    /// The words that the site added.
    site_words: HashSet<String>,
    /// Those of them that jieba's dictionary has anyway.
    ordinary: HashSet<String>,
}

impl Segmenter {
    /// Number of words in the corpus that the frequencies of jieba's dictionary were counted in.
    pub const CORPUS_WORDS: usize = 60_101_967;

    /// Loads jieba's dictionary, without any words of a site.
    ///
    /// It takes about a tenth of a second, so do it once, beside other work.
    pub fn load() -> Self {
        Self { jieba: Jieba::new(), site_words: HashSet::new(), ordinary: HashSet::new() }
    }

    /// Loads the model by which jieba guesses parts of speech. [`Segmenter::tag`] loads it when it
    /// is first called; calling this before, beside other work, saves that wait.
    pub fn load_tagging_model() {
        // the model is shared by all instances, so an empty dictionary is enough to load it
        Jieba::empty().tag("词", true);
    }

    /// Adds words of a site, so that each is cut as one where jieba would have cut it up. A name
    /// with whitespace in it counts as several words; words of one character are not added.
    #[must_use]
    pub fn with_words<'a>(mut self, names: impl IntoIterator<Item = &'a str>) -> Self {
        for word in names.into_iter().flat_map(str::split_whitespace) {
            // a single character that became more frequent would cut ordinary words apart
            if word.chars().nth(1).is_some() {
                // an earlier call may have added the word, which does not make it an ordinary one
                if self.jieba.has_word(word) && !self.site_words.contains(word) {
                    self.ordinary.insert(word.to_owned());
                }
                self.site_words.insert(word.to_owned());
                // no frequency given: jieba takes the one at which the whole wins over its parts
                self.jieba.add_word(word, None, None);
            }
        }
        self
    }

    /// Loads the dictionary and adds words.
    #[cfg(test)]
    pub(crate) fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        Self::load().with_words(names)
    }

    /// Divides a text into words; punctuation and whitespace are tokens too, so that the tokens
    /// laid end to end are the text. Words that the dictionary lacks are guessed.
    pub fn cut<'t>(&self, text: &'t str) -> Vec<&'t str> {
        self.jieba.cut(text, true).into_iter().map(|token| token.word).collect()
    }

    /// The shorter words in a word of the site: 搜索, 与 and 推荐 of 搜索与推荐. A word that has
    /// none gives itself.
    pub fn subwords<'t>(&self, word: &'t str) -> Vec<&'t str> {
        let tokens = self.jieba.cut_for_search(word, false);
        let parts: Vec<&str> = tokens.into_iter().map(|token| token.word).collect();
        if parts == [word] {
            parts
        } else {
            parts.into_iter().filter(|part| *part != word).collect()
        }
    }

    /// The byte offsets of the word boundaries of a text, sorted, 0 and its length included. Unlike
    /// [`Segmenter::cut`] it guesses no words: a run of characters that the dictionary lacks has a
    /// boundary between each two.
    pub fn boundaries(&self, text: &str) -> Vec<usize> {
        let mut offset = 0;
        // no guesses here: a guessed word must not keep a rule from the words within it
        let ends = self.jieba.cut(text, false).into_iter().map(|token| {
            offset += token.word.len();
            offset
        });
        std::iter::once(0).chain(ends).collect()
    }

    /// The tokens of a text, as by [`Segmenter::cut`], each with its part of speech as jieba's
    /// dictionary has it: `n`, `v`, `eng` …; empty for words of the site. Words that the dictionary
    /// lacks get the part of speech that a model guesses, or `x`.
    pub fn tag<'t>(&'t self, text: &'t str) -> Vec<(&'t str, &'t str)> {
        self.jieba.tag(text, true).into_iter().map(|tag| (tag.word, tag.tag)).collect()
    }

    /// How often a word occurs in the corpus of [`Segmenter::CORPUS_WORDS`] words, or, for one that
    /// the dictionary lacks, the frequency that jieba would give it.
    pub fn frequency(&self, word: &str) -> usize {
        self.jieba.suggest_freq(word)
    }

    /// Whether a word of the site is an ordinary one as well: jieba's dictionary has it.
    pub fn is_in_dictionary(&self, word: &str) -> bool {
        self.ordinary.contains(word)
    }

    /// Whether the site added this word.
    pub fn is_site_word(&self, word: &str) -> bool {
        self.site_words.contains(word)
    }

    /// Whether the dictionary has this word, or the site added it.
    pub fn knows(&self, word: &str) -> bool {
        self.jieba.has_word(word)
    }
}

#[cfg(test)]
mod tests {
    use super::Segmenter;

    #[test]
    fn the_sites_own_words_are_cut_as_one() {
        let segmenter = Segmenter::new(["大模型", "信通院"]);
        assert_eq!(segmenter.cut("中国信通院的大模型。"), ["中国", "信通院", "的", "大模型", "。"]);
        assert_eq!(segmenter.boundaries("大模型好"), [0, 9, 12]);
        assert!(segmenter.knows("信通院") && !segmenter.knows("信通院的"));
        assert!(segmenter.is_site_word("信通院") && !segmenter.is_in_dictionary("信通院"));
    }
}
