//! What areas of tokens share: keys, algorithms, and states that the host's store keeps.

use crate::call::Call;
use crate::fault::Fault;
use crate::schema::Type::{List, Map, Secret, Text, Whole, Word};
use crate::schema::{Field, Type, check, may, must, trust, words};
use payymo::crypto::{Algorithm, Family, Secret as SecretBytes};
use payymo::token::{Key, KeySet, SigningKey};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Fields of operations that take the keys of a verifier.
pub const JWKS: Field =
    may("jwks", Secret, "A JSON Web Key Set, as an issuer publishes it; one of secrets is a secret.");
pub const KEYS: Field = may("keys", List(&trust::PUBLIC_KEY_TYPE), "Public keys, each with its algorithm.");
pub const SECRETS: Field = may(
    "secrets",
    Map(&Secret),
    "Secrets of HMAC by their ids, as long as the hash at least; for bytes that are no text a JWK in `jwks`.",
);
/// Fields of operations that take a key that signs.
pub const PEM: Field = may("pem", Secret, "The key in PEM: PRIVATE KEY (PKCS #8) or RSA PRIVATE KEY.");
pub const JWK: Field = may("jwk", Secret, "The key as a JSON Web Key with its private members.");
pub const SECRET: Field = may("secret", Secret, "The secret of an HMAC, as long as its hash at least.");
pub const KEY_ID: Field = may("key_id", Text, "Its id, which tokens name as `kid`.");
pub const ALGORITHM: Field = must("algorithm", ALGORITHM_TYPE, "The one algorithm that it signs with.");
pub const NOW: Field = must("now", Whole, "The time: seconds since 1970.");
pub const STATE: Field = must("state", Text, "The state, as the host's store holds it.");

const ALGORITHM_TYPE: Type = Word(&words::SIGNATURE_ALGORITHM);

/// What can be wrong with keys.
pub const KEY_ERRORS: &[&str] = &[
    "input.options",
    "crypto.unsupported",
    "crypto.failed",
    "key.syntax",
    "key.kind",
    "key.weak",
    "key.roca",
    "key.small_order",
    "key.use",
    "key.algorithm",
    "key.private",
    "key.duplicate_id",
    "key.set_mixed",
    "key.none",
];

/// An algorithm of the table of words.
pub fn algorithm(name: &str, field: &str) -> Result<Algorithm, Fault> {
    // Checked before: what is left is a word that the core does not know.
    Algorithm::parse(name).ok_or_else(|| Fault::field(field, "no algorithm of this library"))
}

#[derive(Deserialize)]
struct PublicKey {
    pem: Option<String>,
    jwk: Option<String>,
    algorithm: String,
    id: Option<String>,
}

impl PublicKey {
    fn read(self, path: &str) -> Result<Key, Fault> {
        let algorithm = algorithm(&self.algorithm, &format!("{path}/algorithm"))?;
        if algorithm.family() == Family::Hmac {
            return Err(Fault::field(path, "a secret is no public key: it belongs into secrets, or a set"));
        }
        let key = match (&self.pem, &self.jwk) {
            (Some(pem), None) => Key::from_pem(pem, algorithm),
            (None, Some(jwk)) => Key::from_jwk(jwk, algorithm),
            _ => return Err(Fault::field(path, "give pem or jwk, one of both")),
        };
        let key = key.map_err(|error| error.at_field(path))?;
        Ok(match self.id {
            Some(id) => key.with_id(id),
            None => key,
        })
    }
}

/// The keys of a verifier, for these algorithms.
pub fn key_set(call: &Call<'_>, allowed: &[Algorithm]) -> Result<KeySet, Fault> {
    let jwks: Option<String> = call.maybe("jwks")?;
    let keys: Option<Vec<PublicKey>> = call.maybe("keys")?;
    let secrets: Option<BTreeMap<String, String>> = call.maybe("secrets")?;
    match (jwks, keys, secrets) {
        (Some(jwks), None, None) => Ok(KeySet::from_jwks(&jwks, allowed)?),
        (None, Some(keys), None) if keys.is_empty() => {
            Err(Fault::field("/keys", "no key: no token would hold"))
        }
        (None, None, Some(secrets)) if secrets.is_empty() => {
            Err(Fault::field("/secrets", "no secret: no token would hold"))
        }
        (None, Some(keys), None) => {
            let read = |(at, key): (usize, PublicKey)| key.read(&format!("/keys/{at}"));
            Ok(KeySet::new(keys.into_iter().enumerate().map(read).collect::<Result<_, _>>()?)?)
        }
        (None, None, Some(secrets)) => of_secrets(secrets, allowed),
        _ => Err(Fault::field("", "give jwks, keys or secrets, one of them")),
    }
}

fn of_secrets(secrets: BTreeMap<String, String>, allowed: &[Algorithm]) -> Result<KeySet, Fault> {
    let [algorithm] = allowed else {
        return Err(Fault::field(
            "/policy/algorithms",
            "secrets are of one algorithm: HS256, HS384 or HS512",
        ));
    };
    let read = |(id, secret): (String, String)| {
        let key = Key::from_secret(&SecretBytes::new(secret.into_bytes()), *algorithm);
        // The name of a member is the host's own word for it.
        key.map(|key| key.with_id(&id)).map_err(|error| error.at_field(check::pointer("/secrets", &id)))
    };
    Ok(KeySet::new(secrets.into_iter().map(read).collect::<Result<_, _>>()?)?)
}

/// The key that signs.
pub fn signing_key(call: &Call<'_>) -> Result<SigningKey, Fault> {
    let algorithm = algorithm(&call.must::<String>("algorithm")?, "/algorithm")?;
    let [pem, jwk, secret] = ["pem", "jwk", "secret"].map(|name| call.maybe::<String>(name));
    let key = match (pem?, jwk?, secret?) {
        (Some(pem), None, None) => SigningKey::from_pem(&pem, algorithm)?,
        (None, Some(jwk), None) => SigningKey::from_jwk(&jwk, algorithm)?,
        (None, None, Some(secret)) => {
            SigningKey::from_secret(&SecretBytes::new(secret.into_bytes()), algorithm)?
        }
        _ => return Err(Fault::field("", "give pem, jwk or secret, one of them")),
    };
    Ok(match call.maybe::<String>("key_id")? {
        Some(id) => key.with_id(id),
        None => key,
    })
}

/// The set that holds what a key signs: its public half, or its secret.
pub fn own_keys(call: &Call<'_>, key: &SigningKey) -> Result<KeySet, Fault> {
    let algorithm = key.algorithm();
    let secret = call.maybe::<String>("secret")?.filter(|_| algorithm.family() == Family::Hmac);
    let own = match (secret, call.maybe::<String>("jwk")?) {
        (Some(secret), _) => Key::from_secret(&SecretBytes::new(secret.into_bytes()), algorithm)?,
        (None, Some(jwk)) if algorithm.family() == Family::Hmac => Key::from_jwk(&jwk, algorithm)?,
        _ => Key::from_jwk(&key.verifying().to_jwk()?, algorithm)?,
    };
    let own = match key.verifying().id() {
        Some(id) => own.with_id(id),
        None => own,
    };
    Ok(KeySet::new(vec![own])?)
}

/// A state that the host's store kept.
pub fn state_of<T: DeserializeOwned>(call: &Call<'_>) -> Result<Option<T>, Fault> {
    let text: Option<String> = call.maybe("state")?;
    let read = |text: String| {
        serde_json::from_str(&text)
            .map_err(|_| Fault::field("/state", "a text that an operation of this area gave as state"))
    };
    text.map(read).transpose()
}

/// The same where it must be there.
pub fn must_state<T: DeserializeOwned>(call: &Call<'_>) -> Result<T, Fault> {
    state_of(call)?.ok_or_else(|| Fault::field("/state", "it is missing"))
}

/// A state for the host's store.
#[derive(Serialize)]
pub struct StateWrite {
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<u64>,
    revision: u64,
    state: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    keep_until: Option<i64>,
}

impl StateWrite {
    /// To be written where the store holds `expected`; `None` where it holds nothing.
    pub fn new(
        expected: Option<u64>,
        revision: u64,
        state: &impl Serialize,
        keep_until: Option<i64>,
    ) -> Result<Self, Fault> {
        let state =
            serde_json::to_string(state).map_err(|_| Fault::field("/state", "a state that JSON holds"))?;
        Ok(StateWrite { expected, revision, state, keep_until })
    }
}
