//! A row of the Stripe balance on its way, and what its balance transaction says of it.

use super::super::ReadOptions;
use super::super::json::Text;
use super::object::{Object, bad, elements, inner, minor};
use crate::error::Error;
use crate::model::{
    BankCode, Fee, Original, Reference, ReferenceKind, ReturnStage, Returned, Status, Transaction,
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
    /// An object of which no fees are taken.
    Own,
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
    /// Where it is of an event: when that was. What is listed as it is now has none.
    pub(super) seen: Option<i64>,
    /// Its day is that of the object, since its own is not in the input.
    pub(super) undated: bool,
    /// It is a balance transaction, with its source or without.
    pub(super) movement: bool,
    /// It was taken back by what the object does not list.
    pub(super) half_told: bool,
}

/// Why an object is no row: shown with the object's name.
pub(super) type Refused = &'static str;

/// Rows of an object, or why it is none.
pub(super) enum Found {
    Rows(Vec<Row>),
    Nothing(Refused),
}

impl Found {
    pub(super) fn one(row: Row) -> Self {
        Found::Rows(vec![row])
    }
}

/// A row of an object. Its account is filled in where it is handed out.
pub(super) fn new(
    object: &Object<'_>,
    amount: Amount,
    status: Status,
    options: &ReadOptions,
) -> Result<Row, Error> {
    let id = object.id.some().ok_or_else(|| bad("no id").at_field("/id"))?;
    let mut transaction = Transaction::new(id, object.created(options)?, amount);
    transaction.source = "stripe".into();
    transaction.status = status;
    transaction.metadata = object.metadata();
    Ok(Row {
        transaction,
        depth: Depth::Gross,
        intent: String::new(),
        rate: None,
        seen: None,
        undated: false,
        movement: false,
        half_told: false,
    })
}

/// Takes the amounts of the balance transaction, where it is expanded.
pub(super) fn settle(row: &mut Row, object: &Object<'_>, options: &ReadOptions) -> Result<(), Error> {
    let Some(balance) = object.expanded_balance_transaction()? else {
        refer(&mut row.transaction, ReferenceKind::Bank, inner(object.balance_transaction).id.some());
        return Ok(());
    };
    let mut movement = new(&balance, balance.amount()?, row.transaction.status, options)?;
    net_of_fees(&mut movement.transaction, &balance)?;
    movement.transaction.value_on = balance.available_on(options);
    movement.transaction.bank_code = code(&balance);
    refer(&mut row.transaction, ReferenceKind::Bank, balance.id.some());
    refer(&mut row.transaction, ReferenceKind::Payout, payout_of(&balance));
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
    if row.bank_code.is_none() {
        row.bank_code.clone_from(&movement.bank_code);
    }
}

/// The net amount and the fees; together they are the gross.
pub(super) fn net_of_fees(row: &mut Transaction, balance: &Object<'_>) -> Result<(), Error> {
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
        kind: Text<'a>,
    }
    let mut fees = Vec::new();
    for text in elements(balance.fee_details) {
        let detail: Detail<'_> =
            serde_json::from_str(text).map_err(|_| bad("not a fee").at_field("/fee_details"))?;
        let amount = minor(detail.amount, net.currency(), "/fee_details")?;
        fees.push(Fee { amount, kind: detail.kind.some().unwrap_or_else(|| "stripe_fee".to_owned()) });
    }
    Ok(fees)
}

/// Stripe's own word for what a movement is.
pub(super) fn code(balance: &Object<'_>) -> Option<BankCode> {
    let word = match balance.kind.0.as_ref() {
        "" | "adjustment" => balance.reporting_category.some(),
        _ => balance.kind.some(),
    };
    word.map(|word| BankCode { proprietary: Some(word), ..BankCode::default() })
}

/// The payout that a balance transaction says it is paid out with.
pub(super) fn payout_of(balance: &Object<'_>) -> Option<String> {
    inner(balance.payout).id.some().or_else(|| inner(balance.automatic_payout_id).id.some())
}

/// Adds a reference, unless it is there.
pub(super) fn refer(row: &mut Transaction, kind: ReferenceKind, value: Option<String>) {
    let Some(value) = value.filter(|value| !value.is_empty()) else { return };
    let reference = Reference { kind, value };
    if !row.references.contains(&reference) {
        row.references.push(reference);
    }
}

/// Says that a row takes back the first of these, which are ids of one payment.
pub(super) fn take_back(
    row: &mut Transaction,
    stage: ReturnStage,
    reason: Option<String>,
    originals: impl IntoIterator<Item = Option<String>>,
) {
    let originals: Vec<String> = originals.into_iter().flatten().collect();
    // What is won gives again what a dispute took: its original is the payment, which it does not take back.
    if stage != ReturnStage::Won {
        row.reverses = originals.first().cloned();
    }
    row.returned = Some(Returned { stage, reason, originals });
}
