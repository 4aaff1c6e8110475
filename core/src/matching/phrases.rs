//! Words that the texts of a batch are made of: what says nothing about the payer, though it is a word of his name.
//!
//! # Design
//! The rarity of a word among customers' names says how surely a payer's name names him. A free text holds other words as
//! well: `Bank Transfer`, `March`, `invoice`. So a word counts there by how often it stands in the batch's texts, beyond
//! what those who bear it have to pay; that of a customer who pays thirty items stands in thirty texts and is no phrase.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::features::Payment;
use super::index::Index;
use super::words::hash;
use crate::model::Transaction;
use crate::party::frequent::{self, Frequent, PHRASES, TEXT_WORDS};
use crate::text;
use libm::log2;
use rustc_hash::{FxHashMap, FxHashSet};

/// What the texts of a batch are made of.
#[derive(Default)]
pub(super) struct Phrases {
    /// Bits that a token says in a text, by token.
    bits: Vec<f64>,
    /// Words that stand in many texts, hashed.
    common: FxHashSet<u64>,
    /// Names that many people bear, hashed.
    names: FxHashSet<u64>,
}

/// Payments whose texts are read, spread evenly over the batch.
const MOST_READ: usize = 1024;
/// Texts that are taken to hold none of a batch's words, beside those that were read.
const AS_MANY_TEXTS: f64 = 100.0;
/// A word of one text in so many is a word of texts.
const COMMON_ONE_IN: u32 = 100;
/// Texts that such a word stands in at the least.
const LEAST_COMMON: u32 = 4;
/// Bits of a word that payments are described with everywhere.
const PHRASE_BITS: f64 = 2.0;

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
                let count = seen.entry(hash(word)).or_default();
                count.texts += u32::from(count.last != read);
                count.last = read;
            }
        }
        let scale = step as f64;
        let all = f64::from(read) * scale + AS_MANY_TEXTS;
        let bits = |token: u32| {
            let rarity = index.rarity(token);
            let Some(count) = seen.get(&hash(index.token_text(token))) else { return rarity };
            // One of them is the payment at hand.
            let texts = f64::from(count.texts.saturating_sub(1)) * scale;
            let due = |customer: &u32| index.open_of(*customer).len() as f64;
            let own: f64 = index.customers_with(token).iter().map(due).sum();
            let chance = (texts - own).max(0.0) / all;
            if chance > 0.0 { rarity.min(-log2(chance)) } else { rarity }
        };
        let mut bits: Vec<f64> = (0..index.token_count()).map(bits).collect();
        for token in listed().filter_map(|word| index.token(word)) {
            bits[token as usize] = bits[token as usize].min(PHRASE_BITS);
        }
        let least = (read / COMMON_ONE_IN).max(LEAST_COMMON);
        // What stands in texts because customers bear it is a name.
        let borne: FxHashSet<u64> = (0..index.token_count())
            .filter(|token| bits[*token as usize] >= index.rarity(*token))
            .map(|token| hash(index.token_text(token)))
            .collect();
        let common = seen
            .into_iter()
            .filter(|(word, count)| count.texts >= least && !borne.contains(word))
            .map(|(word, _)| word);
        let mut common: FxHashSet<u64> = common.collect();
        common.extend(listed().map(hash));
        let borne = frequent::words().filter(|(kind, _)| matches!(kind, Frequent::Given | Frequent::Surname));
        let names = borne.map(|(_, word)| hash(word)).collect();
        Phrases { bits, common, names }
    }

    /// Bits that an equal token says where it stands in a text.
    pub fn rarity(&self, token: u32) -> f64 {
        self.bits[token as usize]
    }

    /// Whether many people bear a name, so that it is no other one misspelt.
    pub fn is_name(&self, word: &str) -> bool {
        self.names.contains(&hash(word))
    }

    /// Whether a word stands in many texts, whoever pays.
    pub fn is_common(&self, word: &str) -> bool {
        self.common.contains(&hash(word))
    }
}

/// In how many texts a word stands, and the last of them.
#[derive(Default)]
struct Count {
    texts: u32,
    last: u32,
}

/// Bytes and words of one text that are read.
const MOST_TEXT: usize = 512;
const MOST_WORDS: usize = 60;

/// The words that texts hold whatever the batch.
fn listed() -> impl Iterator<Item = &'static str> {
    PHRASES.split(' ').chain(TEXT_WORDS.split(' '))
}
