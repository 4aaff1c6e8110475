//! A word as a number, for tables that need not know it; a digest as text.

use core::hash::Hasher;
use rustc_hash::FxHasher;

/// The hash of a word: the same in every run.
pub(crate) fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// Writes bytes as hex digits.
pub(crate) fn push_hex(out: &mut String, bytes: &[u8]) {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    for byte in bytes {
        out.push(digit(byte >> 4));
        out.push(digit(byte & 15));
    }
}
