//! Every page made from a template, in order.

mod about;
pub mod annotations;
mod catalogue;
mod citing;
mod context;
mod data;
mod drawn;
mod feeds;
mod findings;
mod moved;
mod people;
mod programme;

use serde::Serialize;

pub use citing::words as citation_words;
pub use context::{ForumContext, SiteContext};
pub use moved::gone_addresses;

use super::templates::{TemplateError, Templates};
use super::views::PageView;

/// A rendered page: its path in the site, and its HTML.
pub type Rendered = (String, String);

/// A page that waits to be rendered; rendering needs nothing else, so pages can be rendered side by
/// side.
pub struct PageJob {
    /// Path in the site: `speakers/index.html`.
    pub path: String,
    template: &'static str,
    view: Box<View>,
}

/// A view that can render itself with a template.
type View = dyn Fn(&Templates, &'static str) -> Result<String, TemplateError> + Send + Sync;

impl PageJob {
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
    pub fn render(&self, templates: &Templates) -> Result<Rendered, TemplateError> {
        Ok((self.path.clone(), (self.view)(templates, self.template)?))
    }
}

/// All pages of a site.
pub fn all(context: &SiteContext<'_>) -> Vec<PageJob> {
    let mut pages = Vec::new();
    pages.extend(programme::home(context));
    for forum in context.forums() {
        pages.push(programme::forum(context, forum));
        pages.extend(programme::sessions(context, forum));
        pages.extend(programme::talks(context, forum));
        pages.extend(programme::whole(context, forum));
        pages.extend(moved::gone(context, forum));
    }
    pages.push(people::index(context));
    pages.extend(people::speakers(context));
    pages.extend(catalogue::topics(context));
    pages.extend(catalogue::organisations(context));
    pages.push(data::page(context));
    pages.extend(programme::free_pages(context));
    pages.push(programme::search(context));
    pages.push(programme::not_found(context));
    if context.site.config.base_url.is_none() {
        pages.push(programme::here(context));
    }
    pages.extend(feeds::all(context));
    pages
}
