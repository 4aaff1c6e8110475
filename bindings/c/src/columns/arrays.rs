//! The tables of a result as structs of arrays.

use core::ffi::c_char;
use payymo_contract::columns;

/// Matches of a result.
#[repr(C)]
pub struct Matches {
    /// How many rows.
    pub rows: usize,
    /// PAYYMO_MATCH_…
    pub kind: *const u8,
    /// 1: automatic; 0: for review.
    pub automatic: *const u8,
    /// PAYYMO_REVIEW_…; PAYYMO_NONE where it is automatic.
    pub review: *const u8,
    /// Calibrated.
    pub probability: *const f64,
    /// Bits.
    pub score: *const f64,
    /// 1: of the audit sample.
    pub audit: *const u8,
}

/// Allocations of the matches.
#[repr(C)]
pub struct Allocations {
    /// How many rows.
    pub rows: usize,
    /// Row among the matches.
    pub match_row: *const u32,
    /// Row of the transaction; PAYYMO_NO_ROW where a credit note is the source.
    pub transaction_row: *const u32,
    /// Row of the credit note among the items; PAYYMO_NO_ROW where a transaction is the source.
    pub credit_row: *const u32,
    /// Row of the item; PAYYMO_NO_ROW for money on account.
    pub invoice_row: *const u32,
    /// Minor units of `currency`.
    pub amount_minor: *const i64,
    /// Of the amount: three letters and NUL.
    pub currency: *const [c_char; 4],
    /// What was paid, in minor units of `paid_currency`; the amount where the currencies are equal.
    pub paid_minor: *const i64,
    /// Of the payment: three letters and NUL.
    pub paid_currency: *const [c_char; 4],
}

/// Differences of the matches.
#[repr(C)]
pub struct Differences {
    /// How many rows.
    pub rows: usize,
    /// Row among the matches.
    pub match_row: *const u32,
    /// PAYYMO_DIFFERENCE_…
    pub kind: *const u8,
    /// Row of the transaction whose money it is; or PAYYMO_NO_ROW.
    pub transaction_row: *const u32,
    /// Row of the item whose part it is; or PAYYMO_NO_ROW.
    pub invoice_row: *const u32,
    /// Minor units of `currency`.
    pub amount_minor: *const i64,
    /// Of the amount: three letters and NUL.
    pub currency: *const [c_char; 4],
}

/// Evidence of the matches.
#[repr(C)]
pub struct Evidence {
    /// How many rows.
    pub rows: usize,
    /// Row among the matches.
    pub match_row: *const u32,
    /// PAYYMO_EVIDENCE_…
    pub code: *const u16,
    /// Bits.
    pub weight: *const f64,
}

/// Transactions that settle nothing.
#[repr(C)]
pub struct Unmatched {
    /// How many rows.
    pub rows: usize,
    /// Row of the transaction.
    pub transaction_row: *const u32,
    /// PAYYMO_UNMATCHED_…
    pub reason: *const u8,
}

/// Items with something left.
#[repr(C)]
pub struct OpenInvoices {
    /// How many rows.
    pub rows: usize,
    /// Row of the item.
    pub invoice_row: *const u32,
    /// Minor units of `currency`.
    pub open_minor: *const i64,
    /// Of the item: three letters and NUL.
    pub currency: *const [c_char; 4],
}

impl From<&columns::Matches> for Matches {
    fn from(table: &columns::Matches) -> Self {
        Matches {
            rows: table.kind.len(),
            kind: table.kind.as_ptr(),
            automatic: table.auto.as_ptr(),
            review: table.review.as_ptr(),
            probability: table.probability.as_ptr(),
            score: table.score.as_ptr(),
            audit: table.audit.as_ptr(),
        }
    }
}

impl From<&columns::Allocations> for Allocations {
    fn from(table: &columns::Allocations) -> Self {
        Allocations {
            rows: table.match_row.len(),
            match_row: table.match_row.as_ptr(),
            transaction_row: table.transaction_row.as_ptr(),
            credit_row: table.credit_row.as_ptr(),
            invoice_row: table.invoice_row.as_ptr(),
            amount_minor: table.amount_minor.as_ptr(),
            currency: table.currency.as_ptr().cast(),
            paid_minor: table.paid_minor.as_ptr(),
            paid_currency: table.paid_currency.as_ptr().cast(),
        }
    }
}

impl From<&columns::Differences> for Differences {
    fn from(table: &columns::Differences) -> Self {
        Differences {
            rows: table.match_row.len(),
            match_row: table.match_row.as_ptr(),
            kind: table.kind.as_ptr(),
            transaction_row: table.transaction_row.as_ptr(),
            invoice_row: table.invoice_row.as_ptr(),
            amount_minor: table.amount_minor.as_ptr(),
            currency: table.currency.as_ptr().cast(),
        }
    }
}

impl From<&columns::Evidence> for Evidence {
    fn from(table: &columns::Evidence) -> Self {
        Evidence {
            rows: table.match_row.len(),
            match_row: table.match_row.as_ptr(),
            code: table.code.as_ptr(),
            weight: table.weight.as_ptr(),
        }
    }
}

impl From<&columns::Unmatched> for Unmatched {
    fn from(table: &columns::Unmatched) -> Self {
        Unmatched {
            rows: table.transaction_row.len(),
            transaction_row: table.transaction_row.as_ptr(),
            reason: table.reason.as_ptr(),
        }
    }
}

impl From<&columns::OpenInvoices> for OpenInvoices {
    fn from(table: &columns::OpenInvoices) -> Self {
        OpenInvoices {
            rows: table.invoice_row.len(),
            invoice_row: table.invoice_row.as_ptr(),
            open_minor: table.open_minor.as_ptr(),
            currency: table.currency.as_ptr().cast(),
        }
    }
}
