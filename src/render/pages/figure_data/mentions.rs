//! Who mentions whom: people against people.
//!
//! Whoever leads through the programme names everybody once or twice, to call them up and to thank
//! them. That tells nothing about who speaks of whom, and would be the darkest column; so the words
//! between the talks are left out, and theirs in talks that are others'; the figure says how many
//! names they have.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::analysis::mentions::{Mention, Mentions};
use crate::model::{Forum, SpeakerIndex, TextOwner};
use crate::render::figures::heat_map::{ColumnHeadView, HeatMapCell, HeatMapView, matrix};
use crate::render::pages::context::{ForumContext, SiteContext};
use crate::ui_strings::grouped;
use crate::urls;

/// People who are spoken of, in the figure.
const MOST_MENTIONED: usize = 40;
/// People who speak of them, in the figure.
const MOST_MENTIONING: usize = 16;

/// Who is spoken of, against who speaks of them, those with the most first; and how many are spoken
/// of in all.
pub fn mentions(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    up: &str,
) -> (Option<HeatMapView>, usize) {
    let Mentions { found, unsure } = forum_context.mentions;
    let owner = |m: &Mention| {
        forum_context.forum.turns[forum_context.record.passages[m.passage].turn].owner
    };
    let (announced, spoken): (Vec<&Mention>, Vec<&Mention>) =
        found.iter().partition(|m| announces(forum_context.forum, owner(m), m.by));
    let spoken: Vec<(&Mention, SpeakerIndex)> =
        // a mention by an unknown speaker has no column
        spoken.into_iter().filter_map(|m| Some((m, m.by?))).collect();
    let whom = most(spoken.iter().map(|(m, _)| m.whom));
    let by = most(spoken.iter().map(|(_, by)| *by));
    // the count is taken before the list is cut to what the figure has room for
    let mentioned = whom.len();
    if mentioned < 2 {
        return (None, mentioned);
    }
    let whom: Vec<SpeakerIndex> = whom.into_iter().take(MOST_MENTIONED).collect();
    let others = by.len() > MOST_MENTIONING;
    let by: Vec<SpeakerIndex> = by.into_iter().take(MOST_MENTIONING).collect();
    let mut columns: Vec<ColumnHeadView> = by.iter().map(|by| head(context, *by, up)).collect();
    let word = context.strings.get("others");
    let rest = || ColumnHeadView { label: word.into(), title: word.into(), url: None, sum: 0 };
    columns.extend(others.then(rest));
    let mut numbers = vec![vec![HeatMapCell::default(); columns.len()]; whom.len()];
    for (mention, speaker) in spoken {
        // people without a column of their own are counted in the last one, with the others
        let column = by.iter().position(|b| *b == speaker).unwrap_or(by.len());
        if let Some(row) = whom.iter().position(|w| *w == mention.whom) {
            let page = urls::owner(forum_context.forum, owner(mention));
            let passage = &forum_context.record.passages[mention.passage].id;
            numbers[row][column].add(1, || urls::link(up, &urls::passage(&page, passage)));
        }
    }
    let rows = whom.iter().map(|whom| head(context, *whom, up)).collect();
    let mut view = matrix(rows, columns, numbers);
    view.says = most_spoken_of(context, &view);
    if !announced.is_empty() {
        let n = grouped(announced.len());
        view.aside = context.strings.get("mentions_announced").replace("{n}", &n);
    }
    if !unsure.is_empty() {
        view.aside.push_str(context.strings.get("mentions_unsure"));
    }
    (Some(view), mentioned)
}

/// Whether somebody speaks who leads through the programme: between the talks, or in one of a
/// session that they chair, of which they are neither a speaker nor the chair.
fn announces(forum: &Forum, owner: TextOwner, speaker: Option<SpeakerIndex>) -> bool {
    let TextOwner::Talk(number) = owner else { return matches!(owner, TextOwner::Host(_)) };
    let talk = &forum.talks[number];
    speaker.is_some()
        && speaker == forum.sessions[talk.session].chair
        && speaker != talk.chair
        && !talk.speakers.iter().any(|appearance| Some(appearance.speaker) == speaker)
}

fn head(context: &SiteContext<'_>, speaker: SpeakerIndex, up: &str) -> ColumnHeadView {
    let speaker = &context.site.speakers[speaker];
    ColumnHeadView {
        label: speaker.name.clone(),
        title: speaker.name.clone(),
        url: Some(urls::link(up, &urls::speaker(&speaker.id))),
        sum: 0,
    }
}

/// Who is spoken of most; more than three together are not named.
fn most_spoken_of(context: &SiteContext<'_>, view: &HeatMapView) -> String {
    let most = view.rows.iter().map(|row| row.sum).max().unwrap_or_default();
    let names = view.rows.iter().filter(|row| row.sum == most).map(|row| row.label.as_str());
    let names: Vec<&str> = names.collect();
    let form = match names.len() {
        1 => "mentions_says",
        2 | 3 => "mentions_says_each",
        _ => return String::new(),
    };
    let names = names.join(context.strings.get("cite_separator"));
    context.strings.get(form).replace("{n}", &grouped(most)).replace("{x}", &names)
}

/// Everyone in a list, those that come up most first, else in their order.
fn most(people: impl Iterator<Item = SpeakerIndex>) -> Vec<SpeakerIndex> {
    let mut counts: BTreeMap<SpeakerIndex, usize> = BTreeMap::new();
    for person in people {
        *counts.entry(person).or_default() += 1;
    }
    let mut order: Vec<(SpeakerIndex, usize)> = counts.into_iter().collect();
    order.sort_by_key(|&(person, count)| (Reverse(count), person));
    order.into_iter().map(|(person, _)| person).collect()
}
