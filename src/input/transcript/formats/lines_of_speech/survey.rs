//! What each line of a file begins with, decided for the file as a whole.
//!
//! `12:30 开始` may be a time with words or be said, and `结论：` a name or a word. So the lines of
//! a file are looked at together, in this order:
//!
//! 1. Labels with a time are believed where their times go forward (`sequence`) and their names
//!    recur, or are numbered voices.
//! 2. Times at lines are believed where they go forward all the way from the first line on. Those
//!    in square brackets always are.
//! 3. Labels without a time are believed where they are numbered voices, where a label with a time
//!    has the same name, or where several names recur.
//! 4. A short line above a time that stands alone is a name where such names recur.
//!
//! What is not believed is said, and is reported with its number.

use std::collections::BTreeMap;
use std::ops::Range;

use super::clock::{Shape, Stamp};
use super::names::{is_name, is_numbered};
use super::parts::{Label, LabelForm, LineParts};
use super::sequence::{fitting, go_forward, leave_time};
use crate::input::transcript::lines::TextLine;

/// What a line begins with that may be more than words, and is published as words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Something like a time.
    Time,
    /// Something like a name.
    Name,
    /// The sign of a heading.
    Heading,
}

/// A line, and what of it is believed.
#[derive(Clone, Debug)]
pub struct SurveyedLine<'a> {
    /// The line taken apart.
    pub parts: LineParts<'a>,
    /// Whether its time is one.
    pub is_timed: bool,
    /// Whether its label is one.
    pub is_labelled: bool,
    /// Whether it is a name, to which the time on the next line belongs.
    pub is_name_line: bool,
}

impl<'a> SurveyedLine<'a> {
    /// Where its words begin.
    pub fn words(&self) -> usize {
        match (&self.parts.label, self.parts.stamp) {
            (Some(label), _) if self.is_labelled => label.words,
            (_, Some(_)) if self.is_timed => self.parts.after_stamp,
            _ if self.is_name_line => self.parts.line.text.len(),
            _ => 0,
        }
    }

    /// Whether the line has words.
    pub fn has_words(&self) -> bool {
        !self.parts.is_empty_from(self.words())
    }

    /// Whether it has a time or a label.
    pub fn is_marked(&self) -> bool {
        self.is_timed || self.is_labelled || self.is_name_line
    }

    /// Whether it is a heading that names a speaker.
    pub fn is_named_by_heading(&self) -> bool {
        self.is_labelled && self.parts.heading > 0
    }

    /// Its time and where it stands, if it is believed.
    pub fn believed_time(&self) -> Option<(Stamp, usize)> {
        let of_label = self.label_time().filter(|_| self.is_labelled);
        of_label.or_else(|| self.parts.stamp.filter(|_| self.is_timed))
    }

    /// Where its name stands, if it is believed.
    pub fn believed_name(&self) -> Option<Range<usize>> {
        let text = self.parts.line.text;
        let start = text.len() - text.trim_start().len();
        let whole = self.is_name_line.then(|| start..start + text.trim().len());
        let label = self.parts.label.as_ref().filter(|_| self.is_labelled);
        label.map(|label| label.voice.clone()).or(whole)
    }

    /// The second that it begins with, if it is believed.
    pub fn first_second(&self) -> Option<u64> {
        self.believed_time().map(|(stamp, _)| stamp.from.0 / 1000)
    }

    /// The time that it begins with, in milliseconds, whether it is believed or not.
    fn time(&self) -> Option<u64> {
        let (stamp, _) = self.label_time().or(self.parts.stamp)?;
        Some(stamp.from.0)
    }

    fn label_time(&self) -> Option<(Stamp, usize)> {
        self.parts.label.as_ref()?.time
    }

    /// Whether it has nothing but a time.
    fn is_time_alone(&self) -> bool {
        self.parts.stamp.is_some() && self.parts.is_empty_from(self.parts.after_stamp)
    }

    /// What may be more than words and is published as words.
    pub fn doubt(&self) -> Option<Doubt> {
        let label = self.parts.label.as_ref().filter(|_| !self.is_labelled);
        let label_doubt = label.and_then(|label| match label.form {
            _ if label.time.is_some() => Some(Doubt::Time),
            LabelForm::Colon | LabelForm::Bold | LabelForm::Heading { colon: true } => {
                Some(Doubt::Name)
            }
            _ => None,
        });
        let time = (self.parts.stamp.is_some() && !self.is_timed).then_some(Doubt::Time);
        let heading = (self.parts.heading > 0 && !self.is_marked()).then_some(Doubt::Heading);
        time.or(label_doubt).or(heading)
    }
}

/// The lines of a file that are not blank, with what is believed of them.
pub fn survey<'a>(lines: impl Iterator<Item = TextLine<'a>>) -> Vec<SurveyedLine<'a>> {
    let surveyed = |line| SurveyedLine {
        parts: LineParts::of(line),
        is_timed: false,
        is_labelled: false,
        is_name_line: false,
    };
    let mut lines: Vec<SurveyedLine<'a>> = lines.map(surveyed).collect();
    believe_timed_labels(&mut lines);
    believe_times(&mut lines);
    super::untimed_labels::believe(&mut lines);
    believe_names_above_times(&mut lines);
    lines
}

/// The lines of a kind, by index.
pub fn indices<'a>(
    lines: &[SurveyedLine<'a>],
    is_of: impl Fn(&SurveyedLine<'a>) -> bool,
) -> Vec<usize> {
    (0..lines.len()).filter(|index| is_of(&lines[*index])).collect()
}

/// How often each name stands in the labels of some lines.
pub fn name_counts<'a>(lines: &[SurveyedLine<'a>], indices: &[usize]) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for name in indices.iter().filter_map(|index| lines[*index].parts.name()) {
        *counts.entry(name).or_insert(0) += 1;
    }
    counts
}

fn times_of(lines: &[SurveyedLine<'_>], indices: &[usize]) -> Vec<u64> {
    indices.iter().filter_map(|index| lines[*index].time()).collect()
}

/// How many bytes the lines have from the first of some on; a Chinese character has three.
fn characters_between(lines: &[SurveyedLine<'_>], indices: &[usize]) -> usize {
    let (Some(first), Some(last)) = (indices.first(), indices.last()) else { return 0 };
    lines[*first..*last].iter().map(|line| line.parts.line.text.chars().count()).sum()
}

/// How many lines may stand above the first label or time.
const HEAD_LINES: usize = 12;
/// The last second at which a label that stands alone in its file may say that somebody begins.
const FIRST_MINUTE: u64 = 60_000;

fn believe_timed_labels(lines: &mut [SurveyedLine<'_>]) {
    let form = |label: &Label| label.time.is_some();
    let all = indices(lines, |line| line.parts.label.as_ref().is_some_and(form));
    let counts = name_counts(lines, &all);
    let recurs = |line: &SurveyedLine<'_>| {
        line.parts.name().is_some_and(|name| counts.get(name).is_some_and(|count| *count > 1))
    };
    // before words on the same line only a name that recurs is one
    let inline = |line: &SurveyedLine<'_>| {
        line.parts.label.as_ref().is_some_and(|l| l.form == LabelForm::TimedBeforeWords)
    };
    let likely: Vec<usize> =
        all.into_iter().filter(|at| !inline(&lines[*at]) || recurs(&lines[*at])).collect();
    let believed = are_labels(lines, &likely, recurs);
    let fits = fitting(&times_of(lines, &likely));
    let decided: Vec<bool> = likely
        .iter()
        .zip(fits)
        .map(|(at, fits)| {
            let line = &lines[*at];
            line.parts.is_numbered() || (believed && (fits || recurs(line)))
        })
        .collect();
    for (at, is_label) in likely.into_iter().zip(decided) {
        lines[at].is_labelled = is_label;
        lines[at].is_timed = is_label;
    }
}

/// Whether labels with times are believed together.
fn are_labels(
    lines: &[SurveyedLine<'_>],
    likely: &[usize],
    recurs: impl Fn(&SurveyedLine<'_>) -> bool,
) -> bool {
    let times = times_of(lines, likely);
    let Some(first) = likely.first() else { return false };
    let early = *first <= HEAD_LINES;
    let numbered = likely.iter().any(|at| lines[*at].parts.is_numbered());
    let several = likely.len() > 2 || likely.iter().any(|at| recurs(&lines[*at])) || numbered;
    let begins = times.first().is_some_and(|time| *time <= FIRST_MINUTE);
    early
        && (several || begins)
        && go_forward(&times)
        && leave_time(&times, characters_between(lines, likely))
}

fn believe_times(lines: &mut [SurveyedLine<'_>]) {
    let has_time = |line: &SurveyedLine<'_>| line.parts.stamp.is_some() || line.is_timed;
    let all = indices(lines, has_time);
    let times = times_of(lines, &all);
    let shares = StampShares::of(lines);
    let forward = from_the_start(lines, &all)
        && go_forward(&times)
        && leave_time(&times, characters_between(lines, &all));
    let labelled = lines.iter().any(|line| line.is_labelled);
    let alone = forward && shares.alone_are_times(&times, labelled);
    let beside_words = forward && shares.beside_words_are_times(&times);
    // where nearly each line has a time, one that does not fit is a wrong time and no word
    let fits = if shares.all() >= 0.9 { vec![true; all.len()] } else { fitting(&times) };
    for (at, fits) in all.into_iter().zip(fits) {
        let Some((stamp, _)) = lines[at].parts.stamp else { continue };
        let believed = if lines[at].is_time_alone() { alone } else { beside_words };
        lines[at].is_timed = stamp.shape == Shape::Square || (believed && fits);
    }
}

/// Whether only lines that may be a file's head stand above its first time.
fn from_the_start(lines: &[SurveyedLine<'_>], all: &[usize]) -> bool {
    all.first().is_some_and(|first| {
        // nothing is said before the first second of a recording
        let from_zero = lines[*first].time().is_some_and(|time| time < 1000);
        *first <= HEAD_LINES && (from_zero || lines[..*first].iter().all(is_short))
    })
}

/// How many lines have a time.
#[derive(Default)]
struct StampShares {
    /// Lines with a time and words.
    stamped: u32,
    /// Lines with words below a time that stands alone.
    covered: u32,
    /// Lines with words.
    words: u32,
    /// Times that stand alone.
    alone: u32,
}

impl StampShares {
    fn of(lines: &[SurveyedLine<'_>]) -> Self {
        let (mut shares, mut below) = (Self::default(), false);
        for line in lines {
            let stamped = line.parts.stamp.is_some();
            if line.is_time_alone() {
                shares.alone += 1;
                below = true;
            } else if stamped || line.has_words() {
                below &= !stamped;
                shares.words += 1;
                shares.stamped += u32::from(stamped);
                shares.covered += u32::from(below);
            }
        }
        shares
    }

    /// The share of lines with words that have a time or stand below one.
    fn all(&self) -> f64 {
        f64::from(self.stamped + self.covered) / f64::from(self.words.max(1))
    }

    /// Whether times on lines of their own are believed where they go forward.
    fn alone_are_times(&self, times: &[u64], labelled: bool) -> bool {
        labelled || (moves(times) && self.alone > 1) || times == [0]
    }

    /// Whether times before words are believed where they go forward.
    fn beside_words_are_times(&self, times: &[u64]) -> bool {
        let share = f64::from(self.stamped) / f64::from((self.words - self.covered).max(1));
        let least = if times.len() > 2 { 0.3 } else { 0.99 };
        moves(times) && share >= least
    }
}

/// Whether a time is later than the one before it.
fn moves(times: &[u64]) -> bool {
    times.windows(2).any(|pair| pair[1] > pair[0])
}

/// Whether a line may be a title, a date or another line above what was said.
pub(super) fn is_short(line: &SurveyedLine<'_>) -> bool {
    let text = line.parts.line.text.trim();
    text.chars().count() <= 80 && !text.ends_with(['。', '！', '？'])
}

/// Names on a line of their own above a time that stands alone.
fn believe_names_above_times(lines: &mut [SurveyedLine<'_>]) {
    let alone = indices(lines, |line| line.is_timed && line.is_time_alone());
    let name_above = |at: usize| {
        let above = lines.get(at.checked_sub(1)?)?;
        let text = above.parts.line.text.trim();
        (!above.is_marked() && (is_name(text) || is_numbered(text))).then_some((at - 1, text))
    };
    let names: Vec<(usize, &str)> = alone.iter().filter_map(|at| name_above(*at)).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, name) in &names {
        *counts.entry(name).or_insert(0) += 1;
    }
    let recurring = counts.values().any(|count| *count > 1);
    if recurring && names.len() * 5 >= alone.len() * 4 {
        let above: Vec<usize> = names.into_iter().map(|(at, _)| at).collect();
        for at in above {
            lines[at].is_name_line = true;
        }
    }
}
