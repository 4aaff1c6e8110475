//! Expected outputs of the Python package mt-940: objects in YAML, of all statements the last one's head.

use super::told::{Field, Told, ToldBalance, ToldRow, ToldStatement, add};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use payymo::format::{BalanceKind, Report};
use payymo::model::ReferenceKind;
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A collection; each entry names the collection again, which is left out.
#[derive(Deserialize)]
struct Collection {
    data: BTreeMap<String, Value>,
    transactions: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    data: BTreeMap<String, Value>,
}

/// Tags of Python objects say nothing that the keys do not say.
#[derive(Deserialize)]
#[serde(untagged)]
enum Value {
    Balance { amount: Money, date: Vec<String> },
    Amount(Money),
    Day(Vec<String>),
    Text(String),
    Other(serde::de::IgnoredAny),
}

#[derive(Deserialize)]
struct Money {
    amount: Vec<String>,
    currency: Option<String>,
}

impl Money {
    fn decimal(&self) -> Decimal {
        self.amount.first().and_then(|text| text.parse::<Decimal>().ok()).expect("an amount").normalize()
    }
}

/// The day of a date as Python packs it: the year in two bytes, month and day in one each.
fn day(packed: &[String]) -> Option<String> {
    let bytes = STANDARD.decode(packed.first()?.trim()).ok()?;
    let [high, low, month, day, ..] = bytes.as_slice() else { return None };
    Some(format!("{:04}-{month:02}-{day:02}", u16::from(*high) << 8 | u16::from(*low)))
}

pub fn wolph(bytes: &[u8], report: &Report) -> Told {
    let document: Collection = serde_norway::from_slice(bytes).expect("YAML");
    let mut told = Told { count: Some(document.transactions.len()), ..Default::default() };
    let text = |data: &BTreeMap<String, Value>, key: &str| match data.get(key) {
        Some(Value::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let mut statement =
        ToldStatement { ours: report.statements.len().saturating_sub(1), ..Default::default() };
    let head = &document.data;
    add(&mut statement.values, Field::Statement, text(head, "transaction_reference"));
    add(&mut statement.values, Field::Account, text(head, "account_identification"));
    let page = text(head, "sequence_number").map_or_else(String::new, |page| format!("/{page}"));
    add(&mut statement.values, Field::Number, text(head, "statement_number").map(|number| number + &page));
    told.statements.push(statement);
    for (key, kind) in [
        ("final_opening_balance", BalanceKind::Opening),
        ("intermediate_opening_balance", BalanceKind::Opening),
        ("final_closing_balance", BalanceKind::Closing),
        ("intermediate_closing_balance", BalanceKind::Closing),
        ("available_balance", BalanceKind::Other),
        ("forward_available_balance", BalanceKind::Other),
    ] {
        let Some(Value::Balance { amount, date }) = head.get(key) else { continue };
        told.balances.push(ToldBalance {
            kind: if key.starts_with("intermediate") { None } else { Some(kind) },
            amount: amount.decimal(),
            currency: amount.currency.clone().unwrap_or_default(),
            on: day(date).unwrap_or_default(),
        });
    }
    for Entry { data } in &document.transactions {
        let mut row = ToldRow { ours: vec![told.rows.len()], values: Vec::new() };
        let values = &mut row.values;
        let on = |key: &str| match data.get(key) {
            Some(Value::Day(packed)) => day(packed),
            _ => None,
        };
        if let Some(Value::Amount(money)) = data.get("amount") {
            add(values, Field::Amount, Some(money.decimal().to_string()));
            add(values, Field::Currency, money.currency.clone());
        }
        add(values, Field::ValueOn, on("date"));
        add(values, Field::BookedOn, on("entry_date").or_else(|| on("date")));
        let own = text(data, "customer_reference").filter(|own| own != "NONREF");
        add(values, Field::AnyReference, own);
        for (key, field) in [
            ("bank_reference", Field::Reference(ReferenceKind::Bank)),
            ("id", Field::Code),
            ("transaction_code", Field::Code),
            ("end_to_end_reference", Field::Reference(ReferenceKind::EndToEnd)),
            ("additional_position_reference", Field::Reference(ReferenceKind::Mandate)),
            ("applicant_creditor_id", Field::Metadata("creditor_id")),
            ("return_debit_notes", Field::Reason),
            ("applicant_bin", Field::Bic),
            ("applicant_iban", Field::Party),
            ("applicant_name", Field::Name),
            ("transaction_details", Field::Details),
        ] {
            add(values, field, text(data, key));
        }
        let purpose = ["purpose", "additional_purpose"].iter().filter_map(|key| text(data, key));
        add(values, Field::Words, Some(purpose.collect::<Vec<_>>().join(" ")));
        told.rows.push(row);
    }
    told
}
