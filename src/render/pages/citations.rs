//! The citations of a talk.

use std::collections::BTreeMap;

use serde_json::json;

use super::context::{ForumContext, SiteContext};
use crate::cite::{CitationFormats, CiteStrings, Work, formats};
use crate::export::structured_data;
use crate::model::{SpeakerIndex, TalkIndex};
use crate::render::views::analysis::CiteView;
use crate::ui_strings::UiStrings;

/// The interface texts that citations contain.
pub fn citation_strings(strings: &UiStrings) -> CiteStrings {
    CiteStrings {
        unverified: strings.get("cite_unverified").to_owned(),
        unverified_one: strings.get("cite_unverified_one").to_owned(),
        separator: strings.get("cite_separator").to_owned(),
        accessed: strings.get("cite_accessed").to_owned(),
    }
}

/// A talk in every format. Where the site's own address is not known, words stand in its place, for
/// which the script puts the page's.
pub fn cite(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    number: TalkIndex,
) -> CiteView {
    let strings = citation_strings(context.strings);
    let mut work = Work::published(context.site, forum_context.forum, number);
    let url = work.url.clone().unwrap_or_else(|| context.strings.get("cite_address").to_owned());
    work.url = Some(url.clone());
    let others: BTreeMap<String, CitationFormats> = others(forum_context, number)
        .into_iter()
        .map(|speaker| {
            let name = context.site.speakers[speaker].name.clone();
            (name, formats(&work.by(context.site, speaker), &strings))
        })
        .collect();
    let data = json!({ "key": work.key, "url": url, "by": others });
    let note = work.note(&strings);
    CiteView { formats: formats(&work, &strings), note, data: structured_data::in_script(&data) }
}

/// Those who speak on the page of a talk and are not its one author.
fn others(forum_context: &ForumContext<'_>, number: TalkIndex) -> Vec<SpeakerIndex> {
    let forum = forum_context.forum;
    let turns = forum.turns.iter().filter(|turn| turn.owner.talk() == Some(number));
    let mut speakers: Vec<SpeakerIndex> = turns.filter_map(|turn| turn.speaker).collect();
    speakers.sort_unstable();
    speakers.dedup();
    // what the only author says is cited as the talk is
    if let [only] = forum.talks[number].speakers.as_slice() {
        speakers.retain(|speaker| *speaker != only.speaker);
    }
    speakers
}
