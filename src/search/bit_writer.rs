//! Numbers in as few bits as they need, written as base64 digits.
//!
//! The digits are those of RFC 4648, six bits each, the most significant bit first, without
//! padding. So a shard is text that a script can hold; gzip wins back what base64 costs.
//!
//! ```text
//! gamma(n), n ≥ 1    for each bit of n after the first a 0, then n in binary
//! rice(n, k)         n >> k times 1, a 0, then the k least significant bits of n
//! ```
//!
//! Gamma codes (P. Elias, 1975) suit numbers that are mostly small, Rice codes (R. F. Rice, 1979)
//! numbers about some 2^k.

use super::format::BASE64_DIGITS;

/// Writes numbers one after the other, without separators.
#[derive(Default)]
pub struct BitWriter {
    digits: String,
    /// The bits that do not fill a digit yet, and how many they are.
    pending: u32,
    pending_bits: u32,
}

impl BitWriter {
    /// Number of complete base64 digits so far.
    pub fn len(&self) -> usize {
        self.digits.len()
    }

    /// Writes one bit.
    pub fn bit(&mut self, bit: bool) {
        self.pending = self.pending << 1 | u32::from(bit);
        self.pending_bits += 1;
        if self.pending_bits == 6 {
            // six bits are pending; the mask only shows that the index cannot be out of bounds
            self.digits.push(char::from(BASE64_DIGITS[self.pending as usize & 63]));
            (self.pending, self.pending_bits) = (0, 0);
        }
    }

    /// Writes the `width` least significant bits of a number, the most significant of them first.
    pub fn bits(&mut self, number: u32, width: u32) {
        for position in (0..width).rev() {
            self.bit(number >> position & 1 == 1);
        }
    }

    /// Writes the gamma code of a number; 0, which has none, is written as 1.
    pub fn gamma(&mut self, number: u32) {
        let width = number.max(1).ilog2();
        // the first bit of a number is a 1, so it ends the zeros that tell the length
        self.bits(0, width);
        self.bits(number.max(1), width + 1);
    }

    /// Writes the Rice code of a number. It is about n / 2^k bits long: choose `k` so that numbers
    /// much larger than 2^k are rare.
    pub fn rice(&mut self, number: u32, k: u32) {
        // in unary, which needs no length before it and is short for numbers about 2^k
        for _ in 0..number >> k {
            self.bit(true);
        }
        self.bit(false);
        self.bits(number, k);
    }

    /// The base64 digits; the last one is padded with 0 bits.
    pub fn finish(mut self) -> String {
        while self.pending_bits > 0 {
            self.bit(false);
        }
        self.digits
    }
}

#[cfg(test)]
mod tests {
    use super::BitWriter;

    #[test]
    fn numbers_are_written_as_the_codes_say() {
        let mut bits = BitWriter::default();
        bits.gamma(1); // 1
        bits.gamma(5); // 00101
        bits.rice(9, 2); // 110 01
        bits.bit(true); // 1
        // 100101 110011
        assert_eq!(bits.finish(), "lz");
    }
}
