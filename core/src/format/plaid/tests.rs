//! Transactions as Plaid documents them.

use super::*;
use crate::format::testing::read_as;
use crate::format::{Format, ReadOptions, Report};
use crate::model::{ReferenceKind, Status, Transaction, TransactionKind};
use proptest::prelude::*;

fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    read_as(Format::Plaid, bytes, options)
}

fn reads(text: &str) -> Report {
    read(text.as_bytes(), &ReadOptions::default()).unwrap()
}

/// One transaction with more members.
fn row(id: &str, amount: &str, more: &str) -> String {
    format!(
        r#"{{"account_id": "A1", "transaction_id": "{id}", "amount": {amount}, "iso_currency_code": "USD", "unofficial_currency_code": null, "date": "2026-03-04", "name": "ACME 17"{more}}}"#
    )
}

fn only(row: &str) -> Transaction {
    let report = reads(&format!("[{row}]"));
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    report.transactions.into_iter().next().unwrap()
}

fn values(row: &Transaction, kind: ReferenceKind) -> Vec<&str> {
    row.references.iter().filter(|one| one.kind == kind).map(|one| one.value.as_str()).collect()
}

fn sync(added: &[String], modified: &[String], removed: &[&str], more: bool) -> String {
    let removed: Vec<_> =
        removed.iter().map(|id| format!(r#"{{"account_id": "A1", "transaction_id": "{id}"}}"#)).collect();
    format!(
        r#"{{"accounts": [], "added": [{}], "modified": [{}], "removed": [{}], "next_cursor": "c", "has_more": {more}, "request_id": "r", "transactions_update_status": "HISTORICAL_UPDATE_COMPLETE"}}"#,
        added.join(", "),
        modified.join(", "),
        removed.join(", ")
    )
}

const WHOLE: &str = r#"{"account_id": "A1", "transaction_id": "T1", "amount": 72.1, "iso_currency_code": "USD", "unofficial_currency_code": null, "check_number": null, "date": "2026-03-04", "datetime": "2026-03-04T11:01:01Z", "authorized_date": "2026-03-02",
  "counterparties": [{"name": "Pay App", "type": "payment_app"}, {"name": "Walmart", "type": "merchant", "entity_id": "E1", "account_numbers": {"bacs": {"account": "31926819", "sort_code": "601613"}, "international": {"iban": "GB29NWBK60161331926819", "bic": "NWBKGB2L"}}}],
  "location": {"city": "Poway", "country": "US", "lat": 32.959068, "store_number": "1700"}, "name": "PURCHASE WM", "merchant_name": "Walmart", "merchant_entity_id": "E1", "original_description": "WM SUPERCENTER #1700",
  "payment_meta": {"by_order_of": null, "payee": null, "payer": null, "payment_method": null, "ppd_id": null, "reason": null, "reference_number": "REF9"}, "payment_channel": "in store", "pending": false, "pending_transaction_id": "T0",
  "personal_finance_category": {"primary": "GENERAL_MERCHANDISE", "detailed": "GENERAL_MERCHANDISE_SUPERSTORES"}, "transaction_code": null, "transaction_type": "place"}"#;

#[test]
fn money_out_is_positive_at_plaid() {
    let row = only(WHOLE);
    assert_eq!((row.id.as_str(), row.amount.to_string().as_str()), ("A1:T1", "-72.10 USD"));
    assert_eq!(
        (row.booked_on.to_string().as_str(), row.metadata["authorized_date"].as_str()),
        ("2026-03-04", "2026-03-02")
    );
    let party = &row.counterparty;
    assert_eq!(
        (party.name.as_deref(), party.iban.as_deref(), party.account.as_deref(), party.bic.as_deref()),
        (Some("Walmart"), Some("GB29NWBK60161331926819"), Some("601613 31926819"), Some("NWBKGB2L"))
    );
    assert_eq!((row.remittance.as_str(), row.kind), ("WM SUPERCENTER #1700", TransactionKind::Card));
    assert_eq!(values(&row, ReferenceKind::Bank), ["T1", "REF9"]);
    assert_eq!(row.metadata["category"], "GENERAL_MERCHANDISE_SUPERSTORES");
    assert_eq!((row.metadata["city"].as_str(), row.metadata["store_number"].as_str()), ("Poway", "1700"));
    assert_eq!(only(&self::row("T", "-1500.55", "")).amount.minor(), 150_055);
}

#[test]
fn pending_and_booked_are_linked() {
    let pending = row("T0", "72.1", r#", "pending": true"#);
    let announced = only(&pending);
    assert_eq!((announced.status, announced.id.as_str()), (Status::Pending, "pending:A1:T0"));
    // The booking carries the id of its announcement where linking looks.
    let booked = only(WHOLE);
    assert_eq!(values(&announced, ReferenceKind::Payment), ["T0"]);
    assert_eq!(values(&booked, ReferenceKind::Payment), ["T0"]);
    assert_eq!(booked.metadata["pending_transaction_id"], "T0");
    // In one input the booking takes its place, in either order.
    for text in [format!("[{pending}, {WHOLE}]"), format!("[{WHOLE}, {pending}]")] {
        let report = reads(&text);
        assert_eq!((report.transactions.len(), report.transactions[0].id.as_str()), (1, "A1:T1"));
        assert_eq!((report.warnings[0].code(), report.records), (Code::PlaidSuperseded, 2));
    }
}

#[test]
fn sync_is_a_log() {
    let report = reads(&format!(
        "[{}, {}]",
        sync(&[row("T1", "1", ""), row("T2", "2", ""), row("T3", "3", "")], &[], &[], true),
        sync(&[], &[row("T2", "2.5", "")], &["T1"], false)
    ));
    let rows: Vec<_> = report.transactions.iter().map(|row| (row.id.as_str(), row.amount.minor())).collect();
    assert_eq!((rows, report.warnings.len()), (vec![("A1:T2", -250), ("A1:T3", -300)], 0));
    // What is of earlier answers can only be told.
    let report = reads(&sync(&[], &[row("T8", "8", "")], &["T9"], true));
    let codes: Vec<_> = report.warnings.iter().map(Error::code).collect();
    assert_eq!(codes, [Code::PlaidRemoved, Code::PlaidModified, Code::PlaidIncomplete]);
    assert!(
        report.warnings[0].message().starts_with("1 transactions")
            && report.warnings[0].message().ends_with("T9")
    );
    let ids: Vec<String> = (0..30).map(|id| format!("R{id}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let said = reads(&sync(&[], &[], &ids, false));
    assert!(
        said.warnings[0].message().starts_with("30 ") && said.warnings[0].message().ends_with("R19, …"),
        "{:?}",
        said.warnings
    );
    assert!(reads(&sync(&[], &[], &[], false)).says_empty);
}

#[test]
fn get_with_accounts() {
    let text = format!(
        r#"{{"accounts": [{{"account_id": "A1", "balances": {{"available": 100, "current": 110.94, "iso_currency_code": "USD", "limit": null, "unofficial_currency_code": null}}, "mask": "0000", "name": "Checking", "official_name": "Gold Checking", "subtype": "checking", "type": "depository"}}, {{"account_id": "A2", "balances": {{"current": 410, "iso_currency_code": "USD"}}, "name": "Card", "type": "credit"}}], "transactions": [{}], "total_transactions": 5, "item": {{"institution_id": "ins_3"}}, "request_id": "x"}}"#,
        row("T1", "1", "")
    );
    let report = reads(&text);
    assert_eq!(
        (report.accounts[0].id.as_str(), report.accounts[0].name.as_deref()),
        ("A1", Some("Gold Checking"))
    );
    let balances: Vec<_> = report.balances.iter().map(|one| one.amount.minor()).collect();
    assert_eq!(balances, [11_094, -41_000]);
    assert_eq!((report.warnings[0].code(), report.transactions.len()), (Code::PlaidIncomplete, 1));
    assert!(
        reads(&text.replace("\"total_transactions\": 5", "\"total_transactions\": 1")).warnings.is_empty()
    );
}

#[test]
fn kinds_and_the_other_side() {
    let kind = |more: &str| only(&row("T1", "1", more)).kind;
    for (more, expected) in [
        (r#", "transaction_code": "direct debit""#, TransactionKind::DirectDebit),
        (r#", "transaction_code": "standing order""#, TransactionKind::Transfer),
        (r#", "transaction_code": "bank charge""#, TransactionKind::Fee),
        (r#", "transaction_code": "purchase""#, TransactionKind::Card),
        (r#", "check_number": "1001""#, TransactionKind::Cheque),
        (
            r#", "personal_finance_category": {"primary": "BANK_FEES", "detailed": "BANK_FEES_WIRE"}"#,
            TransactionKind::Fee,
        ),
        (
            r#", "personal_finance_category": {"primary": "INCOME", "detailed": "INCOME_INTEREST_EARNED"}"#,
            TransactionKind::Interest,
        ),
        (r#", "payment_meta": {"payment_method": "ACH"}"#, TransactionKind::Transfer),
        ("", TransactionKind::Other),
    ] {
        assert_eq!(kind(more), expected, "{more}");
    }
    let wire = only(&row(
        "T1",
        "-90",
        r#", "payment_meta": {"payer": "Ann Lee", "payee": "We", "reason": "INV 17", "ppd_id": "P"}, "merchant_name": "X", "check_number": "77""#,
    ));
    assert_eq!(
        (wire.counterparty.name.as_deref(), wire.remittance.as_str()),
        (Some("Ann Lee"), "ACME 17 INV 17")
    );
    assert_eq!((values(&wire, ReferenceKind::Cheque), wire.metadata["ppd_id"].as_str()), (vec!["77"], "P"));
    let app = only(&row("T1", "9", r#", "counterparties": [{"name": "Venmo", "type": "payment_app"}]"#));
    assert_eq!(app.counterparty.name.as_deref(), Some("Venmo"));
}

#[test]
fn a_bad_row_costs_itself() {
    let good = row("G", "1", "");
    let text = format!(
        "[{}, {}, {}, {}, {}, 7, {good}]",
        row("B1", "28.339999999999999", ""),
        row("B2", "1", "")
            .replace("\"USD\"", "null")
            .replace("code\": null", "code\": \"BTC\"")
            .replacen("\"BTC\"", "null", 1),
        row("B3", "1", "").replace("2026-03-04", "2026-02-30"),
        row("B4", "1", r#", "pending": 1"#),
        row("B5", "1", "").replace("\"transaction_id\": \"B5\", ", ""),
    );
    let report = reads(&text);
    let codes: Vec<_> =
        report.errors.iter().map(|error| (error.code(), error.place().field.clone().unwrap())).collect();
    assert_eq!(
        codes,
        [
            (Code::InputFloatMoney, "/0/amount".to_owned()),
            (Code::PlaidBadRow, "/1/unofficial_currency_code".to_owned()),
            (Code::PlaidBadRow, "/2/date".to_owned()),
            (Code::PlaidBadRow, "/3/pending".to_owned()),
            (Code::PlaidBadRow, "/4/transaction_id".to_owned()),
            (Code::PlaidBadRow, "/5".to_owned()),
        ]
    );
    assert_eq!((report.transactions.len(), report.records), (1, 7));
    let cut = reads(&format!(r#"{{"transactions": [{good}, {{"transaction_id"#));
    assert_eq!((cut.transactions.len(), cut.errors[0].code()), (1, Code::FormatTruncated));
    let deep = format!(r#"{{"x": {}{}}}"#, "[".repeat(10_000), "]".repeat(10_000));
    let report = reads(&format!(r#"{{"added": [{deep}, {good}]}}"#));
    assert_eq!((report.transactions.len(), report.errors[0].code()), (1, Code::FormatTooLarge));
    let code = |text: &str| read(text.as_bytes(), &ReadOptions::default()).unwrap_err().code();
    assert_eq!(
        code(r#"{"error_type": "ITEM_ERROR", "error_code": "X", "display_message": null}"#),
        Code::FormatUnsupported
    );
    assert_eq!(code(r#"{"investment_transactions": [{"quantity": 1}]}"#), Code::FormatUnsupported);
    assert_eq!(code("{}"), Code::FormatUnknown);
    let mut options = ReadOptions::default();
    options.currency = crate::money::Currency::parse("CAD").ok();
    let bare = good.replace("\"USD\"", "null");
    assert_eq!(read(bare.as_bytes(), &options).unwrap().transactions[0].currency().as_str(), "CAD");
}

proptest! {
    #[test]
    fn no_bytes_panic(at in 0_usize..2400, with in proptest::collection::vec(any::<u8>(), 0..4), cut in 0_usize..2400) {
        let mut bytes = sync(&[WHOLE.to_owned(), row("T2", "2", "")], &[row("T2", "3", "")], &["T2", "T7"], false).into_bytes();
        let at = at.min(bytes.len());
        bytes.splice(at..(at + 1).min(bytes.len()), with);
        let _ = read(&bytes, &ReadOptions::default());
        let _ = read(&bytes[..cut.min(bytes.len())], &ReadOptions::default());
    }
}
