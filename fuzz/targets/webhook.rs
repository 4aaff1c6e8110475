//! Messages of providers: refused, or signed as whoever computes the MAC alone finds; descriptions, events and claims from outside.
//!
//! An input is a header, a line break and a body; in the header `@` stands for the right signature. The body is a description or a claim too.
#![no_main]

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use libfuzzer_sys::fuzz_target;
use payymo::crypto::{Hash, Secret};
use payymo::webhook::claim::{Claim, Decision, Leases, Step, decide};
use payymo::webhook::{
    Encoding, EventId, Freshness, Part, Place, Policy, Scheme, SecretForm, Tolerance, Verified, Verifier,
};
use ring::hmac;
use std::sync::LazyLock;

const KEY: &[u8] = b"whsec_of_the_fuzz_target_0123456789";
const OLD: &[u8] = b"whsec_of_last_year_0123456789";
const NOW: i64 = 1_700_000_000;
const ID: &str = "msg2KWPBgLlAfxdpx2AI54pPJ85f4W";

/// Those of the library, and descriptions in the manner of GitHub, Shopify, Slack, Paddle and Standard Webhooks.
static SCHEMES: LazyLock<Vec<Scheme>> = LazyLock::new(|| {
    let prefixed = |header: &str, prefix: &str| {
        let mut place = Place::alone(header);
        place.prefix = prefix.to_owned();
        place
    };
    let text = |text: &str| Part::Text(text.to_owned());
    let github =
        Scheme::new("github", prefixed("X-Hub-Signature-256", "sha256="), Encoding::Hex, vec![Part::Body]);
    let shopify = Scheme::new("shopify", Place::alone("X-Hmac"), Encoding::Base64, vec![Part::Body]);
    let signed = vec![text("v0:"), Part::Timestamp, text(":"), Part::Body];
    let mut slack = Scheme::new("slack", prefixed("X-Slack-Signature", "v0="), Encoding::Hex, signed);
    slack.timestamp = Some(Place::alone("X-Slack-Request-Timestamp"));
    let signed = vec![Part::Timestamp, text(":"), Part::Body];
    let pair = |key: &str| Place::pair("Paddle-Signature", key, ';', '=');
    let mut paddle = Scheme::new("paddle", pair("h1"), Encoding::Hex, signed);
    paddle.timestamp = Some(pair("ts"));
    paddle.event = EventId::Member(vec!["data".into(), "id".into()]);
    let signed = vec![Part::Id, text("."), Part::Timestamp, text("."), Part::Body];
    let place = Place::pair("webhook-signature", "v1", ' ', ',');
    let mut standard = Scheme::new("standard", place, Encoding::Base64, signed);
    standard.hash = Hash::Sha512;
    standard.secret = SecretForm::Base64 { prefix: "whsec_".into() };
    standard.header_may_repeat = true;
    standard.timestamp = Some(Place::alone("webhook-timestamp"));
    standard.id = Some(Place::alone("webhook-id"));
    standard.event = EventId::Header;
    vec![Scheme::stripe(), Scheme::gocardless(), github, shopify, slack, paddle, standard]
});

fuzz_target!(|bytes: &[u8]| {
    let line = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let (header, rest) = bytes.split_at(line);
    let body = rest.get(1..).unwrap_or_default();
    for scheme in SCHEMES.iter() {
        described(scheme, header, body);
    }
    if let Ok(foreign) = serde_json::from_slice::<Scheme>(body) {
        let text = serde_json::to_string(&foreign).expect("JSON");
        assert!(serde_json::from_str::<Scheme>(&text).is_ok_and(|again| again == foreign));
        described(&foreign, header, body);
    }
    claimed(body, i64::try_from(bytes.len()).unwrap_or(NOW) + NOW);
});

/// A scheme with a header from outside, and with headers as its provider writes them.
fn described(scheme: &Scheme, header: &[u8], body: &[u8]) {
    let secret = |key: &[u8]| match &scheme.secret {
        SecretForm::Base64 { prefix } => {
            Secret::new(format!("{prefix}{}", STANDARD.encode(key)).into_bytes())
        }
        _ => Secret::new(key.to_vec()),
    };
    let secrets = || vec![("old".to_owned(), secret(OLD)), ("live".to_owned(), secret(KEY))];
    let policy = Policy::default();
    let Ok(verifier) = Verifier::new(scheme.clone(), secrets(), policy) else {
        return assert!(scheme.check().is_err(), "a scheme that holds");
    };
    let right = spelled(scheme, &mac(scheme, KEY, &message(scheme, NOW, ID, body)));

    // As it came, everywhere.
    let filled: Vec<u8> = header
        .iter()
        .flat_map(|byte| if *byte == b'@' { right.clone().into_bytes() } else { vec![*byte] })
        .collect();
    let places = [Some(&scheme.signature), scheme.timestamp.as_ref(), scheme.id.as_ref()];
    let mut came: Vec<(&str, &[u8])> = Vec::new();
    for place in places.into_iter().flatten() {
        if !came.iter().any(|known| known.0.eq_ignore_ascii_case(&place.header)) {
            came.push((&place.header, &filled));
        }
    }
    told(scheme, &verifier, &came, body);

    // As it is written, with what came in the place of the signature, and beside it.
    let written = headers(scheme, &right);
    let with: Vec<(&str, &[u8])> = written.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    match verifier.verify(&with, body, NOW) {
        Ok(verified) => {
            assert_eq!((verified.secret.as_str(), verified.body()), ("live", body));
            events(scheme, &verified);
        }
        // An id may not hold the text that stands beside it in what is signed.
        Err(error) => assert_eq!(error.code().as_str(), "webhook.id", "{scheme:?}"),
    }
    let mut changed = body.to_vec();
    changed.push(b' ');
    assert!(verifier.verify(&with, &changed, NOW).is_err(), "another body");
    let mut beside = with.clone();
    beside.push((&scheme.signature.header, &filled));
    told(scheme, &verifier, &beside, body);
    if scheme.timestamp.is_some() {
        assert!(
            verifier.verify(&with, body, NOW + 301).is_err()
                && verifier.verify(&with, body, NOW - 301).is_err()
        );
        let mut policy = policy;
        policy.tolerance = Tolerance::AnyAge;
        let verifier = Verifier::new(scheme.clone(), secrets(), policy).expect("the same secrets");
        if let Ok(verified) = verifier.verify(&with, body, i64::MAX) {
            assert!(matches!(verified.freshness, Freshness::Unchecked { at: NOW, .. }));
        }
    }
}

/// What is accepted holds the MAC that it must have, in its one spelling.
fn told(scheme: &Scheme, verifier: &Verifier, headers: &[(&str, &[u8])], body: &[u8]) {
    match verifier.verify(headers, body, NOW) {
        Ok(verified) => {
            let at = match verified.freshness {
                Freshness::Stamped { at, age } => {
                    assert_eq!((NOW - at, age.abs() <= 300), (age, true));
                    at
                }
                _ => {
                    assert!(scheme.timestamp.is_none(), "no time was looked at");
                    NOW
                }
            };
            let id = verified.id.as_deref().unwrap_or_default();
            assert_eq!(verified.id.is_some(), scheme.id.is_some());
            let key = if verified.secret == "live" { KEY } else { OLD };
            let signature = spelled(scheme, &mac(scheme, key, &message(scheme, at, id, body)));
            let holds = |text: &[u8]| text.windows(signature.len()).any(|part| part == signature.as_bytes());
            let of_it = |name: &str| name.eq_ignore_ascii_case(&scheme.signature.header);
            assert!(
                headers.iter().any(|(name, text)| of_it(name) && holds(text)),
                "accepted without its MAC"
            );
            assert_eq!(verified.body(), body);
            events(scheme, &verified);
        }
        Err(error) => assert!(!error.message().is_empty()),
    }
}

fn events(scheme: &Scheme, verified: &Verified<'_>) {
    match verified.event_ids() {
        Ok(ids) => {
            assert!(!ids.is_empty() && ids.iter().all(|id| (1..=255).contains(&id.len())));
            assert!(ids.iter().all(|id| id.bytes().all(|byte| byte.is_ascii_graphic())));
            assert!(ids.iter().enumerate().all(|(at, id)| !ids[..at].contains(id)), "an event twice");
            if matches!(scheme.event, EventId::Member(_) | EventId::Each { .. }) {
                assert!(serde_json::from_slice::<serde_json::Value>(verified.body()).is_ok());
            }
        }
        Err(error) => assert!(!error.message().is_empty()),
    }
}

/// What a provider signs, by the description.
fn message(scheme: &Scheme, time: i64, id: &str, body: &[u8]) -> Vec<u8> {
    let part = |part: &Part| match part {
        Part::Timestamp => time.to_string().into_bytes(),
        Part::Id => id.as_bytes().to_vec(),
        Part::Text(text) => text.as_bytes().to_vec(),
        _ => body.to_vec(),
    };
    scheme.signed.iter().flat_map(part).collect()
}

fn mac(scheme: &Scheme, key: &[u8], message: &[u8]) -> Vec<u8> {
    let algorithm = match scheme.hash {
        Hash::Sha256 => hmac::HMAC_SHA256,
        Hash::Sha384 => hmac::HMAC_SHA384,
        Hash::Sha512 => hmac::HMAC_SHA512,
    };
    hmac::sign(&hmac::Key::new(algorithm, key), message).as_ref().to_vec()
}

fn spelled(scheme: &Scheme, tag: &[u8]) -> String {
    match scheme.encoding {
        Encoding::Hex => tag.iter().map(|byte| format!("{byte:02x}")).collect(),
        Encoding::Base64 => STANDARD.encode(tag),
        _ => URL_SAFE_NO_PAD.encode(tag),
    }
}

/// The headers of a message that is signed at [`NOW`].
fn headers<'s>(scheme: &'s Scheme, signature: &str) -> Vec<(&'s str, String)> {
    let time = NOW.to_string();
    let values = [
        (scheme.timestamp.as_ref(), time.as_str()),
        (scheme.id.as_ref(), ID),
        (Some(&scheme.signature), signature),
    ];
    let mut all: Vec<(&str, String)> = Vec::new();
    for (place, value) in values.into_iter().filter_map(|(place, value)| Some((place?, value))) {
        let (mut text, mut separator) = (format!("{}{value}", place.prefix), None);
        if let Some(pair) = &place.pair {
            text = format!("{}{}{text}", pair.key, pair.equals);
            separator = Some(pair.separator);
        }
        match (all.iter_mut().find(|known| known.0.eq_ignore_ascii_case(&place.header)), separator) {
            (Some(known), Some(separator)) => known.1.extend([separator.to_string(), text]),
            _ => all.push((&place.header, text)),
        }
    }
    all
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
