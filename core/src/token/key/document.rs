//! Keys in DER and PEM.

use crate::crypto::{Algorithm, Curve, Family, Private, Public, Secret};
use crate::error::{Code, Error};
use pkcs1::{RsaPrivateKeyRef, RsaPublicKeyRef};
use spki::der::asn1::{ObjectIdentifier, OctetStringRef};
use spki::der::{AnyRef, Decode, Reader};
use spki::{AlgorithmIdentifierRef, SubjectPublicKeyInfoRef};
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
        label if label.ends_with("PRIVATE KEY") => Err(private()),
        _ => Err(bad("a PEM block that is neither PUBLIC KEY nor RSA PUBLIC KEY")),
    }
}

fn private() -> Error {
    Error::new(Code::KeyPrivate, "a private key where a public one is due: a verifier needs no secret")
}

/// A public key in DER.
pub(super) fn from_der(bytes: &[u8]) -> Result<Public, Error> {
    if bytes.len() > LONGEST {
        return Err(bad("a document beyond 64 KiB"));
    }
    match spki(bytes) {
        Err(_) if pkcs8(bytes).is_some() || RsaPrivateKeyRef::from_der(bytes).is_ok() => Err(private()),
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
        let other = "a curve other than P-256, P-384 and P-521, or one without its name";
        let curve = curve.ok_or_else(|| bad(other))?;
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

/// The algorithm and the key of a PKCS#8 document (RFC 5958 section 2); what stands behind them is the library's.
fn pkcs8(bytes: &[u8]) -> Option<(AlgorithmIdentifierRef<'_>, &[u8])> {
    let read = AnyRef::from_der(bytes).ok()?.sequence(|reader| {
        u8::decode(reader)?;
        let algorithm = AlgorithmIdentifierRef::decode(reader)?;
        let key = <&OctetStringRef>::decode(reader)?;
        let rest = reader.remaining_len();
        reader.read_slice(rest)?;
        Ok::<_, spki::der::Error>((algorithm, key.as_bytes()))
    });
    read.ok()
}

/// Refuses a private key of another kind than an algorithm takes, and a weak one, with the reason; the library would give none.
fn fits(bytes: &[u8], algorithm: Algorithm) -> Result<(), Error> {
    let kind = || Error::new(Code::KeyKind, format!("a key of another kind than {algorithm} takes"));
    let (identifier, key) = pkcs8(bytes).ok_or_else(|| bad("not a private key in PKCS#8"))?;
    let curve = identifier.parameters.and_then(|any| any.decode_as::<ObjectIdentifier>().ok());
    let curve = CURVES.iter().find(|known| Some(known.0) == curve).map(|known| known.1.algorithm());
    match algorithm.family() {
        Family::Rsa if identifier.oid == RSA => strong(key),
        Family::Ec if identifier.oid == EC && curve == Some(algorithm) => Ok(()),
        Family::Okp if identifier.oid == ED25519 => Ok(()),
        _ => Err(kind()),
    }
}

/// Refuses the private key of a weak public one.
fn strong(pkcs1: &[u8]) -> Result<(), Error> {
    let key = RsaPrivateKeyRef::from_der(pkcs1).map_err(|_| bad("not an RSA private key in DER"))?;
    Public::rsa(key.modulus.as_bytes(), key.public_exponent.as_bytes()).map(|_| ())
}

/// A private key in PEM.
pub(super) fn private_from_pem(text: &str, algorithm: Algorithm) -> Result<Private, Error> {
    let (label, mut bytes) = pem(text)?;
    let secret = Secret::new(core::mem::take(&mut *bytes));
    match label {
        "PRIVATE KEY" => fits(secret.bytes(), algorithm).map(|()| Private::Pkcs8(secret)),
        "RSA PRIVATE KEY" if algorithm.family() != Family::Rsa => {
            Err(Error::new(Code::KeyKind, format!("an RSA key, which {algorithm} does not take")))
        }
        "RSA PRIVATE KEY" => strong(secret.bytes()).map(|()| Private::Pkcs1(secret)),
        "ENCRYPTED PRIVATE KEY" => Err(bad("an encrypted private key: decrypt it first, as PKCS#8")),
        "EC PRIVATE KEY" => {
            Err(bad("a private key in SEC 1: write it as PKCS#8 (`openssl pkcs8 -topk8 -nocrypt`)"))
        }
        _ => Err(bad("a PEM block that is neither PRIVATE KEY nor RSA PRIVATE KEY")),
    }
}
