//! Free pages: the editor's Markdown as HTML.
//!
//! The Markdown is CommonMark with tables, footnotes and strikethrough. Raw HTML in it is shown as
//! text; links and images keep only relative addresses and harmless schemes. A link to a folder of
//! the site gets its `index.html`, as all links do ([`urls::file`]).

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, html};

use crate::urls;

/// Renders Markdown as HTML.
pub fn render(markdown: &str) -> String {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(markdown, options).map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: named(safe(dest_url)), title, id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: safe(dest_url), title, id })
        }
        other => other,
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    out
}

/// The address with `index.html` where it leads to a folder of the site.
fn named(url: CowStr<'_>) -> CowStr<'_> {
    let elsewhere = url.contains(':') || url.starts_with("//");
    if elsewhere { url } else { CowStr::from(urls::file(&url)) }
}

/// The address where it is relative, `http`, `https` or `mailto`; else `#`.
fn safe(url: CowStr<'_>) -> CowStr<'_> {
    // a colon after one of these belongs to the path, the query or the fragment
    let before_path = url.split(['/', '?', '#']).next().unwrap_or_default();
    let harmless = match before_path.split_once(':') {
        None => true,
        Some((scheme, _)) => {
            // a list of what is allowed: browsers drop tabs and line breaks within a scheme, so
            // that a list of what is not would miss some spelling of `javascript:`
            ["http", "https", "mailto"].contains(&scheme.to_ascii_lowercase().as_str())
        }
    };
    if harmless { url } else { CowStr::Borrowed("#") }
}

#[cfg(test)]
mod tests {
    use super::render;

    #[test]
    fn nothing_in_a_free_page_can_run() {
        let html = render("<script>alert(1)</script>\n\n[x](javascript:alert(1)) <b onclick=x>");
        assert!(!html.contains("<script"), "{html}");
        assert!(!html.contains("<b "), "{html}");
        assert!(!html.contains("javascript:"), "{html}");
        assert!(render("[x](../speakers/)").contains("href=\"../speakers/index.html\""));
        assert!(render("[x](https://a.b/c/)").contains("href=\"https://a.b/c/\""));
    }
}
