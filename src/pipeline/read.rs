//! The first stage: everything that people wrote, checked, and what else a build needs.

use std::panic::resume_unwind;
use std::thread;

use super::{Options, theme};
use crate::diagnostics::{Code, Diagnostic, Problems, SourceMap, Span};
use crate::input::files::content_folder::{self, ContentTree};
use crate::input::{load, resolve};
use crate::model::{ForumIndex, IndexVec, Site};
use crate::passages::{self, LockedPlaces};
use crate::render::assets::Assets;
use crate::render::templates::Templates;
use crate::render::title_breaks::TitleBreaks;
use crate::text::Segmenter;
use crate::ui_strings::UiStrings;

/// What the other stages work with.
pub(super) struct Input {
    /// The checked content: configuration, speakers, pages and forums.
    pub(super) site: Site,
    /// The folder that it was read from.
    pub(super) tree: ContentTree,
    /// Texts of the interface.
    pub(super) strings: UiStrings,
    /// Templates and static files.
    pub(super) assets: Assets,
    /// The templates, parsed.
    pub(super) templates: Templates,
    /// Where the lines of titles may end.
    pub(super) titles: TitleBreaks,
    /// The dictionary with the words of all forums.
    pub(super) segmenter: Segmenter,
    /// The published permalinks of each forum, found again in its text.
    pub(super) locked: IndexVec<ForumIndex, LockedPlaces>,
}

/// Reads a folder; nothing where it has no site that could be built.
pub(super) fn read(
    options: &Options,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Input> {
    let tree = content_folder::read(&options.root, sources, problems);
    let assets = theme::assets(&options.root, sources, problems);
    // the dictionary takes longer than all the rest of reading; deep YAML needs this thread's stack
    let (model, dictionary) = thread::scope(|scope| {
        let dictionary = scope.spawn(Segmenter::load);
        (model(options, &tree, &assets, sources, problems), dictionary.join())
    });
    let (site, strings, locked) = model?;
    let dictionary = dictionary.unwrap_or_else(|why| resume_unwind(why));
    let segmenter = passages::site_segmenter(&site, dictionary);
    let titles = TitleBreaks::new(&site, &segmenter);
    let templates = Templates::new(&assets.templates, &strings, titles.clone())
        .map_err(|errors| problems.extend(theme::broken_templates(&errors, &assets, sources)))
        .ok()?;
    Some(Input { site, tree, strings, assets, templates, titles, segmenter, locked })
}

/// The model, the texts of the interface, and the published permalinks of each forum.
fn model(
    options: &Options,
    tree: &ContentTree,
    assets: &Assets,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<(Site, UiStrings, IndexVec<ForumIndex, LockedPlaces>)> {
    let site = tree.exists.then(|| load::load(tree, sources, problems)).flatten();
    // the address is checked even where there is no site, so that all problems come in one run
    let base = options.base_url.as_deref().map(|url| base_url(url, sources, problems));
    let mut site = site?;
    if let Some(base) = base {
        site.config.base_url = base;
    }
    let strings = theme::strings(&site, assets, sources, problems)?;
    let locked = site.forums.iter().map(LockedPlaces::find).collect();
    // the first tagging would wait for this; here it runs while the dictionary is being loaded
    Segmenter::load_tagging_model();
    Some((site, strings, locked))
}

fn base_url(url: &str, sources: &mut SourceMap, problems: &mut Problems) -> Option<String> {
    let why = match resolve::base_url(url) {
        Ok(base) => return Some(base),
        Err(why) => why,
    };
    let span = Span::whole(sources.add("--base-url", ""));
    problems.push(
        Diagnostic::new(Code::BadUrl, span, format!("`{url}` is not the address of a site: {why}"))
            .help("give one such as https://example.org/forum/"),
    );
    None
}
