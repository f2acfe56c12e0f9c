//! The fingerprint of a build: a hash that identifies the content, where other sites show a date.
//!
//! It is the beginning of a SHA-256 over all content as it is published: the Markdown pages, the
//! data, the free pages and the site's own description. Templates and style sheets are not hashed.
//! Files are hashed in the order of their paths, so that the order in which they were made does not
//! count.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::model::Site;
use crate::output::{FileContent, SiteFiles};

/// Hexadecimal digits: two different contents have the same fingerprint once in 2⁴⁸.
const DIGITS: usize = 12;

/// The fingerprint of a site of which `files` holds the Markdown pages and the data.
pub fn of(site: &Site, files: &SiteFiles) -> String {
    let mut hash = Sha256::new();
    let mut add = |part: &[u8]| {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    };
    for (path, content) in files {
        if let FileContent::Bytes(bytes) = content {
            add(path.as_bytes());
            add(bytes);
        }
    }
    for page in &site.pages {
        let markdown = page.markdown.replace("\r\n", "\n");
        [&page.id, &page.title, &markdown].iter().for_each(|text| add(text.as_bytes()));
    }
    let config = &site.config;
    add(config.title.as_bytes());
    [&config.description, &config.licence].into_iter().flatten().for_each(|t| add(t.as_bytes()));
    let mut digits = String::new();
    for byte in hash.finalize().iter().take(DIGITS / 2) {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_character_changes_it() {
        let file = |text: &str| {
            let content = FileContent::Bytes(text.as_bytes().to_vec());
            SiteFiles::from([("a/index.md".to_owned(), content)])
        };
        let site = Site {
            config: Default::default(),
            speakers: Vec::new().into(),
            forums: Vec::new().into(),
            pages: Vec::new(),
        };
        assert_eq!(of(&site, &file("谢谢")), of(&site, &file("谢谢")));
        assert_ne!(of(&site, &file("谢谢")), of(&site, &file("谢谢。")));
        assert_eq!(of(&site, &file("")).len(), DIGITS);
    }
}
