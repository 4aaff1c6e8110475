//! Tokens of a session: how they are made and how they are read again.
//!
//! # Design
//! Access and refresh tokens have a type and an audience of their own, so that neither is ever taken for the other. Tokens are made of a [`Granted`]
//! alone, which only the store's word gives. Ids come from random bytes of the host: the core has no source of its own.
//!
//! Source: RFC 9068 (access tokens), RFC 6749 section 6 and RFC 9700 section 4.14 (refresh tokens), RFC 8725 section 3.11 (types).

use super::binding::{Binding, is_bound_to};
use super::family::Granted;
use super::holder::{Holder, Presented};
use super::lifetimes::Lifetimes;
use crate::crypto::Algorithm;
use crate::error::{Code, Error};
use crate::time;
use crate::token::{Claims, Expected, KeySet, Policy, SigningKey, sign, verify};

/// The type of access tokens (RFC 9068 section 2.1).
const ACCESS: &str = "at+jwt";
/// The type of refresh tokens.
const REFRESH: &str = "refresh+jwt";
/// Bytes of an id: none is guessed or made twice.
const ENTROPY: usize = 16;

/// What an issuer of sessions says in its tokens and asks of them.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Sessions {
    /// `iss`.
    pub issuer: String,
    /// `aud` of access tokens: the API that takes them.
    pub access_audience: String,
    /// `aud` of refresh tokens: the end point that exchanges them.
    pub refresh_audience: String,
    /// How its tokens are signed.
    pub algorithm: Algorithm,
    /// How long what lives.
    pub lifetimes: Lifetimes,
    /// Seconds by which clocks may differ.
    pub leeway: u32,
}

/// An id of fresh random bytes, as ids of families and of tokens are.
///
/// # Errors
/// `input.options` for fewer than 16 bytes, or bytes that are all the same: no source of random bytes gives those.
///
/// ```
/// use payymo::token::session::fresh_id;
/// assert_eq!(fresh_id(&[0x5a, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])?.len(), 22);
/// assert!(fresh_id(&[0; 16]).is_err());
/// # Ok::<(), payymo::Error>(())
/// ```
pub fn fresh_id(random: &[u8]) -> Result<String, Error> {
    let same = random.iter().all(|byte| Some(byte) == random.first());
    if random.len() < ENTROPY || same {
        let said = "an id needs 16 bytes or more from a source of random bytes";
        return Err(Error::new(Code::InputOptions, said).at_field("random"));
    }
    Ok(crate::token::base64url::encoded(random))
}

impl Sessions {
    /// With lifetimes of 15 minutes and 7 days, and a leeway of 30 seconds.
    ///
    /// # Errors
    /// `input.options` where a name is empty or both audiences are the same.
    pub fn new(
        issuer: &str,
        access_audience: &str,
        refresh_audience: &str,
        algorithm: Algorithm,
    ) -> Result<Self, Error> {
        let bad = |field: &str, said: &str| Err(Error::new(Code::InputOptions, said).at_field(field));
        for (field, name) in
            [("issuer", issuer), ("access_audience", access_audience), ("refresh_audience", refresh_audience)]
        {
            if name.is_empty() {
                return bad(field, "an empty name");
            }
        }
        if access_audience == refresh_audience {
            return bad("refresh_audience", "access and refresh tokens need audiences of their own");
        }
        Ok(Sessions {
            issuer: issuer.to_owned(),
            access_audience: access_audience.to_owned(),
            refresh_audience: refresh_audience.to_owned(),
            algorithm,
            lifetimes: Lifetimes::default(),
            leeway: 30,
        })
    }

    /// Whether its rules are some, the lifetimes and the leeway too, which a host may have set.
    ///
    /// # Errors
    /// `input.options`.
    pub fn check(&self) -> Result<(), Error> {
        self.lifetimes.check()?;
        self.access_policy().check()
    }

    /// The rules for access tokens.
    pub fn access_policy(&self) -> Policy {
        let mut policy = self.policy(&self.access_audience, ACCESS);
        policy.required = names(&["sub", "jti", "iat", "client_id", "tenant", "family", "permissions"]);
        policy
    }

    /// The rules for refresh tokens.
    pub fn refresh_policy(&self) -> Policy {
        let mut policy = self.policy(&self.refresh_audience, REFRESH);
        policy.required = names(&["sub", "jti", "iat", "client_id", "tenant", "family"]);
        policy
    }

    fn policy(&self, audience: &str, kind: &str) -> Policy {
        let (issuer, audience) = (Expected::exactly(self.issuer.as_str()), Expected::exactly(audience));
        let mut policy = Policy::new(vec![self.algorithm], issuer, audience);
        policy.kind = Some(kind.to_owned());
        policy.leeway = self.leeway;
        policy
    }

    /// Makes an access token. `permissions` are what it may do (`invoice:read`), `id` is fresh ([`fresh_id`]).
    ///
    /// # Errors
    /// `input.options` for lifetimes out of their ranges, a `now` that is no time in seconds, and a grant that expired; `token.algorithm` for a key of another
    /// algorithm; `permission.syntax`, `crypto.failed`.
    pub fn access(
        &self,
        key: &SigningKey,
        granted: &Granted,
        permissions: &[String],
        id: &str,
        now: i64,
    ) -> Result<String, Error> {
        for permission in permissions {
            crate::token::permission::Pattern::parse(permission)?;
        }
        let family = granted.family();
        let until = now.saturating_add(i64::from(self.lifetimes.access)).min(family.expires);
        let extra = [("permissions", permissions.into())];
        self.make(key, ACCESS, granted, (&self.access_audience, id, now, until), extra)
    }

    /// Makes the family's live refresh token: the same id each time, so that of two copies one is live.
    ///
    /// # Errors
    /// As [`access`](Self::access).
    pub fn refresh(&self, key: &SigningKey, granted: &Granted, now: i64) -> Result<String, Error> {
        let family = granted.family();
        let says = (self.refresh_audience.as_str(), family.live.as_str(), now, family.live_until);
        self.make(key, REFRESH, granted, says, [])
    }

    fn make<const N: usize>(
        &self,
        key: &SigningKey,
        kind: &str,
        granted: &Granted,
        (audience, id, now, until): (&str, &str, i64, i64),
        extra: [(&str, serde_json::Value); N],
    ) -> Result<String, Error> {
        self.lifetimes.check()?;
        time::check(now)?;
        if now >= until {
            let said = "a login that has expired: no token of it would hold";
            return Err(Error::new(Code::InputOptions, said).at_field("now"));
        }
        if key.algorithm() != self.algorithm {
            let said =
                format!("a key that signs by {}, sessions are signed by {}", key.algorithm(), self.algorithm);
            return Err(Error::new(Code::TokenAlgorithm, said));
        }
        let family = granted.family();
        let mut claims = serde_json::Map::new();
        let mut say = |name: &str, value: serde_json::Value| claims.insert(name.to_owned(), value);
        say("iss", self.issuer.as_str().into());
        say("sub", family.subject.as_str().into());
        say("aud", audience.into());
        say("iat", now.into());
        say("exp", until.into());
        say("jti", id.into());
        say("client_id", family.holder.client.as_str().into());
        say("tenant", family.tenant.as_str().into());
        say("family", family.id.as_str().into());
        if let Some(binding) = &family.holder.binding {
            say("cnf", binding.claim());
        }
        for (name, value) in extra {
            say(name, value);
        }
        sign(key, kind, serde_json::Value::Object(claims).to_string().as_bytes())
    }

    /// Reads a refresh token that came, from a client that has shown who it is (`client`) and which key it holds (`shown`).
    ///
    /// # Errors
    /// As [`verify`]; `token.binding` where it is bound to a key that was not shown.
    pub fn present(
        &self,
        token: &str,
        keys: &KeySet,
        client: &str,
        shown: Option<&Binding>,
        now: i64,
    ) -> Result<Presented, Error> {
        let verified = verify(token, keys, &self.refresh_policy(), now)?;
        is_bound_to(&verified.claims, shown)?;
        let binding = Binding::of(&verified.claims)?;
        let family = text(&verified.claims, "family")?.to_owned();
        let id = text(&verified.claims, "jti")?.to_owned();
        Ok(Presented { family, id, from: Holder { client: client.to_owned(), binding }, verified })
    }
}

fn text<'c>(claims: &'c Claims, name: &str) -> Result<&'c str, Error> {
    claims.text(name).ok_or_else(|| {
        Error::new(Code::TokenClaim, format!("{name} is no text")).at_field(format!("payload/{name}"))
    })
}

fn names(all: &[&str]) -> Vec<String> {
    all.iter().map(|name| (*name).to_owned()).collect()
}
