//! The entries of a forum's lock: every permalink, with the pages that have or had it.

use std::collections::HashMap;

use super::LockedPlaces;
use super::relocate::{self, SpokenChars};
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::model::record::{Passage, Record};
use crate::model::{Forum, ForumPage, LockedPermalink, PassageIndex, SpokenCharIndex, TextOwner};

/// Id of the page of the whole record, which has every passage.
const RECORD: &str = "record";

/// The lock of a forum as it should be now: every permalink of the record, former ones included, in
/// the order of the text. Two kinds of passage are not locked. One without a letter or digit, such
/// as a lone mark, has no place that could be found again and nothing to cite. A new one whose
/// place is not found again by its context is left out too: among words that are repeated hundreds
/// of times, the context does not tell the places apart, and a lock with such an entry would be out
/// of date as soon as it is written.
pub fn entries(forum: &Forum, record: &Record, locked: &LockedPlaces) -> Vec<LockedPermalink> {
    let spoken = &locked.spoken;
    let known: HashMap<&str, &LockedPermalink> =
        forum.lock.entries.iter().map(|l| (l.id.as_str(), l)).collect();
    let found = locked.of(forum);
    let found: HashMap<&str, SpokenCharIndex> =
        found.filter_map(|(entry, place)| Some((entry.id.as_str(), place?))).collect();
    let mut entries: Vec<(SpokenCharIndex, LockedPermalink)> = Vec::new();
    let said = |p: &&Passage| forum.transcript[p.range].contains(char::is_alphanumeric);
    for passage in record.passages.iter().filter(said) {
        let now = pages(forum, passage);
        let start = spoken.at(passage.range.start);
        entries
            .push((start, entry(&passage.id, start, &now, known.get(passage.id.as_str()), spoken)));
        for id in &passage.formerly {
            // words that are gone have no place, so the permalink stays with the passage that took
            // it over
            let place = found.get(id.as_str()).copied().unwrap_or(start);
            entries.push((place, entry(id, place, &now, known.get(id.as_str()), spoken)));
        }
    }
    // a stable sort: permalinks at the same place keep their order
    entries.sort_by_key(|(place, _)| *place);
    let (starts, entries): (Vec<SpokenCharIndex>, Vec<LockedPermalink>) =
        entries.into_iter().unzip();
    let is_known = |entry: &LockedPermalink| known.contains_key(entry.id.as_str());
    // only new entries are tested, and finding all places again takes long
    if entries.iter().all(is_known) {
        return entries;
    }
    let again = relocate::find(&entries, spoken);
    let all = entries.into_iter().zip(starts).zip(again);
    all.filter(|((entry, start), again)| is_known(entry) || *again == Some(*start))
        .map(|((entry, _), _)| entry)
        .collect()
}

fn entry(
    id: &str,
    place: SpokenCharIndex,
    now: &[String],
    known: Option<&&LockedPermalink>,
    spoken: &SpokenChars,
) -> LockedPermalink {
    // pages that had it once stay listed, so that links to them can still be forwarded
    let mut pages: Vec<String> = known.map(|l| l.pages.clone()).unwrap_or_default();
    pages.extend(now.iter().filter(|page| !pages.contains(page)).cloned().collect::<Vec<_>>());
    // the context is taken anew, so that small changes over the years do not add up
    let (before, after) = spoken.around(place);
    LockedPermalink { id: id.to_owned(), pages, before, after }
}

/// Ids of the pages that have a passage; the whole record only if no other page has it.
fn pages(forum: &Forum, passage: &Passage) -> Vec<String> {
    let owner = forum.turns[passage.turn].owner;
    let page = match owner.page() {
        ForumPage::Talk(talk) => &forum.talks[talk].id,
        ForumPage::Host => ForumPage::HOST_ID,
        ForumPage::Record => RECORD,
    };
    // an introduction is on the talk's page and on the page of the hosts' words
    let hosts = matches!(owner, TextOwner::Host(Some(_))).then_some(ForumPage::HOST_ID);
    [page].into_iter().chain(hosts).map(str::to_owned).collect()
}

/// A warning if places of published permalinks cannot be found any more.
pub(super) fn problems(forum: &Forum, locked: &LockedPlaces) -> Option<Diagnostic> {
    // without a lock file nothing was published
    let file = forum.lock.file?;
    let lost = locked.of(forum).filter(|(_, place)| place.is_none());
    let lost: Vec<&str> = lost.map(|(entry, _)| entry.id.as_str()).collect();
    let (noun, are) = if lost.len() == 1 { ("permalink", "is") } else { ("permalinks", "are") };
    let message = format!("{} published {noun} {are} not in the transcript any more", lost.len());
    (!lost.is_empty()).then(|| {
        let which = lost.iter().take(5).copied().collect::<Vec<_>>().join(", ");
        Diagnostic::new(Code::PermalinksLost, Span::whole(file), message).help(format!(
            "look where {which} lead now, each to the passage before it; `gen lock` accepts that"
        ))
    })
}

/// A permalink that a page had and no longer has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedPermalink {
    /// Id of the page: a talk, or `host`.
    pub from: String,
    /// The permalink, as the lock has it.
    pub id: String,
    /// The passage to which it leads now.
    pub passage: PassageIndex,
}

/// Every permalink that a page no longer has, in the order of the lock.
pub fn moved(forum: &Forum, record: &Record) -> Vec<MovedPermalink> {
    let gone = |moved: &MovedPermalink| {
        // the whole record has every passage, so nothing moves away from it
        moved.from != RECORD && !pages(forum, &record.passages[moved.passage]).contains(&moved.from)
    };
    published(forum, record).into_iter().filter(gone).collect()
}

/// Every permalink of every page that has or had it, in the order of the lock, with the passage
/// that has it now.
pub fn published(forum: &Forum, record: &Record) -> Vec<MovedPermalink> {
    let mut home: HashMap<&str, PassageIndex> = HashMap::new();
    for (number, passage) in record.passages.enumerated() {
        let ids = std::iter::once(&passage.id).chain(&passage.formerly);
        home.extend(ids.map(|id| (id.as_str(), number)));
    }
    let mut moved = Vec::new();
    for locked in &forum.lock.entries {
        let Some(&passage) = home.get(locked.id.as_str()) else { continue };
        for from in &locked.pages {
            moved.push(MovedPermalink { from: from.clone(), id: locked.id.clone(), passage });
        }
    }
    moved
}
