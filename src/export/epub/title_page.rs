//! The title page, and below the title what is to know of the book: what the machine did, where the
//! text is on the site, the licence, what is left out.

use std::collections::BTreeMap;

use super::xhtml::{self, address, escaped};
use super::{BookSource, Document, TITLE};
use crate::model::TextOwner;
use crate::urls;

pub(super) fn document(source: &BookSource<'_>) -> Document {
    let body = title(source) + &about(source);
    let (language, title) = (source.words_tag(), &source.forum.title);
    xhtml::document(TITLE, language, title, ("frontmatter", &body))
}

fn title(source: &BookSource<'_>) -> String {
    let (forum, speech) = (source.forum, source.in_speech());
    let mut out = "<section class=\"titlepage\" epub:type=\"titlepage\">\n".to_owned();
    out.push_str(&format!(
        "<p class=\"kicker\">{}</p>\n<h1 dir=\"auto\"{speech}>{}</h1>\n",
        escaped(&source.site.config.title),
        source.title(&forum.title)
    ));
    let days = forum.dates.map(|dates| source.strings.date(&dates.to_string()));
    for fact in [days.as_ref(), forum.venue.as_ref()].into_iter().flatten() {
        out.push_str(&format!("<p class=\"fact\" dir=\"auto\">{}</p>\n", escaped(fact)));
    }
    if let Some(organizer) = &forum.organizer {
        let label = escaped(&format!("{}{}", source.word("organizer"), source.word("colon")));
        let organizer = escaped(organizer);
        out.push_str(&format!("<p class=\"fact\">{label}<bdi>{organizer}</bdi></p>\n"));
    }
    out + "</section>\n"
}

fn about(source: &BookSource<'_>) -> String {
    let mut out = "<section class=\"about\">\n".to_owned();
    out.push_str(&format!("<h2>{}</h2>\n", escaped(source.word("book_about"))));
    let links = match source.site.config.base_url {
        Some(_) => "book_links",
        None => "book_no_links",
    };
    for key in ["book_machine", "reading_clean_hint", links] {
        out.push_str(&format!("<p>{}</p>\n", escaped(source.word(key))));
    }
    out.push_str("<dl>\n");
    for (term, facts) in facts(source) {
        out.push_str(&format!("<dt>{}</dt>\n", escaped(source.word(term))));
        for fact in facts {
            out.push_str(&format!("<dd dir=\"auto\">{fact}</dd>\n"));
        }
    }
    out + "</dl>\n</section>\n"
}

/// Facts about the book, as XHTML, each with the key of its name.
fn facts(source: &BookSource<'_>) -> Vec<(&'static str, Vec<String>)> {
    let (config, forum) = (&source.site.config, source.forum);
    let mut from = vec![escaped(&config.title)];
    from.extend(source.absolute(&urls::forum(&forum.id)).map(|url| address(&url)));
    let videos = forum.recordings.distinct().into_iter();
    let videos = videos.map(|(video, _)| address(&video.address(None)));
    let speakers = forum.talks.iter().flat_map(|talk| &talk.speakers);
    let mut people = speakers.map(|appearance| &source.site.speakers[appearance.speaker]);
    let unverified = people.any(|speaker| !speaker.verified);
    let hint = unverified.then(|| escaped(source.word("unverified_hint")));
    let facts = [
        ("unverified", hint.into_iter().collect()),
        ("source", from),
        ("video", videos.collect()),
        ("licence", config.licence.iter().map(|licence| escaped(licence)).collect()),
        ("cuts", cuts(source)),
        ("fingerprint", vec![escaped(source.fingerprint)]),
    ];
    facts.into_iter().filter(|(_, facts)| !facts.is_empty()).collect()
}

/// Why something is left out, in how many places, and how much it is.
fn cuts(source: &BookSource<'_>) -> Vec<String> {
    let (forum, strings) = (source.forum, source.strings);
    let mut reasons: Vec<(&str, usize, usize)> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for turn in &forum.turns {
        let TextOwner::Cut(cut) = turn.owner else { continue };
        let why = forum.cuts[cut].as_str();
        let at = *known.entry(why).or_insert_with(|| {
            reasons.push((why, 0, 0));
            reasons.len() - 1
        });
        let (_, places, characters) = &mut reasons[at];
        *places += 1;
        *characters += forum.transcript[turn.range].chars().count();
    }
    let line = |(why, places, characters): (&str, usize, usize)| {
        let (colon, comma) = (source.word("colon"), source.word("comma"));
        let (places, characters) =
            (strings.count("place", places), strings.count("character", characters));
        escaped(&format!("{why}{colon}{places}{comma}{characters}"))
    };
    reasons.into_iter().map(line).collect()
}
