//! Files that nothing reads, each with the folder to which it likely belongs. Without a warning
//! it would go unnoticed that they have no effect.

use std::collections::BTreeSet;

use super::content_folder::ContentTree;
use crate::diagnostics::{Code, Diagnostic, Problems, SourceMap, Span, nearest};
use crate::front_matter;
use crate::input::schema::{FILES, SiteFolder};
use crate::input::transcript;

/// The YAML files in a folder, by name.
fn files_in(folder: SiteFolder) -> impl Iterator<Item = &'static str> {
    FILES.iter().filter(move |file| file.folder == folder).map(|file| file.name)
}

/// Reports every text file that is not read, and every folder without a forum.
pub fn check(tree: &ContentTree, sources: &mut SourceMap, problems: &mut Problems) {
    for (path, &file) in &tree.texts {
        if let Some(help) = misplaced(path, sources.text(file)) {
            let message = format!("nothing reads `{path}`");
            problems.push(Diagnostic::new(Code::Stray, Span::whole(file), message).help(help));
        }
        if let Some(right) = right_name(path) {
            problems.push(misnamed(path, right, Span::whole(file), tree));
        }
    }
    for folder in without_forum(tree) {
        let message = format!("the folder `{folder}` has no forum.yaml, so nothing in it is read");
        let span = tree.missing(folder, sources);
        problems.push(
            Diagnostic::new(Code::Stray, span, message)
                .help("write one, or keep the folder outside of `content`"),
        );
    }
}

/// The problem of a file with a wrong name, whether or not the right one lies beside it.
fn misnamed(path: &str, right: &str, span: Span, tree: &ContentTree) -> Diagnostic {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let beside = if folder.is_empty() { right.to_owned() } else { format!("{folder}/{right}") };
    if tree.has(&beside) {
        let message = format!("`{path}` is not read: `{right}` beside it is");
        return Diagnostic::new(Code::Stray, span, message)
            .help("remove it, or keep it outside of `content`");
    }
    let ending = right.strip_suffix("yaml").is_some_and(|stem| name == format!("{stem}yml"));
    let (code, message) = if ending {
        (Code::WrongEnding, format!("`{path}` is not read: it should end in .yaml"))
    } else {
        (Code::WrongName, format!("`{path}` is not read; did you mean `{right}`?"))
    };
    Diagnostic::new(code, span, message).help(format!("rename it to `{right}`"))
}

/// The file in the folder of a forum that is likely its transcript, under another name.
pub fn likely_transcript<'a>(tree: &'a ContentTree, folder: &str) -> Option<&'a str> {
    // a `.txt` is not read, so the likely transcript may be among the other files
    let names = tree.texts.keys().chain(&tree.others);
    let names = names.filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/'));
    let likely = |name: &&str| {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let text =
            ["md", "txt", "markdown", "docx", ""].contains(&ending.to_ascii_lowercase().as_str());
        let named = nearest(&stem.to_lowercase(), ["transcript"]).is_some() || stem == "文字稿";
        transcript::is_always_transcript(name) || (text && named)
    };
    // the least of both lists, so that one name is always suggested whatever else is there
    names.filter(likely).min()
}

/// Where a text belongs that is not read where it lies. Nothing for a text that is read, and for
/// one that is likely not meant to be read, such as a README.
fn misplaced(path: &str, text: &str) -> Option<&'static str> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let depth = path.matches('/').count();
    match name.rsplit_once('.')?.1 {
        // a README has no front matter; a free page must have it
        "md" if depth == 0 => {
            front_matter::find(text).map(|_| "move it into `content/pages` if it is a free page")
        }
        "yaml" if files_in(SiteFolder::Content).any(|known| known == name) => {
            (depth != 0).then_some("move it up into `content`")
        }
        "yaml" if files_in(SiteFolder::Forum).any(|known| known == name) => {
            (depth != 1 || folder == "pages").then_some("move it into the folder of a forum")
        }
        "yaml" | "yml" => right_name(path).is_none().then_some("keep it outside of `content`"),
        _ => None,
    }
}

/// The right name for a file with a similar one: `forum.yml`, `Forum.yaml`, `correction.yaml`.
pub fn right_name(path: &str) -> Option<&'static str> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (stem, ending) = name.rsplit_once('.')?;
    let known =
        || files_in(if folder.is_empty() { SiteFolder::Content } else { SiteFolder::Forum });
    let all = || files_in(SiteFolder::Content).chain(files_in(SiteFolder::Forum));
    // a right name in a wrong folder is left to `misplaced`
    if !["yaml", "yml"].contains(&ending.to_ascii_lowercase().as_str()) || all().any(|k| k == name)
    {
        return None;
    }
    let stem = stem.to_lowercase();
    // the very name is meant wherever it lies; a similar one only where it would be read
    let same = all().find(|right| right.strip_suffix(".yaml") == Some(stem.as_str()));
    same.or_else(|| {
        let near = nearest(&stem, known().filter_map(|right| right.strip_suffix(".yaml")))?;
        known().find(|right| right.strip_suffix(".yaml") == Some(near))
    })
}

/// Whether a folder has a file under another name than the right one.
pub fn has_misnamed(tree: &ContentTree, folder: &str, right: &str) -> bool {
    let of_folder = |path: &&String| path.rsplit_once('/').map_or("", |(f, _)| f) == folder;
    tree.texts.keys().filter(of_folder).any(|path| right_name(path) == Some(right))
}

/// Folders of `content/` other than `pages` that have files, but neither forum.yaml nor transcript.
fn without_forum(tree: &ContentTree) -> BTreeSet<&str> {
    let all = tree.texts.keys().chain(&tree.others);
    let folders = all.filter_map(|path| Some(path.split_once('/')?.0));
    let is_forum = |folder: &str| {
        let is_transcript = |path: &&String| {
            path.rsplit_once('/')
                .is_some_and(|(of, name)| of == folder && transcript::is_default_name(name))
        };
        tree.has(&format!("{folder}/forum.yaml"))
            // a transcript without forum.yaml is a problem of its own
            || tree.texts.keys().any(|path| is_transcript(&path))
            || has_misnamed(tree, folder, "forum.yaml")
    };
    folders.filter(|folder| *folder != "pages" && !is_forum(folder)).collect()
}
