//! What the figures are drawn from.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::build::{Build, Made};
use super::findings::place;
use crate::markdown::Block;
use crate::model::{Forum, Owner, Talk};
use crate::render::contents::beginning;
use crate::render::figures::matrix::{HeadView, MatrixView, matrix};
use crate::render::figures::panel::{PanelView, Spoken, panel as draw_panel};
use crate::render::figures::ribbon::{
    LegendView, RibbonView, Segment, Stretch, ribbon as draw_ribbon,
};
use crate::strings::grouped;
use crate::urls;

/// Words in the map of words.
const WORDS: usize = 20;
/// Talks in the map of words.
const MOST_TALKS: usize = 27;
/// People who are spoken of, in the matrix of mentions.
const MOST_MENTIONED: usize = 40;
/// People who speak of them, in the matrix of mentions.
const MOST_MENTIONING: usize = 16;
/// With fewer turns there is nothing to see.
const FEWEST_TURNS: usize = 4;

/// The afternoon as one line.
pub fn ribbon(build: &Build<'_>, made: &Made<'_>, up: &str) -> RibbonView {
    let stretches = stretches(made.forum);
    let mut kinds: Vec<&str> = Vec::new();
    for stretch in &stretches {
        if !kinds.contains(&stretch.kind) {
            kinds.push(stretch.kind);
        }
    }
    let legend = kinds
        .into_iter()
        .map(|name| LegendView { class: format!("k-{name}"), word: kind(build, name) });
    let segments = segments(build, made, &stretches, up);
    let mut view = draw_ribbon(&stretches, segments, legend.collect());
    let longest = view.segments.iter().rev().max_by_key(|segment| segment.characters);
    if let Some(longest) = longest {
        let says = build.strings.get("ribbon_says").replace("{n}", &grouped(view.characters));
        view.says = says.replace("{share}", &longest.share).replace("{x}", &longest.title);
    }
    view
}

/// The turns of a forum, those that follow one another in one talk as one.
fn stretches(forum: &Forum) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for turn in &forum.turns {
        let characters = forum.transcript.text[turn.range.clone()].chars().count();
        let (kind, segment) = match turn.owner {
            Owner::Talk(talk) => (forum.talks[talk].kind.name(), Some(talk)),
            Owner::Host(_) => ("host", None),
            Owner::Cut(_) => ("cut", None),
        };
        match stretches.last_mut() {
            Some(last) if last.segment == segment && last.kind == kind => {
                last.characters += characters;
            }
            _ => stretches.push(Stretch { kind, segment, characters }),
        }
    }
    stretches
}

/// The talks of a forum, each with the characters of all its stretches.
fn segments(build: &Build<'_>, made: &Made<'_>, stretches: &[Stretch], up: &str) -> Vec<Segment> {
    let forum = made.forum;
    let segment = |(number, talk): (usize, &Talk)| Segment {
        kind: kind(build, talk.kind.name()),
        label: label(build, made, number),
        title: talk.title.clone(),
        url: urls::link(up, &urls::talk(&forum.id, &talk.id)),
        characters: stretches
            .iter()
            .filter(|stretch| stretch.segment == Some(number))
            .map(|stretch| stretch.characters)
            .sum(),
        share: String::new(),
    };
    forum.talks.iter().enumerate().map(segment).collect()
}

fn kind(build: &Build<'_>, name: &str) -> String {
    build.strings.get(&format!("kind_{name}")).to_owned()
}

/// A talk in a word: its one speaker, else its kind.
fn label(build: &Build<'_>, made: &Made<'_>, number: usize) -> String {
    let talk = &made.forum.talks[number];
    match talk.speakers.as_slice() {
        [only] => build.site.speakers[only.speaker].name.clone(),
        _ => kind(build, talk.kind.name()),
    }
}

/// The talks of a forum as columns.
fn columns(build: &Build<'_>, made: &Made<'_>, up: &str) -> Vec<HeadView> {
    let column = |number: usize| HeadView {
        label: label(build, made, number),
        title: made.forum.talks[number].title.clone(),
        url: Some(urls::link(up, &urls::talk(&made.forum.id, &made.forum.talks[number].id))),
        sum: 0,
    };
    (0..made.forum.talks.len()).map(column).collect()
}

/// The forum's most telling words against its talks: those with the most weight in all talks
/// together, of which at least two use them, in the order in which they come up.
pub fn words(build: &Build<'_>, made: &Made<'_>, up: &str) -> Option<MatrixView> {
    let forum = place(build, made);
    let talks = made.forum.talks.len();
    let mut weights: BTreeMap<&str, (f64, Vec<usize>)> = BTreeMap::new();
    for talk in 0..talks {
        for keyword in build.findings.keywords.all((forum, talk)) {
            let entry = weights.entry(&keyword.word).or_insert_with(|| (0.0, vec![0; talks]));
            entry.0 += keyword.weight;
            entry.1[talk] = keyword.uses;
        }
    }
    let several = |uses: &[usize]| uses.iter().filter(|n| **n > 0).count() > 1;
    let mut words: Vec<(&str, f64, Vec<usize>)> = weights
        .into_iter()
        .filter(|(_, (_, uses))| several(uses))
        .map(|(word, (weight, uses))| (word, weight, uses))
        .collect();
    words.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    words.truncate(WORDS);
    // counted as a search finds them: within longer words, and in what was said alone
    let said = said(made);
    for (word, _, uses) in &mut words {
        *uses = said.iter().map(|text| text.matches(*word).count()).collect();
    }
    if words.len() < 3 || talks < 3 {
        return None;
    }
    let says = used_most(build, &words);
    let sum = |(.., uses): &(&str, f64, Vec<usize>)| uses.iter().sum();
    let sums: BTreeMap<&str, usize> = words.iter().map(|word| (word.0, sum(word))).collect();
    let columns = telling(&mut words, columns(build, made, up));
    // where a word is used most says where it belongs
    words.sort_by_key(|(word, _, uses)| {
        let most = uses.iter().copied().max().unwrap_or_default();
        (uses.iter().position(|n| *n == most), (*word).to_owned())
    });
    let rows = words.iter().map(|(word, ..)| HeadView {
        label: (*word).to_owned(),
        title: (*word).to_owned(),
        url: Some(urls::link(up, &urls::search(word))),
        sum: 0,
    });
    let numbers = words.iter().map(|(.., uses)| uses.clone()).collect();
    let mut view = matrix(rows.collect(), columns, numbers);
    // those that are left out count as well
    for row in &mut view.rows {
        row.sum = sums[row.label.as_str()];
    }
    view.says = says;
    Some(view)
}

/// What is said in each talk, as it is read.
fn said(made: &Made<'_>) -> Vec<String> {
    let mut said = vec![String::new(); made.forum.talks.len()];
    for passage in &made.record.passages {
        if let Owner::Talk(talk) = made.forum.turns[passage.turn].owner {
            said[talk].push_str(&passage.clean(made.forum));
            said[talk].push('\n');
        }
    }
    said
}

/// Which word is used most, and in how many talks.
fn used_most(build: &Build<'_>, words: &[(&str, f64, Vec<usize>)]) -> String {
    let most = words.iter().rev().max_by_key(|(.., uses)| uses.iter().sum::<usize>());
    let Some((word, _, uses)) = most else { return String::new() };
    let talks = uses.iter().filter(|n| **n > 0).count();
    let says = build.strings.get("words_says").replace("{n}", &grouped(uses.iter().sum()));
    says.replace("{m}", &talks.to_string()).replace("{x}", word)
}

/// Leaves of the talks those that use the words most, where there are more than can be told apart.
fn telling(words: &mut [(&str, f64, Vec<usize>)], mut columns: Vec<HeadView>) -> Vec<HeadView> {
    let uses = |talk: usize| words.iter().map(|(.., uses)| uses[talk]).sum::<usize>();
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|&talk| (Reverse(uses(talk)), talk));
    let kept: BTreeSet<usize> = order.into_iter().take(MOST_TALKS).collect();
    for (.., uses) in words.iter_mut() {
        *uses = kept.iter().map(|&talk| uses[talk]).collect();
    }
    let mut place = 0;
    columns.retain(|_| {
        place += 1;
        kept.contains(&(place - 1))
    });
    columns
}

/// Who is spoken of, against who speaks of them, those with the most first; and how many are spoken
/// of in all.
pub fn mentions(build: &Build<'_>, made: &Made<'_>, up: &str) -> (Option<MatrixView>, usize) {
    let found = &build.findings.mentions[place(build, made)].found;
    let pairs = || found.iter().filter_map(|m| Some((m.whom, m.by?)));
    let whom = most(pairs().map(|(whom, _)| whom));
    let by = most(pairs().map(|(_, by)| by));
    let mentioned = whom.len();
    if mentioned < 2 {
        return (None, mentioned);
    }
    let whom: Vec<usize> = whom.into_iter().take(MOST_MENTIONED).collect();
    let others = by.len() > MOST_MENTIONING;
    let by: Vec<usize> = by.into_iter().take(MOST_MENTIONING).collect();
    let head = |speaker: &usize| {
        let speaker = &build.site.speakers[*speaker];
        HeadView {
            label: speaker.name.clone(),
            title: speaker.name.clone(),
            url: Some(urls::link(up, &urls::speaker(&speaker.id))),
            sum: 0,
        }
    };
    let mut columns: Vec<HeadView> = by.iter().map(head).collect();
    let word = build.strings.get("others");
    let rest = || HeadView { label: word.into(), title: word.into(), url: None, sum: 0 };
    columns.extend(others.then(rest));
    let mut numbers = vec![vec![0; columns.len()]; whom.len()];
    for (person, speaker) in pairs() {
        // whoever has no column of their own stands in the last one, with the others
        let column = by.iter().position(|b| *b == speaker).unwrap_or(by.len());
        if let Some(row) = whom.iter().position(|w| *w == person) {
            numbers[row][column] += 1;
        }
    }
    let mut view = matrix(whom.iter().map(head).collect(), columns, numbers);
    view.says = most_spoken_of(build, &view);
    (Some(view), mentioned)
}

/// Who is spoken of most; more than three together are not named.
fn most_spoken_of(build: &Build<'_>, view: &MatrixView) -> String {
    let most = view.rows.iter().map(|row| row.sum).max().unwrap_or_default();
    let names = view.rows.iter().filter(|row| row.sum == most).map(|row| row.label.as_str());
    let names: Vec<&str> = names.collect();
    let form = match names.len() {
        1 => "mentions_says",
        2 | 3 => "mentions_says_each",
        _ => return String::new(),
    };
    let names = names.join(build.strings.get("cite_separator"));
    build.strings.get(form).replace("{n}", &grouped(most)).replace("{x}", &names)
}

/// Everyone in a list, those that come up most first, else in their order.
fn most(people: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for person in people {
        *counts.entry(person).or_default() += 1;
    }
    let mut order: Vec<(usize, usize)> = counts.into_iter().collect();
    order.sort_by_key(|&(person, count)| (Reverse(count), person));
    order.into_iter().map(|(person, _)| person).collect()
}

/// Who spoke when, where several people have turns.
pub fn panel(build: &Build<'_>, made: &Made<'_>, number: usize) -> Option<PanelView> {
    let mut names: Vec<String> = Vec::new();
    let mut spoken: Vec<Spoken> = Vec::new();
    for block in &made.talks[number].body {
        match block {
            Block::Turn { name, .. } => {
                let who = names.iter().position(|n| n == name).unwrap_or(names.len());
                if who == names.len() {
                    names.push(name.clone());
                }
                let (anchor, words) = (String::new(), String::new());
                spoken.push(Spoken { who, characters: 0, anchor, words });
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
    spoken.retain(|turn| !turn.anchor.is_empty());
    let voices: BTreeSet<usize> = spoken.iter().map(|turn| turn.who).collect();
    let unnamed = build.strings.get("unnamed");
    let known = !names.iter().any(|name| name == unnamed);
    if !known || voices.len() < 2 || spoken.len() < FEWEST_TURNS {
        return None;
    }
    let chair = made.forum.talks[number].chair.map(|chair| &build.site.speakers[chair].name);
    let chair = chair.and_then(|chair| names.iter().position(|name| name == chair));
    let mut view = draw_panel(&names, &spoken, chair);
    let most = view.voices.iter().rev().max_by_key(|voice| voice.characters)?;
    let says = build.strings.get("panel_says").replace("{share}", &most.share);
    view.says = says.replace("{x}", &most.name);
    Some(view)
}
