//! Why a signature is wrong: other spellings of the same body.
//!
//! # Design
//! A framework that parses a body and prints it again changes white space, escapes or the end; a gateway hands it on in base64. There are few ways in which JSON
//! is printed, so they are tried: where one of them fits the signature, it is certain that the message is the provider's and that the host changed its bytes. That is
//! told and nothing more: what would be accepted in its place was never seen. How much is tried is bounded, since anybody can send a wrong signature.

use super::json_text::{Escapes, Spacing, printed, tokens};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::de::IgnoredAny;

/// Bytes of a body that is respelled, and bytes that are hashed to explain one failure.
const LARGEST: usize = 64 * 1024;
const BUDGET: usize = 2 << 20;

/// What was changed, where another spelling of the body fits.
pub(super) fn proven(
    body: &[u8],
    secrets: usize,
    fits: &mut dyn FnMut(&[u8]) -> bool,
) -> Option<&'static str> {
    if body.is_empty() || body.len() > LARGEST {
        return None;
    }
    let mut budget = BUDGET;
    let mut tried = |other: &[u8]| {
        let cost = other.len().saturating_mul(secrets);
        match budget.checked_sub(cost) {
            Some(left) if other != body => {
                budget = left;
                fits(other)
            }
            _ => false,
        }
    };
    ends(body, &mut tried).or_else(|| wrapped(body, &mut tried)).or_else(|| reprinted(body, &mut tried))
}

/// Something at the ends, or at the ends of lines.
fn ends(body: &[u8], tried: &mut dyn FnMut(&[u8]) -> bool) -> Option<&'static str> {
    let with = |end: &[u8]| [body, end].concat();
    let without_returns = || body.iter().copied().filter(|byte| *byte != b'\r').collect::<Vec<u8>>();
    let with_returns = || {
        let lines: Vec<&[u8]> = body.split(|byte| *byte == b'\n').collect();
        lines.join(b"\r\n".as_slice())
    };
    if tried(&with(b"\n")) || tried(&with(b"\r\n")) {
        return Some("the line break at its end was taken off");
    }
    if tried(body.trim_ascii_end()) || tried(body.trim_ascii()) {
        return Some("spaces or line breaks were added at an end");
    }
    if body.strip_prefix(b"\xef\xbb\xbf").is_some_and(&mut *tried) {
        return Some("a byte order mark was added before it");
    }
    if tried(&[b"\xef\xbb\xbf", body].concat()) {
        return Some("the byte order mark before it was taken off");
    }
    if body.contains(&b'\r') && tried(&without_returns()) || tried(&with_returns()) {
        return Some("its line breaks were changed");
    }
    None
}

/// The body within another text.
fn wrapped(body: &[u8], tried: &mut dyn FnMut(&[u8]) -> bool) -> Option<&'static str> {
    if body.starts_with(b"\"")
        && serde_json::from_slice::<String>(body).is_ok_and(|text| tried(text.as_bytes()))
    {
        return Some("it was made a JSON text once more");
    }
    if STANDARD.decode(body).is_ok_and(|bytes| tried(&bytes)) {
        return Some("it is still in base64, as some gateways hand it on: decode it first");
    }
    None
}

/// Parsed and printed in another way.
fn reprinted(body: &[u8], tried: &mut dyn FnMut(&[u8]) -> bool) -> Option<&'static str> {
    let tokens = tokens(json(body)?)?;
    for spacing in Spacing::ALL {
        for escapes in Escapes::ALL {
            let Some(mut other) = printed(&tokens, spacing, escapes) else { continue };
            if tried(other.as_bytes()) {
                return Some("it was parsed as JSON and printed again");
            }
            other.push('\n');
            if tried(other.as_bytes()) {
                return Some("it was parsed as JSON and printed again");
            }
        }
    }
    None
}

fn json(body: &[u8]) -> Option<&str> {
    let text = core::str::from_utf8(body).ok()?;
    serde_json::from_str::<IgnoredAny>(text).is_ok().then_some(text)
}

/// What a body looks like, where nothing is proven.
pub(super) fn suspected(body: &[u8]) -> Option<&'static str> {
    if body.is_empty() {
        return Some("the body is empty: a parser may have read it before");
    }
    if body.starts_with(b"[object ") {
        return Some("the body is the name of a JavaScript object: hand over bytes, not what was parsed");
    }
    if body.len() > LARGEST {
        return None;
    }
    let text = core::str::from_utf8(body).ok()?;
    if text.contains('\u{fffd}') {
        return Some("the body holds replacement characters: its bytes were lost when it was made a text");
    }
    if text.starts_with("{'") || text.starts_with("array(") || text.starts_with("{:") {
        return Some("the body is a printed dictionary, not JSON: hand over bytes, not what was parsed");
    }
    json(body)?;
    if text.contains('\n') {
        return Some(
            "the body is JSON over several lines: where the provider sends it compact, it was printed again",
        );
    }
    if text.contains("\\/") {
        return Some("the body is JSON with escaped slashes: it may have been printed again by PHP");
    }
    if text.contains("\": ") && text.contains(", \"") {
        return Some(
            "the body is JSON with spaces behind its commas: it may have been printed again by Python",
        );
    }
    match serde_json::from_str::<serde_json::Value>(text) {
        Ok(value) if is_sorted(&value, text) => {
            Some("the members of the body stand in the order of the alphabet: it may have been printed again")
        }
        _ => None,
    }
}

/// serde_json keeps members in the order of the alphabet: printed again, they stand where they stood.
fn is_sorted(value: &serde_json::Value, text: &str) -> bool {
    let several = value.as_object().is_some_and(|members| members.len() > 2);
    several && serde_json::to_string(value).is_ok_and(|again| again == text)
}
