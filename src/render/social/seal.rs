//! What a picture was drawn from, written into it, so that another build need not draw it again.
//!
//! Before the end of a picture stands a `tEXt` chunk with the keyword `drawn from` and two SHA-256 in
//! hexadecimal: of all that the picture is drawn from, and of every other byte of the file. So a
//! picture that was damaged, made smaller by another program or drawn otherwise is none of ours.

use sha2::{Digest, Sha256};

/// A SHA-256.
pub type Sum = [u8; 32];

/// Kind of the chunk, its keyword, and what ends a keyword.
const HEAD: &[u8] = b"tEXtdrawn from\0";
/// Length of the chunk's data, beside which it has its length, kind and checksum, 4 bytes each.
const DATA: usize = HEAD.len() - 4 + 64 + 1 + 64;
/// Length of the chunk that ends a picture.
const END: usize = 12;

/// The SHA-256 of some parts, which are told apart from others that are cut elsewhere.
pub fn sum(parts: &[&[u8]]) -> Sum {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// The picture with the seal of what it was drawn from.
pub fn sealed(png: &[u8], from: &Sum) -> Vec<u8> {
    let (picture, end) = png.split_at(png.len().saturating_sub(END));
    [picture, &seal(picture, from), end].concat()
}

/// Whether a file is a picture that was drawn from this, with not a byte changed since.
pub fn is_sealed(file: &[u8], from: &Sum) -> bool {
    let Some(at) = file.len().checked_sub(END + DATA + 12) else { return false };
    let (picture, rest) = file.split_at(at);
    let (found, end) = rest.split_at(DATA + 12);
    found == seal(picture, from) && end == b"\0\0\0\0IEND\xaeB`\x82"
}

fn seal(picture: &[u8], from: &Sum) -> Vec<u8> {
    let mut text = HEAD.to_vec();
    text.extend(format!("{} {}", hex(from), hex(&sum(&[picture]))).bytes());
    let length = (DATA as u32).to_be_bytes();
    let check = crc32fast::hash(&text).to_be_bytes();
    [&length[..], &text, &check].concat()
}

fn hex(sum: &Sum) -> String {
    sum.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use resvg::tiny_skia::Pixmap;

    use super::*;

    fn drawn(from: &Sum) -> Vec<u8> {
        let mut pixels = Pixmap::new(8, 5).unwrap();
        pixels.fill(resvg::tiny_skia::Color::from_rgba8(151, 40, 29, 255));
        sealed(&pixels.encode_png().unwrap(), from)
    }

    #[test]
    fn a_sealed_picture_is_still_one() {
        let from = sum(&[b"svg", b"font"]);
        let png = drawn(&from);
        assert!(is_sealed(&png, &from));
        let pixels = Pixmap::decode_png(&png).unwrap();
        assert_eq!((pixels.width(), pixels.height()), (8, 5));
        assert_eq!(pixels.pixel(3, 3).unwrap().red(), 151);
    }

    #[test]
    fn what_was_drawn_from_other_things_is_told_apart() {
        let png = drawn(&sum(&[b"svg", b"font"]));
        for other in [sum(&[b"svgf", b"ont"]), sum(&[b"svg", b"fonts"]), sum(&[])] {
            assert!(!is_sealed(&png, &other));
        }
    }

    #[test]
    fn a_picture_with_a_byte_changed_lost_or_added_is_not_ours() {
        let from = sum(&[b"svg"]);
        let png = drawn(&from);
        for at in 0..png.len() {
            let mut changed = png.clone();
            changed[at] ^= 1;
            assert!(!is_sealed(&changed, &from), "byte {at} changed");
            assert!(!is_sealed(&png[..at], &from), "cut before byte {at}");
            changed[at] ^= 1;
            changed.insert(at, 0);
            assert!(!is_sealed(&changed, &from), "one more before byte {at}");
        }
    }
}
