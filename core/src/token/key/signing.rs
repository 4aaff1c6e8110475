//! Keys that sign.

use super::{Key, document, jwk};
use crate::crypto::{Algorithm, Mac, Private, Secret, Signer};
use crate::error::{Code, Error};
use core::fmt;

/// A key that signs by one algorithm: a private key, or a secret that both sides know.
pub struct SigningKey {
    algorithm: Algorithm,
    sign: Sign,
    verifying: Key,
}

enum Sign {
    Signature(Signer),
    Mac(Mac),
}

impl SigningKey {
    /// A private key in PEM: `PRIVATE KEY` (PKCS#8, RFC 5958), `RSA PRIVATE KEY` (PKCS#1, RFC 8017).
    ///
    /// # Errors
    /// `key.syntax`, `key.kind`, `key.weak`, `key.roca`, `crypto.unsupported`.
    pub fn from_pem(text: &str, algorithm: Algorithm) -> Result<Self, Error> {
        Self::from_private(&document::private_from_pem(text)?, algorithm)
    }

    /// A private JSON Web Key, with its id.
    ///
    /// # Errors
    /// As [`from_pem`](Self::from_pem); `key.use`, `key.algorithm`.
    pub fn from_jwk(text: &str, algorithm: Algorithm) -> Result<Self, Error> {
        let (key, id) = jwk::private(&jwk::members(text)?, algorithm)?;
        let mut read = Self::from_private(&key, algorithm)?;
        read.verifying.id = id;
        Ok(read)
    }

    /// A secret for a MAC; as many bytes as its hash has, at least.
    ///
    /// # Errors
    /// `key.kind` where the algorithm is no MAC, `key.weak`.
    pub fn from_secret(secret: &Secret, algorithm: Algorithm) -> Result<Self, Error> {
        let verifying = Key::from_secret(secret, algorithm)?;
        let kind =
            || Error::new(Code::KeyKind, format!("a secret for {algorithm}, which takes a private key"));
        let hash = algorithm.mac().ok_or_else(kind)?;
        Ok(SigningKey { algorithm, sign: Sign::Mac(Mac::new(hash, secret)), verifying })
    }

    fn from_private(key: &Private, algorithm: Algorithm) -> Result<Self, Error> {
        let (signer, public) = Signer::new(algorithm, key)?;
        let verifying = Key::from_public(&public, &[algorithm])?;
        Ok(SigningKey { algorithm, sign: Sign::Signature(signer), verifying })
    }

    /// The same key with the id that its tokens name.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.verifying.id = Some(id.into());
        self
    }

    /// Its algorithm.
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// The key that checks what this one signs.
    pub fn verifying(&self) -> &Key {
        &self.verifying
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        match &self.sign {
            Sign::Signature(signer) => signer.sign(message),
            Sign::Mac(mac) => Ok(mac.tag(message)),
        }
    }
}

/// Its id and its algorithm.
impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = &self.verifying.id;
        f.debug_struct("SigningKey")
            .field("id", id)
            .field("algorithm", &self.algorithm)
            .finish_non_exhaustive()
    }
}
