//! Keys in DER and PEM.

use crate::crypto::{Curve, Private, Public, Secret};
use crate::error::{Code, Error};
use pkcs1::RsaPublicKeyRef;
use spki::SubjectPublicKeyInfoRef;
use spki::der::asn1::ObjectIdentifier;
use spki::der::{AnyRef, Decode};
use zeroize::Zeroizing;

/// Bytes of a document: a key of 8192 bits with its private parts has some 5 KiB.
const LONGEST: usize = 64 * 1024;

/// `rsaEncryption`, `id-ecPublicKey`, `id-Ed25519`, and the curves.
const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const EC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");
const CURVES: [(ObjectIdentifier, Curve); 3] = [
    (ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7"), Curve::P256),
    (ObjectIdentifier::new_unwrap("1.3.132.0.34"), Curve::P384),
    (ObjectIdentifier::new_unwrap("1.3.132.0.35"), Curve::P521),
];

fn bad(said: &str) -> Error {
    Error::new(Code::KeySyntax, said)
}

/// The one document of a PEM text: its label and its bytes.
fn pem(text: &str) -> Result<(&str, Zeroizing<Vec<u8>>), Error> {
    if text.len() > 2 * LONGEST {
        return Err(bad("a PEM text beyond 128 KiB"));
    }
    let wrong = |_| bad("not PEM: one block of base64 between a BEGIN and an END line (RFC 7468)");
    let mut decoder = spki::der::pem::Decoder::new(text.trim().as_bytes()).map_err(wrong)?;
    let mut bytes = Zeroizing::new(Vec::new());
    decoder.decode_to_end(&mut bytes).map_err(wrong)?;
    let label = text.trim_start().strip_prefix("-----BEGIN ").and_then(|rest| rest.split_once("-----"));
    Ok((label.map_or("", |label| label.0), bytes))
}

/// A public key in PEM.
pub(super) fn from_pem(text: &str) -> Result<Public, Error> {
    let (label, bytes) = pem(text)?;
    match label {
        "PUBLIC KEY" => spki(&bytes),
        "RSA PUBLIC KEY" => pkcs1(&bytes),
        label if label.ends_with("PRIVATE KEY") => Err(Error::new(
            Code::KeyPrivate,
            "a private key where a public one is due: a verifier needs no secret",
        )),
        _ => Err(bad("a PEM block that is neither PUBLIC KEY nor RSA PUBLIC KEY")),
    }
}

/// A public key in DER.
pub(super) fn from_der(bytes: &[u8]) -> Result<Public, Error> {
    match spki(bytes) {
        Err(error) if error.code() == Code::KeySyntax => pkcs1(bytes).map_err(|_| error),
        known => known,
    }
}

fn spki(bytes: &[u8]) -> Result<Public, Error> {
    let wrong = || bad("not a SubjectPublicKeyInfo in DER");
    let info = SubjectPublicKeyInfoRef::from_der(bytes).map_err(|_| wrong())?;
    let key = info.subject_public_key.as_bytes().ok_or_else(wrong)?;
    let parameters = info.algorithm.parameters;
    if info.algorithm.oid == RSA && parameters.is_some_and(AnyRef::is_null) {
        return pkcs1(key);
    }
    if info.algorithm.oid == ED25519 && parameters.is_none() {
        return Public::ed25519(key);
    }
    if info.algorithm.oid == EC {
        let named = parameters.and_then(|any| any.decode_as::<ObjectIdentifier>().ok());
        let curve = CURVES.iter().find(|curve| Some(curve.0) == named).map(|curve| curve.1);
        let curve =
            curve.ok_or_else(|| bad("a curve other than P-256, P-384 and P-521, or one without its name"))?;
        let coordinates = key.strip_prefix(&[4]).filter(|rest| rest.len() == 2 * curve.bytes());
        let coordinates = coordinates
            .ok_or_else(|| bad("a point that is compressed, or of another length than its curve's"))?;
        let (x, y) = coordinates.split_at_checked(curve.bytes()).ok_or_else(wrong)?;
        return Public::ec(curve, x, y);
    }
    Err(bad("a public key of another kind than RSA, EC and Ed25519"))
}

fn pkcs1(bytes: &[u8]) -> Result<Public, Error> {
    let key = RsaPublicKeyRef::from_der(bytes).map_err(|_| bad("not an RSA public key in DER"))?;
    Public::rsa(key.modulus.as_bytes(), key.public_exponent.as_bytes())
}

/// A private key in PEM.
pub(super) fn private_from_pem(text: &str) -> Result<Private, Error> {
    let (label, mut bytes) = pem(text)?;
    let secret = Secret::new(core::mem::take(&mut *bytes));
    match label {
        "PRIVATE KEY" => Ok(Private::Pkcs8(secret)),
        "RSA PRIVATE KEY" => Ok(Private::Pkcs1(secret)),
        "ENCRYPTED PRIVATE KEY" => Err(bad("an encrypted private key: decrypt it first, as PKCS#8")),
        "EC PRIVATE KEY" => {
            Err(bad("a private key in SEC 1: write it as PKCS#8 (`openssl pkcs8 -topk8 -nocrypt`)"))
        }
        _ => Err(bad("a PEM block that is neither PRIVATE KEY nor RSA PRIVATE KEY")),
    }
}
