//! What was taken back before its time.
//!
//! # Design
//! A token is taken back by its issuer and id, never by a hash of its text: a second valid text of one ES256 token can be made by anybody. Many at once are
//! taken back by the time before which nothing of a subject, a family, a tenant or a key counts. That the store was not asked is an answer of its own,
//! and never means that a token stands.

use super::family::Family;
use crate::token::Verified;
use core::fmt;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Tokens that are taken back together.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Of one subject (`sub`) of an issuer.
    Subject {
        /// `iss`
        issuer: String,
        /// `sub`
        subject: String,
    },
    /// Of one login and all that was renewed from it (`family`).
    Family(String),
    /// Of one tenant (`tenant`).
    Tenant(String),
    /// Signed under one key, by its thumbprint.
    Key(String),
}

/// A subject may be a person: only what kind of scope it is shows.
impl fmt::Debug for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Scope::Subject { .. } => "Subject",
            Scope::Family(_) => "Family",
            Scope::Tenant(_) => "Tenant",
            Scope::Key(_) => "Key",
        })
    }
}

/// What a host's store knows, as one look at it.
#[derive(Clone, Default)]
pub struct Revocations {
    /// Digests of issuer and id, with the time from which on the token has expired anyway.
    tokens: FxHashMap<u128, i64>,
    /// By digests of issuer and subject.
    subjects: FxHashMap<u128, Bound>,
    families: BTreeMap<String, Bound>,
    tenants: BTreeMap<String, Bound>,
    keys: BTreeMap<String, Bound>,
}

/// Since when a scope counts again, and until when that has to be known.
#[derive(Clone, Copy)]
struct Bound {
    not_before: i64,
    until: i64,
}

/// Whether a token stands.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Standing {
    /// The store was asked and has nothing against it.
    Stands,
    /// It was taken back.
    Revoked {
        /// The scope with which it was; `None` where it was alone.
        scope: Option<Scope>,
    },
    /// The store was not asked: the token holds, and whether it stands is not known.
    NotConsulted,
}

/// What was asked.
#[derive(Clone, Copy)]
pub enum Store<'s> {
    /// This is what it knows.
    Consulted(&'s Revocations),
    /// It could not be reached, or was not asked.
    NotConsulted,
}

impl Revocations {
    /// Takes back one token, until it expires at a time in seconds since 1970.
    pub fn revoke(&mut self, issuer: &str, id: &str, expires: i64) {
        let until = self.tokens.entry(digest(issuer, id)).or_insert(expires);
        *until = (*until).max(expires);
    }

    /// Takes back all of a scope that was issued before a time; `until` is when the last of those tokens expires.
    pub fn not_before(&mut self, scope: Scope, time: i64, until: i64) {
        let new = Bound { not_before: time, until };
        let known = match scope {
            Scope::Subject { issuer, subject } => {
                self.subjects.entry(digest(&issuer, &subject)).or_insert(new)
            }
            Scope::Family(family) => self.families.entry(family).or_insert(new),
            Scope::Tenant(tenant) => self.tenants.entry(tenant).or_insert(new),
            Scope::Key(key) => self.keys.entry(key).or_insert(new),
        };
        *known = Bound { not_before: known.not_before.max(time), until: known.until.max(until) };
    }

    /// Takes back all of a login, whenever it was issued: what belongs to the end of a [`Family`].
    pub fn end(&mut self, family: &Family) {
        self.not_before(Scope::Family(family.id.clone()), i64::MAX, family.expires);
    }

    /// Forgets what has expired at a time, the leeway of verifiers taken off.
    pub fn forget(&mut self, expired_at: i64) {
        self.tokens.retain(|_, until| *until > expired_at);
        self.subjects.retain(|_, bound| bound.until > expired_at);
        for scopes in [&mut self.families, &mut self.tenants, &mut self.keys] {
            scopes.retain(|_, bound| bound.until > expired_at);
        }
    }

    /// How many scopes are taken back.
    fn scopes(&self) -> usize {
        self.subjects.len() + self.families.len() + self.tenants.len() + self.keys.len()
    }

    /// How many single tokens are taken back.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether nothing is taken back.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty() && self.scopes() == 0
    }

    /// Whether a token was taken back alone.
    pub fn is_revoked(&self, issuer: &str, id: &str) -> bool {
        self.tokens.contains_key(&digest(issuer, id))
    }

    fn standing(&self, marks: &Marks<'_>) -> Standing {
        let issuer = marks.issuer.unwrap_or_default();
        if marks.id.is_some_and(|id| self.is_revoked(issuer, id)) {
            return Standing::Revoked { scope: None };
        }
        // What does not say when it was issued may have been issued before.
        let issued = marks.issued.unwrap_or(i64::MIN);
        let taken_back = |bound: Option<&Bound>| bound.is_some_and(|bound| issued < bound.not_before);
        let within = |scopes: &BTreeMap<String, Bound>, name: &str| taken_back(scopes.get(name));
        let of_subject = |subject: &&str| {
            !self.subjects.is_empty() && taken_back(self.subjects.get(&digest(issuer, subject)))
        };
        let scope = if let Some(subject) = marks.subject.filter(of_subject) {
            Scope::Subject { issuer: issuer.to_owned(), subject: subject.to_owned() }
        } else if let Some(family) = marks.family.filter(|family| within(&self.families, family)) {
            Scope::Family(family.to_owned())
        } else if let Some(tenant) = marks.tenant.filter(|tenant| within(&self.tenants, tenant)) {
            Scope::Tenant(tenant.to_owned())
        } else if within(&self.keys, marks.key) {
            Scope::Key(marks.key.to_owned())
        } else {
            return Standing::Stands;
        };
        Standing::Revoked { scope: Some(scope) }
    }
}

/// By what a token can be taken back.
#[derive(Clone, Copy)]
pub struct Marks<'t> {
    /// `iss`
    pub issuer: Option<&'t str>,
    /// `jti`
    pub id: Option<&'t str>,
    /// `sub`
    pub subject: Option<&'t str>,
    /// `family`
    pub family: Option<&'t str>,
    /// `tenant`
    pub tenant: Option<&'t str>,
    /// The thumbprint of the key under which it is signed.
    pub key: &'t str,
    /// `iat`
    pub issued: Option<i64>,
}

impl<'t> From<&'t Verified> for Marks<'t> {
    fn from(token: &'t Verified) -> Self {
        let claims = &token.claims;
        Marks {
            issuer: claims.issuer(),
            id: claims.id(),
            subject: claims.subject(),
            family: claims.text("family"),
            tenant: claims.text("tenant"),
            key: &token.key,
            issued: claims.issued(),
        }
    }
}

/// Whose token it is is not for logs.
impl fmt::Debug for Marks<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Marks").field("issued", &self.issued).finish_non_exhaustive()
    }
}

/// Whether a token that holds stands too.
pub fn standing<'t>(token: impl Into<Marks<'t>>, store: Store<'_>) -> Standing {
    match store {
        Store::Consulted(known) => known.standing(&token.into()),
        Store::NotConsulted => Standing::NotConsulted,
    }
}

/// The front of a hash of both, each with its length, so that no two pairs run into one.
fn digest(issuer: &str, id: &str) -> u128 {
    let mut hasher = Sha256::new();
    hasher.update((issuer.len() as u64).to_le_bytes());
    hasher.update(issuer);
    hasher.update(id);
    let hash: [u8; 32] = hasher.finalize().into();
    hash.first_chunk().map_or(0, |front| u128::from_le_bytes(*front))
}

impl fmt::Debug for Revocations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Revocations").field("tokens", &self.len()).field("scopes", &self.scopes()).finish()
    }
}
