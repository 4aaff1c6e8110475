//! Readers: bytes of banks, gateways and billing systems to the canonical model.
//!
//! A reader never does I/O and never panics; a bad record costs one error with its place, not the file.

mod detect;
mod report;

pub use detect::{Detection, Format, detect};
pub use report::{Balance, BalanceKind, Report};
