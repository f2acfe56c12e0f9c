//! Clocks and arrows of a cue's line of times, however they are written.

use std::ops::Range;

use crate::model::Milliseconds;

/// A time that stands in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// The time; 0 where the clock says one before 0.
    pub(super) time: Milliseconds,
    /// Whether it says a time before 0.
    pub(super) is_negative: bool,
    /// Whether it has more than seconds.
    pub(super) has_colon: bool,
    /// Whether it has a fraction of a second.
    pub(super) has_fraction: bool,
    /// How many numbers it has.
    numbers: usize,
    /// Where in the line it stands.
    pub(super) range: Range<usize>,
}

impl Clock {
    /// Whether it can be nothing but a time: hours, minutes and seconds, or a fraction below
    /// minutes.
    pub(super) fn is_full(&self) -> bool {
        self.has_colon && self.numbers >= 3
    }

    /// Whether it is written as WebVTT has it: `[hh:]mm:ss.ttt`.
    pub(super) fn is_webvtt(&self, line: &str) -> bool {
        let Some(clock) = line.get(self.range.clone()) else { return false };
        let Some((whole, fraction)) = clock.split_once('.') else { return false };
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let mut parts = whole.rsplit(':');
        let pair = |part: Option<&str>| part.is_some_and(|p| p.len() == 2 && digits(p));
        fraction.len() == 3
            && digits(fraction)
            && pair(parts.next())
            && pair(parts.next())
            && parts.next().is_none_or(|hours| !hours.is_empty() && digits(hours))
            && parts.next().is_none()
    }
}

/// What an arrow is drawn with.
const DASHES: &str = "-–—−‐=－―";
/// Arrows that are one character.
const ARROWS: &str = "→⟶➜➔⇒➡";

/// Goes through a line.
pub(super) struct Scanner<'a> {
    line: &'a str,
    at: usize,
}

/// A number of a clock with the sign before it.
struct Part {
    sign: Option<char>,
    digits: String,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(line: &'a str) -> Self {
        Self { line, at: 0 }
    }

    /// How far it has come.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// What stands before and behind the first arrow of a line.
    pub(super) fn split_at_arrow(line: &'a str) -> Option<(&'a str, &'a str)> {
        let starts =
            line.char_indices().filter(|(_, c)| DASHES.contains(*c) || ARROWS.contains(*c));
        for (at, _) in starts {
            let mut scanner = Self { line, at };
            if scanner.arrow().is_some() {
                return Some((&line[..at], &line[scanner.at..]));
            }
        }
        None
    }

    /// Reads an arrow, with the whitespace before it. Gives where it begins.
    pub(super) fn arrow(&mut self) -> Option<usize> {
        let saved = self.at;
        self.skip_blanks();
        let start = self.at;
        if self.take(|c| ARROWS.contains(c)).is_some() {
            return Some(start);
        }
        let mut dashes = 0;
        while dashes < 8 && self.take(|c| DASHES.contains(c)).is_some() {
            dashes += 1;
            self.skip_blanks();
        }
        let rest = &self.line[self.at..];
        let head = [">", "＞", "&gt;", "›"].into_iter().find(|head| rest.starts_with(head));
        match head {
            Some(head) if dashes > 0 => {
                self.at += head.len();
                Some(start)
            }
            _ => {
                self.at = saved;
                None
            }
        }
    }

    /// Passes over up to three signs that separate two clocks: `00:00:01,000 到 00:00:03,000`.
    pub(super) fn separator(&mut self) {
        self.skip_blanks();
        for _ in 0..3 {
            self.take(|c| !is_digit(c));
        }
    }

    /// Reads a clock, with the whitespace before it.
    pub(super) fn clock(&mut self) -> Option<Clock> {
        let saved = self.at;
        let clock = self.clock_here();
        if clock.is_none() {
            self.at = saved;
        }
        clock
    }

    fn clock_here(&mut self) -> Option<Clock> {
        self.skip_blanks();
        let start = self.at;
        let is_negative = self.take(|c| c == '-' || c == '−').is_some();
        let parts = self.parts()?;
        let (time, units) = time_of(&parts)?;
        Some(Clock {
            time: if is_negative { Milliseconds(0) } else { time },
            is_negative: is_negative && time.0 > 0,
            has_colon: units > 1,
            has_fraction: units < parts.len(),
            numbers: parts.len(),
            range: start..self.at,
        })
    }

    /// The numbers of a clock.
    fn parts(&mut self) -> Option<Vec<Part>> {
        let mut parts = vec![Part { sign: None, digits: self.digits()? }];
        while parts.len() < 4 {
            let saved = self.at;
            self.skip_blanks();
            let sign = self.take(|c| ":：.．,，".contains(c)).map(plain_sign);
            self.skip_blanks();
            let digits = sign.and_then(|_| self.digits());
            let Some(digits) = digits else {
                self.at = saved;
                break;
            };
            let after_colon = parts.iter().any(|part| part.sign == Some(':'));
            parts.push(Part { sign, digits });
            // a fraction ends a clock
            if after_colon && sign != Some(':') {
                break;
            }
        }
        Some(parts)
    }

    /// A number, of at most as many digits as a time may have.
    fn digits(&mut self) -> Option<String> {
        let mut digits = String::new();
        while digits.len() < 18 {
            let Some(digit) = self.take(is_digit) else { break };
            digits.push(plain_digit(digit));
        }
        (!digits.is_empty()).then_some(digits)
    }

    fn skip_blanks(&mut self) {
        while self.take(|c| c.is_whitespace() || c == '\u{feff}').is_some() {}
    }

    fn peek(&self) -> Option<char> {
        self.line[self.at..].chars().next()
    }

    fn take(&mut self, is_wanted: impl Fn(char) -> bool) -> Option<char> {
        let c = self.peek().filter(|c| is_wanted(*c))?;
        self.at += c.len_utf8();
        Some(c)
    }
}

/// The time of a clock, and how many of its numbers are whole units.
fn time_of(parts: &[Part]) -> Option<(Milliseconds, usize)> {
    let colons = parts.iter().filter(|part| part.sign == Some(':')).count();
    let units = match (colons, parts.len()) {
        // four numbers are hours, minutes, seconds and a fraction, whatever stands between them
        (_, 4) => 3,
        // `00.03.500`
        (0, 3) if parts[2].digits.len() == 3 => 2,
        (0, 3) => 3,
        (0, _) => 1,
        _ => colons + 1,
    };
    let fraction = parts.get(units).map_or("0", |part| part.digits.as_str());
    let mut seconds: u64 = 0;
    for (index, part) in parts.iter().take(units).enumerate() {
        let number: u64 = part.digits.parse().ok()?;
        // below the largest unit, a minute has 60 seconds and an hour 60 minutes
        if index > 0 && number > 59 {
            return None;
        }
        seconds = seconds.checked_mul(60)?.checked_add(number)?;
    }
    let digits = fraction.bytes().chain(*b"000").take(3);
    let thousandths = digits.fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'));
    // more than can be said of a recording
    let seconds = u64::from(u32::try_from(seconds).ok()?);
    Some((Milliseconds(seconds * 1000 + thousandths), units))
}

/// An ASCII digit, or a full-width one.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn plain_digit(c: char) -> char {
    match u32::from(c).checked_sub(u32::from('０')) {
        Some(value) => char::from_digit(value, 10).unwrap_or(c),
        None => c,
    }
}

fn plain_sign(c: char) -> char {
    match c {
        '：' => ':',
        '．' => '.',
        '，' => ',',
        _ => c,
    }
}
