//! How true pairs relate: shares of the classes, shipped as priors and adapted to the batch.
#![allow(clippy::indexing_slicing)] // a kernel: classes index tables of their own size

use super::pairs::Pair;
use super::relation::{
    AMOUNTS, CHANGED_OVER, EQUAL, LAGS, NEAR_LAGS, ONE_DIGIT, POINT, UNKNOWN_LAG, days_of, sides, steps,
};
use super::words::{DEGREES, NO_WORDS, WORD_KINDS, WORDS};
use libm::{exp2f, log2f};

/// Shares of the classes of true pairs, as bits, and the share of bank rows that have an entry.
#[derive(Clone, Debug)]
pub(super) struct Tables {
    words: [f32; WORDS],
    amounts: [f32; AMOUNTS],
    lags: [f32; LAGS],
    /// Of bank rows, and of entries.
    pub matched: (f32, f32),
}

/// Shares of the classes.
pub(super) struct Shares {
    words: [f32; WORDS],
    amounts: [f32; AMOUNTS],
    lags: [f32; LAGS],
}

impl Shares {
    /// How much oftener true pairs are of the classes of a pair.
    pub fn of(&self, pair: &Pair) -> f32 {
        self.words[pair.words as usize] * self.amounts[pair.amount as usize] * self.lags[pair.lag as usize]
    }
}

/// Shipped shares of the words' classes among true pairs, and among pairs that share as much by chance: mostly other
/// payments of one payer.
const WORD_SHARES: [f32; WORD_KINDS] = [0.35, 0.30, 0.10, 0.06, 0.02, 0.04, 0.02, 0.03, 0.08];
const WORD_CHANCES: [[f32; DEGREES]; WORD_KINDS] = [
    [0.3, 0.3, 0.3],
    [0.7, 0.7, 0.7],
    [0.5, 0.5, 0.5],
    [0.015, 0.03, 0.5],
    [0.5, 0.5, 0.5],
    [0.5, 0.3, 0.08],
    [1.0, 1.0, 0.2],
    [1.0, 1.0, 1.0],
    [1.0, 1.0, 1.0],
];
/// Shares of the degrees of how rare the common words of true pairs are.
const DEGREE_SHARES: [f32; DEGREES] = [0.15, 0.25, 0.60];
/// Share of bank rows that have an entry, before anything is learnt.
pub(super) const MATCHED: f32 = 0.8;
/// Least share of rows without a counterpart that is believed.
const LEAST_ALONE: f32 = 0.01;

impl Tables {
    /// The shipped shares.
    pub fn shipped() -> Self {
        let (amounts, lags) = (shipped_amounts(), shipped_lags());
        let mut out = Tables {
            words: [0.0; WORDS],
            amounts: amounts.map(log2f),
            lags: lags.map(log2f),
            matched: (0.0, 0.0),
        };
        out.set_words(&shipped_words());
        out.set_matched(MATCHED, 1, 1);
        out
    }

    /// Bits for a pair against both rows' having no counterpart; `entries` are the entries that it could have been.
    pub fn score(&self, pair: &Pair, entries: usize) -> f32 {
        self.prior(entries) + self.words_of(pair) + self.amount_of(pair) + self.day_of(pair)
    }

    /// Bits before any evidence.
    pub fn prior(&self, entries: usize) -> f32 {
        let (bank, book) = self.matched;
        log2f(bank / ((1.0 - bank) * (1.0 - book) * (entries as f32).max(1.0)))
    }

    pub fn words_of(&self, pair: &Pair) -> f32 {
        self.words[pair.words as usize] + pair.words_bits
    }

    pub fn amount_of(&self, pair: &Pair) -> f32 {
        self.amounts[pair.amount as usize] + pair.amount_bits
    }

    pub fn day_of(&self, pair: &Pair) -> f32 {
        if pair.lag == UNKNOWN_LAG { 0.0 } else { self.lags[pair.lag as usize] + pair.day_bits }
    }

    /// The share of true pairs whose amounts are off by steps.
    pub fn share_of_steps(&self) -> f32 {
        sides().into_iter().flatten().map(|class| exp2f(self.amounts[class])).sum()
    }

    /// The same, not as bits.
    pub fn as_shares(&self) -> Shares {
        let mut lags = self.lags.map(exp2f);
        lags[UNKNOWN_LAG as usize] = 1.0;
        Shares { words: self.words.map(exp2f), amounts: self.amounts.map(exp2f), lags }
    }

    /// Takes other shares.
    pub fn set(&mut self, words: &[f32; WORDS], amounts: &[f32; AMOUNTS], lags: &[f32; LAGS]) {
        self.set_words(words);
        self.amounts = amounts.map(log2f);
        self.lags = lags.map(log2f);
    }

    fn set_words(&mut self, shares: &[f32; WORDS]) {
        for (at, share) in shares.iter().enumerate() {
            self.words[at] = log2f(share / WORD_CHANCES[at / DEGREES][at % DEGREES]);
        }
    }

    /// Takes another share of bank rows that have an entry.
    pub fn set_matched(&mut self, share: f32, bank: usize, book: usize) {
        let both = share * bank as f32 / (book as f32).max(1.0);
        let bound = |share: f32| share.clamp(0.02, 1.0 - LEAST_ALONE);
        self.matched = (bound(share), bound(both));
    }
}

pub(super) fn shipped_words() -> [f32; WORDS] {
    let mut out = [0.0; WORDS];
    for (at, share) in out.iter_mut().enumerate() {
        *share = match at {
            at if at >= usize::from(NO_WORDS) => WORD_SHARES[at / DEGREES] / 1000.0,
            at => WORD_SHARES[at / DEGREES] * DEGREE_SHARES[at % DEGREES],
        };
    }
    out[usize::from(NO_WORDS)] = WORD_SHARES[WORD_KINDS - 1];
    normalise(&mut out);
    out
}

pub(super) fn shipped_amounts() -> [f32; AMOUNTS] {
    let mut out = [0.0; AMOUNTS];
    for class in 0..AMOUNTS as u8 {
        out[class as usize] = match class {
            EQUAL => 0.88,
            CHANGED_OVER => 0.02,
            ONE_DIGIT => 0.007,
            POINT => 0.003,
            _ => 0.008 * exp2f(-0.25 * f32::from(steps(class).unwrap_or(0))),
        };
    }
    normalise(&mut out);
    out
}

pub(super) fn shipped_lags() -> [f32; LAGS] {
    let mut out = [0.003; LAGS];
    for class in NEAR_LAGS {
        let days = days_of(class);
        let scale = if days < 0 { 2.5 } else { 4.0 };
        out[class] += 0.16 * exp2f(-(days.unsigned_abs() as f32) / scale);
    }
    out[UNKNOWN_LAG as usize] = 0.0;
    normalise(&mut out);
    out[UNKNOWN_LAG as usize] = 1.0;
    out
}

pub(super) fn normalise(shares: &mut [f32]) {
    let sum: f32 = shares.iter().sum();
    shares.iter_mut().for_each(|share| *share /= sum.max(f32::MIN_POSITIVE));
}
