//! The one door to a cryptography library: verify, sign, MAC, digest.
//!
//! # Design
//! No cryptography is ours. A library stands behind one small trait: ring, or aws-lc-rs where the feature `aws-lc` asks for it. Ours is what stands in front of it: which algorithm belongs to which key, and which keys are too weak to be taken at all.

mod algorithm;
#[cfg(feature = "aws-lc")]
mod aws_lc;
mod backend;
mod ed25519;
mod library;
mod private;
mod public;
#[cfg(not(feature = "aws-lc"))]
mod ring;
mod roca;
mod secret;

pub use algorithm::{Algorithm, Family, Hash};
pub(crate) use backend::{Mac, Signer, Verifier};
pub(crate) use private::Private;
pub(crate) use public::{Curve, Public};
pub use secret::Secret;
#[cfg(feature = "token")]
pub(crate) use secret::same;
