//! The files beside the pages: data for programs, what says where everything is, images.

use crate::diagnostics::{Diagnostic, Sources, Span};
use crate::export::{citations, data, llms, manifest, map, tables};
use crate::input::{fields::Problems, tree::Tree};
use crate::model::Site;
use crate::model::record::Record;
use crate::output::{Content, Files};
use crate::render::pages;
use crate::strings::Strings;
use crate::urls;

/// What programs read.
pub(super) fn data(
    site: &Site,
    records: &[Record],
    files: &mut Files,
    sources: &Sources,
    problems: &mut Problems,
) {
    for (forum, record) in site.forums.iter().zip(records) {
        match data::forum(site, forum, record, sources) {
            Ok(bytes) => {
                files.insert(urls::data(&forum.id), Content::Bytes(bytes));
            }
            Err(error) => {
                let message = format!("internal error: the data cannot be written: {error}");
                let span = Span::whole(forum.transcript.file);
                problems.push(Diagnostic::error("data", span, message));
            }
        }
    }
    files.insert(urls::SCHEMA.into(), Content::Bytes(data::JSON_SCHEMA.into()));
}

/// What people who cite and programs that read find beside the pages.
pub(super) fn citations_and_tables(
    site: &Site,
    records: &[Record],
    strings: &Strings,
    files: &mut Files,
) {
    let words = pages::citation_words(strings);
    for forum in &site.forums {
        citations::put(site, forum, &words, files);
    }
    let mut add = |path: &str, bytes| files.insert(path.to_owned(), Content::Bytes(bytes));
    add(urls::TALKS_TABLE, tables::talks(site, records));
    add(urls::SPEAKERS_TABLE, tables::speakers(site));
    add(urls::LLMS, llms::llms(site, strings));
}

/// What says where everything is, and what the site is called.
pub(super) fn map(site: &Site, files: &mut Files) {
    let manifest = manifest::manifest(&site.config);
    files.insert(urls::MANIFEST.into(), Content::Bytes(manifest));
    let base = site.config.base_url.as_deref();
    if let Some(base) = base {
        let html = files.keys().filter(|p| p.ends_with("index.html"));
        let map = map::sitemap(base, html.map(String::as_str));
        files.insert("sitemap.xml".into(), Content::Bytes(map));
    }
    files.insert("robots.txt".into(), Content::Bytes(map::robots(base)));
}

/// The images that transcripts name and that are there.
pub(super) fn images(site: &Site, tree: &Tree, files: &mut Files) {
    for forum in &site.forums {
        for image in &forum.images {
            let from = tree.root.join(&forum.id).join(image);
            files.insert(format!("{}/{image}", forum.id), Content::CopyOf(from));
        }
    }
}
