//! What is refused, each beside what differs least from it and is taken.

mod headers;
mod ids;
mod secrets;
mod times;

use super::sent::{BODY, SECRET, Sent, hex, mac, signed};
use crate::error::Code::{self, *};
use crate::webhook::Scheme;
use ring::hmac;

/// What it is, the code, the attack, the control.
type Case = (&'static str, Code, Sent, Sent);

fn all() -> Vec<Case> {
    [messages(), headers::headers(), times::times(), secrets::secrets_and_rules(), ids::ids()].concat()
}

fn header(value: &str) -> Sent {
    Sent::stripe_header(value)
}

fn hmac_of(key: &str) -> String {
    hex(&mac(hmac::HMAC_SHA256, key.as_bytes(), &[b"1700000000.", BODY.as_bytes()]))
}

fn messages() -> Vec<Case> {
    let good = Sent::stripe;
    let with_body = |body: &str| Sent::stripe().with(|sent| sent.body = body.as_bytes().to_vec());
    let forged = "0".repeat(64);
    let other = hmac_of("another_secret_of_somebody_else");
    vec![
        ("one byte of the body changed", WebhookSignature, with_body(&BODY.replace("1050", "1051")), good()),
        ("a body cut short", WebhookSignature, with_body(&BODY[..40]), good()),
        ("an empty body", WebhookSignature, with_body(""), good()),
        ("a signature of zeros", WebhookSignature, header(&format!("t=1700000000,v1={forged}")), good()),
        (
            "signed under another secret",
            WebhookSignature,
            header(&format!("t=1700000000,v1={other}")),
            good(),
        ),
        (
            "another time than was signed",
            WebhookSignature,
            header("t=1700000001,v1=@"),
            header("t=1700000000,v1=@"),
        ),
        (
            "the body and not the time signed",
            WebhookSignature,
            header(&format!("t=1700000000,v1={}", signed(&[BODY]))),
            good(),
        ),
        (
            "time and body cut elsewhere",
            WebhookSignature,
            Sent::of(Scheme::stripe(), "0.x")
                .header("Stripe-Signature", format!("t=1700000000,v1={}", signed(&["1700000000.", "00.x"]))),
            good(),
        ),
        (
            "the same header of another scheme",
            WebhookMissing,
            good().with(|sent| sent.headers[0].0 = "Webhook-Signature".into()),
            good(),
        ),
        ("no header", WebhookMissing, good().with(|sent| sent.headers.clear()), good()),
        (
            "a header in other letters is the header",
            WebhookRepeated,
            good().header("STRIPE-SIGNATURE", "t=1"),
            good().header("Stripe-Signatures", "t=1"),
        ),
        (
            "the header twice, a wrong one first",
            WebhookRepeated,
            header("t=1,v1=00").header("Stripe-Signature", good().headers[0].1.clone()),
            good(),
        ),
        (
            "a body beyond the bound",
            WebhookTooLarge,
            good().with(|sent| sent.policy.largest_body = BODY.len() - 1),
            good().with(|sent| sent.policy.largest_body = BODY.len()),
        ),
        (
            "a secret that was replaced",
            WebhookSignature,
            secrets::secrets(&["new", "newer"]).with(|sent| drop(sent.secrets.remove(0))),
            secrets::secrets(&["old", "new"]),
        ),
    ]
}

#[test]
fn refused_beside_what_is_taken() {
    let cases = all();
    let mut wrong = Vec::new();
    for (what, code, attack, control) in &cases {
        let told = attack.code();
        if told != Some(*code) {
            wrong.push(format!("{what}: {told:?} instead of {code}"));
        }
        if let Some(told) = control.code() {
            wrong.push(format!("the control of {what}: {told}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(cases.len() >= 130, "{} cases", cases.len());
}

#[test]
fn errors_and_prints_tell_nothing_of_what_came() {
    let cases = all();
    for (what, _, attack, control) in &cases {
        let mut told = attack.taken(|_, _| ()).unwrap_err().to_string();
        told += &control.taken(|verified, _| format!("{verified:?}")).unwrap();
        told += &format!("{:?}", control.verifier().unwrap());
        for secret in [
            "evt_",
            "EV1",
            "msg_1",
            "invoice.paid",
            "whsec",
            SECRET,
            &signed(&["1700000000", ".", BODY])[..16],
        ] {
            assert!(!told.contains(secret), "{what}: {told}");
        }
    }
}

#[test]
fn one_byte_changed_anywhere_is_refused() {
    let good = Sent::stripe();
    assert_eq!(good.code(), None);
    for at in 0..good.body.len() {
        let changed = good.clone().with(|sent| sent.body[at] ^= 1);
        assert!(changed.code().is_some(), "byte {at} of the body");
    }
    // The name of the pair of the time is told by the mark behind it.
    for at in 0..good.headers[0].1.len() {
        let changed = good.clone().with(|sent| sent.headers[0].1[at] ^= 1);
        assert!(changed.code().is_some(), "byte {at} of the header");
    }
}
