//! What belongs together before anything is matched: copies of a transaction in overlapping statements, and a pending
//! row with the booking that it became.

mod content;
mod duplicates;
mod gateway;
mod linked;
mod once;
mod pending;

pub use duplicates::{assign_ids, duplicates};
pub use linked::{Copy, Linked, Row, Why};
pub use once::{Once, invoices_once, settlements_once};
