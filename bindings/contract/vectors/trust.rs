//! Keys, tokens and certificates of cases. All are made for the tests, and guard nothing.

use payymo_contract::{Host, open, run, run_on};
use serde_json::{Value, json};

/// 15 January 2027, 8:00 UTC.
pub const NOW: i64 = 1_800_000_000;

/// A file of `tests/trust`.
macro_rules! fixture {
    ($path:literal) => {
        include_str!(concat!("../../../tests/trust/", $path))
    };
}

pub const RSA: &str = fixture!("keys/rsa.worthless-test-key.pem");
pub const RSA_PUBLIC: &str = fixture!("keys/rsa.public.pem");
pub const OTHER: &str = fixture!("keys/other.worthless-test-key.pem");
pub const OTHER_PUBLIC: &str = fixture!("keys/other.public.pem");
pub const RSA_1024: &str = fixture!("keys/rsa1024.worthless-test-key.pem");
pub const P256: &str = fixture!("keys/p256.worthless-test-key.pem");
pub const P256_PUBLIC: &str = fixture!("keys/p256.public.pem");
pub const ED25519: &str = fixture!("keys/ed25519.worthless-test-key.pem");
pub const ED25519_PUBLIC: &str = fixture!("keys/ed25519.public.pem");
pub const ROOT: &str = fixture!("chain/root.pem");
pub const AUTHORITY: &str = fixture!("chain/authority.pem");
pub const SERVER: &str = fixture!("chain/server.pem");
pub const CLIENT: &str = fixture!("chain/client.pem");
pub const REVOKED: &str = fixture!("chain/revoked.pem");
pub const ROOT_LIST: &str = fixture!("chain/root.crl.pem");
pub const AUTHORITY_LIST: &str = fixture!("chain/authority.crl.pem");
/// A secret of HMAC.
pub const SECRET: &str = "a secret of the tests of payymo, of no use, and long enough for SHA-512";

fn host<'a>(progress: &'a mut payymo::matching::Progress<'a>) -> Host<'a> {
    Host { blobs: &[], progress }
}

fn read(answer: &[u8]) -> Value {
    serde_json::from_slice(answer).expect("an answer is JSON")
}

/// The answer of a function.
pub fn ask(op: &str, request: &Value) -> Value {
    let answer = run(op, request.to_string().as_bytes(), host(&mut |_, _, _| true));
    read(&answer.unwrap_or_else(|fault| panic!("{op}: {fault}")))
}

/// The answer of an operation on a handle that is made for it.
pub fn ask_of(made_of: &Value, op: &str, request: &Value) -> Value {
    let (area, _) = op.split_once('.').expect("an area");
    let opened = open(&format!("{area}.new"), made_of.to_string().as_bytes(), host(&mut |_, _, _| true));
    let (mut handle, _) = opened.unwrap_or_else(|fault| panic!("{area}: {fault}"));
    let answer = run_on(&mut handle, op, request.to_string().as_bytes(), host(&mut |_, _, _| true));
    read(&answer.unwrap_or_else(|fault| panic!("{op}: {fault}")))
}

/// A key that signs.
pub fn rsa_signer() -> Value {
    json!({"pem": RSA, "algorithm": "RS256", "key_id": "2027"})
}

/// Claims that hold, with some more or other ones; `null` takes one away.
pub fn claims(more: Value) -> Value {
    let mut all = json!({"iss": "https://issuer.example", "aud": "billing", "sub": "u1", "jti": "t1", "iat": NOW - 10, "exp": NOW + 600});
    let (Some(into), Value::Object(more)) = (all.as_object_mut(), more) else { panic!("two objects") };
    into.extend(more);
    into.retain(|_, value| !value.is_null());
    all
}

/// Claims as a token, signed with RSA.
pub fn token(more: Value) -> String {
    typed_token(more, "JWT")
}

/// The same with a type.
pub fn typed_token(more: Value, kind: &str) -> String {
    let token = ask_of(&rsa_signer(), "signer.sign", &json!({"claims": claims(more), "type": kind}));
    token.as_str().expect("a token").to_owned()
}

/// What a verifier asks, with some more or other fields.
pub fn policy(more: Value) -> Value {
    let all =
        json!({"algorithms": ["RS256"], "issuers": ["https://issuer.example"], "audiences": ["billing"]});
    crate::rows::with(all, more)
}

/// A verifier of the tokens of [`token`].
pub fn verifier(more: Value) -> Value {
    json!({"keys": [{"pem": RSA_PUBLIC, "algorithm": "RS256", "id": "2027"}], "policy": policy(more)})
}

/// A token with another byte at a place of one of its segments.
pub fn changed(token: &str, segment: usize, from: &str, to: &str) -> String {
    let mut parts: Vec<String> = token.split('.').map(str::to_owned).collect();
    parts[segment] = parts[segment].replacen(from, to, 1);
    parts.join(".")
}
