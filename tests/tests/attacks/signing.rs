//! Keys that are to sign and must not.

use super::forge::{SECRET, changed, encoded, jwk, private, public};
use payymo::Code;
use payymo::crypto::Algorithm::{self, Ed25519, Es256, Es384, Es512, Hs256, Ps256, Rs256};
use payymo::crypto::Secret;
use payymo::token::{SigningKey, sign};
use serde_json::json;

fn pem(text: &str, algorithm: Algorithm) -> Result<SigningKey, Code> {
    SigningKey::from_pem(text, algorithm).map_err(|error| error.code())
}

#[test]
fn each_is_refused_with_its_reason() {
    for (name, algorithm, code) in [
        ("rsa1024", Rs256, Code::KeyWeak),
        ("rsa_e3", Rs256, Code::KeyWeak),
        ("rsa", Es256, Code::KeyKind),
        ("rsa", Ed25519, Code::KeyKind),
        ("rsa", Hs256, Code::KeyKind),
        ("rsa-pkcs1", Es256, Code::KeyKind),
        ("rsa-pkcs1", Hs256, Code::KeyKind),
        ("p256", Rs256, Code::KeyKind),
        ("p256", Es384, Code::KeyKind),
        ("p384", Es256, Code::KeyKind),
        ("p521", Es256, Code::KeyKind),
        ("p521", Es512, Code::CryptoUnsupported),
        ("ed25519", Es256, Code::KeyKind),
        ("p256", Ed25519, Code::KeyKind),
        ("p256-sec1", Es256, Code::KeySyntax),
        ("p256-encrypted", Es256, Code::KeySyntax),
    ] {
        assert_eq!(pem(&private(name), algorithm).err(), Some(code), "{name} for {algorithm}");
    }
    for (name, algorithm) in
        [("rsa", Rs256), ("rsa-pkcs1", Ps256), ("p256", Es256), ("p384", Es384), ("ed25519", Ed25519)]
    {
        assert!(pem(&private(name), algorithm).is_ok(), "{name}");
    }
    assert_eq!(pem(&public("rsa"), Rs256).err(), Some(Code::KeySyntax));
    let whole = private("p256");
    for text in [
        String::new(),
        "x".repeat(200_000),
        whole[..whole.len() / 2].to_owned(),
        whole.replacen("MI", "MA", 1),
        whole.repeat(2),
    ] {
        assert_eq!(pem(&text, Es256).err(), Some(Code::KeySyntax), "{} characters", text.len());
    }
}

/// A private key and a public one that do not belong together: what is signed under it would tell the secret.
#[test]
fn halves_of_different_keys() {
    let code = |text: &str, algorithm| SigningKey::from_jwk(text, algorithm).err().map(|error| error.code());
    let swapped = changed(jwk(Ed25519), json!({"d": encoded([7; 32])}));
    assert_eq!(code(&swapped, Ed25519), Some(Code::KeySyntax));
    for d in [encoded([7; 32]), encoded([0; 32]), encoded([0xff; 32]), encoded([7; 31]), String::new()] {
        let swapped = changed(jwk(Es256), json!({"d": d}));
        assert_eq!(code(&swapped, Es256), Some(Code::KeySyntax));
    }
    let numbers = json!({"d": "Aw", "p": "Aw", "q": "BQ", "dp": "AQ", "dq": "AQ", "qi": "AQ"});
    assert_eq!(code(&changed(jwk(Rs256), numbers), Rs256), Some(Code::KeySyntax));
    assert_eq!(code(&changed(jwk(Rs256), json!({"d": "Aw"})), Rs256), Some(Code::KeySyntax));
    assert_eq!(code(&changed(jwk(Rs256), json!({"d": "Aw", "oth": []})), Rs256), Some(Code::KeySyntax));
    assert_eq!(code(&changed(jwk(Rs256), json!({"use": "enc"})), Rs256), Some(Code::KeyUse));
    assert_eq!(code(&changed(jwk(Rs256), json!({"alg": "PS256"})), Rs256), Some(Code::KeyAlgorithm));
    assert_eq!(code(&changed(jwk(Rs256), json!({"e": "Aw"})), Rs256), Some(Code::KeyWeak));
    assert_eq!(code(&changed(jwk(Hs256), json!({})), Hs256), None, "a secret signs");
    assert_eq!(code(&changed(jwk(Hs256), json!({})), Rs256), Some(Code::KeyKind));
}

/// What no verifier takes is not signed.
#[test]
fn tokens_that_nobody_would_take() {
    let secret = Secret::new(SECRET.to_vec());
    let key = || SigningKey::from_secret(&secret, Hs256).expect("a key");
    let code =
        |key: &SigningKey, claims: &str| sign(key, "JWT", claims.as_bytes()).err().map(|error| error.code());
    assert_eq!(code(&key(), r#"{"exp":1}"#), None);
    assert_eq!(code(&key(), r#"{"exp":"1"}"#), Some(Code::TokenClaim));
    assert_eq!(code(&key(), r#"{"exp":1,"exp":1}"#), Some(Code::TokenJson));
    assert_eq!(code(&key(), &format!(r#"{{"a":"{}"}}"#, "x".repeat(20_000))), Some(Code::TokenTooLarge));
    for id in [String::new(), "k".repeat(257)] {
        assert_eq!(code(&key().with_id(id), "{}"), Some(Code::TokenHeader));
    }
}
