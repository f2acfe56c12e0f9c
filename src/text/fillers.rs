//! Sounds of hesitation that carry no meaning.
//!
//! - 呃 always is a filler, except in the words 呃逆 and 打呃.
//! - 额 is one (for 呃) only between two pauses.
//! - 啊 is one between two pauses, at the start of a clause, and after a word that cannot end a
//!   clause (在啊, 和啊; not 方向啊, where 向 is only the last character of a word). After other
//!   words it is a particle that lists or softens (设计啊，客服啊) and stays; so does a 啊 that
//!   asks (啊？) or answers (啊对).
//! - 嗯 is one within a clause, and between two pauses. It stays where it is an answer: at the
//!   start of a turn, after a question, before 对 or 好, and after a verb of saying.
//! - 呢 is one between two pauses only; elsewhere it marks a topic or a question.
//!
//! A filler takes one of the pauses beside it along, the weaker one, so that the rest reads well.

use super::edited_view::{EditedView, is_pause};
use super::{Edit, Rule};

/// Words that cannot end a clause: prepositions and conjunctions.
const UNFINISHED: [&str; 12] =
    ["在", "和", "与", "跟", "把", "被", "及", "以及", "或", "从", "向", "对于"];
/// Words that agree or disagree, beside which 啊 and 嗯 are answers.
const ANSWERS: [&str; 21] = [
    "对", "是", "好", "不", "行", "没", "可", "嗯", "啊", "对对", "对的", "是的", "是啊", "好的",
    "好好", "好吧", "好啊", "不是", "没有", "没错", "可以",
];
/// Verbs of saying, after which 嗯 is quoted speech.
const SAYING: [&str; 12] =
    ["说", "答", "道", "问", "讲", "回", "叫", "喊", "只说", "回答", "说道", "问道"];

/// Finds fillers, with the pauses that go with them.
pub(super) fn find(view: &EditedView) -> Vec<Edit> {
    let mut edits = Vec::new();
    // indexes of the characters that stay: a filler is judged by what will be read before it
    let mut kept: Vec<usize> = Vec::new();
    let mut i = 0;
    while let Some(c) = view.get(i) {
        // a drawn-out sound (呃呃呃) is one
        let end = view.skip_while(i, |d| d == c);
        let context = FillerContext { view, last: kept.last().copied(), start: i, end };
        // a sound that a correction put in was written by the editor and stays
        if !view.is_original(i..end) || !context.is_filler(c) {
            kept.extend(i..end);
            i = end;
            continue;
        }
        if let Some(pause) = context.dropped_pause_before() {
            edits.extend(view.edits(pause..pause + 1, "", Rule::Filler));
            // the comma is left out, so what follows must not take it for the pause before it
            kept.pop();
        }
        let range = i..end + usize::from(context.takes_pause_after());
        i = range.end;
        edits.extend(view.edits(range, "", Rule::Filler));
    }
    join_adjacent(edits)
}

/// Sorts the edits and joins those that touch, as a comma and the filler after it do.
fn join_adjacent(mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort_by_key(|edit| edit.range.start);
    edits.dedup_by(|next, edit| {
        // two edits that touch would be shown as two deletions side by side
        let is_adjacent = edit.range.end == next.range.start;
        if is_adjacent {
            edit.range.end = next.range.end;
        }
        is_adjacent
    });
    edits
}

/// A possible filler, perhaps drawn out, and the text around it. Numbers are indexes into the
/// view.
struct FillerContext<'a> {
    view: &'a EditedView<'a>,
    /// The last character before it that stays; `None` at the start of the turn.
    last: Option<usize>,
    start: usize,
    end: usize,
}

impl FillerContext<'_> {
    fn char_before(&self) -> Option<char> {
        self.last.and_then(|i| self.view.get(i))
    }

    fn char_after(&self) -> Option<char> {
        self.view.get(self.end)
    }

    /// Whether the sound, all of whose characters are `c`, carries no meaning here.
    fn is_filler(&self, c: char) -> bool {
        let follows_pause = self.char_before().is_none_or(is_pause);
        let precedes_pause = self.char_after().is_none_or(is_pause);
        // a sound before a question mark asks something (啊？ 嗯？), and is not hesitation
        let asks = self.char_after().is_some_and(|c| "？！?!".contains(c));
        match c {
            '呃' => !(self.view.has_word_at(self.start, &["呃逆"]) || self.is_after(&["打"])),
            // 额 is a part of many words (名额) and 呢 a particle, so only pauses on both sides
            // show a sound
            '额' | '呢' => follows_pause && precedes_pause && !asks,
            '啊' => {
                let starts_clause = follows_pause && !self.is_before_answer();
                // 在啊 before a pause is a whole answer; 在 is unfinished only where something
                // follows
                !asks && (starts_clause || !precedes_pause && self.is_after(&UNFINISHED))
            }
            '嗯' => {
                !asks && !self.is_before_answer() && !self.is_reply() && !self.is_after(&SAYING)
            }
            _ => false,
        }
    }

    /// Whether one of `words` is the last word that stays before it.
    fn is_after(&self, words: &[&str]) -> bool {
        // sounds that were left out in between do not count: 在呃啊 is read as 在啊
        self.last.is_some_and(|last| self.view.has_word_before(last + 1, words))
    }

    /// Whether a word follows, after a comma or not, that agrees or disagrees.
    fn is_before_answer(&self) -> bool {
        // 嗯，对 agrees as 嗯对 does: where the comma stands is the recogniser's guess
        let next = self.view.skip_while(self.end, is_weak_pause);
        self.view.has_word_at(next, &ANSWERS)
    }

    /// Whether it can be a reply: at the start of a turn, or after a question.
    fn is_reply(&self) -> bool {
        // 吗 asks by itself, and the recogniser may write no question mark after it
        self.char_before().is_none_or(|c| "？?吗".contains(c))
    }

    /// Whether the pause after it is left out too, because there is a pause before it: a comma
    /// always, any other pause where the one before is no comma.
    fn takes_pause_after(&self) -> bool {
        let follows_pause = self.char_before().is_none_or(is_pause);
        let weak = self.char_after().is_some_and(is_weak_pause);
        // brackets and quotation marks come in pairs, so a filler never takes one along
        let any = self.char_after().is_some_and(|c| "，、。？！；：".contains(c));
        let keeps_stronger_before =
            self.dropped_pause_before().is_none() && !self.has_weak_pause_before();
        // without the filler two pauses would stand side by side, and the stronger one has to stay
        follows_pause && any && (weak || keeps_stronger_before)
    }

    fn has_weak_pause_before(&self) -> bool {
        self.char_before().is_some_and(is_weak_pause)
    }

    /// Index of the comma before it, if that is left out too because a stronger pause follows:
    /// `，呃。` keeps the full stop.
    fn dropped_pause_before(&self) -> Option<usize> {
        let stronger = self.char_after().is_some_and(|c| is_pause(c) && !is_weak_pause(c));
        // a comma that an earlier rule put in cannot be edited again
        let is_original = |i: &usize| self.view.is_original(*i..*i + 1);
        self.last.filter(|_| stronger && self.has_weak_pause_before()).filter(is_original)
    }
}

fn is_weak_pause(c: char) -> bool {
    "，、".contains(c)
}
