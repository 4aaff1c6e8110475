//! What a return, a refund or a dispute takes back, where it is among the rows given.
//!
//! # Design
//! A row that takes back names the payment: by its id, an end-to-end id, a gateway's id, the bank's reference, or a mandate
//! with the amount. The payment is in the same account and currency, of the other sign, not later, and as much or more; what
//! several refunds take back of it is no more than it was. Where several payments fit, the one of the same amount is meant,
//! else the ids together may leave one; if not, nothing is said: matching weighs what is likely. What gives a dispute
//! again takes back no payment and is left alone, as is a row that says what it reverses.

use super::accounts::Accounts;
use crate::model::naming::{Naming, is_reversal, is_won, names, references};
use crate::model::{Status, Transaction};
use rustc_hash::{FxHashMap, FxHashSet};

/// Rows of one key that are looked at; where there are more, the key tells nothing.
const MOST_OF_KEY: usize = 64;

/// Fills `reverses` of rows that take back a payment that is among them, and lets those that name a row which was left out
/// name the one that stays for it.
pub(super) fn link(rows: &mut [Transaction], stays_for: &FxHashMap<String, String>) {
    for row in rows.iter_mut() {
        if let Some(kept) = row.reverses.as_ref().and_then(|id| stays_for.get(id)) {
            row.reverses = Some(kept.clone());
        }
    }
    let found = Ledger::of(rows).map(|mut ledger| ledger.resolve()).unwrap_or_default();
    for (at, id) in found {
        if let Some(row) = rows.get_mut(at) {
            row.reverses = Some(id);
        }
    }
}

struct Ledger<'a> {
    rows: &'a [Transaction],
    accounts: Accounts<'a>,
    /// Rows that take back and do not say what, by day, then by id.
    open: Vec<usize>,
    /// Rows by the ids that are asked for.
    by_key: FxHashMap<&'a str, Vec<usize>>,
    /// What was taken back of a row.
    back: FxHashMap<usize, i128>,
}

impl<'a> Ledger<'a> {
    /// `None` where nothing takes back.
    fn of(rows: &'a [Transaction]) -> Option<Self> {
        let booked = |row: &Transaction| row.status == Status::Booked;
        let asks =
            |row: &Transaction| booked(row) && is_reversal(row) && !is_won(row) && row.reverses.is_none();
        let mut open: Vec<(usize, &Transaction)> =
            rows.iter().enumerate().filter(|(_, row)| asks(row)).collect();
        if open.is_empty() {
            return None;
        }
        open.sort_unstable_by_key(|(_, row)| (row.booked_on, row.id.as_str()));
        let mut by_key: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        by_key.extend(open.iter().flat_map(|(_, row)| names(row)).map(|(key, _)| (key, Vec::new())));
        let mut known: FxHashMap<&str, usize> = FxHashMap::default();
        let named: FxHashSet<&str> = rows.iter().filter_map(|row| row.reverses.as_deref()).collect();
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| booked(row)) {
            for key in core::iter::once(row.id.as_str()).chain(references(row).map(|reference| reference.0)) {
                if let Some(list) = by_key.get_mut(key)
                    && list.last() != Some(&at)
                    && list.len() <= MOST_OF_KEY
                {
                    list.push(at);
                }
            }
            if named.contains(row.id.as_str()) {
                known.insert(&row.id, at);
            }
        }
        let mut back: FxHashMap<usize, i128> = FxHashMap::default();
        for row in rows {
            if let Some(at) = row.reverses.as_deref().and_then(|id| known.get(id)) {
                *back.entry(*at).or_default() += size(row);
            }
        }
        let open = open.into_iter().map(|(at, _)| at).collect();
        Some(Ledger { rows, accounts: Accounts::of(rows.iter()), open, by_key, back })
    }

    fn resolve(&mut self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for at in core::mem::take(&mut self.open) {
            let (Some(row), Some(original)) = (self.rows.get(at), self.original(at)) else { continue };
            if let Some(payment) = self.rows.get(original) {
                *self.back.entry(original).or_default() += size(row);
                found.push((at, payment.id.clone()));
            }
        }
        found
    }

    /// The only payment that a row can mean.
    fn original(&self, at: usize) -> Option<usize> {
        let row = self.rows.get(at)?;
        let mut open: Vec<usize> = Vec::new();
        for (key, how) in names(row) {
            let list = self.by_key.get(key).filter(|list| list.len() <= MOST_OF_KEY);
            let fits = |other: &&usize| **other != at && self.fits(row, **other, how);
            let fitting: Vec<usize> = list.into_iter().flatten().filter(fits).copied().collect();
            // A payment is meant before what took another one back.
            let payments = self.those(&fitting, |other| !is_reversal(other));
            let fitting = if payments.is_empty() { fitting } else { payments };
            let both: Vec<usize> = open.iter().copied().filter(|other| fitting.contains(other)).collect();
            if !both.is_empty() {
                open = both;
            } else if open.is_empty() {
                open = fitting;
            }
            let as_much = self.those(&open, |other| size(other) == size(row));
            match (open.as_slice(), as_much.as_slice()) {
                ([one], _) | (_, [one]) => return Some(*one),
                _ => {}
            }
        }
        None
    }

    fn those(&self, list: &[usize], which: impl Fn(&Transaction) -> bool) -> Vec<usize> {
        list.iter().copied().filter(|at| self.rows.get(*at).is_some_and(&which)).collect()
    }

    /// Whether a row may be what another takes back.
    fn fits(&self, back: &Transaction, at: usize, how: Naming) -> bool {
        let Some(row) = self.rows.get(at) else { return false };
        let taken = self.back.get(&at).copied().unwrap_or(0);
        let amount = match how {
            Naming::Mandate => size(back) == size(row) && taken == 0,
            _ => taken + size(back) <= size(row),
        };
        amount
            && !back.amount.is_zero()
            && row.currency() == back.currency()
            && row.amount.minor().signum() == -back.amount.minor().signum()
            && row.booked_on <= back.booked_on
            && self.one_account(row, back)
    }

    /// Whether two rows are of one account, or of one gateway that names none.
    fn one_account(&self, one: &Transaction, other: &Transaction) -> bool {
        match (self.accounts.get(one), self.accounts.get(other)) {
            (None, None) => one.account == other.account && one.source == other.source,
            (here, there) => here == there,
        }
    }
}

/// What a row moved before fees, without its sign.
fn size(row: &Transaction) -> i128 {
    i128::from(row.gross().unwrap_or(row.amount).minor()).abs()
}

#[cfg(test)]
mod tests;
