//! Captions of YouTube Studio: `.sbv`.
//!
//! ```text
//! cue  = time "," time LF { line } blank
//! time = hours ":" minutes ":" seconds "." thousandths
//! ```
//!
//! Source: files of YouTube's export. There is neither a number nor an arrow.

use crate::diagnostics::Code;
use crate::input::transcript::builder::{SpeechBreak, TranscriptBuilder};
use crate::input::transcript::format::TranscriptFormat;
use crate::input::transcript::lines::lines;
use crate::input::transcript::timecode;
use crate::input::transcript::unread::UnreadKind;
use crate::model::Milliseconds;

/// Captions of YouTube Studio.
pub(super) const YOUTUBE_CAPTIONS: TranscriptFormat = TranscriptFormat {
    name: "captions of YouTube (SBV)",
    extensions: &["sbv"],
    only_transcripts: true,
    recognises: |text| lines(text).any(|line| times(line.text).is_some()),
    read,
};

const BEFORE_CUES: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "a line above the first times is left out",
    "{n} lines above the first times are left out",
    "put words that were said below the times of a cue",
);

const BAD_TIME: UnreadKind = UnreadKind::new(
    Code::BadTime,
    "the times of this cue cannot be read",
    "the times of {n} cues cannot be read",
    "a cue's times are written 0:01:02.345,0:01:04.000; what it says is kept",
);

/// Whether a line looks like times and is none: digits, colons and points, with a comma.
fn is_spoilt(line: &str) -> bool {
    let line = line.trim();
    let is_of_time = |c: char| c.is_ascii_digit() || ":.,".contains(c);
    line.chars().all(is_of_time) && line.contains(',') && line.matches(':').count() >= 2
}

/// The two times of a line that has nothing else.
fn times(line: &str) -> Option<(Milliseconds, Milliseconds)> {
    let (from, to) = line.trim().split_once(',')?;
    // with a comma for the point as well, the line would be taken for four numbers
    let is_clock = |text: &str| text.matches(':').count() == 2 && text.contains('.');
    (is_clock(from) && is_clock(to)).then_some(())?;
    Some((timecode::parse(from)?, timecode::parse(to)?))
}

fn read(builder: &mut TranscriptBuilder<'_>) {
    let mut begun = false;
    for line in lines(builder.source()).filter(|line| !line.text.trim().is_empty()) {
        if let Some((from, to)) = times(line.text) {
            builder.break_at(SpeechBreak::Cue, line.at);
            builder.time(from, line.range());
            builder.ended(to);
            begun = true;
        } else if is_spoilt(line.text) {
            builder.break_at(SpeechBreak::Cue, line.at);
            builder.unread(&BAD_TIME, line.range());
        } else if begun {
            let start = line.text.len() - line.text.trim_start().len();
            builder.visible_speech(line.part(start..line.text.trim_end().len()));
            builder.break_at(SpeechBreak::Line, line.at + line.text.len());
        } else {
            builder.unread(&BEFORE_CUES, line.range());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Code;
    use crate::input::transcript::test_reading::{codes, timed};

    #[test]
    fn cues_begin_with_two_times() {
        let source = "0:00:00.340,0:00:03.600\n大家早上好\n欢迎\n\n1:02:03.000,1:02:05.250\n谢谢\n";
        assert_eq!(
            timed("a.sbv", source),
            [(340, "大家早上好欢迎"), (3_723_000, "谢谢")].map(|(at, said)| (
                Some(at),
                None,
                said.to_owned()
            ))
        );
        assert!(codes("a.sbv", source).is_empty());
        let spoilt = source.replace("1:02:03.000,", "1:02:0,");
        assert_eq!(codes("a.sbv", &spoilt), [Code::BadTime]);
        assert_eq!(codes("a.sbv", &format!("工具\n{source}")), [Code::NotUnderstood]);
    }
}
