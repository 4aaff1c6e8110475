//! What areas of tokens share: keys, algorithms, and states that the host's store keeps.

use crate::call::Call;
use crate::fault::{Fault, placed};
use crate::schema::Type::{List, Map, Secret, Text, Word};
use crate::schema::{Field, TIME, Type, check, may, must, trust, words};
use payymo::crypto::{Algorithm, Family, Secret as SecretBytes};
use payymo::token::{Key, KeySet, SigningKey};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use zeroize::Zeroizing;

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
pub const NOW: Field = must("now", TIME, "The time: seconds since 1970.");
pub const STATE: Field = must("state", Text, "The state, as the host's store holds it.");

const ALGORITHM_TYPE: Type = Word(&words::SIGNATURE_ALGORITHM);

/// What can be wrong with a key.
pub const KEY_ERRORS: &[&str] = &[
    "crypto.failed",
    "crypto.unsupported",
    "key.algorithm",
    "key.kind",
    "key.private",
    "key.roca",
    "key.small_order",
    "key.syntax",
    "key.use",
    "key.weak",
];

/// What can be wrong with the keys of a verifier.
pub const SET_ERRORS: &[&str] = &[
    "input.options",
    "crypto.failed",
    "crypto.unsupported",
    "key.algorithm",
    "key.duplicate_id",
    "key.kind",
    "key.none",
    "key.private",
    "key.roca",
    "key.set_mixed",
    "key.small_order",
    "key.syntax",
    "key.use",
    "key.weak",
];

/// Why keys of a set were left out, by their places in the request.
pub fn skipped(keys: &KeySet) -> Vec<payymo::Error> {
    keys.skipped().iter().map(|error| placed(error.clone(), "/jwks")).collect()
}

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
        let at = |member: &str| Fault::within(format!("{path}/{member}"));
        let key = match (&self.pem, &self.jwk) {
            (Some(pem), None) => Key::from_pem(pem, algorithm).map_err(at("pem"))?,
            (None, Some(jwk)) => Key::from_jwk(jwk, algorithm).map_err(at("jwk"))?,
            _ => return Err(Fault::field(path, "give pem or jwk, one of both")),
        };
        Ok(match self.id {
            Some(id) => key.with_id(id),
            None => key,
        })
    }
}

/// Secrets by the host's names.
pub type Secrets = BTreeMap<String, Zeroizing<String>>;

/// The bytes of a secret that is a text.
pub fn bytes(secret: &str) -> SecretBytes {
    SecretBytes::new(secret.as_bytes().to_vec())
}

/// The keys of a verifier, for these algorithms.
pub fn key_set(call: &Call<'_>, allowed: &[Algorithm]) -> Result<KeySet, Fault> {
    let jwks: Option<Zeroizing<String>> = call.maybe("jwks")?;
    let keys: Option<Vec<PublicKey>> = call.maybe("keys")?;
    let secrets: Option<Secrets> = call.maybe("secrets")?;
    match (jwks, keys, secrets) {
        (Some(jwks), None, None) => KeySet::from_jwks(&jwks, allowed).map_err(Fault::within("/jwks")),
        (None, Some(keys), None) => {
            let read = |(at, key): (usize, PublicKey)| key.read(&format!("/keys/{at}"));
            let keys = keys.into_iter().enumerate().map(read).collect::<Result<_, _>>()?;
            KeySet::new(keys).map_err(Fault::within("/keys"))
        }
        (None, None, Some(secrets)) => of_secrets(secrets, allowed),
        _ => Err(Fault::field("", "give jwks, keys or secrets, one of them")),
    }
}

fn of_secrets(secrets: Secrets, allowed: &[Algorithm]) -> Result<KeySet, Fault> {
    let [algorithm] = allowed else {
        return Err(Fault::field(
            "/policy/algorithms",
            "secrets are of one algorithm: HS256, HS384 or HS512",
        ));
    };
    let read = |(id, secret): (String, Zeroizing<String>)| {
        let key = Key::from_secret(&bytes(&secret), *algorithm);
        // The name of a member is the host's own word for it.
        key.map(|key| key.with_id(&id)).map_err(Fault::within(check::pointer("/secrets", &id)))
    };
    let keys = secrets.into_iter().map(read).collect::<Result<_, _>>()?;
    KeySet::new(keys).map_err(Fault::within("/secrets"))
}

/// The key that signs.
pub fn signing_key(call: &Call<'_>) -> Result<SigningKey, Fault> {
    let algorithm = algorithm(&call.must::<String>("algorithm")?, "/algorithm")?;
    let [pem, jwk, secret] = ["pem", "jwk", "secret"].map(|name| call.maybe::<Zeroizing<String>>(name));
    let key = match (pem?, jwk?, secret?) {
        (Some(pem), None, None) => SigningKey::from_pem(&pem, algorithm).map_err(Fault::within("/pem"))?,
        (None, Some(jwk), None) => SigningKey::from_jwk(&jwk, algorithm).map_err(Fault::within("/jwk"))?,
        (None, None, Some(secret)) => {
            SigningKey::from_secret(&bytes(&secret), algorithm).map_err(Fault::within("/secret"))?
        }
        _ => return Err(Fault::field("", "give pem, jwk or secret, one of them")),
    };
    Ok(match call.maybe::<String>("key_id")? {
        Some(id) => key.with_id(id),
        None => key,
    })
}

/// A state that the host's store kept.
pub fn state_of<T: DeserializeOwned>(call: &Call<'_>) -> Result<Option<T>, Fault> {
    let text: Option<String> = call.maybe("state")?;
    let read = |text: String| {
        serde_json::from_str(&text).map_err(|_| {
            Fault::field(
                "/state",
                "a text that an operation of this area gave as state, of a version that this library knows",
            )
        })
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
