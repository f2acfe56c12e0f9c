//! BibTeX: an `@inproceedings` that BibTeX, biber and reference managers read.
//!
//! Names are `family, given`, so that they are sorted by family name; styles print Chinese names in
//! the right order. The Latin form is in `authorlatin`, which programs that do not know it ignore.
//! Titles are in double braces, so that no style changes their capitals.
//!
//! Who held the forum is its `organization`, as BibTeX calls what sponsors a conference; a
//! publisher is not known. `venue`, `eventtitle` and `eventdate` are biblatex's; `address` is what
//! BibTeX has for the place of a conference (btxbst.doc), and what reference managers read.

use super::author_names::without_suffix;
use super::{Author, CiteStrings, Work};

/// The work as an entry, with a line break at its end.
pub fn bibtex(work: &Work, strings: &CiteStrings) -> String {
    let names = |names: Vec<String>| names.join(" and ");
    let authors = names(work.authors.iter().map(author).collect());
    // with a gap, the names could not be matched with those of `author`: it is all or none
    let latin: Option<Vec<String>> = work
        .authors
        .iter()
        .map(|a| a.latin.as_ref().map(|(family, given)| escaped(&with_suffix(family, given))))
        .collect();
    let latin = latin.filter(|latin| !latin.is_empty()).map(names);
    let mut out = format!("@inproceedings{{{},\n", work.key);
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            out.push_str(&format!("  {name} = {{{value}}},\n"));
        }
    };
    field("author", &authors);
    field("authorlatin", &latin.unwrap_or_default());
    field("title", &format!("{{{}}}", escaped(&work.title)));
    field("booktitle", &format!("{{{}}}", escaped(&work.container)));
    if let Some(dates) = work.dates {
        // biblatex reads `date`, ranges included; BibTeX and its styles know only the parts
        field("date", &dates.to_string());
        let date = dates.first;
        field("year", &date.year.to_string());
        field("month", &date.month.to_string());
        field("day", &date.day.to_string());
    }
    field("organization", &work.organizer.as_deref().map(escaped).unwrap_or_default());
    field("address", &work.place().map(escaped).unwrap_or_default());
    field("eventtitle", &format!("{{{}}}", escaped(&work.container)));
    field("eventdate", &work.event_dates.map(|dates| dates.to_string()).unwrap_or_default());
    field("venue", &work.venue.as_deref().map(escaped).unwrap_or_default());
    field("url", &work.url.as_deref().map(address).unwrap_or_default());
    field("note", &work.note(strings).map(|note| escaped(&note)).unwrap_or_default());
    field("langid", if work.chinese { "chinese" } else { "english" });
    out.push_str("}\n");
    out
}

/// A name that must not be divided is in its own braces.
fn author(author: &Author) -> String {
    match &author.parts {
        Some((family, given)) => escaped(&with_suffix(family, given)),
        None => format!("{{{}}}", escaped(&author.name)),
    }
}

/// `King, Jr., Martin Luther`: a suffix is between family and given name (btxdoc, 4).
fn with_suffix(family: &str, given: &str) -> String {
    match without_suffix(given) {
        (given, Some(suffix)) => format!("{family}, {suffix}, {given}"),
        (given, None) => format!("{family}, {given}"),
    }
}

/// Escapes text, so that nothing in it is a command, a comment or a brace. BibTeX counts braces
/// with or without a backslash before them, so each is written as a command.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '$' | '&' | '#' | '_' | '%' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Addresses are read literally, so only characters that would end them are encoded.
fn address(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}
