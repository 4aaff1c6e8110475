//! Thumbprints of keys: RFC 7638, and RFC 8037 appendix A.3 for Ed25519.

use crate::crypto::{Curve, Public, Secret};
use crate::token::base64url::encoded;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use zeroize::Zeroizing;

/// The members that every key of a kind has, in the order of their names, without white space.
pub(super) fn members(key: &Public) -> String {
    match key {
        Public::Rsa { n, e } => format!(r#"{{"e":"{}","kty":"RSA","n":"{}"}}"#, encoded(e), encoded(n)),
        Public::Ec { curve, point } => {
            let (x, y) =
                point.get(1..).unwrap_or_default().split_at_checked(curve.bytes()).unwrap_or_default();
            of_point(*curve, x, y)
        }
        Public::Ed25519(key) => format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{}"}}"#, encoded(key)),
    }
}

/// Of the members of a public key.
pub(super) fn of_members(members: &str) -> Arc<str> {
    encoded(&Sha256::digest(members)).into()
}

fn of_point(curve: Curve, x: &[u8], y: &[u8]) -> String {
    format!(r#"{{"crv":"{}","kty":"EC","x":"{}","y":"{}"}}"#, curve.as_str(), encoded(x), encoded(y))
}

pub(super) fn of_secret(secret: &Secret) -> Arc<str> {
    let text = Zeroizing::new(encoded(secret.bytes()));
    let mut hash = Sha256::new_with_prefix(r#"{"k":""#);
    hash.update(text.as_bytes());
    hash.update(r#"","kty":"oct"}"#);
    encoded(&hash.finalize()).into()
}
