//! The days of a forum, of its sessions and of its talks: within one another, in order, and what
//! holds where none are written.
//!
//! A talk without a day has the days of its session. A session without days has those from the
//! first to the last of its talks, if a day is written for each of them, else the forum's. A forum
//! without days has that of the transcript's heading, and all that are written for sessions and
//! talks. So nothing is claimed that was not written: a talk of a forum of three days, of which
//! nobody says on which it was held, was held on one of the three.

use super::programme::Programme;
use crate::diagnostics::{Code, Diagnostic, Problems, Span};
use crate::input::raw::{RawForum, RawSession, RawTalk};
use crate::model::index::within;
use crate::model::{DateRange, TranscriptHead};

/// The days that are written for a forum, a session or a talk.
#[derive(Clone)]
struct WrittenDates {
    dates: DateRange,
    span: Span,
    /// What they belong to: ``talk `a` ``.
    of: String,
}

/// Checks that written days are within those of what they are a part of, and in order.
pub fn check(raw: &RawForum, problems: &mut Problems) {
    let forum = raw.dates.as_ref().map(|dates| WrittenDates {
        dates: dates.value,
        span: dates.span,
        of: "the forum".to_owned(),
    });
    let mut above = None;
    for session in &raw.sessions {
        let own = of_session(session);
        check_one(own.as_ref(), forum.as_ref(), &mut above, problems);
        let whole = own.or(forum.clone());
        for talk in &session.talks {
            check_one(of_talk(talk).as_ref(), whole.as_ref(), &mut above, problems);
        }
    }
}

fn of_session(session: &RawSession) -> Option<WrittenDates> {
    let dates = session.dates.as_ref()?;
    let of = format!("session `{}`", session.id.value);
    Some(WrittenDates { dates: dates.value, span: dates.span, of })
}

fn of_talk(talk: &RawTalk) -> Option<WrittenDates> {
    let date = talk.date.as_ref()?;
    let of = format!("talk `{}`", talk.id.value);
    Some(WrittenDates { dates: date.value.into(), span: date.span, of })
}

/// Checks the days of a session or a talk against those of the whole that it is a part of, and
/// against those written `above` it, which they replace.
fn check_one(
    own: Option<&WrittenDates>,
    whole: Option<&WrittenDates>,
    above: &mut Option<WrittenDates>,
    problems: &mut Problems,
) {
    let Some(own) = own else { return };
    match whole.filter(|whole| !whole.dates.contains(own.dates)) {
        Some(whole) => problems.push(outside(own, whole)),
        None => {
            let later = above.as_ref().filter(|above| own.dates.first < above.dates.first);
            problems.extend(later.map(|later| backwards(own, later)));
            *above = Some(own.clone());
        }
    }
}

fn outside(own: &WrittenDates, whole: &WrittenDates) -> Diagnostic {
    let (days, all) = (own.dates.short(), whole.dates.short());
    let message = format!("{} is on {days}, but {} is on {all}", own.of, whole.of);
    let both = own.dates.with(whole.dates).short();
    Diagnostic::new(Code::DateOutside, own.span, message)
        .label(format!("not within {all}"))
        .other(whole.span, format!("the days of {}", whole.of))
        .help(format!("correct it, or write `date: {both}` for {}", whole.of))
}

fn backwards(own: &WrittenDates, above: &WrittenDates) -> Diagnostic {
    let (one, two) = (own.dates.first, above.dates.first);
    let message =
        format!("{} is on {one}, before {} on {two}, which stands above it", own.of, above.of);
    Diagnostic::new(Code::DatesBackwards, own.span, message)
        .label("earlier than what stands above")
        .other(above.span, "this should not be later")
        .help("correct whichever of the two is wrong, or put the programme into the order of days")
}

/// The days of a forum.
pub fn of_forum(raw: &RawForum, head: &TranscriptHead) -> Option<DateRange> {
    let written = raw.sessions.iter().flat_map(|session| {
        of_session(session).into_iter().chain(session.talks.iter().filter_map(of_talk))
    });
    let written = written.map(|written| written.dates);
    let all = written.chain(head.date.map(DateRange::from)).reduce(DateRange::with);
    raw.dates.as_ref().map(|dates| dates.value).or(all)
}

/// Fills in the days of sessions and talks for which none are written.
pub fn fill_in(forum: Option<DateRange>, programme: &mut Programme) {
    for session in programme.sessions.indices() {
        let talks = programme.sessions[session].talks.clone();
        let written: Option<Vec<DateRange>> =
            within(talks.clone()).map(|talk| programme.talks[talk].dates).collect();
        let of_talks = written.and_then(|days| days.into_iter().reduce(DateRange::with));
        let days = programme.sessions[session].dates.or(of_talks).or(forum);
        programme.sessions[session].dates = days;
        for talk in within(talks) {
            let own = programme.talks[talk].dates;
            programme.talks[talk].dates = own.or(days);
        }
    }
}
