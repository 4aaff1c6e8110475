//! What a transaction says of itself: whether it takes back, when it was booked, what may stand beside it.

use crate::matching::index::days;
use crate::model::{ReturnStage, Transaction, TransactionKind};
use crate::money::Currency;

/// Whether a row says of itself that it takes back, or gives again.
pub(crate) fn is_reversal(row: &Transaction) -> bool {
    use TransactionKind::{Dispute, Fee, Interest, Internal, Payout, Refund, Return};
    !matches!(row.kind, Payout | Fee | Interest | Internal)
        && (row.returned.is_some() || row.reverses.is_some() || matches!(row.kind, Refund | Return | Dispute))
}

/// Whether a row gives again what a dispute had taken.
pub(crate) fn is_won(row: &Transaction) -> bool {
    row.amount.minor() > 0 && row.returned.as_ref().is_some_and(|returned| returned.stage == ReturnStage::Won)
}

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
