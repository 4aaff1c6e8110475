//! What a columnar call came to: tables that the host reads in place.

use super::arrays::{Allocations, Differences, Evidence, Matches, OpenInvoices, Unmatched};
use core::ptr;
use payymo_contract::columns::{NO_ROW, Tables};

/// In place of a row's number: there is none.
pub const PAYYMO_NO_ROW: u32 = 0xFFFF_FFFF;
/// In place of a word's number: there is none.
pub const PAYYMO_NONE: u32 = 255;

const _: () = assert!(PAYYMO_NO_ROW == NO_ROW && PAYYMO_NONE == u8::MAX as u32);

/// The lists of a result as columns. Rows of the input stand by their number, words by their place in the lists of the
/// contract. The caller owns it and frees it once. It never changes: any number of threads may read it at once.
pub struct Outcome {
    matches: Matches,
    allocations: Allocations,
    differences: Differences,
    evidence: Evidence,
    unmatched: Unmatched,
    open_invoices: OpenInvoices,
    /// What the others point into.
    _tables: Tables,
}

impl Outcome {
    /// The tables of a result.
    pub fn of(tables: Tables) -> Self {
        Outcome {
            matches: (&tables.matches).into(),
            allocations: (&tables.allocations).into(),
            differences: (&tables.differences).into(),
            evidence: (&tables.evidence).into(),
            unmatched: (&tables.unmatched).into(),
            open_invoices: (&tables.open_invoices).into(),
            _tables: tables,
        }
    }
}

/// The matches of a result; NULL for NULL. All tables live as long as the result.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_result_matches(result: *const Outcome) -> *const Matches {
    // SAFETY: NULL, or a result that is not freed yet, as the header says.
    unsafe { result.as_ref() }.map_or(ptr::null(), |result| &raw const result.matches)
}

/// The allocations of a result; NULL for NULL.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_result_allocations(result: *const Outcome) -> *const Allocations {
    // SAFETY: NULL, or a result that is not freed yet, as the header says.
    unsafe { result.as_ref() }.map_or(ptr::null(), |result| &raw const result.allocations)
}

/// The differences of a result; NULL for NULL.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_result_differences(result: *const Outcome) -> *const Differences {
    // SAFETY: NULL, or a result that is not freed yet, as the header says.
    unsafe { result.as_ref() }.map_or(ptr::null(), |result| &raw const result.differences)
}

/// The evidence of a result; NULL for NULL.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_result_evidence(result: *const Outcome) -> *const Evidence {
    // SAFETY: NULL, or a result that is not freed yet, as the header says.
    unsafe { result.as_ref() }.map_or(ptr::null(), |result| &raw const result.evidence)
}

/// The transactions of a result that settle nothing; NULL for NULL.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_result_unmatched(result: *const Outcome) -> *const Unmatched {
    // SAFETY: NULL, or a result that is not freed yet, as the header says.
    unsafe { result.as_ref() }.map_or(ptr::null(), |result| &raw const result.unmatched)
}

/// The items of a result with something left; NULL for NULL.
/// Threads: any, at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_result_open_invoices(result: *const Outcome) -> *const OpenInvoices {
    // SAFETY: NULL, or a result that is not freed yet, as the header says.
    unsafe { result.as_ref() }.map_or(ptr::null(), |result| &raw const result.open_invoices)
}

/// Frees a result; NULL is fine.
/// Threads: any, but once, and when no other thread reads it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payymo_result_free(result: *mut Outcome) {
    if !result.is_null() {
        // SAFETY: it came from `payymo_reconcile_columns` and is freed once, as the header says.
        drop(unsafe { Box::from_raw(result) });
    }
}
