//! Competition and assignment: an item's open amount is spent once, whoever claims it.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::features::Payment;
use super::hypothesis::{Hypothesis, Shape};
use super::index::Index;
use crate::money::Currency;
use rustc_hash::FxHashMap;

/// What became of a payment.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// Row of the hypothesis in the payment's list.
    pub hypothesis: usize,
    /// Items that it settles: twins resolved to those that were left.
    pub items: Vec<u32>,
    /// Probability after its rivals and after what others claim.
    pub probability: f64,
    /// Of all hypotheses, in their order.
    pub posterior: Vec<f64>,
    /// A likelier explanation by items was already spent by an equal payment.
    pub surplus: bool,
    /// A likelier explanation by items was already spent by another payment.
    pub displaced: bool,
}

/// Rounds of competition; what is claimed has settled long before.
const ROUNDS: usize = 8;
/// What an item that is wholly claimed by others is still worth, and what it is worth to a copy of the payment that
/// claims it: people do pay twice.
const LEAST: f64 = 1.0 / 16_384.0;
const LEAST_COPY: f64 = 1.0 / 64.0;

/// Gives every payment its most likely explanation that still has something left to settle.
pub(super) fn assign(index: &Index<'_>, payments: &[Payment], scored: &[Vec<Hypothesis>]) -> Vec<Choice> {
    let copies = copies(payments, scored);
    let posterior = compete(index, scored, &copies);
    // Likeliest first; equal payments in the order of their dates; rows are in the order of ids.
    let mut order: Vec<Claim> = Vec::with_capacity(posterior.iter().map(Vec::len).sum());
    for (at, (payment, chances)) in payments.iter().zip(&posterior).enumerate() {
        let claim = |(row, chance): (usize, &f64)| Claim {
            less: -chance,
            rank: copies[at].rank,
            day: payment.day,
            payment: at as u32,
            hypothesis: row as u32,
        };
        order.extend(chances.iter().enumerate().map(claim));
    }
    order.sort_unstable_by(|a, b| a.less.total_cmp(&b.less).then_with(|| a.after().cmp(&b.after())));
    let mut left: Vec<i64> = index.items.iter().map(|item| item.open).collect();
    let mut spent_by: FxHashMap<u32, u32> = FxHashMap::default();
    let mut out: Vec<Option<Choice>> = vec![None; payments.len()];
    let mut lost: Vec<(f64, bool)> = vec![(0.0, false); payments.len()];
    for Claim { payment, hypothesis: at, .. } in order {
        if out[payment as usize].is_some() {
            continue;
        }
        let hypothesis = &scored[payment as usize][at as usize];
        let share = posterior[payment as usize][at as usize];
        let Some(items) = feasible(hypothesis, &left) else {
            let blocker = hypothesis.items.first().and_then(|item| spent_by.get(item));
            let equal = blocker.is_some_and(|other| same(&copies, payment, *other));
            let lost = &mut lost[payment as usize];
            *lost = (lost.0 + share, lost.1 || equal);
            let likeliest = !posterior[payment as usize].iter().any(|other| *other > share);
            if equal && likeliest {
                // The same money again for what it has settled already.
                out[payment as usize] = Some(Choice {
                    hypothesis: at as usize,
                    items: Vec::new(),
                    probability: share,
                    posterior: posterior[payment as usize].clone(),
                    surplus: true,
                    displaced: true,
                });
            }
            continue;
        };
        for (item, amount) in items.iter().zip(&hypothesis.amounts) {
            if matches!(hypothesis.shape, Shape::Single | Shape::Group) {
                left[*item as usize] -= amount;
                spent_by.insert(*item, payment);
            }
        }
        let (gone, surplus) = lost[payment as usize];
        out[payment as usize] = Some(Choice {
            hypothesis: at as usize,
            items,
            probability: (share / (1.0 - gone).max(1e-9)).min(1.0),
            posterior: posterior[payment as usize].clone(),
            surplus,
            displaced: gone > 0.02,
        });
    }
    out.into_iter().flatten().collect()
}

/// A hypothesis in the order in which they are served.
struct Claim {
    /// Its probability, negative.
    less: f64,
    rank: u32,
    day: i32,
    payment: u32,
    hypothesis: u32,
}

impl Claim {
    fn after(&self) -> (u32, i32, u32, u32) {
        (self.rank, self.day, self.payment, self.hypothesis)
    }
}

/// The row of the likeliest explanation by items.
fn first_item(list: &[Hypothesis]) -> usize {
    list.iter().position(|h| matches!(h.shape, Shape::Single | Shape::Group)).unwrap_or(usize::MAX)
}

/// The items that a hypothesis would settle now, if enough is left of them.
fn feasible(hypothesis: &Hypothesis, left: &[i64]) -> Option<Vec<u32>> {
    if !matches!(hypothesis.shape, Shape::Single | Shape::Group) {
        return Some(hypothesis.items.clone());
    }
    let enough = |item: &u32, amount: i64| left[*item as usize] >= amount && amount > 0;
    if !hypothesis.twins.is_empty() {
        let amount = hypothesis.amounts.first().copied().unwrap_or(0);
        return hypothesis.twins.iter().find(|item| enough(item, amount)).map(|item| vec![*item]);
    }
    let all = hypothesis.items.iter().zip(&hypothesis.amounts).all(|(item, amount)| enough(item, *amount));
    all.then(|| hypothesis.items.clone())
}

/// Payments that are copies of each other: same payer, amount and most likely item. The first has rank 0.
#[derive(Clone, Copy, Debug, Default)]
struct CopyOf {
    group: u32,
    rank: u32,
}

fn copies(payments: &[Payment], scored: &[Vec<Hypothesis>]) -> Vec<CopyOf> {
    /// Payer, amount, most likely items.
    type Key<'a> = (Option<&'a str>, Currency, i64, &'a [u32]);
    let mut groups: FxHashMap<Key<'_>, Vec<u32>> = FxHashMap::default();
    for (at, payment) in payments.iter().enumerate() {
        let top = scored[at].iter().find(|h| matches!(h.shape, Shape::Single | Shape::Group));
        if let Some(top) = top {
            let key = (payment.payer.as_deref(), payment.currency, payment.gross, top.items.as_slice());
            groups.entry(key).or_default().push(at as u32);
        }
    }
    let mut out = vec![CopyOf { group: u32::MAX, rank: 0 }; payments.len()];
    for members in groups.values_mut() {
        if members.len() < 2 {
            continue;
        }
        members.sort_by_key(|at| (payments[*at as usize].day, *at));
        let group = members[0];
        for (rank, at) in members.iter().enumerate() {
            out[*at as usize] = CopyOf { group, rank: rank as u32 };
        }
    }
    out
}

fn same(copies: &[CopyOf], a: u32, b: u32) -> bool {
    let (a, b) = (copies[a as usize], copies[b as usize]);
    a.group != u32::MAX && a.group == b.group
}

/// Probabilities of every payment's hypotheses when each knows what the others claim.
fn compete(index: &Index<'_>, scored: &[Vec<Hypothesis>], copies: &[CopyOf]) -> Vec<Vec<f64>> {
    let mut posterior: Vec<Vec<f64>> =
        scored.iter().map(|list| softmax(list.iter().map(|h| h.score))).collect();
    let mut damped: Vec<Vec<f64>> = scored.iter().map(|list| vec![0.0; list.len()]).collect();
    let mut order = contested(index, scored);
    order.sort_by_key(|at| {
        let copy = copies[*at as usize];
        (copy.group, core::cmp::Reverse(copy.rank), *at)
    });
    let mut claimed = vec![0.0_f64; index.items.len()];
    let mut next: Vec<Vec<f64>> = Vec::with_capacity(order.len());
    for _ in 0..ROUNDS {
        claimed.fill(0.0);
        for at in order.iter().map(|at| *at as usize) {
            for (hypothesis, chance) in scored[at].iter().zip(&posterior[at]) {
                claims(index, hypothesis, |item, share| claimed[item as usize] += share * chance);
            }
        }
        // What this payment and its later copies claim does not stand in its own way: copies come last first.
        let mut own: FxHashMap<u32, f64> = FxHashMap::default();
        let mut group = u32::MAX;
        for &at in &order {
            let (at, list) = (at as usize, &scored[at as usize]);
            let copy = copies[at];
            if copy.group == u32::MAX || copy.group != group {
                own.clear();
                group = copy.group;
            }
            for (hypothesis, chance) in list.iter().zip(&posterior[at]) {
                claims(index, hypothesis, |item, share| *own.entry(item).or_default() += share * chance);
            }
            let mut scores: Vec<f64> = Vec::with_capacity(list.len());
            for (row, hypothesis) in list.iter().enumerate() {
                let mut room = 0.0_f64;
                let mut least = 1.0_f64;
                claims(index, hypothesis, |item, share| {
                    let others = (claimed[item as usize] - own.get(&item).copied().unwrap_or(0.0)).max(0.0);
                    if hypothesis.twins.is_empty() {
                        least = least.min(((1.0 - others) / share.max(1e-6)).clamp(LEAST, 1.0));
                    } else {
                        room += (1.0 - others).max(0.0);
                    }
                });
                let floor = if copy.rank > 0 && row == first_item(list) { LEAST_COPY } else { LEAST };
                let free =
                    if hypothesis.twins.is_empty() { least.max(floor) } else { room.clamp(floor, 1.0) };
                let penalty = 0.5 * damped[at][row] + 0.5 * libm::log2(free);
                damped[at][row] = penalty;
                scores.push(hypothesis.score + penalty);
            }
            next.push(softmax(scores.into_iter()));
        }
        for (at, chances) in order.iter().zip(next.drain(..)) {
            posterior[*at as usize] = chances;
        }
    }
    posterior
}

/// Payments that another payment may stand in the way of: they share an item with it.
fn contested(index: &Index<'_>, scored: &[Vec<Hypothesis>]) -> Vec<u32> {
    const NOBODY: u32 = u32::MAX;
    const SEVERAL: u32 = u32::MAX - 1;
    let mut claimant = vec![NOBODY; index.items.len()];
    let mut each = |at: u32, visit: &mut dyn FnMut(u32, &mut u32)| {
        for hypothesis in &scored[at as usize] {
            claims(index, hypothesis, |item, _| visit(at, &mut claimant[item as usize]));
        }
    };
    let all = 0..scored.len() as u32;
    for at in all.clone() {
        each(at, &mut |at, known| *known = if *known == NOBODY || *known == at { at } else { SEVERAL });
    }
    all.filter(|at| {
        let mut shared = false;
        each(*at, &mut |_, known| shared |= *known == SEVERAL);
        shared
    })
    .collect()
}

/// The shares of items that a hypothesis would take.
fn claims(index: &Index<'_>, hypothesis: &Hypothesis, mut visit: impl FnMut(u32, f64)) {
    if !matches!(hypothesis.shape, Shape::Single | Shape::Group) {
        return;
    }
    let share = |item: u32, amount: i64| amount as f64 / index.items[item as usize].open.max(1) as f64;
    if hypothesis.twins.is_empty() {
        for (item, amount) in hypothesis.items.iter().zip(&hypothesis.amounts) {
            visit(*item, share(*item, *amount));
        }
    } else {
        let amount = hypothesis.amounts.first().copied().unwrap_or(0);
        let part = 1.0 / hypothesis.twins.len() as f64;
        hypothesis.twins.iter().for_each(|item| visit(*item, share(*item, amount) * part));
    }
}

fn softmax(scores: impl Iterator<Item = f64> + Clone) -> Vec<f64> {
    let top = scores.clone().fold(f64::MIN, f64::max);
    let mut out: Vec<f64> = scores.map(|score| libm::exp2(score - top)).collect();
    let sum: f64 = out.iter().sum();
    out.iter_mut().for_each(|p| *p /= sum);
    out
}
