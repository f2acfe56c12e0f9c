//! The Markdown page of a talk says all that the page does.

use forum_proceedings::markdown::{
    Block, MarkdownPage, MetaPassage, MetaSpeaker, PageMeta, Passage, TextRun, clean, read, write,
};
use forum_proceedings::text::Rule;
use forum_proceedings::urls;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{config, line};

fn changed() -> impl Strategy<Value = TextRun> {
    let meant = prop_oneof![Just(String::new()), line()];
    (line(), meant, prop::sample::select(Rule::ALL.as_slice()))
        .prop_map(|(heard, meant, rule)| TextRun::Changed { heard, meant, rule })
}

fn runs() -> impl Strategy<Value = Vec<TextRun>> {
    let run = prop_oneof![line().prop_map(TextRun::Same), changed()];
    prop::collection::vec(run, 1..8).prop_map(|runs| {
        let mut kept: Vec<TextRun> = Vec::new();
        for run in runs {
            match (kept.last_mut(), &run) {
                (Some(TextRun::Same(last)), TextRun::Same(text)) => last.push_str(text),
                _ => kept.push(run),
            }
        }
        kept
    })
}

fn passage() -> impl Strategy<Value = Passage> {
    let id = || "[a-hj-k][2-9][a-z2-9]{4}";
    (id(), prop::collection::vec(id(), 0..3), 1..5000usize, runs())
        .prop_map(|(id, formerly, line, runs)| Passage { id, formerly, line, runs })
}

fn block() -> impl Strategy<Value = Block> {
    let turn = (prop::option::of("[a-z]{1,8}(-[a-z0-9]{1,8})?"), line())
        .prop_map(|(speaker, name)| Block::Turn { speaker, name });
    let image = (line(), line(), any::<bool>()).prop_map(|(path, alt, there)| {
        let alt = if there { alt } else { String::new() };
        Block::Image { path: urls::beside(&path), alt, there }
    });
    prop_oneof![6 => passage().prop_map(Block::Passage), 2 => turn, 1 => image]
}

fn body() -> impl Strategy<Value = Vec<Block>> {
    let section = (line(), "[a-z]{1,8}")
        .prop_map(|(title, talk)| Block::Section { title, url: format!("../{talk}/") });
    let blocks = prop::collection::vec(block(), 0..6);
    let sections = prop::collection::vec((section, prop::collection::vec(block(), 0..4)), 0..3);
    (blocks, sections).prop_map(|(mut blocks, sections)| {
        for (section, inside) in sections {
            blocks.push(section);
            blocks.extend(inside);
        }
        blocks
    })
}

fn meta() -> impl Strategy<Value = PageMeta> {
    let maybe = || prop::option::of(line());
    let speaker = (line(), line(), maybe(), maybe(), any::<bool>()).prop_map(
        |(id, name, title, affiliation, verified)| MetaSpeaker {
            id,
            name,
            title,
            affiliation,
            verified,
        },
    );
    (line(), line(), maybe(), line(), maybe(), prop::collection::vec(speaker, 0..3)).prop_map(
        |(title, forum, session, kind, date, speakers)| PageMeta {
            title,
            forum,
            session,
            kind,
            date,
            speakers,
            source: "transcript.md:1-2".into(),
            passages: Vec::new(),
        },
    )
}

fn page() -> impl Strategy<Value = MarkdownPage> {
    (meta(), prop::collection::vec(block(), 0..4), body()).prop_map(|(meta, introduction, body)| {
        let mut page = MarkdownPage { meta, introduction, body };
        page.meta.passages = page.passages().map(meta_of).collect();
        page
    })
}

fn meta_of(passage: &Passage) -> MetaPassage {
    let letters = passage.runs.iter().filter_map(|run| match run {
        TextRun::Changed { rule, .. } => Some(rule.letter()),
        TextRun::Same(_) => None,
    });
    MetaPassage { id: passage.id.clone(), line: passage.line, changes: letters.collect() }
}

/// The text of every paragraph of a Markdown, without what stands struck or without what is put in.
fn paragraphs(markdown: &str, without_struck: bool) -> Vec<String> {
    let body = markdown.split_once("\n---\n").unwrap().1;
    let (mut found, mut image, mut struck, mut put_in) = (vec![String::new()], false, false, false);
    for event in Parser::new_ext(body, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Strikethrough) => struck = true,
            Event::End(TagEnd::Strikethrough) => struck = false,
            Event::InlineHtml(html) if &*html == "<ins>" => put_in = true,
            Event::InlineHtml(html) if &*html == "</ins>" => put_in = false,
            Event::Start(Tag::Image { .. } | Tag::Heading { .. }) => image = true,
            Event::End(TagEnd::Image | TagEnd::Heading(_)) => image = false,
            Event::Start(Tag::Paragraph) => found.push(String::new()),
            Event::Text(text) if !image && !(if without_struck { struck } else { put_in }) => {
                found.last_mut().unwrap().push_str(&text);
            }
            _ => {}
        }
    }
    found.retain(|text| !text.is_empty());
    found
}

proptest! {
    #![proptest_config(config(1024))]

    #[test]
    fn a_page_that_was_written_is_read_as_it_was(page in page()) {
        let markdown = write(&page);
        match read(&markdown) {
            Ok(read) => prop_assert_eq!(read, page, "\n{}", markdown),
            Err(error) => prop_assert!(false, "{}\n{}", error, markdown),
        }
    }

    #[test]
    fn both_texts_are_had_back_from_the_markdown_alone(page in page()) {
        let markdown = write(&page);
        let texts = |text: fn(&Passage) -> String| -> Vec<String> {
            page.passages().map(text).filter(|text| !text.is_empty()).collect()
        };
        prop_assert_eq!(paragraphs(&markdown, false), texts(Passage::verbatim), "\n{}", markdown);
        prop_assert_eq!(paragraphs(&markdown, true), texts(Passage::clean), "\n{}", markdown);
    }

    #[test]
    fn the_clean_page_has_the_clean_text_and_no_marks(page in page()) {
        let markdown = clean(&page);
        let said = page.passages().map(|passage| passage.clean().trim().to_owned());
        let said: Vec<String> = said.filter(|text| !text.is_empty()).collect();
        prop_assert_eq!(paragraphs(&markdown, true), said, "\n{}", markdown);
    }
}
