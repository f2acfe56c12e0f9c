//! The files beside the pages: data for programs, what says where everything is, images.

use std::collections::BTreeSet;
use std::collections::btree_map::Entry;
use std::fmt::Display;

use crate::diagnostics::{Code, Diagnostic, Problems, SourceMap, Span};
use crate::export::{citations, csv_tables, forum_json, llms_txt, sitemap, web_manifest};
use crate::input::files::content::Tree;
use crate::model::Site;
use crate::model::record::Record;
use crate::output::{FileContent, SiteFiles};
use crate::render::assets::StaticFiles;
use crate::render::pages;
use crate::ui_strings::UiStrings;
use crate::urls;

/// What programs read.
pub(super) fn data(
    site: &Site,
    records: &[Record],
    files: &mut SiteFiles,
    sources: &mut SourceMap,
    problems: &mut Problems,
) {
    for (forum, record) in site.forums.iter().zip(records) {
        let made = forum_json::forum(site, forum, record, sources);
        add(&urls::data(&forum.id), made, files, sources, problems);
    }
    files.insert(urls::SCHEMA.into(), FileContent::Bytes(forum_json::JSON_SCHEMA.into()));
}

/// Adds a file, or the problem that its format cannot hold what it should, which is a mistake of
/// the program's.
fn add(
    path: &str,
    made: Result<Vec<u8>, impl Display>,
    files: &mut SiteFiles,
    sources: &mut SourceMap,
    problems: &mut Problems,
) {
    match made {
        Ok(bytes) => {
            files.insert(path.to_owned(), FileContent::Bytes(bytes));
        }
        Err(error) => {
            let message = format!("internal error: `{path}` cannot be written: {error}");
            let span = Span::whole(sources.add(path, ""));
            problems.push(Diagnostic::new(Code::Data, span, message));
        }
    }
}

/// What people who cite and programs that read find beside the pages.
pub(super) fn citations_and_tables(
    site: &Site,
    records: &[Record],
    strings: &UiStrings,
    files: &mut SiteFiles,
    sources: &mut SourceMap,
    problems: &mut Problems,
) {
    let words = pages::citation_words(strings);
    for forum in &site.forums {
        citations::put(site, forum, &words, files);
    }
    add(urls::TALKS_TABLE, csv_tables::talks(site, records), files, sources, problems);
    add(urls::SPEAKERS_TABLE, csv_tables::speakers(site), files, sources, problems);
    files.insert(urls::LLMS.into(), FileContent::Bytes(llms_txt::llms(site, strings)));
}

/// What says where everything is, and what the site is called. What only leads from an old address
/// to a new one is in no map.
pub(super) fn map(site: &Site, gone: &BTreeSet<String>, files: &mut SiteFiles) {
    let manifest = web_manifest::manifest(&site.config);
    files.insert(urls::MANIFEST.into(), FileContent::Bytes(manifest));
    let base = site.config.base_url.as_deref();
    if let Some(base) = base {
        let is_shown =
            |path: &str| path.strip_suffix("index.html").is_some_and(|at| !gone.contains(at));
        let pages: Vec<&str> =
            files.keys().map(String::as_str).filter(|path| is_shown(path)).collect();
        let maps = sitemap::sitemaps(base, &pages, sitemap::MOST);
        files.extend(maps.into_iter().map(|(name, xml)| (name, FileContent::Bytes(xml))));
    }
    files.insert("robots.txt".into(), FileContent::Bytes(sitemap::robots(base)));
}

/// The images that transcripts name and that are there.
pub(super) fn images(site: &Site, tree: &Tree, files: &mut SiteFiles) {
    for forum in &site.forums {
        for image in &forum.images {
            let from = tree.root.join(&forum.id).join(image);
            files.insert(format!("{}/{image}", forum.id), FileContent::CopyOf(from));
        }
    }
}

/// The files that are published as they are. One with the name of a page or of data would silently
/// take its place.
pub(super) fn statics(
    statics: StaticFiles,
    files: &mut SiteFiles,
    sources: &mut SourceMap,
    problems: &mut Problems,
) {
    for (name, content) in statics {
        match files.entry(name) {
            Entry::Vacant(place) => {
                place.insert(content);
            }
            Entry::Occupied(taken) => {
                let path = format!("static/{}", taken.key());
                let message = format!("`{path}` would replace what the program makes there");
                let span = Span::whole(sources.add(path, ""));
                let help = "give it another name; how pages look is changed in `templates/`";
                problems.push(Diagnostic::new(Code::StaticInTheWay, span, message).help(help));
            }
        }
    }
}
