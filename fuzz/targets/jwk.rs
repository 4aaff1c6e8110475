//! Keys from outside as JSON: what is taken has the same thumbprint however it is spelled.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payymo::crypto::Algorithm;
use payymo::token::{Key, KeySet, SigningKey};
use serde_json::Value;

fuzz_target!(|text: &str| {
    for algorithm in Algorithm::ALL {
        let Ok(key) = Key::from_jwk(text, algorithm) else { continue };
        assert_eq!(key.algorithms().collect::<Vec<_>>(), [algorithm]);
        // Members in another order, without white space and escapes, and without those that say nothing of the key itself.
        let Ok(Value::Object(mut members)) = serde_json::from_str(text) else {
            panic!("a key that is no JSON")
        };
        let again =
            Key::from_jwk(&Value::Object(members.clone()).to_string(), algorithm).expect("the same key");
        assert_eq!((again.id(), again.thumbprint()), (key.id(), key.thumbprint()));
        members.retain(|name, _| ["kty", "n", "e", "crv", "x", "y", "k"].contains(&name.as_str()));
        let bare = Key::from_jwk(&Value::Object(members).to_string(), algorithm).expect("the same key");
        assert_eq!(bare.thumbprint(), key.thumbprint());
        let set = KeySet::from_jwks(&format!(r#"{{"keys":[{text}]}}"#), &[algorithm]).expect("a set of it");
        assert_eq!(set.keys()[0].thumbprint(), key.thumbprint());
    }
    for algorithm in [Algorithm::Rs256, Algorithm::Es256, Algorithm::Es384, Algorithm::Ed25519] {
        let _ = SigningKey::from_jwk(text, algorithm);
        if let Ok(set) = KeySet::from_jwks(text, &[algorithm]) {
            assert!(
                !set.keys().is_empty() && set.keys().iter().all(|key| key.family() == algorithm.family())
            );
        }
    }
});
