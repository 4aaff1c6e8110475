//! Very many rows, and rows of a megabyte: work grows with the size of the input and not with its square.
//!
//! Work is what the engine asks of the allocator, which no machine and no load changes; the times are in the benches.

use payymo::matching::{Options, reconcile};
use payymo::model::{Customer, Invoice, Reference, ReferenceKind, Transaction};
use payymo_tests::rows::{item, payment};
use payymo_tests::sound::sound;
use payymo_tests::work::{Counting, count};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

type Rows = (Vec<Transaction>, Vec<Invoice>);

/// Reconciles so many rows and half of them: twice the rows may ask for 2.6 times the bytes, which leaves room for a
/// logarithm. What grows with the square asks for four times as many.
fn straight(what: &str, size: usize, rows: impl Fn(usize) -> Rows) {
    let asked = |size| {
        let (transactions, invoices) = rows(size);
        let (result, work) = count(|| {
            reconcile(&transactions, &invoices, &[], &Options::default(), &mut |_, _, _| true)
                .expect("an answer")
        });
        sound(&transactions, &invoices, &result);
        work.asked
    };
    let (half, whole) = (asked(size / 2), asked(size));
    println!("{what}: {half} bytes asked for, {whole} for twice the size");
    assert!(whole * 10 < half * 26, "{what}: {half} bytes asked for, {whole} for twice the size");
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

/// Each customer owes one item, and all items are of one amount.
#[test]
fn thousands_of_equal_amounts() {
    straight("equal amounts", 2000, |size| {
        (0..size)
            .map(|n| {
                let invoice =
                    item(&format!("i{n}"), &format!("INV-{:05}", n + 10_000), &format!("K{n}"), 999);
                (payment(&format!("t{n}"), 999, &format!("K{n} Holding"), "hosting"), invoice)
            })
            .unzip()
    });
}

/// One customer, four times as many payments as items, all of one amount.
#[test]
fn thousands_of_copies_of_one_payment() {
    straight("copies of one payment", 2000, |size| {
        let payments = (0..size).map(|n| payment(&format!("t{n}"), 999, "K1 Holding", "hosting")).collect();
        let invoice = |n| item(&format!("i{n}"), &format!("INV-{:05}", n + 10_000), "K1", 999);
        (payments, (0..size / 4).map(invoice).collect())
    });
}

#[test]
fn one_customer_with_five_thousand_items() {
    straight("items of one customer", 5000, |size| {
        let invoice = |n: usize| {
            let number = format!("INV-{:05}", n + 10_000);
            item(&format!("i{n}"), &number, "K1", 1000 + n as i64 * 37 % 4001)
        };
        let paid = |n: i64| payment(&format!("t{n}"), 5000 + n * 991, "K1 Holding", "several invoices");
        ((0..200).map(paid).collect(), (0..size).map(invoice).collect())
    });
}

#[test]
fn five_hundred_numbers_in_one_text() {
    straight("numbers in a text", 500, |size| {
        let number = |n: usize| format!("INV-{:05}", n + 10_000);
        let text = (0..size).map(number).collect::<Vec<String>>().join(" ");
        let sum = (0..size as i64).map(|n| 1000 + n).sum();
        let paid = |n: usize| payment(&format!("t{n}"), sum, "K1 Holding", &text);
        let invoice = |n: usize| item(&format!("i{n:03}"), &number(n), "K1", 1000 + n as i64);
        ((0..20).map(paid).collect(), (0..600).map(invoice).collect())
    });
}

#[test]
fn a_megabyte_of_words_in_every_field() {
    straight("words in every field", 90_000, |size| {
        let words: Vec<String> = (0..size).map(|n| format!("W{n:05} {n:04}")).collect();
        let text = words.join(" ");
        let mut row = payment("t1", 1000, &text, &text);
        row.counterparty.ultimate_name = Some(text.clone());
        row.counterparty.iban = Some(text.clone());
        row.counterparty.email = Some(text.clone());
        row.references = vec![Reference { kind: ReferenceKind::EndToEnd, value: text.clone() }];
        row.metadata =
            (0..size / 4).map(|n| (format!("k{n}"), format!("value {n} and some more of it"))).collect();
        let mut open = item("i1", &text, "K1", 1000);
        open.customer = Some(Customer {
            id: Some(text.clone()),
            name: Some(text.clone()),
            aliases: words.iter().take(size / 30).cloned().collect(),
            ibans: words.iter().take(size / 30).cloned().collect(),
            emails: vec![text.clone()],
            group: Some(text.clone()),
            ..Customer::default()
        });
        open.references = vec![text.clone()];
        open.description = Some(text);
        (vec![row], vec![open, item("i2", "INV-1", "K2", 1000)])
    });
}

#[test]
fn a_megabyte_of_one_piece() {
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
        straight(what, 1_000_000, |size| {
            let text = piece.repeat(size / piece.len());
            let mut row = payment("t1", 1000, &text, &text);
            row.references = vec![Reference { kind: ReferenceKind::Creditor, value: text.clone() }];
            let mut open = item("i1", &text, "K1", 1000);
            open.customer = Some(Customer { name: Some(text.clone()), ..Customer::default() });
            open.references = vec![text];
            (vec![row], vec![open, item("i2", "INV-1", "K2", 1000)])
        });
    }
}
