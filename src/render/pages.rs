//! Every page made from a template, in order.

mod analysis;
pub mod annotations;
mod citations;
mod context;
mod data_example;
mod downloads;
mod feeds;
mod figure_data;
mod forum;
mod forum_summary;
mod gone_addresses;
mod head_metadata;
mod moved_permalinks;
mod open_data;
mod plain_pages;
mod record;
mod speakers;
mod talk;
mod topics_and_organisations;
mod watch_links;

use serde::Serialize;

pub use citations::citation_strings;
pub use context::{ForumContext, SiteContext};
pub use forum_summary::{EmittedForum, ForumSummary, MentionQuote, SpokenTurn, SpokenTurns};

use super::templates::{TemplateError, Templates};
use super::views::PageView;
use crate::published_addresses::GoneAddress;

/// A rendered page: its path in the site, and its HTML.
pub type RenderedPage = (String, String);

/// A page of which all but the HTML is made.
pub struct PreparedPage {
    /// Path in the site: `speakers/index.html`.
    pub path: String,
    template: &'static str,
    view: Box<View>,
}

/// A view that can render itself with a template.
type View = dyn Fn(&Templates, &'static str) -> Result<String, TemplateError> + Send + Sync;

impl PreparedPage {
    /// A page for the template `name`.
    pub fn new<T: Serialize + Send + Sync + 'static>(
        path: String,
        template: &'static str,
        view: PageView<T>,
    ) -> Self {
        let view = Box::new(move |t: &Templates, name| t.render(name, &view));
        Self { path, template, view }
    }

    /// Renders the page.
    ///
    /// # Errors
    ///
    /// What is wrong with the template.
    pub fn render(&self, templates: &Templates) -> Result<RenderedPage, TemplateError> {
        Ok((self.path.clone(), (self.view)(templates, self.template)?))
    }
}

/// A page to be made. No page needs another one, so that they can be made side by side, and each is
/// in memory only while it is made.
pub struct PageJob<'a>(Box<dyn FnOnce() -> PreparedPage + Send + 'a>);

impl<'a> PageJob<'a> {
    fn new(prepare: impl FnOnce() -> PreparedPage + Send + 'a) -> Self {
        Self(Box::new(prepare))
    }

    /// Makes what the template of the page needs.
    pub fn prepare(self) -> PreparedPage {
        (self.0)()
    }
}

/// The pages of a forum.
pub fn of_forum<'a>(context: &'a SiteContext<'_>, forum: &'a ForumContext<'_>) -> Vec<PageJob<'a>> {
    let mut pages = Vec::new();
    // the home page of a single forum is made here, since only now its record and pages are in
    // memory
    if context.only_forum().is_some() {
        pages.push(PageJob::new(move || forum::home_of_one(context, forum)));
    }
    pages.push(PageJob::new(move || forum::forum(context, forum)));
    pages.extend(forum::sessions(context, forum));
    pages.extend(talk::talks(context, forum));
    pages.extend(record::whole(context, forum));
    pages.extend(moved_permalinks::gone(context, forum));
    pages.extend(moved_permalinks::of_former(context, forum));
    pages
}

/// What remains of a forum when its pages are made.
pub fn emitted(forum: &ForumContext<'_>) -> EmittedForum {
    EmittedForum {
        turns: SpokenTurns::of(&forum.pages.talks),
        gone: moved_permalinks::gone_addresses(forum),
    }
}

/// The pages of the site itself, of which those of the forums are made.
pub fn of_site<'a>(context: &'a SiteContext<'_>, emitted: &'a [EmittedForum]) -> Vec<PageJob<'a>> {
    let mut pages = Vec::new();
    if context.only_forum().is_none() {
        pages.push(PageJob::new(move || forum::home_of_several(context)));
    }
    pages.push(PageJob::new(move || speakers::index(context, emitted)));
    pages.extend(speakers::speakers(context, emitted));
    pages.extend(topics_and_organisations::topics(context).into_iter().map(PageJob::from));
    pages.extend(topics_and_organisations::organisations(context).into_iter().map(PageJob::from));
    pages.push(PageJob::new(move || open_data::page(context)));
    pages.extend(plain_pages::free_pages(context));
    pages.push(PageJob::new(move || plain_pages::search(context)));
    pages.push(PageJob::new(move || plain_pages::not_found(context)));
    // where the address is known, the error page has links from the server's root and needs no help
    if context.site.config.base_url.is_none() {
        pages.push(PageJob::new(move || plain_pages::here(context)));
    }
    pages.extend(feeds::all(context).into_iter().map(PageJob::from));
    pages
}

/// The pages at addresses that were published and are gone.
pub fn of_gone<'a>(context: &'a SiteContext<'_>, gone: &'a [GoneAddress]) -> Vec<PageJob<'a>> {
    gone_addresses::pages(context, gone).collect()
}

impl From<PreparedPage> for PageJob<'_> {
    fn from(page: PreparedPage) -> Self {
        Self::new(move || page)
    }
}
