//! A balance transaction whose source is expanded: what moved is its own, who paid is told by the source.

use super::super::ReadOptions;
use super::movement::movement;
use super::object::Object;
use super::row::{Depth, Found, Row, refer};
use super::{issuing, payments, transfers};
use crate::error::Error;
use crate::model::Original;
use serde_json::value::RawValue;

/// A balance transaction with what its source tells.
pub(super) fn movement_with_source(object: &Object<'_>, options: &ReadOptions) -> Result<Found, Error> {
    let mut row = movement(object, options)?;
    take_source(&mut row, object, options);
    Ok(Found::one(row))
}

/// Takes who paid, and what was paid back, from the source of a balance transaction, where it is expanded. What moved
/// stays the movement's own: a source that cannot be read takes nothing from it, and neither does one that is another row.
fn take_source(row: &mut Row, object: &Object<'_>, options: &ReadOptions) {
    let Some(text) = object.source.map(RawValue::get).filter(|text| text.starts_with('{')) else { return };
    let Ok(source) = Object::parse(text) else { return };
    let found = match source.name().as_str() {
        "charge" => payments::charge(&source, options),
        "refund" => payments::refund(&source, options),
        "payout" => transfers::payout(&source, options),
        "transfer" => transfers::transfer(&source, options),
        "transfer_reversal" => transfers::transfer_reversal(&source, options),
        "topup" => transfers::topup(&source, options),
        "application_fee" => transfers::application_fee(&source, options),
        "fee_refund" => transfers::fee_refund(&source, options),
        "issuing.transaction" => issuing::transaction(&source, options),
        _ => return,
    };
    let Ok(Found::Rows(rows)) = found else { return };
    let own = rows.into_iter().find(|known| known.transaction.id == row.transaction.id);
    let Some(known) = own else { return };
    row.intent = known.intent;
    let (transaction, known) = (&mut row.transaction, known.transaction);
    if known.amount.currency() != transaction.currency() {
        transaction.original = Some(Original { amount: known.amount, rate: row.rate });
    }
    transaction.counterparty = known.counterparty;
    transaction.kind = known.kind;
    if known.returned.is_some() {
        transaction.returned = known.returned;
        transaction.reverses = known.reverses;
    }
    if transaction.remittance.is_empty() {
        transaction.remittance = known.remittance;
    }
    for (key, value) in known.metadata {
        transaction.metadata.add(key, value);
    }
    for reference in known.references {
        refer(transaction, reference.kind, Some(reference.value));
    }
    row.depth = Depth::Net;
}
