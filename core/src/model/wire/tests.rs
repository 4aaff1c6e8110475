//! The contract's JSON, read and written.

use super::*;
use crate::error::Code;
use crate::model::*;
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use rust_decimal::Decimal;

const FULL: &str = r#"{
  "id": "t1", "account": "GB33BUKB20201555555555", "booked_on": "2026-03-04", "value_on": "0000-00-00",
  "amount": "97.10", "currency": "EUR", "fees": [{"amount": 2.90, "currency": "EUR", "kind": "stripe_fee"}],
  "original": {"amount": "108.70", "currency": "USD", "rate": "0.92"}, "kind": "card",
  "counterparty": {"name": "Zoë & Söhne", "iban": "", "customer_id": 17},
  "references": [{"kind": "payment", "value": "ch_1"}], "remittance": "INV 17",
  "remittance_lines": [{"reference": "INV 17", "amount": "100", "text": null}, {"reference": "CN 2", "amount": -1, "currency": "GBP"}],
  "bank_code": {"domain": "PMNT", "family": "RCDT", "sub_family": "ESCT"},
  "returned": {"stage": "refund", "originals": ["ch_0"]}, "batch": {"id": "b", "count": "3"},
  "source": "stripe", "metadata": {"order": 17, "gift": true, "none": null, "text": ""}, "unheard_of": {"a": [1, 2]}
}"#;

#[test]
fn a_full_transaction() {
    let row = Transaction::from_json(FULL, &JsonOptions::default()).unwrap();
    assert_eq!((row.amount.minor(), row.value_on, row.status), (9710, None, Status::Booked));
    assert_eq!(row.gross().unwrap().to_string(), "100.00 EUR");
    assert_eq!(row.counterparty.iban, None);
    assert_eq!(row.counterparty.customer_id.as_deref(), Some("17"));
    assert_eq!(row.remittance_lines[1].amount.unwrap().to_string(), "-1.00 GBP");
    let metadata: Vec<_> = row.metadata.iter().collect();
    assert_eq!(metadata, [("gift", "true"), ("order", "17"), ("text", "")]);
    let written = serde_json::to_string(&row).unwrap();
    assert!(
        Transaction::from_json(&written, &JsonOptions { strict: true, ..Default::default() }).unwrap() == row
    );
    assert!(written.starts_with(r#"{"id":"t1","account":"GB33BUKB20201555555555","booked_on":"2026-03-04","status":"booked","amount":"97.10","currency":"EUR""#), "{written}");
}

#[test]
fn an_invoice_with_its_defaults() {
    let row: Invoice =
        serde_json::from_str(r#"{"id": 1042, "total": 120, "currency": "eur", "previous_totals": ["100", {"amount": 110, "currency": "EUR"}], "tax": [{"rate": 20, "amount": "20.00"}], "terms": {"discount_percent": "2.0", "discount_days": 10}, "metadata": []}"#)
            .unwrap();
    assert_eq!((row.id.as_str(), row.open, row.state), ("1042", row.total, InvoiceState::Open));
    assert_eq!(row.kind, InvoiceKind::Invoice);
    assert_eq!(
        serde_json::to_string(&row).unwrap(),
        r#"{"id":"1042","kind":"invoice","total":"120.00","open":"120.00","currency":"EUR","previous_totals":["100.00","110.00"],"state":"open","tax":[{"rate":"20","amount":"20.00"}],"terms":{"discount_percent":"2","discount_days":10}}"#
    );
}

#[test]
fn rows_come_out_of_every_serde_json_source() {
    let text = r#"[{"invoice": "1", "amount": "1.00", "currency": "EUR", "settled_on": 1772582400}]"#;
    let from_text: Vec<Settlement> = serde_json::from_str(text).unwrap();
    let from_reader: Vec<Settlement> = serde_json::from_reader(text.as_bytes()).unwrap();
    let from_value: Vec<Settlement> = serde_json::from_value(serde_json::from_str(text).unwrap()).unwrap();
    assert!(from_text == from_reader && from_text == from_value);
    assert_eq!(from_text[0].settled_on.to_string(), "2026-03-04");
}

#[track_caller]
fn refused(change: (&str, &str), code: Code, field: &str) {
    let base = r#"{"id": "t1", "booked_on": "2026-03-04", "amount": "1.00", "currency": "EUR"}"#;
    let text = base.replace(change.0, change.1);
    assert_ne!(text, base);
    let fault =
        Transaction::from_json(&text, &JsonOptions { strict: true, ..Default::default() }).unwrap_err();
    assert_eq!(fault.code(), code, "{fault}");
    assert_eq!(fault.place().field.as_deref(), Some(field), "{fault}");
}

#[test]
fn errors_name_code_and_field() {
    let amount = r#""amount": "1.00""#;
    refused((amount, r#""amount": 0.30000000000000004"#), Code::InputFloatMoney, "/amount");
    refused((amount, r#""amount": "NaN""#), Code::MoneySyntax, "/amount");
    refused((amount, r#""amount": "1,00""#), Code::MoneySyntax, "/amount");
    refused((amount, r#""amount": "1.001""#), Code::MoneyPrecision, "/amount");
    refused((amount, &format!(r#""amount": "{}""#, "9".repeat(40))), Code::MoneyOverflow, "/amount");
    refused((amount, r#""amount": []"#), Code::InputBadField, "/amount");
    refused((amount, r#""amount": " ""#), Code::InputMissing, "/amount");
    refused((amount, r#""amount": "1.00", "amount": "2.00""#), Code::InputBadField, "/amount");
    refused((amount, r#""amount": "1.00", "surplus": 1"#), Code::InputBadField, "/surplus");
    refused(
        (amount, r#""amount": "1.00", "fees": [{"amount": 1}, {"amount": 1, "currency": "GBP"}]"#),
        Code::MoneyCurrencyMismatch,
        "/fees/1/currency",
    );
    refused(
        (amount, r#""amount": "1.00", "original": {"amount": 1, "currency": "GBP", "rate": 0}"#),
        Code::InputBadField,
        "/original/rate",
    );
    refused((amount, r#""amount": "1.00", "metadata": {"a/b": [1]}"#), Code::InputBadField, "/metadata/a~1b");
    refused((amount, r#""amount": "1.00", "kind": "salary""#), Code::InputBadField, "/kind");
    refused((amount, r#""amount": "1.00", "remittance": "\ud800""#), Code::InputBadField, "/remittance");
    refused(("2026-03-04", "0001-01-01"), Code::InputBadDate, "/booked_on");
    refused(("2026-03-04", "0000-00-00"), Code::InputMissing, "/booked_on");
    refused((r#", "currency": "EUR""#, ""), Code::InputMissing, "/currency");
    refused((r#""EUR""#, r#""EURO""#), Code::MoneyCurrencyUnknown, "/currency");
    refused((r#""t1""#, r#""""#), Code::InputMissing, "/id");
}

#[test]
fn an_error_names_the_row_and_not_its_content() {
    let text = r#"{"id": "t7", "amount": "secret", "currency": "EUR", "booked_on": "2026-03-04"}"#;
    let fault = Transaction::from_json(text, &JsonOptions::default()).unwrap_err();
    assert_eq!(fault.place().row.as_deref(), Some("t7"));
    assert!(!fault.to_string().contains("secret"));
}

#[test]
fn instants_become_dates_by_the_offset() {
    let text = r#"{"id": "t", "booked_on": "2026-03-04T23:30:00Z", "amount": 1, "currency": "EUR"}"#;
    let at = |minutes| {
        let options = JsonOptions { utc_offset_minutes: minutes, ..Default::default() };
        Transaction::from_json(text, &options).unwrap().booked_on.to_string()
    };
    assert_eq!(at(0), "2026-03-04");
    assert_eq!(at(60), "2026-03-05");
}

#[test]
fn deep_nesting_is_refused() {
    let deep = format!(r#"{{"id": "t", "x": {}{}}}"#, "[".repeat(10_000), "]".repeat(10_000));
    let fault = Transaction::from_json(&deep, &JsonOptions::default()).unwrap_err();
    assert_eq!(fault.code(), Code::FormatTooLarge);
    assert!(serde_json::from_str::<Transaction>(&deep).is_err());
}

fn text() -> impl Strategy<Value = String> {
    "[ -~äßł\u{0}\u{202e}💶]{1,12}".prop_filter("blank is absent", |text| !text.trim().is_empty())
}

fn currency() -> impl Strategy<Value = Currency> {
    prop::sample::select(vec!["EUR", "JPY", "USD"]).prop_map(|code| Currency::parse(code).unwrap())
}

fn amount_of(currency: Currency) -> impl Strategy<Value = Amount> {
    any::<i64>().prop_map(move |minor| Amount::new(minor, currency))
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0_u64..109_500).prop_map(|days| NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Days::new(days))
}

fn rate() -> impl Strategy<Value = Decimal> {
    (1_i64.., 0_u32..=28).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

fn counterparty() -> impl Strategy<Value = Counterparty> {
    (of(text()), of(text()), of(text()), of(text()), of(text()), of(text()), of(text())).prop_map(
        |(name, ultimate_name, iban, account, bic, email, customer_id)| Counterparty {
            name,
            ultimate_name,
            iban,
            account,
            bic,
            email,
            customer_id,
        },
    )
}

fn reference() -> impl Strategy<Value = Reference> {
    use ReferenceKind::*;
    let kinds = vec![EndToEnd, Creditor, Mandate, Invoice, Payment, Payout, Cheque, Bank];
    (prop::sample::select(kinds), text()).prop_map(|(kind, value)| Reference { kind, value })
}

fn any_transaction() -> impl Strategy<Value = Transaction> {
    use TransactionKind::*;
    let kinds = vec![
        Transfer,
        DirectDebit,
        Card,
        TransactionKind::Cheque,
        TransactionKind::Payout,
        Refund,
        Return,
        Dispute,
        TransactionKind::Fee,
        Interest,
        Internal,
        Other,
    ];
    let stages = vec![ReturnStage::Reject, ReturnStage::Chargeback, ReturnStage::Won];
    let money = currency().prop_flat_map(|own| {
        let fee = (amount_of(own), text()).prop_map(|(amount, kind)| crate::model::Fee { amount, kind });
        let original = currency().prop_flat_map(amount_of);
        let original = (original, of(rate())).prop_map(|(amount, rate)| Original { amount, rate });
        (amount_of(own), vec(fee, 0..3), of(original))
    });
    let line = (text(), of(currency().prop_flat_map(amount_of)), of(text()))
        .prop_map(|(reference, amount, text)| RemittanceLine { reference, amount, text });
    let code = (of(text()), of(text()), of(text()), of(text())).prop_map(
        |(domain, family, sub_family, proprietary)| BankCode { domain, family, sub_family, proprietary },
    );
    let returned = (prop::sample::select(stages), of(text()), vec(text(), 0..3))
        .prop_map(|(stage, reason, originals)| Returned { stage, reason, originals });
    let batch = (of(text()), of(any::<u64>())).prop_map(|(id, count)| Batch { id, count });
    let head = (text(), of(text()), date(), of(date()), any::<bool>(), money);
    let middle = (
        prop::sample::select(kinds),
        counterparty(),
        of(text()),
        vec(reference(), 0..3),
        text(),
        vec(line, 0..3),
    );
    let tail = (of(code), of(returned), of(text()), of(batch), text(), btree_map(text(), text(), 0..3));
    (head, middle, tail).prop_map(|(head, middle, tail)| {
        let (id, account, booked_on, value_on, pending, (amount, fees, original)) = head;
        let (kind, counterparty, payee_iban, references, remittance, remittance_lines) = middle;
        let (bank_code, returned, reverses, batch, source, metadata) = tail;
        let status = if pending { Status::Pending } else { Status::Booked };
        Transaction {
            id,
            account,
            booked_on,
            value_on,
            status,
            amount,
            fees,
            original,
            kind,
            counterparty,
            payee_iban,
            references,
            remittance,
            remittance_lines,
            bank_code,
            returned,
            reverses,
            batch,
            source: source.into(),
            metadata: metadata.into_iter().collect(),
        }
    })
}

fn any_invoice() -> impl Strategy<Value = Invoice> {
    let kinds = vec![InvoiceKind::Invoice, InvoiceKind::CreditNote, InvoiceKind::Bill, InvoiceKind::Entry];
    let states = vec![
        InvoiceState::Open,
        InvoiceState::Closed,
        InvoiceState::Draft,
        InvoiceState::Void,
        InvoiceState::InCollection,
        InvoiceState::OnHold,
    ];
    let money = currency().prop_flat_map(|own| {
        let tax = (rate(), amount_of(own)).prop_map(|(rate, amount)| Tax { rate, amount });
        (amount_of(own), amount_of(own), vec(amount_of(own), 0..3), vec(tax, 0..3))
    });
    let names = || vec(text(), 0..3);
    let customer = (of(text()), of(text()), names(), names(), names(), names(), of(text())).prop_map(
        |(id, name, aliases, ibans, virtual_ibans, emails, group)| Customer {
            id,
            name,
            aliases,
            ibans,
            virtual_ibans,
            emails,
            group,
        },
    );
    let terms = (0_i64..=10_000, any::<u32>()).prop_map(|(percent, discount_days)| Terms {
        discount_percent: Decimal::new(percent, 2),
        discount_days,
    });
    let head =
        (text(), of(text()), names(), prop::sample::select(kinds), of(customer), of(date()), of(date()));
    let tail = (
        names(),
        prop::sample::select(states),
        names(),
        of(terms),
        of(text()),
        btree_map(text(), text(), 0..3),
    );
    (head, money, tail).prop_map(|(head, (total, open, previous_totals, tax), tail)| {
        let (id, number, other_numbers, kind, customer, issued_on, due_on) = head;
        let (covers, state, references, terms, description, metadata) = tail;
        Invoice {
            id,
            number,
            other_numbers,
            kind,
            customer,
            issued_on,
            due_on,
            total,
            open,
            previous_totals,
            covers,
            state,
            references,
            tax,
            terms,
            description,
            metadata: metadata.into_iter().collect(),
        }
    })
}

fn any_settlement() -> impl Strategy<Value = Settlement> {
    (text(), currency().prop_flat_map(amount_of), date(), of(text()), vec(text(), 0..3)).prop_map(
        |(invoice, amount, settled_on, transaction, external_ids)| Settlement {
            invoice,
            amount,
            settled_on,
            transaction,
            external_ids,
        },
    )
}

const STRICT: JsonOptions =
    JsonOptions { utc_offset_minutes: 0, strict: true, currency: None, account: None };

proptest! {
    #[test]
    fn what_is_written_reads_the_same(a in any_transaction(), b in any_invoice(), c in any_settlement()) {
        prop_assert!(Transaction::from_json(&serde_json::to_string(&a).unwrap(), &STRICT).unwrap() == a);
        prop_assert!(Invoice::from_json(&serde_json::to_string(&b).unwrap(), &STRICT).unwrap() == b);
        prop_assert!(Settlement::from_json(&serde_json::to_string(&c).unwrap(), &STRICT).unwrap() == c);
    }

    #[test]
    fn no_text_panics(text in ".{0,60}", at in 0_usize..FULL.len(), with in "[\"\\[\\]{}:,0-9eE.\\\\-]{0,3}") {
        let _ = Transaction::from_json(&text, &STRICT);
        if let (Some(before), Some(after)) = (FULL.get(..at), FULL.get(at + 1..)) {
            let _ = Transaction::from_json(&[before, &with, after].concat(), &JsonOptions::default());
        }
    }
}
