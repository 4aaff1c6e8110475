//! Any bytes as tokens, under keys of every kind: as they come, and as header and payload of a token that is rightly signed. What is accepted is what
//! somebody who checks it with ring and serde_json alone accepts too.
//!
//! An input is a token, and with a line break a header before it and a payload behind it.
#![no_main]

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use libfuzzer_sys::fuzz_target;
use payymo::crypto::{Algorithm, Secret};
use payymo::token::session::{Binding, Sessions};
use payymo::token::{Expected, Key, KeySet, Policy, SigningKey, open, open_detached, sign, verify};
use ring::hmac;
use ring::rand::SystemRandom;
use ring::signature::{self, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RsaKeyPair, UnparsedPublicKey};
use serde_json::Value;
use std::sync::LazyLock;

const NOW: i64 = 1_800_000_000;
const SECRET: [u8; 64] = [7; 64];
/// The header of a payload that comes alone.
const HEADER: &[u8] = br#"{"alg":"HS256","typ":"JWT"}"#;
const RSA: [Algorithm; 6] = [
    Algorithm::Rs256,
    Algorithm::Rs384,
    Algorithm::Rs512,
    Algorithm::Ps256,
    Algorithm::Ps384,
    Algorithm::Ps512,
];
const MACS: [Algorithm; 3] = [Algorithm::Hs256, Algorithm::Hs384, Algorithm::Hs512];

macro_rules! pem {
    ($name:literal) => {
        include_str!(concat!("../../tests/trust/keys/", $name))
    };
}

/// What the verifier holds, and what a signer does.
struct Kit {
    /// A set and the rules for each kind of key.
    kinds: Vec<(KeySet, Policy)>,
    sessions: Sessions,
    shown: Binding,
    rsa: Vec<u8>,
    p256: EcdsaKeyPair,
    p384: EcdsaKeyPair,
    ed25519: Ed25519KeyPair,
    own: SigningKey,
    random: SystemRandom,
}

static KIT: LazyLock<Kit> = LazyLock::new(|| {
    let public = |pem: &str, algorithm, id: &str| Key::from_pem(pem, algorithm).expect("a key").with_id(id);
    let secret = Secret::new(SECRET.to_vec());
    let macs = MACS.map(|mac| Key::from_secret(&secret, mac).expect("a key").with_id(mac.as_str()));
    // One key for all that RSA does, without an id.
    let rsa =
        Key::from_pem(pem!("rsa.public.pem"), Algorithm::Rs256).expect("a key").to_jwk().expect("public");
    let rsa = format!(r#"{{"keys":[{}]}}"#, rsa.replace(r#""alg":"RS256","#, ""));
    let curves = vec![
        public(pem!("p256.public.pem"), Algorithm::Es256, "p256"),
        public(pem!("p384.public.pem"), Algorithm::Es384, "p384"),
    ];
    let ed25519 = public(pem!("ed25519.public.pem"), Algorithm::Ed25519, "ed25519");
    let policy = |algorithms: &[Algorithm]| {
        Policy::new(algorithms.to_vec(), Expected::exactly("shop"), Expected::exactly("billing"))
    };
    let kinds = vec![
        (KeySet::new(macs.into()).expect("a set"), policy(&MACS)),
        (KeySet::from_jwks(&rsa, &RSA).expect("a set"), policy(&RSA)),
        (KeySet::new(curves).expect("a set"), policy(&[Algorithm::Es256, Algorithm::Es384])),
        (KeySet::new(vec![ed25519]).expect("a set"), policy(&[Algorithm::Ed25519])),
    ];
    let random = SystemRandom::new();
    let curve = |algorithm, pem| EcdsaKeyPair::from_pkcs8(algorithm, &der(pem), &random).expect("a pair");
    Kit {
        kinds,
        sessions: Sessions::new("shop", "billing", "refresh", Algorithm::Hs256).expect("sessions"),
        shown: serde_json::from_value(serde_json::json!({ "jkt": "k".repeat(43) })).expect("a binding"),
        rsa: RsaKeyPair::from_pkcs8(&der(pem!("rsa.worthless-test-key.pem")))
            .expect("a pair")
            .public_key()
            .as_ref()
            .to_vec(),
        p256: curve(&signature::ECDSA_P256_SHA256_FIXED_SIGNING, pem!("p256.worthless-test-key.pem")),
        p384: curve(&signature::ECDSA_P384_SHA384_FIXED_SIGNING, pem!("p384.worthless-test-key.pem")),
        ed25519: Ed25519KeyPair::from_pkcs8_maybe_unchecked(&der(pem!("ed25519.worthless-test-key.pem")))
            .expect("a pair"),
        own: SigningKey::from_secret(&secret, Algorithm::Hs256).expect("a key"),
        random,
    }
});

fn der(pem: &str) -> Vec<u8> {
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    STANDARD.decode(body).expect("base64")
}

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    for (keys, policy) in &KIT.kinds {
        token(&text, keys, policy);
        detached(&text, bytes, keys, &policy.algorithms);
    }
    let cut = bytes.iter().position(|byte| *byte == b'\n');
    let (header, payload) = cut.map_or((HEADER, bytes), |cut| (&bytes[..cut], &bytes[cut + 1..]));
    signed(header, payload);
    // What is signed is what a verifier takes, or a claim stands against it.
    if let Ok(signed) = sign(&KIT.own, "JWT", payload) {
        let (keys, policy) = &KIT.kinds[0];
        assert!(open(&signed, keys, &policy.algorithms).is_ok_and(|opened| opened.payload == payload));
    }
});

/// A token whose signature is right, for as far as its header says how.
fn signed(header: &[u8], payload: &[u8]) {
    let said: Value = serde_json::from_slice(header).unwrap_or_default();
    let (header, body) = (URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload));
    let front = format!("{header}.{body}");
    let whole = format!("{front}.{}", URL_SAFE_NO_PAD.encode(signature(&said, front.as_bytes(), &SECRET)));
    let beside = beside(&said, &header, payload);
    let apart = format!("{header}..{}", URL_SAFE_NO_PAD.encode(signature(&said, &beside, &SECRET)));
    for (keys, policy) in &KIT.kinds {
        token(&whole, keys, policy);
        detached(&apart, payload, keys, &policy.algorithms);
    }
    let keys = &KIT.kinds[0].0;
    for shown in [None, Some(&KIT.shown)] {
        if let Ok(presented) = KIT.sessions.present(&whole, keys, "web", shown, NOW) {
            let claims: Value = serde_json::from_slice(payload).expect("JSON");
            assert!(claims["jti"] == presented.id && claims["family"] == presented.family);
            assert!(audience(&claims, "refresh") && presented.from.client == "web");
            let bound = claims.get("cnf").map(|_| serde_json::json!({ "jkt": "k".repeat(43) }));
            assert_eq!(claims.get("cnf"), bound.as_ref(), "bound to a key that was not shown");
            assert!(claims.get("cnf").is_none() || shown.is_some());
        }
    }
    if let Ok(verified) = verify(&whole, keys, &KIT.sessions.access_policy(), NOW) {
        let kind = said["typ"].as_str().map(str::to_ascii_lowercase).unwrap_or_default();
        assert!(["at+jwt", "application/at+jwt"].contains(&kind.as_str()) && verified.claims.id().is_some());
    }
    // A public key is no secret, however it is spelled.
    for (known, set) in [
        (pem!("rsa.public.pem").as_bytes(), 1),
        (&KIT.rsa, 1),
        (KIT.p256.public_key().as_ref(), 2),
        (KIT.ed25519.public_key().as_ref(), 3),
    ] {
        if said["alg"].as_str().is_some_and(|name| name.starts_with("HS")) {
            let tag = signature(&said, front.as_bytes(), known);
            let forged = format!("{front}.{}", URL_SAFE_NO_PAD.encode(tag));
            for (keys, policy) in [&KIT.kinds[0], &KIT.kinds[set]] {
                assert!(verify(&forged, keys, policy, NOW).is_err());
                assert!(open(&forged, keys, &policy.algorithms).is_err());
            }
        }
    }
}

/// A signature as a header asks for; for RSA, which takes a millisecond, one that is wrong.
fn signature(header: &Value, message: &[u8], secret: &[u8]) -> Vec<u8> {
    let mac = |algorithm| hmac::sign(&hmac::Key::new(algorithm, secret), message).as_ref().to_vec();
    let curve = |pair: &EcdsaKeyPair| pair.sign(&KIT.random, message).expect("signed").as_ref().to_vec();
    match header["alg"].as_str().unwrap_or_default() {
        "HS384" => mac(hmac::HMAC_SHA384),
        "HS512" => mac(hmac::HMAC_SHA512),
        "ES256" => curve(&KIT.p256),
        "ES384" => curve(&KIT.p384),
        "EdDSA" | "Ed25519" => KIT.ed25519.sign(message).as_ref().to_vec(),
        name if RSA.iter().any(|one| one.as_str() == name) => vec![1; 256],
        _ => mac(hmac::HMAC_SHA256),
    }
}

/// What is signed of content that stands beside its token (RFC 7797).
fn beside(said: &Value, header: &str, payload: &[u8]) -> Vec<u8> {
    let plain = said["b64"] == Value::Bool(false);
    let content = if plain { payload.to_vec() } else { URL_SAFE_NO_PAD.encode(payload).into_bytes() };
    [header.as_bytes(), b".", &content].concat()
}

/// A token under a set: what is accepted is signed and within the rules, for whoever checks alone.
fn token(token: &str, keys: &KeySet, policy: &Policy) {
    let opened = open(token, keys, &policy.algorithms);
    if let Ok(opened) = &opened {
        let (front, tag) = token.rsplit_once('.').expect("a point");
        let (header, payload) = front.split_once('.').expect("a point");
        is_signed(header, front.as_bytes(), tag, opened.algorithm, policy);
        assert_eq!(URL_SAFE_NO_PAD.decode(payload).as_ref(), Ok(&opened.payload));
    }
    let verified = verify(token, keys, policy, NOW);
    assert!(verified == verify(token, keys, policy, NOW), "the same twice");
    match verified {
        Ok(verified) => {
            let opened = opened.expect("a token that is signed");
            assert_eq!((opened.algorithm, &opened.key), (verified.algorithm, &verified.key));
            let claims: Value = serde_json::from_slice(&opened.payload).expect("JSON");
            assert!(claims["iss"] == "shop" && audience(&claims, "billing"));
            assert!(claims["exp"].as_i64().is_some_and(|time| time > NOW - 30), "expired");
            for name in ["nbf", "iat"] {
                let right = |time: &Value| time.as_i64().is_some_and(|time| time <= NOW + 30);
                assert!(claims.get(name).is_none_or(right), "{name} is ahead");
            }
        }
        Err(error) => assert!(!error.message().is_empty()),
    }
}

fn audience(claims: &Value, expected: &str) -> bool {
    claims["aud"] == expected
        || claims["aud"].as_array().is_some_and(|all| all.iter().any(|one| one == expected))
}

fn detached(token: &str, payload: &[u8], keys: &KeySet, algorithms: &[Algorithm]) {
    if let Ok(opened) = open_detached(token, payload, keys, algorithms) {
        assert_eq!(opened.payload, payload);
        let (header, tag) = token.split_once("..").expect("no payload within");
        let said: Value =
            serde_json::from_slice(&URL_SAFE_NO_PAD.decode(header).expect("base64")).expect("JSON");
        let policy = Policy::new(algorithms.to_vec(), Expected::Unchecked, Expected::Unchecked);
        is_signed(header, &beside(&said, header, payload), tag, opened.algorithm, &policy);
    }
}

/// Holds what was accepted against ring.
fn is_signed(header: &str, message: &[u8], tag: &str, algorithm: Algorithm, policy: &Policy) {
    let header: Value =
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(header).expect("base64")).expect("JSON");
    let tag = URL_SAFE_NO_PAD.decode(tag).expect("base64");
    for own in ["jwk", "jku", "x5c", "x5u"] {
        assert!(header.get(own).is_none(), "a token that brings its key");
    }
    let only = |names: &Vec<Value>| names.iter().all(|name| name == "b64");
    assert!(header.get("crit").is_none_or(|names| names.as_array().is_some_and(only)), "not understood");
    assert_eq!(header["alg"].as_str().and_then(Algorithm::parse), Some(algorithm));
    assert!(policy.algorithms.contains(&algorithm));
    let mac = |kind| hmac::verify(&hmac::Key::new(kind, &SECRET), message, &tag).is_ok();
    let key = |kind: &'static dyn signature::VerificationAlgorithm, key: &[u8]| {
        UnparsedPublicKey::new(kind, key).verify(message, &tag).is_ok()
    };
    let holds = match algorithm {
        Algorithm::Hs256 => mac(hmac::HMAC_SHA256),
        Algorithm::Hs384 => mac(hmac::HMAC_SHA384),
        Algorithm::Hs512 => mac(hmac::HMAC_SHA512),
        Algorithm::Rs256 => key(&signature::RSA_PKCS1_2048_8192_SHA256, &KIT.rsa),
        Algorithm::Rs384 => key(&signature::RSA_PKCS1_2048_8192_SHA384, &KIT.rsa),
        Algorithm::Rs512 => key(&signature::RSA_PKCS1_2048_8192_SHA512, &KIT.rsa),
        Algorithm::Ps256 => key(&signature::RSA_PSS_2048_8192_SHA256, &KIT.rsa),
        Algorithm::Ps384 => key(&signature::RSA_PSS_2048_8192_SHA384, &KIT.rsa),
        Algorithm::Ps512 => key(&signature::RSA_PSS_2048_8192_SHA512, &KIT.rsa),
        Algorithm::Es256 => key(&signature::ECDSA_P256_SHA256_FIXED, KIT.p256.public_key().as_ref()),
        Algorithm::Es384 => key(&signature::ECDSA_P384_SHA384_FIXED, KIT.p384.public_key().as_ref()),
        Algorithm::Ed25519 => key(&signature::ED25519, KIT.ed25519.public_key().as_ref()),
        other => panic!("{other} is in no set"),
    };
    assert!(holds, "accepted without its signature");
}
