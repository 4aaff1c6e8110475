//! Whether the time of a comparison tells of the secret: two classes of inputs that must not be told apart (dudect).
//!
//! The left class differs from the secret in its first byte, the right one in its last. `naive` compares byte by byte and stops, and must be told apart: it
//! shows that the measurement sees what it is there for.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dudect_bencher::rand::RngExt as _;
use dudect_bencher::{BenchRng, Class, CtRunner, ctbench_main};
use payymo::crypto::{Algorithm, Hash, Secret};
use payymo::token::session::{
    Binding, Family, Holder, Lifetimes, Login, Presented, Refresh, Sessions, Written, is_bound_to,
};
use payymo::token::{Claims, Expected, KeySet, Policy, SigningKey, sign, verify};
use payymo::webhook::{Encoding, Part, Place, Policy as WebhookPolicy, Scheme, Verifier};
use payymo_benches_trust::{Case, NOW};
use ring::hmac;
use std::hint::black_box;

const INPUTS: usize = 60_000;
const BYTES: usize = 512;
const BODY: &[u8] = br#"{"id":"evt_1","type":"payment"}"#;

/// Copies of a secret, each changed in one byte: at the front or at the end.
fn changed(secret: &[u8], rng: &mut BenchRng, change: impl Fn(u8) -> u8) -> Vec<(Class, Vec<u8>)> {
    let one = |_| {
        let (class, at) =
            if rng.random::<bool>() { (Class::Left, 0) } else { (Class::Right, secret.len() - 1) };
        let mut copy = secret.to_vec();
        if let Some(byte) = copy.get_mut(at) {
            *byte = change(*byte);
        }
        (class, copy)
    };
    (0..INPUTS).map(one).collect()
}

fn wrong(secret: &[u8], rng: &mut BenchRng) -> Vec<(Class, Vec<u8>)> {
    changed(secret, rng, |byte| byte ^ 1)
}

/// Of a secret of letters.
fn wrong_text(secret: &str, rng: &mut BenchRng) -> Vec<(Class, String)> {
    let all = changed(secret.as_bytes(), rng, |letter| if letter == b'A' { b'Q' } else { b'A' });
    all.into_iter().map(|(class, text)| (class, text.into_iter().map(char::from).collect())).collect()
}

fn bytes(rng: &mut BenchRng, count: usize) -> Vec<u8> {
    (0..count).map(|_| rng.random::<u8>()).collect()
}

fn letters(rng: &mut BenchRng, count: usize) -> String {
    (0..count).map(|_| char::from(b'a' + rng.random::<u8>() % 26)).collect()
}

fn naive(runner: &mut CtRunner, rng: &mut BenchRng) {
    let secret = bytes(rng, BYTES);
    for (class, given) in wrong(&secret, rng) {
        runner.run_one(class, || {
            for (one, other) in secret.iter().zip(&given) {
                if black_box(*one) != black_box(*other) {
                    return false;
                }
            }
            true
        });
    }
}

fn secrets(runner: &mut CtRunner, rng: &mut BenchRng) {
    let secret = bytes(rng, BYTES);
    let inputs: Vec<(Class, Secret)> =
        wrong(&secret, rng).into_iter().map(|(class, given)| (class, Secret::new(given))).collect();
    let secret = Secret::new(secret);
    for (class, given) in inputs {
        runner.run_one(class, || black_box(&secret) == black_box(&given));
    }
}

/// Tags of a MAC, as a token brings them.
fn token(runner: &mut CtRunner, rng: &mut BenchRng) {
    let case = Case::hs256(&Secret::new(bytes(rng, 32))).expect("a token");
    let (front, tag) = case.token.rsplit_once('.').expect("a signature");
    // The last letter holds four bits, and two that are zero: the one before it is changed, and its last byte with it.
    let (tag, last) = tag.split_at(tag.len() - 1);
    let inputs: Vec<(Class, String)> = wrong_text(tag, rng)
        .into_iter()
        .map(|(class, tag)| (class, format!("{front}.{tag}{last}")))
        .collect();
    for (class, token) in inputs {
        runner.run_one(class, || verify(black_box(&token), &case.keys, &case.policy, NOW).is_ok());
    }
}

/// Signatures of a webhook, wrong in the first or in the last byte: `headers` writes one as its provider does, over what is signed.
fn webhook(
    runner: &mut CtRunner,
    rng: &mut BenchRng,
    scheme: Scheme,
    signed: &[u8],
    header: impl Fn(&[u8]) -> String,
) {
    let secret = bytes(rng, 32);
    let mut policy = WebhookPolicy::default();
    // The explanation of a wrong signature looks at the body alone, for some microseconds beside which nothing else would be seen.
    policy.explain = false;
    let hash = if scheme.hash == Hash::Sha512 { hmac::HMAC_SHA512 } else { hmac::HMAC_SHA256 };
    let tag = hmac::sign(&hmac::Key::new(hash, &secret), signed);
    let name = scheme.signature.header.clone();
    let secrets = vec![("only".to_owned(), Secret::new(secret))];
    let verifier = Verifier::new(scheme, secrets, policy).expect("a scheme that holds");
    let time = NOW.to_string();
    let fits = |signature: &str| {
        let headers = [
            (name.as_str(), signature.as_bytes()),
            ("webhook-id", b"msg1"),
            ("webhook-timestamp", time.as_bytes()),
        ];
        verifier.verify(black_box(&headers), BODY, NOW).is_ok()
    };
    assert!(fits(&header(tag.as_ref())), "the right signature holds");
    let inputs: Vec<(Class, String)> =
        wrong(tag.as_ref(), rng).into_iter().map(|(class, tag)| (class, header(&tag))).collect();
    for (class, signature) in inputs {
        runner.run_one(class, || fits(&signature));
    }
}

fn hex(tag: &[u8]) -> String {
    tag.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn gocardless(runner: &mut CtRunner, rng: &mut BenchRng) {
    webhook(runner, rng, Scheme::gocardless(), BODY, hex);
}

fn stripe(runner: &mut CtRunner, rng: &mut BenchRng) {
    let signed = [format!("{NOW}.").as_bytes(), BODY].concat();
    webhook(runner, rng, Scheme::stripe(), &signed, |tag| format!("t={NOW},v1={}", hex(tag)));
}

/// A scheme that is described: the form of Standard Webhooks, with a longer hash.
fn described(runner: &mut CtRunner, rng: &mut BenchRng) {
    let text = |text: &str| Part::Text(text.to_owned());
    let place = Place::pair("webhook-signature", "v1", ' ', ',');
    let parts = vec![Part::Id, text("."), Part::Timestamp, text("."), Part::Body];
    let mut scheme = Scheme::new("described", place, Encoding::Base64, parts);
    scheme.hash = Hash::Sha512;
    scheme.id = Some(Place::alone("webhook-id"));
    scheme.timestamp = Some(Place::alone("webhook-timestamp"));
    let signed = [format!("msg1.{NOW}.").as_bytes(), BODY].concat();
    webhook(runner, rng, scheme, &signed, |tag| format!("v1,{}", STANDARD.encode(tag)));
}

/// Ids of refresh tokens, beside the one that is live.
fn refresh(runner: &mut CtRunner, rng: &mut BenchRng) {
    let (live, lifetimes) = (letters(rng, BYTES), Lifetimes::default());
    let (family, came) = presented(&live, &lifetimes).expect("a login");
    let next = letters(rng, BYTES);
    let asked = |came: &Presented| family.refresh(black_box(came), next.clone(), &lifetimes, NOW);
    let with = |id: &str| {
        let mut came = came.clone();
        came.id = id.to_owned();
        came
    };
    assert!(matches!(asked(&came), Ok(Refresh::Exchange(_))));
    assert!(matches!(asked(&with("other")), Ok(Refresh::End(..))));
    for (class, id) in wrong_text(&live, rng) {
        let came = with(&id);
        runner.run_one(class, || asked(&came));
    }
}

/// A family with a live token of this id, and that token as it came.
fn presented(live: &str, lifetimes: &Lifetimes) -> Result<(Family, Presented), payymo::Error> {
    let text = |text: &str| text.to_owned();
    let holder = Holder { client: text("web"), binding: None };
    let login = Login { subject: text("user"), tenant: text("tenant"), holder };
    let family = Family::begin(text("family"), live.to_owned(), login, lifetimes, NOW)?;
    let secret = Secret::new(vec![7; 32]);
    let key = SigningKey::from_secret(&secret, Algorithm::Hs256)?;
    let keys = KeySet::new(vec![payymo::token::Key::from_secret(&secret, Algorithm::Hs256)?])?;
    let sessions = Sessions::new("issuer", "api", "refresh", Algorithm::Hs256)?;
    let granted = family.clone().granted(Written::Applied).expect("the store said so");
    let token = sessions.refresh(&key, &granted, NOW)?;
    Ok((family, sessions.present(&token, &keys, "web", None, NOW)?))
}

/// Keys that a token is bound to.
fn binding(runner: &mut CtRunner, rng: &mut BenchRng) {
    let hash = letters(rng, 43);
    let claims = bound(&Secret::new(bytes(rng, 32)), &hash).expect("a token that is bound");
    let key = |hash: &str| Binding::Key(hash.to_owned());
    assert!(is_bound_to(&claims, Some(&key(&hash))).is_ok());
    let inputs: Vec<(Class, Binding)> =
        wrong_text(&hash, rng).into_iter().map(|(class, hash)| (class, key(&hash))).collect();
    for (class, shown) in inputs {
        runner.run_one(class, || is_bound_to(&claims, Some(black_box(&shown))).is_ok());
    }
}

fn bound(secret: &Secret, hash: &str) -> Result<Claims, payymo::Error> {
    let key = SigningKey::from_secret(secret, Algorithm::Hs256)?;
    let token = sign(&key, "JWT", format!(r#"{{"cnf":{{"jkt":"{hash}"}}}}"#).as_bytes())?;
    let keys = KeySet::new(vec![payymo::token::Key::from_secret(secret, Algorithm::Hs256)?])?;
    let mut policy = Policy::new(vec![Algorithm::Hs256], Expected::Unchecked, Expected::Unchecked);
    policy.may_last_forever = true;
    Ok(verify(&token, &keys, &policy, NOW)?.claims)
}

ctbench_main!(naive, secrets, token, gocardless, stripe, described, refresh, binding);
