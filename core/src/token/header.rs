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
/// Members that `crit` may name.
const MOST_CRITICAL: usize = 16;

/// A header that was read.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    pub(crate) algorithm: Algorithm,
    members: Object,
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
        for name in ["kid", "typ"] {
            if members.get(name).is_some_and(|value| value.text().is_none()) {
                return Err(bad(name, &format!("{name} is no text")));
            }
        }
        let header = Header { algorithm, members };
        if header.key_id().is_some_and(|id| id.is_empty() || id.len() > LONGEST_ID) {
            return Err(bad("kid", "kid is empty, or longer than 256 bytes"));
        }
        header.is_critical_sound()?;
        Ok(header)
    }

    /// A member as it stands.
    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        self.members.get(name)
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Value::text)
    }

    /// `kid`
    pub(crate) fn key_id(&self) -> Option<&str> {
        self.text("kid")
    }

    /// `kid`, of a header that is not needed any more.
    pub(crate) fn into_key_id(self) -> Option<String> {
        match self.members.into_value("kid") {
            Some(Value::Text(id)) => Some(id.into()),
            _ => None,
        }
    }

    /// `typ`, as it stands.
    pub(crate) fn kind(&self) -> Option<&str> {
        self.text("typ")
    }

    /// Members that must be understood.
    pub(crate) fn critical(&self) -> impl Iterator<Item = &str> {
        let names = match self.get("crit") {
            Some(Value::List(names)) => names.as_slice(),
            _ => &[],
        };
        names.iter().filter_map(Value::text)
    }

    /// That `crit` names some members, each there, each once, none of those that every reader understands.
    fn is_critical_sound(&self) -> Result<(), Error> {
        const REGISTERED: [&str; 11] =
            ["alg", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty", "crit"];
        let sound = match self.get("crit") {
            None => true,
            Some(Value::List(names)) if (1..=MOST_CRITICAL).contains(&names.len()) => {
                let once = |at: usize, name: &str| !self.critical().take(at).any(|before| before == name);
                let right = |(at, name): (usize, &str)| {
                    self.members.contains_key(name) && !REGISTERED.contains(&name) && once(at, name)
                };
                names.iter().all(|name| name.text().is_some()) && self.critical().enumerate().all(right)
            }
            Some(_) => false,
        };
        if sound {
            return Ok(());
        }
        let said = "crit is not a list of members that stand in the header, each once and 16 at most";
        Err(Error::new(Code::TokenCritical, said).at_field("header/crit"))
    }
}

fn bad(member: &str, said: &str) -> Error {
    Error::new(Code::TokenHeader, said).at_field(format!("header/{member}"))
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
        let many = |count: usize| {
            let names: Vec<String> = (0..count).map(|nth| format!(r#""x{nth}""#)).collect();
            let members: String = names.iter().map(|name| format!(",{name}:1")).collect();
            Header::parse(format!(r#"{{"alg":"RS256","crit":[{}]{members}}}"#, names.join(",")).as_bytes())
        };
        assert_eq!(many(MOST_CRITICAL).unwrap().critical().count(), MOST_CRITICAL);
        assert_eq!(many(MOST_CRITICAL + 1).unwrap_err().code(), Code::TokenCritical);
        let header =
            Header::parse(br#"{"alg":"EdDSA","kid":"k1","typ":"at+jwt","crit":["x"],"x":1}"#).unwrap();
        assert_eq!(
            (header.algorithm, header.key_id(), header.kind()),
            (Algorithm::Ed25519, Some("k1"), Some("at+jwt"))
        );
        assert!(header.critical().eq(["x"]));
        assert_eq!(header.into_key_id().as_deref(), Some("k1"));
    }
}
