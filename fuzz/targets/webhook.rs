//! Messages of providers: refused, or signed as whoever computes the MAC alone finds; descriptions and claims from outside.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payymo::crypto::Secret;
use payymo::webhook::claim::{Claim, Decision, Leases, Step, decide};
use payymo::webhook::{Freshness, Policy, Scheme, Verifier};
use ring::hmac;

const KEY: &[u8] = b"whsec_of_the_fuzz_target_0123456789";
const NOW: i64 = 1_700_000_000;

fuzz_target!(|bytes: &[u8]| {
    let line = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let (header, rest) = bytes.split_at(line);
    let body = rest.get(1..).unwrap_or_default();
    stripe(header, body);
    described(header, body);
    claimed(body, i64::try_from(bytes.len()).unwrap_or(NOW) + NOW);
});

fn verifier(scheme: Scheme) -> Option<Verifier> {
    Verifier::new(scheme, vec![("live".into(), Secret::new(KEY.to_vec()))], Policy::default()).ok()
}

/// The hex of the MAC of a body that was signed at a time.
fn mac(time: i64, body: &[u8]) -> String {
    let message = [format!("{time}.").as_bytes(), body].concat();
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, KEY), &message);
    tag.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A header in which `@` is the right signature, so that some are accepted.
fn stripe(header: &[u8], body: &[u8]) {
    let right = mac(NOW, body).into_bytes();
    let header: Vec<u8> =
        header.iter().flat_map(|byte| if *byte == b'@' { right.clone() } else { vec![*byte] }).collect();
    let stripe = verifier(Scheme::stripe()).expect("a scheme that holds");
    match stripe.verify(&[("Stripe-Signature", &header)], body, NOW) {
        Ok(verified) => {
            let Freshness::Stamped { at, age } = verified.freshness else { panic!("no time was looked at") };
            assert!((NOW - at, age.abs() <= 300) == (age, true));
            let text = core::str::from_utf8(&header).expect("ASCII");
            let signature = format!("v1={}", mac(at, body));
            assert!(text.split(',').any(|pair| pair == signature), "accepted without its MAC");
            assert_eq!(text.split(',').filter(|pair| pair.starts_with("t=")).count(), 1);
            assert_eq!(verified.body(), body);
            if let Ok(ids) = verified.event_ids() {
                assert!(!ids.is_empty() && ids.iter().all(|id| (1..=255).contains(&id.len())));
            }
        }
        Err(error) => assert!(!error.message().is_empty()),
    }
}

/// A scheme from outside, and one that is ours with any header.
fn described(header: &[u8], body: &[u8]) {
    let foreign = serde_json::from_slice::<Scheme>(body).ok();
    for scheme in foreign.into_iter().chain([Scheme::gocardless()]) {
        let name = scheme.signature.header.clone();
        if let Some(verifier) = verifier(scheme) {
            let _ = verifier.verify(&[(&name, header), ("webhook-id", header)], body, NOW);
        }
    }
}

/// What a store holds, whoever wrote it: there is a decision, and a write goes forward.
fn claimed(row: &[u8], now: i64) {
    let Ok(claim) = serde_json::from_slice::<Claim>(row) else { return };
    let attempt = 1;
    let begin = Step::Begin { made: Some(NOW) };
    for step in [begin, Step::Complete { attempt }, Step::Fail { attempt }, Step::Extend { attempt }] {
        match decide(&Leases::default(), Some(&claim), step, "a", now).expect("rules in their ranges") {
            Decision::Write(write) => {
                assert_eq!(write.expected, Some(claim.revision));
                assert!(write.claim.revision >= claim.revision);
            }
            Decision::Answer(_) => {}
        }
    }
}
