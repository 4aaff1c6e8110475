//! One transaction or balance of the API.

use super::super::bank_code;
use super::super::json::{Raw, items, refer};
use super::super::{Account as OwnAccount, Balance, BalanceKind, ReadOptions};
use super::money::{bad_row, money};
use super::wire::{Account, BalanceRow, Other, Row};
use super::{exchange, remittance};
use crate::error::{Code, Error};
use crate::model::wire::date;
use crate::model::{
    Batch, Counterparty, Fee, ReferenceKind, ReturnStage, Returned, Status, Transaction, TransactionKind,
};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;

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

/// The row of a transaction.
///
/// # Errors
/// Where it is no object, or says a member twice.
pub(super) fn row(text: &str) -> Result<Row<'_>, Error> {
    Row::read(text).map_err(|_| bad_row("not an object of the API's form"))
}

/// Reads one transaction into a list, and the payments of a batch one by one where they come to its amount; their ids are the
/// bank's, or empty.
pub(super) fn transactions(
    row: &Row<'_>,
    status: Status,
    account: Option<&str>,
    options: &ReadOptions,
    rows: &mut Vec<Read>,
) -> Result<(), Error> {
    let ids = [row.transaction_id, row.internal_transaction_id, row.card_transaction_id];
    let id = ids.into_iter().find_map(Raw::some).unwrap_or_default();
    let mut whole = build(row, status, account, options)
        .map_err(|fault| if id.is_empty() { fault } else { fault.at_row(&id) })?;
    let details = items(row.entry_details);
    if details.is_empty() {
        whole.transaction.id = id;
        rows.push(whole);
        return Ok(());
    }
    let parts: Option<Vec<Read>> = details
        .iter()
        .map(|raw| {
            let detail = Row::read(raw.get()).ok()?;
            build(&of_batch(detail, row, details.len() == 1), status, account, options).ok()
        })
        .collect();
    let zero = Amount::zero(whole.transaction.currency());
    let Some(mut parts) = parts.filter(|parts| {
        let sum = parts.iter().try_fold(zero, |sum, read| sum.checked_add(read.transaction.amount));
        !parts.is_empty() && sum.is_ok_and(|sum| sum == whole.transaction.amount)
    }) else {
        whole.transaction.id = id;
        rows.push(whole);
        return Ok(());
    };
    let many = parts.len() > 1;
    for read in &mut parts {
        read.transaction.id.clone_from(&id);
        if many {
            read.transaction.batch.clone_from(&whole.transaction.batch);
        }
        read.balance_after = None;
    }
    if let Some(last) = parts.last_mut() {
        last.balance_after = whole.balance_after;
    }
    rows.append(&mut parts);
    Ok(())
}

/// A payment of a batch with what only the batch says.
fn of_batch<'a>(mut detail: Row<'a>, batch: &Row<'a>, alone: bool) -> Row<'a> {
    for (text, from) in [
        (&mut detail.booking_date, batch.booking_date),
        (&mut detail.booking_date_time, batch.booking_date_time),
        (&mut detail.value_date, batch.value_date),
        (&mut detail.value_date_time, batch.value_date_time),
        (&mut detail.transaction_id, batch.transaction_id),
        (&mut detail.entry_reference, batch.entry_reference),
        (&mut detail.bank_transaction_code, batch.bank_transaction_code),
        (&mut detail.proprietary_bank_transaction_code, batch.proprietary_bank_transaction_code),
    ] {
        if text.is_empty() {
            *text = from;
        }
    }
    if alone {
        detail.transaction_amount = detail.transaction_amount.or(batch.transaction_amount);
        for (text, from) in [
            (&mut detail.creditor_name, batch.creditor_name),
            (&mut detail.debtor_name, batch.debtor_name),
            (&mut detail.end_to_end_id, batch.end_to_end_id),
            (&mut detail.mandate_id, batch.mandate_id),
            (&mut detail.remittance_information_unstructured, batch.remittance_information_unstructured),
            (&mut detail.additional_information, batch.additional_information),
        ] {
            if text.is_empty() {
                *text = from;
            }
        }
        detail.creditor_account = detail.creditor_account.or(batch.creditor_account);
        detail.debtor_account = detail.debtor_account.or(batch.debtor_account);
    }
    detail
}

fn build(row: &Row<'_>, status: Status, account: Option<&str>, options: &ReadOptions) -> Result<Read, Error> {
    let raw =
        row.transaction_amount.said().ok_or_else(|| bad_row("no amount").at_field("/transactionAmount"))?;
    let amount = money(raw, options.currency).map_err(|fault| named(&fault, "/transactionAmount"))?;
    let out = matches!(row.credit_debit_indicator.text().0.as_ref(), "DBIT" | "Debit");
    let amount = if out && amount.minor() > 0 { amount.checked_neg()? } else { amount };
    let booked_on = booked_on(row, status, options)?;
    let mut read = Transaction::new(String::new(), booked_on, amount);
    read.source = "gocardless".into();
    read.status = status;
    read.account = account.map(str::to_owned);
    read.value_on = first_date(&[row.value_date, row.value_date_time], options).ok().flatten();
    let money_in = amount.minor() >= 0;
    let side = counterparty(row, money_in, account, &mut read);
    let (remittance, creditor_references, mandate) = remittance::remittance(row);
    read.remittance = remittance;
    references(row, creditor_references, mandate, &mut read);
    read.bank_code = bank_code::bank_code(
        &row.bank_transaction_code.clean(),
        &row.proprietary_bank_transaction_code.clean(),
    );
    read.kind = read.bank_code.as_ref().and_then(bank_code::kind).unwrap_or_default();
    if read.kind == TransactionKind::Return {
        read.returned = Some(Returned { stage: ReturnStage::Return, reason: None, originals: Vec::new() });
    }
    card(row, &mut read);
    let gross = read.gross()?;
    read.original = exchange::original(row.currency_exchange, row.original_amount, gross);
    read.batch = row
        .batch_number_of_transactions
        .some()
        .and_then(|count| count.parse().ok())
        .map(|count| Batch { id: row.entry_reference.some(), count: Some(count) });
    for (key, text) in [
        ("internal_transaction_id", row.internal_transaction_id),
        ("creditor_id", row.creditor_id),
        ("merchant_category_code", row.merchant_category_code),
        ("purpose_code", row.purpose_code),
        ("card_acceptor_id", row.card_acceptor_id),
        ("terminal_id", row.terminal_id),
    ] {
        if let Some(text) = text.some() {
            read.metadata.insert(key, text);
        }
    }
    let balance_after = row.balance_after_transaction.get().and_then(|raw| {
        let balance = BalanceRow::read(raw).ok()?;
        money(balance.balance_amount.said()?, options.currency).ok()
    });
    Ok(Read { transaction: read, side, balance_after })
}

/// The booking date, or what stands in for it: banks leave it out of pending rows, and some out of all.
fn booked_on(row: &Row<'_>, status: Status, options: &ReadOptions) -> Result<NaiveDate, Error> {
    let all = [
        row.booking_date,
        row.booking_date_time,
        row.value_date,
        row.value_date_time,
        row.transaction_date,
        row.date,
        row.acceptor_transaction_date_time,
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
fn first_date(texts: &[Raw<'_>], options: &ReadOptions) -> Result<Option<NaiveDate>, Error> {
    let mut fault = None;
    for text in texts {
        match date::from_text(&text.text().0, options.utc_offset_minutes) {
            Ok(Some(date)) => return Ok(Some(date)),
            Ok(None) => {}
            Err(error) => fault = fault.or(Some(error)),
        }
    }
    fault.map_or(Ok(None), Err)
}

/// What only a card payment says: its text, and the fee that the bank took with it.
fn card(row: &Row<'_>, read: &mut Transaction) {
    if row.card_transaction_id.is_empty() && row.card_acceptor_id.is_empty() {
        return;
    }
    if read.kind == TransactionKind::Other {
        read.kind = TransactionKind::Card;
    }
    let fee = row
        .markup_fee
        .get()
        .and_then(|raw| money(raw, None).ok())
        .filter(|fee| fee.currency() == read.currency());
    if let Some(amount) = fee.filter(|fee| !fee.is_zero()) {
        read.fees.push(Fee { amount, kind: "markup_fee".to_owned() });
    }
}

/// Fills in the other side, and the IBAN that money came in on.
fn counterparty(row: &Row<'_>, money_in: bool, own: Option<&str>, read: &mut Transaction) -> Side {
    let debtor = party(row.debtor_name, row.debtor_account, row.debtor_agent, row.ultimate_debtor);
    let creditor = party(row.creditor_name, row.creditor_account, row.creditor_agent, row.ultimate_creditor);
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

fn party(name: Raw<'_>, account: Raw<'_>, agent: Raw<'_>, ultimate: Raw<'_>) -> Counterparty {
    let name = name.some();
    let Some(account) = account.get().and_then(|raw| Account::read(raw).ok()) else {
        let ultimate_name = ultimate.some().filter(|ultimate| Some(ultimate) != name.as_ref());
        return Counterparty { ultimate_name, name, bic: agent.some(), ..Counterparty::default() };
    };
    Counterparty {
        ultimate_name: ultimate.some().filter(|ultimate| Some(ultimate) != name.as_ref()),
        name,
        iban: account.iban.some(),
        account: number(&account),
        bic: agent.some(),
        ..Counterparty::default()
    }
}

/// An account's number that is no IBAN. A card's is masked, whatever the bank sends.
fn number(account: &Account<'_>) -> Option<String> {
    let other = || Other::read(account.other.get()?).ok()?.identification.some();
    let pan = || account.pan.some().map(|pan| crate::text::escape::mask_cards(&pan).into_owned());
    account.bban.some().or_else(|| account.masked_pan.some()).or_else(pan).or_else(other)
}

fn references(row: &Row<'_>, creditor: Vec<String>, mandate: Option<String>, read: &mut Transaction) {
    let mut push = |kind, value| refer(read, kind, value);
    push(ReferenceKind::EndToEnd, row.end_to_end_id.some());
    for value in creditor {
        push(ReferenceKind::Creditor, Some(value));
    }
    push(ReferenceKind::Mandate, row.mandate_id.some());
    push(ReferenceKind::Mandate, mandate);
    push(ReferenceKind::Cheque, row.check_id.some());
    push(ReferenceKind::Bank, row.entry_reference.some());
    push(ReferenceKind::Bank, row.transaction_id.some());
    push(ReferenceKind::Bank, row.card_transaction_id.some());
}

/// Reads one balance.
pub(super) fn balance(text: &str, account: Option<String>, options: &ReadOptions) -> Result<Balance, Error> {
    let wrong = || bad_row("not a balance of the API's form");
    let row = BalanceRow::read(text).map_err(|_| wrong())?;
    let amount = money(row.balance_amount.said().ok_or_else(wrong)?, options.currency)
        .map_err(|fault| named(&fault, "/balanceAmount"))?;
    let kind = match row.balance_type.text().0.as_ref() {
        "openingBooked" | "previouslyClosedBooked" => BalanceKind::Opening,
        "closingBooked" => BalanceKind::Closing,
        _ => BalanceKind::Other,
    };
    let on = first_date(&[row.reference_date, row.last_change_date_time], options).ok().flatten();
    Ok(Balance { account, statement: None, kind, amount, on })
}

/// The IBAN of an account object, or its other number.
pub(super) fn account_id(text: &str) -> Option<String> {
    let account = Account::read(text).ok()?;
    account.iban.some().or_else(|| number(&account))
}

/// Reads an account of a list of accounts, with its balances.
pub(super) fn account(text: &str, options: &ReadOptions) -> Result<(OwnAccount, Vec<Balance>), Error> {
    let row = Account::read(text).map_err(|_| bad_row("not an account of the API's form"))?;
    let id = row.iban.some().or_else(|| number(&row)).or_else(|| row.resource_id.some());
    let id = id.ok_or_else(|| bad_row("neither a number nor an id").at_field("/iban"))?;
    let balances = items(row.balances);
    let balances = balances.into_iter().map(|raw| balance(raw.get(), Some(id.clone()), options));
    let balances = balances.collect::<Result<_, _>>()?;
    let account = OwnAccount {
        id,
        owner: row.owner_name.some(),
        name: row.name.some().or_else(|| row.product.some()),
        bank: row.bic.some(),
        currency: Currency::parse(&row.currency.text().0).ok(),
    };
    Ok((account, balances))
}

/// An error of money as one of a row, with its field.
fn named(fault: &Error, field: &str) -> Error {
    bad_row(&format!("the amount cannot be read: {}", fault.message())).at_field(field)
}
