//! No secret, no token and nothing of an input in what is printed.

use super::case::{Given, Keys, given};
use super::forge::{self, SECRET, der, encoded, jwk, private, token};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use payymo::Error;
use payymo::crypto::{Algorithm, Secret};
use payymo::token::{Key, KeySet, SigningKey, open, open_detached, sign, verify};
use serde_json::Value;

const PRIVATE: [(&str, Algorithm); 5] = [
    ("rsa", Algorithm::Rs256),
    ("p256", Algorithm::Es256),
    ("p384", Algorithm::Es384),
    ("ed25519", Algorithm::Ed25519),
    ("rsa-pkcs1", Algorithm::Ps256),
];

/// Pieces of a secret in every spelling: none of them may show.
fn pieces(secret: &[u8]) -> Vec<String> {
    let mut pieces = Vec::new();
    for chunk in secret.chunks(12).filter(|chunk| chunk.len() == 12) {
        let hex: String = chunk.iter().map(|byte| format!("{byte:02x}")).collect();
        // As a list of numbers, as `{:?}` writes bytes.
        let list = format!("{chunk:?}");
        pieces.extend([hex.to_uppercase(), hex, STANDARD.encode(chunk), encoded(chunk)]);
        pieces.push(list.trim_matches(['[', ']']).to_owned());
        pieces.extend(std::str::from_utf8(chunk).ok().map(str::to_owned));
    }
    pieces
}

fn secrets() -> Vec<String> {
    let documents = PRIVATE.iter().map(|(name, _)| der(&private(name)));
    documents.chain([SECRET.to_vec()]).flat_map(|secret| pieces(&secret)).collect()
}

/// What stands in a token and in its keys: its segments and what they say.
fn said(given: &Given) -> Vec<String> {
    let mut all: Vec<String> = given.token.split('.').map(str::to_owned).collect();
    for segment in given.token.split('.') {
        let read: Option<Value> = base64::engine::general_purpose::URL_SAFE_NO_PAD
            .decode(segment)
            .ok()
            .and_then(|text| serde_json::from_slice(&text).ok());
        let members = read.as_ref().and_then(Value::as_object);
        all.extend(members.into_iter().flatten().filter_map(|(_, value)| value.as_str().map(str::to_owned)));
    }
    match &given.keys {
        Keys::Jwk(text) | Keys::Jwks(text) => all.extend(text.split('"').map(str::to_owned)),
        Keys::Pem(text) => all.extend(text.lines().map(str::to_owned)),
        Keys::Der(bytes) | Keys::Secret(bytes) => all.extend(pieces(bytes)),
    }
    // What is shorter may be a word of the sentence.
    all.retain(|text| text.len() >= 12);
    all
}

/// An error in every form that it has.
fn shown(error: &Error) -> String {
    format!("{error} {error:?} {:?} {}", error.place(), serde_json::to_string(error).expect("JSON"))
}

fn holds_none(text: &str, needles: &[String], name: &str) {
    let found = needles.iter().find(|needle| text.contains(needle.as_str()));
    assert!(found.is_none(), "{name}: {text:?} shows {found:?}");
}

#[test]
fn no_error_shows_its_input() {
    let mut errors = 0;
    for case in super::classes().iter().flat_map(|class| &class.cases) {
        let needles = said(&case.attack);
        let name = format!("{}: {}", case.class, case.name);
        let keys = case.attack.key_set();
        let policy = &case.attack.policy;
        let mut all = vec![case.attack.answer().err()];
        if let Ok(keys) = &keys {
            all.push(open(&case.attack.token, keys, &policy.algorithms).err());
            all.push(
                open_detached(&case.attack.token, case.attack.token.as_bytes(), keys, &policy.algorithms)
                    .err(),
            );
            all.extend(keys.skipped().iter().cloned().map(Some));
            holds_none(&format!("{keys:?}"), &pieces(SECRET), &name);
        }
        for error in all.iter().flatten() {
            holds_none(&shown(error), &needles, &name);
            errors += 1;
        }
    }
    println!("{errors} errors show nothing of what they are about");
    assert!(errors > 1500);
}

#[test]
fn no_key_shows_itself() {
    let secrets = secrets();
    let mut all = vec![format!("{:?}", Secret::new(SECRET.to_vec()))];
    for (name, algorithm) in PRIVATE {
        let key = SigningKey::from_pem(&private(name), algorithm).expect("a key").with_id("k1");
        all.push(format!("{key:?} {:?} {:?}", key.verifying(), key.verifying().thumbprint()));
        // A key for one algorithm is refused for others, and a private one as a public one.
        for other in Algorithm::ALL {
            all.extend(SigningKey::from_pem(&private(name), other).err().as_ref().map(shown));
            all.extend(Key::from_pem(&private(name), other).err().as_ref().map(shown));
            all.extend(Key::from_der(&der(&private(name)), other).err().as_ref().map(shown));
        }
    }
    let text = Value::Object(jwk(Algorithm::Hs512)).to_string();
    for algorithm in Algorithm::ALL {
        let signing = SigningKey::from_secret(&Secret::new(SECRET.to_vec()), algorithm);
        all.push(signing.map_or_else(|error| shown(&error), |key| format!("{key:?} {:?}", key.verifying())));
        let key = Key::from_jwk(&text, algorithm);
        all.push(key.map_or_else(|error| shown(&error), |key| format!("{key:?}")));
        let set = KeySet::from_jwks(&forge::set(std::slice::from_ref(&text)), &[algorithm]);
        all.push(set.map_or_else(|error| shown(&error), |set| format!("{set:?}")));
    }
    assert!(all.len() > 200, "{}", all.len());
    all.iter().for_each(|text| holds_none(text, &secrets, "a key"));
}

#[test]
fn what_holds_shows_nothing_about_a_person() {
    let person = r#"{"iss":"https://issuer.example","aud":"billing","sub":"ann.miller@example.com","exp":1800000600,"jti":"secret-token-id",
        "name":"Ann Miller","phone":4915112345678,"addresses":[{"street":"High Street 1"}]}"#;
    let signed = token(Algorithm::Hs256, forge::header(Algorithm::Hs256), person);
    let case = given(Algorithm::Hs256, signed)
        .rules(|policy| policy.subject = Some("ann.miller@example.com".to_owned()));
    let keys = case.key_set().expect("keys");
    let verified = verify(&case.token, &keys, &case.policy, case.now).expect("it holds");
    let opened = open(&case.token, &keys, &case.policy.algorithms).expect("it holds");
    let shown = format!(
        "{verified:?} {:?} {:?} {opened:?} {:?}",
        verified.claims,
        verified.claims.all(),
        case.policy
    );
    let about = ["ann", "Ann", "Miller", "secret-token-id", "49151", "High Street"].map(str::to_owned);
    holds_none(&shown, &about, "what holds");
    holds_none(&shown, &pieces(SECRET), "what holds");
    // What is refused before it is signed.
    let key = SigningKey::from_secret(&Secret::new(SECRET.to_vec()), Algorithm::Hs256).expect("a key");
    for claims in
        [r#"{"name":"Ann Miller","name":"Ann"}"#, r#"{"name":Ann Miller}"#, r#"{"exp":"Ann Miller"}"#]
    {
        let error = sign(&key, "JWT", claims.as_bytes()).expect_err("it is refused");
        holds_none(&self::shown(&error), &about, claims);
    }
}
