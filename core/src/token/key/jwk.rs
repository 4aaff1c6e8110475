//! JSON Web Keys: RFC 7517, with the kinds of RFC 7518 section 6 and RFC 8037.

use crate::crypto::{Algorithm, Curve, Family, Private, Public, Secret};
use crate::error::{Code, Error};
use crate::token::base64url;
use crate::token::header::LONGEST_ID;
use crate::token::json::{self, Object, Value, Wiped};
use pkcs1::UintRef;
use spki::der::Encode;
use zeroize::Zeroizing;

/// Characters of a key.
const LONGEST: usize = 64 * 1024;
/// Members that no public key has.
const PRIVATE: [&str; 8] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/// A key for verifying, as it was read.
pub(super) struct Read {
    pub(super) material: Material,
    /// Those of the allowed ones that it takes.
    pub(super) algorithms: Vec<Algorithm>,
    pub(super) id: Option<String>,
}

pub(super) enum Material {
    Public(Public),
    Secret(Secret),
}

fn bad(member: &str, said: &str) -> Error {
    Error::new(Code::KeySyntax, said).at_field(member)
}

/// The members of a key that is all of a text.
pub(super) fn members(text: &str) -> Result<Wiped, Error> {
    if text.len() > LONGEST {
        return Err(Error::new(Code::KeySyntax, "a key beyond 64 KiB"));
    }
    json::secret_object(text.as_bytes(), Code::KeySyntax)
}

fn text<'k>(key: &'k Object, member: &str) -> Result<Option<&'k str>, Error> {
    match key.get(member) {
        None => Ok(None),
        Some(Value::Text(text)) => Ok(Some(text)),
        Some(_) => Err(bad(member, "no text")),
    }
}

/// Bytes in base64url; a number (RFC 7518 section 2, Base64urlUInt) in as few bytes as it needs.
fn bytes(key: &Object, member: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
    let text = text(key, member)?.ok_or_else(|| bad(member, "missing"))?;
    // All the room that it needs: a buffer that grew would leave a copy of a secret behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(text.len()));
    base64url::decode(text.as_bytes(), &mut bytes)
        .ok_or_else(|| bad(member, "not base64url without padding"))?;
    Ok(bytes)
}

fn number(key: &Object, member: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
    let number = bytes(key, member)?;
    match number.first() {
        None | Some(0) => Err(bad(member, "a number that is empty or begins with a zero byte")),
        Some(_) => Ok(number),
    }
}

/// The id of a key.
pub(super) fn id(key: &Object) -> Result<Option<&str>, Error> {
    let id = text(key, "kid")?;
    if id.is_some_and(|id| id.is_empty() || id.len() > LONGEST_ID) {
        return Err(bad("kid", "empty, or longer than 256 bytes"));
    }
    Ok(id)
}

/// The kind of a key; `None` for one that is not known here.
pub(super) fn family(key: &Object) -> Result<Option<Family>, Error> {
    Ok(match text(key, "kty")?.ok_or_else(|| bad("kty", "missing"))? {
        "RSA" => Some(Family::Rsa),
        "EC" => Some(Family::Ec),
        "OKP" => Some(Family::Okp),
        "oct" => Some(Family::Hmac),
        _ => None,
    })
}

/// Refuses a key that is not there for an operation.
fn usable(key: &Object, operation: &str) -> Result<(), Error> {
    let wrong = |member: &str| {
        Error::new(Code::KeyUse, format!("a key that is not there to {operation} signatures"))
            .at_field(member)
    };
    if text(key, "use")?.is_some_and(|is| is != "sig") {
        return Err(wrong("use"));
    }
    match key.get("key_ops") {
        None => Ok(()),
        Some(Value::List(all)) => {
            let names: Option<Vec<&str>> = all.iter().map(Value::text).collect();
            let names = names.ok_or_else(|| bad("key_ops", "not a list of texts"))?;
            let twice =
                names.iter().enumerate().any(|(at, name)| names.iter().take(at).any(|before| before == name));
            if twice {
                return Err(bad("key_ops", "an operation stands twice"));
            }
            if names.contains(&operation) { Ok(()) } else { Err(wrong("key_ops")) }
        }
        Some(_) => Err(bad("key_ops", "not a list of texts")),
    }
}

/// Of some algorithms those that a key may be used for: all of its kind, or the one that it names.
fn algorithms(key: &Object, family: Family, allowed: &[Algorithm]) -> Result<Vec<Algorithm>, Error> {
    let named = match text(key, "alg")? {
        None => None,
        Some(name) => Some(Algorithm::parse(name).ok_or_else(|| {
            Error::new(Code::KeyAlgorithm, "alg names no algorithm of signatures that is known here")
                .at_field("alg")
        })?),
    };
    let of_kind = allowed.iter().copied().filter(|one| one.family() == family);
    let chosen: Vec<Algorithm> = of_kind.filter(|one| named.is_none_or(|named| named == *one)).collect();
    if chosen.is_empty() {
        let (code, said) = if named.is_some_and(|named| named.family() == family) {
            (Code::KeyAlgorithm, "a key for another algorithm than those that are allowed")
        } else {
            (Code::KeyKind, "a key of another kind than the allowed algorithms take, or than its own alg")
        };
        return Err(Error::new(code, said).at_field("alg"));
    }
    Ok(chosen)
}

/// A key for verifying by some of the allowed algorithms.
pub(super) fn key(members: &Object, allowed: &[Algorithm]) -> Result<Read, Error> {
    let unknown = || Error::new(Code::KeyKind, "kty is none of RSA, EC, OKP and oct").at_field("kty");
    let family = family(members)?.ok_or_else(unknown)?;
    usable(members, "verify")?;
    let id = id(members)?.map(str::to_owned);
    let mut chosen = algorithms(members, family, allowed)?;
    let material = if family == Family::Hmac {
        let secret = Secret::new(core::mem::take(&mut *bytes(members, "k")?));
        // A secret may be long enough for one hash and too short for another.
        chosen.retain(|one| {
            one.mac().is_some_and(|hash| hash.bytes() <= secret.bytes().len()) || members.contains_key("alg")
        });
        if chosen.is_empty() {
            return Err(
                Error::new(Code::KeyWeak, "a secret shorter than any hash that is allowed").at_field("k")
            );
        }
        Material::Secret(secret)
    } else {
        if let Some(member) = PRIVATE.iter().find(|member| members.contains_key(member)) {
            let said = "a private key where a public one is due: a verifier needs no secret";
            return Err(Error::new(Code::KeyPrivate, said).at_field(*member));
        }
        let public = public(members, family)?;
        chosen.retain(|one| public.takes(*one));
        if chosen.is_empty() {
            return Err(Error::new(
                Code::KeyKind,
                "a curve of another algorithm than those that are allowed",
            )
            .at_field("crv"));
        }
        Material::Public(public)
    };
    Ok(Read { material, algorithms: chosen, id })
}

fn public(key: &Object, family: Family) -> Result<Public, Error> {
    match family {
        Family::Rsa => Public::rsa(&number(key, "n")?, &number(key, "e")?),
        Family::Okp => match text(key, "crv")? {
            Some("Ed25519") => Public::ed25519(&bytes(key, "x")?).map_err(|error| error.at_field("x")),
            _ => Err(Error::new(Code::KeyKind, "crv of an OKP key is not Ed25519").at_field("crv")),
        },
        _ => {
            let curve = text(key, "crv")?.and_then(Curve::parse);
            let curve = curve.ok_or_else(|| {
                Error::new(Code::KeyKind, "crv is none of P-256, P-384 and P-521").at_field("crv")
            })?;
            Public::ec(curve, &bytes(key, "x")?, &bytes(key, "y")?)
        }
    }
}

/// A secret for signing by one algorithm, with its id.
pub(super) fn secret(members: &Object, algorithm: Algorithm) -> Result<(Secret, Option<String>), Error> {
    let of_kind = family(members)? == Some(Family::Hmac);
    let kind = || Error::new(Code::KeyKind, "kty is not that of the algorithm").at_field("kty");
    of_kind.then_some(()).ok_or_else(kind)?;
    usable(members, "sign")?;
    algorithms(members, Family::Hmac, &[algorithm])?;
    let id = id(members)?.map(str::to_owned);
    Ok((Secret::new(core::mem::take(&mut *bytes(members, "k")?)), id))
}

/// A private key for signing by one algorithm, with its id.
pub(super) fn private(members: &Object, algorithm: Algorithm) -> Result<(Private, Option<String>), Error> {
    let family = family(members)?.filter(|family| *family != Family::Hmac && *family == algorithm.family());
    let family = family
        .ok_or_else(|| Error::new(Code::KeyKind, "kty is not that of the algorithm").at_field("kty"))?;
    usable(members, "sign")?;
    algorithms(members, family, &[algorithm])?;
    let id = id(members)?.map(str::to_owned);
    let secret = match family {
        Family::Rsa => {
            public(members, family)?;
            Private::Pkcs1(rsa(members)?)
        }
        _ => {
            let mut secret = bytes(members, "d")?;
            Private::Raw {
                secret: Secret::new(core::mem::take(&mut *secret)),
                public: public(members, family)?,
            }
        }
    };
    Ok((secret, id))
}

/// The numbers of an RSA key as PKCS#1.
fn rsa(key: &Object) -> Result<Secret, Error> {
    if key.contains_key("oth") {
        return Err(bad("oth", "an RSA key of more than two primes"));
    }
    let members = ["n", "e", "d", "p", "q", "dp", "dq", "qi"];
    let mut numbers = Vec::with_capacity(members.len());
    for member in members {
        numbers.push(number(key, member)?);
    }
    let wrong = || bad("n", "not the numbers of an RSA key");
    let uints: Vec<UintRef<'_>> =
        numbers.iter().map(|number| UintRef::new(number)).collect::<Result<_, _>>().map_err(|_| wrong())?;
    let [modulus, public_exponent, private_exponent, prime1, prime2, exponent1, exponent2, coefficient] =
        uints.try_into().map_err(|_| wrong())?;
    let key = pkcs1::RsaPrivateKey {
        modulus,
        public_exponent,
        private_exponent,
        prime1,
        prime2,
        exponent1,
        exponent2,
        coefficient,
        other_prime_infos: None,
    };
    Ok(Secret::new(key.to_der().map_err(|_| wrong())?))
}
