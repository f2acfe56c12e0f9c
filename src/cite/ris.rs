//! RIS: one tag a line, `ER` at the end.
//!
//! Source: RIS format specifications (Research Information Systems), type `CPAPER`: `T2` is the
//! conference, `C1` its place, `DA` its day.

use super::{Words, Work};

/// The work as a record.
pub fn ris(work: &Work, words: &Words) -> String {
    let mut out = String::new();
    let mut tag = |name: &str, value: &str| {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        out.push_str(&format!("{name}  - {value}\r\n"));
    };
    tag("TY", "CPAPER");
    tag("ID", &work.key);
    for author in &work.authors {
        tag("AU", &author.family_first());
    }
    tag("TI", &work.title);
    tag("T2", &work.container);
    if let Some(date) = work.date {
        tag("PY", &date.year.to_string());
        tag("DA", &format!("{:04}/{:02}/{:02}", date.year, date.month, date.day));
    }
    for (name, value) in [
        ("C1", work.venue.as_deref()),
        ("PB", work.organizer.as_deref()),
        ("CY", work.place()),
        ("UR", work.url.as_deref()),
        ("LA", Some(work.language())),
        ("N1", work.note(words).as_deref()),
    ] {
        if let Some(value) = value {
            tag(name, value);
        }
    }
    for (family, given) in work.authors.iter().filter_map(|a| a.latin.as_ref()) {
        tag("N1", &format!("{family}, {given}"));
    }
    tag("ER", "");
    out
}
