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

#[test]
fn an_answer_of_a_bank_itself() {
    let text = format!(
        r#"{{"account": {{"iban": "DE2310010010123456789"}}, "transactions": {{"booked": [{A}], "pending": [], "information": [{{"creditorName": "Rent", "transactionAmount": {{"amount": "-900", "currency": "EUR"}}}}], "_links": {{"account": {{"href": "/v1/accounts/1"}}, "next": {{"href": "/v1/accounts/1/transactions?page=2"}}}}}}, "balances": [{{"balanceAmount": {{"amount": "5", "currency": "EUR"}}, "balanceType": "closingBooked", "lastChangeDateTime": "2026-03-04T10:00:00Z"}}], "_links": {{"download": {{"href": "x"}}}}}}"#
    );
    let report = reads(&text);
    assert_eq!((report.transactions.len(), report.errors.len()), (1, 0));
    assert_eq!(report.transactions[0].account.as_deref(), Some("DE2310010010123456789"));
    assert_eq!(report.balances[0].on.unwrap().to_string(), "2026-03-04");
    let said: Vec<_> = report.warnings.iter().map(|warning| warning.code()).collect();
    assert_eq!(said, [Code::GocardlessIncomplete, Code::GocardlessIncomplete]);
    assert!(
        report.warnings[0].message().contains("standing orders")
            && report.warnings[1].message().contains("next page")
    );
    let no_more = text.replace(r#", "next": {"href": "/v1/accounts/1/transactions?page=2"}"#, "");
    assert_eq!(reads(&no_more).warnings.len(), 1);
    // The details of one transaction, and a call that failed.
    assert_eq!(reads(&format!(r#"{{"transactionsDetails": {A}}}"#)).transactions[0].id, "a1");
    let failed = read(
        br#"{"tppMessages": [{"category": "ERROR", "code": "CONSENT_EXPIRED"}]}"#,
        &ReadOptions::default(),
    );
    assert_eq!(failed.unwrap_err().code(), Code::FormatUnsupported);
}

#[test]
fn a_direction_beside_an_amount() {
    let minor = |more: &str| row(more).amount.minor();
    assert_eq!(minor(r#""creditDebitIndicator": "DBIT""#), -12050);
    assert_eq!(minor(r#""creditDebitIndicator": "CRDT""#), 12050);
}

#[test]
fn card_accounts() {
    let report = reads(
        r#"{"cardAccount": {"maskedPan": "525412******3241"}, "cardTransactions": {"booked": [{"cardTransactionId": "201710020036959", "transactionAmount": {"currency": "EUR", "amount": "-258.67"}, "transactionDate": "2026-03-03", "bookingDate": "2026-03-04", "originalAmount": {"currency": "SEK", "amount": "2499"}, "markupFee": {"currency": "EUR", "amount": "2.00"}, "currencyExchange": [{"exchangeRate": "9.7375", "sourceCurrency": "SEK"}], "cardAcceptorId": "M7", "merchantCategoryCode": "5734", "transactionDetails": "ICA SUPERMARKET", "invoiced": false}], "pending": []}}"#,
    );
    let row = &report.transactions[0];
    assert_eq!((report.errors.len(), row.account.as_deref()), (0, Some("525412******3241")));
    assert_eq!((row.id.as_str(), row.kind), ("525412******3241:201710020036959", TransactionKind::Card));
    assert_eq!((row.amount.minor(), row.gross().unwrap().minor()), (-25_867, -25_667));
    assert_eq!(
        (row.booked_on.to_string().as_str(), row.remittance.as_str()),
        ("2026-03-04", "ICA SUPERMARKET")
    );
    let original = row.original.as_ref().unwrap();
    assert_eq!(original.amount.to_string(), "-2499.00 SEK");
    assert_eq!(original.rate.unwrap().to_string(), "0.102695763800");
    assert_eq!(row.metadata["card_acceptor_id"], "M7");
}

#[test]
fn accounts_with_their_balances() {
    let report = reads(
        r#"{"accounts": [{"resourceId": "3dc3d5b3", "iban": "DE2310010010123456789", "currency": "EUR", "product": "Girokonto", "ownerName": "Acme", "bic": "AAAADEBB", "cashAccountType": "CACC", "balances": [{"balanceType": "closingBooked", "balanceAmount": {"currency": "EUR", "amount": "500.00"}, "referenceDate": "2026-03-04"}], "_links": {"balances": {"href": "x"}}}, {"resourceId": "r2", "maskedPan": "5254********1111", "currency": "EUR", "name": "Card"}, {"currency": "EUR"}]}"#,
    );
    let accounts: Vec<_> = report.accounts.iter().map(|one| (one.id.as_str(), one.name.as_deref())).collect();
    assert_eq!(accounts, [("DE2310010010123456789", Some("Girokonto")), ("5254********1111", Some("Card"))]);
    assert_eq!(
        (report.accounts[0].owner.as_deref(), report.accounts[0].bank.as_deref()),
        (Some("Acme"), Some("AAAADEBB"))
    );
    assert_eq!((report.balances[0].amount.minor(), report.balances[0].kind), (50_000, BalanceKind::Closing));
    assert_eq!(report.balances[0].account.as_deref(), Some("DE2310010010123456789"));
    assert_eq!(report.errors[0].place().field.as_deref(), Some("/accounts/2/iban"));
}

#[test]
fn a_batch_is_read_by_its_payments() {
    let batch = |second: &str| {
        format!(
            r#"{{"booked": [{{"transactionId": "b1", "entryReference": "E1", "bookingDate": "2026-03-04", "batchNumberOfTransactions": 2, "transactionAmount": {{"amount": "30.00", "currency": "EUR"}}, "bankTransactionCode": "PMNT-RDDT-ESDD", "balanceAfterTransaction": {{"balanceAmount": {{"amount": "99", "currency": "EUR"}}}}, "entryDetails": [{{"endToEndId": "X1", "debtorName": "Ann", "transactionAmount": {{"amount": "10.00", "currency": "EUR"}}, "remittanceInformationUnstructured": "INV 1"}}, {{"endToEndId": "X2", "debtorName": "Bob", "transactionAmount": {{"amount": "{second}", "currency": "EUR"}}, "remittanceInformationUnstructured": "INV 2"}}]}}]}}"#
        )
    };
    let report = reads(&batch("20.00"));
    let rows: Vec<_> = report
        .transactions
        .iter()
        .map(|row| (row.id.as_str(), row.amount.minor(), row.remittance.as_str()))
        .collect();
    assert_eq!((rows, report.records), (vec![("b1/1", 1000, "INV 1"), ("b1/2", 2000, "INV 2")], 1));
    assert!(report.transactions.iter().all(|row| row.kind == TransactionKind::DirectDebit));
    assert!(report.transactions.iter().all(|row| row.batch.as_ref().unwrap().count == Some(2)));
    assert_eq!(
        (report.balances.len(), report.transactions[1].counterparty.name.as_deref()),
        (1, Some("Bob"))
    );
    // Payments that do not come to the batch are not taken for it.
    let whole = reads(&batch("21.00"));
    assert_eq!(
        (whole.transactions.len(), whole.transactions[0].amount.minor(), whole.transactions[0].id.as_str()),
        (1, 3000, "b1")
    );
    let one = row(
        r#""debtorName": "Ann", "entryDetails": [{"endToEndId": "X1", "remittanceInformationUnstructured": "INV 1"}]"#,
    );
    assert_eq!(
        (one.id.as_str(), one.remittance.as_str(), one.counterparty.name.as_deref()),
        ("a1", "INV 1", Some("Ann"))
    );
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
