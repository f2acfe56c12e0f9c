//! Transcripts as meeting tools and recognisers export them: lines with times, names and heads.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::harness::{Case, FORUM, TRANSCRIPT};

/// A Word document of lines, each a paragraph, and of other parts.
fn document(lines: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let paragraphs = |lines: &str| -> String {
        lines.lines().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect()
    };
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, lines) in [&[("word/document.xml", lines)], others].concat() {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        let xml = format!("<?xml version=\"1.0\"?><w:document>{}</w:document>", paragraphs(lines));
        archive.write_all(xml.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The good site with its transcript under another name, as other bytes.
fn renamed(case: Case, name: &str, bytes: impl Fn(&str) -> Vec<u8>) -> Case {
    let speech = std::fs::read_to_string(case.path(TRANSCRIPT)).unwrap();
    case.remove(TRANSCRIPT).write(&format!("content/agi/{name}"), bytes(&speech))
}

#[test]
fn a_document_is_read_and_what_stands_beside_its_paragraphs_is_reported() {
    let bytes = |speech: &str| document(speech, &[("word/footnotes.xml", "注意这一处\n")]);
    let case = renamed(Case::new("word-document"), "transcript.docx", bytes);
    case.built().screen();
    let page = case.published("agi/li-hua/index.md");
    assert!(page.contains("transcript.docx:"), "places are paragraphs of the document");
}

#[test]
fn a_document_that_is_no_docx_is_refused_with_what_to_do() {
    renamed(Case::new("old-document"), "transcript.docx", |_| b"\xd0\xcf\x11\xe0\xa1\xb1".to_vec())
        .refused()
        .screen();
}

#[test]
fn a_transcript_in_gbk_is_read_and_noted() {
    let case = renamed(Case::new("gbk"), "transcript.txt", |speech| {
        // but for the marks of recognisers, which GBK cannot write
        let plain: String = speech.chars().filter(|c| *c < '\u{10000}').collect();
        encoding_rs::GB18030.encode(&plain).0.into_owned()
    });
    case.run(&["check", "--notes", "--root", "."]).exits(0).screen();
}

#[test]
fn the_only_file_that_is_named_transcript_is_taken_and_of_two_none() {
    let bytes = |speech: &str| speech.as_bytes().to_vec();
    renamed(Case::new("only-transcript"), "transcript.txt", bytes).built();
    renamed(Case::new("two-transcripts"), "transcript.txt", bytes)
        .write("content/agi/transcript.srt", "1\n00:00:01,000 --> 00:00:02,000\n好\n")
        .refused();
    let named = renamed(Case::new("named-transcript"), "speech.txt", bytes);
    named.replace(FORUM, "cut:", "transcript: speech.txt\ncut:").built();
}

#[test]
fn what_may_be_times_names_and_headings_is_published_as_words_and_reported() {
    Case::new("words-like-labels")
        .replace(TRANSCRIPT, "先说道。", "先说道。\n12:30 开始吃饭。\n13:00 结束。\n")
        .replace(TRANSCRIPT, "今天就讲到这里", "\n办法：再想想。\n## 最后\n今天就讲到这里")
        .run(&["check", "--notes", "--root", "."])
        .exits(0)
        .screen();
}

#[test]
fn a_title_above_the_first_label_is_no_speech_and_is_noted() {
    let case = Case::new("title-line").change(TRANSCRIPT, |text| {
        let (_, speech) = text.split_once('\n').unwrap();
        format!("徐汇论坛\n2024年7月5日 9:30\n\n陆凡 00:00\n{}", speech.trim_start()).into_bytes()
    });
    case.run(&["check", "--notes", "--root", "."]).exits(0).screen();
}
