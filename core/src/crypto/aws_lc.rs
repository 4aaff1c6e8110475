//! aws-lc-rs as the library.
//!
//! # Design
//! Its public keys are parsed once, which ring's are with every signature, and it does P-521.

use super::library::Backend;
use super::{Algorithm, Curve, Hash, Private, Public};
use aws_lc_rs::hmac;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{self as s, KeyPair};

pub(super) struct AwsLc;

pub(super) enum Signer {
    Rsa { how: &'static dyn s::RsaEncoding, pair: Box<s::RsaKeyPair> },
    Ec { curve: Curve, pair: Box<s::EcdsaKeyPair> },
    Ed25519(Box<s::Ed25519KeyPair>),
}

/// ECDSA on a curve, with the hash that RFC 7518 pairs it with.
fn on(curve: Curve) -> &'static s::EcdsaVerificationAlgorithm {
    match curve {
        Curve::P256 => &s::ECDSA_P256_SHA256_FIXED,
        Curve::P384 => &s::ECDSA_P384_SHA384_FIXED,
        Curve::P521 => &s::ECDSA_P521_SHA512_FIXED,
    }
}

impl Backend for AwsLc {
    type Verifier = s::ParsedPublicKey;
    type Signer = Signer;
    /// Of more than a kilobyte.
    type Mac = Box<hmac::Key>;

    fn does(algorithm: Algorithm) -> bool {
        algorithm.mac().is_none()
    }

    fn verifier(algorithm: Algorithm, key: &Public) -> Option<Self::Verifier> {
        match key {
            Public::Rsa { n, e } => {
                let how: &'static s::RsaParameters = match algorithm {
                    Algorithm::Rs256 => &s::RSA_PKCS1_2048_8192_SHA256,
                    Algorithm::Rs384 => &s::RSA_PKCS1_2048_8192_SHA384,
                    Algorithm::Rs512 => &s::RSA_PKCS1_2048_8192_SHA512,
                    Algorithm::Ps256 => &s::RSA_PSS_2048_8192_SHA256,
                    Algorithm::Ps384 => &s::RSA_PSS_2048_8192_SHA384,
                    Algorithm::Ps512 => &s::RSA_PSS_2048_8192_SHA512,
                    _ => return None,
                };
                s::RsaPublicKeyComponents { n, e }.to_parsed_public_key(how).ok()
            }
            Public::Ec { curve, point } => s::ParsedPublicKey::new(on(*curve), point).ok(),
            Public::Ed25519(key) => s::ParsedPublicKey::new(&s::ED25519, key).ok(),
        }
    }

    /// Points are looked at where a key is parsed.
    fn is_point(curve: Curve, point: &[u8]) -> Option<bool> {
        Some(s::ParsedPublicKey::new(on(curve), point).is_ok())
    }

    fn verify(verifier: &Self::Verifier, message: &[u8], signature: &[u8]) -> bool {
        verifier.verify_sig(message, signature).is_ok()
    }

    fn signer(algorithm: Algorithm, key: &Private) -> Option<Signer> {
        let rsa = |how: &'static dyn s::RsaEncoding| {
            let pair = match key {
                Private::Pkcs8(document) => s::RsaKeyPair::from_pkcs8(document.bytes()),
                Private::Pkcs1(document) => s::RsaKeyPair::from_der(document.bytes()),
                Private::Raw { .. } => return None,
            };
            Some(Signer::Rsa { how, pair: Box::new(pair.ok()?) })
        };
        let ec = |how: &'static s::EcdsaSigningAlgorithm, curve: Curve| {
            let pair = match key {
                Private::Pkcs8(document) => s::EcdsaKeyPair::from_pkcs8(how, document.bytes()),
                Private::Raw { secret, public: Public::Ec { point, .. } } => {
                    s::EcdsaKeyPair::from_private_key_and_public_key(how, secret.bytes(), point)
                }
                _ => return None,
            };
            Some(Signer::Ec { curve, pair: Box::new(pair.ok()?) })
        };
        match algorithm {
            Algorithm::Rs256 => rsa(&s::RSA_PKCS1_SHA256),
            Algorithm::Rs384 => rsa(&s::RSA_PKCS1_SHA384),
            Algorithm::Rs512 => rsa(&s::RSA_PKCS1_SHA512),
            Algorithm::Ps256 => rsa(&s::RSA_PSS_SHA256),
            Algorithm::Ps384 => rsa(&s::RSA_PSS_SHA384),
            Algorithm::Ps512 => rsa(&s::RSA_PSS_SHA512),
            Algorithm::Es256 => ec(&s::ECDSA_P256_SHA256_FIXED_SIGNING, Curve::P256),
            Algorithm::Es384 => ec(&s::ECDSA_P384_SHA384_FIXED_SIGNING, Curve::P384),
            Algorithm::Es512 => ec(&s::ECDSA_P521_SHA512_FIXED_SIGNING, Curve::P521),
            Algorithm::Ed25519 => {
                let pair = match key {
                    Private::Pkcs8(document) => {
                        s::Ed25519KeyPair::from_pkcs8_maybe_unchecked(document.bytes())
                    }
                    Private::Raw { secret, public: Public::Ed25519(public) } => {
                        s::Ed25519KeyPair::from_seed_and_public_key(secret.bytes(), public)
                    }
                    _ => return None,
                };
                Some(Signer::Ed25519(Box::new(pair.ok()?)))
            }
            Algorithm::Hs256 | Algorithm::Hs384 | Algorithm::Hs512 => None,
        }
    }

    fn public(signer: &Signer) -> Option<Public> {
        match signer {
            Signer::Rsa { pair, .. } => {
                let key = pair.public_key();
                let (n, e) = (key.modulus(), key.exponent());
                Public::rsa(n.big_endian_without_leading_zero(), e.big_endian_without_leading_zero()).ok()
            }
            Signer::Ec { curve, pair } => {
                let (x, y) = pair.public_key().as_ref().get(1..)?.split_at_checked(curve.bytes())?;
                Public::ec(*curve, x, y).ok()
            }
            Signer::Ed25519(pair) => Public::ed25519(pair.public_key().as_ref()).ok(),
        }
    }

    fn sign(signer: &Signer, message: &[u8]) -> Option<Vec<u8>> {
        match signer {
            Signer::Rsa { how, pair } => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(*how, &SystemRandom::new(), message, &mut signature).ok()?;
                Some(signature)
            }
            Signer::Ec { pair, .. } => Some(pair.sign(&SystemRandom::new(), message).ok()?.as_ref().to_vec()),
            Signer::Ed25519(pair) => Some(pair.try_sign(message).ok()?.as_ref().to_vec()),
        }
    }

    fn mac(hash: Hash, secret: &[u8]) -> Self::Mac {
        let how = match hash {
            Hash::Sha256 => hmac::HMAC_SHA256,
            Hash::Sha384 => hmac::HMAC_SHA384,
            Hash::Sha512 => hmac::HMAC_SHA512,
        };
        Box::new(hmac::Key::new(how, secret))
    }

    fn tag(mac: &Self::Mac, message: &[u8]) -> Vec<u8> {
        hmac::sign(mac, message).as_ref().to_vec()
    }

    fn is_tag(mac: &Self::Mac, message: &[u8], tag: &[u8]) -> bool {
        hmac::verify(mac, message, tag).is_ok()
    }
}
