//! What an input was.

use super::Format;

/// What an input was, when all of it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// The format it was read as.
    pub format: Format,
    /// Records seen: those read and those refused.
    pub records: u64,
    /// Records refused.
    pub refused: u64,
    /// The input says itself that it holds no row.
    pub says_empty: bool,
}
