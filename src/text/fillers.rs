//! Sounds of hesitation that carry nothing.
//!
//! - 呃 always is one, except in the words 呃逆 and 打呃.
//! - 额 stands for it where pauses are on both sides.
//! - 啊 is one between two pauses, where it begins a clause, and after a word that cannot end one
//!   (在啊, 和啊). After other words it is a particle that lists or softens (设计啊，客服啊) and
//!   stays; so does a 啊 that asks (啊？) or answers (啊对).
//! - 嗯 is one within a clause, and between two pauses. As an answer it stays: at the beginning of
//!   a turn, after a question, before 对 or 好, and after a word of saying.
//! - 呢 is one between two pauses only; elsewhere it marks a topic or a question.
//!
//! A filler takes one of the pauses around it along, the weaker one, so that what is left reads.

use std::ops::Range;

use super::view::{View, is_pause};
use super::{Edit, Rule};

/// Words that cannot end a clause.
const UNFINISHED: &str = "在和与跟把被及或从向";
/// Words that agree or disagree, beside which 啊 and 嗯 are answers.
const ANSWERS: &str = "对是好不行没可嗯啊";
/// Verbs of saying, after which 嗯 is what was said.
const SAYING: &str = "说答道问讲回叫喊";

/// Finds fillers.
pub(super) fn find(view: &View) -> Vec<Edit> {
    let mut edits = Vec::new();
    // the last character that is read, as the text will be, and where it is
    let mut last: Option<usize> = None;
    let mut i = 0;
    while let Some(c) = view.get(i) {
        let end = view.skip(i, |d| d == c);
        let place = Place { view, last, start: i, end };
        if !view.is_own(i..end) || !place.is_filler(c) {
            last = Some(end - 1);
            i = end;
            continue;
        }
        let range = place.with_pause();
        if range.start < i {
            last = range.start.checked_sub(1);
        }
        i = range.end;
        edits.extend(view.edits(range, "", Rule::Filler));
    }
    edits
}

/// One sound, perhaps drawn out, and what stands around it.
struct Place<'a> {
    view: &'a View,
    /// The last character before it that is read.
    last: Option<usize>,
    start: usize,
    end: usize,
}

impl Place<'_> {
    fn before(&self) -> Option<char> {
        self.last.and_then(|i| self.view.get(i))
    }

    fn after(&self) -> Option<char> {
        self.view.get(self.end)
    }

    fn is_filler(&self, c: char) -> bool {
        let begins = self.before().is_none_or(is_pause);
        let ends = self.after().is_none_or(is_pause);
        let asks = self.after().is_some_and(|c| "？！?!".contains(c));
        match c {
            '呃' => !(self.after() == Some('逆') || self.before() == Some('打')),
            '额' | '呢' => begins && ends && !asks,
            '啊' => !asks && (begins && !self.answers() || !ends && self.is_after(UNFINISHED)),
            '嗯' => !asks && !self.answers() && !self.is_reply() && !self.is_after(SAYING),
            _ => false,
        }
    }

    fn is_after(&self, words: &str) -> bool {
        self.before().is_some_and(|c| words.contains(c))
    }

    /// Whether what follows, a pause apart or not, agrees or disagrees.
    fn answers(&self) -> bool {
        let next = self.view.skip(self.end, |c| "，、".contains(c));
        self.view.get(next).is_some_and(|c| ANSWERS.contains(c))
    }

    /// Whether it can be a reply: at the beginning of a turn, or after a question.
    fn is_reply(&self) -> bool {
        self.before().is_none_or(|c| "？?吗".contains(c))
    }

    /// The sound with the pause that goes with it.
    fn with_pause(&self) -> Range<usize> {
        let (start, end) = (self.start, self.end);
        let begins = self.before().is_none_or(is_pause);
        match (self.before(), self.after()) {
            (_, Some(after)) if begins && "，、".contains(after) => start..end + 1,
            // `，呃。` keeps the full stop
            (Some(before), Some(after)) if "，、".contains(before) && is_pause(after) => {
                match self.last {
                    Some(i) if i + 1 == start && self.view.is_own(i..i + 1) => i..end,
                    _ => start..end,
                }
            }
            (_, Some(after)) if begins && "。？！；：".contains(after) => start..end + 1,
            _ => start..end,
        }
    }
}
