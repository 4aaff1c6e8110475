//! Headers that are not of their form.

use super::super::sent::{BODY, SECRET, Sent, base64, mac, signed};
use super::{Case, header};
use crate::error::Code::*;
use crate::webhook::{Encoding, Part, Place, Scheme};
use ring::hmac;

fn alone(value: impl Into<Vec<u8>>) -> Sent {
    Sent::of(Scheme::gocardless(), r#"{"events":[{"id":"EV1"}]}"#).header("Webhook-Signature", value)
}

fn gocardless_signature() -> String {
    signed(&[r#"{"events":[{"id":"EV1"}]}"#])
}

/// Base64 of the body, as Shopify signs, with the signature changed.
fn base64_changed(change: impl Fn(String) -> String) -> Sent {
    let place = Place::alone("X-Shopify-Hmac-Sha256");
    let scheme = Scheme::new("shopify", place, Encoding::Base64, vec![Part::Body]);
    let signature = base64(&mac(hmac::HMAC_SHA256, SECRET.as_bytes(), &[BODY.as_bytes()]));
    Sent::of(scheme, BODY).header("X-Shopify-Hmac-Sha256", change(signature))
}

pub(super) fn headers() -> Vec<Case> {
    let good = || header("t=1700000000,v1=@");
    let right = signed(&["1700000000", ".", BODY]);
    let wrong = format!("v1={}", "0".repeat(64));
    let many = |count: usize| header(&format!("t=1700000000,{},v1=@", vec![wrong.clone(); count].join(",")));
    let others = |count: usize| header(&format!("t=1700000000,v1=@{}", ",x=1".repeat(count)));
    let long = |count: usize| header(&format!("t=1700000000,v1=@,x={}", "1".repeat(count)));
    vec![
        ("an empty header", WebhookHeader, header(""), good()),
        ("no pairs", WebhookHeader, header("hello"), good()),
        ("v0 alone", WebhookNoSignature, header("t=1700000000,v0=@"), header("t=1700000000,v0=@,v1=@")),
        ("v1 in a capital letter", WebhookNoSignature, header("t=1700000000,V1=@"), good()),
        ("no signature", WebhookNoSignature, header("t=1700000000"), good()),
        ("an empty signature", WebhookHeader, header("t=1700000000,v1="), good()),
        (
            "an empty signature beside the right one",
            WebhookHeader,
            header("t=1700000000,v1=,v1=@"),
            header("t=1700000000,v1=@,v1=@"),
        ),
        ("no time", WebhookTimestamp, header("v1=@"), good()),
        ("two times, the right one first", WebhookRepeated, header("t=1700000000,t=1700000001,v1=@"), good()),
        (
            "two times, the right one last",
            WebhookRepeated,
            header("t=1700000001,v1=@,t=1700000000"),
            header("v1=@,t=1700000000"),
        ),
        ("the same time twice", WebhookRepeated, header("t=1700000000,t=1700000000,v1=@"), good()),
        (
            "a pair without a name",
            WebhookHeader,
            header("t=1700000000,=1,v1=@"),
            header("t=1700000000,x=1,v1=@"),
        ),
        (
            "a pair without a mark",
            WebhookHeader,
            header("t=1700000000,x,v1=@"),
            header("t=1700000000,x==,v1=@"),
        ),
        ("an empty pair", WebhookHeader, header("t=1700000000,,v1=@"), good()),
        ("a comma at the end", WebhookHeader, header("t=1700000000,v1=@,"), good()),
        ("a space between pairs", WebhookHeader, header("t=1700000000, v1=@"), good()),
        ("a space at the end", WebhookHeader, header("t=1700000000,v1=@ "), good()),
        ("a tab within", WebhookHeader, header("t=1700000000,\tv1=@"), good()),
        ("a line break at the end", WebhookHeader, header("t=1700000000,v1=@\n"), good()),
        ("a byte of zero", WebhookHeader, header("t=1700000000,v1=@\0"), good()),
        (
            "a letter beyond ASCII",
            WebhookHeader,
            header("t=1700000000,v1=@,é=1"),
            header("t=1700000000,v1=@,e=1"),
        ),
        (
            "bytes that are no text",
            WebhookHeader,
            Sent::stripe().with(|sent| sent.headers[0].1.extend([b',', 0xff, b'=', b'1'])),
            good(),
        ),
        ("17 signatures", WebhookCandidates, many(16), many(15)),
        ("65 pairs", WebhookTooLarge, others(63), others(62)),
        ("a header of 8193 bytes", WebhookTooLarge, long(8193 - 83), long(8192 - 83)),
        (
            "hex in capital letters",
            WebhookEncoding,
            header(&format!("t=1700000000,v1={}", right.to_uppercase())),
            good(),
        ),
        ("hex of 31 bytes", WebhookEncoding, header(&format!("t=1700000000,v1={}", &right[..62])), good()),
        ("hex of 33 bytes", WebhookEncoding, header("t=1700000000,v1=@00"), good()),
        ("half a byte of hex", WebhookEncoding, header(&format!("t=1700000000,v1={}", &right[..63])), good()),
        ("hex behind 0x", WebhookEncoding, header("t=1700000000,v1=0x@"), good()),
        ("no hex", WebhookEncoding, header(&format!("t=1700000000,v1={}", "g".repeat(64))), good()),
        (
            "no hex beside the right signature",
            WebhookEncoding,
            header(&format!("t=1700000000,v1=@,v1={}", "g".repeat(64))),
            header(&format!("t=1700000000,v1=@,v1={}", "0".repeat(64))),
        ),
        ("an empty header alone", WebhookNoSignature, alone(""), alone(gocardless_signature())),
        (
            "a signature twice in one value",
            WebhookHeader,
            alone(format!("{0}, {0}", gocardless_signature())),
            alone(gocardless_signature()),
        ),
        (
            "a space before it",
            WebhookHeader,
            alone(format!(" {}", gocardless_signature())),
            alone(gocardless_signature()),
        ),
        (
            "capital letters",
            WebhookEncoding,
            alone(gocardless_signature().to_uppercase()),
            alone(gocardless_signature()),
        ),
        (
            "a prefix that is not due",
            WebhookEncoding,
            alone(format!("sha256={}", gocardless_signature())),
            alone(gocardless_signature()),
        ),
        (
            "base64 without padding",
            WebhookEncoding,
            base64_changed(|text| text.trim_end_matches('=').to_owned()),
            base64_changed(|text| text),
        ),
        (
            "base64 with more padding",
            WebhookEncoding,
            base64_changed(|text| text + "="),
            base64_changed(|text| text),
        ),
        (
            "base64 with other bits behind the last byte",
            WebhookEncoding,
            base64_changed(trailing_bits),
            base64_changed(|text| text),
        ),
        (
            "hex where base64 is due",
            WebhookEncoding,
            base64_changed(|_| signed(&[BODY])),
            base64_changed(|text| text),
        ),
    ]
}

/// Another letter at the end, which holds the same bytes and two bits more.
fn trailing_bits(text: String) -> String {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let last = text.trim_end_matches('=').chars().next_back().unwrap();
    let next = ALPHABET.chars().nth(ALPHABET.find(last).unwrap() + 1).unwrap();
    format!("{}{next}=", &text[..text.len() - 2])
}
