//! What a token is bound to: a key that whoever brings the token must show (RFC 7800).

use crate::crypto::same;
use crate::error::{Code, Error};
use crate::token::{Claims, Object, Value, base64url};
use serde::{Deserialize, Serialize};

/// The key that a token is bound to, by its hash in base64url.
///
/// The host checks that the key was shown (the proof of RFC 9449, the client's certificate of RFC 8705) and hands in which.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Binding {
    /// `jkt`: the thumbprint of a key that signs a proof with each request (RFC 9449 section 6.1).
    #[serde(rename = "jkt")]
    Key(String),
    /// `x5t#S256`: the SHA-256 of the client's certificate (RFC 8705 section 3.1).
    #[serde(rename = "x5t#S256")]
    Certificate(String),
}

impl Binding {
    fn member(&self) -> (&'static str, &str) {
        match self {
            Binding::Key(hash) => ("jkt", hash),
            Binding::Certificate(hash) => ("x5t#S256", hash),
        }
    }

    /// Whether both are the same key, in a time that does not tell how much of the hash is.
    pub(super) fn is(&self, other: &Self) -> bool {
        let ((kind, hash), (other_kind, other_hash)) = (self.member(), other.member());
        kind == other_kind && same(hash.as_bytes(), other_hash.as_bytes())
    }

    /// # Errors
    /// `token.binding` for a text that is no SHA-256 in base64url: nothing would ever match it.
    pub(super) fn check(&self) -> Result<(), Error> {
        if is_hash(self.member().1) {
            return Ok(());
        }
        let said = "a binding is a SHA-256 in base64url without padding: 43 letters";
        Err(Error::new(Code::TokenBinding, said).at_field("binding"))
    }

    /// As the claim `cnf`.
    pub(super) fn claim(&self) -> serde_json::Value {
        let (name, hash) = self.member();
        serde_json::json!({ name: hash })
    }

    /// What a token's `cnf` says.
    ///
    /// # Errors
    /// `token.binding` for one that is not understood: it would be a binding that nobody checks.
    pub(super) fn of(claims: &Claims) -> Result<Option<Self>, Error> {
        let said =
            "cnf is no binding that is understood here: an object with jkt or x5t#S256, and nothing else";
        let bad = || Error::new(Code::TokenBinding, said).at_field("payload/cnf");
        let Some(claim) = claims.get("cnf") else { return Ok(None) };
        let Value::Object(members) = claim else { return Err(bad()) };
        only(members).map(Some).ok_or_else(bad)
    }
}

fn is_hash(text: &str) -> bool {
    let mut bytes = Vec::new();
    base64url::decode(text.as_bytes(), &mut bytes).is_some() && bytes.len() == 32
}

fn only(members: &Object) -> Option<Binding> {
    let (name, value) = members.iter().next().filter(|_| members.len() == 1)?;
    let hash = value.text().filter(|hash| is_hash(hash))?.to_owned();
    match name {
        "jkt" => Some(Binding::Key(hash)),
        "x5t#S256" => Some(Binding::Certificate(hash)),
        _ => None,
    }
}

/// Holds a token against the key that whoever brought it has shown. A token that is bound to nothing needs none.
///
/// # Errors
/// `token.binding` where the token is bound to another key, or to one and none was shown.
pub fn is_bound_to(claims: &Claims, shown: Option<&Binding>) -> Result<(), Error> {
    match Binding::of(claims)? {
        None => Ok(()),
        Some(bound) if shown.is_some_and(|shown| bound.is(shown)) => Ok(()),
        Some(_) => {
            let said = "the token is bound to a key that was not shown";
            Err(Error::new(Code::TokenBinding, said).at_field("payload/cnf"))
        }
    }
}
