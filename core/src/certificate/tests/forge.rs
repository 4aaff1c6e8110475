//! Certificates and revocation lists as a test wants them, right or wrong.

use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};

/// 2027-01-15.
pub(super) const NOW: i64 = 1_800_000_000;
pub(super) const DAY: i64 = 86_400;

const ECDSA_SHA256: [u8; 10] = [6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2];
const P256: [u8; 21] =
    [0x30, 0x13, 6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1, 6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7];

pub(super) const AUTHORITY_KEY: &[u8] = &[0x55, 0x1d, 35];
pub(super) const SUBJECT_KEY: &[u8] = &[0x55, 0x1d, 14];
pub(super) const KEY_USAGE: &[u8] = &[0x55, 0x1d, 15];
pub(super) const ALTERNATIVE_NAME: &[u8] = &[0x55, 0x1d, 17];
pub(super) const BASIC: &[u8] = &[0x55, 0x1d, 19];
pub(super) const NUMBER: &[u8] = &[0x55, 0x1d, 20];
pub(super) const CONSTRAINTS: &[u8] = &[0x55, 0x1d, 30];
pub(super) const PURPOSES: &[u8] = &[0x55, 0x1d, 37];
pub(super) const ACCESS: &[u8] = &[0x2b, 6, 1, 5, 5, 7, 1, 1];

pub(super) const SERVER: &[u8] = &[0x30, 10, 6, 8, 0x2b, 6, 1, 5, 5, 7, 3, 1];
pub(super) const CLIENT: &[u8] = &[0x30, 10, 6, 8, 0x2b, 6, 1, 5, 5, 7, 3, 2];

/// An element of parts.
pub(super) fn element(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    let length = body.len();
    let head = match length {
        0..0x80 => vec![tag, u8::try_from(length).unwrap()],
        0x80..0x100 => vec![tag, 0x81, u8::try_from(length).unwrap()],
        _ => [&[tag, 0x82], &u16::try_from(length).unwrap().to_be_bytes()[..]].concat(),
    };
    [head, body].concat()
}

pub(super) struct Key(EcdsaKeyPair);

impl Key {
    pub(super) fn new() -> Self {
        let (how, random) = (&ECDSA_P256_SHA256_ASN1_SIGNING, SystemRandom::new());
        let document = EcdsaKeyPair::generate_pkcs8(how, &random).unwrap();
        Key(EcdsaKeyPair::from_pkcs8(how, document.as_ref(), &random).unwrap())
    }

    /// `SubjectPublicKeyInfo`
    pub(super) fn public(&self) -> Vec<u8> {
        element(0x30, &[&P256, &element(3, &[&[0], self.0.public_key().as_ref()])])
    }

    pub(super) fn id(&self) -> Vec<u8> {
        self.0.public_key().as_ref()[1..21].to_vec()
    }

    fn signed(&self, content: &[u8]) -> Vec<u8> {
        let signature = self.0.sign(&SystemRandom::new(), content).unwrap();
        let algorithm = element(0x30, &[&ECDSA_SHA256]);
        element(0x30, &[content, &algorithm, &element(3, &[&[0], signature.as_ref()])])
    }
}

/// A name of common names with commas between, or of none.
fn name(common: &str) -> Vec<u8> {
    let attribute = |name: &str| element(0x30, &[&[6, 3, 0x55, 4, 3], &element(0x0c, &[name.as_bytes()])]);
    let names = common.split(',').filter(|name| !name.is_empty());
    let names: Vec<Vec<u8>> = names.map(|name| element(0x31, &[&attribute(name)])).collect();
    element(0x30, &names.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

fn time(seconds: i64) -> Vec<u8> {
    use chrono::{Datelike, Timelike};
    let at = chrono::DateTime::from_timestamp(seconds, 0).unwrap();
    let (date, time) = (at.date_naive(), at.time());
    let rest = [date.month(), date.day(), time.hour(), time.minute(), time.second()];
    let rest: String = rest.iter().map(|part| format!("{part:02}")).collect();
    match date.year() {
        year @ ..2050 => element(0x17, &[format!("{:02}{rest}Z", year % 100).as_bytes()]),
        year => element(0x18, &[format!("{year}{rest}Z").as_bytes()]),
    }
}

type Extension = (Vec<u8>, bool, Vec<u8>);

fn extensions(number: u8, all: &[Extension]) -> Vec<u8> {
    let one = |(id, critical, value): &Extension| {
        let critical: &[u8] = if *critical { &[1, 1, 0xff] } else { &[] };
        element(0x30, &[&element(6, &[id]), critical, &element(4, &[value])])
    };
    let all: Vec<Vec<u8>> = all.iter().map(one).collect();
    let all: Vec<&[u8]> = all.iter().map(Vec::as_slice).collect();
    element(0xa0 | number, &[&element(0x30, &all)])
}

/// A host among alternative names.
pub(super) fn hosts(names: &[&str]) -> Vec<u8> {
    let names: Vec<Vec<u8>> = names.iter().map(|name| element(0x82, &[name.as_bytes()])).collect();
    element(0x30, &names.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

/// Name constraints of one host.
pub(super) fn constraints(number: u8, host: &str) -> Vec<u8> {
    let tree = element(0x30, &[&element(0x82, &[host.as_bytes()])]);
    element(0x30, &[&element(0xa0 | number, &[&tree])])
}

/// A certificate before it is signed.
#[derive(Clone)]
pub(super) struct Draft {
    pub(super) version: u8,
    pub(super) serial: Vec<u8>,
    pub(super) issuer: String,
    pub(super) subject: String,
    pub(super) not_before: i64,
    pub(super) not_after: i64,
    pub(super) key: Vec<u8>,
    pub(super) extensions: Vec<Extension>,
}

impl Draft {
    fn new(issuer: &str, subject: &str, key: &Key, days: i64) -> Self {
        Draft {
            version: 2,
            serial: vec![1, 2, 3],
            issuer: issuer.to_owned(),
            subject: subject.to_owned(),
            not_before: NOW - 10 * DAY,
            not_after: NOW + days * DAY,
            key: key.public(),
            extensions: Vec::new(),
        }
    }

    pub(super) fn authority(issuer: &str, subject: &str, key: &Key, signer: &Key) -> Self {
        let draft = Self::new(issuer, subject, key, 3000)
            .with(BASIC, true, &[0x30, 3, 1, 1, 0xff])
            .with(KEY_USAGE, true, &[3, 2, 1, 6])
            .with(SUBJECT_KEY, false, &element(4, &[&key.id()]));
        draft.with(AUTHORITY_KEY, false, &element(0x30, &[&element(0x80, &[&signer.id()])]))
    }

    pub(super) fn leaf(issuer: &str, key: &Key, signer: &Key) -> Self {
        Self::new(issuer, "pay.example.com", key, 60)
            .with(KEY_USAGE, true, &[3, 2, 7, 0x80])
            .with(PURPOSES, false, SERVER)
            .with(ALTERNATIVE_NAME, false, &hosts(&["pay.example.com"]))
            .with(AUTHORITY_KEY, false, &element(0x30, &[&element(0x80, &[&signer.id()])]))
    }

    /// With an extension in the place of another of its kind.
    pub(super) fn with(mut self, id: &[u8], critical: bool, value: &[u8]) -> Self {
        self.set(id, critical, value);
        self
    }

    pub(super) fn set(&mut self, id: &[u8], critical: bool, value: &[u8]) {
        self.unset(id);
        self.extensions.push((id.to_vec(), critical, value.to_vec()));
    }

    pub(super) fn unset(&mut self, id: &[u8]) {
        self.extensions.retain(|(other, ..)| other != id);
    }

    pub(super) fn signed(&self, signer: &Key) -> Vec<u8> {
        let algorithm = element(0x30, &[&ECDSA_SHA256]);
        let validity = element(0x30, &[&time(self.not_before), &time(self.not_after)]);
        signer.signed(&element(
            0x30,
            &[
                &element(0xa0, &[&[2, 1, self.version]]),
                &element(2, &[&self.serial]),
                &algorithm,
                &name(&self.issuer),
                &validity,
                &name(&self.subject),
                &self.key,
                &extensions(3, &self.extensions),
            ],
        ))
    }
}

/// A revocation list before it is signed.
#[derive(Clone)]
pub(super) struct ListDraft {
    pub(super) issuer: String,
    pub(super) this_update: i64,
    pub(super) next_update: i64,
    pub(super) revoked: Vec<Vec<u8>>,
    pub(super) extensions: Vec<Extension>,
}

impl ListDraft {
    pub(super) fn new(issuer: &str, signer: &Key) -> Self {
        let signed_by = element(0x30, &[&element(0x80, &[&signer.id()])]);
        ListDraft {
            issuer: issuer.to_owned(),
            this_update: NOW - DAY,
            next_update: NOW + DAY,
            revoked: Vec::new(),
            extensions: vec![
                (AUTHORITY_KEY.to_vec(), false, signed_by),
                (NUMBER.to_vec(), false, vec![2, 1, 7]),
            ],
        }
    }

    pub(super) fn signed(&self, signer: &Key) -> Vec<u8> {
        let since = time(self.this_update);
        let revoked: Vec<Vec<u8>> =
            self.revoked.iter().map(|serial| element(0x30, &[&element(2, &[serial]), &since])).collect();
        let mut entries = Vec::new();
        if !revoked.is_empty() {
            entries = element(0x30, &revoked.iter().map(Vec::as_slice).collect::<Vec<_>>());
        }
        signer.signed(&element(
            0x30,
            &[
                &[2, 1, 1],
                &element(0x30, &[&ECDSA_SHA256]),
                &name(&self.issuer),
                &since,
                &time(self.next_update),
                &entries,
                &extensions(0, &self.extensions),
            ],
        ))
    }
}

/// A root, an intermediate and a leaf, each of which a test may change before they are signed.
pub(super) struct World {
    pub(super) keys: [Key; 3],
    pub(super) root: Draft,
    pub(super) middle: Draft,
    pub(super) leaf: Draft,
}

impl World {
    pub(super) fn new() -> Self {
        let keys = [Key::new(), Key::new(), Key::new()];
        World {
            root: Draft::authority("Root", "Root", &keys[0], &keys[0]),
            middle: Draft::authority("Root", "Middle", &keys[1], &keys[0]),
            leaf: Draft::leaf("Middle", &keys[2], &keys[1]),
            keys,
        }
    }

    /// Leaf and intermediate.
    pub(super) fn chain(&self) -> Vec<Vec<u8>> {
        vec![self.leaf.signed(&self.keys[1]), self.middle.signed(&self.keys[0])]
    }

    pub(super) fn anchor(&self) -> Vec<Vec<u8>> {
        vec![self.root.signed(&self.keys[0])]
    }
}
