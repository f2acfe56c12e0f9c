//! Every `href` and `src` of every page, followed within the site.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use html5gum::{Token, Tokenizer};
use rayon::prelude::*;

use crate::output::{FileContent, Sink};
use crate::urls;

/// A link that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BrokenLink {
    /// The page, by its path in the site.
    pub page: String,
    /// The link as written in the page.
    pub link: String,
    /// Why it is broken.
    pub why: BrokenLinkReason,
}

/// Why a link is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BrokenLinkReason {
    /// There is no such file.
    NoFile,
    /// There is no such anchor on the page.
    NoAnchor,
    /// It leads out of the site.
    Outside,
}

/// What a page refers to, and what can be referred to in it.
#[derive(Debug, Default)]
struct PageLinks {
    /// How many links there are; a link that is written several times counts each time.
    count: usize,
    links: BTreeSet<String>,
    ids: BTreeSet<String>,
}

/// Takes the files of a site and keeps the links and anchors of its pages, to follow the links when
/// all pages are known.
#[derive(Debug, Default)]
pub struct LinkSink {
    pages: Mutex<BTreeMap<String, PageLinks>>,
}

impl Sink for LinkSink {
    fn put(&self, path: &str, content: FileContent) {
        let FileContent::Bytes(html) = content else { return };
        if path.ends_with(".html") {
            let page = scan(&html);
            let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
            pages.insert(path.to_owned(), page);
        }
    }
}

impl LinkSink {
    /// Follows every internal link; gives how many there are and those that are broken. `paths` are
    /// the paths of all files. `top` is the path under which the site is published, `/` or
    /// `/forum/`, for links that begin at the server's root.
    pub fn follow(self, paths: &BTreeSet<String>, top: &str) -> (usize, Vec<BrokenLink>) {
        let pages = self.pages.into_inner().unwrap_or_else(PoisonError::into_inner);
        let site = LinkedSite { paths, pages: &pages };
        let count = pages.values().map(|page| page.count).sum();
        let broken = pages.par_iter().flat_map_iter(|(path, page)| {
            let broken = page.links.iter().filter_map(|link| {
                let why = match link.strip_prefix(top) {
                    // `//host/` begins with `/` as well, and leads to another server
                    Some(below) if !link.starts_with("//") => site.follow("", below),
                    _ => site.follow(path, link),
                }?;
                Some(BrokenLink { page: path.clone(), link: link.clone(), why })
            });
            broken.collect::<Vec<_>>()
        });
        let mut broken: Vec<BrokenLink> = broken.collect();
        broken.sort();
        (count, broken)
    }
}

fn scan(html: &[u8]) -> PageLinks {
    let mut page = PageLinks::default();
    for token in Tokenizer::new(html) {
        let Ok(Token::StartTag(tag)) = token else { continue };
        for (name, value) in &tag.attributes {
            // the tokenizer has decoded character references: `&amp;` in an address is `&` here
            let value = String::from_utf8_lossy(value).into_owned();
            match name.as_slice() {
                b"href" | b"src" => {
                    page.count += 1;
                    page.links.insert(value);
                }
                b"id" => {
                    page.ids.insert(value);
                }
                _ => {}
            }
        }
    }
    page
}

/// A site whose files are all known.
struct LinkedSite<'a> {
    paths: &'a BTreeSet<String>,
    pages: &'a BTreeMap<String, PageLinks>,
}

impl LinkedSite<'_> {
    /// Why a link of the page at `path` is broken; nothing where it is not, or leads elsewhere.
    fn follow(&self, path: &str, link: &str) -> Option<BrokenLinkReason> {
        let (rest, anchor) = link.split_once('#').unwrap_or((link, ""));
        // a static site has one file for every query; scripts read it in the browser
        let rest = rest.split('?').next().unwrap_or_default();
        // a colon in the first segment can only end a scheme (RFC 3986, 4.2)
        let scheme = rest.split('/').next().unwrap_or_default().contains(':');
        if scheme || rest.starts_with("//") {
            return None;
        }
        let Some(mut target) = join(path, &urls::decoded(rest)) else {
            return Some(BrokenLinkReason::Outside);
        };
        if !self.paths.contains(&target) {
            // a server answers the address of a folder with the `index.html` in it
            let folder = target.trim_end_matches('/');
            target = if folder.is_empty() {
                "index.html".into()
            } else {
                format!("{folder}/index.html")
            };
        }
        if !self.paths.contains(&target) {
            return Some(BrokenLinkReason::NoFile);
        }
        // a file that is no page, such as an image or a data file, has no ids to check
        let page = self.pages.get(target.as_str())?;
        // `#` alone is the top of the page; a browser decodes a fragment before it looks for the id
        let known = anchor.is_empty() || page.ids.contains(&urls::decoded(anchor));
        (!known).then_some(BrokenLinkReason::NoAnchor)
    }
}

/// The path that a relative link leads to; nothing where it leads out of the site.
fn join(path: &str, link: &str) -> Option<String> {
    // a fragment or a query alone refers to the page itself
    if link.is_empty() {
        return Some(path.to_owned());
    }
    // `follow` has taken `top` off: what still begins at the server's root is outside this site
    if link.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    // a relative link starts from the folder of the page, not from the page
    parts.pop();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                // a browser stops at the server's root; where the site is a folder of the server,
                // such a link leaves the site
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    let folder = link.ends_with(['/', '.']) && !parts.is_empty();
    Some(parts.join("/") + if folder { "/" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::SiteWriter;

    fn followed(pages: &[(&str, &str)], top: &str) -> (usize, Vec<BrokenLink>) {
        let links = LinkSink::default();
        let writer = SiteWriter::new(&links);
        for (path, html) in pages {
            writer.put_bytes(*path, *html);
        }
        let paths = writer.into_paths();
        links.follow(&paths, top)
    }

    #[test]
    fn every_way_for_a_link_to_be_broken_is_found() {
        let pages = [
            ("index.html", "<a href='a/'>x</a> <a href=a/#k2>x</a> <a href='https://b/'>x</a>"),
            (
                "a/index.html",
                "<p id=k1><a href=../b/>x</a><a href='#k2'>x</a><img src=../../y.png>\
                 <a href=../>x</a><a href='../a/?q=1#k1'>x</a><a href='mailto:a@b'>x</a>",
            ),
            (
                "404.html",
                "<a href=/x/>x</a> <a href=/x/a/#k1>x</a> <a href=/x/c/>x</a> <a href=/y>x</a>",
            ),
        ];
        let (count, broken) = followed(&pages, "/x/");
        assert_eq!(count, 13);
        let found: Vec<_> = broken.iter().map(|b| (b.link.as_str(), b.why)).collect();
        assert_eq!(
            found,
            [
                ("/x/c/", BrokenLinkReason::NoFile),
                ("/y", BrokenLinkReason::Outside),
                ("#k2", BrokenLinkReason::NoAnchor),
                ("../../y.png", BrokenLinkReason::Outside),
                ("../b/", BrokenLinkReason::NoFile),
                ("a/#k2", BrokenLinkReason::NoAnchor),
            ]
        );
    }
}
