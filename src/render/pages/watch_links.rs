//! Links to the recording of a forum.

use crate::model::recording::RecordingSource;
use crate::model::{Recording, Timestamp};
use crate::render::views::analysis::WatchView;
use crate::ui_strings::UiStrings;

/// The link to a recording from a time on; to its beginning where there is no time.
pub fn view(video: &Recording, start: Option<Timestamp>) -> WatchView {
    let second = start.map(|start| start.at);
    let player = video.player(second);
    WatchView {
        url: video.address(second),
        time: second.map(|second| second.to_string()),
        about: start.is_some_and(|start| start.about),
        frame: player.as_ref().is_some_and(|player| player.frame),
        player: player.map(|player| player.address),
    }
}

/// The text of a link to a recording, which names the host where readers know it.
pub fn link_text<'a>(video: &Recording, strings: &'a UiStrings) -> &'a str {
    match video.source {
        RecordingSource::Bilibili { .. } => strings.get("watch_bilibili"),
        RecordingSource::Youtube(_) => strings.get("watch_youtube"),
        RecordingSource::Peertube(_) | RecordingSource::File(_) => strings.get("watch"),
    }
}
