//! One transaction, balance, account or statement of the API.

use super::super::exchange::original;
use super::super::json::{Text, money, note, part, refer};
use super::super::reading::ledger::Ledger;
use super::super::{Account, Balance, BalanceKind, ReadOptions};
use super::code;
use super::wire::{AccountRow, BalanceRow, Coded, Exchange, Merchant, Row, Scheme, StatementRow};
use crate::error::{Code, Error};
use crate::model::wire::date;
use crate::model::{
    Counterparty, Fee, ReferenceKind, ReturnStage, Returned, Status, Transaction, TransactionKind,
};
use crate::money::{Amount, Currency};
use crate::party::Iban;
use chrono::NaiveDate;
use serde_json::value::RawValue;

/// A transaction with what is told beside it.
pub(super) struct Read {
    pub(super) transaction: Transaction,
    /// The bank's own id.
    pub(super) id: Option<String>,
    pub(super) balance_after: Option<Amount>,
    /// Whether a balance after it is told that cannot be read.
    pub(super) balance_unread: bool,
    /// Whether charges were taken as part of the amount.
    pub(super) charged: bool,
}

/// What a record of the list is.
pub(super) enum Found {
    Row(Box<Read>),
    /// It moved nothing, and why.
    Nothing(&'static str),
}

/// Reads one transaction.
pub(super) fn transaction(text: &str, options: &ReadOptions) -> Result<Found, Error> {
    let row: Row<'_> = serde_json::from_str(text).map_err(|_| bad("not a transaction of the API's form"))?;
    let id = row.transaction_id.some();
    build(&row, options).map_err(|fault| match id {
        Some(id) => fault.at_row(id),
        None => fault,
    })
}

fn build(row: &Row<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let status = match row.status.0.as_ref() {
        "Booked" | "BOOK" => Status::Booked,
        "Pending" | "PDNG" => Status::Pending,
        "Rejected" | "RJCT" => return Ok(Found::Nothing("rejected: no money moved")),
        "FUTR" | "Future" => return Ok(Found::Nothing("due in the future: no money moved yet")),
        "INFO" | "Information" => return Ok(Found::Nothing("for information: no money moved")),
        _ => return Err(bad("neither Booked nor Pending").at_field("/Status")),
    };
    let amount = signed(row.amount, &row.credit_debit_indicator, options, "/Amount")?;
    let booked_on = booked_on(row, status, options)?;
    let mut read = Transaction::new("", booked_on, amount);
    read.source = "open_banking_uk".into();
    read.status = status;
    read.account = row.account_id.some().or_else(|| options.account.clone());
    read.value_on = date::from_text(&row.value_date_time.0, options.utc_offset_minutes).ok().flatten();
    read.remittance = row.transaction_information.clean();
    counterparty(row, amount.minor() >= 0, &mut read);
    refer(&mut read, ReferenceKind::EndToEnd, row.transaction_reference.some());
    refer(&mut read, ReferenceKind::Bank, row.transaction_id.some());
    let standard: Coded<'_> = part(row.bank_transaction_code);
    let own: Coded<'_> = part(row.proprietary_bank_transaction_code);
    read.bank_code = code::bank_code(&standard.code.clean(), &standard.sub_code.clean(), &own.code.clean());
    read.kind = read.bank_code.as_ref().and_then(code::kind).unwrap_or_default();
    if read.kind == TransactionKind::Other && row.card_instrument.is_some_and(|raw| raw.get() != "null") {
        read.kind = TransactionKind::Card;
    }
    if read.kind == TransactionKind::Return {
        read.returned = Some(Returned { stage: ReturnStage::Return, reason: None, originals: Vec::new() });
    }
    charge(row, options, &mut read)?;
    let exchange: Exchange<'_> = part(row.currency_exchange);
    let gross = read.gross()?;
    read.original = original(
        exchange.instructed_amount.map(RawValue::get),
        exchange.exchange_rate.map(RawValue::get),
        gross,
    );
    let merchant: Merchant<'_> = part(row.merchant_details);
    let references: Text<'_> = part(row.statement_reference);
    for (key, text) in [
        ("merchant_category_code", &merchant.merchant_category_code),
        ("category_purpose_code", &row.category_purpose_code),
        ("statement_reference", &references),
        ("transaction_mutability", &row.transaction_mutability),
    ] {
        note(&mut read, key, text);
    }
    let after: BalanceRow<'_> = part(row.balance);
    let balance_after = signed(after.amount, &after.credit_debit_indicator, options, "").ok();
    let told = row.balance.is_some_and(|raw| raw.get() != "null");
    let charged = !read.fees.is_empty();
    Ok(Found::Row(Box::new(Read {
        transaction: read,
        id: row.transaction_id.some(),
        balance_unread: told && balance_after.is_none(),
        balance_after,
        charged,
    })))
}

/// The date of booking, which a pending transaction need not have.
fn booked_on(row: &Row<'_>, status: Status, options: &ReadOptions) -> Result<NaiveDate, Error> {
    let mut fault = None;
    for (text, field) in
        [(&row.booking_date_time, "/BookingDateTime"), (&row.value_date_time, "/ValueDateTime")]
    {
        match date::from_text(&text.0, options.utc_offset_minutes) {
            Ok(Some(date)) => return Ok(date),
            Ok(None) => {}
            Err(error) => fault = fault.or_else(|| Some(bad(error.message()).at_field(field))),
        }
    }
    let what = if status == Status::Pending { "pending" } else { "booked" };
    let none = || bad(&format!("a {what} transaction without any date")).at_field("/BookingDateTime");
    Err(fault.unwrap_or_else(none))
}

/// An amount, which is never negative itself, with the sign that the indicator gives it.
fn signed(
    raw: Option<&RawValue>,
    indicator: &Text<'_>,
    options: &ReadOptions,
    field: &str,
) -> Result<Amount, Error> {
    let named =
        |fault: &Error| bad(&format!("the amount cannot be read: {}", fault.message())).at_field(field);
    let raw = raw.ok_or_else(|| bad("no amount").at_field(field))?;
    let amount = money(raw.get(), options.currency).map_err(|fault| named(&fault))?;
    let amount = amount.ok_or_else(|| bad("no amount").at_field(field))?;
    if amount.minor() < 0 {
        // Whether the sign says the direction once more or turns it around is not known.
        let said = "a signed amount: CreditDebitIndicator alone says the direction";
        return Err(bad(said).at_field(format!("{field}/Amount")));
    }
    match indicator.0.as_ref() {
        "Credit" | "CRDT" => Ok(amount),
        "Debit" | "DBIT" => amount.checked_neg(),
        _ => Err(bad("neither Credit nor Debit").at_field("/CreditDebitIndicator")),
    }
}

/// Charges stand beside the amount, which is what moved the account. The standard does not say whether it holds them: they
/// are taken as part of it, which is told once. In another currency than the account's they are only noted.
fn charge(row: &Row<'_>, options: &ReadOptions, read: &mut Transaction) -> Result<(), Error> {
    let Some(raw) = row.charge_amount else { return Ok(()) };
    let named = |fault: &Error| bad(fault.message()).at_field("/ChargeAmount");
    let Some(amount) = money(raw.get(), options.currency).map_err(|fault| named(&fault))? else {
        return Ok(());
    };
    if amount.is_zero() {
        return Ok(());
    }
    if amount.currency() == read.currency() {
        read.fees.push(Fee { amount, kind: "bank_fee".to_owned() });
    } else {
        read.metadata.insert("charge_amount", amount.to_string());
    }
    Ok(())
}

/// The other side: the debtor of money in, the creditor of money out, or the merchant.
fn counterparty(row: &Row<'_>, money_in: bool, read: &mut Transaction) {
    let debtor = party(row.debtor_account, row.debtor_agent, row.ultimate_debtor);
    let creditor = party(row.creditor_account, row.creditor_agent, row.ultimate_creditor);
    let (mut other, ours) = if money_in { (debtor, creditor) } else { (creditor, debtor) };
    if other.name.is_none() {
        let merchant: Merchant<'_> = part(row.merchant_details);
        other.name = merchant.merchant_name.some();
    }
    if money_in {
        read.payee_iban = ours.iban;
    }
    read.counterparty = other;
}

fn party(account: Option<&RawValue>, agent: Option<&RawValue>, ultimate: Option<&RawValue>) -> Counterparty {
    let account: Scheme<'_> = part(account);
    let agent: Scheme<'_> = part(agent);
    let ultimate: Scheme<'_> = part(ultimate);
    let (iban, number) = identified(&account);
    let name =
        account.name.some().or_else(|| agent.name.some().filter(|_| account.identification.0.is_empty()));
    Counterparty {
        ultimate_name: ultimate.name.some().filter(|ultimate| Some(ultimate) != name.as_ref()),
        name,
        iban,
        account: number,
        bic: agent.identification.some().filter(|_| agent.scheme_name.0.contains("BIC")),
        ..Counterparty::default()
    }
}

/// IBAN, or account number with the building society's roll number behind it. Card numbers come masked; one that does not
/// is masked here.
fn identified(account: &Scheme<'_>) -> (Option<String>, Option<String>) {
    let Some(number) = account.identification.some() else { return (None, None) };
    let scheme = account.scheme_name.0.rsplit('.').next().unwrap_or_default();
    match scheme {
        "IBAN" => (Some(number), None),
        "PAN" => (None, Some(crate::text::escape::mask_cards(&number).into_owned())),
        "" if Iban::parse(&number).is_valid() => (Some(number), None),
        _ => match account.secondary_identification.some() {
            Some(roll) => (None, Some(format!("{number} {roll}"))),
            None => (None, Some(number)),
        },
    }
}

fn balance_kind(kind: &str) -> BalanceKind {
    match kind {
        "OpeningBooked" | "PreviouslyClosedBooked" | "OPBD" | "PRCD" => BalanceKind::Opening,
        "ClosingBooked" | "ClosingCleared" | "CLBD" => BalanceKind::Closing,
        _ => BalanceKind::Other,
    }
}

/// Reads one balance.
pub(super) fn balance(text: &str, options: &ReadOptions) -> Result<Balance, Error> {
    let row: BalanceRow<'_> =
        serde_json::from_str(text).map_err(|_| bad("not a balance of the API's form"))?;
    Ok(Balance {
        account: row.account_id.some().or_else(|| options.account.clone()),
        statement: None,
        kind: balance_kind(&row.kind.0),
        amount: signed(row.amount, &row.credit_debit_indicator, options, "/Amount")?,
        on: date::from_text(&row.date_time.0, options.utc_offset_minutes).ok().flatten(),
    })
}

/// Reads one account.
pub(super) fn account(text: &str) -> Result<Account, Error> {
    let row: AccountRow<'_> =
        serde_json::from_str(text).map_err(|_| bad("not an account of the API's form"))?;
    let id = row.account_id.some().ok_or_else(|| bad("no id").at_field("/AccountId"))?;
    let known: Vec<&RawValue> = part(row.account);
    let known: Scheme<'_> = part(known.first().copied());
    let servicer: Scheme<'_> = part(row.servicer);
    Ok(Account {
        id,
        owner: known.name.some(),
        name: row.nickname.some().or_else(|| row.description.some()).or_else(|| known.identification.some()),
        bank: servicer.identification.some(),
        currency: Currency::parse(&row.currency.0).ok(),
    })
}

/// Reads one statement. Its transactions are another answer: there is nothing to prove, but periods are chained.
pub(super) fn statement(text: &str, options: &ReadOptions) -> Result<Ledger, Error> {
    let row: StatementRow<'_> =
        serde_json::from_str(text).map_err(|_| bad("not a statement of the API's form"))?;
    let day = |text: &Text<'_>| date::from_text(&text.0, options.utc_offset_minutes).ok().flatten();
    let mut ledger = Ledger::default();
    ledger.incomplete();
    let statement = &mut ledger.statement;
    statement.account = row.account_id.some().or_else(|| options.account.clone());
    statement.id = row.statement_id.some();
    statement.number = row.statement_reference.some();
    statement.from = day(&row.start_date_time);
    statement.until = day(&row.end_date_time);
    let amounts: Vec<&RawValue> = part(row.statement_amount);
    for (nth, raw) in amounts.into_iter().enumerate() {
        let amount: BalanceRow<'_> = part(Some(raw));
        let kind = amount.kind.0.rsplit('.').next().unwrap_or_default();
        let to = match kind {
            "PreviousClosingBalance" | "StartingBalance" => &mut statement.opening,
            "ClosingBalance" => &mut statement.closing,
            _ => continue,
        };
        let field = format!("/StatementAmount/{nth}/Amount");
        *to = Some(signed(amount.amount, &amount.credit_debit_indicator, options, &field)?);
    }
    Ok(ledger)
}

/// A record that is not what the API promises.
pub(super) fn bad(said: &str) -> Error {
    Error::new(Code::OpenBankingBadRow, said)
}
