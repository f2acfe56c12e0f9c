//! A day, or several days one after the other.
//!
//! ```text
//! dates = day ["/" last]            2024-07-04   2024-07-04/06   2024-06-30/07-02
//! last  = [[year "-"] month "-"] day of the month
//! ```
//!
//! This is an interval of ISO 8601-1:2019, 5.5.2, whose end leaves out what it has in common with
//! the start (5.5.2.4). It is displayed with the whole of both days, which more programs read.

use std::fmt;
use std::str::FromStr;

use super::Date;
use super::date::numbers;

/// From a first day to a last, which may be the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateRange {
    /// The first day. Where a format has room for one day only, it is this one.
    pub first: Date,
    /// The last day, not before the first.
    pub last: Date,
}

impl DateRange {
    /// The range from the earlier of two days to the later.
    pub fn between(one: Date, other: Date) -> Self {
        Self { first: one.min(other), last: one.max(other) }
    }

    /// The day, if it is a single one.
    pub fn day(self) -> Option<Date> {
        (self.first == self.last).then_some(self.first)
    }

    /// Whether every day of another range is in it.
    pub fn contains(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// The shortest range that has both in it.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    /// How it is written in YAML: with as little of the last day as is needed.
    pub fn short(self) -> String {
        let Self { first, last } = self;
        match last {
            _ if first == last => first.to_string(),
            _ if last.year != first.year => self.to_string(),
            _ if last.month != first.month => format!("{first}/{:02}-{:02}", last.month, last.day),
            _ => format!("{first}/{:02}", last.day),
        }
    }

    /// The days that a misspelled text probably means: numbers in the order of year, month and day,
    /// whatever is between them (`2024年7月4日至6日`, `2024.7.30-8.2`).
    pub fn guess(text: &str) -> Option<Self> {
        let numbers = numbers(text);
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        let (year, month, day) = (*numbers.first()?, *numbers.get(1)?, *numbers.get(2)?);
        let first = Date::of_numbers(year, month, day)?;
        let last = match numbers.get(3..)? {
            [] => first,
            [day] => nearest(first, Date::of_numbers(year, month, day)?),
            [month, day] => Date::of_numbers(year, month, day)?,
            [year, month, day] => Date::of_numbers(year, month, day)?,
            _ => return None,
        };
        Some(Self::between(first, last))
    }

    /// The days of a text that lacks the year, written as in `…-07-04/06`, which is how the rest of
    /// it goes.
    pub fn guess_without_year(text: &str) -> Option<String> {
        let numbers = numbers(text);
        // a leap year, so that 29 February is a day
        let dated: Vec<&str> = std::iter::once("2024")
            .chain(numbers.iter().map(String::as_str).filter(|number| number.len() <= 2))
            .collect();
        if dated.len() != numbers.len() + 1 {
            return None;
        }
        let short = Self::guess(&dated.join(" "))?.short();
        Some(short.strip_prefix("2024")?.to_owned())
    }
}

/// The last day of a range of which only the day of the month is written. If that is before the
/// first, either the two are exchanged or the next month is meant, whichever is nearer.
fn nearest(first: Date, last: Date) -> Date {
    let next_month = match first.month {
        12 => Date { year: first.year + 1, month: 1, ..last },
        month => Date { month: month + 1, ..last },
    };
    let exists = next_month.to_string().parse::<Date>().is_ok();
    let nearer = exists && next_month.days() - first.days() < first.days().abs_diff(last.days());
    if last < first && nearer { next_month } else { last }
}

impl From<Date> for DateRange {
    fn from(day: Date) -> Self {
        Self { first: day, last: day }
    }
}

impl fmt::Display for DateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.day() {
            Some(day) => day.fmt(f),
            None => write!(f, "{}/{}", self.first, self.last),
        }
    }
}

impl FromStr for DateRange {
    type Err = String;

    /// Reads a day, or the first and the last day with a slash between them.
    fn from_str(text: &str) -> Result<Self, String> {
        let Some((first, last)) = text.split_once('/') else {
            let several = |why| match Self::guess(text) {
                Some(days) if days.day().is_none() => {
                    format!("{why}, and several days such as 2024-07-04/06")
                }
                _ => why,
            };
            return text.parse::<Date>().map(Self::from).map_err(several);
        };
        let first: Date = first.parse()?;
        let start = first.to_string();
        // what the last day leaves out is as in the first
        let left_out = match last.len() {
            2 => &start[..8],
            5 => &start[..5],
            _ => "",
        };
        let last: Date = format!("{left_out}{last}").parse()?;
        if last < first {
            return Err(format!("its last day, {last}, is before its first, {first}"));
        }
        Ok(Self { first, last })
    }
}

#[cfg(test)]
mod tests {
    use super::DateRange;

    #[test]
    fn days_are_read_with_as_little_of_the_last_as_is_needed() {
        let read = |text: &str| text.parse::<DateRange>().map(|d| (d.to_string(), d.short()));
        for (text, whole, short) in [
            ("2024-07-04", "2024-07-04", "2024-07-04"),
            ("2024-07-04/06", "2024-07-04/2024-07-06", "2024-07-04/06"),
            ("2024-07-04/07-06", "2024-07-04/2024-07-06", "2024-07-04/06"),
            ("2024-07-04/2024-07-06", "2024-07-04/2024-07-06", "2024-07-04/06"),
            ("2024-06-30/07-02", "2024-06-30/2024-07-02", "2024-06-30/07-02"),
            ("2024-12-31/2025-01-02", "2024-12-31/2025-01-02", "2024-12-31/2025-01-02"),
            ("2024-07-04/04", "2024-07-04", "2024-07-04"),
        ] {
            assert_eq!(read(text), Ok((whole.to_owned(), short.to_owned())), "{text}");
        }
    }

    #[test]
    fn what_is_no_range_of_days_is_refused() {
        for text in [
            "2024-07-04..06",
            "2024-07-06/04",
            "2024-07-04/2024-07-03",
            "2024-07-04/6",
            "2024-07-04/31/",
            "2024-06-30/31",
            "2024-07/08",
            "2024-07-04/",
            "/2024-07-04",
            "2024-07-04/P2D",
            "7月4日至6日",
            "2024-07-04/é",
            "0001-07-04/06",
        ] {
            assert!(text.parse::<DateRange>().is_err(), "{text}");
        }
    }

    #[test]
    fn days_in_another_spelling_are_guessed() {
        let guess = |text| DateRange::guess(text).map(DateRange::short).unwrap_or_default();
        assert_eq!(guess("2024-07-04..06"), "2024-07-04/06");
        assert_eq!(guess("2024-07-04..2024-07-06"), "2024-07-04/06");
        assert_eq!(guess("2024.7.4-6"), "2024-07-04/06");
        assert_eq!(guess("2024年7月4日至6日"), "2024-07-04/06");
        assert_eq!(guess("2024年7月30日—8月2日"), "2024-07-30/08-02");
        assert_eq!(guess("20240704-20240706"), "2024-07-04/06");
        assert_eq!(guess("２０２４-07-04 – 2025-01-01"), "2024-07-04/2025-01-01");
        assert_eq!(guess("2024-07-06/04"), "2024-07-04/06");
        assert_eq!(guess("2024-07-30/02"), "2024-07-30/08-02");
        assert_eq!(guess("2024-12-31/01"), "2024-12-31/2025-01-01");
        assert_eq!(guess("2023年6月10日"), "2023-06-10");
        assert_eq!(guess("7月4日至6日"), "");
        assert_eq!(guess("2024年7月"), "");
    }

    #[test]
    fn days_without_a_year_are_guessed_but_for_the_year() {
        let guess = |text| DateRange::guess_without_year(text).unwrap_or_default();
        assert_eq!(guess("7月4日至6日"), "-07-04/06");
        assert_eq!(guess("7.30-8.2"), "-07-30/08-02");
        assert_eq!(guess("7月4日"), "-07-04");
        assert_eq!(guess("2024-07-04"), "");
        assert_eq!(guess("soon"), "");
    }
}
