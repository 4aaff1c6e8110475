//! Competition: payments that claim the same items know what the others claim.
//!
//! # Design
//! Eight rounds over all explanations of all contested payments: they lie side by side in a table of their own, in the order
//! in which they are gone through. What is claimed of each item is added up in that order, on one thread; what follows
//! from it for a payment depends on no other, so these are shared out.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use crate::matching::index::{Index, NONE};
use crate::matching::per_row::PerRow;
use crate::matching::threads::side_by_side;
use crate::matching::weigh::hypothesis::Explanation;
use crate::matching::weigh::scored::Scored;
use core::cmp::Reverse;

/// Rounds of competition; what is claimed has settled long before.
const ROUNDS: usize = 8;
/// What an item that is wholly claimed by others is still worth, and what it is worth to a copy of the payment that
/// claims it: people do pay twice.
const LEAST: f64 = 1.0 / 16_384.0;
const LEAST_COPY: f64 = 1.0 / 64.0;
/// Payments for which a thread is worth being started.
const LEAST_PART: usize = 4096;

/// Payments that are copies of each other: same payer, amount and most likely item. The first has rank 0.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CopyOf {
    /// The first of them; `NONE` for a payment without copies.
    pub group: u32,
    pub rank: u32,
}

/// What an explanation would take of an item.
#[derive(Clone, Copy)]
struct Share {
    /// Its row, and then its number among those that are claimed.
    item: u32,
    /// Of the item's open amount.
    part: f64,
}

/// An explanation of a contested payment.
struct Rival {
    score: f64,
    /// Its probability now.
    chance: f64,
    /// Bits that the claims of others take off.
    damped: f64,
    /// What it is worth at the least.
    floor: f64,
    /// Where its shares end.
    end: u32,
    twins: bool,
}

/// Where a payment's explanations end, and the group of its copies.
#[derive(Clone, Copy)]
struct Claimant {
    end: u32,
    group: u32,
}

/// Some claimants, with their explanations.
struct Part<'a> {
    claimants: &'a [Claimant],
    rivals: &'a mut [Rival],
    /// Of the first explanation: its row, and where its shares start.
    row: usize,
    start: u32,
}

/// Brings the probabilities of contested payments to what they are when each knows what the others claim.
pub(crate) fn compete(
    index: &Index,
    contested: &[u32],
    copies: &[CopyOf],
    scored: &Scored,
    posterior: &mut [f64],
    threads: usize,
) {
    // What this payment and its later copies claim does not stand in its own way: copies come last first.
    let copy = |at: &u32| copies[*at as usize];
    let mut order: Vec<u32> = contested.iter().copied().filter(|at| copy(at).group != NONE).collect();
    order.sort_unstable_by_key(|at| (copy(at).group, Reverse(copy(at).rank), *at));
    order.extend(contested.iter().copied().filter(|at| copy(at).group == NONE));
    let mut shares: Vec<Share> = Vec::new();
    let rows = order.iter().map(|at| scored.range(*at as usize).len()).sum();
    let mut rivals: Vec<Rival> = Vec::with_capacity(rows);
    let mut claimants: Vec<Claimant> = Vec::with_capacity(order.len());
    for at in &order {
        let mut likeliest = true;
        for (row, explanation) in scored.range(*at as usize).zip(scored.of(*at as usize)) {
            claims(index, explanation, |item, part| shares.push(Share { item, part }));
            let first = likeliest && explanation.shape.settles();
            likeliest &= !first;
            rivals.push(Rival {
                score: explanation.score,
                chance: posterior[row],
                damped: 0.0,
                floor: if copy(at).rank > 0 && first { LEAST_COPY } else { LEAST },
                end: shares.len() as u32,
                twins: !explanation.twins().is_empty(),
            });
        }
        claimants.push(Claimant { end: rivals.len() as u32, group: copy(at).group });
    }
    let items = number_items(index, &mut shares);
    let mut claimed = vec![0.0_f64; items];
    let mut owns: Vec<Own> = (0..threads.max(1)).map(|_| Own::new(items)).collect();
    for _ in 0..ROUNDS {
        claimed.fill(0.0);
        let mut start = 0;
        for rival in &rivals {
            for share in &shares[start..rival.end as usize] {
                claimed[share.item as usize] += share.part * rival.chance;
            }
            start = rival.end as usize;
        }
        let parts = parts(&claimants, &mut rivals, threads);
        let work = |(part, own): (Part<'_>, &mut Own)| part.weigh(&shares, &claimed, own);
        side_by_side(threads.min(parts.len()), parts.into_iter().zip(&mut owns), work);
    }
    let mut from = rivals.iter();
    for row in order.iter().flat_map(|at| scored.range(*at as usize)) {
        from.next().into_iter().for_each(|rival| posterior[row] = rival.chance);
    }
}

/// Gives the items of some shares numbers of their own, in the order in which they are met: what is claimed of them lies
/// side by side then. Answers how many there are.
fn number_items(index: &Index, shares: &mut [Share]) -> usize {
    let mut numbers = PerRow::new(index.items.len(), shares.len(), NONE);
    let mut next = 0;
    for share in shares {
        let number = numbers.get_mut(share.item);
        if *number == NONE {
            *number = next;
            next += 1;
        }
        share.item = *number;
    }
    next as usize
}

/// Shares claimants out; copies stay together.
fn parts<'a>(claimants: &'a [Claimant], mut rivals: &'a mut [Rival], threads: usize) -> Vec<Part<'a>> {
    let length = claimants.len().div_ceil(threads.max(1)).max(LEAST_PART);
    let (mut out, mut rest, mut row, mut start) = (Vec::new(), claimants, 0, 0);
    while !rest.is_empty() && out.len() < threads.max(1) {
        let last = out.len() + 1 == threads.max(1);
        let mut cut = if last { rest.len() } else { length.min(rest.len()) };
        let together = |a: &Claimant, b: &Claimant| a.group != NONE && a.group == b.group;
        while cut < rest.len() && together(&rest[cut - 1], &rest[cut]) {
            cut += 1;
        }
        let (own, others) = rest.split_at(cut);
        let end = own.last().map_or(row, |last| last.end as usize);
        let (of_own, of_others) = rivals.split_at_mut(end - row);
        let next = of_own.last().map_or(start, |rival| rival.end);
        out.push(Part { claimants: own, rivals: of_own, row, start });
        (rest, rivals, row, start) = (others, of_others, end, next);
    }
    out
}

impl Part<'_> {
    /// Weighs each payment's explanations by what others leave.
    fn weigh(self, shares: &[Share], claimed: &[f64], own: &mut Own) {
        let Part { claimants, rivals, row, mut start } = self;
        let (mut first, mut group) = (0, NONE);
        let mut scores: Vec<f64> = Vec::new();
        let mut chances: Vec<f64> = Vec::new();
        own.clear();
        for claimant in claimants {
            if claimant.group == NONE || claimant.group != group {
                own.clear();
                group = claimant.group;
            }
            let end = claimant.end as usize - row;
            let rivals = &mut rivals[first..end];
            first = end;
            let mut from = start as usize;
            for rival in &*rivals {
                let to = rival.end as usize;
                shares[from..to].iter().for_each(|share| own.add(share.item, share.part * rival.chance));
                from = to;
            }
            let others = |item: u32| (claimed[item as usize] - own.claimed[item as usize]).max(0.0);
            scores.clear();
            for rival in &mut *rivals {
                let shares = &shares[start as usize..rival.end as usize];
                start = rival.end;
                let free = match rival.twins {
                    false => shares
                        .iter()
                        .map(|share| ((1.0 - others(share.item)) / share.part.max(1e-6)).clamp(LEAST, 1.0))
                        .fold(1.0, f64::min)
                        .max(rival.floor),
                    true => shares
                        .iter()
                        .map(|share| (1.0 - others(share.item)).max(0.0))
                        .sum::<f64>()
                        .clamp(rival.floor, 1.0),
                };
                // What nobody else claims is free of any.
                let bits = if free == 1.0 { 0.0 } else { libm::log2(free) };
                rival.damped = 0.5 * rival.damped + 0.5 * bits;
                scores.push(rival.score + rival.damped);
            }
            chances.resize(scores.len(), 0.0);
            softmax(&mut chances, scores.iter().copied());
            rivals.iter_mut().zip(&chances).for_each(|(rival, chance)| rival.chance = *chance);
        }
    }
}

/// What a payment and its later copies claim.
struct Own {
    claimed: Vec<f64>,
    touched: Vec<u32>,
}

impl Own {
    fn new(items: usize) -> Self {
        Own { claimed: vec![0.0; items], touched: Vec::new() }
    }

    fn add(&mut self, item: u32, share: f64) {
        self.claimed[item as usize] += share;
        self.touched.push(item);
    }

    fn clear(&mut self) {
        self.touched.drain(..).for_each(|item| self.claimed[item as usize] = 0.0);
    }
}

/// The shares of items that an explanation would take.
fn claims(index: &Index, explanation: Explanation<'_>, mut visit: impl FnMut(u32, f64)) {
    if !explanation.shape.settles() {
        return;
    }
    let share = |item: u32, amount: i64| amount as f64 / index.items[item as usize].owed().max(1) as f64;
    let mut visit = |item: u32, part: f64| {
        visit(item, part);
        index.covers(item).iter().for_each(|covered| visit(*covered, part));
        let open = |item: u32| index.items[item as usize].owed().max(1) as f64;
        index
            .covered_by(item)
            .iter()
            .for_each(|mass| visit(*mass, (part * open(item) / open(*mass)).min(1.0)));
    };
    let (items, amounts, twins) = (explanation.items(), explanation.amounts(), explanation.twins());
    if twins.is_empty() {
        items.iter().zip(amounts).for_each(|(item, amount)| visit(*item, share(*item, *amount)));
    } else {
        let amount = amounts.first().copied().unwrap_or(0);
        let part = 1.0 / twins.len() as f64;
        twins.iter().for_each(|item| visit(*item, share(*item, amount) * part));
    }
}

/// Writes the probabilities of some scores.
pub(crate) fn softmax(out: &mut [f64], scores: impl Iterator<Item = f64> + Clone) {
    let top = scores.clone().fold(f64::MIN, f64::max);
    let mut sum = 0.0;
    for (place, score) in out.iter_mut().zip(scores) {
        *place = if score == top { 1.0 } else { libm::exp2(score - top) };
        sum += *place;
    }
    out.iter_mut().for_each(|chance| *chance /= sum);
}
