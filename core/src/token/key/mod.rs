//! Keys: what a verifier and an issuer hold.
//!
//! # Design
//! A key is bound to its algorithms when it is taken in, not when a token comes: an RSA key can never be read as the secret of a MAC. What
//! is too weak to be trusted is refused there and then, with the reason.

mod document;
mod jwk;
mod jwks;
mod lifecycle;
mod publish;
mod refetch;
mod signing;
mod thumbprint;
mod verifying;

pub use jwks::KeySet;
pub use lifecycle::{KeyRing, KeyStatus, KeyTimes, RingDue, RingKey, RingStep};
pub use refetch::{Fetch, FetchTimes, Fetches};
pub use signing::SigningKey;
pub use verifying::Key;
