//! Rows that nobody would send, and rows that somebody will: no panic, no lost cent, no wait.

use chrono::NaiveDate;
use payymo::Code;
use payymo::matching::{LimitKind, Options, Target, UnmatchedReason, reconcile};
use payymo::model::{
    Customer, Fee, Invoice, InvoiceKind, InvoiceState, Original, Reference, ReferenceKind, Settlement, Tax,
    Terms, Transaction,
};
use payymo::money::{Amount, Currency};
use payymo_tests::rows::{currency, day, eur, item, payment};
use payymo_tests::sound::answer;
use proptest::prelude::*;
use rust_decimal::Decimal;

#[test]
fn the_least_amount_has_no_opposite_and_is_an_error() {
    let row = payment("t1", i64::MIN, "K1 Holding", "INV-1001");
    let mut entry = item("e1", "", "", 0);
    entry.kind = payymo::model::InvoiceKind::Entry;
    (entry.total, entry.open) = (eur(i64::MIN + 1), eur(i64::MIN + 1));
    let result = answer(&[row], &[entry], &[], &Options::default());
    assert!(result.matches.is_empty() && result.unmatched.is_empty());
    assert_eq!(result.errors[0].place().row.as_deref(), Some("t1"));
}

#[test]
fn the_largest_amounts_are_conserved() {
    let huge = [i64::MAX, i64::MAX - 1, i64::MAX / 2, i64::MAX / 2 + 1, 10];
    let invoices: Vec<Invoice> = huge
        .iter()
        .enumerate()
        .map(|(at, minor)| {
            let mut row = item(&format!("i{at}"), &format!("INV-100{at}"), "K1", *minor);
            row.tax = vec![Tax { rate: Decimal::TEN, amount: eur(i64::MAX) }; 3];
            row.terms = Some(Terms { discount_percent: Decimal::MAX, discount_days: u32::MAX });
            row
        })
        .collect();
    let payments: Vec<Transaction> = huge
        .iter()
        .enumerate()
        .map(|(at, minor)| {
            payment(&format!("t{at}"), *minor, "K1 Holding", &format!("INV-100{at}, INV-1001"))
        })
        .collect();
    answer(&payments, &invoices, &[], &Options::default());
}

#[test]
fn a_sum_beyond_64_bits_is_refused() {
    let mut row = payment("t1", i64::MAX, "K1 Holding", "INV-1001");
    row.fees = vec![Fee { amount: eur(1), kind: String::new() }];
    let result = answer(&[row], &[item("i1", "INV-1001", "K1", 10)], &[], &Options::default());
    assert_eq!(result.errors.first().map(payymo::Error::code), Some(Code::MoneyOverflow));
}

#[test]
fn fees_beyond_the_amount_are_no_receipt() {
    for amount in [500, 1000] {
        let mut row = payment("t1", amount, "K1 Holding", "thank you K1");
        row.counterparty.customer_id = Some("K1".to_owned());
        row.fees = vec![Fee { amount: eur(-1000), kind: "strange".to_owned() }];
        let result = answer(&[row], &[item("i1", "INV-1001", "K1", 10)], &[], &Options::default());
        assert_eq!(result.unmatched[0].reason, UnmatchedReason::MoneyOut);
    }
}

#[test]
fn the_smallest_original_does_not_overflow() {
    let mut row = payment("t1", 1000, "K1 Holding", "INV-1001");
    row.original = Some(Original { amount: Amount::new(i64::MIN, currency("USD")), rate: None });
    let mut open = item("i1", "INV-1001", "K1", 10);
    open.total = Amount::new(1000, currency("USD"));
    open.open = open.total;
    answer(&[row], &[open], &[], &Options::default());
}

#[test]
fn an_item_of_two_currencies_is_refused() {
    let mut total = item("i1", "INV-1001", "K1", 1000);
    total.total = Amount::new(1000, currency("USD"));
    let mut earlier = item("i2", "INV-1002", "K1", 1100);
    earlier.previous_totals = vec![Amount::new(1000, currency("USD"))];
    let mut tax = item("i3", "INV-1003", "K1", 1100);
    tax.tax = vec![Tax { rate: Decimal::TEN, amount: Amount::new(100, currency("USD")) }];
    let good = item("i4", "INV-1004", "K1", 700);
    let rows = [payment("t1", 1000, "K1 Holding", "INV-1001"), payment("t2", 700, "K1 Holding", "INV-1004")];
    let result = answer(&rows, &[total, earlier, tax, good], &[], &Options::default());
    let codes: Vec<Code> = result.errors.iter().map(payymo::Error::code).collect();
    assert_eq!(codes, [Code::MoneyCurrencyMismatch; 3]);
    let settled = |target: &Target| matches!(target, Target::Invoice(id) if id != "i4");
    let rows = || result.matches.iter().flat_map(|m| &m.allocations);
    assert!(!rows().any(|row| settled(&row.target)));
    assert!(rows().any(|row| row.target == Target::Invoice("i4".to_owned())));
}

#[test]
fn an_invoice_owed_less_than_nothing_is_refused() {
    let mut open = item("i1", "INV-1001", "K1", 1000);
    open.open = eur(-5);
    let result = answer(&[payment("t1", 1000, "K1 Holding", "INV-1001")], &[open], &[], &Options::default());
    assert_eq!(result.errors[0].code(), Code::InputBadField);
    assert!(result.open_invoices.is_empty());
}

#[test]
fn ids_that_are_empty_long_or_strange() {
    let long = "x".repeat(1_000_000);
    let ids = ["", &long, "\0", "\u{202e}rtl", " ", "\u{fdfa}", "🧾", "\u{301}", "-1", "null"];
    let invoices: Vec<Invoice> = ids
        .iter()
        .enumerate()
        .map(|(at, id)| {
            let mut row = item(id, &format!("INV-100{at}"), id, 1000 + at as i64);
            row.covers = vec![(*id).to_owned(), ids[(at + 1) % ids.len()].to_owned()];
            row.other_numbers = vec![(*id).to_owned()];
            row.references = vec![(*id).to_owned()];
            row
        })
        .collect();
    let payments: Vec<Transaction> = ids
        .iter()
        .enumerate()
        .map(|(at, id)| {
            let mut row =
                payment(id, 1000 + at as i64, id, &format!("INV-100{at} {}", &id[..id.len().min(9)]));
            row.counterparty.iban = Some((*id).to_owned());
            row.counterparty.email = Some((*id).to_owned());
            row.counterparty.customer_id = Some((*id).to_owned());
            row.payee_iban = Some((*id).to_owned());
            row.account = Some((*id).to_owned());
            row.references = vec![Reference { kind: ReferenceKind::EndToEnd, value: (*id).to_owned() }];
            row
        })
        .collect();
    let settlements: Vec<Settlement> = ids
        .iter()
        .map(|id| Settlement {
            invoice: (*id).to_owned(),
            amount: eur(i64::MIN),
            settled_on: NaiveDate::MIN,
            transaction: Some(String::new()),
            external_ids: vec![(*id).to_owned(); 3],
        })
        .collect();
    answer(&payments, &invoices, &settlements, &Options::default());
}

#[test]
fn dates_at_the_ends_of_time() {
    let ends = [NaiveDate::MIN, NaiveDate::MAX, day(0)];
    let mut invoices = Vec::new();
    let mut payments = Vec::new();
    for (at, issued) in ends.into_iter().enumerate() {
        for (to, due) in [Some(NaiveDate::MIN), Some(NaiveDate::MAX), None].into_iter().enumerate() {
            let mut row = item(&format!("i{at}{to}"), &format!("INV-10{at}{to}"), "K1", 1000);
            row.issued_on = Some(issued);
            row.due_on = due;
            row.terms = Some(Terms { discount_percent: Decimal::TWO, discount_days: i32::MAX as u32 });
            invoices.push(row);
            let mut row = payment(&format!("t{at}{to}"), 980, "K1 Holding", &format!("INV-10{at}{to}"));
            row.booked_on = issued;
            row.value_on = due;
            payments.push(row);
        }
    }
    let options = Options { discount_grace_days: u32::MAX, ..Options::default() };
    answer(&payments, &invoices, &[], &options);
}

#[test]
fn options_at_their_ends() {
    let invoices: Vec<Invoice> =
        (0..30).map(|n| item(&format!("i{n}"), &format!("INV-10{n:02}"), "K1", 1000 + n * 7)).collect();
    let payments: Vec<Transaction> = (0..30)
        .map(|n| payment(&format!("t{n:02}"), 900 + n * 17, "K1 Holding", &format!("INV-10{:02}", n / 2)))
        .collect();
    for top in [0, u32::MAX] {
        let options = Options {
            max_wrong_auto: if top == 0 { 0.0 } else { 0.5 },
            bank_fee_per_mille: top,
            bank_fee_cap: top,
            rounding_minor: top,
            discount_grace_days: top,
            max_group: top.min(64),
            alternatives: top.min(100),
            pooled_ibans: vec![String::new()],
            own_ibans: vec![String::new()],
            own_names: vec![String::new()],
            ..Options::default()
        };
        answer(&payments, &invoices, &[], &options);
    }
    for (field, options) in [
        ("max_wrong_auto", Options { max_wrong_auto: f64::NAN, ..Options::default() }),
        ("max_group", Options { max_group: 65, ..Options::default() }),
        ("threads", Options { threads: u32::MAX, ..Options::default() }),
    ] {
        let refused =
            reconcile(&payments, &invoices, &[], &options, &mut |_, _, _| true).expect_err("refused");
        assert_eq!((refused.code(), refused.place().field.as_deref()), (Code::InputOptions, Some(field)));
    }
}

#[test]
fn forty_currencies() {
    let all: Vec<Currency> = Currency::all().take(40).collect();
    let mut invoices = Vec::new();
    let mut payments = Vec::new();
    for (at, own) in all.iter().enumerate() {
        let other = all[(at + 1) % all.len()];
        let mut row = item(&format!("i{at}"), &format!("INV-10{at:02}"), &format!("K{}", at % 7), 1);
        row.total = Amount::new(1000 + at as i64, *own);
        row.open = row.total;
        invoices.push(row);
        for (kind, amount) in [("same", *own), ("other", other)] {
            let mut row = payment(
                &format!("{kind}{at}"),
                1,
                &format!("K{} Holding", at % 7),
                &format!("INV-10{at:02}"),
            );
            row.amount = Amount::new(1000 + at as i64, amount);
            row.original = (at % 2 == 0)
                .then(|| Original { amount: Amount::new(1000 + at as i64, *own), rate: Some(Decimal::MAX) });
            payments.push(row);
        }
    }
    answer(&payments, &invoices, &[], &Options::default());
}

#[test]
fn converted_money_of_a_group_is_shared_to_the_cent() {
    let usd = currency("USD");
    let invoices: Vec<Invoice> = (0..7)
        .map(|n| {
            let mut row = item(&format!("i{n}"), &format!("INV-100{n}"), "K1", 1);
            row.total = Amount::new(3333 + n, usd);
            row.open = row.total;
            row
        })
        .collect();
    let sum: i64 = invoices.iter().map(|row| row.open.minor()).sum();
    let text: Vec<String> = (0..7).map(|n| format!("INV-100{n}")).collect();
    let mut row = payment("t1", sum * 91 / 100, "K1 Holding", &text.join(", "));
    row.original = Some(Original { amount: Amount::new(sum, usd), rate: None });
    let result = answer(&[row], &invoices, &[], &Options::default());
    assert_eq!(result.matches[0].allocations.len(), 7);
    assert_eq!(result.matches[0].differences, [], "rounding of the shares is no overpayment");
}

#[test]
fn equal_amounts_of_two_currencies_are_no_twins() {
    let pounds = item("i1", "INV-1001", "K1", 999);
    let mut dollars = item("i2", "INV-1002", "K1", 999);
    dollars.total = Amount::new(999, currency("USD"));
    dollars.open = dollars.total;
    for minor in [801, 999] {
        let mut row = payment("t1", minor, "K1 Holding", "hosting");
        row.original = Some(Original { amount: Amount::new(999, currency("USD")), rate: None });
        answer(&[row], &[pounds.clone(), dollars.clone()], &[], &Options::default());
    }
}

#[test]
fn equal_ids_with_other_content_are_refused() {
    let payments =
        [payment("t1", 1000, "K1 Holding", "INV-1001"), payment("t1", 1001, "K1 Holding", "INV-1001")];
    let invoices = [item("i1", "INV-1001", "K1", 1000), item("i1", "INV-1001", "K2", 1000)];
    let result = answer(&payments, &invoices, &[], &Options::default());
    assert!(result.matches.is_empty());
    assert_eq!(result.errors.len(), 2);
    assert!(result.errors.iter().all(|error| error.code() == Code::InputDuplicateId));
}

/// Amounts around what is special: nothing, one, equal, the ends.
fn minor() -> impl Strategy<Value = i64> {
    prop_oneof![
        8 => prop_oneof![Just(1000_i64), Just(1190), Just(2000), Just(500), Just(3000)],
        3 => 1_i64..3000,
        1 => prop_oneof![Just(0), Just(-1000), Just(i64::MAX), Just(i64::MIN), Just(i64::MIN + 1)],
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (0_u32..12, 0_u32..12).prop_map(|(a, b)| format!("INV-10{a:02} 10{b:02}")),
        2 => Just("K1 Holding 2026-03-01".to_owned()),
        2 => ".{0,40}",
        1 => Just(String::new()),
    ]
}

fn code() -> impl Strategy<Value = Currency> {
    prop_oneof![6 => Just("EUR"), 1 => Just("USD"), 1 => Just("JPY"), 1 => Just("KWD")].prop_map(currency)
}

fn payments() -> impl Strategy<Value = Vec<Transaction>> {
    let one = (
        0_u32..25,
        minor(),
        code(),
        text(),
        0_u32..5,
        0_u32..60,
        proptest::option::of((minor(), code())),
        minor(),
    );
    proptest::collection::vec(one, 0..20).prop_map(|rows| {
        rows.into_iter()
            .map(|(id, amount, currency, text, who, on, original, fee)| {
                let mut row = Transaction::new(format!("t{id}"), day(on), Amount::new(amount, currency));
                row.counterparty.name = (who < 4).then(|| format!("K{who} Holding"));
                row.counterparty.customer_id = (who == 1).then(|| "K1".to_owned());
                row.remittance = text;
                row.original = original
                    .filter(|_| on % 2 == 0)
                    .map(|(minor, currency)| Original { amount: Amount::new(minor, currency), rate: None });
                if on % 5 == 0 {
                    row.fees = vec![Fee { amount: Amount::new(fee, currency), kind: "fee".to_owned() }];
                }
                row
            })
            .collect()
    })
}

fn items() -> impl Strategy<Value = Vec<Invoice>> {
    let one = (0_u32..25, minor(), proptest::option::of(minor()), code(), 0_u32..12, 0_u32..5, 0_u32..60);
    proptest::collection::vec(one, 0..20).prop_map(|rows| {
        rows.into_iter()
            .map(|(id, total, open, currency, number, who, on)| {
                let mut row = Invoice::new(format!("i{id}"), Amount::new(total, currency));
                row.open = Amount::new(open.unwrap_or(total), currency);
                row.number = (number < 11).then(|| format!("INV-10{number:02}"));
                row.customer = (who < 4).then(|| Customer {
                    id: (who < 3).then(|| format!("K{who}")),
                    name: Some(format!("K{who} Holding")),
                    group: (who < 2).then(|| "G".to_owned()),
                    ..Customer::default()
                });
                row.issued_on = (on > 5).then(|| day(on));
                row.state = match on % 9 {
                    0 => InvoiceState::Closed,
                    1 => InvoiceState::OnHold,
                    2 => InvoiceState::Void,
                    _ => InvoiceState::Open,
                };
                row.kind = match id {
                    0 => InvoiceKind::CreditNote,
                    1 => InvoiceKind::Bill,
                    2 => InvoiceKind::Entry,
                    _ => InvoiceKind::Invoice,
                };
                row.tax = vec![Tax { rate: Decimal::ONE, amount: Amount::new(total / 7, currency) }];
                row.previous_totals = vec![Amount::new(total / 2, currency)];
                row.terms =
                    (on % 4 == 0).then(|| Terms { discount_percent: Decimal::from(on), discount_days: on });
                row.covers = vec![format!("i{}", id + 1), format!("i{id}")];
                row
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: std::env::var("HOSTILE_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(300), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_rows_are_answered_and_conserved(payments in payments(), items in items()) {
        answer(&payments, &items, &[], &Options::default());
    }

    #[test]
    fn any_text_is_some_money_or_none(text in ".{0,60}") {
        use payymo::money::{DecimalMark, parse_localized};
        for mark in [None, Some(DecimalMark::Comma), Some(DecimalMark::Point)] {
            if let Ok(read) = parse_localized(&text, mark) {
                let _ = (read.to_decimal(), read.amount(currency("KWD")), read.amount(currency("JPY")));
            }
        }
    }
}

/// What is not read to its end is said so.
#[test]
fn a_text_of_too_many_numbers_says_so() {
    let numbers: Vec<String> = (1000..3000).map(|n| format!("nr {n}")).collect();
    let long = payment("t1", 1234, "K1 Holding", &numbers.join(", "));
    let short = payment("t2", 4321, "K1 Holding", "INV-0001");
    let invoices = [item("i1", "INV-0001", "K1", 4321), item("i2", "INV-0002", "K1", 1234)];
    let result = reconcile(&[long, short], &invoices, &[], &Options::default(), &mut |_, _, _| true)
        .expect("an answer");
    let said: Vec<(LimitKind, &str)> =
        result.limits.iter().map(|limit| (limit.code, limit.transaction.as_str())).collect();
    assert_eq!(said, [(LimitKind::Text, "t1"), (LimitKind::Misreadings, "t1")]);
}
