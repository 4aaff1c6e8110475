//! Rows as banks give them.

use super::*;
use crate::format::testing::read_as;
use crate::format::{Format, ReadOptions, Report};
use crate::model::{ReferenceKind, Transaction, TransactionKind};
use proptest::prelude::*;

fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    read_as(Format::Gocardless, bytes, options)
}

fn reads(text: &str) -> Report {
    read(text.as_bytes(), &ReadOptions::default()).unwrap()
}

/// One booked row with more members, money in.
fn row(more: &str) -> Transaction {
    let text = format!(
        r#"{{"transactions": {{"booked": [{{"transactionId": "a1", "bookingDate": "2026-03-04", "transactionAmount": {{"amount": "120.5", "currency": "EUR"}}, {more}}}], "pending": []}}}}"#
    );
    let report = reads(&text);
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    report.transactions.into_iter().next().unwrap()
}

fn values(row: &Transaction, kind: ReferenceKind) -> Vec<&str> {
    row.references.iter().filter(|one| one.kind == kind).map(|one| one.value.as_str()).collect()
}

const A: &str = r#"{"transactionId": "a1", "bookingDate": "2026-03-04", "transactionAmount": {"amount": "1", "currency": "EUR"}}"#;

#[test]
fn every_shape() {
    for text in [
        format!(r#"{{"transactions": {{"booked": [{A}], "pending": []}}}}"#),
        format!(r#"{{"booked": [{A}], "pending": []}}"#),
        format!(r#"[{{"transactions": {{"booked": [{A}]}}}}]"#),
        format!(r#"[{A}]"#),
        format!(r#"{{"account": {{"iban": "x"}}, "transactions": [{A}]}}"#),
        format!("{{\"booked\": [{A}]}}\n{{\"booked\": []}}"),
    ] {
        let report = reads(&text);
        assert_eq!((report.transactions.len(), report.errors.len(), report.records), (1, 0, 1), "{text}");
        let bytes = report.places.transactions[0].bytes.clone();
        assert_eq!(&text[bytes.start as usize..bytes.end as usize], A);
    }
    assert!(reads(r#"{"transactions": {"booked": [], "pending": []}}"#).says_empty);
}

#[test]
fn balances_and_what_holds_no_rows() {
    let report = reads(
        r#"{"balances": [{"balanceAmount": {"amount": "19.10", "currency": "EUR"}, "balanceType": "closingBooked", "referenceDate": "2026-03-04"}, {"balanceAmount": 1}]}"#,
    );
    assert_eq!(report.balances[0].kind, BalanceKind::Closing);
    assert_eq!((report.balances[0].amount.minor(), report.errors.len()), (1910, 1));
    let code = |text: &str| read(text.as_bytes(), &ReadOptions::default()).unwrap_err().code();
    assert_eq!(
        code(r#"{"id": "1", "iban": "x", "institution_id": "y", "status": "READY"}"#),
        Code::FormatUnsupported
    );
    assert_eq!(code(r#"{"account": {"resourceId": "abc", "iban": "x"}}"#), Code::FormatUnsupported);
    assert_eq!(code(r#"{"summary": "x", "detail": "y", "status_code": 401}"#), Code::FormatUnsupported);
    assert_eq!(code("{}"), Code::FormatUnknown);
    assert_eq!(code("7"), Code::FormatUnknown);
}

#[test]
fn remittance_in_all_its_forms() {
    let said = |more: &str| row(more).remittance;
    assert_eq!(said(r#""remittanceInformationUnstructured": "INV  17\n paid ""#), "INV 17 paid");
    assert_eq!(said(r#""remittanceInformationUnstructured": ["INV 17", "paid"]"#), "INV 17 paid");
    assert_eq!(
        said(
            r#""remittanceInformationUnstructuredArray": ["INV 17", "paid"], "remittanceInformationUnstructured": "INV 17 p""#
        ),
        "INV 17 paid"
    );
    assert_eq!(said(r#""remittanceInformationUnstructured": "A", "additionalInformation": "B""#), "A B");
    assert_eq!(said(r#""remittanceInformationStructured": "Miete 12""#), "Miete 12");
    assert_eq!(
        said(
            r#""remittanceInformationStructuredArray": ["Entgelt", "siehe Anlage"], "remittanceInformationUnstructured": null"#
        ),
        "Entgelt siehe Anlage"
    );
    let ing = row(
        r#""remittanceInformationUnstructured": "mandatereference:M1,creditorid:DE9,remittanceinformation:F226, Gehalt""#,
    );
    assert_eq!(ing.remittance, "F226, Gehalt");
    assert_eq!(values(&ing, ReferenceKind::Mandate), ["M1"]);
    for more in [
        r#""remittanceInformationStructured": {"reference": "RF18539007547034", "referenceType": "SCOR"}"#,
        r#""remittanceInformationStructured": "{\"reference\": \"RF18539007547034\"}""#,
        r#""remittanceInformationStructuredArray": [{"reference": "RF18539007547034"}]"#,
    ] {
        let read = row(more);
        assert_eq!(
            (values(&read, ReferenceKind::Creditor), read.remittance.as_str()),
            (vec!["RF18539007547034"], "")
        );
    }
}

#[test]
fn the_other_side() {
    let read = row(
        r#""debtorName": "Ann", "debtorAccount": {"iban": "DE1"}, "debtorAgent": "BIC", "ultimateDebtor": "Bob", "creditorName": "We", "creditorAccount": {"iban": "DE2"}"#,
    );
    let party = &read.counterparty;
    assert_eq!(
        (party.name.as_deref(), party.iban.as_deref(), party.bic.as_deref()),
        (Some("Ann"), Some("DE1"), Some("BIC"))
    );
    assert_eq!((party.ultimate_name.as_deref(), read.payee_iban.as_deref()), (Some("Bob"), Some("DE2")));
    let text = r#"{"booked": [{"bookingDate": "2026-03-04", "transactionAmount": {"amount": "-1", "currency": "EUR"}, "creditorName": "Ann", "debtorName": "We"}]}"#;
    assert_eq!(reads(text).transactions[0].counterparty.name.as_deref(), Some("Ann"));
}

#[test]
fn a_swapped_side_is_taken_and_said() {
    let text = r#"{"booked": [{"bookingDate": "2026-03-04", "transactionAmount": {"amount": "1", "currency": "EUR"}, "creditorName": "Ann"}]}"#;
    let report = reads(text);
    assert_eq!(report.transactions[0].counterparty.name.as_deref(), Some("Ann"));
    assert_eq!(report.warnings[0].code(), Code::GocardlessSwapped);
}

#[test]
fn codes_references_and_exchange() {
    let read = row(
        r#""endToEndId": "NOTPROVIDED", "mandateId": "M", "checkId": "77", "entryReference": "E", "bankTransactionCode": "PMNT-RCDT-ESCT", "merchantCategoryCode": "5411", "currencyExchange": [{"instructedAmount": {"amount": "130.00", "currency": "USD"}, "sourceCurrency": "USD", "exchangeRate": "1.0788"}], "balanceAfterTransaction": {"balanceAmount": {"amount": "1", "currency": "EUR"}}"#,
    );
    assert_eq!(read.kind, TransactionKind::Transfer);
    assert_eq!(values(&read, ReferenceKind::EndToEnd), [""; 0]);
    assert_eq!(values(&read, ReferenceKind::Mandate), ["M"]);
    assert_eq!(values(&read, ReferenceKind::Cheque), ["77"]);
    let original = read.original.unwrap();
    assert_eq!(original.amount.to_string(), "130.00 USD");
    assert_eq!(original.rate.unwrap().to_string(), "0.926955876900");
    let kind = |text: &str| row(&format!(r#""proprietaryBankTransactionCode": "{text}""#)).kind;
    assert_eq!(kind("NTRF+116+00931+000"), TransactionKind::Transfer);
    assert_eq!(kind("Lastschrifteinzug"), TransactionKind::DirectDebit);
    assert_eq!(kind("Rücklastschrift"), TransactionKind::Return);
    assert_eq!(kind("NSTO+333+3333+333-DD"), TransactionKind::Other);
}

#[test]
fn dates_by_what_the_bank_gives() {
    let pending = r#"{"pending": [{"valueDateTime": "2026-03-03T23:30:00Z", "transactionAmount": {"amount": 1.5, "currency": "EUR"}}]}"#;
    let at = |minutes| {
        let mut options = ReadOptions::default();
        options.utc_offset_minutes = minutes;
        read(pending.as_bytes(), &options).unwrap().transactions[0].booked_on.to_string()
    };
    assert_eq!((at(0).as_str(), at(60).as_str()), ("2026-03-03", "2026-03-04"));
    let text = r#"{"booked": [{"transactionAmount": {"amount": "1", "currency": "EUR"}}, {"bookingDate": "2026-02-30", "transactionAmount": {"amount": "1", "currency": "EUR"}}, {"bookingDate": "2026-02-20"}, {"bookingDate": "2026-02-20", "transactionAmount": {"amount": "1", "currency": "string"}}, {"bookingDate": "0001-01-01", "valueDate": "2026-02-20", "transactionAmount": {"amount": "1", "currency": "EUR"}}, 3]}"#;
    let report = reads(text);
    let codes: Vec<_> = report.errors.iter().map(Error::code).collect();
    assert_eq!(
        codes,
        [
            Code::GocardlessBadDate,
            Code::GocardlessBadDate,
            Code::GocardlessBadRow,
            Code::GocardlessBadRow,
            Code::GocardlessBadRow
        ]
    );
    assert_eq!(report.errors[0].place().field.as_deref(), Some("/booked/0/bookingDate"));
    assert_eq!(report.transactions.len(), 1);
}

#[test]
fn ids_stand_for_one_content() {
    let other = A.replace("\"1\"", "\"2\"");
    let ids = |text: &str| reads(text).transactions.into_iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(ids(&format!(r#"{{"booked": [{A}], "pending": [{A}]}}"#)), ["a1", "pending:a1"]);
    // The same row twice is a copy; the same id with other content is another payment.
    assert_eq!(ids(&format!(r#"{{"booked": [{A}, {A}]}}"#)), ["a1", "a1"]);
    let apart = ids(&format!(r#"{{"booked": [{A}, {other}, {A}]}}"#));
    assert!(apart[0] == "a1" && apart[1..].iter().all(|id| id.starts_with("c_")), "{apart:?}");
    assert_eq!(apart.iter().collect::<std::collections::BTreeSet<_>>().len(), 3);
    let mut options = ReadOptions::default();
    options.account = Some("DE9".to_owned());
    let report = read(format!(r#"{{"booked": [{A}]}}"#).as_bytes(), &options).unwrap();
    assert_eq!(report.transactions[0].id, "DE9:a1");
}

#[test]
fn cut_short_and_nested_deep() {
    let report = reads(&format!(r#"{{"transactions": {{"booked": [{A}, {{"transactionId": "#));
    assert_eq!((report.transactions.len(), report.errors[0].code()), (1, Code::FormatTruncated));
    assert_eq!(report.transactions[0].id, "a1");
    let deep = format!(r#"{{"x": {}{}}}"#, "[".repeat(10_000), "]".repeat(10_000));
    let report = reads(&format!(r#"{{"booked": [{deep}, {A}]}}"#));
    assert_eq!((report.transactions.len(), report.errors[0].code()), (1, Code::FormatTooLarge));
}

proptest! {
    #[test]
    fn no_bytes_panic(at in 0_usize..600, with in proptest::collection::vec(any::<u8>(), 0..4), cut in 0_usize..600) {
        let text = format!(r#"{{"transactions": {{"booked": [{A}, {{"bookingDate": "2026-03-04", "remittanceInformationStructured": {{"reference": "x"}}, "currencyExchange": [{{"instructedAmount": {{"amount": "1", "currency": "USD"}}, "exchangeRate": "0"}}], "creditorAccount": {{"iban": "a"}}, "transactionAmount": {{"amount": "-1", "currency": "EUR"}}}}], "pending": [{A}]}}, "balances": []}}"#);
        let mut bytes = text.into_bytes();
        let at = at.min(bytes.len());
        bytes.splice(at..(at + 1).min(bytes.len()), with);
        let _ = read(&bytes, &ReadOptions::default());
        let _ = read(&bytes[..cut.min(bytes.len())], &ReadOptions::default());
    }
}
