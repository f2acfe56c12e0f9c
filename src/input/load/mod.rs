//! From the files to the model of the site: reading, then checking, in order.

mod file_presence;
mod forum_folders;
mod transcript_file;

use file_presence::{empty_file, is_there};

use super::files::content_folder::ContentTree;
use super::files::unread_files;
use super::raw::{RawPage, RawSite, RawSpeaker, addresses_lock, pages, site, speakers};
use super::resolve::{self, SpeakerDirectory};
use super::yaml::{self, YamlValue};
use crate::diagnostics::{Code, Diagnostic, Problems, Severity, SourceMap};
use crate::model::{AddressLock, Site};

/// Makes the site of what was read. Gives nothing where there is an error; the problems say which.
pub fn load(tree: &ContentTree, sources: &mut SourceMap, problems: &mut Problems) -> Option<Site> {
    unread_files::check(tree, sources, problems);
    let raw_site = raw_site(tree, sources, problems);
    let (raw_speakers, mut complete) = raw_speakers(tree, sources, problems);
    let raw_pages = raw_pages(tree, sources, problems);
    let folders = forum_folders::read_all(tree, sources, problems);

    let config = raw_site.map(|raw| resolve::config(&raw, tree, problems));
    let found = problems.len();
    let checked = resolve::speakers(&raw_speakers, problems);
    // a wrong or repeated id is reported once, and not again wherever it is referred to
    complete &= problems[found..].iter().all(|p| !p.code.invalidates_id());
    let addresses = match tree.texts.get(addresses_lock::NAME) {
        Some(&file) => addresses_lock::read(file, sources, problems),
        None => AddressLock::default(),
    };
    let mut directory = SpeakerDirectory::new(&raw_speakers, complete);
    let ids: Vec<String> = folders.iter().map(|f| f.id.value.clone()).collect();
    let pages = resolve::pages(raw_pages, &ids, problems);
    let mut forums = Vec::new();
    for folder in folders {
        forums.extend(resolve::forum(folder, &mut directory, sources, problems));
    }
    // one problem for the missing file stands for the unknown ids of all forums
    if directory.has_unknown() && !is_there(tree, "speakers.yaml") {
        let span = tree.missing("speakers.yaml", sources);
        problems.push(
            Diagnostic::new(Code::NoFile, span, "there is no `speakers.yaml`")
                .help("write one with `id` and `name` of everyone who speaks"),
        );
    }
    // with an error, a speaker without talk may speak in a forum that could not be read
    if problems.iter().all(|p| p.severity != Severity::Error) {
        resolve::unused(&directory, problems);
    }
    // later stages rely on a model without errors and do not check again
    if problems.iter().any(|p| p.severity == Severity::Error) {
        return None;
    }
    // no date is less than every date, so forums without one come last; the id settles ties
    forums.sort_by(|a, b| b.dates.cmp(&a.dates).then_with(|| a.id.cmp(&b.id)));
    Some(Site { config: config?, speakers: checked, forums: forums.into(), pages, addresses })
}

fn raw_site(
    tree: &ContentTree,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<RawSite> {
    let Some(&file) = tree.texts.get("site.yaml") else {
        // a misnamed file is a problem already
        if is_there(tree, "site.yaml") {
            return None;
        }
        let span = tree.missing("site.yaml", sources);
        problems.push(
            Diagnostic::new(Code::NoFile, span, "there is no `site.yaml`")
                .help("write one with at least a line `title: …`"),
        );
        return None;
    };
    let node = yaml::parse(file, sources, problems)?;
    if matches!(node.value, YamlValue::Null(_)) {
        problems.push(empty_file(file, "write at least a line `title: …`"));
        return None;
    }
    site::read(&node, problems)
}

/// The speakers that could be read, and whether that is all of them.
fn raw_speakers(
    tree: &ContentTree,
    sources: &SourceMap,
    problems: &mut Problems,
) -> (Vec<RawSpeaker>, bool) {
    let file = tree.texts.get("speakers.yaml");
    let Some(node) = file.and_then(|&file| yaml::parse(file, sources, problems)) else {
        // without the list, no id can be called unknown
        return (Vec::new(), false);
    };
    let read = speakers::read(&node, problems);
    let complete = read.iter().all(Option::is_some);
    (read.into_iter().flatten().collect(), complete)
}

fn raw_pages(tree: &ContentTree, sources: &SourceMap, problems: &mut Problems) -> Vec<RawPage> {
    let mut found = Vec::new();
    for (path, &file) in &tree.texts {
        if let Some(id) = path.strip_prefix("pages/").and_then(|name| name.strip_suffix(".md")) {
            found.extend(pages::read(id, file, sources, problems));
        }
    }
    found
}
