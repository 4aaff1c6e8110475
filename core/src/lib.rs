//! payymo: bank transactions and open invoices in, explained and calibrated matches out.
//!
//! The crate computes and does nothing else: no file, socket, clock or global state. Its host hands in bytes and
//! dates and keeps what comes back. `ARCHITECTURE.md` in the repository shows the house.
#![forbid(unsafe_code)]
// Tests may print, measure and read fixtures; the library is checked without them too.
#![cfg_attr(
    test,
    allow(
        clippy::disallowed_methods,
        clippy::disallowed_types,
        clippy::field_reassign_with_default,
        clippy::float_arithmetic,
        clippy::print_stdout,
    )
)]

#[cfg(feature = "certificate")]
pub mod certificate;
#[cfg(feature = "crypto")]
#[cfg_attr(not(feature = "token"), allow(dead_code, unused_imports, reason = "tokens use all of it"))]
pub mod crypto;
pub mod error;
#[cfg(feature = "format")]
pub mod format;
#[cfg(all(test, feature = "crypto"))]
mod interleave;
pub mod linking;
#[cfg(feature = "matching")]
pub mod matching;
pub mod model;
pub mod money;
pub mod party;
pub mod reference;
#[cfg(any(feature = "token", feature = "webhook"))]
mod store;
pub mod text;
#[cfg(feature = "crypto")]
pub mod time;
#[cfg(feature = "token")]
pub mod token;
#[cfg(feature = "webhook")]
pub mod webhook;

pub use error::{Code, Error, Place};
