//! On which days a forum and its talks were held, for calendars and schedules.
//!
//! All of them ask here, so that there is one answer to what a forum without a day, or a talk of
//! an unknown day, means.

use crate::model::{Date, Forum, Talk};

/// The days of a forum, from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventDays {
    /// The first day.
    pub first: Date,
    /// The last day, which may be the first.
    pub last: Date,
}

/// The days of a forum; `None` if `forum.yaml` does not give them.
pub fn of_forum(forum: &Forum) -> Option<EventDays> {
    forum.date.map(|date| EventDays { first: date, last: date })
}

/// The days on which a talk may have been held: its own, else those of the forum.
pub fn of_talk(forum: &Forum, _talk: &Talk) -> Option<EventDays> {
    of_forum(forum)
}
