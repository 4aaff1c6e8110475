//! The sample data is whole: every file reads without an error, sums hold, accounts have their check digits, and each
//! story that the month is to tell is there.

mod support;

use payymo::format::{BalanceKind, Report};
use payymo::linking;
use payymo::model::{InvoiceState, Status, TransactionKind};
use payymo::money::Amount;
use support::sample;

fn eur(text: &str) -> Amount {
    Amount::parse(text, payymo::money::Currency::parse("EUR").expect("EUR")).expect("an amount")
}

fn without_errors(name: &str) -> Report {
    let report = sample(name);
    assert_eq!(report.errors, Vec::new(), "{name}");
    assert_eq!(report.warnings, Vec::new(), "{name}");
    report
}

/// Mod 97 of ISO 13616: 1 for a right IBAN.
fn mod97(iban: &str) -> u32 {
    let (head, rest) = iban.split_at(4);
    rest.chars().chain(head.chars()).fold(0, |sum, ch| match ch.to_digit(36).expect("a letter or a digit") {
        digit @ 0..=9 => (sum * 10 + digit) % 97,
        letter => (sum * 100 + letter) % 97,
    })
}

#[test]
fn the_bank_statement_adds_up() {
    let report = without_errors("bank.camt053.xml");
    assert_eq!(report.transactions.len(), 44);
    let balance = |kind| report.balances.iter().find(|row| row.kind == kind).expect("a balance").amount;
    let sum = report
        .transactions
        .iter()
        .fold(balance(BalanceKind::Opening), |sum, row| sum.checked_add(row.amount).expect("a sum"));
    assert_eq!(sum, balance(BalanceKind::Closing));
    let march = |row: &&payymo::model::Transaction| row.booked_on.to_string().starts_with("2026-03-");
    assert_eq!(report.transactions.iter().filter(march).count(), 44);
    let kinds = |kind| report.transactions.iter().filter(|row| row.kind == kind).count();
    assert_eq!((kinds(TransactionKind::Interest), kinds(TransactionKind::DirectDebit)), (1, 2));
}

#[test]
fn every_account_has_its_check_digits() {
    let mut ibans = Vec::new();
    for name in ["bank.camt053.xml", "gocardless.json"] {
        for row in sample(name).transactions {
            ibans.extend(row.counterparty.iban);
        }
    }
    for row in sample("business-invoices.json").invoices {
        ibans.extend(row.customer.expect("a customer").ibans);
    }
    assert!(ibans.len() > 40, "{}", ibans.len());
    for iban in ibans {
        assert_eq!(mod97(&iban), 1, "{iban}");
    }
}

#[test]
fn the_pounds_have_pending_rows_and_one_is_booked_already() {
    let report = without_errors("gocardless.json");
    assert_eq!(report.transactions.len(), 16);
    let pending =
        |rows: &[payymo::model::Transaction]| rows.iter().filter(|row| row.status == Status::Pending).count();
    assert_eq!(pending(&report.transactions), 3);
    let linked = linking::duplicates(vec![report.transactions]);
    assert_eq!((linked.copies.len(), linked.errors.len()), (1, 0));
    assert_eq!(pending(&linked.transactions), 2);
}

#[test]
fn the_business_invoices_have_terms_and_a_reference() {
    let report = without_errors("business-invoices.json");
    assert_eq!(report.invoices.len(), 5);
    assert_eq!(report.invoices.iter().filter(|row| row.terms.is_some()).count(), 2);
    assert_eq!(report.invoices.iter().filter(|row| row.state == InvoiceState::OnHold).count(), 1);
    assert!(report.invoices.iter().any(|row| row.references == ["RF92HV20260312"]));
    // 2 % of 4760.00 is what the customer takes off.
    let discounted = eur("4760.00").checked_sub(eur("95.20")).expect("a difference");
    let bank = sample("bank.camt053.xml");
    assert!(bank.transactions.iter().any(|row| row.amount == discounted));
}

#[test]
fn the_payout_is_what_the_charges_come_to() {
    let report = without_errors("stripe.json");
    let kinds = |kind| report.transactions.iter().filter(|row| row.kind == kind).count();
    assert_eq!(kinds(TransactionKind::Card), 8);
    assert_eq!((kinds(TransactionKind::Refund), kinds(TransactionKind::Payout)), (1, 1));
    let sum = |rows: &[payymo::model::Transaction]| {
        rows.iter().fold(eur("0.00"), |sum, row| sum.checked_add(row.amount).expect("a sum"))
    };
    assert_eq!(sum(&report.transactions), eur("0.00"), "the payout empties the balance");
    let payout =
        report.transactions.iter().find(|row| row.kind == TransactionKind::Payout).expect("a payout");
    let deposit = payout.amount.checked_neg().expect("an amount");
    let bank = sample("bank.camt053.xml");
    let found: Vec<_> = bank.transactions.iter().filter(|row| row.amount == deposit).collect();
    assert_eq!(found.len(), 1);
    assert!(found[0].remittance.contains("po_1NWsampleMar24"));
}
