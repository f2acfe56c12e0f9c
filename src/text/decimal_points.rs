//! Decimal points heard as full stops: `5。0` → `5.0`.
//!
//! A full stop between two digits is a decimal point, unless something says that two numbers meet
//! there. What is not sure is left and reported:
//!
//! - more than two numbers in a row (`1。02。0`, `3。3。5`), or numbers with a unit run together
//!   (`5G3。75G4G`);
//! - counting up or down (`3。2。一。`);
//! - 一点一点 turned into digits (`1。1点`);
//! - a year and what follows it (`2023。10`), a number and a date (`5。10月`), an ordinal (`第1。2`);
//! - a number before a measure word for what cannot be divided (`5。3位`; not `2。0场景`, where a
//!   longer word begins);
//! - thousands (`10。000`).

use std::ops::Range;

use super::edited_view::{EditedView, is_pause};
use super::{Edit, Rule, Skipped};

/// Measure words for people and things that come whole.
const WHOLE: [&str; 9] = ["位", "名", "人", "家", "项", "款", "场", "条", "件"];
/// Words for the parts of a date.
const DATES: [&str; 4] = ["月", "月份", "日", "号"];
/// Longest unit, in letters, that can stand between numbers run together.
const UNIT: usize = 2;

/// Finds decimals, and what looks like one and is left.
pub(super) fn find(view: &EditedView) -> (Vec<Edit>, Vec<Skipped>) {
    let (mut edits, mut left) = (Vec::new(), Vec::new());
    let mut i = 0;
    while i < view.len() {
        if !is_digit(view.get(i)) {
            i += 1;
            continue;
        }
        let chain = NumberChain::at(view, i);
        i = chain.end;
        if chain.stops.is_empty() {
            continue;
        }
        match chain.why_not(view) {
            Some(why) => left.push(Skipped { range: view.bytes(chain.start..chain.end), why }),
            None => edits.extend(chain.edits(view)),
        }
    }
    (edits, left)
}

/// Digits with full stops between them.
struct NumberChain {
    start: usize,
    end: usize,
    /// Where the full stops are.
    stops: Vec<usize>,
}

impl NumberChain {
    fn at(view: &EditedView, start: usize) -> Self {
        let digits = |i| view.skip(i, |c| c.is_ascii_digit());
        let mut end = digits(start);
        let mut stops = Vec::new();
        while view.get(end) == Some('。') && is_digit(view.get(end + 1)) {
            stops.push(end);
            end = digits(end + 1);
        }
        Self { start, end, stops }
    }

    /// The number as a whole, which is easier to read as a change than a point is; only the point
    /// where a correction holds one of the digits.
    fn edits(&self, view: &EditedView) -> Vec<Edit> {
        let stop = self.stops[0];
        if !view.is_own(self.start..self.end) {
            return view.edits(stop..stop + 1, ".", Rule::Decimal);
        }
        let number = format!("{}.{}", read(view, self.whole()), read(view, self.fraction()));
        view.edits(self.start..self.end, &number, Rule::Decimal)
    }

    fn whole(&self) -> Range<usize> {
        self.start..self.stops[0]
    }

    fn fraction(&self) -> Range<usize> {
        self.stops[0] + 1..self.end
    }

    /// Why this is not surely one decimal number.
    fn why_not(&self, view: &EditedView) -> Option<&'static str> {
        if self.stops.len() > 1 || self.has_neighbour(view) {
            return Some("several numbers run together");
        }
        if self.counts(view) {
            return Some("it may be counting");
        }
        let (whole, fraction) = (read(view, self.whole()), read(view, self.fraction()));
        let next = |words| view.begins_with(self.end, words);
        if whole == fraction && whole.len() == 1 && next(&["点"]) {
            return Some("it may be 一点一点");
        }
        if whole.len() == 4 && (whole.starts_with("19") || whole.starts_with("20")) {
            return Some("it may be a year and another number");
        }
        if view.before(self.start) == Some('第') {
            return Some("it may be an ordinal and another number");
        }
        if next(&DATES) {
            return Some("it may be a number and a date");
        }
        if next(&WHOLE) {
            return Some("it may be two numbers: what is counted cannot be divided");
        }
        (fraction == "000").then_some("it may be thousands")
    }

    /// Whether a number with a unit touches this one on either side: `5G3。75`, `3。75G4`.
    fn has_neighbour(&self, view: &EditedView) -> bool {
        let letters = |c: char| c.is_ascii_alphabetic();
        let mut start = self.start;
        while view.before(start).is_some_and(letters) {
            start -= 1;
        }
        let end = view.skip(self.end, letters);
        let touches =
            |unit: usize, digit: Option<char>| (1..=UNIT).contains(&unit) && is_digit(digit);
        touches(self.start - start, view.before(start)) || touches(end - self.end, view.get(end))
    }

    /// Whether the two numbers and one that stands by itself beside them count by ones.
    fn counts(&self, view: &EditedView) -> bool {
        let number = |range| read(view, range).parse::<i64>().ok();
        let (Some(first), Some(second)) = (number(self.whole()), number(self.fraction())) else {
            return false;
        };
        let step = second.saturating_sub(first);
        step.abs() == 1
            && (after(view, self.end) == second.checked_add(step)
                || before(view, self.start) == first.checked_sub(step))
    }
}

fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}

fn read(view: &EditedView, range: Range<usize>) -> String {
    range.filter_map(|i| view.get(i)).collect()
}

/// The number that stands by itself after a pause at `end`.
fn after(view: &EditedView, end: usize) -> Option<i64> {
    let start = view.skip(end, is_pause);
    let stop = view.skip(start, |c| value(c).is_some());
    let alone = view.get(stop).is_none_or(|c| !c.is_alphanumeric());
    (start > end && alone).then(|| single(view, start..stop)).flatten()
}

/// The number that stands by itself before a pause at `start`.
fn before(view: &EditedView, start: usize) -> Option<i64> {
    let back = |mut i: usize, is: &dyn Fn(char) -> bool| {
        while view.before(i).is_some_and(is) {
            i -= 1;
        }
        i
    };
    let stop = back(start, &is_pause);
    let from = back(stop, &|c| value(c).is_some());
    let alone = view.before(from).is_none_or(|c| !c.is_alphanumeric());
    (stop < start && alone).then(|| single(view, from..stop)).flatten()
}

/// The value of one numeral, Chinese or Arabic.
fn single(view: &EditedView, range: Range<usize>) -> Option<i64> {
    if range.len() == 1 { view.get(range.start).and_then(value) } else { None }
}

fn value(c: char) -> Option<i64> {
    let chinese = "零一二三四五六七八九十".chars().zip(0..).find(|(n, _)| *n == c);
    chinese.map(|(_, n)| n).or_else(|| c.to_digit(10).map(i64::from))
}
