//! Adapts the shares of the classes to the batch, without labels: pairs are weighed with competition, and what they weigh
//! becomes the shares, again and again.
//!
//! # Design
//! Without competition every near amount would make its class likelier, until all is a match. The shipped shares stand in
//! as so many pairs of their own (Dirichlet), so that thirty rows stay near them.
#![allow(clippy::indexing_slicing)] // a kernel: classes index tables of their own size

use super::compete::compete;
use super::pairs::Pairs;
use super::relation::{AMOUNTS, LAGS, NEAR_LAGS, UNKNOWN_LAG, sides};
use super::side::{Bank, Book};
use super::tables::{MATCHED, Tables, normalise, shipped_amounts, shipped_lags, shipped_words};
use super::words::WORDS;

/// What the shipped shares count as, in pairs.
const WEIGHT: f32 = 25.0;
/// The same of the words' shares, as a share of the rows: rare classes would die out.
const WORDS_WEIGHT: f32 = 0.03;
/// Rounds of adaptation, and of messages in each.
const ROUNDS: usize = 4;
const MESSAGES: usize = 2;

/// Adapts the shares to the batch.
pub(super) fn adapt(tables: &mut Tables, bank: &Bank, book: &Book, pairs: &Pairs) {
    let rows = (bank.rows.rows.len(), book.rows.rows.len());
    for _ in 0..ROUNDS {
        let weights = compete(bank, book, pairs, tables, MESSAGES);
        let mut words: [f32; WORDS] =
            shipped_words().map(|share| share * (WEIGHT + WORDS_WEIGHT * rows.0 as f32));
        let mut amounts: [f32; AMOUNTS] = shipped_amounts().map(|share| share * WEIGHT);
        let mut lags: [f32; LAGS] = shipped_lags().map(|share| share * WEIGHT);
        let mut sum = 0.0_f64;
        for (pair, weight) in pairs.pairs.iter().zip(&weights) {
            words[pair.words as usize] += weight;
            amounts[pair.amount as usize] += weight;
            lags[pair.lag as usize] += weight;
            sum += f64::from(*weight);
        }
        lags[UNKNOWN_LAG as usize] = 0.0;
        sides().into_iter().for_each(|side| smooth(&mut amounts[side]));
        smooth(&mut lags[NEAR_LAGS]);
        [&mut words[..], &mut amounts, &mut lags].into_iter().for_each(normalise);
        tables.set(&words, &amounts, &lags);
        let share = (sum as f32 + MATCHED * WEIGHT) / (rows.0 as f32 + WEIGHT);
        tables.set_matched(share, rows.0, rows.1);
    }
}

/// Spreads shares to their neighbours: what was seen at nine days is likely at ten.
fn smooth(shares: &mut [f32]) {
    let Some(mut before) = shares.first().copied() else { return };
    for at in 0..shares.len() {
        let here = shares[at];
        let after = shares.get(at + 1).copied().unwrap_or(here);
        shares[at] = 0.25 * before + 0.5 * here + 0.25 * after;
        before = here;
    }
}
