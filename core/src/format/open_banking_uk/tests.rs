//! Answers as the standard writes them, in version 3 and 4.

use super::*;
use crate::format::testing::read_as;
use crate::format::{BalanceKind, Chain, Format, Proof, ReadOptions, Report};
use crate::model::{ReferenceKind, Status, Transaction, TransactionKind};
use proptest::prelude::*;

fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    read_as(Format::OpenBankingUk, bytes, options)
}

fn reads(text: &str) -> Report {
    read(text.as_bytes(), &ReadOptions::default()).unwrap()
}

/// One transaction of version 3, money in, with more members.
fn row(id: &str, more: &str) -> String {
    format!(
        r#"{{"AccountId": "22289", "TransactionId": "{id}", "TransactionReference": "Ref 1", "Amount": {{"Amount": "10.00", "Currency": "GBP"}}, "CreditDebitIndicator": "Credit", "Status": "Booked", "BookingDateTime": "2026-03-04T10:43:07+00:00", "ValueDateTime": "2026-03-05T00:00:00+00:00", "TransactionInformation": "Cash from Aubrey"{more}}}"#
    )
}

fn data(rows: &[String]) -> String {
    format!(
        r#"{{"Data": {{"Transaction": [{}]}}, "Links": {{"Self": "https://bank/transactions/"}}, "Meta": {{"TotalPages": 1}}}}"#,
        rows.join(",\n")
    )
}

fn only(row: &str) -> Transaction {
    let report = reads(&data(&[row.to_owned()]));
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    report.transactions.into_iter().next().unwrap()
}

fn values(row: &Transaction, kind: ReferenceKind) -> Vec<&str> {
    row.references.iter().filter(|one| one.kind == kind).map(|one| one.value.as_str()).collect()
}

#[test]
fn a_transaction_of_either_version() {
    let more = r#", "BankTransactionCode": {"Code": "ReceivedCreditTransfer", "SubCode": "DomesticCreditTransfer"}, "ProprietaryBankTransactionCode": {"Code": "Transfer", "Issuer": "AlphaBank"}, "StatementReference": ["002"], "DebtorAccount": {"SchemeName": "UK.OBIE.SortCodeAccountNumber", "Identification": "08080021325698", "Name": "Ann Lee", "SecondaryIdentification": "0002"}, "Balance": {"Amount": {"Amount": "230.00", "Currency": "GBP"}, "CreditDebitIndicator": "Debit", "Type": "InterimBooked"}, "TransactionMutability": "Immutable""#;
    let three = row("123", more);
    let four = three
        .replace("\"Booked\"", "\"BOOK\"")
        .replace("ReceivedCreditTransfer", "RCDT")
        .replace("DomesticCreditTransfer", "DMCT")
        .replace("InterimBooked", "ITBD");
    for text in [
        data(std::slice::from_ref(&three)),
        data(&[four]),
        format!("[{three}]"),
        three.clone(),
        format!("[{}]", data(std::slice::from_ref(&three))),
    ] {
        let report = reads(&text);
        assert_eq!(
            (report.transactions.len(), report.errors.len(), report.warnings.len()),
            (1, 0, 0),
            "{text}"
        );
        let row = &report.transactions[0];
        assert_eq!((row.id.as_str(), row.account.as_deref()), ("22289:123", Some("22289")));
        assert_eq!((row.amount.to_string().as_str(), row.status), ("10.00 GBP", Status::Booked));
        assert_eq!(
            (row.booked_on.to_string(), row.value_on.unwrap().to_string()),
            ("2026-03-04".into(), "2026-03-05".into())
        );
        assert_eq!((row.remittance.as_str(), row.kind), ("Cash from Aubrey", TransactionKind::Transfer));
        let party = &row.counterparty;
        assert_eq!(
            (party.name.as_deref(), party.account.as_deref()),
            (Some("Ann Lee"), Some("08080021325698 0002"))
        );
        assert_eq!(values(row, ReferenceKind::EndToEnd), ["Ref 1"]);
        assert_eq!(values(row, ReferenceKind::Bank), ["123"]);
        let code = row.bank_code.as_ref().unwrap();
        assert_eq!(
            (code.family.as_deref(), code.sub_family.as_deref(), code.proprietary.as_deref()),
            (Some("RCDT"), Some("DMCT"), Some("Transfer"))
        );
        assert_eq!(row.metadata["statement_reference"], "002");
        assert_eq!(
            (report.balances[0].amount.minor(), report.balances[0].kind),
            (-23_000, BalanceKind::Other)
        );
    }
    let more =
        reads(&data(&[row("1", "")]).replace(r#""Links": {"#, r#""Links": {"Next": "https://bank/p2", "#));
    assert_eq!(more.warnings[0].code(), Code::OpenBankingIncomplete);
    assert!(reads(&data(&[])).says_empty);
}

#[test]
fn the_indicator_gives_the_sign() {
    let debit = row("1", r#", "CreditorAccount": {"SchemeName": "UK.OBIE.IBAN", "Identification": "GB29NWBK60161331926819", "Name": "Bob"}, "CreditorAgent": {"SchemeName": "UK.OBIE.BICFI", "Identification": "NWBKGB2L"}, "DebtorAccount": {"Identification": "1", "Name": "We"}"#).replace("\"Credit\"", "\"Debit\"");
    let debit = only(&debit);
    assert_eq!(debit.amount.minor(), -1000);
    let party = &debit.counterparty;
    assert_eq!(
        (party.name.as_deref(), party.iban.as_deref(), party.bic.as_deref()),
        (Some("Bob"), Some("GB29NWBK60161331926819"), Some("NWBKGB2L"))
    );
    // Money in names the host's own account on the other side.
    let credit = only(&row(
        "1",
        r#", "CreditorAccount": {"SchemeName": "UK.OBIE.IBAN", "Identification": "GB29NWBK60161331926819"}, "UltimateDebtor": {"Name": "Eve"}"#,
    ));
    assert_eq!(
        (credit.payee_iban.as_deref(), credit.counterparty.ultimate_name.as_deref()),
        (Some("GB29NWBK60161331926819"), Some("Eve"))
    );
    let report = reads(&data(&[row("1", "").replace("\"Credit\"", "\"Sideways\"")]));
    assert_eq!(report.errors[0].place().field.as_deref(), Some("/Data/Transaction/0/CreditDebitIndicator"));
}

#[test]
fn a_signed_amount_is_refused() {
    let said = "a signed amount: CreditDebitIndicator alone says the direction";
    let refused = |text: &str| {
        let report = reads(text);
        assert_eq!((report.errors.len(), report.refused, report.errors[0].message()), (1, 1, said));
        assert_eq!(report.errors[0].code(), Code::OpenBankingBadRow);
        (report.transactions.len(), report.balances.len(), report.errors[0].place().field.clone().unwrap())
    };
    for indicator in ["\"Debit\"", "\"Credit\""] {
        let bad = row("1", "").replace("10.00", "-10.00").replace("\"Credit\"", indicator);
        let text = data(&[bad, row("2", "")]);
        assert_eq!(refused(&text), (1, 0, "/Data/Transaction/0/Amount/Amount".to_owned()));
    }
    let amount = r#""CreditDebitIndicator": "Debit", "Amount": {"Amount": "-5.10", "Currency": "GBP"}"#;
    let balance = format!(r#"{{"Data": {{"Balance": [{{"AccountId": "1", {amount}, "Type": "CLBD"}}]}}}}"#);
    assert_eq!(refused(&balance), (0, 0, "/Data/Balance/0/Amount/Amount".to_owned()));
    let statement = format!(
        r#"{{"Data": {{"Statement": [{{"AccountId": "1", "StatementAmount": [{{"Type": "ClosingBalance", {amount}}}]}}]}}}}"#
    );
    assert_eq!(refused(&statement).2, "/Data/Statement/0/StatementAmount/0/Amount/Amount");
    // The balance after a row does not cost the row.
    let report = reads(&data(&[row("1", &format!(r#", "Balance": {{{amount}, "Type": "ITBD"}}"#))]));
    assert_eq!((report.transactions.len(), report.balances.len(), report.errors.len()), (1, 0, 0));
    assert_eq!(report.warnings[0].code(), Code::OpenBankingAssumed);
}

#[test]
fn cards_merchants_charges_and_conversions() {
    let card = r#", "CardInstrument": {"CardSchemeName": "VISA", "Identification": "4111111111111111"}, "MerchantDetails": {"MerchantName": "Shop", "MerchantCategoryCode": "5411"}, "CreditorAccount": {"SchemeName": "UK.OBIE.PAN", "Identification": "4111111111111111"}, "ChargeAmount": {"Amount": "0.25", "Currency": "GBP"}, "CurrencyExchange": {"SourceCurrency": "GBP", "TargetCurrency": "EUR", "UnitCurrency": "GBP", "ExchangeRate": 1.18, "InstructedAmount": {"Amount": "11.50", "Currency": "EUR"}}"#;
    let report = reads(&data(&[row("1", card).replace("\"Credit\"", "\"Debit\"")]));
    let row = &report.transactions[0];
    assert_eq!((row.kind, row.counterparty.name.as_deref()), (TransactionKind::Card, Some("Shop")));
    assert_eq!(row.counterparty.account.as_deref(), Some("************1111"));
    assert_eq!((row.fees[0].amount.minor(), row.metadata["merchant_category_code"].as_str()), (25, "5411"));
    assert_eq!(report.warnings[0].code(), Code::OpenBankingAssumed);
    let original = row.original.as_ref().unwrap();
    assert_eq!(
        (original.amount.to_string().as_str(), original.rate.unwrap().to_string().as_str()),
        ("-11.50 EUR", "0.847457627119")
    );
    let abroad = only(&self::row("1", r#", "ChargeAmount": {"Amount": "1.00", "Currency": "EUR"}"#));
    assert_eq!((abroad.fees.len(), abroad.metadata["charge_amount"].as_str()), (0, "1.00 EUR"));
}

#[test]
fn states() {
    let of = |status: &str| row("1", "").replace("\"Booked\"", &format!("\"{status}\""));
    for status in ["Pending", "PDNG"] {
        let row = only(&of(status));
        assert_eq!((row.status, row.id.as_str()), (Status::Pending, "pending:22289:1"));
    }
    // A pending row need not be booked, a booked one must.
    let undated = of("Pending").replace(r#""BookingDateTime": "2026-03-04T10:43:07+00:00", "#, "");
    assert_eq!(only(&undated).booked_on.to_string(), "2026-03-05");
    let report = reads(&data(&[of("Rejected"), of("RJCT"), of("FUTR"), of("INFO"), of("Odd"), row("1", "")]));
    assert_eq!((report.transactions.len(), report.records, report.errors.len()), (1, 6, 1));
    let said: Vec<_> = report.warnings.iter().map(|warning| warning.message().to_owned()).collect();
    assert!(
        said.len() == 3 && said.iter().any(|said| said == "2 transactions rejected: no money moved"),
        "{said:?}"
    );
}

#[test]
fn balances_accounts_and_statements() {
    let report = reads(
        r#"{"Data": {"Balance": [{"AccountId": "1", "Amount": {"Amount": "1230.00", "Currency": "GBP"}, "CreditDebitIndicator": "Credit", "Type": "OpeningBooked", "DateTime": "2026-03-01T10:43:07+00:00", "CreditLine": []}, {"AccountId": "2", "Amount": {"Amount": "5.10", "Currency": "GBP"}, "CreditDebitIndicator": "Debit", "Type": "CLBD", "DateTime": "2026-03-31T10:43:07+00:00"}, {"AccountId": "3"}]}}"#,
    );
    let balances: Vec<_> = report
        .balances
        .iter()
        .map(|one| (one.account.as_deref().unwrap(), one.kind, one.amount.minor()))
        .collect();
    assert_eq!(balances, [("1", BalanceKind::Opening, 123_000), ("2", BalanceKind::Closing, -510)]);
    assert_eq!((report.balances[0].on.unwrap().to_string().as_str(), report.errors.len()), ("2026-03-01", 1));
    let report = reads(
        r#"{"Data": {"Account": [{"AccountId": "1", "Currency": "GBP", "Nickname": "Bills", "Account": [{"SchemeName": "UK.OBIE.SortCodeAccountNumber", "Identification": "80200110203345", "Name": "Mr Kevin"}], "Servicer": {"SchemeName": "UK.OBIE.BICFI", "Identification": "BANKGB2L"}}]}}"#,
    );
    let account = &report.accounts[0];
    assert_eq!(
        (account.id.as_str(), account.owner.as_deref(), account.name.as_deref(), account.bank.as_deref()),
        ("1", Some("Mr Kevin"), Some("Bills"), Some("BANKGB2L"))
    );
    let statement = |id: u32, from: &str, until: &str, opening: &str, closing: &str| {
        format!(
            r#"{{"AccountId": "1", "StatementId": "{id}", "StatementReference": "00{id}", "Type": "RegularPeriodic", "StartDateTime": "{from}T00:00:00+00:00", "EndDateTime": "{until}T23:59:59+00:00", "StatementAmount": [{{"Type": "UK.OBIE.PreviousClosingBalance", "CreditDebitIndicator": "Credit", "Amount": {{"Amount": "{opening}", "Currency": "GBP"}}}}, {{"Type": "UK.OBIE.ClosingBalance", "CreditDebitIndicator": "Credit", "Amount": {{"Amount": "{closing}", "Currency": "GBP"}}}}]}}"#
        )
    };
    let (one, two) = (
        statement(1, "2026-01-01", "2026-01-31", "10.00", "20.00"),
        statement(2, "2026-02-01", "2026-02-28", "20.00", "5.00"),
    );
    let report = reads(&format!(r#"{{"Data": {{"Statement": [{one}, {two}]}}}}"#));
    let chains: Vec<_> =
        report.statements.iter().map(|one| (one.chain, one.proof, one.number.as_deref().unwrap())).collect();
    assert_eq!(chains, [(Chain::First, Proof::Incomplete, "001"), (Chain::Joined, Proof::Incomplete, "002")]);
    assert_eq!(report.statements[1].until.unwrap().to_string(), "2026-02-28");
}

#[test]
fn what_holds_no_transactions() {
    let refused = |text: &str| read(text.as_bytes(), &ReadOptions::default()).unwrap_err();
    let orders = refused(r#"{"Data": {"StandingOrder": [{"AccountId": "1"}]}, "Links": {}, "Meta": {}}"#);
    assert!(orders.code() == Code::FormatUnsupported && orders.message().contains("`StandingOrder`"));
    let failed = refused(
        r#"{"Code": "403", "Id": "x", "Message": "no", "Errors": [{"ErrorCode": "UK.OBIE.Header.Invalid"}]}"#,
    );
    assert_eq!(failed.code(), Code::FormatUnsupported);
    assert_eq!(refused("{}").code(), Code::FormatUnknown);
    let both =
        reads(&data(&[row("1", "")]).replace("\"Transaction\"", "\"Beneficiary\": [], \"Transaction\""));
    assert_eq!((both.transactions.len(), both.warnings.len()), (1, 1));
}

#[test]
fn a_bad_row_costs_itself() {
    let good = row("G", "");
    let report = reads(&data(&[
        good.replace("10.00", "ten"),
        good.replace("2026-03-04", "2026-02-30")
            .replace(r#", "ValueDateTime": "2026-03-05T00:00:00+00:00""#, ""),
        good.replace("GBP", "XX"),
        "7".to_owned(),
        good.clone(),
    ]));
    let fields: Vec<_> = report.errors.iter().map(|error| error.place().field.clone().unwrap()).collect();
    let at = |at: u32, field: &str| format!("/Data/Transaction/{at}{field}");
    assert_eq!(fields, [at(0, "/Amount"), at(1, "/BookingDateTime"), at(2, "/Amount"), at(3, "")]);
    assert_eq!((report.transactions.len(), report.errors[0].place().row.as_deref()), (1, Some("G")));
    let cut = reads(&format!(r#"{{"Data": {{"Transaction": [{good}, {{"AccountId"#));
    assert_eq!((cut.transactions.len(), cut.errors[0].code()), (1, Code::FormatTruncated));
    let deep = format!(r#"{{"x": {}{}}}"#, "[".repeat(10_000), "]".repeat(10_000));
    let report = reads(&data(&[deep, good]));
    assert_eq!((report.transactions.len(), report.errors[0].code()), (1, Code::FormatTooLarge));
}

#[test]
fn ids_are_of_their_account() {
    let (one, other) = (row("1", ""), row("1", "").replace("22289", "31820"));
    let ids: Vec<_> = reads(&data(&[
        one.clone(),
        other,
        one.replace("\"1\", \"TransactionReference", "\"\", \"TransactionReference"),
    ]))
    .transactions
    .into_iter()
    .map(|row| row.id)
    .collect();
    assert_eq!((ids[0].as_str(), ids[1].as_str()), ("22289:1", "31820:1"));
    assert!(ids[2].starts_with("c_"), "{ids:?}");
}

proptest! {
    #[test]
    fn no_bytes_panic(at in 0_usize..1400, with in proptest::collection::vec(any::<u8>(), 0..4), cut in 0_usize..1400) {
        let more = r#", "Balance": {"Amount": {"Amount": "1", "Currency": "GBP"}, "CreditDebitIndicator": "Debit"}, "DebtorAccount": {"SchemeName": "UK.OBIE.PAN", "Identification": "4111"}"#;
        let mut bytes = data(&[row("1", more), row("2", "")]).into_bytes();
        let at = at.min(bytes.len());
        bytes.splice(at..(at + 1).min(bytes.len()), with);
        let _ = read(&bytes, &ReadOptions::default());
        let _ = read(&bytes[..cut.min(bytes.len())], &ReadOptions::default());
    }
}
