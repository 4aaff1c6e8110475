//! Currency exchange: what was paid before conversion, and at which rate.

use super::super::exchange;
use crate::model::Original;
use crate::money::Amount;
use serde::Deserialize;
use serde_json::value::RawValue;

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Exchange<'a> {
    #[serde(borrow)]
    instructed_amount: Option<&'a RawValue>,
    #[serde(borrow)]
    exchange_rate: Option<&'a RawValue>,
}

/// The amount before conversion, signed as the booked one: `instructedAmount` of the exchange, or what stands beside it
/// (`originalAmount` of a card payment).
pub(super) fn original(raw: Option<&str>, beside: Option<&RawValue>, booked: Amount) -> Option<Original> {
    let exchange = raw.map(first).unwrap_or_default();
    exchange::original(exchange.instructed_amount.or(beside), exchange.exchange_rate, booked)
}

/// An object, or a list of which the first says what the payer instructed.
fn first(raw: &str) -> Exchange<'_> {
    if raw.starts_with('[') {
        let list: Vec<&RawValue> = serde_json::from_str(raw).unwrap_or_default();
        return list.first().and_then(|first| serde_json::from_str(first.get()).ok()).unwrap_or_default();
    }
    serde_json::from_str(raw).unwrap_or_default()
}
