//! Tokens as an attacker makes them: any header, any payload, any bytes, signed under worthless test keys.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use payymo::crypto::Algorithm;
use ring::hmac;
use ring::rand::SystemRandom;
use ring::signature::{
    self as s, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RsaEncoding, RsaKeyPair, RsaPublicKeyComponents,
};
use serde_json::{Map, Value, json};
use std::path::Path;
use std::sync::LazyLock;

/// When all is looked at; `tests/trust/keys/make.py` has it too.
pub const NOW: i64 = 1_800_000_000;

/// What guards nothing.
pub const SECRET: &[u8] = b"worthless-test-secret/worthless-test-secret/worthless-test-secret";

/// A file of `tests/trust/keys`.
pub fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("trust/keys").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The private key of a name, in PEM.
pub fn private(name: &str) -> String {
    file(&format!("{name}.worthless-test-key.pem"))
}

/// The public key of a name, in PEM.
pub fn public(name: &str) -> String {
    file(&format!("{name}.public.pem"))
}

/// The bytes within a PEM block.
pub fn der(pem: &str) -> Vec<u8> {
    let lines: String = pem.lines().filter(|line| !line.starts_with("-----")).collect();
    STANDARD.decode(lines).expect("base64")
}

struct Pairs {
    rsa: RsaKeyPair,
    other: RsaKeyPair,
    p256: EcdsaKeyPair,
    p384: EcdsaKeyPair,
    ed25519: Ed25519KeyPair,
}

/// Read once: an RSA key takes a while.
static PAIRS: LazyLock<Pairs> = LazyLock::new(|| {
    let random = SystemRandom::new();
    let rsa = |name| RsaKeyPair::from_pkcs8(&der(&private(name))).expect("a key");
    let ec = |how, name| EcdsaKeyPair::from_pkcs8(how, &der(&private(name)), &random).expect("a key");
    Pairs {
        rsa: rsa("rsa"),
        other: rsa("other"),
        p256: ec(&s::ECDSA_P256_SHA256_FIXED_SIGNING, "p256"),
        p384: ec(&s::ECDSA_P384_SHA384_FIXED_SIGNING, "p384"),
        ed25519: Ed25519KeyPair::from_pkcs8_maybe_unchecked(&der(&private("ed25519"))).expect("a key"),
    }
});

pub fn encoded(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub fn decoded(text: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text).expect("base64url")
}

fn rsa(pair: &RsaKeyPair, how: &'static dyn RsaEncoding, message: &[u8]) -> Vec<u8> {
    let mut signature = vec![0; pair.public().modulus_len()];
    pair.sign(how, &SystemRandom::new(), message, &mut signature).expect("signed");
    signature
}

/// A MAC under any secret, even none.
pub fn mac(algorithm: Algorithm, secret: &[u8], message: &[u8]) -> Vec<u8> {
    let how = match algorithm {
        Algorithm::Hs256 => hmac::HMAC_SHA256,
        Algorithm::Hs384 => hmac::HMAC_SHA384,
        _ => hmac::HMAC_SHA512,
    };
    hmac::sign(&hmac::Key::new(how, secret), message).as_ref().to_vec()
}

/// A signature under the test key of an algorithm's kind.
pub fn signature(algorithm: Algorithm, message: &[u8]) -> Vec<u8> {
    let ec =
        |pair: &EcdsaKeyPair| pair.sign(&SystemRandom::new(), message).expect("signed").as_ref().to_vec();
    match algorithm {
        Algorithm::Rs256 => rsa(&PAIRS.rsa, &s::RSA_PKCS1_SHA256, message),
        Algorithm::Rs384 => rsa(&PAIRS.rsa, &s::RSA_PKCS1_SHA384, message),
        Algorithm::Rs512 => rsa(&PAIRS.rsa, &s::RSA_PKCS1_SHA512, message),
        Algorithm::Ps256 => rsa(&PAIRS.rsa, &s::RSA_PSS_SHA256, message),
        Algorithm::Ps384 => rsa(&PAIRS.rsa, &s::RSA_PSS_SHA384, message),
        Algorithm::Ps512 => rsa(&PAIRS.rsa, &s::RSA_PSS_SHA512, message),
        Algorithm::Es256 => ec(&PAIRS.p256),
        Algorithm::Es384 => ec(&PAIRS.p384),
        Algorithm::Ed25519 => PAIRS.ed25519.sign(message).as_ref().to_vec(),
        _ => mac(algorithm, SECRET, message),
    }
}

/// A signature by RS256 under the attacker's own RSA key.
pub fn attackers(message: &[u8]) -> Vec<u8> {
    rsa(&PAIRS.other, &s::RSA_PKCS1_SHA256, message)
}

/// Two segments, and what is made of them.
pub fn joined(header: &str, payload: &str, sign: impl FnOnce(&[u8]) -> Vec<u8>) -> String {
    let signed = format!("{header}.{payload}");
    let signature = encoded(sign(signed.as_bytes()));
    format!("{signed}.{signature}")
}

/// A token of any header and payload, truly signed.
pub fn token(algorithm: Algorithm, header: impl AsRef<[u8]>, payload: impl AsRef<[u8]>) -> String {
    joined(&encoded(header), &encoded(payload), |message| signature(algorithm, message))
}

/// The header of a right token.
pub fn header(algorithm: Algorithm) -> String {
    format!(r#"{{"alg":"{algorithm}","typ":"JWT"}}"#)
}

/// The header of a token by RS256 with further members.
pub fn header_with(members: &str) -> String {
    format!(r#"{{"alg":"RS256","typ":"JWT",{members}}}"#)
}

/// The claims of a right token, with one of them said otherwise: `""` leaves it out.
pub fn claims_with(name: &str, value: &str) -> String {
    let (issued, expires) = ((NOW - 10).to_string(), (NOW + 600).to_string());
    let mut members = vec![
        ("iss", r#""https://issuer.example""#),
        ("aud", r#""billing""#),
        ("sub", r#""u1""#),
        ("iat", &issued),
        ("exp", &expires),
        ("jti", r#""t1""#),
    ];
    match members.iter_mut().find(|member| member.0 == name) {
        Some(member) => member.1 = value,
        None => members.push((name, value)),
    }
    let said = members.iter().filter(|member| !member.1.is_empty());
    let said: Vec<String> = said.map(|(name, value)| format!(r#""{name}":{value}"#)).collect();
    format!("{{{}}}", said.join(","))
}

/// The claims of a right token.
pub fn claims() -> String {
    claims_with("", "")
}

/// A right token.
pub fn right(algorithm: Algorithm) -> String {
    token(algorithm, header(algorithm), claims())
}

/// The public test key of an algorithm's kind, or its secret, as a JWK.
pub fn jwk(algorithm: Algorithm) -> Map<String, Value> {
    let value = match algorithm {
        Algorithm::Es256 => point("P-256", PAIRS.p256.public_key().as_ref()),
        Algorithm::Es384 => point("P-384", PAIRS.p384.public_key().as_ref()),
        Algorithm::Ed25519 => {
            json!({"kty": "OKP", "crv": "Ed25519", "x": encoded(PAIRS.ed25519.public_key())})
        }
        Algorithm::Hs256 | Algorithm::Hs384 | Algorithm::Hs512 => {
            json!({"kty": "oct", "k": encoded(SECRET)})
        }
        _ => numbers(&PAIRS.rsa),
    };
    value.as_object().expect("an object").clone()
}

/// The attacker's own RSA key.
pub fn attackers_jwk() -> Map<String, Value> {
    numbers(&PAIRS.other).as_object().expect("an object").clone()
}

fn numbers(pair: &RsaKeyPair) -> Value {
    let key: RsaPublicKeyComponents<Vec<u8>> = pair.public().into();
    json!({"kty": "RSA", "n": encoded(key.n), "e": encoded(key.e)})
}

/// The JWK of an uncompressed point.
pub fn point(curve: &str, point: &[u8]) -> Value {
    let (x, y) = point[1..].split_at(point.len() / 2);
    json!({"kty": "EC", "crv": curve, "x": encoded(x), "y": encoded(y)})
}

/// A key with members said otherwise; `null` leaves one out.
pub fn changed(mut key: Map<String, Value>, members: Value) -> String {
    for (name, value) in members.as_object().expect("an object") {
        match value {
            Value::Null => key.remove(name),
            value => key.insert(name.clone(), value.clone()),
        };
    }
    Value::Object(key).to_string()
}

/// A set of keys.
pub fn set(keys: &[String]) -> String {
    format!(r#"{{"keys":[{}]}}"#, keys.join(","))
}

/// A key with members added as they stand, whatever they are.
pub fn raw(key: Map<String, Value>, without: &str, members: &str) -> String {
    let text = changed(key, json!({without: null}));
    format!("{},{members}}}", text.trim_end_matches('}'))
}
