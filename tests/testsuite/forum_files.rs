//! The files of a forum for other programs: what they say of the good site, and where there are
//! none. `tests/run outputs` has them read by programs that are not ours.

use crate::harness::{Case, FORUM, SITE, TRANSCRIPT};

/// The lines of an iCalendar file, unfolded.
fn unfolded(calendar: &str) -> Vec<String> {
    calendar.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

#[test]
fn a_forum_and_each_talk_have_an_event_that_takes_the_whole_day() {
    let case = Case::new("good");
    case.built();
    let lines = unfolded(&case.published("agi/tao-dacheng/calendar.ics"));
    for line in [
        "DTSTAMP:20240705T000000Z",
        "DTSTART;VALUE=DATE:20240705",
        "DTEND;VALUE=DATE:20240706",
        "SUMMARY:大模型的道与术",
        "LOCATION:上海·徐汇西岸",
        "CATEGORIES:大模型,可解释性",
        "URL:https://example.org/forum/agi/tao-dacheng/",
    ] {
        assert!(lines.contains(&line.to_owned()), "{line} is not in {lines:#?}");
    }
    let whole = unfolded(&case.published("agi/calendar.ics"));
    let uid = whole.iter().find_map(|line| line.strip_prefix("UID:")).unwrap();
    assert!(lines.contains(&format!("RELATED-TO:{uid}")), "{uid}: {lines:#?}");
    let page = case.published("agi/tao-dacheng/index.html");
    assert!(page.contains(r#"href="../../agi/tao-dacheng/calendar.ics""#), "{page}");
}

#[test]
fn the_uid_of_an_event_stays_when_the_address_of_the_site_becomes_known() {
    let uid = |case: &Case| {
        case.built();
        let calendar = case.published("agi/calendar.ics");
        unfolded(&calendar).into_iter().find(|line| line.starts_with("UID:")).unwrap()
    };
    let unknown = Case::new("good").replace(SITE, "base_url: https://example.org/forum/\n", "");
    assert_eq!(uid(&unknown), uid(&Case::new("good")));
    let calendar = unknown.published("agi/calendar.ics");
    assert!(!calendar.contains("\nURL"), "{calendar}");
}

#[test]
fn a_forum_without_a_day_has_no_calendar_and_no_link_to_one() {
    // the head of the transcript has the day as well
    let case = Case::new("good").replace(FORUM, "date: 2024-07-05\n", "").replace(
        TRANSCRIPT,
        "20240705-",
        "",
    );
    case.built();
    assert!(!case.path("public/agi/calendar.ics").exists());
    assert!(!case.published("agi/tao-dacheng/index.html").contains("calendar.ics\" download"));
}
