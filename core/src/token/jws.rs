//! Signed content that is no token: RFC 7515, with content that stands beside its signature (RFC 7797).

use super::compact::{Compact, encoded};
use super::key::KeySet;
use super::verify::{is_understood, signed_by};
use crate::crypto::Algorithm;
use crate::error::{Code, Error};
use crate::token::json::Value;

/// Content whose signature holds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Opened {
    /// The content.
    pub payload: Vec<u8>,
    /// How it is signed.
    pub algorithm: Algorithm,
    /// The thumbprint of the key under which it is signed (RFC 7638).
    pub key: String,
}

/// Checks the signature of a compact JWS, whatever its content is.
///
/// # Errors
/// `token.too_large`, `token.segments`, `token.base64`, `token.json`, `token.header`, `token.header_key`, `token.critical`, `token.algorithm`,
/// `token.unknown_key`, `token.signature`.
pub fn open(jws: &str, keys: &KeySet, algorithms: &[Algorithm]) -> Result<Opened, Error> {
    let compact = Compact::parse(jws)?;
    let key = signed_by(&compact.header, compact.signed, &compact.signature, keys, algorithms)?.thumbprint();
    is_understood(&compact.header, &[])?;
    Ok(Opened { payload: compact.payload, algorithm: compact.header.algorithm, key })
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
    if !compact.payload.is_empty() {
        return Err(Error::new(Code::TokenSegments, "content beside a token that brings content of its own"));
    }
    let critical = compact.header.critical.iter().any(|name| name == "b64");
    let plain = match (compact.header.members.get("b64"), critical) {
        (None | Some(Value::Bool(true)), _) => false,
        (Some(Value::Bool(false)), true) => true,
        _ => {
            let said = "b64 is no boolean, or is false and not named by crit";
            return Err(Error::new(Code::TokenCritical, said).at_field("header/b64"));
        }
    };
    let mut signed = compact.signed.to_vec();
    if plain {
        signed.extend_from_slice(payload);
    } else {
        signed.extend_from_slice(encoded(payload).as_bytes());
    }
    let key = signed_by(&compact.header, &signed, &compact.signature, keys, algorithms)?.thumbprint();
    is_understood(&compact.header, &["b64".to_owned()])?;
    Ok(Opened { payload: payload.to_vec(), algorithm: compact.header.algorithm, key })
}
