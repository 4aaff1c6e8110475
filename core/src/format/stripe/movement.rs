//! A balance transaction: any movement of the balance, alone or as what took an object's own movement back.

use super::super::ReadOptions;
use super::kinds;
use super::object::{Object, inner};
use super::row::{self, Depth, Row, refer, take_back};
use crate::error::Error;
use crate::model::{ReferenceKind, ReturnStage, Status, TransactionKind};
use serde_json::value::RawValue;

/// Its id is that of its source where the source moves money once.
pub(super) fn movement(object: &Object<'_>, options: &ReadOptions) -> Result<Row, Error> {
    let mut row = row::new(object, object.amount()?, Status::Booked, options)?;
    (row.depth, row.movement) = (Depth::Movement, true);
    row.rate = object.exchange_rate();
    row::net_of_fees(&mut row.transaction, object)?;
    row.transaction.value_on = object.available_on(options);
    row.transaction.remittance = object.description.clean();
    row.transaction.bank_code = row::code(object);
    let source = inner(object.source).id.some();
    let name = source.as_deref().unwrap_or_default();
    let comes_in = row.transaction.gross()?.minor() > 0;
    let class = kinds::class(&object.kind.0, &object.reporting_category.0, name, comes_in);
    row.transaction.kind = class.kind;
    let disputed = matches!(class.stage, Some(ReturnStage::Chargeback | ReturnStage::Won));
    if let Some(stage) = class.stage {
        let original = source.clone().filter(|_| disputed || class.undoes(name));
        take_back(&mut row.transaction, stage, None, [original]);
        if disputed {
            // A dispute is no row: it has some.
            row.transaction.reverses = None;
        }
    }
    let is_payout = class.kind == TransactionKind::Payout;
    refer(
        &mut row.transaction,
        if is_payout { ReferenceKind::Payout } else { ReferenceKind::Payment },
        source.clone(),
    );
    refer(&mut row.transaction, ReferenceKind::Bank, object.id.some());
    refer(&mut row.transaction, ReferenceKind::Payout, row::payout_of(object));
    if class.is_only_of(name)
        && let Some(source) = source
    {
        row.transaction.id = source;
    }
    Ok(row)
}

/// The movement that took an object's own back: expanded, or known by its id alone.
pub(super) fn failure(
    of: &Row,
    object: &Object<'_>,
    kind: TransactionKind,
    options: &ReadOptions,
) -> Result<Option<Row>, Error> {
    let Some(raw) = object.failure_balance_transaction.map(RawValue::get).filter(|text| *text != "null")
    else {
        return Ok(None);
    };
    let mut row = if raw.starts_with('{') {
        movement(&Object::parse(raw)?, options)?
    } else {
        let mut row = row::new(object, object.amount()?, Status::Booked, options)?;
        row.transaction.amount = of.transaction.gross()?.checked_neg()?;
        let id = inner(object.failure_balance_transaction).id.clean();
        row.transaction.id.clone_from(&id);
        row.transaction.remittance = object.description.clean();
        row.undated = true;
        refer(&mut row.transaction, ReferenceKind::Bank, Some(id));
        row
    };
    row.transaction.kind = kind;
    let of_payout = kind == TransactionKind::Payout;
    let own = if of_payout { ReferenceKind::Payout } else { ReferenceKind::Payment };
    refer(&mut row.transaction, own, object.id.some());
    take_back(&mut row.transaction, ReturnStage::Return, object.failure_code.some(), [object.id.some()]);
    Ok(Some(row))
}
