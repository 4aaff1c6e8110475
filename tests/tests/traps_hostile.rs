//! What a bookkeeper would try to break it with, in batches of a few rows: numbers of void documents, ids that contradict,
//! numbers that are a part of something else, a decimal point lost, twins that a month tells apart, groups that pay together.

use payymo::matching::{Decision, Match, Options, Reconciliation, Source, Target};
use payymo::model::{Invoice, InvoiceKind, InvoiceState, Settlement, Transaction};
use payymo::money::Amount;
use payymo_tests::rows::{self, currency, day, eur, item_of as item};
use payymo_tests::sound::answer;

fn payment(id: &str, minor: i64, name: &str, text: &str) -> Transaction {
    let mut row = rows::payment(id, minor, name, text);
    row.booked_on = day(11);
    row
}

fn with(items: &[Invoice], payments: &[Transaction]) -> Reconciliation {
    answer(payments, items, &[], &Options::default())
}

/// The match of the payment `t`, and the items that it is for.
fn found(result: &Reconciliation) -> Option<(&Match, Vec<&str>)> {
    let of = |found: &&Match| found.transactions().contains(&"t");
    let found = result.matches.iter().find(of)?;
    let mut targets: Vec<&str> = found
        .allocations
        .iter()
        .filter(|row| matches!(&row.source, Source::Transaction(id) if id == "t"))
        .map(|row| match &row.target {
            Target::Invoice(id) | Target::Customer(id) => id.as_str(),
        })
        .collect();
    targets.sort_unstable();
    Some((found, targets))
}

fn never_automatic(items: &[Invoice], paid: Transaction) {
    let text = paid.remittance.clone();
    let result = with(items, &[paid]);
    if let Some((found, targets)) = found(&result) {
        assert_eq!(
            found.decision,
            Decision::Review,
            "{text}: automatic to {targets:?}, {}",
            found.probability
        );
    }
}

fn automatic(items: &[Invoice], payments: &[Transaction], expected: &[&str]) {
    let result = with(items, payments);
    let (found, targets) = found(&result).expect("a match");
    assert_eq!((found.decision, targets.as_slice()), (Decision::Auto, expected), "{:?}", found.review_clue);
}

fn ann(minor: i64) -> Invoice {
    item("a", "INV-2026-0101", "C1", "Ann Miller", minor)
}

fn bob(minor: i64) -> Invoice {
    item("b", "INV-2026-0102", "C2", "Bob Stone", minor)
}

#[test]
fn the_number_of_a_void_document_is_no_slip_in_its_neighbours() {
    for state in [InvoiceState::Void, InvoiceState::Draft] {
        let off = Invoice { state, ..ann(3000) };
        never_automatic(&[off.clone(), bob(3000)], payment("t", 3000, "Ann Miller", "INV-2026-0101"));
        // Nor is it the customer's other item.
        let other = item("b", "INV-2026-0102", "C1", "Ann Miller", 3000);
        never_automatic(&[off, other], payment("t", 3000, "Ann Miller", "INV-2026-0101"));
    }
}

#[test]
fn a_slip_is_never_booked_for_a_stranger() {
    never_automatic(&[bob(3000)], payment("t", 3000, "Carl Winter", "INV-2026-0107"));
}

#[test]
fn a_credit_note_that_is_named_is_no_invoice() {
    let credit =
        Invoice { kind: InvoiceKind::CreditNote, ..item("c", "CN-2026-0003", "C1", "Ann Miller", 10_000) };
    never_automatic(&[ann(10_000), credit], payment("t", 10_000, "Ann Miller", "CN-2026-0003"));
}

#[test]
fn an_id_of_one_customer_and_the_name_or_number_of_another() {
    let (mut one, mut other) = (ann(5000), bob(5000));
    for (item, mail) in [(&mut one, "ann@example.org"), (&mut other, "bob@example.org")] {
        item.customer.as_mut().expect("a customer").emails.push(mail.to_owned());
    }
    let items = [one, other];
    for text in ["", "INV-2026-0102"] {
        let mut paid = payment("t", 5000, "Bob Stone", text);
        paid.counterparty.customer_id = Some("C1".to_owned());
        never_automatic(&items, paid);
        let mut paid = payment("t", 5000, "Bob Stone", text);
        paid.counterparty.email = Some("ann@example.org".to_owned());
        never_automatic(&items, paid);
    }
}

#[test]
fn an_account_identifies_in_a_batch_of_one() {
    let mut one = ann(100_000);
    one.customer.as_mut().expect("a customer").ibans.push("DE89370400440532013000".to_owned());
    let mut paid = payment("t", 100_000, "A. M.", "rent");
    paid.counterparty.iban = Some("DE89370400440532013000".to_owned());
    automatic(&[one], &[paid], &["a"]);
    let mut one = ann(100_000);
    one.customer.as_mut().expect("a customer").virtual_ibans.push("DE89370400440532013000".to_owned());
    let mut paid = payment("t", 100_000, "Somebody", "");
    paid.payee_iban = Some("DE89370400440532013000".to_owned());
    automatic(&[one], &[paid], &["a"]);
}

#[test]
fn a_bare_number_among_other_things_is_not_a_strangers_invoice() {
    let open = [item("a", "70342", "C1", "Zweig Lighting", 8731)];
    for text in [
        "IBAN DE89 70342 0440 0532 0130 00",
        "EUR 70342 deposit",
        "70342 Euro",
        "$70342 for rent",
        "70342 Main Street",
        "Hauptstrasse 70342",
        "70342 Wien",
        "CH-70342 Assens",
        "Kd-Nr 70342",
        "card ending 70342",
        "VISA **** 70342",
        "XXXX70342",
        "flight LH70342",
        "ISBN 978-3-70342-1234-5",
        "Steuernummer 133/70342/5567",
        "Fax 70342",
        "3.70342 kg",
        "70342 kWh",
        "https://shop.example/p/70342",
        "orlan70342@example.org",
        "550e8400-e29b-70342-a716-446655440000",
        "EREF+20260312-70342-99",
        "PO Box 70342",
        "Angebot 70342",
        "Projekt 70342",
        "Filiale 70342",
        "Artikel 70342",
        "user id 70342",
        "seat 70342 row 5",
    ] {
        never_automatic(&open, payment("t", 8731, "Orlan Freight", text));
    }
    for text in ["70342", "Invoice 70342", "payment of 70342, thank you", "Rechnung Nr. 70342 Maerz"] {
        automatic(&open, &[payment("t", 8731, "Orlan Freight", text)], &["a"]);
    }
}

#[test]
fn next_to_nothing_of_an_item_is_for_a_person() {
    for minor in [1, 119] {
        never_automatic(&[ann(119_000)], payment("t", minor, "Ann Miller", "INV-2026-0101"));
    }
}

#[test]
fn a_number_is_not_known_a_year_before() {
    let later = Invoice { issued_on: Some(day(370)), due_on: Some(day(384)), ..ann(3000) };
    never_automatic(&[later], payment("t", 3000, "Ann Miller", "INV-2026-0101"));
}

#[test]
fn whose_item_is_short_nobody_says() {
    let items = [ann(5000), bob(7500), item("c", "INV-2026-0103", "C3", "Carl Winter", 2500)];
    let numbers = "INV-2026-0101 INV-2026-0102 INV-2026-0103";
    never_automatic(&items, payment("t", 14_000, "Paying Agency", numbers));
    automatic(&items, &[payment("t", 15_000, "Paying Agency", numbers)], &["a", "b", "c"]);
}

#[test]
fn words_of_a_text_that_stand_apart_are_no_name() {
    let open = [item("a", "INV-2026-0101", "C1", "Anna Gold", 50_000)];
    never_automatic(&open, payment("t", 50_000, "Orlan Freight", "Gold membership Anna"));
}

#[test]
fn the_month_or_day_of_a_text_tells_twins_apart() {
    let rent = |id: &str, number: &str, from: u32| Invoice {
        issued_on: Some(day(from)),
        due_on: Some(day(from + 14)),
        ..item(id, number, "C1", "Ann Miller", 50_000)
    };
    let items =
        [rent("a", "INV-2026-0101", 0), rent("b", "INV-2026-0102", 31), rent("c", "INV-2026-0103", 61)];
    for (text, id) in [
        ("Miete April 2026", "b"),
        ("rent 05/2026", "c"),
        ("Rechnung vom 01.04.2026", "b"),
        ("Miete", "a"),
        ("rent June", "a"),
    ] {
        let mut paid = payment("t", 50_000, "Ann Miller", text);
        paid.booked_on = day(65);
        let result = with(&items, &[paid]);
        let (found, targets) = found(&result).expect("a match");
        assert_eq!(targets, [id], "{text}");
        assert_eq!(found.evidence.iter().any(|row| row.code == "twins.told"), id != "a", "{text}");
    }
}

#[test]
fn one_of_a_group_pays_for_all_of_it() {
    let mut items = [ann(50_000), bob(70_000)];
    for item in &mut items {
        item.customer.as_mut().expect("a customer").group = Some("G".to_owned());
    }
    let result = with(&items, &[payment("t", 120_000, "Bob Stone", "")]);
    assert_eq!(found(&result).expect("a match").1, ["a", "b"]);
}

#[test]
fn two_payments_that_name_one_item_do_not_make_its_number_common() {
    let half =
        |id: &str, on: u32| Transaction { booked_on: day(on), ..payment(id, 5000, "", "INV-2026-0101") };
    automatic(&[ann(10_000), bob(7000)], &[half("t", 10), half("u", 12)], &["a"]);
}

#[test]
fn a_settlement_in_another_currency_than_its_items_is_not_taken_back() {
    let paid = Settlement {
        invoice: "a".to_owned(),
        amount: Amount::new(3000, currency("USD")),
        settled_on: day(4),
        transaction: Some("old".to_owned()),
        external_ids: Vec::new(),
    };
    let mut back = payment("t", -3000, "Ann Miller", "");
    back.amount = Amount::new(-3000, currency("USD"));
    back.reverses = Some("old".to_owned());
    let item = Invoice { state: InvoiceState::Closed, open: eur(0), ..ann(3000) };
    let result = answer(&[back], &[item], &[paid], &Options::default());
    assert!(found(&result).is_none());
}

#[test]
fn a_range_does_not_pay_what_somebody_else_owes_between() {
    let ann =
        |at: &str, minor| item(&format!("a{at}"), &format!("INV-2026-0{at}"), "C1", "Ann Miller", minor);
    let between = item("b", "INV-2026-0102", "C2", "Bob Stone", 4_500);
    let items = [ann("101", 3_000), between, ann("103", 7_250)];
    never_automatic(&items, payment("t", 14_750, "Ann Miller", "INV-2026-0101 - 0103"));
    let own = [ann("101", 3_000), ann("102", 4_500), ann("103", 7_250)];
    automatic(&own, &[payment("t", 14_750, "Ann Miller", "INV-2026-0101 - 0103")], &["a101", "a102", "a103"]);
}
