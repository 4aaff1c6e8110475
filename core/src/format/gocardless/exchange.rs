//! Currency exchange: what was paid before conversion, and at which rate.

use super::super::exchange;
use super::super::json::{Raw, items, object};
use crate::model::Original;
use crate::money::Amount;

object! {
    /// An exchange.
    Exchange {
        instructed_amount = "instructedAmount",
        exchange_rate = "exchangeRate",
    }
}

/// The amount before conversion, signed as the booked one: `instructedAmount` of the exchange, or what stands beside it
/// (`originalAmount` of a card payment).
pub(super) fn original(exchange: Raw<'_>, beside: Raw<'_>, booked: Amount) -> Option<Original> {
    // An object, or a list of which the first says what the payer instructed.
    let first = exchange.get().and_then(|raw| match raw.starts_with('[') {
        true => items(exchange).first().and_then(|first| Exchange::read(first.get()).ok()),
        false => Exchange::read(raw).ok(),
    });
    let exchange = first.unwrap_or_default();
    let instructed = exchange.instructed_amount.or(beside);
    exchange::original(instructed.get(), exchange.exchange_rate.get(), booked)
}
