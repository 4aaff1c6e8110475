//! Expected outputs of readers of MT940 and MT942.

use super::told::{Field, Told, ToldBalance, ToldRow, ToldStatement, add, day, decimal, text};
use payymo::format::BalanceKind;
use payymo::model::ReferenceKind;
use serde_json::Value;

/// mt940-rs: a list of messages, their lines with raw or German details.
pub fn mt940_rs(bytes: &[u8]) -> Told {
    let document: Value = serde_json::from_slice(bytes).expect("JSON");
    let mut told = Told::default();
    for (ours, message) in document.as_array().expect("messages").iter().enumerate() {
        let mut statement = ToldStatement { ours, ..Default::default() };
        let values = &mut statement.values;
        add(values, Field::Statement, text(message, "/transaction_ref_no"));
        add(values, Field::Account, text(message, "/account_id"));
        let number = text(message, "/statement_no");
        let page = text(message, "/sequence_no");
        add(
            values,
            Field::Number,
            number.map(|number| page.iter().fold(number, |number, page| format!("{number}/{page}"))),
        );
        told.statements.push(statement);
        for (path, kind) in [
            ("/opening_balance", BalanceKind::Opening),
            ("/closing_balance", BalanceKind::Closing),
            ("/closing_available_balance", BalanceKind::Other),
        ] {
            let Some(balance) = message.pointer(path).filter(|balance| !balance.is_null()) else { continue };
            let sign = text(balance, "/debit_credit_indicator");
            let amount = text(balance, "/amount").and_then(|amount| decimal(&amount)).expect("an amount");
            let page = balance["is_intermediate"] == Value::Bool(true);
            told.balances.push(ToldBalance {
                kind: if page { None } else { Some(kind) },
                amount: if sign.as_deref() == Some("Debit") { -amount } else { amount },
                currency: text(balance, "/iso_currency_code").unwrap_or_default(),
                on: day(balance, "/date").unwrap_or_default(),
            });
        }
        for line in message["statement_lines"].as_array().expect("entries") {
            let mut row = ToldRow { ours: vec![told.rows.len()], values: Vec::new() };
            let values = &mut row.values;
            let sign = text(line, "/ext_debit_credit_indicator");
            let amount = text(line, "/amount").and_then(|amount| decimal(&amount)).expect("an amount");
            let amount =
                if matches!(sign.as_deref(), Some("Debit" | "ReverseCredit")) { -amount } else { amount };
            add(values, Field::Amount, Some(amount.to_string()));
            add(values, Field::ValueOn, day(line, "/value_date"));
            add(values, Field::BookedOn, day(line, "/entry_date").or_else(|| day(line, "/value_date")));
            add(values, Field::AnyReference, text(line, "/customer_ref").filter(|own| own != "NONREF"));
            add(values, Field::Reference(ReferenceKind::Bank), text(line, "/bank_ref"));
            let code = text(line, "/transaction_type_ident_code")
                .or_else(|| text(line, "/transaction_type_ident_code/NonStandard"));
            add(values, Field::Code, code);
            let details = &line["information_to_account_owner"];
            add(values, Field::Details, details.as_str().map(str::to_owned));
            add(values, Field::Code, text(details, "/transaction_code"));
            let purpose = ["/purpose", "/additional_purpose"].iter().filter_map(|path| text(details, path));
            add(
                values,
                Field::Details,
                Some(purpose.collect()).filter(|purpose: &String| !purpose.is_empty()),
            );
            add(values, Field::Reason, text(details, "/return_debit_notes"));
            add(values, Field::Bic, text(details, "/applicant_bin"));
            add(values, Field::Party, text(details, "/applicant_iban"));
            add(values, Field::Name, text(details, "/applicant_name"));
            told.rows.push(row);
        }
    }
    told.count = Some(told.rows.len());
    told
}

/// my-flow's mt940: messages as lists of fields; JSON with commas too many, which YAML allows.
pub fn my_flow(bytes: &[u8]) -> Told {
    let document: Value = serde_norway::from_slice(bytes).expect("JSON or YAML");
    let mut told = Told::default();
    for (ours, message) in document.as_array().expect("messages").iter().enumerate() {
        let mut statement = ToldStatement { ours, ..Default::default() };
        for field in message.as_array().expect("fields") {
            let has = |key: &str| field.get(key).is_some();
            if has("balance_type") {
                told.balances.push(balance_of_field(field));
            } else if has("swift_code") {
                told.rows.push(row_of_field(field, told.rows.len()));
            } else if has("details") {
                if let Some(row) = told.rows.last_mut() {
                    details_of_field(field, row);
                }
            } else if has("account_number") {
                let bank = text(field, "/bank_code").map_or_else(String::new, |bank| bank + "/");
                add(
                    &mut statement.values,
                    Field::Account,
                    text(field, "/account_number").map(|number| bank + &number),
                );
            } else if has("sheet") {
                let page = text(field, "/sheet").map_or_else(String::new, |page| format!("/{page}"));
                add(
                    &mut statement.values,
                    Field::Number,
                    text(field, "/number").map(|number| number + &page),
                );
            } else if has("reference") && statement.values.is_empty() {
                add(&mut statement.values, Field::Statement, text(field, "/reference"));
            }
        }
        told.statements.push(statement);
    }
    told.count = Some(told.rows.len());
    told
}

fn balance_of_field(field: &Value) -> ToldBalance {
    let amount = text(field, "/amount").and_then(|amount| decimal(&amount)).expect("an amount");
    ToldBalance {
        // It calls a final balance a start, be it the opening or the closing one, and a page's intermediate.
        kind: None,
        amount: if text(field, "/sign").as_deref() == Some("debit") { -amount } else { amount },
        currency: text(field, "/currency").unwrap_or_default(),
        on: day(field, "/date").unwrap_or_default(),
    }
}

fn row_of_field(field: &Value, at: usize) -> ToldRow {
    let mut row = ToldRow { ours: vec![at], values: Vec::new() };
    let values = &mut row.values;
    let amount = text(field, "/amount").and_then(|amount| decimal(&amount)).expect("an amount");
    let out = text(field, "/funds_code").is_some_and(|mark| mark.ends_with("debit"));
    add(values, Field::Amount, Some(if out { -amount } else { amount }.to_string()));
    add(values, Field::ValueOn, day(field, "/value_date"));
    add(values, Field::BookedOn, day(field, "/entry_date").or_else(|| day(field, "/value_date")));
    add(values, Field::Code, text(field, "/swift_code"));
    add(values, Field::AnyReference, text(field, "/reference").filter(|own| own != "NONREF"));
    row
}

fn details_of_field(field: &Value, row: &mut ToldRow) {
    let joined = |key: &str| {
        let parts = field[key].as_array().into_iter().flatten().filter_map(Value::as_str);
        Some(parts.collect::<String>()).filter(|text| !text.is_empty())
    };
    let values = &mut row.values;
    add(values, Field::Code, text(field, "/code").map(|code| format!("{code:0>3}")));
    add(values, Field::Details, joined("details"));
    add(values, Field::Name, joined("account_holder"));
    add(values, Field::Bic, text(field, "/bank_code"));
    add(values, Field::Party, text(field, "/account_number"));
}

/// mt940-js: statements with entries, details as one text.
pub fn mt940_js(bytes: &[u8]) -> Told {
    let document: Value = serde_json::from_slice(bytes).expect("JSON");
    let mut told = Told::default();
    for (ours, message) in document.as_array().expect("statements").iter().enumerate() {
        let mut statement = ToldStatement { ours, ..Default::default() };
        add(&mut statement.values, Field::Statement, text(message, "/referenceNumber"));
        add(&mut statement.values, Field::Account, text(message, "/accountId"));
        add(&mut statement.values, Field::Number, text(message, "/number"));
        told.statements.push(statement);
        for (path, kind) in [
            ("/openingBalance", BalanceKind::Opening),
            ("/closingBalance", BalanceKind::Closing),
            ("/closingAvailableBalance", BalanceKind::Other),
            ("/forwardAvailableBalance", BalanceKind::Other),
        ] {
            let Some(balance) = message.pointer(path) else { continue };
            let amount = text(balance, "/value").and_then(|amount| decimal(&amount)).expect("an amount");
            told.balances.push(ToldBalance {
                kind: Some(kind),
                amount: if balance["isCredit"] == Value::Bool(true) { amount } else { -amount },
                currency: text(balance, "/currency").unwrap_or_default(),
                on: day(balance, "/date").unwrap_or_default(),
            });
        }
        for line in message["transactions"].as_array().expect("entries") {
            let mut row = ToldRow { ours: vec![told.rows.len()], values: Vec::new() };
            let values = &mut row.values;
            let amount = text(line, "/amount").and_then(|amount| decimal(&amount)).expect("an amount");
            let credit = line["isCredit"] == Value::Bool(true);
            add(values, Field::Amount, Some(if credit { amount } else { -amount }.to_string()));
            add(values, Field::Currency, text(line, "/currency"));
            add(values, Field::ValueOn, day(line, "/valueDate"));
            add(values, Field::BookedOn, day(line, "/entryDate").or_else(|| day(line, "/valueDate")));
            add(values, Field::Code, text(line, "/code"));
            add(values, Field::AnyReference, text(line, "/customerReference").filter(|own| own != "NONREF"));
            add(values, Field::Reference(ReferenceKind::Bank), text(line, "/bankReference"));
            add(values, Field::Details, text(line, "/description"));
            told.rows.push(row);
        }
    }
    told.count = Some(told.rows.len());
    told
}
