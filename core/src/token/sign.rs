//! Making tokens.

use super::base64url::encoded;
use super::claims::Claims;
use super::compact::Compact;
use super::json;
use super::key::SigningKey;
use crate::error::{Code, Error};

/// Signs claims: `kind` is the `typ` of the header, `claims` a JSON object, which stands in the token as it is given. What no verifier would take
/// is not signed.
///
/// # Errors
/// `token.json` where the claims are no JSON object, or say a member twice; `token.claim`; `token.header` where the key's id is empty or too
/// long; `token.too_large`; `crypto.failed`.
pub fn sign(key: &SigningKey, kind: &str, claims: &[u8]) -> Result<String, Error> {
    Claims::new(json::object(claims, Code::TokenJson)?)?;
    let mut header = serde_json::Map::new();
    header.insert("alg".to_owned(), key.algorithm().as_str().into());
    header.insert("typ".to_owned(), kind.into());
    if let Some(id) = key.verifying().id() {
        header.insert("kid".to_owned(), id.into());
    }
    let header = serde_json::Value::Object(header).to_string();
    let mut token = encoded(header.as_bytes());
    token.push('.');
    token.push_str(&encoded(claims));
    let signature = key.sign(token.as_bytes())?;
    token.push('.');
    token.push_str(&encoded(&signature));
    Compact::parse(&token)?;
    Ok(token)
}
