//! The images of a transcript: those in the folder are published, each missing one is a warning.

use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::input::raw::ForumFolder;
use crate::model::{Talk, TranscriptImage};

/// Extensions of files that are published as images.
const IMAGES: [&str; 8] = ["avif", "bmp", "gif", "jpeg", "jpg", "png", "svg", "webp"];

/// The paths of the images that are in the folder; a warning for each that is not. The warning
/// names the talk where `talks` are known.
pub fn found(folder: &ForumFolder, talks: Option<&[Talk]>, problems: &mut Problems) -> Vec<String> {
    let mut there: Vec<String> = Vec::new();
    for image in &folder.transcript.images {
        let path = &image.path;
        let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let shown = IMAGES.contains(&ending.as_str());
        if shown && folder.files.contains(path) {
            there.push(path.clone());
            continue;
        }
        let whose = talks.map(|talks| whose(image, talks, folder)).unwrap_or_default();
        problems.push(if shown {
            let message = format!("the image `{path}`{whose} is not in the forum's folder");
            Diagnostic::new(Code::ImageMissing, image.span, message)
                .help(format!("put it there as `{path}`; the page is built without it"))
        } else {
            let message = format!("`{path}`{whose} is not an image");
            Diagnostic::new(Code::NotAnImage, image.span, message).help(format!(
                "name a file that ends in one of {}; the page is built without it",
                IMAGES.join(", ")
            ))
        });
    }
    // one image may stand in several places
    there.sort();
    there.dedup();
    there
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
