use super::*;
use crate::model::Reference;
use chrono::NaiveDate;

fn row(id: &str, kind: TransactionKind, minor: i64, payout: &str) -> Transaction {
    let day = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    let mut row = Transaction::new(id, day, Amount::new(minor, Currency::EUR));
    row.account = Some("acct".to_owned());
    row.source = "stripe".into();
    row.kind = kind;
    row.references.push(Reference { kind: ReferenceKind::Payout, value: payout.to_owned() });
    row
}

fn eur(minor: i64) -> Amount {
    Amount::new(minor, Currency::EUR)
}

use TransactionKind::{Card, Payout, Refund, Transfer};

#[test]
fn the_sum_is_checked_to_the_minor_unit() {
    let rows = |paid: i64| {
        [
            row("po_1", Payout, -paid, "po_1"),
            row("re_1", Refund, -100, "po_1"),
            row("ch_1", Card, 900, "PO-1"),
        ]
    };
    let found = payouts(&rows(800));
    assert_eq!((found.len(), found[0].sum, found[0].paid), (1, eur(800), Some(eur(800))));
    assert_eq!(
        (found[0].members.clone(), found[0].difference),
        (vec!["ch_1".to_owned(), "re_1".to_owned()], None)
    );
    for (paid, rest) in [(799, -1), (801, 1)] {
        assert_eq!(payouts(&rows(paid))[0].difference, Some(PayoutDifference::Unexplained(eur(rest))));
    }
}

#[test]
fn a_failed_payout_goes_out_again() {
    let rows = [
        row("ch_1", Card, 800, "po_1"),
        row("po_1", Payout, -800, "po_1"),
        row("po_1_again", Payout, -800, "po_1"),
        row("back", Payout, 800, "po_1"),
    ];
    assert_eq!(payouts(&rows)[0].difference, Some(PayoutDifference::Returned(eur(800))));
    // One that only failed had paid out what it was made of.
    let rows =
        [row("ch_1", Card, 800, "po_1"), row("po_1", Payout, -800, "po_1"), row("back", Payout, 800, "po_1")];
    assert_eq!(payouts(&rows)[0].difference, None);
}

#[test]
fn the_banks_row_is_no_member() {
    let mut arrival = row("b1", Transfer, 800, "po_1");
    (arrival.account, arrival.source) = (Some("DE89".to_owned()), "camt053".into());
    let rows = [row("ch_1", Card, 800, "po_1"), row("po_1", Payout, -800, "po_1"), arrival.clone()];
    let found = payouts(&rows);
    assert_eq!((found.len(), found[0].members.clone()), (1, vec!["ch_1".to_owned()]));
    assert!(payouts(&[arrival]).is_empty());
}

#[test]
fn members_alone_tell_a_payout_without_its_row() {
    let mut charge = row("ch_1", Card, 800, "po_1");
    charge.references.push(Reference { kind: ReferenceKind::Payment, value: "pi_1".to_owned() });
    let found = payouts(&[charge, row("fee", TransactionKind::Fee, -5, "po_1")]);
    assert_eq!((found[0].payout.as_deref(), found[0].sum, found[0].paid), (None, eur(795), None));
    // A payout of which nothing else carries the id says nothing.
    assert!(payouts(&[row("po_2", Payout, -800, "po_2")]).is_empty());
}

#[test]
fn an_id_and_a_reference_are_one_payout() {
    let mut paid = row("PO1", Payout, -800, "PO1");
    paid.references.push(Reference { kind: ReferenceKind::Payout, value: "ACME-1".to_owned() });
    let found = payouts(&[row("PM1", Card, 500, "ACME-1"), row("PM2", Card, 300, "PO1"), paid]);
    assert_eq!((found.len(), found[0].id.as_str(), found[0].members.len()), (1, "PO1", 2));
}

#[test]
fn a_sum_beyond_64_bits_is_not_told() {
    let rows =
        [row("a", Card, i64::MAX, "po_1"), row("b", Card, i64::MAX, "po_1"), row("p", Payout, -1, "po_1")];
    assert!(payouts(&rows).is_empty());
}
