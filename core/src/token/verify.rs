//! Whether a token holds.

use super::claims::Claims;
use super::compact::Compact;
use super::header::Header;
use super::json;
use super::key::{Key, KeySet};
use super::policy::{Policy, is_kind};
use crate::crypto::Algorithm;
use crate::error::{Code, Error};
use crate::time;
use core::fmt;
use std::sync::Arc;

/// A token that holds.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Verified {
    /// What it says.
    pub claims: Claims,
    /// How it is signed.
    pub algorithm: Algorithm,
    /// The thumbprint of the key under which it is signed (RFC 7638).
    pub key: Arc<str>,
    /// `kid` of its header.
    pub key_id: Option<String>,
}

impl fmt::Debug for Verified {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verified")
            .field("claims", &self.claims)
            .field("algorithm", &self.algorithm)
            .finish_non_exhaustive()
    }
}

/// Checks a JSON Web Token: form, algorithm, key, signature, claims, in this order. `now` is in seconds since 1970.
///
/// # Errors
/// `input.options` for a policy that is none, or a `now` that is no time in seconds; `token.too_large`, `token.segments`, `token.base64`, `token.json`, `token.header`,
/// `token.header_key`, `token.critical`, `token.algorithm`, `token.unknown_key`, `token.signature`, `token.type`, `token.claim`,
/// `token.missing`, `token.issuer`, `token.audience`, `token.subject`, `token.expired`, `token.not_yet`, `token.too_old`.
///
/// ```
/// use payymo::crypto::{Algorithm, Secret};
/// use payymo::token::{Expected, KeySet, Policy, SigningKey, sign, verify};
/// let secret = Secret::new(vec![7; 32]);
/// let key = SigningKey::from_secret(&secret, Algorithm::Hs256)?;
/// let token = sign(&key, "JWT", br#"{"iss":"shop","aud":"billing","exp":1000}"#)?;
///
/// let keys = KeySet::new(vec![payymo::token::Key::from_secret(&secret, Algorithm::Hs256)?])?;
/// let policy = Policy::new(vec![Algorithm::Hs256], Expected::exactly("shop"), Expected::exactly("billing"));
/// let verified = verify(&token, &keys, &policy, 900)?;
/// assert_eq!(verified.claims.expires(), Some(1000));
/// assert_eq!(verify(&token, &keys, &policy, 1030).unwrap_err().code().as_str(), "token.expired");
/// # Ok::<(), payymo::Error>(())
/// ```
pub fn verify(token: &str, keys: &KeySet, policy: &Policy, now: i64) -> Result<Verified, Error> {
    policy.check()?;
    time::check(now)?;
    let compact = Compact::parse(token)?;
    if compact.payload().is_empty() {
        let said = "a token without a payload: it may stand beside the token, which no JSON Web Token does";
        return Err(Error::new(Code::TokenSegments, said));
    }
    let key = signed_by(&compact.header, compact.signed, compact.signature(), keys, &policy.algorithms)?;
    is_understood(&compact.header, &policy.understood)?;
    // What is signed is what its segments say; another reading of the payload is for others than tokens (RFC 7797 section 7).
    if compact.header.get("b64").is_some() {
        let said = "a token whose payload is not in base64url";
        return Err(Error::new(Code::TokenCritical, said).at_field("header/b64"));
    }
    is_of_kind(compact.header.kind(), policy.kind.as_deref())?;
    let all = json::object(compact.payload(), Code::TokenJson).map_err(|error| error.at_field("payload"))?;
    let claims = Claims::new(all)?;
    claims.check(policy, now)?;
    let algorithm = compact.header.algorithm;
    Ok(Verified { claims, algorithm, key: key.shared_thumbprint(), key_id: compact.header.into_key_id() })
}

/// The key under which a message is signed.
///
/// # Errors
/// `token.algorithm`, `token.unknown_key`, `token.signature`.
pub(super) fn signed_by<'k>(
    header: &Header,
    message: &[u8],
    signature: &[u8],
    keys: &'k KeySet,
    allowed: &[Algorithm],
) -> Result<&'k Key, Error> {
    let algorithm = header.algorithm;
    if !allowed.contains(&algorithm) {
        let said = format!("a token signed by {algorithm}, which is not allowed");
        return Err(Error::new(Code::TokenAlgorithm, said).at_field("header/alg"));
    }
    let candidates = keys.candidates(header);
    let signed = |key: &&Key| key.verify(algorithm, message, signature) == Some(true);
    if let Some(key) = candidates.keys().find(signed) {
        return Ok(key);
    }
    let said = match header.key_id() {
        _ if candidates.more => {
            "the token names no key by its id, and the set has more that it could be of than are tried"
        }
        _ if candidates.keys().next().is_some() => {
            let said = "the signature is not that of the token under a key of the set";
            return Err(Error::new(Code::TokenSignature, said));
        }
        Some(_) => {
            "no key of the set has the id that the token names and takes its algorithm: it may be a new one"
        }
        None => "no key of the set takes the algorithm of the token",
    };
    Err(Error::new(Code::TokenUnknownKey, said).at_field("header/kid"))
}

/// # Errors
/// `token.critical` for a member that must be understood and is not.
pub(super) fn is_understood(header: &Header, understood: &[String]) -> Result<(), Error> {
    if header.critical().all(|name| understood.iter().any(|one| one == name)) {
        return Ok(());
    }
    let said = "crit names a member that is not understood here";
    Err(Error::new(Code::TokenCritical, said).at_field("header/crit"))
}

fn is_of_kind(said: Option<&str>, expected: Option<&str>) -> Result<(), Error> {
    let right = match (said, expected) {
        (None, None) => true,
        (said, expected) => said.is_some_and(|said| is_kind(said, expected.unwrap_or("jwt"))),
    };
    if right {
        return Ok(());
    }
    let said = "a token of another type than is expected here";
    Err(Error::new(Code::TokenType, said).at_field("header/typ"))
}
