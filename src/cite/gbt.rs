//! GB/T 7714—2015, 信息与文献 参考文献著录规则.
//!
//! ```text
//! 责任者. 题名[C/OL]//会议录题名. 出版地：出版者，年(日期)[引用日期]. 网址.
//! ```
//!
//! A paper in proceedings on the web, by 4.2.1, 4.6.1 and the examples of appendix A: three authors
//! and 等 (8.1.2); of names in Latin letters the family's in capitals and initials (8.1.1); Chinese
//! works with the full-width colon and comma that the standard prints, others with `: ` and `, `.
//! Where place or publisher is not known, electronic resources leave it out (8.4).

use super::{Author, Words, Work};

/// Authors that are named; more are 等.
const MOST: usize = 3;

/// The work as a reference.
pub fn gbt(work: &Work, words: &Words) -> String {
    let marks = Marks::of(work);
    let mut out = authors(&work.authors, &marks);
    if !out.is_empty() {
        out.push_str(". ");
    }
    out.push_str(&format!("{}[C/OL]//{}", work.title, work.container));
    let accessed = work.url.as_ref().map(|_| format!("[{}]", words.accessed));
    let imprint = imprint(work, &marks) + &accessed.unwrap_or_default();
    for part in [Some(&imprint), work.url.as_ref()].into_iter().flatten().filter(|p| !p.is_empty())
    {
        out.push_str(&format!(". {part}"));
    }
    out.push('.');
    out
}

struct Marks {
    colon: &'static str,
    comma: &'static str,
    others: &'static str,
}

impl Marks {
    fn of(work: &Work) -> Self {
        if work.chinese {
            Self { colon: "：", comma: "，", others: "等" }
        } else {
            Self { colon: ": ", comma: ", ", others: "et al" }
        }
    }
}

fn authors(authors: &[Author], marks: &Marks) -> String {
    let mut names: Vec<String> = authors.iter().take(MOST).map(name).collect();
    if authors.len() > MOST {
        names.push(marks.others.to_owned());
    }
    names.join(marks.comma)
}

/// `陶大程`; `LECUN Y`.
fn name(author: &Author) -> String {
    match &author.parts {
        Some((family, given)) if author.is_latin() => {
            let words = given.split([' ', '-']);
            let initials = words.filter_map(|word| word.chars().next()).map(String::from);
            format!("{} {}", family.to_uppercase(), initials.collect::<Vec<_>>().join(" "))
        }
        _ => author.name.clone(),
    }
}

/// Place, publisher and date, as far as they are known.
fn imprint(work: &Work, marks: &Marks) -> String {
    let publisher = match (work.place(), &work.organizer) {
        (Some(place), Some(publisher)) => format!("{place}{}{publisher}", marks.colon),
        (Some(place), None) => place.to_owned(),
        (None, Some(publisher)) => publisher.clone(),
        (None, None) => String::new(),
    };
    let date = work.date.map(|date| format!("{}({date})", date.year)).unwrap_or_default();
    let between = if publisher.is_empty() || date.is_empty() { "" } else { marks.comma };
    format!("{publisher}{between}{date}")
}
