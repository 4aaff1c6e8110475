//! The contract's JSON: money as decimal text with the currency beside it.
