//! What a transaction says of itself: whether it takes back, when it was booked, what may stand beside it.

pub(crate) use crate::model::naming::{is_reversal, is_won};

use crate::matching::index::days;
use crate::model::Transaction;
use crate::money::Currency;

/// The largest charge that may stand beside a chargeback or a return: fifty major units, or what is as much.
pub(crate) fn fee_bound(currency: Currency) -> i64 {
    match currency.decimals() {
        0 => 5_000,
        decimals => 50 * 10_i64.saturating_pow(u32::from(decimals)),
    }
}

/// The largest charge that is usual beside a return: fifteen major units.
pub(crate) fn usual_charge(currency: Currency) -> i64 {
    fee_bound(currency) / 10 * 3
}

/// Days of a transaction's booking.
pub(crate) fn booked(row: &Transaction) -> i32 {
    days(row.booked_on)
}
