//! Segments that are not base64url without padding.

use super::case::{Class, right, rs256};
use super::forge::{attackers, claims, claims_with, encoded, header, joined, signature, token};
use payymo::Code;
use payymo::crypto::Algorithm::Rs256;

const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The same text with a bit set behind its last byte; its length must leave some.
fn trailing(segment: &str) -> String {
    let (front, last) = segment.split_at(segment.len() - 1);
    let at = LETTERS.find(last).expect("a letter");
    format!("{front}{}", &LETTERS[at + 1..at + 2])
}

/// A payload whose segment leaves bits behind its last byte.
fn uneven(extra: usize) -> String {
    let payload = claims_with("pad", &format!("\"{}\"", "x".repeat(extra)));
    if payload.len() % 3 == 1 { payload } else { uneven(extra + 1) }
}

pub fn cases() -> Class {
    let mut class = Class::new("base64");
    let control = right(Rs256);
    let plain = control.token.clone();
    let parts: Vec<&str> = plain.split('.').collect();
    let [first, second, third] = parts[..] else { panic!("three segments") };
    let bad = Code::TokenBase64;
    let mut add = |name: &str, token: String| class.add(name, rs256(token), bad, &control);

    // Signed as they stand: whoever reads them loosely takes them.
    let signed = |header: String, payload: String| joined(&header, &payload, |bytes| signature(Rs256, bytes));
    let payload = uneven(0);
    let (head, body) = (encoded(header(Rs256)), encoded(&payload));
    for (name, with) in [
        ("padding", "="),
        ("two signs of padding", "=="),
        ("a space", " "),
        ("a line break", "\n"),
        ("CRLF", "\r\n"),
        ("a tab", "\t"),
        ("NUL", "\0"),
        ("a zero-width space", "\u{200b}"),
        ("percent-encoded padding", "%3D"),
        ("a tilde", "~"),
        ("a comma", ","),
        ("a plus sign", "+"),
        ("a slash", "/"),
    ] {
        add(&format!("{name} behind the header"), signed(format!("{head}{with}"), body.clone()));
        add(&format!("{name} behind the payload"), signed(head.clone(), format!("{body}{with}")));
        add(&format!("{name} behind the signature"), format!("{plain}{with}"));
    }
    for (name, with) in
        [("a space", " "), ("a line break", "\n"), ("NUL", "\0"), ("a letter beyond ASCII", "é")]
    {
        add(&format!("{name} before the token"), format!("{with}{plain}"));
        add(
            &format!("{name} within the payload"),
            signed(head.clone(), format!("{}{with}{}", &body[..8], &body[8..])),
        );
        add(
            &format!("{name} within the signature"),
            format!("{first}.{second}.{}{with}{}", &third[..9], &third[9..]),
        );
    }
    let spare = format!(r#"{{"alg":"RS256","a":"{}"}}"#, "x".repeat(3));
    add("bits behind the header", signed(trailing(&encoded(spare)), body.clone()));
    add("bits behind the payload", signed(head.clone(), trailing(&body)));
    add("bits behind the signature", format!("{first}.{second}.{}", trailing(third)));
    add("one letter behind the payload", signed(head.clone(), format!("{}AAAAA", encoded("{ }"))));
    add("one letter as the signature", format!("{first}.{second}.A"));
    add("a percent-encoded letter", format!("{first}.{second}.%{:02x}{}", third.as_bytes()[0], &third[1..]));
    add("Bearer before it", format!("Bearer {plain}"));
    add("quotes around it", format!("\"{plain}\""));
    add("brackets around it", format!("<{plain}>"));
    add("a letter that looks like another", plain.replacen('e', "е", 1));

    let marks =
        (0..).map(|at| token(Rs256, header(Rs256), claims_with("jti", &format!("\"~~~???>>>{at}\""))));
    let marks = marks.into_iter().find(|text| text.contains('-') && text.contains('_')).expect("both marks");
    let standard = marks.replace('-', "+").replace('_', "/");
    class.add("the standard alphabet", rs256(standard), bad, &rs256(marks));
    let forged = joined(&encoded(header(Rs256)), &encoded(claims()), attackers);
    let hexed: String = "00".repeat(256);
    let hexed = format!("{first}.{second}.{hexed}");
    class.add("the signature in hex", rs256(hexed), Code::TokenSignature, &control);
    class.add(
        "a signature in base64 twice",
        rs256(format!("{first}.{second}.{}", encoded(third))),
        Code::TokenSignature,
        &control,
    );
    class.add("another signature in its place", rs256(forged), Code::TokenSignature, &control);
    class
}
