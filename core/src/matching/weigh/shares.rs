//! How often this host's customers pay less, more or without a number: what all payments of the batch settle, each item
//! once, is counted and drawn towards the shipped shares. One step of expectation (the probabilities after competition)
//! and maximisation (the shares); it needs no labels, and 30 payments hardly move it.
#![allow(clippy::indexing_slicing)] // a kernel: classes are bounded by the table's length

use super::clue::Clue;
use super::hypothesis::Shape;
use super::parameters as p;
use super::scored::Scored;
use crate::matching::index::Index;
use libm::log2;

/// Bits that clues get more, or less, than is shipped.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Shares([f64; p::SHARES.len()]);

/// Weight of the shipped shares, in payments.
const SHIPPED: f64 = 400.0;
/// Bits less than which are not worth that payments are explained again, and most bits.
const LEAST: f64 = 0.3;
const MOST: f64 = 2.0;
/// Probabilities are counted in such parts: sums of integers do not depend on their order.
const PARTS: f64 = 1024.0;

fn class(clue: Clue) -> Option<usize> {
    p::SHARES.iter().position(|(clues, _)| clues.contains(&clue))
}

impl Shares {
    /// Counts what single items are paid by; `posterior` is the probability of each explanation after its rivals.
    pub fn learn(index: &Index, scored: &Scored, posterior: &[f64]) -> Self {
        let mut seen = [0_u64; p::SHARES.len()];
        let mut all = 0_u64;
        for row in scored.all() {
            let (explanation, share) = (scored.get(row), posterior[row]);
            let open = |item: &u32| !index.items[*item as usize].closed();
            if explanation.shape != Shape::Single || !explanation.items().iter().all(open) {
                continue;
            }
            let parts = (share * PARTS) as u64;
            all += parts;
            for class in explanation.clues().iter().filter_map(|w| class(w.clue)) {
                seen[class] += parts;
            }
        }
        let all = all as f64 / PARTS;
        let mut bits = [0.0; p::SHARES.len()];
        for ((bits, seen), (_, shipped)) in bits.iter_mut().zip(seen).zip(p::SHARES) {
            let share = (seen as f64 / PARTS + SHIPPED * shipped) / (all + SHIPPED);
            let moved = log2(share / shipped).clamp(-MOST, MOST);
            *bits = if moved.abs() < LEAST { 0.0 } else { moved };
        }
        Shares(bits)
    }

    /// Whether they are the shipped ones.
    pub fn is_shipped(&self) -> bool {
        self.0.iter().all(|bits| *bits == 0.0)
    }

    /// Bits more for a clue.
    pub fn bits(&self, clue: Clue) -> f64 {
        class(clue).map_or(0.0, |class| self.0[class])
    }
}
