//! Keys that a token brings or names.

use super::case::{Class, Given, Keys, given, right, rs256};
use super::forge::{
    attackers, attackers_jwk, changed, claims, encoded, header_with, joined, jwk, mac, set, token,
};
use payymo::Code;
use payymo::crypto::Algorithm::{Hs256, Rs256};
use serde_json::{Value, json};

pub fn cases() -> Class {
    let mut class = Class::new("header keys");
    brought(&mut class);
    ids(&mut class);
    several(&mut class);
    class
}

fn brought(class: &mut Class) {
    let own = Value::Object(attackers_jwk()).to_string();
    let control = right(Rs256);
    for (name, members) in [
        ("jwk", format!(r#""jwk":{own}"#)),
        ("jwk that is null", r#""jwk":null"#.to_owned()),
        ("jwk after its escapes are resolved", format!(r#""\u006awk":{own}"#)),
        ("jku", r#""jku":"https://attacker.example/keys""#.to_owned()),
        (
            "jku of the issuer's host and another path",
            r#""jku":"https://issuer.example@attacker.example/""#.to_owned(),
        ),
        ("x5u", r#""x5u":"https://attacker.example/certificate.pem""#.to_owned()),
        ("x5c", r#""x5c":["MIIB"]"#.to_owned()),
        ("x5c that is empty", r#""x5c":[]"#.to_owned()),
        ("jwk and kid", format!(r#""kid":"k1","jwk":{own}"#)),
    ] {
        let signed = joined(&encoded(header_with(&members)), &encoded(claims()), attackers);
        class.add(format!("{name}, signed under it"), rs256(signed), Code::TokenHeaderKey, &control);
        let honest = token(Rs256, header_with(&members), claims());
        class.add(format!("{name}, signed under the key"), rs256(honest), Code::TokenHeaderKey, &control);
    }
    // A digest of a certificate names no key here, so it changes nothing.
    for name in ["x5t", "x5t#S256"] {
        let members = format!(r#""{name}":"MTIzNDU2Nzg5MDEyMzQ1Njc4OTA""#);
        let signed = joined(&encoded(header_with(&members)), &encoded(claims()), attackers);
        let honest = rs256(token(Rs256, header_with(&members), claims()));
        class.add(format!("{name} of the attacker"), rs256(signed), Code::TokenSignature, &honest);
    }
}

fn with_id(id: &str) -> Given {
    let keys = Keys::Jwks(set(&[changed(jwk(Rs256), json!({"kid": "main"}))]));
    rs256(token(Rs256, header_with(&format!(r#""kid":{id}"#)), claims())).keys(keys)
}

fn ids(class: &mut Class) {
    let control = with_id(r#""main""#);
    for (name, id) in [
        ("of no key", r#""other""#),
        ("in another case", r#""MAIN""#),
        ("with a space behind it", r#""main ""#),
        ("with NUL behind it", r#""main\u0000""#),
        ("with a line break behind it", r#""main\n""#),
        ("a path", r#""../../../../dev/null""#),
        ("a path to a file", r#""/proc/sys/kernel/randomize_va_space""#),
        ("a path with its escapes", r#""..%2f..%2fmain""#),
        ("SQL", r#""x' UNION SELECT 'secret' -- ""#),
        ("SQL that is always true", r#""main' OR '1'='1""#),
        ("a command", r#""main; curl attacker.example""#),
        ("a URL", r#""https://attacker.example/keys""#),
        ("LDAP", r#""*)(uid=*))(|(uid=*""#),
        ("a wildcard", r#""*""#),
        ("a place", r#""0""#),
        ("a prototype", r#""__proto__""#),
        ("a constructor", r#""constructor""#),
        ("as a fullwidth text", r#""ｍａｉｎ""#),
        ("with a mark of direction", r#""\u202emain""#),
    ] {
        class.add(format!("kid {name}"), with_id(id), Code::TokenUnknownKey, &control);
    }
    for id in ["null", "0", "true", "[]", "{}", r#"["main"]"#, r#"{"main":1}"#, r#""""#] {
        class.add(format!("kid is {id}"), with_id(id), Code::TokenHeader, &control);
    }
    let long = "k".repeat(256);
    let keys = Keys::Jwks(set(&[changed(jwk(Rs256), json!({"kid": long}))]));
    let control = with_id(&format!(r#""{long}""#)).keys(keys.clone());
    let longer = with_id(&format!(r#""{long}k""#)).keys(keys);
    class.add("kid of 257 characters", longer, Code::TokenHeader, &control);
    for (name, secret) in [("nothing", ""), ("the path", "../../dev/null"), ("what SQL answers", "secret")] {
        let header = r#"{"alg":"HS256","kid":"../../dev/null"}"#;
        let signed =
            joined(&encoded(header), &encoded(claims()), |bytes| mac(Hs256, secret.as_bytes(), bytes));
        let name = format!("kid a path, with a MAC under {name}");
        class.add(name, given(Hs256, signed), Code::TokenSignature, &right(Hs256));
    }
}

fn several(class: &mut Class) {
    let one = changed(jwk(Rs256), json!({"kid": "one"}));
    let two = changed(attackers_jwk(), json!({"kid": "two"}));
    let both = Keys::Jwks(set(&[one.clone(), two]));
    let names = |id: &str, by: fn(&[u8]) -> Vec<u8>| {
        let header = header_with(&format!(r#""kid":"{id}""#));
        rs256(joined(&encoded(header), &encoded(claims()), by)).keys(both.clone())
    };
    let crossed = names("one", attackers);
    class.add(
        "kid of one key, signed under another",
        crossed,
        Code::TokenSignature,
        &names("two", attackers),
    );
    // Keys of whom only the last signed: a token that names none of them is not tried with each.
    let filler = |at: usize| changed(attackers_jwk(), json!({"kid": format!("f{at}")}));
    let many: Vec<String> = (0..8).map(filler).chain([one.clone()]).collect();
    let many = Keys::Jwks(set(&many));
    let named = rs256(token(Rs256, header_with(r#""kid":"one""#), claims())).keys(many.clone());
    let unnamed = right(Rs256).keys(many);
    class.add("no kid where there are nine keys", unnamed, Code::TokenUnknownKey, &named);
    // Keys without ids before it: the one that has the id is the one that counts.
    let nameless = vec![Value::Object(attackers_jwk()).to_string(); 6];
    let behind = Keys::Jwks(set(&[nameless, vec![one]].concat()));
    let control = rs256(token(Rs256, header_with(r#""kid":"one""#), claims())).keys(behind.clone());
    let forged = joined(&encoded(header_with(r#""kid":"one""#)), &encoded(claims()), attackers);
    class.add(
        "kid of one key, signed under one without id",
        rs256(forged).keys(behind),
        Code::TokenSignature,
        &control,
    );
}
