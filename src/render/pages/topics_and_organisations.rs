//! Topics and organisations: an index of each, and a page per entry.

use super::context::{Head, SiteContext};
use super::{PreparedPage, head_metadata};
use crate::export::structured_data::Collection;
use crate::model::{SpeakerIndex, TalkRef};
use crate::render::views::LinkView;
use crate::render::views::analysis::{AboutView, EntryPage, IndexLine, IndexView};
use crate::urls;

/// An entry of an index.
struct Entry<'a> {
    address: String,
    about: AboutView,
    name: &'a str,
    people: &'a [SpeakerIndex],
    talks: &'a [TalkRef],
}

/// The index of topics and the page of each; nothing where there are none.
pub fn topics(context: &SiteContext<'_>) -> Vec<PreparedPage> {
    let entries = context.catalogue.topics.iter().map(|topic| Entry {
        address: urls::topic(&topic.id),
        about: head_metadata::topic(context, topic, &urls::topic(&topic.id)),
        name: &topic.name,
        people: &[],
        talks: &topic.talks,
    });
    pages(context, urls::TOPICS, ["topics", "topics_lead"], &entries.collect::<Vec<_>>())
}

/// The index of organisations and the page of each; nothing where there are none.
pub fn organisations(context: &SiteContext<'_>) -> Vec<PreparedPage> {
    let entries = context.catalogue.organisations.iter().map(|organisation| Entry {
        address: urls::organisation(&organisation.id),
        about: head_metadata::organisation(
            context,
            organisation,
            &urls::organisation(&organisation.id),
        ),
        name: &organisation.name,
        people: &organisation.people,
        talks: &organisation.talks,
    });
    pages(
        context,
        urls::ORGANISATIONS,
        ["organisations", "organisations_lead"],
        &entries.collect::<Vec<_>>(),
    )
}

fn pages<'a>(
    context: &'a SiteContext<'_>,
    at: &str,
    [title, lead]: [&str; 2],
    entries: &[Entry<'a>],
) -> Vec<PreparedPage> {
    // pages link to the index only where there are entries
    if entries.is_empty() {
        return Vec::new();
    }
    let title = context.strings.get(title).to_owned();
    let lead = context.strings.get(lead).to_owned();
    let up = urls::up(at);
    let line = |entry: &Entry<'_>| IndexLine {
        link: LinkView {
            title: entry.name.to_owned(),
            url: urls::link(&up, &entry.address),
            current: false,
        },
        talks: entry.talks.len(),
    };
    let view = IndexView { lead: lead.clone(), lines: entries.iter().map(line).collect() };
    let head = Head { title: title.clone(), description: lead, trail: Vec::new() };
    let entry = |entry: &Entry<'a>| (entry.name, entry.address.clone());
    let collection =
        Collection { address: at, name: &title, entries: entries.iter().map(entry).collect() };
    let index = context.page(at, head, view).about(head_metadata::index(context, &collection));
    let index =
        PreparedPage::new(format!("{at}index.html"), "topic-or-organisation-index.html", index);
    let trail = (title, at.to_owned());
    let own = entries.iter().map(|entry| page(context, entry, trail.clone()));
    std::iter::once(index).chain(own).collect()
}

fn page(context: &SiteContext<'_>, entry: &Entry<'_>, above: (String, String)) -> PreparedPage {
    let up = urls::up(&entry.address);
    let talk = |of: &TalkRef| context.line(&context.forums[of.forum], of.talk, &up);
    let view = EntryPage {
        people: entry.people.iter().map(|speaker| context.someone(*speaker, &up)).collect(),
        talks: entry.talks.iter().map(talk).collect(),
    };
    let head = Head {
        title: entry.name.to_owned(),
        description: format!("{} · {}", above.0, entry.name),
        trail: vec![above],
    };
    let path = format!("{}index.html", entry.address);
    let view = context.page(&entry.address, head, view).about(entry.about.clone());
    PreparedPage::new(path, "topic-or-organisation.html", view)
}

impl SiteContext<'_> {
    /// Topics with links to their pages.
    pub fn topics(&self, names: &[String], up: &str) -> Vec<LinkView> {
        let topics = names.iter().filter_map(|name| self.catalogue.topic(name));
        let link = |topic: &crate::topics_and_organisations::Topic| LinkView {
            title: topic.name.clone(),
            url: urls::link(up, &urls::topic(&topic.id)),
            current: false,
        };
        topics.map(link).collect()
    }

    /// The organisations that somebody speaks or spoke for.
    pub fn organisations_of(&self, speaker: SpeakerIndex, up: &str) -> Vec<LinkView> {
        let own = self.catalogue.organisations.iter().filter(|o| o.people.contains(&speaker));
        let link = |organisation: &crate::topics_and_organisations::Organisation| LinkView {
            title: organisation.name.clone(),
            url: urls::link(up, &urls::organisation(&organisation.id)),
            current: false,
        };
        own.map(link).collect()
    }
}
