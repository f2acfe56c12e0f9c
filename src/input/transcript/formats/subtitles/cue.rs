//! A cue as it stands in the file.

use std::ops::Range;

use super::messages;
use super::time_line::{CueTimes, LineOfTimes};
use crate::input::transcript::builder::TranscriptBuilder;
use crate::input::transcript::cue_text::CueSyntax;
use crate::input::transcript::lines::TextLine;
use crate::model::{ByteUse, Milliseconds};

/// A cue: its times and where its words are.
#[derive(Debug, Default)]
pub(super) struct Cue {
    /// The offset at which it begins.
    pub(super) at: usize,
    /// Whether it has a line of times, well-formed or not.
    pub(super) has_times: bool,
    /// When it begins and where the file says so.
    pub(super) start: Option<(Milliseconds, Range<usize>)>,
    /// When it ends.
    pub(super) end: Option<Milliseconds>,
    /// The lines of its text.
    pub(super) lines: Vec<Range<usize>>,
}

impl Cue {
    /// A cue that begins at a line which has its times, and may have words.
    pub(super) fn begin(
        builder: &mut TranscriptBuilder<'_>,
        line: TextLine<'_>,
        times: LineOfTimes,
        syntax: CueSyntax,
    ) -> Self {
        let mut cue = Self { at: line.at, has_times: true, ..Self::default() };
        match times {
            LineOfTimes::Read(times) => cue.read_times(builder, line, &times, syntax),
            // the words of the cue are kept; only their time is unknown
            LineOfTimes::Spoilt => builder.unread(&messages::BAD_TIME, line.range()),
        }
        cue
    }

    fn read_times(
        &mut self,
        builder: &mut TranscriptBuilder<'_>,
        line: TextLine<'_>,
        times: &CueTimes,
        syntax: CueSyntax,
    ) {
        let range = line.part(0..times.rest);
        if times.start.is_negative || times.end.is_negative {
            builder.report(&messages::NEGATIVE_TIME, range.clone());
        } else if syntax == CueSyntax::WebVtt && !times.is_standard {
            builder.report(&messages::TIME_FORM, range.clone());
        }
        self.start = Some((times.start.time, range));
        self.end = Some(times.end.time);
        self.rest_of_line(builder, line.part(times.rest..line.text.len()), syntax);
    }

    /// Reads what stands behind the times: settings, or words of SubRip.
    fn rest_of_line(
        &mut self,
        builder: &mut TranscriptBuilder<'_>,
        rest: Range<usize>,
        syntax: CueSyntax,
    ) {
        let text = builder.source().get(rest.clone()).unwrap_or_default();
        let settings = settings_length(text, syntax);
        builder.claim(rest.start..rest.start + settings, ByteUse::Metadata);
        let words = &text[settings..];
        let begin = rest.start + settings + (words.len() - words.trim_start().len());
        let words = begin..begin + words.trim().len();
        match syntax {
            _ if words.is_empty() => {}
            CueSyntax::SubRip => self.lines.push(words),
            CueSyntax::WebVtt => builder.unread(&messages::WORDS_BEHIND_TIMES, words),
        }
    }
}

/// The settings of a cue in WebVTT.
const SETTINGS: [&str; 6] = ["align", "line", "position", "region", "size", "vertical"];

/// The length of the settings that stand behind the times of a cue.
fn settings_length(rest: &str, syntax: CueSyntax) -> usize {
    let mut length = 0;
    for token in rest.split_whitespace() {
        let end = token.as_ptr() as usize - rest.as_ptr() as usize + token.len();
        // players of WebVTT pass over any setting; one of another script is more likely said
        let passed_over = syntax == CueSyntax::WebVtt && token.is_ascii();
        if !is_setting(token) && !passed_over {
            break;
        }
        length = end;
    }
    length
}

/// Whether a text has settings and nothing else.
pub(super) fn has_settings_alone(text: &str) -> bool {
    text.split_whitespace().all(is_setting)
}

/// Whether a word is a setting: `align:start`, or a coordinate of SubRip, `X1:201`.
pub(super) fn is_setting(token: &str) -> bool {
    let Some((name, value)) = token.split_once(':') else { return false };
    let is_coordinate = ["X1", "X2", "Y1", "Y2"].iter().any(|c| name.eq_ignore_ascii_case(c));
    let number = value.trim_start_matches('-');
    let digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    (is_coordinate && digits) || (SETTINGS.contains(&name) && value.is_ascii())
}
