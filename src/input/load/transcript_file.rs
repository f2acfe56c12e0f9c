//! Finding the transcript that `forum.yaml` names.

use std::path::{Component, Path};

use crate::diagnostics::{Code, Diagnostic, FileId, Problems, Span};
use crate::input::files::content_folder::ContentTree;
use crate::input::files::unread_files;
use crate::input::transcript::format_of_name;
use crate::input::yaml::Spanned;

/// The file of the transcript; a problem that says which was likely meant where there is none.
pub(super) fn find(
    id: &str,
    name: &Spanned<String>,
    tree: &ContentTree,
    problems: &mut Problems,
) -> Option<FileId> {
    let path = format!("{id}/{}", name.value);
    let format = format_of_name(&name.value);
    if let Some(&file) = tree.texts.get(&path).filter(|_| format.is_some()) {
        return Some(file);
    }
    // a file that could not be read is a problem already
    if !tree.failed.contains(&path) {
        problems.push(missing(id, name, tree));
    }
    None
}

fn missing(id: &str, name: &Spanned<String>, tree: &ContentTree) -> Diagnostic {
    let format = format_of_name(&name.value);
    let message = format!("there is no transcript `{}` in the forum's folder", name.value);
    let problem = Diagnostic::new(Code::NoTranscript, name.span, message);
    // outside of the folder, neither another extension nor a similar name would help
    if is_outside(&name.value) {
        return problem
            .help("put the transcript into the forum's own folder, and write its name only");
    }
    if format.is_none() {
        return problem.help(format!(
            "rename the transcript to `{}`, or to `.srt` or `.vtt` where it is subtitles",
            Path::new(&name.value).with_extension("md").display()
        ));
    }
    let Some(likely) = unread_files::likely_transcript(tree, id) else {
        return problem.help(format!("put the recogniser's text there as `{}`", name.value));
    };
    // the name is what is wrong where it was written, or where the file is of another format
    let is_written = name.span != Span::whole(name.span.file);
    let wrong_name =
        format_of_name(likely).is_some_and(|other| is_written || Some(other) != format);
    problem.label(format!("did you mean `{likely}`?")).help(if wrong_name {
        format!("write `transcript: {likely}`")
    } else {
        format!("rename `{likely}` to `{}`", name.value)
    })
}

/// Whether a path leads out of the folder.
fn is_outside(path: &str) -> bool {
    let inside = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    !Path::new(path).components().all(inside)
}
