//! Sessions: access and refresh tokens, and what was taken back before its time.

mod family;
mod revocation;

pub use family::{Ended, Exchanged, Family, Holder, Lifetimes, Refresh, Refusal, Why};
pub use revocation::{Revocations, Scope, Standing, Store, standing};

pub use crate::store::Written;
