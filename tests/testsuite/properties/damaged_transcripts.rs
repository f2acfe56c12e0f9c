//! Files of transcripts that were damaged: cut, joined, overwritten. No word of them is lost in
//! silence.
//!
//! `DAMAGES=10000` tries as many damages for each format; by default it is a few hundred.

use forum_proceedings::diagnostics::SourceMap;
use forum_proceedings::input::transcript;
use forum_proceedings::model::ByteUse;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// How many cues a file has.
const CUES: usize = 12;

/// The words of a cue, each its own.
fn words(cue: usize) -> String {
    let letters: Vec<char> = "甲乙丙丁戊己庚辛壬癸子丑寅卯".chars().collect();
    format!("大家{}讲的路", letters[cue % letters.len()])
}

/// A file of SubRip, with tags, an empty line in a cue, and names.
fn subrip() -> String {
    let cue = |n: usize| {
        let said = words(n);
        let said = match n % 4 {
            0 => format!("<i>{said}</i>"),
            1 => format!("王一：{said}\n李二：好"),
            2 => format!("{{\\an8}}{said}\n\n还有"),
            _ => said,
        };
        format!("{}\n00:00:{:02},000 --> 00:00:{:02},500\n{said}\n\n", n + 1, n * 3, n * 3 + 2)
    };
    (0..CUES).map(cue).collect()
}

/// A file of WebVTT, with notes, styles, voices and references.
fn webvtt() -> String {
    let cue = |n: usize| {
        let said = words(n);
        let (before, said) = match n % 4 {
            0 => ("NOTE 译者\n\n".to_owned(), format!("<v 王一>{said}</v>")),
            1 => (format!("{n}\n"), format!("{said}&amp;\n<c.x>好</c>")),
            2 => ("STYLE\n::cue { color: red; }\n\n".to_owned(), said),
            _ => (String::new(), format!("大<00:00:01.000>家\n{said}")),
        };
        format!("{before}00:{:02}.000 --> 00:{:02}.500 align:start\n{said}\n\n", n * 3, n * 3 + 2)
    };
    format!("WEBVTT\nKind: captions\n\n{}", (0..CUES).map(cue).collect::<String>())
}

/// A damage: where it is, how many characters are gone, and what stands there instead.
fn damage() -> impl Strategy<Value = (usize, usize, String)> {
    let put = prop_oneof![
        3 => Just(String::new()),
        1 => "[0-9:,.<>/&;{}\\\\ \n-]{1,6}",
        1 => Just("-->".to_owned()),
        1 => Just("\n\n".to_owned()),
        1 => Just("WEBVTT".to_owned()),
        1 => "\\PC{1,4}",
    ];
    (any::<usize>(), 0..14_usize, put)
}

fn damaged(whole: &str, damages: &[(usize, usize, String)]) -> String {
    let mut text: Vec<char> = whole.chars().collect();
    for (at, count, put) in damages {
        let at = at % (text.len() + 1);
        let end = (at + count).min(text.len());
        text.splice(at..end, put.chars());
    }
    text.into_iter().collect()
}

/// Reads a damaged file, and looks for each cue's words in its account.
fn nothing_is_lost(name: &str, source: &str) -> Result<(), TestCaseError> {
    let mut sources = SourceMap::default();
    let file = sources.add(name, source);
    let mut problems = Vec::new();
    let read = transcript::read(name, file, source, &mut problems);
    let mut at = 0;
    for (range, _) in read.account.ranges() {
        prop_assert_eq!(range.start, at, "the account has a gap in {:?}", source);
        at = range.end;
    }
    prop_assert_eq!(at, source.len());
    for (start, said) in (0..CUES).map(words).flat_map(|w| found(source, &w)) {
        let place = start..start + said.len();
        let ranges = read.account.ranges().iter();
        for (range, used) in ranges.filter(|(r, _)| r.start < place.end && r.end > place.start) {
            match used {
                // a part of them may be in a name or a tag
                ByteUse::Said if range.start > place.start || range.end < place.end => {}
                ByteUse::Said => prop_assert!(read.text.contains(&said), "{said}: {source:?}"),
                ByteUse::Repeated | ByteUse::NotUnderstood | ByteUse::Label => {}
                // words in a tag are the tag's, which is reported
                ByteUse::Markup => prop_assert!(!problems.is_empty(), "{said}: {source:?}"),
                ByteUse::Time | ByteUse::Metadata => prop_assert!(false, "{said}: {source:?}"),
            }
        }
    }
    Ok(())
}

/// Where words stand in a file.
fn found(source: &str, words: &str) -> Vec<(usize, String)> {
    source.match_indices(words).map(|(at, words)| (at, words.to_owned())).collect()
}

fn try_damages(name: &str, whole: &str) {
    let cases = std::env::var("DAMAGES").ok().and_then(|count| count.parse().ok()).unwrap_or(400);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    // always the same damages, so that a file that fails is found again
    let seed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, seed);
    let damages = prop::collection::vec(damage(), 1..4);
    let result = runner.run(&damages, |damages| nothing_is_lost(name, &damaged(whole, &damages)));
    if let Err(problem) = result {
        panic!("{problem}");
    }
}

#[test]
fn no_word_of_damaged_subrip_is_lost_in_silence() {
    try_damages("t.srt", &subrip());
}

#[test]
fn no_word_of_damaged_webvtt_is_lost_in_silence() {
    try_damages("t.vtt", &webvtt());
}
