//! The examples of the RFCs, each with what comes of it here. The vectors stand in `tests/trust/rfc.json` with their sources.
//!
//! What is refused, and why: P-521 is not done by ring; of the serializations only the compact one is read (RFC 7515 sections 7.2, 8.3); a header
//! that is not protected is never looked at; content that is signed as it stands (RFC 7797) comes beside its token.

use payymo::crypto::Algorithm;
use payymo::token::{Expected, Key, KeySet, Opened, Policy, SigningKey, open, open_detached, sign, verify};
use payymo::{Code, Error};
use serde_json::Value;
use std::path::Path;

fn vectors() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("trust/rfc.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("the vectors are there")).expect("JSON")
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

fn algorithm(value: &Value) -> Algorithm {
    Algorithm::parse(text(value)).expect("an algorithm")
}

fn opened(vector: &Value) -> Result<Opened, Error> {
    let algorithm = algorithm(&vector["algorithm"]);
    let keys = KeySet::new(vec![Key::from_jwk(&vector["key"].to_string(), algorithm)?])?;
    match &vector["detached"] {
        Value::Null => open(text(&vector["jws"]), &keys, &[algorithm]),
        beside => open_detached(text(&vector["jws"]), text(beside).as_bytes(), &keys, &[algorithm]),
    }
}

#[test]
fn signatures() {
    let all = vectors();
    let (mut accepted, mut refused) = (0, 0);
    for vector in all["signatures"].as_array().expect("a list") {
        let source = text(&vector["source"]);
        match (opened(vector), text(&vector["expect"])) {
            (Ok(opened), "accepted") => {
                assert_eq!(opened.payload, text(&vector["payload"]).as_bytes(), "{source}");
                accepted += 1;
            }
            (Err(error), code) => {
                assert_eq!(error.code().as_str(), code, "{source}: {error}");
                refused += 1;
            }
            (Ok(_), code) => panic!("{source}: accepted, {code} is due"),
        }
    }
    println!("RFC examples: {accepted} accepted, {refused} refused as they must");
    assert_eq!((accepted, refused), (14, 20));
}

/// RFC 7519 section 3.1: a token whose claims hold while its time lasts, with a claim named by a URL.
#[test]
fn claims_of_the_first_example() {
    let all = vectors();
    let vector = &all["signatures"][0];
    let keys =
        KeySet::new(vec![Key::from_jwk(&vector["key"].to_string(), Algorithm::Hs256).unwrap()]).unwrap();
    let policy = Policy::new(vec![Algorithm::Hs256], Expected::exactly("joe"), Expected::Unchecked);
    let at = |now| verify(text(&vector["jws"]), &keys, &policy, now);
    let verified = at(1_300_819_379).unwrap();
    assert_eq!((verified.claims.issuer(), verified.claims.expires()), (Some("joe"), Some(1_300_819_380)));
    assert!(verified.claims.get("http://example.com/is_root") == Some(&payymo::token::Value::Bool(true)));
    assert_eq!(at(1_300_819_410).unwrap_err().code(), Code::TokenExpired);
}

#[test]
fn thumbprints() {
    for vector in vectors()["thumbprints"].as_array().expect("a list") {
        let key = Key::from_jwk(&vector["key"].to_string(), algorithm(&vector["algorithm"])).unwrap();
        assert_eq!(key.thumbprint(), text(&vector["thumbprint"]), "{}", vector["source"]);
    }
}

/// RFC 7517 appendix A: what a verifier of signatures takes of the sets.
#[test]
fn sets_of_keys() {
    let sets = &vectors()["sets"];
    let public = sets["RFC 7517 A.1"].to_string();
    let keys = KeySet::from_jwks(&public, &[Algorithm::Rs256, Algorithm::Es256]).unwrap();
    assert_eq!(keys.keys().iter().map(|key| key.id().unwrap()).collect::<Vec<_>>(), ["2011-04-29"]);
    // The other is there for encryption.
    assert_eq!(keys.skipped().iter().map(Error::code).collect::<Vec<_>>(), [Code::KeyUse]);
    assert_eq!(KeySet::from_jwks(&public, &[Algorithm::Es256]).unwrap_err().code(), Code::KeyNone);
    let secret = KeySet::from_jwks(&sets["RFC 7517 A.3"].to_string(), &[Algorithm::Hs256]).unwrap();
    assert_eq!((secret.keys().len(), secret.skipped()[0].code()), (1, Code::KeyAlgorithm));
    let first = &vectors()["signatures"][0];
    assert!(open(text(&first["jws"]), &secret, &[Algorithm::Hs256]).is_ok());
}

/// The private keys of the RFCs sign, and what they sign holds under their public ones. That the signatures are those of the RFCs is tested
/// beside the code, where a text can be signed that is no claims.
#[test]
fn private_keys_sign() {
    for (source, algorithm) in [
        ("RFC 7515 A.2", Algorithm::Rs256),
        ("RFC 7515 A.2", Algorithm::Ps512),
        ("RFC 7520 3.4", Algorithm::Rs384),
        ("RFC 8037 A.1", Algorithm::Ed25519),
    ] {
        let mut private = vectors()["private"][source].clone();
        let signing = SigningKey::from_jwk(&private.to_string(), algorithm).unwrap();
        let token = sign(&signing, "JWT", br#"{"iss":"joe","exp":1300819380}"#).unwrap();
        for member in ["d", "p", "q", "dp", "dq", "qi"] {
            private.as_object_mut().unwrap().remove(member);
        }
        let public = Key::from_jwk(&private.to_string(), algorithm).unwrap();
        assert_eq!(public.thumbprint(), signing.verifying().thumbprint(), "{source}");
        assert!(open(&token, &KeySet::new(vec![public]).unwrap(), &[algorithm]).is_ok(), "{source}");
    }
}
