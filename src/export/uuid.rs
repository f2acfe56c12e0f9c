//! Identifiers of forums, talks and people that are the same at every build and whatever the
//! address of the site is: UUIDs of version 8 (RFC 9562), hashes of the name of what they identify.
//!
//! The names are made of the ids that stand in addresses, so that a title or a date can be
//! corrected and a calendar that has the event already changes it, rather than showing two.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// The name of a forum.
pub fn forum(forum: &str) -> String {
    format!("forum {forum}")
}

/// The name of a talk.
pub fn talk(forum: &str, talk: &str) -> String {
    format!("talk {forum}/{talk}")
}

/// The name of a speaker.
pub fn speaker(speaker: &str) -> String {
    format!("speaker {speaker}")
}

/// The UUID of what has a name, in lower case.
pub fn uuid(name: &str) -> String {
    let mut bytes = hash(name);
    // the high bits of these two bytes are the version, 8, and the variant (RFC 9562, 4.1 and 4.2)
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut uuid = String::with_capacity(36);
    for (place, byte) in bytes.iter().enumerate() {
        // the groups have 8, 4, 4, 4 and 12 digits, two for each byte
        if [4, 6, 8, 10].contains(&place) {
            uuid.push('-');
        }
        let _ = write!(uuid, "{byte:02x}");
    }
    uuid
}

/// The UUID as an address: `urn:uuid:…` (RFC 9562, 4).
pub fn urn(name: &str) -> String {
    format!("urn:uuid:{}", uuid(name))
}

/// A positive number of 31 bits made of a name, for formats that identify by numbers. Two names
/// may have the same one.
pub fn number(name: &str) -> u32 {
    let [a, b, c, d, ..] = hash(name);
    (u32::from_be_bytes([a, b, c, d]) >> 1).max(1)
}

fn hash(name: &str) -> [u8; 16] {
    let mut bytes = [0; 16];
    for (byte, of) in bytes.iter_mut().zip(Sha256::digest(name.as_bytes())) {
        *byte = of;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uuid_has_its_version_and_stays() {
        let id = uuid(&talk("a", "b"));
        assert_eq!(id.len(), "00000000-0000-8000-8000-000000000000".len());
        assert_eq!(&id[14..15], "8");
        assert!("89ab".contains(&id[19..20]));
        assert_eq!(id, uuid("talk a/b"));
        assert_ne!(id, uuid("talk a/c"));
        assert_eq!(urn("talk a/b"), format!("urn:uuid:{id}"));
    }

    #[test]
    fn a_number_is_positive_and_fits_into_31_bits() {
        let numbers = (0..1000).map(|n| number(&n.to_string()));
        assert!(numbers.into_iter().all(|n| (1..=u32::MAX >> 1).contains(&n)));
    }
}
