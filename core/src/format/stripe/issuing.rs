//! Cards and accounts that Stripe issues to the host: what was bought, what is held, what a financial account moved.

use super::super::ReadOptions;
use super::movement::movement;
use super::object::{Object, elements, inner, instant, is_true, minor};
use super::row::{self, Depth, Found, refer, settle, take_back};
use crate::error::Error;
use crate::model::{Original, ReferenceKind, ReturnStage, Status, TransactionKind};
use crate::money::Currency;

/// What was bought with a card of Stripe Issuing, or given back by the merchant; the amount is signed.
pub(super) fn transaction(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let mut row = row::new(object, object.amount()?, Status::Booked, options)?;
    let is_refund = object.kind.0 == "refund";
    row.transaction.kind = if is_refund { TransactionKind::Refund } else { TransactionKind::Card };
    row.transaction.counterparty.name = inner(object.merchant_data).name.some();
    refer(&mut row.transaction, ReferenceKind::Payment, object.id.some());
    if let (Some(raw), Ok(currency)) = (object.merchant_amount, Currency::parse(&object.merchant_currency.0))
        && currency != row.transaction.currency()
    {
        let amount = minor(raw, currency, "/merchant_amount")?;
        row.transaction.original = Some(Original { amount, rate: None });
    }
    let before_conversion = row.transaction.original.clone();
    settle(&mut row, object, options)?;
    row.transaction.original = before_conversion.or(row.transaction.original.take());
    row.depth = row.depth.max(Depth::Own);
    Ok(Found::one(row))
}

/// An authorization: pending until it is captured. What it held is booked where its balance transactions are listed.
pub(super) fn authorization(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let mut rows = Vec::new();
    for text in elements(object.balance_transactions) {
        let mut row = movement(&Object::parse(text)?, options)?;
        row.transaction.counterparty.name = inner(object.merchant_data).name.some();
        refer(&mut row.transaction, ReferenceKind::Payment, object.id.some());
        rows.push(row);
    }
    if !rows.is_empty() {
        return Ok(Found::Rows(rows));
    }
    if object.status.0 != "pending" || !is_true(object.approved) {
        return Ok(Found::Nothing("declined, closed or reversed: what it came to is an issuing transaction"));
    }
    // Old versions of the API give it as money out already.
    let amount = object.amount()?;
    let out = if amount.minor() > 0 { amount.checked_neg()? } else { amount };
    let mut row = row::new(object, out, Status::Pending, options)?;
    row.transaction.kind = TransactionKind::Card;
    row.transaction.counterparty.name = inner(object.merchant_data).name.some();
    refer(&mut row.transaction, ReferenceKind::Payment, object.id.some());
    row.depth = Depth::Own;
    Ok(Found::one(row))
}

/// A dispute of the host against a merchant: one row for each time it moved money.
pub(super) fn dispute(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let mut rows = Vec::new();
    for text in elements(object.balance_transactions) {
        let mut row = movement(&Object::parse(text)?, options)?;
        row.transaction.kind = TransactionKind::Dispute;
        refer(&mut row.transaction, ReferenceKind::Payment, object.id.some());
        if row.transaction.amount.minor() > 0 {
            let bought = inner(object.transaction).id.some();
            take_back(&mut row.transaction, ReturnStage::Refund, object.reason.some(), [bought]);
        }
        row.depth = Depth::Net;
        rows.push(row);
    }
    if rows.is_empty() {
        return Ok(Found::Nothing("without balance transactions: no money moved"));
    }
    Ok(Found::Rows(rows))
}

/// A movement of a financial account of Stripe Treasury: an account of its own, not the Stripe balance.
pub(super) fn treasury(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    use TransactionKind as Kind;
    let status = match object.status.0.as_ref() {
        "posted" | "" => Status::Booked,
        "open" => Status::Pending,
        _ => return Ok(Found::Nothing("void: no money moved")),
    };
    let mut row = row::new(object, object.amount()?, status, options)?;
    row.depth = Depth::Own;
    row.transaction.account = inner(object.financial_account).id.some();
    row.transaction.remittance = object.description.clean();
    let posted = inner(object.status_transitions).posted_at;
    if let Some(day) = instant(posted, options)? {
        row.transaction.booked_on = day;
    }
    let flow = object.flow_type.0.as_ref();
    row.transaction.kind = match flow {
        "inbound_transfer" | "outbound_transfer" => Kind::Internal,
        "outbound_payment" | "received_credit" => Kind::Transfer,
        "received_debit" => Kind::DirectDebit,
        "issuing_authorization" => Kind::Card,
        "credit_reversal" | "debit_reversal" => Kind::Return,
        _ => Kind::Other,
    };
    let flow_id = inner(object.flow).id.some();
    refer(&mut row.transaction, ReferenceKind::Payment, flow_id);
    refer(&mut row.transaction, ReferenceKind::Bank, object.id.some());
    if row.transaction.kind == Kind::Return {
        take_back(&mut row.transaction, ReturnStage::Return, None, []);
    }
    Ok(Found::one(row))
}
