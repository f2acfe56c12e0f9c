//! GB/T 7714—2015, 信息与文献 参考文献著录规则.
//!
//! ```text
//! 责任者. 题名[C/OL]//主办者. 论坛，会期，会址. 出版年[引用日期]. 网址.
//! ```
//!
//! What a talk is: a contribution to proceedings (专著中的析出文献, 4.2), of type C, on the web.
//! The standard cites a speech at a meeting so itself (10.2.4: 裴丽生, a speech of 1981, `[C]//`),
//! and by 3.3 proceedings are 专著 whether they are printed or not. 4.6, the pattern of `[EB/OL]`,
//! is for electronic resources that are none (title of A.10), and `[A]`, 档案, for papers kept in
//! an archive.
//!
//! The clauses that it follows:
//!
//! - 4.2.2: the order of the elements; the date of access is in the last brackets.
//! - 8.1.1: a name in Latin letters has the family name first and in capitals, and the given names
//!   as initials without points or hyphens.
//! - 8.1.1, 6.3: a name in pinyin has the whole given name, since initials are those of characters,
//!   which cannot be told for certain.
//! - 4.1.2: a name in Chinese characters is whole, one with `·` too, as `哈里森·沃尔德伦` in the
//!   examples.
//! - 8.1.2: three authors at most, then `等` or `et al.`
//! - 8.1.3: without an author, the title comes first (in lists in order of citation).
//! - 4.2.2, 8.1.4: the organisation behind the proceedings comes before their title, with its full
//!   name.
//! - 8.2.3: day and place of the meeting come after its title (FOURNEY in A.7, BABU in A.2).
//! - 8.2.2: electronic resources have both marks, `C` and `OL`.
//! - 8.4.1, 8.4.1.3, 8.4.2.3: place and publisher are left out, as electronic resources may, and
//!   are not given as 不详: the place of a forum is not that of a publisher, and the organisation
//!   that held it need not have published it.
//! - 8.4.3, 7.2: only the year; a day in round brackets is that of an update, which 4.2 does not
//!   have.
//!
//! The standard names the signs (7.2) and not their width. It prints `.`, `/` and `[]` half as wide
//! as a character, commas and colons of Chinese works full, which one of its drafters confirmed
//! (陈浩元, 编辑学报, 2024, 36(2): 139); works in other languages have `, ` and `: `.
//!
//! Sources: the text of the standard as set again in Typst with its examples
//! (github.com/typst-omni-gb7714/omni-gb7714), its examples as the tests of
//! github.com/zepinglee/gbt7714-bibtex-style, and, for day and place of a meeting,
//! `china-national-standard-gb-t-7714-2015-numeric.csl` of
//! github.com/citation-style-language/styles.

use super::author_names::without_suffix;
use super::{Author, CiteStrings, Work};
use crate::model::{Date, DateRange};
use crate::text::name_pinyin;

/// At most this many authors are named; 等 stands for more.
const MAX_AUTHORS: usize = 3;

/// The work as a reference.
pub fn gbt(work: &Work, strings: &CiteStrings) -> String {
    let marks = Marks::of(work);
    let year = work.dates.map(|dates| dates.first.year.to_string()).unwrap_or_default();
    // the date of access belongs to an address; without one nothing was accessed online
    let read = work.url.as_ref().map(|_| format!("[{}]", strings.accessed)).unwrap_or_default();
    let parts = [
        with_full_stop(&authors(&work.authors, &marks)),
        format!("{}[C/OL]//{}", work.title, host(work, &marks)),
        year + &read,
        work.url.clone().unwrap_or_default(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(". ") + "."
}

/// A name with a full stop; the point of an abbreviation (Jr., Inc.) is the full stop as well.
fn with_full_stop(name: &str) -> String {
    name.strip_suffix('.').unwrap_or(name).to_owned()
}

struct Marks {
    comma: &'static str,
    others: &'static str,
    chinese: bool,
}

impl Marks {
    fn of(work: &Work) -> Self {
        if work.chinese {
            Self { comma: "，", others: "等", chinese: true }
        } else {
            Self { comma: ", ", others: "et al", chinese: false }
        }
    }

    /// `2024年7月4日至6日`, `July 4-6, 2024`, with as much of the last day as is needed.
    fn days(&self, dates: DateRange) -> String {
        let DateRange { first, last } = dates;
        let same_year = first.year == last.year;
        let same_month = same_year && first.month == last.month;
        if dates.day().is_some() {
            self.day(first)
        } else if self.chinese {
            let last = match (same_month, same_year) {
                (true, _) => format!("{}日", last.day),
                (_, true) => format!("{}月{}日", last.month, last.day),
                _ => self.day(last),
            };
            format!("{}至{last}", self.day(first))
        } else {
            // a `Date` is a day of the calendar, so its month is 1 to 12
            let month = |date: Date| MONTHS[usize::from(date.month) - 1];
            let start = format!("{} {}", month(first), first.day);
            match (same_month, same_year) {
                (true, _) => format!("{start}-{}, {}", last.day, last.year),
                (_, true) => format!("{start}-{}", self.day(last)),
                _ => format!("{}-{}", self.day(first), self.day(last)),
            }
        }
    }

    /// `2024年7月5日`, `July 5, 2024`.
    fn day(&self, date: Date) -> String {
        let (year, month, day) = (date.year, date.month, date.day);
        if self.chinese {
            return format!("{year}年{month}月{day}日");
        }
        // a `Date` is a day of the calendar, so its month is 1 to 12
        format!("{} {day}, {year}", MONTHS[usize::from(month) - 1])
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn authors(authors: &[Author], marks: &Marks) -> String {
    let mut names: Vec<String> = authors.iter().take(MAX_AUTHORS).map(name).collect();
    if authors.len() > MAX_AUTHORS {
        names.push(marks.others.to_owned());
    }
    names.join(marks.comma)
}

/// `陶大程`; `LECUN Y`; `LI Jianning`; `PEEBLES P Z, Jr.`.
fn name(author: &Author) -> String {
    let Some((family, given)) = author.parts.as_ref().filter(|_| author.is_latin()) else {
        return author.name.clone();
    };
    let (given, suffix) = without_suffix(given);
    let suffix = suffix.map(|suffix| format!(", {suffix}")).unwrap_or_default();
    let given = if [family, given].iter().all(|part| name_pinyin::is_pinyin(part)) {
        given.to_owned()
    } else {
        // `P. Z.` gives empty parts between point and space, which have no first character
        let words = given.split([' ', '-', '.']);
        let initials = words.filter_map(|word| word.chars().next()).map(String::from);
        initials.collect::<Vec<_>>().join(" ")
    };
    format!("{} {given}{suffix}", family.to_uppercase())
}

/// The proceedings: their organisation, title, day and place.
fn host(work: &Work, marks: &Marks) -> String {
    let day = work.dates.map(|dates| marks.days(dates));
    let title = [Some(work.container.clone()), day, work.venue.clone()];
    let title: Vec<String> = title.into_iter().flatten().collect();
    let title = title.join(marks.comma);
    match &work.organizer {
        Some(organizer) => format!("{}. {title}", with_full_stop(organizer)),
        None => title,
    }
}
