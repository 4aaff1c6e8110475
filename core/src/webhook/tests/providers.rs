//! The schemes of providers, with values that are computed here by ring alone.

use super::sent::{BODY, NOW, SECRET, Sent, base64, base64_url, hex, mac, signed, standard};
use crate::crypto::Hash;
use crate::webhook::{Encoding, EventId, Freshness, Part, Place, Scheme, Verified};
use ring::hmac;

fn text(text: &str) -> Part {
    Part::Text(text.to_owned())
}

fn prefixed(header: &str, prefix: &str) -> Place {
    let mut place = Place::alone(header);
    place.prefix = prefix.to_owned();
    place
}

fn verdict(sent: &Sent) -> (Freshness, String, Vec<String>) {
    let look = |verified: &Verified<'_>, ids| (verified.freshness, verified.secret.clone(), ids);
    sent.taken(look).unwrap()
}

const STAMPED: Freshness = Freshness::Stamped { at: NOW, age: 0 };

#[test]
fn stripe() {
    assert_eq!(verdict(&Sent::stripe()), (STAMPED, "live".into(), vec!["evt_1".into()]));
    // While the secret rotates there are signatures of both, and the host has both.
    let old = hex(&mac(hmac::HMAC_SHA256, b"whsec_the_old_secret_of_it", &[b"1700000000.", BODY.as_bytes()]));
    let both = Sent::stripe_header(&format!("t=1700000000,v1={old},v1=@,v0=test"));
    assert_eq!(verdict(&both).1, "live");
    let with_both = both.clone().with(|sent| {
        sent.secrets =
            vec![("new".into(), SECRET.into()), ("old".into(), b"whsec_the_old_secret_of_it".to_vec())];
    });
    // Both fit: the first is told, wherever the signatures stand.
    assert_eq!(verdict(&with_both).1, "new");
    let old_alone = with_both.with(|sent| {
        sent.headers = vec![("stripe-signature".into(), format!("t=1700000000,v1={old}").into_bytes())];
    });
    assert_eq!(verdict(&old_alone).1, "old");
    let later = Sent::stripe().with(|sent| sent.now += 299);
    assert_eq!(verdict(&later).0, Freshness::Stamped { at: NOW, age: 299 });
    let ahead = Sent::stripe().with(|sent| sent.now -= 299);
    assert_eq!(verdict(&ahead).0, Freshness::Stamped { at: NOW, age: -299 });
    let unchecked = Sent::stripe().with(|sent| {
        sent.now += 1_000_000;
        sent.policy.tolerance = crate::webhook::Tolerance::AnyAge;
    });
    assert_eq!(verdict(&unchecked).0, Freshness::Unchecked { at: NOW, age: 1_000_000 });
}

/// The one message that GoCardless publishes: `tests/fixtures/webhook_body.json` of gocardless-pro-python (MIT), without the line break at its end.
#[test]
fn gocardless() {
    let body = concat!(
        r#"{"events":[{"id":"EV00BD05S5VM2T","created_at":"2018-07-05T09:13:51.404Z","resource_type":"subscriptions","#,
        r#""action":"created","links":{"subscription":"SB0003JJQ2MR06"},"details":{"origin":"api","cause":"subscription_created","#,
        r#""description":"Subscription created via the API."},"metadata":{}},{"id":"EV00BD05TB8K63","created_at":"2018-07-05T09:13:56.893Z","#,
        r#""resource_type":"mandates","action":"created","links":{"mandate":"MD000AMA19XGEC"},"details":{"origin":"api","#,
        r#""cause":"mandate_created","description":"Mandate created via the API."},"metadata":{}}]}"#,
    );
    let signature = "2693754819d3e32d7e8fcb13c729631f316c6de8dc1cf634d6527f1c07276e7e";
    let sent = Sent::of(Scheme::gocardless(), body)
        .header("Webhook-Signature", signature)
        .with(|sent| sent.secrets = vec![("live".into(), b"ED7D658C-D8EB-4941-948B-3973214F2D49".to_vec())]);
    let ids = vec!["EV00BD05S5VM2T".to_owned(), "EV00BD05TB8K63".to_owned()];
    assert_eq!(verdict(&sent), (Freshness::None, "live".into(), ids));
}

#[test]
fn github() {
    let scheme =
        Scheme::new("github", prefixed("X-Hub-Signature-256", "sha256="), Encoding::Hex, vec![Part::Body]);
    let sent = Sent::of(scheme, BODY).header("x-hub-signature-256", format!("sha256={}", signed(&[BODY])));
    let (freshness, _, ids) = verdict(&sent);
    assert_eq!(freshness, Freshness::None);
    // No id is signed: the body is one.
    let digest = ring::digest::digest(&ring::digest::SHA256, BODY.as_bytes());
    assert_eq!(ids, [format!("sha256:{}", hex(digest.as_ref()))]);
}

#[test]
fn standard_webhooks() {
    let sent = standard("msg_1", "1700000000", BODY);
    assert_eq!(verdict(&sent), (STAMPED, "live".into(), vec!["msg_1".into()]));
    // Signatures of other versions stand beside it.
    let with_others = sent.with(|sent| {
        let v1 = String::from_utf8(sent.headers[2].1.clone()).unwrap();
        sent.headers[2].1 = format!("v1a,AAAA {v1} v1,{}", base64(&[0; 32])).into_bytes();
    });
    assert_eq!(verdict(&with_others).2, ["msg_1"]);
}

#[test]
fn paddle() {
    let place = |key: &str| Place::pair("Paddle-Signature", key, ';', '=');
    let mut scheme =
        Scheme::new("paddle", place("h1"), Encoding::Hex, vec![Part::Timestamp, text(":"), Part::Body]);
    scheme.timestamp = Some(place("ts"));
    scheme.event = EventId::Member(vec!["event_id".into()]);
    let body = r#"{"event_id":"evt_01hv8x","data":{}}"#;
    let signature = signed(&["1700000000", ":", body]);
    let sent = Sent::of(scheme, body).header("Paddle-Signature", format!("ts=1700000000;h1={signature}"));
    assert_eq!(verdict(&sent), (STAMPED, "live".into(), vec!["evt_01hv8x".into()]));
}

#[test]
fn shopify() {
    let scheme =
        Scheme::new("shopify", Place::alone("X-Shopify-Hmac-SHA256"), Encoding::Base64, vec![Part::Body]);
    let signature = base64(&mac(hmac::HMAC_SHA256, SECRET.as_bytes(), &[BODY.as_bytes()]));
    let sent = Sent::of(scheme, BODY).header("X-Shopify-Hmac-Sha256", signature);
    assert_eq!(verdict(&sent).0, Freshness::None);
}

#[test]
fn slack() {
    let signed_parts = vec![text("v0:"), Part::Timestamp, text(":"), Part::Body];
    let mut scheme = Scheme::new("slack", prefixed("X-Slack-Signature", "v0="), Encoding::Hex, signed_parts);
    scheme.timestamp = Some(Place::alone("X-Slack-Request-Timestamp"));
    let body = "token=x&team_id=T1";
    let sent = Sent::of(scheme, body)
        .header("X-Slack-Request-Timestamp", "1700000000")
        .header("X-Slack-Signature", format!("v0={}", signed(&["v0:", "1700000000", ":", body])));
    assert_eq!(verdict(&sent).0, STAMPED);
}

/// The URL of the endpoint before the body, as Square signs.
#[test]
fn a_text_before_the_body() {
    let url = "https://shop.example/hooks/square";
    let mut scheme = Scheme::new(
        "square",
        Place::alone("x-square-hmacsha256-signature"),
        Encoding::Base64,
        vec![text(url), Part::Body],
    );
    scheme.event = EventId::Member(vec!["event_id".into()]);
    let body = r#"{"event_id":"6a8f"}"#;
    let signature = base64(&mac(hmac::HMAC_SHA256, SECRET.as_bytes(), &[url.as_bytes(), body.as_bytes()]));
    let sent = Sent::of(scheme, body).header("X-Square-HmacSha256-Signature", signature);
    assert_eq!(verdict(&sent).2, ["6a8f"]);
}

#[test]
fn every_hash_in_every_encoding() {
    let hashes = [
        (Hash::Sha256, hmac::HMAC_SHA256),
        (Hash::Sha384, hmac::HMAC_SHA384),
        (Hash::Sha512, hmac::HMAC_SHA512),
    ];
    type Encoded = (Encoding, fn(&[u8]) -> String);
    let encodings: [Encoded; 3] =
        [(Encoding::Hex, hex), (Encoding::Base64, base64), (Encoding::Base64Url, base64_url)];
    for (hash, how) in hashes {
        for (encoding, encoded) in encodings {
            let mut scheme = Scheme::new("own", Place::pair("S", "s", ';', '='), encoding, vec![Part::Body]);
            scheme.hash = hash;
            let signature = encoded(&mac(how, SECRET.as_bytes(), &[BODY.as_bytes()]));
            let sent = Sent::of(scheme.clone(), BODY).header("s", format!("s={signature}"));
            assert_eq!(sent.code(), None, "{hash:?} {encoding:?}");
            let kept = serde_json::to_string(&scheme).unwrap();
            assert_eq!(serde_json::from_str::<Scheme>(&kept).unwrap(), scheme);
        }
    }
}

#[test]
fn a_header_that_may_come_several_times() {
    let once = Sent::stripe_header("t=1700000000,v1=@").with(|sent| sent.scheme.header_may_repeat = true);
    let wrong = format!("v1={}", "0".repeat(64));
    let twice = once.clone().header("Stripe-Signature", wrong.clone());
    assert_eq!(verdict(&twice).0, STAMPED);
    let two_times = once.clone().header("Stripe-Signature", format!("t=1700000000,{wrong}"));
    assert_eq!(two_times.code(), Some(crate::Code::WebhookRepeated));
    let seventeen = (0..16).fold(once, |sent, _| sent.header("Stripe-Signature", wrong.clone()));
    assert_eq!(seventeen.code(), Some(crate::Code::WebhookCandidates));
}
