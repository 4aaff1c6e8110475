//! Sets of keys: what an issuer publishes (RFC 7517 section 5), and what a verifier holds.

use super::{Key, jwk};
use crate::crypto::{Algorithm, Family};
use crate::error::{Code, Error};
use crate::token::header::Header;
use crate::token::json::{self, Value};

/// Characters of a set.
const LONGEST: usize = 1 << 20;
/// Keys of a set.
const MOST: usize = 256;
/// Keys that are tried for a token that names none.
const TRIED: usize = 4;

/// Keys that check signatures, each with an id of its own, either all public or all secret.
///
/// ```
/// use payymo::crypto::Algorithm;
/// use payymo::token::KeySet;
/// let jwks = r#"{"keys": [{"kty": "OKP", "crv": "Ed25519", "kid": "a",
///     "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}"#;
/// let keys = KeySet::from_jwks(jwks, &[Algorithm::Ed25519])?;
/// assert_eq!(keys.keys().len(), 1);
/// assert_eq!(keys.keys()[0].thumbprint(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
/// # Ok::<(), payymo::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct KeySet {
    keys: Vec<Key>,
    skipped: Vec<Error>,
}

impl KeySet {
    /// Of some keys.
    ///
    /// # Errors
    /// `key.duplicate_id`, `key.set_mixed`.
    pub fn new(keys: Vec<Key>) -> Result<Self, Error> {
        let mut ids: Vec<&str> = keys.iter().filter_map(Key::id).collect();
        ids.sort_unstable();
        if ids.windows(2).any(|pair| pair.first() == pair.last()) {
            return Err(Error::new(Code::KeyDuplicateId, "two keys of one set have the same id"));
        }
        let secrets = keys.iter().filter(|key| key.family() == Family::Hmac).count();
        if secrets != 0 && secrets != keys.len() {
            return Err(Error::new(
                Code::KeySetMixed,
                "secrets and public keys in one set: use a set for each",
            ));
        }
        Ok(KeySet { keys, skipped: Vec::new() })
    }

    /// A JSON Web Key Set. A key that no allowed algorithm takes, that is there for something else, or that is too weak, is left out and
    /// said so ([`skipped`](Self::skipped)).
    ///
    /// # Errors
    /// `key.syntax` where it is no set; `key.duplicate_id`, `key.set_mixed`; `key.none` where no key is left.
    pub fn from_jwks(text: &str, allowed: &[Algorithm]) -> Result<Self, Error> {
        let bad = |said: &str| Error::new(Code::KeySyntax, said).at_field("keys");
        if text.len() > LONGEST {
            return Err(bad("a set of keys beyond 1 MiB"));
        }
        let set = json::object(text.as_bytes(), Code::KeySyntax)?;
        let Some(Value::List(list)) = set.get("keys") else {
            return Err(bad("not a set: keys is missing, or no list"));
        };
        if list.len() > MOST {
            return Err(bad("more than 256 keys"));
        }
        // Whether the set is sound is said of all its keys, of those too that are left out.
        let (mut ids, mut secrets, mut public) = (Vec::new(), false, false);
        for value in list {
            let Value::Object(members) = value else { continue };
            match jwk::family(members) {
                Ok(Some(Family::Hmac)) => secrets = true,
                Ok(_) => public = true,
                Err(_) => {}
            }
            if let Ok(Some(id)) = jwk::id(members) {
                if ids.contains(&id) {
                    return Err(Error::new(Code::KeyDuplicateId, "two keys of one set have the same id"));
                }
                ids.push(id);
            }
        }
        if secrets && public {
            return Err(Error::new(
                Code::KeySetMixed,
                "secrets and public keys in one set: use a set for each",
            ));
        }
        let (mut keys, mut skipped) = (Vec::new(), Vec::new());
        for (at, value) in list.iter().enumerate() {
            let read = match value {
                Value::Object(members) => jwk::key(members, allowed),
                _ => Err(Error::new(Code::KeySyntax, "not a JSON object")),
            };
            match read {
                Ok(key) => keys.push(key),
                Err(error) => {
                    let member =
                        error.place().field.as_deref().map(|field| format!("/{field}")).unwrap_or_default();
                    skipped.push(error.at_field(format!("keys/{at}{member}")));
                }
            }
        }
        if keys.is_empty() {
            let first = skipped.first().map(|error| format!("; the first is left out: {}", error.message()));
            let said = format!("no key of the set can be used{}", first.unwrap_or_default());
            return Err(Error::new(Code::KeyNone, said));
        }
        Ok(KeySet { keys, skipped })
    }

    /// The keys.
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// Why keys of the set were left out.
    pub fn skipped(&self) -> &[Error] {
        &self.skipped
    }

    /// The keys under which a token may be signed: that which it names, or the first that take its algorithm where either says no id.
    pub(crate) fn candidates<'k, 'h>(
        &'k self,
        header: &'h Header,
    ) -> impl Iterator<Item = &'k Key> + use<'k, 'h> {
        let fits = move |key: &&Key| {
            let named = header.key_id.as_deref().is_none_or(|id| key.id().is_none_or(|own| own == id));
            named && key.algorithms().any(|one| one == header.algorithm)
        };
        self.keys.iter().filter(fits).take(TRIED)
    }
}
