//! What belongs together before anything is matched: copies of a transaction in overlapping statements, one entry that
//! several sources tell, a batch and its payments, a pending row with the booking that it became, a payment and what takes
//! it back, a payout and its members.
//!
//! A payout of a gateway and its arrival on the bank's account are two rows of two accounts, and both stay: matching knows
//! them as one payout and names both (`deposit` of a payout).

mod accounts;
mod batch;
mod content;
mod duplicates;
mod event;
mod gateway;
mod linked;
mod once;
mod payout;
mod pending;
mod reversal;
mod said;
mod take;

pub use duplicates::{assign_ids, duplicates};
pub use linked::{Copy, Linked, Parted, Row, Why};
pub use once::{Once, invoices_once, settlements_once};
pub use payout::{PayoutDifference, PayoutMembers, payouts};
