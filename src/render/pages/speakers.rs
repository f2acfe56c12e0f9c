//! The index of speakers, and a page per speaker.

use std::collections::BTreeMap;

use super::context::{Head, SiteContext};
use super::forum_summary::{EmittedForum, SpokenTurn};
use super::{PageJob, PreparedPage, analysis, head_metadata};
use crate::export::structured_data::Collection;
use crate::model::{Appearance, SpeakerIndex};
use crate::render::views::{
    InitialView, LinkView, SpeakerLine, SpeakerView, SpeakersView, SpokenView,
};
use crate::text::name_pinyin;
use crate::urls;

/// The index of speakers, by the initial of the name in pinyin.
pub fn index(context: &SiteContext<'_>, emitted: &[EmittedForum]) -> PreparedPage {
    let up = urls::up(urls::SPEAKERS);
    let mut order: Vec<SpeakerIndex> = context.site.speakers.indices().collect();
    order.sort_by_cached_key(|&i| {
        let speaker = &context.site.speakers[i];
        (name_pinyin::to_pinyin(&speaker.name), speaker.id.clone())
    });
    let entry = |&speaker: &SpeakerIndex| {
        let speaker = &context.site.speakers[speaker];
        (speaker.name.as_str(), urls::speaker(&speaker.id))
    };
    let entries = order.iter().map(entry).collect();
    // `#` sorts before the letters and stands after them
    let mut initials: BTreeMap<(bool, char), Vec<SpeakerLine>> = BTreeMap::new();
    for speaker in order {
        let letter = name_pinyin::initial(&context.site.speakers[speaker].name);
        let talks = spoken(context, emitted, speaker, &up).len();
        let line = SpeakerLine { person: context.someone(speaker, &up), talks };
        initials.entry((letter == '#', letter)).or_default().push(line);
    }
    let initials = initials
        .into_iter()
        .map(|((_, letter), speakers)| InitialView { letter: letter.to_string(), speakers });
    let view = SpeakersView { initials: initials.collect(), count: context.site.speakers.len() };
    let title = context.strings.get("speakers").to_owned();
    let head = Head { description: title.clone(), title, trail: Vec::new() };
    let collection =
        Collection { address: urls::SPEAKERS, name: context.strings.get("speakers"), entries };
    let page =
        context.page(urls::SPEAKERS, head, view).about(head_metadata::index(context, &collection));
    PreparedPage::new(format!("{}index.html", urls::SPEAKERS), "speakers.html", page)
}

/// A page per speaker.
pub fn speakers<'a>(
    context: &'a SiteContext<'_>,
    emitted: &'a [EmittedForum],
) -> impl Iterator<Item = PageJob<'a>> {
    let speakers = context.site.speakers.indices();
    speakers.map(move |speaker| PageJob::new(move || page(context, emitted, speaker)))
}

fn page(context: &SiteContext<'_>, emitted: &[EmittedForum], number: SpeakerIndex) -> PreparedPage {
    let speaker = &context.site.speakers[number];
    let at = urls::speaker(&speaker.id);
    let up = urls::up(&at);
    let link = |(title, url): &(String, String)| LinkView {
        title: title.clone(),
        url: url.clone(),
        current: false,
    };
    let view = SpeakerView {
        person: context.someone(number, &up),
        links: speaker.links.iter().map(link).collect(),
        talks: spoken(context, emitted, number, &up),
        organisations: context.organisations_of(number, &up),
        mentioned: analysis::mentioned(context, number, &up),
        mentions: analysis::mentions(context, number, &up),
        edit: context.edits[number].clone(),
    };
    let head = Head {
        title: speaker.name.clone(),
        description: [Some(&speaker.name), speaker.affiliation.as_ref(), speaker.title.as_ref()]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" · "),
        trail: vec![(context.strings.get("speakers").to_owned(), urls::SPEAKERS.to_owned())],
    };
    let view = context.page(&at, head, view).about(head_metadata::speaker(context, speaker, &up));
    PreparedPage::new(format!("{at}index.html"), "speaker.html", view)
}

/// The talks in which somebody is a speaker, leads or has a turn.
fn spoken(
    context: &SiteContext<'_>,
    emitted: &[EmittedForum],
    speaker: SpeakerIndex,
    up: &str,
) -> Vec<SpokenView> {
    let id = &context.site.speakers[speaker].id;
    let mut found = Vec::new();
    for (summary, EmittedForum { turns, .. }) in context.forums.iter().zip(emitted) {
        for (number, talk) in summary.forum.talks.enumerated() {
            let own = talk.speakers.iter().find(|a| a.speaker == speaker);
            let address = urls::talk(&summary.forum.id, &talk.id);
            let turns = links(turns.in_talk(number, id), &address, up);
            // whoever asks a question has a turn in the talk without being named as its speaker
            if own.is_none() && talk.chair != Some(speaker) && turns.is_empty() {
                continue;
            }
            // the talk of one speaker is theirs from its beginning, so links to single turns add
            // nothing
            let alone = own.is_some() && talk.speakers.len() == 1;
            let none = Appearance { speaker, title: None, affiliation: None };
            let Appearance { title, affiliation, .. } = own.unwrap_or(&none).clone();
            found.push(SpokenView {
                talk: context.line(summary, number, up),
                title,
                affiliation,
                turns: if alone { Vec::new() } else { turns },
            });
        }
    }
    found
}

/// Links to somebody's turns in a talk, each with its first words.
fn links(turns: &[SpokenTurn], talk: &str, up: &str) -> Vec<LinkView> {
    let link = |turn: &SpokenTurn| LinkView {
        title: turn.words.clone(),
        url: urls::link(up, &urls::passage(talk, &format!("t-{}", turn.passage))),
        current: false,
    };
    turns.iter().map(link).collect()
}
