use super::*;
use crate::linking::duplicates;
use crate::model::{Reference, ReferenceKind, ReturnStage, Returned, TransactionKind};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;

fn row(id: &str, on: u32, minor: i64, references: &[(ReferenceKind, &str)]) -> Transaction {
    let day = NaiveDate::from_ymd_opt(2026, 3, on).unwrap();
    let mut row = Transaction::new(id, day, Amount::new(minor, Currency::EUR));
    row.account = Some("ACC-1".to_owned());
    row.references = references
        .iter()
        .map(|(kind, value)| Reference { kind: *kind, value: (*value).to_owned() })
        .collect();
    row
}

fn back(id: &str, on: u32, minor: i64, references: &[(ReferenceKind, &str)]) -> Transaction {
    let mut row = row(id, on, minor, references);
    row.kind = TransactionKind::Return;
    row
}

/// What each row reverses, in whatever order they are given.
fn reverses(rows: &[Transaction]) -> Vec<Option<String>> {
    let found = |rows: Vec<Transaction>| {
        let mut all: Vec<(String, Option<String>)> =
            duplicates(vec![rows]).transactions.into_iter().map(|row| (row.id, row.reverses)).collect();
        all.sort();
        all
    };
    let all = found(rows.to_vec());
    assert_eq!(found(rows.iter().rev().cloned().collect()), all);
    let of = |row: &Transaction| all.iter().find(|one| one.0 == row.id).and_then(|one| one.1.clone());
    rows.iter().map(of).collect()
}

const E2E: (ReferenceKind, &str) = (ReferenceKind::EndToEnd, "E2E-1");
const MANDATE: (ReferenceKind, &str) = (ReferenceKind::Mandate, "MD-77");

#[test]
fn a_return_names_what_it_takes_back() {
    let paid = row("p", 1, 500, &[E2E]);
    let other = row("q", 2, 500, &[(ReferenceKind::EndToEnd, "E2E-2")]);
    let rows = [paid.clone(), other.clone(), back("r", 5, -500, &[E2E])];
    assert_eq!(reverses(&rows), [None, None, Some("p".to_owned())]);
    let mut by_original = back("r", 5, -500, &[]);
    by_original.returned =
        Some(Returned { stage: ReturnStage::Return, reason: None, originals: vec!["q".to_owned()] });
    assert_eq!(reverses(&[paid.clone(), other, by_original])[2].as_deref(), Some("q"));
    // Before it, more than it, of the same sign, in another account or currency: not it.
    let mut dollars = back("r", 5, -500, &[E2E]);
    dollars.amount = Amount::new(-500, Currency::parse("USD").unwrap());
    let mut elsewhere = back("r", 5, -500, &[E2E]);
    elsewhere.account = Some("ACC-2".to_owned());
    let plain = row("r", 5, -500, &[E2E]);
    for wrong in [
        back("r", 1, -501, &[E2E]),
        back("r", 5, 500, &[E2E]),
        back("r", 5, 0, &[E2E]),
        dollars,
        elsewhere,
        plain,
    ] {
        assert_eq!(reverses(&[row("p", 1, 500, &[E2E]), wrong]), [None, None]);
    }
    assert_eq!(reverses(&[row("p", 6, 500, &[E2E]), back("r", 5, -500, &[E2E])]), [None, None]);
}

#[test]
fn of_several_payments_the_one_of_the_amount_or_none() {
    let rows = [row("p", 1, 500, &[E2E]), row("q", 1, 700, &[E2E]), back("r", 5, -500, &[E2E])];
    assert_eq!(reverses(&rows)[2].as_deref(), Some("p"));
    let rows = [row("p", 1, 500, &[E2E]), row("q", 1, 500, &[E2E]), back("r", 5, -500, &[E2E])];
    assert_eq!(reverses(&rows)[2], None, "two equal payments");
    // Two ids together leave one.
    let bank = (ReferenceKind::Bank, "BANK-2");
    let rows = [row("p", 1, 500, &[E2E]), row("q", 1, 500, &[E2E, bank]), back("r", 5, -500, &[E2E, bank])];
    assert_eq!(reverses(&rows)[2].as_deref(), Some("q"));
}

#[test]
fn a_mandate_needs_the_amount_and_one_debit() {
    let rows = [row("p", 1, 500, &[MANDATE]), row("q", 2, 600, &[MANDATE]), back("r", 5, -600, &[MANDATE])];
    assert_eq!(reverses(&rows)[2].as_deref(), Some("q"));
    let part = [row("p", 1, 500, &[MANDATE]), back("r", 5, -400, &[MANDATE])];
    assert_eq!(reverses(&part)[1], None);
    let monthly =
        [row("p", 1, 500, &[MANDATE]), row("q", 2, 500, &[MANDATE]), back("r", 5, -500, &[MANDATE])];
    assert_eq!(reverses(&monthly)[2], None);
}

#[test]
fn refunds_together_are_no_more_than_the_payment() {
    let mut part = back("r1", 3, -300, &[E2E]);
    part.kind = TransactionKind::Refund;
    let mut rest = back("r2", 4, -200, &[E2E]);
    rest.kind = TransactionKind::Refund;
    let more = back("r3", 5, -1, &[E2E]);
    let rows = [row("p", 1, 500, &[E2E]), part, rest, more];
    assert_eq!(reverses(&rows), [None, Some("p".to_owned()), Some("p".to_owned()), None]);
}

#[test]
fn a_return_of_a_refund_names_the_refund() {
    let mut refund = back("f", 3, -500, &[E2E]);
    refund.kind = TransactionKind::Refund;
    let rows = [row("p", 1, 500, &[E2E]), refund, back("r", 5, 500, &[E2E])];
    assert_eq!(reverses(&rows), [None, Some("p".to_owned()), Some("f".to_owned())]);
    // A dispute that is won takes no payment back.
    let mut won = back("w", 5, 500, &[E2E]);
    won.returned = Some(Returned { stage: ReturnStage::Won, reason: None, originals: vec!["p".to_owned()] });
    assert_eq!(reverses(&[row("p", 1, -500, &[E2E]), won])[1], None);
}

#[test]
fn a_name_for_a_copy_becomes_that_of_the_row_that_stays() {
    let told = |source: &'static str, id: &str| {
        let mut told = row(id, 1, 500, &[E2E]);
        told.source = source.into();
        told
    };
    let mut refund = back("r", 3, -500, &[]);
    refund.reverses = Some("x".to_owned());
    let linked = duplicates(vec![vec![told("camt052", "x")], vec![told("camt053", "y"), refund.clone()]]);
    assert_eq!(linked.transactions[1].reverses.as_deref(), Some("y"));
    // What nobody knows is left as it is said.
    assert_eq!(duplicates(vec![vec![refund]]).transactions[0].reverses.as_deref(), Some("x"));
}
