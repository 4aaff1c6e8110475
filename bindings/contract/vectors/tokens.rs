//! Tokens verified and signed, and keys.

use crate::case::Cases;
use crate::trust::{
    ED25519, ED25519_PUBLIC, NOW, OTHER, OTHER_PUBLIC, P256, P256_PUBLIC, RSA, RSA_1024, RSA_PUBLIC, SECRET,
    ask_of, changed, claims, policy, rsa_signer, token, typed_token, verifier,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

fn segment(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(text)
}

fn jwk_of(signer: &Value) -> Value {
    let jwk = ask_of(signer, "signer.jwk", &json!({}));
    serde_json::from_str(jwk.as_str().expect("a key")).expect("JSON")
}

pub fn verifiers() -> Cases {
    let mut cases = Cases::default();
    let rsa = jwk_of(&rsa_signer());
    let jwks = |keys: Value| json!({"keys": keys}).to_string();
    let made = |jwks: String| json!({"jwks": jwks, "policy": policy(json!({}))});
    cases.add("verifier.new", "of a key in PEM", verifier(json!({})));
    cases.add("verifier.new", "of a set", made(jwks(json!([rsa]))));
    let mut for_encryption = rsa.clone();
    for_encryption["use"] = json!("enc");
    for_encryption["kid"] = json!("enc");
    cases.add(
        "verifier.new",
        "of a set with a key for something else",
        made(jwks(json!([rsa, for_encryption]))),
    );
    cases.add("verifier.new", "of a set twice of one id", made(jwks(json!([rsa, rsa]))));
    cases.add("verifier.new", "of a set without a key", made(jwks(json!([]))));
    cases.add("verifier.new", "of a set that is none", made("[]".to_owned()));
    cases.add("verifier.new", "of a set with a member twice", made(r#"{"keys": [], "keys": []}"#.to_owned()));
    let with_keys = |keys: Value| json!({"keys": keys, "policy": policy(json!({}))});
    cases.add("verifier.new", "of a JWK", with_keys(json!([{"jwk": rsa.to_string(), "algorithm": "RS256"}])));
    cases.add("verifier.new", "of a private key", with_keys(json!([{"pem": RSA, "algorithm": "RS256"}])));
    cases.add(
        "verifier.new",
        "of a key of another kind",
        with_keys(json!([{"pem": P256_PUBLIC, "algorithm": "RS256"}])),
    );
    cases.add(
        "verifier.new",
        "of what is no key",
        with_keys(json!([{"pem": "hello", "algorithm": "RS256"}])),
    );
    let two = json!({"pem": RSA_PUBLIC, "jwk": rsa.to_string(), "algorithm": "RS256"});
    cases.add("verifier.new", "of a key in two forms", with_keys(json!([two])));
    cases.add("verifier.new", "of an empty list", with_keys(json!([])));
    let oct = r#"{"kty":"oct","k":"YSBzZWNyZXQgb2YgdGhlIHRlc3RzIG9mIHBheXltbyE"}"#;
    cases.add(
        "verifier.new",
        "of a secret as public key",
        with_keys(json!([{"jwk": oct, "algorithm": "HS256"}])),
    );
    let misspelt = verifier(json!({"maxAge": 5})).to_string();
    cases.raw("verifier.new", "a rule that is misspelt", &misspelt);
    cases.add("verifier.new", "of no keys", json!({"policy": policy(json!({}))}));
    let secrets = |secret: &str, algorithms: Value| json!({"secrets": {"a": secret}, "policy": policy(json!({"algorithms": algorithms}))});
    cases.add("verifier.new", "of a secret", secrets(SECRET, json!(["HS256"])));
    cases.add("verifier.new", "of a short secret", secrets("too short", json!(["HS256"])));
    cases.add("verifier.new", "of a secret for two algorithms", secrets(SECRET, json!(["HS256", "HS512"])));
    cases.add("verifier.new", "of a secret for RSA", secrets(SECRET, json!(["RS256"])));
    cases.add("verifier.new", "two kinds of algorithms", verifier(json!({"algorithms": ["RS256", "ES256"]})));
    cases.add("verifier.new", "no algorithm", verifier(json!({"algorithms": []})));
    cases.add("verifier.new", "no audience", verifier(json!({"audiences": []})));
    cases.raw(
        "verifier.new",
        "an algorithm that is none",
        &verifier(json!({"algorithms": ["none"]})).to_string(),
    );
    let mut unsaid = verifier(json!({}));
    unsaid["policy"].as_object_mut().expect("an object").remove("issuers");
    cases.add("verifier.new", "nothing said of issuers", unsaid);
    cases.add("verifier.new", "issuers, and any", verifier(json!({"any_issuer": true})));

    let ask = |token: String| json!({"token": token, "now": NOW});
    let good = token(json!({}));
    let mut on = |made: Value, name: &str, request: Value| {
        cases.on(made, &[], "verifier.verify", name, request);
    };
    let plain = || verifier(json!({}));
    on(plain(), "one that holds", ask(good.clone()));
    let rich = json!({"tenant": "t9", "permissions": ["invoice:read"], "ratio": 0.5, "deep": {"list": [1, null, true, "é"]}});
    on(plain(), "claims of all kinds", ask(token(rich)));
    on(plain(), "several audiences", ask(token(json!({"aud": ["shop", "billing"]}))));
    on(plain(), "expired", ask(token(json!({"exp": NOW - 31}))));
    on(plain(), "expired within the leeway", ask(token(json!({"exp": NOW - 29}))));
    on(verifier(json!({"leeway": 0})), "expired without a leeway", ask(token(json!({"exp": NOW}))));
    on(plain(), "not yet", ask(token(json!({"nbf": NOW + 60}))));
    on(plain(), "issued in the future", ask(token(json!({"iat": NOW + 60}))));
    on(plain(), "of another issuer", ask(token(json!({"iss": "https://else.example"}))));
    on(plain(), "without an issuer", ask(token(json!({"iss": null}))));
    on(plain(), "for somebody else", ask(token(json!({"aud": "shop"}))));
    on(plain(), "without an end", ask(token(json!({"exp": null}))));
    let forever = verifier(json!({"may_last_forever": true}));
    on(forever, "without an end, which may be", ask(token(json!({"exp": null}))));
    on(verifier(json!({"subject": "u2"})), "of another subject", ask(good.clone()));
    on(verifier(json!({"required": ["tenant"]})), "without a claim that must be there", ask(good.clone()));
    on(verifier(json!({"max_age": 5, "leeway": 0})), "too old", ask(good.clone()));
    on(plain(), "a refresh token", ask(typed_token(json!({}), "refresh+jwt")));
    on(
        verifier(json!({"type": "at+jwt"})),
        "of the type that is asked",
        ask(typed_token(json!({}), "at+jwt")),
    );
    on(verifier(json!({"type": "at+jwt"})), "of no type that is asked", ask(good.clone()));
    let any = json!({"keys": [{"pem": RSA_PUBLIC, "algorithm": "RS256"}],
        "policy": {"algorithms": ["RS256"], "any_issuer": true, "any_audience": true}});
    on(any, "of anybody for anybody", ask(good.clone()));
    on(plain(), "another signature", ask(changed(&good, 2, &good[good.len() - 5..good.len() - 4], "_")));
    on(plain(), "another payload", ask(format!("{}.{}.AA", segment(r#"{"alg":"RS256"}"#), segment("{}"))));
    on(plain(), "without a signature", ask(format!("{}.{}.", segment(r#"{"alg":"RS256"}"#), segment("{}"))));
    on(plain(), "signed by none", ask(format!("{}.{}.", segment(r#"{"alg":"none"}"#), segment("{}"))));
    on(plain(), "signed by HMAC where RSA is due", {
        let forged = json!({"secret": SECRET, "algorithm": "HS256"});
        let token = ask_of(&forged, "signer.sign", &json!({"claims": claims(json!({}))}));
        ask(token.as_str().expect("a token").to_owned())
    });
    on(plain(), "with a key of its own", {
        let header = json!({"alg": "RS256", "jwk": jwk_of(&json!({"pem": OTHER, "algorithm": "RS256"}))});
        ask(format!("{}.{}.AAAA", segment(&header.to_string()), segment("{}")))
    });
    on(
        plain(),
        "with a member that must be understood",
        ask(format!("{}.{}.AAAA", segment(r#"{"alg":"RS256","exp":1,"crit":["exp"]}"#), segment("{}"))),
    );
    on(
        plain(),
        "a header with a member twice",
        ask(format!("{}.{}.AAAA", segment(r#"{"alg":"RS256","alg":"RS256"}"#), segment("{}"))),
    );
    on(plain(), "under another key", {
        let other = json!({"pem": OTHER, "algorithm": "RS256", "key_id": "2027"});
        let token = ask_of(&other, "signer.sign", &json!({"claims": claims(json!({}))}));
        ask(token.as_str().expect("a token").to_owned())
    });
    on(plain(), "under a key that is not known", {
        let other = json!({"pem": OTHER, "algorithm": "RS256", "key_id": "2028"});
        let token = ask_of(&other, "signer.sign", &json!({"claims": claims(json!({}))}));
        ask(token.as_str().expect("a token").to_owned())
    });
    on(plain(), "two segments", ask("a.b".to_owned()));
    on(plain(), "padding", ask(changed(&good, 0, "e", "e=")));
    on(plain(), "nothing", ask(String::new()));
    on(plain(), "a header that is no JSON", ask(format!("{}.{}.AAAA", segment("{"), segment("{}"))));
    on(plain(), "a time in milliseconds", json!({"token": good, "now": NOW * 1000}));
    let bound = || token(json!({"cnf": {"jkt": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"}}));
    on(plain(), "bound, and nothing shown", ask(bound()));
    let shown = |binding: Value| json!({"token": bound(), "now": NOW, "binding": binding});
    on(plain(), "bound, and shown", shown(json!({"key": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"})));
    on(plain(), "bound to another key", shown(json!({"key": "AAAA_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"})));
    on(
        plain(),
        "bound to a key, a certificate shown",
        shown(json!({"certificate": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"})),
    );
    on(plain(), "two shown", shown(json!({"key": "a", "certificate": "b"})));
    on(plain(), "bound by what is not understood", ask(token(json!({"cnf": {"kid": "x"}}))));

    let by_algorithm = [("RS512", RSA, RSA_PUBLIC), ("Ed25519", ED25519, ED25519_PUBLIC)];
    for (algorithm, private, public) in by_algorithm {
        let signer = json!({"pem": private, "algorithm": algorithm});
        let token = ask_of(&signer, "signer.sign", &json!({"claims": claims(json!({}))}));
        let made = json!({"keys": [{"pem": public, "algorithm": algorithm}], "policy": policy(json!({"algorithms": [algorithm]}))});
        cases.on(made, &[], "verifier.verify", algorithm, json!({"token": token, "now": NOW}));
    }
    let hmac = json!({"secret": SECRET, "algorithm": "HS384", "key_id": "a"});
    let signed = ask_of(&hmac, "signer.sign", &json!({"claims": claims(json!({}))}));
    let made = json!({"secrets": {"a": SECRET}, "policy": policy(json!({"algorithms": ["HS384"]}))});
    cases.on(made.clone(), &[], "verifier.verify", "HS384", json!({"token": signed, "now": NOW}));
    cases.on(made, &[], "verifier.jwks", "of secrets", json!({}));
    let understood = verifier(json!({"understood": ["urn:example:trace"]}));
    cases.on(understood, &[], "verifier.keys", "one", json!({}));
    let two = json!({"keys": [{"pem": RSA_PUBLIC, "algorithm": "RS256", "id": "a"}, {"pem": OTHER_PUBLIC, "algorithm": "RS256"}],
        "policy": policy(json!({}))});
    cases.on(two.clone(), &[], "verifier.keys", "two", json!({}));
    cases.on(two, &[], "verifier.jwks", "two", json!({}));

    // RFC 7515 appendix F: content that stands beside its signature.
    let detached = {
        let token = token(json!({}));
        let (front, signature) = token.rsplit_once('.').expect("a signature");
        let (header, payload) = front.split_once('.').expect("a payload");
        let payload = URL_SAFE_NO_PAD.decode(payload).expect("base64url");
        (format!("{header}..{signature}"), String::from_utf8(payload).expect("text"))
    };
    cases.on(verifier(json!({})), &[], "verifier.open", "content within", json!({"jws": good}));
    cases.on(
        verifier(json!({})),
        &[],
        "verifier.open",
        "content beside",
        json!({"jws": detached.0, "payload": detached.1}),
    );
    cases.on(
        verifier(json!({})),
        &[],
        "verifier.open",
        "other content beside",
        json!({"jws": detached.0, "payload": "{}"}),
    );
    cases.on(
        verifier(json!({})),
        &[],
        "verifier.open",
        "content in both places",
        json!({"jws": good, "payload": "{}"}),
    );
    cases
}

pub fn signers() -> Cases {
    let mut cases = Cases::default();
    cases.add("signer.new", "RSA in PEM", rsa_signer());
    cases.add("signer.new", "P-256 in PEM", json!({"pem": P256, "algorithm": "ES256"}));
    let secret_jwk = json!({"kty": "oct", "k": URL_SAFE_NO_PAD.encode(SECRET), "kid": "a"}).to_string();
    cases.add("signer.new", "a secret as JWK", json!({"jwk": secret_jwk, "algorithm": "HS256"}));
    cases.add("signer.new", "a secret", json!({"secret": SECRET, "algorithm": "HS512"}));
    cases.add("signer.new", "a public key as secret", json!({"secret": RSA_PUBLIC, "algorithm": "HS256"}));
    cases.add("signer.new", "a weak key", json!({"pem": RSA_1024, "algorithm": "RS256"}));
    cases.add("signer.new", "a public key", json!({"pem": RSA_PUBLIC, "algorithm": "RS256"}));
    cases.add("signer.new", "another kind of key", json!({"pem": RSA, "algorithm": "ES256"}));
    cases.add("signer.new", "two keys", json!({"pem": RSA, "secret": SECRET, "algorithm": "RS256"}));
    cases.add("signer.new", "no key", json!({"algorithm": "RS256"}));
    cases.add("signer.new", "a short secret", json!({"secret": "short", "algorithm": "HS256"}));
    let signer = rsa_signer;
    cases.on(signer(), &[], "signer.sign", "claims", json!({"claims": claims(json!({}))}));
    cases.on(signer(), &[], "signer.sign", "a type", json!({"claims": claims(json!({})), "type": "at+jwt"}));
    cases.on(signer(), &[], "signer.sign", "nothing", json!({"claims": {}}));
    cases.on(signer(), &[], "signer.sign", "a time that is text", json!({"claims": {"exp": "tomorrow"}}));
    let kinds = json!({"list": [], "nonce": null, "ratio": 0.5, "rows": [null, [], "é", true, {"a": null}], "whole": 9_007_199_254_740_991_u64});
    cases.on(signer(), &[], "signer.sign", "claims of all kinds", json!({"claims": kinds}));
    let beyond = json!({"claims": {"deep": [9_007_199_254_740_992_u64]}});
    cases.on(signer(), &[], "signer.sign", "a number that others read otherwise", beyond);
    cases.on(signer(), &[], "signer.sign", "too much", json!({"claims": {"text": "x".repeat(20_000)}}));
    let ed = json!({"pem": ED25519, "algorithm": "Ed25519"});
    cases.on(ed.clone(), &[], "signer.sign", "Ed25519", json!({"claims": claims(json!({}))}));
    cases.on(ed, &[], "signer.jwk", "Ed25519", json!({}));
    cases.on(signer(), &[], "signer.jwk", "RSA", json!({}));
    cases.on(json!({"secret": SECRET, "algorithm": "HS256"}), &[], "signer.jwk", "a secret", json!({}));
    let spaced = json!({"jwk": secret_jwk, "algorithm": "HS256"});
    cases.on(spaced, &[], "signer.sign", "a secret as JWK", json!({"claims": {"sub": "u1"}}));
    cases
}

pub fn tokens() -> Cases {
    let mut cases = Cases::default();
    let rsa = ask_of(&rsa_signer(), "signer.jwk", &json!({}));
    cases.add("token.thumbprint", "RSA", json!({"jwk": rsa, "algorithm": "RS256"}));
    let rfc8037 = r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
    cases.add("token.thumbprint", "that of RFC 8037", json!({"jwk": rfc8037, "algorithm": "Ed25519"}));
    cases.add("token.thumbprint", "of another kind", json!({"jwk": rfc8037, "algorithm": "RS256"}));
    let oct = r#"{"kty":"oct","k":"YSBzZWNyZXQgb2YgdGhlIHRlc3RzIG9mIHBheXltbyE"}"#;
    cases.add("token.thumbprint", "of a secret", json!({"jwk": oct, "algorithm": "HS256"}));
    cases.add("token.thumbprint", "of what is no key", json!({"jwk": "{}", "algorithm": "RS256"}));

    let more = json!({"family": "f1", "tenant": "t9"});
    let request = json!({"token": token(more), "now": NOW});
    let held = ask_of(&verifier(json!({})), "verifier.verify", &request);
    let ask = |revocations: Value| json!({"token": held, "revocations": revocations});
    let mut add = |name: &str, request: Value| cases.add("token.standing", name, request);
    add("the store was not asked", json!({"token": held}));
    add("nothing against it", ask(json!([])));
    let until = NOW + 600;
    add(
        "revoked alone",
        ask(json!([{"scope": "token", "issuer": "https://issuer.example", "value": "t1", "until": until}])),
    );
    add(
        "another revoked",
        ask(json!([{"scope": "token", "issuer": "https://issuer.example", "value": "t2", "until": until}])),
    );
    add(
        "of another issuer",
        ask(json!([{"scope": "token", "issuer": "https://else.example", "value": "t1", "until": until}])),
    );
    let subject = |not_before: i64| json!([{"scope": "subject", "issuer": "https://issuer.example", "value": "u1", "not_before": not_before, "until": until}]);
    add("its subject, after it was issued", ask(subject(NOW)));
    add("its subject, before it was issued", ask(subject(NOW - 10)));
    add("its family", ask(json!([{"scope": "family", "value": "f1", "until": until}])));
    add("its tenant", ask(json!([{"scope": "tenant", "value": "t9", "not_before": NOW, "until": until}])));
    add("its key", ask(json!([{"scope": "key", "value": held["key"], "until": until}])));
    add("a token without an issuer", ask(json!([{"scope": "token", "value": "t1", "until": until}])));
    add("a subject without an issuer", ask(json!([{"scope": "subject", "value": "u1", "until": until}])));
    add(
        "a tenant of an issuer",
        ask(json!([{"scope": "tenant", "issuer": "x", "value": "t9", "until": until}])),
    );
    cases
}

pub fn revocations() -> Cases {
    let mut cases = Cases::default();
    let entry = |value: &str| json!({"scope": "token", "issuer": "https://issuer.example", "value": value, "until": NOW + 600});
    let held = |id: &str| {
        let request = json!({"token": token(json!({"jti": id})), "now": NOW});
        ask_of(&verifier(json!({})), "verifier.verify", &request)
    };
    cases.add("revocations.new", "of nothing", json!({}));
    let named = |value: &str| json!({"entries": [{"scope": "tenant", "value": value, "until": NOW + 600}]});
    cases.add("revocations.new", "of nobody", named(""));
    let milliseconds =
        json!({"scope": "tenant", "value": "t9", "not_before": NOW * 1000, "until": NOW + 600});
    cases.add("revocations.new", "a time in milliseconds", json!({"entries": [milliseconds]}));
    let numbered = ask_of(
        &verifier(json!({})),
        "verifier.verify",
        &json!({"token": token(json!({"tenant": 9})), "now": NOW}),
    );
    cases.on(
        named("9"),
        &[],
        "revocations.standing",
        "of a tenant that is a number",
        json!({"token": numbered}),
    );
    let made_up = |claims: serde_json::Value, key: &str| json!({"token": {"claims": claims, "algorithm": "RS256", "key": key}});
    let print = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
    for (name, token) in [
        ("of what no verifier answered", made_up(json!({}), "")),
        ("of an id that is a number", made_up(json!({"jti": 7}), print)),
    ] {
        cases.on(named("9"), &[], "revocations.standing", name, token);
    }
    cases.add("revocations.new", "of two", json!({"entries": [entry("a"), entry("b")]}));
    cases.add(
        "revocations.new",
        "of what is none",
        json!({"entries": [entry("a"), {"scope": "token", "value": "b", "until": NOW}]}),
    );
    let some = || json!({"entries": [entry("a"), entry("b")]});
    cases.on(some(), &[], "revocations.count", "two", json!({}));
    cases.on(some(), &[], "revocations.standing", "revoked", json!({"token": held("a")}));
    cases.on(some(), &[], "revocations.standing", "not revoked", json!({"token": held("c")}));
    let added = [("revocations.add", json!({"entries": [entry("c"), entry("a")]}))];
    cases.on(some(), &added, "revocations.count", "with one more", json!({}));
    cases.on(some(), &added, "revocations.standing", "revoked since", json!({"token": held("c")}));
    cases.on(some(), &[], "revocations.add", "a scope", json!({"entries": [{"scope": "key", "value": held("a")["key"], "not_before": NOW, "until": NOW + 600}]}));
    cases.on(some(), &[], "revocations.forget", "before they expire", json!({"expired_at": NOW}));
    let later = [("revocations.forget", json!({"expired_at": NOW + 600}))];
    cases.on(some(), &later, "revocations.count", "after they have expired", json!({}));
    cases.on(
        some(),
        &later,
        "revocations.standing",
        "what has expired is forgotten",
        json!({"token": held("a")}),
    );
    cases
}
