//! What is reported of subtitles: a kind for each thing that is not as it should be.

use crate::diagnostics::Code;
use crate::input::transcript::unread::UnreadKind;

/// Times of a cue that are none. The words below them are kept.
pub(super) const BAD_TIME: UnreadKind = UnreadKind::new(
    Code::BadTime,
    "the times of this cue cannot be read",
    "the times of {n} cues cannot be read",
    "a cue's times are written 00:01:02,345 --> 00:01:04,000; what it says is kept",
);
/// Times before 0.
pub(super) const NEGATIVE_TIME: UnreadKind = UnreadKind::new(
    Code::NegativeTime,
    "the times of this cue begin before zero, and are read as 0:00",
    "the times of {n} cues begin before zero, and are read as 0:00",
    "shift the times of all cues by as much, or use the file from before they were shifted",
);
/// Times that are read but that players of WebVTT do not take.
pub(super) const TIME_FORM: UnreadKind = UnreadKind::new(
    Code::TimeForm,
    "the times of this cue are not written as WebVTT has them, and are read all the same",
    "the times of {n} cues are not written as WebVTT has them, and are read all the same",
    "players leave out such cues; WebVTT has 00:01:02.345 --> 00:01:04.000",
);
/// Words behind the times of a cue in WebVTT.
pub(super) const WORDS_BEHIND_TIMES: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "what stands behind the times of this cue is no setting of WebVTT, and is left out",
    "what stands behind the times of {n} cues is no setting of WebVTT, and is left out",
    "put words that were said on the line below the times",
);
/// A cue's name that may be words, or a number that a translator has spoilt.
pub(super) const CUE_NAME: UnreadKind = UnreadKind::new(
    Code::CueName,
    "the line above this cue's times stands where its number does, and is left out",
    "the lines above the times of {n} cues stand where their numbers do, and are left out",
    "put words that were said below the times of a cue",
);
/// A number directly below words and above times that may be either.
pub(super) const NUMBER_SAID: UnreadKind = UnreadKind::new(
    Code::CueName,
    "this number above the times of a cue does not follow the last one, and is read as words",
    "{n} numbers above the times of cues do not follow the last ones, and are read as words",
    "put an empty line above the number of a cue, in a copy of the file",
);
/// Words above the first cue.
pub(super) const BEFORE_CUES: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "a line above the first cue has no times and is left out",
    "{n} lines above the first cue have no times and are left out",
    "put words that were said below the times of a cue",
);
/// Words between two cues of WebVTT.
pub(super) const BETWEEN_CUES: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "a line between cues has no times and is left out, as players do",
    "{n} lines between cues have no times and are left out, as players do",
    "if it was said, remove the empty line above it, or give it times",
);
/// Words of SubRip that stand below an empty line and have no times.
pub(super) const UNTIMED_WORDS: UnreadKind = UnreadKind::new(
    Code::UntimedWords,
    "words below an empty line have no times, and are read as said in the cue before",
    "words below {n} empty lines have no times, and are read as said in the cue before",
    "nothing need be done if they were said; cut them out of the talk if not",
);
/// The number of a cue that has no times.
pub(super) const CUE_WITHOUT_TIMES: UnreadKind = UnreadKind::new(
    Code::BadTime,
    "this cue has a number but no times",
    "{n} cues have a number but no times",
    "a cue's times are written 00:01:02,345 --> 00:01:04,000; what it says is kept",
);
/// Words in a file that has no times.
pub(super) const NO_CUES: UnreadKind = UnreadKind::new(
    Code::NoCues,
    "there is no cue in these subtitles",
    "there is no cue in these subtitles",
    "name a transcript without times `….md`",
);
/// A first line that is not quite that of WebVTT.
pub(super) const HEADER_FORM: UnreadKind = UnreadKind::new(
    Code::WebVttHeader,
    "the first line of this file should be `WEBVTT`, and is read so",
    "the first lines of this file should be `WEBVTT`, and are read so",
    "players refuse the file; put `WEBVTT` alone on its first line, in capitals",
);
/// A line of a header that is no `key: value`.
pub(super) const HEADER_LINE: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "a line below `WEBVTT` is not understood and is left out",
    "{n} lines below `WEBVTT` are not understood and are left out",
    "if it was said, put it below the times of a cue",
);
/// A file that says that its cues are no speech.
pub(super) const NO_SPEECH: UnreadKind = UnreadKind::new(
    Code::NoSpeech,
    "this file says that its cues are no speech, and they are published as words all the same",
    "this file says that its cues are no speech, and they are published as words all the same",
    "name the file that has the captions as `transcript`",
);
/// Cues for programs.
pub(super) const DATA_CUE: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "the text of this cue is data for a program and is left out",
    "the texts of {n} cues are data for a program and are left out",
    "name the file that has the captions as `transcript`",
);
/// `<bold>`.
pub(super) const UNKNOWN_TAG: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "this tag is none that WebVTT has, and is left out",
    "{n} tags are none that WebVTT has, and are left out",
    "write &lt; for a sign that was meant as one",
);
/// `<b` to the end of a cue.
pub(super) const OPEN_TAG: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "this tag has no end, so that players leave out the rest of the cue; it is left out",
    "{n} tags have no end, so that players leave out the rest of their cues; they are left out",
    "close the tag with > in a copy of the file",
);
/// `<b 甲一>`.
pub(super) const TAG_WORDS: UnreadKind = UnreadKind::new(
    Code::TagSigns,
    "words in a tag are left out, as players do",
    "words in {n} tags are left out, as players do",
    "nothing need be done if they were not said; else put them behind the >",
);
/// `a<b`.
pub(super) const SIGN_SAID: UnreadKind = UnreadKind::new(
    Code::TagSigns,
    "a `<` that begins no tag is read as words",
    "{n} signs `<` that begin no tag are read as words",
    "players leave out what follows them; WebVTT writes &lt;",
);
/// Lines that rolling captions show again.
pub(super) const REPEATED: UnreadKind = UnreadKind::new(
    Code::RepeatedCaptions,
    "a line that the captions show again is left out",
    "{n} lines that rolling captions show again are left out",
    "nothing need be done: each line is in the text once; what was said twice is there twice",
);
