//! What the program finds by itself, on the real forum; citations, metadata and links to edit.

use std::collections::BTreeSet;
use std::path::Path;

use biblatex::{Bibliography, ChunksExt, DateValue, PermissiveType};
use forum_proceedings::analysis::keywords::Lexicon;
use forum_proceedings::analysis::mentions::{self, Mentions};
use forum_proceedings::analysis::{Analysis, ForumAnalysis};
use forum_proceedings::diagnostics::SourceMap;
use forum_proceedings::input::{files::content_folder, load};
use forum_proceedings::model::record::Record;
use forum_proceedings::model::{ForumIndex, IndexVec, Site, SpeakerIndex, TextOwner};
use forum_proceedings::passages::{self, LockedPlaces};
use forum_proceedings::text::Segmenter;

use serde_json::{Value, json};

use crate::harness::{Case, FORUM, SITE, SPEAKERS, TRANSCRIPT};

/// The only forum of the real site.
const FIRST: ForumIndex = ForumIndex::FIRST;

/// The records of a site.
type Records = IndexVec<ForumIndex, Record>;

/// The real site, its records, and what is found in them.
fn real() -> (Site, Records, IndexVec<ForumIndex, Mentions>, Analysis) {
    let (mut sources, mut problems) = (SourceMap::default(), Vec::new());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tree = content_folder::read(root, &mut sources, &mut problems);
    let site = load::load(&tree, &mut sources, &mut problems).expect("content/ is sound");
    let segmenter = passages::site_segmenter(&site, Segmenter::load());
    let record =
        |forum| passages::make_record(forum, &LockedPlaces::find(forum), &segmenter).record;
    let records: Records = site.forums.iter().map(record).collect();
    let lexicon = Lexicon::of(&site, &segmenter);
    let numbered = records.enumerated();
    let found =
        numbered.map(|(n, record)| ForumAnalysis::of(&site, n, record, &segmenter, &lexicon));
    let found: IndexVec<ForumIndex, ForumAnalysis> = found.collect();
    let analysis = Analysis::of(found.enumerated().map(|(n, found)| (n, &found.terms)));
    (site, records, found.into_iter().map(|found| found.mentions).collect(), analysis)
}

#[test]
fn mentions_are_those_that_a_reader_marks() {
    let (site, records, mentions, _) = real();
    let marked: Vec<[&str; 4]> = include_str!("../truth/mentions.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect::<Vec<_>>().try_into().expect("four columns"))
        .collect();
    let talks: BTreeSet<&str> = marked.iter().map(|m| m[0]).collect();
    let (forum, record) = (&site.forums[FIRST], &records[FIRST]);
    let mut missing = marked.clone();
    let mut wrong = Vec::new();
    for mention in &mentions[FIRST].found {
        let passage = &record.passages[mention.passage];
        let (TextOwner::Talk(talk) | TextOwner::Host(Some(talk))) = forum.turns[passage.turn].owner
        else {
            continue;
        };
        if !talks.contains(forum.talks[talk].id.as_str()) {
            continue;
        }
        let clean = passage.clean(forum);
        let whom = site.speakers[mention.whom].id.as_str();
        let is = |m: &[&str; 4]| {
            m[1] == passage.id && m[2] == &clean[mention.range.0.clone()] && m[3] == whom
        };
        match missing.iter().position(is) {
            Some(at) => drop(missing.remove(at)),
            None => wrong.push((passage.id.clone(), clean[mention.range.0.clone()].to_owned())),
        }
    }
    assert_eq!(wrong, [], "found, and not marked");
    let found = marked.len() - missing.len();
    assert!(found * 100 >= marked.len() * 80, "{found} of {}: {missing:?}", marked.len());
}

#[test]
fn keywords_are_no_names_no_fillers_and_nothing_that_every_talk_says() {
    let (site, _, _, analysis) = real();
    for talk in analysis.keywords.talks() {
        let keywords = analysis.keywords.of(talk);
        assert!(keywords.len() <= 10);
        for keyword in keywords {
            let word = keyword.word.as_str();
            assert!(!site.speakers.iter().any(|s| s.spellings().any(|n| n == word)), "{word}");
            assert!(
                !["大家", "谢谢", "问题", "大模型", "人工智能", "我们"].contains(&word),
                "{word}"
            );
        }
    }
    let long = analysis.keywords.talks().filter(|t| analysis.keywords.of(*t).len() == 10).count();
    assert!(long >= 20, "{long} talks have ten keywords");
}

#[test]
fn a_form_that_two_could_mean_is_settled_for_a_talk() {
    let (mut site, records, settled, _) = real();
    let speaker = site.speakers.position(|s| s.id == "chen-jisheng").unwrap();
    let mentioned = |m: &Mentions| m.found.iter().filter(|m| m.whom == speaker).count();
    let unsure = |m: &Mentions| m.unsure.iter().filter(|p| p.message.contains("陈总")).count();
    let settled = &settled[FIRST];
    assert_eq!(unsure(settled), 1, "the one in another talk is nobody's");
    // two 陈总 spoke, and without the form each of those in the panel could be either
    let panel = site.forums[FIRST].talks.iter_mut().find(|t| t.id == "roundtable").unwrap();
    panel.called.clear();
    let segmenter = passages::site_segmenter(&site, Segmenter::load());
    let open = mentions::find(&site, &site.forums[FIRST], &records[FIRST], &segmenter);
    assert!(unsure(&open) >= 11, "{} notes", unsure(&open));
    assert!(mentioned(settled) >= mentioned(&open) + 10);
}

#[test]
fn a_forums_bibtex_is_read_by_biblatex() {
    let case = Case::new("citing");
    case.built();
    let text = case.published("agi/cite.bib");
    let read = Bibliography::parse(&text).expect("biblatex reads it");
    assert_eq!(read.iter().count(), 3);
    for entry in read.iter() {
        assert_eq!(entry.book_title().unwrap().format_verbatim(), "迈向AGI：大模型焕新与产业赋能");
        let PermissiveType::Typed(date) = entry.date().unwrap() else { panic!("no date") };
        let DateValue::At(day) = date.value else { panic!("a range") };
        assert_eq!((day.year, day.month, day.day), (2024, Some(6), Some(4))); // from 0
        let talk = entry.key.trim_end_matches("-20240705");
        assert_eq!(entry.url().unwrap(), format!("https://example.org/forum/agi/{talk}/"));
    }
    let tao = read.get("tao-dacheng-20240705").unwrap();
    let author = &tao.author().unwrap()[0];
    assert_eq!((author.name.as_str(), author.given_name.as_str()), ("陶", "大程"));
}

#[test]
fn a_brace_alone_breaks_no_bibtex_and_a_suffix_stands_in_its_place() {
    let case = Case::new("citing-braces")
        .replace(FORUM, "title: 大模型的道与术", "title: '集合 {x 的开始'")
        .replace(SPEAKERS, "name: 李华", "name: Martin Luther King Jr.");
    case.built();
    let text = case.published("agi/cite.bib");
    assert_eq!(text.matches('{').count(), text.matches('}').count(), "{text}");
    assert!(text.contains("author = {King, Jr., Martin Luther}"), "{text}");
    let read = Bibliography::parse(&text).expect("biblatex reads it");
    assert_eq!(read.len(), 3);
}

#[test]
fn two_of_one_name_are_two_in_the_picture_of_a_panel() {
    let case =
        Case::new("panel-of-one-name").replace(SPEAKERS, "name: 乔宇", "name: 魏凯").replace(
            FORUM,
            "    - wei-kai: 好，这个回答很实在",
            "    - wei-kai: 好，这个回答很实在\n    - qiao-yu: 今天的圆桌到此",
        );
    case.built();
    let page = case.published("agi/roundtable/index.html");
    let voices = page.split("class=\"rows\"").nth(1).unwrap().split("</ol>").next().unwrap();
    assert_eq!(voices.matches("魏凯").count(), 2, "{voices}");
}

#[test]
fn every_talk_and_passage_of_the_real_forum_is_read_by_biblatex() {
    use forum_proceedings::cite::{CiteStrings, Work, bibtex};
    let (mut site, records, ..) = real();
    site.config.base_url = Some("https://example.org/forum/".into());
    let (forum, strings) = (&site.forums[FIRST], CiteStrings::default());
    let mut read = 0;
    let mut check = |work: &Work, names: &[&str], url: &str| {
        let parsed = Bibliography::parse(&bibtex(work, &strings)).expect("biblatex reads it");
        let entry = parsed.get(&work.key).expect("under its key");
        assert_eq!(entry.title().unwrap().format_verbatim(), work.title);
        assert_eq!(entry.book_title().unwrap().format_verbatim(), forum.title);
        let authors = entry.author().unwrap_or_default();
        let authors: Vec<String> =
            authors.iter().map(|a| format!("{}{}", a.name, a.given_name)).collect();
        assert_eq!(authors, names);
        assert_eq!(entry.url().unwrap(), url);
        let PermissiveType::Typed(date) = entry.date().unwrap() else { panic!("no date") };
        let DateValue::At(day) = date.value else { panic!("a range") };
        assert_eq!((day.year, day.month, day.day), (2024, Some(6), Some(4))); // from 0
        read += 1;
    };
    for (number, talk) in forum.talks.enumerated() {
        let name = |speaker: SpeakerIndex| site.speakers[speaker].name.as_str();
        let names: Vec<&str> = talk.speakers.iter().map(|a| name(a.speaker)).collect();
        let work = Work::published(&site, forum, number);
        let page = format!("https://example.org/forum/{}/{}/", forum.id, talk.id);
        check(&work, &names, &page);
        for passage in &records[FIRST].passages {
            let turn = &forum.turns[passage.turn];
            if turn.owner != TextOwner::Talk(number) {
                continue;
            }
            let (work, names) = match turn.speaker {
                Some(speaker) => (work.by(&site, speaker), vec![name(speaker)]),
                None => (work.clone(), names.clone()),
            };
            check(&work.passage(&passage.id), &names, &format!("{page}#{}", passage.id));
        }
    }
    assert!(read > 25 + 400, "{read} citations were read");
}

#[test]
fn gbt_7714_is_as_made_by_hand_from_the_standard() {
    use forum_proceedings::cite::{Author, CiteStrings, Work, gbt};
    use forum_proceedings::model::Speaker;
    let strings = CiteStrings {
        accessed: "引用日期".into(),
        separator: "、".into(),
        ..CiteStrings::default()
    };
    let author = |name: &str| {
        let mut given = SourceMap::default();
        let span = forum_proceedings::diagnostics::Span::whole(given.add("speakers.yaml", ""));
        Author::of(&Speaker {
            id: "x".into(),
            name: name.trim_end_matches('?').into(),
            latin: None,
            family_and_given: None,
            literal: false,
            heard_as: Vec::new(),
            affiliation: None,
            title: None,
            verified: !name.ends_with('?'),
            links: Vec::new(),
            span,
        })
    };
    for line in include_str!("../truth/gbt.tsv").lines().filter(|l| !l.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [shows, names, title, container, venue, organizer, date, url, want] = fields.as_slice()
        else {
            panic!("{line}")
        };
        let some = |text: &str| (text != "-").then(|| text.to_owned());
        let work = Work {
            key: "x".into(),
            authors: names.split(';').filter(|n| *n != "-").map(author).collect(),
            title: (*title).into(),
            container: (*container).into(),
            organizer: some(organizer),
            venue: some(venue),
            dates: some(date).map(|d| d.parse().unwrap()),
            event_dates: some(date).map(|d| d.parse().unwrap()),
            url: some(url),
            chinese: !title.is_ascii(),
        };
        assert_eq!(gbt(&work, &strings), *want, "{shows}");
    }
}

#[test]
fn all_formats_divide_a_name_alike_and_give_a_group_whole() {
    let case = Case::new("names-in-citations")
        .replace(SPEAKERS, "name: 陶大程", "name: 山田太郎\n  family: 山田\n  given: 太郎")
        .append(SPEAKERS, "- {id: office, name: City Planning, literal: true, title: 组织者}\n")
        .replace(FORUM, "- {id: tao-dacheng, title", "- office\n    - {id: tao-dacheng, title");
    case.built();
    let file = |name: &str| case.published(&format!("agi/tao-dacheng/{name}"));
    assert!(file("cite.bib").contains("author = {{City Planning} and 山田, 太郎}"));
    assert!(file("cite.ris").contains("AU  - City Planning\r\nAU  - 山田, 太郎\r\n"));
    let csl: Value = serde_json::from_str(&file("cite.json")).unwrap();
    let authors = json!([
        {"literal": "City Planning"}, {"family": "山田", "given": "太郎"}
    ]);
    assert_eq!(csl[0]["author"], authors);
    let page = file("index.html");
    assert!(page.contains("City Planning，山田太郎. "), "GB/T 7714");
    assert!(page.contains("<meta name=\"citation_author\" content=\"City Planning\">"));
    let person = case.published("speakers/tao-dacheng/index.html");
    assert!(person.contains("\"familyName\":\"山田\",\"givenName\":\"太郎\""));
    let group = case.published("speakers/office/index.html");
    assert!(group.contains("\"@type\":\"Organization\",\"name\":\"City Planning\""));
}

#[test]
fn talks_of_one_day_with_one_id_have_keys_of_their_own() {
    let case = Case::new("keys-of-one-day");
    crate::harness::copy(&case.path("content/agi"), &case.path("content/two"));
    case.built();
    let key = |forum: &str| {
        let bib = case.published(&format!("{forum}/tao-dacheng/cite.bib"));
        bib.split(['{', ',']).nth(1).unwrap().to_owned()
    };
    assert_eq!(key("agi"), "tao-dacheng-20240705-agi");
    assert_eq!(key("two"), "tao-dacheng-20240705-two");
}

#[test]
fn every_passage_leads_to_the_line_where_it_is_corrected() {
    let case = Case::new("editing").replace(
        SITE,
        "title:",
        "edit_url: https://example.org/edit/{path}#L{line}\n\
         report_url: https://example.org/new?t={title}&b={words}%0A{url}\ntitle:",
    );
    case.built();
    let html = case.published("agi/tao-dacheng/index.html");
    let text = std::fs::read_to_string(case.path("content/agi/forum.yaml")).unwrap();
    let line = text.lines().position(|l| l.contains("title: 大模型的道与术")).unwrap() + 1;
    assert!(
        html.contains(&format!("href=\"https://example.org/edit/content/agi/forum.yaml#L{line}\"")),
        "title"
    );
    assert!(html.contains("https://example.org/edit/content/agi/corrections.yaml#L"));
    assert!(html.contains("https://example.org/new?t=%E5%A4%A7%E6%A8%A1"));
    let speaker = case.published("speakers/tao-dacheng/index.html");
    assert!(speaker.contains("https://example.org/edit/content/speakers.yaml#L"));
}

#[test]
fn a_recording_has_one_place_and_an_address_of_the_right_form() {
    let video = |instead: &str| {
        let case = Case::new("video").replace(
            FORUM,
            "video: {bilibili: BV1iT421k7Bv, part: 31}",
            &format!("video: {instead}"),
        );
        case.run(&["check", "--format", "short"]).stderr()
    };
    assert!(
        video("{youtube: dQw4w9WgXcQ, file: 'https://example.org/a.mp4'}").contains("video-twice")
    );
    assert!(video("{youtube: short}").contains("bad-video"));
    assert!(video("{peertube: 'javascript:alert(1)'}").contains("bad-video"));
    assert!(video("{file: 'https://example.org/a.mp4?x'}").contains("bad-video"));
    for site in ["", "/w/abc/", "/w/p/abc", "/videos/embed/abc"] {
        assert!(video(&format!("{{peertube: 'https://x.test{site}'}}")).contains("bad-video"));
    }
    for id in ["BV", "BV1iT421k7B", "BV1iT42Ok7Bv"] {
        assert!(video(&format!("{{bilibili: {id}}}")).contains("bad-video"), "{id}");
    }
    assert!(
        !video("{peertube: 'https://tube.example.org/w/abc', player: true}").contains("error[")
    );
}

#[test]
fn the_time_of_a_talk_is_in_its_link_to_the_recording() {
    let case = Case::new("video-start").replace(
        FORUM,
        "    kind: keynote\n",
        "    kind: keynote\n    start: 1:02:03\n",
    );
    case.built();
    let html = case.published("agi/tao-dacheng/index.html");
    assert!(
        html.contains("https://www.bilibili.com/video/BV1iT421k7Bv/?p=31&amp;t=3723"),
        "{html}"
    );
    let case = Case::new("video-start").replace(
        FORUM,
        "    kind: keynote\n",
        "    kind: keynote\n    start: later\n",
    );
    assert!(case.run(&["check", "--format", "short"]).stderr().contains("wrong-value"));
}

#[test]
fn topics_organisations_and_open_data_have_pages() {
    let case = Case::new("catalogue");
    case.built();
    case.run(&["check"]).exits(0);
    assert!(case.published("topics/da-mo-xing/index.html").contains("agi/tao-dacheng/index.html"));
    assert!(!case.published("organisations/index.html").is_empty());
    assert!(case.published("data/index.html").contains("schema.json"));
    assert!(case.published("data/talks.csv").starts_with("forum,date,session,talk,kind"));
    assert!(case.published("llms.txt").contains("agi/tao-dacheng/clean.md"));
}

/// A forum whose people (a name, and after `=` how it was heard) and words are given; gives what is
/// linked, `words→speaker`, and the notes.
fn spoken_of(people: &[(&str, &str, &str)], said: &str) -> (Vec<String>, String) {
    let speakers: Vec<Value> = people
        .iter()
        .map(|(id, name, title)| {
            let (name, heard) = name.split_once('=').unwrap_or((name, ""));
            let heard: Vec<&str> = heard.split('、').filter(|h| !h.is_empty()).collect();
            json!({"id": id, "name": name, "heard_as": heard, "title": title})
        })
        .collect();
    let others: Vec<&str> = people[1..].iter().map(|(id, ..)| *id).collect();
    let talk = |id: &str, speakers: &[&str], from: &str, to: &str| {
        json!({
            "id": id, "kind": "talk", "title": id, "speakers": speakers, "from": from, "to": to,
        })
    };
    let forum = json!({
        "title": "论坛",
        "sessions": [{"id": "all", "title": "议程", "talks": [
            talk("first", &[people[0].0], "我来讲几句。", "这就是全部。"),
            talk("second", &others, "现在开始讨论。", "讨论到此结束。"),
        ]}],
    });
    let transcript = format!("我来讲几句。{said}这就是全部。\n\n现在开始讨论。讨论到此结束。\n");
    let case = Case::empty("spoken-of")
        .write(SITE, "title: 实录\n")
        .write(SPEAKERS, Value::from(speakers).to_string())
        .write(FORUM, forum.to_string())
        .write(TRANSCRIPT, transcript);
    let notes = case.run(&["check", "--notes", "--format", "short"]).stderr();
    case.built();
    let html = case.published("agi/first/index.html");
    let links = html.split("<a class=\"mention\" href=\"../../speakers/").skip(1);
    let link = |link: &str| {
        let (whom, rest) = link.split_once("/index.html\">").unwrap();
        format!("{}→{whom}", rest.split("</a>").next().unwrap())
    };
    (links.map(link).collect(), notes)
}

#[test]
fn an_ordinary_word_that_sounds_like_a_form_of_address_is_linked_to_nobody() {
    let people =
        [("a", "甲一", "经理"), ("fu-sheng", "傅盛", "董事长兼CEO"), ("b", "乙二", "教授")];
    let said = "刚才副总讲到了手机。这位副总裁也说了，公司有三个副总。傅总说得对。";
    let (links, notes) = spoken_of(&people, said);
    assert_eq!(links, ["傅总→fu-sheng"]);
    assert_eq!(notes.matches("`副总` is linked to nobody").count(), 2, "{notes}");
}

#[test]
fn surnames_that_sound_the_same_are_not_told_apart_where_both_could_be_meant() {
    let people = [
        ("a", "甲一", "经理"),
        ("du-lin", "杜霖", "创始人、CEO"),
        ("du-junping", "堵俊平", "教授"),
    ];
    let (links, notes) = spoken_of(&people, "有请杜老师。杜总刚才说了。");
    assert_eq!(links, ["杜总→du-lin"], "only one of them is a 总");
    assert!(notes.contains("`杜老师` is linked to nobody"), "{notes}");
}

#[test]
fn the_end_of_a_longer_name_and_a_place_that_ends_like_a_title_are_nobody() {
    let people = [
        ("a", "甲一", "经理"),
        ("lin", "林咏华", "副院长"),
        ("liao", "廖运发", "华东分院院长"),
        ("gao", "高明", "总经理"),
    ];
    let said = "请布林老师上台。谢谢廖廖院长。从廖院手中接过话筒。案子到了高院。\
        我们院林老师来了，林院也在。";
    let (links, _) = spoken_of(&people, said);
    assert_eq!(links, ["廖院长→liao", "廖院→liao", "林老师→lin", "林院→lin"]);
}

#[test]
fn of_a_longer_correction_only_the_name_is_a_link() {
    let case = Case::empty("link-in-correction")
        .write(SITE, "title: 实录\n")
        .write(
            SPEAKERS,
            "- {id: a, name: 甲一}\n- {id: fu-sheng, name: 傅盛, title: 董事长兼CEO}\n\
             - {id: wei-kai, name: 魏凯, title: 所长}\n",
        )
        .write(
            FORUM,
            "title: 论坛\nsessions:\n- id: all\n  title: 议程\n  talks:\n\
             \x20 - {id: first, kind: talk, title: 一, speakers: [a], from: 我来讲几句。, \
             to: 这就是全部。}\n\
             \x20 - {id: second, kind: talk, \
             title: 二, speakers: [fu-sheng, wei-kai], from: 现在开始讨论。, to: 讨论到此结束。}\n",
        )
        .write(
            "content/agi/corrections.yaml",
            "- {heard: 感谢副总得, meant: 感谢傅总的}\n- {heard: 副总说, meant: 傅总说}\n\
             - {heard: 复总, meant: 傅总}\n- {heard: 锁长讲, meant: 所长讲}\n\
             - {heard: 有请位, meant: 有请魏}\n\
             - {heard: 魏所讲和富总说, meant: 魏所讲和傅总说}\n",
        )
        .write(
            TRANSCRIPT,
            "我来讲几句。谢谢感谢副总得演讲。刚才副总说了。请复总来。\
             这是魏锁长讲的。有请位所长。就像魏所讲和富总说的。这就是全部。\n\n\
             现在开始讨论。讨论到此结束。\n",
        );
    case.built();
    let html = case.published("agi/first/index.html");
    let from = html.find("谢谢<").expect("a correction that is shown");
    let passage = html[from..].split("这就是全部").next().unwrap();
    let bare = |text: &str| {
        let mut out = String::new();
        for (i, part) in text.split('<').enumerate() {
            let Some((tag, rest)) = part.split_once('>').filter(|_| i > 0) else {
                out.push_str(part);
                continue;
            };
            let name = tag.split(' ').next().unwrap();
            out.push_str(&format!("<{name}>{rest}"));
        }
        out
    };
    assert_eq!(
        bare(passage),
        "谢谢<del>感谢副总得</del><ins>感谢<a>傅总</a>的</ins>演讲。\
         刚才<del>副总说</del><ins><a>傅总</a>说</ins>了。\
         请<a><del>复总</del><ins>傅总</ins></a>来。\
         这是<a>魏</a><del>锁长讲</del><ins><a>所长</a>讲</ins>的。\
         <del>有请位</del><ins>有请<a>魏</a></ins><a>所长</a>。\
         就像<del>魏所讲和富总说</del><ins><a>魏所</a>讲和<a>傅总</a>说</ins>的。"
    );
}

#[test]
fn whose_surname_was_misheard_is_found_by_it_where_it_is_nobody_elses() {
    let people = [
        ("a", "甲一", "经理"),
        ("sui", "眭亚楠=孙亚男", "副教授"),
        ("fu", "傅盛=副盛", "董事长"),
        ("liu", "刘明=牛明", "教授"),
        ("niu", "牛犇", "教授"),
        ("zhou", "周翔=肘子", "博士"),
    ];
    let said =
        "孙老师讲得好。孙教授在吗。副总说。牛老师来了。肘老师呢。隋老师也讲了。我与老师谈过。";
    let (links, notes) = spoken_of(&people, said);
    assert_eq!(links, ["孙老师→sui", "孙教授→sui", "牛老师→niu"]);
    assert!(notes.contains("`副总` is linked to nobody"), "{notes}");
    assert!(notes.contains("`隋老师` is linked to nobody: it sounds like"), "{notes}");
}

#[test]
fn a_spelling_that_is_somebody_elses_form_of_address_is_linked_to_nobody() {
    let people = [
        ("a", "甲一", "经理"),
        ("yang-xi", "杨熙", "评测组负责人"),
        ("yang-xuan", "杨轩=杨总、杨先", "亚太区"),
    ];
    let (links, notes) = spoken_of(&people, "杨总说过，杨先也在。");
    assert_eq!(links, ["杨先→yang-xuan"]);
    assert!(notes.contains("`杨总` is linked to nobody: it could be 杨熙 or 杨轩"), "{notes}");
}
