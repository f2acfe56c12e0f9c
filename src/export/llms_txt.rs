//! `llms.txt`: an overview of the site for language models.
//!
//! The format is that of llmstxt.org: a title, a summary as a block quote, then lists of links,
//! here to the clean Markdown of each talk, with its abstract.

use crate::model::{Site, Speaker};
use crate::ui_strings::UiStrings;
use crate::urls;

/// The file. Addresses are absolute where `base_url` is known, else relative to the site's top.
pub fn llms(site: &Site, strings: &UiStrings) -> Vec<u8> {
    let base = site.config.base_url.as_deref().unwrap_or_default();
    // a bracket could end the text of a link, and a line break the item of a list
    let plain = |text: &str| text.replace(['[', ']', '\n'], " ");
    let mut out = format!("# {}\n", plain(&site.config.title));
    if let Some(description) = &site.config.description {
        out += &format!("\n> {}\n", plain(description));
    }
    out += &format!("\n{}\n", strings.get("llms_lead"));
    if let Some(licence) = &site.config.licence {
        out += &format!("{}{}{}\n", strings.get("licence"), strings.get("colon"), plain(licence));
    }
    for forum in &site.forums {
        let date = forum.dates.map(|d| format!(" · {d}")).unwrap_or_default();
        out += &format!("\n## {}{date}\n\n", plain(&forum.title));
        for talk in &forum.talks {
            let names = talk.speakers.iter().map(|a| name(&site.speakers[a.speaker], strings));
            let names = names.collect::<Vec<_>>().join("、");
            let about = talk.summary.as_deref().map(|s| format!(": {}", plain(s)));
            let by = if names.is_empty() { String::new() } else { format!(" · {names}") };
            // the heading has the date of most talks
            let day = talk.dates.filter(|_| talk.dates != forum.dates);
            let day = day.map(|day| format!(" · {day}")).unwrap_or_default();
            out += &format!(
                "- [{}{by}{day}]({base}{}clean.md){}\n",
                plain(&talk.title),
                urls::talk(&forum.id, &talk.id),
                about.unwrap_or_default()
            );
        }
    }
    let data = [
        ("open_data", urls::DATA),
        ("schema", urls::SCHEMA),
        ("talks_table", urls::TALKS_TABLE),
        ("speakers_table", urls::SPEAKERS_TABLE),
    ];
    out += &format!("\n## {}\n\n", strings.get("open_data"));
    for forum in &site.forums {
        out += &format!("- [{}]({base}{})\n", plain(&forum.title), urls::data(&forum.id));
    }
    for (word, address) in data {
        out += &format!("- [{}]({base}{address})\n", strings.get(word));
    }
    out.into_bytes()
}

/// A name, marked where nobody has verified it.
fn name(speaker: &Speaker, strings: &UiStrings) -> String {
    match speaker.verified {
        true => speaker.name.clone(),
        false => format!("{}（{}）", speaker.name, strings.get("unverified")),
    }
}
