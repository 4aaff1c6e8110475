//! The rows that a gateway's payout is made of, by the ids that they carry.
//!
//! # Design
//! What the gateway says: a row names the payout that it went into. Rows without an id are not guessed: matching does
//! that, over days, and finds the bank's row of a payout too; its result tells both (`payout` of a match).

use crate::model::naming::{id_key, payout_ids};
use crate::model::{ReferenceKind, Status, Transaction, TransactionKind};
use crate::money::{Amount, Currency};
use std::collections::{BTreeMap, BTreeSet};

/// A payout and what it is made of, in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PayoutMembers {
    /// The gateway's id of it.
    pub id: String,
    /// The row with which the gateway paid out, where it is given; the first, where the payout failed and went out again.
    pub payout: Option<String>,
    /// The rows that went into it, by id: payments, refunds, disputes, fees.
    pub members: Vec<String>,
    /// What they moved after fees.
    pub sum: Amount,
    /// What left the gateway's account, where its row is given.
    pub paid: Option<Amount>,
    /// What was paid out beyond the sum, where its row is given and this is not zero.
    pub difference: Option<PayoutDifference>,
}

/// What lies between a payout and the sum of its members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PayoutDifference {
    /// Exactly what the gateway had back when the payout failed.
    Returned(Amount),
    /// Nothing in the rows says what: rows that are not given, a reserve, what an earlier payout left.
    Unexplained(Amount),
}

impl PayoutDifference {
    /// How much: positive where more was paid out than the members make.
    pub fn amount(self) -> Amount {
        match self {
            PayoutDifference::Returned(amount) | PayoutDifference::Unexplained(amount) => amount,
        }
    }
}

/// The payouts that rows name, with the rows that went into each, by id and currency. A payout of which no row carries
/// the id is not among them.
///
/// ```
/// use payymo::linking::payouts;
/// use payymo::model::{Reference, ReferenceKind, Transaction, TransactionKind};
/// use payymo::money::{Amount, Currency};
/// let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 4).unwrap_or_default();
/// let row = |id: &str, minor| {
///     let mut row = Transaction::new(id, day, Amount::new(minor, Currency::EUR));
///     row.references.push(Reference { kind: ReferenceKind::Payout, value: "po_1".into() });
///     row
/// };
/// let mut paid_out = row("po_1", -9_600);
/// paid_out.kind = TransactionKind::Payout;
/// let found = payouts(&[row("ch_1", 9_700), row("re_1", -100), paid_out]);
/// assert_eq!(found[0].members, ["ch_1", "re_1"]);
/// assert_eq!((found[0].payout.as_deref(), found[0].difference), (Some("po_1"), None));
/// ```
pub fn payouts(rows: &[Transaction]) -> Vec<PayoutMembers> {
    let names_payout = |row: &&Transaction| row.status == Status::Booked && payout_ids(row).next().is_some();
    let named: Vec<&Transaction> = rows.iter().filter(names_payout).collect();
    let is_payout = |row: &Transaction| row.kind == TransactionKind::Payout;
    let mut found: BTreeMap<(String, Currency, Option<&str>, &str), Draft<'_>> = BTreeMap::new();
    // A gateway may give a payout an id and a reference: rows may name either.
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    for row in named.iter().filter(|row| is_payout(row)) {
        let keys: Vec<String> = payout_ids(row).map(id_key).collect();
        let known = keys.iter().find_map(|key| first.get(key).cloned()).or_else(|| keys.first().cloned());
        for (key, known) in keys.into_iter().zip(core::iter::repeat(known)) {
            first.entry(key.clone()).or_insert(known.unwrap_or(key));
        }
    }
    for row in named {
        let Some(id) = payout_ids(row).next() else { continue };
        let keys = payout_ids(row).map(id_key);
        let mut known = keys.filter_map(|key| first.get(&key).cloned());
        let key = known.next().unwrap_or_else(|| id_key(id));
        let draft = found.entry((key, row.currency(), row.account.as_deref(), &row.source)).or_default();
        match (is_payout(row), row.amount.minor() < 0) {
            (false, _) => draft.members.push(row),
            (true, true) => draft.out.push(row),
            (true, false) => draft.back += i128::from(row.amount.minor()),
        }
        if draft.id.is_none() || is_payout(row) && row.amount.minor() < 0 {
            draft.id = Some(id);
        }
    }
    // The bank's row may name the payout too, and is no member of it.
    let with_row: BTreeSet<(String, Currency)> =
        found.iter().filter(|one| !one.1.out.is_empty()).map(|one| (one.0.0.clone(), one.0.1)).collect();
    let told = |(key, draft): ((String, Currency, _, _), Draft<'_>)| {
        let currency = key.1;
        let known = with_row.contains(&(key.0, currency));
        let gateway = !draft.out.is_empty() || !known && draft.members.iter().any(|row| is_payment(row));
        draft.told(currency).filter(|_| gateway)
    };
    found.into_iter().filter_map(told).collect()
}

/// Whether a row is a customer's payment as a gateway tells it: by its id there, or with the fee taken off.
fn is_payment(row: &Transaction) -> bool {
    !row.fees.is_empty() || row.references.iter().any(|one| one.kind == ReferenceKind::Payment)
}

/// What is known of a payout so far.
#[derive(Default)]
struct Draft<'a> {
    id: Option<&'a str>,
    out: Vec<&'a Transaction>,
    members: Vec<&'a Transaction>,
    /// What came back of it.
    back: i128,
}

impl Draft<'_> {
    /// `None` where it has no members, or where more than a 64-bit sum would be told.
    fn told(self, currency: Currency) -> Option<PayoutMembers> {
        if self.members.is_empty() {
            return None;
        }
        let sum = |rows: &[&Transaction]| rows.iter().map(|row| i128::from(row.amount.minor())).sum::<i128>();
        let money = |minor: i128| i64::try_from(minor).ok().map(|minor| Amount::new(minor, currency));
        // What failed may go out again under the same id.
        let out = self.out.iter().min_by_key(|row| (row.booked_on, row.id.as_str()));
        let paid = out.map(|_| -sum(&self.out));
        let difference = match paid.map(|paid| paid - sum(&self.members)) {
            None | Some(0) => None,
            Some(rest) if rest == self.back => Some(PayoutDifference::Returned(money(rest)?)),
            Some(rest) => Some(PayoutDifference::Unexplained(money(rest)?)),
        };
        let mut members: Vec<String> = self.members.iter().map(|row| row.id.clone()).collect();
        members.sort_unstable();
        Some(PayoutMembers {
            id: self.id.unwrap_or_default().to_owned(),
            payout: out.map(|row| row.id.clone()),
            members,
            sum: money(sum(&self.members))?,
            paid: match paid {
                Some(paid) => Some(money(paid)?),
                None => None,
            },
            difference,
        })
    }
}

#[cfg(test)]
mod tests;
