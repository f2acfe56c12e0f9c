//! Whatever a file contains, the program reports what is wrong with it, or builds it to the
//! character.

use std::fs;
use std::path::Path;

use forum_proceedings::check::LinkSink;
use forum_proceedings::diagnostics::{Format, SourceMap, render};
use forum_proceedings::input::{transcript, yaml};
use forum_proceedings::model::TextOffset;
use forum_proceedings::output::{FileContent, MemorySink, Sink, SiteFiles};
use forum_proceedings::pipeline::Stage;
use forum_proceedings::text::is_invisible;
use forum_proceedings::{BuildReport, Options, Progress, build};
use proptest::prelude::*;
use serde_json::Value;

use super::{config, line};
use crate::harness::{CORRECTIONS, Case, FORUM, SITE, SPEAKERS, TRANSCRIPT};

struct Silent;

impl Progress for Silent {
    fn begin(&self, _: Stage, _: usize) {}
    fn step(&self) {}
}

/// Builds a folder's site, and writes every problem in every format.
fn built(root: &Path) -> (BuildReport, SiteFiles) {
    let options = Options { root: root.to_owned(), ..Options::default() };
    let memory = MemorySink::default();
    let outcome = build(&options, &memory, &Silent);
    for problem in &outcome.problems {
        for format in [Format::Human, Format::Short, Format::Json, Format::Github] {
            let said = render(problem, &outcome.sources, format, false);
            assert!(!said.contains("internal error"), "{said}");
        }
    }
    (outcome, memory.into_files())
}

/// A file of the good site with a stretch of its bytes exchanged.
fn spoilt() -> impl Strategy<Value = (&'static str, usize, usize, Vec<u8>)> {
    let files = [SITE, SPEAKERS, FORUM, CORRECTIONS, TRANSCRIPT, "content/pages/about.md"];
    let bytes = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..6),
        line().prop_map(String::into_bytes),
        "[-:\\[\\]{}#&*!|>'\"%@`,? \n\t]{1,6}".prop_map(String::into_bytes),
    ];
    (prop::sample::select(files.to_vec()), any::<usize>(), 0..12usize, bytes)
}

fn parsed(text: &str) {
    let mut sources = SourceMap::default();
    let file = sources.add("x.yaml", text);
    let mut problems = Vec::new();
    let node = yaml::parse(file, &sources, &mut problems);
    assert!(node.is_some() || !problems.is_empty(), "{text:?} is neither read nor refused");
    for problem in problems {
        for format in [Format::Human, Format::Json] {
            render(&problem, &sources, format, false);
        }
    }
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn a_spoilt_file_never_stops_the_program((path, at, count, bytes) in spoilt()) {
        let case = Case::new("spoilt");
        let whole = fs::read(case.path(path)).unwrap();
        let at = at % whole.len();
        let end = (at + count).min(whole.len());
        let case = case.write(path, [&whole[..at], &bytes, &whole[end..]].concat());
        built(case.root());
    }
}

proptest! {
    #![proptest_config(config(1024))]

    #[test]
    fn any_text_as_yaml_never_stops_the_program(lines in prop::collection::vec(line(), 0..6)) {
        parsed(&lines.join("\n"));
    }

    #[test]
    fn any_punctuation_as_yaml_never_stops_the_program(
        text in "[-:：，\\[\\]{}#&*!|>'\"%@`,? \n\tab甲]{0,40}",
    ) {
        parsed(&text);
    }

    #[test]
    fn every_character_of_any_transcript_knows_its_place(
        lines in prop::collection::vec(line(), 0..6),
    ) {
        let source = lines.join("\n");
        let mut sources = SourceMap::default();
        let file = sources.add("transcript.md", source.as_str());
        let transcript = transcript::read("t.md", file, &source, &mut Vec::new());
        for (at, c) in transcript.text.char_indices() {
            let there = source[transcript.source_offset(TextOffset(at))..].chars().next();
            if transcript.joins.contains(&TextOffset(at)) {
                prop_assert!(there.is_some_and(char::is_whitespace), "a blank for a line's end");
            } else {
                prop_assert_eq!(there, Some(c));
            }
        }
    }

    #[test]
    fn subtitles_keep_all_that_is_said(
        said in prop::collection::vec(prop::collection::vec(line(), 0..3), 1..6),
    ) {
        let cue = |(number, lines): (usize, &Vec<String>)| {
            let times = format!("00:00:{number:02},000 --> 00:00:{number:02},900");
            format!("{number}\n{times}\n{}\n\n", lines.join("\n"))
        };
        let source: String = said.iter().enumerate().map(cue).collect();
        let mut sources = SourceMap::default();
        let file = sources.add("t.srt", source.as_str());
        let read = transcript::read("t.srt", file, &source, &mut Vec::new());
        let tight = |text: &str| {
            text.split_whitespace().collect::<String>().replace(is_invisible, "")
        };
        let speech: String = said.iter().flatten().map(|line| tight(line)).collect();
        // what looks like a tag is none of it
        let has_escape = speech.contains("\\N") || speech.contains("\\h");
        if !speech.contains(['<', '{', '&']) && !speech.contains("-->") && !has_escape {
            prop_assert_eq!(tight(&read.text), speech);
        }
        for at in read.text.char_indices().map(|(at, _)| at) {
            prop_assert!(source.is_char_boundary(read.source_offset(TextOffset(at))));
        }
    }

    #[test]
    fn any_text_as_subtitles_never_stops_the_program(
        text in "[0-9:,.<>\\-{}&;\\\\ WEBVTNO甲\n\r]{0,60}",
    ) {
        for name in ["t.srt", "t.vtt"] {
            let mut sources = SourceMap::default();
            let file = sources.add(name, text.as_str());
            let read = transcript::read(name, file, &text, &mut Vec::new());
            for at in 0..=read.text.len() {
                if read.text.is_char_boundary(at) {
                    read.moment(TextOffset(at));
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(config(32))]

    #[test]
    fn any_speech_is_kept_to_the_character(lines in prop::collection::vec(line(), 1..8)) {
        let speech = format!("主持先说。开始的话\n{}\n结束的话\n主持再说。", lines.join("\n"));
        let forum = "{title: 甲, sessions: [{id: s, title: 乙, talks: [\
            {id: t, kind: talk, title: 丙, from: 主持先说。开始的话, to: 结束的话}]}]}";
        let case = Case::empty("any-speech")
            .write(SITE, "title: 实录\n")
            .write(FORUM, forum)
            .write(TRANSCRIPT, &speech);
        let (outcome, files) = built(case.root());
        let site = outcome.site.expect("nothing is wrong with it");
        let FileContent::Bytes(bytes) = &files["data/agi.json"] else { panic!() };
        let data: Value = serde_json::from_slice(bytes).unwrap();
        let entries = data["record"].as_array().unwrap().iter();
        let verbatim: String = entries.map(|entry| entry["verbatim"].as_str().unwrap()).collect();
        let mut sources = SourceMap::default();
        let file = sources.add("t", speech.as_str());
        let spoken = transcript::read("t.md", file, &speech, &mut Vec::new());
        prop_assert_eq!(&verbatim, &spoken.text);
        let links = LinkSink::default();
        files.into_iter().for_each(|(path, content)| links.put(&path, content));
        prop_assert_eq!(links.follow(&site.paths, &site.top).1, []);
    }
}
