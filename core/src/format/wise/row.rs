//! One movement of a balance.

use super::super::ReadOptions;
use super::super::exchange::{converted, decimal};
use super::super::json::{Text, money, note, part, refer};
use super::wire::{Attachment, Details, Exchange, Party, Row};
use crate::error::{Code, Error};
use crate::model::wire::date;
use crate::model::{Fee, Original, ReferenceKind, ReturnStage, Returned, Transaction, TransactionKind};
use crate::money::Amount;
use crate::party::Iban;
use serde_json::value::RawValue;

/// A movement with what is told beside it.
pub(super) struct Read {
    pub(super) transaction: Transaction,
    /// Wise's own number, and which way the money went: a transfer that came back has the number of the transfer.
    pub(super) id: Option<String>,
    /// Time as it stands.
    pub(super) at: String,
    pub(super) running: Option<Amount>,
}

/// Reads one movement; `account` is what is known of the account, else it is named by its currency.
pub(super) fn transaction(text: &str, account: Option<&str>, options: &ReadOptions) -> Result<Read, Error> {
    let row: Row<'_> =
        serde_json::from_str(text).map_err(|_| bad("not a transaction of a balance statement"))?;
    let reference = row.reference_number.some();
    build(&row, account, options).map_err(|fault| match reference {
        Some(reference) => fault.at_row(reference),
        None => fault,
    })
}

fn build(row: &Row<'_>, account: Option<&str>, options: &ReadOptions) -> Result<Read, Error> {
    let raw = row.amount.ok_or_else(|| bad("no amount").at_field("/amount"))?;
    let amount = money(raw.get(), options.currency).map_err(|fault| named(&fault, "/amount"))?;
    let amount = amount.ok_or_else(|| bad("no amount").at_field("/amount"))?;
    let credit = match row.direction.0.as_ref() {
        "CREDIT" => true,
        "DEBIT" => false,
        _ => return Err(bad("neither CREDIT nor DEBIT").at_field("/type")),
    };
    if (amount.minor() > 0 && !credit) || (amount.minor() < 0 && credit) {
        return Err(bad("a sign that is not that of its type: credits are positive, debits negative")
            .at_field("/amount"));
    }
    let on = date::from_text(&row.date.0, options.utc_offset_minutes)
        .map_err(|fault| named(&fault, "/date"))?
        .ok_or_else(|| bad("no date").at_field("/date"))?;
    let details: Details<'_> = part(row.details);
    let mut read = Transaction::new("", on, amount);
    read.source = "wise".into();
    read.account = account.map(str::to_owned).or_else(|| Some(format!("wise:{}", amount.currency())));
    let reference = row.reference_number.some();
    refer(&mut read, ReferenceKind::Bank, reference.clone());
    refer(&mut read, ReferenceKind::Mandate, details.mandate_reference.some());
    fees(row, &mut read)?;
    what(&details, credit, reference.as_deref(), &mut read);
    who(&details, credit, &mut read);
    said(&details, &mut read);
    read.original = original(row, &details, &read)?;
    let merchant: Party<'_> = part(details.merchant);
    let attachment: Attachment<'_> = part(row.attachment);
    for (key, text) in [
        ("type", &details.kind),
        ("category", &merchant.category),
        ("category", &details.category),
        ("card_last_four_digits", &details.card_last_four_digits),
        ("card_holder", &details.card_holder_full_name),
        ("note", &attachment.note),
    ] {
        note(&mut read, key, text);
    }
    let way = if credit { "credit" } else { "debit" };
    Ok(Read {
        transaction: read,
        id: reference.map(|reference| format!("{reference}/{way}")),
        at: row.date.clean(),
        running: row.running_balance.and_then(|raw| money(raw.get(), None).ok().flatten()),
    })
}

/// The fees within the amount.
fn fees(row: &Row<'_>, read: &mut Transaction) -> Result<(), Error> {
    let Some(raw) = row.total_fees else { return Ok(()) };
    let fee = money(raw.get(), Some(read.currency())).map_err(|fault| named(&fault, "/totalFees"))?;
    let Some(amount) = fee.filter(|fee| !fee.is_zero()) else { return Ok(()) };
    if amount.currency() == read.currency() {
        read.fees.push(Fee { amount, kind: "wise_fee".to_owned() });
    } else {
        read.metadata.insert("total_fees", amount.to_string());
    }
    Ok(())
}

/// What it is, by its type.
fn what(details: &Details<'_>, credit: bool, reference: Option<&str>, read: &mut Transaction) {
    use TransactionKind::{Card, DirectDebit, Fee, Interest, Internal, Other, Refund, Return, Transfer};
    let is_fee = reference.is_some_and(|reference| reference.starts_with("FEE-"));
    let deposited = !details.sender_name.0.is_empty() || !details.sender_account.0.is_empty();
    read.kind = match details.kind.0.as_ref() {
        // In flat statements a fee is a line of its own.
        _ if is_fee => Fee,
        "CARD" if credit => Refund,
        "CARD" | "ACQUIRING_PAYMENT" => Card,
        // A transfer does not come in: it came back. What comes in is a deposit.
        "TRANSFER" if credit && !deposited => Return,
        "TRANSFER" | "DEPOSIT" => Transfer,
        "CONVERSION"
        | "MONEY_ADDED"
        | "INCOMING_CROSS_BALANCE"
        | "OUTGOING_CROSS_BALANCE"
        | "INVESTMENT_TRADE_ORDER" => Internal,
        "DIRECT_DEBIT" => DirectDebit,
        "BALANCE_INTEREST" => Interest,
        "ACCRUAL_CHARGE" | "CARD_ORDER_CHECKOUT" => Fee,
        _ => Other,
    };
    let stage = match read.kind {
        Refund => ReturnStage::Refund,
        Return => ReturnStage::Return,
        _ => return,
    };
    let originals = reference.map(str::to_owned).into_iter().collect();
    read.returned = Some(Returned { stage, reason: None, originals });
}

/// The other side: the sender of money in, the recipient or the merchant of money out.
fn who(details: &Details<'_>, credit: bool, read: &mut Transaction) {
    let recipient: Party<'_> = part(details.recipient);
    let originator: Party<'_> = part(details.originator);
    let merchant: Party<'_> = part(details.merchant);
    let (names, accounts) = if credit {
        (
            [&details.sender_name, &merchant.name, &recipient.name],
            [&details.sender_account, &recipient.bank_account],
        )
    } else {
        (
            [&details.recipient_name, &recipient.name, &merchant.name],
            [&details.recipient_account, &recipient.bank_account],
        )
    };
    let party = &mut read.counterparty;
    party.name = names.into_iter().find_map(Text::some).or_else(|| originator.name.some());
    let number = accounts.into_iter().find_map(Text::some).or_else(|| originator.bank_account.some());
    let Some(number) = number else { return };
    // Wise prints `(BIC) IBAN`, an IBAN in groups, or a national number.
    let (bic, rest) = match number.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((bic, rest)) => (Some(bic.trim().to_owned()), rest.trim()),
        None => (None, number.as_str()),
    };
    party.bic = bic.filter(|bic| !bic.is_empty());
    let iban = Iban::parse(rest);
    if iban.is_valid() {
        party.iban = Some(iban.as_str().to_owned());
    } else if !rest.is_empty() {
        party.account = Some(rest.to_owned());
    }
}

/// What the payer wrote; else what Wise says of it.
fn said(details: &Details<'_>, read: &mut Transaction) {
    match details.payment_reference.some() {
        Some(reference) => {
            read.remittance = reference;
            note(read, "description", &details.description);
        }
        None => read.remittance = details.description.clean(),
    }
}

/// What was paid in another currency: of a card payment what the merchant asked for, of a conversion what stands on its
/// other side. The fee of a conversion is taken from its source.
fn original(row: &Row<'_>, details: &Details<'_>, read: &Transaction) -> Result<Option<Original>, Error> {
    let gross = read.gross().map_err(|fault| named(&fault, "/totalFees"))?;
    let amount = |raw: Option<&RawValue>| raw.and_then(|raw| money(raw.get(), None).ok().flatten());
    let fee = amount(details.fee);
    let source = amount(details.source_amount).map(|source| match fee {
        Some(fee) if fee.currency() == source.currency() => source.checked_sub(fee).unwrap_or(source),
        _ => source,
    });
    let exchange: Exchange<'_> = part(row.exchange_details);
    let rate = [exchange.rate, details.rate].into_iter().flatten().find_map(|rate| decimal(rate.get()));
    let all = [
        source,
        amount(details.target_amount),
        amount(details.amount),
        amount(exchange.for_amount),
        amount(exchange.from_amount),
        amount(exchange.to_amount),
    ];
    let other = all.into_iter().flatten().find(|other| other.currency() != gross.currency());
    Ok(other.and_then(|other| converted(other, rate, gross)))
}

fn named(fault: &Error, field: &str) -> Error {
    bad(&format!("cannot be read: {}", fault.message())).at_field(field)
}

/// A record that is not what the API promises.
pub(super) fn bad(said: &str) -> Error {
    Error::new(Code::WiseBadRow, said)
}
