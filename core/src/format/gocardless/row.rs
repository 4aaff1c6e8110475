//! One transaction or balance of the API.

use super::super::json::Text;
use super::super::{Balance, BalanceKind, ReadOptions};
use super::money::{bad_row, money};
use super::wire::{Account, BalanceRow, Row};
use super::{code, exchange, remittance};
use crate::error::{Code, Error};
use crate::model::wire::date;
use crate::model::{
    Counterparty, Reference, ReferenceKind, ReturnStage, Returned, Status, Transaction, TransactionKind,
};
use crate::money::Amount;
use chrono::NaiveDate;
use serde_json::value::RawValue;

/// Which fields the other side was taken from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Debtor of money in, creditor of money out; or nobody is named.
    Own,
    /// The other way round, because only that one is named.
    Swapped,
}

/// A transaction with what is kept beside it.
pub(super) struct Read {
    pub(super) transaction: Transaction,
    pub(super) side: Side,
    pub(super) balance_after: Option<Amount>,
}

/// Reads one transaction; its id is the bank's, or empty.
pub(super) fn transaction(
    text: &str,
    status: Status,
    account: Option<&str>,
    options: &ReadOptions,
) -> Result<Read, Error> {
    let row: Row<'_> = serde_json::from_str(text).map_err(|_| bad_row("not an object of the API's form"))?;
    let id = row.transaction_id.some().or_else(|| row.internal_transaction_id.some()).unwrap_or_default();
    build(&row, id.clone(), status, account, options)
        .map_err(|fault| if id.is_empty() { fault } else { fault.at_row(id) })
}

fn build(
    row: &Row<'_>,
    id: String,
    status: Status,
    account: Option<&str>,
    options: &ReadOptions,
) -> Result<Read, Error> {
    let raw = row.transaction_amount.ok_or_else(|| bad_row("no amount").at_field("/transactionAmount"))?;
    let amount = money(raw, options.currency).map_err(|fault| named(&fault, "/transactionAmount"))?;
    let booked_on = booked_on(row, status, options)?;
    let mut read = Transaction::new(id, booked_on, amount);
    read.source = "gocardless".to_owned();
    read.status = status;
    read.account = account.map(str::to_owned);
    read.value_on = first_date(&[&row.value_date, &row.value_date_time], options).ok().flatten();
    let money_in = amount.minor() >= 0;
    let side = counterparty(row, money_in, account, &mut read);
    let (remittance, creditor_references, mandate) = remittance::remittance(row);
    read.remittance = remittance;
    references(row, creditor_references, mandate, &mut read);
    read.bank_code =
        code::bank_code(&row.bank_transaction_code.clean(), &row.proprietary_bank_transaction_code.clean());
    read.kind = read.bank_code.as_ref().and_then(code::kind).unwrap_or_default();
    if read.kind == TransactionKind::Return {
        read.returned = Some(Returned { stage: ReturnStage::Return, reason: None, originals: Vec::new() });
    }
    read.original = row.currency_exchange.and_then(|raw| exchange::original(raw.get(), amount));
    for (key, text) in [
        ("internal_transaction_id", &row.internal_transaction_id),
        ("creditor_id", &row.creditor_id),
        ("merchant_category_code", &row.merchant_category_code),
    ] {
        if let Some(text) = text.some() {
            read.metadata.insert(key.to_owned(), text);
        }
    }
    let balance_after = row.balance_after_transaction.and_then(|raw| {
        let balance: BalanceRow<'_> = serde_json::from_str(raw.get()).ok()?;
        money(balance.balance_amount, options.currency).ok()
    });
    Ok(Read { transaction: read, side, balance_after })
}

/// The booking date, or what stands in for it: banks leave it out of pending rows, and some out of all.
fn booked_on(row: &Row<'_>, status: Status, options: &ReadOptions) -> Result<NaiveDate, Error> {
    let all = [
        &row.booking_date,
        &row.booking_date_time,
        &row.value_date,
        &row.value_date_time,
        &row.transaction_date,
        &row.date,
    ];
    let found = first_date(&all, options).map_err(|_| {
        Error::new(Code::GocardlessBadDate, "not a date such as 2026-03-04 of the years 1900 to 2199")
    })?;
    found.ok_or_else(|| {
        let what = if status == Status::Pending { "pending" } else { "booked" };
        Error::new(Code::GocardlessBadDate, format!("a {what} transaction without any date"))
            .at_field("/bookingDate")
    })
}

/// The first date that is given. One that cannot be read is an error only where no other is given.
fn first_date(texts: &[&Text<'_>], options: &ReadOptions) -> Result<Option<NaiveDate>, Error> {
    let mut fault = None;
    for text in texts {
        match date::from_text(&text.0, options.utc_offset_minutes) {
            Ok(Some(date)) => return Ok(Some(date)),
            Ok(None) => {}
            Err(error) => fault = fault.or(Some(error)),
        }
    }
    fault.map_or(Ok(None), Err)
}

/// Fills in the other side, and the IBAN that money came in on.
fn counterparty(row: &Row<'_>, money_in: bool, own: Option<&str>, read: &mut Transaction) -> Side {
    let debtor = party(&row.debtor_name, row.debtor_account, &row.debtor_agent, &row.ultimate_debtor);
    let creditor =
        party(&row.creditor_name, row.creditor_account, &row.creditor_agent, &row.ultimate_creditor);
    let (other, ours) = if money_in { (debtor, creditor) } else { (creditor, debtor) };
    let is_own = |party: &Counterparty| {
        own.is_some() && (party.iban.as_deref() == own || party.account.as_deref() == own)
    };
    let nobody = Counterparty::default();
    if other == nobody && ours != nobody && !is_own(&ours) {
        // With a name it is somebody; a bare account is more likely the host's own.
        if ours.name.is_some() {
            read.counterparty = ours;
            return Side::Swapped;
        }
    }
    if money_in && ours.iban.as_deref() != own {
        read.payee_iban = ours.iban;
    }
    read.counterparty = other;
    Side::Own
}

fn party(name: &Text<'_>, account: Option<&RawValue>, agent: &Text<'_>, ultimate: &Text<'_>) -> Counterparty {
    let account: Account<'_> =
        account.and_then(|raw| serde_json::from_str(raw.get()).ok()).unwrap_or_default();
    let name = name.some();
    Counterparty {
        ultimate_name: ultimate.some().filter(|ultimate| Some(ultimate) != name.as_ref()),
        name,
        iban: account.iban.some(),
        account: account.bban.some().or_else(|| account.masked_pan.some()).or_else(|| account.pan.some()),
        bic: agent.some(),
        ..Counterparty::default()
    }
}

fn references(row: &Row<'_>, creditor: Vec<String>, mandate: Option<String>, read: &mut Transaction) {
    let mut push = |kind, value: Option<String>| {
        let reference = value.filter(|value| !says_nothing(value)).map(|value| Reference { kind, value });
        if let Some(reference) = reference
            && !read.references.contains(&reference)
        {
            read.references.push(reference);
        }
    };
    push(ReferenceKind::EndToEnd, row.end_to_end_id.some());
    for value in creditor {
        push(ReferenceKind::Creditor, Some(value));
    }
    push(ReferenceKind::Mandate, row.mandate_id.some());
    push(ReferenceKind::Mandate, mandate);
    push(ReferenceKind::Cheque, row.check_id.some());
    push(ReferenceKind::Bank, row.entry_reference.some());
    push(ReferenceKind::Bank, row.transaction_id.some());
}

/// What banks write where there is no reference.
fn says_nothing(value: &str) -> bool {
    ["NOTPROVIDED", "NOT PROVIDED", "NOTAVAILABLE", "NONREF", "N/A", "NULL", "NONE", "-"]
        .iter()
        .any(|nothing| value.eq_ignore_ascii_case(nothing))
}

/// Reads one balance.
pub(super) fn balance(text: &str, account: Option<String>, options: &ReadOptions) -> Result<Balance, Error> {
    let row: BalanceRow<'_> =
        serde_json::from_str(text).map_err(|_| bad_row("not a balance of the API's form"))?;
    let amount =
        money(row.balance_amount, options.currency).map_err(|fault| named(&fault, "/balanceAmount"))?;
    let kind = match row.balance_type.0.as_ref() {
        "openingBooked" | "previouslyClosedBooked" => BalanceKind::Opening,
        "closingBooked" => BalanceKind::Closing,
        _ => BalanceKind::Other,
    };
    let on = date::from_text(&row.reference_date.0, options.utc_offset_minutes).ok().flatten();
    Ok(Balance { account, statement: None, kind, amount, on })
}

/// The IBAN of an account object.
pub(super) fn iban_of(text: &str) -> Option<String> {
    serde_json::from_str::<Account<'_>>(text).ok()?.iban.some()
}

/// An error of money as one of a row, with its field.
fn named(fault: &Error, field: &str) -> Error {
    bad_row(&format!("the amount cannot be read: {}", fault.message())).at_field(field)
}
