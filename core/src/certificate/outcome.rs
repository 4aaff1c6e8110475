//! What a chain came to.
//!
//! # Design
//! Four answers, of which one is valid. Nothing turns another into it: only a verification makes a [`Verified`].

use super::pin::Pin;
use crate::error::{Code, Error};

/// What a chain came to.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
#[must_use]
pub enum Outcome {
    /// It holds.
    Valid(Verified),
    /// It does not.
    Invalid {
        /// Why.
        error: Error,
    },
    /// Whether it holds was not asked.
    Skipped {
        /// Why, in the host's words.
        reason: String,
    },
    /// Whether it holds cannot be told: no list that is in time says whether a certificate was revoked.
    Indeterminate {
        /// What is missing.
        error: Error,
    },
}

impl Outcome {
    /// The chain, or why there is none that holds.
    ///
    /// # Errors
    /// The error of the outcome; `certificate.skipped` where nothing was asked.
    pub fn verified(self) -> Result<Verified, Error> {
        match self {
            Outcome::Valid(verified) => Ok(verified),
            Outcome::Invalid { error } | Outcome::Indeterminate { error } => Err(error),
            Outcome::Skipped { .. } => Err(Error::new(
                Code::CertificateSkipped,
                "the chain was not verified: the mode is that of a sandbox",
            )),
        }
    }
}

/// A chain that holds.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Verified {
    /// The path from the leaf to the anchor, which need not hold all that was handed in.
    pub path: Vec<Link>,
    /// The last second in which every certificate of the path is in its time.
    pub expires: i64,
    /// What the leaf's alternative names say: hosts, addresses, mailboxes, URIs, as they stand there.
    pub names: Vec<String>,
    /// What is not wrong, but should be known.
    pub warnings: Vec<Warning>,
}

/// A certificate of a path.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Link {
    /// Where it was handed in.
    pub position: Position,
    /// The SHA-256 of its key.
    pub pin: Pin,
    /// The first second of its time.
    pub not_before: i64,
    /// The last second of its time.
    pub not_after: i64,
}

/// Where a certificate was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// In the chain, counted from 0: the leaf.
    Chain(usize),
    /// Among the anchors, counted from 0.
    Anchor(usize),
}

/// What is not wrong, but should be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Warning {
    /// No list answers for a certificate of the path, and none was required.
    RevocationUnknown,
    /// The leaf is short-lived, and no list was asked about it.
    ShortLived,
    /// The pin that the chain meets is that of a leaf of a public authority, whose next one comes within weeks.
    PinOnPublicLeaf,
    /// The time of the pins is over: nothing was pinned.
    PinsExpired,
    /// The leaf does not say what it may be used for, so it may be used for all.
    NoExtendedKeyUsage,
    /// The common name of a public leaf is none of its alternative names, as it must be, or there are two. No name is ever taken from there.
    CommonName,
}
