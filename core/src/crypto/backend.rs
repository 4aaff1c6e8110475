//! What signs, verifies and makes MACs for the rest of the house, by the library that this was built with.

#[cfg(feature = "aws-lc")]
use super::aws_lc::AwsLc as Library;
use super::library::Backend;
#[cfg(not(feature = "aws-lc"))]
use super::ring::Ring as Library;
use super::{Algorithm, Hash, Private, Public, Secret};
use crate::error::{Code, Error};

/// Checks signatures under one key by one algorithm.
#[derive(Clone)]
pub(crate) struct Verifier(<Library as Backend>::Verifier);

impl Verifier {
    /// # Errors
    /// `key.kind` where the algorithm is of another kind of key, `crypto.unsupported`, `key.syntax`.
    pub(crate) fn new(algorithm: Algorithm, key: &Public) -> Result<Self, Error> {
        if !key.takes(algorithm) {
            return Err(Error::new(Code::KeyKind, format!("a key of another kind than {algorithm} takes")));
        }
        if !Library::does(algorithm) {
            return Err(unsupported(algorithm));
        }
        if let Public::Ec { curve, point } = key {
            let failed = || Error::new(Code::CryptoFailed, "the library could not look at a point");
            if !Library::is_point(*curve, point).ok_or_else(failed)? {
                return Err(Error::new(Code::KeySyntax, "a point that is not on its curve"));
            }
        }
        let refused = || Error::new(Code::KeySyntax, format!("not a key that {algorithm} takes"));
        Library::verifier(algorithm, key).map(Verifier).ok_or_else(refused)
    }

    pub(crate) fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        Library::verify(&self.0, message, signature)
    }
}

/// Signs under one key by one algorithm.
pub(crate) struct Signer(<Library as Backend>::Signer);

impl Signer {
    /// The signer and its public key.
    ///
    /// # Errors
    /// `crypto.unsupported`; `key.syntax` where the bytes are no private key for the algorithm.
    pub(crate) fn new(algorithm: Algorithm, key: &Private) -> Result<(Self, Public), Error> {
        if !Library::does(algorithm) {
            return Err(unsupported(algorithm));
        }
        let signer = Library::signer(algorithm, key).ok_or_else(|| {
            Error::new(
                Code::KeySyntax,
                format!("not a private key that {algorithm} takes, or not a consistent one"),
            )
        })?;
        let public = Library::public(&signer).ok_or_else(|| unsupported(algorithm))?;
        Ok((Signer(signer), public))
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        let failed = || Error::new(Code::CryptoFailed, "the library could not sign");
        Library::sign(&self.0, message).ok_or_else(failed)
    }
}

/// Makes and checks MACs under one secret.
#[derive(Clone)]
pub(crate) struct Mac(<Library as Backend>::Mac);

impl Mac {
    pub(crate) fn new(hash: Hash, secret: &Secret) -> Self {
        Mac(Library::mac(hash, secret.bytes()))
    }

    pub(crate) fn tag(&self, message: &[u8]) -> Vec<u8> {
        Library::tag(&self.0, message)
    }

    /// Whether a tag is that of a message, in constant time.
    pub(crate) fn is_tag(&self, message: &[u8], tag: &[u8]) -> bool {
        Library::is_tag(&self.0, message, tag)
    }
}

fn unsupported(algorithm: Algorithm) -> Error {
    let said = format!("{algorithm} is not done by the library that this was built with");
    Error::new(Code::CryptoUnsupported, said)
}
