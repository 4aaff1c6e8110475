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
//!
//! ```
//! use payymo::crypto::Secret;
//! use payymo::webhook::claim::{Claim, Decision, Leases, Outcome, Step, Written, decide};
//! use payymo::webhook::{Policy, Scheme, Verifier};
//! use std::collections::BTreeMap;
//!
//! // At the start of the program.
//! let secret = Secret::new(b"ED7D658C-D8EB-4941-948B-3973214F2D49".to_vec());
//! let verifier = Verifier::new(Scheme::gocardless(), vec![("2026-11".into(), secret)], Policy::default())?;
//! let leases = Leases::default();
//! // A database in the place of this map.
//! let mut store: BTreeMap<String, Claim> = BTreeMap::new();
//!
//! // What came, and when.
//! let body = br#"{"events":[{"id":"EV1","action":"paid_out"}]}"#;
//! let signature = b"18dc31d8458ff735a4a9c82b116c5c19f1f8a25fb8143dc68e5df6763963f834";
//! let now = 1_700_000_000;
//!
//! let verified = verifier.verify(&[("Webhook-Signature", signature)], body, now)?;
//! for id in verified.event_ids()? {
//!     let key = format!("gocardless/{id}");
//!     let holder = "fresh random bytes for this delivery, in hex";
//!     let mut step = |step: Step| {
//!         match decide(&leases, store.get(&key), step, holder, now)? {
//!             Decision::Answer(outcome) => Ok::<Outcome, payymo::Error>(outcome),
//!             Decision::Write(write) => {
//!                 // One statement in a database: written where the revision is still the one that was looked at.
//!                 let holds = store.get(&key).map(|claim| claim.revision) == write.expected;
//!                 if holds {
//!                     store.insert(key.clone(), write.claim.clone());
//!                 }
//!                 Ok(write.confirm(if holds { Written::Applied } else { Written::Conflict }))
//!             }
//!         }
//!     };
//!     if let Outcome::Handle { attempt, .. } = step(Step::Begin { made: None })? {
//!         // Here the event is handled, from `verified.body()`.
//!         assert_eq!(step(Step::Complete { attempt })?, Outcome::Completed);
//!     }
//!     // The same event once more.
//!     assert_eq!(step(Step::Begin { made: None })?, Outcome::Done { at: now });
//! }
//! # Ok::<(), payymo::Error>(())
//! ```

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
