//! Which payment a reversal names by ids: one of an earlier call, or one of the same.
#![allow(clippy::indexing_slicing)] // a kernel: rows come from the lists that they index

use super::earlier::{Earlier, Paid};
use super::sign::{booked, fee_bound, is_reversal, is_won};
use crate::matching::weigh::clue::Clue;
use crate::model::naming::{self, Naming, originals};
use crate::model::{Status, Transaction, TransactionKind};
use rustc_hash::{FxHashMap, FxHashSet};

/// The payment that is taken back.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Origin {
    /// Of an earlier call, by the id under which it was settled.
    Earlier(String),
    /// Of this call, by its row.
    Call(u32),
}

/// What a reversal names.
#[derive(Clone, Debug)]
pub(crate) struct Resolved {
    pub origin: Origin,
    pub clue: Clue,
    pub weight: f64,
    pub rivals: Vec<Origin>,
}

/// The ids of a call's transactions, and the reversals among them.
pub(crate) struct Named<'a> {
    earlier: &'a Earlier,
    transactions: &'a [Transaction],
    /// Transactions by their ids, and by the ids that they carry.
    by_key: FxHashMap<&'a str, Vec<u32>>,
    candidates: Vec<u32>,
    /// Those that were settled before.
    held: FxHashSet<u32>,
}

/// Bits of a transaction's id, of a reference of the payment, of the bank's reference, which may be that of a batch, and of
/// a mandate, under which many are paid.
const BY_ID: f64 = 14.0;
const BY_REFERENCE: f64 = 11.0;
const BY_BANK: f64 = 9.0;
const BY_MANDATE: f64 = 4.0;
/// Rows of one key that are looked at.
const MOST_OF_KEY: usize = 64;

impl<'a> Named<'a> {
    /// `None` where nothing of the call takes back.
    pub fn new(
        earlier: &'a Earlier,
        transactions: &'a [Transaction],
        rows: &[u32],
        held: &impl Fn(&Transaction) -> bool,
    ) -> Option<Self> {
        let booked = |at: &u32| transactions[*at as usize].status == Status::Booked;
        let says = |at: &u32| is_reversal(&transactions[*at as usize]);
        // Money out may name what it gives back by its reference alone.
        let may = |at: &u32| {
            let row = &transactions[*at as usize];
            use TransactionKind::{Fee, Interest, Internal, Payout};
            row.amount.minor() < 0
                && !matches!(row.kind, Payout | Fee | Interest | Internal)
                && references(row).any(|(_, weight)| weight == BY_REFERENCE)
        };
        let candidates: Vec<u32> =
            rows.iter().copied().filter(booked).filter(|at| says(at) || may(at)).collect();
        if candidates.is_empty() {
            return None;
        }
        // Only ids that are named are looked for.
        let mut by_key: FxHashMap<&str, Vec<u32>> = FxHashMap::default();
        for row in candidates.iter().map(|at| &transactions[*at as usize]) {
            by_key.extend(names(row).map(|(key, _)| (key, Vec::new())));
        }
        let mut known = FxHashSet::default();
        for at in rows.iter().copied().filter(booked) {
            let row = &transactions[at as usize];
            let keys = core::iter::once(row.id.as_str()).chain(references(row).map(|reference| reference.0));
            let mut named = false;
            for key in keys {
                let Some(list) = by_key.get_mut(key) else { continue };
                named = true;
                if list.last() != Some(&at) && list.len() <= MOST_OF_KEY {
                    list.push(at);
                }
            }
            if named && held(row) {
                known.insert(at);
            }
        }
        Some(Named { earlier, transactions, by_key, candidates, held: known })
    }

    pub fn candidates(&self) -> impl Iterator<Item = u32> {
        self.candidates.iter().copied()
    }

    /// What a row takes back, or gives again; the first of its ids that is known says it.
    pub fn resolve(&self, at: u32) -> Option<Resolved> {
        let row = &self.transactions[at as usize];
        let originals: Vec<&str> = originals(row).collect();
        for (key, weight) in names(row) {
            let mut origins = self.origins(at, row, key, &originals);
            match weight {
                w if w == BY_MANDATE => origins.retain(|origin| origin.1 == Fit::Exact),
                w if w == BY_BANK => origins.retain(|origin| origin.1 >= Fit::Charged),
                _ => {}
            }
            origins.sort_by(|a, b| {
                (b.1, b.2).cmp(&(a.1, a.2)).then_with(|| self.name(&a.0).cmp(self.name(&b.0)))
            });
            origins.dedup_by(|a, b| a.0 == b.0);
            let best = origins.first().map_or(Fit::Other, |origin| origin.1);
            let fitting = origins.iter().filter(|origin| best > Fit::Other && origin.1 == best).count();
            let mut origins = origins.into_iter();
            let Some((origin, ..)) = origins.next() else { continue };
            // Of several under one id the one that fits the amount is meant.
            let rivals = if fitting == 1 { Vec::new() } else { origins.map(|origin| origin.0).collect() };
            let clue = match weight {
                w if w == BY_ID => Clue::ReversalTransaction,
                _ => Clue::ReversalReference,
            };
            return Some(Resolved { origin, clue, weight, rivals });
        }
        None
    }

    /// What a payment is known by, whatever the order of the rows.
    fn name<'s>(&'s self, origin: &'s Origin) -> &'s str {
        match origin {
            Origin::Earlier(id) => id,
            Origin::Call(row) => &self.transactions[*row as usize].id,
        }
    }

    /// Payments that an id names, each with how the amount fits, and its day.
    fn origins(&self, at: u32, row: &Transaction, key: &str, others: &[&str]) -> Vec<(Origin, Fit, i32)> {
        let mut out = Vec::new();
        let mut add = |paid: Paid<'_>| {
            let fits = self.fits(row, &paid);
            out.push((Origin::Earlier(paid.payment.to_string()), fits, paid.day));
        };
        let before = |paid: &Paid<'_>| paid.day <= booked(row).saturating_add(DAYS_BEFORE);
        self.earlier.named_with(key, others).into_iter().filter(before).for_each(&mut add);
        let rows = || self.by_key.get(key).into_iter().flatten().filter(|other| **other != at);
        let opposite = |other: &&u32| {
            let other_row = &self.transactions[**other as usize];
            (other_row.amount.minor() > 0) != (row.amount.minor() > 0)
        };
        let mut rows_of_key: Vec<u32> = rows().filter(opposite).copied().collect();
        if rows_of_key.is_empty() && is_won(row) {
            // What a dispute won gives again is the payment itself, that another row took back.
            rows_of_key = rows().copied().collect();
        }
        let mut of_call = Vec::new();
        for other in &rows_of_key {
            let payment = &self.transactions[*other as usize];
            if booked(payment) > booked(row).saturating_add(DAYS_BEFORE) {
                continue;
            }
            if self.held.contains(other) {
                let keys = core::iter::once(payment.id.as_str()).chain(references(payment).map(|r| r.0));
                keys.flat_map(|key| self.earlier.named(key)).for_each(&mut add);
            } else {
                of_call.push((*other, payment));
            }
        }
        for (other, payment) in of_call {
            let size = |row: &Transaction| row.gross().map_or(0, |gross| gross.minor().saturating_abs());
            let more = size(row).saturating_sub(size(payment));
            out.push((Origin::Call(other), Fit::of(more, row), booked(payment)));
        }
        out
    }

    /// Whether the money is what a payment of the past settled, or was taken back of it.
    fn fits(&self, row: &Transaction, paid: &Paid<'_>) -> Fit {
        let Ok(gross) = row.gross() else { return Fit::Other };
        let size = gross.minor().saturating_abs();
        let sum = |of: fn(&super::earlier::PaidPart<'_>) -> i64| {
            let own = paid.parts.iter().filter(|part| part.currency == gross.currency());
            own.map(of).fold(0, i64::saturating_add)
        };
        let sums = [sum(|part| part.settled), sum(|part| part.taken_back)];
        let fit = |sum: i64| if sum > 0 { Fit::of(size.saturating_sub(sum), row) } else { Fit::Other };
        sums.into_iter().map(fit).max().unwrap_or(Fit::Other)
    }
}

/// How an amount fits what was settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Other,
    /// More, by what may be a charge.
    Charged,
    Exact,
}

impl Fit {
    /// Of so much more than was settled.
    fn of(more: i64, row: &Transaction) -> Self {
        match more {
            0 => Fit::Exact,
            more if more > 0 && more <= fee_bound(row.currency()) => Fit::Charged,
            _ => Fit::Other,
        }
    }
}

/// Days by which a bank may book a return before the payment itself.
const DAYS_BEFORE: i32 = 3;

/// Ids that a row may name what it takes back by, with their bits.
fn names(row: &Transaction) -> impl Iterator<Item = (&str, f64)> {
    naming::names(row).map(|(name, how)| (name, bits(how)))
}

/// References under which a payment may be spoken of again, with their bits; the strongest first.
fn references(row: &Transaction) -> impl Iterator<Item = (&str, f64)> {
    naming::references(row).map(|(name, how)| (name, bits(how)))
}

fn bits(how: Naming) -> f64 {
    match how {
        Naming::Id => BY_ID,
        Naming::Reference => BY_REFERENCE,
        Naming::Bank => BY_BANK,
        Naming::Mandate => BY_MANDATE,
    }
}
