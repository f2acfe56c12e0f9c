//! What stands in and beside passages that their Markdown does not have: links to whom they speak
//! of, and to where they are corrected.

use super::build::Made;
use super::citing;
use crate::editing::Editing;
use crate::findings::Findings;
use crate::model::record::Passage;
use crate::model::{Forum, Owner, Site};
use crate::render::passages::Beside;
use crate::urls;

/// Puts what stands beside each passage, and where each title is edited, into what was made.
pub fn put(site: &Site, findings: &Findings, editing: &Editing<'_>, made: &mut [Made<'_>]) {
    for (number, made) in made.iter_mut().enumerate() {
        let mentions = &findings.mentions[number];
        for (place, passage) in made.record.passages.iter().enumerate() {
            let link = |m: &crate::mentions::Mention| {
                (m.range.clone(), urls::speaker(&site.speakers[m.whom].id))
            };
            let beside = Beside {
                mentions: mentions.of_passage(place).iter().map(link).collect(),
                edit: editing.words(made.forum, passage),
                report: report(site, made.forum, passage, editing),
                watch: None,
            };
            made.beside.insert(passage.id.clone(), beside);
        }
        watch(made);
        made.characters = vec![0; made.forum.talks.len()];
        for passage in &made.record.passages {
            if let Owner::Talk(talk) = made.forum.turns[passage.turn].owner {
                made.characters[talk] += passage.clean(made.forum).chars().count();
            }
        }
        made.edits = made.forum.talks.iter().map(|talk| editing.place(talk.span)).collect();
    }
}

/// Puts when a turn begins in the recording beside the first of its passages.
fn watch(made: &mut Made<'_>) {
    let Some(video) = &made.forum.video else { return };
    for (number, turn) in made.forum.turns.iter().enumerate() {
        let first = made.record.of_turn(number).first();
        if let (Some(start), Some(first)) = (turn.start, first)
            && let Some(beside) = made.beside.get_mut(&first.id)
        {
            beside.watch = Some(citing::watch_from(video, Some(start)));
        }
    }
}

fn report(site: &Site, forum: &Forum, passage: &Passage, editing: &Editing<'_>) -> Option<String> {
    site.config.report_url.as_ref()?;
    let base = site.config.base_url.as_deref().unwrap_or_default();
    let url = format!("{base}{}", urls::passage(&page(forum, passage), &passage.id));
    let owner = forum.turns[passage.turn].owner;
    let title = match owner {
        Owner::Talk(talk) | Owner::Host(Some(talk)) => &forum.talks[talk].title,
        Owner::Host(None) | Owner::Cut(_) => &forum.title,
    };
    editing.report(&url, title, &passage.clean(forum))
}

/// The page on which a passage stands.
pub fn page(forum: &Forum, passage: &Passage) -> String {
    match forum.turns[passage.turn].owner {
        Owner::Talk(talk) | Owner::Host(Some(talk)) => urls::talk(&forum.id, &forum.talks[talk].id),
        Owner::Host(None) => urls::host(&forum.id),
        Owner::Cut(_) => urls::record(&forum.id),
    }
}
