//! `sitemap.xml` and `robots.txt`.
//!
//! Sources: the sitemap protocol 0.9 (sitemaps.org), which wants absolute addresses, so that there
//! is a map only where the site's own address is known; the robots exclusion protocol (RFC 9309).

use crate::html::push_escaped;

/// Most addresses in one map, by the protocol.
const MOST: usize = 50_000;

/// The map of a site at `base` with these pages (paths in the site, `…/index.html` or not).
pub fn sitemap<'a>(base: &str, pages: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in pages.take(MOST) {
        xml.push_str("  <url><loc>");
        push_escaped(&mut xml, base);
        push_escaped(&mut xml, path.strip_suffix("index.html").unwrap_or(path));
        xml.push_str("</loc></url>\n");
    }
    xml.push_str("</urlset>\n");
    xml.into_bytes()
}

/// Everyone may read everything; where the map is.
pub fn robots(base: Option<&str>) -> Vec<u8> {
    let map = base.map(|base| format!("\nSitemap: {base}sitemap.xml\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{map}").into_bytes()
}
