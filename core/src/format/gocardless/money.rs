//! An amount as the API writes it: `{"amount": "12.50", "currency": "EUR"}`.

use super::super::json;
use crate::error::{Code, Error};
use crate::money::{Amount, Currency};

/// An amount with its currency.
pub(super) fn money(raw: &str, fallback: Option<Currency>) -> Result<Amount, Error> {
    json::money(raw, fallback)?.ok_or_else(|| bad_row("no amount"))
}

/// A row that is not what the API promises.
pub(super) fn bad_row(said: &str) -> Error {
    Error::new(Code::GocardlessBadRow, said)
}
