//! Immediate repetitions that carry nothing: 我我我, 这个这个.
//!
//! Chinese repeats words to say something (看看, 谢谢, 非常非常, 讨论讨论, 一步一步), so only those
//! are taken for a stammer that never are repeated so: pronouns and demonstratives, prepositions,
//! conjunctions, and a few adverbs and auxiliaries. Both must be words of their own: in 现在在
//! 上海 the first 在 is not, in 目的的 neither is the first 的. What is left is the last one.
//!
//! Even these are left where two clauses may meet (对我我非常感谢: 对 may be an answer, or 对我 an
//! object), where somebody agrees (就是就是，), and where a degree is stressed (那么那么多).

use super::edited_view::{EditedView, is_pause};
use super::{Edit, Rule};

/// Words of one character that are not repeated to say something.
const ONE: &str = "我你他她它这那在和与跟从向被就也都还能有要的了而但其";
/// Of these, those that a longer word can go on from: 我我们, 这这个.
const BEGINS: &str = "我你他她它这那";
/// Words of two characters that are not repeated to say something.
const TWO: [&str; 33] = [
    "我们", "你们", "他们", "它们", "咱们", "这个", "那个", "这些", "那些", "这样", "那样", "这种",
    "那种", "这里", "那里", "就是", "还是", "但是", "只是", "所以", "因为", "如果", "而且", "并且",
    "或者", "以及", "然后", "那么", "其实", "已经", "能够", "我的", "他的",
];
/// Words for people, of which the first can be an object and the second the next subject.
const PEOPLE: [&str; 10] = ["我", "你", "他", "她", "它", "我们", "你们", "他们", "它们", "咱们"];
/// Words that take one of them as an object, or are an answer before one.
const BEFORE_PEOPLE: [&str; 20] = [
    "对", "跟", "给", "让", "叫", "请", "帮", "教", "问", "为", "替", "把", "被", "向", "比", "像",
    "找", "等", "陪", "告诉",
];
/// Adjectives whose degree 那么 says.
const DEGREES: &str = "多大高好长远深久强快少难重小美贵";
/// Measures with 一, repeated to say one by one; a stammer only where one thing is spoken of.
const MEASURES: [&str; 4] = ["一个", "一种", "一些", "一套"];

/// Finds stammers.
pub(super) fn find(view: &EditedView) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut i = 0;
    while i < view.len() {
        let place = RepetitionContext { view, i };
        match place.stammered() {
            Some(length) => {
                edits.extend(view.edits(i..i + length, "", Rule::Repetition));
                i += length;
            }
            None => i += 1,
        }
    }
    edits
}

struct RepetitionContext<'a> {
    view: &'a EditedView<'a>,
    i: usize,
}

impl RepetitionContext<'_> {
    /// Length of the word that is said again at once.
    fn stammered(&self) -> Option<usize> {
        let found = [2, 1].into_iter().find(|&length| {
            let word: String = (self.i..self.i + length).filter_map(|k| self.view.get(k)).collect();
            word.chars().count() == length
                && self.view.reads(self.i + length, &word)
                && self.is_safe(&word, length)
        })?;
        self.view.is_own(self.i..self.i + 2 * found).then_some(found)
    }

    fn is_safe(&self, word: &str, length: usize) -> bool {
        let (second, after) = (self.i + length, self.i + 2 * length);
        if !(self.view.is_boundary(self.i) && self.view.is_boundary(second)) {
            return false;
        }
        if PEOPLE.contains(&word) && self.view.ends_with(self.i, &BEFORE_PEOPLE) {
            return false;
        }
        let next = self.view.get(after);
        match word {
            "就是" if next.is_none_or(is_pause) => return false,
            "那么" if next.is_some_and(|c| DEGREES.contains(c)) => return false,
            _ => {}
        }
        if length == 1 {
            return ONE.contains(word) && (self.view.is_boundary(after) || BEGINS.contains(word));
        }
        TWO.contains(&word) || (MEASURES.contains(&word) && self.is_one_thing(after))
    }

    /// Whether 一个一个 stands where one thing is spoken of: what it measures is described before
    /// (这样的一个一个大门), and it does not say how something is done (一个一个地).
    fn is_one_thing(&self, after: usize) -> bool {
        let described = self.view.before(self.i).is_some_and(|c| "的样".contains(c));
        let next = self.view.get(after);
        described && next.is_some_and(|c| !is_pause(c) && !"地的来去一".contains(c))
    }
}
