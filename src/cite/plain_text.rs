//! A line of text, for a footnote or a message.

use super::{CiteStrings, Work};

/// `陶大程：《大模型的道与术》，迈向AGI，上海，2024-07-05，https://…`, or the same in English.
pub fn plain(work: &Work, strings: &CiteStrings) -> String {
    let names: Vec<&str> = work.authors.iter().map(|a| a.name.as_str()).collect();
    let names = names.join(&strings.separator);
    let date = work.dates.map(|dates| dates.to_string());
    let rest = [
        Some(work.container.as_str()),
        work.venue.as_deref(),
        date.as_deref(),
        work.url.as_deref(),
    ];
    let rest: Vec<&str> = rest.into_iter().flatten().collect();
    let note = work.note_next_to_authors(strings);
    if work.chinese {
        let colon = if names.is_empty() { "" } else { "：" };
        let note = note.map(|note| format!("（{note}）")).unwrap_or_default();
        // title marks within a title are single ones (GB/T 15834—2011, 4.15)
        let title = work.title.replace('《', "〈").replace('》', "〉");
        format!("{names}{note}{colon}《{title}》，{}", rest.join("，"))
    } else {
        let comma = if names.is_empty() { "" } else { ", " };
        let note = note.map(|note| format!(" ({note})")).unwrap_or_default();
        format!("{names}{note}{comma}“{}”, {}", work.title, rest.join(", "))
    }
}
