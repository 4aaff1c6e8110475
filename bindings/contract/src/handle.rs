//! What lives between calls: open items, an input that is being read, keys, anchors, what was revoked.

use payymo::certificate::{Anchors, RevocationLists};
use payymo::format::{ReadOptions, Report, Stream};
use payymo::matching::Matcher;
use payymo::token::session::{Revocations, Sessions};
use payymo::token::{KeySet, Policy, SigningKey};
use std::sync::{Arc, RwLock};

/// What a host holds between calls.
pub enum Handle {
    /// Open items, prepared once.
    Matcher(Box<Matcher>),
    /// An input that comes in pieces.
    Stream(Box<Reading>),
    /// What no call changes.
    Steady(Steady),
}

/// What no call changes but for revocations, which take in more: any number of threads may call at once.
#[derive(Clone)]
pub enum Steady {
    /// Keys of a verifier, and what it asks of tokens.
    Verifier(Arc<Verifier>),
    /// A key that signs.
    Signer(Arc<SigningKey>),
    /// An issuer of sessions.
    Sessions(Arc<Issuer>),
    /// What was taken back before its time.
    Revocations(Arc<RwLock<Revocations>>),
    /// Authorities.
    Anchors(Arc<Authorities>),
}

/// Keys of a verifier, and what it asks of tokens.
pub struct Verifier {
    pub(crate) keys: KeySet,
    pub(crate) policy: Policy,
}

/// An issuer of sessions: its rules, the key that signs, the keys that are taken with the policy of access tokens.
pub struct Issuer {
    pub(crate) sessions: Sessions,
    pub(crate) key: SigningKey,
    pub(crate) verifier: Verifier,
}

/// Authorities, and their revocation lists.
pub struct Authorities {
    pub(crate) anchors: Anchors,
    pub(crate) lists: RevocationLists,
}

/// An input that is being read.
pub struct Reading {
    /// Nothing once the input has ended.
    pub(crate) stream: Option<Stream>,
    /// Rows that were read and not handed out yet.
    pub(crate) rows: Report,
    /// Begins the messages of errors and warnings.
    pub(crate) name: Option<String>,
    /// Whether rows are answered with their places.
    pub(crate) places: bool,
}

impl Reading {
    pub(crate) fn new(
        options: ReadOptions,
        name: Option<String>,
        places: bool,
    ) -> Result<Self, payymo::Error> {
        Ok(Reading { stream: Some(Stream::new(options)?), rows: Report::default(), name, places })
    }
}

impl Handle {
    /// It, where no call changes it.
    pub fn steady(&self) -> Option<&Steady> {
        match self {
            Handle::Steady(steady) => Some(steady),
            _ => None,
        }
    }

    /// The area whose operations are done on it.
    pub(crate) fn area(&self) -> &'static str {
        match self {
            Handle::Matcher(_) => "matcher",
            Handle::Stream(_) => "stream",
            Handle::Steady(steady) => steady.area(),
        }
    }
}

impl Steady {
    /// The area whose operations are done on it.
    pub(crate) fn area(&self) -> &'static str {
        match self {
            Steady::Verifier(_) => "verifier",
            Steady::Signer(_) => "signer",
            Steady::Sessions(_) => "sessions",
            Steady::Revocations(_) => "revocations",
            Steady::Anchors(_) => "anchors",
        }
    }
}
