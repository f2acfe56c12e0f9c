//! The files beside the pages: data for programs, what says where everything is, images.

use std::collections::BTreeSet;
use std::collections::btree_map::Entry;

use crate::diagnostics::{Code, Diagnostic, Problems, Sources, Span};
use crate::export::{citations, data, llms, manifest, map, tables};
use crate::input::files::content::Tree;
use crate::model::Site;
use crate::model::record::Record;
use crate::output::{Content, Files};
use crate::render::assets::Statics;
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
                problems.push(Diagnostic::new(Code::Data, span, message));
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

/// What says where everything is, and what the site is called. What only leads from an old address
/// to a new one is in no map.
pub(super) fn map(site: &Site, gone: &BTreeSet<String>, files: &mut Files) {
    let manifest = manifest::manifest(&site.config);
    files.insert(urls::MANIFEST.into(), Content::Bytes(manifest));
    let base = site.config.base_url.as_deref();
    if let Some(base) = base {
        let is_shown =
            |path: &str| path.strip_suffix("index.html").is_some_and(|at| !gone.contains(at));
        let pages: Vec<&str> =
            files.keys().map(String::as_str).filter(|path| is_shown(path)).collect();
        let maps = map::sitemaps(base, &pages, map::MOST);
        files.extend(maps.into_iter().map(|(name, xml)| (name, Content::Bytes(xml))));
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

/// The files that are published as they are. One with the name of a page or of data would silently
/// take its place.
pub(super) fn statics(
    statics: Statics,
    files: &mut Files,
    sources: &mut Sources,
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
