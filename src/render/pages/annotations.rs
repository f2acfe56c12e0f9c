//! Annotations of passages, which their Markdown does not have: links to the people who are
//! mentioned, links to where the words are corrected or reported, and to the recording.

use std::collections::BTreeMap;

use super::watch_links;
use crate::analysis::mentions::{Mention, Mentions};
use crate::edit_links::EditLinks;
use crate::model::record::{Passage, Record};
use crate::model::{Forum, PassageIndex, Site};
use crate::render::passage_html::Annotations;
use crate::render::views::analysis::WatchView;
use crate::urls;

/// Makes the annotations of passages.
pub struct Annotator<'a> {
    /// The site.
    pub site: &'a Site,
    /// Where mistakes are corrected and reported.
    pub editing: &'a EditLinks<'a>,
}

impl Annotator<'_> {
    /// The annotations of each passage of a forum, by its permalink.
    pub fn of(
        &self,
        forum: &Forum,
        record: &Record,
        mentions: &Mentions,
    ) -> BTreeMap<String, Annotations> {
        let link = |m: &Mention| (m.range.clone(), urls::speaker(&self.site.speakers[m.whom].id));
        let annotations = |(passage_index, passage): (PassageIndex, &Passage)| Annotations {
            mentions: mentions.of_passage(passage_index).iter().map(link).collect(),
            edit: self.editing.correction_link(forum, passage),
            report: self.report(forum, passage),
            watch: watch(forum, record, passage),
        };
        let passages = record.passages.enumerated();
        passages
            .map(|(passage_index, passage)| {
                (passage.id.clone(), annotations((passage_index, passage)))
            })
            .collect()
    }

    fn report(&self, forum: &Forum, passage: &Passage) -> Option<String> {
        let config = &self.site.config;
        config.report_url.as_ref()?;
        let owner = forum.turns[passage.turn].owner;
        // the report is read elsewhere, where only an absolute address leads back to the passage
        let base = config.base_url.as_deref().unwrap_or_default();
        let url = format!("{base}{}", urls::passage(&urls::owner(forum, owner), &passage.id));
        let title = owner.talk().map_or(&forum.title, |talk| &forum.talks[talk].title);
        self.editing.report(&url, title, &passage.clean(forum))
    }
}

/// When a passage begins in the recording, where that is known.
fn watch(forum: &Forum, record: &Record, passage: &Passage) -> Option<WatchView> {
    let moment = record.moment(forum, passage)?;
    Some(watch_links::view(forum.recordings.at(passage.range.start)?, Some(moment)))
}
