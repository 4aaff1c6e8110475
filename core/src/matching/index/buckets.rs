//! Rows by hash: a table of what may stand under a key, with several rows to a key.
#![allow(clippy::indexing_slicing)] // a kernel: places are taken within the table's length

/// A hash that stands for nothing.
const EMPTY: u64 = 0;

/// Values by 64-bit hash, open addressing. Two keys of one hash are one key: of five million keys the chance that a
/// given other one meets any is one in three billion.
#[derive(Clone, Debug, Default)]
pub struct Buckets {
    hashes: Vec<u64>,
    values: Vec<u32>,
    used: usize,
}

impl Buckets {
    pub fn with_capacity(entries: usize) -> Self {
        let size = size_for(entries);
        Buckets { hashes: vec![EMPTY; size], values: vec![0; size], used: 0 }
    }

    /// Adds a value under a hash; the same value may stand there twice.
    pub fn add(&mut self, hash: u64, value: u32) {
        if size_for(self.used + 1) > self.hashes.len() {
            let mut larger = Buckets::with_capacity((self.used + 1) * 2);
            self.each(|hash, value| larger.put(hash, value));
            *self = larger;
        }
        self.put(hash, value);
    }

    fn put(&mut self, hash: u64, value: u32) {
        let hash = hash.max(EMPTY + 1);
        let mut at = self.place(hash);
        while self.hashes[at] != EMPTY {
            at = if at + 1 == self.hashes.len() { 0 } else { at + 1 };
        }
        self.hashes[at] = hash;
        self.values[at] = value;
        self.used += 1;
    }

    /// The values under a hash, in no order.
    pub fn get(&self, hash: u64) -> Found<'_> {
        let hash = hash.max(EMPTY + 1);
        let at = if self.hashes.is_empty() { usize::MAX } else { self.place(hash) };
        Found { of: self, hash, at }
    }

    /// All that stands in it.
    pub fn each(&self, mut visit: impl FnMut(u64, u32)) {
        let full = self.hashes.iter().zip(&self.values).filter(|(hash, _)| **hash != EMPTY);
        full.for_each(|(hash, value)| visit(*hash, *value));
    }

    pub fn len(&self) -> usize {
        self.used
    }

    fn place(&self, hash: u64) -> usize {
        ((u128::from(hash) * self.hashes.len() as u128) >> 64) as usize
    }
}

/// Three quarters of a table are filled.
fn size_for(entries: usize) -> usize {
    entries + entries / 3 + 4
}

/// The values under one hash.
#[derive(Clone)]
pub struct Found<'a> {
    of: &'a Buckets,
    hash: u64,
    at: usize,
}

impl Iterator for Found<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        loop {
            let found = *self.of.hashes.get(self.at)?;
            if found == EMPTY {
                self.at = usize::MAX;
                return None;
            }
            let at = self.at;
            self.at = if at + 1 == self.of.hashes.len() { 0 } else { at + 1 };
            if found == self.hash {
                return Some(self.of.values[at]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn what_was_added_is_found(entries in prop::collection::vec((0_u64..40, any::<u32>()), 0..300)) {
            let spread = |hash: u64| hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            let (mut buckets, mut lists) = (Buckets::default(), BTreeMap::<u64, Vec<u32>>::new());
            for (hash, value) in entries {
                buckets.add(spread(hash), value);
                lists.entry(hash.max(u64::from(hash == 0))).or_default().push(value);
            }
            for hash in 2..40 {
                let mut found: Vec<u32> = buckets.get(spread(hash)).collect();
                let mut expected = lists.get(&hash).cloned().unwrap_or_default();
                found.sort_unstable();
                expected.sort_unstable();
                prop_assert_eq!(found, expected);
            }
        }
    }
}
