//! Very many rows, and rows of a megabyte: time grows with the size of the input and not with its square.

use chrono::NaiveDate;
use payymo::matching::{Options, reconcile};
use payymo::model::{Customer, Invoice, Reference, ReferenceKind, Transaction};
use payymo::money::{Amount, Currency};
use payymo_tests::sound::sound;
use std::time::{Duration, Instant};

fn eur(minor: i64) -> Amount {
    Amount::new(minor, Currency::parse("EUR").expect("a currency"))
}

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day") + chrono::Days::new(u64::from(n))
}

fn payment(id: &str, minor: i64, name: &str, text: &str) -> Transaction {
    let mut row = Transaction::new(id, day(20), eur(minor));
    row.counterparty.name = Some(name.to_owned());
    row.remittance = text.to_owned();
    row
}

fn item(id: &str, number: &str, customer: &str, minor: i64) -> Invoice {
    let mut row = Invoice::new(id, eur(minor));
    row.number = Some(number.to_owned());
    row.customer = Some(Customer {
        id: Some(customer.to_owned()),
        name: Some(format!("{customer} Holding")),
        ..Customer::default()
    });
    row.issued_on = Some(day(0));
    row.due_on = Some(day(14));
    row
}

/// So slow that something is quadratic: a debug build on a busy machine takes a tenth of it.
fn within(limit: u64, what: &str, run: impl FnOnce()) {
    let start = Instant::now();
    run();
    let took = start.elapsed();
    println!("{what}: {took:?}");
    assert!(took < Duration::from_secs(limit), "{what} took {took:?}");
}

fn quick(transactions: &[Transaction], invoices: &[Invoice]) {
    let result = reconcile(transactions, invoices, &[], &Options::default(), &mut |_, _, _| true);
    sound(transactions, invoices, &result.expect("an answer"));
}

#[test]
fn more_threads_than_a_machine_has() {
    let payments: Vec<Transaction> =
        (0..1500).map(|n| payment(&format!("t{n}"), 1000 + n, "K1 Holding", "rent")).collect();
    let options = Options { threads: 1024, ..Options::default() };
    let invoices = [item("i1", "INV-1001", "K1", 1000)];
    let result = reconcile(&payments, &invoices, &[], &options, &mut |_, _, _| true).expect("an answer");
    sound(&payments, &invoices, &result);
}

#[test]
fn thousands_of_equal_amounts() {
    let invoices: Vec<Invoice> = (0..2000)
        .map(|n| item(&format!("i{n}"), &format!("INV-{:05}", n + 10_000), &format!("K{n}"), 999))
        .collect();
    let payments: Vec<Transaction> =
        (0..2000).map(|n| payment(&format!("t{n}"), 999, &format!("K{n} Holding"), "hosting")).collect();
    within(60, "2000 equal amounts", || quick(&payments, &invoices));
}

#[test]
fn thousands_of_copies_of_one_payment() {
    let invoices: Vec<Invoice> =
        (0..500).map(|n| item(&format!("i{n}"), &format!("INV-{:05}", n + 10_000), "K1", 999)).collect();
    let payments: Vec<Transaction> =
        (0..2000).map(|n| payment(&format!("t{n}"), 999, "K1 Holding", "hosting")).collect();
    within(60, "2000 copies", || quick(&payments, &invoices));
}

#[test]
fn one_customer_with_five_thousand_items() {
    let invoices: Vec<Invoice> = (0..5000)
        .map(|n| item(&format!("i{n}"), &format!("INV-{:05}", n + 10_000), "K1", 1000 + n * 37 % 4001))
        .collect();
    let payments: Vec<Transaction> = (0..200)
        .map(|n| payment(&format!("t{n}"), 5000 + n * 991, "K1 Holding", "several invoices"))
        .collect();
    within(60, "5000 items of one customer", || quick(&payments, &invoices));
}

#[test]
fn five_hundred_numbers_in_one_text() {
    let invoices: Vec<Invoice> = (0..600)
        .map(|n| item(&format!("i{n:03}"), &format!("INV-{:05}", n + 10_000), "K1", 1000 + n))
        .collect();
    let text: Vec<String> = (0..500).map(|n| format!("INV-{:05}", n + 10_000)).collect();
    let sum = (0..500).map(|n| 1000 + n).sum();
    let payments: Vec<Transaction> =
        (0..20).map(|n| payment(&format!("t{n}"), sum, "K1 Holding", &text.join(" "))).collect();
    within(60, "500 numbers", || quick(&payments, &invoices));
}

#[test]
fn a_megabyte_in_every_field() {
    let words: Vec<String> = (0..90_000).map(|n| format!("W{n:05} {n:04}")).collect();
    let text = words.join(" ");
    let mut row = payment("t1", 1000, &text, &text);
    row.counterparty.ultimate_name = Some(text.clone());
    row.counterparty.iban = Some(text.clone());
    row.counterparty.email = Some(text.clone());
    row.references = vec![Reference { kind: ReferenceKind::EndToEnd, value: text.clone() }];
    row.metadata = (0..20_000).map(|n| (format!("k{n}"), format!("value {n} and some more of it"))).collect();
    let mut open = item("i1", &text, "K1", 1000);
    open.customer = Some(Customer {
        id: Some(text.clone()),
        name: Some(text.clone()),
        aliases: words.iter().take(3000).cloned().collect(),
        ibans: words.iter().take(3000).cloned().collect(),
        emails: vec![text.clone()],
        group: Some(text.clone()),
        ..Customer::default()
    });
    open.references = vec![text.clone()];
    open.description = Some(text.clone());
    within(60, "a megabyte in every field", || quick(&[row], &[open, item("i2", "INV-1", "K2", 1000)]));
    for (what, piece) in [
        ("letters", "a"),
        ("digits", "7"),
        ("spaces", " "),
        ("spaced digits", "1 "),
        ("Cyrillic", "ж"),
        ("marks", "\u{301}"),
        ("stars", "+++"),
        ("labels", "RF18 "),
        ("ranges", "1-2-"),
        ("dates", "1.1.26 "),
        ("IBANs", "DE89 3704 0044 0532 0130 00 "),
        ("references", "RF18539007547034 "),
    ] {
        let text = piece.repeat(1_000_000 / piece.len());
        let mut row = payment("t1", 1000, &text, &text);
        row.references = vec![Reference { kind: ReferenceKind::Creditor, value: text.clone() }];
        let mut open = item("i1", &text, "K1", 1000);
        open.customer = Some(Customer { name: Some(text.clone()), ..Customer::default() });
        open.references = vec![text.clone()];
        within(30, what, || quick(&[row], &[open, item("i2", "INV-1", "K2", 1000)]));
    }
}
