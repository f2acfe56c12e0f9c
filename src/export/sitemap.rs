//! `sitemap.xml` and `robots.txt`.
//!
//! Sources: the sitemap protocol 0.9 (sitemaps.org), which wants absolute addresses, so that there
//! is a map only where the site's own address is known; the robots exclusion protocol (RFC 9309).

use crate::html_escape::push_escaped;
use crate::urls;

/// The protocol's limit for the addresses in a map, and for the maps in an index.
pub const MOST: usize = 50_000;

/// The map of a site at `base` with these pages (paths in the site, `…/index.html` or not), as
/// files by name. Of more than `most` pages it is an index of several maps, since one may not hold
/// more than [`MOST`].
pub fn sitemaps(base: &str, pages: &[&str], most: usize) -> Vec<(String, Vec<u8>)> {
    // pages name the folder as their canonical address, and a map should list no other
    let page = |page: &&str| page.strip_suffix("index.html").unwrap_or(page).to_owned();
    let map = |pages: &[&str]| list("urlset", "url", base, pages.iter().map(page));
    if pages.len() <= most {
        return vec![(urls::SITEMAP.to_owned(), map(pages))];
    }
    let parts = pages.chunks(most).enumerate();
    let mut files: Vec<_> =
        parts.map(|(part, pages)| (urls::sitemap_part(part + 1), map(pages))).collect();
    let names = files.iter().map(|(name, _)| name.clone());
    let index = list("sitemapindex", "sitemap", base, names);
    files.push((urls::SITEMAP.to_owned(), index));
    files
}

fn list(all: &str, one: &str, base: &str, paths: impl Iterator<Item = String>) -> Vec<u8> {
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <{all} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    );
    for path in paths {
        xml.push_str(&format!("  <{one}><loc>"));
        push_escaped(&mut xml, base);
        push_escaped(&mut xml, &path);
        xml.push_str(&format!("</loc></{one}>\n"));
    }
    xml.push_str(&format!("</{all}>\n"));
    xml.into_bytes()
}

/// `robots.txt`: every robot may read everything, and finds the site map here.
pub fn robots(base: Option<&str>) -> Vec<u8> {
    let map = base.map(|base| format!("\nSitemap: {base}{}\n", urls::SITEMAP)).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{map}").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::sitemaps;

    const PAGES: [&str; 5] =
        ["index.html", "a/index.html", "b/index.html", "c/index.html", "d/x.html"];

    #[test]
    fn no_page_is_lost_where_one_map_may_not_hold_them_all() {
        let files = sitemaps("https://example.org/a&b/", &PAGES, 2);
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]);
        let texts: Vec<&str> =
            files.iter().map(|(_, xml)| std::str::from_utf8(xml).unwrap()).collect();
        for (place, page) in ["", "a/", "b/", "c/", "d/x.html"].iter().enumerate() {
            let url = format!("<url><loc>https://example.org/a&amp;b/{page}</loc></url>");
            let with: Vec<usize> = (0..4).filter(|file| texts[*file].contains(&url)).collect();
            assert_eq!(with, [place / 2], "{page}");
        }
        assert_eq!(
            texts[3],
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n  \
             <sitemap><loc>https://example.org/a&amp;b/sitemap-1.xml</loc></sitemap>\n  \
             <sitemap><loc>https://example.org/a&amp;b/sitemap-2.xml</loc></sitemap>\n  \
             <sitemap><loc>https://example.org/a&amp;b/sitemap-3.xml</loc></sitemap>\n\
             </sitemapindex>\n"
        );
    }

    #[test]
    fn a_map_that_holds_all_pages_is_one_file() {
        let files = sitemaps("https://example.org/", &PAGES, PAGES.len());
        let [(name, xml)] = &files[..] else { panic!("{files:?}") };
        let xml = std::str::from_utf8(xml).unwrap();
        assert_eq!((name.as_str(), xml.matches("<url>").count()), ("sitemap.xml", 5));
        assert!(xml.ends_with("</urlset>\n"), "{xml}");
    }
}
