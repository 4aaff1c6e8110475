//! The door of the engine.

use super::{Options, Reconciliation};
use crate::error::{Code, Error};
use crate::model::{Invoice, Settlement, Transaction};

/// Where a long call stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stage {
    /// Open items are being indexed.
    Prepare,
    /// Candidates are being found and scored.
    Score,
    /// Items are being assigned.
    Assign,
}

/// Told about progress (`stage`, rows done, rows in all); answers whether to go on.
pub type Progress<'a> = dyn FnMut(Stage, usize, usize) -> bool + 'a;

/// Pairs transactions with open items.
///
/// # Errors
/// `input.options`; `matching.cancelled` when `progress` answers `false`.
pub fn reconcile(
    transactions: &[Transaction],
    invoices: &[Invoice],
    settlements: &[Settlement],
    options: &Options,
    progress: &mut Progress<'_>,
) -> Result<Reconciliation, Error> {
    options.check()?;
    let _ = (transactions, invoices, settlements, progress(Stage::Prepare, 0, 0));
    Err(Error::new(Code::MatchingCancelled, "not built yet"))
}
