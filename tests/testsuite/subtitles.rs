//! Subtitles that break their format: every cue is read, and what is odd is reported.

use crate::harness::Case;
use crate::timestamps::with_subtitles;

#[test]
fn what_is_odd_in_subrip_is_reported_once_for_each_kind() {
    let more = "2个\n-00:00:01,000 --> 00:00:01,000\n王一：好\n\n\
        90\n00:50:00,000 --> 00:50:02,000\n李二：谢谢\n\n没有时间的话\n";
    with_subtitles(Case::new("odd-subrip"), "srt")
        .append("content/agi/subtitles.srt", more)
        .run(&["check", "--notes"])
        .exits(0)
        .screen();
}

#[test]
fn what_is_odd_in_webvtt_is_reported_once_for_each_kind() {
    let more = "第二条\n3000.5 --> 3001.5\n如果 a<b 就<b 很>好<bold>的</bold>\n\n没有时间的话\n";
    with_subtitles(Case::new("odd-webvtt"), "vtt")
        .replace("content/agi/subtitles.vtt", "WEBVTT\n", "webvtt\nKind: chapters\n")
        .append("content/agi/subtitles.vtt", more)
        .run(&["check", "--notes"])
        .exits(0)
        .screen();
}

#[test]
fn captions_that_roll_are_in_the_text_once_and_noted() {
    let more = "50:00.000 --> 50:01.000\n谢谢大家\n\n50:01.000 --> 50:02.000\n谢谢大家\n再见\n\n\
        50:02.000 --> 50:03.000\n再见\n明年见\n\n50:03.000 --> 50:04.000\n明年见\n在上海\n\n\
        50:04.000 --> 50:05.000\n在上海\n完\n\n50:05.000 --> 50:06.000\n完\n散会\n\n\
        50:06.000 --> 50:07.000\n散会\n走\n\n50:07.000 --> 50:08.000\n走\n了\n\n";
    with_subtitles(Case::new("rolling-captions"), "vtt")
        .append("content/agi/subtitles.vtt", more)
        .run(&["check", "--notes"])
        .exits(0)
        .screen();
}
