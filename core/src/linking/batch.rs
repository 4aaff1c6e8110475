//! A batch that one source tells as one entry and another payment by payment.
//!
//! # Design
//! The payments stay and the sum is left out: what is matched is what payers paid, and a sum settles nothing. They stand
//! for it where they make it to the minor unit, in one account, status and day (of booking or of value), and share a
//! reference with it: the bank's, the batch's id, that of the payment order. Nothing else says that they are the same
//! money, so without a reference both stay. So do they where several entries, or several sets of payments, may be meant,
//! and where the batch counts other payments than there are.

use super::accounts::Accounts;
use super::content::plain;
use super::event::teller;
use super::said::{references, tells, value_day};
use crate::model::{ReferenceKind, Status, Transaction, TransactionKind};
use crate::money::Currency;
use chrono::NaiveDate;
use rustc_hash::FxHashSet;

/// Sources that a batch is looked for in.
const MOST_TELLERS: usize = 8;

/// References that the payments of a batch may share with its entry.
const SHARED: &[ReferenceKind] = &[ReferenceKind::Bank, ReferenceKind::Payment, ReferenceKind::EndToEnd];

/// An entry and the payments that it is the sum of, by the places that came with them.
pub(super) struct Parted {
    pub(super) sum: usize,
    pub(super) parts: Vec<usize>,
}

/// A row under one of its references.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Keyed<'a> {
    group: (u32, Currency, bool, String, NaiveDate),
    teller: (u8, &'a str),
    number: usize,
    id: &'a str,
    at: usize,
}

/// Entries that stand beside their payments. `number` says which row of its input stands at a place.
pub(super) fn parted(rows: &[(usize, &Transaction)], number: impl Fn(usize) -> usize) -> Vec<Parted> {
    let Some(first) = rows.first() else { return Vec::new() };
    if rows.iter().all(|(_, row)| row.source == first.1.source || row.batch.is_none()) {
        return Vec::new();
    }
    let accounts = Accounts::of(rows.iter().map(|(_, row)| *row));
    let mut found = Vec::new();
    let (mut gone, mut used) = (FxHashSet::default(), FxHashSet::default());
    let days: [fn(&Transaction) -> NaiveDate; 2] = [|row| row.booked_on, value_day];
    for day in days {
        let mut keyed: Vec<Keyed<'_>> = Vec::new();
        for (at, &(place, row)) in rows.iter().enumerate() {
            let Some(account) = accounts.get(row) else { continue };
            let booked = row.status == Status::Booked;
            keyed.extend(keys(row).map(|key| Keyed {
                group: (account, row.currency(), booked, key, day(row)),
                teller: teller(row),
                number: number(place),
                id: &row.id,
                at,
            }));
        }
        keyed.sort_unstable();
        keyed.dedup();
        for group in keyed.chunk_by(|a, b| a.group == b.group) {
            let runs: Vec<&[Keyed<'_>]> = group.chunk_by(|a, b| a.teller == b.teller).collect();
            for (at, sums) in runs.iter().enumerate() {
                let others = runs.iter().enumerate().filter(|(other, _)| *other != at).take(MOST_TELLERS);
                for (_, parts) in others.filter(|(_, parts)| parts.len() > 1) {
                    let Some(one) = sum(rows, sums, parts) else { continue };
                    let source = sums.first().map_or("", |sum| sum.teller.1);
                    let new =
                        |part: &Keyed<'_>| !used.contains(&(part.at, source)) && !gone.contains(&part.at);
                    if gone.contains(&one) || !parts.iter().all(new) {
                        continue;
                    }
                    gone.insert(one);
                    used.extend(parts.iter().map(|part| (part.at, source)));
                    let place = |at: usize| rows.get(at).map(|row| row.0);
                    let parts = parts.iter().filter_map(|part| place(part.at)).collect();
                    found.extend(place(one).map(|sum| Parted { sum, parts }));
                    break;
                }
            }
        }
    }
    found
}

/// What a batch and its payments may share.
fn keys(row: &Transaction) -> impl Iterator<Item = String> {
    let batch = row.batch.as_ref().and_then(|batch| batch.id.as_deref()).map(plain);
    batch.filter(|key| tells(key)).into_iter().chain(references(row, SHARED))
}

/// The only row of a source that is the sum of another source's rows.
fn sum(rows: &[(usize, &Transaction)], sums: &[Keyed<'_>], parts: &[Keyed<'_>]) -> Option<usize> {
    let row = |keyed: &Keyed<'_>| rows.get(keyed.at).map(|row| row.1);
    let amounts = || parts.iter().filter_map(row).map(|row| row.amount.minor());
    let one_sign = amounts().all(|minor| minor > 0) || amounts().all(|minor| minor < 0);
    if !one_sign && !parts.iter().filter_map(row).all(|row| row.batch.is_some()) {
        return None;
    }
    let total: i128 = amounts().map(i128::from).sum();
    let mut fitting =
        sums.iter().filter(|sum| row(sum).is_some_and(|row| i128::from(row.amount.minor()) == total));
    let one = fitting.next().filter(|_| fitting.next().is_none())?;
    // Beside the payments there may be a row for what the bank charged for all.
    let charge = |row: &&Transaction| row.kind == TransactionKind::Fee;
    let payments = parts.len() - parts.iter().filter_map(row).filter(charge).count();
    let stated = row(one)?.batch.as_ref().and_then(|batch| batch.count).filter(|count| *count > 1);
    let as_many = |count: u64| [payments, parts.len()].iter().any(|parts| u64::try_from(*parts) == Ok(count));
    stated.is_none_or(as_many).then_some(one.at)
}
