//! From the files to the checked site.

use std::path::Path;

use super::files::content::Tree;
use super::files::unread_files;
use super::raw::{RawForum, RawPage, RawSite, RawSpeaker};
use super::raw::{corrections, forum, lock, pages, site, speakers};
use super::resolve::{self, Folder, People};
use super::transcript::{self, Format};
use super::yaml::{self, At, Value};
use crate::diagnostics::{Code, Diagnostic, FileId, Problems, Severity, SourceMap, Span};
use crate::model::{PermalinkLock, Site};

/// Makes the site of what was read. Gives nothing where there is an error; the problems say which.
pub fn load(tree: &Tree, sources: &mut SourceMap, problems: &mut Problems) -> Option<Site> {
    unread_files::check(tree, sources, problems);
    let raw_site = raw_site(tree, sources, problems);
    let (raw_speakers, mut complete) = raw_speakers(tree, sources, problems);
    let raw_pages = raw_pages(tree, sources, problems);
    let folders = folders(tree, sources, problems);

    let config = raw_site.map(|raw| resolve::config(&raw, tree, problems));
    let found = problems.len();
    let checked = resolve::speakers(&raw_speakers, problems);
    complete &= problems[found..].iter().all(|p| !p.code.invalidates_id());
    let mut people = People::new(&raw_speakers, complete);
    let ids: Vec<String> = folders.iter().map(|f| f.id.value.clone()).collect();
    let pages = resolve::pages(raw_pages, &ids, problems);
    let mut forums = Vec::new();
    for folder in folders {
        forums.extend(resolve::forum(folder, &mut people, sources, problems));
    }
    if people.has_strangers() && !has_either(tree, "speakers.yaml") {
        let span = tree.missing("speakers.yaml", sources);
        problems.push(
            Diagnostic::new(Code::NoFile, span, "there is no `speakers.yaml`")
                .help("write one with `id` and `name` of everyone who speaks"),
        );
    }
    // whoever speaks in a forum that could not be read is not without a talk
    if problems.iter().all(|p| p.severity != Severity::Error) {
        resolve::unused(&people, problems);
    }
    if problems.iter().any(|p| p.severity == Severity::Error) {
        return None;
    }
    forums.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id.cmp(&b.id)));
    Some(Site { config: config?, speakers: checked, forums: forums.into(), pages })
}

fn raw_site(tree: &Tree, sources: &mut SourceMap, problems: &mut Problems) -> Option<RawSite> {
    let Some(&file) = tree.texts.get("site.yaml") else {
        if has_either(tree, "site.yaml") {
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
    if matches!(node.value, Value::Null) {
        problems.push(empty_file(file, "write at least a line `title: …`"));
        return None;
    }
    site::read(&node, problems)
}

/// The speakers that could be read, and whether those are all.
fn raw_speakers(
    tree: &Tree,
    sources: &SourceMap,
    problems: &mut Problems,
) -> (Vec<RawSpeaker>, bool) {
    let file = tree.texts.get("speakers.yaml");
    let Some(node) = file.and_then(|&file| yaml::parse(file, sources, problems)) else {
        return (Vec::new(), false);
    };
    let read = speakers::read(&node, problems);
    let complete = read.iter().all(Option::is_some);
    (read.into_iter().flatten().collect(), complete)
}

/// Whether a file is there, by its name or by one that is not read, which is a problem already.
fn has_either(tree: &Tree, path: &str) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    tree.has(path) || unread_files::has_misnamed(tree, folder, name)
}

fn empty_file(file: FileId, help: &str) -> Diagnostic {
    Diagnostic::new(Code::EmptyFile, Span::whole(file), "this file is empty").help(help)
}

fn raw_pages(tree: &Tree, sources: &SourceMap, problems: &mut Problems) -> Vec<RawPage> {
    let mut found = Vec::new();
    for (path, &file) in &tree.texts {
        if let Some(id) = path.strip_prefix("pages/").and_then(|name| name.strip_suffix(".md")) {
            found.extend(pages::read(id, file, sources, problems));
        }
    }
    found
}

/// Every folder with a `forum.yaml`.
fn folders(tree: &Tree, sources: &mut SourceMap, problems: &mut Problems) -> Vec<Folder> {
    let mut found = Vec::new();
    for (path, &file) in &tree.texts {
        let Some((id, name)) = path.split_once('/') else { continue };
        if transcript::is_usual(name) && !has_either(tree, &format!("{id}/forum.yaml")) {
            problems.push(without_yaml(file, id));
        }
        if name == "forum.yaml" {
            found.extend(folder(id, file, tree, sources, problems));
        }
    }
    let of_forum = |path: &String| {
        let name = path.split_once('/').map(|(_, name)| name);
        name.is_some_and(|name| name == "forum.yaml" || transcript::is_usual(name))
            || (name.is_some() && unread_files::right_name(path) == Some("forum.yaml"))
    };
    if !tree.texts.keys().chain(&tree.failed).any(of_forum) {
        let file = sources.add(tree.shown.clone(), "");
        problems.push(
            Diagnostic::new(Code::NoForum, Span::whole(file), "there is no forum")
                .help("make a folder in `content` with a forum.yaml and a transcript.md"),
        );
    }
    found
}

fn without_yaml(file: FileId, id: &str) -> Diagnostic {
    let message = format!("the folder `{id}` has a transcript, but no `forum.yaml`");
    Diagnostic::new(Code::NoFile, Span::whole(file), message)
        .help("write a forum.yaml beside it with title and sessions")
}

fn folder(
    id: &str,
    file: FileId,
    tree: &Tree,
    sources: &SourceMap,
    problems: &mut Problems,
) -> Option<Folder> {
    // a forum that cannot be read hides no mistake in the files beside it
    let corrections_file = tree.texts.get(&format!("{id}/corrections.yaml")).copied();
    let corrections = corrections_file.and_then(|file| yaml::parse(file, sources, problems));
    let corrections = corrections.map_or(Vec::new(), |node| corrections::read(&node, problems));
    let lock = match tree.texts.get(&format!("{id}/{}", lock::NAME)) {
        Some(&file) => lock::read(file, sources, problems),
        None => PermalinkLock::default(),
    };
    let node = yaml::parse(file, sources, problems)?;
    let forum: RawForum = match node.value {
        Value::Null => {
            problems.push(empty_file(file, "write at least title and sessions"));
            return None;
        }
        _ => forum::read(&node, file, problems)?,
    };
    let (text, format) = transcript_file(id, &forum, tree, problems)?;
    let inside = format!("{id}/");
    let files = tree.others.iter().filter_map(|p| p.strip_prefix(&inside)).map(str::to_owned);
    Some(Folder {
        id: At { value: id.to_owned(), span: Span::whole(file) },
        transcript: transcript::parse(text, format, sources.text(text), problems),
        files: files.collect(),
        corrections,
        corrections_file,
        lock,
        forum,
    })
}

fn transcript_file(
    id: &str,
    forum: &RawForum,
    tree: &Tree,
    problems: &mut Problems,
) -> Option<(FileId, Format)> {
    let name = &forum.transcript;
    let path = format!("{id}/{}", name.value);
    let format = Format::of(&name.value);
    if let Some((&file, format)) = tree.texts.get(&path).zip(format) {
        return Some((file, format));
    }
    if tree.failed.contains(&path) {
        return None;
    }
    let outside = Path::new(&name.value)
        .components()
        .any(|c| !matches!(c, std::path::Component::Normal(_) | std::path::Component::CurDir));
    let message = format!("there is no transcript `{}` in the forum's folder", name.value);
    let problem = Diagnostic::new(Code::NoTranscript, name.span, message);
    let likely = unread_files::likely_transcript(tree, id).filter(|_| !outside && format.is_some());
    let written = name.span != Span::whole(name.span.file);
    // the name is what is wrong where it was written, or the file is of another kind
    let names =
        |found: &str| Format::of(found).is_some_and(|other| written || Some(other) != format);
    problems.push(match likely {
        Some(found) if names(found) => problem
            .label(format!("did you mean `{found}`?"))
            .help(format!("write `transcript: {found}`")),
        Some(found) => problem
            .label(format!("did you mean `{found}`?"))
            .help(format!("rename `{found}` to `{}`", name.value)),
        None if outside => {
            problem.help("put the transcript into the forum's own folder, and write its name only")
        }
        None if format.is_none() => problem.help(format!(
            "rename the transcript to `{}`, or to `.srt` or `.vtt` where it is subtitles",
            Path::new(&name.value).with_extension("md").display()
        )),
        None => problem.help(format!("put the recogniser's text there as `{}`", name.value)),
    });
    None
}
