//! Transactions as PayPal documents them.

use super::*;
use crate::format::testing::read_as;
use crate::format::{Format, ReadOptions, Report};
use crate::model::{ReferenceKind, ReturnStage, Status, Transaction, TransactionKind};
use proptest::prelude::*;

fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    read_as(Format::Paypal, bytes, options)
}

fn reads(text: &str) -> Report {
    read(text.as_bytes(), &ReadOptions::default()).unwrap()
}

/// One transaction with more members of its `transaction_info`.
fn row(id: &str, code: &str, amount: &str, more: &str) -> String {
    format!(
        r#"{{"transaction_info": {{"transaction_id": "{id}", "transaction_event_code": "{code}", "transaction_initiation_date": "2026-03-04T22:30:00+0000", "transaction_updated_date": "2026-03-06T22:30:00+0000", "transaction_amount": {{"currency_code": "USD", "value": "{amount}"}}, "transaction_status": "S"{more}}}}}"#
    )
}

fn page(rows: &[String]) -> String {
    format!(
        r#"{{"transaction_details": [{}], "account_number": "F4NNLDA2PZ8DQ", "start_date": "2026-03-01T00:00:00+0000", "last_refreshed_datetime": "2026-03-31T00:00:00+0000", "page": 1, "total_items": 1, "total_pages": 1, "links": [{{"href": "x", "rel": "self"}}]}}"#,
        rows.join(",\n")
    )
}

fn only(row: &str) -> Transaction {
    let report = reads(&page(&[row.to_owned()]));
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    report.transactions.into_iter().next().unwrap()
}

fn values(row: &Transaction, kind: ReferenceKind) -> Vec<&str> {
    row.references.iter().filter(|one| one.kind == kind).map(|one| one.value.as_str()).collect()
}

const PAYMENT: &str = r#"{"transaction_info": {"paypal_account_id": "6STWC2LSUYYYE", "transaction_id": "5TY05013RG002845M", "transaction_event_code": "T0006",
  "transaction_initiation_date": "2026-03-04T22:30:00+0000", "transaction_updated_date": "2026-03-04T22:30:00+0000",
  "transaction_amount": {"currency_code": "USD", "value": "465.00"}, "fee_amount": {"currency_code": "USD", "value": "-13.79"}, "insurance_amount": {"currency_code": "USD", "value": "15.00"},
  "transaction_status": "S", "transaction_subject": "Hosting", "transaction_note": "thanks", "invoice_id": "INV-1042", "custom_field": "client 7", "protection_eligibility": "01",
  "instrument_type": "CREDIT_CARD", "ending_balance": {"currency_code": "USD", "value": "1451.21"}},
  "payer_info": {"account_id": "6STWC2LSUYYYE", "email_address": "ann@example.com", "payer_name": {"given_name": "Ann", "surname": "Lee"}, "country_code": "US"},
  "shipping_info": {"name": "Bob, Lee", "address": {"city": "Corona"}},
  "cart_info": {"item_details": [{"item_code": "1", "item_name": "Plan L", "invoice_number": "INV-1042"}], "paypal_invoice_id": "INV2-AAAA"}, "incentive_info": {}}"#;

#[test]
fn a_payment_moves_its_gross_and_its_fee() {
    let report = reads(&page(&[PAYMENT.to_owned()]));
    assert!(report.errors.is_empty() && report.warnings.is_empty(), "{:?}", report.warnings);
    let row = &report.transactions[0];
    assert_eq!((row.id.as_str(), row.account.as_deref()), ("paypal:5TY05013RG002845M", Some("paypal")));
    assert_eq!(
        (row.amount.to_string(), row.gross().unwrap().to_string()),
        ("451.21 USD".into(), "465.00 USD".into())
    );
    assert_eq!((row.fees[0].kind.as_str(), row.fees[0].amount.minor()), ("paypal_fee", 1379));
    assert_eq!((row.booked_on.to_string().as_str(), row.kind), ("2026-03-04", TransactionKind::Card));
    let party = &row.counterparty;
    assert_eq!((party.name.as_deref(), party.ultimate_name.as_deref()), (Some("Ann Lee"), Some("Bob Lee")));
    assert_eq!(
        (party.email.as_deref(), party.customer_id.as_deref()),
        (Some("ann@example.com"), Some("6STWC2LSUYYYE"))
    );
    assert_eq!(values(row, ReferenceKind::Payment), ["5TY05013RG002845M"]);
    assert_eq!(values(row, ReferenceKind::Invoice), ["INV-1042", "INV2-AAAA"]);
    assert_eq!(row.remittance, "Hosting thanks Plan L client 7");
    assert_eq!(row.metadata["custom_field"], "client 7");
    assert_eq!(row.bank_code.as_ref().unwrap().proprietary.as_deref(), Some("T0006"));
    assert_eq!(report.balances[0].amount.minor(), 145_121);
    assert_eq!(report.accounts[0].name.as_deref(), Some("F4NNLDA2PZ8DQ"));
}

#[test]
fn every_envelope() {
    for text in [
        page(&[PAYMENT.to_owned()]),
        format!("[{PAYMENT}]"),
        PAYMENT.to_owned(),
        format!("[{}, {}]", page(&[PAYMENT.to_owned()]), page(&[])),
    ] {
        let report = reads(&text);
        assert_eq!((report.transactions.len(), report.errors.len(), report.records), (1, 0, 1), "{text}");
    }
    assert!(reads(&page(&[])).says_empty);
    let more = reads(&page(&[PAYMENT.to_owned()]).replace("\"total_pages\": 1", "\"total_pages\": 3"));
    assert_eq!(more.warnings[0].code(), Code::PaypalIncomplete);
    let mut options = ReadOptions::default();
    options.account = Some("A".to_owned());
    options.utc_offset_minutes = 120;
    let row = read(page(&[PAYMENT.to_owned()]).as_bytes(), &options).unwrap().transactions.remove(0);
    assert_eq!((row.id.as_str(), row.booked_on.to_string().as_str()), ("A:5TY05013RG002845M", "2026-03-05"));
}

#[test]
fn a_conversion_is_two_movements() {
    let report = reads(&page(&[
        row("C1", "T0200", "-100.00", r#", "paypal_reference_id": "P1", "paypal_reference_id_type": "TXN""#),
        row("C2", "T0200", "92.10", r#", "paypal_reference_id": "P1", "paypal_reference_id_type": "TXN""#)
            .replace("USD", "EUR"),
    ]));
    let rows: Vec<_> = report.transactions.iter().map(|row| (row.amount.to_string(), row.kind)).collect();
    assert_eq!(
        rows,
        [
            ("-100.00 USD".to_owned(), TransactionKind::Internal),
            ("92.10 EUR".to_owned(), TransactionKind::Internal)
        ]
    );
    assert_eq!(values(&report.transactions[0], ReferenceKind::Payment), ["C1", "P1"]);
    assert!(report.transactions.iter().all(|row| row.returned.is_none()));
}

#[test]
fn holds_refunds_disputes_withdrawals() {
    let hold = only(&row("H1", "T2107", "-50.00", ""));
    assert_eq!(
        (hold.kind, hold.amount.minor(), hold.metadata["type"].as_str()),
        (TransactionKind::Internal, -5000, "hold")
    );
    assert_eq!(only(&row("H2", "T2103", "-50.00", "")).metadata["type"], "reserve");
    let of_payment = r#", "paypal_reference_id": "P1", "paypal_reference_id_type": "TXN", "fee_amount": {"currency_code": "USD", "value": "0.59"}"#;
    let refund = only(&row("R1", "T1107", "-20.00", of_payment));
    assert_eq!(
        (refund.amount.minor(), refund.gross().unwrap().minor(), refund.kind),
        (-1941, -2000, TransactionKind::Refund)
    );
    let returned = refund.returned.as_ref().unwrap();
    assert_eq!(
        (returned.stage, returned.originals.as_slice()),
        (ReturnStage::Refund, &["P1".to_owned()][..])
    );
    let lost = only(&row("D1", "T1201", "-20.00", of_payment));
    let won = only(&row("D2", "T1202", "20.00", ""));
    assert_eq!(
        (lost.kind, lost.returned.unwrap().stage),
        (TransactionKind::Dispute, ReturnStage::Chargeback)
    );
    assert_eq!(won.returned.unwrap().stage, ReturnStage::Won);
    let out = only(&row("W1", "T0400", "-300.00", r#", "bank_reference_id": "9912""#));
    assert_eq!((out.kind, values(&out, ReferenceKind::Payout)), (TransactionKind::Payout, vec!["W1"]));
    assert_eq!(values(&out, ReferenceKind::Bank), ["9912"]);
    let subscribed = only(&row(
        "S1",
        "T0002",
        "9.00",
        r#", "paypal_reference_id": "I-1", "paypal_reference_id_type": "SUB""#,
    ));
    assert_eq!(values(&subscribed, ReferenceKind::Mandate), ["I-1"]);
}

#[test]
fn what_moved_nothing_and_what_is_pending() {
    let status = |status: &str| row("P1", "T0006", "1.00", "").replace("\"S\"", &format!("\"{status}\""));
    assert_eq!(only(&status("P")).status, Status::Pending);
    let report = reads(&page(&[
        status("D"),
        row("A1", "T1300", "5.00", ""),
        status("V"),
        row("X", "T9800", "1.00", ""),
    ]));
    assert_eq!((report.transactions.len(), report.records, report.errors.len()), (1, 4, 0));
    assert_eq!(report.transactions[0].status, Status::Booked);
    let said: Vec<_> = report
        .warnings
        .iter()
        .map(|warning| (warning.code(), warning.message().chars().next().unwrap()))
        .collect();
    assert_eq!(
        said,
        [(Code::PaypalNotBooked, '2'), (Code::PaypalNotBooked, '1'), (Code::PaypalReversed, '1')]
    );
}

#[test]
fn balances() {
    let report = reads(
        r#"{"balances": [{"currency": "USD", "primary": true, "total_balance": {"currency_code": "USD", "value": "47.00"}, "available_balance": {"currency_code": "USD", "value": "40"}, "withheld_balance": {"currency_code": "USD", "value": "7.00"}}, {"currency": "JPY", "total_balance": {"currency_code": "JPY", "value": "300"}}, {}], "account_id": "MV4LVBRQ", "as_of_time": "2026-03-04T23:59:59Z", "last_refresh_time": "2026-03-05T00:00:00Z"}"#,
    );
    let balances: Vec<_> =
        report.balances.iter().map(|one| (one.amount.to_string(), one.on.unwrap().to_string())).collect();
    assert_eq!(
        balances,
        [("47.00 USD".into(), "2026-03-04".into()), ("300 JPY".to_owned(), "2026-03-04".to_owned())]
    );
    assert_eq!(
        (report.errors.len(), report.errors[0].place().field.as_deref()),
        (1, Some("/balances/2/total_balance"))
    );
    let code = |text: &str| read(text.as_bytes(), &ReadOptions::default()).unwrap_err().code();
    assert_eq!(
        code(r#"{"name": "INVALID_REQUEST", "message": "x", "debug_id": "b1", "details": []}"#),
        Code::FormatUnsupported
    );
    assert_eq!(code("{}"), Code::FormatUnknown);
}

#[test]
fn a_bad_row_costs_itself() {
    let good = row("G", "T0006", "1.00", "");
    let report = reads(&page(&[
        good.replace("\"1.00\"", "\"1,00\""),
        good.replace("T0006", "T6"),
        good.replace("\"S\"", "\"Q\""),
        good.replace("2026-03-04", "2026-02-30"),
        row("F", "T0006", "1.00", r#", "fee_amount": {"currency_code": "EUR", "value": "-0.10"}"#),
        "{}".to_owned(),
        "7".to_owned(),
        good.clone(),
    ]));
    let fields: Vec<_> = report.errors.iter().map(|error| error.place().field.clone().unwrap()).collect();
    let info = |at: u32, field: &str| format!("/transaction_details/{at}/transaction_info{field}");
    assert_eq!(
        fields,
        [
            info(0, "/transaction_amount"),
            info(1, "/transaction_event_code"),
            info(2, "/transaction_status"),
            info(3, "/transaction_initiation_date"),
            info(4, "/fee_amount"),
            info(5, ""),
            "/transaction_details/6".to_owned(),
        ]
    );
    assert_eq!((report.transactions.len(), report.records), (1, 8));
    assert_eq!(report.errors[0].place().row.as_deref(), Some("G"));
    let cut = reads(&format!(r#"{{"transaction_details": [{good}, {{"transaction_info": {{"#));
    assert_eq!((cut.transactions.len(), cut.errors[0].code()), (1, Code::FormatTruncated));
    let deep = format!(r#"{{"x": {}{}}}"#, "[".repeat(10_000), "]".repeat(10_000));
    let report = reads(&page(&[deep, good]));
    assert_eq!((report.transactions.len(), report.errors[0].code()), (1, Code::FormatTooLarge));
}

#[test]
fn ids_stand_for_one_content() {
    let one = row("P1", "T0006", "1.00", "");
    let ids =
        |rows: &[String]| reads(&page(rows)).transactions.into_iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(ids(&[one.clone(), one.clone()]), ["paypal:P1", "paypal:P1"]);
    let apart = ids(&[one.clone(), one.replace("\"1.00\"", "\"2.00\"")]);
    assert!(apart[0] == "paypal:P1" && apart[1].starts_with("c_"), "{apart:?}");
    assert_eq!(ids(&[one.replace("\"S\"", "\"P\"")]), ["pending:paypal:P1"]);
}

proptest! {
    #[test]
    fn no_bytes_panic(at in 0_usize..2400, with in proptest::collection::vec(any::<u8>(), 0..4), cut in 0_usize..2400) {
        let mut bytes = page(&[PAYMENT.to_owned(), row("C1", "T0200", "-100.00", "")]).into_bytes();
        let at = at.min(bytes.len());
        bytes.splice(at..(at + 1).min(bytes.len()), with);
        let _ = read(&bytes, &ReadOptions::default());
        let _ = read(&bytes[..cut.min(bytes.len())], &ReadOptions::default());
    }
}
