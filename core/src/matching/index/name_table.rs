//! The words of customers' names: whose each is, and how rare.
#![allow(clippy::indexing_slicing)] // a kernel: token and customer rows come from the tables that they index

use super::vocabulary::Vocabulary;
use crate::party::frequent::{Frequent, RARE_ONE_IN};
use core::hash::Hasher;
use libm::log2;
use rustc_hash::{FxHashMap, FxHasher};

/// What is known about names in general counts as much as so many customers.
const AS_MANY_NAMES: f64 = 500.0;
/// Bits of a word that payments are described with everywhere.
const PHRASE_BITS: f64 = 2.0;

/// The words of customers' names as tokens.
#[derive(Default)]
pub(super) struct NameTable {
    rows: FxHashMap<Box<str>, u32>,
    texts: Vec<Box<str>>,
    /// Tokens in the order of their text, for prefixes.
    order: Vec<u32>,
    /// Customers by token; those of a token start where `starts` says.
    holders: Vec<u32>,
    starts: Vec<u32>,
    /// Bits that an equal token says, in names and in texts of which nothing else is known.
    bits: Vec<(f64, f64)>,
    vocabulary: Vocabulary,
    /// Tokens by what is left of them when one letter is taken out.
    typos: FxHashMap<u64, Vec<u32>>,
}

impl NameTable {
    /// The row of a token, known from now on.
    pub fn learn(&mut self, token: &str) -> u32 {
        if let Some(row) = self.rows.get(token) {
            return *row;
        }
        let row = self.texts.len() as u32;
        self.texts.push(token.into());
        self.rows.insert(token.into(), row);
        row
    }

    /// Ends the learning: `tokens` visits each customer's tokens, by the customers' rows.
    pub fn finish(&mut self, customers: usize, tokens: impl Fn(u32, &mut dyn FnMut(u32))) {
        // Counted first, then laid out: a customer stands once in a token's part.
        let mut last = vec![u32::MAX; self.texts.len()];
        let mut starts = vec![0; self.texts.len() + 1];
        let each = |last: &mut [u32], visit: &mut dyn FnMut(u32, u32)| {
            for customer in 0..customers as u32 {
                tokens(customer, &mut |token| {
                    if core::mem::replace(&mut last[token as usize], customer) != customer {
                        visit(token, customer);
                    }
                });
            }
        };
        each(&mut last, &mut |token, _| starts[token as usize + 1] += 1);
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        self.holders = vec![0; starts.last().copied().unwrap_or(0) as usize];
        let mut free: Vec<u32> = starts.clone();
        last.fill(u32::MAX);
        each(&mut last, &mut |token, customer| {
            self.holders[free[token as usize] as usize] = customer;
            free[token as usize] += 1;
        });
        self.starts = starts;
        self.weigh(customers);
        for (token, text) in self.texts.iter().enumerate() {
            shortened(text, |key| self.typos.entry(key).or_default().push(token as u32));
        }
        self.order = (0..self.texts.len() as u32).collect();
        self.order.sort_unstable_by(|a, b| self.texts[*a as usize].cmp(&self.texts[*b as usize]));
    }

    /// How rare each token is: its share among the customers, and as long as these are few, among all names.
    fn weigh(&mut self, customers: usize) {
        let all = customers as f64 + AS_MANY_NAMES;
        let bits = |token: u32| {
            let word = self.text(token);
            let usual = 1.0 / f64::from(self.vocabulary.kind(word).map_or(RARE_ONE_IN, Frequent::one_in));
            let bits = log2(all / (self.holders(token).len() as f64 + AS_MANY_NAMES * usual));
            (bits, if self.vocabulary.is_of_texts(word) { bits.min(PHRASE_BITS) } else { bits })
        };
        self.bits = (0..self.texts.len() as u32).map(bits).collect();
    }

    /// The row of a folded word, if it is a token.
    pub fn row(&self, word: &str) -> Option<u32> {
        self.rows.get(word).copied()
    }

    pub fn text(&self, token: u32) -> &str {
        &self.texts[token as usize]
    }

    /// Customers whose names hold a token, in order.
    pub fn holders(&self, token: u32) -> &[u32] {
        &self.holders[self.starts[token as usize] as usize..self.starts[token as usize + 1] as usize]
    }

    pub fn bits(&self, token: u32) -> f64 {
        self.bits[token as usize].0
    }

    pub fn bits_in_text(&self, token: u32) -> f64 {
        self.bits[token as usize].1
    }

    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Tokens that start with `prefix`, at most `most`.
    pub fn with_prefix<'s>(&'s self, prefix: &'s str, most: usize) -> impl Iterator<Item = u32> + 's {
        let start = self.order.partition_point(|token| self.text(*token) < prefix);
        let rest = self.order[start..].iter().copied();
        rest.take_while(move |token| self.text(*token).starts_with(prefix)).take(most)
    }

    /// Tokens that differ from a word in one letter, or in two neighbours changed over; at most 16.
    pub fn like(&self, word: &str) -> Vec<u32> {
        let mut out = Vec::new();
        shortened(word, |key| {
            for token in self.typos.get(&key).into_iter().flatten().take(16) {
                let near = || strsim::osa_distance(self.text(*token), word) <= 1;
                if out.len() < 16 && !out.contains(token) && near() {
                    out.push(*token);
                }
            }
        });
        out
    }
}

/// Visits a hash of a word of five letters or more, and of what is left when any one is taken out.
fn shortened(word: &str, mut visit: impl FnMut(u64)) {
    let bytes = word.as_bytes();
    if !(5..=24).contains(&bytes.len()) {
        return;
    }
    for out in 0..=bytes.len() {
        let mut hasher = FxHasher::default();
        bytes.iter().enumerate().filter(|(at, _)| *at != out).for_each(|(_, byte)| hasher.write_u8(*byte));
        visit(hasher.finish());
    }
}
