//! Sets of keys: what an issuer publishes (RFC 7517 section 5), and what a verifier holds.

use super::jwk;
use super::verifying::Key;
use crate::crypto::{Algorithm, Family};
use crate::error::{Code, Error};
use crate::token::header::{Header, LONGEST_ID};
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

/// Keys under which a token may be signed.
pub(crate) struct Candidates<'k> {
    keys: [Option<&'k Key>; TRIED],
    /// Whether there are more, which are not tried: a token is no reason for any amount of work.
    pub(crate) more: bool,
}

impl<'k> Candidates<'k> {
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'k Key> {
        self.keys.iter().copied().flatten()
    }
}

impl KeySet {
    /// Of some keys.
    ///
    /// # Errors
    /// `key.none` for none, `key.syntax` for more than 256 and for an id that no token can name, `key.duplicate_id`, `key.set_mixed`.
    pub fn new(keys: Vec<Key>) -> Result<Self, Error> {
        if keys.is_empty() {
            return Err(Error::new(Code::KeyNone, "no key: no token would hold"));
        }
        if keys.len() > MOST {
            return Err(Error::new(Code::KeySyntax, "more than 256 keys"));
        }
        if keys.iter().filter_map(Key::id).any(|id| id.is_empty() || id.len() > LONGEST_ID) {
            return Err(Error::new(Code::KeySyntax, "an id that is empty, or longer than 256 bytes"));
        }
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
        let set = json::secret_object(text.as_bytes(), Code::KeySyntax)?;
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
                Value::Object(members) => Key::from_members(members, allowed),
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

    /// The same with one key more, such as that which an issuer signs with itself.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn with_key(self, key: &Key) -> Result<Self, Error> {
        let Self { mut keys, skipped } = self;
        let same = |known: &Key| known.thumbprint() == key.thumbprint() && known.id() == key.id();
        if !keys.iter().any(same) {
            keys.push(key.clone());
        }
        Ok(KeySet { skipped, ..Self::new(keys)? })
    }

    /// The keys.
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// Why keys of the set were left out.
    pub fn skipped(&self) -> &[Error] {
        &self.skipped
    }

    /// The keys under which a token may be signed: that which it names, else the first of those that take its algorithm where either says no
    /// id.
    pub(crate) fn candidates(&self, header: &Header) -> Candidates<'_> {
        let takes = |key: &&Key| key.algorithms().any(|one| one == header.algorithm);
        let named = |id: &str| self.keys.iter().find(|key| key.id() == Some(id));
        if let Some(key) = header.key_id().and_then(named) {
            let mut one = Some(key).filter(takes);
            return Candidates { keys: core::array::from_fn(|_| one.take()), more: false };
        }
        let nameless = |key: &&Key| header.key_id().is_none() || key.id().is_none();
        let mut fits = self.keys.iter().filter(nameless).filter(takes);
        let keys = core::array::from_fn(|_| fits.next());
        Candidates { keys, more: fits.next().is_some() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::Secret;

    fn key(byte: u8, id: Option<&str>) -> Key {
        let key = Key::from_secret(&Secret::new(vec![byte; 32]), Algorithm::Hs256).unwrap();
        if let Some(id) = id { key.with_id(id) } else { key }
    }

    fn header(id: &str) -> Header {
        let id = if id.is_empty() { String::new() } else { format!(r#","kid":"{id}""#) };
        Header::parse(format!(r#"{{"alg":"HS256"{id}}}"#).as_bytes()).unwrap()
    }

    #[test]
    fn the_key_that_is_named_is_the_one_that_counts() {
        let nameless = (0..6).map(|byte| key(byte, None));
        let set = KeySet::new(nameless.chain([key(9, Some("a")), key(8, Some("b"))]).collect()).unwrap();
        let ids = |id: &str| {
            let found = set.candidates(&header(id));
            (found.keys().map(|key| key.id().unwrap_or_default()).collect::<Vec<_>>(), found.more)
        };
        assert_eq!(ids("a"), (vec!["a"], false));
        assert_eq!(ids("b"), (vec!["b"], false));
        assert_eq!(ids("c"), (vec![""; 4], true));
        assert_eq!(ids(""), (vec![""; 4], true));
        for id in ["", &"a".repeat(257)] {
            assert_eq!(KeySet::new(vec![key(1, Some(id))]).unwrap_err().code(), Code::KeySyntax);
        }
        let many = (0..=MOST).map(|_| key(1, None)).collect();
        assert_eq!(KeySet::new(many).unwrap_err().code(), Code::KeySyntax);
        assert_eq!(KeySet::new(Vec::new()).unwrap_err().code(), Code::KeyNone);
        let few = KeySet::new(vec![key(1, Some("a")), key(2, Some("b"))]).unwrap();
        let found = few.candidates(&header("c"));
        assert!(found.keys().next().is_none() && !found.more);
        assert_eq!(few.candidates(&header("")).keys().count(), 2);
    }
}
