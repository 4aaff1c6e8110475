//! Webhooks, and each event once.

use crate::case::Cases;
use crate::rows::with;
use crate::trust::{NOW, ask};
use serde_json::{Value, json};

const STRIPE_SECRET: &str = "whsec_for_the_tests_of_payymo_only";
const STRIPE_BODY: &str = r#"{"id":"evt_1","type":"charge.succeeded"}"#;
/// HMAC-SHA256 of `1800000000.` and the body.
const STRIPE_SIGNATURE: &str = "43c7c8d5ef069673be7d1e66e818c5b5c0d6abe5175d355e0436c869db7cd422";
const SECRET: &str = "a-secret-for-the-tests-of-payymo";
const EVENTS: &str = r#"{"events":[{"id":"EV1","action":"confirmed"},{"id":"EV2","action":"paid_out"}]}"#;
const EVENTS_SIGNATURE: &str = "f2a560c6eb2c87f7972eb79f908221f622054b176f8d1ebf717bdc7349278b31";

fn stripe(more: Value) -> Value {
    let header = format!("t={NOW},v1={STRIPE_SIGNATURE}");
    with(
        json!({"provider": "stripe", "secrets": {"live": STRIPE_SECRET}, "headers": {"Stripe-Signature": [header]},
               "body": STRIPE_BODY, "now": NOW + 5}),
        more,
    )
}

fn gocardless(signature: &str, body: &str) -> Value {
    json!({"provider": "gocardless", "secrets": {"live": SECRET}, "headers": {"webhook-signature": [signature]},
           "body": body, "now": NOW})
}

/// GitHub's: a prefix, and no id that is signed.
fn github() -> Value {
    json!({"name": "github", "hash": "sha256", "secret": "as_it_stands",
           "signature": {"header": "X-Hub-Signature-256", "prefix": "sha256="}, "encoding": "hex",
           "signed": ["body"], "event": "digest"})
}

/// Standard Webhooks: id, time and body in base64.
fn standard() -> Value {
    json!({"name": "standard", "hash": "sha256", "secret": {"base64": {"prefix": "whsec_"}},
           "signature": {"header": "webhook-signature", "pair": {"key": "v1", "separator": " ", "equals": ","}},
           "encoding": "base64", "timestamp": {"header": "webhook-timestamp"}, "id": {"header": "webhook-id"},
           "signed": ["id", {"text": "."}, "timestamp", {"text": "."}, "body"], "event": "header"})
}

fn of_scheme(scheme: Value, secret: &str, headers: Value) -> Value {
    json!({"scheme": scheme, "secrets": {"a": secret}, "headers": headers, "body": STRIPE_BODY, "now": NOW})
}

pub fn cases() -> Cases {
    let mut cases = Cases::default();
    let mut add = |name: &str, request: Value| cases.add("webhook.verify", name, request);
    add("Stripe", stripe(json!({})));
    add(
        "Stripe, two secrets",
        stripe(json!({"secrets": {"old": "whsec_the_one_before_it_for_tests", "new": STRIPE_SECRET}})),
    );
    let header = |text: String| json!({"headers": {"stripe-signature": [text]}});
    add(
        "Stripe, several signatures",
        stripe(header(format!("t={NOW},v1={},v1={STRIPE_SIGNATURE},v0=ab", "0".repeat(64)))),
    );
    add(
        "Stripe, another secret",
        stripe(json!({"secrets": {"live": "whsec_of_another_endpoint_for_tests"}})),
    );
    add("Stripe, another body", stripe(json!({"body": "{}"})));
    add(
        "Stripe, a body that was printed again",
        stripe(json!({"body": "{\n  \"id\": \"evt_1\",\n  \"type\": \"charge.succeeded\"\n}"})),
    );
    add(
        "Stripe, the same unexplained",
        stripe(
            json!({"body": "{\n  \"id\": \"evt_1\",\n  \"type\": \"charge.succeeded\"\n}", "explain": false}),
        ),
    );
    add("Stripe, too old", stripe(json!({"now": NOW + 301})));
    add("Stripe, ahead", stripe(json!({"now": NOW - 301})));
    add("Stripe, exactly now", stripe(json!({"now": NOW, "tolerance": 0})));
    add("Stripe, a second late where none is tolerated", stripe(json!({"now": NOW + 1, "tolerance": 0})));
    add("Stripe, any age", stripe(json!({"now": NOW + 1_000_000, "any_age": true})));
    add("Stripe, any age and a tolerance", stripe(json!({"any_age": true, "tolerance": 5})));
    add("Stripe, a tolerance beyond its bound", {
        let mut request = stripe(json!({}));
        request["tolerance"] = json!(900);
        request
    });
    add("Stripe, a body beyond its bound", stripe(json!({"largest_body": 10})));
    add("Stripe, no header", stripe(json!({"headers": {}})));
    add("Stripe, the header twice", stripe(json!({"headers": {"Stripe-Signature": ["t=1", "t=2"]}})));
    add("Stripe, two times", stripe(header(format!("t={NOW},t={NOW},v1={STRIPE_SIGNATURE}"))));
    add("Stripe, no signature", stripe(header(format!("t={NOW}"))));
    add("Stripe, a time in milliseconds", stripe(header(format!("t={NOW}000,v1={STRIPE_SIGNATURE}"))));
    add("Stripe, a time that is none", stripe(header(format!("t=now,v1={STRIPE_SIGNATURE}"))));
    add(
        "Stripe, a signature in capitals",
        stripe(header(format!("t={NOW},v1={}", STRIPE_SIGNATURE.to_uppercase()))),
    );
    add(
        "Stripe, many candidates",
        stripe(header(format!("t={NOW}{}", format!(",v1={STRIPE_SIGNATURE}").repeat(100)))),
    );
    add("Stripe, no secret", stripe(json!({"secrets": {}})));
    add("Stripe, an empty secret", stripe(json!({"secrets": {"live": ""}})));
    add(
        "Stripe, a secret with a line break",
        stripe(json!({"secrets": {"live": format!("{STRIPE_SECRET}\n")}})),
    );
    add("GoCardless", gocardless(EVENTS_SIGNATURE, EVENTS));
    add("GoCardless, another signature", gocardless(&"0".repeat(64), EVENTS));
    add(
        "GoCardless, no event",
        gocardless("49482ec0d6d398d00a1be375774dc5aad052986eb54e6fd8c5d23910073c1591", r#"{"events":[]}"#),
    );
    add(
        "GoCardless, no JSON",
        gocardless("cf6873edf80531b7ba01f712c3c2fd1d5f93731dcc8541018198299b8dac35c9", "hello"),
    );
    let of_github = json!({"X-Hub-Signature-256": ["sha256=50b2a0366c5610056f8b9042a8ae29a75e68190bd651d0d6635e91bce7a0c151"]});
    add("a scheme by its description", of_scheme(github(), SECRET, of_github.clone()));
    let of_standard = json!({"webhook-id": ["msg_1"], "webhook-timestamp": [NOW.to_string()],
        "webhook-signature": ["v1,k9zrJaj8NMJ9VFAZEYUV44Rl2adcTN9ihkVEE79Ox+Q="]});
    add(
        "a scheme with an id",
        of_scheme(standard(), "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", of_standard),
    );
    add(
        "a scheme that signs no body",
        of_scheme(with(github(), json!({"signed": ["timestamp"]})), SECRET, of_github.clone()),
    );
    add("a scheme that is none", of_scheme(json!({"name": "x"}), SECRET, of_github.clone()));
    add(
        "a provider and a scheme",
        with(of_scheme(github(), SECRET, of_github), json!({"provider": "stripe"})),
    );

    let claim = |state: Option<&Value>, more: Value| {
        let mut request = with(json!({"step": "begin", "holder": "3f9c", "now": NOW}), more);
        if let Some(state) = state {
            request["state"] = state.clone();
        }
        request
    };
    let begun = ask("webhook.claim", &claim(None, json!({})))["write"]["state"].clone();
    let done = |more: Value| with(json!({"step": "complete", "attempt": 1, "now": NOW + 20}), more);
    let completed = ask("webhook.claim", &claim(Some(&begun), done(json!({}))))["write"]["state"].clone();
    let mut add = |name: &str, request: Value| cases.add("webhook.claim", name, request);
    add("begun", claim(None, json!({})));
    add(
        "begun, with rules of one's own",
        claim(None, json!({"made": NOW - 60, "leases": {"lease": 10, "skew": 1, "retention": 100_000}})),
    );
    add("a time in milliseconds", claim(None, json!({"now": NOW * 1000})));
    add("made at a time in milliseconds", claim(None, json!({"made": NOW * 1000})));
    add("too old to be told", claim(None, json!({"made": NOW - 40 * 86_400})));
    add("somebody else has it", claim(Some(&begun), json!({"holder": "b107", "now": NOW + 10})));
    add("its lease is over", claim(Some(&begun), json!({"holder": "b107", "now": NOW + 91})));
    add("completed", claim(Some(&begun), done(json!({}))));
    add("completed by somebody else", claim(Some(&begun), done(json!({"holder": "b107"}))));
    add("handled before", claim(Some(&completed), json!({"holder": "77aa", "now": NOW + 90_000})));
    add("given back", claim(Some(&begun), done(json!({"step": "fail"}))));
    add("extended", claim(Some(&begun), done(json!({"step": "extend"}))));
    add("completed without an attempt", claim(Some(&begun), json!({"step": "complete"})));
    add("begun with an attempt", claim(None, json!({"attempt": 1})));
    add("completed with a time", claim(Some(&begun), done(json!({"made": NOW}))));
    add("no holder", claim(None, json!({"holder": ""})));
    add("rules beyond their bounds", claim(None, json!({"leases": {"lease": 0}})));
    add("a state that is none", claim(Some(&json!("{}")), json!({})));
    let newer = begun.as_str().expect("a text").replacen(r#""version":1"#, r#""version":9"#, 1);
    add("a state of a later version", claim(Some(&json!(newer)), json!({})));
    cases
}
