//! Keys in PEM and DER that are something else.

use super::case::{Class, Keys, right};
use super::forge::{der, private, public};
use payymo::Code;
use payymo::crypto::Algorithm::{Ed25519, Es256, Es384, Hs256, Rs256};

pub fn cases() -> Class {
    let mut class = Class::new("documents");
    let rsa = public("rsa");
    let pem = |algorithm, text: String| right(algorithm).keys(Keys::Pem(text));
    let control = pem(Rs256, rsa.clone());
    let body =
        |text: &str| text.lines().filter(|line| !line.starts_with("-----")).collect::<Vec<_>>().join("\n");
    let labelled = |one: &str, other: &str, text: &str| {
        format!("-----BEGIN {one}-----\n{}\n-----END {other}-----\n", body(text))
    };
    for (name, text, code) in [
        ("nothing", String::new(), Code::KeySyntax),
        ("base64 alone", body(&rsa), Code::KeySyntax),
        ("PKCS#8", private("rsa"), Code::KeyPrivate),
        ("PKCS#1, private", private("rsa-pkcs1"), Code::KeyPrivate),
        ("SEC 1", private("p256-sec1"), Code::KeyPrivate),
        ("encrypted PKCS#8", private("p256-encrypted"), Code::KeyPrivate),
        ("a certificate", public("p256").replace("PUBLIC KEY", "CERTIFICATE"), Code::KeySyntax),
        (
            "a private key under another label",
            labelled("PUBLIC KEY", "PUBLIC KEY", &private("rsa")),
            Code::KeySyntax,
        ),
        (
            "a public key under the label of PKCS#1",
            labelled("RSA PUBLIC KEY", "RSA PUBLIC KEY", &rsa),
            Code::KeySyntax,
        ),
        ("labels that differ", labelled("PUBLIC KEY", "RSA PUBLIC KEY", &rsa), Code::KeySyntax),
        ("a label in small letters", labelled("public key", "public key", &rsa), Code::KeySyntax),
        ("two keys", format!("{rsa}{}", public("other")), Code::KeySyntax),
        ("a key behind a private one", format!("{}{rsa}", private("rsa")), Code::KeySyntax),
        ("a text before it", format!("my key:\n{rsa}"), Code::KeySyntax),
        ("a text behind it", format!("{rsa}\nmy key"), Code::KeySyntax),
        ("a mark of byte order", format!("\u{feff}{rsa}"), Code::KeySyntax),
        ("no end", rsa.replace("-----END PUBLIC KEY-----", ""), Code::KeySyntax),
        ("half of it", rsa[..rsa.len() / 2].to_owned(), Code::KeySyntax),
        ("a letter less", rsa.replacen("MII", "MI", 1), Code::KeySyntax),
        ("a header of old PEM", rsa.replacen('\n', "\nProc-Type: 4,ENCRYPTED\n\n", 1), Code::KeySyntax),
        ("ssh-rsa", "ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB test".to_owned(), Code::KeySyntax),
        ("a JWK", r#"{"kty":"RSA"}"#.to_owned(), Code::KeySyntax),
        ("half a megabyte", "-----BEGIN PUBLIC KEY-----\n".repeat(20_000), Code::KeySyntax),
        ("an EC key", public("p256"), Code::KeyKind),
        ("an Ed25519 key", public("ed25519"), Code::KeyKind),
        ("an Ed448 key", public("ed448"), Code::KeySyntax),
        ("a key on secp256k1", public("secp256k1"), Code::KeySyntax),
    ] {
        class.add(format!("PEM: {name}"), pem(Rs256, text), code, &control);
    }
    for (name, algorithm, file, kind) in [
        ("P-384 for ES256", Es256, "p384", "p256"),
        ("P-256 for ES384", Es384, "p256", "p384"),
        ("RSA for ES256", Es256, "rsa", "p256"),
        ("P-256 for Ed25519", Ed25519, "p256", "ed25519"),
        ("RSA for Ed25519", Ed25519, "rsa", "ed25519"),
    ] {
        class.add(name, pem(algorithm, public(file)), Code::KeyKind, &pem(algorithm, public(kind)));
    }
    let secret = right(Hs256);
    for file in ["rsa", "p256", "ed25519"] {
        class.add(format!("{file} for HS256"), pem(Hs256, public(file)), Code::KeyKind, &secret);
    }
    let bytes = |bytes: Vec<u8>| right(Rs256).keys(Keys::Der(bytes));
    let whole = der(&rsa);
    let control = bytes(whole.clone());
    let mut exponent = whole.clone();
    let last = exponent.len() - 1;
    exponent[last] = 3;
    let mut negative = whole.clone();
    // The zero byte before the modulus, without which it would be negative.
    let sign =
        negative.windows(5).position(|bytes| bytes == [0x02, 0x82, 0x01, 0x01, 0x00]).expect("the modulus");
    negative[sign + 4] = 0xff;
    for (name, document, code) in [
        ("nothing", Vec::new(), Code::KeySyntax),
        ("a byte less", whole[..whole.len() - 1].to_vec(), Code::KeySyntax),
        ("a byte more", [whole.clone(), vec![0]].concat(), Code::KeySyntax),
        ("itself twice", whole.repeat(2), Code::KeySyntax),
        ("PEM", rsa.clone().into_bytes(), Code::KeySyntax),
        ("PKCS#8", der(&private("rsa")), Code::KeyPrivate),
        ("PKCS#1, private", der(&private("rsa-pkcs1")), Code::KeyPrivate),
        (
            "an exponent with needless zero bytes",
            {
                let mut short = whole.clone();
                short[last - 2] = 0;
                short
            },
            Code::KeySyntax,
        ),
        ("an exponent that is another", exponent, Code::TokenSignature),
        ("a negative modulus", negative, Code::KeySyntax),
        ("a length beyond its end", vec![0x30, 0x84, 0xff, 0xff, 0xff, 0xff], Code::KeySyntax),
        ("a length without an end", vec![0x30, 0x80, 0, 0], Code::KeySyntax),
        ("sequences within sequences", [0x30, 0x80].repeat(5_000), Code::KeySyntax),
        ("an EC key", der(&public("p256")), Code::KeyKind),
    ] {
        class.add(format!("DER: {name}"), bytes(document), code, &control);
    }
    let point = der(&public("p256"));
    let front = &point[..point.len() - 65];
    let curve = |bytes: Vec<u8>| right(Es256).keys(Keys::Der(bytes));
    let mut off = point.clone();
    *off.last_mut().expect("a byte") ^= 1;
    let control = curve(point.clone());
    for (name, document) in [
        ("a point off the curve", off),
        ("the point at infinity", [front, &[4], &[0; 64]].concat()),
        ("a point of an unknown form", [front, &[5], &point[point.len() - 64..]].concat()),
        ("a compressed point", {
            // SEQUENCE { SEQUENCE { id-ecPublicKey, prime256v1 }, BIT STRING of 34 bytes }
            let algorithm = &point[2..23];
            let key = [&[3, 34, 0, 2], &point[point.len() - 64..point.len() - 32]].concat();
            [&[0x30, (algorithm.len() + key.len()) as u8], algorithm, &key].concat()
        }),
    ] {
        class.add(format!("DER: {name}"), curve(document), Code::KeySyntax, &control);
    }
    class
}
