//! Certificates in DER one behind the other, as anchors and as a chain to themselves and to others, bundles in PEM, and names and pins as text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payymo::certificate::{
    Anchors, Bundle, Name, Outcome, Pin, Policy, Purpose, Revocation, RevocationLists, Verified, verify,
};
use std::sync::LazyLock;

/// Chains of a leaf, an intermediate and a root.
const CHAINS: [&[u8]; 2] =
    [include_bytes!("../seeds/certificate/ec.pem"), include_bytes!("../seeds/certificate/rsa.pem")];
const NOW: i64 = 1_796_000_000;

/// The roots, the rules, and what each chain comes to under them.
static TRUSTED: LazyLock<(Anchors, Policy, Vec<Verified>)> = LazyLock::new(|| {
    let bundles = CHAINS.map(|pem| Bundle::parse(pem).expect("a bundle"));
    let roots: Vec<&Vec<u8>> = bundles.iter().filter_map(|bundle| bundle.certificates.last()).collect();
    let anchors = Anchors::public(&roots).expect("anchors");
    let name = Name::parse("pay.example.com").expect("a name");
    let policy = Policy::new(Purpose::Server(name), Revocation::IfAvailable);
    let right = |bundle: &Bundle| {
        let outcome = verify(&bundle.certificates, &anchors, &RevocationLists::default(), &policy, NOW);
        outcome.verified().expect("a chain that holds")
    };
    let right = bundles.iter().map(right).collect();
    (anchors, policy, right)
});

fuzz_target!(|bytes: &[u8]| {
    let elements = payymo_fuzz::elements(bytes);
    foreign(&elements);
    payymo_fuzz::verify_by_all(&elements, &RevocationLists::default());
    match Bundle::parse(bytes) {
        Ok(bundle) => {
            let chain: Vec<&[u8]> = bundle.certificates.iter().map(Vec::as_slice).collect();
            foreign(&chain);
            payymo_fuzz::verify_by_all(&chain, &RevocationLists::default());
        }
        Err(error) => assert!(!error.message().is_empty()),
    }
    let text = String::from_utf8_lossy(bytes);
    if let Ok(name) = Name::parse(&text) {
        assert_eq!(Name::parse(name.as_str()), Ok(name));
    }
    if let Ok(pin) = Pin::parse(&text) {
        assert_eq!(pin.to_string(), text);
    }
});

/// Of chains to somebody's roots only those hold that were signed for them, and say what was signed.
fn foreign(chain: &[&[u8]]) {
    let (anchors, policy, right) = &*TRUSTED;
    if let Outcome::Valid(found) = verify(chain, anchors, &RevocationLists::default(), policy, NOW) {
        let said = |verified: &Verified| -> Vec<_> {
            verified.path.iter().map(|link| (link.pin, link.not_before, link.not_after)).collect()
        };
        let right =
            right.iter().find(|right| said(right) == said(&found)).expect("a chain that nobody signed");
        assert_eq!((&found.names, found.expires), (&right.names, right.expires));
    }
}
