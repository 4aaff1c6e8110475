//! Revocation lists in DER and PEM, with the chain of the seeds beside them, as its own anchors and to its root.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payymo::certificate::{
    Anchors, Bundle, Name, Outcome, Policy, Purpose, Revocation, RevocationLists, Warning, verify,
};
use std::sync::LazyLock;

const NOW: i64 = 1_796_000_000;

/// The chain and its root; the issuer's key is `p256` of `tests/trust/keys`, the root's `p384`.
static CHAIN: LazyLock<(Vec<Vec<u8>>, Anchors)> = LazyLock::new(|| {
    let bundle = Bundle::parse(include_bytes!("../seeds/certificate/ec.pem")).expect("a bundle");
    let anchors = Anchors::public(&bundle.certificates[2..]).expect("an anchor");
    (bundle.certificates, anchors)
});

/// The lists of the root and of the issuer under which the chain holds.
static HELD: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let bundle = Bundle::parse(include_bytes!("../seeds/crl/held.pem")).expect("a bundle");
    let (chain, anchors) = &*CHAIN;
    let lists = RevocationLists::new(&bundle.lists).expect("lists");
    assert!(verify(chain, anchors, &lists, &policy(Revocation::Require), NOW).verified().is_ok());
    bundle.lists
});

fn policy(revocation: Revocation) -> Policy {
    Policy::new(Purpose::Server(Name::parse("pay.example.com").expect("a name")), revocation)
}

fuzz_target!(|bytes: &[u8]| {
    answered(&payymo_fuzz::elements(bytes));
    if let Ok(bundle) = Bundle::parse(bytes) {
        answered(&bundle.lists.iter().map(Vec::as_slice).collect::<Vec<_>>());
    }
});

fn answered(lists: &[&[u8]]) {
    let Ok(prepared) = RevocationLists::new(lists) else { return };
    let (chain, anchors) = &*CHAIN;
    let all: Vec<&[u8]> = chain.iter().map(Vec::as_slice).collect();
    payymo_fuzz::verify_by_all(&all, &prepared);
    for revocation in [Revocation::Require, Revocation::ShortLived, Revocation::IfAvailable] {
        let outcome = verify(chain, anchors, &prepared, &policy(revocation), NOW);
        if let Outcome::Valid(verified) = outcome
            && (revocation != Revocation::IfAvailable
                || !verified.warnings.contains(&Warning::RevocationUnknown))
        {
            let signed = |held: &Vec<u8>| lists.iter().any(|list| content(list) == content(held));
            assert!(HELD.iter().all(signed), "a list that nobody signed");
        }
    }
}

/// What is signed of a list: the first element within it, with its own head.
fn content(list: &[u8]) -> Option<&[u8]> {
    let body = |bytes: &[u8]| -> Option<(usize, usize)> {
        match *bytes.get(1)? {
            length @ 0..=0x7f => Some((2, usize::from(length))),
            0x81 => Some((3, usize::from(*bytes.get(2)?))),
            0x82 => Some((4, usize::from(u16::from_be_bytes([*bytes.get(2)?, *bytes.get(3)?])))),
            _ => None,
        }
    };
    let within = list.get(body(list)?.0..)?;
    let (head, length) = body(within)?;
    within.get(..head + length)
}
