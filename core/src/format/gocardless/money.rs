//! An amount as the API writes it: `{"amount": "12.50", "currency": "EUR"}`.

use super::super::json::Text;
use crate::error::{Code, Error};
use crate::model::wire::amount_of;
use crate::money::{Amount, Currency};
use serde::Deserialize;
use serde_json::value::RawValue;

#[derive(Deserialize)]
struct Money<'a> {
    #[serde(borrow)]
    amount: &'a RawValue,
    #[serde(borrow)]
    currency: Text<'a>,
}

/// An amount with its currency.
pub(super) fn money(raw: &RawValue, fallback: Option<Currency>) -> Result<Amount, Error> {
    let money: Money<'_> =
        serde_json::from_str(raw.get()).map_err(|_| bad_row("not an amount with a currency"))?;
    let currency = match (money.currency.clean().as_str(), fallback) {
        ("", Some(currency)) => currency,
        (code, _) => Currency::parse(code)?,
    };
    amount_of(money.amount.get(), currency)?.ok_or_else(|| bad_row("no amount"))
}

/// A row that is not what the API promises.
pub(super) fn bad_row(said: &str) -> Error {
    Error::new(Code::GocardlessBadRow, said)
}
