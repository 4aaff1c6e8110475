//! Payments, refunds, payouts and the movements of payment accounts to rows.

use super::super::json::{keys, note, refer, say};
use super::super::{ReadOptions, RowPlace};
use super::state::{Back, Resource, State, of_status};
use super::wire::{Object, bad};
use crate::error::Error;
use crate::model::{
    Fee, Original, ReferenceKind, ReturnStage, Returned, Status, Transaction, TransactionKind,
};
use crate::money::Amount;
use rust_decimal::Decimal;

/// What a payment, a refund or a payout says of itself, before its events are known.
pub(super) struct Told {
    pub(super) resource: Resource,
    pub(super) state: State,
    pub(super) row: Transaction,
    /// The mandate, which leads to who pays.
    pub(super) mandate: Option<String>,
    /// The payout that it went into.
    pub(super) payout: Option<String>,
    /// What was taken off a payout.
    pub(super) fees: Option<Amount>,
}

/// A row on its way.
pub(super) struct Row {
    pub(super) row: Transaction,
    pub(super) place: RowPlace,
}

/// The account of rows: the balance at GoCardless.
pub(super) fn account(options: &ReadOptions) -> String {
    options.account.clone().unwrap_or_else(|| "gocardless".to_owned())
}

fn new(id: String, object: &Object<'_>, amount: Amount, options: &ReadOptions) -> Result<Transaction, Error> {
    let created = object.created(options)?;
    let booked_on = match object.charge_date(options)? {
        Some(charged) => charged,
        None => created.ok_or_else(|| bad("no time of creation").at_field("/created_at"))?,
    };
    let mut row = Transaction::new(id, booked_on, amount);
    row.source = "gocardless_pro".into();
    row.account = Some(account(options));
    row.metadata = keys(object.metadata);
    Ok(row)
}

fn state(object: &Object<'_>, resource: Resource) -> Result<State, Error> {
    let said = "a status that the API does not list for it";
    of_status(resource, &object.status.0).ok_or_else(|| bad(said).at_field("/status"))
}

/// A payment: what a customer pays, before fees.
pub(super) fn payment(object: &Object<'_>, options: &ReadOptions) -> Result<Told, Error> {
    let id = object.required_id()?;
    let mut row = new(id.clone(), object, object.amount(options)?, options)?;
    let links = object.links();
    row.kind = kind(&object.scheme.0);
    row.remittance = object.description.clean();
    say(&mut row.remittance, &object.reference.clean());
    row.counterparty.customer_id = links.customer.some();
    refer(&mut row, ReferenceKind::Payment, Some(id));
    refer(&mut row, ReferenceKind::Mandate, links.mandate.some());
    for (key, text) in [
        ("scheme", &object.scheme),
        ("creditor", &links.creditor),
        ("subscription", &links.subscription),
        ("instalment_schedule", &links.instalment_schedule),
    ] {
        note(&mut row, key, text);
    }
    Ok(Told {
        resource: Resource::Payment,
        state: state(object, Resource::Payment)?,
        row,
        mandate: links.mandate.some(),
        payout: links.payout.some(),
        fees: None,
    })
}

/// A refund: money back to a customer.
pub(super) fn refund(object: &Object<'_>, options: &ReadOptions) -> Result<Told, Error> {
    let id = object.required_id()?;
    let amount = object.amount(options)?.checked_neg()?;
    let mut row = new(id.clone(), object, amount, options)?;
    let links = object.links();
    row.kind = TransactionKind::Refund;
    row.remittance = object.reference.clean();
    row.returned = Some(Returned {
        stage: ReturnStage::Refund,
        reason: None,
        originals: links.payment.some().into_iter().collect(),
    });
    refer(&mut row, ReferenceKind::Payment, Some(id));
    refer(&mut row, ReferenceKind::Mandate, links.mandate.some());
    Ok(Told {
        resource: Resource::Refund,
        state: state(object, Resource::Refund)?,
        row,
        mandate: links.mandate.some(),
        payout: links.payout.some(),
        fees: None,
    })
}

/// A payout: money from the balance to the host's bank, with the fees that are taken off the balance beside it.
pub(super) fn payout(object: &Object<'_>, options: &ReadOptions) -> Result<Told, Error> {
    let id = object.required_id()?;
    let paid = object.amount(options)?.checked_neg()?;
    let fees = object.deducted_fees(options)?.filter(|fees| !fees.is_zero());
    let amount = fees.map_or(Ok(paid), |fees| paid.checked_sub(fees))?;
    let mut row = new(id.clone(), object, amount, options)?;
    row.kind = TransactionKind::Payout;
    row.value_on = object.arrival_date(options);
    row.remittance = object.reference.clean();
    row.fees.extend(fees.map(|amount| Fee { amount, kind: "gocardless_fee".to_owned() }));
    refer(&mut row, ReferenceKind::Payout, Some(id));
    refer(&mut row, ReferenceKind::Payout, object.reference.some());
    if let Some((into, rate)) = object.fx().filter(|(into, _)| into.currency() != paid.currency()) {
        // The API's rate leads from the balance to the bank's currency.
        let rate = rate.and_then(|rate| Decimal::ONE.checked_div(rate)).map(|rate| rate.round_dp(12));
        row.original = Some(Original { amount: into.checked_neg()?, rate });
    }
    let links = object.links();
    note(&mut row, "payout_type", &object.payout_type);
    note(&mut row, "creditor", &links.creditor);
    Ok(Told {
        resource: Resource::Payout,
        state: state(object, Resource::Payout)?,
        row,
        mandate: None,
        payout: None,
        fees,
    })
}

/// A movement of a payment account, which GoCardless keeps beside the balance for payments out of it.
pub(super) fn account_movement(
    object: &Object<'_>,
    options: &ReadOptions,
) -> Result<(Transaction, Option<Amount>), Error> {
    let amount = object.amount(options)?;
    let amount = match object.direction.0.as_ref() {
        "credit" => amount,
        "debit" => amount.checked_neg()?,
        _ => return Err(bad("neither credit nor debit").at_field("/direction")),
    };
    let on = object.value_date(options)?.ok_or_else(|| bad("no date").at_field("/value_date"))?;
    let mut row = Transaction::new(object.required_id()?, on, amount);
    let links = object.links();
    row.source = "gocardless_pro".into();
    row.account = links.payment_bank_account.some().or_else(|| Some(account(options)));
    row.counterparty.name = object.counterparty_name.some();
    row.remittance = object.reference.clean();
    say(&mut row.remittance, &object.description.clean());
    let payout = links.payout.some();
    row.kind = if payout.is_some() { TransactionKind::Payout } else { TransactionKind::Transfer };
    refer(&mut row, ReferenceKind::Payout, payout);
    refer(&mut row, ReferenceKind::Payment, links.outbound_payment.some());
    let id = row.id.clone();
    refer(&mut row, ReferenceKind::Bank, Some(id));
    Ok((row, object.balance_after(options)))
}

/// The row that takes a row back, or brings its money again.
pub(super) fn back(row: &Transaction, back: &Back) -> Result<Transaction, Error> {
    let mut again = row.clone();
    again.id = format!("{}:{}", row.id, back.name);
    again.booked_on = back.on.unwrap_or(row.booked_on);
    again.status = Status::Booked;
    again.references.retain(|reference| reference.kind != ReferenceKind::Payout);
    refer(&mut again, ReferenceKind::Payout, back.payout.clone());
    if back.takes_back() {
        again.amount = row.amount.checked_neg()?;
        again.reverses = Some(row.id.clone());
    }
    again.returned = back.stage.map(|stage| Returned {
        stage,
        reason: back.reason.clone(),
        originals: vec![row.id.clone()],
    });
    if let Some(stage) = back.stage {
        let disputed = matches!(stage, ReturnStage::Indemnity | ReturnStage::Won);
        again.kind = if disputed { TransactionKind::Dispute } else { TransactionKind::Return };
    }
    Ok(again)
}

/// What a payment is, by its scheme.
pub(super) fn kind(scheme: &str) -> TransactionKind {
    match scheme {
        "faster_payments" | "pay_to" | "sepa_credit_transfer" | "sepa_instant_credit_transfer" => {
            TransactionKind::Transfer
        }
        _ => TransactionKind::DirectDebit,
    }
}
