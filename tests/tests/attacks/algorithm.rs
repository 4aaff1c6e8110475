//! Algorithms: none, and one taken for another.

use super::case::{Class, Keys, given, right, rs256};
use super::forge::{self, attackers_jwk, changed, claims, encoded, header, joined, jwk, mac, public, token};
use payymo::Code;
use payymo::crypto::Algorithm::{
    self, Ed25519, Es256, Es384, Hs256, Hs384, Hs512, Ps256, Rs256, Rs384, Rs512,
};
use serde_json::{Value, json};

pub fn cases() -> Class {
    let mut class = Class::new("algorithm");
    spellings(&mut class);
    public_key_as_secret(&mut class);
    another_of_the_kind(&mut class);
    class
}

fn spellings(class: &mut Class) {
    let control = right(Rs256);
    for name in ["none", "None", "NONE", "nOnE", "none ", " none", r"none\u0000", r"\u006eone", ""] {
        let header = format!(r#"{{"alg":"{name}","typ":"JWT"}}"#);
        let signed = token(Rs256, &header, claims());
        class.add(format!("{name:?} with a signature"), rs256(signed), Code::TokenAlgorithm, &control);
    }
    for name in ["none", "None", "NONE", "nOnE"] {
        let header = format!(r#"{{"alg":"{name}"}}"#);
        let bare = format!("{}.{}.", encoded(&header), encoded(claims()));
        class.add(format!("{name} without a signature"), rs256(bare), Code::TokenSegments, &control);
    }
    for name in [
        "rs256",
        "RS256 ",
        "RS-256",
        "RSA256",
        "RS1",
        "RSA",
        "HS1",
        "ES256K",
        "RS256,HS256",
        r"RS256\u0000",
        "RЅ256",
        "RSA-OAEP",
        "dir",
        "A128KW",
        "HS256/64",
    ] {
        let header = format!(r#"{{"alg":"{name}","typ":"JWT"}}"#);
        let signed = token(Rs256, &header, claims());
        class.add(format!("no algorithm: {name:?}"), rs256(signed), Code::TokenAlgorithm, &control);
    }
    for value in ["null", "256", "true", "{}", r#"["RS256"]"#, r#"{"name":"RS256"}"#] {
        let signed = token(Rs256, format!(r#"{{"alg":{value},"typ":"JWT"}}"#), claims());
        class.add(format!("alg is {value}"), rs256(signed), Code::TokenHeader, &control);
    }
    for header in [r#"{"typ":"JWT"}"#, r#"{"ALG":"RS256","typ":"JWT"}"#, r#"{"alg ":"RS256"}"#, "{}"] {
        let signed = token(Rs256, header, claims());
        class.add(format!("alg is not in {header}"), rs256(signed), Code::TokenHeader, &control);
    }
    let control = given(Ed25519, token(Ed25519, r#"{"alg":"EdDSA","typ":"JWT"}"#, claims()));
    for name in ["eddsa", "EDDSA", "ed25519", "Ed448", "Ed25519ph", "EdDSA25519"] {
        let signed = token(Ed25519, format!(r#"{{"alg":"{name}","typ":"JWT"}}"#), claims());
        class.add(format!("no alias: {name}"), given(Ed25519, signed), Code::TokenAlgorithm, &control);
    }
    let confused = given(Es256, token(Ed25519, r#"{"alg":"EdDSA"}"#, claims()));
    class.add("EdDSA where ES256 is allowed", confused, Code::TokenAlgorithm, &right(Es256));
}

fn public_key_as_secret(class: &mut Class) {
    let pem = public("rsa");
    let key = jwk(Rs256);
    let text = |name: &str| key[name].as_str().expect("a text").to_owned();
    let known: [(&str, Vec<u8>); 9] = [
        ("PEM", pem.clone().into_bytes()),
        ("PEM without its last line break", pem.trim_end().as_bytes().to_vec()),
        ("PEM with CRLF", pem.replace('\n', "\r\n").into_bytes()),
        ("PEM without lines", pem.replace('\n', "").into_bytes()),
        ("DER", forge::der(&pem)),
        ("modulus", forge::decoded(&text("n"))),
        ("modulus in base64url", text("n").into_bytes()),
        ("JWK", Value::Object(key.clone()).to_string().into_bytes()),
        ("nothing", Vec::new()),
    ];
    for (name, secret) in known {
        for algorithm in [Hs256, Hs512] {
            let signed = joined(&encoded(header(algorithm)), &encoded(claims()), |message| {
                mac(algorithm, &secret, message)
            });
            class.add(
                format!("{algorithm} with the public key as secret: {name}"),
                rs256(signed.clone()),
                Code::TokenAlgorithm,
                &right(Rs256),
            );
        }
    }
    let signed =
        joined(&encoded(header(Hs256)), &encoded(claims()), |message| mac(Hs256, pem.as_bytes(), message));
    let misled = |keys| given(Hs256, signed.clone()).keys(keys);
    let control = right(Hs256);
    class.add("a public PEM for HS256", misled(Keys::Pem(pem.clone())), Code::KeyKind, &control);
    class.add("a public DER for HS256", misled(Keys::Der(forge::der(&pem))), Code::KeyKind, &control);
    let public = Value::Object(key).to_string();
    class.add("a public JWK for HS256", misled(Keys::Jwk(public.clone())), Code::KeyKind, &control);
    class.add("a public set for HS256", misled(Keys::Jwks(forge::set(&[public]))), Code::KeyNone, &control);
    let as_secret = Keys::Secret(pem.clone().into_bytes());
    class.add("a public PEM given as the secret", misled(as_secret), Code::KeyKind, &control);
    let indented = Keys::Secret(format!("\n {pem}").into_bytes());
    class.add(
        "a public PEM behind white space given as the secret",
        misled(indented),
        Code::KeyKind,
        &control,
    );
}

/// Signed by one algorithm, said to be by another.
fn another_of_the_kind(class: &mut Class) {
    let two = |one: Algorithm, other: Algorithm, said: Algorithm, by: Algorithm| {
        let keys = Keys::Jwks(forge::set(&[Value::Object(jwk(one)).to_string()]));
        let signed = token(by, header(said), claims());
        given(one, signed).keys(keys).rules(|policy| policy.algorithms = vec![one, other])
    };
    for (by, said, other) in [
        (Rs256, Ps256, Ps256),
        (Ps256, Rs256, Ps256),
        (Rs256, Rs512, Rs512),
        (Rs512, Rs256, Rs512),
        (Rs384, Rs256, Rs384),
    ] {
        let control = two(Rs256, other, by, by);
        class.add(
            format!("{by} said to be {said}"),
            two(Rs256, other, said, by),
            Code::TokenSignature,
            &control,
        );
    }
    for said in [Ps256, Rs384, Rs512, Es256, Hs256, Ed25519] {
        let signed = token(said, header(said), claims());
        let name = format!("{said} where RS256 is allowed");
        class.add(name, rs256(signed), Code::TokenAlgorithm, &right(Rs256));
    }
    for (said, by) in [(Hs384, Hs256), (Hs256, Hs384), (Hs512, Hs256)] {
        let attack = two(Hs256, said, said, by).rules(|policy| policy.algorithms = vec![by, said]);
        let control = two(Hs256, said, by, by).rules(|policy| policy.algorithms = vec![by, said]);
        class.add(format!("{by} said to be {said}"), attack, Code::TokenSignature, &control);
    }
    let curves = two(Es256, Es384, Es384, Es384);
    class.add("ES384 under a key for ES256", curves, Code::TokenUnknownKey, &two(Es256, Es384, Es256, Es256));
    let curve = given(Es384, forge::right(Es256)).keys(Keys::Jwk(Value::Object(jwk(Es256)).to_string()));
    class.add("a key for ES256 where ES384 is allowed", curve, Code::KeyKind, &right(Es384));
    let bound = Keys::Jwks(forge::set(&[changed(jwk(Rs256), json!({"alg": "RS256"}))]));
    let swapped = two(Rs256, Ps256, Ps256, Ps256).keys(bound.clone());
    let control = two(Rs256, Ps256, Rs256, Rs256).keys(bound);
    class.add("PS256 under a key that says RS256", swapped, Code::TokenUnknownKey, &control);
    let stranger = joined(&encoded(header(Rs256)), &encoded(claims()), forge::attackers);
    let control = rs256(stranger.clone()).keys(Keys::Jwk(Value::Object(attackers_jwk()).to_string()));
    class.add("signed under a key that nobody trusts", rs256(stranger), Code::TokenSignature, &control);
}
