//! Decimal points recognised as full stops: `5。0` → `5.0`.
//!
//! A full stop between two digits is a decimal point, unless something suggests that one number
//! ends there and another begins. Doubtful places stay as they are and are reported:
//!
//! - more than two numbers in a row (`1。02。0`, `3。3。5`), or numbers with a unit run together
//!   (`5G3。75G4G`);
//! - counting up or down (`3。2。一。`);
//! - 一点一点 turned into digits (`1。1点`);
//! - a year and what follows it (`2023。10`), a number and a date (`5。10月`), an ordinal
//!   (`第1。2`);
//! - a number before a measure word for what cannot be divided (`5。3位`; not `2。0场景`, where a
//!   longer word begins);
//! - thousands (`10。000`).

use std::ops::Range;

use super::edited_view::{EditedView, is_pause};
use super::{Edit, Rule, Skipped};

/// Measure words for people and things that cannot be divided.
const INDIVISIBLE_MEASURES: [&str; 9] = ["位", "名", "人", "家", "项", "款", "场", "条", "件"];
/// Words after the number of a month or a day.
const DATE_UNITS: [&str; 4] = ["月", "月份", "日", "号"];
/// Longest unit, in Latin letters, between numbers that run together: `5G3。75`.
const MAX_UNIT_LETTERS: usize = 2;

/// Finds decimal numbers, and places that look like one and are doubtful.
pub(super) fn find(view: &EditedView) -> (Vec<Edit>, Vec<Skipped>) {
    let (mut edits, mut skipped) = (Vec::new(), Vec::new());
    let mut i = 0;
    while i < view.len() {
        if !is_digit(view.get(i)) {
            i += 1;
            continue;
        }
        // a chain is judged as a whole: no part of `1。02。0` may become a decimal by itself
        let chain = NumberChain::at(view, i);
        i = chain.end;
        if chain.stops.is_empty() {
            continue;
        }
        match chain.doubt(view) {
            Some(reason) => {
                let range = view.byte_range(chain.start..chain.end);
                skipped.push(Skipped { range, reason });
            }
            None => edits.extend(chain.edits(view)),
        }
    }
    (edits, skipped)
}

/// Runs of digits with one full stop between each two. All fields are indexes into the view.
struct NumberChain {
    start: usize,
    end: usize,
    /// The full stops; empty for a plain number.
    stops: Vec<usize>,
}

impl NumberChain {
    /// The longest chain from `start` on, where a digit must be.
    fn at(view: &EditedView, start: usize) -> Self {
        let end_of_digits = |i| view.skip_while(i, |c| c.is_ascii_digit());
        let mut end = end_of_digits(start);
        let mut stops = Vec::new();
        while view.get(end) == Some('。') && is_digit(view.get(end + 1)) {
            stops.push(end);
            end = end_of_digits(end + 1);
        }
        Self { start, end, stops }
    }

    /// Replaces the whole number, which a reader takes in more easily than a changed point. Only
    /// the point where a correction put in one of the digits, since those are not edited again.
    fn edits(&self, view: &EditedView) -> Vec<Edit> {
        // `doubt` refuses chains with several full stops, so the first is the only one
        let stop = self.stops[0];
        if !view.is_original(self.start..self.end) {
            return view.edits(stop..stop + 1, ".", Rule::Decimal);
        }
        let number = format!("{}.{}", view.text(self.integer()), view.text(self.fraction()));
        view.edits(self.start..self.end, &number, Rule::Decimal)
    }

    /// The digits before the first full stop.
    fn integer(&self) -> Range<usize> {
        self.start..self.stops[0]
    }

    /// What follows the first full stop.
    fn fraction(&self) -> Range<usize> {
        self.stops[0] + 1..self.end
    }

    /// Why the chain may be something else than one decimal number; `None` where it surely is one.
    fn doubt(&self, view: &EditedView) -> Option<&'static str> {
        // first, since all other checks need exactly two numbers
        if self.stops.len() > 1 || self.touches_number(view) {
            return Some("several numbers run together");
        }
        if self.counts(view) {
            return Some("it may be counting");
        }
        let (integer, fraction) = (view.text(self.integer()), view.text(self.fraction()));
        let is_followed_by = |words| view.has_word_at(self.end, words);
        if integer == fraction && integer.len() == 1 && is_followed_by(&["点"]) {
            return Some("it may be 一点一点");
        }
        // years that people speak of begin like this; any other four digits are an amount
        if integer.len() == 4 && (integer.starts_with("19") || integer.starts_with("20")) {
            return Some("it may be a year and another number");
        }
        // nothing is the 1.2th: an ordinal is a whole number
        if view.char_before(self.start) == Some('第') {
            return Some("it may be an ordinal and another number");
        }
        if is_followed_by(&DATE_UNITS) {
            return Some("it may be a number and a date");
        }
        if is_followed_by(&INDIVISIBLE_MEASURES) {
            return Some("it may be two numbers: what is counted cannot be divided");
        }
        // nobody has a reason to say three zeros after a decimal point
        (fraction == "000").then_some("it may be thousands")
    }

    /// Whether a unit and then another number touch this one on either side: `5G3。75`, `3。75G4`.
    fn touches_number(&self, view: &EditedView) -> bool {
        let is_letter = |c: char| c.is_ascii_alphabetic();
        let unit_start = view.skip_back_while(self.start, is_letter);
        let unit_end = view.skip_while(self.end, is_letter);
        let is_joined = |letters: usize, beyond: Option<char>| {
            // more letters are a word of their own, as in `3。5turbo4`, and join no numbers
            (1..=MAX_UNIT_LETTERS).contains(&letters) && is_digit(beyond)
        };
        is_joined(self.start - unit_start, view.char_before(unit_start))
            || is_joined(unit_end - self.end, view.get(unit_end))
    }

    /// Whether the two numbers, and a numeral a pause before or after them, count up or down by 1.
    fn counts(&self, view: &EditedView) -> bool {
        let parsed = |range| view.text(range).parse::<i64>().ok();
        let (Some(first), Some(second)) = (parsed(self.integer()), parsed(self.fraction())) else {
            return false; // too long for a number: nobody counts so far
        };
        // saturating and checked, since a recogniser may write digits up to the limits of i64
        let step = second.saturating_sub(first);
        step.abs() == 1
            && (numeral_after(view, self.end) == second.checked_add(step)
                || numeral_before(view, self.start) == first.checked_sub(step))
    }
}

fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}

/// The value of the numeral after a pause at index `end`, if it is a word by itself.
fn numeral_after(view: &EditedView, end: usize) -> Option<i64> {
    let start = view.skip_while(end, is_pause);
    let stop = view.skip_while(start, |c| value(c).is_some());
    // a numeral that begins a word counts nothing: 一 in 一起
    let is_isolated = view.get(stop).is_none_or(|c| !c.is_alphanumeric());
    (start > end && is_isolated).then(|| single_numeral(view, start..stop)).flatten()
}

/// The value of the numeral before a pause that ends at index `start`, if it is a word by itself.
fn numeral_before(view: &EditedView, start: usize) -> Option<i64> {
    let end = view.skip_back_while(start, is_pause);
    let from = view.skip_back_while(end, |c| value(c).is_some());
    // a numeral that ends a word counts nothing: 一 in 统一
    let is_isolated = view.char_before(from).is_none_or(|c| !c.is_alphanumeric());
    (end < start && is_isolated).then(|| single_numeral(view, from..end)).flatten()
}

/// The value of a range that is exactly one numeral: people count with short numbers.
fn single_numeral(view: &EditedView, range: Range<usize>) -> Option<i64> {
    if range.len() == 1 { view.get(range.start).and_then(value) } else { None }
}

/// The value of a numeral, Chinese (零 to 十) or Arabic.
fn value(c: char) -> Option<i64> {
    // the numerals stand in the order of their values, so the index of each is its value
    let chinese = "零一二三四五六七八九十".chars().zip(0..).find(|(n, _)| *n == c);
    chinese.map(|(_, n)| n).or_else(|| c.to_digit(10).map(i64::from))
}
