//! Sounds of hesitation that carry nothing.
//!
//! - 呃 always is one, except in the words 呃逆 and 打呃.
//! - 额 stands for it where pauses are on both sides.
//! - 啊 is one between two pauses, where it begins a clause, and after a word that cannot end one
//!   (在啊, 和啊; not 方向啊, whose last character only is such a word). After other words it is a
//!   particle that lists or softens (设计啊，客服啊) and stays; so does a 啊 that asks (啊？) or
//!   answers (啊对).
//! - 嗯 is one within a clause, and between two pauses. As an answer it stays: at the beginning of
//!   a turn, after a question, before 对 or 好, and after a word of saying.
//! - 呢 is one between two pauses only; elsewhere it marks a topic or a question.
//!
//! A filler takes one of the pauses around it along, the weaker one, so that what is left reads.

use super::edited_view::{EditedView, is_pause};
use super::{Edit, Rule};

/// Words that cannot end a clause.
const UNFINISHED: [&str; 12] =
    ["在", "和", "与", "跟", "把", "被", "及", "以及", "或", "从", "向", "对于"];
/// Words that agree or disagree, beside which 啊 and 嗯 are answers.
const ANSWERS: [&str; 21] = [
    "对", "是", "好", "不", "行", "没", "可", "嗯", "啊", "对对", "对的", "是的", "是啊", "好的",
    "好好", "好吧", "好啊", "不是", "没有", "没错", "可以",
];
/// Verbs of saying, after which 嗯 is what was said.
const SAYING: [&str; 12] =
    ["说", "答", "道", "问", "讲", "回", "叫", "喊", "只说", "回答", "说道", "问道"];

/// Finds fillers.
pub(super) fn find(view: &EditedView) -> Vec<Edit> {
    let mut edits = Vec::new();
    // where the characters are that are read, as the text will be
    let mut kept: Vec<usize> = Vec::new();
    let mut i = 0;
    while let Some(c) = view.get(i) {
        let end = view.skip(i, |d| d == c);
        let place = FillerContext { view, last: kept.last().copied(), start: i, end };
        if !view.is_own(i..end) || !place.is_filler(c) {
            kept.extend(i..end);
            i = end;
            continue;
        }
        if let Some(pause) = place.pause_before() {
            edits.extend(view.edits(pause..pause + 1, "", Rule::Filler));
            kept.pop();
        }
        let range = i..end + usize::from(place.takes_pause_after());
        i = range.end;
        edits.extend(view.edits(range, "", Rule::Filler));
    }
    joined(edits)
}

/// One edit where two touch, as a comma and the sound behind it do.
fn joined(mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort_by_key(|edit| edit.range.start);
    edits.dedup_by(|next, edit| {
        let touches = edit.range.end == next.range.start;
        if touches {
            edit.range.end = next.range.end;
        }
        touches
    });
    edits
}

/// One sound, perhaps drawn out, and what stands around it.
struct FillerContext<'a> {
    view: &'a EditedView<'a>,
    /// The last character before it that is read.
    last: Option<usize>,
    start: usize,
    end: usize,
}

impl FillerContext<'_> {
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
            '呃' => !(self.view.begins_with(self.start, &["呃逆"]) || self.is_after(&["打"])),
            '额' | '呢' => begins && ends && !asks,
            '啊' => !asks && (begins && !self.answers() || !ends && self.is_after(&UNFINISHED)),
            '嗯' => !asks && !self.answers() && !self.is_reply() && !self.is_after(&SAYING),
            _ => false,
        }
    }

    /// Whether one of some words is the last that is read before it.
    fn is_after(&self, words: &[&str]) -> bool {
        self.last.is_some_and(|last| self.view.ends_with(last + 1, words))
    }

    /// Whether what follows, a pause apart or not, agrees or disagrees.
    fn answers(&self) -> bool {
        let next = self.view.skip(self.end, |c| "，、".contains(c));
        self.view.begins_with(next, &ANSWERS)
    }

    /// Whether it can be a reply: at the beginning of a turn, or after a question.
    fn is_reply(&self) -> bool {
        self.before().is_none_or(|c| "？?吗".contains(c))
    }

    /// Whether the pause behind it goes with it: a weak one, or any where one stands before.
    fn takes_pause_after(&self) -> bool {
        let begins = self.before().is_none_or(is_pause);
        let weak = self.after().is_some_and(|c| "，、".contains(c));
        let any = self.after().is_some_and(|c| "，、。？！；：".contains(c));
        begins && any && (weak || self.pause_before().is_none() && !self.is_weak_before())
    }

    fn is_weak_before(&self) -> bool {
        self.before().is_some_and(|c| "，、".contains(c))
    }

    /// The pause before it that goes with it: `，呃。` keeps the full stop.
    fn pause_before(&self) -> Option<usize> {
        let stronger = self.after().is_some_and(|c| is_pause(c) && !"，、".contains(c));
        let own = |i: &usize| self.view.is_own(*i..*i + 1);
        self.last.filter(|_| stronger && self.is_weak_before()).filter(own)
    }
}
