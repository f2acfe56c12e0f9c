//! Stammers: words repeated at once without meaning anything by it, as 我我我, 这个这个.
//!
//! Chinese also repeats words on purpose (看看, 谢谢, 非常非常, 讨论讨论, 一步一步). So only words
//! that are never repeated on purpose count: pronouns and demonstratives, prepositions,
//! conjunctions, and a few adverbs and auxiliaries. Both must be whole words: in 现在在上海 the
//! first 在 is a part of 现在, in 目的的 the first 的 is a part of 目的. The last one stays, the
//! others go.
//!
//! Even these stay where two clauses may meet (对我我非常感谢: 对 may be an answer, or 对我 an
//! object), where somebody agrees (就是就是，), and where a degree is stressed (那么那么多).

use super::edited_view::{EditedView, is_pause};
use super::{Edit, Rule};

/// Words of one character that nobody repeats on purpose.
const ONE_CHAR: &str = "我你他她它这那在和与跟从向被就也都还能有要的了而但其";
/// Those of [`ONE_CHAR`] that can be followed by a longer word with the same start: 我我们, 这这个.
const PREFIXES: &str = "我你他她它这那";
/// Words of two characters that nobody repeats on purpose.
const TWO_CHARS: [&str; 33] = [
    "我们", "你们", "他们", "它们", "咱们", "这个", "那个", "这些", "那些", "这样", "那样", "这种",
    "那种", "这里", "那里", "就是", "还是", "但是", "只是", "所以", "因为", "如果", "而且", "并且",
    "或者", "以及", "然后", "那么", "其实", "已经", "能够", "我的", "他的",
];
/// Personal pronouns: of two, the first can be an object and the second the next subject.
const PRONOUNS: [&str; 10] = ["我", "你", "他", "她", "它", "我们", "你们", "他们", "它们", "咱们"];
/// Words that take a pronoun as their object, or are an answer before one.
const BEFORE_PRONOUNS: [&str; 20] = [
    "对", "跟", "给", "让", "叫", "请", "帮", "教", "问", "为", "替", "把", "被", "向", "比", "像",
    "找", "等", "陪", "告诉",
];
/// First characters of adjectives whose degree 那么 stresses.
const DEGREES: &str = "多大高好长远深久强快少难重小美贵";
/// 一 with a measure word, repeated to say "one by one"; a stammer only where one thing is spoken
/// of.
const MEASURES: [&str; 4] = ["一个", "一种", "一些", "一套"];

/// Finds stammers. Each edit leaves one word out, so 我我我 gives two.
pub(super) fn find(view: &EditedView) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut i = 0;
    while i < view.len() {
        let context = RepetitionContext { view, start: i };
        match context.repeated_chars() {
            Some(length) => {
                edits.extend(view.edits(i..i + length, "", Rule::Repetition));
                // on by one word and not by two: in 我我我 the second word is compared with the
                // third
                i += length;
            }
            None => i += 1,
        }
    }
    edits
}

/// An index of the view at which a stammer may start.
struct RepetitionContext<'a> {
    view: &'a EditedView<'a>,
    start: usize,
}

impl RepetitionContext<'_> {
    /// The length, in characters, of the word that starts here and is stammered; 2 or 1.
    fn repeated_chars(&self) -> Option<usize> {
        let length = [2, 1].into_iter().find(|&length| {
            let word = self.view.text(self.start..self.start + length);
            // fewer characters are left at the end of the text
            word.chars().count() == length
                && self.view.matches_at(self.start + length, &word)
                && self.is_stammer(&word, length)
        })?;
        // if a correction put in either of the two, the editor wanted both
        self.view.is_original(self.start..self.start + 2 * length).then_some(length)
    }

    /// Whether `word`, which stands here twice, is not repeated on purpose.
    fn is_stammer(&self, word: &str, length: usize) -> bool {
        let (second, end) = (self.start + length, self.start + 2 * length);
        if !(self.view.is_word_start(self.start) && self.view.is_word_start(second)) {
            return false;
        }
        // 对我我 may be two clauses, and then both pronouns are meant
        if PRONOUNS.contains(&word) && self.view.has_word_before(self.start, &BEFORE_PRONOUNS) {
            return false;
        }
        let next = self.view.get(end);
        match word {
            "就是" if next.is_none_or(is_pause) => return false,
            "那么" if next.is_some_and(|c| DEGREES.contains(c)) => return false,
            _ => {}
        }
        if length == 1 {
            // the second may begin a longer word (和和平), which repeats nothing unless it is
            // 我我们
            let is_whole_word = self.view.is_word_start(end);
            return ONE_CHAR.contains(word) && (is_whole_word || PREFIXES.contains(word));
        }
        TWO_CHARS.contains(&word) || (MEASURES.contains(&word) && self.is_one_thing(end))
    }

    /// Whether 一个一个, which ends at index `end`, speaks of one thing and is a stammer: the thing
    /// is described before (这样的一个一个大门), and it does not say how something is done
    /// (一个一个地).
    fn is_one_thing(&self, end: usize) -> bool {
        let is_described = self.view.char_before(self.start).is_some_and(|c| "的样".contains(c));
        let next = self.view.get(end);
        // 来 and 去 after it tell how something is done (一个一个来), and 一 goes on repeating
        is_described && next.is_some_and(|c| !is_pause(c) && !"地的来去一".contains(c))
    }
}
