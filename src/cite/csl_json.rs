//! CSL-JSON, a list of one item, as citation processors and Zotero read it.
//!
//! Source: the schema of CSL 1.0.2 (citation-style-language/schema, `csl-data.json`). The Latin
//! form of names is in `custom`, which is for values that CSL has no variable for.
//!
//! `paper-conference`, since `speech` is a talk of which there is no text, and styles of GB/T 7714
//! make `[Z]`, 其他, of it. Who held the forum is its `organizer`, and as the one behind the
//! proceedings also `container-author`, which those styles print before their title.

use serde_json::{Map, Value, json};

use super::author_names::without_suffix;
use super::{Author, CiteStrings, Work};
use crate::model::DateRange;

/// The work as a list of one item, with a line break at its end.
pub fn csl(work: &Work, strings: &CiteStrings) -> String {
    format!("{:#}\n", json!([item(work, strings)]))
}

fn item(work: &Work, strings: &CiteStrings) -> Value {
    let mut item = Map::new();
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            item.insert(name.to_owned(), value);
        }
    };
    let text = |text: Option<&str>| text.map(Value::from);
    put("id", text(Some(&work.key)));
    put("type", text(Some("paper-conference")));
    let authors: Vec<Value> = work.authors.iter().map(name).collect();
    put("author", (!authors.is_empty()).then(|| authors.into()));
    put("title", text(Some(&work.title)));
    put("container-title", text(Some(&work.container)));
    put("event-title", text(Some(&work.container)));
    put("event-date", work.event_dates.map(date_parts));
    put("event-place", text(work.venue.as_deref()));
    let organizer = work.organizer.as_ref().map(|name| json!([{ "literal": name }]));
    put("organizer", organizer.clone());
    put("container-author", organizer);
    put("issued", work.dates.map(date_parts));
    put("URL", text(work.url.as_deref()));
    put("language", text(Some(work.language())));
    put("note", text(work.note(strings).as_deref()));
    let latin: Vec<Value> =
        work.authors.iter().filter_map(|a| a.latin.as_ref()).map(parts).collect();
    put("custom", (!latin.is_empty()).then(|| json!({ "author-latin": latin })));
    Value::Object(item)
}

/// One list of parts is a day, and two are a range of days.
fn date_parts(dates: DateRange) -> Value {
    let days =
        if dates.day().is_some() { vec![dates.first] } else { vec![dates.first, dates.last] };
    let parts: Vec<Value> = days.iter().map(|d| json!([d.year, d.month, d.day])).collect();
    json!({ "date-parts": parts })
}

fn name(author: &Author) -> Value {
    match &author.parts {
        Some(pair) => parts(pair),
        // a `literal` is printed as it is: a processor would else look for a family name in it
        None => json!({ "literal": author.name }),
    }
}

fn parts((family, given): &(String, String)) -> Value {
    match without_suffix(given) {
        (given, Some(suffix)) => json!({ "family": family, "given": given, "suffix": suffix }),
        (given, None) => json!({ "family": family, "given": given }),
    }
}
