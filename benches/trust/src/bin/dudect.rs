//! Whether the time of a comparison tells of the secret: two classes of inputs that must not be told apart (dudect).
//!
//! The left class differs from the secret in its first byte, the right one in its last. `naive` compares byte by byte and stops, and must be told apart: it
//! shows that the measurement sees what it is there for.

use dudect_bencher::rand::RngExt as _;
use dudect_bencher::{BenchRng, Class, CtRunner, ctbench_main};
use payymo::crypto::Secret;
use payymo::token::verify;
use payymo::webhook::{Policy as WebhookPolicy, Scheme, Verifier};
use payymo_benches_trust::{Case, NOW};
use ring::hmac;
use std::hint::black_box;

const INPUTS: usize = 60_000;
const BYTES: usize = 512;

/// Copies of a secret, each wrong in one byte: at the front or at the end.
fn wrong(secret: &[u8], rng: &mut BenchRng) -> Vec<(Class, Vec<u8>)> {
    let one = |_| {
        let (class, at) =
            if rng.random::<bool>() { (Class::Left, 0) } else { (Class::Right, secret.len() - 1) };
        let mut copy = secret.to_vec();
        if let Some(byte) = copy.get_mut(at) {
            *byte ^= 1;
        }
        (class, copy)
    };
    (0..INPUTS).map(one).collect()
}

fn bytes(rng: &mut BenchRng, count: usize) -> Vec<u8> {
    (0..count).map(|_| rng.random::<u8>()).collect()
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
    let Ok(case) = Case::hs256(&Secret::new(bytes(rng, 32))) else { return };
    let Some((front, tag)) = case.token.rsplit_once('.') else { return };
    // Letters of base64url that change the first and the last byte of the tag, and leave its form.
    let turned = |letter: char| if letter == 'A' { 'Q' } else { 'A' };
    let first = format!(
        "{front}.{}{}",
        tag.chars().next().map(turned).unwrap_or('A'),
        tag.get(1..).unwrap_or_default()
    );
    let end = tag.len() - 2;
    let middle = tag.get(..end).unwrap_or_default();
    let letters: Vec<char> = tag.get(end..).unwrap_or_default().chars().collect();
    let last = format!(
        "{front}.{middle}{}{}",
        letters.first().copied().map(turned).unwrap_or('A'),
        letters.last().unwrap_or(&'A')
    );
    let inputs: Vec<Class> =
        (0..INPUTS).map(|_| if rng.random::<bool>() { Class::Left } else { Class::Right }).collect();
    for class in inputs {
        let token = if matches!(class, Class::Left) { first.clone() } else { last.clone() };
        runner.run_one(class, || verify(black_box(&token), &case.keys, &case.policy, NOW).is_ok());
    }
}

/// Signatures of a webhook: in hexadecimal digits, wrong in the first or in the last.
fn webhook(runner: &mut CtRunner, rng: &mut BenchRng) {
    let (secret, body) = (bytes(rng, 32), br#"{"id":"evt_1","type":"payment"}"#);
    let Ok(verifier) = Verifier::new(
        Scheme::gocardless(),
        vec![("only".to_owned(), Secret::new(secret.clone()))],
        WebhookPolicy::default(),
    ) else {
        return;
    };
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &secret), body);
    let hex = |tag: &[u8]| tag.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let inputs: Vec<(Class, String)> =
        wrong(tag.as_ref(), rng).into_iter().map(|(class, tag)| (class, hex(&tag))).collect();
    for (class, signature) in inputs {
        let headers = [("Webhook-Signature", signature.as_bytes())];
        runner.run_one(class, || verifier.verify(black_box(&headers), body, NOW).is_ok());
    }
}

ctbench_main!(naive, secrets, token, webhook);
