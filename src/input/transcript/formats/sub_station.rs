//! SubStation Alpha and its successor: `.ssa`, `.ass`.
//!
//! ```text
//! file     = { section }
//! section  = "[" name "]" LF { line }
//! events   = "Format:" field { "," field } LF { "Dialogue:" values | "Comment:" values }
//! values   = as many as fields, parted by commas; the last, Text, may have commas of its own
//! time     = hours ":" minutes ":" seconds "." hundredths
//! text     = { words | "{" override "}" | "\N" | "\n" | "\h" }
//! ```
//!
//! Source: the specification of Aegisub (<https://aegisub.org/docs/latest/ass_tags/>) and files of
//! other tools. `\N` and `\n` end a line, `\h` is a space. Between `{\p1}` and `{\p0}` stands a
//! drawing. Comments are not said. Events need not be in the order of time. The field Name, or
//! Actor, says who speaks.

use std::ops::Range;

use crate::diagnostics::Code;
use crate::input::transcript::builder::TranscriptBuilder;
use crate::input::transcript::format::TranscriptFormat;
use crate::input::transcript::lines::{TextLine, lines};
use crate::input::transcript::timecode;
use crate::input::transcript::timed_cues::{self, CuePiece, TimedCue};
use crate::input::transcript::unread::UnreadKind;
use crate::model::ByteUse;

/// SubStation Alpha.
pub(super) const SUB_STATION: TranscriptFormat = TranscriptFormat {
    name: "a SubStation Alpha script",
    extensions: &["ass", "ssa"],
    only_transcripts: true,
    recognises,
    read,
};

const BAD_TIME: UnreadKind = UnreadKind::new(
    Code::BadTime,
    "the start of this event cannot be read",
    "the starts of {n} events cannot be read",
    "a time is written 0:01:02.34; what the event says is kept",
);
const BAD_EVENT: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "this line of the events is not understood and is left out",
    "{n} lines of the events are not understood and are left out",
    "an event is `Dialogue:` with a value for each field of the line `Format:`",
);
/// The fields where a script has no line `Format:`.
const USUAL_FIELDS: &str =
    "Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text";

fn recognises(text: &str) -> bool {
    let mut told = lines(text).map(|line| line.text.trim()).filter(|line| !line.is_empty());
    let first = told.next().unwrap_or_default();
    first.eq_ignore_ascii_case("[Script Info]")
        || (first.starts_with('[') && told.any(|line| line.starts_with("Dialogue:")))
}

fn read(builder: &mut TranscriptBuilder<'_>) {
    let mut fields = Fields::of(USUAL_FIELDS);
    let (mut in_events, mut cues) = (false, Vec::new());
    for line in lines(builder.source()) {
        let text = line.text.trim();
        if text.starts_with('[') && text.ends_with(']') {
            in_events = text.eq_ignore_ascii_case("[Events]");
            builder.claim(line.range(), ByteUse::Metadata);
        } else if let Some(names) = text.strip_prefix("Format:").filter(|_| in_events) {
            fields = Fields::of(names);
            builder.claim(line.range(), ByteUse::Metadata);
        } else if line.text.trim_start().starts_with("Dialogue:") {
            cues.extend(event(builder, line, &fields));
        } else if in_events && !text.is_empty() && !is_unspoken(text) {
            builder.unread(&BAD_EVENT, line.range());
        } else {
            builder.claim(line.range(), ByteUse::Metadata);
        }
    }
    timed_cues::build(builder, cues);
}

/// Whether a line of the events is of a kind that is not said.
fn is_unspoken(line: &str) -> bool {
    ["Comment:", "Picture:", "Sound:", "Movie:", "Command:", ";", "!:"]
        .iter()
        .any(|kind| line.starts_with(kind))
}

/// Which value of an event is what.
struct Fields {
    count: usize,
    start: Option<usize>,
    end: Option<usize>,
    voice: Option<usize>,
}

impl Fields {
    fn of(names: &str) -> Self {
        let names: Vec<&str> = names.split(',').map(str::trim).collect();
        let at = |wanted: &[&str]| {
            names.iter().position(|name| wanted.iter().any(|w| name.eq_ignore_ascii_case(w)))
        };
        Self {
            count: names.len(),
            start: at(&["Start"]),
            end: at(&["End"]),
            voice: at(&["Name", "Actor"]),
        }
    }
}

/// Reads an event.
fn event(
    builder: &mut TranscriptBuilder<'_>,
    line: TextLine<'_>,
    fields: &Fields,
) -> Option<TimedCue> {
    let values = values(line, fields.count);
    let Some(text) = values.get(fields.count.saturating_sub(1)).cloned() else {
        builder.unread(&BAD_EVENT, line.range());
        return None;
    };
    let source = builder.source();
    let value = |field: Option<usize>| field.and_then(|field| values.get(field)).cloned();
    let time = |range: Option<Range<usize>>| timecode::parse(&source[range?]);
    let start = value(fields.start);
    // what is before the text, but for times and the name, is layout
    builder.claim(line.at..text.start, ByteUse::Metadata);
    let mut cue = TimedCue {
        start: time(start.clone()),
        end: time(value(fields.end)),
        time: start.unwrap_or(line.at..line.at),
        pieces: pieces(builder, text),
        voice: None,
    };
    if let Some(end) = value(fields.end) {
        builder.claim(end, ByteUse::Time);
    }
    if cue.start.is_none() {
        builder.report(&BAD_TIME, line.range());
    }
    if let Some(range) =
        value(fields.voice).filter(|range| !source[range.clone()].trim().is_empty())
    {
        cue.voice = Some((source[range.clone()].trim().to_owned(), range));
    }
    Some(cue)
}

/// The ranges of an event's values; of the last one, all that is left of the line.
fn values(line: TextLine<'_>, count: usize) -> Vec<Range<usize>> {
    let from = line.text.find(':').map_or(0, |at| at + 1);
    let mut at = line.at + from;
    let parts = line.text[from..].splitn(count.max(1), ',').map(|value| {
        let range = at..at + value.len();
        at = range.end + 1;
        range
    });
    parts.collect()
}

/// The words of an event's text; claims what is none.
fn pieces(builder: &mut TranscriptBuilder<'_>, range: Range<usize>) -> Vec<CuePiece> {
    let source = builder.source();
    let (mut at, mut drawing, mut pieces) = (range.start, false, Vec::new());
    while at < range.end {
        let rest = &source[at..range.end];
        let closed = rest.starts_with('{').then(|| rest.find('}')).flatten();
        let (length, used) = if let Some(end) = closed {
            drawing = is_drawing(&rest[..end]).unwrap_or(drawing);
            (end + 1, ByteUse::Markup)
        } else if rest.starts_with("\\N") || rest.starts_with("\\n") {
            pieces.push(CuePiece::LineEnd(at));
            (2, ByteUse::Markup)
        } else if rest.starts_with("\\h") {
            pieces.push(CuePiece::SaidAs(at..at + 2, " ".to_owned()));
            (2, ByteUse::Said)
        } else {
            let next = rest.char_indices().skip(1).find(|(_, c)| "{\\".contains(*c));
            let length = next.map_or(rest.len(), |(at, _)| at);
            if !drawing {
                pieces.push(CuePiece::Said(at..at + length));
            }
            (length, if drawing { ByteUse::Markup } else { ByteUse::Said })
        };
        if used == ByteUse::Markup {
            builder.claim(at..at + length, used);
        }
        at += length;
    }
    pieces
}

/// Whether an override begins or ends a drawing: `{\p1`, `{\p0`.
fn is_drawing(text: &str) -> Option<bool> {
    let mut levels = text.split('\\').filter_map(|tag| tag.strip_prefix('p'));
    let level: u32 = levels.find_map(|level| level.trim().parse().ok())?;
    Some(level > 0)
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Code;
    use crate::input::transcript::test_reading::{codes, timed};

    const HEAD: &str = "[Script Info]\n\n[Events]\n\
        Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";

    #[test]
    fn events_are_read_in_the_order_of_time_with_their_voices() {
        let source = format!(
            "\u{feff}{HEAD}Comment: 0,0:00:00.00,0:00:01.00,D,,0,0,0,,不说\n\
             Dialogue: 0,0:00:03.60,0:00:06.05,D,乙,0,0,0,,一, 二{{\\i1}}三{{\\i0}}\r\n\
             Dialogue: 0,0:00:00.34,0:00:03.60,D,甲,0,0,0,,{{\\an8}}大家\\N早上\\h好\n\
             Dialogue: 0,0:00:06.10,0:00:08.00,D,,0,0,0,,{{\\p1}}m 0 0 l 100{{\\p0}}\n"
        );
        assert_eq!(
            timed("a.ass", &source),
            [(Some(340), Some("甲"), "大家早上 好"), (Some(3600), Some("乙"), "一, 二三")]
                .map(|(at, who, said)| (at, who.map(str::to_owned), said.to_owned()))
        );
        assert!(codes("a.ass", &source).is_empty());
    }

    #[test]
    fn what_is_not_understood_is_reported_and_words_are_kept() {
        let source = format!("{HEAD}Dialogue: 0,一,0:00:01.00,D,,0,0,0,,好\n什么\nDialogue: 0\n");
        assert_eq!(timed("a.ass", &source), [(None, None, "好".to_owned())]);
        assert_eq!(codes("a.ass", &source), [Code::BadTime, Code::NotUnderstood]);
    }
}
