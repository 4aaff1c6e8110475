//! Currency exchange: what was paid before conversion, and at which rate.

use super::super::json::Text;
use super::money::money;
use crate::model::Original;
use crate::money::Amount;
use rust_decimal::Decimal;
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

/// The amount before conversion, signed as the booked one. Banks state the rate in either direction: it is taken the
/// way round that leads from the one amount to the other, and left out where neither does.
pub(super) fn original(raw: &str, booked: Amount) -> Option<Original> {
    // An object, or a list of which the first says what the payer instructed.
    let first = if raw.starts_with('[') {
        let list: Vec<&RawValue> = serde_json::from_str(raw).ok()?;
        list.first()?.get()
    } else {
        raw
    };
    let exchange: Exchange<'_> = serde_json::from_str(first).ok()?;
    let instructed = money(exchange.instructed_amount?, None).ok()?;
    if instructed.currency() == booked.currency() {
        return None;
    }
    let unlike = (instructed.minor() < 0) != (booked.minor() < 0);
    let amount = if unlike { instructed.checked_neg().ok()? } else { instructed };
    let rate = exchange.exchange_rate.and_then(|raw| {
        let text: Text<'_> =
            serde_json::from_str(if raw.get().starts_with('"') { raw.get() } else { "\"\"" }).ok()?;
        let digits = if text.0.is_empty() { raw.get() } else { text.0.trim() };
        let rate: Decimal = digits.parse().ok().filter(|rate| *rate > Decimal::ZERO)?;
        let inverse = Decimal::ONE.checked_div(rate)?.round_dp(12);
        [rate, inverse].into_iter().find(|rate| leads_to(amount, *rate, booked))
    });
    Some(Original { amount, rate })
}

/// Whether the amounts fit the rate within two percent: fees and rounding lie between.
fn leads_to(from: Amount, rate: Decimal, to: Amount) -> bool {
    let Some(converted) = from.to_decimal().checked_mul(rate) else { return false };
    let Some(off) = converted.checked_sub(to.to_decimal()) else { return false };
    let bound = to.to_decimal().abs().checked_mul(Decimal::new(2, 2));
    rate > Decimal::ZERO && bound.is_some_and(|bound| off.abs() <= bound)
}
