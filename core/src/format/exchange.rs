//! Currency exchange as APIs of banks tell it: what was instructed before conversion, and at which rate.

use super::json::{Text, money};
use crate::model::Original;
use crate::money::Amount;
use rust_decimal::Decimal;

/// The amount before conversion, signed as the booked one. Banks state the rate in either direction: it is taken the
/// way round that leads from the one amount to the other, and left out where neither does.
pub(super) fn original(instructed: Option<&str>, rate: Option<&str>, booked: Amount) -> Option<Original> {
    let instructed = money(instructed?, None).ok()??;
    converted(instructed, rate.and_then(decimal), booked)
}

/// The same, of an amount that was read.
pub(super) fn converted(instructed: Amount, rate: Option<Decimal>, booked: Amount) -> Option<Original> {
    if instructed.currency() == booked.currency() || instructed.is_zero() {
        return None;
    }
    let unlike = (instructed.minor() < 0) != (booked.minor() < 0);
    let amount = if unlike { instructed.checked_neg().ok()? } else { instructed };
    let rate = rate.filter(|rate| *rate > Decimal::ZERO).and_then(|rate| {
        let inverse = Decimal::ONE.checked_div(rate)?.round_dp(12);
        [rate, inverse].into_iter().find(|rate| leads_to(amount, *rate, booked))
    });
    Some(Original { amount, rate })
}

/// A rate, as a number or as text.
pub(super) fn decimal(raw: &str) -> Option<Decimal> {
    if !raw.starts_with('"') {
        return raw.parse().ok();
    }
    let text: Text<'_> = serde_json::from_str(raw).ok()?;
    text.0.trim().parse().ok()
}

/// Whether the amounts fit the rate within two percent: fees and rounding lie between.
fn leads_to(from: Amount, rate: Decimal, to: Amount) -> bool {
    let Some(converted) = from.to_decimal().checked_mul(rate) else { return false };
    let Some(off) = converted.checked_sub(to.to_decimal()) else { return false };
    let bound = to.to_decimal().abs().checked_mul(Decimal::new(2, 2));
    rate > Decimal::ZERO && bound.is_some_and(|bound| off.abs() <= bound)
}
