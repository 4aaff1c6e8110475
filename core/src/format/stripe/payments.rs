//! What customers pay and get back: charges, payment intents, refunds, disputes.

use super::super::ReadOptions;
use super::method::method;
use super::movement::{failure, movement};
use super::object::{Object, elements, inner, is_set, is_true};
use super::row::{self, Depth, Found, Row, refer, settle, take_back};
use crate::error::Error;
use crate::model::{ReferenceKind, ReturnStage, Status, TransactionKind};

/// A charge: what a customer paid. Where it failed after it had been paid, it came in and went out again.
pub(super) fn charge(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let status = match object.status.0.as_ref() {
        "failed" if is_set(object.failure_balance_transaction) => Status::Booked,
        "failed" => return Ok(Found::Nothing("failed: no money moved")),
        "pending" => Status::Pending,
        // Not captured: the money may still be released.
        "succeeded" | "" if is_true(object.captured) && is_true(object.paid) => Status::Booked,
        "succeeded" | "" => Status::Pending,
        _ => return Ok(Found::Nothing("of a status that is not known")),
    };
    let mut row = row::new(object, object.amount_captured()?, status, options)?;
    let details = inner(object.billing_details);
    let customer = inner(object.customer);
    let party = &mut row.transaction.counterparty;
    party.name = details.name.some().or_else(|| customer.name.some());
    party.email =
        details.email.some().or_else(|| object.receipt_email.some()).or_else(|| customer.email.some());
    party.customer_id = customer.id.some();
    row.transaction.kind = method(&inner(object.payment_method_details).kind.0, &object.id.0);
    row.transaction.remittance = object.description.clean();
    row.intent = inner(object.payment_intent).id.clean();
    refer(&mut row.transaction, ReferenceKind::Payment, object.id.some());
    refer(&mut row.transaction, ReferenceKind::Payment, Some(row.intent.clone()));
    refer(&mut row.transaction, ReferenceKind::Invoice, inner(object.invoice).id.some());
    settle(&mut row, object, options)?;
    let back = match object.status.0.as_ref() {
        "failed" => failure(&row, object, TransactionKind::Return, options)?,
        _ => None,
    };
    Ok(Found::Rows([Some(row), back].into_iter().flatten().collect()))
}

/// A payment intent whose charge is not expanded.
pub(super) fn intent(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let status = match object.status.0.as_ref() {
        "succeeded" => Status::Booked,
        "processing" | "requires_capture" => Status::Pending,
        "canceled" => return Ok(Found::Nothing("canceled: no money moved")),
        _ => return Ok(Found::Nothing("not paid yet")),
    };
    let amount = if status == Status::Booked { object.amount_received()? } else { object.amount()? };
    let mut row = row::new(object, amount, status, options)?;
    row.depth = Depth::Intent;
    row.intent = object.id.clean();
    let charge = inner(object.latest_charge).id.some();
    refer(&mut row.transaction, ReferenceKind::Payment, charge.clone());
    refer(&mut row.transaction, ReferenceKind::Payment, object.id.some());
    refer(&mut row.transaction, ReferenceKind::Invoice, inner(object.invoice).id.some());
    if let Some(charge) = charge {
        row.transaction.id = charge;
    }
    let customer = inner(object.customer);
    row.transaction.counterparty.name = customer.name.some();
    row.transaction.counterparty.email = object.receipt_email.some().or_else(|| customer.email.some());
    row.transaction.counterparty.customer_id = customer.id.some();
    row.transaction.remittance = object.description.clean();
    Ok(Found::one(row))
}

/// A refund: money back to a customer. One that failed went out and came back.
pub(super) fn refund(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let failed = matches!(object.status.0.as_ref(), "failed" | "canceled");
    let status = match object.status.0.as_ref() {
        "succeeded" | "" => Status::Booked,
        "pending" | "requires_action" => Status::Pending,
        _ if failed && is_set(object.failure_balance_transaction) => Status::Booked,
        _ => return Ok(Found::Nothing("failed or canceled: no money moved")),
    };
    let mut row = row::new(object, object.amount()?.checked_neg()?, status, options)?;
    row.transaction.kind = TransactionKind::Refund;
    row.transaction.remittance = object.description.clean();
    take_back(&mut row.transaction, ReturnStage::Refund, object.reason.some(), payment_of(object));
    refer(&mut row.transaction, ReferenceKind::Payment, object.id.some());
    settle(&mut row, object, options)?;
    let back = if failed { failure(&row, object, TransactionKind::Return, options)? } else { None };
    Ok(Found::Rows([Some(row), back].into_iter().flatten().collect()))
}

/// The payment that a refund or a dispute takes back.
fn payment_of(object: &Object<'_>) -> [Option<String>; 2] {
    [inner(object.charge).id.some(), inner(object.payment_intent).id.some()]
}

/// A dispute: one row for each time it moved money.
pub(super) fn dispute(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let movements = elements(object.balance_transactions);
    let mut rows = Vec::new();
    for text in movements {
        let mut row = movement(&Object::parse(text)?, options)?;
        let won = row.transaction.gross()?.minor() > 0;
        disputed(&mut row, object, won);
        row.depth = Depth::Net;
        rows.push(row);
    }
    // Old ones name the first movement alone.
    if let (true, Some(id)) = (rows.is_empty(), inner(object.balance_transaction).id.some()) {
        let mut row = row::new(object, object.amount()?.checked_neg()?, Status::Booked, options)?;
        settle(&mut row, object, options)?;
        row.transaction.id = id;
        disputed(&mut row, object, false);
        rows.push(row);
    }
    if rows.is_empty() {
        return Ok(Found::Nothing("without balance transactions: no money moved"));
    }
    Ok(Found::Rows(rows))
}

fn disputed(row: &mut Row, object: &Object<'_>, won: bool) {
    let stage = if won { ReturnStage::Won } else { ReturnStage::Chargeback };
    row.transaction.kind = TransactionKind::Dispute;
    row.transaction.reverses = None;
    take_back(&mut row.transaction, stage, object.reason.some(), payment_of(object));
    row.transaction.metadata = object.metadata();
    refer(&mut row.transaction, ReferenceKind::Payment, object.id.some());
}
