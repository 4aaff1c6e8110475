//! Expected outputs of a consumer of GoCardless's rows and of a writer of ledgers.

use super::told::{Field, Told, ToldRow, add, day, decimal, text};
use chrono::NaiveDate;
use payymo::format::Report;
use payymo::model::{ReferenceKind, Status};
use serde_json::Value;

/// Actual's server: rows as one consumer shows them, each with the list and the index it comes from.
pub fn actual(bytes: &[u8], report: &Report) -> Told {
    let document: Value = serde_json::from_slice(bytes).expect("JSON");
    let mut told = Told::default();
    for case in document.as_array().expect("cases") {
        let mut left: Vec<usize> = (0..report.transactions.len()).collect();
        let lists = [&case["sort_output"], &case["starting_balance_transactions"]];
        for row in lists.iter().filter_map(|list| list.as_array()).flatten() {
            told.rows.extend(sorted(row, &mut left, report));
        }
        let (Some(list), Some(at)) = (case["list"].as_str(), case["index"].as_u64()) else { continue };
        let row = &case["normalised"];
        let place = format!("/transactions/{list}/{at}");
        let ours = report.places.transactions.iter().position(|known| known.field.to_string() == place);
        let mut told_row = ToldRow { ours: ours.into_iter().collect(), values: Vec::new() };
        let values = &mut told_row.values;
        let amount = text(row, "/transactionAmount/amount");
        let credit = amount.as_deref().is_some_and(|amount| !amount.starts_with('-'));
        add(
            values,
            Field::Amount,
            amount.and_then(|amount| decimal(&amount)).map(|amount| amount.to_string()),
        );
        add(values, Field::Currency, text(row, "/transactionAmount/currency"));
        add(values, Field::BookedOn, day(row, "/bookingDate"));
        add(values, Field::ValueOn, day(row, "/valueDate").or_else(|| day(row, "/valueDateTime")));
        add(values, Field::Status, Some(if list == "booked" { "BOOK" } else { "PDNG" }.to_owned()));
        let end_to_end = text(row, "/endToEndId").filter(|known| known != "NOTPROVIDED");
        add(values, Field::Reference(ReferenceKind::EndToEnd), end_to_end);
        add(values, Field::Reference(ReferenceKind::Mandate), text(row, "/mandateId"));
        add(values, Field::AnyReference, text(row, "/transactionId"));
        add(values, Field::Metadata("internal_transaction_id"), text(row, "/internalTransactionId"));
        add(values, Field::Name, text(row, if credit { "/debtorName" } else { "/creditorName" }));
        add(
            values,
            Field::Party,
            text(row, if credit { "/debtorAccount/iban" } else { "/creditorAccount/iban" }),
        );
        add(values, Field::Ultimate, text(row, if credit { "/ultimateDebtor" } else { "/ultimateCreditor" }));
        add(values, Field::Words, text(row, "/remittanceInformationUnstructured"));
        add(values, Field::Words, text(row, "/remittanceInformationStructured"));
        add(values, Field::Words, text(row, "/additionalInformation"));
        let iso = text(row, "/bankTransactionCode").unwrap_or_default();
        for part in iso.split('-').filter(|part| !part.is_empty()) {
            add(values, Field::Code, Some(part.to_owned()));
        }
        add(values, Field::Code, text(row, "/proprietaryBankTransactionCode"));
        told.rows.push(told_row);
    }
    told
}

/// A row of a list that was only put in order.
fn sorted(row: &Value, left: &mut Vec<usize>, report: &Report) -> Option<ToldRow> {
    let mut told = ToldRow::default();
    let amount = text(row, "/transactionAmount/amount").and_then(|amount| decimal(&amount))?;
    let (id, on) = (text(row, "/transactionId"), day(row, "/bookingDate"));
    let same = |at: &usize| {
        let ours = &report.transactions[*at];
        let named = id.as_ref().is_none_or(|id| ours.references.iter().any(|known| known.value == *id));
        let dated = on.as_ref().is_none_or(|on| ours.booked_on.to_string() == *on);
        named && dated && ours.amount.to_decimal() == amount
    };
    if let Some(found) = left.iter().position(same) {
        told.ours.push(left.remove(found));
    }
    add(&mut told.values, Field::Amount, Some(amount.to_string()));
    add(&mut told.values, Field::Currency, text(row, "/transactionAmount/currency"));
    add(&mut told.values, Field::BookedOn, on);
    add(&mut told.values, Field::AnyReference, id);
    Some(told)
}

/// double-entry-generator: a ledger, ordered by day, each transaction with two or three postings.
pub fn ledger(bytes: &[u8], report: &Report) -> Told {
    let written = core::str::from_utf8(bytes).expect("UTF-8");
    let mut told = Told::default();
    let mut left: Vec<usize> = (0..report.transactions.len()).collect();
    let booked = report.transactions.iter().filter(|row| row.status == Status::Booked).count();
    let blocks: Vec<&str> =
        written.split("\n\n").map(str::trim).filter(|block| block.contains(" * \"")).collect();
    let own = own_account(&blocks);
    for block in &blocks {
        let mut lines = block.lines();
        let head = lines.next().unwrap_or_default();
        let mut row = ToldRow::default();
        let values = &mut row.values;
        let quoted: Vec<&str> = head.split('"').skip(1).step_by(2).collect();
        let meta = |key: &str| {
            let line = block.lines().find_map(|line| line.trim().strip_prefix(key));
            line.map(|value| value.trim_matches(['"', ' ']).to_owned())
        };
        let postings: Vec<(&str, &str, &str)> = lines.filter_map(posting).collect();
        let amount = match own.as_deref() {
            Some(own) => postings.iter().find(|posting| posting.0 == own),
            None => postings.first(),
        };
        let Some((_, amount, currency)) = amount.copied() else { panic!("no posting in {block}") };
        let amount = decimal(amount).expect("an amount");
        let (field, amount) =
            if own.is_some() { (Field::Amount, amount) } else { (Field::Size, amount.abs()) };
        add(values, field, Some(amount.to_string()));
        add(values, Field::Currency, Some(currency.to_owned()));
        let on = head.get(..10).unwrap_or_default();
        // A card's ledger has the day of the purchase; the day of the booking stands beside it.
        let recorded = meta("recordDate:");
        add(values, Field::BookedOn, Some(recorded.unwrap_or_else(|| on.to_owned())));
        for text in quoted.iter().filter(|text| !matches!(**text, "/" | "")) {
            add(values, Field::Words, Some((*text).to_owned()));
        }
        add(values, Field::AnyReference, meta("orderId:").filter(|id| id != "/"));
        add(values, Field::AnyReference, meta("logNumber:"));
        let day: NaiveDate = on.parse().expect("a day");
        let apart = |at: usize| (report.transactions[at].booked_on - day).num_days().abs();
        let same = |at: &usize| report.transactions[*at].amount.to_decimal().abs() == amount.abs();
        if let Some(found) = left.iter().copied().filter(same).min_by_key(|at| apart(*at)) {
            row.ours.push(found);
            left.retain(|at| *at != found);
        }
        told.rows.push(row);
    }
    if booked == report.transactions.len() {
        told.count = Some(blocks.len());
    }
    told
}

/// The account that stands in every transaction.
fn own_account(blocks: &[&str]) -> Option<String> {
    let first = blocks.first()?.lines().filter_map(posting);
    let own = |account: &&str| account.starts_with("Assets:") || account.starts_with("Liabilities:");
    let mut all = first.map(|posting| posting.0).filter(own).filter(|account| {
        blocks.iter().all(|block| block.lines().filter_map(posting).any(|posting| posting.0 == *account))
    });
    all.next().map(str::to_owned)
}

/// `Assets:Bank -1.96 CAD`
fn posting(line: &str) -> Option<(&str, &str, &str)> {
    let mut words = line.split_whitespace();
    let (account, amount, currency) = (words.next()?, words.next()?, words.next()?);
    let known = ["Assets:", "Liabilities:", "Expenses:", "Income:", "Equity:"];
    (known.iter().any(|kind| account.starts_with(kind)) && decimal(amount).is_some())
        .then_some((account, amount, currency))
}
