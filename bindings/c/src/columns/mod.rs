//! Rows handed in as arrays, results handed out as arrays: no JSON of a hundred thousand rows on either side.

mod arrays;
mod result;
mod table;

use crate::call::{Progress, teller};
use crate::document::{Document, clear, hand_out};
use crate::guard::guard;
use crate::input::{self, Blob};
use core::ffi::{c_char, c_void};
use payymo_contract::columns::{Columns, reconcile};
use payymo_contract::{BorderCode, Fault, Host};
use result::Outcome;
use table::{Table, columns_of};

/// Does "matching.reconcile" over columns. Columns have the names of the fields of a row (docs/operations.md); those inside of
/// an object may stand under their path ("counterparty.name"); amounts stand as "amount_minor", "total_minor", "open_minor";
/// names that are not known are ignored.
///
/// `settlements` may be NULL. `request` is a document with `options` and `memory`, or NULL. All else as of payymo_call.
/// Returns 0 with `*result`, and in `*answer` the document of "matching.reconcile" without its lists of matches, unmatched and
/// open_invoices, which are in `*result`: it has the errors of rows that cannot be read, warnings, summary. Or returns the
/// number of an error.
/// Ownership: the arrays are borrowed until it returns; the caller frees `*result` and `*answer`, which are written always.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_reconcile_columns(
    transactions: *const Table,
    invoices: *const Table,
    settlements: *const Table,
    request: *const c_char,
    request_length: usize,
    blobs: *const Blob,
    blob_count: usize,
    progress: Progress,
    user: *mut c_void,
    result: *mut *mut Outcome,
    answer: *mut *mut Document,
) -> u32 {
    // SAFETY: the pointers are as the header says, here and below.
    unsafe { clear(answer) };
    // SAFETY: as above.
    unsafe { clear(result) };
    let done = guard(|| {
        if result.is_null() || transactions.is_null() || invoices.is_null() {
            return Err(Fault::new(BorderCode::Argument, "transactions, invoices or result is NULL"));
        }
        // SAFETY: as above.
        let request = unsafe { input::bytes(request, request_length, "request") }?;
        // SAFETY: as above.
        let blobs = unsafe { input::blobs(blobs, blob_count) }?;
        // SAFETY: as above, and so for the arrays of each.
        let (paid, items, settled) = unsafe {
            (
                columns_of(transactions, "transactions")?,
                columns_of(invoices, "invoices")?,
                columns_of(settlements, "settlements")?,
            )
        };
        let mut tell = teller(progress, user);
        let host = Host { blobs: &blobs, progress: &mut tell };
        let borrowed = [&paid, &items, &settled].map(|table| {
            let columns = table.columns.iter();
            columns.fold(Columns::new(table.rows), |all, (name, column)| all.with(name, column.as_ref()))
        });
        let [paid, items, settled] = &borrowed;
        let done = reconcile(paid, items, settled, request, host)?;
        let outcome = Outcome::of(done.tables());
        let rest = done.rest()?;
        // SAFETY: as above, and not null.
        unsafe { result.write(Box::into_raw(Box::new(outcome))) };
        Ok(rest)
    });
    // SAFETY: as above.
    unsafe { hand_out(answer, done) }
}
