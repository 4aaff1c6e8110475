//! What belongs together before anything is matched: copies of a transaction in overlapping statements, and a pending
//! row with the booking that it became.

mod duplicates;
mod pending;

pub use duplicates::{Copy, Linked, Row, Why, assign_ids, duplicates};
