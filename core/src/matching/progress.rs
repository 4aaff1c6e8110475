//! How a long call tells where it stands, and is stopped.

use crate::error::{Code, Error};

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

/// The answer to a caller who stopped a call.
pub(crate) fn cancelled() -> Error {
    Error::new(Code::MatchingCancelled, "the caller stopped the reconciliation")
}
