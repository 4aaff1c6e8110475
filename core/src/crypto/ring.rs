//! ring as the library.

use super::library::Backend;
use super::{Algorithm, Curve, Hash, Private, Public};
use ring::agreement;
use ring::hmac;
use ring::rand::SystemRandom;
use ring::signature::{self as s, KeyPair};

pub(super) struct Ring;

#[derive(Clone)]
pub(super) enum Verifier {
    Rsa { how: &'static s::RsaParameters, n: Vec<u8>, e: Vec<u8> },
    Point(s::UnparsedPublicKey<Vec<u8>>),
}

pub(super) enum Signer {
    Rsa { how: &'static dyn s::RsaEncoding, pair: Box<s::RsaKeyPair> },
    Ec { curve: Curve, pair: Box<s::EcdsaKeyPair> },
    Ed25519(Box<s::Ed25519KeyPair>),
}

impl Backend for Ring {
    type Verifier = Verifier;
    type Signer = Signer;
    type Mac = hmac::Key;

    fn does(algorithm: Algorithm) -> bool {
        algorithm != Algorithm::Es512 && algorithm.mac().is_none()
    }

    fn verifier(algorithm: Algorithm, key: &Public) -> Option<Verifier> {
        match key {
            Public::Rsa { n, e } => {
                let how = match algorithm {
                    Algorithm::Rs256 => &s::RSA_PKCS1_2048_8192_SHA256,
                    Algorithm::Rs384 => &s::RSA_PKCS1_2048_8192_SHA384,
                    Algorithm::Rs512 => &s::RSA_PKCS1_2048_8192_SHA512,
                    Algorithm::Ps256 => &s::RSA_PSS_2048_8192_SHA256,
                    Algorithm::Ps384 => &s::RSA_PSS_2048_8192_SHA384,
                    Algorithm::Ps512 => &s::RSA_PSS_2048_8192_SHA512,
                    _ => return None,
                };
                Some(Verifier::Rsa { how, n: n.clone(), e: e.clone() })
            }
            Public::Ec { curve, point } => {
                let how: &'static dyn s::VerificationAlgorithm = match curve {
                    Curve::P256 => &s::ECDSA_P256_SHA256_FIXED,
                    Curve::P384 => &s::ECDSA_P384_SHA384_FIXED,
                    Curve::P521 => return None,
                };
                Some(Verifier::Point(s::UnparsedPublicKey::new(how, point.clone())))
            }
            Public::Ed25519(key) => {
                Some(Verifier::Point(s::UnparsedPublicKey::new(&s::ED25519, key.to_vec())))
            }
        }
    }

    fn verify(verifier: &Verifier, message: &[u8], signature: &[u8]) -> bool {
        match verifier {
            Verifier::Rsa { how, n, e } => {
                s::RsaPublicKeyComponents { n, e }.verify(how, message, signature).is_ok()
            }
            Verifier::Point(key) => key.verify(message, signature).is_ok(),
        }
    }

    /// ring looks at a point when a secret is agreed on with it, or with each signature: the former says why.
    fn is_point(curve: Curve, point: &[u8]) -> Option<bool> {
        let how = match curve {
            Curve::P256 => &agreement::ECDH_P256,
            Curve::P384 => &agreement::ECDH_P384,
            Curve::P521 => return None,
        };
        let ours = agreement::EphemeralPrivateKey::generate(how, &SystemRandom::new()).ok()?;
        let theirs = agreement::UnparsedPublicKey::new(how, point);
        Some(agreement::agree_ephemeral(ours, &theirs, |_| ()).is_ok())
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
            let random = SystemRandom::new();
            let pair = match key {
                Private::Pkcs8(document) => s::EcdsaKeyPair::from_pkcs8(how, document.bytes(), &random),
                Private::Raw { secret, public: Public::Ec { point, .. } } => {
                    s::EcdsaKeyPair::from_private_key_and_public_key(how, secret.bytes(), point, &random)
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
            Algorithm::Es512 | Algorithm::Hs256 | Algorithm::Hs384 | Algorithm::Hs512 => None,
        }
    }

    fn public(signer: &Signer) -> Option<Public> {
        match signer {
            Signer::Rsa { pair, .. } => {
                let key: s::RsaPublicKeyComponents<Vec<u8>> = pair.public().into();
                Public::rsa(&key.n, &key.e).ok()
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
                let mut signature = vec![0; pair.public().modulus_len()];
                pair.sign(*how, &SystemRandom::new(), message, &mut signature).ok()?;
                Some(signature)
            }
            Signer::Ec { pair, .. } => Some(pair.sign(&SystemRandom::new(), message).ok()?.as_ref().to_vec()),
            Signer::Ed25519(pair) => Some(pair.sign(message).as_ref().to_vec()),
        }
    }

    fn mac(hash: Hash, secret: &[u8]) -> hmac::Key {
        let how = match hash {
            Hash::Sha256 => hmac::HMAC_SHA256,
            Hash::Sha384 => hmac::HMAC_SHA384,
            Hash::Sha512 => hmac::HMAC_SHA512,
        };
        hmac::Key::new(how, secret)
    }

    fn tag(mac: &hmac::Key, message: &[u8]) -> Vec<u8> {
        hmac::sign(mac, message).as_ref().to_vec()
    }

    fn is_tag(mac: &hmac::Key, message: &[u8], tag: &[u8]) -> bool {
        hmac::verify(mac, message, tag).is_ok()
    }
}
