//! Logins, permissions, rings of keys.

use crate::case::Cases;
use crate::rows::with;
use crate::trust::{NOW, OTHER_PUBLIC, RSA_PUBLIC, SECRET, ask, ask_of, rsa_signer, typed_token};
use serde_json::{Value, json};

const RANDOM: &str = "0123456789abcdef";
const MORE: &str = "fedcba9876543210";
const NEXT: &str = "payymo+random-16";

fn issuer(more: Value) -> Value {
    let all =
        json!({"issuer": "https://issuer.example", "access_audience": "api", "refresh_audience": "refresh"});
    with(with(all, rsa_signer()), more)
}

fn begin(more: Value) -> Value {
    let random = format!("{RANDOM}{MORE}");
    with(json!({"subject": "u1", "tenant": "t9", "client": "app", "random": random, "now": NOW}), more)
}

fn confirm(state: &Value, written: &str) -> Value {
    json!({"state": state, "written": written, "permissions": ["invoice:read", "payout:*"], "random": RANDOM, "now": NOW})
}

pub fn sessions() -> Cases {
    let mut cases = Cases::default();
    cases.add("sessions.new", "of a key", issuer(json!({})));
    let keys = json!([{"pem": RSA_PUBLIC, "algorithm": "RS256", "id": "2027"}, {"pem": OTHER_PUBLIC, "algorithm": "RS256", "id": "2026"}]);
    let rotating = issuer(
        json!({"keys": keys, "lifetimes": {"access": 300, "refresh": 3600, "family": 86_400, "grace": 5}, "leeway": 5}),
    );
    cases.add("sessions.new", "while keys are changed", rotating.clone());
    let jwk = ask_of(&rsa_signer(), "signer.jwk", &json!({}));
    let jwks = format!(r#"{{"keys":[{},{{"kty":"EC"}}]}}"#, jwk.as_str().expect("a key"));
    cases.add("sessions.new", "with a set", issuer(json!({"jwks": jwks})));
    let plain =
        json!({"issuer": "https://issuer.example", "access_audience": "api", "refresh_audience": "refresh"});
    let hmac = with(
        plain.clone(),
        json!({"secret": SECRET, "algorithm": "HS256", "secrets": {"a": SECRET}, "key_id": "a"}),
    );
    cases.add("sessions.new", "of a secret", hmac);
    let oct = json!({"kty": "oct", "k": "YSBzZWNyZXQgb2YgdGhlIHRlc3RzIG9mIHBheXltbyE"}).to_string();
    cases.add("sessions.new", "of a secret as JWK", with(plain, json!({"jwk": oct, "algorithm": "HS256"})));
    cases.add("sessions.new", "one audience for both", issuer(json!({"refresh_audience": "api"})));
    cases.add("sessions.new", "no issuer", issuer(json!({"issuer": ""})));
    cases.add("sessions.new", "a leeway beyond its bound", issuer(json!({"leeway": 301})));

    let sets = [
        ("a grace that lets thieves in", json!({"grace": 301})),
        ("an access token that never holds", json!({"access": 0})),
        ("a refresh token that ends before its access token", json!({"refresh": 899})),
        ("a family that ends before its refresh token", json!({"family": 86_400})),
        ("lifetimes in milliseconds", json!({"refresh": 604_800_000, "family": 2_592_000_000_u32})),
    ];
    for (name, lifetimes) in sets {
        cases.add("sessions.new", name, issuer(json!({"lifetimes": lifetimes})));
    }

    let made = || issuer(json!({}));
    for (name, more) in [
        ("a time in milliseconds", json!({"now": NOW * 1000})),
        ("nobody", json!({"subject": ""})),
        ("of no tenant", json!({"tenant": ""})),
        ("of no client", json!({"client": ""})),
        ("the same bytes twice", json!({"random": RANDOM.repeat(2)})),
        ("bound to what is no hash", json!({"binding": {"key": "short"}})),
        ("bound to nothing", json!({"binding": {"certificate": ""}})),
    ] {
        cases.on(made(), &[], "sessions.begin", name, begin(more));
    }
    cases.on(made(), &[], "sessions.begin", "a login", begin(json!({})));
    let binding = json!({"key": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"});
    cases.on(made(), &[], "sessions.begin", "bound to a key", begin(json!({"binding": binding})));
    cases.on(
        made(),
        &[],
        "sessions.begin",
        "bytes that are not random",
        begin(json!({"random": "x".repeat(32)})),
    );
    cases.on(made(), &[], "sessions.begin", "too few bytes", begin(json!({"random": RANDOM})));

    let begun = ask_of(&made(), "sessions.begin", &begin(json!({})));
    let state = begun["state"].clone();
    for written in ["applied", "conflict", "unavailable"] {
        cases.on(made(), &[], "sessions.confirm", written, confirm(&state, written));
    }
    let said = with(confirm(&state, "applied"), json!({"permissions": ["Invoice:read"]}));
    cases.on(made(), &[], "sessions.confirm", "a permission that is none", said);
    cases.on(made(), &[], "sessions.confirm", "a state that is none", confirm(&json!("{}"), "applied"));

    let tokens = ask_of(&made(), "sessions.confirm", &confirm(&state, "applied"));
    let (access, refresh) = (tokens["access"].clone(), tokens["refresh"].clone());
    let verify = |token: &Value| json!({"token": token, "now": NOW});
    cases.on(made(), &[], "sessions.verify", "an access token", verify(&access));
    cases.on(made(), &[], "sessions.verify", "a refresh token", verify(&refresh));
    cases.on(rotating, &[], "sessions.verify", "while keys are changed", verify(&access));
    let others = issuer(json!({"keys": [{"pem": OTHER_PUBLIC, "algorithm": "RS256", "id": "2026"}]}));
    cases.on(others, &[], "sessions.verify", "its own key, where only others were given", verify(&access));
    cases.on(
        made(),
        &[],
        "sessions.verify",
        "a token of another kind",
        verify(&json!(typed_token(json!({}), "JWT"))),
    );
    cases.on(made(), &[], "sessions.verify", "expired", json!({"token": access, "now": NOW + 931}));
    let shown = json!({"token": access, "now": NOW, "binding": binding});
    cases.on(made(), &[], "sessions.verify", "bound to nothing, and a key shown", shown);

    let present = |more: Value| with(json!({"token": refresh, "client": "app", "now": NOW + 60}), more);
    cases.on(made(), &[], "sessions.present", "a refresh token", present(json!({})));
    cases.on(made(), &[], "sessions.present", "an access token", present(json!({"token": access})));
    cases.on(made(), &[], "sessions.present", "expired", present(json!({"now": NOW + 700_000})));
    let of_key = ask_of(&made(), "sessions.begin", &begin(json!({"binding": binding})));
    let of_key = ask_of(&made(), "sessions.confirm", &confirm(&of_key["state"], "applied"));
    cases.on(
        made(),
        &[],
        "sessions.present",
        "bound, and nothing shown",
        present(json!({"token": of_key["refresh"]})),
    );
    cases.on(
        made(),
        &[],
        "sessions.present",
        "bound, and shown",
        present(json!({"token": of_key["refresh"], "binding": binding})),
    );

    let ask_refresh =
        |state: &Value, more: Value| with(present(json!({"state": state, "random": NEXT})), more);
    cases.on(made(), &[], "sessions.refresh", "exchanged", ask_refresh(&state, json!({})));
    let last =
        state.as_str().expect("a text").replacen(r#""revision":1"#, r#""revision":9007199254740992"#, 1);
    cases.on(
        made(),
        &[],
        "sessions.refresh",
        "a revision that cannot grow",
        ask_refresh(&json!(last), json!({})),
    );
    cases.on(
        made(),
        &[],
        "sessions.refresh",
        "bytes that are not fresh",
        ask_refresh(&state, json!({"random": MORE})),
    );
    cases.on(
        made(),
        &[],
        "sessions.refresh",
        "bound, where its family is not",
        ask_refresh(&state, json!({"token": of_key["refresh"], "binding": binding})),
    );
    cases.on(
        made(),
        &[],
        "sessions.refresh",
        "by another client",
        ask_refresh(&state, json!({"client": "thief"})),
    );
    let next = ask_of(&made(), "sessions.refresh", &ask_refresh(&state, json!({})))["state"].clone();
    cases.on(
        made(),
        &[],
        "sessions.refresh",
        "again within the grace",
        ask_refresh(&next, json!({"now": NOW + 65})),
    );
    cases.on(
        made(),
        &[],
        "sessions.refresh",
        "again by another client",
        ask_refresh(&next, json!({"now": NOW + 65, "client": "thief"})),
    );
    let reused = ask_refresh(&next, json!({"now": NOW + 120}));
    cases.on(made(), &[], "sessions.refresh", "reused", reused.clone());
    cases.on(
        made(),
        &[],
        "sessions.refresh",
        "a clock that went back",
        ask_refresh(&next, json!({"now": NOW + 30})),
    );
    let ended = ask_of(&made(), "sessions.refresh", &reused)["write"]["state"].clone();
    cases.on(made(), &[], "sessions.refresh", "of a family that has ended", ask_refresh(&ended, json!({})));
    cases.on(made(), &[], "sessions.confirm", "a family that has ended", confirm(&ended, "applied"));
    let short = ask_of(
        &issuer(json!({"lifetimes": {"access": 20, "refresh": 30, "family": 30}})),
        "sessions.begin",
        &begin(json!({})),
    );
    cases.on(
        made(),
        &[],
        "sessions.refresh",
        "of a family that has expired",
        ask_refresh(&short["state"], json!({})),
    );
    let newer = state.as_str().expect("a text").replacen(r#""version":1"#, r#""version":9"#, 1);
    cases.on(
        made(),
        &[],
        "sessions.refresh",
        "a state of a later version",
        ask_refresh(&json!(newer), json!({})),
    );
    let other = begin(json!({"random": format!("{MORE}{RANDOM}")}));
    let other = ask_of(&made(), "sessions.begin", &other)["state"].clone();
    let altered = state.as_str().expect("a text").replacen(r#""subject":"u1""#, r#""subject":"u2""#, 1);
    cases.on(
        made(),
        &[],
        "sessions.refresh",
        "the state of another subject",
        ask_refresh(&json!(altered), json!({})),
    );
    let late = with(confirm(&state, "applied"), json!({"now": NOW + 8 * 86_400}));
    cases.on(made(), &[], "sessions.confirm", "too late for its refresh token", late);
    cases.on(made(), &[], "sessions.refresh", "the state of another family", ask_refresh(&other, json!({})));

    let end = |state: &Value, why: &str| json!({"state": state, "why": why, "now": NOW + 90});
    for why in ["logout", "revoked", "reuse", "other_holder"] {
        cases.on(made(), &[], "sessions.end", why, end(&state, why));
    }
    cases.on(made(), &[], "sessions.end", "one that has ended", end(&ended, "logout"));
    cases.on(made(), &[], "sessions.end", "a state of a later version", end(&json!(newer), "logout"));
    cases
}

pub fn permissions() -> Cases {
    let mut cases = Cases::default();
    let roles = json!({
        "clerk": {"allows": ["invoice:*", "customer:read"], "denies": ["invoice:delete"]},
        "owner": {"allows": ["*:*"]},
        "guest": {}
    });
    let decide = |roles_of: Value, tenant: &str, permission: &str| json!({"roles": roles, "subject": {"tenant": "t1", "roles": roles_of}, "tenant": tenant, "permission": permission});
    let mut add = |name: &str, request: Value| cases.add("permission.decide", name, request);
    add("allowed", decide(json!(["clerk"]), "t1", "invoice:refund"));
    add("denied, and allowed by another role", decide(json!(["owner", "clerk"]), "t1", "invoice:delete"));
    add("not allowed", decide(json!(["clerk"]), "t1", "payout:create"));
    add("of another tenant", decide(json!(["owner"]), "t2", "invoice:read"));
    add("of no tenant", decide(json!(["owner"]), "", "invoice:read"));
    add("a role that is not known", decide(json!(["king"]), "t1", "invoice:read"));
    add("no role", decide(json!([]), "t1", "invoice:read"));
    add("a pattern where a permission is due", decide(json!(["clerk"]), "t1", "invoice:*"));
    add(
        "a pattern that is none",
        with(decide(json!([]), "t1", "a:b"), json!({"roles": {"x": {"allows": ["inv*:read"]}}})),
    );
    add("a role without a name", with(decide(json!([]), "t1", "a:b"), json!({"roles": {"": {}}})));
    let misspelt = with(decide(json!([]), "t1", "a:b"), json!({"roles": {"x": {"deny": ["a:b"]}}}));
    cases.raw("permission.decide", "a deny that is misspelt", &misspelt.to_string());
    let covers = |patterns: Value, permission: &str| json!({"patterns": patterns, "permission": permission});
    cases.add("permission.covers", "one of two", covers(json!(["payout:*", "invoice:read"]), "invoice:read"));
    cases.add("permission.covers", "none", covers(json!(["payout:*", "*:read"]), "invoice:refund"));
    cases.add("permission.covers", "a pattern that is none", covers(json!(["payout"]), "invoice:refund"));
    let table = json!([
        {"name": "GET /invoices", "needs": "invoice:read", "roles": ["clerk", "owner"]},
        {"name": "GET /health", "public": true}
    ]);
    let gaps = |table: &Value, routes: Value| json!({"roles": roles, "table": table, "routes": routes});
    cases.add("permission.gaps", "none", gaps(&table, json!(["GET /invoices", "GET /health"])));
    cases.add(
        "permission.gaps",
        "a route that nobody listed",
        gaps(&table, json!(["GET /invoices", "GET /health", "POST /refunds"])),
    );
    let odd = json!([
        {"name": "GET /invoices", "needs": "invoice:read", "roles": ["clerk"]},
        {"name": "GET /invoices", "needs": "invoice:read"},
        {"name": "GET /gone", "public": true}
    ]);
    cases.add("permission.gaps", "of all kinds", gaps(&odd, json!(["GET /invoices"])));
    let closed = json!({"roles": {"guest": {}}, "table": [{"name": "GET /x", "needs": "x:read"}], "routes": ["GET /x"]});
    cases.add("permission.gaps", "a route that nobody may use", closed);
    cases.add(
        "permission.gaps",
        "a route that says nothing",
        gaps(&json!([{"name": "GET /x"}]), json!(["GET /x"])),
    );
    cases
}

pub fn keyring() -> Cases {
    let mut cases = Cases::default();
    const DAY: i64 = 86_400;
    let begun = json!({"key": "first", "now": NOW});
    cases.add("keyring.begin", "a key", begun.clone());
    cases.add("keyring.begin", "a time in milliseconds", json!({"key": "first", "now": NOW * 1000}));
    cases.add("keyring.begin", "a key without a thumbprint", json!({"key": "", "now": NOW}));
    let ring = ask("keyring.begin", &begun)["state"].clone();
    let stage = |ring: &Value, key: &str, now: i64| json!({"state": ring, "key": key, "now": now});
    cases.add("keyring.stage", "the next", stage(&ring, "second", NOW + 89 * DAY));
    cases.add("keyring.stage", "one that is there", stage(&ring, "first", NOW));
    cases.add("keyring.stage", "a state that is none", stage(&json!("[]"), "second", NOW));
    let staged = ask("keyring.stage", &stage(&ring, "second", NOW + 89 * DAY))["state"].clone();
    let switch = |ring: &Value, now: i64| json!({"state": ring, "now": now});
    cases.add("keyring.switch", "too early", switch(&staged, NOW + 89 * DAY + 60));
    cases.add("keyring.switch", "in time", switch(&staged, NOW + 90 * DAY));
    let times = json!({"ahead": 60, "active": 3600, "overlap": 600});
    cases.add(
        "keyring.switch",
        "by times of one's own",
        with(switch(&staged, NOW + 89 * DAY + 60), json!({"times": times})),
    );
    cases.add("keyring.switch", "without a next", switch(&ring, NOW));
    let switched = ask("keyring.switch", &switch(&staged, NOW + 90 * DAY))["state"].clone();
    cases.add("keyring.revoke", "a key", stage(&ring, "first", NOW + 5));
    cases.add("keyring.revoke", "one that is not there", stage(&ring, "third", NOW + 5));
    let revoked = ask("keyring.revoke", &stage(&ring, "first", NOW + 5))["state"].clone();
    let check = |ring: &Value, key: &str, now: i64| stage(ring, key, now);
    cases.add("keyring.check", "that which signs", check(&switched, "second", NOW + 91 * DAY));
    cases.add(
        "keyring.check",
        "the one before, within its overlap",
        check(&switched, "first", NOW + 97 * DAY),
    );
    cases.add("keyring.check", "the one before, too late", check(&switched, "first", NOW + 98 * DAY));
    cases.add("keyring.check", "one that was revoked", check(&revoked, "first", NOW + 6));
    cases.add("keyring.check", "one that is not there", check(&ring, "third", NOW));
    cases.add(
        "keyring.check",
        "by times of one's own",
        with(check(&switched, "first", NOW + 91 * DAY), json!({"times": times})),
    );
    cases.add("keyring.view", "a key that signs, and one before", json!({"state": switched}));
    cases.add("keyring.view", "a key that was revoked", json!({"state": revoked}));
    let active = r#"{"key":"first","status":"active","since":0}"#;
    let odd = |keys: &str| json!({"state": format!(r#"{{"version":1,"revision":1,"keys":[{keys}]}}"#)});
    cases.add(
        "keyring.view",
        "two keys that sign",
        odd(&format!("{active},{}", active.replace("first", "second"))),
    );
    cases.add(
        "keyring.view",
        "one key twice",
        odd(&format!("{active},{}", active.replace("active", "retiring"))),
    );
    let newer = ring.as_str().expect("a text").replacen(r#""version":1"#, r#""version":2"#, 1);
    cases.add("keyring.view", "a state of a later version", json!({"state": newer}));
    cases.add("keyring.due", "a state of a later version", json!({"state": newer}));
    cases.add("keyring.due", "with a next", json!({"state": staged}));
    cases.add("keyring.due", "after the switch", json!({"state": switched, "times": times}));
    cases.add("keyring.due", "after a leak", json!({"state": revoked}));
    cases.add("keyring.drop_ended", "too early", switch(&switched, NOW + 91 * DAY));
    cases.add(
        "keyring.drop_ended",
        "in time",
        with(switch(&switched, NOW + 99 * DAY), json!({"times": times})),
    );
    cases
}

pub fn jwks() -> Cases {
    let mut cases = Cases::default();
    let decide =
        |state: Value, unknown: bool, now: i64| json!({"state": state, "unknown_key": unknown, "now": now});
    let first = json!({"unknown_key": false, "now": NOW});
    cases.add("jwks.decide", "the first", first.clone());
    cases.add("jwks.decide", "a time in milliseconds", json!({"unknown_key": false, "now": NOW * 1000}));
    let begun = ask("jwks.decide", &first)["write"]["state"].clone();
    let ended = |came: bool, now: i64| json!({"state": begun, "came": came, "now": now});
    cases.add("jwks.ended", "a set came", ended(true, NOW + 1));
    cases.add("jwks.ended", "none came", ended(false, NOW + 1));
    cases.add("jwks.ended", "nothing was kept", json!({"came": true, "now": NOW}));
    let fresh = ask("jwks.ended", &ended(true, NOW + 1))["state"].clone();
    let down = ask("jwks.ended", &ended(false, NOW + 1))["state"].clone();
    cases.add("jwks.decide", "fresh", decide(fresh.clone(), false, NOW + 60));
    cases.add("jwks.decide", "a key that is not known, at once", decide(fresh.clone(), true, NOW + 30));
    cases.add("jwks.decide", "a key that is not known, later", decide(fresh.clone(), true, NOW + 61));
    cases.add("jwks.decide", "old", decide(fresh.clone(), false, NOW + 3700));
    let times = json!({"fresh": 10, "stale": 20, "cooldown": 5});
    cases.add("jwks.decide", "stale", with(decide(fresh, false, NOW + 60), json!({"times": times})));
    cases.add("jwks.decide", "an issuer that is down", decide(down, false, NOW + 30));
    cases.add("jwks.decide", "a state that is none", decide(json!("fresh"), false, NOW));
    cases
}
