//! What page views are made from, and the parts that many of them share.

use std::collections::BTreeMap;

use super::forum_summary::ForumSummary;
use super::watch_links;
use crate::analysis::Analysis;
use crate::analysis::mentions::Mentions;
use crate::markdown::ForumMarkdown;
use crate::model::record::Record;
use crate::model::{
    Appearance, Forum, ForumIndex, IndexVec, Language, Recording, RecordingScope, Site,
    SpeakerIndex, TalkIndex, TypedIndex,
};
use crate::passages::lock_entries::MovedPermalink;
use crate::render::passage_html::{Annotations, RenderContext};
use crate::render::views::analysis::AboutView;
use crate::render::views::{ForumFacts, LinkView, PageView, PersonView, SiteView, TalkLine};
use crate::topics_and_organisations::TopicsAndOrganisations;
use crate::ui_strings::UiStrings;
use crate::urls;

/// A forum with all that its own pages show.
pub struct ForumContext<'a> {
    /// What other pages know of it.
    pub summary: &'a ForumSummary<'a>,
    /// The forum.
    pub forum: &'a Forum,
    /// Former names of its folder.
    pub former: &'a [&'a str],
    /// Its passages with permalinks and edits.
    pub record: &'a Record,
    /// Who is mentioned in it.
    pub mentions: &'a Mentions,
    /// The pages of its talks, of the hosts' words and of the record, as read back from Markdown.
    pub pages: ForumMarkdown,
    /// Permalinks that left a page.
    pub moved: Vec<MovedPermalink>,
    /// The annotations of each passage, by its permalink.
    pub annotations: BTreeMap<String, Annotations>,
    /// Where the title of each talk is edited.
    pub edits: IndexVec<TalkIndex, Option<String>>,
}

/// What all pages of the site show.
pub struct SiteContext<'a> {
    /// The checked content of the whole site.
    pub site: &'a Site,
    /// The forums, the latest first.
    pub forums: IndexVec<ForumIndex, ForumSummary<'a>>,
    /// Words of the interface.
    pub strings: &'a UiStrings,
    /// The first digits of a hash of all that was said and written.
    pub fingerprint: String,
    /// Language of what was said.
    pub speech: Language,
    /// Keywords and related talks.
    pub analysis: Analysis,
    /// Topics and organisations.
    pub catalogue: TopicsAndOrganisations,
    /// Where the name of each speaker is edited.
    pub edits: IndexVec<SpeakerIndex, Option<String>>,
}

impl<'a> SiteContext<'a> {
    /// Collects what pages show.
    pub fn new(
        site: &'a Site,
        forums: IndexVec<ForumIndex, ForumSummary<'a>>,
        strings: &'a UiStrings,
        fingerprint: String,
        analysis: Analysis,
        edits: IndexVec<SpeakerIndex, Option<String>>,
    ) -> Self {
        let texts = site.forums.iter().map(|forum| &forum.transcript.text);
        let mut languages = texts.map(|text| Language::of_text(text, site.config.language));
        let chinese = languages.find(|language| *language != Language::English);
        let speech = chinese.unwrap_or(Language::English);
        let catalogue = TopicsAndOrganisations::of(site);
        Self { site, forums, strings, fingerprint, speech, analysis, catalogue, edits }
    }

    /// The context in which blocks of a forum's page are rendered; `up` leads to the site's root.
    pub fn rendering<'b>(
        &'b self,
        forum_context: &'b ForumContext<'_>,
        up: &'b str,
    ) -> RenderContext<'b> {
        let mixed = self.speech != Language::English;
        RenderContext { up, strings: self.strings, mixed, annotations: &forum_context.annotations }
    }

    /// The one forum of a site that has only one.
    pub fn only_forum(&self) -> Option<&ForumSummary<'a>> {
        match self.forums.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// A page at `at` (an address from the top) around what it is about.
    pub fn page<T: serde::Serialize>(&self, at: &str, head: Head, page: T) -> PageView<T> {
        self.page_below(at, urls::up(at), head, page)
    }

    /// As [`SiteContext::page`], with the way to the top given.
    pub fn page_below<T: serde::Serialize>(
        &self,
        at: &str,
        up: String,
        head: Head,
        page: T,
    ) -> PageView<T> {
        let link = |(title, url): (String, String)| LinkView {
            url: urls::link(&up, &url),
            current: url == at,
            title,
        };
        PageView {
            site: self.site_view(at, &up),
            title: head.title,
            description: head.description,
            canonical: self.site.config.base_url.as_ref().map(|base| format!("{base}{at}")),
            trail: head.trail.into_iter().map(link).collect(),
            about: AboutView::default(),
            up,
            page,
        }
    }

    /// What a page at `at` knows of the site.
    fn site_view(&self, at: &str, up: &str) -> SiteView {
        let config = &self.site.config;
        let link = |(title, url): (String, String)| LinkView {
            url: urls::link(up, &url),
            current: url == at,
            title,
        };
        let data = |forum: &Forum| link((forum.title.clone(), urls::data(&forum.id)));
        let base = config.base_url.as_ref();
        let there = |is: bool, address| is.then(|| urls::link(up, address));
        SiteView {
            title: config.title.clone(),
            language: config.language_tag.clone(),
            description: config.description.clone(),
            licence: config.licence.clone(),
            nav: self.navigation().into_iter().map(link).collect(),
            home: urls::link(up, ""),
            // the root element has the language of the interface, which speech in the same language
            // inherits
            speech: (self.speech != config.language).then(|| self.speech.tag()),
            videos: self.videos(),
            data: self.site.forums.iter().map(data).collect(),
            feed: self
                .forums
                .iter()
                .any(ForumSummary::has_feed)
                .then(|| urls::link(up, urls::FEED)),
            opensearch: base.map(|_| urls::link(up, urls::OPENSEARCH)),
            fingerprint: self.fingerprint.clone(),
            topics: there(!self.catalogue.topics.is_empty(), urls::TOPICS),
            organisations: there(!self.catalogue.organisations.is_empty(), urls::ORGANISATIONS),
            open_data: urls::link(up, urls::DATA),
        }
    }

    /// The recordings of a forum, in words that name the site where it is; of several, each is
    /// named by what it is of.
    fn videos_of(&self, forum: &Forum) -> Vec<LinkView> {
        let recordings = forum.recordings.distinct();
        let several = recordings.len() > 1;
        let link = |(recording, scope): (&Recording, RecordingScope)| {
            let title = match several {
                true => self.video_of(recorded_title(forum, scope)),
                false => watch_links::link_text(recording, self.strings).to_owned(),
            };
            LinkView { title, url: recording.address(None), current: false }
        };
        recordings.into_iter().map(link).collect()
    }

    /// The text of a link to one of several recordings.
    fn video_of(&self, title: &str) -> String {
        format!("{}{}{title}", self.strings.get("video"), self.strings.get("colon"))
    }

    /// The recordings of all forums; where each has one at most, it is named by its forum.
    fn videos(&self) -> Vec<LinkView> {
        let mut all: Vec<(&Forum, Vec<LinkView>)> =
            self.site.forums.iter().map(|forum| (forum, self.videos_of(forum))).collect();
        all.retain(|(_, videos)| !videos.is_empty());
        // several links with the same words could not be told apart
        if all.len() > 1 {
            for (forum, videos) in &mut all {
                let parts = forum.recordings.distinct();
                for (link, (_, scope)) in videos.iter_mut().zip(&parts) {
                    let part = recorded_title(forum, *scope);
                    let title = match *scope {
                        RecordingScope::Forum => forum.title.clone(),
                        _ if parts.len() == 1 => forum.title.clone(),
                        _ => format!("{}{}{part}", forum.title, self.strings.get("apart")),
                    };
                    link.title = self.video_of(&title);
                }
            }
        }
        all.into_iter().flat_map(|(_, videos)| videos).collect()
    }

    fn navigation(&self) -> Vec<(String, String)> {
        let word = |key| self.strings.get(key).to_owned();
        let programme = if self.only_forum().is_some() { "programme" } else { "forums" };
        let mut links =
            vec![(word(programme), String::new()), (word("speakers"), urls::SPEAKERS.to_owned())];
        if let Some(only) = self.only_forum() {
            links.push((word("record"), urls::record(&only.forum.id)));
        }
        let free = self.site.pages.iter().filter(|p| p.nav);
        links.extend(free.map(|p| (p.title.clone(), urls::page(&p.id))));
        links
    }

    /// The way to a page of a forum: the forum, where the home page is not it already.
    pub fn trail(&self, forum: &Forum) -> Vec<(String, String)> {
        match self.only_forum() {
            Some(_) => vec![(forum.title.clone(), String::new())],
            None => vec![
                (self.strings.get("home").to_owned(), String::new()),
                (forum.title.clone(), urls::forum(&forum.id)),
            ],
        }
    }

    /// What is known of a forum, for a page at `up` from the top.
    pub fn facts(&self, summary: &ForumSummary<'_>, up: &str) -> ForumFacts {
        let forum = summary.forum;
        let mut people: Vec<SpeakerIndex> = forum.turns.iter().filter_map(|t| t.speaker).collect();
        // a speaker may have no turn of their own where nobody has attributed the turns
        people.extend(forum.talks.iter().flat_map(|t| &t.speakers).map(|a| a.speaker));
        people.sort_unstable();
        people.dedup();
        // the home page of a site with one forum is the overview of the forum
        let url = if self.only_forum().is_some() { String::new() } else { urls::forum(&forum.id) };
        ForumFacts {
            title: forum.title.clone(),
            url: urls::link(up, &url),
            date: forum.dates.map(|d| d.to_string()),
            venue: forum.venue.clone(),
            organizer: forum.organizer.clone(),
            videos: self.videos_of(forum),
            talks: forum.talks.len(),
            speakers: people.len(),
            characters: summary.ledger.characters.get(),
            blanks: summary.blanks,
            feed: summary.has_feed().then(|| urls::link(up, &urls::forum_feed(&forum.id))),
        }
    }

    /// A speaker, with title and affiliation on the day of a talk.
    pub fn person(&self, appearance: &Appearance, up: &str) -> PersonView {
        let speaker = &self.site.speakers[appearance.speaker];
        PersonView {
            name: speaker.name.clone(),
            latin: speaker.latin.clone(),
            title: appearance.title.clone(),
            affiliation: appearance.affiliation.clone(),
            verified: speaker.verified,
            url: urls::link(up, &urls::speaker(&speaker.id)),
        }
    }

    /// A speaker, as `speakers.yaml` has them.
    pub fn someone(&self, speaker: SpeakerIndex, up: &str) -> PersonView {
        let general = &self.site.speakers[speaker];
        let (title, affiliation) = (general.title.clone(), general.affiliation.clone());
        self.person(&Appearance { speaker, title, affiliation }, up)
    }

    /// A talk in a list.
    pub fn line(&self, summary: &ForumSummary<'_>, number: TalkIndex, up: &str) -> TalkLine {
        let forum = summary.forum;
        let talk = &forum.talks[number];
        let session = &forum.sessions[talk.session];
        TalkLine {
            number: number.get() + 1,
            title: talk.title.clone(),
            url: urls::link(up, &urls::talk(&forum.id, &talk.id)),
            kind: self.strings.get(&format!("kind_{}", talk.kind)).to_owned(),
            speakers: talk.speakers.iter().map(|a| self.person(a, up)).collect(),
            characters: summary.characters[number].get(),
            summary: talk.summary.clone(),
            forum: forum.title.clone(),
            date: talk.dates.map(|d| d.to_string()),
            day: talk.dates.filter(|d| Some(*d) != session.dates).map(|d| d.to_string()),
        }
    }
}

/// What a page says of itself.
pub struct Head {
    /// The title; empty on the home page.
    pub title: String,
    /// One sentence on the page.
    pub description: String,
    /// The pages above it: title, address from the top.
    pub trail: Vec<(String, String)>,
}

/// The title of what a recording is written for.
fn recorded_title(forum: &Forum, scope: RecordingScope) -> &str {
    match scope {
        RecordingScope::Forum => &forum.title,
        RecordingScope::Session(session) => &forum.sessions[session].title,
        RecordingScope::Talk(talk) => &forum.talks[talk].title,
    }
}
