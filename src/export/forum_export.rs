//! What the files of a forum for other programs are made from, and facts that several of them
//! state.

use crate::model::index::within;
use crate::model::record::Record;
use crate::model::{Appearance, Forum, Language, Session, Site, SpeakerIndex, Talk, TalkIndex};
use crate::ui_strings::UiStrings;
use crate::urls;

/// A forum with all that its files are made from.
#[derive(Clone, Copy)]
pub struct ForumExport<'a> {
    /// For speakers, and the address of the site.
    pub site: &'a Site,
    /// The forum.
    pub forum: &'a Forum,
    /// Its passages with permalinks and edits.
    pub record: &'a Record,
    /// Words of the interface.
    pub strings: &'a UiStrings,
    /// The fingerprint of the content, which stands for its version.
    pub fingerprint: &'a str,
    /// The language of what was said.
    pub language: Language,
}

impl<'a> ForumExport<'a> {
    /// The language of what was said in a forum.
    pub fn language(site: &Site, forum: &Forum) -> Language {
        Language::of_text(&forum.transcript.text, site.config.language)
    }

    /// The absolute address of a page or file; `None` if the site's own is not known.
    pub fn absolute(&self, address: &str) -> Option<String> {
        self.site.config.base_url.as_ref().map(|base| format!("{base}{address}"))
    }

    /// The absolute address of a talk's page; `None` if the site's own is not known.
    pub fn talk_url(&self, talk: &Talk) -> Option<String> {
        self.absolute(&urls::talk(&self.forum.id, &talk.id))
    }

    /// The address of the recording at the beginning of a talk, where that is known, else of the
    /// whole recording; without a talk, of the first recording.
    pub fn recording(&self, talk: Option<&Talk>) -> Option<String> {
        let start = talk.and_then(|talk| talk.start);
        let recording = match talk {
            Some(talk) => self.forum.recording_of(talk),
            None => self.forum.recordings.first(),
        };
        recording.map(|recording| recording.address(start.map(|start| start.at)))
    }

    /// The talks of a session, with their indexes.
    pub fn talks_of(
        &self,
        session: &Session,
    ) -> impl Iterator<Item = (TalkIndex, &'a Talk)> + use<'a> {
        let forum = self.forum;
        within(session.talks.clone()).map(|n| (n, &forum.talks[n]))
    }

    /// The name of a speaker for a reader, who is told where nobody has verified it.
    pub fn name(&self, speaker: SpeakerIndex) -> String {
        let speaker = &self.site.speakers[speaker];
        match speaker.verified {
            true => speaker.name.clone(),
            false => self.in_brackets(&speaker.name, self.strings.get("unverified")),
        }
    }

    /// The names of a talk's speakers, in one line.
    pub fn names(&self, talk: &Talk) -> String {
        let names: Vec<String> = talk.speakers.iter().map(|a| self.name(a.speaker)).collect();
        names.join(self.strings.get("cite_separator"))
    }

    /// A speaker with affiliation and title on the day of a talk: `魏凯（研究所，所长）`.
    pub fn name_and_office(&self, appearance: &Appearance) -> String {
        let Appearance { affiliation, title, .. } = appearance;
        let office: Vec<&str> =
            [affiliation, title].into_iter().flatten().map(String::as_str).collect();
        let name = self.name(appearance.speaker);
        let office = office.join(self.strings.get("apart"));
        match office.is_empty() {
            true => name,
            false => self.in_brackets(&name, &office),
        }
    }

    /// Words with others in brackets after them.
    pub fn in_brackets(&self, words: &str, others: &str) -> String {
        let (open, close) = (self.strings.get("bracket_open"), self.strings.get("bracket_close"));
        format!("{words}{open}{others}{close}")
    }
}
