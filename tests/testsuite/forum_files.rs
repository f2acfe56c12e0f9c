//! The files of a forum for other programs: what they say of the good site, and where there are
//! none. `tests/run outputs` has them read by programs that are not ours.

use serde_json::Value;

use crate::harness::{CORRECTIONS, Case, FORUM, SITE, TRANSCRIPT};

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
    assert!(page.contains(r#"href="calendar.ics""#), "{page}");
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
fn a_schedule_without_known_times_says_so_and_names_no_address_that_leads_nowhere() {
    let case = Case::new("good").replace(SITE, "base_url: https://example.org/forum/\n", "");
    case.built();
    let xml = case.published("agi/schedule.xml");
    assert!(xml.contains("<start>00:00</start>\n    <duration>00:00</duration>"), "{xml}");
    assert!(xml.contains("当天的钟点和时长无从得知"), "{xml}");
    assert!(!xml.contains("<url>"), "{xml}");
    let json: Value = serde_json::from_str(&case.published("agi/schedule.json")).unwrap();
    let days = &json["schedule"]["conference"]["days"];
    let event = &days[0]["rooms"]["上海·徐汇西岸"][1];
    let guid = event["guid"].as_str().unwrap();
    assert_eq!(event["title"], "大模型的道与术");
    assert_eq!(event["url"], format!("urn:uuid:{guid}"));
    assert!(case.published("data/index.html").contains("urn:uuid:"));
}

#[test]
fn a_schedule_has_the_times_of_the_recording_and_the_addresses_of_pages_where_they_are_known() {
    let case = Case::new("good")
        .replace(FORUM, "    title: 开幕致辞\n", "    title: 开幕致辞\n    start: 2:30\n")
        .replace(
            FORUM,
            "    title: 大模型的道与术\n",
            "    title: 大模型的道与术\n    start: 12:59\n",
        )
        .replace(FORUM, "    title: 共识与落地\n", "    title: 共识与落地\n    start: 1:02:00\n");
    case.built();
    let json: Value = serde_json::from_str(&case.published("agi/schedule.json")).unwrap();
    let events = &json["schedule"]["conference"]["days"][0]["rooms"]["上海·徐汇西岸"];
    let times = |n: usize| (events[n]["start"].as_str().unwrap(), &events[n]["duration"]);
    assert_eq!(times(0), ("00:02", &Value::from("00:11")));
    assert_eq!(times(1), ("00:12", &Value::from("00:50")));
    // nothing follows the last talk that has a time
    assert_eq!(times(2), ("01:02", &Value::from("00:00")));
    assert_eq!(events[1]["date"], "2024-07-05T00:12:00Z");
    assert_eq!(events[1]["url"], "https://example.org/forum/agi/tao-dacheng/");
    assert!(!case.published("data/index.html").contains("urn:uuid:"));
}

#[test]
fn captions_have_the_clean_words_the_times_of_the_recording_and_whoever_speaks() {
    let case = Case::new("good")
        .replace(TRANSCRIPT, "大家好啊，今天非常荣幸", "\n\n[00:02:00] 大家好啊，今天非常荣幸")
        .replace(TRANSCRIPT, "谢谢陶院士。", "\n\n[00:02:20] 谢谢陶院士。");
    case.built();
    let captions = case.published("agi/tao-dacheng/captions.vtt");
    let blocks: Vec<&str> = captions.trim_end().split("\n\n").collect();
    assert_eq!(blocks[0], "WEBVTT");
    assert!(blocks[1].starts_with("NOTE\n大模型的道与术\n迈向AGI"), "{captions}");
    assert!(
        blocks[1].contains("https://www.bilibili.com/video/BV1iT421k7Bv/?p=31\n"),
        "{captions}"
    );
    let data: Value = serde_json::from_str(&case.published("data/agi.json")).unwrap();
    let record = data["record"].as_array().unwrap();
    let first = record.iter().find(|entry| entry["start"] == 120).unwrap();
    let id = first["id"].as_str().unwrap();
    assert!(blocks[2].starts_with(&format!("{id}\n00:02:00.000 --> 00:02:")), "{captions}");
    let words: Vec<&str> =
        blocks[2..].iter().map(|block| block.rsplit("<v 陶大程>").next().unwrap()).collect();
    assert!(words.concat().contains("训练的办法很多，信通院也有评测。"), "{captions}");
    // there is no time at the beginning of the second cue, so that it is estimated
    assert!(blocks[3].starts_with(&format!("{id}-2~\n00:02:")), "{captions}");
    // the first talk was over when the first time was written
    assert!(!case.path("public/agi/li-hua/captions.vtt").exists());
    let link = "<a href=\"captions.vtt\" download>";
    assert!(case.published("agi/tao-dacheng/index.html").contains(link));
    assert!(!case.published("agi/li-hua/index.html").contains(link));
}

#[test]
fn the_debate_has_hosts_speakers_and_cuts_where_the_record_has_them() {
    let case = Case::new("good");
    case.built();
    let xml = case.published("agi/akoma-ntoso.xml");
    let lines: Vec<&str> = xml.lines().map(str::trim).collect();
    let place = |line: &str| {
        lines.iter().position(|l| l.starts_with(line)).unwrap_or_else(|| panic!("{line} in {xml}"))
    };
    let order = [
        "<debateSection name=\"session\" eId=\"session-discussion\">",
        "<debateSection name=\"talk\" eId=\"talk-roundtable\">",
        "<narrative eId=\"cut-",
        "<speech by=\"#person-wei-kai\"",
        "<speech by=\"#person-qiao-yu\"",
        "<debateSection name=\"closing\" eId=\"closing\">",
    ];
    let places = order.map(place);
    assert!(places.is_sorted(), "{places:?} in {xml}");
    assert_eq!(lines[places[2]].matches("未收录：试音").count(), 1);
    // whoever leads the panel, and whose name nobody has verified
    assert!(lines[places[3]].ends_with("as=\"#role-chair\">"), "{}", lines[places[3]]);
    assert_eq!(lines[places[4] + 1], "<from>乔宇（待核实）</from>");
    // the clean text, not what was heard
    assert!(xml.contains("信通院也有评测") && !xml.contains("新通院"), "{xml}");
}

#[test]
fn a_debate_that_was_published_is_read_as_a_transcript_with_the_same_words_by_the_same_people() {
    let said = |case: &Case, words: &str| -> Vec<(Value, String)> {
        let data: Value = serde_json::from_str(&case.published("data/agi.json")).unwrap();
        let record = data["record"].as_array().unwrap();
        let mut said: Vec<(Value, String)> = Vec::new();
        for entry in record.iter().filter(|entry| entry["part"] != "cut") {
            let (speaker, words) = (&entry["speaker"], entry[words].as_str().unwrap().trim());
            match said.last_mut() {
                // a cut divided the words of one speaker
                Some((last, before)) if last == speaker => before.push_str(words),
                _ => said.push((speaker.clone(), words.to_owned())),
            }
        }
        said
    };
    let published = Case::new("good");
    published.built();
    let read = Case::new("good")
        .remove(TRANSCRIPT)
        .remove(CORRECTIONS)
        .write("content/agi/debate.xml", published.published("agi/akoma-ntoso.xml"))
        .replace(
            FORUM,
            "cut:\n- {from: 喂喂，试一下, to: 一下话筒。, why: 试音}\n",
            "transcript: debate.xml\n",
        );
    read.built();
    assert_eq!(said(&read, "verbatim"), said(&published, "clean"));
}

#[test]
fn a_forum_without_a_day_has_no_file_that_needs_one_and_no_link_to_it() {
    // the head of the transcript has the day as well
    let case = Case::new("good").replace(FORUM, "date: 2024-07-05\n", "").replace(
        TRANSCRIPT,
        "20240705-",
        "",
    );
    case.built();
    for file in ["calendar.ics", "schedule.xml", "schedule.json", "akoma-ntoso.xml"] {
        assert!(!case.path("public/agi").join(file).exists(), "{file}");
        assert!(!case.published("agi/index.html").contains(&format!("{file}\"")), "{file}");
    }
    assert!(!case.published("agi/tao-dacheng/index.html").contains("calendar.ics\" download"));
}
