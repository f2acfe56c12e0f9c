//! The speakers: unique ids, spellings that name one speaker only, links that are web addresses.

use std::collections::HashMap;

use super::ids;
use super::references::unknown;
use super::web_address::is_web_address;
use crate::diagnostics::{Code, Diagnostic, Problems, Span};
use crate::input::raw::RawSpeaker;
use crate::input::yaml::Spanned;
use crate::model::{IndexVec, Speaker, SpeakerIndex, TypedIndex};

/// All speakers by id. Counts which of them are referred to, and how often an id is unknown.
pub struct SpeakerDirectory<'a> {
    raw: &'a [RawSpeaker],
    by_id: HashMap<&'a str, SpeakerIndex>,
    used: IndexVec<SpeakerIndex, bool>,
    complete: bool,
    unknown: usize,
}

impl<'a> SpeakerDirectory<'a> {
    /// The directory of a list, without references so far. Where the list is not `complete`,
    /// because some entries could not be read, an unknown id likely belongs to one of these, and is
    /// not a problem of its own.
    pub fn new(raw: &'a [RawSpeaker], complete: bool) -> Self {
        let used: IndexVec<SpeakerIndex, bool> = raw.iter().map(|_| false).collect();
        // in reverse, so that of two speakers with one id the first stays in the map
        let by_id = used.indices().zip(raw).rev().map(|(i, s)| (s.id.value.as_str(), i)).collect();
        Self { raw, by_id, used, complete, unknown: 0 }
    }

    /// Whether a reference had an unknown id.
    pub fn has_unknown(&self) -> bool {
        self.unknown > 0
    }

    /// Whether there is a speaker with this id.
    pub fn knows(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }

    /// The speaker with this id; a problem where there is none.
    pub fn resolve(
        &mut self,
        id: &Spanned<String>,
        problems: &mut Problems,
    ) -> Option<SpeakerIndex> {
        if let Some(&index) = self.by_id.get(id.value.as_str()) {
            self.used[index] = true;
            return Some(index);
        }
        // counted even where nothing is reported, because a missing speakers.yaml is told by this
        self.unknown += 1;
        if !self.complete {
            return None;
        }
        let known = self.raw.iter().map(|s| s.id.value.as_str());
        let by_name = self.raw.iter().find(|s| s.name.value == id.value);
        problems.push(match by_name {
            Some(speaker) => {
                let message = format!("`{}` is a name; a speaker is named by id", id.value);
                Diagnostic::new(Code::UnknownSpeaker, id.span, message)
                    .help(speaker.id.value.as_str())
            }
            None => {
                unknown(Code::UnknownSpeaker, "speaker", id, known, "add them to speakers.yaml")
            }
        });
        None
    }

    /// The only speaker with a name or spelling, who then counts as referred to.
    pub fn of_spelling(&mut self, spelling: &str) -> Option<SpeakerIndex> {
        let is_of = |raw: &RawSpeaker| {
            let name = Some(raw.name.value.as_str());
            let spellings = raw.heard_as.iter().map(|heard| heard.value.as_str());
            name.into_iter().chain(raw.latin.as_deref()).chain(spellings).any(|s| s == spelling)
        };
        let mut found = self.used.indices().zip(self.raw).filter(|(_, raw)| is_of(raw));
        let (index, _) = found.next()?;
        if found.next().is_some() {
            return None;
        }
        drop(found);
        self.used[index] = true;
        Some(index)
    }

    /// Forms of address, each with the speaker who is meant; a problem for each id without speaker.
    pub fn resolve_called(
        &mut self,
        called: &[(Spanned<String>, Spanned<String>)],
        problems: &mut Problems,
    ) -> Vec<(String, SpeakerIndex)> {
        let mut resolved = Vec::new();
        for (form, id) in called {
            if let Some(speaker) = self.resolve(id, problems) {
                resolved.push((form.value.clone(), speaker));
            }
        }
        resolved
    }

    /// The raw entry of a speaker.
    pub fn raw(&self, index: SpeakerIndex) -> &RawSpeaker {
        &self.raw[index.get()]
    }
}

/// Checks `speakers.yaml`.
pub fn speakers(raw: &[RawSpeaker], problems: &mut Problems) -> IndexVec<SpeakerIndex, Speaker> {
    for speaker in raw {
        ids::check_id(&speaker.id, "the speaker", problems);
    }
    ids::check_unique(raw.iter().map(|s| &s.id), "speakers", problems);
    check_spellings(raw, problems);
    raw.iter().map(|speaker| checked(speaker, problems)).collect()
}

fn checked(raw: &RawSpeaker, problems: &mut Problems) -> Speaker {
    let mut links = Vec::new();
    for (name, url) in &raw.links {
        if is_web_address(&url.value) || url.value.starts_with("mailto:") {
            links.push((name.value.clone(), url.value.clone()));
        } else {
            let message = format!("the link `{}` is not a web address", name.value);
            problems.push(
                Diagnostic::new(Code::BadUrl, url.span, message)
                    .help("write an address that begins with https://, http:// or mailto:"),
            );
        }
    }
    Speaker {
        id: raw.id.value.clone(),
        name: raw.name.value.clone(),
        latin: raw.latin.clone(),
        family_and_given: name_parts(raw, problems),
        literal: raw.literal,
        heard_as: raw.heard_as.iter().map(|h| h.value.clone()).collect(),
        affiliation: raw.affiliation.clone(),
        title: raw.title.clone(),
        verified: raw.verified,
        links,
        span: raw.name.span,
    }
}

/// Family and given name, where both are written and stand in one form of the name.
fn name_parts(raw: &RawSpeaker, problems: &mut Problems) -> Option<(String, String)> {
    let mut problem = |span, message: String, help: &str| {
        problems.push(Diagnostic::new(Code::NameParts, span, message).help(help));
        None
    };
    let (family, given) = match (&raw.family, &raw.given) {
        (None, None) => return None,
        (Some(family), Some(given)) => (family, given),
        (Some(one), None) => {
            let message = "`family` is written without `given`".to_owned();
            return problem(one.span, message, "write both, or `literal: true` for a whole name");
        }
        (None, Some(one)) => {
            let message = "`given` is written without `family`".to_owned();
            return problem(one.span, message, "write both, or `literal: true` for a whole name");
        }
    };
    if raw.literal {
        let message = "a name that is `literal` has no `family` and `given`".to_owned();
        return problem(family.span, message, "remove `literal` for a person, else the two parts");
    }
    let forms = [Some(raw.name.value.as_str()), raw.latin.as_deref()];
    let in_one_form = forms.into_iter().flatten().any(|name| {
        let rest = name.replacen(&family.value, " ", 1);
        rest != name && rest.contains(&given.value)
    });
    if in_one_form {
        return Some((family.value.clone(), given.value.clone()));
    }
    let message = format!(
        "`{}` and `{}` are no parts of the name `{}`",
        family.value, given.value, raw.name.value
    );
    problem(family.span, message, "write both as they stand in `name` or in `latin`")
}

/// Reports spellings of two speakers, because search and links need one, and repeated spellings.
fn check_spellings(raw: &[RawSpeaker], problems: &mut Problems) {
    let mut owners: HashMap<&str, (usize, Span)> = HashMap::new();
    // names first: a spelling that is somebody's name is theirs, wherever they stand in the list
    for (index, speaker) in raw.iter().enumerate() {
        owners.entry(&speaker.name.value).or_insert((index, speaker.name.span));
    }
    for (index, speaker) in raw.iter().enumerate() {
        for heard in &speaker.heard_as {
            match owners.get(heard.value.as_str()) {
                Some(&(owner, first)) if owner != index => {
                    let (one, two) = (&raw[owner].id.value, &speaker.id.value);
                    let message =
                        format!("`{}` is a spelling of both `{one}` and `{two}`", heard.value);
                    problems.push(
                        Diagnostic::new(Code::SpellingOfTwo, heard.span, message)
                            .label("here again")
                            .other(first, "first here")
                            .help(
                                "keep it with one of them; in forum.yaml, `called` can tell them \
                                 apart within a forum",
                            ),
                    );
                }
                Some(_) => problems.push(
                    Diagnostic::new(
                        Code::SpellingTwice,
                        heard.span,
                        format!(
                            "`{}` is already a spelling of `{}`",
                            heard.value, speaker.id.value
                        ),
                    )
                    .help("remove it"),
                ),
                None => {
                    owners.insert(&heard.value, (index, heard.span));
                }
            }
        }
    }
}

/// Warns of every speaker to whom nothing refers.
pub fn unused(directory: &SpeakerDirectory<'_>, problems: &mut Problems) {
    for (speaker, _) in directory.raw.iter().zip(&directory.used).filter(|(_, used)| !**used) {
        problems.push(
            Diagnostic::new(
                Code::SpeakerWithoutTalk,
                speaker.id.span,
                format!("`{}` speaks in no forum", speaker.id.value),
            )
            .help("add them to a talk, or remove them"),
        );
    }
}
