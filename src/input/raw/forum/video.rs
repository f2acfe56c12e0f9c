//! The recording of a forum, a session or a talk.

use crate::diagnostics::{Problems, Span};
use crate::input::fields::Fields;
use crate::input::schema::{Key, Mapping, video};
use crate::input::yaml::Spanned;
use crate::model::RecordingOffset;

/// A recording, and by how much it is ahead of the times of the transcript.
#[derive(Clone, Debug)]
pub struct RawRecording {
    /// Where it is hosted; `None` if not given.
    pub video: Option<RawVideo>,
    /// By how much it is ahead; `None` if not given.
    pub offset: Option<Spanned<RecordingOffset>>,
}

/// Reads the keys `video` and `offset` of a mapping.
pub(super) fn read_recording<M: Mapping>(
    fields: &Fields<'_, M>,
    (video, offset): (Key<M>, Key<M>),
    problems: &mut Problems,
) -> RawRecording {
    let video = fields.mapping(video, problems);
    RawRecording {
        video: video.map(|video| read(&video, problems)),
        offset: fields.parsed(offset, RecordingOffset::guess, problems),
    }
}

/// Where a recording is hosted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawVideo {
    /// Id on Bilibili.
    pub bilibili: Option<Spanned<String>>,
    /// Id on YouTube.
    pub youtube: Option<Spanned<String>>,
    /// Address on a PeerTube site.
    pub peertube: Option<Spanned<String>>,
    /// Address of a file.
    pub file: Option<Spanned<String>>,
    /// PartNumber of the recording on Bilibili, from 1.
    pub part: Option<u32>,
    /// Whether pages may show the player.
    pub player: bool,
    /// Where the entry begins.
    pub span: Span,
}

/// Reads `video`.
fn read(fields: &Fields<'_, video::Keys>, problems: &mut Problems) -> RawVideo {
    RawVideo {
        bilibili: fields.non_blank_text(video::BILIBILI, problems),
        youtube: fields.non_blank_text(video::YOUTUBE, problems),
        peertube: fields.non_blank_text(video::PEERTUBE, problems),
        file: fields.non_blank_text(video::FILE, problems),
        player: fields.flag(video::PLAYER, problems),
        part: fields.parsed(video::PART, |_| None::<PartNumber>, problems).map(|part| part.value.0),
        span: fields.span(),
    }
}

/// The number of a part, from 1.
struct PartNumber(u32);

impl std::str::FromStr for PartNumber {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = text.parse().ok().filter(|number| *number > 0);
        number.map(Self).ok_or("it is not a whole number from 1 on")
    }
}

impl std::fmt::Display for PartNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
