//! A result as tables of Arrow, one for each list of it. Ids, words and currencies are text, amounts are decimals of four
//! places: no currency has more.

use arrow_array::{ArrayRef, BooleanArray, Decimal128Array, Float64Array, RecordBatch, StringArray};
use arrow_schema::{ArrowError, DECIMAL128_MAX_PRECISION, Field, Schema};
use payymo::matching::{Allocation, Decision, DifferenceOf, Reconciliation};
use payymo::money::Amount;
use std::sync::Arc;

const PLACES: u8 = 4;

/// Names of the tables.
pub const TABLES: &[&str] =
    &["matches", "allocations", "differences", "evidence", "unmatched", "open_invoices"];

/// One of the tables; `None` where none has this name.
pub fn table(result: &Reconciliation, name: &str) -> Option<Result<RecordBatch, ArrowError>> {
    let columns = match name {
        "matches" => matches(result),
        "allocations" => allocations(result),
        "differences" => differences(result),
        "evidence" => evidence(result),
        "unmatched" => unmatched(result),
        "open_invoices" => open_invoices(result),
        _ => return None,
    };
    Some(columns.and_then(batch))
}

type Made = Result<Vec<(&'static str, ArrayRef)>, ArrowError>;

fn batch(columns: Vec<(&'static str, ArrayRef)>) -> Result<RecordBatch, ArrowError> {
    let fields: Vec<Field> =
        columns.iter().map(|(name, column)| Field::new(*name, column.data_type().clone(), true)).collect();
    let columns = columns.into_iter().map(|column| column.1).collect();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), columns)
}

fn text<'a>(values: impl Iterator<Item = &'a str>) -> ArrayRef {
    Arc::new(StringArray::from_iter_values(values))
}

fn some_text<T: AsRef<str>>(values: impl Iterator<Item = Option<T>>) -> ArrayRef {
    Arc::new(values.collect::<StringArray>())
}

fn amounts(values: impl Iterator<Item = Option<Amount>>) -> Result<ArrayRef, ArrowError> {
    let at_places = |amount: Amount| {
        let missing = PLACES.saturating_sub(amount.currency().decimals());
        i128::from(amount.minor()) * 10_i128.pow(missing.into())
    };
    let array: Decimal128Array = values.map(|amount| amount.map(at_places)).collect();
    Ok(Arc::new(array.with_precision_and_scale(DECIMAL128_MAX_PRECISION, PLACES as i8)?))
}

/// As the document rounds it.
fn rounded(values: impl Iterator<Item = f64>, places: f64) -> ArrayRef {
    Arc::new(Float64Array::from_iter_values(values.map(|value| {
        let rounded = (value * places).round() / places;
        if rounded == 0.0 { 0.0 } else { rounded }
    })))
}

fn matches(result: &Reconciliation) -> Made {
    let all = || result.matches.iter();
    Ok(vec![
        ("id", text(all().map(|row| row.id.as_str()))),
        ("kind", text(all().map(|row| row.kind.code()))),
        ("decision", text(all().map(|row| if row.decision == Decision::Auto { "auto" } else { "review" }))),
        ("probability", rounded(all().map(|row| row.probability), 1e6)),
        ("score", rounded(all().map(|row| row.score), 1e2)),
        ("prior", rounded(all().map(|row| row.prior), 1e2)),
        ("review", some_text(all().map(|row| row.review.map(|reason| reason.code())))),
        ("review_clue", some_text(all().map(|row| row.review_clue))),
        ("audit", Arc::new(BooleanArray::from_iter(all().map(|row| Some(row.audit))))),
        ("calibration", text(all().map(|row| row.uncalibrated.kind))),
    ])
}

fn allocations(result: &Reconciliation) -> Made {
    let all = || result.matches.iter().flat_map(|row| row.allocations.iter().map(move |inner| (row, inner)));
    let paid = |allocation: &Allocation| allocation.paid.map(|paid| paid.0);
    Ok(vec![
        ("match", text(all().map(|(row, _)| row.id.as_str()))),
        ("transaction", some_text(all().map(|(_, row)| row.source.transaction()))),
        ("credit", some_text(all().map(|(_, row)| row.source.credit()))),
        ("invoice", some_text(all().map(|(_, row)| row.target.invoice()))),
        (
            "customer",
            some_text(all().map(|(_, row)| match row.target.invoice() {
                Some(_) => None,
                None => Some(row.target.id()),
            })),
        ),
        ("amount", amounts(all().map(|(_, row)| Some(row.amount)))?),
        ("currency", currencies(all().map(|(_, row)| Some(row.amount)))),
        ("paid_amount", amounts(all().map(|(_, row)| paid(row)))?),
        ("paid_currency", currencies(all().map(|(_, row)| paid(row)))),
        ("rate", some_text(all().map(|(_, row)| row.paid.map(|paid| paid.1.normalize().to_string())))),
    ])
}

fn currencies(values: impl Iterator<Item = Option<Amount>>) -> ArrayRef {
    let codes: Vec<_> = values.map(|amount| amount.map(Amount::currency)).collect();
    some_text(codes.iter().map(|code| code.as_ref().map(|code| code.as_str())))
}

fn differences(result: &Reconciliation) -> Made {
    let all = || result.matches.iter().flat_map(|row| row.differences.iter().map(move |inner| (row, inner)));
    let of = |row: &DifferenceOf, of_invoice: bool| match (row, of_invoice) {
        (DifferenceOf::Transaction(id), false) | (DifferenceOf::Invoice(id), true) => Some(id.clone()),
        _ => None,
    };
    Ok(vec![
        ("match", text(all().map(|(row, _)| row.id.as_str()))),
        ("kind", text(all().map(|(_, row)| row.kind.code()))),
        ("transaction", some_text(all().map(|(_, row)| of(&row.of, false)))),
        ("invoice", some_text(all().map(|(_, row)| of(&row.of, true)))),
        ("amount", amounts(all().map(|(_, row)| Some(row.amount)))?),
        ("currency", currencies(all().map(|(_, row)| Some(row.amount)))),
    ])
}

fn evidence(result: &Reconciliation) -> Made {
    let all = || result.matches.iter().flat_map(|row| row.evidence.iter().map(move |inner| (row, inner)));
    Ok(vec![
        ("match", text(all().map(|(row, _)| row.id.as_str()))),
        ("code", text(all().map(|(_, row)| row.code))),
        ("weight", rounded(all().map(|(_, row)| row.weight), 1e2)),
        ("text", some_text(all().map(|(_, row)| Some(row.text())))),
    ])
}

fn unmatched(result: &Reconciliation) -> Made {
    let all = || result.unmatched.iter();
    Ok(vec![
        ("transaction", text(all().map(|row| row.transaction.as_str()))),
        ("reason", text(all().map(|row| row.reason.code()))),
    ])
}

fn open_invoices(result: &Reconciliation) -> Made {
    let all = || result.open_invoices.iter();
    Ok(vec![
        ("invoice", text(all().map(|row| row.invoice.as_str()))),
        ("open", amounts(all().map(|row| Some(row.open)))?),
        ("currency", currencies(all().map(|row| Some(row.open)))),
    ])
}
