//! Bank rows and the entries that they may be, with how they relate.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use core::ops::Range;

/// A bank row and an entry that may belong together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    /// Row of the entry in the book.
    pub entry: u32,
    pub amount: u8,
    pub lag: u8,
    pub words: u8,
    /// Bits against its words', its amount's and its day's being so by chance.
    pub words_bits: f32,
    pub amount_bits: f32,
    pub day_bits: f32,
}

impl Pair {
    /// All bits against its being so by chance.
    pub fn bits(&self) -> f32 {
        self.words_bits + self.amount_bits + self.day_bits
    }
}

/// The pairs of all bank rows, one behind the other.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    pub pairs: Vec<Pair>,
    /// How rare each pair is by chance: so many times rarer than one in one.
    pub rarity: Vec<f32>,
    pub ends: Vec<u32>,
}

impl Pairs {
    /// Says how rare the pairs are, once all are there.
    pub fn weigh(&mut self) {
        self.rarity = self.pairs.iter().map(|pair| libm::exp2f(pair.bits())).collect();
    }

    pub fn rows(&self) -> usize {
        self.ends.len()
    }

    /// Takes entries out of the running.
    pub fn leave_out(&mut self, entries: &[bool]) {
        for (pair, rarity) in self.pairs.iter().zip(&mut self.rarity) {
            if entries[pair.entry as usize] {
                *rarity = 0.0;
            }
        }
    }

    pub fn of(&self, bank: usize) -> Range<usize> {
        let start = bank.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[bank] as usize
    }
}
