//! A word as a number, for tables that need not know it.

use core::hash::Hasher;
use rustc_hash::FxHasher;

/// The hash of a word: the same in every run.
pub(super) fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}
