//! Keys that check signatures.

use super::jwk::Material;
use super::{document, jwk, thumbprint};
use crate::crypto::{Algorithm, Family, Mac, Public, Secret, Verifier};
use crate::error::{Code, Error};
use crate::token::json::Object;
use core::fmt;
use std::sync::Arc;

/// Bytes of a secret: what is longer is something else.
const LONGEST_SECRET: usize = 4096;

/// A key that checks signatures: a public key, or a secret that both sides know.
///
/// ```
/// use payymo::crypto::{Algorithm, Secret};
/// use payymo::token::Key;
/// let key = Key::from_secret(&Secret::new(vec![7; 32]), Algorithm::Hs256)?.with_id("2026-11");
/// assert_eq!(key.id(), Some("2026-11"));
/// // Too short for its hash (RFC 7518 section 3.2).
/// assert!(Key::from_secret(&Secret::new(b"secret".to_vec()), Algorithm::Hs256).is_err());
/// # Ok::<(), payymo::Error>(())
/// ```
#[derive(Clone)]
pub struct Key {
    id: Option<String>,
    family: Family,
    checks: Vec<(Algorithm, Check)>,
    /// Shared with what is verified under it.
    thumbprint: Arc<str>,
    /// The members of a public key, as they are published; none of a secret.
    public: Option<Box<str>>,
}

#[derive(Clone)]
enum Check {
    Signature(Verifier),
    Mac(Mac),
}

impl Key {
    /// A public key in PEM (`PUBLIC KEY`, `RSA PUBLIC KEY`), for one algorithm.
    ///
    /// # Errors
    /// `key.syntax`, `key.kind`, `key.weak`, `key.roca`, `key.small_order`, `key.private`, `crypto.unsupported`, `crypto.failed`.
    pub fn from_pem(text: &str, algorithm: Algorithm) -> Result<Self, Error> {
        Self::from_public(&document::from_pem(text)?, &[algorithm])
    }

    /// A public key in DER: SubjectPublicKeyInfo (RFC 5280 section 4.1) or PKCS#1 (RFC 8017 appendix A.1.1), for one algorithm.
    ///
    /// # Errors
    /// As [`from_pem`](Self::from_pem).
    pub fn from_der(bytes: &[u8], algorithm: Algorithm) -> Result<Self, Error> {
        Self::from_public(&document::from_der(bytes)?, &[algorithm])
    }

    /// A JSON Web Key (RFC 7517) for one algorithm, which its `alg` may not contradict.
    ///
    /// # Errors
    /// As [`from_pem`](Self::from_pem); `key.use`, `key.algorithm`.
    pub fn from_jwk(text: &str, algorithm: Algorithm) -> Result<Self, Error> {
        Self::from_members(&*jwk::members(text)?, &[algorithm])
    }

    /// A secret for a MAC; as many bytes as its hash has, at least.
    ///
    /// # Errors
    /// `key.kind` where the algorithm is no MAC, or the secret is a key in PEM; `key.weak`; `key.syntax` beyond 4096 bytes.
    pub fn from_secret(secret: &Secret, algorithm: Algorithm) -> Result<Self, Error> {
        Self::of_secret(secret, &[algorithm])
    }

    /// A JSON Web Key for those of some algorithms that it may be used for.
    pub(super) fn from_members(members: &Object, allowed: &[Algorithm]) -> Result<Self, Error> {
        let read = jwk::key(members, allowed)?;
        let key = match &read.material {
            Material::Public(public) => Self::from_public(public, &read.algorithms)?,
            Material::Secret(secret) => Self::of_secret(secret, &read.algorithms)?,
        };
        Ok(Key { id: read.id, ..key })
    }

    pub(super) fn from_public(public: &Public, algorithms: &[Algorithm]) -> Result<Self, Error> {
        let check = |algorithm: &Algorithm| {
            Verifier::new(*algorithm, public).map(|verifier| (*algorithm, Check::Signature(verifier)))
        };
        let checks = algorithms.iter().map(check).collect::<Result<_, _>>()?;
        let members = thumbprint::members(public);
        let thumbprint = thumbprint::of_members(&members);
        Ok(Key { id: None, family: public.family(), checks, thumbprint, public: Some(members.into()) })
    }

    fn of_secret(secret: &Secret, algorithms: &[Algorithm]) -> Result<Self, Error> {
        // Who takes a public key for a secret lets anybody sign who knows it.
        if secret.bytes().trim_ascii_start().starts_with(b"-----BEGIN ") {
            return Err(Error::new(Code::KeyKind, "a PEM text where a secret is due"));
        }
        if secret.bytes().len() > LONGEST_SECRET {
            return Err(Error::new(Code::KeySyntax, format!("a secret beyond {LONGEST_SECRET} bytes")));
        }
        let check = |algorithm: &Algorithm| {
            let said = format!("a secret for {algorithm}, which takes a public key");
            let hash = algorithm.mac().ok_or_else(|| Error::new(Code::KeyKind, said))?;
            if secret.bytes().len() < hash.bytes() {
                let said = format!("a secret for {algorithm} needs at least {} bytes", hash.bytes());
                return Err(Error::new(Code::KeyWeak, said));
            }
            Ok((*algorithm, Check::Mac(Mac::new(hash, secret))))
        };
        let checks = algorithms.iter().map(check).collect::<Result<_, _>>()?;
        let thumbprint = thumbprint::of_secret(secret);
        Ok(Key { id: None, family: Family::Hmac, checks, thumbprint, public: None })
    }

    /// The same key with the id by which tokens name it (`kid`).
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Its id.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The kind of key.
    pub fn family(&self) -> Family {
        self.family
    }

    /// The algorithms that it is taken for.
    pub fn algorithms(&self) -> impl Iterator<Item = Algorithm> {
        self.checks.iter().map(|check| check.0)
    }

    /// The members of a public key, as JSON.
    pub(super) fn public(&self) -> Option<&str> {
        self.public.as_deref()
    }

    /// The SHA-256 thumbprint of RFC 7638, in base64url: the same for every spelling of the key.
    pub fn thumbprint(&self) -> &str {
        &self.thumbprint
    }

    pub(crate) fn shared_thumbprint(&self) -> Arc<str> {
        Arc::clone(&self.thumbprint)
    }

    /// Whether a signature is that of a message; `None` where the key is not taken for the algorithm.
    pub(crate) fn verify(&self, algorithm: Algorithm, message: &[u8], signature: &[u8]) -> Option<bool> {
        let (_, check) = self.checks.iter().find(|check| check.0 == algorithm)?;
        Some(match check {
            Check::Signature(verifier) => verifier.verify(message, signature),
            Check::Mac(mac) => mac.is_tag(message, signature),
        })
    }
}

/// Its id and its algorithms; of a secret nothing.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let algorithms: Vec<Algorithm> = self.algorithms().collect();
        f.debug_struct("Key").field("id", &self.id).field("algorithms", &algorithms).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jwk(members: &str, algorithm: Algorithm) -> Option<Code> {
        Key::from_jwk(&format!("{{{members}}}"), algorithm).err().map(|error| error.code())
    }

    #[test]
    fn what_is_written_for_people_is_no_secret() {
        let pem =
            b"-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n";
        for text in [pem.to_vec(), [b" \r\n", pem.as_slice()].concat()] {
            let refused = Key::from_secret(&Secret::new(text), Algorithm::Hs256);
            assert_eq!(refused.err().map(|error| error.code()), Some(Code::KeyKind));
        }
        let code = |bytes| {
            Key::from_secret(&Secret::new(vec![b'-'; bytes]), Algorithm::Hs256).err().map(|it| it.code())
        };
        assert_eq!([32, 4096, 4097].map(code), [None, None, Some(Code::KeySyntax)]);
    }

    #[test]
    fn private_members_are_in_no_public_key() {
        let public = r#""kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo""#;
        assert_eq!(jwk(public, Algorithm::Ed25519), None);
        for member in ["d", "p", "q", "dp", "dq", "qi", "oth", "k"] {
            let private = format!(r#"{public},"{member}":"AQAB""#);
            assert_eq!(jwk(&private, Algorithm::Ed25519), Some(Code::KeyPrivate), "{member}");
        }
    }

    /// Source of the point: RFC 7515 appendix A.3.
    #[test]
    fn a_point_lies_on_its_curve() {
        let x = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
        let y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
        let zero = "A".repeat(43);
        let point = |x: &str, y: &str| {
            jwk(&format!(r#""kty":"EC","crv":"P-256","x":"{x}","y":"{y}""#), Algorithm::Es256)
        };
        assert_eq!(point(x, y), None);
        for (x, y) in [(y, x), (x, x), (&zero, &zero), (x, &zero)] {
            assert_eq!(point(x, y), Some(Code::KeySyntax));
        }
    }
}
