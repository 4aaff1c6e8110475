//! Secrets and rules that are not taken in.

use super::super::sent::{BODY, SECRET, Sent, base64, hex, mac, standard};
use super::Case;
use crate::error::Code::*;
use crate::webhook::{Policy, Scheme};
use ring::hmac;

fn secret(bytes: &[u8]) -> Sent {
    let signature = hex(&mac(hmac::HMAC_SHA256, bytes, &[b"1700000000.", BODY.as_bytes()]));
    Sent::of(Scheme::stripe(), BODY)
        .header("Stripe-Signature", format!("t=1700000000,v1={signature}"))
        .with(|sent| sent.secrets = vec![("live".to_owned(), bytes.to_vec())])
}

pub(super) fn secrets(names: &[&str]) -> Sent {
    let one = |(nth, name): (usize, &&str)| ((*name).to_owned(), format!("{SECRET}{nth}").into_bytes());
    let mut all: Vec<(String, Vec<u8>)> = names.iter().enumerate().map(one).collect();
    if let Some(first) = all.first_mut() {
        first.1 = SECRET.as_bytes().to_vec();
    }
    Sent::stripe().with(|sent| sent.secrets = all)
}

fn standard_secret(text: String) -> Sent {
    standard("msg_1", "1700000000", BODY)
        .with(|sent| sent.secrets = vec![("live".to_owned(), text.into_bytes())])
}

pub(super) fn secrets_and_rules() -> Vec<Case> {
    let policy = |change: fn(&mut Policy)| Sent::stripe().with(|sent| change(&mut sent.policy));
    let nine = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
    let standard_key = |bytes: usize| format!("whsec_{}", base64(&vec![7; bytes]));
    vec![
        ("an empty secret", WebhookSecret, secret(b""), secret(SECRET.as_bytes())),
        ("a secret of 15 bytes", WebhookSecret, secret(&[b'k'; 15]), secret(&[b'k'; 16])),
        ("a secret of 513 bytes", WebhookSecret, secret(&[b'k'; 513]), secret(&[b'k'; 512])),
        (
            "a secret with a line break",
            WebhookSecret,
            secret(b"whsec_of_the_tests\n"),
            secret(b"whsec_of_the_tests"),
        ),
        (
            "a secret with a space before it",
            WebhookSecret,
            secret(b" whsec_of_the_tests"),
            secret(b"whsec_of the_tests"),
        ),
        ("no secret", WebhookSecret, secrets(&[]), secrets(&["live"])),
        ("nine secrets", WebhookSecret, secrets(&nine), secrets(&nine[..8])),
        ("a secret without a name", WebhookSecret, secrets(&[""]), secrets(&["live"])),
        ("one name for two secrets", WebhookSecret, secrets(&["live", "live"]), secrets(&["live", "next"])),
        (
            "two names for one secret",
            WebhookSecret,
            secrets(&["live", "next"]).with(|sent| sent.secrets[1].1 = SECRET.into()),
            secrets(&["live", "next"]),
        ),
        (
            "a key without its prefix",
            WebhookSecret,
            standard_secret(base64(&[7; 24])),
            standard_secret(standard_key(24)),
        ),
        (
            "a key that is not base64",
            WebhookSecret,
            standard_secret(standard_key(24) + "!"),
            standard_secret(standard_key(24)),
        ),
        (
            "a key of 12 bytes that is a long text",
            WebhookSecret,
            standard_secret(standard_key(12)),
            standard_secret(standard_key(24)),
        ),
        (
            "bodies of no bytes alone",
            InputOptions,
            policy(|policy| policy.largest_body = 0),
            policy(|policy| policy.largest_body = 32 << 20),
        ),
        (
            "bodies beyond 32 MiB",
            InputOptions,
            policy(|policy| policy.largest_body = (32 << 20) + 1),
            policy(|policy| policy.largest_body = 32 << 20),
        ),
    ]
}
