//! The header of a token: what it says of its own signature (RFC 7515 section 4.1).
//!
//! # Design
//! A header is the sender's word. Its `alg` is compared with what the verifier allows, its `kid` chooses among the verifier's keys; a key that
//! it brings itself (`jwk`, `jku`, `x5c`, `x5u`) is refused, since whoever uses it lets the sender choose.

use super::json::{self, Object, Value};
use crate::crypto::Algorithm;
use crate::error::{Code, Error};

/// Members by which a token brings or names its own key.
const KEYS: [&str; 4] = ["jwk", "jku", "x5c", "x5u"];
/// Bytes of a key's id.
pub(crate) const LONGEST_ID: usize = 256;

/// A header that was read.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    pub(crate) algorithm: Algorithm,
    pub(crate) key_id: Option<String>,
    /// As it stands.
    pub(crate) kind: Option<String>,
    /// Members that must be understood.
    pub(crate) critical: Vec<String>,
    pub(crate) members: Object,
}

impl Header {
    /// # Errors
    /// `token.json`, `token.header`, `token.algorithm`, `token.header_key`, `token.critical`.
    pub(crate) fn parse(text: &[u8]) -> Result<Self, Error> {
        let members = json::object(text, Code::TokenJson).map_err(|error| error.at_field("header"))?;
        let name = members.get("alg").and_then(Value::text);
        let name = name.ok_or_else(|| bad("alg", "alg is missing, or no text"))?;
        let algorithm = Algorithm::parse(name).ok_or_else(|| {
            Error::new(Code::TokenAlgorithm, "alg names no algorithm that is known here")
                .at_field("header/alg")
        })?;
        if let Some(key) = KEYS.iter().find(|key| members.contains_key(key)) {
            let said = "a token that brings its own key: keys come from the verifier alone";
            return Err(Error::new(Code::TokenHeaderKey, said).at_field(format!("header/{key}")));
        }
        let key_id = text_of(&members, "kid")?;
        if key_id.as_ref().is_some_and(|id| id.is_empty() || id.len() > LONGEST_ID) {
            return Err(bad("kid", "kid is empty, or longer than 256 bytes"));
        }
        Ok(Header {
            algorithm,
            key_id,
            kind: text_of(&members, "typ")?,
            critical: critical(&members)?,
            members,
        })
    }
}

fn bad(member: &str, said: &str) -> Error {
    Error::new(Code::TokenHeader, said).at_field(format!("header/{member}"))
}

fn text_of(members: &Object, name: &str) -> Result<Option<String>, Error> {
    match members.get(name) {
        None => Ok(None),
        Some(Value::Text(text)) => Ok(Some(text.clone())),
        Some(_) => Err(bad(name, &format!("{name} is no text"))),
    }
}

/// The members that `crit` names: some, each there, each once, none of those that every reader understands.
fn critical(members: &Object) -> Result<Vec<String>, Error> {
    const REGISTERED: [&str; 11] =
        ["alg", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty", "crit"];
    let Some(value) = members.get("crit") else { return Ok(Vec::new()) };
    let wrong = || {
        Error::new(Code::TokenCritical, "crit is not a list of members that stand in the header")
            .at_field("header/crit")
    };
    let Value::List(names) = value else { return Err(wrong()) };
    let names: Vec<String> =
        names.iter().map(|name| name.text().map(str::to_owned)).collect::<Option<_>>().ok_or_else(wrong)?;
    let once = |at: usize, name: &String| !names.iter().take(at).any(|before| before == name);
    let right = |(at, name): (usize, &String)| {
        members.contains_key(name) && !REGISTERED.contains(&name.as_str()) && once(at, name)
    };
    if names.is_empty() || !names.iter().enumerate().all(right) {
        return Err(wrong());
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_refused() {
        let code = |text: &str| Header::parse(text.as_bytes()).map(|_| ()).unwrap_err().code();
        for (text, expected) in [
            (r#"{}"#, Code::TokenHeader),
            (r#"{"alg":null}"#, Code::TokenHeader),
            (r#"{"alg":["RS256"]}"#, Code::TokenHeader),
            (r#"{"alg":"none"}"#, Code::TokenAlgorithm),
            (r#"{"alg":"rs256"}"#, Code::TokenAlgorithm),
            (r#"{"alg":"RS256","kid":7}"#, Code::TokenHeader),
            (r#"{"alg":"RS256","kid":""}"#, Code::TokenHeader),
            (r#"{"alg":"RS256","typ":false}"#, Code::TokenHeader),
            (r#"{"alg":"RS256","jwk":{}}"#, Code::TokenHeaderKey),
            (r#"{"alg":"RS256","jku":"https://example.com"}"#, Code::TokenHeaderKey),
            (r#"{"alg":"RS256","x5c":[]}"#, Code::TokenHeaderKey),
            (r#"{"alg":"RS256","crit":[]}"#, Code::TokenCritical),
            (r#"{"alg":"RS256","crit":"exp"}"#, Code::TokenCritical),
            (r#"{"alg":"RS256","crit":["exp"]}"#, Code::TokenCritical),
            (r#"{"alg":"RS256","crit":["alg"]}"#, Code::TokenCritical),
            (r#"{"alg":"RS256","crit":["b64","b64"],"b64":false}"#, Code::TokenCritical),
            (r#"{"alg":"RS256","alg":"RS256"}"#, Code::TokenJson),
        ] {
            assert_eq!(code(text), expected, "{text}");
        }
        let header =
            Header::parse(br#"{"alg":"EdDSA","kid":"k1","typ":"at+jwt","crit":["x"],"x":1}"#).unwrap();
        assert_eq!((header.algorithm, header.critical), (Algorithm::Ed25519, vec!["x".to_owned()]));
    }
}
