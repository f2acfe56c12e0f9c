//! The recording: on one platform, with an id or an address of the right form.

use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::input::raw::RawVideo;
use crate::input::resolve::web_address::is_web_address;
use crate::input::yaml::Spanned;
use crate::model::recording::RecordingSource;
use crate::model::{Recording, TranscriptHead};

/// The video on Bilibili that a `video` without an id belongs to.
#[derive(Clone, Debug, Default)]
pub struct KnownBilibili {
    id: Option<String>,
    part: Option<u32>,
}

impl KnownBilibili {
    /// That of the transcript's heading.
    pub fn of_head(head: &TranscriptHead) -> Self {
        Self { id: head.bilibili.clone(), part: head.part }
    }

    /// That of the forum, of which a session may have another part.
    pub fn of_recording(recording: Option<&Recording>) -> Self {
        match recording.map(|recording| &recording.source) {
            Some(RecordingSource::Bilibili { id, part }) => {
                Self { id: Some(id.clone()), part: *part }
            }
            _ => Self::default(),
        }
    }

    /// It as a recording.
    pub fn recording(&self) -> Option<Recording> {
        Some(Recording::bilibili(self.id.clone()?, self.part))
    }
}

/// The recording of a `video` of `forum.yaml`.
pub fn find(raw: &RawVideo, known: &KnownBilibili, problems: &mut Problems) -> Option<Recording> {
    let given = [&raw.bilibili, &raw.youtube, &raw.peertube, &raw.file];
    let mut given = given.into_iter().flatten();
    let (first, second) = (given.next(), given.next());
    if let (Some(first), Some(second)) = (first, second) {
        problems.push(
            Diagnostic::new(Code::VideoTwice, second.span, "a video is in one place only")
                .label("a second place")
                .other(first.span, "the first")
                .help("keep one of them"),
        );
        return None;
    }
    // at most one is given, so the order of the arms does not matter
    let source = match (&raw.youtube, &raw.peertube, &raw.file) {
        (Some(id), ..) => RecordingSource::Youtube(youtube(id, problems)?),
        (_, Some(url), _) => RecordingSource::Peertube(peertube(url, problems)?),
        (.., Some(url)) => RecordingSource::File(address(url, "file", problems)?),
        _ => bilibili(raw, known, problems)?,
    };
    Some(Recording { source, player: raw.player })
}

fn bilibili(
    raw: &RawVideo,
    known: &KnownBilibili,
    problems: &mut Problems,
) -> Option<RecordingSource> {
    let Some(id) = &raw.bilibili else {
        // `video` may only add a part or the player to an id that is known
        if let Some(id) = known.id.clone() {
            return Some(RecordingSource::Bilibili { id, part: raw.part.or(known.part) });
        }
        problems.push(
            Diagnostic::new(Code::MissingKey, raw.span, "a video has no `bilibili`")
                .help("add `bilibili: …` with the id from the video's address"),
        );
        return None;
    };
    let form = is_bilibili(&id.value);
    if !form {
        let message = format!("`{}` is not the id of a video on Bilibili", id.value);
        problems.push(Diagnostic::new(Code::BadVideo, id.span, message).help(
            "write the id from the video's address: `BV` and ten letters and digits, among them \
                 no 0, I, O or l",
        ));
    }
    form.then(|| RecordingSource::Bilibili { id: id.value.clone(), part: raw.part })
}

/// `BV` and ten characters of base 58, which leaves out those that look alike (as Bilibili's own
/// addresses have them).
fn is_bilibili(id: &str) -> bool {
    let of_base_58 = |b: u8| b.is_ascii_alphanumeric() && !b"0IOl".contains(&b);
    id.strip_prefix("BV").is_some_and(|rest| rest.len() == 10 && rest.bytes().all(of_base_58))
}

fn youtube(id: &Spanned<String>, problems: &mut Problems) -> Option<String> {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    let form = id.value.len() == 11 && id.value.bytes().all(plain);
    if !form {
        let message = format!("`{}` is not the id of a video on YouTube", id.value);
        problems.push(
            Diagnostic::new(Code::BadVideo, id.span, message)
                .help("write the eleven characters after `v=` in the video's address"),
        );
    }
    form.then(|| id.value.clone())
}

/// `https://<site>/w/<id>`, or `…/videos/watch/<id>` as PeerTube had it before.
fn peertube(url: &Spanned<String>, problems: &mut Problems) -> Option<String> {
    let found = address(url, "peertube", problems)?;
    let rest = found.split_once("://").and_then(|(_, rest)| rest.split_once('/'));
    // only an address of these forms can be made into that of the player
    let id = rest.and_then(|(_, path)| {
        path.strip_prefix("w/").or_else(|| path.strip_prefix("videos/watch/"))
    });
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    if id.is_some_and(|id| !id.is_empty() && id.bytes().all(plain)) {
        return Some(found);
    }
    let message = format!("`{}` is not the address of a video on PeerTube", url.value);
    problems.push(
        Diagnostic::new(Code::BadVideo, url.span, message)
            .help("write the address of the video's page: https://…/w/ and its id"),
    );
    None
}

fn address(url: &Spanned<String>, key: &str, problems: &mut Problems) -> Option<String> {
    // the time in a recording is appended as `?start=` or `#t=`
    if is_web_address(&url.value) && !url.value.contains(['?', '#']) {
        return Some(url.value.clone());
    }
    let message = format!("`{key}` is not the address of a video");
    problems.push(
        Diagnostic::new(Code::BadVideo, url.span, message)
            .help("write an address that begins with https://, without `?` and `#`"),
    );
    None
}
