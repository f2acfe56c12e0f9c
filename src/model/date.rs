//! A calendar date, written `2024-07-05` (ISO 8601).

use std::fmt;
use std::str::FromStr;

/// The first year that a date may have: earlier ones are typing errors.
const FIRST_YEAR: u16 = 1000;

/// A day in the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year, 1000 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

impl Date {
    /// The day after; `None` after the last day of the year 9999.
    pub fn next_day(self) -> Option<Self> {
        let Self { year, month, day } = self;
        if u16::from(day) < days_in(year, month.into()) {
            return Some(Self { day: day + 1, ..self });
        }
        match month {
            12 => (year < 9999).then_some(Self { year: year + 1, month: 1, day: 1 }),
            _ => Some(Self { month: month + 1, day: 1, ..self }),
        }
    }

    /// The day that a misspelled date probably means: year, month and day in this order, whatever
    /// is between them (`2023年6月10日`, `2023/6/10`), or eight digits.
    pub fn guess(text: &str) -> Option<Self> {
        match numbers(text).as_slice() {
            [year, month, day] => Self::of_numbers(year, month, day),
            _ => None,
        }
    }

    /// The day of a year, a month and a day in digits.
    pub(super) fn of_numbers(year: &str, month: &str, day: &str) -> Option<Self> {
        // parsing checks that there is such a day, so that `20240231` gives nothing
        format!("{year}-{month:0>2}-{day:0>2}").parse().ok()
    }

    /// The number of days from year 0 on, by which two days can be compared.
    pub(super) fn days(self) -> u32 {
        let years = u32::from(self.year);
        let leap_days = years.div_ceil(4) - years.div_ceil(100) + years.div_ceil(400);
        let months = (1..u16::from(self.month)).map(|month| u32::from(days_in(self.year, month)));
        years * 365 + leap_days + months.sum::<u32>() + u32::from(self.day)
    }
}

/// The numbers of a text; eight digits are a year, a month and a day.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let text = half_width(text);
    let found = text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    let parts = found.flat_map(|number| match number.len() {
        8 => vec![&number[..4], &number[4..6], &number[6..]],
        _ => vec![number],
    });
    parts.map(str::to_owned).collect()
}

/// A text with the full-width forms of ASCII signs (`２`, `：`) made those of ASCII.
pub(super) fn half_width(text: &str) -> String {
    let half = |c: char| match c {
        // Unicode has the full-width forms in the order of ASCII
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    text.chars().map(half).collect()
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = String;

    /// Reads `YYYY-MM-DD`; the error says what is wrong with it.
    fn from_str(text: &str) -> Result<Self, String> {
        let bytes = text.as_bytes();
        let digits = |r: std::ops::Range<usize>| {
            // `get`, because the text may have a character of several bytes at any of these places
            text.get(r).filter(|s| s.bytes().all(|b| b.is_ascii_digit()))
        };
        let shaped = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
        let (Some(year), Some(month), Some(day), true) =
            (digits(0..4), digits(5..7), digits(8..10), shaped)
        else {
            return Err("a date is written year-month-day, such as 2024-07-05".into());
        };
        // at most four digits, which always fit
        let number = |s: &str| s.parse::<u16>().unwrap_or_default();
        let (year, month, day) = (number(year), number(month), number(day));
        if year < FIRST_YEAR {
            return Err(format!("a year is from {FIRST_YEAR} to 9999"));
        }
        if !(1..=12).contains(&month) {
            return Err(format!("there is no month {month}"));
        }
        let last = days_in(year, month);
        if day == 0 || day > last {
            return Err(format!("month {month} of {year} has {last} days"));
        }
        #[allow(clippy::cast_possible_truncation)] // both are at most 31
        Ok(Self { year, month: month as u8, day: day as u8 })
    }
}

fn days_in(year: u16, month: u16) -> u16 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn days_that_are_not_are_refused() {
        assert_eq!("2024-02-29".parse::<Date>().unwrap().to_string(), "2024-02-29");
        assert!("2023-02-29".parse::<Date>().is_err());
        assert!("0999-07-05".parse::<Date>().is_err());
        assert!("0000-02-29".parse::<Date>().is_err());
        assert!("1000-01-01".parse::<Date>().is_ok());
        assert!("2024-13-01".parse::<Date>().is_err());
        assert!("2024-7-5".parse::<Date>().is_err());
        assert!("07/05/2024".parse::<Date>().is_err());
    }

    #[test]
    fn days_are_counted_by_the_calendar() {
        let days = |text: &str| text.parse::<Date>().unwrap().days();
        assert_eq!(days("2024-03-01") - days("2024-02-28"), 2);
        assert_eq!(days("2025-01-01") - days("2024-12-31"), 1);
        assert_eq!(days("2101-01-01") - days("2100-01-01"), 365);
        assert_eq!(days("2001-01-01") - days("2000-01-01"), 366);
    }

    #[test]
    fn the_day_after_the_last_of_a_month_is_the_first_of_the_next() {
        let after = |day: &str| day.parse::<Date>().unwrap().next_day().map(|day| day.to_string());
        assert_eq!(after("2024-07-05").as_deref(), Some("2024-07-06"));
        assert_eq!(after("2024-02-28").as_deref(), Some("2024-02-29"));
        assert_eq!(after("2023-02-28").as_deref(), Some("2023-03-01"));
        assert_eq!(after("2024-12-31").as_deref(), Some("2025-01-01"));
        assert_eq!(after("9999-12-31"), None);
    }

    #[test]
    fn a_day_in_another_spelling_is_guessed() {
        let guess = |text| Date::guess(text).map(|date| date.to_string()).unwrap_or_default();
        assert_eq!(guess("2023年6月10日"), "2023-06-10");
        assert_eq!(guess("2023/6/1"), "2023-06-01");
        assert_eq!(guess("2023.06.10（周六）"), "2023-06-10");
        assert_eq!(guess("20230610"), "2023-06-10");
        assert_eq!(guess("２０２３-06-09"), "2023-06-09");
        assert_eq!(guess("2023年6月"), "");
        assert_eq!(guess("2023年2月30日"), "");
        assert_eq!(guess("10.6.2023"), "");
    }
}
