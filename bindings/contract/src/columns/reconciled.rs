//! A call in columns, and its result.

use super::cell::Columns;
use super::read::{invoices, settlements, transactions};
use super::tables::Tables;
use crate::call::Call;
use crate::doors::Host;
use crate::fault::{BorderCode, Fault};
use crate::operation::Document;
use crate::operations::shared::{self, memory_of, options_of};
use crate::schema::Field;
use payymo::matching::{self as engine, Reconciliation};

/// What a columnar call takes beside its columns, as a document.
const REQUEST: [Field; 2] = [shared::OPTIONS, shared::MEMORY];

/// A result, with the ids of the rows that it speaks of.
pub struct Reconciled {
    /// The result.
    pub result: Reconciliation,
    /// Ids of the transactions, by their row in the columns; empty where the row could not be read.
    pub transaction_ids: Vec<String>,
    /// Ids of the items, by their row in the columns.
    pub invoice_ids: Vec<String>,
}

impl Reconciled {
    /// The result in columns, in which rows of the input stand by their number.
    pub fn tables(&self) -> Tables {
        Tables::of(&self.result, &self.transaction_ids, &self.invoice_ids)
    }

    /// All else of the result as a document, with its lists empty: what computed it, totals, errors, warnings, limits.
    ///
    /// # Errors
    /// None that a result can give: it holds texts and finite numbers.
    pub fn rest(self) -> Result<Document, Fault> {
        let mut result = self.result;
        result.matches.clear();
        result.unmatched.clear();
        result.open_invoices.clear();
        serde_json::to_vec(&result)
            .map_err(|_| Fault::new(BorderCode::Internal, "an answer that JSON cannot hold"))
    }
}

/// Pairs transactions with open items in columns; `request` is a document with `options` and `memory`. What cannot be read
/// of a row is an error of that row in the result.
///
/// # Errors
/// Those of `matching.reconcile`; `input.float_money` for a column of binary floats; `contract.field` for a column that is
/// missing or of the wrong length.
pub fn reconcile(
    transaction_columns: &Columns<'_>,
    invoice_columns: &Columns<'_>,
    settlement_columns: &Columns<'_>,
    request: &[u8],
    host: Host<'_>,
) -> Result<Reconciled, Fault> {
    let call = Call::new("a call in columns", &REQUEST, request, host.blobs, host.progress)?;
    let options = options_of(&call)?;
    let memory = memory_of(&call, "memory")?;
    let paid = transactions(transaction_columns)?;
    let items = invoices(invoice_columns)?;
    let settled = settlements(settlement_columns)?;
    let mut result = match &memory {
        Some(memory) => {
            engine::reconcile_with(memory, &paid.rows, &items.rows, &settled.rows, &options, call.progress)
        }
        None => engine::reconcile(&paid.rows, &items.rows, &settled.rows, &options, call.progress),
    }?;
    let errors = [paid.errors, items.errors, settled.errors].concat();
    result.errors.splice(0..0, errors);
    let ids = |count: usize, numbers: &[usize], ids: Vec<String>| {
        let mut by_row = vec![String::new(); count];
        for (number, id) in numbers.iter().zip(ids) {
            if let Some(slot) = by_row.get_mut(*number) {
                *slot = id;
            }
        }
        by_row
    };
    Ok(Reconciled {
        result,
        transaction_ids: ids(
            transaction_columns.rows(),
            &paid.numbers,
            paid.rows.into_iter().map(|row| row.id).collect(),
        ),
        invoice_ids: ids(
            invoice_columns.rows(),
            &items.numbers,
            items.rows.into_iter().map(|row| row.id).collect(),
        ),
    })
}
