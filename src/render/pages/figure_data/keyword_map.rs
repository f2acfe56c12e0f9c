//! The map of words: those that single talks out, against the talks.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::labels;
use crate::model::{Talk, TextOwner, TypedIndex};
use crate::render::figures::heat_map::{ColumnHeadView, HeatMapCell, HeatMapView, matrix};
use crate::render::pages::context::{ForumContext, SiteContext};
use crate::ui_strings::grouped;
use crate::urls;

/// Words in the map.
const WORDS: usize = 20;
/// Talks in the map.
const MOST_TALKS: usize = 27;

/// A word with its uses in each talk.
struct Word<'a> {
    word: &'a str,
    cells: Vec<HeatMapCell>,
}

impl Word<'_> {
    fn uses(&self) -> usize {
        self.cells.iter().map(|cell| cell.n).sum()
    }

    /// The first of the columns that use it most.
    fn home(&self) -> Option<usize> {
        let most = self.cells.iter().map(|cell| cell.n).max()?;
        self.cells.iter().position(|cell| cell.n == most)
    }
}

/// The forum's most telling words against its talks, in the order in which they come up.
pub fn words(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    up: &str,
) -> Option<HeatMapView> {
    let found = most_telling(context, forum_context);
    if found.len() < 3 || forum_context.forum.talks.len() < 3 {
        return None;
    }
    let mut words = counted(forum_context, &found, up);
    let says = used_most(context, &words);
    let sums: BTreeMap<&str, usize> = words.iter().map(|word| (word.word, word.uses())).collect();
    let columns = using_most(&mut words, columns(context, forum_context, up));
    // where a word is used most says where it belongs
    words.sort_by_key(|word| (word.home(), word.word));
    let rows = words.iter().map(|Word { word, .. }| ColumnHeadView {
        label: (*word).to_owned(),
        title: (*word).to_owned(),
        url: Some(urls::link(up, &urls::search(word))),
        sum: 0,
    });
    let rows = rows.collect();
    let mut view = matrix(rows, columns, words.into_iter().map(|word| word.cells).collect());
    // those that are left out count as well
    for row in &mut view.rows {
        row.sum = sums[row.label.as_str()];
    }
    view.says = says;
    Some(view)
}

/// The words with the most weight in all talks together, of which at least two use them.
fn most_telling<'a>(
    context: &'a SiteContext<'_>,
    forum_context: &ForumContext<'_>,
) -> Vec<&'a str> {
    let mut weights: BTreeMap<&str, (f64, usize)> = BTreeMap::new();
    for talk in forum_context.forum.talks.indices() {
        for keyword in context.analysis.keywords.all(forum_context.summary.talk_ref(talk)) {
            let entry = weights.entry(&keyword.word).or_default();
            entry.0 += keyword.weight;
            entry.1 += usize::from(keyword.uses > 0);
        }
    }
    // a word of one talk compares nothing: its row would have a single cell
    let several = weights.into_iter().filter(|(_, (_, talks))| *talks > 1);
    let mut words: Vec<(&str, f64)> = several.map(|(word, (weight, _))| (word, weight)).collect();
    words.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    words.into_iter().take(WORDS).map(|(word, _)| word).collect()
}

/// Words counted as a search finds them, within longer words too, and in what was said alone.
fn counted<'a>(forum_context: &ForumContext<'_>, words: &[&'a str], up: &str) -> Vec<Word<'a>> {
    let forum = forum_context.forum;
    let none = vec![HeatMapCell::default(); forum.talks.len()];
    let mut counted: Vec<Word<'a>> =
        words.iter().map(|word| Word { word, cells: none.clone() }).collect();
    for passage in &forum_context.record.passages {
        let TextOwner::Talk(talk) = forum.turns[passage.turn].owner else { continue };
        let clean = passage.clean(forum);
        let page = || urls::talk(&forum.id, &forum.talks[talk].id);
        for Word { word, cells } in &mut counted {
            let url = || urls::link(up, &urls::found(&page(), &passage.id, word));
            cells[talk.get()].add(clean.matches(*word).count(), url);
        }
    }
    counted
}

/// The talks of a forum as columns.
fn columns(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    up: &str,
) -> Vec<ColumnHeadView> {
    let forum = forum_context.forum;
    let column = |(label, talk): (String, &Talk)| ColumnHeadView {
        label,
        title: talk.title.clone(),
        url: Some(urls::link(up, &urls::talk(&forum.id, &talk.id))),
        sum: 0,
    };
    labels(context, forum).into_iter().zip(&forum.talks).map(column).collect()
}

/// Which word is used most, and in how many talks.
fn used_most(context: &SiteContext<'_>, words: &[Word<'_>]) -> String {
    // `max_by_key` gives the last of equal ones, so the first is found from the end
    let Some(most) = words.iter().rev().max_by_key(|word| word.uses()) else {
        return String::new();
    };
    let talks = most.cells.iter().filter(|cell| cell.n > 0).count();
    let says = context.strings.get("words_says").replace("{n}", &grouped(most.uses()));
    says.replace("{m}", &talks.to_string()).replace("{x}", most.word)
}

/// Leaves of the talks those that use the words most, where there are more than can be told apart.
fn using_most(words: &mut [Word<'_>], mut columns: Vec<ColumnHeadView>) -> Vec<ColumnHeadView> {
    let uses = |talk: usize| words.iter().map(|word| word.cells[talk].n).sum::<usize>();
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|&talk| (Reverse(uses(talk)), talk));
    // a sorted set puts the talks back into the order of the programme
    let kept: BTreeSet<usize> = order.into_iter().take(MOST_TALKS).collect();
    for word in words.iter_mut() {
        word.cells = kept.iter().map(|&talk| std::mem::take(&mut word.cells[talk])).collect();
    }
    let mut place = 0;
    columns.retain(|_| {
        place += 1;
        kept.contains(&(place - 1))
    });
    columns
}
