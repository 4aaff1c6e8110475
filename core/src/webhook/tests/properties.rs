//! What holds of any message and any description.

use super::sent::{BODY, NOW, SECRET, Sent, hex, mac};
use crate::crypto::Secret;
use crate::webhook::{Encoding, Freshness, Part, Place, Policy, Scheme, Tolerance, Verifier};
use proptest::prelude::*;
use ring::hmac;

/// Pieces of a header, in which `@` is the right signature.
fn header() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => Just("t=1700000000".to_owned()),
        6 => Just("v1=@".to_owned()),
        1 => Just("v0=@".to_owned()),
        1 => "[tv1=,@ 0-9a-f]{0,9}",
        1 => any::<u32>().prop_map(|time| format!("t={time}")),
        1 => "v1=[0-9a-fA-F]{62,66}",
        1 => "\\PC{0,6}",
    ];
    proptest::collection::vec(piece, 0..5).prop_map(|pieces| pieces.join(","))
}

/// Parts in any order, with a text between most of them.
fn parts() -> impl Strategy<Value = Vec<Part>> {
    let variable = prop_oneof![
        Just(vec![Part::Body]),
        Just(vec![Part::Timestamp, Part::Body]),
        Just(vec![Part::Id, Part::Body]),
        Just(vec![Part::Id, Part::Timestamp, Part::Body]),
    ];
    let texts = proptest::collection::vec("[.0]{0,2}", 4);
    (variable.prop_shuffle(), texts).prop_map(|(variable, texts)| {
        let text = |text: String| (!text.is_empty()).then_some(Part::Text(text));
        let mut texts = texts.into_iter();
        let mut parts: Vec<Part> = texts.next().and_then(text).into_iter().collect();
        for part in variable {
            parts.push(part);
            parts.extend(texts.next().and_then(text));
        }
        parts
    })
}

/// What a scheme puts together, with the values of one message.
fn joined(scheme: &Scheme, values: &[String; 3]) -> String {
    let [id, time, body] = values;
    let text = |part: &Part| match part {
        Part::Id => id.clone(),
        Part::Timestamp => time.clone(),
        Part::Body => body.clone(),
        Part::Text(text) => text.clone(),
    };
    scheme.signed.iter().map(text).collect()
}

proptest! {
    /// No header brings it down, and what is accepted was signed.
    #[test]
    fn what_is_accepted_was_signed(value in header(), other in any::<bool>()) {
        let body = if other { "{}" } else { BODY };
        let sent = Sent::of(Scheme::stripe(), body);
        let sent = Sent { headers: Sent::stripe_header(&value).headers, ..sent };
        let accepted = sent.verifier().unwrap();
        let headers = [("stripe-signature", sent.headers[0].1.as_slice())];
        if let Ok(verified) = accepted.verify(&headers, &sent.body, NOW) {
            let Freshness::Stamped { at, .. } = verified.freshness else { panic!("no time") };
            let time = at.to_string();
            let tag = hex(&mac(hmac::HMAC_SHA256, SECRET.as_bytes(), &[time.as_bytes(), b".", &sent.body]));
            let text = String::from_utf8(sent.headers[0].1.clone()).unwrap();
            let pairs: Vec<&str> = text.split(',').collect();
            let signature = format!("v1={tag}");
            let stamp = format!("t={time}");
            prop_assert!(pairs.contains(&stamp.as_str()) && pairs.contains(&signature.as_str()));
        }
    }

    /// Any bytes in a header and a body get an answer.
    #[test]
    fn any_bytes_have_an_answer(value in any::<Vec<u8>>(), body in any::<Vec<u8>>(), now in any::<i64>()) {
        for scheme in [Scheme::stripe(), Scheme::gocardless()] {
            let secret = Secret::new(SECRET.as_bytes().to_vec());
            let name = scheme.signature.header.clone();
            let verifier = Verifier::new(scheme, vec![("live".into(), secret)], Policy::default()).unwrap();
            prop_assert!(verifier.verify(&[(&name, &value)], &body, now).is_err());
        }
    }

    /// Under a description that holds, no two messages are put together to the same text: a signature is of one message.
    #[test]
    fn one_signature_is_of_one_message(parts in parts()) {
        let mut scheme = Scheme::new("any", Place::alone("S"), Encoding::Hex, parts);
        scheme.id = scheme.signed.contains(&Part::Id).then(|| Place::alone("I"));
        scheme.timestamp = scheme.signed.contains(&Part::Timestamp).then(|| Place::alone("T"));
        prop_assume!(scheme.check().is_ok());
        let texts = |longest: u32| -> Vec<String> {
            let written = |length: u32, number: usize| {
                (0..length).map(|at| ['.', '0', '1'][number / 3_usize.pow(at) % 3]).collect()
            };
            (0..=longest).flat_map(|length| (0..3_usize.pow(length)).map(move |number| written(length, number))).collect()
        };
        let absent = || vec![String::new()];
        let ids = if scheme.id.is_some() { texts(2).split_off(1) } else { absent() };
        let times = if scheme.timestamp.is_some() { [0, 1, 10, 11, 100, 101].map(|time: u8| time.to_string()).to_vec() } else { absent() };
        let mut known = std::collections::BTreeMap::new();
        for id in ids.iter().filter(|id| !id.chars().any(|one| scheme.is_beside_id(one))) {
            for time in &times {
                for body in texts(3) {
                    let values = [id.clone(), time.clone(), body];
                    let other = known.insert(joined(&scheme, &values), values.clone());
                    prop_assert!(other.is_none(), "{:?}: {values:?} and {other:?}", scheme.signed);
                }
            }
        }
    }

    /// The tolerance holds in both directions, to the second.
    #[test]
    fn the_tolerance_holds_both_ways(tolerance in 0..=900_u32, apart in -2000..2000_i64) {
        let sent = Sent::stripe().with(|sent| {
            sent.policy.tolerance = Tolerance::Seconds(tolerance);
            sent.now += apart;
        });
        prop_assert_eq!(sent.code().is_none(), apart.unsigned_abs() <= u64::from(tolerance));
    }
}
