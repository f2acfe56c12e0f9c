//! Reading the folders of forums.

use super::file_presence::{empty_file, is_there};
use super::transcript_file::{self, NamedTranscript};
use crate::diagnostics::{Code, Diagnostic, FileId, Problems, SourceMap, Span};
use crate::input::files::content_folder::ContentTree;
use crate::input::files::unread_files;
use crate::input::raw::{ForumFolder, RawForum, corrections, forum, permalinks_lock};
use crate::input::transcript::{self, TranscriptSource};
use crate::input::yaml::{self, Spanned, YamlValue};
use crate::model::PermalinkLock;

/// Reads every folder with a `forum.yaml`.
pub(super) fn read_all(
    tree: &ContentTree,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Vec<ForumFolder> {
    let mut found = Vec::new();
    for (path, &file) in &tree.texts {
        let Some((id, name)) = path.split_once('/') else { continue };
        // a misnamed forum.yaml is a problem already, so the folder has one in this sense
        if transcript::is_default_name(name) && !is_there(tree, &format!("{id}/forum.yaml")) {
            problems.push(without_yaml(file, id));
        }
        if name == "forum.yaml" {
            found.extend(read(id, file, tree, sources, problems));
        }
    }
    let of_forum = |path: &String| {
        let name = path.split_once('/').map(|(_, name)| name);
        name.is_some_and(|name| name == "forum.yaml" || transcript::is_default_name(name))
            || (name.is_some() && unread_files::right_name(path) == Some("forum.yaml"))
    };
    // a `forum.yaml` that could not be read is a problem already, and so is a misnamed one
    if !tree.texts.keys().chain(&tree.failed).any(of_forum) {
        let file = sources.add(tree.display_path.clone(), "");
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

fn read(
    id: &str,
    file: FileId,
    tree: &ContentTree,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<ForumFolder> {
    // these files are read first, so that their mistakes are reported even if forum.yaml has errors
    let corrections_file = tree.texts.get(&format!("{id}/corrections.yaml")).copied();
    let corrections = corrections_file.and_then(|file| yaml::parse(file, sources, problems));
    let corrections = corrections.map_or(Vec::new(), |node| corrections::read(&node, problems));
    let lock = match tree.texts.get(&format!("{id}/{}", permalinks_lock::NAME)) {
        Some(&file) => permalinks_lock::read(file, sources, problems),
        None => PermalinkLock::default(),
    };
    let node = yaml::parse(file, sources, problems)?;
    let forum: RawForum = match node.value {
        YamlValue::Null(_) => {
            problems.push(empty_file(file, "write at least title and sessions"));
            return None;
        }
        _ => forum::read(&node, file, problems)?,
    };
    let name = transcript_file::name_of(id, &forum.transcript, tree);
    let first = NamedTranscript { key: "transcript", name: &name };
    let text = transcript_file::find(id, first, tree, sources, problems)?;
    let times = match &forum.times {
        None => None,
        Some(name) => {
            let second = NamedTranscript { key: "times", name };
            let file = transcript_file::find(id, second, tree, sources, problems)?;
            Some(transcript::read(&name.value, file, sources.text(file), problems))
        }
    };
    let source = TranscriptSource {
        name: &name.value,
        file: text,
        text: sources.text(text),
        chosen: forum.language_lines,
    };
    let transcript = transcript::read_lines(&source, problems);
    let inside = format!("{id}/");
    let files = tree.others.iter().filter_map(|p| p.strip_prefix(&inside)).map(str::to_owned);
    Some(ForumFolder {
        id: Spanned { value: id.to_owned(), span: Span::whole(file) },
        transcript,
        times,
        files: files.collect(),
        corrections,
        corrections_file,
        lock,
        forum,
    })
}
