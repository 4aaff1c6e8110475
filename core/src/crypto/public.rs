//! Public keys, and which of them are too weak to be taken.

use super::{Algorithm, Family, ed25519, roca};
use crate::error::{Code, Error};

/// Bits of an RSA modulus: RFC 7518 section 3.3 asks for 2048; beyond 8192 a signature costs more than it is worth.
const RSA_BITS: core::ops::RangeInclusive<usize> = 2048..=8192;
/// Least public exponent: FIPS 186-5 appendix A.1.1 asks for more than 2^16.
const LEAST_EXPONENT: u64 = 65_537;

/// A curve of NIST.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Curve {
    P256,
    P384,
    P521,
}

impl Curve {
    /// Bytes of a coordinate.
    pub(crate) const fn bytes(self) -> usize {
        match self {
            Curve::P256 => 32,
            Curve::P384 => 48,
            Curve::P521 => 66,
        }
    }

    /// Its name in a JWK.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Curve::P256 => "P-256",
            Curve::P384 => "P-384",
            Curve::P521 => "P-521",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        [Curve::P256, Curve::P384, Curve::P521].into_iter().find(|curve| curve.as_str() == name)
    }

    /// The one algorithm of RFC 7518 that signs on it.
    pub(crate) const fn algorithm(self) -> Algorithm {
        match self {
            Curve::P256 => Algorithm::Es256,
            Curve::P384 => Algorithm::Es384,
            Curve::P521 => Algorithm::Es512,
        }
    }
}

/// A public key that was checked.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Public {
    /// Modulus and exponent, their highest bytes first and not zero.
    Rsa {
        n: Vec<u8>,
        e: Vec<u8>,
    },
    /// The point uncompressed: 4, x, y.
    Ec {
        curve: Curve,
        point: Vec<u8>,
    },
    Ed25519([u8; 32]),
}

impl Public {
    /// An RSA key.
    ///
    /// # Errors
    /// `key.weak`, `key.roca`.
    pub(crate) fn rsa(n: &[u8], e: &[u8]) -> Result<Self, Error> {
        let (n, e) = (without_zeros(n), without_zeros(e));
        let weak = |said: &str| Err(Error::new(Code::KeyWeak, said));
        let highest = n.first().map_or(0, |byte| byte.leading_zeros() as usize);
        let bits = (n.len() * 8).saturating_sub(highest);
        if !RSA_BITS.contains(&bits) {
            return weak("an RSA modulus must have 2048 to 8192 bits");
        }
        let exponent =
            e.iter().try_fold(0_u64, |number, byte| number.checked_mul(256)?.checked_add(u64::from(*byte)));
        if exponent.is_none_or(|exponent| {
            exponent < LEAST_EXPONENT || exponent % 2 == 0 || exponent > u64::from(u32::MAX)
        }) {
            return weak("an RSA exponent must be odd and between 65537 and 2^32");
        }
        if n.last().is_none_or(|last| last % 2 == 0) {
            return weak("an RSA modulus must be odd");
        }
        if roca::is_of_it(n) {
            return Err(Error::new(
                Code::KeyRoca,
                "an RSA key of a generator whose keys can be factored (CVE-2017-15361)",
            ));
        }
        Ok(Public::Rsa { n: n.to_vec(), e: e.to_vec() })
    }

    /// A key on a curve, its coordinates with all their bytes. That the point lies on the curve is checked when a verifier is made of it.
    ///
    /// # Errors
    /// `key.syntax`.
    pub(crate) fn ec(curve: Curve, x: &[u8], y: &[u8]) -> Result<Self, Error> {
        if x.len() != curve.bytes() || y.len() != curve.bytes() {
            let said = format!("a coordinate on {} has {} bytes", curve.as_str(), curve.bytes());
            return Err(Error::new(Code::KeySyntax, said));
        }
        let mut point = Vec::with_capacity(1 + x.len() + y.len());
        point.push(4);
        point.extend_from_slice(x);
        point.extend_from_slice(y);
        Ok(Public::Ec { curve, point })
    }

    /// An Ed25519 key.
    ///
    /// # Errors
    /// `key.syntax`, `key.small_order`.
    pub(crate) fn ed25519(bytes: &[u8]) -> Result<Self, Error> {
        let key = bytes.try_into().map_err(|_| Error::new(Code::KeySyntax, "an Ed25519 key has 32 bytes"))?;
        if ed25519::is_weak(&key) {
            let said = "an Ed25519 key of small order, or not reduced: anybody can sign under it";
            return Err(Error::new(Code::KeySmallOrder, said));
        }
        Ok(Public::Ed25519(key))
    }

    pub(crate) fn family(&self) -> Family {
        match self {
            Public::Rsa { .. } => Family::Rsa,
            Public::Ec { .. } => Family::Ec,
            Public::Ed25519(_) => Family::Okp,
        }
    }

    /// Whether an algorithm can be used with it.
    pub(crate) fn takes(&self, algorithm: Algorithm) -> bool {
        match self {
            Public::Ec { curve, .. } => curve.algorithm() == algorithm,
            _ => self.family() == algorithm.family(),
        }
    }
}

fn without_zeros(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    number.get(zeros..).unwrap_or_default()
}
