//! Options of the contract's JSON.

use crate::money::Currency;

/// How rows of the contract's JSON are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JsonOptions {
    /// Minutes east of UTC by which instants become dates: 60 is UTC+1. Dates without a time are not moved.
    pub utc_offset_minutes: i32,
    /// Unknown fields are an error instead of being ignored.
    pub strict: bool,
    /// The currency of rows that do not name theirs; without it they are refused.
    pub currency: Option<Currency>,
    /// The host's own account, for transactions that do not name theirs.
    pub account: Option<String>,
}
