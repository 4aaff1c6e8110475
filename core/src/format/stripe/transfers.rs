//! Money between the Stripe balance and elsewhere: payouts, top-ups, transfers to connected accounts, application fees.

use super::super::ReadOptions;
use super::movement::failure;
use super::object::{Object, elements, inner, is_set};
use super::row::{self, Depth, Found, Row, refer, settle, take_back};
use crate::error::Error;
use crate::model::{ReferenceKind, ReturnStage, Status, TransactionKind};
use crate::money::Amount;

/// A payout: money from the Stripe balance to the host's bank. One that failed went out and came back; one that takes
/// another back says which.
pub(super) fn payout(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let failed = matches!(object.status.0.as_ref(), "failed" | "canceled");
    let status = match object.status.0.as_ref() {
        "paid" => Status::Booked,
        "pending" | "in_transit" => Status::Pending,
        _ if failed && is_set(object.failure_balance_transaction) => Status::Booked,
        _ => return Ok(Found::Nothing("failed or canceled: the money is back in the balance")),
    };
    let mut row = row::new(object, object.amount()?.checked_neg()?, status, options)?;
    row.transaction.kind = TransactionKind::Payout;
    row.transaction.remittance = object.description.clean();
    refer(&mut row.transaction, ReferenceKind::Payout, object.id.some());
    // The bank's own number of it, which stands in the statement of the account that it goes to.
    refer(&mut row.transaction, ReferenceKind::Bank, inner(object.trace_id).value.some());
    settle(&mut row, object, options)?;
    row.transaction.value_on = object.arrival_date().or(row.transaction.value_on);
    if let Some(original) = inner(object.original_payout).id.some() {
        take_back(&mut row.transaction, ReturnStage::Return, object.failure_code.some(), [Some(original)]);
    }
    let back = if failed { failure(&row, object, TransactionKind::Payout, options)? } else { None };
    Ok(Found::Rows([Some(row), back].into_iter().flatten().collect()))
}

/// A top-up: money from the host's bank to the Stripe balance.
pub(super) fn topup(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let status = match object.status.0.as_ref() {
        "succeeded" | "reversed" | "" => Status::Booked,
        "pending" => Status::Pending,
        _ => return Ok(Found::Nothing("failed or canceled: no money moved")),
    };
    let mut row = moved(object, object.amount()?, status, TransactionKind::Internal, options)?;
    row.transaction.remittance = object.description.clean();
    // Its reversal is a movement that the top-up does not name.
    row.half_told = object.status.0 == "reversed";
    Ok(Found::one(row))
}

/// A transfer to a connected account, with the reversals that it lists.
pub(super) fn transfer(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let out = object.amount()?.checked_neg()?;
    let mut row = moved(object, out, Status::Booked, TransactionKind::Transfer, options)?;
    row.transaction.remittance = object.description.clean();
    row.transaction.counterparty.account = inner(object.destination).id.some();
    let reversals = elements(object.reversals);
    row.half_told = object.is_reversed() && reversals.is_empty();
    let mut rows = vec![row];
    for text in reversals {
        if let Found::Rows(more) = transfer_reversal(&Object::parse(text)?, options)? {
            rows.extend(more);
        }
    }
    Ok(Found::Rows(rows))
}

/// What of a transfer came back.
pub(super) fn transfer_reversal(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let mut row = moved(object, object.amount()?, Status::Booked, TransactionKind::Return, options)?;
    let transfer = inner(object.transfer).id.some();
    take_back(&mut row.transaction, ReturnStage::Return, None, [transfer]);
    Ok(Found::one(row))
}

/// What a platform takes of a charge on a connected account, with the refunds that it lists.
pub(super) fn application_fee(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let mut row = moved(object, object.amount()?, Status::Booked, TransactionKind::Other, options)?;
    row.transaction.counterparty.account = object.account.some();
    let refunds = elements(object.refunds);
    row.half_told = object.is_refunded() && refunds.is_empty();
    let mut rows = vec![row];
    for text in refunds {
        if let Found::Rows(more) = fee_refund(&Object::parse(text)?, options)? {
            rows.extend(more);
        }
    }
    Ok(Found::Rows(rows))
}

/// What of an application fee was given back.
pub(super) fn fee_refund(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let out = object.amount()?.checked_neg()?;
    let mut row = moved(object, out, Status::Booked, TransactionKind::Refund, options)?;
    take_back(&mut row.transaction, ReturnStage::Refund, None, [inner(object.fee_of).id.some()]);
    Ok(Found::one(row))
}

/// A row of an object that has no fees: what it says is what moved.
fn moved(
    object: &Object<'_>,
    amount: Amount,
    status: Status,
    kind: TransactionKind,
    options: &ReadOptions,
) -> Result<Row, Error> {
    let mut row = row::new(object, amount, status, options)?;
    row.transaction.kind = kind;
    refer(&mut row.transaction, ReferenceKind::Payment, object.id.some());
    settle(&mut row, object, options)?;
    // Stripe takes no fee of these; where it converts them, the balance transaction says so.
    row.depth = if row.depth == Depth::Net { Depth::Net } else { Depth::Own };
    Ok(row)
}
