//! Tokens: JSON Web Tokens that are signed, verified by rules that the verifier sets.
//!
//! # Design
//! Everything that a token says of itself is the sender's word until its signature holds, and which key and algorithm that is decided by is the
//! verifier's choice alone (RFC 8725). The way of a token: `compact` cuts it, `header` reads what it says of its signature, `key` holds what the
//! verifier trusts, `policy` what it asks, `verify` decides, `claims` are what is left.

mod base64url;
mod claims;
mod compact;
mod header;
mod json;
mod jws;
mod key;
pub mod permission;
mod policy;
pub mod session;
mod sign;
mod verify;

pub use claims::Claims;
pub use json::{Object, Value};
pub use jws::{Opened, open, open_detached};
pub use key::{
    Fetch, FetchTimes, Fetches, Key, KeyRing, KeySet, KeyStatus, KeyTimes, RingDue, RingKey, RingStep,
    SigningKey,
};
pub use policy::{Expected, MOST_LEEWAY, Policy};
pub use sign::sign;
pub use verify::{Verified, verify};
