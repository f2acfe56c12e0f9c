//! The images of a transcript: those in the folder are published, each missing one is a warning.

use std::collections::{HashMap, HashSet};

use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::input::raw::ForumFolder;
use crate::input::transcript::image_line::{IMAGE_EXTENSIONS, WRITTEN_OUT, files_meant, is_image};
use crate::model::{Talk, TranscriptImage};

/// Replaces the path of each image, as it is written, by the file that is meant.
pub fn resolve(folder: &mut ForumFolder) {
    if folder.transcript.images.is_empty() {
        return;
    }
    let files = ImageFiles::of(&folder.files);
    for image in &mut folder.transcript.images {
        let meant = files_meant(&image.path);
        let there = meant.iter().find_map(|path| files.find(path));
        if let Some(path) = there.map(str::to_owned).or_else(|| meant.into_iter().next()) {
            image.path = path;
        }
    }
}

/// The files of a forum's folder, by path.
struct ImageFiles<'a> {
    exact: HashSet<&'a str>,
    /// By path in lower case; nothing where several differ in capitals alone.
    folded: HashMap<String, Option<&'a str>>,
}

impl<'a> ImageFiles<'a> {
    fn of(files: &'a [String]) -> Self {
        let mut folded: HashMap<String, Option<&str>> = HashMap::new();
        for file in files {
            let of_name = folded.entry(file.to_lowercase());
            of_name.and_modify(|of_name| *of_name = None).or_insert(Some(file));
        }
        Self { exact: files.iter().map(String::as_str).collect(), folded }
    }

    /// The file of a path; if there is none, one whose name differs in capitals alone, which macOS
    /// and Windows take for the same.
    fn find(&self, path: &str) -> Option<&'a str> {
        let exact = self.exact.get(path).copied();
        exact.or_else(|| *self.folded.get(&path.to_lowercase())?)
    }
}

/// The paths of the images that are in the folder; a warning for each that is not. The warning
/// names the talk where `talks` are known.
pub fn found(folder: &ForumFolder, talks: Option<&[Talk]>, problems: &mut Problems) -> Vec<String> {
    let mut there: Vec<String> = Vec::new();
    for image in &folder.transcript.images {
        if is_image(&image.path) && folder.files.contains(&image.path) {
            there.push(image.path.clone());
            continue;
        }
        let whose = talks.map(|talks| whose(image, talks, folder)).unwrap_or_default();
        problems.push(missing(image, &whose));
    }
    // one image may stand in several places
    there.sort();
    there.dedup();
    there
}

/// The problem of an image that cannot be shown.
fn missing(image: &TranscriptImage, whose: &str) -> Diagnostic {
    let path = &image.path;
    if path.starts_with(WRITTEN_OUT) {
        let message = format!("an image{whose} is written into the transcript itself (`{path}…`)");
        return Diagnostic::new(Code::NotAnImage, image.span, message).help(
            "save it as a file in the forum's folder, and write `![](img/1.png)`; the page is \
             built without it",
        );
    }
    if !is_image(path) {
        let message = format!("`{path}`{whose} is not an image");
        return Diagnostic::new(Code::NotAnImage, image.span, message).help(format!(
            "name a file that ends in one of {}; the page is built without it",
            IMAGE_EXTENSIONS.join(", ")
        ));
    }
    let message = format!("the image `{path}`{whose} is not in the forum's folder");
    let inside = !path.starts_with('/') && !path.starts_with("../") && !path.contains(':');
    let help = if inside {
        format!("put it there as `{path}`; the page is built without it")
    } else {
        let name = path.rsplit('/').next().unwrap_or(path);
        format!("put it there and write `![](img/{name})`; the page is built without it")
    };
    Diagnostic::new(Code::ImageMissing, image.span, message).help(help)
}

/// The talk to which an image belongs, as a phrase after its name.
fn whose(image: &TranscriptImage, talks: &[Talk], folder: &ForumFolder) -> String {
    let end = folder.transcript.end();
    // an image below the last words is at the end, which no range contains
    let within = |t: &&Talk| t.range.contains(image.at) || (image.at == end && t.range.end == end);
    match talks.iter().find(within) {
        Some(talk) => format!(" of talk `{}`", talk.id),
        None => " between the talks".to_owned(),
    }
}
