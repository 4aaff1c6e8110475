//! Signed content that is no token: RFC 7515, with content that stands beside its signature (RFC 7797).

use super::base64url::encoded;
use super::compact::Compact;
use super::header::Header;
use super::key::KeySet;
use super::verify::{is_understood, signed_by};
use crate::crypto::Algorithm;
use crate::error::{Code, Error};
use crate::token::json::Value;
use core::fmt;
use std::sync::Arc;

/// Content whose signature holds.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Opened {
    /// The content.
    pub payload: Vec<u8>,
    /// How it is signed.
    pub algorithm: Algorithm,
    /// The thumbprint of the key under which it is signed (RFC 7638).
    pub key: Arc<str>,
}

/// How much there is shows, and nothing of it.
impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opened")
            .field("bytes", &self.payload.len())
            .field("algorithm", &self.algorithm)
            .finish_non_exhaustive()
    }
}

/// Whether content is signed as it stands and not in base64url: `b64` of RFC 7797, which `crit` must name then.
fn is_plain(header: &Header) -> Result<bool, Error> {
    let critical = header.critical().any(|name| name == "b64");
    match (header.get("b64"), critical) {
        (None | Some(Value::Bool(true)), _) => Ok(false),
        (Some(Value::Bool(false)), true) => Ok(true),
        _ => {
            let said = "b64 is no boolean, or is false and not named by crit";
            Err(Error::new(Code::TokenCritical, said).at_field("header/b64"))
        }
    }
}

/// Checks the signature of a compact JWS, whatever its content is. Content that is signed as it stands (`b64` of RFC 7797) is not told from the
/// points around it: see [`open_detached`].
///
/// # Errors
/// `token.too_large`, `token.segments`, `token.base64`, `token.json`, `token.header`, `token.header_key`, `token.critical`, `token.algorithm`,
/// `token.unknown_key`, `token.signature`.
pub fn open(jws: &str, keys: &KeySet, algorithms: &[Algorithm]) -> Result<Opened, Error> {
    let compact = Compact::parse(jws)?;
    if is_plain(&compact.header)? {
        let said = "content that is not in base64url: hand it in beside the token";
        return Err(Error::new(Code::TokenCritical, said).at_field("header/b64"));
    }
    let key = signed_by(&compact.header, compact.signed, compact.signature(), keys, algorithms)?;
    is_understood(&compact.header, &["b64".to_owned()])?;
    Ok(Opened {
        payload: compact.payload().to_vec(),
        algorithm: compact.header.algorithm,
        key: key.shared_thumbprint(),
    })
}

/// Checks the signature of content that stands beside a compact JWS, whose payload is empty (RFC 7515 appendix F). Content that is signed as it
/// stands (`b64` of RFC 7797) must say so in `crit`.
///
/// # Errors
/// As [`open`].
pub fn open_detached(
    jws: &str,
    payload: &[u8],
    keys: &KeySet,
    algorithms: &[Algorithm],
) -> Result<Opened, Error> {
    let compact = Compact::parse(jws)?;
    if !compact.payload().is_empty() {
        return Err(Error::new(Code::TokenSegments, "content beside a token that brings content of its own"));
    }
    let plain = is_plain(&compact.header)?;
    let mut signed = compact.signed.to_vec();
    if plain {
        signed.extend_from_slice(payload);
    } else {
        signed.extend_from_slice(encoded(payload).as_bytes());
    }
    let key = signed_by(&compact.header, &signed, compact.signature(), keys, algorithms)?;
    is_understood(&compact.header, &["b64".to_owned()])?;
    Ok(Opened {
        payload: payload.to_vec(),
        algorithm: compact.header.algorithm,
        key: key.shared_thumbprint(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::Secret;
    use crate::token::{Key, SigningKey};

    /// A JWS of any header over any content.
    fn made(header: &str, segment: &str, signed: &str) -> (String, KeySet) {
        let secret = Secret::new(vec![7; 32]);
        let key = SigningKey::from_secret(&secret, Algorithm::Hs256).unwrap();
        let header = encoded(header.as_bytes());
        let signature = encoded(&key.sign(format!("{header}.{signed}").as_bytes()).unwrap());
        let keys = KeySet::new(vec![Key::from_secret(&secret, Algorithm::Hs256).unwrap()]).unwrap();
        (format!("{header}.{segment}.{signature}"), keys)
    }

    #[test]
    fn b64_is_never_passed_over() {
        let code = |read: Result<Opened, Error>| read.map(|_| ()).map_err(|error| error.code());
        for (header, within, beside) in [
            (r#"{"alg":"HS256"}"#, Ok(()), Ok(())),
            (r#"{"alg":"HS256","b64":true}"#, Ok(()), Ok(())),
            (r#"{"alg":"HS256","b64":true,"crit":["b64"]}"#, Ok(()), Ok(())),
            (r#"{"alg":"HS256","b64":false}"#, Err(Code::TokenCritical), Err(Code::TokenCritical)),
            (
                r#"{"alg":"HS256","b64":"false","crit":["b64"]}"#,
                Err(Code::TokenCritical),
                Err(Code::TokenCritical),
            ),
            (
                r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#,
                Err(Code::TokenCritical),
                Err(Code::TokenSignature),
            ),
            (r#"{"alg":"HS256","exp":1,"crit":["exp"]}"#, Err(Code::TokenCritical), Err(Code::TokenCritical)),
        ] {
            let (whole, keys) = made(header, "eA", "eA");
            assert_eq!(code(open(&whole, &keys, &[Algorithm::Hs256])), within, "{header}");
            let (detached, keys) = made(header, "", "eA");
            assert_eq!(code(open_detached(&detached, b"x", &keys, &[Algorithm::Hs256])), beside, "{header}");
        }
        let (plain, keys) = made(r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#, "", "x.y");
        assert_eq!(open_detached(&plain, b"x.y", &keys, &[Algorithm::Hs256]).unwrap().payload, b"x.y");
        let (whole, keys) = made(r#"{"alg":"HS256"}"#, "eA", "eA");
        let read = open_detached(&whole, b"x", &keys, &[Algorithm::Hs256]);
        assert_eq!(read.unwrap_err().code(), Code::TokenSegments);
    }
}
