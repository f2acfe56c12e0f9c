//! Numbers in as few bits as they need, written in base64.
//!
//! The letters are those of RFC 4648, six bits each, the highest first, without padding. A file of
//! them is text that a script can hold, and gzip gives back what base64 costs.
//!
//! ```text
//! gamma(n), n ≥ 1    as many 0 as n has bits after its first, then n in binary
//! rice(n, k)         n >> k times 1, a 0, then the k lowest bits of n
//! ```
//!
//! Codes: P. Elias (1975), R. F. Rice (1979).

use super::format::BASE64_DIGITS;

/// Writes numbers one after the other.
#[derive(Default)]
pub struct BitWriter {
    out: String,
    pending: u32,
    count: u32,
}

impl BitWriter {
    /// How many letters have been written.
    pub fn len(&self) -> usize {
        self.out.len()
    }

    /// One bit.
    pub fn bit(&mut self, bit: bool) {
        self.pending = self.pending << 1 | u32::from(bit);
        self.count += 1;
        if self.count == 6 {
            self.out.push(char::from(BASE64_DIGITS[self.pending as usize & 63]));
            (self.pending, self.count) = (0, 0);
        }
    }

    /// The `width` lowest bits of a number.
    pub fn bits(&mut self, number: u32, width: u32) {
        for place in (0..width).rev() {
            self.bit(number >> place & 1 == 1);
        }
    }

    /// A number from 1, small ones in few bits.
    pub fn gamma(&mut self, number: u32) {
        let width = number.max(1).ilog2();
        self.bits(0, width);
        self.bits(number.max(1), width + 1);
    }

    /// A number that is seldom much larger than two to the `k`.
    pub fn rice(&mut self, number: u32, k: u32) {
        for _ in 0..number >> k {
            self.bit(true);
        }
        self.bit(false);
        self.bits(number, k);
    }

    /// The letters; the last is filled up with 0.
    pub fn finish(mut self) -> String {
        while self.count > 0 {
            self.bit(false);
        }
        self.out
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
