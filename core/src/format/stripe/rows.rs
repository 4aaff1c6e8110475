//! Stripe objects to transactions on the Stripe balance.

use super::super::ReadOptions;
use super::object::{Object, bad, elements, inner, is_true};
use crate::error::Error;
use crate::model::{
    Fee, Original, Reference, ReferenceKind, ReturnStage, Returned, Status, Transaction, TransactionKind,
};
use crate::money::Amount;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::value::RawValue;

/// How much a row knows; of two rows of one payment the one that knows more is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Depth {
    /// A payment intent: no fees, no counterparty.
    Intent,
    /// The object itself, before fees.
    Gross,
    /// A balance transaction alone: fees, but not who paid.
    Movement,
    /// The object with its balance transaction.
    Net,
}

/// A transaction and what is known of it.
pub(super) struct Row {
    pub(super) transaction: Transaction,
    pub(super) depth: Depth,
    /// The payment intent behind it, or of which it is.
    pub(super) intent: String,
    /// Rate of a balance transaction to the settlement currency.
    pub(super) rate: Option<Decimal>,
}

/// Why an object is no row: shown with the object's name.
pub(super) type Refused = &'static str;

/// Rows of an object, or why it is none.
pub(super) enum Found {
    Rows(Vec<Row>),
    Nothing(Refused),
}

/// A charge: what a customer paid.
pub(super) fn charge(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let status = match object.status.0.as_ref() {
        "failed" => return Ok(Found::Nothing("failed: no money moved")),
        "pending" => Status::Pending,
        // Not captured: the money may still be released.
        "succeeded" | "" if is_true(object.captured) && is_true(object.paid) => Status::Booked,
        "succeeded" | "" => Status::Pending,
        _ => return Ok(Found::Nothing("of a status that is not known")),
    };
    let mut row = new(object, object.amount_captured()?, status, options)?;
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
    Ok(Found::Rows(vec![row]))
}

/// A payment intent whose charge is not expanded.
pub(super) fn intent(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let status = match object.status.0.as_ref() {
        "succeeded" => Status::Booked,
        "processing" => Status::Pending,
        "requires_capture" => Status::Pending,
        "canceled" => return Ok(Found::Nothing("canceled: no money moved")),
        _ => return Ok(Found::Nothing("not paid yet")),
    };
    let amount = if status == Status::Booked { object.amount_received()? } else { object.amount()? };
    let mut row = new(object, amount, status, options)?;
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
    Ok(Found::Rows(vec![row]))
}

/// A refund: money back to a customer.
pub(super) fn refund(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let status = match object.status.0.as_ref() {
        "succeeded" | "" => Status::Booked,
        "pending" | "requires_action" => Status::Pending,
        _ => return Ok(Found::Nothing("failed or canceled: no money moved")),
    };
    let mut row = new(object, object.amount()?.checked_neg()?, status, options)?;
    row.transaction.kind = TransactionKind::Refund;
    row.transaction.remittance = object.description.clean();
    let originals = [inner(object.charge).id.some(), inner(object.payment_intent).id.some()];
    row.transaction.returned = Some(Returned {
        stage: ReturnStage::Refund,
        reason: object.reason.some(),
        originals: originals.into_iter().flatten().collect(),
    });
    refer(&mut row.transaction, ReferenceKind::Payment, object.id.some());
    settle(&mut row, object, options)?;
    Ok(Found::Rows(vec![row]))
}

/// A dispute: one row for each time it moved money.
pub(super) fn dispute(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let originals: Vec<String> = [inner(object.charge).id.some(), inner(object.payment_intent).id.some()]
        .into_iter()
        .flatten()
        .collect();
    let movements = elements(object.balance_transactions);
    if movements.is_empty() {
        return Ok(Found::Nothing("without balance transactions: no money moved"));
    }
    let mut rows = Vec::new();
    for text in movements {
        let Found::Rows(moved) = movement(&Object::parse(text)?, options)? else { continue };
        for mut row in moved {
            let gross = row.transaction.gross()?;
            row.transaction.kind = TransactionKind::Dispute;
            row.transaction.returned = Some(Returned {
                stage: if gross.minor() > 0 { ReturnStage::Won } else { ReturnStage::Chargeback },
                reason: object.reason.some(),
                originals: originals.clone(),
            });
            row.transaction.metadata = object.metadata();
            refer(&mut row.transaction, ReferenceKind::Payment, object.id.some());
            row.depth = Depth::Net;
            rows.push(row);
        }
    }
    Ok(Found::Rows(rows))
}

/// A payout: money from the Stripe balance to the host's bank.
pub(super) fn payout(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let status = match object.status.0.as_ref() {
        "paid" => Status::Booked,
        "pending" | "in_transit" => Status::Pending,
        _ => return Ok(Found::Nothing("failed or canceled: the money is back in the balance")),
    };
    let mut row = new(object, object.amount()?.checked_neg()?, status, options)?;
    row.transaction.kind = TransactionKind::Payout;
    row.transaction.remittance = object.description.clean();
    refer(&mut row.transaction, ReferenceKind::Payout, object.id.some());
    settle(&mut row, object, options)?;
    row.transaction.value_on = object.arrival_date().or(row.transaction.value_on);
    Ok(Found::Rows(vec![row]))
}

/// A balance transaction: any movement of the balance. Its id is that of its source where one source moves money once.
pub(super) fn movement(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    use TransactionKind as Kind;
    let mut row = new(object, object.amount()?, Status::Booked, options)?;
    row.depth = Depth::Movement;
    row.rate = object.exchange_rate();
    net_of_fees(&mut row.transaction, object)?;
    row.transaction.value_on = object.available_on(options);
    row.transaction.remittance = object.description.clean();
    let source = inner(object.source).id.some();
    let (kind, once) = match (object.kind.0.as_ref(), object.reporting_category.0.as_ref()) {
        (_, "dispute" | "dispute_reversal") => (Kind::Dispute, false),
        ("charge", _) => (Kind::Card, true),
        ("payment", _) => (Kind::Other, true),
        ("refund" | "payment_refund", _) => (Kind::Refund, true),
        ("refund_failure" | "payment_failure_refund" | "payment_reversal", _) => (Kind::Return, false),
        ("payout", _) => (Kind::Payout, true),
        ("payout_cancel" | "payout_failure", _) => (Kind::Payout, false),
        ("stripe_fee" | "stripe_fx_fee" | "tax_fee", _) => (Kind::Fee, false),
        ("topup" | "topup_reversal" | "reserve_transaction" | "reserved_funds", _) => (Kind::Internal, false),
        (name, _) if name.contains("reserve_hold") || name.contains("reserve_release") => {
            (Kind::Internal, false)
        }
        _ => (Kind::Other, false),
    };
    row.transaction.kind = kind;
    let stage = match (kind, object.reporting_category.0.as_ref()) {
        (Kind::Dispute, "dispute_reversal") => Some(ReturnStage::Won),
        (Kind::Dispute, _) => Some(ReturnStage::Chargeback),
        (Kind::Refund, _) => Some(ReturnStage::Refund),
        (Kind::Return, _) => Some(ReturnStage::Return),
        _ => None,
    };
    row.transaction.returned =
        stage.map(|stage| Returned { stage, reason: None, originals: source.iter().cloned().collect() });
    let of = if kind == Kind::Payout { ReferenceKind::Payout } else { ReferenceKind::Payment };
    refer(&mut row.transaction, of, source.clone());
    refer(&mut row.transaction, ReferenceKind::Bank, object.id.some());
    if let (true, Some(source)) = (once, source) {
        row.transaction.id = source;
    }
    take_source(&mut row, object, options);
    Ok(Found::Rows(vec![row]))
}

/// Takes who paid, and what was paid back, from the source of a balance transaction, where it is expanded. What moved
/// stays the movement's own: a source that cannot be read takes nothing from it.
fn take_source(row: &mut Row, object: &Object<'_>, options: &ReadOptions) {
    let Some(text) = object.source.map(RawValue::get).filter(|text| text.starts_with('{')) else { return };
    let Ok(source) = Object::parse(text) else { return };
    let found = match source.name().as_str() {
        "charge" => charge(&source, options),
        "refund" => refund(&source, options),
        "payout" => payout(&source, options),
        _ => return,
    };
    let Ok(Found::Rows(rows)) = found else { return };
    let Some(known) = rows.into_iter().next() else { return };
    row.intent = known.intent;
    let (transaction, known) = (&mut row.transaction, known.transaction);
    if known.amount.currency() != transaction.currency() {
        transaction.original = Some(Original { amount: known.amount, rate: row.rate });
    }
    transaction.counterparty = known.counterparty;
    transaction.kind = known.kind;
    if known.returned.is_some() {
        transaction.returned = known.returned;
    }
    if transaction.remittance.is_empty() {
        transaction.remittance = known.remittance;
    }
    for (key, value) in known.metadata {
        transaction.metadata.entry(key).or_insert(value);
    }
    for reference in known.references {
        refer(transaction, reference.kind, Some(reference.value));
    }
    row.depth = Depth::Net;
}

fn new(object: &Object<'_>, amount: Amount, status: Status, options: &ReadOptions) -> Result<Row, Error> {
    let id = object.id.some().ok_or_else(|| bad("no id").at_field("/id"))?;
    let mut transaction = Transaction::new(id, object.created(options)?, amount);
    transaction.source = "stripe".to_owned();
    transaction.account = Some(options.account.clone().unwrap_or_else(|| "stripe".to_owned()));
    transaction.status = status;
    transaction.metadata = object.metadata();
    Ok(Row { transaction, depth: Depth::Gross, intent: String::new(), rate: None })
}

/// Takes the amounts of the balance transaction, where it is expanded.
fn settle(row: &mut Row, object: &Object<'_>, options: &ReadOptions) -> Result<(), Error> {
    let Some(balance) = object.expanded_balance_transaction()? else {
        refer(&mut row.transaction, ReferenceKind::Bank, inner(object.balance_transaction).id.some());
        return Ok(());
    };
    let mut movement = new(&balance, balance.amount()?, row.transaction.status, options)?;
    net_of_fees(&mut movement.transaction, &balance)?;
    movement.transaction.value_on = balance.available_on(options);
    refer(&mut row.transaction, ReferenceKind::Bank, balance.id.some());
    take(&mut row.transaction, &movement.transaction, balance.exchange_rate());
    row.depth = Depth::Net;
    Ok(())
}

/// Amount and fees of a movement for a row before fees; what the customer paid becomes the original.
pub(super) fn take(row: &mut Transaction, movement: &Transaction, rate: Option<Decimal>) {
    if row.currency() != movement.currency() {
        row.original = Some(Original { amount: row.amount, rate });
    }
    row.amount = movement.amount;
    row.fees.clone_from(&movement.fees);
    row.booked_on = movement.booked_on;
    row.value_on = movement.value_on.or(row.value_on);
}

/// The net amount and the fees; together they are the gross.
fn net_of_fees(row: &mut Transaction, balance: &Object<'_>) -> Result<(), Error> {
    let (net, fee) = (balance.net()?, balance.fee()?.unwrap_or(Amount::zero(row.currency())));
    if net.checked_add(fee)? != row.amount {
        return Err(bad("net and fee do not add up to the amount").at_field("/balance_transaction/net"));
    }
    row.amount = net;
    let details: Vec<Fee> = fee_details(balance, net)?;
    let sum = details.iter().try_fold(Amount::zero(net.currency()), |sum, fee| sum.checked_add(fee.amount));
    row.fees = if sum? == fee { details } else { vec![Fee { amount: fee, kind: "stripe_fee".to_owned() }] };
    row.fees.retain(|fee| !fee.amount.is_zero());
    Ok(())
}

fn fee_details(balance: &Object<'_>, net: Amount) -> Result<Vec<Fee>, Error> {
    #[derive(Deserialize)]
    struct Detail<'a> {
        #[serde(borrow)]
        amount: &'a RawValue,
        #[serde(borrow, default, rename = "type")]
        kind: super::super::json::Text<'a>,
    }
    let mut fees = Vec::new();
    for text in elements(balance.fee_details) {
        let detail: Detail<'_> =
            serde_json::from_str(text).map_err(|_| bad("not a fee").at_field("/fee_details"))?;
        let amount = super::units::integer(detail.amount.get())
            .and_then(|units| super::units::amount(units, net.currency()))
            .map_err(|fault| bad(fault.message()).at_field("/fee_details"))?;
        fees.push(Fee { amount, kind: detail.kind.some().unwrap_or_else(|| "stripe_fee".to_owned()) });
    }
    Ok(fees)
}

fn refer(row: &mut Transaction, kind: ReferenceKind, value: Option<String>) {
    let Some(value) = value.filter(|value| !value.is_empty()) else { return };
    let reference = Reference { kind, value };
    if !row.references.contains(&reference) {
        row.references.push(reference);
    }
}

/// What a payment method is.
fn method(name: &str, id: &str) -> TransactionKind {
    match name {
        "card" | "card_present" | "interac_present" | "link" => TransactionKind::Card,
        "sepa_debit" | "bacs_debit" | "us_bank_account" | "ach_debit" | "acss_debit" | "au_becs_debit"
        | "nz_bank_account" => TransactionKind::DirectDebit,
        "customer_balance"
        | "ach_credit_transfer"
        | "sepa_credit_transfer"
        | "ideal"
        | "bancontact"
        | "sofort"
        | "giropay"
        | "eps"
        | "p24"
        | "fpx"
        | "blik"
        | "twint"
        | "pay_by_bank"
        | "multibanco"
        | "pix" => TransactionKind::Transfer,
        "" if id.starts_with("ch_") => TransactionKind::Card,
        _ => TransactionKind::Other,
    }
}
