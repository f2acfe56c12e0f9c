//! The third stage: pages and the other files, forum by forum, then those of the site.

use rayon::prelude::*;

use super::artifacts::{self, UnwrittenFile};
use super::derive::{Derived, DerivedForum};
use super::read::Input;
use super::{Progress, Stage, books, markdown_stage, social_images};
use crate::diagnostics::{Problems, SourceMap};
use crate::edit_links::EditLinks;
use crate::export::citations;
use crate::export::forum_export::ForumExport;

use crate::output::SiteWriter;
use crate::passages::lock_entries;
use crate::render::pages::annotations::Annotator;
use crate::render::pages::{self, EmittedForum, ForumContext, ForumSummary, PageJob, SiteContext};
use crate::render::templates::TemplateError;

/// What could not be made.
pub(super) struct Failures {
    /// Pages whose template cannot be used.
    pub(super) templates: Vec<TemplateError>,
    /// Files whose format cannot hold what it should.
    pub(super) unwritten: Vec<UnwrittenFile>,
}

/// What pages are written with.
struct Emitter<'a> {
    input: &'a Input,
    edit_links: EditLinks<'a>,
    context: SiteContext<'a>,
    writer: &'a SiteWriter<'a>,
    progress: &'a dyn Progress,
}

/// Writes the pages of all forums and of the site, and the files beside them; gives what is wrong
/// with the templates and formats. Each forum is dropped when its pages are written.
pub(super) fn emit(
    input: &Input,
    derived: Derived<'_>,
    sources: &SourceMap,
    writer: &SiteWriter<'_>,
    progress: &dyn Progress,
    problems: &mut Problems,
) -> Failures {
    let Derived { forums, analysis, fingerprint, addresses, unwritten } = derived;
    let site = &input.site;
    let edit_links = EditLinks { config: &site.config, sources, shown: &input.tree.display_path };
    let summary = |forum: &DerivedForum<'_>| {
        ForumSummary::new(site, forum.index, &forum.record, &forum.analysis.mentions)
    };
    let summaries: Vec<_> = forums.par_iter().map(summary).collect();
    let edits = site.speakers.iter().map(|speaker| edit_links.place(speaker.span)).collect();
    let context =
        SiteContext::new(site, summaries.into(), &input.strings, fingerprint, analysis, edits);
    let emitter = Emitter { input, edit_links, context, writer, progress };
    progress.begin(Stage::Rendering, emitter.estimated_page_count());
    let mut failures = Failures { templates: Vec::new(), unwritten };
    let mut emitted = Vec::new();
    let former = addresses.former_forums();
    for forum in forums {
        let former = former.get(forum.forum.id.as_str()).map_or(&[][..], Vec::as_slice);
        emitted.extend(emitter.write_forum(&forum, former, problems, &mut failures));
    }
    // the site's pages pair forums with emitted ones by index, which is wrong where one is missing
    if emitted.len() == site.forums.len() {
        failures.templates.extend(emitter.render(pages::of_site(&emitter.context, &emitted)));
    }
    failures.templates.extend(emitter.render(pages::of_gone(&emitter.context, &addresses.gone)));
    let summaries = &emitter.context.forums;
    failures.unwritten.extend(artifacts::tables(site, summaries, &input.strings, writer));
    // the map lists the paths written so far, so it comes after every page
    artifacts::map(site, &emitted, &addresses, writer);
    social_images::draw(input, writer, problems);
    failures
}

impl Emitter<'_> {
    /// Writes the pages of a forum, its book and the other files beside them; nothing where its
    /// Markdown cannot be read.
    fn write_forum(
        &self,
        derived: &DerivedForum<'_>,
        former: &[&str],
        problems: &mut Problems,
        failures: &mut Failures,
    ) -> Option<EmittedForum> {
        let Input { site, strings, .. } = self.input;
        let DerivedForum { index, forum, record, .. } = derived;
        let (index, mentions) = (*index, &derived.analysis.mentions);
        let sources = self.edit_links.sources;
        let composed = markdown_stage::compose(site, index, record, strings, sources);
        let pages = markdown_stage::read_back(forum, &composed, problems)?;
        // the pages as they were read back are as large; only these are kept while HTML is made
        drop(composed);
        let annotator = Annotator { site, editing: &self.edit_links };
        let edits = forum.talks.iter().map(|talk| self.edit_links.place(talk.span)).collect();
        let forum_context = ForumContext {
            summary: &self.context.forums[index],
            forum,
            former,
            record,
            mentions,
            pages,
            moved: lock_entries::moved(forum, record),
            annotations: annotator.of(forum, record, mentions),
            edits,
        };
        let (failed, ()) = rayon::join(
            || self.render(pages::of_forum(&self.context, &forum_context)),
            || books::write(self.input, &self.context, &forum_context, self.writer),
        );
        failures.templates.extend(failed);
        citations::put(site, forum, &pages::citation_strings(strings), self.writer);
        let (fingerprint, language) =
            (&self.context.fingerprint, ForumExport::language(site, forum));
        let export = ForumExport { site, forum, record, strings, fingerprint, language };
        failures.unwritten.extend(artifacts::forum_files(&export, self.writer));
        Some(pages::emitted(&forum_context))
    }

    /// Makes pages side by side and writes each; gives what is wrong with their templates, in
    /// order.
    fn render(&self, jobs: Vec<PageJob<'_>>) -> Vec<TemplateError> {
        let render = |job: PageJob<'_>| {
            let rendered = job.prepare().render(&self.input.templates);
            self.progress.step();
            match rendered {
                Ok((path, html)) => {
                    self.writer.put_bytes(path, html);
                    None
                }
                Err(error) => Some(error),
            }
        };
        // `collect` keeps the order of the jobs, whichever thread is done first
        let errors: Vec<Option<TemplateError>> = jobs.into_par_iter().map(render).collect();
        errors.into_iter().flatten().collect()
    }

    /// About how many pages there are.
    fn estimated_page_count(&self) -> usize {
        let SiteContext { site, catalogue, .. } = &self.context;
        // 3 are the overview, the record and the hosts' words; 10 stands for the indexes, the
        // search, the error page and feeds: this number is for the progress bar alone
        let of_forum = site.forums.iter().map(|f| 3 + f.sessions.len() + f.talks.len());
        let of_site = site.speakers.len() + catalogue.topics.len() + catalogue.organisations.len();
        of_forum.sum::<usize>() + of_site + site.pages.len() + 10
    }
}
