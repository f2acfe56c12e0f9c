//! Pages with no data of the forums: free pages, the search page, the 404 page.

use super::context::{Head, SiteContext};
use super::{PageJob, PreparedPage, head_metadata};
use crate::model::FreePage;
use crate::render::free_page;
use crate::render::views::{FreeView, PlainView};
use crate::urls;

/// The free pages.
pub fn free_pages<'a>(context: &'a SiteContext<'_>) -> impl Iterator<Item = PageJob<'a>> {
    context.site.pages.iter().map(move |page| PageJob::new(move || free(context, page)))
}

fn free(context: &SiteContext<'_>, page: &FreePage) -> PreparedPage {
    let at = urls::page(&page.id);
    let title = page.title.clone();
    let head = Head { description: title.clone(), title, trail: Vec::new() };
    let view = FreeView { html: free_page::render(&page.markdown) };
    let about = head_metadata::free_page(context, &page.title, &at);
    let view = context.page(&at, head, view).about(about);
    PreparedPage::new(format!("{at}index.html"), "page.html", view)
}

/// The search page.
pub fn search(context: &SiteContext<'_>) -> PreparedPage {
    let title = context.strings.get("search").to_owned();
    let head = Head { description: title.clone(), title, trail: Vec::new() };
    let page = context.page(urls::SEARCH, head, PlainView {}).about(head_metadata::search(context));
    PreparedPage::new(format!("{}index.html", urls::SEARCH), "search.html", page)
}

/// `here.html`, which the 404 page embeds to find out at which address the site is.
pub fn here(context: &SiteContext<'_>) -> PreparedPage {
    let title = context.site.config.title.clone();
    let head = Head { description: title.clone(), title, trail: Vec::new() };
    let view = context.page("here.html", head, PlainView {});
    PreparedPage::new("here.html".to_owned(), "here.html", view)
}

/// The 404 page. A server sends it for any address, so its links begin at the server's root where
/// `base_url` is set.
pub fn not_found(context: &SiteContext<'_>) -> PreparedPage {
    let title = context.strings.get("not_found").to_owned();
    let head = Head { description: title.clone(), title, trail: Vec::new() };
    let base = context.site.config.base_url.as_deref();
    // without `base_url` the links are relative, and lead nowhere from most addresses until the
    // script of `here.html` mends them
    let up = base.map_or_else(|| urls::up(""), |base| urls::path_of(base).to_owned());
    let view = context.page_below("404.html", up, head, PlainView {});
    PreparedPage::new("404.html".to_owned(), "404.html", view)
}
