//! RIS: one tag a line, `ER` at the end.
//!
//! Type `CONF`, a contribution to proceedings: `T2` is the conference, `C3` the proceedings, `DA`
//! the day, `CY` the place of the conference. Zotero (translators, `RIS.js`), which writes this
//! type itself, has one field for a place and reads it from `C1`. Who held the forum is `PB`: RIS
//! has no tag for it.

use super::{CiteStrings, Work};
use crate::model::DateRange;

/// The work as a record.
pub fn ris(work: &Work, strings: &CiteStrings) -> String {
    let mut out = String::new();
    let mut tag = |name: &str, value: &str| {
        // a line break within a value would end it, and what follows could be read as a tag
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        out.push_str(&format!("{name}  - {value}\r\n"));
    };
    tag("TY", "CONF");
    tag("ID", &work.key);
    for author in &work.authors {
        tag("AU", &author.family_first());
    }
    tag("TI", &work.title);
    tag("T2", &work.container);
    tag("C3", &work.container);
    if let Some(DateRange { first: date, .. }) = work.dates {
        tag("PY", &date.year.to_string());
        tag("DA", &format!("{:04}/{:02}/{:02}", date.year, date.month, date.day));
    }
    for (name, value) in [
        ("C1", work.venue.as_deref()),
        ("PB", work.organizer.as_deref()),
        ("CY", work.venue.as_deref()),
        ("UR", work.url.as_deref()),
        ("LA", Some(work.language())),
        ("N1", work.note(strings).as_deref()),
    ] {
        if let Some(value) = value {
            tag(name, value);
        }
    }
    for author in &work.authors {
        if let Some((family, given)) = &author.latin {
            tag("N1", &format!("{} = {family}, {given}", author.name));
        }
    }
    tag("ER", "");
    out
}
