//! Signatures of another form, and those of something else.

use super::case::{Class, given, right, rs256};
use super::forge::{
    SECRET, claims, claims_with, decoded, encoded, header, joined, jwk, mac, signature, token,
};
use payymo::Code;
use payymo::crypto::Algorithm::{self, Ed25519, Es256, Es384, Hs256, Hs384, Ps256, Rs256};

/// The order of P-256.
const ORDER: [u8; 32] = [
    0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xbc, 0xe6, 0xfa,
    0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
];
/// The order of the base point of Ed25519, its lowest byte first.
const ORDER_25519: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

/// The sum of two numbers of one length, their lowest bytes first; `None` where it does not fit.
fn sum<'n>(one: impl Iterator<Item = &'n u8>, other: impl Iterator<Item = &'n u8>) -> Option<Vec<u8>> {
    let mut carry = 0;
    let bytes = one.zip(other).map(|(one, other)| {
        carry += u16::from(*one) + u16::from(*other);
        let low = carry as u8;
        carry >>= 8;
        low
    });
    let bytes: Vec<u8> = bytes.collect();
    (carry == 0).then_some(bytes)
}

/// A number of DER.
fn integer(number: &[u8]) -> Vec<u8> {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    let number = &number[zeros.min(number.len() - 1)..];
    let sign: &[u8] = if number[0] & 0x80 != 0 { &[0] } else { &[] };
    [&[2, (sign.len() + number.len()) as u8], sign, number].concat()
}

fn in_der(signature: &[u8]) -> Vec<u8> {
    let (r, s) = signature.split_at(signature.len() / 2);
    let both = [integer(r), integer(s)].concat();
    [&[0x30, both.len() as u8], both.as_slice()].concat()
}

/// The right token with its signature made into another.
fn changed(algorithm: Algorithm, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> String {
    joined(&encoded(header(algorithm)), &encoded(claims()), |bytes| change(signature(algorithm, bytes)))
}

type Change = fn(Vec<u8>) -> Vec<u8>;
/// What is made of the halves of a signature.
type Halves<'c> = &'c dyn Fn(&[u8], &[u8]) -> Vec<u8>;

pub fn cases() -> Class {
    let mut class = Class::new("signature");
    for algorithm in [Rs256, Ps256, Es256, Es384, Ed25519, Hs256] {
        let control = right(algorithm);
        let changes: [(&str, Change); 9] = [
            ("a bit of the first byte", |mut bytes| {
                bytes[0] ^= 1;
                bytes
            }),
            ("a bit of the last byte", |mut bytes| {
                *bytes.last_mut().expect("a byte") ^= 0x80;
                bytes
            }),
            ("a byte less", |bytes| bytes[1..].to_vec()),
            ("a byte less at its end", |bytes| bytes[..bytes.len() - 1].to_vec()),
            ("a zero byte before it", |bytes| [vec![0], bytes].concat()),
            ("a zero byte behind it", |bytes| [bytes, vec![0]].concat()),
            ("itself twice", |bytes| bytes.repeat(2)),
            ("nothing but zeros", |bytes| vec![0; bytes.len()]),
            ("one zero byte", |_| vec![0]),
        ];
        for (name, change) in changes {
            class.add(
                format!("{algorithm}: {name}"),
                given(algorithm, changed(algorithm, change)),
                Code::TokenSignature,
                &control,
            );
        }
        let admin = claims_with("sub", r#""admin""#);
        let parts: Vec<&str> = control.token.split('.').collect();
        let exchanged = format!("{}.{}.{}", parts[0], encoded(admin), parts[2]);
        class.add(
            format!("{algorithm}: other claims"),
            given(algorithm, exchanged),
            Code::TokenSignature,
            &control,
        );
        let header = format!(r#"{{"typ":"JWT","alg":"{algorithm}"}}"#);
        let exchanged = format!("{}.{}.{}", encoded(header), parts[1], parts[2]);
        class.add(
            format!("{algorithm}: another header"),
            given(algorithm, exchanged),
            Code::TokenSignature,
            &control,
        );
    }
    curves(&mut class);
    others(&mut class);
    class
}

fn curves(class: &mut Class) {
    let control = right(Es256);
    let half: fn(&[u8], &[u8]) -> Vec<u8> = |r, s| [r, s].concat();
    let one: [u8; 32] = std::array::from_fn(|at| u8::from(at == 31));
    let mut add = |name: &str, change: Halves<'_>| {
        let token = changed(Es256, |bytes| change(&bytes[..32], &bytes[32..]));
        class.add(format!("ES256: {name}"), given(Es256, token), Code::TokenSignature, &control);
    };
    add("in DER", &|r, s| in_der(&[r, s].concat()));
    add("r and s swapped", &|r, s| half(s, r));
    add("r is 0", &|_, s| half(&[0; 32], s));
    add("s is 0", &|r, _| half(r, &[0; 32]));
    add("r is the order", &|_, s| half(&ORDER, s));
    add("s is the order", &|r, _| half(r, &ORDER));
    add("both are the order", &|_, _| half(&ORDER, &ORDER));
    add("both are 1", &|_, _| half(&one, &one));
    add("both are the greatest", &|_, _| vec![0xff; 64]);
    add("each with a zero byte before it", &|r, s| [&[0], r, &[0], s].concat());
    add("each in 48 bytes", &|r, s| [&[0; 16], r, &[0; 16], s].concat());
    add("each in 66 bytes", &|r, s| [&[0; 34], r, &[0; 34], s].concat());
    add("r alone", &|r, _| r.to_vec());
    let der = changed(Es384, |bytes| in_der(&bytes));
    class.add("ES384: in DER", given(Es384, der), Code::TokenSignature, &right(Es384));
    // Of a signature on Ed25519 that is not reduced there would be several.
    let more = changed(Ed25519, |bytes| {
        let s = sum(bytes[32..].iter(), ORDER_25519.iter()).expect("it fits");
        [&bytes[..32], &s].concat()
    });
    class.add("Ed25519: s is not reduced", given(Ed25519, more), Code::TokenSignature, &right(Ed25519));
    let high = changed(Ed25519, |mut bytes| {
        bytes[63] |= 0xe0;
        bytes
    });
    class.add("Ed25519: high bits of s", given(Ed25519, high), Code::TokenSignature, &right(Ed25519));
}

fn others(class: &mut Class) {
    // The number that a signature by RSA is, and the modulus more: the same to whoever reduces it first.
    let modulus = decoded(jwk(Rs256)["n"].as_str().expect("a text"));
    let beyond = (0..200).find_map(|at| {
        let plain = token(Rs256, header(Rs256), claims_with("jti", &format!("\"{at}\"")));
        let (signed, text) = plain.rsplit_once('.').expect("a point");
        let mut more = sum(decoded(text).iter().rev(), modulus.iter().rev())?;
        more.reverse();
        Some((format!("{signed}.{}", encoded(more)), plain))
    });
    let (beyond, plain) = beyond.expect("a signature that is small enough");
    class.add("RS256: the modulus more", rs256(beyond), Code::TokenSignature, &rs256(plain));
    let one = changed(Rs256, |bytes| [vec![0; bytes.len() - 1], vec![1]].concat());
    class.add("RS256: 1", rs256(one), Code::TokenSignature, &right(Rs256));
    let itself = changed(Rs256, |_| modulus.clone());
    class.add("RS256: the modulus", rs256(itself), Code::TokenSignature, &right(Rs256));
    let control = right(Hs256);
    let with = |change: &dyn Fn(&[u8]) -> Vec<u8>| {
        given(Hs256, joined(&encoded(header(Hs256)), &encoded(claims()), change))
    };
    let mut add = |name: &str, change: &dyn Fn(&[u8]) -> Vec<u8>| {
        class.add(name, with(change), Code::TokenSignature, &control)
    };
    add("HS256: half a tag", &|bytes| mac(Hs256, SECRET, bytes)[..16].to_vec());
    add("HS256: a tag by HS384", &|bytes| mac(Hs384, SECRET, bytes));
    add("HS256: a tag by HS384, cut", &|bytes| mac(Hs384, SECRET, bytes)[..32].to_vec());
    add("HS256: a tag in hex", &|bytes| {
        mac(Hs256, SECRET, bytes).iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect()
    });
    add("HS256: no secret", &|bytes| mac(Hs256, b"", bytes));
    add("HS256: a weak secret", &|bytes| mac(Hs256, b"secret", bytes));
    add("HS256: the secret in base64", &|bytes| mac(Hs256, encoded(SECRET).as_bytes(), bytes));
    add("HS256: the secret and NUL", &|bytes| mac(Hs256, &[SECRET, b"\0"].concat(), bytes));
    add("HS256: the payload alone", &|bytes| {
        mac(Hs256, SECRET, bytes.split(|byte| *byte == b'.').next_back().unwrap_or_default())
    });
    add("HS256: the claims themselves", &|_| mac(Hs256, SECRET, claims().as_bytes()));
}
