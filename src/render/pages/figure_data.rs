//! What the figures are drawn from.

mod keyword_map;
mod mentions;

use std::collections::BTreeSet;

use super::context::{ForumContext, SiteContext};
use crate::markdown::Block;
use crate::model::{Forum, IndexVec, Talk, TalkIndex, TextOwner, TypedIndex};
use crate::render::figures::panel_timeline::{PanelView, SpokenStretch, panel as draw_panel};
use crate::render::figures::programme_ribbon::{
    LegendView, RibbonSegment, RibbonView, SegmentView, ribbon as draw_ribbon,
};
use crate::render::table_of_contents::beginning;
use crate::ui_strings::grouped;
use crate::urls;

pub use keyword_map::words;
pub use mentions::mentions;

/// With fewer turns there is nothing to see.
const FEWEST_TURNS: usize = 4;

/// The afternoon as one line.
pub fn ribbon(context: &SiteContext<'_>, forum_context: &ForumContext<'_>, up: &str) -> RibbonView {
    let stretches = stretches(forum_context.forum);
    let mut kinds: Vec<&str> = Vec::new();
    for stretch in &stretches {
        if !kinds.contains(&stretch.kind) {
            kinds.push(stretch.kind);
        }
    }
    let legend = kinds
        .into_iter()
        .map(|name| LegendView { class: format!("k-{name}"), word: kind(context, name) });
    let segments = segments(context, forum_context, &stretches, up);
    let mut view = draw_ribbon(&stretches, segments, legend.collect());
    // `max_by_key` gives the last of equal ones, so the first is found from the end
    let longest = view.segments.iter().rev().max_by_key(|segment| segment.characters);
    if let Some(longest) = longest {
        let says = context.strings.get("ribbon_says").replace("{n}", &grouped(view.characters));
        view.says = says.replace("{share}", &longest.share).replace("{x}", &longest.title);
    }
    view
}

/// The turns of a forum, those that follow one another in one talk as one.
fn stretches(forum: &Forum) -> Vec<RibbonSegment> {
    let mut stretches: Vec<RibbonSegment> = Vec::new();
    for turn in &forum.turns {
        let characters = forum.transcript[turn.range].chars().count();
        let (kind, segment) = match turn.owner {
            TextOwner::Talk(talk) => (forum.talks[talk].kind.name(), Some(talk.get())),
            TextOwner::Host(_) => ("host", None),
            TextOwner::Cut(_) => ("cut", None),
        };
        match stretches.last_mut() {
            Some(last) if last.segment == segment && last.kind == kind => {
                last.characters += characters;
            }
            _ => stretches.push(RibbonSegment { kind, segment, characters }),
        }
    }
    stretches
}

/// The talks of a forum, each with the characters of all its stretches.
fn segments(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    stretches: &[RibbonSegment],
    up: &str,
) -> Vec<SegmentView> {
    let forum = forum_context.forum;
    let labels = labels(context, forum);
    let segment = |(number, talk): (TalkIndex, &Talk)| SegmentView {
        kind: kind(context, talk.kind.name()),
        label: labels[number].clone(),
        title: talk.title.clone(),
        url: urls::link(up, &urls::talk(&forum.id, &talk.id)),
        characters: stretches
            .iter()
            .filter(|stretch| stretch.segment == Some(number.get()))
            .map(|stretch| stretch.characters)
            .sum(),
        share: String::new(),
    };
    forum.talks.enumerated().map(segment).collect()
}

fn kind(context: &SiteContext<'_>, name: &str) -> String {
    context.strings.get(&format!("kind_{name}")).to_owned()
}

/// The talks of a forum in a word each, no two alike: the one speaker, the kind where it is the
/// only one of its kind, else the first of several speakers.
fn labels(context: &SiteContext<'_>, forum: &Forum) -> IndexVec<TalkIndex, String> {
    let alone = |talk: &Talk| talk.speakers.len() == 1;
    let of_kind = |talk: &Talk| {
        let alike = |other: &&Talk| other.kind == talk.kind && !alone(other);
        forum.talks.iter().filter(alike).count()
    };
    let label = |talk: &Talk| match talk.speakers.as_slice() {
        [first, rest @ ..] if rest.is_empty() || of_kind(talk) > 1 => {
            let name = &context.site.speakers[first.speaker].name;
            let form = if rest.is_empty() { "{x}" } else { context.strings.get("and_others") };
            form.replace("{x}", name)
        }
        _ => kind(context, talk.kind.name()),
    };
    // two talks may have the same speaker, and a label must tell them apart
    let mut labels: Vec<String> = Vec::new();
    for talk in &forum.talks {
        let label = label(talk);
        let numbered = (2..).map(|n| format!("{label}{n}"));
        let free = std::iter::once(label.clone()).chain(numbered).find(|l| !labels.contains(l));
        labels.extend(free);
    }
    labels.into()
}

/// Who spoke when, where several people have turns.
pub fn panel(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    number: TalkIndex,
) -> Option<PanelView> {
    let mut voices: Vec<(&Option<String>, &String)> = Vec::new();
    let mut spoken: Vec<SpokenStretch> = Vec::new();
    for block in &forum_context.pages.talks[number].body {
        match block {
            Block::Turn { speaker, name } => {
                let voice = (speaker, name);
                let who = voices.iter().position(|v| *v == voice).unwrap_or(voices.len());
                if who == voices.len() {
                    voices.push(voice);
                }
                let (anchor, words) = (String::new(), String::new());
                spoken.push(SpokenStretch { who, characters: 0, anchor, words });
            }
            Block::Passage(passage) => {
                let Some(turn) = spoken.last_mut() else { continue };
                let clean = passage.clean();
                turn.characters += clean.chars().count();
                if turn.anchor.is_empty() {
                    turn.anchor = format!("t-{}", passage.id);
                    turn.words = beginning(&clean, 24);
                }
            }
            Block::Section { .. } | Block::Image { .. } => {}
        }
    }
    // a turn of images alone has no passage, so that no permalink leads to it
    spoken.retain(|turn| !turn.anchor.is_empty());
    let heard: BTreeSet<usize> = spoken.iter().map(|turn| turn.who).collect();
    let known = voices.iter().all(|(speaker, _)| speaker.is_some());
    // an unnamed voice may be several people, and would be drawn as one
    if !known || heard.len() < 2 || spoken.len() < FEWEST_TURNS {
        return None;
    }
    let chair =
        forum_context.forum.talks[number].chair.map(|chair| &context.site.speakers[chair].id);
    let chair =
        chair.and_then(|chair| voices.iter().position(|(id, _)| id.as_ref() == Some(chair)));
    let names: Vec<String> = voices.iter().map(|(_, name)| (*name).clone()).collect();
    let mut view = draw_panel(&names, &spoken, chair);
    let most = view.voices.iter().rev().max_by_key(|voice| voice.characters)?;
    let says = context.strings.get("panel_says").replace("{share}", &most.share);
    view.says = says.replace("{x}", &most.name);
    Some(view)
}
