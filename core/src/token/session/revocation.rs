//! What was taken back before its time.
//!
//! # Design
//! A token is taken back by its issuer and id, never by a hash of its text: a second valid text of one ES256 token can be made by anybody. Many at once are
//! taken back by the time before which nothing of a subject, a family, a tenant or a key counts. That the store was not asked is an answer of its own,
//! and never means that a token stands.

use super::family::Family;
use crate::token::{Value, Verified};
use core::fmt;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
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
    /// By issuer, then by subject.
    subjects: BTreeMap<String, BTreeMap<String, Bound>>,
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
        let known = match scope {
            Scope::Subject { issuer, subject } => self.subjects.entry(issuer).or_default().entry(subject),
            Scope::Family(family) => self.families.entry(family),
            Scope::Tenant(tenant) => self.tenants.entry(tenant),
            Scope::Key(key) => self.keys.entry(key),
        };
        let known = known.or_insert(Bound { not_before: time, until });
        *known = Bound { not_before: known.not_before.max(time), until: known.until.max(until) };
    }

    /// Takes back all of a login, whenever it was issued: what belongs to the end of a [`Family`].
    pub fn end(&mut self, family: &Family) {
        self.not_before(Scope::Family(family.id.clone()), i64::MAX, family.expires);
    }

    /// Forgets what has expired at a time, the leeway of verifiers taken off.
    pub fn forget(&mut self, expired_at: i64) {
        self.tokens.retain(|_, until| *until > expired_at);
        let forget =
            |scopes: &mut BTreeMap<String, Bound>| scopes.retain(|_, bound| bound.until > expired_at);
        self.subjects.values_mut().for_each(forget);
        self.subjects.retain(|_, subjects| !subjects.is_empty());
        [&mut self.families, &mut self.tenants, &mut self.keys].into_iter().for_each(forget);
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
        match self.scope(marks, issuer) {
            Some(scope) => Standing::Revoked { scope: Some(scope) },
            None => Standing::Stands,
        }
    }

    /// The first scope with which a token was taken back.
    fn scope(&self, marks: &Marks<'_>, issuer: &str) -> Option<Scope> {
        // What does not say when it was issued may have been issued before.
        let issued = marks.issued.unwrap_or(i64::MIN);
        let taken_back = |scopes: &BTreeMap<String, Bound>, name: Option<&str>| {
            let (name, bound) = scopes.get_key_value(name?)?;
            (issued < bound.not_before).then(|| name.clone())
        };
        let subject = self.subjects.get(issuer).and_then(|subjects| taken_back(subjects, marks.subject));
        let subject = subject.map(|subject| Scope::Subject { issuer: issuer.to_owned(), subject });
        subject
            .or_else(|| taken_back(&self.families, marks.family.as_deref()).map(Scope::Family))
            .or_else(|| taken_back(&self.tenants, marks.tenant.as_deref()).map(Scope::Tenant))
            .or_else(|| taken_back(&self.keys, Some(marks.key)).map(Scope::Key))
    }

    /// How many scopes are known.
    fn scopes(&self) -> usize {
        let subjects: usize = self.subjects.values().map(BTreeMap::len).sum();
        subjects + self.families.len() + self.tenants.len() + self.keys.len()
    }
}

/// By what a token can be taken back.
#[derive(Clone)]
pub struct Marks<'t> {
    /// `iss`
    pub issuer: Option<&'t str>,
    /// `jti`
    pub id: Option<&'t str>,
    /// `sub`
    pub subject: Option<&'t str>,
    /// `family`; a number as its digits.
    pub family: Option<Cow<'t, str>>,
    /// `tenant`; a number as its digits.
    pub tenant: Option<Cow<'t, str>>,
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
            family: claims.get("family").and_then(mark),
            tenant: claims.get("tenant").and_then(mark),
            key: &token.key,
            issued: claims.issued(),
        }
    }
}

/// Other issuers number their tenants.
fn mark(claim: &Value) -> Option<Cow<'_, str>> {
    let number = || claim.integer().map(|number| Cow::Owned(number.to_string()));
    claim.text().map(Cow::Borrowed).or_else(number)
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
