//! Keys that are weak, mistyped or there for something else.

use super::case::{Class, Given, Keys, given, right, rs256};
use super::forge::{
    self, SECRET, changed, claims, claims_with, decoded, encoded, header, joined, jwk, mac, raw,
};
use payymo::Code;
use payymo::crypto::Algorithm::{self, Ed25519, Es256, Es384, Es512, Hs256, Hs384, Hs512, Rs256};
use ring::digest::{SHA256, digest};
use ring::signature::{ED25519, UnparsedPublicKey};
use serde_json::{Value, json};

pub fn cases() -> Class {
    let mut class = Class::new("keys");
    rsa(&mut class);
    members(&mut class);
    curves(&mut class);
    edwards(&mut class);
    private(&mut class);
    secrets(&mut class);
    class
}

/// The right token of an algorithm under a key that is not.
fn under(algorithm: Algorithm, key: String) -> Given {
    right(algorithm).keys(Keys::Jwk(key))
}

fn rsa(class: &mut Class) {
    let control = right(Rs256);
    let weak: Value = serde_json::from_str(&forge::file("weak.json")).expect("JSON");
    for (name, made) in weak.as_object().expect("an object") {
        let code = if name == "rsa_roca" { Code::KeyRoca } else { Code::KeyWeak };
        let token = made["token"].as_str().expect("a token");
        let key = Keys::Jwk(made["key"].to_string());
        class.add(format!("{name}, truly signed"), rs256(token).keys(key), code, &control);
    }
    // With an exponent of 1 a signature is the padded digest itself, which anybody writes down.
    let forged = joined(&encoded(header(Rs256)), &encoded(claims()), |message| {
        let prefix: [u8; 19] =
            [0x30, 0x31, 0x30, 13, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1, 5, 0, 4, 32];
        let digest = [&prefix, digest(&SHA256, message).as_ref()].concat();
        [&[0, 1], vec![0xff; 256 - 3 - digest.len()].as_slice(), &[0], &digest].concat()
    });
    let one = changed(jwk(Rs256), json!({"e": "AQ"}));
    class.add("an exponent of 1, forged", rs256(forged).keys(Keys::Jwk(one)), Code::KeyWeak, &control);
    let mut even = decoded(jwk(Rs256)["n"].as_str().expect("a text"));
    *even.last_mut().expect("a byte") &= 0xfe;
    let n = jwk(Rs256)["n"].as_str().expect("a text").to_owned();
    for (name, members, code) in [
        ("an even exponent", json!({"e": encoded([1, 0, 0])}), Code::KeyWeak),
        ("an exponent of 65535", json!({"e": encoded([0xff, 0xff])}), Code::KeyWeak),
        ("an exponent of 65539 on 64 bits", json!({"e": encoded([1, 0, 0, 0, 0, 1, 0, 3])}), Code::KeyWeak),
        ("an exponent as long as the modulus", json!({"e": n}), Code::KeyWeak),
        ("an exponent of 0", json!({"e": "AA"}), Code::KeySyntax),
        ("an exponent of nothing", json!({"e": ""}), Code::KeySyntax),
        ("no exponent", json!({"e": null}), Code::KeySyntax),
        ("an exponent that is a number", json!({"e": 65537}), Code::KeySyntax),
        ("an exponent with a zero byte before it", json!({"e": "AAEAAQ"}), Code::KeySyntax),
        ("an exponent with padding", json!({"e": "AQAB===="}), Code::KeySyntax),
        ("an exponent with a line break", json!({"e": "AQAB\n"}), Code::KeySyntax),
        ("an even modulus", json!({"n": encoded(&even)}), Code::KeyWeak),
        ("a modulus of nothing", json!({"n": ""}), Code::KeySyntax),
        ("no modulus", json!({"n": null}), Code::KeySyntax),
        ("a modulus that is a list", json!({"n": [n]}), Code::KeySyntax),
        ("a modulus of 1", json!({"n": "AQ"}), Code::KeyWeak),
        (
            "a modulus with a zero byte before it",
            json!({"n": encoded([vec![0], decoded(&n)].concat())}),
            Code::KeySyntax,
        ),
        ("a modulus with padding", json!({"n": format!("{n}==")}), Code::KeySyntax),
        (
            "a modulus in the standard alphabet",
            json!({"n": n.replace('-', "+").replace('_', "/")}),
            Code::KeySyntax,
        ),
        (
            "a modulus in hex",
            json!({"n": decoded(&n).iter().map(|byte| format!("{byte:02x}")).collect::<String>()}),
            Code::TokenSignature,
        ),
        ("a modulus of 2 MiB", json!({"n": n.repeat(6_000)}), Code::KeySyntax),
    ] {
        class.add(name, under(Rs256, changed(jwk(Rs256), members)), code, &control);
    }
}

fn members(class: &mut Class) {
    let well = under(
        Rs256,
        changed(jwk(Rs256), json!({"use": "sig", "key_ops": ["verify"], "alg": "RS256", "kid": "a"})),
    );
    for (name, members, code) in [
        ("use is enc", json!({"use": "enc"}), Code::KeyUse),
        ("use is SIG", json!({"use": "SIG"}), Code::KeyUse),
        ("use is empty", json!({"use": ""}), Code::KeyUse),
        ("use is a list", json!({"use": ["sig"]}), Code::KeySyntax),
        ("use is false", json!({"use": false}), Code::KeySyntax),
        ("key_ops says encrypt", json!({"key_ops": ["encrypt", "wrapKey"]}), Code::KeyUse),
        ("key_ops says sign alone", json!({"key_ops": ["sign"]}), Code::KeyUse),
        ("key_ops is empty", json!({"key_ops": []}), Code::KeyUse),
        ("key_ops against use", json!({"use": "sig", "key_ops": ["decrypt"]}), Code::KeyUse),
        ("key_ops says verify twice", json!({"key_ops": ["verify", "verify"]}), Code::KeySyntax),
        ("key_ops is a text", json!({"key_ops": "verify"}), Code::KeySyntax),
        ("key_ops is a list of numbers", json!({"key_ops": ["verify", 1]}), Code::KeySyntax),
        ("alg is RS512", json!({"alg": "RS512"}), Code::KeyAlgorithm),
        ("alg is PS256", json!({"alg": "PS256"}), Code::KeyAlgorithm),
        ("alg is ES256", json!({"alg": "ES256"}), Code::KeyKind),
        ("alg is HS256", json!({"alg": "HS256"}), Code::KeyKind),
        ("alg is none", json!({"alg": "none"}), Code::KeyAlgorithm),
        ("alg is RSA-OAEP", json!({"alg": "RSA-OAEP"}), Code::KeyAlgorithm),
        ("alg is empty", json!({"alg": ""}), Code::KeyAlgorithm),
        ("alg is a list", json!({"alg": ["RS256"]}), Code::KeySyntax),
        ("kty is missing", json!({"kty": null}), Code::KeySyntax),
        ("kty is rsa", json!({"kty": "rsa"}), Code::KeyKind),
        ("kty is EC", json!({"kty": "EC"}), Code::KeyKind),
        ("kty is oct", json!({"kty": "oct"}), Code::KeyKind),
        ("kty is a list", json!({"kty": ["RSA"]}), Code::KeySyntax),
        ("kid is a number", json!({"kid": 5}), Code::KeySyntax),
        ("kid is empty", json!({"kid": ""}), Code::KeySyntax),
        ("kid of 257 characters", json!({"kid": "k".repeat(257)}), Code::KeySyntax),
    ] {
        class.add(name, under(Rs256, changed(jwk(Rs256), members)), code, &well);
    }
    let written = |without: &str, members: &str| under(Rs256, raw(jwk(Rs256), without, members));
    for (name, without, members) in [
        ("kty is null", "kty", r#""kty":null"#),
        ("alg is null", "alg", r#""alg":null"#),
        ("use is null", "use", r#""use":null"#),
        ("n stands twice", "", r#""n":"AQ""#),
        ("e stands twice", "", r#""e":"Aw""#),
        ("e stands twice, once escaped", "", r#""\u0065":"Aw""#),
        ("kty stands twice", "", r#""kty":"oct""#),
        ("a lone surrogate", "", r#""kid":"\ud800""#),
        ("NaN", "", r#""x":NaN"#),
    ] {
        class.add(name, written(without, members), Code::KeySyntax, &well);
    }
    let text = Value::Object(jwk(Rs256)).to_string();
    for (name, key) in [
        ("nothing", String::new()),
        ("a mark of byte order", format!("\u{feff}{text}")),
        ("something behind it", format!("{text}x")),
        ("a list", format!("[{text}]")),
        ("a set where a key is due", forge::set(std::slice::from_ref(&text))),
        ("a text", format!("{text:?}")),
        ("depth", format!(r#"{},"x":{}1{}}}"#, text.trim_end_matches('}'), "[".repeat(40), "]".repeat(40))),
        ("PEM where a JWK is due", forge::public("rsa")),
    ] {
        class.add(format!("a JWK that is {name}"), under(Rs256, key), Code::KeySyntax, &well);
    }
}

fn curves(class: &mut Class) {
    let control = right(Es256);
    let key = jwk(Es256);
    let text = |name: &str| key[name].as_str().expect("a text").to_owned();
    let (x, y) = (decoded(&text("x")), decoded(&text("y")));
    let other = jwk(Es384);
    let off = {
        let mut y = y.clone();
        y[31] ^= 1;
        y
    };
    let zeros = encoded([0; 32]);
    for (name, members, code) in [
        ("a point off the curve", json!({"y": encoded(&off)}), Code::KeySyntax),
        ("x and y swapped", json!({"x": text("y"), "y": text("x")}), Code::KeySyntax),
        ("the point at infinity", json!({"x": zeros, "y": zeros}), Code::KeySyntax),
        ("a coordinate beyond the prime", json!({"x": encoded([0xff; 32])}), Code::KeySyntax),
        (
            "a point of secp256k1",
            {
                let point = forge::der(&forge::public("secp256k1"));
                let point = &point[point.len() - 64..];
                json!({"x": encoded(&point[..32]), "y": encoded(&point[32..])})
            },
            Code::KeySyntax,
        ),
        ("a coordinate of 31 bytes", json!({"x": encoded(&x[1..])}), Code::KeySyntax),
        ("a coordinate of 33 bytes", json!({"x": encoded([vec![0], x.clone()].concat())}), Code::KeySyntax),
        ("a point in x", json!({"x": encoded([vec![4], x.clone(), y.clone()].concat())}), Code::KeySyntax),
        ("no y", json!({"y": null}), Code::KeySyntax),
        ("an empty y", json!({"y": ""}), Code::KeySyntax),
        ("coordinates of P-384", json!({"x": other["x"], "y": other["y"]}), Code::KeySyntax),
        ("P-384 as it says", json!({"crv": "P-384", "x": other["x"], "y": other["y"]}), Code::KeyKind),
        ("crv is secp256k1", json!({"crv": "secp256k1"}), Code::KeyKind),
        ("crv is p-256", json!({"crv": "p-256"}), Code::KeyKind),
        ("crv is prime256v1", json!({"crv": "prime256v1"}), Code::KeyKind),
        ("crv is Ed25519", json!({"crv": "Ed25519"}), Code::KeyKind),
        ("crv is missing", json!({"crv": null}), Code::KeyKind),
        ("crv is a number", json!({"crv": 256}), Code::KeySyntax),
        ("alg is ES384", json!({"alg": "ES384"}), Code::KeyAlgorithm),
        ("alg is EdDSA", json!({"alg": "EdDSA"}), Code::KeyKind),
    ] {
        class.add(format!("ES256: {name}"), under(Es256, changed(key.clone(), members)), code, &control);
    }
    let said = changed(key.clone(), json!({"crv": "P-384"}));
    class.add("ES384: coordinates of P-256", under(Es384, said), Code::KeySyntax, &right(Es384));
    let infinity = json!({"crv": "P-384", "x": encoded([0; 48]), "y": encoded([0; 48])});
    class.add(
        "ES384: the point at infinity",
        under(Es384, changed(other, infinity)),
        Code::KeySyntax,
        &right(Es384),
    );
    let unsupported = given(Es512, forge::right(Es256)).keys(Keys::Pem(forge::public("p521")));
    class.add("ES512, which the library does not do", unsupported, Code::CryptoUnsupported, &control);
}

/// Encodings of the points of small order of Ed25519, and of coordinates that are not reduced.
fn small_points() -> Vec<[u8; 32]> {
    let number = |low: u8| std::array::from_fn(|at| if at == 0 { low } else { 0 });
    let near = |low: u8| {
        std::array::from_fn(|at| [0xff, low, 0x7f][usize::from(at == 0) + 2 * usize::from(at == 31)])
    };
    let order_8 = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a";
    let other_8 = "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05";
    let hex = |text: &str| {
        std::array::from_fn(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).expect("hex"))
    };
    let points: [[u8; 32]; 8] =
        [number(0), number(1), near(0xec), near(0xed), near(0xee), near(0xff), hex(order_8), hex(other_8)];
    points
        .into_iter()
        .flat_map(|point| {
            [point, {
                let mut signed = point;
                signed[31] |= 0x80;
                signed
            }]
        })
        .collect()
}

/// A token under a point of small order, found by trying: one of some is right, and nobody needs a secret for it.
fn forged(point: &[u8; 32]) -> Option<String> {
    let identity = [vec![1], vec![0; 31]].concat();
    let signatures = [[identity.clone(), vec![0; 32]].concat(), [point.to_vec(), vec![0; 32]].concat()];
    let key = UnparsedPublicKey::new(&ED25519, point);
    (0..64).find_map(|at| {
        let payload = claims_with("jti", &format!("\"{at}\""));
        let signed = format!("{}.{}", encoded(header(Ed25519)), encoded(payload));
        let fits = |signature: &&Vec<u8>| key.verify(signed.as_bytes(), signature).is_ok();
        signatures.iter().find(fits).map(|signature| format!("{signed}.{}", encoded(signature)))
    })
}

fn edwards(class: &mut Class) {
    let control = right(Ed25519);
    let mut forgeries = 0;
    for point in small_points() {
        let key = changed(jwk(Ed25519), json!({"x": encoded(point)}));
        let token = forged(&point);
        forgeries += usize::from(token.is_some());
        let name = format!("a point of small order, or not reduced: {}", encoded(point));
        let token = token.unwrap_or_else(|| forge::right(Ed25519));
        class.add(name, given(Ed25519, token).keys(Keys::Jwk(key)), Code::KeySmallOrder, &control);
    }
    assert!(forgeries >= 4, "the forgeries are real: the library alone takes them");
    let x = decoded(jwk(Ed25519)["x"].as_str().expect("a text"));
    for (name, members, code) in [
        ("31 bytes", json!({"x": encoded(&x[1..])}), Code::KeySyntax),
        ("33 bytes", json!({"x": encoded([vec![0], x.clone()].concat())}), Code::KeySyntax),
        ("nothing", json!({"x": ""}), Code::KeySyntax),
        ("no x", json!({"x": null}), Code::KeySyntax),
        ("crv is Ed448", json!({"crv": "Ed448"}), Code::KeyKind),
        ("crv is X25519", json!({"crv": "X25519"}), Code::KeyKind),
        ("crv is missing", json!({"crv": null}), Code::KeyKind),
        ("kty is EC", json!({"kty": "EC"}), Code::KeyKind),
        ("alg is ES256", json!({"alg": "ES256"}), Code::KeyKind),
        ("alg is Ed448", json!({"alg": "Ed448"}), Code::KeyAlgorithm),
    ] {
        class.add(format!("Ed25519: {name}"), under(Ed25519, changed(jwk(Ed25519), members)), code, &control);
    }
}

fn private(class: &mut Class) {
    for (algorithm, members) in [
        (Rs256, json!({"d": "AQAB"})),
        (Rs256, json!({"p": "AQAB", "q": "AQAB"})),
        (Rs256, json!({"dp": "AQAB"})),
        (Rs256, json!({"dq": "AQAB"})),
        (Rs256, json!({"qi": "AQAB"})),
        (Rs256, json!({"oth": []})),
        (Rs256, json!({"k": encoded(SECRET)})),
        (Es256, json!({"d": encoded([7; 32])})),
        (Es384, json!({"d": ""})),
        (Ed25519, json!({"d": encoded([7; 32])})),
        (Ed25519, json!({"k": encoded(SECRET)})),
    ] {
        let name = format!("{algorithm}: private members {members}");
        class.add(
            name,
            under(algorithm, changed(jwk(algorithm), members)),
            Code::KeyPrivate,
            &right(algorithm),
        );
    }
}

fn secrets(class: &mut Class) {
    for (algorithm, length) in [(Hs256, 0), (Hs256, 1), (Hs256, 31), (Hs384, 47), (Hs512, 63)] {
        let signed = |length: usize| {
            let secret = &SECRET[..length];
            let token = joined(&encoded(header(algorithm)), &encoded(claims()), |bytes| {
                mac(algorithm, secret, bytes)
            });
            (given(algorithm, token), secret.to_vec())
        };
        let (token, secret) = signed(length);
        let least =
            [(Hs256, 32), (Hs384, 48), (Hs512, 64)].iter().find(|one| one.0 == algorithm).expect("one").1;
        let (control, enough) = signed(least);
        let control = control.keys(Keys::Secret(enough));
        let as_jwk = Keys::Jwk(json!({"kty": "oct", "k": encoded(&secret)}).to_string());
        class.add(
            format!("{algorithm}: a secret of {length} bytes"),
            token.clone().keys(Keys::Secret(secret)),
            Code::KeyWeak,
            &control,
        );
        class.add(
            format!("{algorithm}: a JWK of {length} bytes"),
            token.keys(as_jwk),
            Code::KeyWeak,
            &control,
        );
    }
    let control = under(Hs256, Value::Object(jwk(Hs256)).to_string());
    for (name, members, code) in [
        ("no k", json!({"k": null}), Code::KeySyntax),
        ("k is a number", json!({"k": 5}), Code::KeySyntax),
        ("k with padding", json!({"k": format!("{}=", encoded(SECRET))}), Code::KeySyntax),
        ("k that is plain text", json!({"k": "worthless test secret, and no base64url"}), Code::KeySyntax),
        ("alg is HS512", json!({"alg": "HS512"}), Code::KeyAlgorithm),
        ("alg is RS256", json!({"alg": "RS256"}), Code::KeyKind),
        ("use is enc", json!({"use": "enc"}), Code::KeyUse),
        ("an RSA key as well", json!({"kty": "RSA", "n": jwk(Rs256)["n"], "e": "AQAB"}), Code::KeyKind),
    ] {
        class.add(format!("HS256: {name}"), under(Hs256, changed(jwk(Hs256), members)), code, &control);
    }
}
