//! Public keys of certificates: which kinds are taken, and how strong they must be.
//!
//! Source: RFC 3279, RFC 5480, RFC 8410; CA/Browser Forum, TLS Baseline Requirements sections 6.1.5, 6.1.6 and 7.1.3.1.

use super::der::{self, Reader};
use super::profile::Profile;
use crate::crypto::{Curve, Public};
use crate::error::{Code, Error};

const RSA: [u8; 9] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1];
const EC: [u8; 7] = [0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1];
const ED25519: [u8; 3] = [0x2b, 0x65, 0x70];
const P256: [u8; 8] = [0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7];
const P384: [u8; 5] = [0x2b, 0x81, 4, 0, 34];
const P521: [u8; 5] = [0x2b, 0x81, 4, 0, 35];

/// Whether a `SubjectPublicKeyInfo` holds a key that is taken.
///
/// # Errors
/// `certificate.key`.
pub(super) fn check(key: &[u8], profile: Profile) -> Result<(), Error> {
    let bad = |said: &str| Error::new(Code::CertificateKey, said);
    let unread = || bad("a key that cannot be read, or of a kind that is not taken");
    let (kind, parameters, bits) = parts(key).ok_or_else(unread)?;
    let public = match kind {
        kind if kind == RSA => {
            let (n, e) = rsa(bits).filter(|_| parameters == [der::NULL, 0]).ok_or_else(unread)?;
            if profile == Profile::Public && n.first().is_some_and(|first| *first < 0x80) {
                return Err(bad("an RSA modulus whose bits are not a multiple of 8"));
            }
            Public::rsa(n, e)
        }
        kind if kind == EC => {
            // Only curves by their names: a curve that is described could be any.
            let curve = match der::only(parameters, der::OBJECT) {
                Some(name) if name == P256 => Curve::P256,
                Some(name) if name == P384 => Curve::P384,
                Some(name) if name == P521 => Curve::P521,
                _ => return Err(unread()),
            };
            let point = bits.strip_prefix(&[4]).ok_or_else(unread)?;
            let (x, y) = point.split_at_checked(curve.bytes()).ok_or_else(unread)?;
            Public::ec(curve, x, y)
        }
        kind if kind == ED25519 && profile == Profile::Private && parameters.is_empty() => {
            Public::ed25519(bits)
        }
        _ => return Err(unread()),
    };
    public.map(|_| ()).map_err(|error| bad(error.message()))
}

/// Whether it is a `SubjectPublicKeyInfo` of whatever kind.
pub(super) fn is_public(key: &[u8]) -> bool {
    parts(key).is_some_and(|(_, _, bits)| !bits.is_empty())
}

/// Kind, parameters and bits.
fn parts(key: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let mut reader = Reader::new(der::only(key, der::SEQUENCE)?);
    let mut algorithm = Reader::new(reader.take(der::SEQUENCE)?);
    let kind = algorithm.take(der::OBJECT)?;
    let parameters = if algorithm.is_empty() { &[] } else { algorithm.next()?.whole };
    algorithm.end()?;
    let bits = der::octets(reader.take(der::BIT_STRING)?)?;
    reader.end()?;
    Some((kind, parameters, bits))
}

/// Modulus and exponent.
fn rsa(bits: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut reader = Reader::new(der::only(bits, der::SEQUENCE)?);
    let n = der::natural(reader.take(der::INTEGER)?)?;
    let e = der::natural(reader.take(der::INTEGER)?)?;
    reader.end()?;
    Some((n, e))
}
