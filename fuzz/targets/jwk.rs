//! Keys from outside as JSON, public, private and in sets: what is taken is the same key however it is spelled, and signs what it verifies.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payymo::crypto::{Algorithm, Family};
use payymo::token::{Key, KeySet, SigningKey, open, sign};
use serde_json::Value;

/// Members that make a key what it is (RFC 7638 section 3.2).
const BARE: [&str; 7] = ["kty", "n", "e", "crv", "x", "y", "k"];

fuzz_target!(|text: &str| {
    for algorithm in Algorithm::ALL {
        match Key::from_jwk(text, algorithm) {
            Ok(key) => public(text, &key, algorithm),
            Err(error) => assert!(!error.message().is_empty()),
        }
        match SigningKey::from_jwk(text, algorithm) {
            Ok(key) => private(text, &key, algorithm),
            Err(error) => assert!(!error.message().is_empty()),
        }
        set(text, &[algorithm]);
    }
    for family in [Family::Rsa, Family::Ec, Family::Okp, Family::Hmac] {
        let all: Vec<Algorithm> = Algorithm::ALL.into_iter().filter(|one| one.family() == family).collect();
        set(text, &all);
    }
    set(text, &Algorithm::ALL);
});

fn public(text: &str, key: &Key, algorithm: Algorithm) {
    assert_eq!(key.algorithms().collect::<Vec<_>>(), [algorithm]);
    // Members in another order, without white space and escapes, and without those that say nothing of the key itself.
    let Ok(Value::Object(mut members)) = serde_json::from_str(text) else { panic!("a key that is no JSON") };
    let again = Key::from_jwk(&Value::Object(members.clone()).to_string(), algorithm).expect("the same key");
    assert_eq!((again.id(), again.thumbprint()), (key.id(), key.thumbprint()));
    members.retain(|name, _| BARE.contains(&name.as_str()));
    let bare = Key::from_jwk(&Value::Object(members).to_string(), algorithm).expect("the same key");
    assert_eq!(bare.thumbprint(), key.thumbprint());
    let set = KeySet::from_jwks(&format!(r#"{{"keys":[{text}]}}"#), &[algorithm]).expect("a set of it");
    assert_eq!(set.keys()[0].thumbprint(), key.thumbprint());
    match key.to_jwk() {
        Ok(published) => {
            let back = Key::from_jwk(&published, algorithm).expect("the same key");
            assert_eq!((back.id(), back.thumbprint()), (key.id(), key.thumbprint()));
        }
        Err(_) => assert_eq!(key.family(), Family::Hmac, "only a secret is not published"),
    }
}

fn private(text: &str, key: &SigningKey, algorithm: Algorithm) {
    assert!(Key::from_jwk(text, algorithm).is_err(), "a private key is no public one");
    assert_eq!(key.algorithm(), algorithm);
    let published = key.verifying().to_jwk().expect("a public key");
    let secret: Value = serde_json::from_str(text).expect("JSON");
    let said: Value = serde_json::from_str(&published).expect("JSON");
    for member in ["d", "p", "q", "dp", "dq", "qi"] {
        assert!(said.get(member).is_none(), "a private member is published");
    }
    for member in ["n", "x", "y"] {
        assert_eq!(said.get(member), secret.get(member), "another key than the document says");
    }
    // A signature by RSA takes a millisecond: of six algorithms one is tried.
    if algorithm.family() != Family::Rsa || algorithm == Algorithm::Rs256 {
        let keys =
            KeySet::from_jwks(&format!(r#"{{"keys":[{published}]}}"#), &[algorithm]).expect("a set of it");
        let token = sign(key, "JWT", b"{}").expect("signed");
        assert!(open(&token, &keys, &[algorithm]).is_ok());
    }
}

fn set(text: &str, allowed: &[Algorithm]) {
    let set = match KeySet::from_jwks(text, allowed) {
        Ok(set) => set,
        Err(error) => return assert!(!error.message().is_empty()),
    };
    assert!(!set.keys().is_empty());
    for key in set.keys() {
        assert!(key.algorithms().count() > 0 && key.algorithms().all(|one| allowed.contains(&one)));
        assert!(key.algorithms().all(|one| one.family() == key.family()));
    }
    let secrets = set.keys().iter().filter(|key| key.family() == Family::Hmac).count();
    assert!(secrets == 0 || secrets == set.keys().len(), "secrets beside public keys");
    if let Ok(published) = set.to_jwks() {
        let back = KeySet::from_jwks(&published, allowed).expect("the same set");
        let told = |set: &KeySet| -> Vec<_> {
            set.keys().iter().map(|key| (key.id().map(str::to_owned), key.thumbprint().to_owned())).collect()
        };
        assert_eq!((told(&back), back.skipped().len()), (told(&set), 0));
    }
}
