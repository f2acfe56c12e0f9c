//! Addresses that were published: which there are now, and where those lead that are gone.
//!
//! `gen lock` writes down the addresses of forums, sessions, speakers, topics and organisations.
//! One that is locked and is no page any more was renamed, or its page is gone. Its successor is,
//! the first that can be told:
//!
//! 1. what the editor says with `moved` in `site.yaml`;
//! 2. what an earlier `gen lock` found and wrote down;
//! 3. the one page of its kind that has its name now, or has it among its other spellings;
//! 4. the one page of its kind that has most of its talks. They are compared by the permalinks with
//!    which they begin, so that a talk, or the folder of its forum, may be renamed as well. A
//!    speaker, topic or organisation shares talks with others, so that only an address that was not
//!    published before can be a successor.
//!
//! Without a successor the page at the address lists the talks that it had, and a warning says so.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::diagnostics::{Code, Diagnostic, Problems, Span};
use crate::model::record::Record;
use crate::model::{
    Forum, ForumIndex, IndexVec, LockedAddress, Site, SpeakerIndex, TalkIndex, TalkRef,
};
use crate::topics_and_organisations::TopicsAndOrganisations;
use crate::urls;

/// What kind of page an address has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Forum,
    Session,
    Speaker,
    Topic,
    Organisation,
}

/// An address that the site has.
struct Current<'a> {
    kind: Kind,
    address: String,
    name: &'a str,
    /// Other spellings of the name.
    spellings: Vec<&'a str>,
    talks: Vec<TalkRef>,
}

/// A published address that has no page of its own any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoneAddress {
    /// The address.
    pub address: String,
    /// What had it, by name; empty where only `moved` names it.
    pub name: String,
    /// Address and name of the page that it leads to, if that can be told.
    pub successor: Option<(String, String)>,
    /// The talks that it had, as far as they are there.
    pub talks: Vec<TalkRef>,
}

/// The addresses of a site, before and now.
#[derive(Clone, Debug, Default)]
pub struct PublishedAddresses {
    /// The lock as it should be: what was published, and what is there now.
    pub locked: Vec<LockedAddress>,
    /// The addresses that are gone, in their order.
    pub gone: Vec<GoneAddress>,
}

impl PublishedAddresses {
    /// Compares the lock of a site with its pages; reports what is gone.
    pub fn of(
        site: &Site,
        records: &IndexVec<ForumIndex, &Record>,
        problems: &mut Problems,
    ) -> Self {
        let catalogue = TopicsAndOrganisations::of(site);
        let current = current(site, &catalogue);
        let talks = Talks::of(site, records);
        let gone = Successors::new(site, &current, &talks).find(problems);
        let locked = locked(site, &current, &talks, &gone);
        problems.extend(gone.iter().filter_map(|gone| problem(site, gone)));
        Self { locked, gone }
    }

    /// The former folders of forums, by the id that each has now.
    pub fn former_forums(&self) -> BTreeMap<&str, Vec<&str>> {
        let mut former: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for gone in self.gone.iter().filter(|gone| kind(&gone.address) == Kind::Forum) {
            let now = gone.successor.as_ref().and_then(|(now, _)| now.strip_suffix('/'));
            if let (Some(now), Some(old)) = (now, gone.address.strip_suffix('/')) {
                former.entry(now).or_default().push(old);
            }
        }
        former
    }

    /// The addresses that lead nowhere.
    pub fn lost(&self) -> impl Iterator<Item = &str> {
        self.gone.iter().filter(|g| g.successor.is_none()).map(|g| g.address.as_str())
    }
}

fn kind(address: &str) -> Kind {
    let within = |folder: &str| address.starts_with(folder) && address.len() > folder.len();
    match address.matches('/').count() {
        _ if within(urls::SPEAKERS) => Kind::Speaker,
        _ if within(urls::TOPICS) => Kind::Topic,
        _ if within(urls::ORGANISATIONS) => Kind::Organisation,
        3 => Kind::Session,
        _ => Kind::Forum,
    }
}

/// The first passages of talks, and the talks of all permalinks.
struct Talks {
    first: HashMap<TalkRef, String>,
    of_permalink: HashMap<String, TalkRef>,
}

impl Talks {
    fn of(site: &Site, records: &IndexVec<ForumIndex, &Record>) -> Self {
        let mut talks = Self { first: HashMap::new(), of_permalink: HashMap::new() };
        for (index, forum) in site.forums.enumerated() {
            talks.add(index, forum, records[index]);
        }
        talks
    }

    fn add(&mut self, index: ForumIndex, forum: &Forum, record: &Record) {
        for passage in &record.passages {
            let Some(talk) = forum.turns[passage.turn].owner.talk() else { continue };
            let talk = TalkRef { forum: index, talk };
            self.first.entry(talk).or_insert_with(|| passage.id.clone());
            for id in std::iter::once(&passage.id).chain(&passage.formerly) {
                self.of_permalink.entry(id.clone()).or_insert(talk);
            }
        }
    }

    fn permalinks(&self, talks: &[TalkRef]) -> Vec<String> {
        talks.iter().filter_map(|talk| self.first.get(talk).cloned()).collect()
    }
}

/// Every address that is locked, with what is known of it now.
fn current<'a>(site: &'a Site, catalogue: &'a TopicsAndOrganisations) -> Vec<Current<'a>> {
    let mut found = Vec::new();
    let mut add = |kind, address, name, talks| {
        found.push(Current { kind, address, name, spellings: Vec::new(), talks });
    };
    for (index, forum) in site.forums.enumerated() {
        let of = |talk| TalkRef { forum: index, talk };
        let all = forum.talks.indices().map(of).collect();
        add(Kind::Forum, urls::forum(&forum.id), forum.title.as_str(), all);
        for session in &forum.sessions {
            let inside = |talk: &TalkIndex| session.talks.contains(talk);
            let talks = forum.talks.indices().filter(inside).map(of).collect();
            add(Kind::Session, urls::session(&forum.id, &session.id), &session.title, talks);
        }
    }
    for topic in &catalogue.topics {
        add(Kind::Topic, urls::topic(&topic.id), &topic.name, topic.talks.clone());
    }
    let of_speaker = talks_of_speakers(site);
    let of = |person| of_speaker.get(&person).cloned().unwrap_or_default();
    for organisation in &catalogue.organisations {
        let mut talks = organisation.talks.clone();
        talks.extend(organisation.people.iter().flat_map(|person| of(*person)));
        talks.sort_unstable();
        talks.dedup();
        let address = urls::organisation(&organisation.id);
        add(Kind::Organisation, address, &organisation.name, talks);
    }
    for (index, speaker) in site.speakers.enumerated() {
        let spellings = speaker.latin.iter().chain(&speaker.heard_as).map(String::as_str);
        found.push(Current {
            kind: Kind::Speaker,
            address: urls::speaker(&speaker.id),
            name: &speaker.name,
            spellings: spellings.collect(),
            talks: of(index),
        });
    }
    found
}

fn talks_of_speakers(site: &Site) -> HashMap<SpeakerIndex, Vec<TalkRef>> {
    let mut talks: HashMap<_, Vec<TalkRef>> = HashMap::new();
    for talk in site.talks() {
        for appearance in &site.talk(talk).1.speakers {
            talks.entry(appearance.speaker).or_default().push(talk);
        }
    }
    talks
}

/// What the lock should have: addresses that are there as they are now, others as they were.
fn locked(
    site: &Site,
    current: &[Current<'_>],
    talks: &Talks,
    gone: &[GoneAddress],
) -> Vec<LockedAddress> {
    let before = site.addresses.entries.iter().map(|e| (e.address.clone(), e.clone()));
    let mut entries: BTreeMap<String, LockedAddress> = before.collect();
    // what the editor says stands in site.yaml, and may be said otherwise later
    let said = |gone: &&GoneAddress| site.config.moved.iter().any(|m| m.from == gone.address);
    for gone in gone.iter().filter(|gone| !said(gone)) {
        if let (Some(entry), Some((to, _))) = (entries.get_mut(&gone.address), &gone.successor) {
            entry.successor = Some(to.clone());
        }
    }
    for page in current {
        let entry = LockedAddress {
            successor: None,
            address: page.address.clone(),
            name: page.name.split_whitespace().collect::<Vec<_>>().join(" "),
            talks: talks.permalinks(&page.talks),
        };
        entries.insert(page.address.clone(), entry);
    }
    entries.into_values().collect()
}

/// Finds where the addresses lead that are gone.
struct Successors<'a> {
    site: &'a Site,
    current: &'a [Current<'a>],
    talks: &'a Talks,
    /// The number of each address that is there.
    by_address: HashMap<&'a str, usize>,
    by_talk: HashMap<TalkRef, Vec<usize>>,
    by_name: HashMap<&'a str, Vec<usize>>,
    published: BTreeSet<&'a str>,
    /// What earlier runs of `gen lock` found.
    successor_of: HashMap<&'a str, &'a str>,
}

impl<'a> Successors<'a> {
    fn new(site: &'a Site, current: &'a [Current<'a>], talks: &'a Talks) -> Self {
        let mut by_address = HashMap::new();
        let mut by_talk: HashMap<TalkRef, Vec<usize>> = HashMap::new();
        let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
        for (number, page) in current.iter().enumerate() {
            by_address.insert(page.address.as_str(), number);
            for talk in &page.talks {
                by_talk.entry(*talk).or_default().push(number);
            }
            for name in std::iter::once(&page.name).chain(&page.spellings) {
                by_name.entry(name).or_default().push(number);
            }
        }
        let published = site.addresses.entries.iter().map(|e| e.address.as_str()).collect();
        let known = site.addresses.entries.iter();
        let known = known.filter_map(|e| Some((e.address.as_str(), e.successor.as_deref()?)));
        let successor_of = known.collect();
        Self { site, current, talks, by_address, by_talk, by_name, published, successor_of }
    }

    fn find(&self, problems: &mut Problems) -> Vec<GoneAddress> {
        let said = self.said(problems);
        let mut gone: BTreeMap<&str, GoneAddress> = BTreeMap::new();
        for entry in &self.site.addresses.entries {
            if !self.is_there(&entry.address) {
                gone.insert(&entry.address, self.gone(entry));
            }
        }
        for (from, to) in said {
            let entry = gone.entry(from).or_insert_with(|| GoneAddress {
                address: from.to_owned(),
                name: String::new(),
                successor: None,
                talks: Vec::new(),
            });
            entry.successor = Some(to);
        }
        gone.into_values().collect()
    }

    /// Whether the site has a page at an address.
    fn is_there(&self, address: &str) -> bool {
        let Some(path) = address.strip_suffix('/') else { return address.is_empty() };
        let of_site = [urls::SPEAKERS, urls::TOPICS, urls::ORGANISATIONS, urls::DATA];
        let talk = |(forum, talk): (&str, &str)| {
            let forum = self.site.forums.iter().find(|f| f.id == forum);
            forum.is_some_and(|f| talk == "record" || f.talks.iter().any(|t| t.id == talk))
        };
        self.by_address.contains_key(address)
            || of_site.contains(&address)
            || self.site.pages.iter().any(|page| page.id == path)
            || path.split_once('/').is_some_and(talk)
    }

    /// What the editor says, where it can be so.
    fn said(&self, problems: &mut Problems) -> Vec<(&'a str, (String, String))> {
        let mut said = Vec::new();
        for moved in &self.site.config.moved {
            if self.is_there(&moved.from) {
                let message = format!("`{}` is still a page of the site", moved.from);
                let help = "remove the entry; `moved` is for addresses that are gone";
                problems.push(Diagnostic::new(Code::MovedNowhere, moved.span, message).help(help));
            } else if self.is_there(&moved.to) {
                let name = self.by_address.get(moved.to.as_str()).map(|n| self.current[*n].name);
                let name = name.unwrap_or(&moved.to).to_owned();
                said.push((moved.from.as_str(), (moved.to.clone(), name)));
            } else {
                let message = format!("`{}` is no page of the site", moved.to);
                let help = "write the address of a page, such as speakers/tao-dacheng/";
                problems.push(Diagnostic::new(Code::MovedNowhere, moved.span, message).help(help));
            }
        }
        said
    }

    fn gone(&self, entry: &LockedAddress) -> GoneAddress {
        let found = entry.talks.iter().filter_map(|id| self.talks.of_permalink.get(id));
        let mut talks: Vec<TalkRef> = found.copied().collect();
        talks.sort_unstable();
        talks.dedup();
        let kind = kind(&entry.address);
        let known = self.known(entry);
        let successor = known
            .or_else(|| self.by_name(kind, entry, &talks))
            .or_else(|| self.by_talks(kind, &talks));
        GoneAddress {
            address: entry.address.clone(),
            name: entry.name.clone(),
            successor: successor
                .map(|n| (self.current[n].address.clone(), self.current[n].name.to_owned())),
            talks,
        }
    }

    /// The page that an earlier `gen lock` found, or the one that took the place of that.
    fn known(&self, entry: &LockedAddress) -> Option<usize> {
        let mut to = entry.successor.as_deref()?;
        // addresses may lead in a circle where the names of two pages were exchanged
        for _ in 0..self.site.addresses.entries.len() {
            if let Some(number) = self.by_address.get(to) {
                return Some(*number);
            }
            to = self.successor_of.get(to)?;
        }
        None
    }

    /// The only page of a kind with the name. Sessions of many forums are called alike, and forums
    /// of many years, so that these must share a talk as well.
    fn by_name(&self, kind: Kind, entry: &LockedAddress, talks: &[TalkRef]) -> Option<usize> {
        let shares = |n: usize| self.current[n].talks.iter().any(|talk| talks.contains(talk));
        let must_share = matches!(kind, Kind::Session | Kind::Forum);
        let named = self.by_name.get(entry.name.as_str())?.iter().copied();
        let mut fitting =
            named.filter(|&n| self.current[n].kind == kind && (!must_share || shares(n)));
        fitting.next().filter(|_| fitting.next().is_none())
    }

    /// The page of a kind that has most of the talks, if there is one.
    fn by_talks(&self, kind: Kind, talks: &[TalkRef]) -> Option<usize> {
        let shared_by_others = !matches!(kind, Kind::Session | Kind::Forum);
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for n in talks.iter().filter_map(|talk| self.by_talk.get(talk)).flatten() {
            let page = &self.current[*n];
            let known = shared_by_others && self.published.contains(page.address.as_str());
            if page.kind == kind && !known {
                *counts.entry(*n).or_default() += 1;
            }
        }
        let most = counts.values().copied().max()?;
        let mut best = counts.iter().filter(|(_, count)| **count == most).map(|(n, _)| *n);
        let only = best.next().filter(|_| best.next().is_none());
        only.filter(|_| most * 2 >= talks.len())
    }
}

/// A warning of an address that leads nowhere; a note of one whose successor was found.
fn problem(site: &Site, gone: &GoneAddress) -> Option<Diagnostic> {
    let span = Span::whole(site.addresses.file?);
    let GoneAddress { address, name, successor, .. } = gone;
    if site.config.moved.iter().any(|moved| moved.from == *address) {
        return None;
    }
    let new = |message: String| Diagnostic::new(Code::AddressGone, span, message);
    Some(match successor {
        Some((now, _)) => {
            new(format!("the published address `{address}` ({name}) leads to `{now}` now"))
                .milder()
                .help(format!("if that is wrong, write `moved: {{{address}: …}}` in site.yaml"))
        }
        None => new(format!("the published address `{address}` ({name}) is gone")).help(format!(
            "restore it, or write `moved: {{{address}: …}}` in site.yaml with the address that it \
             should lead to"
        )),
    })
}
