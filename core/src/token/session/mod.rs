//! Sessions: access and refresh tokens, and what was taken back before its time.

mod binding;
mod family;
mod holder;
mod issue;
mod lifetimes;
mod revocation;

#[cfg(test)]
mod orders;
#[cfg(test)]
mod tests;

pub use binding::{Binding, is_bound_to};
pub use family::{Ended, Exchanged, Family, Granted, Refresh, Refusal, Why};
pub use holder::{Holder, Login, Presented};
pub use issue::{Sessions, fresh_id};
pub use lifetimes::Lifetimes;
pub use revocation::{Marks, Revocations, Scope, Standing, Store, standing};

pub use crate::store::Written;
