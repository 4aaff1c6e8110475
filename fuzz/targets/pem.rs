//! Keys and bundles from outside in PEM and DER: a key is taken for the algorithms of its kind alone, and is the same in every document.
#![no_main]

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use libfuzzer_sys::fuzz_target;
use payymo::certificate::Bundle;
use payymo::crypto::{Algorithm, Secret};
use payymo::token::{Key, KeySet, SigningKey, open, sign};

/// One of each kind of private key: what an RSA key is checked for takes long, and is the same for all of its algorithms.
const SIGNING: [Algorithm; 4] = [Algorithm::Rs256, Algorithm::Es256, Algorithm::Es384, Algorithm::Ed25519];

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let [spki, pkcs1] = ["PUBLIC KEY", "RSA PUBLIC KEY"].map(|label| pem(label, bytes));
    for algorithm in Algorithm::ALL {
        public(Key::from_pem(&text, algorithm), algorithm);
        let documents = [
            public(Key::from_pem(&spki, algorithm), algorithm),
            public(Key::from_pem(&pkcs1, algorithm), algorithm),
        ];
        let der = public(Key::from_der(bytes, algorithm), algorithm);
        assert_eq!(der, documents.into_iter().flatten().next(), "DER and PEM of one key");
    }
    let wrapped = ["PRIVATE KEY", "RSA PRIVATE KEY"].map(|label| pem(label, bytes));
    for algorithm in SIGNING {
        private(&text, algorithm);
        for pem in &wrapped {
            if private(pem, algorithm) {
                assert!(Key::from_der(bytes, algorithm).is_err(), "a private key is no public one");
            }
        }
    }
    if bytes.trim_ascii_start().starts_with(b"-----BEGIN ") {
        assert!(Key::from_secret(&Secret::new(bytes.to_vec()), Algorithm::Hs256).is_err(), "PEM as a secret");
    }
    bundle(bytes, &text);
});

/// A document in PEM, with lines as they are due.
fn pem(label: &str, der: &[u8]) -> String {
    let mut text = format!("-----BEGIN {label}-----\n");
    for line in STANDARD.encode(der).as_bytes().chunks(64) {
        text.extend(line.iter().map(|byte| char::from(*byte)));
        text.push('\n');
    }
    text + &format!("-----END {label}-----\n")
}

/// The thumbprint of a key that was taken.
fn public(key: Result<Key, payymo::Error>, algorithm: Algorithm) -> Option<String> {
    match key {
        Ok(key) => {
            assert_eq!(key.family(), algorithm.family());
            let back = Key::from_jwk(&key.to_jwk().expect("a public key"), algorithm).expect("the same key");
            assert_eq!(back.thumbprint(), key.thumbprint());
            Some(key.thumbprint().to_owned())
        }
        Err(error) => {
            assert!(!error.message().is_empty());
            None
        }
    }
}

/// Whether a private key was taken, which then signs what its public half verifies.
fn private(pem: &str, algorithm: Algorithm) -> bool {
    let Ok(key) = SigningKey::from_pem(pem, algorithm) else { return false };
    assert!(Key::from_pem(pem, algorithm).is_err(), "a private key is no public one");
    assert_eq!(key.verifying().family(), algorithm.family());
    let keys = format!(r#"{{"keys":[{}]}}"#, key.verifying().to_jwk().expect("a public key"));
    let keys = KeySet::from_jwks(&keys, &[algorithm]).expect("a set of it");
    let token = sign(&key, "JWT", b"{}").expect("signed");
    assert!(open(&token, &keys, &[algorithm]).is_ok());
    true
}

/// A bundle holds no private key, and written again it is the same.
fn bundle(bytes: &[u8], text: &str) {
    match Bundle::parse(bytes) {
        Ok(bundle) => {
            let private = |line: &str| line.starts_with("-----BEGIN ") && line.ends_with(" PRIVATE KEY-----");
            assert!(!text.lines().any(private), "a private key in a bundle");
            let certificates = bundle.certificates.iter().map(|der| pem("CERTIFICATE", der));
            let lists = bundle.lists.iter().map(|der| pem("X509 CRL", der));
            let again: String = certificates.chain(lists).collect();
            let again = Bundle::parse(again.as_bytes()).expect("the same bundle");
            assert_eq!((&again.certificates, &again.lists), (&bundle.certificates, &bundle.lists));
            assert_eq!(again.order(), bundle.order());
            assert!(again.repeated.is_empty());
        }
        Err(error) => assert!(!error.message().is_empty()),
    }
}
