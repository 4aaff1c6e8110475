//! Competition: a bank row has one entry, an entry one bank row, and either may have none.
//!
//! # Design
//! Among all ways to pair rows, each weighed by its pairs, how often is this pair in it? Counted over all ways that is out of
//! reach; messages between rows (belief propagation for matchings, which settles on any graph and is exact where no circle
//! of rivals closes) come close: a row tells each of its candidates how free it is as far as its others go.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::pairs::Pairs;
use super::side::{Bank, Book};
use super::tables::Tables;

/// What a pair weighs at least and at most.
const LEAST: f32 = 1.0 / MOST;
const MOST: f32 = (1 << 30) as f32;

/// Of every pair the probability that it belongs together.
pub(super) fn compete(bank: &Bank, book: &Book, pairs: &Pairs, tables: &Tables, rounds: usize) -> Vec<f32> {
    let mut weights: Vec<f32> = Vec::with_capacity(pairs.pairs.len());
    let shares = tables.as_shares();
    for own in &bank.rows.parts {
        let entries = book.rows.part(own.kind).map_or(0, |part| part.rows.len());
        let prior = libm::exp2f(tables.prior(entries));
        for row in own.rows.clone() {
            let range = pairs.of(row as usize);
            for (pair, rarity) in pairs.pairs[range.clone()].iter().zip(&pairs.rarity[range]) {
                weights.push((prior * rarity * shares.of(pair)).clamp(LEAST, MOST));
            }
        }
    }
    let mut of_entries = vec![0.0_f32; book.rows.rows.len()];
    // How free the bank row of each pair is as far as its other pairs go; then how free the entry is.
    let mut free = vec![1.0_f32; weights.len()];
    for round in 0..=rounds {
        of_entries.fill(0.0);
        for ((pair, weight), free) in pairs.pairs.iter().zip(&weights).zip(&free) {
            of_entries[pair.entry as usize] += weight * free;
        }
        for row in 0..pairs.rows() {
            let range = pairs.of(row);
            let mut claims = [0.0_f32; 32];
            let mut sum = 0.0;
            for (at, claim) in range.clone().zip(&mut claims) {
                let own = weights[at] * free[at];
                let entry = 1.0 / (1.0 + (of_entries[pairs.pairs[at].entry as usize] - own).max(0.0));
                *claim = weights[at] * entry;
                sum += *claim;
            }
            for (at, claim) in range.zip(claims) {
                let row = 1.0 / (1.0 + (sum - claim).max(0.0));
                free[at] = if round == rounds { claim * row / (1.0 + claim * row) } else { row };
            }
        }
    }
    free
}
