//! From the files to the checked site.

use std::path::Path;

use super::fields::Problems;
use super::raw::{RawForum, RawPage, RawSite, RawSpeaker};
use super::resolve::{self, Folder, People};
use super::tree::Tree;
use super::yaml::{self, At, Node, Value};
use super::{corrections, forum, lock, pages, site, speakers, transcript};
use crate::diagnostics::{Diagnostic, FileId, Severity, Sources, Span};
use crate::model::{Lock, Site};

/// Makes the site of what was read. Gives nothing where there is an error; the problems say which.
pub fn load(tree: &Tree, sources: &mut Sources, problems: &mut Problems) -> Option<Site> {
    let raw_site = raw_site(tree, sources, problems);
    let raw_speakers = raw_speakers(tree, sources, problems);
    let raw_pages = raw_pages(tree, sources, problems);
    let folders = folders(tree, sources, problems);

    let config = raw_site.map(|raw| resolve::config(&raw, problems));
    let checked = resolve::speakers(&raw_speakers, problems);
    let mut people = People::new(&raw_speakers);
    let ids: Vec<String> = folders.iter().map(|f| f.id.value.clone()).collect();
    let pages = resolve::pages(raw_pages, &ids, problems);
    let mut forums = Vec::new();
    for folder in folders {
        forums.extend(resolve::forum(folder, &mut people, sources, problems));
    }
    // whoever speaks in a forum that could not be read is not without a talk
    if problems.iter().all(|p| p.severity != Severity::Error) {
        resolve::unused(&people, problems);
    }
    if problems.iter().any(|p| p.severity == Severity::Error) {
        return None;
    }
    forums.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id.cmp(&b.id)));
    Some(Site { config: config?, speakers: checked, forums, pages })
}

fn node(file: FileId, sources: &Sources, problems: &mut Problems) -> Option<Node> {
    yaml::parse(file, sources).map_err(|problem| problems.push(*problem)).ok()
}

fn raw_site(tree: &Tree, sources: &mut Sources, problems: &mut Problems) -> Option<RawSite> {
    let Some(&file) = tree.texts.get("site.yaml") else {
        let span = tree.missing("site.yaml", sources);
        problems.push(
            Diagnostic::error("no-file", span, "there is no `site.yaml`")
                .help("write one with at least a line `title: …`"),
        );
        return None;
    };
    let node = node(file, sources, problems)?;
    site::read(&node, problems)
}

fn raw_speakers(tree: &Tree, sources: &mut Sources, problems: &mut Problems) -> Vec<RawSpeaker> {
    let Some(&file) = tree.texts.get("speakers.yaml") else { return Vec::new() };
    node(file, sources, problems).map_or(Vec::new(), |node| speakers::read(&node, problems))
}

fn raw_pages(tree: &Tree, sources: &Sources, problems: &mut Problems) -> Vec<RawPage> {
    let mut found = Vec::new();
    for (path, &file) in &tree.texts {
        if let Some(id) = path.strip_prefix("pages/").and_then(|name| name.strip_suffix(".md")) {
            found.extend(pages::read(id, file, sources, problems));
        }
    }
    found
}

/// Every folder with a `forum.yaml`.
fn folders(tree: &Tree, sources: &mut Sources, problems: &mut Problems) -> Vec<Folder> {
    let mut found = Vec::new();
    let mut any = false;
    for (path, &file) in &tree.texts {
        let Some((id, name)) = path.split_once('/') else { continue };
        if name == "transcript.md" && !tree.has(&format!("{id}/forum.yaml")) {
            any = true;
            problems.push(without_yaml(file, id));
        }
        if name == "forum.yaml" {
            any = true;
            found.extend(folder(id, file, tree, sources, problems));
        }
    }
    if !any {
        let file = sources.add(tree.shown.clone(), "");
        problems.push(
            Diagnostic::error("no-forum", Span::whole(file), "there is no forum")
                .help("make a folder in `content` with a forum.yaml and a transcript.md"),
        );
    }
    found
}

fn without_yaml(file: FileId, id: &str) -> Diagnostic {
    let message = format!("the folder `{id}` has a transcript, but no `forum.yaml`");
    Diagnostic::error("no-file", Span::whole(file), message)
        .help("write a forum.yaml beside it with title and sessions")
}

fn folder(
    id: &str,
    file: FileId,
    tree: &Tree,
    sources: &Sources,
    problems: &mut Problems,
) -> Option<Folder> {
    let node = node(file, sources, problems)?;
    let forum: RawForum = match node.value {
        Value::Null => {
            problems.push(
                Diagnostic::error("empty-file", Span::whole(file), "this file is empty")
                    .help("write at least title and sessions"),
            );
            return None;
        }
        _ => forum::read(&node, file, problems)?,
    };
    let text = transcript_file(id, &forum, tree, problems)?;
    let corrections = match tree.texts.get(&format!("{id}/corrections.yaml")) {
        Some(&file) => self::node(file, sources, problems)
            .map_or(Vec::new(), |node| corrections::read(&node, problems)),
        None => Vec::new(),
    };
    let lock = match tree.texts.get(&format!("{id}/{}", lock::NAME)) {
        Some(&file) => lock::read(file, sources, problems),
        None => Lock::default(),
    };
    let inside = format!("{id}/");
    let files = tree.others.iter().filter_map(|p| p.strip_prefix(&inside)).map(str::to_owned);
    Some(Folder {
        id: At { value: id.to_owned(), span: Span::whole(file) },
        transcript: transcript::parse(text, sources.text(text)),
        files: files.collect(),
        corrections,
        lock,
        forum,
    })
}

fn transcript_file(
    id: &str,
    forum: &RawForum,
    tree: &Tree,
    problems: &mut Problems,
) -> Option<FileId> {
    let name = &forum.transcript;
    if let Some(&file) = tree.texts.get(&format!("{id}/{}", name.value)) {
        return Some(file);
    }
    let outside = Path::new(&name.value)
        .components()
        .any(|c| !matches!(c, std::path::Component::Normal(_) | std::path::Component::CurDir));
    let message = format!("there is no transcript `{}` in the forum's folder", name.value);
    problems.push(Diagnostic::error("no-transcript", name.span, message).help(if outside {
        "the transcript lies in the forum's own folder; write its name only".to_owned()
    } else {
        format!(
            "put the transcript there as `{}` (a .md file), or correct `transcript:`",
            name.value
        )
    }));
    None
}
