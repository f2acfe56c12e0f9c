//! Finding the transcript that `forum.yaml` names.

use std::path::{Component, Path};

use crate::diagnostics::{Code, Diagnostic, FileId, Problems, SourceMap, Span};
use crate::input::files::content_folder::{self, ContentTree};
use crate::input::files::unread_files;
use crate::input::transcript::{format_of_name, is_default_name};
use crate::input::yaml::Spanned;

/// A transcript that forum.yaml names in a key.
#[derive(Clone, Copy)]
pub(super) struct NamedTranscript<'a> {
    /// The key.
    pub(super) key: &'static str,
    /// The name of the file.
    pub(super) name: &'a Spanned<String>,
}

/// The name of the transcript: as forum.yaml has it, or where it has none and there is no file of
/// the usual name, that of the only file `transcript.…` of a known format.
pub(super) fn name_of(id: &str, name: &Spanned<String>, tree: &ContentTree) -> Spanned<String> {
    if is_written(name) || tree.has(&format!("{id}/{}", name.value)) {
        return name.clone();
    }
    let names = tree.texts.keys().chain(&tree.others).chain(&tree.failed);
    let names = names.filter_map(|path| path.strip_prefix(id)?.strip_prefix('/'));
    let mut named: Vec<&str> = names.filter(|name| is_default_name(name)).collect();
    named.dedup();
    match named.as_slice() {
        [only] => Spanned { value: (*only).to_owned(), span: name.span },
        _ => name.clone(),
    }
}

/// Whether forum.yaml names the transcript.
fn is_written(name: &Spanned<String>) -> bool {
    name.span != Span::whole(name.span.file)
}

/// The file of a transcript; a problem that says which was likely meant where there is none.
pub(super) fn find(
    id: &str,
    named: NamedTranscript<'_>,
    tree: &ContentTree,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<FileId> {
    let path = format!("{id}/{}", named.name.value);
    if let Some(&file) = tree.texts.get(&path) {
        return Some(file);
    }
    // files of most formats are not read before a forum.yaml names them
    if tree.others.contains(&path) {
        let read = content_folder::read_other(tree, &path, sources, problems);
        return read.map_err(|problem| problems.push(*problem)).ok();
    }
    // a file that could not be read is a problem already
    if !tree.failed.contains(&path) {
        problems.push(missing(id, named, tree));
    }
    None
}

fn missing(id: &str, named: NamedTranscript<'_>, tree: &ContentTree) -> Diagnostic {
    let NamedTranscript { key, name } = named;
    let format = format_of_name(&name.value);
    let message = format!("there is no transcript `{}` in the forum's folder", name.value);
    let problem = Diagnostic::new(Code::NoTranscript, name.span, message);
    // outside of the folder, neither another extension nor a similar name would help
    if is_outside(&name.value) {
        return problem
            .help("put the transcript into the forum's own folder, and write its name only");
    }
    let Some(likely) = unread_files::likely_transcript(tree, id) else {
        return problem.help(format!("put the recogniser's text there as `{}`", name.value));
    };
    // the name is what is wrong where it was written, or where the file is of another format
    let wrong_name =
        format_of_name(likely).is_some_and(|other| is_written(name) || Some(other) != format);
    problem.label(format!("did you mean `{likely}`?")).help(if wrong_name {
        format!("write `{key}: {likely}`")
    } else {
        format!("rename `{likely}` to `{}`", name.value)
    })
}

/// Whether a path leads out of the folder.
fn is_outside(path: &str) -> bool {
    let inside = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    !Path::new(path).components().all(inside)
}
