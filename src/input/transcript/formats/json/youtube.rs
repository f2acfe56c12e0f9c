//! YouTube's `json3`.
//!
//! ```text
//! file  = { "wireMagic": "pb3", "pens", "wsWinStyles", "wpWinPositions", "events": [ event… ] }
//! event = { "tStartMs", "dDurationMs", "aAppend", "segs": [ seg… ], … }
//! seg   = { "utf8", "tOffsetMs", … }
//! ```
//!
//! There is no published grammar; this is that of files that yt-dlp saves (`--sub-format json3`).
//! Times are milliseconds, sometimes in strings; that of a seg counts from its event. Words carry
//! their blanks. An event without `segs` opens a window, one that appends `"\n"` rolls the display.

use super::JsonShape;
use super::document::{Document, NodeIndex};
use super::leftovers::KeyUses;
use super::reader::{JsonReader, Mark};
use super::words::Layout;
use crate::input::transcript::builder::SpeechBreak;
use crate::input::transcript::time_unit::TimeUnit;
use crate::model::Milliseconds;

/// YouTube.
pub(super) const SHAPE: JsonShape = JsonShape { recognises, read, uses: USES };

const USES: KeyUses = KeyUses {
    times: &["tStartMs", "dDurationMs", "tOffsetMs"],
    labels: &[],
    metadata: &["wireMagic", "pens", "wsWinStyles", "wpWinPositions"],
};
/// From how long after its event on the time of a seg is worth having.
const TIME_STEP: u64 = 3000;

fn recognises(document: &Document<'_>, entry: NodeIndex) -> bool {
    let has_segs = |event: &NodeIndex| document.member(*event, "segs").is_some();
    document.member(entry, "wireMagic").is_some()
        || document.all(entry, "events").iter().any(has_segs)
}

fn read(reader: &mut JsonReader<'_, '_>, entries: &[NodeIndex]) {
    for entry in entries {
        for event in reader.document.all(*entry, "events") {
            read_event(reader, event);
        }
    }
}

fn read_event(reader: &mut JsonReader<'_, '_>, event: NodeIndex) {
    let document = reader.document;
    let segs = document.all(event, "segs");
    let texts: Vec<(NodeIndex, NodeIndex)> =
        segs.iter().filter_map(|seg| Some((*seg, document.member(*seg, "utf8")?))).collect();
    let Some((_, first)) = texts.first() else { return };
    reader.builder.break_at(SpeechBreak::Cue, document.inner(*first).start);
    let begin = document.member(event, "tStartMs");
    let begin = reader.begins(begin, TimeUnit::Milliseconds);
    let mut last = begin.as_ref().map(|(time, _)| *time);
    let end = document.member(event, "dDurationMs");
    let duration = end.and_then(|end| reader.time(end, TimeUnit::Milliseconds));
    let ended = last.zip(duration).map(|(begin, length)| Milliseconds(begin.0 + length.0));
    let start = last;
    reader.set(Mark { time: begin, ..Mark::default() });
    for (index, (seg, text)) in texts.into_iter().enumerate() {
        if let Some(mark) = offset_mark(reader, seg, start, last) {
            last = mark.ended;
            reader.set(mark);
        }
        reader.say(text, Layout { trimmed: index == 0, ..Layout::CUE });
    }
    if let Some(ended) = ended {
        reader.builder.ended(ended);
    }
}

/// The time of a seg, where it is well after the last one that is known.
fn offset_mark(
    reader: &mut JsonReader<'_, '_>,
    seg: NodeIndex,
    start: Option<Milliseconds>,
    last: Option<Milliseconds>,
) -> Option<Mark> {
    let node = reader.document.member(seg, "tOffsetMs")?;
    let offset = reader.time(node, TimeUnit::Milliseconds)?;
    let time = Milliseconds(start?.0 + offset.0);
    let place = reader.document.range(node);
    let ended = Some(time).filter(|time| last.is_none_or(|last| time.0 >= last.0 + TIME_STEP))?;
    Some(Mark { ended: Some(ended), time: Some((time, place)), ..Mark::default() })
}
