//! Sets of keys.

use super::case::{Class, Given, Keys, given, right, rs256};
use super::forge::{
    self, attackers, attackers_jwk, changed, claims, encoded, header, header_with, joined, jwk, raw, set,
    token,
};
use payymo::Code;
use payymo::crypto::Algorithm::{Es256, Hs256, Ps256, Rs256};
use serde_json::{Value, json};

fn of(keys: &[String]) -> Given {
    right(Rs256).keys(Keys::Jwks(set(keys)))
}

pub fn cases() -> Class {
    let mut class = Class::new("sets");
    let plain = Value::Object(jwk(Rs256)).to_string();
    let alone = set(std::slice::from_ref(&plain));
    let named = |id: &str| changed(jwk(Rs256), json!({"kid": id}));
    let control = of(&[named("a"), changed(attackers_jwk(), json!({"kid": "b"}))]);
    let secret = changed(jwk(Hs256), json!({"kid": "s"}));
    let curve = |members: Value| changed(jwk(Es256), members);
    let text = |text: &str| right(Rs256).keys(Keys::Jwks(text.to_owned()));
    for (name, given, code) in [
        (
            "the same id twice",
            of(&[named("a"), changed(attackers_jwk(), json!({"kid": "a"}))]),
            Code::KeyDuplicateId,
        ),
        ("the same key twice", of(&[named("a"), named("a")]), Code::KeyDuplicateId),
        ("the same id of two kinds", of(&[named("a"), curve(json!({"kid": "a"}))]), Code::KeyDuplicateId),
        (
            "the same id, once escaped",
            of(&[named("a"), raw(attackers_jwk(), "kid", r#""kid":"\u0061""#)]),
            Code::KeyDuplicateId,
        ),
        (
            "the same id, once of a key that is left out",
            of(&[named("a"), changed(attackers_jwk(), json!({"kid": "a", "use": "enc"}))]),
            Code::KeyDuplicateId,
        ),
        ("a secret among public keys", of(&[named("a"), secret.clone()]), Code::KeySetMixed),
        (
            "a public key among secrets",
            right(Hs256).keys(Keys::Jwks(set(&[secret.clone(), named("a")]))),
            Code::KeySetMixed,
        ),
        (
            "a secret with the id of a public key",
            of(&[named("a"), changed(jwk(Hs256), json!({"kid": "a"}))]),
            Code::KeyDuplicateId,
        ),
        (
            "a secret that is too short among public keys",
            of(&[named("a"), r#"{"kty":"oct","k":"AA"}"#.to_owned()]),
            Code::KeySetMixed,
        ),
        ("no keys", of(&[]), Code::KeyNone),
        ("keys for something else", of(&[changed(jwk(Rs256), json!({"use": "enc"}))]), Code::KeyNone),
        ("keys of another kind", of(&[curve(json!({}))]), Code::KeyNone),
        ("secrets alone", of(&[secret]), Code::KeyNone),
        ("private keys", of(&[changed(jwk(Rs256), json!({"d": "AQAB"}))]), Code::KeyNone),
        (
            "keys that are no objects",
            of(&["1".to_owned(), "null".to_owned(), "[]".to_owned()]),
            Code::KeyNone,
        ),
        ("a key whose id is a number", of(&[changed(jwk(Rs256), json!({"kid": 1}))]), Code::KeyNone),
        ("257 keys", of(&vec![plain.clone(); 257]), Code::KeySyntax),
        ("keys is missing", text("{}"), Code::KeySyntax),
        ("keys is null", text(r#"{"keys":null}"#), Code::KeySyntax),
        ("keys is an object", text(&format!(r#"{{"keys":{{"a":{plain}}}}}"#)), Code::KeySyntax),
        ("keys is a text", text(r#"{"keys":"RSA"}"#), Code::KeySyntax),
        ("keys stands twice", text(&format!(r#"{{"keys":[],"keys":[{plain}]}}"#)), Code::KeySyntax),
        (
            "keys stands twice, once escaped",
            text(&format!(r#"{{"keys":[],"k\u0065ys":[{plain}]}}"#)),
            Code::KeySyntax,
        ),
        ("a list", text(&format!("[{plain}]")), Code::KeySyntax),
        ("a key where a set is due", text(&plain), Code::KeySyntax),
        ("nothing", text(""), Code::KeySyntax),
        ("a page of HTML", text("<html><body>404</body></html>"), Code::KeySyntax),
        ("a mark of byte order", text(&format!("\u{feff}{alone}")), Code::KeySyntax),
        ("something behind it", text(&format!("{alone}{{}}")), Code::KeySyntax),
        (
            "more than a megabyte",
            text(&format!(r#"{{"keys":[{plain}],"x":"{}"}}"#, "x".repeat(1 << 20))),
            Code::KeySyntax,
        ),
        (
            "depth",
            text(&format!(r#"{{"keys":{}{}}}"#, "[".repeat(10_000), "]".repeat(10_000))),
            Code::KeySyntax,
        ),
        ("a member of a key twice", of(&[raw(jwk(Rs256), "", r#""n":"AQ""#)]), Code::KeySyntax),
    ] {
        class.add(name, given, code, &control);
    }
    left_out(&mut class);
    class
}

/// A key of the set that may not be used does not count, whatever is signed under it.
fn left_out(class: &mut Class) {
    let weak: Value = serde_json::from_str(&forge::file("weak.json")).expect("JSON");
    let plain = Value::Object(jwk(Rs256)).to_string();
    for name in ["rsa_1024", "rsa_e3", "rsa_roca"] {
        let made = &weak[name];
        let keys = Keys::Jwks(set(&[made["key"].to_string(), plain.clone()]));
        let signed = rs256(made["token"].as_str().expect("a token")).keys(keys.clone());
        class.add(
            format!("{name} beside a good key"),
            signed,
            Code::TokenSignature,
            &right(Rs256).keys(keys),
        );
    }
    for (name, members) in [
        ("for encryption", json!({"use": "enc", "kid": "e"})),
        ("for signing alone", json!({"key_ops": ["sign"], "kid": "e"})),
        ("for another algorithm", json!({"alg": "PS256", "kid": "e"})),
        ("that is private", json!({"d": "AQAB", "kid": "e"})),
    ] {
        let keys =
            Keys::Jwks(set(&[changed(attackers_jwk(), members), changed(jwk(Rs256), json!({"kid": "g"}))]));
        let by = |id: &str, sign: fn(&[u8]) -> Vec<u8>| {
            let header = header_with(&format!(r#""kid":"{id}""#));
            rs256(joined(&encoded(header), &encoded(claims()), sign)).keys(keys.clone())
        };
        let good = rs256(token(Rs256, header_with(r#""kid":"g""#), claims())).keys(keys.clone());
        class.add(format!("signed under a key {name}"), by("e", attackers), Code::TokenUnknownKey, &good);
        class.add(
            format!("signed under a key {name}, naming another"),
            by("g", attackers),
            Code::TokenSignature,
            &good,
        );
    }
    // Of a set for several algorithms a key takes those alone that it names.
    let bound = Keys::Jwks(set(&[changed(jwk(Rs256), json!({"alg": "PS256"}))]));
    let both =
        |given: Given| given.keys(bound.clone()).rules(|policy| policy.algorithms = vec![Rs256, Ps256]);
    let pss = both(given(Ps256, token(Ps256, header(Ps256), claims())));
    class.add("RS256 under a key that says PS256", both(right(Rs256)), Code::TokenUnknownKey, &pss);
}
