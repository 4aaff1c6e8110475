//! Webhooks: whether a message comes from its provider, and that each of its events is handled once.
//!
//! # Design
//! A provider signs bytes. A framework that parsed them and prints them again has other bytes, and the signature is wrong: most of what users report as
//! "no signatures found" is that. So what is verified are the raw bytes, and where another spelling of them fits, the error says so and refuses all the same.
//!
//! How a provider signs is data: a [`Scheme`] says in which headers signature, timestamp and id stand and what is put together to be signed. There are
//! two for Stripe and GoCardless; others are described. A description under which two messages could have one signature is refused.
//!
//! The way of a message: `header` reads what the scheme names, `encoding` takes signatures in one spelling, `verifier` compares them, `freshness` looks at
//! the clock, `spelling` explains a failure, `event` reads the ids of the events from what was verified. Then [`claim`] makes sure that of several servers one handles an event.

mod check;
pub mod claim;
mod encoding;
mod event;
mod freshness;
mod header;
mod json_text;
mod policy;
mod scheme;
mod spelling;
mod verified;
mod verifier;

pub use freshness::Freshness;
pub use policy::{MOST_BODY, MOST_TOLERANCE, Policy, Tolerance};
pub use scheme::{Encoding, EventId, Pair, Part, Place, Scheme, SecretForm};
pub use verified::Verified;
pub use verifier::{MOST_SECRETS, Verifier};

#[cfg(test)]
mod tests;
