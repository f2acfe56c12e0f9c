//! `data/talks.csv` and `data/speakers.csv`: the site's talks and people as tables.
//!
//! CSV by RFC 4180: UTF-8, a line of names, fields with commas, quotation marks or line breaks in
//! quotation marks, lines ending in CR LF. Several values in a field have `; ` between them. Without
//! a byte order mark, which programs stumble over. A field that a spreadsheet would take for a
//! formula begins with an apostrophe: what people wrote is text in every program that opens it, and
//! whoever reads the file otherwise takes the apostrophe away.

use crate::model::record::Record;
use crate::model::{Owner, Site};
use crate::urls;

/// Every talk of the site.
pub fn talks(site: &Site, records: &[Record]) -> Vec<u8> {
    let names = [
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
    let mut csv = row(&names.map(str::to_owned));
    for (forum, record) in site.forums.iter().zip(records) {
        for (number, talk) in forum.talks.iter().enumerate() {
            let speakers = || talk.speakers.iter().map(|a| &site.speakers[a.speaker]);
            let affiliations = talk.speakers.iter().filter_map(|a| a.affiliation.clone());
            csv += &row(&[
                forum.id.clone(),
                forum.date.map(|d| d.to_string()).unwrap_or_default(),
                forum.sessions[talk.session].id.clone(),
                talk.id.clone(),
                talk.kind.name().to_owned(),
                talk.title.clone(),
                list(speakers().map(|s| s.name.clone())),
                list(speakers().map(|s| s.id.clone())),
                list(affiliations),
                list(talk.topics.iter().cloned()),
                characters(forum, record, number).to_string(),
                address(site, &urls::talk(&forum.id, &talk.id)),
            ]);
        }
    }
    csv.into_bytes()
}

/// Every speaker of the site.
pub fn speakers(site: &Site) -> Vec<u8> {
    let names =
        ["id", "name", "latin", "heard_as", "affiliation", "title", "verified", "talks", "url"];
    let mut csv = row(&names.map(str::to_owned));
    for (number, speaker) in site.speakers.enumerated() {
        let talks = site.forums.iter().flat_map(|forum| {
            let own = forum.talks.iter().filter(move |talk| {
                talk.chair == Some(number) || talk.speakers.iter().any(|a| a.speaker == number)
            });
            own.map(move |talk| format!("{}/{}", forum.id, talk.id))
        });
        csv += &row(&[
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
    csv.into_bytes()
}

/// An address from the top, or a whole one where the site's own is known.
fn address(site: &Site, address: &str) -> String {
    format!("{}{address}", site.config.base_url.as_deref().unwrap_or_default())
}

fn characters(forum: &crate::model::Forum, record: &Record, talk: usize) -> usize {
    let own = |turn: usize| forum.turns[turn].owner == Owner::Talk(talk);
    let passages = record.passages.iter().filter(|p| own(p.turn));
    passages.map(|p| p.clean(forum).chars().count()).sum()
}

fn list(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join("; ")
}

fn row(fields: &[String]) -> String {
    let fields: Vec<String> = fields.iter().map(|text| field(text)).collect();
    format!("{}\r\n", fields.join(","))
}

/// What a formula begins with, in some spreadsheets in full width as well.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

fn field(text: &str) -> String {
    let guard = if text.starts_with(FORMULA) { "'" } else { "" };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{guard}{text}")
    }
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn a_field_stays_one_field_and_is_no_formula() {
        assert_eq!(field("大模型"), "大模型");
        assert_eq!(field("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(field("=1+1"), "'=1+1");
        assert_eq!(field("＝1"), "'＝1");
        assert_eq!(field("=a,b"), "\"'=a,b\"");
    }
}
