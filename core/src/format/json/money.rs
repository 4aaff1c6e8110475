//! Money as APIs write it: an object of an amount in major units and its currency.

use super::Text;
use crate::error::{Code, Error};
use crate::model::wire::amount_of;
use crate::money::{Amount, Currency};
use serde::Deserialize;
use serde_json::value::RawValue;

#[derive(Deserialize)]
struct Money<'a> {
    #[serde(borrow, alias = "Amount", alias = "value")]
    amount: &'a RawValue,
    #[serde(borrow, default, alias = "Currency", alias = "currency_code")]
    currency: Text<'a>,
}

/// An amount with its currency, its digits read one by one; `None` where there is none. Without a currency of its own it
/// is of the fallback.
///
/// # Errors
/// The codes of money and of fields, for the format to name as its own.
pub(crate) fn money(raw: &str, fallback: Option<Currency>) -> Result<Option<Amount>, Error> {
    if raw == "null" {
        return Ok(None);
    }
    let bad = |_| Error::new(Code::InputBadField, "not an amount with a currency");
    let money: Money<'_> = serde_json::from_str(raw).map_err(bad)?;
    let currency = match (money.currency.0.trim(), fallback) {
        ("", Some(currency)) => currency,
        (code, _) => Currency::parse(code)?,
    };
    amount_of(money.amount.get(), currency)
}
