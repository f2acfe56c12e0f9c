//! Every address of the site is built here.
//!
//! Addresses are relative to the root of the site, without a leading slash and with `/` at the end
//! of a page's folder: `2024-07-05-agi/tao-dacheng/`. This is the form in data, feeds and the site
//! map. [`up`] gives the relative path from a page to the root, so that the site works at any
//! sub-path. [`link`] turns an address into a link of a page: it names the folder's `index.html`,
//! because a browser that opens the site from the disk would list the folder instead.
//!
//! ```text
//! index.html                         home; with one forum, its overview
//! <page>/                            a free page
//! speakers/ , speakers/<speaker>/
//! <forum>/                           the forum's overview
//! <forum>/<talk>/                    a talk: index.html, index.md, clean.md
//! <forum>/sessions/<session>/        a session
//! <forum>/host/                      the hosts' words
//! <forum>/record/                    the whole record
//! <forum>/<image>                    images, as the transcript names them
//! <forum>/<talk>/cite.bib            the talk's citation; cite.ris and cite.json beside it
//! <forum>/cite.bib                   the citations of all talks
//! <forum>/<forum>.epub               the forum as a book
//! <forum>/calendar.ics               only with a date: the day of the forum, and of each talk
//! <forum>/<talk>/calendar.ics
//! <forum>/schedule.xml               only with a date: the programme; schedule.json beside it
//! <forum>/akoma-ntoso.xml            only with a date: the record as a debate
//! <forum>/<talk>/captions.vtt        only with times in the transcript: the captions of the talk
//! <forum>/social.png                 the picture for social networks, and one per talk
//! <forum>/<talk>/social.png          only where the site names a font
//! topics/ , topics/<topic>/
//! organisations/ , organisations/<organisation>/
//! data/                              the open-data page
//! data/<forum>.json , data/schema.json , data/talks.csv , data/speakers.csv
//! llms.txt                           a summary of the site for language models
//! search/                            the search page: index.html
//! search/index.js , search/<hash>/   the index
//! feed.xml , <forum>/feed.xml        Atom feeds
//! manifest.webmanifest               name and icons, for a browser that installs the site
//! here.html                          only without base_url: lets 404.html find the root
//! 404.html robots.txt                the error page; rules for crawlers
//! .nojekyll                          tells GitHub Pages to serve the files as they are
//! sitemap.xml opensearch.xml         only with base_url
//! sitemap-1.xml …                    parts of a site map of more than 50,000 pages
//! ```

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::model::{Forum, ForumPage, TextOwner};

/// The index of speakers.
pub const SPEAKERS: &str = "speakers/";
/// The index of topics.
pub const TOPICS: &str = "topics/";
/// The index of organisations.
pub const ORGANISATIONS: &str = "organisations/";
/// The open-data page, and the folder of the data files.
pub const DATA: &str = "data/";
/// The schema of the data files.
pub const SCHEMA: &str = "data/schema.json";
/// Every talk of the site as a table.
pub const TALKS_TABLE: &str = "data/talks.csv";
/// Every speaker of the site as a table.
pub const SPEAKERS_TABLE: &str = "data/speakers.csv";
/// The empty file that tells GitHub Pages to serve the files as they are.
pub const NO_JEKYLL: &str = ".nojekyll";
/// A summary of the site for language models.
pub const LLMS: &str = "llms.txt";
/// The names of the files with a citation, beside a page.
pub const CITATIONS: [&str; 3] = ["cite.bib", "cite.ris", "cite.json"];

/// The Atom feed of the site.
pub const FEED: &str = "feed.xml";
/// The site map.
pub const SITEMAP: &str = "sitemap.xml";
/// The OpenSearch description.
pub const OPENSEARCH: &str = "opensearch.xml";
/// The web app manifest: name and icons of the site.
pub const MANIFEST: &str = "manifest.webmanifest";
/// The search page.
pub const SEARCH: &str = "search/";

/// A shard of the search index.
pub fn shard(name: &str) -> String {
    format!("{SEARCH}{name}.js")
}

/// A forum's overview.
pub fn forum(forum: &str) -> String {
    format!("{forum}/")
}

/// A talk's page.
pub fn talk(forum: &str, talk: &str) -> String {
    format!("{forum}/{talk}/")
}

/// The picture for social networks, beside the page of a forum or a talk.
pub fn social(page: &str) -> String {
    format!("{page}social.png")
}

/// A session's page.
pub fn session(forum: &str, session: &str) -> String {
    format!("{forum}/sessions/{session}/")
}

/// The page of the hosts' words.
pub fn host(forum: &str) -> String {
    format!("{forum}/{}/", ForumPage::HOST_ID)
}

/// The page of the whole record.
pub fn record(forum: &str) -> String {
    format!("{forum}/record/")
}

/// A speaker's page.
pub fn speaker(speaker: &str) -> String {
    format!("{SPEAKERS}{speaker}/")
}

/// A topic's page.
pub fn topic(topic: &str) -> String {
    format!("{TOPICS}{topic}/")
}

/// An organisation's page.
pub fn organisation(organisation: &str) -> String {
    format!("{ORGANISATIONS}{organisation}/")
}

/// The search page with a query.
pub fn search(words: &str) -> String {
    format!("{SEARCH}?q={}", encoded(words))
}

/// A passage, with words that the script marks on its page.
pub fn found(page: &str, id: &str, words: &str) -> String {
    passage(&format!("{page}?find={}", encoded(words)), id)
}

/// A free page.
pub fn page(page: &str) -> String {
    format!("{page}/")
}

/// A forum's data file.
pub fn data(forum: &str) -> String {
    format!("data/{forum}.json")
}

/// The citations of a forum's talks.
pub fn citations(forum: &str) -> String {
    format!("{forum}/{}", CITATIONS[0])
}

/// The book of a forum. Its name is still telling where it was downloaded to.
pub fn book(forum: &str) -> String {
    format!("{forum}/{forum}.epub")
}

/// The calendar with a forum or a talk, beside its page.
pub fn calendar(page: &str) -> String {
    format!("{page}calendar.ics")
}

/// The programme of a forum as a schedule in XML.
pub fn schedule_xml(forum: &str) -> String {
    format!("{forum}/schedule.xml")
}

/// The programme of a forum as a schedule in JSON.
pub fn schedule_json(forum: &str) -> String {
    format!("{forum}/schedule.json")
}

/// The record of a forum as a debate of Akoma Ntoso.
pub fn akoma_ntoso(forum: &str) -> String {
    format!("{forum}/akoma-ntoso.xml")
}

/// The captions of a talk, beside its page.
pub fn captions(page: &str) -> String {
    format!("{page}captions.vtt")
}

/// The Atom feed of a forum.
pub fn forum_feed(forum: &str) -> String {
    format!("{forum}/{FEED}")
}

/// A part, counted from 1, of a site map that is too long for one file.
pub fn sitemap_part(part: usize) -> String {
    format!("sitemap-{part}.xml")
}

/// The page with the words of an owner.
pub fn owner(forum: &Forum, owner: TextOwner) -> String {
    match owner.page() {
        ForumPage::Talk(number) => talk(&forum.id, &forum.talks[number].id),
        ForumPage::Host => host(&forum.id),
        ForumPage::Record => record(&forum.id),
    }
}

/// A permalink: the address of a page with a passage's id as fragment.
pub fn passage(page: &str, id: &str) -> String {
    format!("{page}#{id}")
}

/// A link to an image of a forum, from the page of one of its talks. `image` is the name of a file,
/// so `#`, `?` and `%` in it are encoded.
pub fn beside(image: &str) -> String {
    // with `../` before it, a colon in the name cannot be read as the end of a scheme
    format!("../{}", legible(image, IN_FILE_NAME))
}

/// The relative path from a page to the root of the site: `../` for each folder, or `./`.
pub fn up(page: &str) -> String {
    match page.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

/// The link to an address from a page with the relative path `up` to the root.
pub fn link(up: &str, address: &str) -> String {
    format!("{up}{}", file(address))
}

/// Adds `index.html` to an address that ends in a folder, before any query or fragment: `a/#b`
/// becomes `a/index.html#b`. Other addresses stay as they are.
pub fn file(address: &str) -> String {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let (path, rest) = address.split_at(end);
    // `?q=…` or `#…` alone refers to the page itself, whatever its file is called
    let folder = path.is_empty() && rest.is_empty() || path.ends_with('/');
    let index = if folder { "index.html" } else { "" };
    format!("{path}{index}{rest}")
}

/// The path of a web address: `/forum/` of `https://example.org/forum/`.
pub fn path_of(address: &str) -> &str {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    host.find('/').map_or("/", |slash| &host[slash..])
}

/// Encoded in a component of an address: all that RFC 3986 does not call unreserved.
const IN_COMPONENT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// Encoded in a path of several folders.
const IN_PATH: &AsciiSet = &IN_COMPONENT.remove(b'/');
/// Encoded in the name of a file, in which `#` and `?` begin no fragment or query and `%` is a
/// plain character.
const IN_FILE_NAME: &AsciiSet =
    &IN_PATH.remove(b'=').remove(b'+').remove(b',').remove(b';').remove(b':').remove(b'@');
/// Encoded in a complete address that is put into Markdown or HTML.
const IN_MARKUP: &AsciiSet = &IN_FILE_NAME.remove(b'%').remove(b'#').remove(b'?');

/// Percent-encodes what could end an attribute, the brackets of a link or a comment, or begin a
/// character reference. What is encoded already stays.
pub fn safe(path: &str) -> String {
    legible(path, IN_MARKUP)
}

/// Percent-encodes `set`, whitespace and control characters. Other non-ASCII characters stay, so
/// that the address can be read by people; `--` does not, since it could end a comment.
fn legible(path: &str, set: &'static AsciiSet) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        // nobody would see whitespace such as U+3000 in an address, so it is encoded as well
        if c.is_ascii() || c.is_whitespace() || c.is_control() {
            out.extend(utf8_percent_encode(c.encode_utf8(&mut [0; 4]), set));
        } else {
            out.push(c);
        }
    }
    while out.contains("--") {
        out = out.replace("--", "-%2D");
    }
    out
}

/// Percent-encodes a text as one component of an address: a value in a query, a fragment.
pub fn encoded(text: &str) -> String {
    utf8_percent_encode(text, IN_COMPONENT).to_string()
}

/// Percent-encodes a path; slashes stay.
pub fn encoded_path(path: &str) -> String {
    utf8_percent_encode(path, IN_PATH).to_string()
}

/// Decodes all percent-encoded bytes; invalid UTF-8 becomes U+FFFD.
pub fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::{beside, decoded, encoded, encoded_path, file, link, safe, up};

    #[test]
    fn a_link_names_the_file_of_a_folder() {
        assert_eq!(link("./", ""), "./index.html");
        assert_eq!(link("../../", "a/b/#k2"), "../../a/b/index.html#k2");
        assert_eq!(link("../", "data/a.json"), "../data/a.json");
        assert_eq!(file("../a/?q=1"), "../a/index.html?q=1");
        assert_eq!(file("#k2"), "#k2");
    }

    #[test]
    fn the_path_up_leads_to_the_root() {
        assert_eq!(up(""), "./");
        assert_eq!(up("speakers/"), "../");
        assert_eq!(up("a/sessions/b/"), "../../../");
    }

    #[test]
    fn nothing_in_a_path_ends_what_it_stands_in() {
        assert_eq!(safe("img/a b)\"<.png"), "img/a%20b%29%22%3C.png");
        assert_eq!(safe("x-->"), "x-%2D%3E");
        assert_eq!(safe("图/1.png"), "图/1.png");
        assert_eq!(safe(&safe("a b")), safe("a b"));
        assert_eq!(beside("a&amp;#1?%20.png"), "../a%26amp;%231%3F%2520.png");
    }

    #[test]
    fn what_is_encoded_can_be_read_again() {
        assert_eq!(encoded_path("a/道 b~"), "a/%E9%81%93%20b~");
        for text in ["a/道 b~", "100%", "%E9%81%93", "", "+&=#?"] {
            assert_eq!(decoded(&encoded(text)), text);
        }
        assert_eq!(decoded("%e9%81%93%2"), "道%2");
    }
}
