//! Sessions: access and refresh tokens, and what was taken back before its time.

mod binding;
mod family;
mod issue;
mod revocation;

#[cfg(test)]
mod orders;
#[cfg(test)]
mod tests;

pub use binding::{Binding, is_bound_to};
pub use family::{Ended, Exchanged, Family, Granted, Holder, Lifetimes, Refresh, Refusal, Why};
pub use issue::{Presented, Sessions, fresh_id};
pub use revocation::{Marks, Revocations, Scope, Standing, Store, standing};

pub use crate::store::Written;
