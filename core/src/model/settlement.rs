//! What was settled before.

use crate::money::Amount;
use chrono::NaiveDate;

/// An earlier allocation of a known transaction, or a payment that a gateway posted by itself.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Settlement {
    /// Id of the invoice.
    pub invoice: String,
    /// How much; negative where it was taken back.
    pub amount: Amount,
    /// When.
    pub settled_on: NaiveDate,
    /// Id of the transaction, if known.
    pub transaction: Option<String>,
    /// Ids of the gateway: `pi_…`, `PM…`.
    pub external_ids: Vec<String>,
}

impl core::fmt::Debug for Settlement {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Settlement").field("invoice", &self.invoice).finish_non_exhaustive()
    }
}
