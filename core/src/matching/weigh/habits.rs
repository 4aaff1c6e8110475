//! When this host's customers pay: the days from due date to payment, learnt from the batch's sure matches and
//! compared with the days between any payment and any item.
#![allow(clippy::indexing_slicing)] // a kernel: bins are bounded by the table's length

use super::hypothesis::Shape;
use super::parameters as p;
use super::scored::Scored;
use crate::matching::index::{Index, NO_DAY};
use crate::matching::payment::features::Payment;
use libm::log2;
use std::collections::BTreeMap;

/// Weight of the shipped table, in matches.
const SHIPPED: f64 = 40.0;
/// Matches from which on anything is learnt.
const LEAST: f64 = 8.0;

/// Bits by lag from due date to payment.
pub(crate) struct Habits([f64; BINS]);

const BINS: usize = p::LATENESS.len();

fn bin(late: i32) -> usize {
    p::LATENESS.iter().position(|(end, _)| late <= *end).unwrap_or(BINS - 1)
}

impl Default for Habits {
    /// Before anything is learnt: the shipped table.
    fn default() -> Self {
        Habits(p::LATENESS.map(|(_, bits)| bits))
    }
}

impl Habits {
    /// Learns from the payments whose one explanation is sure and rests on a number.
    pub fn learn(index: &Index, payments: &[Payment], scored: &Scored) -> Self {
        let mut seen = [0.0; BINS];
        let mut sure = 0.0;
        for (at, best, next) in scored.best() {
            let payment = &payments[at];
            if best.shape != Shape::Single || !best.teaches(next) {
                continue;
            }
            let Some(item) = best.items().first().map(|at| &index.items[*at as usize]) else { continue };
            if item.due != NO_DAY {
                seen[bin(payment.day.saturating_sub(item.due))] += 1.0;
                sure += 1.0;
            }
        }
        if sure < LEAST {
            return Self::default();
        }
        let any = any_pair(index, payments);
        let shipped = Self::default();
        let mut prior: Vec<f64> =
            any.iter().zip(shipped.0).map(|(share, bits)| share * libm::exp2(bits)).collect();
        let sum: f64 = prior.iter().sum();
        prior.iter_mut().for_each(|share| *share /= sum.max(1e-9));
        let mut bits = [0.0; BINS];
        for at in 0..BINS {
            let share = (seen[at] + SHIPPED * prior[at]) / (sure + SHIPPED);
            bits[at] = log2((share + 1e-4) / (any[at] + 1e-4)).clamp(-p::MOST_OF_DATE - 1.0, p::MOST_OF_DATE);
        }
        Habits(bits)
    }

    /// Bits for a payment so many days after the due date.
    pub fn bits(&self, late: i32) -> f64 {
        self.0[bin(late)]
    }
}

/// Shares of the bins among all pairs of a payment and an open item that was issued by then.
fn any_pair(index: &Index, payments: &[Payment]) -> [f64; BINS] {
    let mut days: BTreeMap<i32, f64> = BTreeMap::new();
    payments.iter().for_each(|payment| *days.entry(payment.day).or_default() += 1.0);
    let mut out = [1e-3; BINS];
    // Days are few: a call covers months. A longer one is thinned evenly.
    let step = (days.len() * index.calendar().count() / 2_000_000).max(1);
    for ((due, issued), items) in index.calendar().step_by(step) {
        for (day, count) in days.iter().filter(|(day, _)| **day >= issued) {
            out[bin(day.saturating_sub(due))] += f64::from(items) * count;
        }
    }
    let sum: f64 = out.iter().sum();
    out.iter_mut().for_each(|share| *share /= sum);
    out
}
