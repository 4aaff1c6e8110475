//! A host's ordinary month, and one payment in it that is looked at.

// Each test file is a crate of its own and uses a part of this.
#![allow(dead_code)]

use payymo::matching::{Allocation, Match, Options, Reconciliation};
use payymo::model::{Invoice, Transaction};
pub use payymo_tests::rows::item_of as item;
use payymo_tests::rows::{self, day};
use payymo_tests::sound::answer;

/// A payer whom nobody knows.
pub const STRANGER: &str = "Orlan Freight";

/// The payment `t`, before it is due.
pub fn payment(minor: i64, name: &str, text: &str) -> Transaction {
    let mut row = rows::payment("t", minor, name, text);
    row.counterparty.name = Some(name.to_owned()).filter(|name| !name.is_empty());
    row.booked_on = day(12);
    row
}

/// Reconciles payments among thirty items, each paid by its customer with its number.
pub fn among_all(items: &[Invoice], payments: Vec<Transaction>) -> Reconciliation {
    let (mut all_items, mut all_payments) = (items.to_vec(), payments);
    let names =
        ["Aldrin", "Bauer", "Cermak", "Dubois", "Eriksen", "Fontaine", "Greco", "Hansen", "Ivanov", "Jansen"];
    let trades = ["Garden", "Bakery", "Optics"];
    for n in 0..30 {
        let name = format!("{} {}", names[n % 10], trades[n / 10]);
        let (minor, number) = (4317 + 1013 * n as i64, format!("INV-2026-{:05}", 700 + n));
        all_items.push(item(&format!("{}", 5100 + n), &number, &format!("C{:04}", 900 + n), &name, minor));
        let mut paid = rows::payment(&format!("m{n:02}"), minor, &name, &format!("Invoice {number}"));
        paid.booked_on = day(12);
        all_payments.push(paid);
    }
    let result = answer(&all_payments, &all_items, &[], &Options::default());
    assert!(result.summary.auto >= 30, "the other payments are settled: {}", result.summary.auto);
    result
}

/// The match of a payment.
pub fn of<'a>(result: &'a Reconciliation, payment: &str) -> Option<&'a Match> {
    let own = |row: &Allocation| row.source.transaction() == Some(payment);
    result.matches.iter().find(|found| found.allocations.iter().any(own))
}

/// The items that a payment settles without a person being asked, or nothing.
pub fn automatic(result: &Reconciliation, payment: &str) -> Vec<String> {
    let found = of(result, payment).filter(|found| found.review.is_none());
    let own = |row: &&Allocation| row.source.transaction() == Some(payment);
    let mut out: Vec<String> = found
        .iter()
        .flat_map(|found| &found.allocations)
        .filter(own)
        .map(|row| row.target.id().to_owned())
        .collect();
    out.sort_unstable();
    out
}

/// What one payment among the others settles without a person being asked.
pub fn booked(items: &[Invoice], payment: Transaction) -> Vec<String> {
    automatic(&among_all(items, vec![payment]), "t")
}

pub fn never(items: &[Invoice], payment: Transaction) {
    let what = format!("{:?} {:?}", payment.counterparty.name, payment.remittance);
    assert_eq!(booked(items, payment), [""; 0], "booked: {what}");
}
