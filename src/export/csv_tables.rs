//! `data/talks.csv` and `data/speakers.csv`: the site's talks and people as tables.
//!
//! CSV by RFC 4180: UTF-8, a header line, quotation marks around fields that need them, lines
//! ending in CR LF. Several values in a field have `; ` between them. There is no byte order mark,
//! since many programs take it for a part of the first name. A field that a spreadsheet would take
//! for a formula begins with an apostrophe, so that it is text in every program that opens the
//! file; a program that reads the file otherwise has to take the apostrophe away.

use csv::{Terminator, WriterBuilder};

use crate::model::{CharCount, IndexVec, Site, TalkIndex};
use crate::urls;

/// Every talk of the site. `characters` are the lengths of the talks of each forum.
///
/// # Errors
///
/// None that input can cause: every row has as many fields as the header.
pub fn talks(
    site: &Site,
    characters: &[&IndexVec<TalkIndex, CharCount>],
) -> Result<Vec<u8>, csv::Error> {
    let columns = [
        "forum",
        "date",
        "session",
        "talk",
        "kind",
        "title",
        "speakers",
        "speaker_ids",
        "affiliations",
        "topics",
        "characters",
        "url",
    ];
    let mut rows = Vec::new();
    for (forum, characters) in site.forums.iter().zip(characters) {
        for (number, talk) in forum.talks.enumerated() {
            let speakers = || talk.speakers.iter().map(|a| &site.speakers[a.speaker]);
            let affiliations = talk.speakers.iter().filter_map(|a| a.affiliation.clone());
            rows.push([
                forum.id.clone(),
                talk.dates.map(|d| d.to_string()).unwrap_or_default(),
                forum.sessions[talk.session].id.clone(),
                talk.id.clone(),
                talk.kind.name().to_owned(),
                talk.title.clone(),
                list(speakers().map(|s| s.name.clone())),
                list(speakers().map(|s| s.id.clone())),
                list(affiliations),
                list(talk.topics.iter().cloned()),
                characters[number].get().to_string(),
                address(site, &urls::talk(&forum.id, &talk.id)),
            ]);
        }
    }
    table(columns, rows)
}

/// Every speaker of the site.
///
/// # Errors
///
/// None that input can cause, as with [`talks`].
pub fn speakers(site: &Site) -> Result<Vec<u8>, csv::Error> {
    let columns =
        ["id", "name", "latin", "heard_as", "affiliation", "title", "verified", "talks", "url"];
    let mut rows = Vec::new();
    for (number, speaker) in site.speakers.enumerated() {
        let talks = site.forums.iter().flat_map(|forum| {
            let own = forum.talks.iter().filter(move |talk| {
                // whoever leads a panel speaks in it, but need not be among its speakers
                talk.chair == Some(number) || talk.speakers.iter().any(|a| a.speaker == number)
            });
            own.map(move |talk| format!("{}/{}", forum.id, talk.id))
        });
        rows.push([
            speaker.id.clone(),
            speaker.name.clone(),
            speaker.latin.clone().unwrap_or_default(),
            list(speaker.heard_as.iter().cloned()),
            speaker.affiliation.clone().unwrap_or_default(),
            speaker.title.clone().unwrap_or_default(),
            speaker.verified.to_string(),
            list(talks),
            address(site, &urls::speaker(&speaker.id)),
        ]);
    }
    table(columns, rows)
}

/// An address: absolute where `base_url` is known, else relative to the site's top.
fn address(site: &Site, address: &str) -> String {
    format!("{}{address}", site.config.base_url.as_deref().unwrap_or_default())
}

fn list(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join("; ")
}

fn table<const N: usize>(
    columns: [&str; N],
    rows: Vec<[String; N]>,
) -> Result<Vec<u8>, csv::Error> {
    let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    table.write_record(columns)?;
    for row in rows {
        table.write_record(row.map(without_formula))?;
    }
    table.into_inner().map_err(|error| error.into_error().into())
}

/// What a formula begins with; some spreadsheets take the full-width signs as well.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The text of a field, marked as text where it would be taken for a formula.
fn without_formula(text: String) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn a_field_stays_one_field_and_is_no_formula() {
        for (text, field) in [
            ("大模型", "大模型"),
            ("a, \"b\"", "\"a, \"\"b\"\"\""),
            ("=1+1", "'=1+1"),
            ("＝1", "'＝1"),
            ("=a,b", "\"'=a,b\""),
            ("\ra", "\"'\ra\""),
            (" a ", " a "),
            ("", ""),
        ] {
            let row = ["1", text].map(str::to_owned);
            let csv = String::from_utf8(table(["n", "text"], vec![row]).unwrap()).unwrap();
            assert_eq!(csv, format!("n,text\r\n1,{field}\r\n"));
        }
    }

    #[test]
    fn a_table_without_rows_has_its_header() {
        assert_eq!(table(["a", "b"], Vec::new()).unwrap(), b"a,b\r\n");
    }
}
