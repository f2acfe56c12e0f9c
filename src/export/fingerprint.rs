//! The fingerprint of a build: a hash that identifies the content, where other sites show a date.
//!
//! It is the beginning of a SHA-256 over all content as it is published: the Markdown pages, the
//! data, the free pages and the site's own description. Templates and style sheets are not hashed.
//! Files are hashed in the order of their paths, so that the order in which they were made does not
//! count.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::model::Site;

/// Hexadecimal digits: two different contents have the same fingerprint once in 2⁴⁸.
const DIGITS: usize = 12;

/// The hash of the texts of a site, to which they are added in the order of their paths.
#[derive(Default)]
pub struct Fingerprint(Sha256);

impl Fingerprint {
    /// Adds a Markdown page or a data file.
    pub fn add(&mut self, path: &str, bytes: &[u8]) {
        self.part(path.as_bytes());
        self.part(bytes);
    }

    /// The fingerprint, with the free pages and the description of the site added.
    pub fn finish(mut self, site: &Site) -> String {
        for page in &site.pages {
            // Git may check a file out with CRLF on one machine and LF on another
            let markdown = page.markdown.replace("\r\n", "\n");
            [&page.id, &page.title, &markdown].iter().for_each(|text| self.part(text.as_bytes()));
        }
        let config = &site.config;
        self.part(config.title.as_bytes());
        let texts = [&config.description, &config.licence];
        texts.into_iter().flatten().for_each(|text| self.part(text.as_bytes()));
        let mut digits = String::new();
        for byte in self.0.finalize().iter().take(DIGITS / 2) {
            let _ = write!(digits, "{byte:02x}");
        }
        digits
    }

    /// Adds bytes with their length, so that no two lists of parts give the same bytes.
    fn part(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_character_changes_it() {
        let site = Site {
            config: Default::default(),
            speakers: Vec::new().into(),
            forums: Vec::new().into(),
            pages: Vec::new(),
            addresses: Default::default(),
        };
        let of = |text: &str| {
            let mut fingerprint = Fingerprint::default();
            fingerprint.add("a/index.md", text.as_bytes());
            fingerprint.finish(&site)
        };
        assert_eq!(of("谢谢"), of("谢谢"));
        assert_ne!(of("谢谢"), of("谢谢。"));
        assert_eq!(of("").len(), DIGITS);
    }
}
