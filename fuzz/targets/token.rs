//! Any bytes as a token under fixed keys: refused, always in the same way, unless they are the one token that was signed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payymo::crypto::{Algorithm, Secret};
use payymo::token::{Expected, Key, KeySet, Policy, SigningKey, open, open_detached, sign, verify};

const NOW: i64 = 1_800_000_000;
/// The claims of the one token that may be accepted.
const CLAIMS: &str = r#"{"iss":"shop","aud":"billing","exp":1800000600}"#;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let secret = Secret::new(vec![7; 32]);
    let keys = KeySet::new(vec![Key::from_secret(&secret, Algorithm::Hs256).expect("a key")]).expect("a set");
    let policy = Policy::new(vec![Algorithm::Hs256], Expected::exactly("shop"), Expected::exactly("billing"));
    let signing = SigningKey::from_secret(&secret, Algorithm::Hs256).expect("a key");
    let right = sign(&signing, "JWT", CLAIMS.as_bytes()).expect("signed");
    assert!(verify(&right, &keys, &policy, NOW).is_ok());

    // As it comes, and as the header and the claims of a token whose signature is that of another.
    let (front, signature) = right.rsplit_once('.').expect("a point");
    let (header, _) = front.split_once('.').expect("a point");
    for token in [text.to_string(), format!("{text}.{signature}"), format!("{header}.{text}.{signature}")] {
        let answer = verify(&token, &keys, &policy, NOW);
        assert!(answer == verify(&token, &keys, &policy, NOW), "the same twice");
        match answer {
            Ok(_) => assert_eq!(token, right),
            Err(error) => assert!(!error.message().is_empty()),
        }
        assert!(open(&token, &keys, &policy.algorithms).is_err() || token == right);
        let _ = open_detached(&token, bytes, &keys, &policy.algorithms);
    }
    // What is signed is what a verifier takes, or a claim stands against it.
    if let Ok(signed) = sign(&signing, "JWT", bytes) {
        assert!(open(&signed, &keys, &policy.algorithms).is_ok_and(|opened| opened.payload == bytes));
    }
});
