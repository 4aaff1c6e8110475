//! The words of customers' names: whose each is, and how rare.
#![allow(clippy::indexing_slicing)] // a kernel: token rows come from the tables that they index

use super::buckets::Buckets;
use super::lists::Lists;
use super::sorted::Sorted;
use super::vocabulary::Vocabulary;
use crate::party::frequent::{Frequent, RARE_ONE_IN};
use crate::text::edits_within;
use core::hash::Hasher;
use libm::log2;
use rustc_hash::{FxHashMap, FxHasher};

/// What is known about names in general counts as much as so many customers.
const AS_MANY_NAMES: f64 = 500.0;
/// Bits of a word that payments are described with everywhere.
const PHRASE_BITS: f64 = 2.0;

/// The words of customers' names as tokens. One that no customer bears any more is none.
#[derive(Default)]
pub struct NameTable {
    rows: FxHashMap<Box<str>, u32>,
    tokens: Vec<Token>,
    /// Tokens in the order of their text, for prefixes.
    order: Sorted,
    /// Customers by token, in order.
    holders: Lists<u32>,
    /// Tokens by what is left of them when one letter is taken out.
    typos: Buckets,
    vocabulary: Vocabulary,
    /// Log of the customers, and those that are known of names in general.
    all: f64,
}

struct Token {
    text: Box<str>,
    /// Customers that would bear it if nothing were known of this host's.
    usual: f64,
    /// Log of the customers who bear it, and of those.
    borne: f64,
    /// Whether it stands in texts, whatever the batch.
    of_texts: bool,
}

impl NameTable {
    /// The row of a word, known from now on.
    pub fn learn(&mut self, word: &str) -> u32 {
        if let Some(row) = self.rows.get(word) {
            return *row;
        }
        let row = self.tokens.len() as u32;
        let one_in = self.vocabulary.kind(word).map_or(RARE_ONE_IN, Frequent::one_in);
        let usual = AS_MANY_NAMES / f64::from(one_in);
        let of_texts = self.vocabulary.is_of_texts(word);
        self.tokens.push(Token { text: word.into(), usual, borne: log2(usual), of_texts });
        self.rows.insert(word.into(), row);
        shortened(word, |hash| self.typos.add(hash, row));
        let tokens = &self.tokens;
        self.order.insert(row, |token| &tokens[token as usize].text);
        row
    }

    /// A customer bears a token.
    pub fn gain(&mut self, token: u32, customer: u32) {
        if self.holders.insert_sorted(token, customer) {
            self.weigh(token);
        }
    }

    /// A customer does not bear a token any more.
    pub fn lose(&mut self, token: u32, customer: u32) {
        if self.holders.remove_sorted(token, customer) {
            self.weigh(token);
        }
    }

    fn weigh(&mut self, token: u32) {
        let holders = self.holders.get(token).len() as f64;
        let token = &mut self.tokens[token as usize];
        token.borne = log2(holders + token.usual);
    }

    /// So many customers there are.
    pub fn count(&mut self, customers: u32) {
        self.all = log2(f64::from(customers) + AS_MANY_NAMES);
    }

    /// Lays the table out for reading.
    pub fn tidy(&mut self) {
        self.holders.tidy();
    }

    /// The row of a folded word, if it is a token.
    pub fn row(&self, word: &str) -> Option<u32> {
        self.rows.get(word).copied().filter(|token| !self.holders(*token).is_empty())
    }

    pub fn text(&self, token: u32) -> &str {
        &self.tokens[token as usize].text
    }

    /// Customers whose names hold a token, in order.
    pub fn holders(&self, token: u32) -> &[u32] {
        self.holders.get(token)
    }

    /// Bits that an equal token says: its share among the customers, and as long as these are few, among all names.
    pub fn bits(&self, token: u32) -> f64 {
        self.all - self.tokens[token as usize].borne
    }

    /// The same in a text of which nothing else is known.
    pub fn bits_in_text(&self, token: u32) -> f64 {
        let bits = self.bits(token);
        if self.tokens[token as usize].of_texts { bits.min(PHRASE_BITS) } else { bits }
    }

    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Tokens that start with `prefix`, at most `most`, in the order of their text.
    pub fn with_prefix(&self, prefix: &str, most: usize) -> Vec<u32> {
        let borne = |token: &u32| !self.holders(*token).is_empty();
        let starting = self.order.from(prefix, |token| self.text(token));
        starting.take_while(|token| self.text(*token).starts_with(prefix)).filter(borne).take(most).collect()
    }

    /// Tokens that differ from a word in one letter, or in two neighbours changed over; at most 16, in the order of
    /// their text.
    pub fn like(&self, word: &str) -> Vec<u32> {
        const MOST_SEEN: usize = 64;
        const MOST: usize = 16;
        let mut out: Vec<u32> = Vec::new();
        shortened(word, |hash| {
            for token in self.typos.get(hash).take(MOST_SEEN) {
                let near = || edits_within(self.text(token), word, 1).is_some();
                if !out.contains(&token) && !self.holders(token).is_empty() && near() {
                    out.push(token);
                }
            }
        });
        out.sort_unstable_by(|a, b| self.text(*a).cmp(self.text(*b)));
        out.truncate(MOST);
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
