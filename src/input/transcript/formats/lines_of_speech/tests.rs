//! Whole files of lines of speech.

use proptest::prelude::*;

use super::reader::read;
use crate::diagnostics::{Code, SourceMap};
use crate::input::transcript::builder::TranscriptBuilder;
use crate::model::text_timestamps::TextTimestamps;
use crate::model::{ByteUse, TextOffset, TextRange, Transcript, TranscriptHead};

fn parse(source: &str) -> (SourceMap, Transcript) {
    let mut sources = SourceMap::default();
    let file = sources.add("transcript.md", source);
    let mut builder = TranscriptBuilder::new(file, sources.text(file));
    read(&mut builder);
    let mut transcript = builder.finish(&mut Vec::new());
    transcript.times = TextTimestamps::of(&transcript.found_times).0;
    (sources, transcript)
}

/// The text with the time from which each of its pieces is said.
fn timed(source: &str) -> Vec<(String, Option<u32>)> {
    let text = parse(source).1;
    let pieces = text.text.split_inclusive(' ');
    let at = |piece: &str| piece.as_ptr() as usize - text.text.as_ptr() as usize;
    pieces.map(|p| (p.to_owned(), text.moment(TextOffset(at(p))).map(|m| m.at.0))).collect()
}

#[test]
fn lines_are_joined_without_their_breaks_and_keep_their_blanks() {
    let (_, t) = parse("# 甲 - P1 - 乙 - BV1\r\n\r\n用GP4。\r\n\r\n0到sing\r\n\r\n law呢。\r\n");
    assert_eq!(t.text, "用GP4。0到sing law呢。");
}

#[test]
fn every_character_knows_its_place() {
    let (sources, t) = parse("\u{feff}# 甲\n\n你好。\n\n![](img/1.png)\n\n世界\n");
    let at = t.text.find('界').unwrap();
    let place = sources.place(t.file, t.source_offset(TextOffset(at)));
    assert_eq!((place.line, place.column), (7, 2));
    assert_eq!(t.images[0].at, TextOffset("你好。".len()));
    assert_eq!(t.images[0].path, "img/1.png");
}

#[test]
fn a_heading_sign_later_on_is_speech() {
    let (_, t) = parse("你好\n# 世界\n");
    assert_eq!(t.text, "你好# 世界");
    assert_eq!(t.head, TranscriptHead::default());
}

#[test]
fn the_span_of_a_range_does_not_reach_into_the_next_line() {
    let (sources, t) = parse("你好\n\n世界\n");
    let span = t.span(TextRange::new(0.."你好".len()));
    assert_eq!(&sources.text(t.file)[span.range()], "你好");
}

#[test]
fn a_stamp_is_a_time_and_no_speech() {
    assert_eq!(
        timed("说了 \n[00:01:01] 然后呢 \n[01:05.500 --> 01:09.000] 好\n[对吧] 是的\n"),
        [
            ("说了 ".to_owned(), None),
            ("然后呢 ".to_owned(), Some(61)),
            ("好[对吧] ".to_owned(), Some(65)),
            ("是的".to_owned(), Some(65)),
        ]
    );
    assert_eq!(parse("[00:01] use\n[00:09] it在\n[00:11] 这里\n").1.text, "use it在这里");
}

#[test]
fn a_label_is_a_time_and_ends_what_was_said() {
    let source = "---\ntitle: 甲\n---\n发言人1   00:06\n大家好\n\n发言人 2 01:00:08\n你好。\n\
        Speaker_1 01:01:00:\n嗯\n";
    let found = timed(source);
    assert_eq!(found, [("大家好 ".to_owned(), Some(6)), ("你好。嗯".to_owned(), Some(3608))]);
    let others = "SPEAKER_00 00:01\n一\n说话人A 00:09\n二\n发言人1(00:10)\n三\n";
    assert_eq!(
        timed(others),
        [("一 ".to_owned(), Some(1)), ("二 ".to_owned(), Some(9)), ("三".to_owned(), Some(10))]
    );
    assert_eq!(parse("一\r二\r\n三\n").1.text, "一二三");
    assert_eq!(
        parse("2026年05月27日 11:24\n发言人 10:30\n").1.text,
        "2026年05月27日 11:24发言人 10:30"
    );
}

/// What a file says: for each change of voice or time, `voice second words`, and the codes of what
/// is reported.
fn told(source: &str) -> (Vec<String>, Vec<Code>) {
    let mut sources = SourceMap::default();
    let file = sources.add("transcript.txt", source);
    let mut builder = TranscriptBuilder::new(file, sources.text(file));
    read(&mut builder);
    let mut problems = Vec::new();
    let t = builder.finish(&mut problems);
    let mut starts: Vec<usize> = t.found_times.iter().map(|time| time.at.0).collect();
    starts.extend(t.voices.starts.iter().map(|start| start.at.0));
    starts.push(0);
    starts.sort_unstable();
    starts.dedup();
    let ends = starts[1..].iter().copied().chain([t.text.len()]);
    let pieces = starts.iter().zip(ends).map(|(start, end)| {
        let voice = t.voices.voice_at(TextOffset(*start)).map_or("-", |at| &t.voices.names[at]);
        let time = t.found_times.iter().find(|time| time.at.0 == *start);
        let second = time.map_or("-".to_owned(), |time| (time.time.0 / 1000).to_string());
        format!("{voice} {second} {}", t.text[*start..end].trim())
    });
    (pieces.collect(), problems.iter().map(|problem| problem.code).collect())
}

/// A file of meeting tools or recognisers, and what it says.
fn case(source: &str, pieces: &[&str], codes: &[Code]) {
    let (found, problems) = told(source);
    assert_eq!(found, pieces, "{source}");
    assert_eq!(problems, codes, "{source}");
}

#[test]
fn times_at_lines_are_times_in_every_shape() {
    let said = ["- 0 早上好", "- 5 今天谈地图", "- 12 第一张", "- 20 第二张", "- 3723 谢谢"];
    for source in [
        "0:00\n早上好\n0:05\t今天谈地图\n(0:12) 第一张\n00:00:20 第二张\n1:02:03\n谢谢\n",
        "00:00 早上好\n00:05 今天谈地图\n00:12 第一张\n00:20 第二张\n62:03 谢谢\n",
        "[0.00s -> 3.20s] 早上好\n[5.10s -> 9.90s] 今天谈地图\n[00:00:12:120] 第一张\n\
         [00:00:20 - 00:00:25] 第二张\n【01:02:03】谢谢\n",
        "（0:00）早上好\n（0:05）今天谈地图\n（0:12）第一张\n（0:20）第二张\n（1:02:03）谢谢\n",
        "00:00:00\n早上好\n\n00:00:05\n今天谈地图\n\n00:00:12\n第一张\n\n00:00:20\n第二张\n\n\
         01:02:03\n谢谢\n",
        "00:00:00早上好\r\n00:00:05今天谈地图\r\n00:00:12第一张\r\n00:00:20第二张\r\n1:02:03谢谢",
    ] {
        case(source, &said, &[]);
    }
}

#[test]
fn a_number_that_is_said_at_the_beginning_of_a_line_stays_said() {
    let speech = "我们先看地图，再看河流。\n12:30 开始吃饭，大家不要忘了。\n3:2 的比分，很好。\n\
        下午我们再谈，谢谢。\n9:00 集合。\n";
    case(
        speech,
        &["- - 我们先看地图，再看河流。12:30 开始吃饭，大家不要忘了。3:2 的比分，很好。\
           下午我们再谈，谢谢。9:00 集合。"],
        &[Code::TimesAsWords],
    );
    let begins =
        format!("12:30 开始。\n{}13:00 继续。\n14:00 结束。\n", "我们说地图。\n".repeat(40));
    assert_eq!(told(&begins).1, [Code::TimesAsWords]);
    let long = format!("12:30 开始。\n12:31 {}\n12:32 {0}\n", "我们说地图。".repeat(5000));
    assert_eq!(told(&long).1, [Code::TimesAsWords], "nobody says so much in two minutes");
    case(
        "我们说好的时间是\n12:30\n不要忘了。\n",
        &["- - 我们说好的时间是12:30不要忘了。"],
        &[Code::TimesAsWords],
    );
}

#[test]
fn one_wrong_time_among_many_is_a_time_and_no_word() {
    let source = "0:00 一。\n0:10 二。\n9:59:00 三。\n0:30 四。\n0:40 五。\n0:50 六。\n";
    assert_eq!(told(source).1, []);
    assert!(!parse(source).1.text.contains("9:59"));
}

#[test]
fn labels_of_meeting_tools_are_names_and_times() {
    let said = ["甲一 0 早上好。", "说话人 2 42 第一张是河流吗？", "甲一 3725 是的。"];
    for source in [
        "2024年1月6日 上午 9:30|1小时 2分钟 11秒\n\n关键词:\n地图、河流、论坛\n\n文字记录:\n\
         甲一 00:00 \n早上好。\n\n说话人 2 00:42 \n第一张是河流吗？\n\n甲一 01:02:05 \n是的。\n",
        "甲一(00:00:00): 早上好。\n\n说话人 2（00:00:42）：第一张是河流吗？\n\n\
         甲一(01:02:05)\n是的。\n",
        "甲一  0:00\n早上好。\n说话人 2  0:42\n第一张是河流吗？\n甲一  1:02:05\n是的。\n",
        "**甲一** 00:00\n早上好。\n**说话人 2** 00:42\n第一张是河流吗？\n\
         **甲一** 01:02:05\n是的。\n",
        "[甲一] 00:00:00\n早上好。\n[说话人 2] 00:00:42\n第一张是河流吗？\n\
         [甲一] 01:02:05\n是的。\n",
        "[00:00] 甲一：早上好。\n[00:42] 说话人 2：第一张是河流吗？\n[01:02:05] 甲一：是的。\n",
        "甲一\n00:00\n早上好。\n说话人 2\n00:42\n第一张是河流吗？\n甲一\n01:02:05\n是的。\n",
    ] {
        case(source, &said, &[]);
    }
}

#[test]
fn names_are_believed_as_people_have_them() {
    case(
        "欧阳娜娜 0:01\n一。\nJohn Smith 0:09\n二。\n王 五 0:20\n三。\n张三（主持人） 0:31\n四。\n\
         访谈者A 0:40\n五。\nApril 0:50\n六。\n用户8899 1:00\n七。\n",
        &[
            "欧阳娜娜 1 一。",
            "John Smith 9 二。",
            "王 五 20 三。",
            "张三（主持人） 31 四。",
            "访谈者A 40 五。",
            "April 50 六。",
            "用户8899 60 七。",
        ],
        &[],
    );
    case(
        "地图论坛\n2024-01-06 09:30:00\n\n甲一(00:00:03): 好。\n\n乙二（湖州）(00:00:42): 对。\n",
        &["甲一 3 好。", "乙二（湖州） 42 对。"],
        &[Code::TitleLine],
    );
    case(
        "甲一 00:00:03.123\n一。\n\n乙二(00:00:13)：二。\n\n[甲一] 00:00:18\n三。\n",
        &["甲一 3 一。", "乙二 13 二。", "甲一 18 三。"],
        &[],
    );
}

#[test]
fn labels_without_times_are_believed_where_names_recur() {
    case(
        "甲一：早。\n\n乙二：好。\n\n甲一：谢谢。\n\n乙二：再见。\n",
        &["甲一 - 早。", "乙二 - 好。", "甲一 - 谢谢。", "乙二 - 再见。"],
        &[],
    );
    case(
        "[SPEAKER_00]: 早。\n[SPEAKER_00]: 好。\n嗯。\n[SPEAKER_01]: 对。\n",
        &["SPEAKER_00 - 早。好。嗯。", "SPEAKER_01 - 对。"],
        &[],
    );
    case(
        "# 会\n\n> （資料）\n\n### 甲一：\n早。\n\n> （掌聲）\n\n### 乙二：\n好。\n",
        &["甲一 - 早。", "- - （掌聲）", "乙二 - 好。"],
        &[],
    );
    case(
        "**甲一（主持人）：** 早。\n\n再说。\n\n**乙二：** 好。\n\n**甲一（主持人）：** 谢。\n\n\
          **乙二：** 再见。\n",
        &["甲一（主持人） - 早。再说。", "乙二 - 好。", "甲一（主持人） - 谢。", "乙二 - 再见。"],
        &[],
    );
    let once = "我们看地图。\n结论是：好。\n办法：走。\n就这样，谢谢大家。\n";
    assert_eq!(
        told(once),
        (
            vec!["- - 我们看地图。结论是：好。办法：走。就这样，谢谢大家。".into()],
            vec![Code::NamesAsWords]
        )
    );
}

#[test]
fn lines_above_the_first_time_that_nobody_can_have_said_are_reported() {
    let source = "以下是人工智能整理的会议摘要，大家谈了三张地图，也谈了河流和道路。\n\
        00:00 早。\n00:05 好。\n00:09 对。\n";
    case(source, &["- 0 早。", "- 5 好。", "- 9 对。"], &[Code::NotUnderstood]);
}

#[test]
fn a_time_in_square_brackets_within_a_line_is_a_time() {
    case(
        "[00:00] 早上好。[00:05] 今天，谈地图。 [00:09]\n谢谢。\n",
        &["- 0 早上好。", "- 5 今天，谈地图。", "- 9 谢谢。"],
        &[],
    );
}

#[test]
fn a_line_of_a_megabyte_is_read_in_linear_time() {
    for piece in ["大家好[", "[00:12] ", "12:30 ", "甲一：", "**", "# ", "(0:", "\u{2028}0:01 甲"]
    {
        let long = piece.repeat(1_000_000 / piece.len());
        let begun = std::time::Instant::now();
        told(&long);
        assert!(begun.elapsed().as_secs() < 20, "{piece}");
    }
}

proptest! {
    #[test]
    fn nothing_of_any_lines_is_lost(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40),
    ) {
        let source = pieces.concat();
        let text = parse(&source).1;
        let mut end = 0;
        let mut said = String::new();
        for (range, used) in text.account.ranges() {
            prop_assert_eq!(range.start, end);
            end = range.end;
            if *used == ByteUse::Said {
                said.push_str(&source[range.clone()]);
            }
        }
        prop_assert_eq!(end, source.len());
        let tight = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(tight(&text.text), tight(&said));
        for unread in text.account.ranges_of(ByteUse::NotUnderstood) {
            prop_assert!(!source[unread.clone()].trim().is_empty());
        }
        // words in Chinese are no time, label or markup, wherever they stand
        let words = |text: &str| text.matches("地图").count();
        let metadata: usize = [ByteUse::Metadata, ByteUse::NotUnderstood, ByteUse::Label]
            .into_iter()
            .flat_map(|used| text.account.ranges_of(used))
            .map(|range| words(&source[range.clone()]))
            .sum();
        prop_assert_eq!(words(&source), words(&text.text) + metadata);
    }
}

/// What lines are made of.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "\u{2028}",
    "地图，很好。",
    "地图",
    "the map",
    "甲一",
    "发言人1",
    "Speaker 2",
    "0:00",
    "00:05",
    "1:02:03",
    "(0:12)",
    "[00:15]",
    "[00:15 - 00:19]",
    "【0:31】",
    "[3.20s]",
    "：",
    ": ",
    "### ",
    "# ",
    "**",
    "> ",
    "[",
    "]",
    "![](a.png)",
    "关键词:",
    "Transcript",
    "2024-01-06 9:30",
    "\u{feff}",
];
