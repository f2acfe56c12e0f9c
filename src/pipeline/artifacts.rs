//! The files beside the pages: data and tables for programs, maps of the site, images, static
//! files.

use std::collections::BTreeSet;
use std::fmt::Display;

use crate::diagnostics::{Code, Diagnostic, Problems, SourceMap, Span};
use crate::export::forum_export::ForumExport;
use crate::export::{csv_tables, forum_files, forum_json, llms_txt, sitemap, web_manifest};
use crate::input::files::content_folder::ContentTree;
use crate::model::Site;
use crate::model::record::Record;
use crate::output::{FileContent, SiteWriter};
use crate::published_addresses::PublishedAddresses;
use crate::render::assets::StaticFiles;
use crate::render::pages::{EmittedForum, ForumSummary};
use crate::ui_strings::UiStrings;
use crate::urls;

/// A file that could not be written in its format, which is an error of the program.
pub(super) struct UnwrittenFile {
    path: String,
    why: String,
}

impl UnwrittenFile {
    fn new(path: &str, why: impl Display) -> Self {
        Self { path: path.to_owned(), why: why.to_string() }
    }

    /// The internal error to report, in a source named after the file.
    pub(super) fn problem(&self, sources: &mut SourceMap) -> Diagnostic {
        let Self { path, why } = self;
        let message = format!("internal error: `{path}` cannot be written: {why}");
        Diagnostic::new(Code::Data, Span::whole(sources.add(path.as_str(), "")), message)
    }
}

/// Hands the data files to `add` one by one, in the order of their paths.
pub(super) fn data(
    site: &Site,
    records: &[&Record],
    sources: &SourceMap,
    add: &mut impl FnMut(String, Vec<u8>),
) -> Vec<UnwrittenFile> {
    let forums = site.forums.iter().zip(records);
    let mut files: Vec<_> = forums.map(|of| (urls::data(&of.0.id), Some(of))).collect();
    files.push((urls::SCHEMA.to_owned(), None));
    // the path of the schema may sort between those of two forums
    files.sort_by(|one, other| one.0.cmp(&other.0));
    let mut unwritten = Vec::new();
    for (path, of) in files {
        let made = match of {
            Some((forum, record)) => forum_json::forum(site, forum, record, sources),
            None => Ok(forum_json::JSON_SCHEMA.into()),
        };
        match made {
            Ok(bytes) => add(path, bytes),
            Err(why) => unwritten.push(UnwrittenFile::new(&path, why)),
        }
    }
    unwritten
}

/// Writes the files of a forum for other programs.
pub(super) fn forum_files(of: &ForumExport<'_>, writer: &SiteWriter<'_>) -> Vec<UnwrittenFile> {
    let unwritten = forum_files::put(of, writer).into_iter();
    unwritten.map(|(path, why)| UnwrittenFile::new(&path, why)).collect()
}

/// Writes the tables of talks and speakers, and the site in short.
pub(super) fn tables(
    site: &Site,
    summaries: &[ForumSummary<'_>],
    strings: &UiStrings,
    writer: &SiteWriter<'_>,
) -> Vec<UnwrittenFile> {
    writer.put_bytes(urls::LLMS, llms_txt::llms(site, strings));
    let characters: Vec<_> = summaries.iter().map(|summary| &summary.characters).collect();
    let tables = [
        (urls::TALKS_TABLE, csv_tables::talks(site, &characters)),
        (urls::SPEAKERS_TABLE, csv_tables::speakers(site)),
    ];
    let mut unwritten = Vec::new();
    for (path, table) in tables {
        match table {
            Ok(bytes) => drop(writer.put_bytes(path, bytes)),
            Err(why) => unwritten.push(UnwrittenFile::new(path, why)),
        }
    }
    unwritten
}

/// Writes the site map, `robots.txt`, `.nojekyll` and the web manifest. Pages that only lead from
/// an old address to a new one are in no map.
pub(super) fn map(
    site: &Site,
    emitted: &[EmittedForum],
    addresses: &PublishedAddresses,
    writer: &SiteWriter<'_>,
) {
    writer.put_bytes(urls::MANIFEST, web_manifest::manifest(&site.config));
    let base = site.config.base_url.as_deref();
    if let Some(base) = base {
        let gone = emitted.iter().flat_map(|forum| &forum.gone);
        let gone = gone.chain(addresses.gone.iter().map(|gone| &gone.address));
        let gone: BTreeSet<&str> = gone.map(String::as_str).collect();
        // `404.html` and `here.html` are not for readers to find; other pages end in `index.html`
        let is_shown =
            |path: &str| path.strip_suffix("index.html").is_some_and(|at| !gone.contains(at));
        let paths = writer.paths();
        let pages: Vec<&str> =
            paths.iter().map(String::as_str).filter(|path| is_shown(path)).collect();
        for (name, xml) in sitemap::sitemaps(base, &pages, sitemap::MOST) {
            writer.put_bytes(name, xml);
        }
    }
    writer.put_bytes("robots.txt", sitemap::robots(base));
    // GitHub Pages would put the site through Jekyll, which leaves files out and changes others
    writer.put_bytes(urls::NO_JEKYLL, Vec::new());
}

/// Writes the images that transcripts name and that are there.
pub(super) fn images(site: &Site, tree: &ContentTree, writer: &SiteWriter<'_>) {
    for forum in &site.forums {
        for image in &forum.images {
            let from = tree.root.join(&forum.id).join(image);
            writer.put(format!("{}/{image}", forum.id), FileContent::CopyOf(from));
        }
    }
}

/// Writes the files that are published as they are. One with the path of another file would take
/// its place without a word, so that is an error.
pub(super) fn static_files(
    files: StaticFiles,
    writer: &SiteWriter<'_>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) {
    // a site's own is as empty as that of the program
    for (name, content) in files.into_iter().filter(|(name, _)| name != urls::NO_JEKYLL) {
        if !writer.put(name.as_str(), content) {
            let path = format!("static/{name}");
            let message = format!("`{path}` would replace what the program makes there");
            let span = Span::whole(sources.add(path, ""));
            let help = "give it another name; how pages look is changed in `templates/`";
            problems.push(Diagnostic::new(Code::StaticInTheWay, span, message).help(help));
        }
    }
}
