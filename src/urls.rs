//! Every address of the site, in one place.
//!
//! Addresses are relative to the site's top, without a leading slash and with `/` at the end of a
//! page's folder: `2024-07-05-agi/tao-dacheng/`. [`up`] leads from a page back to the top, so that
//! the site works at any sub-path and from a folder.
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
//! data/<forum>.json , data/schema.json
//! 404.html robots.txt sitemap.xml    sitemap.xml only where the site's own address is known
//! ```

use std::fmt::Write;

/// The speakers' index.
pub const SPEAKERS: &str = "speakers/";

/// A forum's overview.
pub fn forum(forum: &str) -> String {
    format!("{forum}/")
}

/// A talk's page.
pub fn talk(forum: &str, talk: &str) -> String {
    format!("{forum}/{talk}/")
}

/// A session's page.
pub fn session(forum: &str, session: &str) -> String {
    format!("{forum}/sessions/{session}/")
}

/// The page of the hosts' words.
pub fn host(forum: &str) -> String {
    format!("{forum}/host/")
}

/// The page of the whole record.
pub fn record(forum: &str) -> String {
    format!("{forum}/record/")
}

/// A speaker's page.
pub fn speaker(speaker: &str) -> String {
    format!("{SPEAKERS}{speaker}/")
}

/// A free page.
pub fn page(page: &str) -> String {
    format!("{page}/")
}

/// A forum's data file.
pub fn data(forum: &str) -> String {
    format!("data/{forum}.json")
}

/// A permalink: a page with a passage's id.
pub fn passage(page: &str, id: &str) -> String {
    format!("{page}#{id}")
}

/// An image of a forum, from the page of one of its talks. A file's name has neither an anchor nor
/// anything encoded in it.
pub fn beside(image: &str) -> String {
    let name = image.replace('%', "%25").replace('#', "%23").replace('?', "%3F");
    format!("../{}", safe(&name))
}

/// The way from a page's folder back to the top of the site: `../` for each folder, or `./`.
pub fn up(page: &str) -> String {
    match page.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

/// The path of a web address: `/forum/` of `https://example.org/forum/`.
pub fn path_of(address: &str) -> &str {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    host.find('/').map_or("/", |slash| &host[slash..])
}

/// A path with everything percent-encoded that could end an attribute, a link's brackets or a
/// comment, or begin a character reference. What is encoded already stays.
pub fn safe(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        let plain = c.is_ascii_alphanumeric() || "/._~#?=%+,;:@-".contains(c);
        if plain || (!c.is_ascii() && !c.is_whitespace() && !c.is_control()) {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    while out.contains("--") {
        out = out.replace("--", "-%2D");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{beside, safe, up};

    #[test]
    fn the_way_up_leads_to_the_top() {
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
}
