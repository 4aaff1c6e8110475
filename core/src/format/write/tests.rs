//! What is written reads back as the same.

use super::*;
use crate::error::{Code, Error};
use crate::format::canonical::columns;
use crate::format::{Format, ReadOptions, Statement, detect, read};
use crate::model::{
    BankCode, Batch, Customer, Fee, Invoice, Original, Reference, ReferenceKind, RemittanceLine, ReturnStage,
    Returned, Settlement, Status, Tax, Transaction, TransactionKind,
};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use proptest::prelude::*;

const ACCOUNT: &str = "DE89370400440532013000";

fn day(days: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 1, 1).unwrap() + chrono::Days::new(days)
}

/// Whatever a payer may write.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["[-=+@'\"{\\[,;a-z0-9 \r\n\té€]{0,12}", "\\PC{0,12}"]
}

/// Words on one line.
fn words() -> impl Strategy<Value = String> {
    proptest::collection::vec("[A-Za-z0-9&<>\"'./:éß-]{1,30}", 0..14).prop_map(|words| words.join(" "))
}

fn maybe<T: Clone + core::fmt::Debug + 'static>(
    value: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Option<T>> {
    proptest::option::of(value)
}

fn any_transaction() -> impl Strategy<Value = Transaction> {
    let head = (any_text(), maybe(any_text()), 0_u64..4000, maybe(0_u64..4000), any::<bool>(), any::<i32>());
    let texts = (any_text(), maybe(any_text()), maybe(any_text()), any_text(), any_text());
    (head, texts, maybe(1_i64..9999), maybe(any_text())).prop_map(|(head, texts, number, owned)| {
        let (id, account, booked, value, pending, minor) = head;
        let (remittance, name, iban, reference, key) = texts;
        let mut row = Transaction::new(id, day(booked), Amount::new(minor.into(), Currency::EUR));
        row.account = account;
        row.value_on = value.map(day);
        row.status = if pending { Status::Pending } else { Status::Booked };
        row.remittance = remittance;
        row.counterparty.name = name;
        row.counterparty.iban = iban;
        row.references = vec![Reference { kind: ReferenceKind::EndToEnd, value: reference.clone() }];
        row.payee_iban.clone_from(&owned);
        row.reverses.clone_from(&owned);
        row.metadata.insert(key, reference.clone());
        if let Some(number) = number {
            let amount = Amount::new(number, Currency::EUR);
            row.fees = vec![Fee { amount, kind: reference.clone() }];
            row.original =
                Some(Original { amount: Amount::new(number, Currency::parse("USD").unwrap()), rate: None });
            row.remittance_lines =
                vec![RemittanceLine { reference, amount: Some(amount), text: owned.clone() }];
            row.batch = Some(Batch { id: owned.clone(), count: u64::try_from(number).ok() });
            row.returned =
                Some(Returned { stage: ReturnStage::Return, reason: owned.clone(), originals: Vec::new() });
            row.bank_code = Some(BankCode { proprietary: owned, ..BankCode::default() });
            row.kind = TransactionKind::Refund;
        }
        row
    })
}

/// Rows of one account as a bank's file holds them.
fn bank_row() -> impl Strategy<Value = Transaction> {
    let head = ("[A-Z0-9]{5,15}7", 0_u64..4000, maybe(0_u64..4000), any::<bool>(), -9_999_999_i64..9_999_999);
    let party = (maybe("[A-Z][a-zé& ]{1,30}[a-z]"), any::<bool>(), maybe("[A-Z]{6}[A-Z0-9]{2}"));
    (head, party, words(), maybe("[A-Z0-9-]{0,34}7"), maybe("RF[0-9]{2}[A-Z0-9]{4,21}")).prop_map(
        |((reference, booked, value, pending, minor), (name, with_iban, bic), text, end_to_end, creditor)| {
            let mut row = Transaction::new("", day(booked), Amount::new(minor, Currency::EUR));
            row.account = Some(ACCOUNT.to_owned());
            row.status = if pending { Status::Pending } else { Status::Booked };
            row.id = format!("{}{ACCOUNT}:{reference}", if pending { "pending:" } else { "" });
            row.value_on = value.map(day);
            row.counterparty.iban =
                (with_iban && name.is_some()).then(|| "GB33BUKB20201555555555".to_owned());
            row.counterparty.bic = bic;
            row.counterparty.name = name;
            row.remittance = text;
            let add = |row: &mut Transaction, kind, value: Option<String>| {
                row.references.extend(value.map(|value| Reference { kind, value }));
            };
            add(&mut row, ReferenceKind::EndToEnd, end_to_end);
            add(&mut row, ReferenceKind::Creditor, creditor);
            add(&mut row, ReferenceKind::Bank, Some(reference));
            row.source = "camt053".into();
            row
        },
    )
}

fn back(text: &str) -> crate::format::Report {
    let report =
        read(text.as_bytes(), &ReadOptions::default()).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert!(report.errors.is_empty(), "{:?}\n{text}", report.errors);
    report
}

#[test]
fn a_table_of_open_items_and_of_settlements() {
    let mut item = Invoice::new("=1", Amount::new(500, Currency::EUR));
    item.customer = Some(Customer { name: Some("A, \"B\"\nC".to_owned()), ..Customer::default() });
    item.tax = vec![Tax { rate: 19.into(), amount: Amount::new(80, Currency::EUR) }];
    item.description = Some("-".to_owned());
    let items = vec![item.clone(), Invoice::new("'2", Amount::new(-700, Currency::EUR))];
    let text = write_csv(&items).unwrap();
    assert!(back(&text).invoices == items, "{text}");
    let settlement = Settlement {
        invoice: "@x".to_owned(),
        amount: Amount::new(-5, Currency::EUR),
        settled_on: day(1),
        transaction: Some("+".to_owned()),
        external_ids: vec!["a".to_owned()],
    };
    let text = write_csv([&settlement]).unwrap();
    assert!(back(&text).settlements == [settlement], "{text}");
    assert_eq!(detect(text.as_bytes()).unwrap().format, Format::Canonical);
    let zeros = Invoice::new("a\0b\"c", Amount::new(1, Currency::EUR));
    let text = write_csv([&zeros]).unwrap();
    assert!(!text.contains('\0') && back(&text).invoices == [zeros], "{text}");
    let none: [Invoice; 0] = [];
    let header = write_csv(&none).unwrap();
    assert_eq!(read(header.as_bytes(), &ReadOptions::default()).unwrap_err().code(), Code::FormatNoRows);
}

#[test]
fn a_broken_record_of_a_table_costs_itself() {
    let rows = [Settlement {
        invoice: "1".to_owned(),
        amount: Amount::new(5, Currency::EUR),
        settled_on: day(1),
        transaction: None,
        external_ids: Vec::new(),
    }];
    let text = write_csv(&rows).unwrap();
    let (header, row) = text.split_once("\r\n").unwrap();
    let broken = format!("{header}\n\"1\"x,5\n1,5\n{row}1,5.005,EUR,2020-01-01,,\n\"open,1\n{row}");
    let report = read(broken.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!((report.settlements.len(), report.errors.len(), report.records, report.refused), (2, 4, 6, 4));
    assert_eq!(report.errors[0].place().line, Some(2));
}

#[test]
fn a_text_does_not_become_a_field_of_a_message() {
    let mut row = Transaction::new("t1", day(0), Amount::new(100, Currency::EUR));
    row.account = Some(format!("{ACCOUNT}\r\n:61:200101C1,NMSCNONREF"));
    let mut statement = Statement::default();
    statement.opening = Some(Amount::zero(Currency::EUR));
    for text in [":61:200101C1,NMSCNONREF", "-", "-}", ":62F:C200101EUR1,"] {
        for before in 50..70 {
            row.remittance = format!("{}{text}{text}", "x".repeat(before));
            let written = write_mt940(std::slice::from_ref(&row), &statement).unwrap();
            let report = back(&written.text);
            assert_eq!((report.transactions.len(), report.statements.len()), (1, 1), "{}", written.text);
        }
    }
}

#[test]
fn what_a_statement_does_not_hold_is_said() {
    let row = |text: &str| {
        let mut row = Transaction::new("t1", day(0), Amount::new(100, Currency::EUR));
        row.account = Some(ACCOUNT.to_owned());
        row.remittance = text.to_owned();
        row
    };
    let written = write_camt053(&[row("a"), row("two\u{1}words")], &Statement::default()).unwrap();
    let said: Vec<&str> = written.left_out.iter().map(Error::message).collect();
    assert_eq!(said, ["camt.053 does not hold: id", "camt.053 does not hold: id, remittance"]);
    let mut other = row("a");
    other.account = Some("else".to_owned());
    assert_eq!(
        write_camt053(&[row("a"), other], &Statement::default()).unwrap_err().code(),
        Code::FormatWrite
    );
    assert_eq!(write_camt053(&[], &Statement::default()).unwrap_err().code(), Code::FormatWrite);
}

proptest! {
    #[test]
    fn tables_hold_everything(rows in proptest::collection::vec(any_transaction(), 1..4)) {
        let text = write_csv(&rows).unwrap();
        let mut at = 0;
        while let Some(Ok((cells, used))) = columns::record(&text[at..], true).filter(|_| at < text.len()) {
            let formula = |cell: &str| cell.starts_with(['=', '+', '@', '\t', '\r']) || cell.starts_with('-') && cell.parse::<f64>().is_err();
            prop_assert!(!cells.iter().any(|cell| formula(cell)), "{}", text);
            at += used;
        }
        prop_assert_eq!(at, text.len());
        let report = read(text.as_bytes(), &ReadOptions { format: Some(Format::Canonical), ..ReadOptions::default() });
        // A row that the contract does not know, such as one without an id, is refused as in JSON.
        let by_json: Vec<_> = rows
            .iter()
            .filter_map(|row| Transaction::from_json(&serde_json::to_string(row).unwrap(), &Default::default()).ok())
            .collect();
        let found = report.map(|report| report.transactions).unwrap_or_default();
        prop_assert!(found == by_json, "{}", text);
    }

    #[test]
    fn messages_hold_what_banks_tell(mut rows in proptest::collection::vec(bank_row(), 1..5), opening in -1_000_000_i64..1_000_000) {
        let mut ids = std::collections::BTreeSet::new();
        prop_assume!(rows.iter().all(|row| ids.insert(row.id.clone())));
        for row in &mut rows {
            // An MT940 has a value date and a type, and six lines of text. Entry dates are near their value dates.
            row.value_on = Some(row.booked_on);
            row.kind = TransactionKind::Transfer;
            row.bank_code = Some(BankCode { proprietary: Some("NTRF".to_owned()), ..BankCode::default() });
            row.source = "mt940".into();
            row.remittance.truncate(row.remittance.char_indices().nth(120).map_or(row.remittance.len(), |(at, _)| at));
            row.remittance.truncate(row.remittance.trim_end().len());
        }
        let mut statement = Statement::default();
        statement.opening = Some(Amount::new(opening, Currency::EUR));
        let written = write_mt940(&rows, &statement).unwrap();
        let told = written.left_out.iter().map(|told| told.message().to_owned()).collect::<Vec<_>>();
        let report = back(&written.text);
        // What is not said to be left out is there.
        prop_assert_eq!(report.transactions.len(), rows.len());
        prop_assert_eq!(report.statements[0].proof, crate::format::Proof::Holds);
        let plain = |row: &Transaction| {
            let texts = [Some(&row.remittance), row.counterparty.name.as_ref()];
            texts.into_iter().flatten().all(|text| {
                !text.contains("  ") && text.chars().all(|letter| letter.is_alphanumeric() || letter == ' ')
            })
        };
        if rows.iter().all(plain) {
            prop_assert!(told.is_empty(), "{:?}\n{}", told, written.text);
            prop_assert!(report.transactions == rows, "{}", written.text);
        }
    }

    #[test]
    fn statements_hold_what_banks_tell(rows in proptest::collection::vec(bank_row(), 1..5), opening in -1_000_000_i64..1_000_000) {
        let mut ids = std::collections::BTreeSet::new();
        prop_assume!(rows.iter().all(|row| ids.insert(row.id.clone())));
        let booked: i64 = rows.iter().filter(|row| row.status == Status::Booked).map(|row| row.amount.minor()).sum();
        let mut statement = Statement::default();
        statement.opening = Some(Amount::new(opening, Currency::EUR));
        statement.closing = Some(Amount::new(opening + booked, Currency::EUR));
        let written = write_camt053(&rows, &statement).unwrap();
        prop_assert!(written.left_out.is_empty(), "{:?}\n{}", written.left_out, written.text);
        let report = back(&written.text);
        prop_assert!(report.transactions == rows, "{}", written.text);
        prop_assert!(report.warnings.is_empty(), "{:?}", report.warnings);
        prop_assert_eq!(report.statements[0].proof, crate::format::Proof::Holds);
    }
}
