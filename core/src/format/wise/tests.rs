//! Balance statements as Wise documents them.

use super::*;
use crate::format::testing::read_as;
use crate::format::{Format, Proof, ReadOptions, Report};
use crate::model::{ReferenceKind, ReturnStage, Transaction, TransactionKind};
use proptest::prelude::*;

fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    read_as(Format::Wise, bytes, options)
}

fn reads(text: &str) -> Report {
    read(text.as_bytes(), &ReadOptions::default()).unwrap()
}

/// One movement: its direction, amount in euros, details, and more members.
fn row(direction: &str, amount: &str, details: &str, more: &str) -> String {
    format!(
        r#"{{"type": "{direction}", "date": "2026-03-04T23:30:05.832Z", "amount": {{"value": {amount}, "currency": "EUR", "zero": false}}, "totalFees": {{"value": 0.00, "currency": "EUR"}}, "details": {{{details}}}, "exchangeDetails": null, "runningBalance": {{"value": 500.1, "currency": "EUR"}}, "referenceNumber": "TRANSFER-1"{more}}}"#
    )
}

fn only(text: &str) -> Transaction {
    let report = reads(&format!("[{text}]"));
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    report.transactions.into_iter().next().unwrap()
}

const STATEMENT: &str = r#"{"accountHolder": {"type": "BUSINESS", "businessName": "Acme Ltd", "address": {}}, "issuer": {"name": "Wise Europe SA"},
  "bankDetails": [{"address": {}, "accountNumbers": [{"accountType": "Account number", "accountNumber": "1"}, {"accountType": "IBAN", "accountNumber": "BE68 5390 0754 7034"}], "bankCodes": [{"scheme": "Swift/BIC", "value": "TRWIBEB1XXX"}], "deprecated": false}],
  "transactions": [
    {"type": "DEBIT", "date": "2026-03-05T08:00:00.000Z", "amount": {"value": -7.76, "currency": "EUR"}, "totalFees": {"value": 0.04, "currency": "EUR"}, "details": {"type": "CARD", "description": "Card transaction of 6.80 GBP", "amount": {"value": 6.8, "currency": "GBP"}, "merchant": {"name": "Rail", "category": "Transport"}}, "exchangeDetails": {"forAmount": {"value": 6.80, "currency": "GBP"}, "rate": 0.8808}, "runningBalance": {"value": 192.24, "currency": "EUR"}, "referenceNumber": "CARD-249281"},
    {"type": "CREDIT", "date": "2026-03-04T08:00:00.000Z", "amount": {"value": 100, "currency": "EUR"}, "totalFees": {"value": 0, "currency": "EUR"}, "details": {"type": "DEPOSIT", "description": "Received money from ANN LEE with reference INV 17", "senderName": "ANN LEE", "senderAccount": "(GENODEF1) DE89 3704 0044 0532 0130 00", "paymentReference": "INV 17"}, "exchangeDetails": null, "runningBalance": {"value": 200, "currency": "EUR"}, "referenceNumber": "TRANSFER-34"}
  ],
  "startOfStatementBalance": {"value": 100.00, "currency": "EUR"}, "endOfStatementBalance": {"value": 192.24, "currency": "EUR"},
  "query": {"intervalStart": "2026-03-01T00:00:00Z", "intervalEnd": "2026-03-31T23:59:59.999Z", "type": "COMPACT", "currency": "EUR", "accountId": 64}}"#;

#[test]
fn a_statement_is_proven_by_its_balances() {
    let report = reads(STATEMENT);
    assert!(
        report.errors.is_empty() && report.warnings.is_empty(),
        "{:?} {:?}",
        report.errors,
        report.warnings
    );
    let statement = &report.statements[0];
    assert_eq!((statement.proof, statement.number.as_deref()), (Proof::Holds, Some("64")));
    assert_eq!(statement.until.unwrap().to_string(), "2026-03-31");
    let account = &report.accounts[0];
    assert_eq!(
        (account.id.as_str(), account.owner.as_deref(), account.bank.as_deref()),
        ("BE68539007547034", Some("Acme Ltd"), Some("TRWIBEB1XXX"))
    );
    let [card, deposit] = report.transactions.as_slice() else { panic!("two rows") };
    assert_eq!(
        (card.id.as_str(), deposit.id.as_str()),
        ("BE68539007547034:CARD-249281/debit", "BE68539007547034:TRANSFER-34/credit")
    );
    // The amount holds the fee.
    assert_eq!(
        (card.amount.minor(), card.gross().unwrap().minor(), card.kind),
        (-776, -772, TransactionKind::Card)
    );
    let original = card.original.as_ref().unwrap();
    assert_eq!(
        (original.amount.to_string().as_str(), original.rate.unwrap().to_string().as_str()),
        ("-6.80 GBP", "1.135331516803")
    );
    assert_eq!(
        (card.counterparty.name.as_deref(), card.metadata["category"].as_str()),
        (Some("Rail"), "Transport")
    );
    let party = &deposit.counterparty;
    assert_eq!(
        (party.name.as_deref(), party.iban.as_deref(), party.bic.as_deref()),
        (Some("ANN LEE"), Some("DE89370400440532013000"), Some("GENODEF1"))
    );
    assert_eq!((deposit.remittance.as_str(), deposit.kind), ("INV 17", TransactionKind::Transfer));
    assert!(deposit.metadata["description"].starts_with("Received money"));
    let broken = STATEMENT.replace("\"value\": 100.00", "\"value\": 100.01");
    assert_eq!(reads(&broken).statements[0].proof, Proof::Broken);
    assert_eq!(reads(&broken).warnings[0].code(), Code::FormatBalance);
}

#[test]
fn without_an_opening_balance_the_oldest_movement_tells_it() {
    let start = r#""startOfStatementBalance": {"value": 100.00, "currency": "EUR"}, "#;
    let old = STATEMENT.replace(start, "");
    let statement = &reads(&old).statements[0];
    assert_eq!((statement.proof, statement.opening.unwrap().minor()), (Proof::Holds, 10_000));
    // In order of time, as some exports are.
    let (first, second) =
        (old.find("{\"type\": \"DEBIT\"").unwrap(), old.find("{\"type\": \"CREDIT\"").unwrap());
    let end = old.find("\n  ],").unwrap();
    let (debit, credit) = (old[first..second].trim().trim_end_matches(','), &old[second..end]);
    let turned = format!("{}{credit}, {debit}{}", &old[..first], &old[end..]);
    assert_eq!(reads(&turned).statements[0].proof, Proof::Holds);
    let missing = old.replace("\"value\": -7.76", "\"value\": \"x\"");
    let report = reads(&missing);
    assert_eq!((report.statements[0].proof, report.errors.len()), (Proof::Incomplete, 1));
    let unreadable = STATEMENT.replace("{\"value\": 192.24, \"currency\": \"EUR\"}, \n", "1").replace(
        "\"endOfStatementBalance\": {\"value\": 192.24",
        "\"endOfStatementBalance\": {\"value\": \"much\"",
    );
    assert_eq!(reads(&unreadable).errors[0].place().field.as_deref(), None);
    assert_eq!(reads(&unreadable).statements[0].proof, Proof::Incomplete);
}

#[test]
fn a_conversion_stands_in_two_statements() {
    let details = r#""type": "CONVERSION", "description": "Converted 8.69 GBP to 9.94 EUR", "sourceAmount": {"value": 8.69, "currency": "GBP"}, "targetAmount": {"value": 9.94, "currency": "EUR"}, "fee": {"value": 0.03, "currency": "GBP"}, "rate": 1.147806"#;
    let euros = only(&row("CREDIT", "9.94", details, "").replace("TRANSFER-1", "CONVERSION-1"));
    let original = euros.original.as_ref().unwrap();
    assert_eq!(
        (original.amount.to_string().as_str(), original.rate.unwrap().to_string().as_str()),
        ("8.66 GBP", "1.147806")
    );
    let pounds = row("DEBIT", "-8.69", details, "")
        .replace("TRANSFER-1", "CONVERSION-1")
        .replace(r#""currency": "EUR", "zero""#, r#""currency": "GBP", "zero""#);
    let pounds = pounds.replace(
        r#""totalFees": {"value": 0.00, "currency": "EUR"}"#,
        r#""totalFees": {"value": 0.03, "currency": "GBP"}"#,
    );
    let pounds = only(&pounds);
    assert_eq!((pounds.amount.minor(), pounds.gross().unwrap().minor()), (-869, -866));
    assert_eq!(pounds.original.as_ref().unwrap().amount.to_string(), "-9.94 EUR");
    assert_eq!(
        (euros.id.as_str(), pounds.id.as_str()),
        ("wise:EUR:CONVERSION-1/credit", "wise:GBP:CONVERSION-1/debit")
    );
    assert_eq!((euros.kind, pounds.kind), (TransactionKind::Internal, TransactionKind::Internal));
}

#[test]
fn kinds_by_their_type() {
    let kind = |direction: &str, amount: &str, name: &str| {
        only(&row(direction, amount, &format!(r#""type": "{name}""#), "")).kind
    };
    for (name, expected) in [
        ("TRANSFER", TransactionKind::Transfer),
        ("DIRECT_DEBIT", TransactionKind::DirectDebit),
        ("CARD", TransactionKind::Card),
        ("OUTGOING_CROSS_BALANCE", TransactionKind::Internal),
        ("ACCRUAL_CHARGE", TransactionKind::Fee),
        ("UNKNOWN", TransactionKind::Other),
    ] {
        assert_eq!(kind("DEBIT", "-1", name), expected, "{name}");
    }
    assert_eq!(kind("CREDIT", "1", "BALANCE_INTEREST"), TransactionKind::Interest);
    // A transfer that comes in came back: it has the number of the transfer that went out.
    let back = only(&row("CREDIT", "5", r#""type": "TRANSFER", "description": "Refund""#, ""));
    let returned = back.returned.unwrap();
    assert_eq!(
        (back.kind, returned.stage, returned.originals),
        (TransactionKind::Return, ReturnStage::Return, vec!["TRANSFER-1".to_owned()])
    );
    let both = reads(&format!(
        "[{}, {}]",
        row("CREDIT", "5", r#""type": "TRANSFER""#, ""),
        row("DEBIT", "-5", r#""type": "TRANSFER""#, "")
    ));
    let ids: Vec<_> = both.transactions.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["wise:EUR:TRANSFER-1/credit", "wise:EUR:TRANSFER-1/debit"]);
    assert_eq!(kind("CREDIT", "5", "CARD"), TransactionKind::Refund);
    // In a flat statement fees are lines of their own.
    let fee =
        only(&row("DEBIT", "-0.41", r#""type": "TRANSFER""#, "").replace("TRANSFER-1", "FEE-TRANSFER-1"));
    assert_eq!(fee.kind, TransactionKind::Fee);
}

#[test]
fn the_other_side_and_references() {
    let sent = only(&row(
        "DEBIT",
        "-5",
        r#""type": "TRANSFER", "description": "Sent money to Bob", "recipient": {"name": "Bob", "bankAccount": "20-00-00 55779911"}, "paymentReference": "RG 5""#,
        r#", "attachment": {"note": "rent", "filename": "a.pdf"}"#,
    ));
    assert_eq!(
        (sent.counterparty.name.as_deref(), sent.counterparty.account.as_deref()),
        (Some("Bob"), Some("20-00-00 55779911"))
    );
    assert_eq!((sent.remittance.as_str(), sent.metadata["note"].as_str()), ("RG 5", "rent"));
    let debit = only(&row(
        "DEBIT",
        "-5",
        r#""type": "DIRECT_DEBIT", "originator": {"name": "Power Co"}, "mandateReference": "M1""#,
        "",
    ));
    assert_eq!(debit.counterparty.name.as_deref(), Some("Power Co"));
    let mandates: Vec<_> = debit
        .references
        .iter()
        .filter(|one| one.kind == ReferenceKind::Mandate)
        .map(|one| one.value.as_str())
        .collect();
    assert_eq!(mandates, ["M1"]);
    // The time is an instant: its day is that of the caller.
    let mut options = ReadOptions::default();
    options.utc_offset_minutes = 60;
    options.account = Some("A".to_owned());
    let read = read(row("DEBIT", "-5", "", "").as_bytes(), &options).unwrap().transactions.remove(0);
    assert_eq!((read.booked_on.to_string().as_str(), read.id.as_str()), ("2026-03-05", "A:TRANSFER-1/debit"));
}

#[test]
fn digits_are_read_one_by_one() {
    assert_eq!(only(&row("CREDIT", "0.10", "", "")).amount.minor(), 10);
    assert_eq!(only(&row("CREDIT", "90071992547409.93", "", "")).amount.minor(), 9_007_199_254_740_993);
    let report =
        reads(&format!("[{}, {}]", row("CREDIT", "0.30000000000000004", "", ""), row("CREDIT", "1", "", "")));
    assert_eq!(
        (report.errors[0].code(), report.errors[0].place().field.as_deref()),
        (Code::WiseBadRow, Some("/0/amount"))
    );
    assert_eq!((report.errors[0].place().row.as_deref(), report.transactions.len()), (Some("TRANSFER-1"), 1));
}

#[test]
fn what_is_no_statement() {
    let code = |text: &str| read(text.as_bytes(), &ReadOptions::default()).unwrap_err().code();
    assert_eq!(code("{}"), Code::FormatUnknown);
    assert_eq!(code(r#"{"errors": [{"code": "x"}]}"#), Code::FormatUnknown);
    let report = reads(&format!(
        "[{}, {}, {}, 7]",
        row("CREDIT", "-1", "", ""),
        row("SIDEWAYS", "1", "", ""),
        row("CREDIT", "1", "", "").replace("2026-03-04", "2026-02-30")
    ));
    let fields: Vec<_> = report.errors.iter().map(|error| error.place().field.clone().unwrap()).collect();
    assert_eq!(fields, ["/0/amount", "/1/type", "/2/date", "/3"]);
    let empty = STATEMENT.replace(
        &STATEMENT[STATEMENT.find("{\"type\": \"DEBIT\"").unwrap()..STATEMENT.find("\n  ],").unwrap()],
        "",
    );
    let empty = empty.replace("100.00", "192.24");
    let report = reads(&empty);
    assert!(report.says_empty && report.statements[0].proof == Proof::Holds);
    let cut = reads(&STATEMENT[..STATEMENT.find("TRANSFER-34").unwrap()]);
    assert_eq!(
        (cut.transactions.len(), cut.errors[0].code(), cut.statements[0].proof),
        (1, Code::FormatTruncated, Proof::Incomplete)
    );
    let deep = format!(r#"{{"x": {}{}}}"#, "[".repeat(10_000), "]".repeat(10_000));
    let report = reads(&format!(r#"{{"transactions": [{deep}, {}]}}"#, row("CREDIT", "1", "", "")));
    assert_eq!((report.transactions.len(), report.errors[0].code()), (1, Code::FormatTooLarge));
}

proptest! {
    #[test]
    fn no_bytes_panic(at in 0_usize..2200, with in proptest::collection::vec(any::<u8>(), 0..4), cut in 0_usize..2200) {
        let mut bytes = STATEMENT.as_bytes().to_vec();
        let at = at.min(bytes.len());
        bytes.splice(at..(at + 1).min(bytes.len()), with);
        let _ = read(&bytes, &ReadOptions::default());
        let _ = read(&bytes[..cut.min(bytes.len())], &ReadOptions::default());
    }
}
