//! On which days a forum and its talks were held, for calendars and schedules.
//!
//! All of them ask here, so that there is one answer to what a forum without a day, or a talk of
//! an unknown day, means.

use crate::model::{Forum, Talk};

/// The days of a forum or a talk, from the first to the last.
pub use crate::model::DateRange as EventDays;

/// The days of a forum; `None` if neither `forum.yaml` nor the transcript gives them.
pub fn of_forum(forum: &Forum) -> Option<EventDays> {
    forum.dates
}

/// The days on which a talk may have been held: its own, else those of its session or forum.
pub fn of_talk(_forum: &Forum, talk: &Talk) -> Option<EventDays> {
    talk.dates
}
