//! A pending row and the booking that it became, where the bank gave the booking another id.

use super::content::plain;
use super::linked::Why;
use super::said;
use crate::model::{ReferenceKind, Status, Transaction};
use crate::money::Amount;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// A booking follows its announcement by at most so many days.
const AFTER: u64 = 10;
/// Or precedes the date that was announced: banks give pending rows the date of the day they answer on.
const BEFORE: u64 = 3;
/// Key of the provider's id of the pending row that a booking was.
const PENDING_ID: &str = "pending_transaction_id";

/// A row under one of the keys that link it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Keyed<'a> {
    account: Option<&'a str>,
    amount: Amount,
    key: String,
    booked: bool,
    date: NaiveDate,
    /// Breaks ties, so that the order of the inputs does not.
    id: &'a str,
    /// Index among the rows given.
    at: usize,
}

/// Pairs of a pending row and the booked row that it became, by the places that came with them.
///
/// What names the pending row goes first, then a reference, then a text. Within a key the earliest announcement takes the earliest
/// booking in its window, which links as many as can be linked.
///
/// `has_pending`: whether the booked row at a place stands for a pending row already.
pub(super) fn booked_under_another_id(
    rows: &[(usize, &Transaction)],
    has_pending: impl Fn(usize) -> bool,
) -> Vec<(usize, usize, Why)> {
    let mut pairs = Vec::new();
    // Only bookings of an amount that is pending are of interest, and mostly nothing is pending.
    let mut amounts: Vec<_> =
        rows.iter().filter(|(_, row)| row.status == Status::Pending).map(|(_, row)| place_of(row)).collect();
    amounts.sort_unstable();
    let of_interest: Vec<(usize, &Transaction)> = rows
        .iter()
        .enumerate()
        .filter(|(_, (_, row))| amounts.binary_search(&place_of(row)).is_ok())
        .map(|(at, (_, row))| (at, *row))
        .collect();
    let mut taken: Vec<bool> = rows.iter().map(|&(place, _)| has_pending(place)).collect();
    named(rows, &mut taken, |pending, booked| {
        if let (Some(pending), Some(booked)) = (rows.get(pending), rows.get(booked)) {
            pairs.push((pending.0, booked.0, Why::BookedByReference));
        }
    });
    for (why, keys) in
        [(Why::BookedByReference, references as fn(&Transaction) -> Vec<String>), (Why::BookedByText, texts)]
    {
        let mut keyed: Vec<Keyed<'_>> = Vec::new();
        for &(at, row) in &of_interest {
            let (account, amount) = place_of(row);
            let (booked, date, id) = (row.status == Status::Booked, row.booked_on, row.id.as_str());
            keyed.extend(keys(row).into_iter().map(|key| Keyed {
                account,
                amount,
                key,
                booked,
                date,
                id,
                at,
            }));
        }
        keyed.sort_unstable();
        keyed.dedup();
        let same = |left: &Keyed<'_>, right: &Keyed<'_>| {
            (left.account, left.amount, &left.key) == (right.account, right.amount, &right.key)
        };
        for group in keyed.chunk_by(same) {
            pair(group, &mut taken, |pending, booked| {
                if let (Some(pending), Some(booked)) = (rows.get(pending), rows.get(booked)) {
                    pairs.push((pending.0, booked.0, why));
                }
            });
        }
    }
    pairs
}

/// Pairs within a key: pending rows come before booked ones, each by date.
fn pair(group: &[Keyed<'_>], taken: &mut [bool], mut found: impl FnMut(usize, usize)) {
    let (pending, booked) = group.split_at(group.partition_point(|row| !row.booked));
    let mut booked = booked.iter().peekable();
    for row in pending {
        if taken.get(row.at) != Some(&false) {
            continue;
        }
        let first = row.date.checked_sub_days(Days::new(BEFORE)).unwrap_or(NaiveDate::MIN);
        let last = row.date.checked_add_days(Days::new(AFTER)).unwrap_or(NaiveDate::MAX);
        while booked.next_if(|other| other.date < first || taken.get(other.at) != Some(&false)).is_some() {}
        let Some(other) = booked.next_if(|other| other.date <= last) else { continue };
        for at in [row.at, other.at] {
            if let Some(taken) = taken.get_mut(at) {
                *taken = true;
            }
        }
        found(row.at, other.at);
    }
}

/// Account and amount.
fn place_of(row: &Transaction) -> (Option<&str>, Amount) {
    (row.account.as_deref(), row.amount)
}

/// The payment references of a row; not a mandate, which all debits of a customer share.
fn references(row: &Transaction) -> Vec<String> {
    use ReferenceKind::{Bank, Creditor, EndToEnd, Payment};
    said::references(row, &[EndToEnd, Creditor, Payment, Bank]).collect()
}

/// Pairs of a pending row and the booking that names it, as Plaid's does: the amount may have changed, as by a tip.
fn named(rows: &[(usize, &Transaction)], taken: &mut [bool], mut found: impl FnMut(usize, usize)) {
    let place = |row: &Transaction| (row.account.clone(), row.currency());
    let mut naming: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (at, (_, row)) in rows.iter().enumerate().filter(|(_, (_, row))| row.status == Status::Booked) {
        if let Some(id) = row.metadata.get(PENDING_ID) {
            naming.entry((place(row), id)).or_default().push(at);
        }
    }
    if naming.is_empty() {
        return;
    }
    for (at, (_, row)) in rows.iter().enumerate().filter(|(_, (_, row))| row.status == Status::Pending) {
        let ids = row.references.iter().filter(|one| one.kind == ReferenceKind::Payment);
        let booked = ids.filter_map(|id| naming.get(&(place(row), id.value.as_str())));
        // Two bookings that name one pending row contradict each other.
        let only =
            booked.filter_map(|list| if let [one] = list.as_slice() { Some(*one) } else { None }).next();
        if let Some(other) = only.filter(|other| taken.get(*other) == Some(&false)) {
            for at in [at, other] {
                if let Some(taken) = taken.get_mut(at) {
                    *taken = true;
                }
            }
            found(at, other);
        }
    }
}

/// The other side and the text of a row, exactly: folded, but nothing left out.
fn texts(row: &Transaction) -> Vec<String> {
    let party = &row.counterparty;
    let side = party.name.as_deref().or(party.iban.as_deref()).or(party.account.as_deref());
    let (side, text) = (plain(side.unwrap_or_default()), plain(&row.remittance));
    if side.is_empty() && text.is_empty() { Vec::new() } else { vec![format!("{side}\n{text}")] }
}
