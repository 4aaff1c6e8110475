//! Chains and pins.

use super::forge::*;
use crate::certificate::*;
use crate::error::Code;

fn answer(world: &World, pins: PinSet, anchors: &Anchors) -> Outcome {
    let mut policy =
        Policy::new(Purpose::Server(Name::parse("pay.example.com").unwrap()), Revocation::IfAvailable);
    policy.pins = Some(pins);
    verify(&world.chain(), anchors, &RevocationLists::default(), &policy, NOW)
}

#[test]
fn a_chain_runs_through_a_pinned_key() {
    let world = World::new();
    let (public, private) =
        (Anchors::public(&world.anchor()).unwrap(), Anchors::private(&world.anchor()).unwrap());
    let pin = |key: usize| Pin::of_info(&world.keys[key].public());
    let backup = Pin::of_info(b"in the safe");
    let set = |pins: &[Pin]| PinSet::new(pins.to_vec(), NOW).unwrap();
    let warnings = |pins: &[Pin], anchors: &Anchors| {
        let warnings = answer(&world, set(pins), anchors).verified().unwrap().warnings;
        warnings.into_iter().filter(|one| *one != Warning::RevocationUnknown).collect::<Vec<_>>()
    };
    for key in 0..2 {
        assert_eq!(warnings(&[pin(key), backup], &public), [], "{key}");
    }
    assert_eq!(warnings(&[pin(2), backup], &public), [Warning::PinOnPublicLeaf]);
    assert_eq!(warnings(&[pin(2), pin(1), backup], &public), []);
    assert_eq!(warnings(&[pin(2), backup], &private), []);
    let code = |pins: PinSet| answer(&world, pins, &private).verified().unwrap_err().code();
    assert_eq!(code(set(&[backup, Pin::of_info(b"another")])), Code::CertificatePinMismatch);
    assert_eq!(code(set(&[pin(0), pin(1), pin(2)])), Code::CertificatePinNoBackup);
    let over = PinSet::new(vec![Pin::of_info(b"another"), backup], NOW - 1).unwrap();
    assert_eq!(code(over.clone()), Code::CertificatePinExpired);
    let verified = answer(&world, over.when_expired(WhenExpired::Unpin), &private).verified().unwrap();
    assert!(verified.warnings.contains(&Warning::PinsExpired));
    for other in [&b""[..], b"-----BEGIN PUBLIC KEY-----", &world.chain()[0], &world.keys[0].public()[1..]] {
        assert_eq!(Pin::of_key(other).unwrap_err().code(), Code::CertificateKey);
    }
    assert_eq!(Pin::of_key(&world.keys[1].public()), Ok(pin(1)));
    assert_eq!(PinSet::new(vec![backup; 2], NOW).unwrap_err().code(), Code::CertificatePinNoBackup);
}
