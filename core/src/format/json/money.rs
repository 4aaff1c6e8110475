//! Money as APIs write it: an object of an amount in major units and its currency.

use super::{Raw, members};
use crate::error::{Code, Error};
use crate::model::wire::amount_of;
use crate::money::{Amount, Currency};

/// An amount with its currency, its digits read one by one; `None` where there is none. Without a currency of its own it
/// is of the fallback.
///
/// # Errors
/// The codes of money and of fields, for the format to name as its own.
pub(crate) fn money(raw: &str, fallback: Option<Currency>) -> Result<Option<Amount>, Error> {
    if raw == "null" {
        return Ok(None);
    }
    let (mut amount, mut currency) = (Raw::default(), Raw::default());
    let read = members(raw, |name, value| match name {
        "amount" | "Amount" | "value" => amount.take(value),
        "currency" | "Currency" | "currency_code" => currency.take(value),
        _ => Ok(()),
    });
    if read.is_err() || amount.said().is_none() {
        return Err(Error::new(Code::InputBadField, "not an amount with a currency"));
    }
    let currency = match (currency.text().0.trim(), fallback) {
        ("", Some(currency)) => currency,
        (code, _) => Currency::parse(code)?,
    };
    // Plain digits as almost all write them; what is not is looked at closely.
    match amount.line().map(|digits| Amount::parse(digits, currency)) {
        Some(Ok(amount)) => Ok(Some(amount)),
        _ => amount_of(amount.said().unwrap_or_default(), currency),
    }
}
