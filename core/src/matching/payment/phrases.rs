//! Words that the texts of a batch are made of: what says nothing about the payer, though it is a word of his name.
//!
//! # Design
//! The rarity of a word among customers' names says how surely a payer's name names him. A free text holds other words as
//! well: `Bank Transfer`, `March`, `invoice`. So a word counts there by how often it stands in the batch's texts, beyond
//! what those who bear it have to pay; that of a customer who pays thirty items stands in thirty texts and is no phrase.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::features::Payment;
use crate::matching::hash::hash;
use crate::matching::index::{Index, NONE};
use crate::model::Transaction;
use crate::text;
use libm::log2;
use rustc_hash::{FxHashMap, FxHashSet};

/// What the texts of a batch are made of.
#[derive(Default)]
pub(crate) struct Phrases {
    /// Bits that a token says in a text, where the batch's texts say less than the index.
    bits: FxHashMap<u32, f64>,
    /// Words that stand in many texts, hashed.
    common: FxHashSet<u64>,
}

/// Payments whose texts are read, spread evenly over the batch.
const MOST_READ: usize = 1024;
/// Texts that are taken to hold none of a batch's words, beside those that were read.
const AS_MANY_TEXTS: f64 = 100.0;
/// A word of one text in so many is a word of texts.
const COMMON_ONE_IN: u32 = 100;
/// Texts that such a word stands in at the least.
const LEAST_COMMON: u32 = 4;
impl Phrases {
    /// Learns from the texts of the payments, which are in an order of their own.
    pub fn learn(index: &Index, transactions: &[Transaction], payments: &[Payment]) -> Self {
        let step = payments.len().div_ceil(MOST_READ).max(1);
        let mut seen: FxHashMap<u64, Count> = FxHashMap::default();
        let mut folded = String::new();
        let mut read = 0_u32;
        for payment in payments.iter().step_by(step) {
            read += 1;
            folded.clear();
            let text = &transactions[payment.row as usize].remittance;
            text::fold_into(text::start_of(text, MOST_TEXT), &mut folded);
            for word in text::tokens(&folded).take(MOST_WORDS) {
                let new = || Count { texts: 0, last: 0, token: index.token(word).unwrap_or(NONE) };
                let count = seen.entry(hash(word)).or_insert_with(new);
                count.texts += u32::from(count.last != read);
                count.last = read;
            }
        }
        let scale = step as f64;
        let all = f64::from(read) * scale + AS_MANY_TEXTS;
        let least = (read / COMMON_ONE_IN).max(LEAST_COMMON);
        let mut out = Phrases::default();
        for (word, count) in seen {
            let Count { texts, token, .. } = count;
            let mut borne = false;
            if token != NONE {
                // One of them is the payment at hand.
                let texts = f64::from(texts.saturating_sub(1)) * scale;
                let due = |customer: &u32| index.open_of(*customer).len() as f64;
                // What more of its bearers have to pay than the texts are many changes nothing.
                let mut own = 0.0;
                for customer in index.customers_with(token) {
                    own += due(customer);
                    if own >= texts {
                        break;
                    }
                }
                let chance = (texts - own).max(0.0) / all;
                let bits = if chance > 0.0 { -log2(chance) } else { f64::INFINITY };
                if bits < index.rarity_in_text(token) {
                    out.bits.insert(token, bits);
                }
                // What stands in texts because customers bear it is a name.
                borne = bits.min(index.rarity_in_text(token)) >= index.rarity(token);
            }
            if texts >= least && !borne {
                out.common.insert(word);
            }
        }
        out
    }

    /// Bits that an equal token says where it stands in a text.
    pub fn rarity(&self, index: &Index, token: u32) -> f64 {
        self.bits.get(&token).copied().unwrap_or_else(|| index.rarity_in_text(token))
    }

    /// Whether a word stands in many of the batch's texts.
    pub fn is_frequent(&self, word: &str) -> bool {
        self.common.contains(&hash(word))
    }

    /// Whether a word stands in many texts, whoever pays.
    pub fn is_common(&self, index: &Index, word: &str) -> bool {
        self.is_frequent(word) || index.vocabulary().is_of_texts(word)
    }
}

/// In how many texts a word stands, the last of them, and the token that it is.
struct Count {
    texts: u32,
    last: u32,
    token: u32,
}

/// Bytes and words of one text that are read.
const MOST_TEXT: usize = 512;
const MOST_WORDS: usize = 60;
