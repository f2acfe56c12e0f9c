//! Every page made from a template, in order.

mod about;
pub mod beside;
mod build;
mod catalogue;
mod citing;
mod data;
mod drawn;
mod feeds;
mod findings;
mod moved;
mod people;
mod programme;

use serde::Serialize;

pub use build::{Build, Made};
pub use citing::words as citation_words;
pub use moved::gone_addresses;

use super::templates::{TemplateError, Templates};
use super::views::PageView;

/// A rendered page: its path in the site, and its HTML.
pub type Rendered = (String, String);

/// A page that waits to be rendered; rendering needs nothing else, so pages can be rendered side by
/// side.
pub struct Waiting {
    /// Path in the site: `speakers/index.html`.
    pub path: String,
    template: &'static str,
    view: Box<View>,
}

/// A view that can render itself with a template.
type View = dyn Fn(&Templates, &'static str) -> Result<String, TemplateError> + Send + Sync;

impl Waiting {
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
pub fn all(build: &Build<'_>) -> Vec<Waiting> {
    let mut pages = Vec::new();
    pages.extend(programme::home(build));
    for forum in build.forums() {
        pages.push(programme::forum(build, forum));
        pages.extend(programme::sessions(build, forum));
        pages.extend(programme::talks(build, forum));
        pages.extend(programme::whole(build, forum));
        pages.extend(moved::gone(build, forum));
    }
    pages.push(people::index(build));
    pages.extend(people::speakers(build));
    pages.extend(catalogue::topics(build));
    pages.extend(catalogue::organisations(build));
    pages.push(data::page(build));
    pages.extend(programme::free_pages(build));
    pages.push(programme::search(build));
    pages.push(programme::not_found(build));
    if build.site.config.base_url.is_none() {
        pages.push(programme::here(build));
    }
    pages.extend(feeds::all(build));
    pages
}
